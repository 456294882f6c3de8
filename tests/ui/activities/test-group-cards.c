/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-activity-page.h"
#include "pz-group-cards-look.h"
#include "pz-group-cards-print.h"
#include "pz-privacy.h"
#include "pz-projector-picture.h"
#include "pz-projector-window.h"

#include <glib/gstdio.h>

#define PEOPLE "Ana Garcia;Ben Ode;Cleo Diaz"

/* Returns: (transfer full): Ana, who leads, and Ben in one group, Cleo in another */
static PzDocument *
add_groups (UiFixture *fixture)
{
  PzDocument *document = activities_add (fixture, "Bridges", TODAY, "groups");
  const char *ana = activities_learner (fixture, "Ana");
  PzRecord *arch = pz_activity_add_group (document, 1, "Arch"), *beam = pz_activity_add_group (document, 1, "Beam");

  pz_activity_place (document, ana, 1, arch);
  pz_activity_place (document, activities_learner (fixture, "Ben"), 1, arch);
  pz_activity_place (document, activities_learner (fixture, "Cleo"), 1, beam);
  pz_record_set_text (pz_activity_find_part (document, ana, 1), PZ_PARTICIPATION_ROLE, "Leads");
  pz_record_set_text (pz_activity_find_part (document, ana, 1), PZ_PARTICIPATION_NOTE, "needs support");
  ui_save (fixture->classroom);
  return document;
}

/* "Arch: Ana Garcia (Leads), Ben Ode; Beam: Cleo Diaz" */
static char *
dup_shown (UiFixture  *fixture,
           PzDocument *document)
{
  g_autoptr(PzGroupCards) cards = pz_group_cards_look_make (fixture->classroom, document);
  GString *text = g_string_new (NULL);
  const PzGroupCardsRound *round = cards->rounds->pdata[0];

  for (guint i = 0; i < round->groups->len; i++)
    {
      const PzGroupCardsGroup *group = round->groups->pdata[i];
      g_autofree char *members = pz_group_cards_dup_members (group);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "", group->name, members);
    }
  return g_string_free (text, FALSE);
}

static void
test_shows_what_the_class_may_see (UiFixture     *fixture,
                                   gconstpointer  names)
{
  g_autoptr(PzDocument) document = add_groups (fixture);
  g_autofree char *shown = dup_shown (fixture, document);
  g_autofree char *hidden = NULL;
  g_autoptr(PzGroupCards) cards = pz_group_cards_look_make (fixture->classroom, document);

  g_assert_cmpstr (shown, ==, "Arch: Ana Garcia (Leads), Ben Ode; Beam: Cleo Diaz");
  g_assert_cmpstr (cards->title, ==, "Bridges");
  g_assert_nonnull (strstr (cards->line, pz_classroom_get_name (fixture->classroom)));
  pz_privacy_set_hidden (TRUE);
  hidden = dup_shown (fixture, document);
  pz_privacy_set_hidden (FALSE);
  g_assert_null (strstr (hidden, "Ana"));
  g_assert_null (strstr (hidden, "Diaz"));
  g_assert_nonnull (strstr (hidden, "(Leads)"));
}

/* what the printer gets, without a printer: a file */
static int
print_pages (GtkPrintOperation *print,
             UiFixture         *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "groups.pdf", NULL);
  g_autofree char *pdf = NULL;
  g_autofree char *job = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  g_object_get (print, "job-name", &job, NULL);
  g_assert_cmpstr (job, ==, "Groups");
  gtk_print_operation_set_export_filename (print, path);
  g_assert_cmpint (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &pdf, &size, NULL));
  g_assert_cmpmem (pdf, MIN (size, 5), "%PDF-", 5);
  g_unlink (path);
  return gtk_print_operation_get_n_pages_to_print (print);
}

static void
test_prints_a_page_for_each_round (UiFixture     *fixture,
                                   gconstpointer  names)
{
  g_autoptr(PzDocument) document = add_groups (fixture);
  g_autoptr(GtkPrintOperation) one = pz_group_cards_print_new (pz_group_cards_look_make (fixture->classroom, document));
  g_autoptr(GtkPrintOperation) two = NULL;

  g_assert_cmpint (print_pages (one, fixture), ==, 1);
  pz_activity_place (document, activities_learner (fixture, "Ana"), 2, pz_activity_add_group (document, 2, "Arch"));
  two = pz_group_cards_print_new (pz_group_cards_look_make (fixture->classroom, document));
  g_assert_cmpint (print_pages (two, fixture), ==, 2);
  ui_save (fixture->classroom);
}

static gboolean
can_print (ActivitiesShown *shown)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (shown->window), "print");
}

static void
show_activity (ActivitiesShown *shown,
               PzDocument      *document)
{
  g_action_group_activate_action (G_ACTION_GROUP (shown->window), "show-activity",
                                  g_variant_new_string (pz_document_get_id (document)));
  activities_draw (shown);
}

static PzActivityPage *
get_page (ActivitiesShown *shown)
{
  return PZ_ACTIVITY_PAGE (ui_find (GTK_WIDGET (shown->window), PZ_TYPE_ACTIVITY_PAGE, 0));
}

static void
test_only_groups_can_be_printed (UiFixture     *fixture,
                                 gconstpointer  names)
{
  g_autoptr(PzDocument) groups = add_groups (fixture);
  g_autoptr(PzDocument) alone = activities_add (fixture, "Silent reading", TODAY, "alone");
  ActivitiesShown shown = activities_show (fixture);
  g_autoptr(GtkPrintOperation) print = NULL;

  g_assert_false (can_print (&shown)); /* the calendar */
  show_activity (&shown, groups);
  g_assert_true (can_print (&shown));
  g_assert_true (pz_activity_page_can_print (get_page (&shown)));
  print = pz_activity_page_make_print (get_page (&shown));
  g_assert_cmpint (print_pages (print, fixture), ==, 1);
  pz_record_set_text (pz_document_get_owner (groups), PZ_ACTIVITY_SETTING, "alone");
  ui_settle ();
  g_assert_false (can_print (&shown));
  show_activity (&shown, alone);
  g_assert_false (can_print (&shown));
  pz_record_set_text (pz_document_get_owner (alone), PZ_ACTIVITY_SETTING, "pairs");
  ui_settle ();
  g_assert_true (can_print (&shown));
  g_assert_null (pz_activity_page_make_print (get_page (&shown))); /* nobody is in one, which is said */
  g_action_group_activate_action (G_ACTION_GROUP (shown.window), "go-back", NULL);
  ui_settle ();
  g_assert_false (can_print (&shown));
  ui_save (fixture->classroom);
  activities_close (&shown);
}

/* ---- the projector ---- */

static PzProjectorWindow *
find_projector (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (PZ_IS_PROJECTOR_WINDOW (window))
        return PZ_PROJECTOR_WINDOW (window); /* the toolkit holds it */
    }
  return NULL;
}

static PzProjectorPicture *
get_picture (GtkWidget *window)
{
  return PZ_PROJECTOR_PICTURE (ui_find (window, PZ_TYPE_PROJECTOR_PICTURE, 0));
}

static GtkWidget *
open_projector (UiFixture  *fixture,
                PzDocument *document,
                int         width,
                int         height)
{
  GtkWidget *window = pz_projector_window_new (fixture->classroom, document);

  gtk_window_unfullscreen (GTK_WINDOW (window));
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  ui_settle ();
  return window;
}

static void
assert_says (GtkWidget  *widget,
             const char *label)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_projects_names_by_group (UiFixture     *fixture,
                              gconstpointer  names)
{
  g_autoptr(PzDocument) document = add_groups (fixture);
  GtkWidget *window = open_projector (fixture, document, 800, 600);
  PzProjectorPicture *picture = get_picture (window);

  assert_says (GTK_WIDGET (picture), "Bridges. Arch: Ana Garcia (Leads), Ben Ode. Beam: Cleo Diaz");
  g_assert_cmpuint (pz_projector_picture_get_n_pages (picture), ==, 1);
  g_assert_true (gtk_widget_has_css_class (window, "pz-projector"));
  pz_record_set_text (pz_activity_find_part (document, activities_learner (fixture, "Ben"), 1), PZ_PARTICIPATION_ROLE,
                      "Writes");
  ui_settle ();
  assert_says (GTK_WIDGET (picture), "Bridges. Arch: Ana Garcia (Leads), Ben Ode (Writes). Beam: Cleo Diaz");
  gtk_window_destroy (GTK_WINDOW (window));
  ui_save (fixture->classroom);
}

static void
test_list_says_the_same (UiFixture     *fixture,
                         gconstpointer  names)
{
  g_autoptr(PzDocument) document = add_groups (fixture);
  GtkWidget *window = open_projector (fixture, document, 800, 600);
  GtkWidget *list = ui_find (window, GTK_TYPE_LIST_BOX, 0);

  g_assert_false (gtk_widget_get_mapped (list));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find (window, GTK_TYPE_TOGGLE_BUTTON, 0)), TRUE);
  ui_settle ();
  g_assert_true (gtk_widget_get_mapped (list));
  assert_says (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)), "Arch: Ana Garcia (Leads), Ben Ode");
  assert_says (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)), "Beam: Cleo Diaz");
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_projector_hides_names (UiFixture     *fixture,
                            gconstpointer  names)
{
  g_autoptr(PzDocument) document = add_groups (fixture);
  GtkWidget *window = open_projector (fixture, document, 800, 600);
  GtkWidget *list = ui_find (window, GTK_TYPE_LIST_BOX, 0);

  pz_privacy_set_hidden (TRUE);
  ui_settle ();
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) i));
      const char *text = gtk_label_get_label (GTK_LABEL (ui_find (row, GTK_TYPE_LABEL, 1)));

      g_assert_true (g_str_has_prefix (text, "Learner "));
    }
  pz_privacy_set_hidden (FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_turns_pages_of_rounds (UiFixture     *fixture,
                            gconstpointer  names)
{
  g_autoptr(PzDocument) document = add_groups (fixture);
  PzProjectorPicture *picture;
  GtkWidget *window;

  pz_activity_place (document, activities_learner (fixture, "Ana"), 2, pz_activity_add_group (document, 2, "Cable"));
  window = open_projector (fixture, document, 800, 600);
  picture = get_picture (window);
  g_assert_cmpuint (pz_projector_picture_get_n_pages (picture), ==, 2);
  g_assert_cmpuint (pz_projector_picture_get_page (picture), ==, 0);
  gtk_widget_activate_action (window, "projector.previous", NULL); /* there is none */
  g_assert_cmpuint (pz_projector_picture_get_page (picture), ==, 0);
  gtk_widget_activate_action (window, "projector.next", NULL);
  ui_settle ();
  g_assert_cmpuint (pz_projector_picture_get_page (picture), ==, 1);
  assert_says (GTK_WIDGET (picture), "Bridges. Round 2. Cable: Ana Garcia");
  gtk_widget_activate_action (window, "projector.next", NULL); /* the last */
  g_assert_cmpuint (pz_projector_picture_get_page (picture), ==, 1);
  pz_projector_picture_set_page (picture, 7); /* there is none */
  g_assert_cmpuint (pz_projector_picture_get_page (picture), ==, 1);
  pz_projector_picture_set_page (picture, 0);
  g_assert_cmpuint (pz_projector_picture_get_page (picture), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_save (fixture->classroom);
}

static void
test_picture_takes_other_cards (UiFixture     *fixture,
                                gconstpointer  names)
{
  g_autoptr(PzDocument) document = add_groups (fixture);
  GtkWidget *picture = pz_projector_picture_new (), *window = ui_present (picture, 500, 400);

  g_assert_cmpuint (pz_projector_picture_get_n_pages (PZ_PROJECTOR_PICTURE (picture)), ==, 0);
  pz_projector_picture_set_cards (PZ_PROJECTOR_PICTURE (picture), pz_group_cards_look_make (fixture->classroom, document));
  ui_settle ();
  g_assert_cmpuint (pz_projector_picture_get_n_pages (PZ_PROJECTOR_PICTURE (picture)), ==, 1);
  gtk_widget_set_direction (picture, GTK_TEXT_DIR_RTL);
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpuint (pz_projector_picture_get_n_pages (PZ_PROJECTOR_PICTURE (picture)), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_goes_with_its_page (UiFixture     *fixture,
                         gconstpointer  names)
{
  g_autoptr(PzDocument) document = add_groups (fixture);
  ActivitiesShown shown = activities_show (fixture);

  show_activity (&shown, document);
  gtk_widget_activate_action (ui_find (GTK_WIDGET (get_page (&shown)), GTK_TYPE_MENU_BUTTON, 0), "activity.project", NULL);
  ui_settle ();
  g_assert_nonnull (find_projector ());
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (find_projector ())) == GTK_WINDOW (shown.window));
  gtk_window_close (GTK_WINDOW (find_projector ()));
  ui_settle ();
  g_assert_null (find_projector ());
  gtk_widget_activate_action (ui_find (GTK_WIDGET (get_page (&shown)), GTK_TYPE_MENU_BUTTON, 0), "activity.project", NULL);
  ui_settle ();
  g_assert_nonnull (find_projector ());
  g_action_group_activate_action (G_ACTION_GROUP (shown.window), "go-back", NULL);
  ui_settle ();
  g_assert_null (find_projector ());
  activities_close (&shown);
}

static void
test_projector_lets_go (UiFixture     *fixture,
                        gconstpointer  names)
{
  g_autoptr(PzDocument) document = add_groups (fixture);
  GtkWidget *window = open_projector (fixture, document, 800, 600);

  pz_record_set_text (pz_document_get_owner (document), PZ_ACTIVITY_TITLE, "Waits to be shown");
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
  ui_save (fixture->classroom);
}

#define ADD(path, test) \
  g_test_add ("/ui/group-cards/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("shows-what-the-class-may-see", test_shows_what_the_class_may_see);
  ADD ("prints-a-page-for-each-round", test_prints_a_page_for_each_round);
  ADD ("only-groups-can-be-printed", test_only_groups_can_be_printed);
  ADD ("projects-names-by-group", test_projects_names_by_group);
  ADD ("list-says-the-same", test_list_says_the_same);
  ADD ("projector-hides-names", test_projector_hides_names);
  ADD ("turns-pages-of-rounds", test_turns_pages_of_rounds);
  ADD ("picture-takes-other-cards", test_picture_takes_other_cards);
  ADD ("goes-with-its-page", test_goes_with_its_page);
  ADD ("projector-lets-go", test_projector_lets_go);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}

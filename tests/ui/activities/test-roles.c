/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-activity-page.h"
#include "pz-chip-box.h"
#include "pz-partners-page.h"
#include "pz-privacy.h"
#include "pz-roles-card.h"
#include "pz-roles-dialog.h"

#define PEOPLE "Ana Garcia;Ben Ode;Cleo Diaz"

/* Returns: (transfer full): everybody in one group */
static PzDocument *
add_group (UiFixture  *fixture,
           const char *date)
{
  static const char *const names[] = { "Ana", "Ben", "Cleo" };
  PzDocument *document = activities_add (fixture, "Bridges", date, "groups");
  PzRecord *group = pz_activity_add_group (document, 1, "Arch");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    pz_activity_place (document, activities_learner (fixture, names[i]), 1, group);
  return document;
}

static void
set_role (UiFixture  *fixture,
          PzDocument *document,
          const char *name,
          const char *role)
{
  pz_record_set_text (pz_activity_find_part (document, activities_learner (fixture, name), 1), PZ_PARTICIPATION_ROLE, role);
}

static const char *
get_role (UiFixture  *fixture,
          PzDocument *document,
          const char *name)
{
  return pz_record_get_text (pz_activity_find_part (document, activities_learner (fixture, name), 1), PZ_PARTICIPATION_ROLE);
}

/* Ana led, and Ben wrote */
static void
hold_before (UiFixture *fixture)
{
  g_autoptr(PzDocument) before = add_group (fixture, "2026-11-16");

  set_role (fixture, before, "Ana", "Leads");
  set_role (fixture, before, "Ben", "Writes");
  pz_classroom_hold_activity (fixture->classroom, before);
  ui_save (fixture->classroom);
}

static gboolean
is_read (gpointer dialog)
{
  return pz_roles_dialog_is_read (dialog);
}

static PzRolesDialog *
open_dialog (UiFixture  *fixture,
             PzDocument *document)
{
  PzRolesDialog *dialog;

  ui_save (fixture->classroom);
  dialog = PZ_ROLES_DIALOG (pz_roles_dialog_new (fixture->classroom, document));
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (ui_wait (is_read, dialog));
  return dialog;
}

static void
assert_focus (PzRolesDialog *dialog,
              GtkWidget     *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

  g_assert_true (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)));
}

static void
assert_roles (PzRolesDialog *dialog,
              const char    *expected)
{
  g_auto(GStrv) roles = pz_roles_dialog_dup_roles (dialog);
  g_autofree char *text = g_strjoinv (";", roles);

  g_assert_cmpstr (text, ==, expected);
}

static PzChipBox *
get_chips (PzRolesDialog *dialog)
{
  return PZ_CHIP_BOX (ui_find (GTK_WIDGET (dialog), PZ_TYPE_CHIP_BOX, 0));
}

static GtkWidget *
get_share_button (PzRolesDialog *dialog)
{
  return GTK_WIDGET (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}

static void
test_begins_with_the_roles_of_last_time (UiFixture     *fixture,
                                         gconstpointer  names)
{
  g_autoptr(PzDocument) document = add_group (fixture, TODAY);
  PzRolesDialog *dialog;

  hold_before (fixture);
  dialog = open_dialog (fixture, document);
  assert_roles (dialog, "Leads;Writes");
  assert_focus (dialog, get_share_button (dialog)); /* Enter must not cancel */
  gtk_window_destroy (GTK_WINDOW (dialog));
  set_role (fixture, document, "Cleo", "Speaks");
  dialog = open_dialog (fixture, document);
  assert_roles (dialog, "Speaks"); /* those of the activity itself come first */
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_save (fixture->classroom);
}

static void
test_chips_choose_roles (UiFixture     *fixture,
                         gconstpointer  names)
{
  g_autoptr(PzDocument) document = add_group (fixture, TODAY);
  PzRolesDialog *dialog = open_dialog (fixture, document);
  g_autofree char *endless = g_strnfill (100, 'x');

  assert_roles (dialog, "");
  g_assert_false (gtk_widget_get_sensitive (get_share_button (dialog)));
  assert_focus (dialog, GTK_WIDGET (get_chips (dialog)));
  g_signal_emit_by_name (get_chips (dialog), "added", "Leads");
  g_signal_emit_by_name (get_chips (dialog), "added", "Writes");
  g_signal_emit_by_name (get_chips (dialog), "added", endless); /* is said to be too long */
  assert_roles (dialog, "Leads;Writes");
  g_assert_true (gtk_widget_get_sensitive (get_share_button (dialog)));
  g_signal_emit_by_name (get_chips (dialog), "replaced", "Writes", "Speaks");
  g_signal_emit_by_name (get_chips (dialog), "replaced", "Speaks", "Leads"); /* there is that one already */
  assert_roles (dialog, "Leads;Speaks");
  g_signal_emit_by_name (get_chips (dialog), "removed", "Leads");
  assert_roles (dialog, "Speaks");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
note_shared_cb (PzRolesDialog *dialog,
                guint          n_given,
                guint         *shared)
{
  *shared = n_given;
}

static void
test_shares_out_as_one_step (UiFixture     *fixture,
                             gconstpointer  names)
{
  g_autoptr(PzDocument) document = add_group (fixture, TODAY);
  PzRolesDialog *dialog;
  guint shared = 0;
  g_autoptr(GError) error = NULL;

  hold_before (fixture);
  dialog = open_dialog (fixture, document);
  g_signal_connect (dialog, "shared", G_CALLBACK (note_shared_cb), &shared);
  pz_roles_dialog_share (dialog); /* closes */
  g_assert_cmpuint (shared, ==, 2);
  g_assert_nonnull (get_role (fixture, document, "Cleo")); /* who had none comes first */
  g_assert_cmpstr (get_role (fixture, document, "Ana"), !=, "Leads");
  g_assert_cmpstr (get_role (fixture, document, "Ben"), !=, "Writes");
  ui_save (fixture->classroom);
  g_assert_cmpstr (pz_classroom_get_undo_label (fixture->classroom), ==, "Roles shared out");
  g_assert_true (pz_classroom_undo (fixture->classroom, &error));
  g_assert_no_error (error);
  g_assert_null (get_role (fixture, document, "Cleo"));
}

static void
test_is_offered_where_there_are_groups (UiFixture     *fixture,
                                        gconstpointer  names)
{
  g_autoptr(PzDocument) document = add_group (fixture, TODAY);
  GtkWidget *page, *window;
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_before;

  ui_save (fixture->classroom);
  page = pz_activity_page_new (fixture->classroom, document);
  window = ui_present (page, 900, 700);
  n_before = g_list_model_get_n_items (windows);
  gtk_widget_activate_action (ui_find (page, GTK_TYPE_MENU_BUTTON, 0), "activity.share-roles", NULL);
  ui_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_before + 1);
  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr(GtkWindow) dialog = g_list_model_get_item (windows, i - 1);

      if (PZ_IS_ROLES_DIALOG (dialog))
        gtk_window_destroy (dialog);
    }
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_before);
  pz_record_set_text (pz_document_get_owner (document), PZ_ACTIVITY_SETTING, "alone");
  gtk_widget_activate_action (ui_find (page, GTK_TYPE_MENU_BUTTON, 0), "activity.share-roles", NULL);
  ui_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_before);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_save (fixture->classroom);
}

static void
test_dialog_lets_go (UiFixture     *fixture,
                     gconstpointer  names)
{
  g_autoptr(PzDocument) document = add_group (fixture, TODAY);
  GtkWidget *dialog;

  ui_save (fixture->classroom);
  dialog = g_object_ref (pz_roles_dialog_new (fixture->classroom, document)); /* reads */
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_finalize_object (dialog);
}

/* ---- the card ---- */

static void
assert_row (GtkWidget  *card,
            int         row,
            const char *label)
{
  GtkListBox *list = GTK_LIST_BOX (ui_find (card, GTK_TYPE_LIST_BOX, 0));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_list_box_get_row_at_index (list, row)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_card_says_who_has_never (UiFixture     *fixture,
                              gconstpointer  names)
{
  ActivitiesShown shown;
  GtkWidget *card;

  hold_before (fixture);
  shown = activities_show (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (shown.window), "show-partners", NULL);
  activities_draw (&shown);
  card = ui_find (GTK_WIDGET (shown.view), PZ_TYPE_ROLES_CARD, 0);
  g_assert_true (gtk_widget_get_visible (card));
  assert_row (card, 0, "Leads. 0 to 1 time. Never: Ben Ode, Cleo Diaz");
  assert_row (card, 1, "Writes. 0 to 1 time. Never: Ana Garcia, Cleo Diaz");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find (card, GTK_TYPE_TOGGLE_BUTTON, 0)), TRUE);
  assert_row (card, 0, "Ana Garcia. Leads 1. Never: Writes");
  assert_row (card, 2, "Cleo Diaz. No role yet");
  activities_close (&shown);
}

static void
test_card_without_roles_is_not_seen (UiFixture     *fixture,
                                     gconstpointer  names)
{
  ActivitiesShown shown = activities_show (fixture);

  g_action_group_activate_action (G_ACTION_GROUP (shown.window), "show-partners", NULL);
  activities_draw (&shown);
  g_assert_false (gtk_widget_get_visible (ui_find (GTK_WIDGET (shown.view), PZ_TYPE_ROLES_CARD, 0)));
  activities_close (&shown);
}

#define ADD(path, test) \
  g_test_add ("/ui/roles/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("begins-with-the-roles-of-last-time", test_begins_with_the_roles_of_last_time);
  ADD ("chips-choose-roles", test_chips_choose_roles);
  ADD ("shares-out-as-one-step", test_shares_out_as_one_step);
  ADD ("is-offered-where-there-are-groups", test_is_offered_where_there_are_groups);
  ADD ("dialog-lets-go", test_dialog_lets_go);
  ADD ("card-says-who-has-never", test_card_says_who_has_never);
  ADD ("card-without-roles-is-not-seen", test_card_without_roles_is_not_seen);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}

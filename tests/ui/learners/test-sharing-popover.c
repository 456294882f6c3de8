/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../ui-fixture.h"
#include "pz-chip-box.h"
#include "pz-learner.h"
#include "pz-sharing-popover.h"

#include <string.h>

#define PEOPLE "Amina Yusuf;Chloé Dubois;Tom & Ann"

static PzDocument *
load (UiFixture  *fixture,
      const char *name)
{
  PzIndex *index = pz_classroom_get_index (fixture->classroom);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    if (g_str_equal (pz_index_peek_given_name (index, i), name))
      return pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, pz_index_peek_id (index, i), NULL);
  g_assert_not_reached ();
}

static void
add_interest (UiFixture  *fixture,
              const char *name,
              const char *interest)
{
  g_autoptr(PzDocument) document = load (fixture, name);

  pz_record_set_add (pz_document_get_owner (document), PZ_LEARNER_INTERESTS, interest);
  ui_save (fixture->classroom);
}

static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (GTK_IS_LABEL (child) && strstr (gtk_label_get_text (GTK_LABEL (child)), text) != NULL)
        return child;
      found = find_label (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
open_for (UiFixture  *fixture,
          const char *value,
          GtkWidget **window)
{
  g_autoptr(PzDocument) amina = load (fixture, "Amina");
  GtkWidget *parent = pz_chip_box_new ("Interests"); /* lets its children go with itself */
  GtkWidget *popover = pz_sharing_popover_new (fixture->classroom);

  gtk_widget_set_parent (popover, parent);
  *window = ui_present (parent, 300, 300);
  pz_sharing_popover_open (PZ_SHARING_POPOVER (popover), PZ_LEARNER_INTERESTS, value, pz_document_get_id (amina));
  return popover;
}

static void
close_window (GtkWidget *popover,
              GtkWidget *window)
{
  g_object_ref (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_settle (); /* GTK holds one that goes while it is open */
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
  g_assert_finalize_object (popover);
}

static gboolean
has_answer (gpointer popover)
{
  return find_label (popover, "In common with") != NULL || find_label (popover, "Nobody else") != NULL;
}

static void
test_names_who_shares_it (UiFixture     *fixture,
                          gconstpointer  data)
{
  GtkWidget *popover, *window;

  add_interest (fixture, "Amina", "Music");
  add_interest (fixture, "Tom", "Music");
  add_interest (fixture, "Chloé", "Chess");
  popover = open_for (fixture, "Music", &window);
  g_assert_true (ui_wait (has_answer, popover));
  g_assert_nonnull (find_label (popover, "Tom & Ann"));
  g_assert_null (find_label (popover, "Chloé"));
  g_assert_null (find_label (popover, "Amina")); /* it is her page */
  close_window (popover, window);
}

static void
show_learner_cb (GSimpleAction *action,
                 GVariant      *id,
                 char         **shown)
{
  *shown = g_variant_dup_string (id, NULL);
}

static gboolean
is_set (gpointer text)
{
  return *(char **) text != NULL;
}

static void
test_a_name_leads_to_the_learner (UiFixture     *fixture,
                                  gconstpointer  data)
{
  g_autoptr(PzDocument) tom = load (fixture, "Tom");
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) action = g_simple_action_new ("show-learner", G_VARIANT_TYPE_STRING);
  g_autofree char *shown = NULL;
  GtkWidget *popover, *window;

  g_signal_connect (action, "activate", G_CALLBACK (show_learner_cb), &shown);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  add_interest (fixture, "Tom", "Music");
  popover = open_for (fixture, "Music", &window);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (actions));
  g_assert_true (ui_wait (has_answer, popover));
  g_signal_emit_by_name (ui_find (popover, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_true (ui_wait (is_set, &shown));
  g_assert_cmpstr (shown, ==, pz_document_get_id (tom));
  close_window (popover, window);
}

static void
test_says_when_nobody_does (UiFixture     *fixture,
                            gconstpointer  data)
{
  GtkWidget *popover, *window;

  add_interest (fixture, "Amina", "Music");
  popover = open_for (fixture, "Music", &window);
  g_assert_true (ui_wait (has_answer, popover));
  g_assert_nonnull (find_label (popover, "Nobody else"));
  close_window (popover, window);
}

static void
take_value_cb (PzSharingPopover  *popover,
               const char        *value,
               char             **taken)
{
  *taken = g_strdup (value);
}

static void
test_offers_to_edit_and_remove (UiFixture     *fixture,
                                gconstpointer  data)
{
  g_autofree char *edited = NULL;
  g_autofree char *removed = NULL;
  GtkWidget *window, *popover = open_for (fixture, "Music", &window);

  g_signal_connect (popover, "edit", G_CALLBACK (take_value_cb), &edited);
  g_signal_connect (popover, "remove", G_CALLBACK (take_value_cb), &removed);
  g_signal_emit_by_name (ui_find (popover, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_cmpstr (edited, ==, "Music");
  g_signal_emit_by_name (ui_find (popover, GTK_TYPE_BUTTON, 1), "clicked");
  g_assert_cmpstr (removed, ==, "Music");
  g_assert_true (ui_wait (has_answer, popover));
  close_window (popover, window);
}

static void
add_tests (void)
{
#define ADD(path, function) \
  g_test_add ("/ui/sharing-popover/" path, UiFixture, PEOPLE, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("names-who-shares-it", test_names_who_shares_it);
  ADD ("a-name-leads-to-the-learner", test_a_name_leads_to_the_learner);
  ADD ("says-when-nobody-does", test_says_when_nobody_does);
  ADD ("offers-to-edit-and-remove", test_offers_to_edit_and_remove);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}

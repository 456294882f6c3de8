/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-group-rules-dialog.h"
#include "pz-grouping-rule.h"

#define PEOPLE "Ana A;Ben B;Cleo C"

static const char *
get_criteria (PzDocument *activity)
{
  return pz_record_get_text (pz_document_get_owner (activity), PZ_ACTIVITY_CRITERIA);
}

static GtkWidget *
open_dialog (UiFixture       *fixture,
             PzDocument      *activity,
             PzGroupWishKind  kind)
{
  GtkWidget *dialog = pz_group_rules_dialog_new (fixture->classroom, activity, kind);

  gtk_window_present (GTK_WINDOW (dialog));
  ui_settle ();
  return dialog;
}

/* (nullable): the button that takes the only rule away */
static GtkWidget *
find_trash (GtkWidget *dialog)
{
  guint n = activities_count (dialog, GTK_TYPE_BUTTON);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *button = ui_find (dialog, GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (button)), "user-trash-symbolic") == 0)
        return button;
    }
  return NULL;
}

static void
test_rules_come_and_go (UiFixture     *fixture,
                        gconstpointer  data)
{
  g_autoptr(PzDocument) activity = activities_add (fixture, "Bridges", TODAY, "groups");
  const char *ana = activities_learner (fixture, "Ana"), *ben = activities_learner (fixture, "Ben");
  g_autofree char *rule = g_strdup_printf ("apart %s,%s:must", ana, ben);
  GtkWidget *dialog;

  ui_save (fixture->classroom);
  dialog = open_dialog (fixture, activity, PZ_WISH_APART);
  g_assert_null (find_trash (dialog));
  pz_group_rules_dialog_add (PZ_GROUP_RULES_DIALOG (dialog), ana, ben);
  g_assert_nonnull (strstr (get_criteria (activity), rule));
  g_assert_nonnull (find_trash (dialog));
  pz_group_rules_dialog_add (PZ_GROUP_RULES_DIALOG (dialog), ben, ana); /* is there already */
  g_assert_null (strstr (strstr (get_criteria (activity), rule) + 1, "apart"));
  g_signal_emit_by_name (find_trash (dialog), "clicked");
  g_assert_null (strstr (get_criteria (activity), "apart"));
  g_assert_null (find_trash (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_save (fixture->classroom);
}

/* A rule of the class stands among those of the activity, and says so. */
static void
test_shows_rules_of_the_class (UiFixture     *fixture,
                               gconstpointer  data)
{
  g_autoptr(PzDocument) activity = activities_add (fixture, "Bridges", TODAY, "groups");
  PzDocument *classroom = pz_classroom_get_document (fixture->classroom);
  const char *ana = activities_learner (fixture, "Ana"), *ben = activities_learner (fixture, "Ben");
  GtkWidget *dialog;

  ui_save (fixture->classroom);
  dialog = open_dialog (fixture, activity, PZ_WISH_APART);
  g_assert_null (find_trash (dialog));
  pz_grouping_rule_set (classroom, PZ_WISH_APART, ana, ben);
  g_assert_nonnull (find_trash (dialog));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (gtk_widget_get_ancestor (find_trash (dialog),
                                                                                         ADW_TYPE_ACTION_ROW))), ==, "always");
  g_signal_emit_by_name (find_trash (dialog), "clicked");
  g_assert_null (find_trash (dialog));
  g_assert_null (pz_grouping_rule_find (classroom, PZ_WISH_APART, ana, ben));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_save (fixture->classroom);
}

static void
test_shows_rules_of_its_kind (UiFixture     *fixture,
                              gconstpointer  data)
{
  g_autoptr(PzDocument) activity = activities_add (fixture, "Bridges", TODAY, "groups");
  g_autofree char *criteria = g_strdup_printf ("size 4\napart %s,%s:must\n", activities_learner (fixture, "Ana"),
                                               activities_learner (fixture, "Ben"));
  GtkWidget *together, *apart;

  pz_record_set_text (pz_document_get_owner (activity), PZ_ACTIVITY_CRITERIA, criteria);
  ui_save (fixture->classroom);
  together = open_dialog (fixture, activity, PZ_WISH_TOGETHER);
  apart = open_dialog (fixture, activity, PZ_WISH_APART);
  g_assert_null (find_trash (together));
  g_assert_nonnull (find_trash (apart));
  gtk_window_destroy (GTK_WINDOW (together));
  gtk_window_destroy (GTK_WINDOW (apart));
  ui_save (fixture->classroom);
}

#define ADD(path, test) \
  g_test_add ("/ui/group-rules-dialog/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("rules-come-and-go", test_rules_come_and_go);
  ADD ("rules-of-the-class", test_shows_rules_of_the_class);
  ADD ("shows-rules-of-its-kind", test_shows_rules_of_its_kind);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-activity-dialog.h"

static void
take_id_cb (PzActivityDialog *dialog,
            const char       *id,
            char            **taken)
{
  *taken = g_strdup (id);
}

static void
test_new_activity (UiFixture     *fixture,
                   gconstpointer  data)
{
  GtkWidget *dialog = pz_activity_dialog_new (fixture->classroom, NULL, NULL);
  PzRecord *draft = pz_activity_dialog_get_draft (PZ_ACTIVITY_DIALOG (dialog));
  g_autofree char *id = NULL;
  g_autoptr(PzDocument) document = NULL;
  PzRecord *owner;

  g_signal_connect (dialog, "saved", G_CALLBACK (take_id_cb), &id);
  g_assert_cmpstr (pz_record_get_text (draft, PZ_ACTIVITY_DATE), ==, TODAY);
  pz_activity_dialog_save (PZ_ACTIVITY_DIALOG (dialog)); /* without a title it stays open, and says so */
  g_assert_null (id);
  g_assert_nonnull (pz_form_get_problem (pz_activity_dialog_get_form (PZ_ACTIVITY_DIALOG (dialog)), PZ_ACTIVITY_TITLE));
  pz_record_set_text (draft, PZ_ACTIVITY_TITLE, "Bridges");
  pz_record_set_text (draft, PZ_ACTIVITY_SETTING, "groups");
  pz_activity_dialog_save (PZ_ACTIVITY_DIALOG (dialog));
  ui_save (fixture->classroom);
  document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_ACTIVITY, id, NULL);
  owner = pz_document_get_owner (document);
  g_assert_cmpstr (pz_record_get_text (owner, PZ_ACTIVITY_TITLE), ==, "Bridges");
  g_assert_cmpstr (pz_record_get_text (owner, PZ_ACTIVITY_DATE), ==, TODAY);
  g_assert_cmpstr (pz_record_get_text (owner, PZ_ACTIVITY_SETTING), ==, "groups");
  g_assert_cmpstr (pz_record_get_text (owner, PZ_ACTIVITY_STATE), ==, "planned");
  g_assert_cmpstr (pz_classroom_get_undo_label (fixture->classroom), ==, "New activity");
}

static void
test_only_what_changed_is_written (UiFixture     *fixture,
                                   gconstpointer  data)
{
  g_autoptr(PzDocument) document = activities_add (fixture, "Bridges", TODAY, "groups");
  PzRecord *owner = pz_document_get_owner (document);
  GtkWidget *dialog;

  ui_save (fixture->classroom);
  dialog = pz_activity_dialog_new (fixture->classroom, document, owner);
  pz_record_set_text (owner, PZ_ACTIVITY_AIMS, "Written elsewhere meanwhile");
  pz_record_set_text (pz_activity_dialog_get_draft (PZ_ACTIVITY_DIALOG (dialog)), PZ_ACTIVITY_TITLE, "Towers");
  pz_activity_dialog_save (PZ_ACTIVITY_DIALOG (dialog));
  g_assert_cmpstr (pz_record_get_text (owner, PZ_ACTIVITY_TITLE), ==, "Towers");
  g_assert_cmpstr (pz_record_get_text (owner, PZ_ACTIVITY_AIMS), ==, "Written elsewhere meanwhile");
  ui_save (fixture->classroom);
}

static void
test_groups_and_participations (UiFixture     *fixture,
                                gconstpointer  data)
{
  g_autoptr(PzDocument) document = activities_add (fixture, "Bridges", TODAY, "groups");
  PzRecord *group = pz_activity_add_group (document, 1, "Arch"), *second = pz_activity_add_group (document, 2, "Beam");
  PzRecord *part = pz_activity_take_part (document, activities_learner (fixture, "Ana"), 1);
  GtkWidget *dialog;

  ui_save (fixture->classroom);
  dialog = pz_activity_dialog_new (fixture->classroom, document, second);
  pz_record_set_text (pz_activity_dialog_get_draft (PZ_ACTIVITY_DIALOG (dialog)), PZ_GROUP_NAME, "Arch");
  pz_activity_dialog_save (PZ_ACTIVITY_DIALOG (dialog)); /* another round may have the same names */
  g_assert_cmpstr (pz_record_get_text (second, PZ_GROUP_NAME), ==, "Arch");
  g_assert_cmpstr (pz_record_get_text (group, PZ_GROUP_NAME), ==, "Arch");
  dialog = pz_activity_dialog_new (fixture->classroom, document, part);
  pz_record_set_text (pz_activity_dialog_get_draft (PZ_ACTIVITY_DIALOG (dialog)), PZ_PARTICIPATION_ROLE, "Reader");
  pz_activity_dialog_save (PZ_ACTIVITY_DIALOG (dialog));
  g_assert_cmpstr (pz_record_get_text (part, PZ_PARTICIPATION_ROLE), ==, "Reader");
  ui_save (fixture->classroom);
}

#define ADD(path, test) \
  g_test_add ("/ui/activity-dialog/" path, UiFixture, "Ana Garcia", ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("new-activity", test_new_activity);
  ADD ("only-what-changed-is-written", test_only_what_changed_is_written);
  ADD ("groups-and-participations", test_groups_and_participations);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-privacy-group.h"
#include "ui-fixture.h"

static PzRecord *
get_owner (UiFixture *fixture)
{
  return pz_document_get_owner (pz_classroom_get_document (fixture->classroom));
}

static void
hidden_cb (char      **label,
           const char *text)
{
  g_free (*label);
  *label = g_strdup (text);
}

static void
test_off_until_turned_on (UiFixture     *fixture,
                          gconstpointer  data)
{
  GtkWidget *group = pz_privacy_group_new (fixture->classroom);
  GtkWidget *window = ui_present (group, 480, 300);
  GtkSwitch *birth = GTK_SWITCH (pz_privacy_group_get_switch (PZ_PRIVACY_GROUP (group), "birth-date"));
  PzIndex *index = pz_classroom_get_index (fixture->classroom);
  g_autoptr(PzDocument) learner = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, pz_index_peek_id (index, 0), NULL);
  g_autofree char *hidden = NULL;

  g_assert_null (pz_privacy_group_get_switch (PZ_PRIVACY_GROUP (group), "given-name")); /* not sensitive */
  g_signal_connect_swapped (group, "hidden", G_CALLBACK (hidden_cb), &hidden);
  g_assert_false (gtk_switch_get_active (birth));
  gtk_switch_set_active (birth, TRUE);
  g_assert_true (pz_record_set_has (get_owner (fixture), PZ_CLASSROOM_FIELDS_ON, "birth-date"));
  g_assert_null (hidden);
  pz_record_set_text (pz_document_get_owner (learner), PZ_LEARNER_BIRTH_DATE, "2016-03-01");
  ui_save (fixture->classroom);
  gtk_switch_set_active (birth, FALSE);
  g_assert_false (pz_record_set_has (get_owner (fixture), PZ_CLASSROOM_FIELDS_ON, "birth-date"));
  g_assert_nonnull (hidden);
  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (learner), PZ_LEARNER_BIRTH_DATE), ==, "2016-03-01");
  ui_save (fixture->classroom);
  g_assert_true (pz_classroom_undo (fixture->classroom, NULL));
  g_assert_true (gtk_switch_get_active (birth));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_names_local_fields (void)
{
  g_autoptr(GtkWidget) group = g_object_ref_sink (pz_privacy_local_group_new ());

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (ui_find (group, ADW_TYPE_ACTION_ROW, 0))), ==,
                   pz_field_get_label (&pz_schema_get_record (PZ_RECORD_LEARNER)->fields[PZ_LEARNER_PRIVATE_NOTES]));
}

static void
add_tests (void)
{
  g_test_add ("/ui/privacy-group/is-off-until-turned-on-and-deletes-nothing", UiFixture, "Amina Yusuf", ui_fixture_set_up,
              test_off_until_turned_on, ui_fixture_tear_down);
  g_test_add_func ("/ui/privacy-group/names-what-never-leaves", test_names_local_fields);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}

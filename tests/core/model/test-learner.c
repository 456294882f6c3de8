/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-learner.h"

static void
test_every_type_has_its_class (void)
{
  g_assert_cmpstr (g_type_name (PZ_TYPE_LEARNER), ==, "PzLearner");
  g_assert_cmpstr (g_type_name (PZ_TYPE_GOAL), ==, "PzGoal");
  g_assert_cmpstr (g_type_name (PZ_TYPE_CONTACT), ==, "PzContact");
  g_assert_cmpstr (g_type_name (pz_record_type_get_gtype (PZ_RECORD_CHECK_IN)), ==, "PzCheckIn");
  g_assert_cmpstr (g_type_name (pz_record_type_get_gtype (PZ_RECORD_CLASSROOM)), ==, "PzClassroomRecord");
  for (guint i = 0; i < PZ_N_RECORD_TYPES; i++)
    {
      GType type = pz_record_type_get_gtype ((PzRecordType) i);
      g_autoptr(PzRecord) record = pz_record_new ((PzRecordType) i, "x1");

      g_assert_true (g_type_is_a (type, PZ_TYPE_RECORD));
      g_assert_true (type == pz_record_type_get_gtype ((PzRecordType) i));
      g_assert_true (G_OBJECT_TYPE (record) == type);
      g_assert_cmpint (pz_record_get_record_type (record), ==, (int) i);
      g_assert_cmpstr (pz_record_get_id (record), ==, "x1");
    }
}

static void
assert_name (PzRecord   *learner,
             const char *expected)
{
  g_autofree char *name = pz_learner_dup_display_name (learner);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_name_to_show (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  PzRecord *learner = pz_document_get_owner (document);

  assert_name (learner, "No name yet");
  pz_record_set_text (learner, PZ_LEARNER_FAMILY_NAME, "Jansen");
  assert_name (learner, "Jansen");
  pz_record_set_text (learner, PZ_LEARNER_GIVEN_NAME, "Noor");
  assert_name (learner, "Noor Jansen");
  pz_record_set_text (learner, PZ_LEARNER_PREFERRED_NAME, "Nono");
  assert_name (learner, "Nono Jansen");
  pz_record_set_text (learner, PZ_LEARNER_FAMILY_NAME, NULL);
  assert_name (learner, "Nono");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/learner/every-type-has-its-class", test_every_type_has_its_class);
  g_test_add_func ("/core/learner/name-to-show", test_name_to_show);
  return g_test_run ();
}

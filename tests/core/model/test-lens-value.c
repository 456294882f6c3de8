/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-lens-value.h"

static void
assert_value (PzRecord   *learner,
              const char *lens,
              const char *expected)
{
  g_autofree char *value = pz_lens_value_dup (learner, lens);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_one_value_for_each_lens (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  PzRecord *learner = pz_document_get_owner (document);
  guint n_notified = 0;

  assert_value (learner, "language", NULL);
  pz_lens_value_set (learner, "language", "both: at times");
  pz_lens_value_set (learner, "lang", "other");
  assert_value (learner, "language", "both: at times");
  assert_value (learner, "lang", "other");
  g_signal_connect (learner, "notify::lens-values", G_CALLBACK (fixture_count_cb), &n_notified);
  pz_lens_value_set (learner, "language", "school language");
  assert_value (learner, "language", "school language");
  g_assert_cmpuint (n_notified, ==, 1);
  pz_lens_value_set (learner, "language", "school language");
  g_assert_cmpuint (n_notified, ==, 1);
  pz_lens_value_set (learner, "language", NULL);
  assert_value (learner, "language", NULL);
  assert_value (learner, "lang", "other");
}

static void
test_what_two_devices_wrote_becomes_one (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  PzRecord *learner = pz_document_get_owner (document);

  pz_record_set_add (learner, PZ_LEARNER_LENS_VALUES, "language:b");
  pz_record_set_add (learner, PZ_LEARNER_LENS_VALUES, "language:a");
  assert_value (learner, "language", "a");
  pz_lens_value_set (learner, "language", "b");
  g_assert_false (pz_record_set_has (learner, PZ_LEARNER_LENS_VALUES, "language:a"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/lens-value/one-value-for-each-lens", test_one_value_for_each_lens);
  g_test_add_func ("/core/lens-value/what-two-devices-wrote-becomes-one", test_what_two_devices_wrote_becomes_one);
  return g_test_run ();
}

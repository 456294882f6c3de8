/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

static void
test_unknown_member_is_copied (void)
{
  char name[] = "future", slice[] = "[1,2]rest";
  PzUnknown *unknown = pz_unknown_new (name, slice, 5);

  memset (name, 'x', sizeof name - 1);
  memset (slice, 'x', sizeof slice - 1);
  g_assert_cmpstr (unknown->name, ==, "future");
  g_assert_cmpstr (unknown->slice, ==, "[1,2]");
  pz_unknown_free (unknown);
}

static void
test_change_holds_what_was_and_is (void)
{
  g_autoptr(PzRecord) record = pz_record_new (PZ_RECORD_GOAL, "g1");
  PzValue before = pz_value_text ("a"), after = pz_value_text ("b");
  PzChange *change = pz_change_new (record, PZ_GOAL_NEEDS, "quiet", &before, &after);

  pz_value_clear (&before);
  pz_value_clear (&after);
  g_assert_cmpstr (change->record, ==, "g1");
  g_assert_cmpint (change->type, ==, PZ_RECORD_GOAL);
  g_assert_cmpint (change->field, ==, PZ_GOAL_NEEDS);
  g_assert_cmpstr (change->element, ==, "quiet");
  g_assert_cmpstr (change->before.text, ==, "a");
  g_assert_cmpstr (change->after.text, ==, "b");
  pz_change_free (change);
}

static void
test_addition_has_no_values (void)
{
  g_autoptr(PzRecord) record = pz_record_new (PZ_RECORD_GOAL, "g1");
  PzChange *change = pz_change_new (record, -1, NULL, NULL, NULL);

  g_assert_cmpint (change->field, ==, -1);
  g_assert_null (change->element);
  g_assert_cmpint (change->before.kind, ==, PZ_VALUE_NONE);
  g_assert_cmpint (change->after.kind, ==, PZ_VALUE_NONE);
  pz_change_free (change);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/change/unknown-member-is-copied", test_unknown_member_is_copied);
  g_test_add_func ("/core/change/holds-what-was-and-is", test_change_holds_what_was_and_is);
  g_test_add_func ("/core/change/addition-has-no-values", test_addition_has_no_values);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis-fixture.h"

static void
test_counts_what_is_missing (void)
{
  assert_refused (pz_refusal_more_points (2, 3), "1 more point needed");
  assert_refused (pz_refusal_more_points (1, 3), "2 more points needed");
  assert_allowed (pz_refusal_more_points (3, 3));
  assert_allowed (pz_refusal_more_points (4, 3));
}

static void
test_nothing_refused_says_nothing (void)
{
  g_autofree char *text = pz_refusal_dup_text (pz_refusal_none ());

  assert_allowed (pz_refusal_none ());
  g_assert_cmpstr (text, ==, "");
}

static void
test_every_reason_has_name_and_sentence (void)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < PZ_N_REFUSALS; i++)
    {
      PzRefusal refusal = pz_refusal_new ((PzRefusalReason) i);

      g_assert_cmpint (refusal.reason, ==, (int) i);
      g_assert_true (g_hash_table_add (names, (gpointer) pz_refusal_get_name (refusal)));
      g_assert_true (g_hash_table_add (texts, pz_refusal_dup_text (refusal)));
    }
}

static void
test_sentences_count (void)
{
  assert_refused ((PzRefusal) { PZ_REFUSAL_MORE_DAYS, 1 }, "The points must go over 1 more day");
  assert_refused ((PzRefusal) { PZ_REFUSAL_MORE_DAYS, 6 }, "The points must go over 6 more days");
  assert_refused ((PzRefusal) { PZ_REFUSAL_MORE_BEFORE, 2 }, "2 points too few were measured before the change");
  assert_refused ((PzRefusal) { PZ_REFUSAL_OTHER_PHASE, 1 }, "1 more point needed since the teaching changed");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/refusal/counts-what-is-missing", test_counts_what_is_missing);
  g_test_add_func ("/core/refusal/nothing-refused-says-nothing", test_nothing_refused_says_nothing);
  g_test_add_func ("/core/refusal/every-reason-has-name-and-sentence", test_every_reason_has_name_and_sentence);
  g_test_add_func ("/core/refusal/sentences-count", test_sentences_count);
  return g_test_run ();
}

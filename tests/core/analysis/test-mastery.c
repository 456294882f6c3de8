/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-mastery.h"

#include "analysis-fixture.h"

static double
get (PzMasteryMethod method,
     gsize           n)
{
  /* 2, 4, 3 by the days they are from; written down in another order */
  PzEvidence evidence[] = { { 30, 3 }, { 10, 2 }, { 20, 4 } };
  double value = -1;

  assert_allowed (pz_mastery_get_value (evidence, n, method, &value));
  return value;
}

static void
test_by_the_day_of_the_evidence (void)
{
  assert_near (get (PZ_MASTERY_LATEST, 3), 3);
  assert_near (get (PZ_MASTERY_HIGHEST, 3), 4);
  assert_near (get (PZ_MASTERY_MEDIAN, 3), 3);
  assert_near (get (PZ_MASTERY_DECAYING, 3), 3);
  assert_near (get (PZ_MASTERY_DECAYING, 2), 0.65 * 3 + 0.35 * 2);
  assert_near (get (PZ_MASTERY_MEDIAN, 2), 2.5);
}

static void
test_every_order_of_writing_gives_one_value (void)
{
  static const guint orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
  const PzEvidence all[] = { { 10, 2 }, { 20, 4 }, { 30, 3 } };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      PzEvidence evidence[] = { all[orders[i][0]], all[orders[i][1]], all[orders[i][2]] };
      double value = -1;

      assert_allowed (pz_mastery_get_value (evidence, 3, PZ_MASTERY_DECAYING, &value));
      assert_near (value, 3);
    }
}

static void
test_of_one_day_the_last_written_is_the_latest (void)
{
  PzEvidence evidence[] = { { 20, 1 }, { 10, 4 }, { 20, 2 }, { 20, 3 } };
  double value = -1;

  assert_allowed (pz_mastery_get_value (evidence, 4, PZ_MASTERY_LATEST, &value));
  assert_near (value, 3);
}

static void
test_one_piece_is_its_own_value (void)
{
  for (guint method = 0; method < PZ_N_MASTERY_METHODS; method++)
    assert_near (get ((PzMasteryMethod) method, 1), 3);
}

static void
test_n_of_m (void)
{
  PzEvidence evidence[] = { { 50, 2 }, { 40, 3 }, { 30, 3 }, { 20, 1 }, { 10, 4 } };
  gboolean reached = FALSE;

  assert_allowed (pz_mastery_is_reached (evidence, 5, 3, 2, 3, &reached));
  g_assert_true (reached);
  assert_allowed (pz_mastery_is_reached (evidence, 5, 3, 3, 4, &reached));
  g_assert_false (reached);
  assert_allowed (pz_mastery_is_reached (evidence, 5, 3, 3, 5, &reached));
  g_assert_true (reached);
  assert_allowed (pz_mastery_is_reached (evidence, 2, 1, 2, 9, &reached));
  g_assert_true (reached);
}

static void
test_refused_in_words (void)
{
  PzEvidence evidence[] = { { 50, 2 } };
  gboolean reached = FALSE;
  double value = -1;

  assert_refused (pz_mastery_get_value (NULL, 0, PZ_MASTERY_LATEST, &value), "Nothing has been rated yet");
  assert_refused (pz_mastery_is_reached (evidence, 1, 2, 3, 5, &reached), "2 more points needed");
}

static void
test_methods_have_names (void)
{
  g_assert_cmpstr (pz_mastery_get_label (PZ_MASTERY_LATEST), ==, "latest");
  g_assert_cmpstr (pz_mastery_get_label (PZ_MASTERY_DECAYING), ==, "decaying average: the latest counts 65 %");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/mastery/by-the-day-of-the-evidence", test_by_the_day_of_the_evidence);
  g_test_add_func ("/core/mastery/every-order-of-writing-gives-one-value", test_every_order_of_writing_gives_one_value);
  g_test_add_func ("/core/mastery/of-one-day-the-last-written-is-the-latest",
                   test_of_one_day_the_last_written_is_the_latest);
  g_test_add_func ("/core/mastery/one-piece-is-its-own-value", test_one_piece_is_its_own_value);
  g_test_add_func ("/core/mastery/n-of-m", test_n_of_m);
  g_test_add_func ("/core/mastery/refused-in-words", test_refused_in_words);
  g_test_add_func ("/core/mastery/methods-have-names", test_methods_have_names);
  return g_test_run ();
}

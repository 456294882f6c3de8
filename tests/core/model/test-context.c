/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

static void
test_has_seen_what_was_added (void)
{
  g_autoptr(PzContext) context = pz_context_new ();
  const PzStamp numbered = { 7, 3, 100 }, pending = { 7, 0, 100 }, later = { 7, 0, 101 }, other = { 8, 3, 100 };

  g_assert_false (pz_context_covers (context, &numbered));
  pz_context_add (context, &numbered);
  g_assert_true (pz_context_covers (context, &numbered));
  g_assert_false (pz_context_covers (context, &pending));
  g_assert_false (pz_context_covers (context, &other));
  pz_context_add (context, &pending);
  g_assert_true (pz_context_covers (context, &pending));
  g_assert_false (pz_context_covers (context, &later));
}

static void
test_vector_covers_all_up_to_it (void)
{
  g_autoptr(PzContext) context = pz_context_new ();
  const PzStamp third = { 7, 3, 0 }, fourth = { 7, 4, 0 }, pending = { 7, 0, 1 };

  pz_context_set_vector (context, 7, 3);
  g_assert_true (pz_context_covers (context, &third));
  g_assert_false (pz_context_covers (context, &fourth));
  g_assert_false (pz_context_covers (context, &pending));
  pz_context_set_vector (context, 7, 2); /* never lowered */
  g_assert_true (pz_context_covers (context, &third));
  pz_context_set_vector (context, 7, 4);
  g_assert_true (pz_context_covers (context, &fourth));
}

static void
test_takes_over_another_context (void)
{
  g_autoptr(PzContext) context = pz_context_new (), other = pz_context_new ();
  const PzStamp third = { 7, 3, 0 }, single = { 8, 9, 0 };

  pz_context_set_vector (other, 7, 3);
  pz_context_add (other, &single);
  pz_context_add_context (context, other);
  g_assert_true (pz_context_covers (context, &third));
  g_assert_true (pz_context_covers (context, &single));
}

static void
test_document_shows_what_was_seen (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (
      "\"learner\":{\"given-name\":\"a\",\"needs\":[\"b\"]}",
      "{\"devices\":[\"9f1c22d07ab4e356\"],\"records\":{\"" FIXTURE_ID "\":{\"*\":\"0.1.0199249b2c40-0\","
      "\"given-name\":{\"stamp\":\"0199249b2c41-0\",\"replaces\":[\"0.7\"]},\"needs/b\":\"0.5.0199249b2c41-0\","
      "\"needs/c\":{\"stamp\":\"0199249b2c49-0\",\"replaces\":[\"0.8\"],\"gone\":true}}}}",
      clock);
  g_autoptr(PzContext) context = pz_context_new ();

  pz_context_add_document (context, document);
  for (guint64 number = 1; number < 10; number++)
    {
      PzStamp tag = { FIXTURE_DEVICE, number, 0 };

      g_assert_cmpint (pz_context_covers (context, &tag), ==, number == 1 || number == 5 || number == 7 || number == 8);
    }
  g_assert_true (pz_context_covers (context, &(PzStamp){ FIXTURE_DEVICE, 0, PZ_HLC (0x0199249b2c41, 0) }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/context/has-seen-what-was-added", test_has_seen_what_was_added);
  g_test_add_func ("/core/context/vector-covers-all-up-to-it", test_vector_covers_all_up_to_it);
  g_test_add_func ("/core/context/takes-over-another-context", test_takes_over_another_context);
  g_test_add_func ("/core/context/document-shows-what-was-seen", test_document_shows_what_was_seen);
  return g_test_run ();
}

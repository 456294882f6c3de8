/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-text.h"

#include <math.h>

static void
test_numbers (void)
{
  static const struct { const char *typed; gboolean is_number; double value, out_of; } rows[] = {
    { "79", TRUE, 79, NAN }, { "3,5", TRUE, 3.5, NAN }, { "3.5", TRUE, 3.5, NAN }, { "-2", TRUE, -2, NAN },
    { "+1", TRUE, 1, NAN }, { "\xe2\x88\x92" "2", TRUE, -2, NAN }, { "13/16", TRUE, 13, 16 }, { "80%", TRUE, 80, NAN },
    { "٧٩٫٥", TRUE, 79.5, NAN }, { "८०", TRUE, 80, NAN }, { "5m", TRUE, 5, NAN }, { "5min", TRUE, 5, NAN },
    { "2.", FALSE, 0, 0 }, { "1.2.3", FALSE, 0, 0 }, { "5b", FALSE, 0, 0 }, { "-", FALSE, 0, 0 }, { "13/", FALSE, 0, 0 },
    { "13/x", FALSE, 0, 0 }, { "1e5", FALSE, 0, 0 }, { "0x10", FALSE, 0, 0 }, { "nan", FALSE, 0, 0 },
    { "1234567890123", FALSE, 0, 0 }, { "am", FALSE, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzQuickText) text = pz_quick_text_new (rows[i].typed);

      g_test_message ("%s", rows[i].typed);
      g_assert_cmpuint (text->n_tokens, ==, 1);
      g_assert_cmpint (text->tokens[0].is_number, ==, rows[i].is_number);
      if (!rows[i].is_number)
        continue;
      g_assert_cmpfloat_with_epsilon (text->tokens[0].value, rows[i].value, 1e-9);
      g_assert_true (isnan (rows[i].out_of) == isnan (text->tokens[0].out_of));
      if (!isnan (rows[i].out_of))
        g_assert_cmpfloat_with_epsilon (text->tokens[0].out_of, rows[i].out_of, 1e-9);
    }
}

static void
test_takes_text_apart (void)
{
  g_autoptr(PzQuickText) text = pz_quick_text_new ("  Anne-Marie\xc2\xa0 — 80%  ");

  g_assert_cmpuint (text->n_tokens, ==, 3);
  g_assert_cmpstr (text->tokens[0].joined, ==, "annemarie");
  g_assert_cmpstr (text->tokens[0].folded[1], ==, "marie");
  g_assert_cmpuint (text->tokens[0].start, ==, 2);
  g_assert_cmpuint (text->tokens[0].end, ==, 12);
  g_assert_null (text->tokens[1].folded[0]);
  g_assert_true (text->tokens[2].has_percent);
}

static void
test_rest_is_as_it_was_typed (void)
{
  g_autoptr(PzQuickText) text = pz_quick_text_new ("am  read two   long 79 Words\talone");
  gboolean used[] = { TRUE, TRUE, FALSE, FALSE, TRUE, FALSE, FALSE, FALSE };
  g_autofree char *rest = pz_quick_text_dup_rest (text, used, 0);

  g_assert_cmpstr (rest, ==, "two   long Words\talone");
}

static void
test_words (void)
{
  g_autoptr(PzQuickText) typing = pz_quick_text_new ("am obs");
  g_autoptr(PzQuickText) sentence = pz_quick_text_new ("am obs today check in 5 MIN");
  g_autofree char *first = pz_quick_text_get_word (PZ_QUICK_WORD_ONE_TO_ONE);

  g_assert_cmpuint (pz_quick_text_is_word (typing, 1, PZ_QUICK_WORD_OBSERVATION), ==, 1);
  g_assert_cmpuint (pz_quick_text_is_word (typing, 1, PZ_QUICK_WORD_FAMILY), ==, 0);
  g_assert_cmpuint (pz_quick_text_is_word (sentence, 1, PZ_QUICK_WORD_OBSERVATION), ==, 0);
  g_assert_cmpuint (pz_quick_text_is_word (sentence, 2, PZ_QUICK_WORD_TODAY), ==, 1);
  g_assert_cmpuint (pz_quick_text_is_word (sentence, 3, PZ_QUICK_WORD_ONE_TO_ONE), ==, 2);
  g_assert_cmpuint (pz_quick_text_is_word (sentence, 6, PZ_QUICK_WORD_MINUTES), ==, 1);
  g_assert_cmpstr (first, ==, "check-in");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/quick-text/numbers", test_numbers);
  g_test_add_func ("/core/quick-text/takes-text-apart", test_takes_text_apart);
  g_test_add_func ("/core/quick-text/rest-is-as-it-was-typed", test_rest_is_as_it_was_typed);
  g_test_add_func ("/core/quick-text/words", test_words);
  return g_test_run ();
}

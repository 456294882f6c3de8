/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quick-fixture.h"

#include <math.h>
#include <string.h>

static PzQuickReading *
read_at (PzQuickEntry *entry,
         const char   *typed,
         guint         position)
{
  g_autoptr(GPtrArray) readings = pz_quick_entry_read (entry, typed);

  g_assert_cmpuint (readings->len, >, position);
  return pz_quick_reading_ref (g_ptr_array_index (readings, position));
}

static void
test_says_why_not (void)
{
  static const struct { const char *typed, *problem; } rows[] = {
    { "am help 79", "0 to 5 times" },
    { "am help", "0 to 5 times" },
    { "ilkay homework", "yes or no" },
    { "ilkay homework 2", "yes or no" },
    { "elif 17/16", "share" },
    { "elif 120", "0 to 100 %" },
    { "tariq 2000 min", "1440" },
    { "tariq family", "minutes" },
    { "an", "goal" },
  };
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzQuickReading) reading = read_at (entry, rows[i].typed, 0);
      g_autofree char *problem = pz_quick_reading_dup_problem (reading);

      g_test_message ("%s: %s", rows[i].typed, problem);
      g_assert_nonnull (strstr (problem, rows[i].problem));
    }
}

static void
test_too_long_a_text_is_refused (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  g_autofree char *sentence = g_strnfill (20001, 'x');
  g_autofree char *typed = g_strconcat ("tariq ", sentence, NULL);
  g_autoptr(PzQuickReading) reading = read_at (entry, typed, 0);
  g_autofree char *problem = pz_quick_reading_dup_problem (reading);

  g_assert_cmpint (reading->state, ==, PZ_QUICK_REFUSED);
  g_assert_nonnull (strstr (problem, "too long"));
}

/* one completion after the other, until nothing is left to complete */
static void
test_completes_name_then_goal (void)
{
  static const struct { const char *typed; gboolean with_class; const char *steps[3]; } rows[] = {
    { "am read 79 alone", FALSE,
      { "Amina Yusuf read 79 alone", "Amina Yusuf Reads aloud fluently 79 alone", NULL } },
    { "am 79 read", FALSE, { "Amina Yusuf 79 read", "Amina Yusuf 79 Reads aloud fluently ", NULL } },
    { "ay", FALSE, { "Amina Yusuf ", "Amina Yusuf Asks for help when stuck ", NULL } },
    { "tariq", TRUE, { "Tariq Haddad 5b ", "Tariq Haddad 5b check-in ", NULL } },
    { "tariq absent", FALSE, { "Tariq Haddad absent", NULL } },
  };
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup (rows[i].typed);

      for (guint step = 0; step < 3; step++)
        {
          g_autoptr(PzQuickReading) reading = read_at (entry, text, 0);
          char *next = pz_quick_reading_complete (reading, text, rows[i].with_class);

          g_assert_cmpstr (next, ==, rows[i].steps[step]);
          if (next == NULL)
            break;
          g_free (text);
          text = next;
        }
    }
}

static void
test_same_thing_with_another_value (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  g_autoptr(PzQuickReading) a = read_at (entry, "am read 79", 0);
  g_autoptr(PzQuickReading) b = read_at (entry, "amina read 8", 0);
  g_autoptr(PzQuickReading) note = read_at (entry, "amina laughed", 0);
  g_autoptr(PzQuickReading) family = read_at (entry, "amina family laughed", 0);

  g_assert_true (pz_quick_reading_is_same (a, b));
  g_assert_false (pz_quick_reading_is_same (a, note));
  g_assert_false (pz_quick_reading_is_same (note, family));
}

static void
test_brief_leaves_the_note_out (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  g_autoptr(PzQuickReading) measured = read_at (entry, "am read 79 two words", 0);
  g_autoptr(PzQuickReading) note = read_at (entry, "tariq laughed", 0);
  g_autofree char *brief = pz_quick_reading_dup_brief (measured, "A");
  g_autofree char *words = pz_quick_reading_dup_brief (note, "T");
  g_autofree char *bare = pz_quick_reading_dup_bare (note, "Learner 1");

  g_assert_cmpstr (brief, ==, "A · Reads aloud fluently · 79 words a minute");
  g_assert_cmpstr (words, ==, "T · Note · “laughed”");
  g_assert_cmpstr (bare, ==, "Learner 1 · Note");
}

static void
test_values_in_words (void)
{
  g_autoptr(PzQuickGoal) plain = pz_quick_goal_new ("g", NULL, NULL);
  g_autofree char *none = pz_quick_goal_dup_value (plain, NAN, NAN);
  g_autofree char *any = pz_quick_goal_dup_range (plain);
  g_autofree char *least = NULL, *signed_value = NULL, *share = NULL, *level = NULL;

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (any, ==, "");
  plain->minimum = 2;
  least = pz_quick_goal_dup_range (plain);
  g_assert_cmpstr (least, ==, "2 or more");
  signed_value = pz_quick_goal_dup_value (plain, -2, NAN);
  g_assert_cmpstr (signed_value, ==, "\xe2\x81\xa6-2\xe2\x81\xa9");
  plain->unit = g_strdup ("level 1 to 4");
  plain->kind = g_strdup ("level");
  level = pz_quick_goal_dup_value (plain, 3, NAN);
  g_assert_cmpstr (level, ==, "3");
  share = pz_quick_goal_dup_value (plain, 13, 16);
  g_assert_cmpstr (share, ==, "13 of 16");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/quick-reading/says-why-not", test_says_why_not);
  g_test_add_func ("/core/quick-reading/too-long-a-text-is-refused", test_too_long_a_text_is_refused);
  g_test_add_func ("/core/quick-reading/completes-name-then-goal", test_completes_name_then_goal);
  g_test_add_func ("/core/quick-reading/same-thing-with-another-value", test_same_thing_with_another_value);
  g_test_add_func ("/core/quick-reading/brief-leaves-the-note-out", test_brief_leaves_the_note_out);
  g_test_add_func ("/core/quick-reading/values-in-words", test_values_in_words);
  return g_test_run ();
}

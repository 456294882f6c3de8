/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-interpret.h"

#include "pz-random.h"
#include "quick-fixture.h"

#include <math.h>
#include <string.h>

/* every reading of what stands behind the name, in the order they were added */
static GPtrArray *
interpret (PzQuickEntry *entry,
           const char   *name,
           const char   *typed,
           guint         n_name)
{
  g_autoptr(PzQuickText) text = pz_quick_text_new (typed);
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_reading_unref);

  pz_quick_interpret (quick_fixture_learner (entry, name), text, n_name, readings);
  return readings;
}

static char *
list (GPtrArray *readings)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < readings->len; i++)
    {
      g_autofree char *line = quick_fixture_line (readings->pdata[i]);
      const char *behind_name = strstr (line, " · ");

      g_assert_nonnull (behind_name);
      g_string_append_printf (all, "%s%s", i > 0 ? "\n" : "", behind_name + strlen (" · "));
    }
  return g_string_free (all, FALSE);
}

/* what was typed behind the name, and every way to understand it */
static const struct { const char *name; const char *typed; const char *readings; } rows[] = {
  { "Amina Yusuf", "am read 79",
    "Reads aloud fluently · 79 words a minute\n"
    "Asks for help when stuck · 79 times · Note: “read” !\n"
    "Note · “read 79”" },
  { "Amina Yusuf", "am",
    "Reads aloud fluently ?\nAsks for help when stuck ?\nCheck-in ?\nAbsent today" },
  { "Tariq Haddad", "tariq family 5 mother called",
    "Family · 5 min · “mother called”\nNote · “family 5 mother called”" },
  { "Tariq Haddad", "tariq absent", "Note · “absent”\nAbsent today" },
  { "Tariq Haddad", "tariq absent today", "Note · “absent today”\nAbsent today" },
  { "Tariq Haddad", "tariq absent monday", "Note · “absent monday”" },
  { "Tariq Haddad", "tariq 4 min", "One-to-one · 4 min" },
  { "Tariq Haddad", "tariq said 4 min more", "Note · “said 4 min more”" }, /* within a sentence they belong to it */
  { "Tariq Haddad", "tariq laughed 4 min", "One-to-one · 4 min · “laughed”" },
  { "Tariq Haddad", "tariq 1441 min", "One-to-one · 1441 min !" },
  { "Elif Yıldız", "elif 13 of 16", "Multiplies two-digit numbers · 13 of 16\nNote · “13 of 16”" },
  { "Elif Yıldız", "elif 13 of", "Multiplies two-digit numbers · 13 % · Note: “of”\nNote · “13 of”" },
  { "Elif Yıldız", "elif 80 % multi", "Multiplies two-digit numbers · 80 %\nNote · “80 % multi”" },
  { "İlkay Irmak", "ilkay yes", "Brings homework · yes\nNote · “yes”" },
  { "İlkay Irmak", "ilkay 2", "Brings homework · 2 !\nNote · “2”" },
  { "Chloé O’Brien", "chloe 5 min", "Starts work · 5 minutes\nOne-to-one · 5 min" },
};

static void
test_every_way_to_understand_it (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) readings = interpret (entry, rows[i].name, rows[i].typed, 1);
      g_autofree char *all = list (readings);

      g_test_message ("%s", rows[i].typed);
      g_assert_cmpstr (all, ==, rows[i].readings);
    }
}

static void
test_says_how_well_it_fits (void)
{
  static const struct { const char *name; const char *typed; guint which; guint fit; guint n_explained; } fits[] = {
    { "Amina Yusuf", "am read 79", 0, PZ_QUICK_FIT_NAMED, 2 },
    { "Amina Yusuf", "am read 79", 1, PZ_QUICK_FIT_FORCED, 1 },
    { "Amina Yusuf", "am read 79", 2, PZ_QUICK_FIT_GUESSED, 1 },
    { "Amina Yusuf", "am 79", 0, PZ_QUICK_FIT_GUESSED, 1 },
    { "Amina Yusuf", "am 79", 2, PZ_QUICK_FIT_FORCED, 1 }, /* a sentence that begins with a number */
    { "Amina Yusuf", "am read", 0, PZ_QUICK_FIT_NAMED, 2 },
    { "Amina Yusuf", "am laughed", 0, PZ_QUICK_FIT_INCOMPLETE, 1 },
    { "Amina Yusuf", "am", 0, PZ_QUICK_FIT_OFFERED, 1 },
    { "Tariq Haddad", "tariq", 0, PZ_QUICK_FIT_OFFERED, 1 },
    { "Tariq Haddad", "tariq family x", 0, PZ_QUICK_FIT_NAMED, 2 },
    { "Tariq Haddad", "tariq 4 min", 0, PZ_QUICK_FIT_NAMED, 1 },
    { "Tariq Haddad", "tariq absent", 1, PZ_QUICK_FIT_NAMED, 2 },
    { "Tariq Haddad", "tariq", 1, PZ_QUICK_FIT_OFFERED, 1 },
  };
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      g_autoptr(GPtrArray) readings = interpret (entry, fits[i].name, fits[i].typed, 1);
      const PzQuickReading *reading;

      g_test_message ("%s, %u", fits[i].typed, fits[i].which);
      g_assert_cmpuint (fits[i].which, <, readings->len);
      reading = readings->pdata[fits[i].which];
      g_assert_cmpuint (reading->fit, ==, fits[i].fit);
      g_assert_cmpuint (reading->n_explained, ==, fits[i].n_explained);
    }
}

/* longer than the field holds */
static void
test_too_long_a_text_is_refused (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  g_autofree char *sentence = g_strnfill (20001, 'x');
  g_autofree char *typed = g_strconcat ("am 79 ", sentence, NULL);
  g_autoptr(GPtrArray) readings = interpret (entry, "Amina Yusuf", typed, 1);

  g_assert_cmpuint (readings->len, ==, 3);
  for (guint i = 0; i < readings->len; i++)
    g_assert_cmpint (((PzQuickReading *) readings->pdata[i])->state, ==, PZ_QUICK_REFUSED);
}

/* so that the text can be completed there */
static void
test_says_where_name_and_matter_stand (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  const char *before = "amina yusuf  read 79", *behind = "amina yusuf 79 read";
  g_autoptr(GPtrArray) named = interpret (entry, "Amina Yusuf", before, 2);
  g_autoptr(GPtrArray) after = interpret (entry, "Amina Yusuf", behind, 2);
  g_autoptr(GPtrArray) nothing = interpret (entry, "Amina Yusuf", "amina yusuf 79", 2);
  const PzQuickReading *reading = named->pdata[0];

  g_assert_cmpuint (reading->name_end, ==, strlen ("amina yusuf"));
  g_assert_cmpuint (reading->what_start, ==, strlen ("amina yusuf  "));
  g_assert_cmpuint (reading->what_end, ==, strlen ("amina yusuf  read"));
  reading = after->pdata[0];
  g_assert_cmpuint (reading->what_start, ==, strlen ("amina yusuf 79 "));
  g_assert_cmpuint (reading->what_end, ==, strlen (behind));
  reading = nothing->pdata[0];
  g_assert_cmpuint (reading->what_start, ==, strlen ("amina yusuf"));
  g_assert_cmpuint (reading->what_end, ==, reading->what_start);
}

static void
test_goals_that_are_not_known_yet_are_not_offered (void)
{
  PzQuickLearner *learner = pz_quick_learner_new ("5b", "5b", "x", "Noor", "Noor", "", "Noor");
  g_autoptr(PzQuickText) text = pz_quick_text_new ("noor 79");
  g_autoptr(GPtrArray) readings = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_reading_unref);

  pz_quick_interpret (learner, text, 1, readings);
  g_assert_cmpuint (readings->len, ==, 1);
  g_assert_cmpint (((PzQuickReading *) readings->pdata[0])->what, ==, PZ_QUICK_CHECK_IN);
  pz_quick_learner_unref (learner);
}

static void
test_who_is_away_is_not_marked_again (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  PzQuickLearner *tariq = quick_fixture_learner (entry, "Tariq Haddad");
  g_autoptr(GPtrArray) readings = NULL;

  pz_quick_learner_set_goals (tariq, g_ptr_array_new (), TRUE);
  readings = interpret (entry, "Tariq Haddad", "tariq absent", 1);
  g_assert_cmpint (((PzQuickReading *) readings->pdata[1])->state, ==, PZ_QUICK_REFUSED);
}

/* Words that name nothing stand in the text of every reading, whatever numbers and words that mean something are
 * between them. */
static void
test_no_word_is_lost (void)
{
  static const char *const strange[] = { "zorp", "Blik", "wumm!", "(ö)" };
  static const char *const meaning[] = { "79",     "4m",     "min",   "of",  "16", "read",
                                         "family", "absent", "today", "80%", "—",  "yes" };
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  PzRandom random;

  pz_random_init (&random, 7);
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr(GString) typed = g_string_new ("am");
      g_autoptr(GPtrArray) readings = NULL;

      for (guint n = pz_random_below (&random, 6); n > 0; n--)
        g_string_append_printf (typed, " %s", meaning[pz_random_below (&random, G_N_ELEMENTS (meaning))]);
      g_string_append_printf (typed, " %s", strange[i % G_N_ELEMENTS (strange)]);
      for (guint n = pz_random_below (&random, 6); n > 0; n--)
        g_string_append_printf (typed, " %s", meaning[pz_random_below (&random, G_N_ELEMENTS (meaning))]);
      g_test_message ("%s", typed->str);
      readings = interpret (entry, "Amina Yusuf", typed->str, 1);
      g_assert_cmpuint (readings->len, >=, 3);
      for (guint k = 0; k < readings->len; k++)
        {
          const PzQuickReading *reading = readings->pdata[k];

          g_assert_cmpint (reading->what, !=, PZ_QUICK_ABSENCE);
          g_assert_nonnull (strstr (reading->text, strange[i % G_N_ELEMENTS (strange)]));
        }
    }
}

#define ADD(path, function) g_test_add_func ("/core/quick-interpret/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-way-to-understand-it", test_every_way_to_understand_it);
  ADD ("says-how-well-it-fits", test_says_how_well_it_fits);
  ADD ("too-long-a-text-is-refused", test_too_long_a_text_is_refused);
  ADD ("says-where-name-and-matter-stand", test_says_where_name_and_matter_stand);
  ADD ("goals-that-are-not-known-yet-are-not-offered", test_goals_that_are_not_known_yet_are_not_offered);
  ADD ("who-is-away-is-not-marked-again", test_who_is_away_is_not_marked_again);
  ADD ("no-word-is-lost", test_no_word_is_lost);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-entry-private.h"
#include "quick-fixture.h"

#include <string.h>

/* a reading of Amina that is as good as it can be */
static PzQuickReading *
new_reading (PzQuickEntry *entry,
             PzQuickWhat   what)
{
  PzQuickLearner *learner = quick_fixture_learner (entry, "Amina Yusuf");

  return pz_quick_reading_new (learner, what, what == PZ_QUICK_MEASUREMENT ? learner->goals->pdata[0] : NULL);
}

static int
compare (PzQuickEntry   *entry,
         PzQuickReading *a,
         PzQuickReading *b)
{
  int order = pz_quick_entry_compare_readings (&a, &b, entry);

  /* the other way round it is the other one */
  g_assert_cmpint (pz_quick_entry_compare_readings (&b, &a, entry), ==, -order);
  return order;
}

/* What is worse in one line of the order is worse whatever is better in the lines below it. */
static void
test_each_line_decides_before_those_below_it (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();

  for (guint line = 0; line < 6; line++)
    {
      g_autoptr(PzQuickReading) worse = new_reading (entry, PZ_QUICK_CHECK_IN);
      g_autoptr(PzQuickReading) better = new_reading (entry, PZ_QUICK_CHECK_IN);

      g_test_message ("line %u", line);
      /* 1. the grade of the name */
      worse->grade = line == 0 ? PZ_QUICK_LETTERS : PZ_QUICK_BEGINS;
      better->grade = PZ_QUICK_BEGINS;
      /* 2. how many words are explained */
      worse->n_explained = line == 1 ? 1 : line < 1 ? 3 : 2;
      better->n_explained = 2;
      /* 3. how well the rest fits */
      worse->fit = line == 2 ? 2 : line < 2 ? 0 : 1;
      better->fit = 1;
      /* 4. what can be written */
      worse->state = line == 3 ? PZ_QUICK_REFUSED : PZ_QUICK_READY;
      better->state = line < 3 ? PZ_QUICK_REFUSED : PZ_QUICK_MISSING;
      /* 5. more whole words */
      worse->n_whole = line == 4 ? 0 : line < 4 ? 2 : 1;
      better->n_whole = 1;
      /* 9. a kind that was typed */
      worse->explicit_kind = line < 5;
      better->explicit_kind = TRUE;
      g_assert_cmpint (compare (entry, worse, better), >, 0);
    }
}

static void
test_equal_readings_of_two_learners (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  PzQuickLearner *amina = quick_fixture_learner (entry, "Amina Yusuf");
  PzQuickLearner *tariq = quick_fixture_learner (entry, "Tariq Haddad");
  PzQuickLearner *other = pz_quick_entry_find (entry, "6a", "learner11");
  g_autoptr(PzQuickReading) a = pz_quick_reading_new (amina, PZ_QUICK_CHECK_IN, NULL);
  g_autoptr(PzQuickReading) t = pz_quick_reading_new (tariq, PZ_QUICK_CHECK_IN, NULL);
  g_autoptr(PzQuickReading) o = pz_quick_reading_new (other, PZ_QUICK_CHECK_IN, NULL);

  /* the locale's order of names; then who was written about; before both the class that is shown */
  g_assert_cmpint (compare (entry, a, t), <, 0);
  tariq->written = 1;
  g_assert_cmpint (compare (entry, a, t), >, 0);
  other->written = 2;
  g_assert_cmpint (compare (entry, t, o), <, 0);
  pz_quick_entry_set_shown_class (entry, "6a");
  g_assert_cmpint (compare (entry, t, o), >, 0);
}

static void
test_two_of_one_name_have_an_order_all_the_same (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  PzQuickLearner *one = pz_quick_entry_find (entry, "5b", "learner09");
  PzQuickLearner *two = pz_quick_entry_find (entry, "6a", "learner13");
  g_autoptr(PzQuickReading) a = pz_quick_reading_new (one, PZ_QUICK_CHECK_IN, NULL);
  g_autoptr(PzQuickReading) b = pz_quick_reading_new (two, PZ_QUICK_CHECK_IN, NULL);

  pz_quick_entry_set_shown_class (entry, NULL);
  g_assert_cmpstr (one->name, ==, two->name);
  g_assert_cmpint (compare (entry, a, b), <, 0);
}

static void
test_goals_come_before_check_ins_and_absence (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  g_autoptr(PzQuickReading) goal = new_reading (entry, PZ_QUICK_MEASUREMENT);
  g_autoptr(PzQuickReading) check_in = new_reading (entry, PZ_QUICK_CHECK_IN);
  g_autoptr(PzQuickReading) absence = new_reading (entry, PZ_QUICK_ABSENCE);

  g_assert_cmpint (compare (entry, goal, check_in), <, 0);
  g_assert_cmpint (compare (entry, check_in, absence), <, 0);
  g_assert_cmpint (compare (entry, goal, goal), ==, 0);
}

static void
test_of_two_goals_the_one_at_hand_comes_first (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  PzQuickLearner *amina = quick_fixture_learner (entry, "Amina Yusuf");
  PzQuickGoal *reads = amina->goals->pdata[0], *help = amina->goals->pdata[1];
  g_autoptr(PzQuickReading) r = pz_quick_reading_new (amina, PZ_QUICK_MEASUREMENT, reads);
  g_autoptr(PzQuickReading) h = pz_quick_reading_new (amina, PZ_QUICK_MEASUREMENT, help);

  g_assert_cmpint (compare (entry, h, r), <, 0); /* by title */
  reads->last_date = g_strdup ("2026-11-18");
  g_assert_cmpint (compare (entry, h, r), >, 0); /* measured at all */
  help->last_date = g_strdup ("2026-11-19");
  g_assert_cmpint (compare (entry, h, r), <, 0); /* measured later */
  pz_quick_entry_note_written (entry, r);
  g_assert_cmpint (compare (entry, h, r), >, 0); /* of the measure that was written last */
}

static char *
list (PzQuickEntry *entry,
      const char   *typed)
{
  g_autoptr(PzQuickText) text = pz_quick_text_new (typed);
  g_autoptr(GArray) matches = pz_quick_entry_list_matches (entry, text);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const PzQuickMatch *match = &g_array_index (matches, PzQuickMatch, i);

      g_string_append_printf (names, "%s%s (%u)", i > 0 ? ", " : "", match->learner->name, match->n_tokens);
    }
  return g_string_free (names, FALSE);
}

static void
test_whom_the_beginning_may_name (void)
{
  static const struct { const char *typed; const char *names; } rows[] = {
    { "", "" },
    { "zzq 5", "" },
    { "am", "Amina Yusuf (1)" },
    { "amina yusuf read", "Amina Yusuf (2)" }, /* the longest way to take the name */
    { "yusuf 79", "Amina Yusuf (1)" },
    { "mnysf", "Amina Yusuf (1)" },
    { "maria luz ramos x", "Maria Luz Ramos (3), Maria Luz Ramos (3)" },
    { "— am", "Amina Yusuf (2)" }, /* a dash is no word of a name, nor does it end one */
  };
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *names = list (entry, rows[i].typed);

      g_test_message ("%s", rows[i].typed);
      g_assert_cmpstr (names, ==, rows[i].names);
    }
}

/* letters in some order stand in half of all names: they count only where no name begins with them */
static void
test_letters_count_when_nothing_begins_with_them (void)
{
  g_autoptr(PzQuickEntry) entry = pz_quick_entry_new ();
  g_autofree char *both = NULL, *letters = NULL;

  pz_quick_entry_add (entry, pz_quick_learner_new ("c", "c", "1", "Lena Rau", NULL, NULL, "Lena Rau"));
  pz_quick_entry_add (entry, pz_quick_learner_new ("c", "c", "2", "Alena Mora", NULL, NULL, "Alena Mora"));
  both = list (entry, "lena");
  letters = list (entry, "lnm");
  g_assert_cmpstr (both, ==, "Lena Rau (1)");
  g_assert_cmpstr (letters, ==, "Alena Mora (1)");
}

static void
test_of_many_the_best_are_kept (void)
{
  g_autoptr(PzQuickEntry) entry = pz_quick_entry_new ();
  g_autoptr(PzQuickText) text = pz_quick_text_new ("noor");
  g_autoptr(GArray) matches = NULL;

  for (guint i = 0; i < 3 * PZ_QUICK_MAX_LEARNERS; i++)
    {
      g_autofree char *id = g_strdup_printf ("%03u", (i * 37) % 100);
      PzQuickLearner *learner = pz_quick_learner_new ("c", "c", id, "Noor", NULL, NULL, "Noor");

      learner->written = i;
      pz_quick_entry_add (entry, learner);
    }
  matches = pz_quick_entry_list_matches (entry, text);
  g_assert_cmpuint (matches->len, ==, PZ_QUICK_MAX_LEARNERS);
  for (guint i = 0; i < matches->len; i++) /* those written about most recently */
    g_assert_cmpuint (g_array_index (matches, PzQuickMatch, i).learner->written, ==, 3 * PZ_QUICK_MAX_LEARNERS - 1 - i);
}

#define ADD(path, function) g_test_add_func ("/core/quick-order/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("each-line-decides-before-those-below-it", test_each_line_decides_before_those_below_it);
  ADD ("equal-readings-of-two-learners", test_equal_readings_of_two_learners);
  ADD ("two-of-one-name-have-an-order-all-the-same", test_two_of_one_name_have_an_order_all_the_same);
  ADD ("goals-come-before-check-ins-and-absence", test_goals_come_before_check_ins_and_absence);
  ADD ("of-two-goals-the-one-at-hand-comes-first", test_of_two_goals_the_one_at_hand_comes_first);
  ADD ("whom-the-beginning-may-name", test_whom_the_beginning_may_name);
  ADD ("letters-count-when-nothing-begins-with-them", test_letters_count_when_nothing_begins_with_them);
  ADD ("of-many-the-best-are-kept", test_of_many_the_best_are_kept);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-random.h"
#include "pz-search-fold.h"
#include "quick-fixture.h"

#include <string.h>

/* What a teacher types, and what Enter would write. */
static const struct { const char *typed, *reading; } examples[] = {
  /* a measurement: the goal named or not, the number before or behind it, the rest is a note */
  { "am read 79", "Amina Yusuf · Reads aloud fluently · 79 words a minute" },
  { "am read 79 two long words alone",
    "Amina Yusuf · Reads aloud fluently · 79 words a minute · Note: “two long words alone”" },
  { "am 79 read", "Amina Yusuf · Reads aloud fluently · 79 words a minute" },
  { "AM  READ  79 ", "Amina Yusuf · Reads aloud fluently · 79 words a minute" },
  { "yusuf 79", "Amina Yusuf · Reads aloud fluently · 79 words a minute" },
  { "yu am 79", "Amina Yusuf · Reads aloud fluently · 79 words a minute" },
  { "amina yusuf 3", "Amina Yusuf · Asks for help when stuck · 3 times" },
  { "ay 79", "Amina Yusuf · Reads aloud fluently · 79 words a minute" },
  { "mnysf 79", "Amina Yusuf · Reads aloud fluently · 79 words a minute" },
  { "am read 79 words a minute", "Amina Yusuf · Reads aloud fluently · 79 words a minute" },
  { "am per minute 79", "Amina Yusuf · Reads aloud fluently · 79 words a minute" },
  { "am help slowly 2 today", "Amina Yusuf · Asks for help when stuck · 2 times · Note: “slowly today”" },
  /* numbers as people write them */
  { "elif 13/16", "Elif Yıldız · Multiplies two-digit numbers · 13 of 16" },
  { "elif 13 / 16", "Elif Yıldız · Multiplies two-digit numbers · 13 of 16" },
  { "elif 13 of 16 in columns", "Elif Yıldız · Multiplies two-digit numbers · 13 of 16 · Note: “in columns”" },
  { "elif 80%", "Elif Yıldız · Multiplies two-digit numbers · 80 %" },
  { "elif 80 %", "Elif Yıldız · Multiplies two-digit numbers · 80 %" },
  { "elif 79,5", "Elif Yıldız · Multiplies two-digit numbers · 79.5 %" },
  { "elif 79.5", "Elif Yıldız · Multiplies two-digit numbers · 79.5 %" },
  { "elif ٧٩٫٥", "Elif Yıldız · Multiplies two-digit numbers · 79.5 %" },
  /* out of bounds: shown, and refused */
  { "am help 79", "Amina Yusuf · Asks for help when stuck · 79 times !" },
  { "elif 17/16", "Elif Yıldız · Multiplies two-digit numbers · 17 of 16 !" },
  { "elif 120", "Elif Yıldız · Multiplies two-digit numbers · 120 % !" },
  { "elif multi 5/0", "Elif Yıldız · Multiplies two-digit numbers · 5 of 0 !" },
  /* something is missing */
  { "am read", "Amina Yusuf · Reads aloud fluently ?" },
  { "tariq", "Tariq Haddad · Check-in ?" },
  { "tariq family", "Tariq Haddad · Family ?" },
  /* yes or no */
  { "ilkay yes", "İlkay Irmak · Brings homework · yes" },
  { "ILKAY home no", "İlkay Irmak · Brings homework · no" },
  { "irmak homework 1", "İlkay Irmak · Brings homework · yes" },
  { "ilkay homework 2", "İlkay Irmak · Brings homework · 2 !" },
  /* check-ins: a sentence, minutes, a kind */
  { "tariq found his own mistake", "Tariq Haddad · Note · “found his own mistake”" },
  { "tariq 4 min found his own mistake", "Tariq Haddad · One-to-one · 4 min · “found his own mistake”" },
  { "tariq found his own mistake 4m", "Tariq Haddad · One-to-one · 4 min · “found his own mistake”" },
  { "am 4 min found it", "Amina Yusuf · One-to-one · 4 min · “found it”" },
  { "tariq 4m", "Tariq Haddad · One-to-one · 4 min" },
  { "tariq check-in 4 found it", "Tariq Haddad · One-to-one · 4 min · “found it”" },
  { "tariq check in found it", "Tariq Haddad · One-to-one · “found it”" },
  { "tariq family mother called", "Tariq Haddad · Family · “mother called”" },
  { "tariq observation helped Elif", "Tariq Haddad · Observation · “helped Elif”" },
  { "tariq not ready yet", "Tariq Haddad · Note · “not ready yet”" },
  { "tariq read 3 pages", "Tariq Haddad · Note · “read 3 pages”" },
  { "tariq 4 2000 min", "Tariq Haddad · One-to-one · 2000 min · “4” !" },
  { "am reads better today", "Amina Yusuf · Note · “reads better today”" },
  { "am told 3 friends", "Amina Yusuf · Note · “told 3 friends”" },
  { "chloe 5 min", "Chloé O’Brien · One-to-one · 5 min" },
  { "chloe starts 5 min", "Chloé O’Brien · Starts work · 5 minutes" },
  { "tom <b>x</b> %n%s", "Tom & Ann · Note · “<b>x</b> %n%s”" },
  /* absence */
  { "tariq absent", "Tariq Haddad · Absent today" },
  { "tariq absent today", "Tariq Haddad · Absent today" },
  { "tariq absent since monday", "Tariq Haddad · Note · “absent since monday”" },
  /* names in other scripts, apostrophes, several words, two of one name */
  { "محمد 79", "محمد الأمين · Reads aloud fluently · 79 words a minute" },
  { "الامين قرأ بصوت عال", "محمد الأمين · Note · “قرأ بصوت عال”" },
  { "გიო 13/16", "გიორგი ბერიძე · Multiplies two-digit numbers · 13 of 16" },
  { "ბერ კარგად ითვლის", "გიორგი ბერიძე · Note · “კარგად ითვლის”" },
  { "小明 很好", "王小明 · Note · “很好”" },
  { "अनन्या 80", "Ananya Sharma · Reads aloud fluently · 80 words a minute" },
  { "yildiz 5", "Elif Yıldız · Multiplies two-digit numbers · 5 %" },
  { "o'brien late again", "Chloé O’Brien · Note · “late again”" },
  { "maria luz 60", "Maria Luz Ramos · Reads aloud fluently · 60 words a minute" },
  { "ma lu ra 60", "Maria Luz Ramos · Reads aloud fluently · 60 words a minute" },
  { "ann lee 5", "Ann Lee · Multiplies two-digit numbers · 5 %" },
  { "anna lee well done", "Anna Lee · Note · “well done”" },
  /* nobody */
  { "", NULL },
  { "   ", NULL },
  { "zzq 5", NULL },
  { "—", NULL },
};

/* the one number with a part behind the point as the locale writes it */
static char *
in_this_locale (const char *reading)
{
  GString *text = g_string_new (reading);
  g_autofree char *number = g_strdup_printf ("%.1f", 79.5);

  g_string_replace (text, "79.5", number, 1);
  return g_string_free (text, reading == NULL);
}

static void
test_examples (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *first = quick_fixture_first (entry, examples[i].typed);

      g_autofree char *expected = in_this_locale (examples[i].reading);

      g_test_message ("%s", examples[i].typed);
      g_assert_cmpstr (first, ==, expected);
    }
}

/* the whole list, a line each */
static char *
read_all (PzQuickEntry *entry,
          const char   *typed)
{
  g_autoptr(GPtrArray) readings = pz_quick_entry_read (entry, typed);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < readings->len; i++)
    {
      PzQuickReading *reading = g_ptr_array_index (readings, i);
      g_autofree char *line = quick_fixture_line (reading);

      g_string_append_printf (all, "%s: %s\n", reading->learner->class_name, line);
    }
  return g_string_free (all, FALSE);
}

static void
test_alternatives (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  g_autofree char *read = read_all (entry, "am read 79");
  g_autofree char *who = read_all (entry, "an");
  g_autofree char *twins = read_all (entry, "maria luz 60");

  g_assert_true (g_str_has_prefix (read,
    "5b: Amina Yusuf · Reads aloud fluently · 79 words a minute\n"
    "5b: Amina Yusuf · Note · “read 79”\n"
    "5b: Amina Yusuf · Asks for help when stuck · 79 times · Note: “read” !\n"));
  /* a name that several have asks who; the class that is shown comes first */
  g_assert_true (g_str_has_prefix (who, "5b: Ananya Sharma ?\n5b: Tom & Ann ?\n6a: Ann"));
  g_assert_nonnull (strstr (who, "6a: Ann Lee ?\n")); /* whether before Anna Lee or behind is the locale's */
  g_assert_true (g_str_has_prefix (twins, "5b: Maria Luz Ramos · Reads aloud fluently · 60 words a minute\n"));
  g_assert_nonnull (strstr (twins, "6a: Maria Luz Ramos · Reads aloud fluently · 60 words a minute\n"));
}

static void
test_family_can_begin_a_sentence (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  g_autofree char *all = read_all (entry, "tariq family is moving");

  g_assert_cmpstr (all, ==, "5b: Tariq Haddad · Family · “is moving”\n"
                            "5b: Tariq Haddad · Note · “family is moving”\n");
}

static void
test_what_was_written_comes_first (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  g_autoptr(GPtrArray) readings = pz_quick_entry_read (entry, "am help 2");
  g_autofree char *before = quick_fixture_first (entry, "amina 3");
  g_autofree char *after = NULL, *other = NULL, *again = NULL;

  g_assert_cmpstr (before, ==, "Amina Yusuf · Asks for help when stuck · 3 times");
  g_clear_pointer (&readings, g_ptr_array_unref);
  readings = pz_quick_entry_read (entry, "am read 80");
  pz_quick_entry_note_written (entry, g_ptr_array_index (readings, 0));
  after = quick_fixture_first (entry, "amina 3");
  g_assert_cmpstr (after, ==, "Amina Yusuf · Reads aloud fluently · 3 words a minute");
  /* and the learner, where the names fit as well */
  g_clear_pointer (&readings, g_ptr_array_unref);
  readings = pz_quick_entry_read (entry, "lee late");
  other = quick_fixture_line (g_ptr_array_index (readings, 1));
  g_assert_true (g_str_has_suffix (other, " Lee · Note · “late”"));
  pz_quick_entry_note_written (entry, g_ptr_array_index (readings, 1));
  again = quick_fixture_first (entry, "lee late");
  g_assert_cmpstr (again, ==, other);
}

static void
test_absent_is_not_marked_twice (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  PzQuickLearner *tariq = quick_fixture_learner (entry, "Tariq Haddad");
  g_autofree char *line = NULL;

  pz_quick_learner_set_goals (tariq, g_ptr_array_new (), TRUE);
  line = quick_fixture_first (entry, "tariq absent");
  g_assert_cmpstr (line, ==, "Tariq Haddad · Absent today !");
}

static void
test_explains_when_nobody_is_meant (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  g_autoptr(PzQuickEntry) empty = pz_quick_entry_new ();
  g_autofree char *nobody = pz_quick_entry_explain (entry, "zzq 5");
  g_autofree char *number = pz_quick_entry_explain (entry, "79 zzq");
  g_autofree char *no_one_there = pz_quick_entry_explain (empty, "am");

  g_assert_nonnull (strstr (nobody, "“zzq”"));
  g_assert_nonnull (strstr (number, "79"));
  g_assert_nonnull (no_one_there);
  g_assert_null (pz_quick_entry_explain (entry, "am"));
  g_assert_null (pz_quick_entry_explain (entry, " "));
}

static void
test_learners_come_and_go (void)
{
  g_autoptr(PzQuickEntry) entry = quick_fixture_new ();
  guint n = pz_quick_entry_get_n (entry);
  PzQuickLearner *tom = quick_fixture_learner (entry, "Tom & Ann");
  g_autofree char *line = NULL;

  g_assert_true (pz_quick_entry_has_double (entry, quick_fixture_learner (entry, "Maria Luz Ramos")));
  g_assert_false (pz_quick_entry_has_double (entry, tom));
  pz_quick_entry_add (entry, pz_quick_learner_new ("5b", "5b", tom->id, "Tim", "Tim", NULL, "Tim"));
  g_assert_cmpuint (pz_quick_entry_get_n (entry), ==, n);
  line = quick_fixture_first (entry, "tim is new");
  g_assert_cmpstr (line, ==, "Tim · Note · “is new”");
  pz_quick_entry_remove_class (entry, "6a");
  g_assert_cmpuint (pz_quick_entry_get_n (entry), ==, n - 3);
  g_assert_null (pz_quick_entry_find (entry, "6a", "learner11"));
  g_assert_false (pz_quick_entry_has_double (entry, quick_fixture_learner (entry, "Maria Luz Ramos")));
}

/* ---- laws ---- */

/* a class of random people whose names share syllables, so that much is ambiguous */
static PzQuickEntry *
random_entry (PzRandom *random,
              guint     n)
{
  static const char *const syllables[] = { "a", "na", "ma", "ri", "lé", "ğa", "yu", "su", "ბე", "რი", "مح", "مد", "王", "o" };
  PzQuickEntry *entry = pz_quick_entry_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%04u", i);
      GString *name = g_string_new (NULL);
      guint n_words = 1 + pz_random_below (random, 3);

      for (guint word = 0; word < n_words; word++)
        {
          g_string_append (name, word > 0 ? " " : "");
          for (guint part = 0; part < 1 + pz_random_below (random, 3); part++)
            g_string_append (name, syllables[pz_random_below (random, G_N_ELEMENTS (syllables))]);
        }
      pz_quick_entry_add (entry, pz_quick_learner_new ("c", "C", id, name->str, NULL, NULL, name->str));
      g_string_free (name, TRUE);
    }
  return entry;
}

static guint
count_beginning (PzQuickEntry *entry,
                 const char   *typed)
{
  g_autoptr(PzQuickText) text = pz_quick_text_new (typed);
  guint n = 0, n_whole;

  for (guint i = 0; i < pz_quick_entry_get_n (entry); i++)
    {
      g_autofree char *id = g_strdup_printf ("%04u", i);

      for (guint j = 1; j <= text->n_tokens; j++)
        if (pz_quick_match_name (pz_quick_entry_find (entry, "c", id), text, j, &n_whole) == PZ_QUICK_BEGINS)
          {
            n++;
            break;
          }
    }
  return n;
}

/* Whoever types the beginning of a name finds that learner, unless more than the list holds begin the same. */
static void
test_beginning_of_a_name_finds_it (void)
{
  PzRandom random;
  guint n_tried = 0;

  pz_random_init (&random, 3);
  for (guint round = 0; round < 60; round++)
    {
      guint n = 1 + pz_random_below (&random, 40);
      g_autoptr(PzQuickEntry) entry = random_entry (&random, n);
      g_autofree char *id = g_strdup_printf ("%04u", pz_random_below (&random, n));
      PzQuickLearner *wanted = pz_quick_entry_find (entry, "c", id);
      g_autofree char *folded = pz_search_fold (wanted->name);

      for (const char *end = g_utf8_next_char (folded); ; end = g_utf8_next_char (end))
        {
          g_autofree char *typed = g_strndup (folded, (gsize) (end - folded));
          g_autoptr(GPtrArray) learners = pz_quick_entry_list_learners (entry, typed);
          g_autoptr(GPtrArray) readings = pz_quick_entry_read (entry, typed);
          gboolean listed = FALSE;

          if (count_beginning (entry, typed) <= PZ_QUICK_MAX_LEARNERS)
            g_assert_true (g_ptr_array_find (learners, wanted, NULL));
          for (guint i = 0; i < readings->len; i++)
            listed |= ((PzQuickReading *) g_ptr_array_index (readings, i))->learner == wanted;
          if (count_beginning (entry, typed) <= PZ_QUICK_MAX_READINGS - 3)
            {
              g_test_message ("%s of %s", typed, wanted->name);
              g_assert_true (listed);
              n_tried++;
            }
          if (*end == '\0')
            break;
        }
    }
  g_assert_cmpuint (n_tried, >, 100);
}

/* Typing on within a word never makes a name fit better, and what fits worse never stands above. */
static void
test_typing_more_brings_nothing_worse_above (void)
{
  PzRandom random;

  pz_random_init (&random, 5);
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr(PzQuickEntry) entry = random_entry (&random, 30);
      g_autofree char *id = g_strdup_printf ("%04u", pz_random_below (&random, 30));
      PzQuickLearner *learner = pz_quick_entry_find (entry, "c", id);
      g_autofree char *source = g_strndup (learner->letters, strlen (learner->letters));
      PzQuickGrade before[30] = { PZ_QUICK_BEGINS };

      for (const char *end = g_utf8_next_char (source); ; end = g_utf8_next_char (end))
        {
          g_autofree char *typed = g_strndup (source, (gsize) (end - source));
          g_autoptr(PzQuickText) text = pz_quick_text_new (typed);
          g_autoptr(GPtrArray) readings = pz_quick_entry_read (entry, typed);

          for (guint i = 0; i < 30; i++)
            {
              g_autofree char *other = g_strdup_printf ("%04u", i);
              guint n_whole;
              PzQuickGrade now = pz_quick_match_name (pz_quick_entry_find (entry, "c", other), text, 1, &n_whole);

              g_assert_cmpint (now, >=, before[i]);
              before[i] = now;
            }
          for (guint i = 1; i < readings->len; i++)
            {
              PzQuickReading *above = g_ptr_array_index (readings, i - 1), *below = g_ptr_array_index (readings, i);

              g_assert_cmpint (above->grade, <=, below->grade);
            }
          if (*end == '\0')
            break;
        }
    }
}

static void
test_same_text_same_list (void)
{
  PzRandom random;

  pz_random_init (&random, 9);
  for (guint round = 0; round < 40; round++)
    {
      guint64 seed = pz_random_next (&random);
      PzRandom one, two;
      g_autoptr(PzQuickEntry) first = NULL;
      g_autoptr(PzQuickEntry) second = pz_quick_entry_new ();
      g_autofree char *a = NULL, *b = NULL;

      pz_random_init (&one, seed);
      pz_random_init (&two, seed);
      first = random_entry (&one, 30);
      for (guint i = 30; i > 0; i--) /* the same people, added in another order */
        {
          g_autofree char *id = g_strdup_printf ("%04u", i - 1);

          pz_quick_entry_add (second, pz_quick_learner_ref (pz_quick_entry_find (first, "c", id)));
        }
      a = read_all (first, "ma good");
      b = read_all (second, "ma good");
      g_assert_cmpstr (a, ==, b);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/quick-entry/examples", test_examples);
  g_test_add_func ("/core/quick-entry/alternatives", test_alternatives);
  g_test_add_func ("/core/quick-entry/family-can-begin-a-sentence", test_family_can_begin_a_sentence);
  g_test_add_func ("/core/quick-entry/what-was-written-comes-first", test_what_was_written_comes_first);
  g_test_add_func ("/core/quick-entry/absent-is-not-marked-twice", test_absent_is_not_marked_twice);
  g_test_add_func ("/core/quick-entry/explains-when-nobody-is-meant", test_explains_when_nobody_is_meant);
  g_test_add_func ("/core/quick-entry/learners-come-and-go", test_learners_come_and_go);
  g_test_add_func ("/core/quick-entry/beginning-of-a-name-finds-it", test_beginning_of_a_name_finds_it);
  g_test_add_func ("/core/quick-entry/typing-more-brings-nothing-worse-above",
                   test_typing_more_brings_nothing_worse_above);
  g_test_add_func ("/core/quick-entry/same-text-same-list", test_same_text_same_list);
  return g_test_run ();
}

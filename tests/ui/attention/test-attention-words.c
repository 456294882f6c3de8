/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-attention-words.h"
#include "ui-fixture.h"

static void
assert_days (guint       n_never,
             guint       n_over,
             guint       limit,
             const char *expected)
{
  const PzAttentionSummary summary = { .n_learners = 28, .n_never = n_never, .n_over = n_over };
  g_autofree char *text = pz_attention_words_summary (&summary, PZ_ATTENTION_DAYS, limit);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_sentence_on_days (void)
{
  assert_days (0, 0, 10, "Everyone was seen within the last 10 school days.");
  assert_days (0, 1, 10, "1 learner has not been seen for more than 10 school days.");
  assert_days (0, 2, 1, "2 learners have not been seen for more than one school day.");
  assert_days (2, 0, 10, "2 learners were never seen.");
  assert_days (1, 3, 14, "3 learners have not been seen for more than 14 school days. 1 learner was never seen.");
}

static void
assert_minutes (guint       n_without,
                double      median,
                const char *expected)
{
  const PzAttentionSummary summary = { .n_learners = 28, .n_without_talk = n_without, .median_minutes = median };
  g_autofree char *text = pz_attention_words_summary (&summary, PZ_ATTENTION_MINUTES, 10);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_sentence_on_minutes (void)
{
  assert_minutes (0, 12, "Everyone had a one-to-one talk in this period. Half of the class had at least 12 minutes.");
  assert_minutes (1, 0.8, "1 learner had no one-to-one talk in this period. Half of the class had at least 1 minute.");
  assert_minutes (20, 0, "20 learners had no one-to-one talk in this period.");
  assert_minutes (28, 0, "Nobody had a one-to-one talk in this period.");
}

static void
assert_row (PzAttentionFact      fact,
            PzAttentionQuantity  quantity,
            const char          *value,
            const char          *spoken)
{
  g_autoptr(PzAttentionRow) row = pz_attention_row_new ("a1", "Tom & Ann", &fact);
  g_autofree char *shown = pz_attention_words_value (&fact, quantity);
  g_autofree char *said = pz_attention_words_row (row, quantity);

  g_assert_cmpstr (shown, ==, value);
  g_assert_cmpstr (said, ==, spoken);
}

static void
test_value_beside_the_dot (void)
{
  assert_row ((PzAttentionFact) { .days = -1 }, PZ_ATTENTION_DAYS, "never", "Tom & Ann: never seen");
  assert_row ((PzAttentionFact) { .days = 0 }, PZ_ATTENTION_DAYS, "0 days", "Tom & Ann: seen 0 school days ago");
  assert_row ((PzAttentionFact) { .days = 1, .absent = TRUE }, PZ_ATTENTION_DAYS, "1 day",
              "Tom & Ann: seen 1 school day ago, absent today");
  assert_row ((PzAttentionFact) { .days = 3 }, PZ_ATTENTION_MINUTES, "no talk", "Tom & Ann: no one-to-one talk");
  assert_row ((PzAttentionFact) { .n_talks = 2, .n_untimed = 2 }, PZ_ATTENTION_MINUTES, "not timed",
              "Tom & Ann: talks without minutes");
  assert_row ((PzAttentionFact) { .n_talks = 2, .n_untimed = 1, .minutes = 12.4 }, PZ_ATTENTION_MINUTES, "12 min",
              "Tom & Ann: 12 minutes one-to-one");
}

static GListModel *
make_rows (guint n_never,
           guint n_seen)
{
  GListStore *rows = g_list_store_new (PZ_TYPE_ATTENTION_ROW);

  for (guint i = 0; i < n_never + n_seen; i++)
    {
      const PzAttentionFact fact = { .days = i < n_never ? -1 : 3, .n_talks = i < n_never ? 0 : 1 };
      g_autofree char *name = g_strdup_printf ("L%u", i);
      g_autoptr(PzAttentionRow) row = pz_attention_row_new ("a1", name, &fact);

      g_list_store_append (rows, row);
    }
  return G_LIST_MODEL (rows);
}

static void
test_names_are_said (void)
{
  g_autoptr(GListModel) nobody = make_rows (0, 2);
  g_autoptr(GListModel) two = make_rows (2, 1);
  g_autoptr(GListModel) many = make_rows (7, 0);
  g_autofree char *days = pz_attention_words_names (two, PZ_ATTENTION_DAYS);
  g_autofree char *talks = pz_attention_words_names (two, PZ_ATTENTION_MINUTES);
  g_autofree char *more = pz_attention_words_names (many, PZ_ATTENTION_DAYS);

  g_assert_null (pz_attention_words_names (nobody, PZ_ATTENTION_DAYS));
  g_assert_cmpstr (days, ==, "Never seen: \u2068L0\u2069, \u2068L1\u2069");
  g_assert_cmpstr (talks, ==, "No talk: \u2068L0\u2069, \u2068L1\u2069");
  g_assert_true (g_str_has_suffix (more, "\u2068L4\u2069 and 2 more"));
}

static void
test_note_says_what_counts (void)
{
  const PzDaySpan all = { 1, 739943 }, weeks = { 739916, 739943 };
  g_autofree char *days = pz_attention_words_note (PZ_ATTENTION_DAYS, &all, 14);
  g_autofree char *ever = pz_attention_words_note (PZ_ATTENTION_MINUTES, &all, 14);
  g_autofree char *dated = pz_attention_words_note (PZ_ATTENTION_MINUTES, &weeks, 14);

  g_assert_nonnull (strstr (days, "14 days"));
  g_assert_null (strstr (ever, " to "));
  g_assert_nonnull (strstr (dated, " to "));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/attention-words/sentence-on-days", test_sentence_on_days);
  g_test_add_func ("/ui/attention-words/sentence-on-minutes", test_sentence_on_minutes);
  g_test_add_func ("/ui/attention-words/value-beside-the-dot", test_value_beside_the_dot);
  g_test_add_func ("/ui/attention-words/names-are-said", test_names_are_said);
  g_test_add_func ("/ui/attention-words/note-says-what-counts", test_note_says_what_counts);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}

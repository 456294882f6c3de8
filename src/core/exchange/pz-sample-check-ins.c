/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sample-private.h"

enum
{
  STREAM_CHECK_INS = 300,
};

static const char *const kinds[] = { "one-to-one", "one-to-one", "observation", "observation", "family", "note", "self" };

static const char *const talks[] = {
  "\"I read it to my brother and he did not stop me once.\"",
  "Chose the next book and says why: it has maps.",
  "Showed two ways to solve the task; the second one is new.",
  "Worries about the swimming lesson. We agreed on the shallow end first.",
  "Wants harder texts and the same partner.",
  "Says the videos at home stop all the time, so the rest is skipped.",
  "Set the goal for the next two weeks together.",
  "Listens to the text and forgets to look at it. We try without for a week.",
};
static const char *const sights[] = {
  "Worked twenty minutes without looking up.",
  "Asked for help before giving up, twice.",
  "Sat alone in the break and watched the others.",
  "Explained carrying to the table with beans.",
  "Left the task after the first line three times.",
  "Read the poem aloud and everybody was quiet.",
};
static const char *const family[] = {
  "Grandmother called: reads aloud to her in the evening now.",
  "Meeting with the family, interpreter present. They ask for texts on paper.",
  "Father writes: one telephone for four children, homework on it does not work.",
  "Mother is glad about the help cards and made her own at home.",
};
static const char *const own_words[] = {
  "I was good at: fractions. I want: more time.", "Today I helped two others.", "It was too loud.", "I finished the book!",
};

static char *
draw_text (const PzSampleRun     *run,
           const PzSampleLearner *learner,
           const char            *kind,
           PzRandom              *random)
{
  guint first = learner->index / PZ_SAMPLE_SECTION * PZ_SAMPLE_SECTION;

  /* somebody of the same section who has a name already */
  if (learner->index > first && pz_sample_chance (random, 12))
    {
      guint other = first + pz_random_below (random, learner->index - first);

      return g_strdup_printf (pz_sample_chance (random, 50) ? "Worked with %s and they shared the task fairly."
                                                            : "Had a quarrel with %s; they settled it themselves.",
                              run->learners[other].name);
    }
  if (g_str_equal (kind, "one-to-one"))
    return g_strdup (talks[pz_random_below (random, G_N_ELEMENTS (talks))]);
  if (g_str_equal (kind, "family"))
    return g_strdup (family[pz_random_below (random, G_N_ELEMENTS (family))]);
  if (g_str_equal (kind, "self"))
    return g_strdup (own_words[pz_random_below (random, G_N_ELEMENTS (own_words))]);
  return g_strdup (sights[pz_random_below (random, G_N_ELEMENTS (sights))]);
}

static void
add_check_in (const PzSampleRun     *run,
              const PzSampleLearner *learner,
              PzDocument            *document,
              guint32                day,
              PzRandom              *random)
{
  GListModel *goals = pz_document_get_records (document, PZ_RECORD_GOAL);
  guint n_goals = g_list_model_get_n_items (goals);
  const char *kind = kinds[pz_random_below (random, G_N_ELEMENTS (kinds))];
  PzRecord *record = pz_document_add (document, PZ_RECORD_CHECK_IN);
  g_autofree char *text = draw_text (run, learner, kind, random);

  pz_sample_set_day (record, PZ_CHECK_IN_DATE, day);
  pz_record_set_text (record, PZ_CHECK_IN_KIND, kind);
  if (g_str_equal (kind, "one-to-one"))
    pz_record_set_number (record, PZ_CHECK_IN_MINUTES, pz_sample_between (random, 3, 14));
  else if (g_str_equal (kind, "family"))
    pz_record_set_number (record, PZ_CHECK_IN_MINUTES, pz_sample_between (random, 2, 6) * 5);
  pz_record_set_text (record, PZ_CHECK_IN_TEXT, text);
  if (n_goals > 0 && pz_sample_chance (random, 40))
    {
      g_autoptr(PzRecord) goal = g_list_model_get_item (goals, pz_random_below (random, n_goals));

      pz_record_set_text (record, PZ_CHECK_IN_GOAL, pz_record_get_id (goal));
    }
}

/**
 * pz_sample_add_check_ins:
 * @document: of @learner, with goals
 *
 * Attention as it happens: some are seen every few days, most every two or three weeks, and the quiet ones were last
 * seen in the first weeks or never. Need plays no part in it.
 */
void
pz_sample_add_check_ins (const PzSampleRun *run,
                         PzSampleLearner   *learner,
                         PzDocument        *document)
{
  static const struct { int least; int most; } gaps[] = { { 2, 7 }, { 11, 25 }, { 16, 40 } };
  guint32 end = run->today;
  guint32 day = run->term_start;
  PzRandom random;

  pz_sample_stream (&random, run, STREAM_CHECK_INS, learner->index);
  if (learner->attention == PZ_SAMPLE_SEEN_SELDOM)
    end = run->term_start + (run->today - run->term_start) * 2 / 5;
  for (;;)
    {
      day += (guint32) pz_sample_between (&random, gaps[learner->attention].least, gaps[learner->attention].most);
      if (day > end)
        break;
      if (pz_sample_is_school_day (run, day) && !pz_sample_is_absent (learner, day))
        add_check_in (run, learner, document, day, &random);
    }
}

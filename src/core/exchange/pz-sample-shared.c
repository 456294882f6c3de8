/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sample-private.h"

/* Goals of several learners: the first of the whole section, the others of those who chose them. */
static const struct
{
  const char *title;
  const char *condition;
  const char *behaviour;
  const char *criterion;
  guint one_in; /* every so manieth learner shares it */
  PzSampleStrategy strategy;
} goals[PZ_SAMPLE_N_SHARED_GOALS] = {
  { "Everybody knows what the group decided", "In group work", "tells the decision and one reason when asked",
    "every member, asked by chance, 5 times in a row", 1, PZ_SAMPLE_TALKING_STONES },
  { "Read to the first-graders", "Once a week in the reading corner", "reads a picture book so that the small ones ask for more",
    "6 books until the end of the term", 4, PZ_SAMPLE_PARTNER_READING },
  { "A diary of the school garden", "With one tablet for the group", "writes what grows, with a drawing and a number",
    "one page a week, each by another author", 5, PZ_SAMPLE_SHARED_DOCUMENT },
};

/**
 * pz_sample_add_shared_goals:
 * @run: the first section has its ids; gets the ids of the goals
 *
 * Collective goals, in the document of the class.
 */
void
pz_sample_add_shared_goals (PzSampleRun *run)
{
  PzDocument *document = run->classroom;
  guint n_learners = MIN (PZ_SAMPLE_SECTION, run->options.n_learners);

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);
      PzRecord *phase = pz_document_add (document, PZ_RECORD_PHASE);

      pz_record_set_text (goal, PZ_GOAL_TITLE, goals[i].title);
      for (guint j = 0; j < n_learners; j++)
        if ((j + i) % goals[i].one_in == 0)
          pz_record_set_add (goal, PZ_GOAL_LEARNERS, run->learners[j].id);
      pz_record_set_text (goal, PZ_GOAL_CONDITION, goals[i].condition);
      pz_record_set_text (goal, PZ_GOAL_BEHAVIOUR, goals[i].behaviour);
      pz_record_set_text (goal, PZ_GOAL_CRITERION, goals[i].criterion);
      pz_sample_set_day (goal, PZ_GOAL_START, run->term_start + 7 * i);
      pz_sample_set_day (goal, PZ_GOAL_TARGET_DATE, run->term_end);
      pz_record_set_text (goal, PZ_GOAL_STATE, "active");
      pz_sample_set_standard (goal);
      pz_record_set_number (goal, PZ_GOAL_REVIEW_EVERY, 14);
      pz_sample_set_id (run->shared_goals[i], goal);

      pz_record_set_text (phase, PZ_PHASE_GOAL, pz_record_get_id (goal));
      pz_sample_set_day (phase, PZ_PHASE_START, run->term_start + 7 * i);
      pz_record_set_text (phase, PZ_PHASE_STRATEGY, run->strategies[goals[i].strategy]);
      pz_record_set_text (phase, PZ_PHASE_NOTE, "Agreed on in the class council");
    }
}

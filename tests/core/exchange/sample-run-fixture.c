/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sample-run-fixture.h"

#include <stdlib.h>

/* of YYYY-MM-DD, as the sample counts days */
guint32
sample_day (const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) atoi (text + 8), (GDateMonth) atoi (text + 5), (GDateYear) atoi (text));
  return g_date_get_julian (&date);
}

/* Four weeks up to Wednesday, 25 November 2026; Tuesday, 10 November was without school. Nothing is on disk. Ids are
 * "learner0", "strategy0", "measure0", "level0" and so on. */
void
sample_run_init (PzSampleRun   *run,
                 PzEnvironment *environment,
                 guint          n_learners)
{
  *run = (PzSampleRun) { 0 };
  pz_sample_options_init (&run->options, environment);
  run->options.n_learners = n_learners;
  run->term_start = sample_day ("2026-11-02");
  run->today = sample_day ("2026-11-25");
  run->term_end = sample_day ("2027-01-29");
  run->closed[0] = sample_day ("2026-11-10");
  run->learners = g_new0 (PzSampleLearner, n_learners);
  run->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->unsaved = g_ptr_array_new_with_free_func (g_object_unref);
  run->clock = pz_clock_new (environment, 1);
  run->classroom = pz_document_new (PZ_DOCUMENT_CLASSROOM, "sampleclassroom2", run->clock);
  for (guint i = 0; i < PZ_SAMPLE_N_STRATEGIES; i++)
    g_snprintf (run->strategies[i], sizeof run->strategies[i], "strategy%u", i);
  for (guint i = 0; i < PZ_SAMPLE_N_MEASURES; i++)
    g_snprintf (run->measures[i], sizeof run->measures[i], "measure%u", i);
  for (guint i = 0; i < PZ_SAMPLE_N_LEVELS; i++)
    g_snprintf (run->levels[i], sizeof run->levels[i], "level%u", i);
  for (guint i = 0; i < PZ_SAMPLE_N_LENSES; i++)
    g_snprintf (run->lenses[i], sizeof run->lenses[i], "lens%u", i);
  for (guint i = 0; i < n_learners; i++)
    {
      run->learners[i].index = i;
      g_snprintf (run->learners[i].id, sizeof run->learners[i].id, "learner%u", i);
    }
}

/* Returns: (transfer full): a new document of the learner, whose name is "Learner 0" and so on */
PzDocument *
sample_run_learner (PzSampleRun *run,
                    guint        index)
{
  PzDocument *document = pz_document_new (PZ_DOCUMENT_LEARNER, run->learners[index].id, run->clock);

  if (run->learners[index].name == NULL)
    run->learners[index].name = g_strdup_printf ("Learner %u", index);
  return document;
}

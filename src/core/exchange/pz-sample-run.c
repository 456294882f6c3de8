/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-commit.h"
#include "pz-document-private.h"
#include "pz-error.h"
#include "pz-sample-private.h"

/* Learners written in one commit: bounds the memory, and keeps a district from being one commit of half a gigabyte. */
#define BATCH 100

#define MS_PER_DAY (24 * 60 * 60 * G_GINT64_CONSTANT (1000))
/* Julian day of 1 January 1970 */
#define EPOCH_DAY 719163

static void
plan_days (PzSampleRun *run)
{
  guint32 weeks = run->options.n_weeks;

  run->today = g_date_get_julian (&run->options.today);
  run->term_start = run->today - (run->today - 1) % 7 - 7 * weeks;
  run->term_end = run->term_start + 7 * (weeks + MAX (weeks / 2, 6)) + 4;
  if (weeks >= 6)
    run->break_from = run->term_start + 7 * (weeks / 2);
  if (weeks >= 4)
    {
      run->closed[0] = run->term_start + 7 * (weeks / 4) + 2;
      run->closed[1] = run->term_start + 7 * (weeks * 3 / 4) + 4;
    }
}

/**
 * pz_sample_add_document:
 * @kind: learner or activity
 *
 * Returns: (transfer none): a new document, written by the next pz_sample_save()
 */
PzDocument *
pz_sample_add_document (PzSampleRun    *run,
                        PzDocumentKind  kind)
{
  g_autofree char *id = pz_environment_new_id (pz_clock_get_environment (run->clock));
  PzDocument *document = pz_document_new (kind, id, run->clock);

  g_ptr_array_add (run->unsaved, document);
  return document;
}

static void
put_document (PzCommit   *commit,
              PzDocument *document)
{
  const char *folder = pz_schema_get_document (pz_document_get_kind (document))->folder;
  g_autofree char *name = folder != NULL ? g_strdup_printf ("%s/%s.json", folder, pz_document_get_id (document))
                                         : g_strdup ("classroom.json");
  g_autoptr(GBytes) bytes = NULL;

  pz_document_set_revision (document, 1);
  bytes = pz_document_serialize (document);
  pz_commit_put (commit, name, bytes, NULL);
}

/**
 * pz_sample_save:
 *
 * Writes the documents that were added since the last call as one commit and lets them go. There is nobody yet who
 * could undo anything, so neither undo nor history is kept, which would be larger than the class.
 *
 * Returns: %FALSE when the disk did not take them
 */
gboolean
pz_sample_save (PzSampleRun  *run,
                GError      **error)
{
  g_autoptr(PzCommit) commit = pz_commit_new (run->store);

  for (guint i = 0; i < run->unsaved->len; i++)
    put_document (commit, g_ptr_array_index (run->unsaved, i));
  g_ptr_array_set_size (run->unsaved, 0);
  return pz_commit_get_n_files (commit) == 0 || pz_commit_run (commit, error);
}

static gboolean
add_learners (PzSampleRun   *run,
              GCancellable  *cancellable,
              GError       **error)
{
  for (guint i = 0; i < run->options.n_learners; i++)
    {
      PzSampleLearner *learner = &run->learners[i];
      PzDocument *document;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      document = pz_sample_add_document (run, PZ_DOCUMENT_LEARNER);
      pz_sample_fill_learner (run, learner, document);
      pz_sample_add_goals (run, learner, document);
      pz_sample_add_check_ins (run, learner, document);
      if (run->unsaved->len == BATCH && !pz_sample_save (run, error))
        return FALSE;
    }
  return pz_sample_save (run, error);
}

static gboolean
fill (PzSampleRun   *run,
      GCancellable  *cancellable,
      GError       **error)
{
  guint n_sections = (run->options.n_learners + PZ_SAMPLE_SECTION - 1) / PZ_SAMPLE_SECTION;

  pz_sample_fill_classroom (run);
  pz_sample_add_framework (run);
  pz_sample_deal_traits (run);
  if (!add_learners (run, cancellable, error))
    return FALSE;
  pz_sample_add_shared_goals (run);
  for (guint i = 0; i < MIN (n_sections, PZ_SAMPLE_ACTIVE_SECTIONS); i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !pz_sample_add_activities (run, i, error))
      return FALSE;
  g_ptr_array_add (run->unsaved, g_object_ref (run->classroom));
  return pz_sample_save (run, error);
}

static gboolean
begin_run (PzSampleRun   *run,
           const char    *staging,
           guint64        seed,
           GError       **error)
{
  gint64 now_ms = ((gint64) g_date_get_julian (&run->options.today) - EPOCH_DAY) * MS_PER_DAY;
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed (staging, now_ms, seed);
  g_autofree char *id = pz_environment_new_id (environment);
  g_autofree char *path = g_build_filename (staging, "classrooms", id, NULL);

  plan_days (run);
  run->learners = g_new0 (PzSampleLearner, run->options.n_learners);
  run->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->unsaved = g_ptr_array_new_with_free_func (g_object_unref);
  /* nothing is numbered here, so the number of the device is written nowhere; who opens the class gets one of their own */
  run->clock = pz_clock_new (environment, 1);
  run->classroom = pz_document_new (PZ_DOCUMENT_CLASSROOM, id, run->clock);
  run->store = pz_store_open (environment, path, PZ_STORE_CREATE, error);
  return run->store != NULL
         && pz_record_set_from_text (pz_document_get_owner (run->classroom), PZ_CLASSROOM_NAME, run->options.name, error);
}

/* Lets go of all that a run holds. */
void
pz_sample_end_run (PzSampleRun *run)
{
  for (guint i = 0; i < run->options.n_learners; i++)
    g_free (run->learners[i].name);
  g_free (run->learners);
  g_hash_table_unref (run->names);
  g_ptr_array_unref (run->unsaved);
  g_object_unref (run->classroom);
  g_object_unref (run->clock);
  if (run->store != NULL)
    pz_store_close (run->store);
  g_clear_object (&run->store);
}

/**
 * pz_sample_generate:
 * @staging: a folder that takes the place of the data folder
 * @options: checked
 * @seed: of the ids
 *
 * Returns: (transfer full): the folder of the finished class inside @staging; %NULL when it is not finished
 */
char *
pz_sample_generate (const char            *staging,
                    const PzSampleOptions *options,
                    guint64                seed,
                    GCancellable          *cancellable,
                    GError               **error)
{
  PzSampleRun run = { .options = *options };
  char *path = NULL;

  if (begin_run (&run, staging, seed, error) && fill (&run, cancellable, error))
    path = g_strdup (pz_store_get_path (run.store));
  pz_sample_end_run (&run);
  return path;
}

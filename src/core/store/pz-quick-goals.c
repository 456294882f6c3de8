/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-goals.h"

#include "pz-date.h"
#include "pz-document-peek.h"
#include "pz-store.h"
#include "pz-task.h"

#include <math.h>
#include <string.h>

/* The members of records that are read, of measures, goals, measurements and absences alike. */
enum
{
  TEXT_ID, TEXT_DELETED, TEXT_NAME, TEXT_KIND, TEXT_UNIT, TEXT_TITLE, TEXT_MEASURE, TEXT_STATE, TEXT_GOAL, TEXT_DATE,
  TEXT_FROM, TEXT_TO, N_TEXTS
};
enum { NUMBER_MINIMUM, NUMBER_MAXIMUM, NUMBER_VALUE, NUMBER_OUT_OF, N_NUMBERS };

static const char *const text_members[N_TEXTS] = {
  "id", PZ_FIELD_DELETED_NAME, "name", "kind", "unit", "title", "measure", "state", "goal", "date", "from", "to",
};
static const char *const number_members[N_NUMBERS] = { "minimum", "maximum", "value", "out-of" };

typedef struct
{
  char *texts[N_TEXTS];
  double numbers[N_NUMBERS];
  gboolean not_valid;
  GPtrArray *learners; /* of a shared goal: ids */
} Record;

/* The lists of one document; records in the trash are left out. */
typedef struct
{
  GPtrArray *measures;
  GPtrArray *goals;
  GPtrArray *measurements;
  GPtrArray *absences;
} Lists;

typedef struct
{
  PzEnvironment *environment;
  char *class_id;
  char **ids;
  GDate today;
} Job;

static void
record_free (Record *record)
{
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (record->texts[i]);
  g_ptr_array_unref (record->learners);
  g_free (record);
}

static void
job_free (Job *job)
{
  g_object_unref (job->environment);
  g_free (job->class_id);
  g_strfreev (job->ids);
  g_free (job);
}

static void
lists_init (Lists *lists)
{
  GPtrArray **all[] = { &lists->measures, &lists->goals, &lists->measurements, &lists->absences };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    *all[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) record_free);
}

static void
lists_clear (Lists *lists)
{
  g_ptr_array_unref (lists->measures);
  g_ptr_array_unref (lists->goals);
  g_ptr_array_unref (lists->measurements);
  g_ptr_array_unref (lists->absences);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lists, lists_clear)

/**
 * pz_quick_facts_free:
 */
void
pz_quick_facts_free (PzQuickFacts *self)
{
  g_free (self->id);
  g_ptr_array_unref (self->goals);
  g_free (self);
}

/* ---- reading ---- */

static void
read_set (PzJsonReader *reader,
          GPtrArray    *values)
{
  PzJsonToken token = pz_json_reader_next (reader);

  if (token != PZ_JSON_ARRAY)
    {
      pz_peek_finish (reader, token);
      return;
    }
  while ((token = pz_json_reader_next (reader)) != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    if (token == PZ_JSON_STRING)
      g_ptr_array_add (values, g_strdup (pz_json_reader_get_text (reader, NULL)));
    else
      pz_peek_finish (reader, token);
}

static void
read_record_member (PzJsonReader *reader,
                    Record       *record)
{
  for (guint i = 0; i < N_TEXTS; i++)
    if (pz_json_reader_text_is (reader, text_members[i]))
      {
        g_free (record->texts[i]);
        record->texts[i] = g_strdup (pz_peek_text (reader));
        return;
      }
  for (guint i = 0; i < N_NUMBERS; i++)
    if (pz_json_reader_text_is (reader, number_members[i]))
      {
        record->numbers[i] = pz_peek_number (reader);
        return;
      }
  if (pz_json_reader_text_is (reader, "not-valid"))
    record->not_valid = pz_peek_flag (reader);
  else if (pz_json_reader_text_is (reader, "learners"))
    read_set (reader, record->learners);
  else
    pz_json_reader_skip (reader, NULL, NULL);
}

static void
read_list (PzJsonReader *reader,
           GPtrArray    *records)
{
  PzJsonToken token;

  if (!pz_peek_expect (reader, PZ_JSON_ARRAY, "[]"))
    return;
  while ((token = pz_json_reader_next (reader)) == PZ_JSON_OBJECT)
    {
      Record *record = g_new0 (Record, 1);

      record->learners = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < N_NUMBERS; i++)
        record->numbers[i] = NAN;
      while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
        read_record_member (reader, record);
      if (record->texts[TEXT_ID] != NULL && record->texts[TEXT_DELETED] == NULL)
        g_ptr_array_add (records, record);
      else
        record_free (record);
    }
  if (token != PZ_JSON_ARRAY_END)
    pz_peek_invalid (reader, "[]");
}

static void
read_member (PzDocumentPeek *peek,
             gpointer        user_data)
{
  Lists *lists = user_data;
  const struct { const char *name; GPtrArray *records; } wanted[] = {
    { "measures", lists->measures }, { "goals", lists->goals }, { "measurements", lists->measurements },
    { "absences", lists->absences },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (pz_json_reader_text_is (peek->reader, wanted[i].name))
      {
        read_list (peek->reader, wanted[i].records);
        return;
      }
  pz_json_reader_skip (peek->reader, NULL, NULL);
}

static gboolean
read_document (PzStore         *store,
               PzDocumentKind   kind,
               const char      *path,
               Lists           *lists,
               GError         **error)
{
  g_autoptr(GBytes) bytes = pz_store_read (store, path, NULL, error);
  g_autoptr(PzJsonReader) reader = NULL;
  PzDocumentPeek peek = { .kind = kind, .may_be_newer = TRUE };
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);
  peek.reader = reader;
  return pz_document_peek_run (&peek, read_member, lists, error);
}

/* ---- putting together ---- */

static const Record *
find_record (GPtrArray  *records,
             const char *id)
{
  for (guint i = 0; id != NULL && i < records->len; i++)
    {
      const Record *record = g_ptr_array_index (records, i);

      if (strcmp (record->texts[TEXT_ID], id) == 0)
        return record;
    }
  return NULL;
}

/* the newest of those that count; of one day the later one in the file */
static void
set_last (PzQuickGoal *goal,
          GPtrArray   *measurements)
{
  for (guint i = 0; i < measurements->len; i++)
    {
      const Record *record = g_ptr_array_index (measurements, i);
      const char *date = record->texts[TEXT_DATE];

      if (record->not_valid || isnan (record->numbers[NUMBER_VALUE]) || date == NULL || !pz_date_is_valid (date)
          || g_strcmp0 (record->texts[TEXT_GOAL], goal->id) != 0 || g_strcmp0 (date, goal->last_date) < 0)
        continue;
      g_free (goal->last_date);
      goal->last_date = g_strdup (date);
      goal->last_value = record->numbers[NUMBER_VALUE];
      goal->last_out_of = record->numbers[NUMBER_OUT_OF];
    }
}

/* goals that rest or are not begun are not measured */
static void
add_goal (GPtrArray    *goals,
          const Record *record,
          GPtrArray    *measures,
          GPtrArray    *measurements)
{
  const Record *measure = find_record (measures, record->texts[TEXT_MEASURE]);
  PzQuickGoal *goal;

  if (record->texts[TEXT_STATE] != NULL && strcmp (record->texts[TEXT_STATE], "active") != 0)
    return;
  goal = pz_quick_goal_new (record->texts[TEXT_ID], record->texts[TEXT_TITLE],
                            measure != NULL ? measure->texts[TEXT_NAME] : NULL);
  goal->measure = g_strdup (record->texts[TEXT_MEASURE]);
  if (measure != NULL)
    {
      goal->kind = g_strdup (measure->texts[TEXT_KIND]);
      goal->unit = g_strdup (measure->texts[TEXT_UNIT]);
      goal->minimum = measure->numbers[NUMBER_MINIMUM];
      goal->maximum = measure->numbers[NUMBER_MAXIMUM];
    }
  set_last (goal, measurements);
  g_ptr_array_add (goals, goal);
}

static gboolean
is_absent (GPtrArray   *absences,
           const GDate *today)
{
  for (guint i = 0; i < absences->len; i++)
    {
      const Record *record = g_ptr_array_index (absences, i);
      GDate from, to;

      if (!pz_date_parse (record->texts[TEXT_FROM], &from))
        continue;
      if (!pz_date_parse (record->texts[TEXT_TO], &to))
        to = from;
      g_date_order (&from, &to);
      if (g_date_compare (&from, today) <= 0 && g_date_compare (today, &to) <= 0)
        return TRUE;
    }
  return FALSE;
}

/* What was found; a file that cannot be read has nothing to measure. */
static PzQuickFacts *
read_learner (PzStore     *store,
              const char  *id,
              const Lists *classroom,
              const GDate *today)
{
  g_autofree char *path = g_strdup_printf ("learners/%s.json", id);
  g_auto(Lists) lists = { 0 };
  PzQuickFacts *facts = g_new0 (PzQuickFacts, 1);

  lists_init (&lists);
  facts->id = g_strdup (id);
  facts->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_goal_free);
  if (!read_document (store, PZ_DOCUMENT_LEARNER, path, &lists, NULL))
    return facts;
  for (guint i = 0; i < lists.goals->len; i++)
    add_goal (facts->goals, g_ptr_array_index (lists.goals, i), classroom->measures, lists.measurements);
  for (guint i = 0; i < classroom->goals->len; i++)
    {
      const Record *shared = g_ptr_array_index (classroom->goals, i);

      if (g_ptr_array_find_with_equal_func (shared->learners, id, g_str_equal, NULL))
        add_goal (facts->goals, shared, classroom->measures, lists.measurements);
    }
  facts->absent = is_absent (lists.absences, today);
  return facts;
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autofree char *path = g_build_filename (pz_environment_get_data_dir (job->environment), "classrooms", job->class_id,
                                            NULL);
  g_autoptr(PzStore) store = pz_store_open (job->environment, path, PZ_STORE_READ_ONLY, &error);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_facts_free);
  g_auto(Lists) classroom = { 0 };

  lists_init (&classroom);
  if (store == NULL || !read_document (store, PZ_DOCUMENT_CLASSROOM, "classroom.json", &classroom, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; job->ids[i] != NULL && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (found, read_learner (store, job->ids[i], &classroom, &job->today));
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * pz_quick_goals_read_async:
 * @environment: where the classes are, and which day it is
 * @class_id: of the class
 * @ids: (array zero-terminated=1): of its learners
 * @cancellable: (nullable): to stop between two files
 * @callback: called in the main context of the caller
 *
 * Reads the measures of the class, the goals of the learners and what was measured last. What waits to be saved is not
 * among it.
 */
void
pz_quick_goals_read_async (PzEnvironment       *environment,
                           const char          *class_id,
                           const char *const   *ids,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (PZ_IS_ENVIRONMENT (environment));
  g_return_if_fail (pz_id_is_valid (class_id) && ids != NULL);

  job = g_new0 (Job, 1);
  job->environment = g_object_ref (environment);
  job->class_id = g_strdup (class_id);
  job->ids = g_strdupv ((char **) ids);
  pz_environment_get_today (environment, &job->today);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_quick_goals_read_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  pz_task_run_apart (task, read_thread, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * pz_quick_goals_read_finish:
 * @error: the class cannot be read, or it was cancelled
 *
 * Returns: (transfer full) (element-type PzQuickFacts): one for each learner, in the order asked for; %NULL with @error
 *   set
 */
GPtrArray *
pz_quick_goals_read_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_quick_goals_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

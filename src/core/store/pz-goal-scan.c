/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-scan.h"

#include "pz-document-peek.h"

#include <math.h>
#include <string.h>

/* The members of one record that are read, of goals, phases, measurements and absences alike. */
typedef struct
{
  char id[PZ_PEEK_ID_MAX + 1]; /* "" when missing, like all of its kind */
  char goal[PZ_PEEK_ID_MAX + 1];
  char measure[PZ_PEEK_ID_MAX + 1];
  char standard[PZ_PEEK_ID_MAX + 1];
  char strategy[PZ_PEEK_ID_MAX + 1];
  PzGoalState state;
  guint32 day, to; /* 0 when missing; @day is date, start or from */
  double value, out_of, baseline, target, occasions, review_every; /* NaN when missing */
  gboolean deleted, not_valid, with_help;
  char *title;
  GPtrArray *learners; /* ids */
} Part;

typedef void (*ReadMember) (PzJsonReader *reader,
                            Part         *part);

/* A member that is wanted, and what takes its value. */
typedef struct
{
  const char *name;
  ReadMember read;
} Member;

struct _PzGoalScan
{
  GArray *goals;  /* Part: shared by some learners of the class */
  GArray *phases; /* Part: of those */
};

/* One learner: nothing of it counts before the file was read to its end. */
typedef struct
{
  GArray *goals, *phases, *measurements; /* Part */
  GArray *absences;                      /* PzDaySpan */
  gboolean left_out;
} Reading;

static void
clear_part (gpointer part)
{
  g_free (((Part *) part)->title);
  g_clear_pointer (&((Part *) part)->learners, g_ptr_array_unref);
}

static GArray *
new_parts (void)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, clear_part);
  return parts;
}

/* ---- members ---- */

#define DEFINE_READ_ID(member)                                            \
  static void read_##member (PzJsonReader *reader, Part *part)            \
  {                                                                       \
    const char *text = pz_peek_text (reader);                             \
                                                                          \
    g_strlcpy (part->member, text != NULL ? text : "", sizeof part->member); \
  }
DEFINE_READ_ID (id)
DEFINE_READ_ID (goal)
DEFINE_READ_ID (measure)
DEFINE_READ_ID (standard)
DEFINE_READ_ID (strategy)

#define DEFINE_READ_NUMBER(member) \
  static void read_##member (PzJsonReader *reader, Part *part) { part->member = pz_peek_number (reader); }
DEFINE_READ_NUMBER (value)
DEFINE_READ_NUMBER (out_of)
DEFINE_READ_NUMBER (baseline)
DEFINE_READ_NUMBER (target)
DEFINE_READ_NUMBER (occasions)
DEFINE_READ_NUMBER (review_every)

static void
read_day (PzJsonReader *reader,
          Part         *part)
{
  part->day = pz_day_from_text (pz_peek_text (reader));
}

static void
read_to (PzJsonReader *reader,
         Part         *part)
{
  part->to = pz_day_from_text (pz_peek_text (reader));
}

static void
read_state (PzJsonReader *reader,
            Part         *part)
{
  part->state = pz_goal_state_from_name (pz_peek_text (reader));
}

static void
read_deleted (PzJsonReader *reader,
              Part         *part)
{
  part->deleted = pz_peek_text (reader) != NULL;
}

static void
read_not_valid (PzJsonReader *reader,
                Part         *part)
{
  part->not_valid = pz_peek_flag (reader);
}

static void
read_independence (PzJsonReader *reader,
                   Part         *part)
{
  part->with_help = g_strcmp0 (pz_peek_text (reader), "with-help") == 0;
}

static void
read_title (PzJsonReader *reader,
            Part         *part)
{
  g_free (part->title);
  part->title = g_strdup (pz_peek_text (reader));
}

static void
read_learners (PzJsonReader *reader,
               Part         *part)
{
  PzJsonToken token = pz_json_reader_next (reader);

  if (token != PZ_JSON_ARRAY)
    {
      pz_peek_finish (reader, token);
      return;
    }
  if (part->learners == NULL)
    part->learners = g_ptr_array_new_with_free_func (g_free);
  while ((token = pz_json_reader_next (reader)) != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    if (token == PZ_JSON_STRING)
      g_ptr_array_add (part->learners, g_strdup (pz_json_reader_get_text (reader, NULL)));
    else
      pz_peek_finish (reader, token);
}

static const Member goal_members[] = {
  { "id", read_id }, { "title", read_title }, { "learners", read_learners }, { "measure", read_measure },
  { "baseline", read_baseline }, { "target", read_target }, { "start", read_day }, { "target-date", read_to },
  { "occasions", read_occasions }, { "standard", read_standard }, { "state", read_state },
  { "review-every", read_review_every }, { PZ_FIELD_DELETED_NAME, read_deleted }, { NULL, NULL }
};
static const Member phase_members[] = {
  { "goal", read_goal }, { "start", read_day }, { "strategy", read_strategy }, { PZ_FIELD_DELETED_NAME, read_deleted },
  { NULL, NULL }
};
static const Member measurement_members[] = {
  { "goal", read_goal }, { "date", read_day }, { "value", read_value }, { "out-of", read_out_of },
  { "independence", read_independence }, { "not-valid", read_not_valid }, { PZ_FIELD_DELETED_NAME, read_deleted },
  { NULL, NULL }
};
static const Member absence_members[] = {
  { "from", read_day }, { "to", read_to }, { PZ_FIELD_DELETED_NAME, read_deleted }, { NULL, NULL }
};

/* ---- lists ---- */

static void
read_part (PzJsonReader *reader,
           const Member *members,
           Part         *part)
{
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      const Member *member = members;

      while (member->name != NULL && !pz_json_reader_text_is (reader, member->name))
        member++;
      if (member->name != NULL)
        member->read (reader, part);
      else
        pz_json_reader_skip (reader, NULL, NULL);
    }
}

static void
read_list (PzJsonReader *reader,
           const char   *name,
           const Member *members,
           GArray       *parts)
{
  PzJsonToken token;

  if (!pz_peek_expect (reader, PZ_JSON_ARRAY, name))
    return;
  while ((token = pz_json_reader_next (reader)) == PZ_JSON_OBJECT)
    {
      Part part = { .state = PZ_GOAL_IS_ACTIVE, .value = NAN, .out_of = NAN, .baseline = NAN, .target = NAN,
                    .occasions = NAN, .review_every = NAN };

      read_part (reader, members, &part);
      if (part.deleted || part.not_valid)
        clear_part (&part);
      else
        g_array_append_val (parts, part);
    }
  if (token != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    pz_peek_invalid (reader, name);
}

static void
read_absences (PzJsonReader *reader,
               GArray       *spans)
{
  g_autoptr(GArray) parts = new_parts ();

  read_list (reader, "absences", absence_members, parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      PzDaySpan span = { part->day, MAX (part->day, part->to) };

      if (span.first > 0)
        g_array_append_val (spans, span);
    }
}

static void
read_owner (PzJsonReader *reader,
            Reading      *reading)
{
  if (!pz_peek_expect (reader, PZ_JSON_OBJECT, "learner"))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    if (pz_json_reader_text_is (reader, "archived"))
      reading->left_out |= pz_peek_flag (reader);
    else if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
      reading->left_out |= pz_peek_text (reader) != NULL;
    else
      pz_json_reader_skip (reader, NULL, NULL);
}

static void
read_learner_member (PzDocumentPeek *peek,
                     gpointer        user_data)
{
  Reading *reading = user_data;

  if (pz_json_reader_text_is (peek->reader, "learner"))
    read_owner (peek->reader, reading);
  else if (pz_json_reader_text_is (peek->reader, "goals"))
    read_list (peek->reader, "goals", goal_members, reading->goals);
  else if (pz_json_reader_text_is (peek->reader, "phases"))
    read_list (peek->reader, "phases", phase_members, reading->phases);
  else if (pz_json_reader_text_is (peek->reader, "measurements"))
    read_list (peek->reader, "measurements", measurement_members, reading->measurements);
  else if (pz_json_reader_text_is (peek->reader, "absences"))
    read_absences (peek->reader, reading->absences);
  else
    pz_json_reader_skip (peek->reader, NULL, NULL);
}

static void
read_class_member (PzDocumentPeek *peek,
                   gpointer        user_data)
{
  PzGoalScan *self = user_data;

  if (pz_json_reader_text_is (peek->reader, "goals"))
    read_list (peek->reader, "goals", goal_members, self->goals);
  else if (pz_json_reader_text_is (peek->reader, "phases"))
    read_list (peek->reader, "phases", phase_members, self->phases);
  else
    pz_json_reader_skip (peek->reader, NULL, NULL);
}

/* ---- putting together ---- */

static const char *
text_or_null (const char *text)
{
  return text[0] != '\0' ? text : NULL;
}

static PzGoalSource *
make_source (const char *learner,
             const Part *goal,
             gboolean    shared)
{
  PzGoalSource *source = pz_goal_source_new (learner, goal->id);

  pz_goal_source_set_title (source, goal->title);
  source->measure = g_strdup (text_or_null (goal->measure));
  source->standard = g_strdup (text_or_null (goal->standard));
  source->shared = shared;
  source->state = goal->state;
  source->baseline = goal->baseline;
  source->target = goal->target;
  source->start = goal->day;
  source->due = goal->to;
  pz_goal_source_set_counts (source, goal->occasions, goal->review_every);
  return source;
}

/* the last one first: measurements of one goal stand together more often than not */
static PzGoalSource *
find_source (GPtrArray  *sources,
             guint       first,
             const char *goal)
{
  for (guint i = sources->len; i > first; i--)
    {
      PzGoalSource *source = g_ptr_array_index (sources, i - 1);

      if (strcmp (source->goal, goal) == 0)
        return source;
    }
  return NULL;
}

static void
add_goals (GPtrArray    *sources,
           const char   *learner,
           const GArray *goals,
           gboolean      shared)
{
  for (guint i = 0; i < goals->len; i++)
    {
      const Part *goal = &g_array_index (goals, Part, i);

      if (goal->id[0] != '\0'
          && (!shared || (goal->learners != NULL
                          && g_ptr_array_find_with_equal_func (goal->learners, learner, g_str_equal, NULL))))
        g_ptr_array_add (sources, make_source (learner, goal, shared));
    }
}

static void
add_phases (GPtrArray    *sources,
            guint         first,
            const GArray *phases)
{
  for (guint i = 0; i < phases->len; i++)
    {
      const Part *phase = &g_array_index (phases, Part, i);
      PzGoalSource *source = find_source (sources, first, phase->goal);

      if (source != NULL)
        pz_goal_source_add_phase (source, phase->day, text_or_null (phase->strategy));
    }
}

static void
add_scores (GPtrArray    *sources,
            guint         first,
            const GArray *measurements)
{
  PzGoalSource *source = NULL;

  for (guint i = 0; i < measurements->len; i++)
    {
      const Part *part = &g_array_index (measurements, Part, i);
      const PzGoalScore score = { part->day, part->value, part->out_of, part->with_help };

      if (source == NULL || strcmp (source->goal, part->goal) != 0)
        source = find_source (sources, first, part->goal);
      if (source != NULL)
        pz_goal_source_add_score (source, &score);
    }
}

static void
put_together (PzGoalScan    *self,
              const char    *learner,
              const Reading *reading,
              GPtrArray     *sources)
{
  g_autoptr(PzDaySpans) absences = pz_day_spans_new ((const PzDaySpan *) (gpointer) reading->absences->data,
                                                     reading->absences->len);
  guint first = sources->len;

  add_goals (sources, learner, reading->goals, FALSE);
  add_goals (sources, learner, self->goals, TRUE);
  add_phases (sources, first, reading->phases);
  add_phases (sources, first, self->phases);
  add_scores (sources, first, reading->measurements);
  for (guint i = first; i < sources->len; i++)
    {
      PzGoalSource *source = g_ptr_array_index (sources, i);

      source->absences = pz_day_spans_ref (absences);
      pz_goal_source_finish (source);
    }
}

/**
 * pz_goal_scan_free:
 * @self: (transfer full): a scan
 */
void
pz_goal_scan_free (PzGoalScan *self)
{
  g_array_unref (self->goals);
  g_array_unref (self->phases);
  g_free (self);
}

/**
 * pz_goal_scan_new:
 * @classroom: (array length=length): the document of the class as it stands on the disk
 * @length: its length in bytes
 * @error: as pz_document_peek_run()
 *
 * Reads the goals several learners share.
 *
 * Returns: (transfer full): what reads the learners; %NULL with @error set
 */
PzGoalScan *
pz_goal_scan_new (const char  *classroom,
                  gsize        length,
                  GError     **error)
{
  g_autoptr(PzGoalScan) self = g_new0 (PzGoalScan, 1);
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (classroom, length, PZ_JSON_MAX_SIZE);
  PzDocumentPeek peek = { .reader = reader, .kind = PZ_DOCUMENT_CLASSROOM, .may_be_newer = TRUE };

  self->goals = new_parts ();
  self->phases = new_parts ();
  if (!pz_document_peek_run (&peek, read_class_member, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * pz_goal_scan_read_learner:
 * @self: a scan of the class
 * @learner: (array length=length): the document of a learner as it stands on the disk
 * @length: its length in bytes
 * @sources: (element-type PzGoalSource): gets the goals that are not in the trash, the own ones first; none of a learner
 *   in the trash or archived
 * @error: as pz_document_peek_run(); nothing is added then
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_goal_scan_read_learner (PzGoalScan  *self,
                           const char  *learner,
                           gsize        length,
                           GPtrArray   *sources,
                           GError     **error)
{
  g_autoptr(GArray) goals = new_parts (), phases = new_parts (), measurements = new_parts ();
  g_autoptr(GArray) absences = g_array_new (FALSE, FALSE, sizeof (PzDaySpan));
  g_autoptr(PzJsonReader) reader = NULL;
  Reading reading = { goals, phases, measurements, absences, FALSE };
  PzDocumentPeek peek = { .kind = PZ_DOCUMENT_LEARNER, .may_be_newer = TRUE };

  g_return_val_if_fail (self != NULL && learner != NULL && sources != NULL, FALSE);

  reader = pz_json_reader_new (learner, length, PZ_JSON_MAX_SIZE);
  peek.reader = reader;
  if (!pz_document_peek_run (&peek, read_learner_member, &reading, error))
    return FALSE;
  if (!reading.left_out)
    put_together (self, peek.id, &reading, sources);
  return TRUE;
}

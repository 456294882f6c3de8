/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-draft-private.h"

#include "pz-date.h"
#include "pz-document-private.h"
#include "pz-position.h"

#include <math.h>

G_DEFINE_FINAL_TYPE (PzGoalDraft, pz_goal_draft, G_TYPE_OBJECT)

static guint changed_signal;

static void
part_free (PzGoalPart *part)
{
  g_free (part->origin);
  g_free (part);
}

/* The goal of a step stays empty until it is written: there is no such goal yet. */
static void
init_part (PzGoalDraft  *self,
           PzGoalPart   *part,
           PzRecordType  type,
           PzRecord     *origin)
{
  part->record = pz_document_add (self->draft->document, type);
  part->base = pz_document_add (self->base->document, type);
  if (origin == NULL)
    return;
  part->origin = g_strdup (pz_record_get_id (origin));
  pz_draft_copy (origin, part->base);
  pz_draft_copy (origin, part->record);
}

static PzRecord *
add_milestone (PzGoalDraft *self,
               PzRecord    *origin)
{
  PzGoalPart *part = g_new0 (PzGoalPart, 1);

  init_part (self, part, PZ_RECORD_MILESTONE, origin);
  g_ptr_array_add (self->parts, part);
  g_ptr_array_add (self->milestones, part->record);
  return part->record;
}

static void
document_changed_cb (PzGoalDraft *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
pz_goal_draft_finalize (GObject *object)
{
  PzGoalDraft *self = PZ_GOAL_DRAFT (object);

  for (guint i = 0; i < PZ_N_GAS_LEVELS; i++)
    g_free (self->levels[i].origin);
  g_free (self->goal.origin);
  g_ptr_array_unref (self->milestones);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->removed);
  g_clear_pointer (&self->draft, pz_draft_free);
  g_clear_pointer (&self->base, pz_draft_free);
  G_OBJECT_CLASS (pz_goal_draft_parent_class)->finalize (object);
}

static void
pz_goal_draft_class_init (PzGoalDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_goal_draft_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
pz_goal_draft_init (PzGoalDraft *self)
{
  self->milestones = g_ptr_array_new ();
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  self->removed = g_ptr_array_new_with_free_func (g_free);
}

static PzGoalDraft *
make (PzEnvironment *environment)
{
  PzGoalDraft *self = g_object_new (PZ_TYPE_GOAL_DRAFT, NULL);

  self->draft = pz_draft_new (environment, PZ_RECORD_GOAL);
  self->base = pz_draft_new (environment, PZ_RECORD_GOAL);
  self->goal.record = self->draft->record;
  self->goal.base = self->base->record;
  return self;
}

/* Levels that nobody worded are made, too: they are empty, and the form shows all five. */
static void
add_missing_levels (PzGoalDraft *self)
{
  for (guint i = 0; i < PZ_N_GAS_LEVELS; i++)
    if (self->levels[i].record == NULL)
      {
        init_part (self, &self->levels[i], PZ_RECORD_GAS_LEVEL, NULL);
        pz_record_set_number (self->levels[i].record, PZ_GAS_LEVEL_LEVEL, PZ_GAS_LEAST + (int) i);
      }
}

static void
follow (PzGoalDraft *self)
{
  g_signal_connect_object (self->draft->document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pz_goal_draft_new:
 * @environment: clock and chance
 *
 * Returns: (transfer full): a goal that is worked on and begins today; all else is empty
 */
PzGoalDraft *
pz_goal_draft_new (PzEnvironment *environment)
{
  PzGoalDraft *self;
  g_autofree char *day = NULL;
  GDate today;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);

  self = make (environment);
  pz_environment_get_today (environment, &today);
  day = pz_date_format (&today);
  pz_record_set_text (self->goal.record, PZ_GOAL_START, day);
  pz_record_set_text (self->goal.record, PZ_GOAL_STATE, "active");
  add_missing_levels (self);
  follow (self);
  return self;
}

static gboolean
belongs (PzRecord *record,
         guint     field,
         PzRecord *goal)
{
  return !pz_record_is_deleted (record)
         && g_strcmp0 (pz_record_get_text (record, field), pz_record_get_id (goal)) == 0;
}

static void
read_milestones (PzGoalDraft *self,
                 PzDocument  *document,
                 PzRecord    *goal)
{
  g_autoptr(GPtrArray) records = pz_position_list (document, PZ_RECORD_MILESTONE);

  for (guint i = 0; i < records->len; i++)
    if (belongs (records->pdata[i], PZ_MILESTONE_GOAL, goal))
      add_milestone (self, records->pdata[i]);
}

/* Of two records for one level the first is shown. */
static void
read_levels (PzGoalDraft *self,
             PzDocument  *document,
             PzRecord    *goal)
{
  GListModel *records = pz_document_get_records (document, PZ_RECORD_GAS_LEVEL);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);
      double level = pz_record_get_number (record, PZ_GAS_LEVEL_LEVEL);
      int place = isnan (level) ? -1 : (int) lround (level) - PZ_GAS_LEAST;

      if (belongs (record, PZ_GAS_LEVEL_GOAL, goal) && place >= 0 && place < PZ_N_GAS_LEVELS
          && self->levels[place].record == NULL)
        init_part (self, &self->levels[place], PZ_RECORD_GAS_LEVEL, record);
    }
}

/**
 * pz_goal_draft_new_of:
 * @document: of a learner, or of the class when the goal is shared
 * @goal: one of its goals
 *
 * Returns: (transfer full): the goal as it is now, to be changed
 */
PzGoalDraft *
pz_goal_draft_new_of (PzDocument *document,
                      PzRecord   *goal)
{
  PzGoalDraft *self;

  g_return_val_if_fail (PZ_IS_DOCUMENT (document) && PZ_IS_RECORD (goal), NULL);
  g_return_val_if_fail (pz_record_get_record_type (goal) == PZ_RECORD_GOAL, NULL);

  self = make (pz_clock_get_environment (pz_document_get_clock (document)));
  self->goal.origin = g_strdup (pz_record_get_id (goal));
  self->shared = pz_document_get_kind (document) == PZ_DOCUMENT_CLASSROOM;
  pz_draft_copy (goal, self->goal.base);
  pz_draft_copy (goal, self->goal.record);
  if (!self->shared)
    {
      const char *learner[] = { pz_document_get_id (document), NULL };

      pz_record_set_assign (self->goal.base, PZ_GOAL_LEARNERS, learner);
      pz_record_set_assign (self->goal.record, PZ_GOAL_LEARNERS, learner);
    }
  read_milestones (self, document, goal);
  read_levels (self, document, goal);
  add_missing_levels (self);
  follow (self);
  return self;
}

/**
 * pz_goal_draft_get_goal:
 * @self: the draft
 *
 * Returns: (transfer none): the values of the goal; to be changed as one likes
 */
PzRecord *
pz_goal_draft_get_goal (PzGoalDraft *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (self), NULL);
  return self->goal.record;
}

/**
 * pz_goal_draft_get_level:
 * @self: the draft
 * @level: -2 to 2; 0 is what is expected
 *
 * Returns: (transfer none): what is written for that goal attainment level
 */
PzRecord *
pz_goal_draft_get_level (PzGoalDraft *self,
                         int          level)
{
  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (self), NULL);
  g_return_val_if_fail (level >= PZ_GAS_LEAST && level < PZ_GAS_LEAST + PZ_N_GAS_LEVELS, NULL);
  return self->levels[level - PZ_GAS_LEAST].record;
}

/**
 * pz_goal_draft_get_milestones:
 * @self: the draft
 *
 * Returns: (transfer none) (element-type PzRecord): the steps in their order; changed by the functions below alone
 */
GPtrArray *
pz_goal_draft_get_milestones (PzGoalDraft *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (self), NULL);
  return self->milestones;
}

/**
 * pz_goal_draft_add_milestone:
 * @self: the draft
 *
 * Returns: (transfer none): a new step behind the others, empty
 */
PzRecord *
pz_goal_draft_add_milestone (PzGoalDraft *self)
{
  PzRecord *milestone;

  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (self), NULL);

  milestone = add_milestone (self, NULL);
  pz_position_append (self->draft->document, milestone);
  return milestone;
}

/**
 * pz_goal_draft_find_part:
 * @self: the draft
 * @milestone: one of its steps
 *
 * Returns: (transfer none) (nullable): what belongs to it
 */
PzGoalPart *
pz_goal_draft_find_part (PzGoalDraft *self,
                         PzRecord    *milestone)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (((PzGoalPart *) self->parts->pdata[i])->record == milestone)
      return self->parts->pdata[i];
  return NULL;
}

/**
 * pz_goal_draft_remove_milestone:
 * @self: the draft
 * @milestone: one of its steps
 *
 * Takes the step out; the one it is of goes to the trash when the draft is written.
 */
void
pz_goal_draft_remove_milestone (PzGoalDraft *self,
                                PzRecord    *milestone)
{
  PzGoalPart *part;

  g_return_if_fail (PZ_IS_GOAL_DRAFT (self));

  part = pz_goal_draft_find_part (self, milestone);
  g_return_if_fail (part != NULL);
  if (part->origin != NULL)
    g_ptr_array_add (self->removed, g_strdup (part->origin));
  g_ptr_array_remove (self->milestones, milestone);
  g_ptr_array_remove (self->parts, part);
  pz_document_delete (self->draft->document, milestone); /* tells that something changed */
}

/**
 * pz_goal_draft_move_milestone:
 * @self: the draft
 * @milestone: one of its steps
 * @by: how many places down; up when negative
 *
 * Returns: whether it has another place now
 */
gboolean
pz_goal_draft_move_milestone (PzGoalDraft *self,
                              PzRecord    *milestone,
                              int          by)
{
  guint from;
  int to;

  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (self), FALSE);
  g_return_val_if_fail (g_ptr_array_find (self->milestones, milestone, &from), FALSE);

  to = CLAMP ((int) from + by, 0, (int) self->milestones->len - 1);
  return pz_position_move (self->milestones, from, (guint) to);
}

/**
 * pz_goal_draft_set_learners:
 * @self: the draft
 * @ids: learners, each once
 *
 * Whom the goal is for.
 */
void
pz_goal_draft_set_learners (PzGoalDraft        *self,
                            const char * const *ids)
{
  g_return_if_fail (PZ_IS_GOAL_DRAFT (self) && ids != NULL);
  pz_record_set_assign (self->goal.record, PZ_GOAL_LEARNERS, ids);
}

/**
 * pz_goal_draft_dup_learners:
 * @self: the draft
 *
 * Returns: (transfer full): ids of those the goal is for
 */
GStrv
pz_goal_draft_dup_learners (PzGoalDraft *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (self), NULL);
  return pz_record_dup_set (self->goal.record, PZ_GOAL_LEARNERS);
}

/**
 * pz_goal_draft_is_shared:
 * @self: the draft
 *
 * Returns: whether all learners have one goal together, rather than each a copy of their own
 */
gboolean
pz_goal_draft_is_shared (PzGoalDraft *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (self), FALSE);
  return self->shared;
}

/**
 * pz_goal_draft_set_shared:
 * @self: the draft of a new goal
 * @shared: whether it is one goal for all its learners
 */
void
pz_goal_draft_set_shared (PzGoalDraft *self,
                          gboolean     shared)
{
  g_return_if_fail (PZ_IS_GOAL_DRAFT (self));
  g_return_if_fail (self->goal.origin == NULL); /* what was measured belongs to the goal where it is */

  if (self->shared == shared)
    return;
  self->shared = shared;
  document_changed_cb (self);
}

/**
 * pz_goal_draft_is_empty:
 * @self: the draft
 *
 * Returns: whether nothing was said yet of what the learner shall do
 */
gboolean
pz_goal_draft_is_empty (PzGoalDraft *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (self), FALSE);

  return pz_record_is_empty (self->goal.record, PZ_GOAL_TITLE) && pz_record_is_empty (self->goal.record, PZ_GOAL_BEHAVIOUR)
         && pz_record_is_empty (self->goal.record, PZ_GOAL_CONDITION)
         && pz_record_is_empty (self->goal.record, PZ_GOAL_CRITERION);
}

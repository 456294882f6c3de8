/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-draft-private.h"

#include <string.h>

/* ---- a new goal ---- */

static const struct
{
  guint goal;
  guint learner;
} links[] = {
  { PZ_GOAL_NEEDS, PZ_LEARNER_NEEDS },
  { PZ_GOAL_STRENGTHS, PZ_LEARNER_STRENGTHS },
  { PZ_GOAL_INTERESTS, PZ_LEARNER_INTERESTS },
};

/* Of many learners each keeps the links that are their own. */
static void
copy_own_links (PzGoalDraft *self,
                PzRecord    *learner,
                PzRecord    *goal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_auto(GStrv) wanted = pz_record_dup_set (self->goal.record, links[i].goal);

      for (guint j = 0; wanted[j] != NULL; j++)
        if (pz_record_set_has (learner, links[i].learner, wanted[j]))
          pz_record_set_add (goal, links[i].goal, wanted[j]);
    }
}

static gboolean
is_link (guint field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    if (links[i].goal == field)
      return TRUE;
  return FALSE;
}

static void
copy_goal (PzGoalDraft *self,
           PzDocument  *document,
           PzRecord    *goal)
{
  gboolean own = pz_document_get_kind (document) == PZ_DOCUMENT_LEARNER;
  g_auto(GStrv) learners = pz_goal_draft_dup_learners (self);
  gboolean many = own && g_strv_length (learners) > 1;

  for (guint field = 0; field < pz_schema_get_deleted (PZ_RECORD_GOAL); field++)
    if (!(own && field == PZ_GOAL_LEARNERS) && !(many && is_link (field)))
      pz_draft_copy_field (self->goal.record, goal, field);
  if (many)
    copy_own_links (self, pz_document_get_owner (document), goal);
}

static void
add_part (const PzGoalPart *part,
          PzDocument       *document,
          PzRecord         *goal,
          guint             link)
{
  PzRecordType type = pz_record_get_record_type (part->record);
  PzRecord *record = pz_document_add (document, type);

  for (guint field = 0; field < pz_schema_get_deleted (type); field++)
    if (field != link)
      pz_draft_copy_field (part->record, record, field);
  pz_record_set_text (record, link, pz_record_get_id (goal));
}

/* A step of which nothing was said is none. */
static gboolean
says_nothing (const PzGoalPart *part)
{
  return pz_record_is_empty (part->record, PZ_MILESTONE_TEXT) && pz_record_is_empty (part->record, PZ_MILESTONE_DATE)
         && pz_record_is_empty (part->record, PZ_MILESTONE_REACHED);
}

static gboolean
add_if_said (const PzGoalPart *part,
             PzDocument       *document,
             PzRecord         *goal)
{
  gboolean is_level = pz_record_get_record_type (part->record) == PZ_RECORD_GAS_LEVEL;

  if (is_level ? pz_record_is_empty (part->record, PZ_GAS_LEVEL_TEXT) : says_nothing (part))
    return FALSE;
  add_part (part, document, goal, is_level ? PZ_GAS_LEVEL_GOAL : PZ_MILESTONE_GOAL);
  return TRUE;
}

/* Whoever takes the title away gets what the learner does in its place: a list has to call the goal something. */
static gboolean
complete_title (PzGoalDraft *self,
                PzRecord    *goal)
{
  g_autofree char *title = NULL;

  if (!pz_record_is_empty (goal, PZ_GOAL_TITLE))
    return FALSE;
  title = pz_goal_draft_dup_title (self);
  pz_record_set_text (goal, PZ_GOAL_TITLE, title);
  return title != NULL;
}

/**
 * pz_goal_draft_add_to:
 * @self: what to keep; must pass pz_goal_draft_may_keep()
 * @document: of a learner, who gets a goal of their own; of the class for a shared goal, with the learners it is for
 *
 * Adds a goal with its steps and levels. When the draft is for many learners, each of them keeps those needs, strengths
 * and interests that are their own. May be called for one document after the other.
 *
 * Returns: (transfer none): the new goal
 */
PzRecord *
pz_goal_draft_add_to (PzGoalDraft *self,
                      PzDocument  *document)
{
  PzRecord *goal;

  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (self) && PZ_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (pz_document_get_kind (document) == PZ_DOCUMENT_LEARNER
                        || pz_document_get_kind (document) == PZ_DOCUMENT_CLASSROOM, NULL);

  goal = pz_document_add (document, PZ_RECORD_GOAL);
  copy_goal (self, document, goal);
  complete_title (self, goal);
  for (guint i = 0; i < self->milestones->len; i++)
    add_if_said (pz_goal_draft_find_part (self, self->milestones->pdata[i]), document, goal);
  for (guint i = 0; i < PZ_N_GAS_LEVELS; i++)
    add_if_said (&self->levels[i], document, goal);
  return goal;
}

/* ---- a goal that is there ---- */

static gboolean
change_part (const PzGoalPart *part,
             PzDocument       *document,
             PzRecord         *goal)
{
  PzRecord *origin;

  if (part->origin == NULL)
    return add_if_said (part, document, goal);
  origin = pz_document_find (document, part->origin);
  return origin != NULL && pz_draft_copy_changes (part->base, part->record, origin);
}

static gboolean
delete_removed (PzGoalDraft *self,
                PzDocument  *document)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->removed->len; i++)
    {
      PzRecord *record = pz_document_find (document, self->removed->pdata[i]);

      if (record == NULL || pz_record_is_deleted (record))
        continue;
      pz_document_delete (document, record);
      changed = TRUE;
    }
  return changed;
}

/**
 * pz_goal_draft_change:
 * @self: a draft of @goal
 * @document: the document the goal stands in
 * @goal: the goal
 *
 * Writes what was changed in the draft, and leaves alone what was not: somebody else may have changed that meanwhile.
 *
 * Returns: whether anything was written
 */
gboolean
pz_goal_draft_change (PzGoalDraft *self,
                      PzDocument  *document,
                      PzRecord    *goal)
{
  gboolean changed;

  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (self) && PZ_IS_DOCUMENT (document) && PZ_IS_RECORD (goal), FALSE);
  g_return_val_if_fail (g_strcmp0 (self->goal.origin, pz_record_get_id (goal)) == 0, FALSE);

  changed = pz_draft_copy_changes (self->goal.base, self->goal.record, goal);
  changed |= complete_title (self, goal);
  for (guint i = 0; i < self->milestones->len; i++)
    changed |= change_part (pz_goal_draft_find_part (self, self->milestones->pdata[i]), document, goal);
  for (guint i = 0; i < PZ_N_GAS_LEVELS; i++)
    changed |= change_part (&self->levels[i], document, goal);
  return delete_removed (self, document) || changed;
}

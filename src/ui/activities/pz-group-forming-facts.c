/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-forming-private.h"

#include "pz-privacy.h"

/* What is known of the groups just now. */

static gboolean
has_rounds (PzGroupForming *self)
{
  return pz_record_get_number (pz_document_get_owner (self->activity), PZ_ACTIVITY_ROUNDS) > 1;
}

/* (nullable): the groups of now: of all rounds, or of the only one */
static const PzGroupFormation *
get_present (PzGroupForming *self)
{
  if (has_rounds (self))
    return self->proposal != NULL ? self->proposal->present : NULL;
  return self->judged != NULL ? self->judged->formation : NULL;
}

/* (nullable) */
static const PzGroupFormation *
get_compared (PzGroupForming *self,
              gboolean        proposal)
{
  if (!proposal)
    return get_present (self);
  return self->proposal != NULL ? self->proposal->formation : NULL;
}

/**
 * pz_group_forming_is_forming:
 * @self: the forming
 *
 * Returns: whether groups are looked for just now
 */
gboolean
pz_group_forming_is_forming (PzGroupForming *self)
{
  g_return_val_if_fail (PZ_IS_GROUP_FORMING (self), FALSE);
  return self->forming != NULL;
}

/**
 * pz_group_forming_is_judging:
 * @self: the forming
 *
 * Returns: whether it is being found out how good groups are of which nothing is known yet
 */
gboolean
pz_group_forming_is_judging (PzGroupForming *self)
{
  g_return_val_if_fail (PZ_IS_GROUP_FORMING (self), FALSE);
  return self->judging != NULL && self->judged == NULL;
}

/**
 * pz_group_forming_get_problem:
 * @self: the forming
 *
 * Returns: (nullable): why no groups were formed when they were asked for, a sentence or several
 */
const char *
pz_group_forming_get_problem (PzGroupForming *self)
{
  g_return_val_if_fail (PZ_IS_GROUP_FORMING (self), NULL);
  return self->problem;
}

/**
 * pz_group_forming_get_account:
 * @self: the forming
 *
 * Returns: (nullable): what there is to say of the groups that were judged last; valid until "changed"
 */
const PzGroupAccount *
pz_group_forming_get_account (PzGroupForming *self)
{
  g_return_val_if_fail (PZ_IS_GROUP_FORMING (self), NULL);
  return self->judged != NULL ? self->judged->account : NULL;
}

/**
 * pz_group_forming_get_proposal:
 * @self: the forming
 *
 * Returns: (nullable): what there is to say of the other groups that were proposed; valid until "changed"
 */
const PzGroupAccount *
pz_group_forming_get_proposal (PzGroupForming *self)
{
  g_return_val_if_fail (PZ_IS_GROUP_FORMING (self), NULL);
  return self->proposal != NULL ? self->proposal->account : NULL;
}

/**
 * pz_group_forming_get_present:
 * @self: the forming
 *
 * Returns: (nullable): what there is to say of the groups of now, to be compared with others: of all rounds, once others
 *   were proposed; valid until "changed"
 */
const PzGroupAccount *
pz_group_forming_get_present (PzGroupForming *self)
{
  g_return_val_if_fail (PZ_IS_GROUP_FORMING (self), NULL);

  if (has_rounds (self))
    return self->proposal != NULL ? self->proposal->present_account : NULL;
  return pz_group_forming_get_account (self);
}

/**
 * pz_group_forming_is_same:
 * @self: the forming
 *
 * Returns: whether the other groups that were proposed are those of now, perhaps with other names
 */
gboolean
pz_group_forming_is_same (PzGroupForming *self)
{
  g_return_val_if_fail (PZ_IS_GROUP_FORMING (self), FALSE);
  return get_present (self) != NULL && self->proposal != NULL
         && pz_group_formation_is_same (get_present (self), self->proposal->formation);
}

/**
 * pz_group_forming_get_n_rounds:
 * @self: the forming
 * @proposal: of the other groups, instead of those of now
 *
 * Returns: for how many rounds there are groups to be compared; 0 while nothing is known of them
 */
guint
pz_group_forming_get_n_rounds (PzGroupForming *self,
                               gboolean        proposal)
{
  const PzGroupFormation *formation;

  g_return_val_if_fail (PZ_IS_GROUP_FORMING (self), 0);

  formation = get_compared (self, proposal);
  return formation != NULL ? pz_group_formation_get_n_rounds (formation) : 0;
}

/**
 * pz_group_forming_dup_groups:
 * @self: the forming
 * @proposal: of the other groups, instead of those of now
 * @round: from 1; ignored where there is only one
 *
 * Returns: (transfer full) (nullable): a line for each group, with who is in it
 */
char *
pz_group_forming_dup_groups (PzGroupForming *self,
                             gboolean        proposal,
                             guint           round)
{
  const PzGroupFormation *formation;

  g_return_val_if_fail (PZ_IS_GROUP_FORMING (self) && round > 0, NULL);

  formation = get_compared (self, proposal);
  return formation != NULL ? pz_group_formation_dup_groups (formation, self->activity, round) : NULL;
}

/**
 * pz_group_forming_get_serial:
 * @self: the forming
 *
 * Returns: a number that is another one whenever the account is
 */
guint
pz_group_forming_get_serial (PzGroupForming *self)
{
  g_return_val_if_fail (PZ_IS_GROUP_FORMING (self), 0);
  return self->serial;
}

/**
 * pz_group_forming_get_rounds:
 * @self: the forming
 *
 * Returns: (nullable): what there is to say of the rounds that were formed together
 */
const char *
pz_group_forming_get_rounds (PzGroupForming *self)
{
  g_return_val_if_fail (PZ_IS_GROUP_FORMING (self), NULL);
  return self->rounds;
}

/* the number of the group in what was judged; FALSE when it is not among them */
static gboolean
find_group (PzGroupForming *self,
            PzRecord       *group,
            guint          *number)
{
  const GArray *kept = self->judged->formation->kept;
  const GPtrArray *groups = self->judged->groups;

  for (guint h = 0; h < kept->len; h++)
    {
      guint place = g_array_index (kept, guint, h);

      if (place <= groups->len && groups->pdata[place - 1] == group)
        {
          *number = h;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * pz_group_forming_dup_facts:
 * @self: the forming
 * @group: a group of the round that was judged
 *
 * Returns: (transfer full) (nullable): by what it differs from others, a fact a line; %NULL when it is not known, or is not
 *   to be seen before the groups are formed
 */
char *
pz_group_forming_dup_facts (PzGroupForming *self,
                            PzRecord       *group)
{
  g_autofree char *facts = NULL;
  guint number;

  g_return_val_if_fail (PZ_IS_GROUP_FORMING (self) && PZ_IS_RECORD (group), NULL);

  if (self->judged == NULL || pz_privacy_is_hidden () || !find_group (self, group, &number)
      || !pz_group_formation_may_tell (self->judged->formation, self->activity))
    return NULL;
  facts = pz_group_formation_dup_facts (self->judged->formation, number);
  return *facts != '\0' ? g_steal_pointer (&facts) : NULL;
}

/**
 * pz_group_forming_dup_move:
 * @self: the forming
 * @learner: id of a learner
 * @group: a group of the round that was judged
 *
 * Returns: (transfer full) (nullable): what changes when the learner moves there, in words; %NULL when it is not known
 */
char *
pz_group_forming_dup_move (PzGroupForming *self,
                           const char     *learner,
                           PzRecord       *group)
{
  const PzGroupFormation *formation;
  g_autofree guint *after = NULL;
  guint number, to;

  g_return_val_if_fail (PZ_IS_GROUP_FORMING (self) && learner != NULL && PZ_IS_RECORD (group), NULL);

  if (self->judged == NULL || !find_group (self, group, &to)
      || !pz_group_class_find (self->judged->formation->load.learners, learner, &number))
    return NULL;
  formation = self->judged->formation;
  after = g_memdup2 (formation->result->groups, sizeof (guint) * formation->result->n);
  if (after[number] == to)
    return NULL;
  after[number] = to;
  return pz_group_formation_dup_change (formation, formation->result->groups, after);
}

/**
 * pz_group_forming_dup_why:
 * @self: the forming
 * @learner: id of a learner
 *
 * Returns: (transfer full) (nullable): why the learner is where they are; %NULL when it is not known
 */
char *
pz_group_forming_dup_why (PzGroupForming *self,
                          const char     *learner)
{
  g_return_val_if_fail (PZ_IS_GROUP_FORMING (self) && learner != NULL, NULL);

  return self->judged != NULL ? pz_group_formation_dup_why (self->judged->formation, learner) : NULL;
}

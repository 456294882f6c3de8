/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-list-private.h"

/**
 * pz_learner_list_set_filter:
 * @self: the list
 * @filter: (nullable): the conditions; archived learners are shown when it asks for them
 * @limit: the greatest number of rows to have from now on, see pz_learner_list_set_limit()
 */
void
pz_learner_list_set_filter (PzLearnerList         *self,
                            const PzLearnerFilter *filter,
                            guint                  limit)
{
  gboolean archived;

  g_return_if_fail (PZ_IS_LEARNER_LIST (self));

  pz_learner_filter_free (self->filter);
  self->filter = filter != NULL ? pz_learner_filter_copy (filter) : pz_learner_filter_new ();
  self->show_unknown = FALSE;
  archived = pz_learner_filter_find (self->filter, PZ_FILTER_ARCHIVED, NULL) != NULL;
  pz_learner_order_set_scope (self->order, archived ? PZ_SCOPE_ARCHIVED : PZ_SCOPE_SHOWN);
  pz_learner_list_update_shown (self, limit);
}

/**
 * pz_learner_list_peek_filter:
 * @self: the list
 *
 * Returns: (transfer none): the conditions, valid until they change
 */
const PzLearnerFilter *
pz_learner_list_peek_filter (PzLearnerList *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_LIST (self), NULL);
  return self->filter;
}

/**
 * pz_learner_list_set_show_unknown:
 * @self: the list
 * @show: whether to show the learners of whom it is not known whether they pass, instead of those who do
 * @limit: the greatest number of rows to have from now on, see pz_learner_list_set_limit()
 */
void
pz_learner_list_set_show_unknown (PzLearnerList *self,
                                  gboolean       show,
                                  guint          limit)
{
  g_return_if_fail (PZ_IS_LEARNER_LIST (self));

  if (self->show_unknown == show)
    return;
  self->show_unknown = show;
  pz_learner_list_update_shown (self, limit);
}

/**
 * pz_learner_list_get_show_unknown:
 * @self: the list
 *
 * Returns: see pz_learner_list_set_show_unknown()
 */
gboolean
pz_learner_list_get_show_unknown (PzLearnerList *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_LIST (self), FALSE);
  return self->show_unknown;
}

/**
 * pz_learner_list_is_pending:
 * @self: the list
 *
 * Returns: whether the filter shows nobody because what it asks for is being read
 */
gboolean
pz_learner_list_is_pending (PzLearnerList *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_LIST (self), FALSE);
  return self->pending;
}

/**
 * pz_learner_list_count_unknown:
 * @self: the list
 * @only: (out) (nullable) (optional): the group of conditions of which nothing is known, when it is one alone
 *
 * Returns: how many learners have no value for a condition, and may or may not belong to those found
 */
guint
pz_learner_list_count_unknown (PzLearnerList        *self,
                               const PzFilterGroup **only)
{
  guint bit;

  g_return_val_if_fail (PZ_IS_LEARNER_LIST (self), 0);

  if (only == NULL)
    return self->n_unknown;
  *only = NULL;
  for (bit = 0; bit < 64 && (self->unknown_groups >> bit) != 0; bit++)
    if (self->unknown_groups == G_GUINT64_CONSTANT (1) << bit)
      *only = pz_learner_filter_get_group (self->filter, bit);
  return self->n_unknown;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-formation-private.h"

#include "pz-error.h"
#include "pz-group-rules.h"
#include "pz-grouping-rule.h"

#include <glib/gi18n-lib.h>

/* for what each criterion is worth alone */
#define SCALE_WORK PZ_GROUP_QUICK

/* takes the order */
PzGroupFormation *
pz_group_formation_new (PzGroupOrder *order)
{
  PzGroupFormation *self = g_new0 (PzGroupFormation, 1);
  g_autofree char *text = pz_group_settings_to_text (order->request->settings);

  self->order = order;
  self->settings = pz_group_settings_parse (text, NULL);
  self->load.day = order->day;
  self->load.without = g_strdupv (order->without);
  self->load.activity = g_strdup (order->activity);
  self->load.half_life = pz_group_settings_get_half_life (self->settings);
  return self;
}

/* who takes part, called as the order has it, and what the class always asks for */
gboolean
pz_group_formation_load (PzGroupFormation       *self,
                         const PzClassroomCopy  *copy,
                         GError                **error)
{
  if (!pz_group_load_run (&self->load, copy, error))
    return FALSE;
  if (self->order->names != NULL)
    pz_group_class_rename (self->load.learners, self->order->names);
  return pz_grouping_rule_apply (copy->classroom, self->settings, error);
}

/* in rounds, meetings are counted anew, and weighed as new partners are */
static void
take_new_partners (PzGroupFormation *self)
{
  g_autoptr(PzGroupSettings) others = pz_group_settings_dup_without (self->settings, PZ_WISH_NEW_PARTNERS, G_MAXUINT);
  const PzGroupWish *wish = pz_group_request_find (self->order->request, PZ_WISH_NEW_PARTNERS, 0);

  self->new_partners = wish != NULL ? wish->importance : 1;
  pz_group_settings_free (self->settings);
  self->settings = g_steal_pointer (&others);
}

/* Asks for those who are locked to stay: in the group to come that is theirs now. */
gboolean
pz_group_formation_add_pins (PzGroupFormation  *self,
                             GError           **error)
{
  GHashTableIter iter;
  gpointer learner, place;

  if (self->order->seats->torn != NULL)
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID,
                           _("A learner is locked in different groups of several rounds. Unlock all but one of them."));
      return FALSE;
    }
  g_hash_table_iter_init (&iter, self->order->seats->pins);
  while (g_hash_table_iter_next (&iter, &learner, &place))
    for (guint h = 0; h < self->kept->len; h++)
      if (g_array_index (self->kept, guint, h) == GPOINTER_TO_UINT (place))
        {
          g_autofree char *value = g_strdup_printf ("%s:%u", (const char *) learner, h + 1);

          if (!pz_group_settings_add (self->settings, "pin", value, error))
            return FALSE;
        }
  return TRUE;
}

/**
 * pz_group_formation_prepare:
 * @order: (transfer full): what is asked for
 * @copy: the class
 * @error: nobody takes part, or what is asked for is not there
 *
 * Makes the problem of it. Works in any thread, as all that follows does.
 *
 * Returns: (transfer full): groups to be found, or %NULL
 */
PzGroupFormation *
pz_group_formation_prepare (PzGroupOrder           *order,
                            const PzClassroomCopy  *copy,
                            GError                **error)
{
  g_autoptr(PzGroupFormation) self = NULL;
  g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (PzGroupSize));

  g_return_val_if_fail (order != NULL && copy != NULL, NULL);

  self = pz_group_formation_new (order);
  if (!pz_group_formation_load (self, copy, error)
      || !pz_group_request_find_sizes (order->request, pz_group_class_get_n (self->load.learners), sizes, error))
    return NULL;
  if (order->n_rounds > 1)
    take_new_partners (self);
  if (order->seats != NULL)
    {
      self->kept = pz_group_seats_arrange (order->seats, sizes->len, error);
      if (self->kept == NULL || !pz_group_formation_add_pins (self, error))
        return NULL;
    }
  self->problem = pz_group_settings_compose (self->settings, self->load.learners, self->load.history, sizes, error);
  return self->problem != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * pz_group_formation_free:
 * @self: (transfer full): groups
 *
 * Ends them.
 */
void
pz_group_formation_free (PzGroupFormation *self)
{
  g_return_if_fail (self != NULL);

  pz_group_order_free (self->order);
  pz_group_load_clear (&self->load);
  pz_group_settings_free (self->settings);
  g_clear_pointer (&self->problem, pz_group_problem_unref);
  g_clear_pointer (&self->loose, pz_group_problem_unref);
  g_clear_pointer (&self->kept, g_array_unref);
  g_clear_pointer (&self->result, pz_group_result_free);
  g_clear_pointer (&self->rotation, pz_group_rotation_free);
  g_free (self->scales);
  g_free (self);
}

/* rounds x n numbers of groups of the locked rounds; NULL with error set when somebody is in none of them */
static guint *
list_locked (const PzGroupFormation  *self,
             GError                 **error)
{
  const PzGroupSeats *seats = self->order->seats;
  guint n = pz_group_problem_get_n (self->problem);
  g_autofree guint *groups = g_new0 (guint, (gsize) seats->n_locked * n + 1);

  for (guint r = 0; r < seats->n_locked; r++)
    {
      for (guint i = 0; i < n; i++)
        {
          guint place = pz_group_seats_get_place (seats, r + 1, pz_group_class_get_ids (self->load.learners)[i]);
          guint h = 0;

          while (h < self->kept->len && (place == 0 || g_array_index (self->kept, guint, h) != place))
            h++;
          groups[(gsize) r * n + i] = h;
        }
      if (!pz_group_problem_is_grouping (self->problem, groups + (gsize) r * n))
        {
          g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID,
                               _("A locked round has other groups than those asked for. Unlock it, or ask for its sizes."));
          return NULL;
        }
    }
  return g_steal_pointer (&groups);
}

static gboolean
search_rounds (PzGroupFormation   *self,
               const PzGroupWork  *work,
               GError            **error)
{
  guint n = pz_group_problem_get_n (self->problem);
  g_autofree double *past = g_new0 (double, (gsize) n * n + 1);
  PzGroupRounds rounds = { self->order->n_rounds, .past = past, .weight = self->new_partners };
  g_autofree guint *locked = NULL;

  if (self->order->seats != NULL && self->order->seats->n_locked > 0)
    {
      locked = list_locked (self, error);
      if (locked == NULL)
        return FALSE;
      rounds.n_locked = self->order->seats->n_locked;
      rounds.locked = locked;
    }
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      past[(gsize) i * n + j] = pz_group_history_get_memory (self->load.history, i, j);
  self->rotation = pz_group_rotation_run (self->problem, &rounds, work, error);
  return self->rotation != NULL;
}

/**
 * pz_group_formation_search:
 * @self: prepared
 * @cancellable: (nullable): ends it with the best found so far
 * @progress: (nullable): is told what was found, in the thread of the search; only of one round
 * @user_data: for @progress
 * @error: %PZ_ERROR_INVALID when the rules cannot be kept; pz_group_rules_check() of the problem says why
 *
 * Looks for the groups.
 *
 * Returns: whether some were found
 */
gboolean
pz_group_formation_search (PzGroupFormation  *self,
                           GCancellable      *cancellable,
                           PzGroupProgress    progress,
                           gpointer           user_data,
                           GError           **error)
{
  PzGroupWork work;

  g_return_val_if_fail (self != NULL && self->result == NULL && self->rotation == NULL, FALSE);

  work = (PzGroupWork) { self->order->seed, self->order->work, cancellable, progress, user_data };
  if (self->order->n_rounds > 1)
    return search_rounds (self, &work, error);
  self->result = pz_group_solver_run (self->problem, &work, error);
  return self->result != NULL;
}

/**
 * pz_group_formation_prove:
 * @self: with a result of one round; it may become better
 * @cancellable: (nullable): ends it with what is known
 *
 * Finds out how good the groups are.
 */
void
pz_group_formation_prove (PzGroupFormation *self,
                          GCancellable     *cancellable)
{
  g_return_if_fail (self != NULL && self->result != NULL);

  self->proof = pz_group_proof_run (self->problem, self->result, cancellable);
  self->is_proven = TRUE;
}

/**
 * pz_group_formation_judge:
 * @self: with a result of one round, which stays as it is
 * @cancellable: (nullable): ends it with what is known
 *
 * Finds out how good the groups are, without taking better ones.
 */
void
pz_group_formation_judge (PzGroupFormation *self,
                          GCancellable     *cancellable)
{
  PzGroupResult tried;

  g_return_if_fail (self != NULL && self->result != NULL);

  tried = *self->result;
  tried.groups = g_memdup2 (self->result->groups, sizeof (guint) * self->result->n);
  self->proof = pz_group_proof_run (self->problem, &tried, cancellable);
  self->is_proven = TRUE;
  if (self->proof.improved)
    self->proof.verdict = PZ_GROUP_WITHIN;
  g_free (tried.groups);
}

/**
 * pz_group_formation_weigh:
 * @self: prepared
 * @cancellable: (nullable): ends it early
 *
 * Finds out what each criterion can be worth.
 */
void
pz_group_formation_weigh (PzGroupFormation *self,
                          GCancellable     *cancellable)
{
  g_return_if_fail (self != NULL && self->scales == NULL);

  self->scales = pz_group_explain_scales (self->problem, MIN (SCALE_WORK, self->order->work), cancellable);
}

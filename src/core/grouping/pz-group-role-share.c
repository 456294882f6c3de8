/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-role-share.h"

#include "pz-group-roles.h"

#include <string.h>

/* Days are counted from the year 1 in 20 bits; what is left of the 27 that decide tells weeks. */
#define TURN_BITS 6

/* The sharing of one activity. */
typedef struct
{
  const PzGroupRoleHistory *history;
  const char * const *roles;
  guint n_roles;
  guint32 day;        /* of the activity: that of the turns given here */
  GHashTable *places; /* id of a learner -> number from 0 */
  guint n;            /* learners who were given a number */
  GArray *held;       /* guint, learners x roles: before, and in the rounds shared out so far */
  GArray *last;       /* guint32, the same way */
} Sharing;

/* the number of a learner, with what is known from before when it is a new one */
static guint
get_number (Sharing    *self,
            const char *learner)
{
  gpointer known;
  guint place = G_MAXUINT;

  if (g_hash_table_lookup_extended (self->places, learner, NULL, &known))
    return GPOINTER_TO_UINT (known);
  for (guint i = 0; i < self->history->n; i++)
    if (strcmp (self->history->learners[i], learner) == 0)
      place = i;
  for (guint r = 0; r < self->n_roles; r++)
    {
      guint role, times = 0;
      guint32 day = 0;

      if (place != G_MAXUINT && pz_group_role_history_find (self->history, self->roles[r], &role))
        {
          times = pz_group_role_history_get_times (self->history, place, role);
          day = pz_group_role_history_get_last (self->history, place, role);
        }
      g_array_append_val (self->held, times);
      g_array_append_val (self->last, day);
    }
  g_hash_table_insert (self->places, g_strdup (learner), GUINT_TO_POINTER (self->n));
  return self->n++;
}

/* two devices may have noted the same learner */
static gboolean
contains (GPtrArray  *members,
          const char *learner)
{
  for (guint i = 0; i < members->len; i++)
    if (g_strcmp0 (pz_record_get_text (members->pdata[i], PZ_PARTICIPATION_LEARNER), learner) == 0)
      return TRUE;
  return FALSE;
}

/* of a group, those who are not noted as absent, by id: however a file is ordered, the roles are the same */
static GPtrArray *
list_members (GPtrArray  *parts,
              const char *group)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < parts->len; i++)
    {
      PzRecord *part = parts->pdata[i];

      if (g_strcmp0 (pz_record_get_text (part, PZ_PARTICIPATION_GROUP), group) != 0
          || pz_record_is_empty (part, PZ_PARTICIPATION_LEARNER))
        continue;
      if (g_strcmp0 (pz_record_get_text (part, PZ_PARTICIPATION_PRESENT), "no") == 0)
        pz_record_set_text (part, PZ_PARTICIPATION_ROLE, NULL); /* somebody else has it */
      else if (!contains (members, pz_record_get_text (part, PZ_PARTICIPATION_LEARNER)))
        g_ptr_array_add (members, part);
    }
  return members;
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  PzRecord *x = *(PzRecord *const *) a, *y = *(PzRecord *const *) b;

  return strcmp (pz_record_get_text (x, PZ_PARTICIPATION_LEARNER), pz_record_get_text (y, PZ_PARTICIPATION_LEARNER));
}

static guint
give (Sharing   *self,
      GPtrArray *members,
      const int *roles)
{
  guint n_given = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const char *name = roles[i] >= 0 ? self->roles[roles[i]] : NULL;
      gsize at;

      pz_record_set_text (members->pdata[i], PZ_PARTICIPATION_ROLE, name);
      if (name == NULL)
        continue;
      at = (gsize) get_number (self, pz_record_get_text (members->pdata[i], PZ_PARTICIPATION_LEARNER)) * self->n_roles
           + (guint) roles[i];
      g_array_index (self->held, guint, at)++;
      g_array_index (self->last, guint32, at) = MAX (g_array_index (self->last, guint32, at), self->day);
      n_given++;
    }
  return n_given;
}

/* What decides between those who held a role as often: who had any role longest ago comes first, so that nobody is left
 * without one again and again; then who had this one longest ago, in weeks. */
static guint32
get_turn (Sharing *self,
          guint    number,
          guint    role)
{
  const guint32 *days = &g_array_index (self->last, guint32, (gsize) number * self->n_roles);
  guint32 latest = 0;

  for (guint r = 0; r < self->n_roles; r++)
    latest = MAX (latest, days[r]);
  if (days[role] == 0)
    return latest << TURN_BITS;
  return (latest << TURN_BITS) + (1 << TURN_BITS) - 1 - MIN ((latest - days[role]) / 7, (1u << TURN_BITS) - 2);
}

static guint
share_group (Sharing   *self,
             GPtrArray *members)
{
  g_autofree guint *held = g_new0 (guint, (gsize) members->len * self->n_roles + 1);
  g_autofree guint32 *last = g_new0 (guint32, (gsize) members->len * self->n_roles + 1);
  g_autofree int *roles = g_new (int, members->len + 1);

  g_ptr_array_sort (members, compare_parts);
  for (guint i = 0; i < members->len; i++)
    {
      guint number = get_number (self, pz_record_get_text (members->pdata[i], PZ_PARTICIPATION_LEARNER));

      memcpy (&held[(gsize) i * self->n_roles], &g_array_index (self->held, guint, (gsize) number * self->n_roles),
              self->n_roles * sizeof (guint));
      for (guint r = 0; r < self->n_roles; r++)
        last[(gsize) i * self->n_roles + r] = get_turn (self, number, r);
    }
  return pz_group_roles_assign (held, last, members->len, self->n_roles, roles) ? give (self, members, roles) : 0;
}

/* rounds one after the other, so that the roles go round within the activity, too */
static int
compare_rounds (gconstpointer a,
                gconstpointer b)
{
  guint x = pz_activity_get_round (*(PzRecord *const *) a), y = pz_activity_get_round (*(PzRecord *const *) b);

  return (x > y) - (x < y);
}

/**
 * pz_group_role_share:
 * @activity: the document of an activity
 * @history: who held which role before, without this activity
 * @roles: (array zero-terminated=1): what there is to do in each group, at most %PZ_GROUP_MAX_ROLES, each once
 *
 * Gives each member of each group a role, or none, so that roles go round: who held one least often, and longest ago, has
 * it next. The absent have none. What was shared out before is written over. A group of more than %PZ_GROUP_MAX_ROLES is
 * left as it is.
 *
 * Returns: how many roles were given, over all rounds
 */
guint
pz_group_role_share (PzDocument               *activity,
                     const PzGroupRoleHistory *history,
                     const char * const       *roles)
{
  Sharing self = { history, roles };
  g_autoptr(GPtrArray) groups = NULL;
  guint n_given = 0;

  g_return_val_if_fail (PZ_IS_DOCUMENT (activity) && history != NULL && roles != NULL, 0);

  self.n_roles = g_strv_length ((char **) roles);
  g_return_val_if_fail (self.n_roles > 0 && self.n_roles <= PZ_GROUP_MAX_ROLES, 0);
  self.day = pz_day_from_text (pz_record_get_text (pz_document_get_owner (activity), PZ_ACTIVITY_DATE));
  self.places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.held = g_array_new (FALSE, FALSE, sizeof (guint));
  self.last = g_array_new (FALSE, FALSE, sizeof (guint32));
  groups = pz_activity_list_groups (activity, 0);
  g_ptr_array_sort (groups, compare_rounds);
  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr(GPtrArray) parts = pz_activity_list_parts (activity, pz_activity_get_round (groups->pdata[i]));
      g_autoptr(GPtrArray) members = list_members (parts, pz_record_get_id (groups->pdata[i]));

      if (members->len > 0)
        n_given += share_group (&self, members);
    }
  g_hash_table_unref (self.places);
  g_array_unref (self.held);
  g_array_unref (self.last);
  return n_given;
}

/**
 * pz_group_role_dup_given:
 * @activity: the document of an activity
 *
 * Returns: (transfer full): the roles its learners have, each once, in the order of the file
 */
GStrv
pz_group_role_dup_given (PzDocument *activity)
{
  g_autoptr(GPtrArray) parts = NULL;
  g_autoptr(GPtrArray) roles = NULL;

  g_return_val_if_fail (PZ_IS_DOCUMENT (activity), NULL);

  parts = pz_activity_list_parts (activity, 0);
  roles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < parts->len; i++)
    {
      const char *role = pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_ROLE);

      if (role != NULL && !g_ptr_array_find_with_equal_func (roles, role, g_str_equal, NULL))
        g_ptr_array_add (roles, g_strdup (role));
    }
  g_ptr_array_add (roles, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&roles), FALSE);
}

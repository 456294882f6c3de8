/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-role-history.h"

#include "pz-group-roles.h"

#include <string.h>

/* A role while it is counted. */
typedef struct
{
  char *key;  /* folded: "reader" is "Reader" */
  char *name; /* as it was written last */
  guint32 day;
  guint total;
} Role;

static void
clear_role (gpointer data)
{
  g_free (((Role *) data)->key);
  g_free (((Role *) data)->name);
}

/* Returns: (transfer full): what makes two ways to write a role the same */
static char *
dup_key (const char *role)
{
  g_autofree char *clean = g_strstrip (g_strdup (role));
  g_autofree char *normal = g_utf8_normalize (clean, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : clean, -1);
}

static gboolean
counts (const PzActivity *activity,
        const char       *except)
{
  return activity->held && activity->every == 0 && activity->day != 0 && g_strcmp0 (activity->id, except) != 0;
}

static gboolean
has_role (const PzActivityPart *part)
{
  return !part->absent && part->role != NULL;
}

/* ---- which roles there are ---- */

static void
note_role (GArray     *roles,
           const char *name,
           guint32     day)
{
  g_autofree char *key = dup_key (name);
  Role role = { NULL, NULL, day, 1 };

  if (*key == '\0')
    return;
  for (guint i = 0; i < roles->len; i++)
    {
      Role *known = &g_array_index (roles, Role, i);

      if (strcmp (known->key, key) != 0)
        continue;
      known->total++;
      if (day < known->day)
        return;
      known->day = day;
      g_free (known->name);
      known->name = g_strstrip (g_strdup (name));
      return;
    }
  role.key = g_steal_pointer (&key);
  role.name = g_strstrip (g_strdup (name));
  g_array_append_val (roles, role);
}

static int
compare_roles (gconstpointer a,
               gconstpointer b)
{
  const Role *x = a, *y = b;
  int order = (x->total < y->total) - (x->total > y->total);

  return order != 0 ? order : strcmp (x->key, y->key);
}

static void
find_roles (PzGroupRoleHistory *self,
            GPtrArray          *activities,
            const char         *except)
{
  g_autoptr(GArray) roles = g_array_new (FALSE, FALSE, sizeof (Role));
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  g_array_set_clear_func (roles, clear_role);
  for (guint i = 0; i < activities->len; i++)
    {
      const PzActivity *activity = activities->pdata[i];

      for (guint k = 0; k < activity->parts->len && counts (activity, except); k++)
        {
          const PzActivityPart *part = &g_array_index (activity->parts, PzActivityPart, k);

          if (has_role (part))
            note_role (roles, part->role, activity->day);
        }
    }
  g_array_sort (roles, compare_roles);
  for (guint i = 0; i < roles->len; i++)
    g_strv_builder_add (names, g_array_index (roles, Role, i).name);
  self->roles = g_strv_builder_end (names);
  self->n_roles = roles->len;
}

/* ---- who held them ---- */

static gboolean
count_part (PzGroupRoleHistory   *self,
            const PzActivity     *activity,
            const PzActivityPart *part,
            GHashTable           *places)
{
  gpointer learner;
  guint role;
  gsize at;

  if (!has_role (part) || !g_hash_table_lookup_extended (places, part->learner, NULL, &learner)
      || !pz_group_role_history_find (self, part->role, &role))
    return FALSE;
  at = (gsize) GPOINTER_TO_UINT (learner) * self->n_roles + role;
  self->times[at]++;
  self->last[at] = MAX (self->last[at], activity->day);
  return TRUE;
}

/**
 * pz_group_role_history_new:
 * @activities: (element-type PzActivity): of the class, in any order
 * @learners: (array zero-terminated=1): ids of those to look at, each once
 * @except: (nullable): id of an activity that does not count, because its roles are shared out anew
 *
 * Counts, over what was held, who had which role in which round, of those who were present. Roles that differ only in
 * capitals or in blanks around them are one.
 *
 * Returns: (transfer full): the counts
 */
PzGroupRoleHistory *
pz_group_role_history_new (GPtrArray          *activities,
                           const char * const *learners,
                           const char         *except)
{
  g_autoptr(GHashTable) places = NULL;
  PzGroupRoleHistory *self;

  g_return_val_if_fail (activities != NULL && learners != NULL, NULL);

  self = g_new0 (PzGroupRoleHistory, 1);
  self->learners = g_strdupv ((char **) learners);
  self->n = g_strv_length (self->learners);
  find_roles (self, activities, except);
  self->times = g_new0 (guint, (gsize) self->n * self->n_roles + 1);
  self->last = g_new0 (guint32, (gsize) self->n * self->n_roles + 1);
  places = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->n; i++)
    g_hash_table_insert (places, self->learners[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < activities->len; i++)
    {
      const PzActivity *activity = activities->pdata[i];
      gboolean counted = FALSE;

      for (guint k = 0; k < activity->parts->len && counts (activity, except); k++)
        counted |= count_part (self, activity, &g_array_index (activity->parts, PzActivityPart, k), places);
      self->n_activities += counted;
    }
  return self;
}

/**
 * pz_group_role_history_free:
 * @self: (transfer full): the counts
 */
void
pz_group_role_history_free (PzGroupRoleHistory *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->learners);
  g_strfreev (self->roles);
  g_free (self->times);
  g_free (self->last);
  g_free (self);
}

/**
 * pz_group_role_history_find:
 * @self: the counts
 * @role: what it is called, in any capitals
 * @place: (out): which of the roles it is
 *
 * Returns: %FALSE when nobody ever held it; @place is then unchanged
 */
gboolean
pz_group_role_history_find (const PzGroupRoleHistory *self,
                            const char               *role,
                            guint                    *place)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && role != NULL && place != NULL, FALSE);

  key = dup_key (role);
  for (guint i = 0; i < self->n_roles; i++)
    {
      g_autofree char *known = dup_key (self->roles[i]);

      if (strcmp (known, key) != 0)
        continue;
      *place = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * pz_group_role_history_get_times:
 * @self: the counts
 * @learner: place of a learner
 * @role: place of a role
 *
 * Returns: in how many rounds the learner held it
 */
guint
pz_group_role_history_get_times (const PzGroupRoleHistory *self,
                                 guint                     learner,
                                 guint                     role)
{
  g_return_val_if_fail (self != NULL && learner < self->n && role < self->n_roles, 0);
  return self->times[(gsize) learner * self->n_roles + role];
}

/**
 * pz_group_role_history_get_last:
 * @self: the counts
 * @learner: place of a learner
 * @role: place of a role
 *
 * Returns: the day the learner held it last, as GDate counts days; 0: never
 */
guint32
pz_group_role_history_get_last (const PzGroupRoleHistory *self,
                                guint                     learner,
                                guint                     role)
{
  g_return_val_if_fail (self != NULL && learner < self->n && role < self->n_roles, 0);
  return self->last[(gsize) learner * self->n_roles + role];
}

/**
 * pz_group_role_history_list_never:
 * @self: the counts
 * @role: place of a role
 *
 * Returns: (transfer full) (element-type guint): places of the learners who have never held it
 */
GArray *
pz_group_role_history_list_never (const PzGroupRoleHistory *self,
                                  guint                     role)
{
  GArray *never = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (self != NULL && role < self->n_roles, never);

  for (guint i = 0; i < self->n; i++)
    if (pz_group_role_history_get_times (self, i, role) == 0)
      g_array_append_val (never, i);
  return never;
}

/**
 * pz_group_role_history_get_spread:
 * @self: the counts
 * @role: place of a role
 *
 * Returns: how often the one held it who held it most, less the one who held it least; 0 or 1 is fair
 */
guint
pz_group_role_history_get_spread (const PzGroupRoleHistory *self,
                                  guint                     role)
{
  g_autofree guint *held = NULL;

  g_return_val_if_fail (self != NULL && role < self->n_roles, 0);

  held = g_new (guint, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    held[i] = pz_group_role_history_get_times (self, i, role);
  return pz_group_roles_spread (held, self->n);
}

/**
 * pz_group_role_history_dup_latest:
 * @self: the counts
 *
 * Returns: (transfer full): the roles of the last day on which there were any, in the order of all; may be empty
 */
GStrv
pz_group_role_history_dup_latest (const PzGroupRoleHistory *self)
{
  g_autoptr(GStrvBuilder) roles = g_strv_builder_new ();
  guint32 latest = 1;

  g_return_val_if_fail (self != NULL, NULL);

  for (gsize at = 0; at < (gsize) self->n * self->n_roles; at++)
    latest = MAX (latest, self->last[at]);
  for (guint role = 0; role < self->n_roles; role++)
    for (guint i = 0; i < self->n; i++)
      if (pz_group_role_history_get_last (self, i, role) == latest)
        {
          g_strv_builder_add (roles, self->roles[role]);
          break;
        }
  return g_strv_builder_end (roles);
}

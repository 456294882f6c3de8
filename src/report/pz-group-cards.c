/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-cards.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_member (gpointer data)
{
  PzGroupCardsMember *member = data;

  g_free (member->name);
  g_free (member->role);
  g_free (member->key);
  g_free (member);
}

static void
free_group (gpointer data)
{
  PzGroupCardsGroup *group = data;

  g_free (group->name);
  g_ptr_array_unref (group->members);
  g_free (group);
}

static void
free_round (gpointer data)
{
  PzGroupCardsRound *round = data;

  g_free (round->name);
  g_ptr_array_unref (round->groups);
  g_free (round);
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const PzGroupCardsMember *x = *(PzGroupCardsMember *const *) a, *y = *(PzGroupCardsMember *const *) b;
  int order = strcmp (x->key, y->key);

  return order != 0 ? order : strcmp (x->name, y->name);
}

/* placed: set of ids, of those who are in a group of the round already */
static void
add_member (GPtrArray              *members,
            PzRecord               *part,
            GHashTable             *placed,
            const PzGroupCardsLook *look)
{
  const char *learner = pz_record_get_text (part, PZ_PARTICIPATION_LEARNER);
  PzGroupCardsMember *member;
  char *name = NULL, *key = NULL;

  if (learner == NULL || g_hash_table_contains (placed, learner) || !look->find (learner, &name, &key, look->user_data))
    return;
  g_hash_table_add (placed, g_strdup (learner));
  member = g_new (PzGroupCardsMember, 1);
  *member = (PzGroupCardsMember) { name, g_strdup (pz_record_get_text (part, PZ_PARTICIPATION_ROLE)), key };
  g_ptr_array_add (members, member);
}

static void
add_group (GPtrArray              *groups,
           PzRecord               *record,
           GPtrArray              *parts,
           GHashTable             *placed,
           const PzGroupCardsLook *look)
{
  const char *name = pz_record_get_text (record, PZ_GROUP_NAME);
  g_autoptr(GPtrArray) members = g_ptr_array_new_with_free_func (free_member);
  PzGroupCardsGroup *group;

  for (guint i = 0; i < parts->len; i++)
    if (g_strcmp0 (pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_GROUP), pz_record_get_id (record)) == 0)
      add_member (members, parts->pdata[i], placed, look);
  if (members->len == 0)
    return;
  g_ptr_array_sort (members, compare_members);
  group = g_new (PzGroupCardsGroup, 1);
  *group = (PzGroupCardsGroup) { g_strdup (name != NULL ? name : C_("activity", "Group")), g_steal_pointer (&members) };
  g_ptr_array_add (groups, group);
}

static guint
find_last_round (PzDocument *activity)
{
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (activity, 0);
  guint last = 0;

  for (guint i = 0; i < groups->len; i++)
    last = MAX (last, pz_activity_get_round (groups->pdata[i]));
  return last;
}

static void
add_round (PzGroupCards           *self,
           PzDocument             *activity,
           guint                   number,
           gboolean                several,
           const PzGroupCardsLook *look)
{
  g_autoptr(GPtrArray) records = pz_activity_list_groups (activity, number);
  g_autoptr(GPtrArray) parts = pz_activity_list_parts (activity, number);
  g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);
  g_autoptr(GHashTable) placed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PzGroupCardsRound *round;

  for (guint i = 0; i < records->len; i++)
    add_group (groups, records->pdata[i], parts, placed, look);
  if (groups->len == 0)
    return;
  round = g_new (PzGroupCardsRound, 1);
  *round = (PzGroupCardsRound) { NULL, g_steal_pointer (&groups) };
  if (several)
    /* Translators: of several rounds in which the groups change, the one with this number */
    round->name = g_strdup_printf (C_("activity", "Round %u"), number);
  g_ptr_array_add (self->rounds, round);
}

/**
 * pz_group_cards_new:
 * @activity: the document of an activity
 * @look: how it is shown
 *
 * Takes names and roles from the activity, and nothing else: what is printed or projected cannot say what is not in here.
 *
 * Returns: (transfer full): the groups, as learners see them
 */
PzGroupCards *
pz_group_cards_new (PzDocument             *activity,
                    const PzGroupCardsLook *look)
{
  PzGroupCards *self;
  guint last;

  g_return_val_if_fail (PZ_IS_DOCUMENT (activity) && look != NULL && look->find != NULL, NULL);

  self = g_new (PzGroupCards, 1);
  *self = (PzGroupCards) { g_strdup (look->title), g_strdup (look->line), g_ptr_array_new_with_free_func (free_round) };
  last = find_last_round (activity);
  for (guint number = 1; number <= last; number++)
    add_round (self, activity, number, last > 1, look);
  return self;
}

/**
 * pz_group_cards_free:
 * @self: (transfer full): the groups
 */
void
pz_group_cards_free (PzGroupCards *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self->line);
  g_ptr_array_unref (self->rounds);
  g_free (self);
}

/**
 * pz_group_cards_dup_member:
 * @member: a learner of a group
 *
 * Returns: (transfer full): the name, with the role
 */
char *
pz_group_cards_dup_member (const PzGroupCardsMember *member)
{
  g_return_val_if_fail (member != NULL, NULL);

  if (member->role == NULL)
    return g_strdup (member->name);
  /* Translators: the name of a learner, and the role in the group */
  return g_strdup_printf (C_("activity", "%1$s (%2$s)"), member->name, member->role);
}

/**
 * pz_group_cards_dup_members:
 * @group: a group
 *
 * Returns: (transfer full): its learners, with their roles, in a line
 */
char *
pz_group_cards_dup_members (const PzGroupCardsGroup *group)
{
  g_autoptr(GPtrArray) members = NULL;

  g_return_val_if_fail (group != NULL, NULL);

  members = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < group->members->len; i++)
    g_ptr_array_add (members, pz_group_cards_dup_member (group->members->pdata[i]));
  g_ptr_array_add (members, NULL);
  /* Translators: between the learners of a list */
  return g_strjoinv (C_("activity", ", "), (char **) members->pdata);
}

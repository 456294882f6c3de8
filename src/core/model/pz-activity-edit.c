/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-edit.h"

#include "pz-draft.h"
#include "pz-position.h"

static PzRecord *
get_owner (PzDocument *activity)
{
  return pz_document_get_owner (activity);
}

static gboolean
is_activity (PzDocument *document)
{
  return PZ_IS_DOCUMENT (document) && pz_document_get_kind (document) == PZ_DOCUMENT_ACTIVITY;
}

/**
 * pz_activity_list_groups:
 * @activity: the document of an activity
 * @round: from 1; 0: of all rounds
 *
 * Returns: (transfer full) (element-type PzRecord): groups in the order of the teacher
 */
GPtrArray *
pz_activity_list_groups (PzDocument *activity,
                         guint       round)
{
  GPtrArray *groups;

  g_return_val_if_fail (is_activity (activity), NULL);

  groups = pz_position_list (activity, PZ_RECORD_GROUP);
  for (guint i = groups->len; i > 0 && round > 0; i--)
    if (pz_activity_get_round (groups->pdata[i - 1]) != round)
      g_ptr_array_remove_index (groups, i - 1);
  return groups;
}

/**
 * pz_activity_list_parts:
 * @activity: the document of an activity
 * @round: from 1; 0: of all rounds
 *
 * Returns: (transfer full) (element-type PzRecord): participations in the order of the file
 */
GPtrArray *
pz_activity_list_parts (PzDocument *activity,
                        guint       round)
{
  GPtrArray *found;
  GListModel *records;

  g_return_val_if_fail (is_activity (activity), NULL);

  found = g_ptr_array_new_with_free_func (g_object_unref);
  records = pz_document_get_records (activity, PZ_RECORD_PARTICIPATION);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);

      if (!pz_record_is_deleted (record) && (round == 0 || pz_activity_get_round (record) == round))
        g_ptr_array_add (found, g_steal_pointer (&record));
    }
  return found;
}

/* Returns: (transfer full): id of a group there -> (transfer none) id of its copy here */
static GHashTable *
copy_groups (PzDocument *from,
             PzDocument *to)
{
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (from, 0);
  GHashTable *copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      PzRecord *copy = pz_document_add (to, PZ_RECORD_GROUP);

      for (guint field = 0; field < PZ_GROUP_DELETED; field++)
        pz_draft_copy_field (groups->pdata[i], copy, field);
      g_hash_table_insert (copies, g_strdup (pz_record_get_id (groups->pdata[i])), (char *) pz_record_get_id (copy));
    }
  return copies;
}

/* who is with whom, not what was seen of it */
static void
copy_parts (PzDocument *from,
            PzDocument *to,
            GHashTable *groups)
{
  static const guint fields[] = { PZ_PARTICIPATION_LEARNER, PZ_PARTICIPATION_ROUND, PZ_PARTICIPATION_LOCKED,
                                  PZ_PARTICIPATION_ROLE };
  g_autoptr(GPtrArray) parts = pz_activity_list_parts (from, 0);

  for (guint i = 0; i < parts->len; i++)
    {
      PzRecord *copy = pz_document_add (to, PZ_RECORD_PARTICIPATION);
      const char *group = pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_GROUP);

      for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
        pz_draft_copy_field (parts->pdata[i], copy, fields[k]);
      if (group != NULL)
        pz_record_set_text (copy, PZ_PARTICIPATION_GROUP, g_hash_table_lookup (groups, group));
    }
}

/**
 * pz_activity_copy:
 * @from: the document of an activity
 * @to: a new one
 *
 * Copies what is planned: everything but the day, the state, the repetition, and what was seen of the learners.
 */
void
pz_activity_copy (PzDocument *from,
                  PzDocument *to)
{
  static const guint fields[] = { PZ_ACTIVITY_TITLE, PZ_ACTIVITY_MINUTES, PZ_ACTIVITY_SETTING, PZ_ACTIVITY_STRATEGIES,
                                  PZ_ACTIVITY_AIMS, PZ_ACTIVITY_GOALS, PZ_ACTIVITY_CRITERIA, PZ_ACTIVITY_SEED,
                                  PZ_ACTIVITY_ROUNDS };
  g_autoptr(GHashTable) groups = NULL;

  g_return_if_fail (is_activity (from) && is_activity (to) && from != to);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    pz_draft_copy_field (get_owner (from), get_owner (to), fields[i]);
  groups = copy_groups (from, to);
  copy_parts (from, to, groups);
}

/**
 * pz_activity_set_day:
 * @activity: the document of an activity
 * @day: as GDate counts days; 0: none
 */
void
pz_activity_set_day (PzDocument *activity,
                     guint32     day)
{
  char text[PZ_DAY_TEXT_SIZE];

  g_return_if_fail (is_activity (activity));

  if (day != 0)
    pz_day_to_text (day, text);
  pz_record_set_text (get_owner (activity), PZ_ACTIVITY_DATE, day != 0 ? text : NULL);
}

/**
 * pz_activity_find_part:
 * @activity: the document of an activity
 * @learner: id of a learner
 * @round: from 1
 *
 * Returns: (transfer none) (nullable): the participation
 */
PzRecord *
pz_activity_find_part (PzDocument *activity,
                       const char *learner,
                       guint       round)
{
  g_autoptr(GPtrArray) parts = NULL;

  g_return_val_if_fail (is_activity (activity) && learner != NULL && round > 0, NULL);

  parts = pz_activity_list_parts (activity, round);
  for (guint i = 0; i < parts->len; i++)
    if (g_strcmp0 (pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_LEARNER), learner) == 0)
      return parts->pdata[i]; /* the document holds it */
  return NULL;
}

/**
 * pz_activity_add_part:
 * @activity: the document of an activity
 * @learner: id of a learner of whom nothing is noted in the round
 * @round: from 1
 *
 * Returns: (transfer none): the new participation
 */
PzRecord *
pz_activity_add_part (PzDocument *activity,
                      const char *learner,
                      guint       round)
{
  PzRecord *part;

  g_return_val_if_fail (is_activity (activity) && learner != NULL && round > 0, NULL);

  part = pz_document_add (activity, PZ_RECORD_PARTICIPATION);
  pz_record_set_text (part, PZ_PARTICIPATION_LEARNER, learner);
  pz_record_set_number (part, PZ_PARTICIPATION_ROUND, round);
  return part;
}

/**
 * pz_activity_take_part:
 * @activity: the document of an activity
 * @learner: id of a learner
 * @round: from 1
 *
 * Returns: (transfer none): the participation, a new one when there was none
 */
PzRecord *
pz_activity_take_part (PzDocument *activity,
                       const char *learner,
                       guint       round)
{
  PzRecord *part;

  g_return_val_if_fail (is_activity (activity) && learner != NULL && round > 0, NULL);

  part = pz_activity_find_part (activity, learner, round);
  return part != NULL ? part : pz_activity_add_part (activity, learner, round);
}

/**
 * pz_activity_name_all:
 * @activity: the document of an activity
 * @learners: (array zero-terminated=1): ids of those it is for when nobody is named
 *
 * Names those who take part, where nobody is named yet, so that something can be noted of single ones. With whom a
 * teacher speaks alone, and who is in which group, must be said one by one.
 */
void
pz_activity_name_all (PzDocument         *activity,
                      const char * const *learners)
{
  g_autoptr(GPtrArray) parts = NULL;

  g_return_if_fail (is_activity (activity) && learners != NULL);

  parts = pz_activity_list_parts (activity, 0);
  if (parts->len > 0 || pz_setting_from_name (pz_record_get_text (get_owner (activity), PZ_ACTIVITY_SETTING))
                            == PZ_SETTING_ONE_TO_ONE)
    return;
  for (gsize i = 0; learners[i] != NULL; i++)
    pz_activity_add_part (activity, learners[i], 1);
}

/**
 * pz_activity_fill:
 * @activity: the document of an activity
 * @learners: (array zero-terminated=1): ids of those it is for when nobody is named
 * @absent: (array zero-terminated=1): ids of those of them who are away
 *
 * Writes down who is there: names those who take part, where nobody is named yet; those away are absent and the others
 * there, where nothing else is said.
 */
void
pz_activity_fill (PzDocument         *activity,
                  const char * const *learners,
                  const char * const *absent)
{
  g_autoptr(GPtrArray) parts = NULL;

  g_return_if_fail (is_activity (activity) && learners != NULL && absent != NULL);

  pz_activity_name_all (activity, learners);
  parts = pz_activity_list_parts (activity, 0);
  for (guint i = 0; i < parts->len; i++)
    {
      const char *learner = pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_LEARNER);

      if (learner != NULL && pz_record_is_empty (parts->pdata[i], PZ_PARTICIPATION_PRESENT))
        pz_record_set_text (parts->pdata[i], PZ_PARTICIPATION_PRESENT, g_strv_contains (absent, learner) ? "no" : "yes");
    }
}

/**
 * pz_activity_add_group:
 * @activity: the document of an activity
 * @round: from 1
 * @name: (nullable): how learners find it
 *
 * Returns: (transfer none): the new group, behind the others
 */
PzRecord *
pz_activity_add_group (PzDocument *activity,
                       guint       round,
                       const char *name)
{
  PzRecord *group;

  g_return_val_if_fail (is_activity (activity) && round > 0, NULL);

  group = pz_document_add (activity, PZ_RECORD_GROUP);
  pz_record_set_number (group, PZ_GROUP_ROUND, round);
  pz_record_set_text (group, PZ_GROUP_NAME, name);
  pz_position_append (activity, group);
  return group;
}

/**
 * pz_activity_remove_group:
 * @activity: the document of an activity
 * @group: one of its groups; goes to the trash, and who is in it is in none
 */
void
pz_activity_remove_group (PzDocument *activity,
                          PzRecord   *group)
{
  g_autoptr(GPtrArray) parts = NULL;

  g_return_if_fail (is_activity (activity) && PZ_IS_RECORD (group));
  g_return_if_fail (pz_record_get_record_type (group) == PZ_RECORD_GROUP);

  parts = pz_activity_list_parts (activity, 0);
  for (guint i = 0; i < parts->len; i++)
    if (g_strcmp0 (pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_GROUP), pz_record_get_id (group)) == 0)
      pz_record_set_text (parts->pdata[i], PZ_PARTICIPATION_GROUP, NULL);
  pz_document_delete (activity, group);
}

/**
 * pz_activity_place:
 * @activity: the document of an activity
 * @learner: id of a learner
 * @round: from 1
 * @group: (nullable): a group of the round; %NULL: in none
 *
 * Puts the learner into the group. The one value of the participation says where a learner is, so nobody is in two.
 */
void
pz_activity_place (PzDocument *activity,
                   const char *learner,
                   guint       round,
                   PzRecord   *group)
{
  g_return_if_fail (is_activity (activity) && learner != NULL && round > 0);

  if (group == NULL && pz_activity_find_part (activity, learner, round) == NULL)
    return;
  pz_record_set_text (pz_activity_take_part (activity, learner, round), PZ_PARTICIPATION_GROUP,
                      group != NULL ? pz_record_get_id (group) : NULL);
}

/**
 * pz_activity_move:
 * @activity: the document of an activity
 * @learner: id of a learner
 * @round: from 1
 * @group: (nullable): a group of the round; %NULL: in none
 *
 * As pz_activity_place(), by the hand of a teacher: where groups were formed, the learner is locked there, so that the
 * others are arranged around the choice when they are formed again; in no group, nobody is locked.
 */
void
pz_activity_move (PzDocument *activity,
                  const char *learner,
                  guint       round,
                  PzRecord   *group)
{
  PzRecord *part;

  g_return_if_fail (is_activity (activity) && learner != NULL && round > 0);

  pz_activity_place (activity, learner, round, group);
  part = pz_activity_find_part (activity, learner, round);
  if (part == NULL)
    return;
  if (group == NULL)
    pz_record_set_flag (part, PZ_PARTICIPATION_LOCKED, FALSE);
  else if (!pz_record_is_empty (get_owner (activity), PZ_ACTIVITY_SEED))
    pz_record_set_flag (part, PZ_PARTICIPATION_LOCKED, TRUE);
}

/**
 * pz_activity_swap:
 * @activity: the document of an activity
 * @a: id of a learner
 * @b: id of another one
 * @round: from 1
 *
 * The two change places; nothing happens when one of them is in no group.
 */
void
pz_activity_swap (PzDocument *activity,
                  const char *a,
                  const char *b,
                  guint       round)
{
  PzRecord *part_a, *part_b;
  g_autofree char *group = NULL;

  g_return_if_fail (is_activity (activity) && a != NULL && b != NULL && round > 0);

  part_a = pz_activity_find_part (activity, a, round);
  part_b = pz_activity_find_part (activity, b, round);
  if (part_a == NULL || part_b == NULL || pz_record_is_empty (part_a, PZ_PARTICIPATION_GROUP)
      || pz_record_is_empty (part_b, PZ_PARTICIPATION_GROUP))
    return;
  group = g_strdup (pz_record_get_text (part_a, PZ_PARTICIPATION_GROUP));
  pz_record_set_text (part_a, PZ_PARTICIPATION_GROUP, pz_record_get_text (part_b, PZ_PARTICIPATION_GROUP));
  pz_record_set_text (part_b, PZ_PARTICIPATION_GROUP, group);
}

/**
 * pz_activity_leave:
 * @activity: the document of an activity
 * @learner: id of a learner
 * @round: from 1
 *
 * The learner takes part no longer: what was noted goes to the trash.
 */
void
pz_activity_leave (PzDocument *activity,
                   const char *learner,
                   guint       round)
{
  PzRecord *part;

  g_return_if_fail (is_activity (activity) && learner != NULL && round > 0);

  part = pz_activity_find_part (activity, learner, round);
  if (part != NULL)
    pz_document_delete (activity, part);
}

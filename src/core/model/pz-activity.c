/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity.h"

#include <math.h>
#include <string.h>

/* Weeks between two days, in the file as ISO 8601 writes a duration: P1W. */
#define MAX_WEEKS 52

static const char *const setting_names[PZ_N_SETTINGS] = { "alone", "pairs", "groups", "whole-class", "one-to-one" };

/**
 * pz_setting_from_name:
 * @name: (nullable): as it stands in files
 *
 * Returns: the setting; %PZ_N_SETTINGS for none and for one that is not known
 */
PzSetting
pz_setting_from_name (const char *name)
{
  for (guint i = 0; name != NULL && i < PZ_N_SETTINGS; i++)
    if (strcmp (setting_names[i], name) == 0)
      return (PzSetting) i;
  return PZ_N_SETTINGS;
}

/**
 * pz_setting_get_name:
 * @setting: a setting
 *
 * Returns: (nullable): as it stands in files; %NULL for none
 */
const char *
pz_setting_get_name (PzSetting setting)
{
  return setting < PZ_N_SETTINGS ? setting_names[setting] : NULL;
}

/**
 * pz_setting_has_groups:
 * @setting: a setting
 *
 * Returns: whether learners work with a few others: in pairs or in groups
 */
gboolean
pz_setting_has_groups (PzSetting setting)
{
  return setting == PZ_SETTING_PAIRS || setting == PZ_SETTING_GROUPS;
}

/**
 * pz_activity_get_repeats:
 * @activity: the owner of an activity
 *
 * Returns: weeks between two days of the regular week; 0 when it does not repeat, or in a way that is not known here
 */
guint
pz_activity_get_repeats (PzRecord *activity)
{
  const char *text;
  guint weeks = 0;
  gsize i;

  g_return_val_if_fail (PZ_IS_RECORD (activity), 0);
  g_return_val_if_fail (pz_record_get_record_type (activity) == PZ_RECORD_ACTIVITY, 0);

  text = pz_record_get_text (activity, PZ_ACTIVITY_REPEATS);
  if (text == NULL || text[0] != 'P')
    return 0;
  for (i = 1; g_ascii_isdigit (text[i]) && i < 4; i++)
    weeks = weeks * 10 + (guint) (text[i] - '0');
  return i > 1 && strcmp (text + i, "W") == 0 && weeks <= MAX_WEEKS ? weeks : 0;
}

/**
 * pz_activity_set_repeats:
 * @activity: the owner of an activity; the caller saves it
 * @weeks: between two days, at most 52; 0: it does not repeat
 */
void
pz_activity_set_repeats (PzRecord *activity,
                         guint     weeks)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PZ_IS_RECORD (activity) && weeks <= MAX_WEEKS);
  g_return_if_fail (pz_record_get_record_type (activity) == PZ_RECORD_ACTIVITY);

  text = weeks > 0 ? g_strdup_printf ("P%uW", weeks) : NULL;
  pz_record_set_text (activity, PZ_ACTIVITY_REPEATS, text);
}

static void
clear_part (gpointer data)
{
  PzActivityPart *part = data;

  g_free (part->learner);
  g_free (part->group);
  g_free (part->role);
}

/**
 * pz_activity_get_round:
 * @record: a group or a participation
 *
 * Returns: the round it belongs to, from 1; the first when nothing is said
 */
guint
pz_activity_get_round (PzRecord *record)
{
  gboolean is_group;
  double round;

  g_return_val_if_fail (PZ_IS_RECORD (record), 1);

  is_group = pz_record_get_record_type (record) == PZ_RECORD_GROUP;
  round = pz_record_get_number (record, is_group ? (guint) PZ_GROUP_ROUND : (guint) PZ_PARTICIPATION_ROUND);
  return isnan (round) || round < 1 ? 1 : (guint) round;
}

/* a group that is gone is none */
static char *
dup_group (PzDocument *document,
           PzRecord   *part)
{
  const char *id = pz_record_get_text (part, PZ_PARTICIPATION_GROUP);
  PzRecord *group = id != NULL ? pz_document_find (document, id) : NULL;

  if (group == NULL || pz_record_get_record_type (group) != PZ_RECORD_GROUP || pz_record_is_deleted (group))
    return NULL;
  return g_strdup (id);
}

static gboolean
has_groups (PzDocument *document)
{
  GListModel *groups = pz_document_get_records (document, PZ_RECORD_GROUP);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PzRecord) group = g_list_model_get_item (groups, i);

      if (!pz_record_is_deleted (group))
        return TRUE;
    }
  return FALSE;
}

/* two devices may have noted the same learner: one of the two records counts */
static gboolean
is_first (GHashTable *seen,
          const char *learner,
          guint       round)
{
  return g_hash_table_add (seen, g_strdup_printf ("%s %u", learner, round));
}

static void
read_parts (PzActivity *self,
            PzDocument *document)
{
  GListModel *records = pz_document_get_records (document, PZ_RECORD_PARTICIPATION);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);
      const char *learner = pz_record_get_text (record, PZ_PARTICIPATION_LEARNER);
      PzActivityPart part = { .round = pz_activity_get_round (record) };

      if (learner == NULL || pz_record_is_deleted (record) || !is_first (seen, learner, part.round))
        continue;
      part.learner = g_strdup (learner);
      part.group = dup_group (document, record);
      part.role = g_strdup (pz_record_get_text (record, PZ_PARTICIPATION_ROLE));
      part.absent = g_strcmp0 (pz_record_get_text (record, PZ_PARTICIPATION_PRESENT), "no") == 0;
      g_array_append_val (self->parts, part);
    }
}

static void
read_regular (PzActivity *self,
              PzRecord   *record)
{
  g_auto(GStrv) left_out = pz_record_dup_set (record, PZ_ACTIVITY_LEFT_OUT);

  self->every = pz_activity_get_repeats (record);
  self->until = pz_day_from_text (pz_record_get_text (record, PZ_ACTIVITY_REPEATS_UNTIL));
  self->left_out = pz_day_spans_from_texts ((const char * const *) left_out);
  self->regular = g_strdup (pz_record_get_text (record, PZ_ACTIVITY_REGULAR));
  if (self->regular != NULL)
    self->regular_day = pz_day_from_text (pz_record_get_text (record, PZ_ACTIVITY_REGULAR_DAY));
}

/**
 * pz_activity_new:
 * @document: of an activity
 *
 * Returns: (transfer full) (nullable): what it says now; %NULL when it lies in the trash
 */
PzActivity *
pz_activity_new (PzDocument *document)
{
  PzActivity *self;
  PzRecord *record;

  g_return_val_if_fail (PZ_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (pz_document_get_kind (document) == PZ_DOCUMENT_ACTIVITY, NULL);

  record = pz_document_get_owner (document);
  if (pz_record_is_deleted (record))
    return NULL;
  self = g_atomic_rc_box_new0 (PzActivity);
  self->id = g_strdup (pz_document_get_id (document));
  self->title = g_strdup (pz_record_get_text (record, PZ_ACTIVITY_TITLE));
  if (self->title == NULL)
    self->title = g_strdup ("");
  self->day = pz_day_from_text (pz_record_get_text (record, PZ_ACTIVITY_DATE));
  self->minutes = pz_record_get_number (record, PZ_ACTIVITY_MINUTES);
  self->setting = pz_setting_from_name (pz_record_get_text (record, PZ_ACTIVITY_SETTING));
  self->held = g_strcmp0 (pz_record_get_text (record, PZ_ACTIVITY_STATE), "held") == 0;
  self->strategies = pz_record_dup_set (record, PZ_ACTIVITY_STRATEGIES);
  self->parts = g_array_new (FALSE, FALSE, sizeof (PzActivityPart));
  g_array_set_clear_func (self->parts, clear_part);
  self->has_groups = pz_setting_has_groups (self->setting) && has_groups (document);
  read_regular (self, record);
  read_parts (self, document);
  return self;
}

/**
 * pz_activity_ref:
 * @self: an activity
 *
 * Returns: (transfer full): the same
 */
PzActivity *
pz_activity_ref (PzActivity *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear_activity (gpointer data)
{
  PzActivity *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->regular);
  g_strfreev (self->strategies);
  pz_day_spans_unref (self->left_out);
  g_array_unref (self->parts);
}

/**
 * pz_activity_unref:
 * @self: (transfer full): an activity
 */
void
pz_activity_unref (PzActivity *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clear_activity);
}

/* where there are groups, who is in none is left out */
static gboolean
counts (const PzActivity     *self,
        const PzActivityPart *part)
{
  return !self->has_groups || part->group != NULL;
}

/* with_absent: whether those who were not there count, too */
static gboolean
has_part (const PzActivity *self,
          const char       *learner,
          gboolean          with_absent)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const PzActivityPart *part = &g_array_index (self->parts, PzActivityPart, i);

      if ((with_absent || !part->absent) && counts (self, part) && strcmp (part->learner, learner) == 0)
        return TRUE;
    }
  return FALSE;
}

/* nobody is named: whoever is in the class; with whom the teacher spoke alone must be said */
static gboolean
is_for_everybody (const PzActivity *self)
{
  return self->parts->len == 0 && self->setting != PZ_SETTING_ONE_TO_ONE;
}

/**
 * pz_activity_takes_part:
 * @self: an activity
 * @learner: id of a learner of the class
 *
 * Returns: whether it is for the learner: named, or nobody is
 */
gboolean
pz_activity_takes_part (const PzActivity *self,
                        const char       *learner)
{
  g_return_val_if_fail (self != NULL && learner != NULL, FALSE);
  return is_for_everybody (self) || has_part (self, learner, TRUE);
}

/**
 * pz_activity_was_there:
 * @self: an activity
 * @learner: id of a learner of the class
 *
 * Returns: whether the learner takes part, in one round at least, and is not noted as absent
 */
gboolean
pz_activity_was_there (const PzActivity *self,
                       const char       *learner)
{
  g_return_val_if_fail (self != NULL && learner != NULL, FALSE);
  return is_for_everybody (self) || has_part (self, learner, FALSE);
}

/**
 * pz_activity_count_there:
 * @self: an activity
 *
 * Returns: how many learners are named and not absent, each once whatever the rounds
 */
guint
pz_activity_count_there (const PzActivity *self)
{
  g_autoptr(GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const PzActivityPart *part = &g_array_index (self->parts, PzActivityPart, i);

      if (!part->absent && counts (self, part))
        g_hash_table_add (there, part->learner);
    }
  return g_hash_table_size (there);
}

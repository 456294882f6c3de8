/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-item-words.h"

#include "pz-day-words.h"
#include "pz-measure.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static PzRecord *
find_record (PzClassroom *classroom,
             const char  *id,
             PzRecordType type)
{
  PzRecord *record = id != NULL ? pz_document_find (pz_classroom_get_document (classroom), id) : NULL;

  return record != NULL && pz_record_get_record_type (record) == type ? record : NULL;
}

/**
 * pz_goal_item_words_get_title:
 * @item: a goal of a learner
 *
 * Returns: the goal in a few words, or that it has none
 */
const char *
pz_goal_item_words_get_title (PzGoalItem *item)
{
  const char *title = pz_goal_item_get_progress (item)->source->title;

  return *title != '\0' ? title : C_("goal", "Goal without a title");
}

/**
 * pz_goal_item_words_dup_name:
 * @item: a goal of a learner
 * @classroom: the class
 *
 * Returns: (transfer full): what to show as the name of the learner
 */
char *
pz_goal_item_words_dup_name (PzGoalItem  *item,
                             PzClassroom *classroom)
{
  PzIndex *index = pz_classroom_get_index (classroom);
  g_autoptr(PzLearnerRow) row = NULL;
  guint position;

  if (!pz_index_find (index, pz_goal_item_get_learner (item), &position))
    return g_strdup ("");
  row = g_list_model_get_item (G_LIST_MODEL (index), position);
  return pz_privacy_dup_row_name (row);
}

/**
 * pz_goal_item_words_get_strategy:
 * @item: a goal of a learner
 * @classroom: the class
 *
 * Returns: (nullable): name of what is used today; valid until the class changes
 */
const char *
pz_goal_item_words_get_strategy (PzGoalItem  *item,
                                 PzClassroom *classroom)
{
  PzRecord *strategy = find_record (classroom, pz_goal_item_get_progress (item)->strategy, PZ_RECORD_STRATEGY);

  return strategy != NULL ? pz_record_get_text (strategy, PZ_STRATEGY_NAME) : NULL;
}

/* whether "60 of 90 words" says it: so much of what is wanted */
static gboolean
is_part_of_target (const PzMeasureRange *range)
{
  return range->direction == PZ_DIRECTION_INCREASE
         && (range->kind == PZ_MEASURE_IS_COUNT || range->kind == PZ_MEASURE_IS_RATE || range->kind == PZ_MEASURE_IS_SCORE);
}

/**
 * pz_goal_item_words_dup_latest:
 * @item: a goal of a learner
 * @classroom: the class
 *
 * Returns: (transfer full) (nullable): the last value with the one that is wanted: "60 of 90 words"; %NULL without one
 */
char *
pz_goal_item_words_dup_latest (PzGoalItem  *item,
                               PzClassroom *classroom)
{
  const PzGoalProgress *progress = pz_goal_item_get_progress (item);
  PzRecord *measure = find_record (classroom, progress->source->measure, PZ_RECORD_MEASURE);
  double target = progress->source->target, last;
  g_autofree char *number = NULL;
  g_autofree char *aim = NULL;

  if (progress->n == 0)
    return NULL;
  last = progress->y[progress->n - 1];
  if (!isfinite (target))
    return pz_measure_dup_value (measure, last, NAN);
  if (is_part_of_target (&progress->range))
    {
      number = pz_measure_dup_number (measure, last);
      aim = pz_measure_dup_value (measure, target, NAN);
      /* Translators: the last value, and the one that is wanted with its unit: 60 of 90 words a minute */
      return g_strdup_printf (C_("goal", "%1$s of %2$s"), number, aim);
    }
  number = pz_measure_dup_value (measure, last, NAN);
  aim = pz_measure_dup_number (measure, target);
  /* Translators: the last value with its unit, and the one that is wanted: 3 min · target 2 */
  return g_strdup_printf (C_("goal", "%1$s · target %2$s"), number, aim);
}

/**
 * pz_goal_item_words_dup_when:
 * @item: a goal of a learner
 * @classroom: the class
 *
 * Returns: (transfer full): when the last value was measured, or that there is none
 */
char *
pz_goal_item_words_dup_when (PzGoalItem  *item,
                             PzClassroom *classroom)
{
  guint32 last = pz_goal_item_get_last_day (item);
  GDate day, today;

  if (last == 0)
    return g_strdup (C_("goal", "Never measured"));
  g_date_clear (&day, 1);
  g_date_clear (&today, 1);
  g_date_set_julian (&day, last);
  pz_environment_get_today (pz_classroom_get_environment (classroom), &today);
  return pz_day_words (&day, &today);
}

/**
 * pz_goal_item_words_dup_label:
 * @item: a goal of a learner
 * @classroom: the class
 *
 * Returns: (transfer full): everything a row shows, as one line for a screen reader
 */
char *
pz_goal_item_words_dup_label (PzGoalItem  *item,
                              PzClassroom *classroom)
{
  g_autofree char *name = pz_goal_item_words_dup_name (item, classroom);
  g_autofree char *latest = pz_goal_item_words_dup_latest (item, classroom);
  g_autofree char *when = pz_goal_item_words_dup_when (item, classroom);
  const char *strategy = pz_goal_item_words_get_strategy (item, classroom);
  GString *label = g_string_new (pz_goal_item_words_get_title (item));

  if (*name != '\0')
    g_string_append_printf (label, ", %s", name);
  g_string_append_printf (label, ", %s", pz_status_get_label (pz_goal_item_get_status (item)));
  if (latest != NULL)
    g_string_append_printf (label, ", %s", latest);
  g_string_append_printf (label, ", %s", when);
  if (strategy != NULL)
    g_string_append_printf (label, ", %s", strategy);
  return g_string_free (label, FALSE);
}

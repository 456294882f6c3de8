/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conference.h"

#include "pz-chart-words.h"
#include "pz-check-in.h"
#include "pz-date.h"
#include "pz-goal-sentence.h"
#include "pz-goal.h"
#include "pz-measurement.h"

#include <glib/gi18n-lib.h>

/* Around each part, which may run in the other direction than the sentence. */
#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"

static char *
take_part (char *text)
{
  g_autofree char *owned = text;

  return g_strconcat (FIRST_STRONG_ISOLATE, owned, POP_ISOLATE, NULL);
}

static char *
dup_whole_day (const GDate *day)
{
  char text[128];

  /* xgettext:no-c-format
   * Translators: a day with its year, for strftime: 18 December 2026 */
  g_date_strftime (text, sizeof text, C_("day", "%-d %B %Y"), day);
  return g_strdup (text);
}

/* of another year: with the year */
static char *
dup_day (const char             *date,
         const PzConferenceLook *look)
{
  GDate day;

  if (pz_date_parse (date, &day) && g_date_get_year (&day) != g_date_get_year (&look->today))
    return dup_whole_day (&day);
  return pz_chart_words_dup_day (date);
}

/* ---- what was measured ---- */

static char *
dup_latest (PzRecord               *measure,
            GPtrArray              *points,
            const PzConferenceLook *look)
{
  PzRecord *last = points->len > 0 ? points->pdata[points->len - 1] : NULL;
  g_autofree char *day = NULL;
  g_autofree char *value = NULL;
  const char *help;

  if (last == NULL)
    return g_strdup (C_("conference", "Nothing has been measured yet."));
  day = take_part (dup_day (pz_record_get_text (last, PZ_MEASUREMENT_DATE), look));
  value = take_part (pz_chart_words_dup_value (measure, last));
  help = pz_chart_words_get_help (last);
  if (help == NULL)
    /* Translators: a day, and what was measured then: Noted last, on 19 November: 76 words a minute. */
    return g_strdup_printf (C_("conference", "Noted last, on %1$s: %2$s."), day, value);
  /* Translators: a day, what was measured then, and whether help was given: Noted last, on 19 November: 76 words a minute,
   * with help. */
  return g_strdup_printf (C_("conference", "Noted last, on %1$s: %2$s, %3$s."), day, value, help);
}

/* shapes are explained once on a page */
static void
take_legend_away (PzChartInput *chart)
{
  for (guint text = PZ_CHART_LEGEND_ALONE; text < PZ_N_CHART_TEXTS; text++)
    pz_chart_input_set_text (chart, text, NULL);
}

static PzChartInput *
make_chart (PzDocument           *home,
            PzDocument           *learner,
            PzDocument           *classroom,
            PzRecord             *goal,
            const GDate          *today,
            GPtrArray           **points)
{
  g_autoptr(PzGoalRules) rules = pz_goal_rules_new (classroom, today);
  g_autoptr(PzGoalProgress) progress = NULL;
  g_autoptr(PzChartInput) chart = NULL;

  progress = pz_goal_progress_new (pz_goal_source_new_of_records (learner, home, goal), rules);
  *points = pz_measurement_list_points (learner, pz_record_get_id (goal), &progress->range);
  chart = pz_chart_input_new (progress);
  pz_chart_input_take_verdict_away (chart);
  pz_chart_input_add_measurements (chart, &progress->range, *points);
  pz_chart_words_add (chart, pz_goal_find_measure (goal, classroom));
  take_legend_away (chart);
  return pz_chart_input_is_empty (chart) ? NULL : g_steal_pointer (&chart);
}

/* ---- what the learner said ---- */

static void
free_words (gpointer data)
{
  PzConferenceWords *words = data;

  g_free (words->day);
  g_free (words->text);
  g_free (words);
}

/* those of one day: the one that was written later first */
static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return g_strcmp0 (pz_record_get_text (*(PzRecord *const *) b, PZ_CHECK_IN_DATE),
                    pz_record_get_text (*(PzRecord *const *) a, PZ_CHECK_IN_DATE));
}

static gboolean
is_own_words (PzRecord   *check_in,
              const char *goal)
{
  return !pz_record_is_deleted (check_in) && !pz_record_is_empty (check_in, PZ_CHECK_IN_TEXT)
         && pz_check_in_get_draft (check_in).kind == PZ_CHECK_IN_IS_SELF
         && g_strcmp0 (pz_record_get_text (check_in, PZ_CHECK_IN_GOAL), goal) == 0;
}

static GPtrArray *
list_words (PzDocument             *learner,
            const char             *goal,
            const PzConferenceLook *look)
{
  GListModel *records = pz_document_get_records (learner, PZ_RECORD_CHECK_IN);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *words = g_ptr_array_new_with_free_func (free_words);

  for (guint i = g_list_model_get_n_items (records); i-- > 0;)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);

      if (is_own_words (record, goal))
        g_ptr_array_add (found, g_steal_pointer (&record));
    }
  g_ptr_array_sort (found, compare_newest_first);
  for (guint i = 0; i < found->len; i++)
    {
      PzConferenceWords *one = g_new0 (PzConferenceWords, 1);
      const char *text = pz_record_get_text (found->pdata[i], PZ_CHECK_IN_TEXT);

      one->day = dup_day (pz_record_get_text (found->pdata[i], PZ_CHECK_IN_DATE), look);
      one->text = look->dup_text != NULL ? look->dup_text (text) : g_strdup (text);
      g_ptr_array_add (words, one);
    }
  return words;
}

/* ---- the goals ---- */

/**
 * pz_conference_goal_new:
 * @learner: the document of the learner
 * @classroom: the document of the class
 * @goal: a goal of the learner, or one of the class that the learner shares
 * @look: how it is shown
 *
 * Returns: (transfer full): the goal as the learner sees it
 */
PzConferenceGoal *
pz_conference_goal_new (PzDocument             *learner,
                        PzDocument             *classroom,
                        PzRecord               *goal,
                        const PzConferenceLook *look)
{
  PzConferenceGoal *self;
  g_autoptr(GPtrArray) points = NULL;
  PzDocument *home;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner) && PZ_IS_DOCUMENT (classroom) && look != NULL, NULL);
  g_return_val_if_fail (PZ_IS_RECORD (goal) && pz_record_get_record_type (goal) == PZ_RECORD_GOAL, NULL);

  home = pz_document_find (learner, pz_record_get_id (goal)) == goal ? learner : classroom;
  self = g_new0 (PzConferenceGoal, 1);
  self->id = g_strdup (pz_record_get_id (goal));
  g_set_object (&self->measure, pz_goal_find_measure (goal, classroom));
  self->sentence = pz_goal_dup_sentence (goal, self->measure, look->called);
  if (self->sentence == NULL)
    self->sentence = g_strdup (C_("goal", "Goal without a title"));
  self->chart = make_chart (home, learner, classroom, goal, &look->today, &points);
  self->latest = dup_latest (self->measure, points, look);
  self->words = list_words (learner, self->id, look);
  return self;
}

/**
 * pz_conference_goal_free:
 * @self: (transfer full): a goal
 */
void
pz_conference_goal_free (PzConferenceGoal *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->sentence);
  g_free (self->latest);
  g_clear_object (&self->measure);
  g_clear_pointer (&self->chart, pz_chart_input_free);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/**
 * pz_conference_list_goals:
 * @learner: the document of a learner
 * @classroom: the document of the class
 *
 * Returns: (transfer full) (element-type PzRecord): the goals that are worked on, by start; shared ones, too
 */
GPtrArray *
pz_conference_list_goals (PzDocument *learner,
                          PzDocument *classroom)
{
  GPtrArray *goals;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner) && PZ_IS_DOCUMENT (classroom), NULL);

  goals = pz_goal_list (learner, classroom, NULL);
  for (guint i = goals->len; i-- > 0;)
    if (pz_goal_state_from_name (pz_record_get_text (goals->pdata[i], PZ_GOAL_STATE)) != PZ_GOAL_IS_ACTIVE)
      g_ptr_array_remove_index (goals, i);
  return goals;
}

static char *
dup_line (PzDocument  *classroom,
          const GDate *today)
{
  const char *name = pz_record_get_text (pz_document_get_owner (classroom), PZ_CLASSROOM_NAME);
  g_autofree char *day = take_part (dup_whole_day (today));
  g_autofree char *part = name != NULL ? take_part (g_strdup (name)) : NULL;

  return part != NULL ? g_strjoin (" · ", part, day, NULL) : g_steal_pointer (&day);
}

/**
 * pz_conference_new:
 * @learner: the document of a learner
 * @classroom: the document of the class
 * @look: how it is shown
 *
 * Returns: (transfer full): what the learner and the teacher look at together
 */
PzConference *
pz_conference_new (PzDocument             *learner,
                   PzDocument             *classroom,
                   const PzConferenceLook *look)
{
  PzConference *self;
  g_autoptr(GPtrArray) goals = NULL;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner) && PZ_IS_DOCUMENT (classroom), NULL);
  g_return_val_if_fail (look != NULL && look->name != NULL, NULL);

  goals = pz_conference_list_goals (learner, classroom);
  self = g_new0 (PzConference, 1);
  self->name = g_strdup (look->name);
  self->line = dup_line (classroom, &look->today);
  self->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_conference_goal_free);
  for (guint i = 0; i < goals->len; i++)
    g_ptr_array_add (self->goals, pz_conference_goal_new (learner, classroom, goals->pdata[i], look));
  return self;
}

/**
 * pz_conference_free:
 * @self: (transfer full): a conference
 */
void
pz_conference_free (PzConference *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->line);
  g_ptr_array_unref (self->goals);
  g_free (self);
}

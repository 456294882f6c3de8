/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-words.h"

#include "pz-choice-words.h"
#include "pz-i18n.h"
#include "pz-regular-week.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * pz_activity_words_get_today:
 * @classroom: a class
 *
 * Returns: the day it is
 */
guint32
pz_activity_words_get_today (PzClassroom *classroom)
{
  GDate today;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), 0);

  g_date_clear (&today, 1);
  pz_environment_get_today (pz_classroom_get_environment (classroom), &today);
  return g_date_get_julian (&today);
}

/**
 * pz_activity_words_get_title:
 * @title: (nullable): what the teacher called it
 *
 * Returns: (transfer none): how to call it
 */
const char *
pz_activity_words_get_title (const char *title)
{
  return title != NULL && *title != '\0' ? title : C_("activity", "Without a title");
}

/**
 * pz_activity_words_get_setting:
 * @setting: a setting
 *
 * Returns: (transfer none) (nullable): in a word; %NULL when nothing is said
 */
const char *
pz_activity_words_get_setting (PzSetting setting)
{
  const char *name = pz_setting_get_name (setting);

  return name != NULL ? pz_choice_words_get (PZ_RECORD_ACTIVITY, PZ_ACTIVITY_SETTING, name) : NULL;
}

/**
 * pz_activity_words_dup_date:
 * @day: a day
 * @today: the day it is
 *
 * Returns: (transfer full): the weekday and the date, with the year when it is another one
 */
char *
pz_activity_words_dup_date (guint32 day,
                            guint32 today)
{
  GDate date, now;
  char text[128];

  g_return_val_if_fail (day > 0 && today > 0, NULL);

  g_date_clear (&date, 1);
  g_date_clear (&now, 1);
  g_date_set_julian (&date, day);
  g_date_set_julian (&now, today);
  if (g_date_get_year (&date) == g_date_get_year (&now))
    /* xgettext:no-c-format
     * Translators: a day of this year for strftime: Tuesday, 24 November */
    g_date_strftime (text, sizeof text, C_("day", "%A, %-d %B"), &date);
  else
    /* xgettext:no-c-format
     * Translators: a day of another year for strftime: Tuesday, 24 November 2025 */
    g_date_strftime (text, sizeof text, C_("day", "%A, %-d %B %Y"), &date);
  return g_strdup (text);
}

/**
 * pz_activity_words_dup_day:
 * @day: a day; 0: none
 * @today: the day it is
 *
 * Returns: (transfer full): the date, with "Today", "Yesterday" or "Tomorrow" before it where that is so
 */
char *
pz_activity_words_dup_day (guint32 day,
                           guint32 today)
{
  g_autofree char *date = NULL;
  const char *facts[3] = { NULL };

  if (day == 0)
    return g_strdup (C_("activity", "No day yet"));
  date = pz_activity_words_dup_date (day, today);
  facts[0] = day == today ? C_("day", "Today") : day + 1 == today ? C_("day", "Yesterday")
             : day == today + 1 ? C_("day", "Tomorrow") : date;
  if (facts[0] != date)
    facts[1] = date;
  return pz_i18n_join_facts (facts);
}

/**
 * pz_activity_words_dup_minutes:
 * @minutes: how long; NaN when that is not said
 *
 * Returns: (transfer full) (nullable): "45 min"
 */
char *
pz_activity_words_dup_minutes (double minutes)
{
  if (isnan (minutes))
    return NULL;
  /* Translators: a number of minutes, short */
  return g_strdup_printf (C_("activity", "%.0f min"), minutes);
}

static void
add_strategies (GPtrArray        *facts,
                const PzActivity *activity,
                PzDocument       *classroom)
{
  for (gsize i = 0; activity->strategies[i] != NULL; i++)
    {
      PzRecord *strategy = pz_document_find (classroom, activity->strategies[i]);

      if (strategy != NULL && pz_record_get_record_type (strategy) == PZ_RECORD_STRATEGY
          && !pz_record_is_empty (strategy, PZ_STRATEGY_NAME))
        g_ptr_array_add (facts, (gpointer) pz_record_get_text (strategy, PZ_STRATEGY_NAME));
    }
}

/**
 * pz_activity_words_dup_facts:
 * @activity: an activity
 * @classroom: the document of the class
 *
 * Returns: (transfer full): "45 min · Groups · Talking stones"; "" when nothing is said
 */
char *
pz_activity_words_dup_facts (const PzActivity *activity,
                             PzDocument       *classroom)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();
  g_autofree char *minutes = NULL;

  g_return_val_if_fail (activity != NULL && PZ_IS_DOCUMENT (classroom), NULL);

  minutes = pz_activity_words_dup_minutes (activity->minutes);
  if (minutes != NULL)
    g_ptr_array_add (facts, minutes);
  if (pz_activity_words_get_setting (activity->setting) != NULL)
    g_ptr_array_add (facts, (gpointer) pz_activity_words_get_setting (activity->setting));
  add_strategies (facts, activity, classroom);
  g_ptr_array_add (facts, NULL);
  return pz_i18n_join_facts ((const char * const *) facts->pdata);
}

/**
 * pz_activity_words_get_state:
 * @item: an activity on its day
 * @today: the day it is
 *
 * Returns: (transfer none): how it stands, in a word or two
 */
const char *
pz_activity_words_get_state (PzActivityItem *item,
                             guint32         today)
{
  guint32 day = pz_activity_item_get_day (item);

  if (pz_activity_item_is_held (item))
    return C_("activity", "Held");
  if (day != 0 && day < today)
    return C_("activity", "Not confirmed");
  return C_("activity", "Planned");
}

/**
 * pz_activity_words_dup_label:
 * @item: an activity on its day
 * @classroom: the document of the class
 * @today: the day it is
 *
 * Returns: (transfer full): everything a row of the list says, for a screen reader
 */
char *
pz_activity_words_dup_label (PzActivityItem *item,
                             PzDocument     *classroom,
                             guint32         today)
{
  const PzActivity *activity = pz_activity_item_get_activity (item);
  g_autofree char *day = pz_activity_words_dup_day (pz_activity_item_get_day (item), today);
  g_autofree char *facts = pz_activity_words_dup_facts (activity, classroom);
  const char *parts[6] = { NULL };
  guint n = 0;

  parts[n++] = pz_activity_words_get_title (activity->title);
  parts[n++] = day;
  parts[n++] = pz_activity_words_get_state (item, today);
  if (pz_activity_item_is_regular (item))
    parts[n++] = C_("activity", "Regular week");
  if (*facts != '\0')
    parts[n++] = facts;
  return g_strjoinv (", ", (char **) parts);
}

static gboolean
has_school (const PzSchoolDays *days,
            guint32             day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return pz_school_days_is_open (days, &date);
}

static char *
dup_regular_no_school (const PzActivity   *regular,
                       const PzSchoolDays *days,
                       guint32             today)
{
  guint32 closed, next = pz_regular_week_find_next (regular, days, today, &closed);
  g_autofree char *closed_date = closed != 0 ? pz_activity_words_dup_date (closed, today) : NULL;
  g_autofree char *next_date = next != 0 ? pz_activity_words_dup_date (next, today) : NULL;

  if (closed == 0)
    return NULL;
  if (next == 0)
    return g_strdup (C_("activity", "There is no school on its days, so nothing is planned. Choose another day."));
  /* Translators: two days: Monday, 21 December, and Monday, 11 January */
  return g_strdup_printf (C_("activity", "No school on %1$s: it is left out then. Next on %2$s."), closed_date, next_date);
}

/**
 * pz_activity_words_dup_no_school:
 * @classroom: a class
 * @activity: an activity, or a regular one
 *
 * Returns: (transfer full) (nullable): that there is no school when it is planned next; %NULL when there is
 */
char *
pz_activity_words_dup_no_school (PzClassroom      *classroom,
                                 const PzActivity *activity)
{
  g_autoptr(PzSchoolDays) days = NULL;
  guint32 today;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && activity != NULL, NULL);

  today = pz_activity_words_get_today (classroom);
  days = pz_school_days_new (pz_document_get_owner (pz_classroom_get_document (classroom)));
  if (activity->every > 0)
    return dup_regular_no_school (activity, days, today);
  if (activity->held || activity->day < today || has_school (days, activity->day))
    return NULL;
  return g_strdup (C_("activity", "There is no school on this day."));
}

/**
 * pz_activity_words_dup_repeats:
 * @regular: a regular activity
 * @today: the day it is
 *
 * Returns: (transfer full): how often it is, since when and until when
 */
char *
pz_activity_words_dup_repeats (const PzActivity *regular,
                               guint32           today)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  const char *facts[4] = { NULL };
  g_autofree char *often = NULL;

  g_return_val_if_fail (regular != NULL && regular->every > 0, NULL);

  /* Translators: %u is a number of weeks */
  often = g_strdup_printf (ngettext ("Every week", "Every %u weeks", regular->every), regular->every);
  facts[0] = often;
  if (regular->day != 0)
    {
      g_autofree char *date = pz_activity_words_dup_date (regular->day, today);

      /* Translators: %s is a day: Tuesday, 24 November */
      facts[1] = from = g_strdup_printf (C_("activity", "from %s"), date);
    }
  if (regular->until != 0)
    {
      g_autofree char *date = pz_activity_words_dup_date (regular->until, today);

      /* Translators: %s is a day: Tuesday, 24 November */
      facts[from != NULL ? 2 : 1] = until = g_strdup_printf (C_("activity", "until %s"), date);
    }
  return pz_i18n_join_facts (facts);
}

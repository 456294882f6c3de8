/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-timeline-words.h"

#include "pz-check-in.h"
#include "pz-measure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So many partners are named, more are counted. */
#define MOST_NAMES 4
/* Between the parts of a second line. */
#define DOT " · "

/* A record of the learner or of the class; one in the trash still has its name. */
static PzRecord *
find (PzTimeline *self,
      const char *id)
{
  PzRecord *record = id != NULL ? pz_document_find (pz_timeline_get_learner (self), id) : NULL;

  if (record == NULL && id != NULL)
    record = pz_document_find (pz_classroom_get_document (pz_timeline_get_classroom (self)), id);
  return record;
}

/* Nothing where every entry belongs to the same goal. */
static const char *
get_goal_title (PzTimeline *self,
                const char *id)
{
  PzRecord *goal = g_strcmp0 (id, pz_timeline_get_goal (self)) != 0 ? find (self, id) : NULL;

  return goal != NULL && pz_record_get_record_type (goal) == PZ_RECORD_GOAL ? pz_record_get_text (goal, PZ_GOAL_TITLE)
                                                                            : NULL;
}

static PzRecord *
find_measure (PzTimeline *self,
              const char *goal_id)
{
  PzRecord *goal = find (self, goal_id);
  PzRecord *measure = NULL;

  if (goal != NULL && pz_record_get_record_type (goal) == PZ_RECORD_GOAL)
    measure = find (self, pz_record_get_text (goal, PZ_GOAL_MEASURE));
  return measure != NULL && pz_record_get_record_type (measure) == PZ_RECORD_MEASURE ? measure : NULL;
}

/* Puts the parts that are there behind each other. */
static char *
join (const char *first,
      const char *second,
      const char *third)
{
  const char *parts[4] = { NULL };
  guint n = 0;

  if (first != NULL && *first != '\0')
    parts[n++] = first;
  if (second != NULL && *second != '\0')
    parts[n++] = second;
  if (third != NULL && *third != '\0')
    parts[n++] = third;
  return n > 0 ? g_strjoinv (DOT, (char **) parts) : NULL;
}

/* ---- check-ins ---- */

static const char *
get_check_in_words (PzRecord *record)
{
  switch (pz_check_in_get_draft (record).kind)
    {
    case PZ_CHECK_IN_IS_ONE_TO_ONE:
      return C_("timeline", "Check-in, one-to-one");
    case PZ_CHECK_IN_IS_OBSERVATION:
      return C_("timeline", "Check-in, observation");
    case PZ_CHECK_IN_IS_FAMILY:
      return C_("timeline", "Check-in with the family");
    case PZ_CHECK_IN_IS_SELF:
      return C_("timeline", "Check-in, in their own words");
    case PZ_CHECK_IN_IS_NOTE:
    case PZ_N_CHECK_IN_KINDS:
    default:
      return C_("timeline", "Note");
    }
}

static char *
dup_minutes (double minutes)
{
  if (isnan (minutes) || minutes <= 0)
    return NULL;
  /* Translators: %d is a number of minutes */
  return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), (int) minutes);
}

static char *
dup_check_in_sentence (PzRecord *record)
{
  const PzCheckInDraft draft = pz_check_in_get_draft (record);

  if (draft.text == NULL)
    return g_strdup (get_check_in_words (record));
  if (draft.kind == PZ_CHECK_IN_IS_SELF)
    /* Translators: quotation marks around what a learner said */
    return g_strdup_printf (C_("timeline", "“%s”"), draft.text);
  return g_strdup (draft.text);
}

static char *
dup_check_in_details (PzTimeline *self,
                      PzRecord   *record)
{
  const PzCheckInDraft draft = pz_check_in_get_draft (record);
  g_autofree char *minutes = dup_minutes (draft.minutes);

  return join (draft.text != NULL ? get_check_in_words (record) : NULL, minutes, get_goal_title (self, draft.goal));
}

/* ---- measurements ---- */

static char *
dup_measurement_sentence (PzTimeline *self,
                          PzRecord   *record)
{
  PzRecord *measure = find_measure (self, pz_record_get_text (record, PZ_MEASUREMENT_GOAL));
  double value = pz_record_get_number (record, PZ_MEASUREMENT_VALUE);
  g_autofree char *words = NULL;

  if (isnan (value))
    return g_strdup (C_("timeline", "Measured, without a value"));
  words = pz_measure_dup_value (measure, value, pz_record_get_number (record, PZ_MEASUREMENT_OUT_OF));
  if (pz_record_get_flag (record, PZ_MEASUREMENT_NOT_VALID))
    /* Translators: %s is a value, such as 77 words a minute */
    return g_strdup_printf (C_("timeline", "Measured %s, does not count"), words);
  /* Translators: %s is a value, such as 77 words a minute */
  return g_strdup_printf (C_("timeline", "Measured %s"), words);
}

static char *
dup_measurement_details (PzTimeline *self,
                         PzRecord   *record)
{
  const char *help = pz_record_get_text (record, PZ_MEASUREMENT_INDEPENDENCE);

  if (g_strcmp0 (help, "alone") == 0)
    help = C_("timeline", "alone, without help");
  else if (g_strcmp0 (help, "with-help") == 0)
    help = C_("timeline", "with help");
  return join (get_goal_title (self, pz_record_get_text (record, PZ_MEASUREMENT_GOAL)), help,
               pz_record_get_text (record, PZ_MEASUREMENT_NOTE));
}

/* ---- activities ---- */

/* The names of those who are in the class, isolated so that each keeps its own direction. */
static GPtrArray *
collect_names (PzTimeline *self,
               GStrv       ids)
{
  PzIndex *index = pz_classroom_get_index (pz_timeline_get_classroom (self));
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint position;
      const char *name;

      if (!pz_index_find (index, ids[i], &position) || (pz_index_peek_flags (index, position) & PZ_INDEX_DELETED))
        continue;
      name = pz_index_peek_given_name (index, position);
      if (*name == '\0')
        name = pz_index_peek_family_name (index, position);
      if (*name != '\0')
        g_ptr_array_add (names, g_strdup_printf ("\xe2\x81\xa8%s\xe2\x81\xa9", name));
    }
  return names;
}

/* "Elif, Søren and Rosa" */
static char *
dup_list (GPtrArray *names)
{
  guint n_named = names->len > MOST_NAMES ? MOST_NAMES - 1 : names->len - 1;
  g_autofree char *before = g_strdup (g_ptr_array_index (names, 0));
  g_autofree char *rest = NULL;

  for (guint i = 1; i < n_named; i++)
    {
      char *longer = g_strconcat (before, C_("between names", ", "), g_ptr_array_index (names, i), NULL);

      g_free (before);
      before = longer;
    }
  if (names->len == 1)
    return g_steal_pointer (&before);
  if (names->len <= MOST_NAMES)
    rest = g_strdup (g_ptr_array_index (names, names->len - 1));
  else
    /* Translators: %u more learners, at the end of a list of names */
    rest = g_strdup_printf (ngettext ("%u other", "%u others", names->len - n_named), names->len - n_named);
  /* Translators: the end of a list of names: Elif, Søren and Rosa */
  return g_strdup_printf (C_("names", "%1$s and %2$s"), before, rest);
}

static char *
dup_activity_sentence (PzTimeline               *self,
                       const PzTimelineActivity *activity)
{
  g_autoptr(GPtrArray) names = collect_names (self, activity->partners);
  const char *title = activity->title != NULL ? activity->title : C_("timeline", "Activity");
  g_autofree char *list = NULL;

  if (names->len == 0)
    return g_strdup (title);
  list = dup_list (names);
  /* Translators: the title of an activity and the learners of the same group */
  return g_strdup_printf (C_("timeline", "%1$s, with %2$s"), title, list);
}

static const char *
get_setting_words (const char *setting)
{
  static const struct { const char *setting; const char *words; } settings[] = {
    { "alone", NC_("setting", "Alone") },
    { "pairs", NC_("setting", "Pairs") },
    { "groups", NC_("setting", "Groups") },
    { "whole-class", NC_("setting", "Whole class") },
    { "one-to-one", NC_("setting", "One-to-one") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    if (g_strcmp0 (setting, settings[i].setting) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "setting", settings[i].words);
  return NULL;
}

static char *
dup_activity_details (const PzTimelineActivity *activity)
{
  g_autofree char *role = NULL;

  if (activity->role != NULL)
    /* Translators: %s is what a learner does in a group, in the words of the teacher */
    role = g_strdup_printf (C_("timeline", "role: %s"), activity->role);
  return join (get_setting_words (activity->setting), role, activity->note);
}

/* ---- changes ---- */

static char *
dup_change_sentence (PzTimeline *self,
                     PzRecord   *record)
{
  PzRecord *strategy;
  const char *text;

  switch (pz_record_get_record_type (record))
    {
    case PZ_RECORD_GOAL:
      text = pz_record_get_text (record, PZ_GOAL_TITLE);
      /* Translators: %s is the title of a goal */
      return text != NULL ? g_strdup_printf (C_("timeline", "New goal: %s"), text) : g_strdup (C_("timeline", "New goal"));
    case PZ_RECORD_MILESTONE:
      text = pz_record_get_text (record, PZ_MILESTONE_TEXT);
      /* Translators: %s is a step on the way to a goal, in the words of the teacher */
      return text != NULL ? g_strdup_printf (C_("timeline", "Reached: %s"), text)
                          : g_strdup (C_("timeline", "A milestone was reached"));
    default:
      strategy = find (self, pz_record_get_text (record, PZ_PHASE_STRATEGY));
      text = strategy != NULL ? pz_record_get_text (strategy, PZ_STRATEGY_NAME) : NULL;
      /* Translators: %s is a tool or an approach, such as Help cards */
      return text != NULL ? g_strdup_printf (C_("timeline", "Now with: %s"), text)
                          : g_strdup (C_("timeline", "The teaching changed"));
    }
}

static char *
dup_change_details (PzTimeline *self,
                    PzRecord   *record)
{
  switch (pz_record_get_record_type (record))
    {
    case PZ_RECORD_GOAL:
      return join (pz_record_get_text (record, PZ_GOAL_BEHAVIOUR), pz_record_get_text (record, PZ_GOAL_CRITERION), NULL);
    case PZ_RECORD_MILESTONE:
      return join (get_goal_title (self, pz_record_get_text (record, PZ_MILESTONE_GOAL)), NULL, NULL);
    default:
      return join (get_goal_title (self, pz_record_get_text (record, PZ_PHASE_GOAL)),
                   pz_record_get_text (record, PZ_PHASE_NOTE), NULL);
    }
}

/**
 * pz_timeline_dup_sentence:
 * @item: one of its items
 *
 * Returns: (transfer full): what happened, in one sentence; a text of several lines keeps them
 */
char *
pz_timeline_dup_sentence (PzTimeline     *self,
                          PzTimelineItem *item)
{
  PzRecord *record;

  g_return_val_if_fail (PZ_IS_TIMELINE (self) && PZ_IS_TIMELINE_ITEM (item), NULL);

  record = pz_timeline_item_get_record (item);
  switch (pz_timeline_item_get_kind (item))
    {
    case PZ_TIMELINE_CHECK_IN:
      return dup_check_in_sentence (record);
    case PZ_TIMELINE_MEASUREMENT:
      return dup_measurement_sentence (self, record);
    case PZ_TIMELINE_ACTIVITY:
      return dup_activity_sentence (self, pz_timeline_item_get_activity (item));
    case PZ_TIMELINE_ABSENCE:
      return g_strdup (C_("timeline", "Absent"));
    case PZ_TIMELINE_CHANGE:
    case PZ_N_TIMELINE_KINDS:
    default:
      return dup_change_sentence (self, record);
    }
}

/**
 * pz_timeline_dup_details:
 * @item: one of its items
 *
 * Returns: (transfer full) (nullable): a second line; %NULL when there is no more to say
 */
char *
pz_timeline_dup_details (PzTimeline     *self,
                         PzTimelineItem *item)
{
  PzRecord *record;

  g_return_val_if_fail (PZ_IS_TIMELINE (self) && PZ_IS_TIMELINE_ITEM (item), NULL);

  record = pz_timeline_item_get_record (item);
  switch (pz_timeline_item_get_kind (item))
    {
    case PZ_TIMELINE_CHECK_IN:
      return dup_check_in_details (self, record);
    case PZ_TIMELINE_MEASUREMENT:
      return dup_measurement_details (self, record);
    case PZ_TIMELINE_ACTIVITY:
      return dup_activity_details (pz_timeline_item_get_activity (item));
    case PZ_TIMELINE_ABSENCE:
      return NULL; /* the days stand beside it */
    case PZ_TIMELINE_CHANGE:
    case PZ_N_TIMELINE_KINDS:
    default:
      return dup_change_details (self, record);
    }
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-facts.h"

#include "pz-day-watch.h"
#include "pz-i18n.h"
#include "pz-school-days.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OVERDUE_SYMBOL "preferences-system-time-symbolic"

struct _PzLearnerFacts
{
  GObject parent_instance;

  PzClassroom *classroom;
  GHashTable *levels;    /* id -> name */
  PzSchoolDays *school_days;
  GDate today;
  double check_in_every; /* school days; NaN when the class has no wish */
  PzClassroomTraits *traits; /* NULL: nothing is known of goals */
  gboolean reason_first; /* rows lead with what waits with the learner, because that is what was asked for */
  gboolean seen_first;   /* rows lead with when the learner was seen, because that is their order */
  gboolean checked_in;   /* whether anybody in the class was, when rows were last told */
  PzDayWatch *watch;
};

G_DEFINE_FINAL_TYPE (PzLearnerFacts, pz_learner_facts, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static PzDaySpans *
dup_absences (PzLearnerRow *row)
{
  const char *text = pz_learner_row_get_absences (row);

  return text != NULL ? pz_day_spans_parse (text, NULL) : NULL;
}

/* school days, or -1 without a check-in */
static int
count_days_since_seen (PzLearnerFacts *self,
                       PzLearnerRow   *row)
{
  g_autoptr(PzDaySpans) absences = dup_absences (row);

  return pz_school_days_since (self->school_days, pz_learner_row_get_last_check_in (row), &self->today, absences);
}

static gboolean
has_check_ins (PzLearnerFacts *self)
{
  return pz_index_count_checked_in (pz_classroom_get_index (self->classroom)) > 0;
}

static char *
dup_seen (PzLearnerFacts *self,
          PzLearnerRow   *row)
{
  guint32 seen = pz_day_from_text (pz_learner_row_get_last_check_in (row));
  guint32 today = g_date_get_julian (&self->today);
  int days;

  if (seen == 0)
    /* where check-ins are not used, it would say this of everybody */
    return self->check_in_every > 0 || has_check_ins (self) ? g_strdup (C_("learner row", "never seen")) : NULL;
  if (seen >= today)
    return g_strdup (C_("learner row", "seen today"));
  if (seen == today - 1)
    return g_strdup (C_("learner row", "seen yesterday"));
  days = count_days_since_seen (self, row);
  if (days == 0)
    return g_strdup (C_("learner row", "seen on the last school day"));
  /* Translators: %d is a number of days with school: weekends, holidays and days away do not count */
  return g_strdup_printf (ngettext ("seen %d school day ago", "seen %d school days ago", (gulong) days), days);
}

static void
day_changed_cb (PzLearnerFacts *self)
{
  pz_environment_get_today (pz_classroom_get_environment (self->classroom), &self->today);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* the first check-in of a class changes what is said of all others */
static void
index_changed_cb (PzLearnerFacts *self)
{
  if (has_check_ins (self) == self->checked_in)
    return;
  self->checked_in = !self->checked_in;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
pz_learner_facts_finalize (GObject *object)
{
  PzLearnerFacts *self = PZ_LEARNER_FACTS (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->classroom);
  g_clear_object (&self->traits);
  g_clear_pointer (&self->levels, g_hash_table_unref);
  g_clear_pointer (&self->school_days, pz_school_days_unref);
  G_OBJECT_CLASS (pz_learner_facts_parent_class)->finalize (object);
}

static void
pz_learner_facts_class_init (PzLearnerFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_learner_facts_finalize;
  signals[CHANGED] = g_signal_new ("changed", PZ_TYPE_LEARNER_FACTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
pz_learner_facts_init (PzLearnerFacts *self)
{
  self->levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * pz_learner_facts_new:
 * @classroom: the class
 *
 * Returns: (transfer full): what the class says now
 */
PzLearnerFacts *
pz_learner_facts_new (PzClassroom *classroom)
{
  PzLearnerFacts *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_LEARNER_FACTS, NULL);
  self->classroom = g_object_ref (classroom);
  pz_learner_facts_update (self);
  self->checked_in = has_check_ins (self);
  /* after the list, whose rows are to be told */
  g_signal_connect_object (pz_classroom_get_index (classroom), "items-changed", G_CALLBACK (index_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->watch = pz_day_watch_new (pz_classroom_get_environment (classroom));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * pz_learner_facts_update:
 * @self: the facts
 *
 * Reads the class again: after its document changed. A new day is noticed without it.
 */
void
pz_learner_facts_update (PzLearnerFacts *self)
{
  PzDocument *document;
  GListModel *levels;

  g_return_if_fail (PZ_IS_LEARNER_FACTS (self));

  document = pz_classroom_get_document (self->classroom);
  levels = pz_document_get_records (document, PZ_RECORD_LEVEL);
  g_hash_table_remove_all (self->levels);
  for (guint i = 0; i < g_list_model_get_n_items (levels); i++)
    {
      g_autoptr(PzRecord) level = g_list_model_get_item (levels, i);
      const char *name = pz_record_get_text (level, PZ_LEVEL_NAME);

      if (name != NULL)
        g_hash_table_insert (self->levels, g_strdup (pz_record_get_id (level)), g_strdup (name));
    }
  g_clear_pointer (&self->school_days, pz_school_days_unref);
  self->school_days = pz_school_days_new (pz_document_get_owner (document));
  self->check_in_every = pz_record_get_number (pz_document_get_owner (document), PZ_CLASSROOM_CHECK_IN_EVERY);
  pz_environment_get_today (pz_classroom_get_environment (self->classroom), &self->today);
}

/**
 * pz_learner_facts_look_at_clock:
 * @self: the facts
 *
 * Tells by "changed" when a new day has begun. Happens by itself every half minute.
 */
void
pz_learner_facts_look_at_clock (PzLearnerFacts *self)
{
  g_return_if_fail (PZ_IS_LEARNER_FACTS (self));
  pz_day_watch_look (self->watch);
}

/**
 * pz_learner_facts_set_seen_first:
 * @self: the facts
 * @seen_first: whether lines lead with when the learner was seen: where there is little room, that is what is read
 */
void
pz_learner_facts_set_seen_first (PzLearnerFacts *self,
                                 gboolean        seen_first)
{
  g_return_if_fail (PZ_IS_LEARNER_FACTS (self));
  self->seen_first = seen_first;
}

/**
 * pz_learner_facts_set_traits:
 * @self: the facts
 * @traits: (nullable): knows what the goals of the learners wait for; whoever sets it tells rows when that changes
 */
void
pz_learner_facts_set_traits (PzLearnerFacts    *self,
                             PzClassroomTraits *traits)
{
  g_return_if_fail (PZ_IS_LEARNER_FACTS (self));
  g_set_object (&self->traits, traits);
}

/**
 * pz_learner_facts_set_reason_first:
 * @self: the facts
 * @reason_first: whether lines lead with what waits with the learner
 */
void
pz_learner_facts_set_reason_first (PzLearnerFacts *self,
                                   gboolean        reason_first)
{
  g_return_if_fail (PZ_IS_LEARNER_FACTS (self));
  self->reason_first = reason_first;
}

/**
 * pz_learner_facts_get_level_name:
 * @self: the facts
 * @level: (nullable): id of a level
 *
 * Returns: (nullable): its name; %NULL when there is none
 */
const char *
pz_learner_facts_get_level_name (PzLearnerFacts *self,
                                 const char     *level)
{
  g_return_val_if_fail (PZ_IS_LEARNER_FACTS (self), NULL);
  return level != NULL ? g_hash_table_lookup (self->levels, level) : NULL;
}

/* nothing of those who left, or who are in the trash */
static PzGoalNeed
get_need (PzLearnerFacts *self,
          PzLearnerRow   *row)
{
  PzGoalNeeds *goals = self->traits != NULL ? pz_classroom_traits_get_goals (self->traits) : NULL;
  PzGoalNeed need = PZ_GOAL_NEED_NOTHING;

  if (goals != NULL)
    pz_goal_needs_get (goals, pz_learner_row_get_id (row), &need);
  return need;
}

/* (nullable): what waits with the learner, when the line leads with that; since when somebody was not seen it says anyway */
static const char *
get_reason (PzLearnerFacts *self,
            PzLearnerRow   *row)
{
  const char *reason = NULL;
  const char *symbol = self->reason_first ? pz_learner_facts_get_symbol (self, row, &reason) : NULL;

  return symbol != NULL && strcmp (symbol, OVERDUE_SYMBOL) != 0 ? reason : NULL;
}

/**
 * pz_learner_facts_dup_line:
 * @self: the facts
 * @row: a learner
 *
 * Returns: (transfer full): the second line of the row, such as "Level B · 2 goals · seen today"; may be empty
 */
char *
pz_learner_facts_dup_line (PzLearnerFacts *self,
                           PzLearnerRow   *row)
{
  const char *parts[4] = { NULL };
  g_autofree char *goals = NULL;
  g_autofree char *seen = NULL;
  guint n_goals, n = 0;

  g_return_val_if_fail (PZ_IS_LEARNER_FACTS (self), NULL);
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (row), NULL);

  if (pz_learner_row_is_damaged (row))
    return g_strdup (C_("learner row", "The file cannot be read"));
  parts[n] = get_reason (self, row);
  if (parts[n] != NULL)
    {
      parts[1] = pz_learner_facts_get_level_name (self, pz_learner_row_get_level (row));
      return pz_i18n_join_facts (parts);
    }
  parts[n] = pz_learner_facts_get_level_name (self, pz_learner_row_get_level (row));
  if (parts[n] != NULL)
    n++;
  seen = pz_learner_facts_is_absent (self, row) ? g_strdup (C_("learner row", "absent today")) : dup_seen (self, row);
  /* a row has room for two facts: since when somebody was not seen matters more than how many goals there are */
  n_goals = seen == NULL || n == 0 ? pz_learner_row_get_n_active_goals (row) : 0;
  /* Translators: %u is a number of goals that are worked on */
  goals = n_goals > 0 ? g_strdup_printf (ngettext ("%u goal", "%u goals", n_goals), n_goals) : NULL;
  if (goals != NULL)
    parts[n++] = goals;
  if (seen != NULL)
    parts[n++] = seen;
  if (seen != NULL && self->seen_first)
    {
      memmove (parts + 1, parts, (n - 1) * sizeof *parts);
      parts[0] = seen;
    }
  return pz_i18n_join_facts (parts);
}

/**
 * pz_learner_facts_is_absent:
 * @self: the facts
 * @row: a learner
 *
 * Returns: whether the learner is away today
 */
gboolean
pz_learner_facts_is_absent (PzLearnerFacts *self,
                            PzLearnerRow   *row)
{
  g_autoptr(PzDaySpans) absences = NULL;

  g_return_val_if_fail (PZ_IS_LEARNER_FACTS (self), FALSE);
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (row), FALSE);

  absences = dup_absences (row);
  return absences != NULL && pz_day_spans_contains (absences, &self->today);
}

/**
 * pz_learner_facts_is_overdue:
 * @self: the facts
 * @row: a learner
 *
 * A learner who was never seen is overdue once others were.
 *
 * Returns: whether more school days than the class wants went by since the learner was seen; %FALSE without such a wish
 */
gboolean
pz_learner_facts_is_overdue (PzLearnerFacts *self,
                             PzLearnerRow   *row)
{
  int days;

  g_return_val_if_fail (PZ_IS_LEARNER_FACTS (self), FALSE);
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (row), FALSE);

  if (!(self->check_in_every > 0))
    return FALSE;
  days = count_days_since_seen (self, row);
  return days < 0 ? has_check_ins (self) : days > self->check_in_every;
}

/**
 * pz_learner_facts_get_symbol:
 * @self: the facts
 * @row: a learner
 * @meaning: (out): what the symbol says in words, when there is one
 *
 * Returns: (nullable): the icon of the one thing that waits with this learner; %NULL when nothing does
 */
const char *
pz_learner_facts_get_symbol (PzLearnerFacts  *self,
                             PzLearnerRow    *row,
                             const char     **meaning)
{
  PzGoalNeed need;

  g_return_val_if_fail (PZ_IS_LEARNER_FACTS (self), NULL);
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (row), NULL);

  if (pz_learner_row_is_damaged (row))
    {
      *meaning = C_("learner row", "the file is damaged");
      return "dialog-warning-symbolic";
    }
  if (pz_learner_row_get_n_conflicts (row) > 0)
    {
      *meaning = C_("learner row", "two devices wrote different things");
      return "dialog-question-symbolic";
    }
  need = get_need (self, row);
  if ((need & PZ_GOAL_NEED_DECISION) != 0)
    {
      *meaning = C_("learner row", "a goal is not on the way");
      return "emblem-important-symbolic";
    }
  if (pz_learner_facts_is_overdue (self, row) && !pz_learner_facts_is_absent (self, row))
    {
      *meaning = C_("learner row", "not seen for a while");
      return OVERDUE_SYMBOL;
    }
  if ((need & PZ_GOAL_NEED_DATA) != 0)
    {
      *meaning = C_("learner row", "a goal needs data");
      return "document-edit-symbolic";
    }
  return NULL;
}

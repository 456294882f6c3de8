/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-facts.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

struct _PzLearnerFacts
{
  GObject parent_instance;

  PzClassroom *classroom;
  GHashTable *levels;    /* id -> name */
  GDate today;
  double check_in_every; /* days; NaN when the class has no wish */
};

G_DEFINE_FINAL_TYPE (PzLearnerFacts, pz_learner_facts, G_TYPE_OBJECT)

/* days from an ISO date to today, or -1 without a date */
static int
count_days_since (PzLearnerFacts *self,
                  const char     *date)
{
  guint year, month, day;
  GDate then;

  if (date == NULL || sscanf (date, "%4u-%2u-%2u", &year, &month, &day) != 3 || !g_date_valid_dmy (day, month, year))
    return -1;
  g_date_clear (&then, 1);
  g_date_set_dmy (&then, day, month, year);
  return MAX (0, g_date_days_between (&then, &self->today));
}

static char *
dup_seen (PzLearnerFacts *self,
          PzLearnerRow   *row)
{
  int days = count_days_since (self, pz_learner_row_get_last_check_in (row));

  if (days < 0)
    return NULL;
  if (days == 0)
    return g_strdup (C_("learner row", "seen today"));
  if (days == 1)
    return g_strdup (C_("learner row", "seen yesterday"));
  /* Translators: %d is a number of days */
  return g_strdup_printf (ngettext ("seen %d day ago", "seen %d days ago", days), days);
}

static gboolean
is_overdue (PzLearnerFacts *self,
            PzLearnerRow   *row)
{
  int days = count_days_since (self, pz_learner_row_get_last_check_in (row));

  return days >= 0 && self->check_in_every > 0 && days > self->check_in_every;
}

static void
pz_learner_facts_finalize (GObject *object)
{
  PzLearnerFacts *self = PZ_LEARNER_FACTS (object);

  g_clear_object (&self->classroom);
  g_clear_pointer (&self->levels, g_hash_table_unref);
  G_OBJECT_CLASS (pz_learner_facts_parent_class)->finalize (object);
}

static void
pz_learner_facts_class_init (PzLearnerFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_learner_facts_finalize;
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
  return self;
}

/**
 * pz_learner_facts_update:
 * @self: the facts
 *
 * Reads the class again: after its document changed, and when a new day begins.
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
  self->check_in_every = pz_record_get_number (pz_document_get_owner (document), PZ_CLASSROOM_CHECK_IN_EVERY);
  pz_environment_get_today (pz_classroom_get_environment (self->classroom), &self->today);
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
  parts[n] = pz_learner_facts_get_level_name (self, pz_learner_row_get_level (row));
  if (parts[n] != NULL)
    n++;
  n_goals = pz_learner_row_get_n_active_goals (row);
  /* Translators: %u is a number of goals that are worked on */
  goals = n_goals > 0 ? g_strdup_printf (ngettext ("%u goal", "%u goals", n_goals), n_goals) : NULL;
  if (goals != NULL)
    parts[n++] = goals;
  seen = dup_seen (self, row);
  if (seen != NULL)
    parts[n++] = seen;
  return g_strjoinv (" · ", (char **) parts);
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
  if (is_overdue (self, row))
    {
      *meaning = C_("learner row", "not seen for a while");
      return "preferences-system-time-symbolic";
    }
  return NULL;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-goals.h"

#include "pz-date.h"
#include "pz-day-words.h"
#include "pz-goal.h"
#include "pz-measure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _PzLearnerGoals
{
  AdwPreferencesGroup parent_instance;

  PzClassroom *classroom;
  PzDocument *document;
  GPtrArray *rows; /* borrowed from the widget tree */
};

G_DEFINE_FINAL_TYPE (PzLearnerGoals, pz_learner_goals, ADW_TYPE_PREFERENCES_GROUP)

static char *
dup_day (PzLearnerGoals *self,
         const char     *date)
{
  GDate day, today;

  if (!pz_date_parse (date, &day))
    return NULL;
  pz_environment_get_today (pz_classroom_get_environment (self->classroom), &today);
  return pz_day_words (&day, &today);
}

/* "31 → 60 words a minute", or what of it is known */
static char *
dup_way (PzRecord *goal,
         PzRecord *measure)
{
  double from = pz_record_get_number (goal, PZ_GOAL_BASELINE), to = pz_record_get_number (goal, PZ_GOAL_TARGET);
  g_autofree char *start = isnan (from) ? NULL : pz_measure_dup_number (measure, from);
  g_autofree char *end = isnan (to) ? NULL : pz_measure_dup_value (measure, to, NAN);

  if (end == NULL)
    return g_strdup (pz_record_get_text (goal, PZ_GOAL_CRITERION));
  if (start == NULL || g_str_equal (start, end))
    return g_steal_pointer (&end);
  /* Translators: where a goal began and where it leads: 31 → 60 words a minute; turn the arrow where text runs to the left */
  return g_strdup_printf (C_("goal", "%1$s → %2$s"), start, end);
}

/* "31 → 60 words a minute by 30 Jun" */
static char *
dup_aim (PzLearnerGoals *self,
         PzRecord       *goal,
         PzRecord       *measure)
{
  g_autofree char *way = dup_way (goal, measure);
  g_autofree char *day = dup_day (self, pz_record_get_text (goal, PZ_GOAL_TARGET_DATE));

  if (way != NULL && day != NULL)
    /* Translators: where a goal leads, and the day until when */
    return g_strdup_printf (C_("goal", "%1$s by %2$s"), way, day);
  if (day != NULL)
    /* Translators: %s is a day */
    return g_strdup_printf (C_("goal", "by %s"), day);
  return g_steal_pointer (&way);
}

static char *
dup_line (PzLearnerGoals *self,
          PzRecord       *goal,
          PzRecord       *measure)
{
  g_autofree char *aim = dup_aim (self, goal, measure);
  const char *state = pz_record_get_text (goal, PZ_GOAL_STATE);

  if (g_strcmp0 (state, "paused") == 0)
    state = C_("goal", "paused");
  else if (g_strcmp0 (state, "draft") == 0)
    state = C_("goal", "draft");
  else
    state = NULL;
  if (state == NULL)
    return g_steal_pointer (&aim);
  return aim != NULL ? g_strjoin (" · ", state, aim, NULL) : g_strdup (state);
}

/* The last value, and when it was measured. */
static GtkWidget *
make_last (PzLearnerGoals *self,
           PzRecord       *measurement,
           PzRecord       *measure)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *number = pz_measure_dup_number (measure, pz_record_get_number (measurement, PZ_MEASUREMENT_VALUE));
  g_autofree char *day = dup_day (self, pz_record_get_text (measurement, PZ_MEASUREMENT_DATE));
  GtkWidget *value = gtk_label_new (number);
  GtkWidget *date = gtk_label_new (day);

  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_label_set_xalign (GTK_LABEL (date), 1);
  gtk_widget_add_css_class (value, "pz-count");
  gtk_widget_add_css_class (value, "heading");
  gtk_widget_add_css_class (date, "caption");
  gtk_widget_add_css_class (date, "pz-dim");
  gtk_widget_set_tooltip_text (box, C_("goal", "Last measurement"));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), value);
  gtk_box_append (GTK_BOX (box), date);
  return box;
}

static GtkWidget *
make_row (PzLearnerGoals *self,
          PzRecord       *goal)
{
  GtkWidget *row = adw_action_row_new ();
  PzRecord *measure = pz_goal_find_measure (goal, pz_classroom_get_document (self->classroom));
  PzRecord *last = pz_goal_find_last_measurement (self->document, pz_record_get_id (goal));
  const char *title = pz_record_get_text (goal, PZ_GOAL_TITLE);
  g_autofree char *line = dup_line (self, goal, measure);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : C_("goal", "Goal without a title"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (line != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  if (last != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_last (self, last, measure));
  return row;
}

static void
document_changed_cb (PzLearnerGoals *self,
                     PzRecord       *record)
{
  PzRecordType type = pz_record_get_record_type (record);

  if (type == PZ_RECORD_GOAL || type == PZ_RECORD_MEASUREMENT || type == PZ_RECORD_MEASURE)
    pz_learner_goals_update (self);
}

static void
pz_learner_goals_dispose (GObject *object)
{
  PzLearnerGoals *self = PZ_LEARNER_GOALS (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->document);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (pz_learner_goals_parent_class)->dispose (object);
}

static void
pz_learner_goals_class_init (PzLearnerGoalsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_learner_goals_dispose;
}

static void
pz_learner_goals_init (PzLearnerGoals *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Goals"));
}

/**
 * pz_learner_goals_new:
 * @classroom: the class
 * @document: the learner
 *
 * Returns: (transfer floating): the goals of the learner that are not closed
 */
GtkWidget *
pz_learner_goals_new (PzClassroom *classroom,
                      PzDocument  *document)
{
  PzLearnerGoals *self;
  PzDocument *own;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (document), NULL);

  self = g_object_new (PZ_TYPE_LEARNER_GOALS, NULL);
  self->classroom = g_object_ref (classroom);
  self->document = g_object_ref (document);
  own = pz_classroom_get_document (classroom);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (pz_learner_goals_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (own, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (own, "reloaded", G_CALLBACK (pz_learner_goals_update), self, G_CONNECT_SWAPPED);
  pz_learner_goals_update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_learner_goals_update:
 * @self: the goals
 *
 * Shows what the documents say now.
 */
void
pz_learner_goals_update (PzLearnerGoals *self)
{
  g_autoptr(GPtrArray) goals = NULL;

  g_return_if_fail (PZ_IS_LEARNER_GOALS (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  goals = pz_goal_list (self->document, pz_classroom_get_document (self->classroom), NULL);
  for (guint i = 0; i < goals->len; i++)
    {
      GtkWidget *row = make_row (self, goals->pdata[i]);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), goals->len > 0);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-row.h"

#include "pz-date.h"
#include "pz-day-words.h"
#include "pz-goal-words.h"
#include "pz-goal.h"
#include "pz-measure.h"
#include "pz-sparkline.h"
#include "pz-spread-layout.h"
#include "pz-status-mark.h"
#include "pz-tip.h"

#include <glib/gi18n-lib.h>

/* px, least width of the texts beside picture and value */
#define TEXT_WIDTH 150
/* letters: two lines may not have room for more, and the tooltip says the whole */
#define LONG_TEXT 40

struct _PzGoalRow
{
  AdwPreferencesRow parent_instance;

  PzRecord *goal;
};

G_DEFINE_FINAL_TYPE (PzGoalRow, pz_goal_row, ADW_TYPE_PREFERENCES_ROW)

static void
pz_goal_row_dispose (GObject *object)
{
  g_clear_object (&PZ_GOAL_ROW (object)->goal);
  G_OBJECT_CLASS (pz_goal_row_parent_class)->dispose (object);
}

static void
pz_goal_row_class_init (PzGoalRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_goal_row_dispose;
}

static void
pz_goal_row_init (PzGoalRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class,
            float       xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_wrapped (GtkWidget  *box,
             const char *text,
             const char *css_class)
{
  GtkWidget *label = make_label (text, css_class, 0);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  if (g_utf8_strlen (text, -1) > LONG_TEXT)
    pz_tip_set (label, text);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_texts (const char *title,
            const char *line)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  add_wrapped (texts, title, NULL);
  if (line != NULL)
    {
      add_wrapped (texts, line, "caption");
      gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "pz-dim");
    }
  return texts;
}

/* The last value, and when it was measured: "77, Thursday" */
static GtkWidget *
make_last (PzRecord    *measurement,
           PzRecord    *measure,
           const GDate *today)
{
  g_autofree char *number = pz_measure_dup_number (measure, pz_record_get_number (measurement, PZ_MEASUREMENT_VALUE));
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;
  GtkWidget *label;
  GDate day;

  if (pz_date_parse (pz_record_get_text (measurement, PZ_MEASUREMENT_DATE), &day))
    words = pz_day_words (&day, today);
  /* Translators: a value, and the day when it was measured: 77 · Thursday */
  line = words != NULL ? g_strdup_printf (C_("goal", "%1$s · %2$s"), number, words) : g_strdup (number);
  label = make_label (line, "caption", 0);
  gtk_widget_add_css_class (label, "pz-dim");
  pz_tip_set (label, C_("goal", "Last measurement"));
  return label;
}

/* the same judgement as in the list of all goals; a draft, or what is paused, has none */
static gboolean
is_judged (PzRecord *goal)
{
  return pz_goal_state_from_name (pz_record_get_text (goal, PZ_GOAL_STATE)) == PZ_GOAL_IS_ACTIVE;
}

/* where the goal stands, above the last value; nullable */
static GtkWidget *
make_standing (PzRecord  *goal,
               PzStatus   status,
               GtkWidget *last)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (is_judged (goal))
    {
      GtkWidget *mark = pz_status_mark_new ();

      pz_status_mark_set_status (PZ_STATUS_MARK (mark), status);
      gtk_box_append (GTK_BOX (box), mark);
    }
  if (last != NULL)
    gtk_box_append (GTK_BOX (box), last);
  return box;
}

/* Picture, and where the goal stands; both of several rows stand below each other. */
static GtkWidget *
make_course (GtkWidget    *picture,
             GtkWidget    *standing,
             GtkSizeGroup *values)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  if (picture != NULL)
    gtk_box_append (GTK_BOX (box), picture);
  gtk_widget_set_hexpand (standing, TRUE);
  gtk_widget_set_halign (standing, GTK_ALIGN_END);
  gtk_size_group_add_widget (values, standing);
  gtk_box_append (GTK_BOX (box), standing);
  return box;
}

static void
fill (PzGoalRow *self,
      GtkWidget *texts,
      GtkWidget *course)
{
  /* newer releases of GtkBox ask for less height by nature than at the least where a child turns over by its width */
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *spread = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *next = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_set_layout_manager (spread, pz_spread_layout_new (12, TEXT_WIDTH));
  gtk_widget_set_hexpand (spread, TRUE);
  gtk_widget_set_valign (spread, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (spread), texts);
  gtk_box_append (GTK_BOX (spread), course);
  gtk_widget_add_css_class (next, "pz-dim");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_attach (GTK_GRID (grid), spread, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), next, 1, 0, 1, 1);
  gtk_widget_add_css_class (grid, "pz-goal");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), grid);
}

/* "Reads aloud, on the way, 31 → 60 words a minute by 30 Jun, 9 measurements, from 31 to 45 words a minute" */
static void
update_accessible (PzGoalRow  *self,
                   PzStatus    status,
                   const char *line,
                   const char *words)
{
  g_autoptr(GString) name = g_string_new (pz_goal_words_get_title (self->goal));

  if (is_judged (self->goal))
    g_string_append_printf (name, ", %s", pz_status_get_label (status));
  if (line != NULL)
    g_string_append_printf (name, ", %s", line);
  g_string_append_printf (name, ", %s", words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
show (PzGoalRow            *self,
      PzDocument           *learner,
      PzRecord             *measure,
      const PzGoalProgress *progress,
      const GDate          *today,
      GtkSizeGroup         *values)
{
  PzRecord *last = pz_goal_find_last_measurement (learner, pz_record_get_id (self->goal));
  g_autofree char *line = pz_goal_words_dup_line (self->goal, measure, today);
  PzGoalCourse *course = pz_goal_progress_dup_course (progress);
  g_autofree char *words = pz_goal_words_dup_course (course, measure);
  GtkWidget *picture = NULL, *standing;

  standing = make_standing (self->goal, progress->decision.status, last != NULL ? make_last (last, measure, today) : NULL);
  update_accessible (self, progress->decision.status, line, words);
  if (course->points->len > 0 || pz_goal_course_has_way (course))
    picture = pz_sparkline_new (g_steal_pointer (&course), words);
  g_clear_pointer (&course, pz_goal_course_free);
  fill (self, make_texts (pz_goal_words_get_title (self->goal), line), make_course (picture, standing, values));
}

/**
 * pz_goal_row_new:
 * @classroom: the class
 * @learner: the document of a learner
 * @goal: a goal of the learner or of the class
 * @rules: of the class, today
 * @values: gives what stands at the end of all rows the same width
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
pz_goal_row_new (PzClassroom       *classroom,
                 PzDocument        *learner,
                 PzRecord          *goal,
                 const PzGoalRules *rules,
                 GtkSizeGroup      *values)
{
  PzDocument *own, *home;
  g_autoptr(PzGoalProgress) progress = NULL;
  PzGoalRow *self;
  GDate today;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (learner) && PZ_IS_RECORD (goal), NULL);
  g_return_val_if_fail (rules != NULL, NULL);

  own = pz_classroom_get_document (classroom);
  home = pz_document_find (learner, pz_record_get_id (goal)) == goal ? learner : own;
  self = g_object_new (PZ_TYPE_GOAL_ROW, NULL);
  self->goal = g_object_ref (goal);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), pz_goal_words_get_title (goal));
  pz_environment_get_today (pz_classroom_get_environment (classroom), &today);
  progress = pz_goal_progress_new (pz_goal_source_new_of_records (learner, home, goal), rules);
  show (self, learner, pz_goal_find_measure (goal, own), progress, &today, values);
  return GTK_WIDGET (self);
}

/**
 * pz_goal_row_get_goal:
 * @self: a row
 *
 * Returns: (transfer none): the goal
 */
PzRecord *
pz_goal_row_get_goal (PzGoalRow *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_ROW (self), NULL);
  return self->goal;
}

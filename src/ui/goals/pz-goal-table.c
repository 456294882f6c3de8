/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-table.h"

#include "pz-chart-words.h"
#include "pz-compat.h"
#include "pz-goal-chart-words.h"
#include "pz-i18n.h"
#include "pz-privacy.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>

struct _PzGoalTable
{
  AdwBin parent_instance;

  PzGoalFacts *facts;
  GtkWidget *list;
};

enum
{
  OPEN,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PzGoalTable, pz_goal_table, ADW_TYPE_BIN)

/* "alone · Partner reading · does not count · Two long words sounded out" */
static char *
dup_details (PzGoalTable *self,
             PzRecord    *measurement)
{
  PzRecord *phase = pz_goal_facts_find_phase (self->facts, pz_record_get_text (measurement, PZ_MEASUREMENT_DATE));
  g_autofree char *strategy = phase != NULL ? pz_goal_chart_words_dup_phase (self->facts, phase) : NULL;
  g_autofree char *note = pz_privacy_dup_text (pz_record_get_text (measurement, PZ_MEASUREMENT_NOTE));
  const char *facts[5] = { NULL };
  guint n = 0;

  if (pz_chart_words_get_help (measurement) != NULL)
    facts[n++] = pz_chart_words_get_help (measurement);
  if (strategy != NULL)
    facts[n++] = strategy;
  if (pz_record_get_flag (measurement, PZ_MEASUREMENT_NOT_VALID))
    facts[n++] = C_("measurement", "does not count");
  if (note != NULL)
    facts[n++] = note;
  return n > 0 ? pz_i18n_join_facts (facts) : NULL;
}

static GtkWidget *
make_row (PzGoalTable *self,
          PzRecord    *measurement)
{
  g_autofree char *day = pz_chart_words_dup_day (pz_record_get_text (measurement, PZ_MEASUREMENT_DATE));
  g_autofree char *value = pz_chart_words_dup_value (pz_goal_facts_get_measure (self->facts), measurement);
  g_autofree char *details = dup_details (self, measurement);
  g_autofree char *spoken = g_strjoin (", ", day, value, details, NULL);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *number = pz_wrapping_label_new (value, "pz-strong");

  gtk_widget_set_hexpand (number, TRUE);
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_label_set_justify (GTK_LABEL (number), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (number, "pz-count");
  gtk_box_append (GTK_BOX (line), pz_wrapping_label_new (day, NULL));
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (box), line);
  if (details != NULL)
    {
      GtkWidget *label = pz_wrapping_label_new (details, "caption");

      gtk_widget_add_css_class (label, "pz-dim");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "pz-measurement", g_object_ref (measurement), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
update (PzGoalTable *self)
{
  GPtrArray *measurements = pz_goal_facts_get_measurements (self->facts);
  GtkWidget *focus = gtk_widget_get_focus_child (self->list);
  int position = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;

  while (gtk_widget_get_first_child (self->list) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), gtk_widget_get_first_child (self->list));
  for (guint i = measurements->len; i > 0; i--)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, measurements->pdata[i - 1]));
  if (position >= 0 && measurements->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (
        gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MIN (position, (int) measurements->len - 1))));
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  PzGoalTable   *self)
{
  g_signal_emit (self, signals[OPEN], 0, g_object_get_data (G_OBJECT (row), "pz-measurement"));
}

static gboolean
remove_cb (GtkWidget *widget,
           GVariant  *unused,
           gpointer   user_data)
{
  GtkWidget *row = gtk_widget_get_focus_child (PZ_GOAL_TABLE (widget)->list);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (widget, signals[REMOVE], 0, g_object_get_data (G_OBJECT (row), "pz-measurement"));
  return GDK_EVENT_STOP;
}

static void
pz_goal_table_dispose (GObject *object)
{
  g_clear_object (&PZ_GOAL_TABLE (object)->facts);
  G_OBJECT_CLASS (pz_goal_table_parent_class)->dispose (object);
}

static void
pz_goal_table_class_init (PzGoalTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_goal_table_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Delete, 0, remove_cb, NULL);
  /**
   * PzGoalTable::open:
   * @measurement: which
   *
   * A row shall be opened.
   */
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                PZ_TYPE_RECORD);
  /**
   * PzGoalTable::remove:
   * @measurement: which
   *
   * A measurement shall be deleted.
   */
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, PZ_TYPE_RECORD);
}

static void
pz_goal_table_init (PzGoalTable *self)
{
  GtkWidget *empty = gtk_label_new (C_("measurement", "Nothing was measured yet"));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "pz-goal-table");
  gtk_widget_add_css_class (empty, "pz-dim");
  gtk_widget_set_margin_top (empty, 24);
  gtk_widget_set_margin_bottom (empty, 24);
  gtk_label_set_wrap (GTK_LABEL (empty), TRUE);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), empty);
  pz_widget_set_spoken_name (self->list, C_("measurement", "Measurements"));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  adw_bin_set_child (ADW_BIN (self), self->list);
}

/**
 * pz_goal_table_new:
 * @facts: of the goal
 *
 * Returns: (transfer floating): the table; it follows the facts
 */
GtkWidget *
pz_goal_table_new (PzGoalFacts *facts)
{
  PzGoalTable *self;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts), NULL);

  self = g_object_new (PZ_TYPE_GOAL_TABLE, NULL);
  self->facts = g_object_ref (facts);
  g_signal_connect_object (facts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-remarks.h"

#include "pz-chart-words.h"
#include "pz-check-in.h"
#include "pz-compat.h"
#include "pz-goal-chart-words.h"
#include "pz-measure.h"
#include "pz-privacy.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SHOWN 4     /* so many before all are asked for */
#define LETTERS 34  /* usual width of a line */

struct _PzGoalRemarks
{
  AdwBin parent_instance;

  PzGoalFacts *facts;
  gboolean all;
  GtkWidget *list;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (PzGoalRemarks, pz_goal_remarks, ADW_TYPE_BIN)

static const char *
get_date (PzRecord *record)
{
  switch (pz_record_get_record_type (record))
    {
    case PZ_RECORD_MEASUREMENT:
      return pz_record_get_text (record, PZ_MEASUREMENT_DATE);
    case PZ_RECORD_PHASE:
      return pz_record_get_text (record, PZ_PHASE_START);
    default:
      return pz_record_get_text (record, PZ_CHECK_IN_DATE);
    }
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return -g_strcmp0 (get_date (*(PzRecord *const *) a), get_date (*(PzRecord *const *) b));
}

/* borrowed from the facts */
static GPtrArray *
collect (PzGoalRemarks *self)
{
  GPtrArray *measurements = pz_goal_facts_get_measurements (self->facts), *phases = pz_goal_facts_get_phases (self->facts);
  GPtrArray *check_ins = pz_goal_facts_get_check_ins (self->facts), *found = g_ptr_array_new ();

  for (guint i = 0; i < measurements->len; i++)
    if (!pz_record_is_empty (measurements->pdata[i], PZ_MEASUREMENT_NOTE))
      g_ptr_array_add (found, measurements->pdata[i]);
  for (guint i = 0; i < phases->len; i++)
    g_ptr_array_add (found, phases->pdata[i]);
  for (guint i = 0; i < check_ins->len; i++)
    if (!pz_record_is_empty (check_ins->pdata[i], PZ_CHECK_IN_TEXT))
      g_ptr_array_add (found, check_ins->pdata[i]);
  g_ptr_array_sort (found, compare_newest_first);
  return found;
}

static char *
dup_phase_text (PzGoalRemarks *self,
                PzRecord    *phase)
{
  g_autofree char *name = pz_goal_chart_words_dup_phase (self->facts, phase);
  g_autofree char *note = pz_privacy_dup_text (pz_record_get_text (phase, PZ_PHASE_NOTE));
  gboolean named = pz_goal_facts_get_strategy_name (self->facts, pz_record_get_text (phase, PZ_PHASE_STRATEGY)) != NULL;

  if (!named)
    return g_strdup (note != NULL ? note : name);
  if (note == NULL)
    /* Translators: %s is a tool or an approach, such as Help cards */
    return g_strdup_printf (C_("timeline", "Now with: %s"), name);
  /* Translators: a tool or an approach, and a note about it */
  return g_strdup_printf (C_("goal", "Now with: %1$s. %2$s"), name, note);
}

static char *
dup_text (PzGoalRemarks *self,
          PzRecord    *record)
{
  switch (pz_record_get_record_type (record))
    {
    case PZ_RECORD_MEASUREMENT:
      return pz_privacy_dup_text (pz_record_get_text (record, PZ_MEASUREMENT_NOTE));
    case PZ_RECORD_PHASE:
      return dup_phase_text (self, record);
    default:
      return pz_privacy_dup_text (pz_record_get_text (record, PZ_CHECK_IN_TEXT));
    }
}

static const char *
get_icon (PzRecord *record)
{
  switch (pz_record_get_record_type (record))
    {
    case PZ_RECORD_MEASUREMENT:
      return "document-properties-symbolic";
    case PZ_RECORD_PHASE:
      return "emblem-system-symbolic";
    default:
      return pz_check_in_get_draft (record).kind == PZ_CHECK_IN_IS_FAMILY ? "user-home-symbolic" : "chat-message-new-symbolic";
    }
}

/* the shape the measurement has in the chart */
static GtkWidget *
make_mark (PzRecord *record)
{
  GtkWidget *mark;

  if (pz_record_get_record_type (record) != PZ_RECORD_MEASUREMENT)
    {
      mark = gtk_image_new_from_icon_name (get_icon (record));
      gtk_widget_add_css_class (mark, "pz-dim");
    }
  else
    {
      mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_add_css_class (mark, "pz-note-dot");
      if (g_strcmp0 (pz_record_get_text (record, PZ_MEASUREMENT_INDEPENDENCE), "with-help") == 0)
        gtk_widget_add_css_class (mark, "ring");
    }
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_halign (mark, GTK_ALIGN_CENTER);
  return mark;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = pz_wrapping_label_new (text, css_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), LETTERS);
  return label;
}

static GtkWidget *
make_head (PzGoalRemarks *self,
           PzRecord    *record,
           const char  *day)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *date = make_label (day, "pz-dim");

  gtk_widget_set_hexpand (date, TRUE);
  gtk_box_append (GTK_BOX (head), date);
  if (pz_record_get_record_type (record) == PZ_RECORD_MEASUREMENT
      && !isnan (pz_record_get_number (record, PZ_MEASUREMENT_VALUE)))
    {
      g_autofree char *number = pz_measure_dup_number (pz_goal_facts_get_measure (self->facts),
                                                       pz_record_get_number (record, PZ_MEASUREMENT_VALUE));

      gtk_box_append (GTK_BOX (head), make_label (number, "pz-strong"));
    }
  return head;
}

static GtkWidget *
make_row (PzGoalRemarks *self,
          PzRecord    *record)
{
  g_autofree char *day = pz_chart_words_dup_day (get_date (record));
  g_autofree char *text = dup_text (self, record);
  g_autofree char *spoken = pz_record_get_record_type (record) == PZ_RECORD_MEASUREMENT
                                ? pz_chart_words_dup_point (pz_goal_facts_get_measure (self->facts), record)
                                : g_strdup (day);
  g_autofree char *whole = g_strjoin (". ", spoken, text, NULL);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (texts), make_head (self, record, day));
  gtk_box_append (GTK_BOX (texts), make_label (text, NULL));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), make_mark (record));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  return row;
}

static void
update (PzGoalRemarks *self)
{
  g_autoptr(GPtrArray) notes = collect (self);
  /* Translators: %u notes */
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u Note", "Show All %u Notes", notes->len), notes->len);

  while (gtk_widget_get_first_child (self->list) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), gtk_widget_get_first_child (self->list));
  for (guint i = 0; i < notes->len && (self->all || i < SHOWN); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, notes->pdata[i]));
  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_widget_set_visible (self->button, !self->all && notes->len > SHOWN);
  gtk_widget_set_visible (GTK_WIDGET (self), notes->len > 0);
}

static void
pz_goal_remarks_dispose (GObject *object)
{
  g_clear_object (&PZ_GOAL_REMARKS (object)->facts);
  G_OBJECT_CLASS (pz_goal_remarks_parent_class)->dispose (object);
}

static void
pz_goal_remarks_class_init (PzGoalRemarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_goal_remarks_dispose;
}

static void
pz_goal_remarks_init (PzGoalRemarks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *title = C_("goal", "Notes beside the data");

  self->list = gtk_list_box_new ();
  self->button = gtk_button_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "pz-timeline");
  pz_widget_set_spoken_name (self->list, title);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (pz_goal_remarks_show_all), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->button);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * pz_goal_remarks_new:
 * @facts: of the goal
 *
 * Returns: (transfer floating): the newest notes; hidden while there is none
 */
GtkWidget *
pz_goal_remarks_new (PzGoalFacts *facts)
{
  PzGoalRemarks *self;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts), NULL);

  self = g_object_new (PZ_TYPE_GOAL_REMARKS, NULL);
  self->facts = g_object_ref (facts);
  g_signal_connect_object (facts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_goal_remarks_show_all:
 * @self: the notes
 *
 * Shows the older ones, too.
 */
void
pz_goal_remarks_show_all (PzGoalRemarks *self)
{
  g_return_if_fail (PZ_IS_GOAL_REMARKS (self));

  self->all = TRUE;
  update (self);
}

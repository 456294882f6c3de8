/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-chart-card.h"

#include "pz-chart-input.h"
#include "pz-flow-layout.h"
#include "pz-goal-chart.h"
#include "pz-goal-table.h"
#include "pz-spread-layout.h"

#include <glib/gi18n-lib.h>

#define TITLE_WIDTH 140 /* px, least width of the title beside the choices */
#define EMPTY_ICON 48   /* px */
#define EMPTY_MARGIN 24

struct _PzGoalChartCard
{
  AdwBin parent_instance;

  PzGoalFacts *facts;
  GtkWidget *title;
  GtkWidget *zooms; /* the choice between term and all */
  GtkWidget *term;
  GtkWidget *pages; /* the choice between chart and table */
  GtkWidget *stack; /* chart, table, empty */
  GtkWidget *chart;
};

enum
{
  OPEN,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PzGoalChartCard, pz_goal_chart_card, ADW_TYPE_BIN)

static void
open_cb (PzGoalChartCard *self,
         PzRecord        *measurement)
{
  g_signal_emit (self, signals[OPEN], 0, measurement);
}

static void
remove_cb (PzGoalChartCard *self,
           PzRecord        *measurement)
{
  g_signal_emit (self, signals[REMOVE], 0, measurement);
}

/* the days of the term; FALSE when the class does not say */
static gboolean
get_term (PzGoalChartCard *self,
          guint32         *first,
          guint32         *last)
{
  PzRecord *classroom = pz_document_get_owner (pz_classroom_get_document (pz_goal_facts_get_classroom (self->facts)));

  *first = pz_day_from_text (pz_record_get_text (classroom, PZ_CLASSROOM_TERM_START));
  *last = pz_day_from_text (pz_record_get_text (classroom, PZ_CLASSROOM_TERM_END));
  return *first > 0 && *last > *first;
}

static void
zoom_cb (PzGoalChartCard *self)
{
  guint32 first, last;

  if (get_term (self, &first, &last) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->term)))
    pz_goal_chart_set_days (PZ_GOAL_CHART (self->chart), first, last);
  else
    pz_goal_chart_set_days (PZ_GOAL_CHART (self->chart), 0, 0);
}

/* what was measured but does not count is only in the table */
static gboolean
is_empty (PzGoalChartCard *self)
{
  const PzGoalProgress *progress = pz_goal_facts_get_progress (self->facts);
  g_autoptr(PzChartInput) input = NULL;

  if (progress == NULL || pz_goal_facts_get_measurements (self->facts)->len > 0)
    return progress == NULL;
  input = pz_chart_input_new (progress);
  return pz_chart_input_is_empty (input);
}

static const char *
get_chosen (PzGoalChartCard *self)
{
  GtkWidget *chart = gtk_widget_get_first_child (self->pages);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chart)) ? "chart" : "table";
}

static void
update (PzGoalChartCard *self)
{
  PzRecord *measure = pz_goal_facts_get_measure (self->facts);
  const char *name = measure != NULL ? pz_record_get_text (measure, PZ_MEASURE_NAME) : NULL;
  gboolean empty = is_empty (self);
  const char *page = empty ? "empty" : get_chosen (self);
  guint32 first, last;

  gtk_label_set_label (GTK_LABEL (self->title), name != NULL ? name : C_("goal", "Measurements"));
  gtk_widget_set_visible (self->pages, !empty);
  gtk_widget_set_visible (self->zooms, g_str_equal (page, "chart") && get_term (self, &first, &last));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  zoom_cb (self);
}

static void
pz_goal_chart_card_dispose (GObject *object)
{
  g_clear_object (&PZ_GOAL_CHART_CARD (object)->facts);
  G_OBJECT_CLASS (pz_goal_chart_card_parent_class)->dispose (object);
}

static void
pz_goal_chart_card_class_init (PzGoalChartCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_goal_chart_card_dispose;
  /**
   * PzGoalChartCard::open:
   * @measurement: which
   *
   * A measurement shall be opened.
   */
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                PZ_TYPE_RECORD);
  /**
   * PzGoalChartCard::remove:
   * @measurement: which
   *
   * A measurement shall be deleted.
   */
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, PZ_TYPE_RECORD);
}

static GtkWidget *
add_choice (GtkWidget  *box,
            const char *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label), *first = gtk_widget_get_first_child (box);

  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_choices (const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return box;
}

static GtkWidget *
make_head (PzGoalChartCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *chart;

  self->pages = make_choices (C_("goal", "Show as"));
  chart = add_choice (self->pages, C_("goal", "Chart"));
  add_choice (self->pages, C_("goal", "Table"));

  gtk_widget_set_layout_manager (head, pz_spread_layout_new (12, TITLE_WIDTH));
  gtk_widget_set_layout_manager (choices, pz_flow_layout_new (6));
  self->title = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "heading");
  self->zooms = make_choices (C_("goal", "Days to show"));
  add_choice (self->zooms, C_("days to show", "All"));
  self->term = add_choice (self->zooms, C_("days to show", "Term"));
  /* one of the two always is */
  g_signal_connect_object (chart, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->term, "toggled", G_CALLBACK (zoom_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (choices), self->zooms);
  gtk_box_append (GTK_BOX (choices), self->pages);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), choices);
  return head;
}

static void
add_line (GtkWidget  *box,
          const char *text,
          const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

/* before the first measurement of a goal without a way to draw */
static GtkWidget *
make_empty (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *picture = gtk_image_new_from_icon_name ("emoji-flags-symbolic");

  gtk_image_set_pixel_size (GTK_IMAGE (picture), EMPTY_ICON);
  gtk_widget_add_css_class (picture, "pz-dim");
  gtk_widget_set_margin_bottom (picture, 6);
  gtk_box_append (GTK_BOX (box), picture);
  add_line (box, C_("measurement", "Nothing was measured yet"), "heading");
  add_line (box, C_("goal", "The first measurement begins the chart."), "pz-dim");
  gtk_widget_set_margin_top (box, EMPTY_MARGIN);
  gtk_widget_set_margin_bottom (box, EMPTY_MARGIN);
  return box;
}

static void
pz_goal_chart_card_init (PzGoalChartCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "pz-goal-card");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * pz_goal_chart_card_new:
 * @facts: of the goal
 *
 * Returns: (transfer floating): the card; it follows the facts
 */
GtkWidget *
pz_goal_chart_card_new (PzGoalFacts *facts)
{
  PzGoalChartCard *self;
  GtkWidget *table;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts), NULL);

  self = g_object_new (PZ_TYPE_GOAL_CHART_CARD, NULL);
  self->facts = g_object_ref (facts);
  self->chart = pz_goal_chart_new (facts);
  table = pz_goal_table_new (facts);
  gtk_stack_add_named (GTK_STACK (self->stack), self->chart, "chart");
  gtk_stack_add_named (GTK_STACK (self->stack), table, "table");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (), "empty");
  g_signal_connect_object (self->chart, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (facts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-chart.h"

#include "pz-chart-palette.h"
#include "pz-chart-words.h"
#include "pz-goal-chart-words.h"
#include "pz-goal-dot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_WIDTH 220
#define NATURAL_WIDTH 640
#define HINT_GAP 14 /* px from the middle of a point to what is said of it */

struct _PzGoalChart
{
  GtkWidget parent_instance;

  PzGoalFacts *facts;
  PzChartInput *input; /* NULL: the goal is gone */
  PzChart *chart;      /* for the size it has; NULL: to be laid out */
  gboolean plain;      /* without a verdict */
  guint32 first;       /* days to show; 0: all */
  guint32 last;

  GPtrArray *dots;     /* in the order of the points; owned as children */
  GtkWidget *chosen;   /* the dot the hint is about; NULL: none */
  GtkWidget *hint;
  PzChartPalette palette;
};

enum
{
  OPEN,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PzGoalChart, pz_goal_chart, GTK_TYPE_WIDGET)

static PzChartStyle
get_style (PzGoalChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return (PzChartStyle) { gtk_widget_get_pango_context (widget), pz_chart_words_dup_number, pz_chart_words_dup_tick,
                          pz_goal_facts_get_measure (self->facts), gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL };
}

static void
choose (PzGoalChart *self,
        GtkWidget   *dot)
{
  if (self->chosen == dot)
    return;
  self->chosen = dot;
  if (dot != NULL)
    gtk_label_set_label (GTK_LABEL (self->hint), pz_goal_dot_get_hint (PZ_GOAL_DOT (dot)));
  gtk_widget_set_child_visible (self->hint, dot != NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
focus_changed_cb (GtkEventControllerFocus *controller,
                  GParamSpec              *pspec,
                  PzGoalChart             *self)
{
  GtkWidget *dot = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (gtk_event_controller_focus_is_focus (controller))
    choose (self, dot);
  else if (self->chosen == dot)
    choose (self, NULL);
}

static void
enter_cb (GtkEventControllerMotion *controller,
          double                    x,
          double                    y,
          PzGoalChart              *self)
{
  choose (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
}

/* what has the focus is spoken of again once the pointer has left */
static void
leave_cb (GtkEventControllerMotion *controller,
          PzGoalChart              *self)
{
  choose (self, gtk_widget_get_focus_child (GTK_WIDGET (self)));
}

static void
activate_cb (GtkWidget   *dot,
             PzGoalChart *self)
{
  g_signal_emit (self, signals[OPEN], 0, pz_goal_dot_get_measurement (PZ_GOAL_DOT (dot)));
}

static void
add_dot (PzGoalChart *self,
         PzRecord    *measurement)
{
  g_autofree char *name = pz_chart_words_dup_point (pz_goal_facts_get_measure (self->facts), measurement);
  g_autofree char *hint = pz_goal_chart_words_dup_hint (self->facts, measurement);
  GtkWidget *dot = pz_goal_dot_new (measurement, name, hint);
  GtkEventController *focus = gtk_event_controller_focus_new (), *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (dot, "activate", G_CALLBACK (activate_cb), self, 0);
  g_signal_connect_object (focus, "notify::is-focus", G_CALLBACK (focus_changed_cb), self, 0);
  g_signal_connect_object (motion, "enter", G_CALLBACK (enter_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (dot, focus);
  gtk_widget_add_controller (dot, motion);
  gtk_widget_insert_before (dot, GTK_WIDGET (self), self->hint);
  g_ptr_array_add (self->dots, dot);
}

static void
remove_dots (PzGoalChart *self)
{
  choose (self, NULL);
  for (guint i = 0; i < self->dots->len; i++)
    gtk_widget_unparent (self->dots->pdata[i]);
  g_ptr_array_set_size (self->dots, 0);
}

static void
name_chart (PzGoalChart *self)
{
  PzRecord *measure = pz_goal_facts_get_measure (self->facts);
  const char *title = measure != NULL ? pz_record_get_text (measure, PZ_MEASURE_NAME) : NULL;
  g_autofree char *count = g_strdup_printf (ngettext ("%u measurement", "%u measurements", self->dots->len), self->dots->len);
  g_autofree char *name = title != NULL ? g_strjoin (", ", title, count, NULL) : g_strdup (count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Puts the focus back on the measurement it was on; when that is gone, on the one that took its place. */
static void
update (PzGoalChart *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  g_autoptr(PzRecord) focused = focus != NULL ? g_object_ref (pz_goal_dot_get_measurement (PZ_GOAL_DOT (focus))) : NULL;
  GPtrArray *points = pz_goal_facts_get_points (self->facts);
  guint position = 0;

  g_ptr_array_find (self->dots, focus, &position);
  g_clear_pointer (&self->chart, pz_chart_free);
  g_clear_pointer (&self->input, pz_chart_input_free);
  remove_dots (self);
  if (pz_goal_facts_get_progress (self->facts) != NULL)
    {
      self->input = pz_goal_chart_words_make (self->facts);
      if (self->plain)
        pz_chart_input_take_verdict_away (self->input);
      pz_goal_chart_set_days (self, self->first, self->last);
      for (guint i = 0; i < points->len; i++)
        add_dot (self, points->pdata[i]);
    }
  name_chart (self);
  if (focused != NULL && points->len > 0)
    {
      g_ptr_array_find (points, focused, &position);
      gtk_widget_grab_focus (self->dots->pdata[MIN (position, points->len - 1)]);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
pz_goal_chart_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  PzGoalChart *self = PZ_GOAL_CHART (widget);
  PzChartStyle style = get_style (self);

  *minimum = MIN_WIDTH;
  *natural = NATURAL_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = self->input == NULL ? 0
                          : (int) ceil (pz_chart_get_height (self->input, &style, for_size < 0 ? NATURAL_WIDTH : for_size));
}

static GtkSizeRequestMode
pz_goal_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lay_out (PzGoalChart *self,
         int          width,
         int          height)
{
  PzChartStyle style = get_style (self);

  if (self->chart != NULL && self->chart->width == width && self->chart->height == height)
    return;
  g_clear_pointer (&self->chart, pz_chart_free);
  if (self->input != NULL && width > 0 && height > 0)
    self->chart = pz_chart_new (self->input, &style, width, height);
}

/* below its point or above it, where fewer others are hidden, and within the picture */
static void
allocate_hint (PzGoalChart *self,
               int          width,
               int          height)
{
  GtkAllocation at = { 0 }, above;
  guint i;
  int minimum;

  gtk_widget_measure (self->hint, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &at.width, NULL, NULL);
  at.width = MAX (MIN (at.width, width), minimum);
  gtk_widget_measure (self->hint, GTK_ORIENTATION_VERTICAL, at.width, NULL, &at.height, NULL, NULL);
  if (self->chart != NULL && self->chosen != NULL && g_ptr_array_find (self->dots, self->chosen, &i))
    {
      const PzChartPlace *place = &self->chart->places[i];

      at.x = CLAMP ((int) place->x - at.width / 2, 0, MAX (width - at.width, 0));
      at.y = (int) place->y + HINT_GAP;
      above = at;
      above.y = (int) place->y - HINT_GAP - at.height;
      if (at.y + at.height > height
          || (above.y >= 0
              && pz_chart_count_places (self->chart, &(PzChartRect) { above.x, above.y, above.width, above.height })
                     < pz_chart_count_places (self->chart, &(PzChartRect) { at.x, at.y, at.width, at.height })))
        at = above;
    }
  gtk_widget_size_allocate (self->hint, &at, -1);
}

static void
pz_goal_chart_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  PzGoalChart *self = PZ_GOAL_CHART (widget);

  lay_out (self, width, height);
  for (guint i = 0; i < self->dots->len && self->chart != NULL; i++)
    {
      const PzChartPlace *place = &self->chart->places[i];
      GtkWidget *dot = self->dots->pdata[i];
      GtkAllocation at;

      gtk_widget_measure (dot, GTK_ORIENTATION_HORIZONTAL, -1, &at.width, NULL, NULL, NULL);
      at.height = at.width;
      at.x = (int) lround (place->x - at.width / 2.0);
      at.y = (int) lround (place->y - at.height / 2.0);
      gtk_widget_set_child_visible (dot, place->shown);
      gtk_widget_size_allocate (dot, &at, -1);
    }
  allocate_hint (self, width, height);
}

static void
pz_goal_chart_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  PzGoalChart *self = PZ_GOAL_CHART (widget);
  PzChartColors colors;
  cairo_t *cr;

  if (self->chart != NULL)
    {
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                     (float) gtk_widget_get_height (widget)));
      pz_chart_palette_read (&self->palette, widget, &colors);
      pz_chart_draw (self->chart, cr, &colors);
      cairo_destroy (cr);
    }
  GTK_WIDGET_CLASS (pz_goal_chart_parent_class)->snapshot (widget, snapshot);
}

/* another font or direction asks for another layout */
static void
pz_goal_chart_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  PzGoalChart *self = PZ_GOAL_CHART (widget);

  GTK_WIDGET_CLASS (pz_goal_chart_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->chart, pz_chart_free);
  gtk_widget_queue_resize (widget);
}

static void
pz_goal_chart_direction_changed (GtkWidget        *widget,
                                 GtkTextDirection  previous)
{
  g_clear_pointer (&PZ_GOAL_CHART (widget)->chart, pz_chart_free);
  GTK_WIDGET_CLASS (pz_goal_chart_parent_class)->direction_changed (widget, previous);
}

/* the next shown point from position on, step 1 or -1 */
static gboolean
focus_from (PzGoalChart *self,
            int          position,
            int          step)
{
  for (; position >= 0 && position < (int) self->dots->len; position += step)
    if (gtk_widget_get_child_visible (self->dots->pdata[position]))
      return gtk_widget_grab_focus (self->dots->pdata[position]);
  return FALSE;
}

static gboolean
pz_goal_chart_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  PzGoalChart *self = PZ_GOAL_CHART (widget);
  GtkWidget *dot = gtk_widget_get_focus_child (widget);
  gboolean forward = (direction == GTK_DIR_RIGHT) == (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL);
  guint position;

  if (dot == NULL || !g_ptr_array_find (self->dots, dot, &position))
    return focus_from (self, (int) self->dots->len - 1, -1);
  if (direction != GTK_DIR_LEFT && direction != GTK_DIR_RIGHT)
    return FALSE;
  focus_from (self, (int) position + (forward ? 1 : -1), forward ? 1 : -1);
  return TRUE; /* at the ends it stays */
}

static gboolean
go_to_end_cb (GtkWidget *widget,
              GVariant  *last,
              gpointer   unused)
{
  PzGoalChart *self = PZ_GOAL_CHART (widget);

  return g_variant_get_boolean (last) ? focus_from (self, (int) self->dots->len - 1, -1) : focus_from (self, 0, 1);
}

static gboolean
remove_cb (GtkWidget *widget,
           GVariant  *unused,
           gpointer   user_data)
{
  GtkWidget *dot = gtk_widget_get_focus_child (widget);

  if (dot == NULL || !PZ_IS_GOAL_DOT (dot))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (widget, signals[REMOVE], 0, pz_goal_dot_get_measurement (PZ_GOAL_DOT (dot)));
  return GDK_EVENT_STOP;
}

static void
pz_goal_chart_dispose (GObject *object)
{
  PzGoalChart *self = PZ_GOAL_CHART (object);

  self->chosen = NULL;
  g_ptr_array_set_size (self->dots, 0);
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_pointer (&self->chart, pz_chart_free);
  g_clear_pointer (&self->input, pz_chart_input_free);
  g_clear_object (&self->facts);
  G_OBJECT_CLASS (pz_goal_chart_parent_class)->dispose (object);
}

static void
pz_goal_chart_finalize (GObject *object)
{
  g_ptr_array_unref (PZ_GOAL_CHART (object)->dots);
  G_OBJECT_CLASS (pz_goal_chart_parent_class)->finalize (object);
}

static void
pz_goal_chart_class_init (PzGoalChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_goal_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_goal_chart_finalize;
  widget_class->measure = pz_goal_chart_measure;
  widget_class->get_request_mode = pz_goal_chart_get_request_mode;
  widget_class->size_allocate = pz_goal_chart_size_allocate;
  widget_class->snapshot = pz_goal_chart_snapshot;
  widget_class->css_changed = pz_goal_chart_css_changed;
  widget_class->direction_changed = pz_goal_chart_direction_changed;
  widget_class->focus = pz_goal_chart_focus;
  gtk_widget_class_set_css_name (widget_class, "goalchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_end_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_end_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_cb, NULL);
  /**
   * PzGoalChart::open:
   * @measurement: which
   *
   * A point shall be opened.
   */
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                PZ_TYPE_RECORD);
  /**
   * PzGoalChart::remove:
   * @measurement: which
   *
   * A point shall be deleted.
   */
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, PZ_TYPE_RECORD);
}

static void
pz_goal_chart_init (PzGoalChart *self)
{
  self->dots = g_ptr_array_new ();
  pz_chart_palette_init (&self->palette, GTK_WIDGET (self));
  self->hint = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->hint), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->hint, "chart-hint");
  gtk_widget_set_can_target (self->hint, FALSE);
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->hint, FALSE);
}

static GtkWidget *
make (PzGoalFacts *facts,
      gboolean     plain)
{
  PzGoalChart *self = g_object_new (PZ_TYPE_GOAL_CHART, NULL);

  self->facts = g_object_ref (facts);
  self->plain = plain;
  g_signal_connect_object (facts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_goal_chart_new:
 * @facts: of the goal
 *
 * Returns: (transfer floating): the picture; it follows the facts
 */
GtkWidget *
pz_goal_chart_new (PzGoalFacts *facts)
{
  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts), NULL);
  return make (facts, FALSE);
}

/**
 * pz_goal_chart_new_plain:
 * @facts: of the goal
 *
 * Returns: (transfer floating): the picture with measurements, aimline and target only: for the learner
 */
GtkWidget *
pz_goal_chart_new_plain (PzGoalFacts *facts)
{
  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts), NULL);
  return make (facts, TRUE);
}

/**
 * pz_goal_chart_set_days:
 * @self: a picture
 * @first: first day to show, as GDate counts days; 0: from the first that says something
 * @last: last day to show; 0: to the last
 */
void
pz_goal_chart_set_days (PzGoalChart *self,
                        guint32      first,
                        guint32      last)
{
  g_return_if_fail (PZ_IS_GOAL_CHART (self));

  self->first = first;
  self->last = last;
  if (self->input == NULL)
    return;
  if (first > 0)
    {
      self->input->first = first;
      self->input->last = last;
    }
  else if (self->input->values->len > 0 || self->input->has_aimline || self->input->due > 0)
    self->input->first = self->input->last = 0;
  g_clear_pointer (&self->chart, pz_chart_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

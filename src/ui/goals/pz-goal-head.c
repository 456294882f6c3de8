/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-head.h"

#include "pz-goal-columns.h"
#include "pz-status-mark.h"
#include "pz-tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_LABELS 5
#define HEAD_TEXT 0.85 /* of the text of rows, as the style sheet says */
#define ROW_PADDING 14 /* at both sides, px, as the style sheet says */

struct _PzGoalHead
{
  GtkWidget parent_instance;

  GtkWidget *labels[N_LABELS]; /* in the order of the columns */
};

G_DEFINE_FINAL_TYPE (PzGoalHead, pz_goal_head, GTK_TYPE_WIDGET)

static const char *const titles[N_LABELS] = {
  NC_("column of goals", "Learner and goal"), NC_("column of goals", "Strategy now"), NC_("column of goals", "Latest"),
  NC_("column of goals", "Course"),           NC_("column of goals", "Status"),
};

static int
measure_strategy (GtkWidget            *widget,
                  PangoFontDescription *font)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, C_("column of goals", "Strategy now"));
  int width;

  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return (int) ceil (width * HEAD_TEXT) + 1;
}

/**
 * pz_goal_head_get_strategy_width:
 * @widget: a row, or the head above it
 *
 * Returns: px that the title above the strategies needs; the language decides how long it is
 */
int
pz_goal_head_get_strategy_width (GtkWidget *widget)
{
  static PangoFontDescription *known; /* a list asks for each of its rows */
  static int known_width;
  PangoFontDescription *font;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  font = pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (known == NULL || !pango_font_description_equal (font, known))
    {
      known_width = measure_strategy (widget, font);
      g_clear_pointer (&known, pango_font_description_free);
      known = g_steal_pointer (&font);
    }
  g_clear_pointer (&font, pango_font_description_free);
  return known_width;
}

/* of the text of the rows below, which is larger than that of the head */
static void
get_columns (PzGoalHead    *self,
             int            width,
             PzGoalColumns *columns)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  pz_goal_columns_init (columns, width, PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)),
                        pz_status_mark_get_widest (GTK_WIDGET (self)), pz_goal_head_get_strategy_width (GTK_WIDGET (self)));
  pango_font_metrics_unref (metrics);
}

static void
pz_goal_head_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  PzGoalHead *self = PZ_GOAL_HEAD (widget);

  *minimum = *natural = 0; /* as wide as the rows below */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_measure (self->labels[0], GTK_ORIENTATION_VERTICAL, -1, minimum, natural, NULL, NULL);
}

static void
pz_goal_head_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  PzGoalHead *self = PZ_GOAL_HEAD (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  PzGoalColumns columns;
  const PzGoalSpan *spans[N_LABELS] = { &columns.who, &columns.strategy, &columns.latest, &columns.course,
                                        &columns.status };

  get_columns (self, width, &columns);
  columns.who.width += columns.who.start; /* above the pictures, too */
  columns.who.start = 0;
  for (guint i = 0; i < N_LABELS; i++)
    {
      gboolean shown = spans[i]->width > 0;
      int x = mirrored ? width - spans[i]->start - spans[i]->width : spans[i]->start;

      gtk_widget_set_child_visible (self->labels[i], shown);
      if (shown)
        gtk_widget_size_allocate (self->labels[i], &(GtkAllocation) { x, 0, spans[i]->width, height }, -1);
    }
}

static void
pz_goal_head_dispose (GObject *object)
{
  PzGoalHead *self = PZ_GOAL_HEAD (object);

  for (guint i = 0; i < N_LABELS; i++)
    g_clear_pointer (&self->labels[i], gtk_widget_unparent);
  G_OBJECT_CLASS (pz_goal_head_parent_class)->dispose (object);
}

static void
pz_goal_head_class_init (PzGoalHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_goal_head_dispose;
  widget_class->measure = pz_goal_head_measure;
  widget_class->size_allocate = pz_goal_head_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "goalhead");
  /* a row says everything by itself */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pz_goal_head_init (PzGoalHead *self)
{
  for (guint i = 0; i < N_LABELS; i++)
    {
      self->labels[i] = gtk_label_new (g_dpgettext2 (GETTEXT_PACKAGE, "column of goals", titles[i]));
      gtk_label_set_xalign (GTK_LABEL (self->labels[i]), 0);
      gtk_label_set_ellipsize (GTK_LABEL (self->labels[i]), PANGO_ELLIPSIZE_END);
      pz_tip_set (self->labels[i], gtk_label_get_label (GTK_LABEL (self->labels[i])));
      gtk_widget_set_parent (self->labels[i], GTK_WIDGET (self));
    }
}

/**
 * pz_goal_head_follow_width:
 * @self: the head
 * @width: of the list below, px
 *
 * Hides the head where rows have no columns. Not by itself while it is laid out: less width must not need less height.
 */
void
pz_goal_head_follow_width (PzGoalHead *self,
                           int         width)
{
  PzGoalColumns columns;

  g_return_if_fail (PZ_IS_GOAL_HEAD (self));

  get_columns (self, width - 2 * ROW_PADDING, &columns);
  gtk_widget_set_visible (GTK_WIDGET (self), columns.shape != PZ_GOAL_ROW_NARROW);
}

/**
 * pz_goal_head_new:
 *
 * Returns: (transfer floating): the head of the columns
 */
GtkWidget *
pz_goal_head_new (void)
{
  return g_object_new (PZ_TYPE_GOAL_HEAD, NULL);
}

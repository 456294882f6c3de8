/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-cell.h"

#include "pz-avatar.h"
#include "pz-compat.h"
#include "pz-goal-head.h"
#include "pz-goal-item-words.h"
#include "pz-goal-spark-cell.h"
#include "pz-goal-texts.h"
#include "pz-privacy.h"
#include "pz-status-mark.h"

#define PADDING 6 /* above and below, px */
#define GAP 4     /* between lines of a narrow row, px */
#define ARROW_SIZE 16
#define DIM_TEXT 0.78f
#define LEAST_WIDTH 200

struct _PzGoalCell
{
  GtkWidget parent_instance;

  PzGoalItem *item; /* NULL while the row is not bound */
  PzClassroom *classroom;
  PzGoalTexts texts; /* made when drawn */

  GtkWidget *status;
  GtkWidget *spark;
};

G_DEFINE_FINAL_TYPE (PzGoalCell, pz_goal_cell, GTK_TYPE_WIDGET)

static void
drop_layouts (PzGoalCell *self)
{
  pz_goal_texts_clear (&self->texts);
}

/* from the font alone, so that a row has its height before its text is made */
static int
get_line_height (PzGoalCell *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

static int
get_small_height (int line)
{
  return (int) (line * PZ_GOAL_SMALL_TEXT + 0.999);
}

/* title, name, status with the last value, and the course where it has a line of its own */
static int
get_narrow_height (const PzGoalColumns *columns,
                   int                  line)
{
  return 2 * line + 2 * get_small_height (line) + GAP + (columns->course_below ? line + 2 * GAP : 0);
}

static void
get_columns (PzGoalCell    *self,
             int            width,
             PzGoalColumns *columns)
{
  pz_goal_columns_init (columns, width, get_line_height (self), pz_status_mark_get_widest (GTK_WIDGET (self)),
                        pz_goal_head_get_strategy_width (GTK_WIDGET (self)));
}

static GtkSizeRequestMode
pz_goal_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pz_goal_cell_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  PzGoalCell *self = PZ_GOAL_CELL (widget);
  int line = get_line_height (self);
  PzGoalColumns columns;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = LEAST_WIDTH;
      return;
    }
  get_columns (self, for_size >= 0 ? for_size : LEAST_WIDTH, &columns);
  *minimum = 2 * PADDING
             + (columns.shape == PZ_GOAL_ROW_NARROW ? get_narrow_height (&columns, line)
                                                    : MAX (PZ_GOAL_AVATAR_SIZE, PZ_GOAL_STRATEGY_LINES * line));
  *natural = *minimum;
}

static void
allocate_part (PzGoalCell       *self,
               GtkWidget        *part,
               const PzGoalSpan *span,
               int               y,
               int               height)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = mirrored ? width - span->start - span->width : span->start;
  int least;

  gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (part, &(GtkAllocation) { x, y, MAX (0, span->width), MAX (height, least) }, -1);
}

static void
pz_goal_cell_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  PzGoalCell *self = PZ_GOAL_CELL (widget);
  int line = get_line_height (self), y;
  PzGoalColumns columns;

  get_columns (self, width, &columns);
  if (columns.shape == PZ_GOAL_ROW_NARROW)
    {
      y = PADDING + line + get_small_height (line) + GAP;
      allocate_part (self, self->status, &columns.status, y, line);
      if (columns.course_below)
        y += line + get_small_height (line) + GAP;
      allocate_part (self, self->spark, &columns.course, y, line + (columns.course_below ? GAP : 0));
      return;
    }
  allocate_part (self, self->status, &columns.status, 0, height);
  y = MAX (0, (height - PZ_GOAL_AVATAR_SIZE) / 2);
  allocate_part (self, self->spark, &columns.course, y, height - 2 * y);
}

/* Draws a text at the start side of its part, whatever the direction of its letters. Returns: its height */
static int
draw_text (PzGoalCell       *self,
           GtkSnapshot      *snapshot,
           PangoLayout      *layout,
           const PzGoalSpan *span,
           int               y,
           const GdkRGBA    *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoRectangle box;
  int x;

  if (layout == NULL || span->width <= 0)
    return 0;
  pango_layout_set_width (layout, span->width * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &box);
  x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (widget) - span->start - box.width
                                                            : span->start;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - box.x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
  return box.height;
}

/* as many lines as it has, in the middle of the row */
static void
draw_strategy (PzGoalCell       *self,
               GtkSnapshot      *snapshot,
               const PzGoalSpan *span,
               const GdkRGBA    *colour)
{
  PangoLayout *layout = self->texts.layouts[PZ_GOAL_TEXT_STRATEGY];
  int height;

  if (layout == NULL || span->width <= 0)
    return;
  pango_layout_set_width (layout, span->width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  draw_text (self, snapshot, layout, span, (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2, colour);
}

/* two texts one below the other, in the middle of the row */
static void
draw_pair (PzGoalCell       *self,
           GtkSnapshot      *snapshot,
           PzGoalText        above,
           PzGoalText        below,
           const PzGoalSpan *span,
           const GdkRGBA    *colour)
{
  int line = get_line_height (self), height = gtk_widget_get_height (GTK_WIDGET (self));
  int all = (self->texts.layouts[above] != NULL ? line : 0) + (self->texts.layouts[below] != NULL ? get_small_height (line) : 0);
  int y = (height - all) / 2;
  GdkRGBA dim = *colour;

  dim.alpha *= DIM_TEXT;
  y += draw_text (self, snapshot, self->texts.layouts[above], span, y, colour);
  draw_text (self, snapshot, self->texts.layouts[below], span, y, &dim);
}

static void
draw_avatar (PzGoalCell  *self,
             GtkSnapshot *snapshot,
             int          y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PzIndex *index = pz_classroom_get_index (self->classroom);
  const char *id = pz_goal_item_get_learner (self->item);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autofree char *initials = NULL;
  guint position;

  if (!pz_privacy_is_hidden () && pz_index_find (index, id, &position))
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (index), position);

      initials = pz_avatar_dup_initials (pz_learner_row_get_given_name (row), pz_learner_row_get_family_name (row));
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (mirrored ? gtk_widget_get_width (widget) - PZ_GOAL_AVATAR_SIZE : 0, y));
  pz_avatar_draw (snapshot, widget, id, initials, PZ_GOAL_AVATAR_SIZE);
  gtk_snapshot_restore (snapshot);
}

static void
draw_arrow (PzGoalCell       *self,
            GtkSnapshot      *snapshot,
            const PzGoalSpan *span,
            const GdkRGBA    *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkTextDirection direction = gtk_widget_get_direction (widget);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr(GtkIconPaintable) icon = NULL;
  int x = direction == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (widget) - span->start - ARROW_SIZE : span->start;

  icon = gtk_icon_theme_lookup_icon (theme, "go-next-symbolic", NULL, ARROW_SIZE, gtk_widget_get_scale_factor (widget),
                                     direction, 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (gtk_widget_get_height (widget) - ARROW_SIZE) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ARROW_SIZE, ARROW_SIZE, colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
draw_narrow (PzGoalCell          *self,
             GtkSnapshot         *snapshot,
             const PzGoalColumns *columns,
             const GdkRGBA       *colour)
{
  int line = get_line_height (self), small = get_small_height (line), y = PADDING;
  GdkRGBA dim = *colour;

  dim.alpha *= DIM_TEXT;
  draw_avatar (self, snapshot, PADDING);
  draw_text (self, snapshot, self->texts.layouts[PZ_GOAL_TEXT_TITLE], &columns->who, y, colour);
  y += line;
  draw_text (self, snapshot, self->texts.layouts[PZ_GOAL_TEXT_NAME], &columns->who, y, &dim);
  y += small + GAP + line;
  draw_text (self, snapshot, self->texts.layouts[PZ_GOAL_TEXT_LATEST], &columns->who, y, &dim);
}

static void
draw_line (PzGoalCell          *self,
           GtkSnapshot         *snapshot,
           const PzGoalColumns *columns,
           const GdkRGBA       *colour)
{
  int middle = (gtk_widget_get_height (GTK_WIDGET (self)) - PZ_GOAL_AVATAR_SIZE) / 2;

  draw_avatar (self, snapshot, middle);
  draw_pair (self, snapshot, PZ_GOAL_TEXT_TITLE, PZ_GOAL_TEXT_NAME, &columns->who, colour);
  draw_strategy (self, snapshot, &columns->strategy, colour);
  draw_pair (self, snapshot, PZ_GOAL_TEXT_LATEST, PZ_GOAL_TEXT_WHEN, &columns->latest, colour);
  draw_arrow (self, snapshot, &columns->arrow, colour);
}

static void
pz_goal_cell_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  PzGoalCell *self = PZ_GOAL_CELL (widget);
  PzGoalColumns columns;
  GdkRGBA colour;

  if (self->item == NULL)
    return;
  get_columns (self, gtk_widget_get_width (widget), &columns);
  pz_goal_texts_ensure (&self->texts, widget, self->item, self->classroom, columns.shape);
  pz_widget_get_text_color (widget, &colour);
  if (columns.shape == PZ_GOAL_ROW_NARROW)
    draw_narrow (self, snapshot, &columns, &colour);
  else
    draw_line (self, snapshot, &columns, &colour);
  gtk_widget_snapshot_child (widget, self->status, snapshot);
  gtk_widget_snapshot_child (widget, self->spark, snapshot);
}

static gboolean
pz_goal_cell_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  PzGoalCell *self = PZ_GOAL_CELL (widget);
  g_autofree char *label = NULL;

  if (self->item == NULL || !pz_goal_texts_is_cut (&self->texts))
    return FALSE;
  label = pz_goal_item_words_dup_label (self->item, self->classroom);
  gtk_tooltip_set_text (tooltip, label);
  return TRUE;
}

static void
pz_goal_cell_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (pz_goal_cell_parent_class)->css_changed (widget, change);
  drop_layouts (PZ_GOAL_CELL (widget));
}

static void
pz_goal_cell_system_setting_changed (GtkWidget        *widget,
                                     GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (pz_goal_cell_parent_class)->system_setting_changed (widget, setting);
  drop_layouts (PZ_GOAL_CELL (widget));
  gtk_widget_queue_resize (widget);
}

static void
pz_goal_cell_dispose (GObject *object)
{
  PzGoalCell *self = PZ_GOAL_CELL (object);

  drop_layouts (self);
  g_clear_object (&self->item);
  g_clear_object (&self->classroom);
  g_clear_pointer (&self->status, gtk_widget_unparent);
  g_clear_pointer (&self->spark, gtk_widget_unparent);
  G_OBJECT_CLASS (pz_goal_cell_parent_class)->dispose (object);
}

static void
pz_goal_cell_class_init (PzGoalCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_goal_cell_dispose;
  widget_class->get_request_mode = pz_goal_cell_get_request_mode;
  widget_class->measure = pz_goal_cell_measure;
  widget_class->size_allocate = pz_goal_cell_size_allocate;
  widget_class->snapshot = pz_goal_cell_snapshot;
  widget_class->query_tooltip = pz_goal_cell_query_tooltip;
  widget_class->css_changed = pz_goal_cell_css_changed;
  widget_class->system_setting_changed = pz_goal_cell_system_setting_changed;
  /* the row around it carries the name, see pz_list_item_set_label() */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pz_goal_cell_init (PzGoalCell *self)
{
  self->status = pz_status_mark_new ();
  self->spark = pz_goal_spark_cell_new ();
  gtk_widget_set_parent (self->status, GTK_WIDGET (self));
  gtk_widget_set_parent (self->spark, GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * pz_goal_cell_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
pz_goal_cell_new (void)
{
  return g_object_new (PZ_TYPE_GOAL_CELL, NULL);
}

/**
 * pz_goal_cell_bind:
 * @self: the cell
 * @item: (nullable): the goal to show
 * @classroom: (nullable): the class; not %NULL with a goal
 */
void
pz_goal_cell_bind (PzGoalCell  *self,
                   PzGoalItem  *item,
                   PzClassroom *classroom)
{
  g_return_if_fail (PZ_IS_GOAL_CELL (self));
  g_return_if_fail (item == NULL || classroom != NULL);

  drop_layouts (self);
  g_set_object (&self->item, item);
  g_set_object (&self->classroom, classroom);
  pz_goal_spark_cell_set_item (PZ_GOAL_SPARK_CELL (self->spark), item);
  if (item != NULL)
    pz_status_mark_set_status (PZ_STATUS_MARK (self->status), pz_goal_item_get_status (item));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pz_goal_cell_refresh:
 * @self: the cell
 *
 * Draws again, after names changed or were hidden.
 */
void
pz_goal_cell_refresh (PzGoalCell *self)
{
  g_return_if_fail (PZ_IS_GOAL_CELL (self));

  drop_layouts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

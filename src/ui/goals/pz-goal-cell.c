/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-cell.h"

#include "pz-avatar.h"
#include "pz-compat.h"
#include "pz-goal-columns.h"
#include "pz-goal-item-words.h"
#include "pz-goal-spark-cell.h"
#include "pz-privacy.h"
#include "pz-status-mark.h"

#include <glib/gi18n-lib.h>

#define PADDING 6 /* above and below, px */
#define GAP 4     /* between lines of a narrow row, px */
#define ARROW_SIZE 16
#define SMALL_TEXT 0.85
#define COLUMN_TEXT 0.9 /* of strategy and last value */
#define STRATEGY_LINES 2 /* at most */
#define DIM_TEXT 0.78f
#define LEAST_WIDTH 200

typedef enum
{
  TITLE,
  NAME, /* with the strategy, where that has no column */
  STRATEGY,
  LATEST,
  WHEN,
  N_TEXTS,
} Text;

struct _PzGoalCell
{
  GtkWidget parent_instance;

  PzGoalItem *item; /* NULL while the row is not bound */
  PzClassroom *classroom;
  PangoLayout *layouts[N_TEXTS]; /* made when drawn; all NULL until then, and those that say nothing */
  gboolean has_layouts;
  PzGoalRowShape shape;          /* the layouts were made for */

  GtkWidget *status;
  GtkWidget *spark;
};

G_DEFINE_FINAL_TYPE (PzGoalCell, pz_goal_cell, GTK_TYPE_WIDGET)

static void
drop_layouts (PzGoalCell *self)
{
  for (guint text = 0; text < N_TEXTS; text++)
    g_clear_object (&self->layouts[text]);
  self->has_layouts = FALSE;
}

static PangoLayout *
make_layout (PzGoalCell *self,
             const char *text,
             double      scale)
{
  PangoLayout *layout;

  if (text == NULL || *text == '\0')
    return NULL;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE); /* isolates of the first part would turn the whole line around */
  if (scale != 1.0)
    {
      g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
      pango_layout_set_attributes (layout, attributes);
    }
  return layout;
}

static void
ensure_layouts (PzGoalCell     *self,
                PzGoalRowShape  shape)
{
  g_autofree char *name = NULL;
  g_autofree char *latest = NULL;
  g_autofree char *when = NULL;
  g_autofree char *second = NULL;
  g_autofree char *both = NULL;
  const char *strategy;

  if (self->has_layouts && self->shape == shape)
    return;
  drop_layouts (self);
  self->has_layouts = TRUE;
  self->shape = shape;
  name = pz_goal_item_words_dup_name (self->item, self->classroom);
  latest = pz_goal_item_words_dup_latest (self->item, self->classroom);
  when = pz_goal_item_words_dup_when (self->item, self->classroom);
  strategy = pz_goal_item_words_get_strategy (self->item, self->classroom);
  /* isolates keep names of one direction from turning the text of the other around */
  second = shape == PZ_GOAL_ROW_WIDE || strategy == NULL ? g_strdup (name)
                                                         : g_strdup_printf ("\u2068%s\u2069 · \u2068%s\u2069", name, strategy);
  self->layouts[TITLE] = make_layout (self, pz_goal_item_words_get_title (self->item), 1.0);
  self->layouts[NAME] = make_layout (self, second, SMALL_TEXT);
  self->layouts[STRATEGY] = make_layout (self, strategy, COLUMN_TEXT);
  if (self->layouts[STRATEGY] != NULL)
    {
      pango_layout_set_single_paragraph_mode (self->layouts[STRATEGY], FALSE);
      pango_layout_set_wrap (self->layouts[STRATEGY], PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height (self->layouts[STRATEGY], -STRATEGY_LINES);
    }
  if (shape == PZ_GOAL_ROW_NARROW)
    both = latest != NULL ? g_strdup_printf ("\u2068%s\u2069 · \u2068%s\u2069", latest, when) : g_strdup (when);
  self->layouts[LATEST] = make_layout (self, both != NULL ? both : latest, both != NULL ? SMALL_TEXT : COLUMN_TEXT);
  self->layouts[WHEN] = make_layout (self, when, SMALL_TEXT);
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
  return (int) (line * SMALL_TEXT + 0.999);
}

/* title, name, status with the last value, course */
static int
get_narrow_height (int line)
{
  return 3 * line + 2 * get_small_height (line) + 3 * GAP;
}

static void
get_columns (PzGoalCell    *self,
             int            width,
             PzGoalColumns *columns)
{
  pz_goal_columns_init (columns, width, get_line_height (self));
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
             + (columns.shape == PZ_GOAL_ROW_NARROW ? get_narrow_height (line)
                                                    : MAX (PZ_GOAL_AVATAR_SIZE, STRATEGY_LINES * line));
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
      y += line + get_small_height (line) + GAP;
      allocate_part (self, self->spark, &columns.course, y, line + GAP);
      return;
    }
  allocate_part (self, self->status, &columns.status, 0, height);
  y = MAX (0, (height - line * 3 / 2) / 2);
  allocate_part (self, self->spark, &columns.course, y, line * 3 / 2);
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
  PangoLayout *layout = self->layouts[STRATEGY];
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
           Text              above,
           Text              below,
           const PzGoalSpan *span,
           const GdkRGBA    *colour)
{
  int line = get_line_height (self), height = gtk_widget_get_height (GTK_WIDGET (self));
  int all = (self->layouts[above] != NULL ? line : 0) + (self->layouts[below] != NULL ? get_small_height (line) : 0);
  int y = (height - all) / 2;
  GdkRGBA dim = *colour;

  dim.alpha *= DIM_TEXT;
  y += draw_text (self, snapshot, self->layouts[above], span, y, colour);
  draw_text (self, snapshot, self->layouts[below], span, y, &dim);
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
  draw_text (self, snapshot, self->layouts[TITLE], &columns->who, y, colour);
  y += line;
  draw_text (self, snapshot, self->layouts[NAME], &columns->who, y, &dim);
  y += small + GAP + line;
  draw_text (self, snapshot, self->layouts[LATEST], &columns->who, y, &dim);
}

static void
draw_line (PzGoalCell          *self,
           GtkSnapshot         *snapshot,
           const PzGoalColumns *columns,
           const GdkRGBA       *colour)
{
  int middle = (gtk_widget_get_height (GTK_WIDGET (self)) - PZ_GOAL_AVATAR_SIZE) / 2;

  draw_avatar (self, snapshot, middle);
  draw_pair (self, snapshot, TITLE, NAME, &columns->who, colour);
  draw_strategy (self, snapshot, &columns->strategy, colour);
  draw_pair (self, snapshot, LATEST, WHEN, &columns->latest, colour);
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
  ensure_layouts (self, columns.shape);
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
  gboolean cut = FALSE;

  for (guint text = 0; text < N_TEXTS; text++)
    cut = cut || (self->layouts[text] != NULL && pango_layout_is_ellipsized (self->layouts[text]));
  if (self->item == NULL || !cut)
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

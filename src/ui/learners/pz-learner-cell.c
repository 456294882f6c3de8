/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-cell.h"

#include "pz-avatar.h"
#include "pz-compat.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AVATAR_SIZE 36
#define ICON_SIZE 16
#define GAP 12
#define CHECK_SIZE 20
#define LEAST_TEXT_WIDTH 60
#define PADDING 6 /* above and below, px */
#define SMALL_TEXT 0.85
#define DIM_TEXT 0.78f

struct _PzLearnerCell
{
  GtkWidget parent_instance;

  PzLearnerRow *row;     /* NULL while the row is not bound */
  PzLearnerFacts *facts;
  gboolean selecting;    /* a check mark stands before the picture */
  gboolean selected;
  PangoLayout *name;     /* made when drawn; NULL until then */
  PangoLayout *line;
};

G_DEFINE_FINAL_TYPE (PzLearnerCell, pz_learner_cell, GTK_TYPE_WIDGET)

static void
drop_layouts (PzLearnerCell *self)
{
  g_clear_object (&self->name);
  g_clear_object (&self->line);
}

static PangoLayout *
make_layout (PzLearnerCell *self,
             const char    *text,
             double         scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (scale != 1.0)
    {
      g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
      pango_layout_set_attributes (layout, attributes);
    }
  return layout;
}

/* "never seen" begins a line like any other sentence */
static char *
dup_capitalized (const char *line)
{
  const char *rest = *line != '\0' ? g_utf8_next_char (line) : line;
  g_autofree char *first = g_utf8_strup (line, rest - line);

  return g_strconcat (first, rest, NULL);
}

static void
ensure_layouts (PzLearnerCell *self)
{
  g_autofree char *line = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *name = NULL;

  if (self->name != NULL || self->row == NULL)
    return;
  line = pz_learner_facts_dup_line (self->facts, self->row);
  /* a level stays as the teacher writes it */
  sentence = pz_learner_row_get_level (self->row) == NULL ? dup_capitalized (line) : g_strdup (line);
  name = pz_privacy_dup_row_name (self->row);
  self->name = make_layout (self, name, 1.0);
  self->line = *line != '\0' ? make_layout (self, sentence, SMALL_TEXT) : NULL;
}

/* height of the two lines of text, from the font alone, so that a row has its height before its text is made */
static int
get_text_height (PzLearnerCell *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics) * (1.0 + SMALL_TEXT));

  pango_font_metrics_unref (metrics);
  return height;
}

static void
pz_learner_cell_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = AVATAR_SIZE + GAP + LEAST_TEXT_WIDTH + GAP + ICON_SIZE;
      *natural = *minimum + 2 * LEAST_TEXT_WIDTH;
    }
  else
    *minimum = *natural = MAX (AVATAR_SIZE, get_text_height (PZ_LEARNER_CELL (widget))) + 2 * PADDING;
}

/* Draws a text at its start side, whatever the direction of its letters. */
static void
draw_text (PzLearnerCell *self,
           GtkSnapshot   *snapshot,
           PangoLayout   *layout,
           int            start,
           int            width,
           int            y,
           const GdkRGBA *colour)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  PangoRectangle box;
  int x;

  pango_layout_set_width (layout, MAX (0, width) * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &box);
  x = mirrored ? gtk_widget_get_width (GTK_WIDGET (self)) - start - box.width : start;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - box.x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_symbol (PzLearnerCell *self,
             GtkSnapshot   *snapshot,
             const char    *icon,
             const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkTextDirection direction = gtk_widget_get_direction (widget);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr(GtkIconPaintable) paintable = NULL;
  int x = direction == GTK_TEXT_DIR_RTL ? 0 : gtk_widget_get_width (widget) - ICON_SIZE;

  paintable = gtk_icon_theme_lookup_icon (theme, icon, NULL, ICON_SIZE, gtk_widget_get_scale_factor (widget), direction,
                                          0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (gtk_widget_get_height (widget) - ICON_SIZE) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (paintable), snapshot, ICON_SIZE, ICON_SIZE, colour,
                                            1);
  gtk_snapshot_restore (snapshot);
}

/* Where the picture begins, from the start side. */
static int
get_start (PzLearnerCell *self)
{
  return self->selecting ? CHECK_SIZE + GAP : 0;
}

/* A ring, filled and ticked when the learner is selected. */
static void
draw_check (PzLearnerCell *self,
            GtkSnapshot   *snapshot,
            const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float x = mirrored ? gtk_widget_get_width (widget) - CHECK_SIZE : 0;
  float y = (gtk_widget_get_height (widget) - CHECK_SIZE) / 2;
  GskRoundedRect ring;
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&ring, &GRAPHENE_RECT_INIT (x, y, CHECK_SIZE, CHECK_SIZE), CHECK_SIZE / 2);
  if (!self->selected)
    {
      gtk_snapshot_append_border (snapshot, &ring, (float[4]) { 2, 2, 2, 2 },
                                  (GdkRGBA[4]) { *colour, *colour, *colour, *colour });
      return;
    }
  gtk_snapshot_push_rounded_clip (snapshot, &ring);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0.21f, 0.52f, 0.89f, 1 }, &ring.bounds);
  gtk_snapshot_pop (snapshot);
  cr = gtk_snapshot_append_cairo (snapshot, &ring.bounds);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 2);
  cairo_translate (cr, (double) x, (double) y);
  cairo_move_to (cr, 5.5, 10.5);
  cairo_line_to (cr, 8.5, 13.5);
  cairo_line_to (cr, 14.5, 7);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_avatar (PzLearnerCell *self,
             GtkSnapshot   *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *initials = pz_avatar_dup_initials (pz_learner_row_get_given_name (self->row),
                                                      pz_learner_row_get_family_name (self->row));
  int start = get_start (self);
  int x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (widget) - AVATAR_SIZE - start
                                                                : start;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (gtk_widget_get_height (widget) - AVATAR_SIZE) / 2));
  pz_avatar_draw (snapshot, widget, pz_learner_row_get_id (self->row), pz_privacy_is_hidden () ? NULL : initials,
                  AVATAR_SIZE);
  gtk_snapshot_restore (snapshot);
}

static void
pz_learner_cell_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  PzLearnerCell *self = PZ_LEARNER_CELL (widget);
  int start = get_start (self) + AVATAR_SIZE + GAP;
  int width = gtk_widget_get_width (widget) - start;
  int name_height, line_height = 0, y;
  const char *meaning = NULL;
  const char *symbol;
  GdkRGBA colour;

  if (self->row == NULL)
    return;
  ensure_layouts (self);
  pz_widget_get_text_color (widget, &colour);
  if (self->selecting)
    draw_check (self, snapshot, &colour);
  draw_avatar (self, snapshot);
  symbol = pz_learner_facts_get_symbol (self->facts, self->row, &meaning);
  if (symbol != NULL)
    {
      draw_symbol (self, snapshot, symbol, &colour);
      width -= GAP + ICON_SIZE;
    }
  pango_layout_get_pixel_size (self->name, NULL, &name_height);
  if (self->line != NULL)
    pango_layout_get_pixel_size (self->line, NULL, &line_height);
  y = (gtk_widget_get_height (widget) - name_height - line_height) / 2;
  draw_text (self, snapshot, self->name, start, width, y, &colour);
  colour.alpha *= DIM_TEXT;
  if (self->line != NULL)
    draw_text (self, snapshot, self->line, start, width, y + name_height, &colour);
}

static gboolean
pz_learner_cell_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard,
                               GtkTooltip *tooltip)
{
  PzLearnerCell *self = PZ_LEARNER_CELL (widget);
  const char *meaning = NULL;
  gboolean cut;

  if (self->row == NULL || self->name == NULL)
    return FALSE;
  cut = pango_layout_is_ellipsized (self->name) || (self->line != NULL && pango_layout_is_ellipsized (self->line));
  if (!cut && pz_learner_facts_get_symbol (self->facts, self->row, &meaning) == NULL)
    return FALSE;
  {
    g_autofree char *label = pz_learner_cell_dup_label (self);

    gtk_tooltip_set_text (tooltip, label);
  }
  return TRUE;
}

static void
pz_learner_cell_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (pz_learner_cell_parent_class)->css_changed (widget, change);
  drop_layouts (PZ_LEARNER_CELL (widget));
}

static void
pz_learner_cell_system_setting_changed (GtkWidget        *widget,
                                        GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (pz_learner_cell_parent_class)->system_setting_changed (widget, setting);
  drop_layouts (PZ_LEARNER_CELL (widget));
  gtk_widget_queue_resize (widget);
}

static void
pz_learner_cell_dispose (GObject *object)
{
  PzLearnerCell *self = PZ_LEARNER_CELL (object);

  drop_layouts (self);
  g_clear_object (&self->row);
  g_clear_object (&self->facts);
  G_OBJECT_CLASS (pz_learner_cell_parent_class)->dispose (object);
}

static void
pz_learner_cell_class_init (PzLearnerCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_learner_cell_dispose;
  widget_class->measure = pz_learner_cell_measure;
  widget_class->snapshot = pz_learner_cell_snapshot;
  widget_class->query_tooltip = pz_learner_cell_query_tooltip;
  widget_class->css_changed = pz_learner_cell_css_changed;
  widget_class->system_setting_changed = pz_learner_cell_system_setting_changed;
  /* the row around it carries the name, see pz_list_item_set_label() */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pz_learner_cell_init (PzLearnerCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * pz_learner_cell_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
pz_learner_cell_new (void)
{
  return g_object_new (PZ_TYPE_LEARNER_CELL, NULL);
}

/**
 * pz_learner_cell_bind:
 * @self: the cell
 * @row: (nullable): the learner to show
 * @facts: (nullable): what the class knows; not %NULL with a learner
 */
void
pz_learner_cell_bind (PzLearnerCell  *self,
                      PzLearnerRow   *row,
                      PzLearnerFacts *facts)
{
  g_return_if_fail (PZ_IS_LEARNER_CELL (self));
  g_return_if_fail (row == NULL || facts != NULL);

  drop_layouts (self);
  g_set_object (&self->row, row);
  g_set_object (&self->facts, facts);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pz_learner_cell_set_selecting:
 * @self: the cell
 * @selecting: whether a check mark stands before the picture
 */
void
pz_learner_cell_set_selecting (PzLearnerCell *self,
                               gboolean       selecting)
{
  g_return_if_fail (PZ_IS_LEARNER_CELL (self));

  if (self->selecting == selecting)
    return;
  self->selecting = selecting;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pz_learner_cell_set_selected:
 * @self: the cell
 * @selected: whether the check mark is ticked
 */
void
pz_learner_cell_set_selected (PzLearnerCell *self,
                              gboolean       selected)
{
  g_return_if_fail (PZ_IS_LEARNER_CELL (self));

  if (self->selected == selected)
    return;
  self->selected = selected;
  if (self->selecting)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pz_learner_cell_refresh:
 * @self: the cell
 *
 * Draws again, after the facts changed.
 */
void
pz_learner_cell_refresh (PzLearnerCell *self)
{
  g_return_if_fail (PZ_IS_LEARNER_CELL (self));

  drop_layouts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pz_learner_cell_dup_label:
 * @self: a bound cell
 *
 * Returns: (transfer full): everything the row shows, as one line for a screen reader
 */
char *
pz_learner_cell_dup_label (PzLearnerCell *self)
{
  const char *meaning = NULL;
  g_autofree char *line = NULL;
  g_autofree char *name = NULL;
  GString *label;

  g_return_val_if_fail (PZ_IS_LEARNER_CELL (self), NULL);
  g_return_val_if_fail (self->row != NULL, NULL);

  name = pz_privacy_dup_row_name (self->row);
  label = g_string_new (name);
  line = pz_learner_facts_dup_line (self->facts, self->row);
  if (*line != '\0')
    g_string_append_printf (label, ", %s", line);
  /* once: a line may lead with it */
  if (pz_learner_facts_get_symbol (self->facts, self->row, &meaning) != NULL && strstr (line, meaning) == NULL)
    g_string_append_printf (label, ", %s", meaning);
  return g_string_free (label, FALSE);
}

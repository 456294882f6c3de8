/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-share-line.h"

#include "pz-compat.h"
#include "pz-share-chart.h"

#define HEIGHT 170
#define LEAST_WIDTH 160

/* Children nobody sees, which the style sheet gives the colours. */
enum
{
  COLOR_LINE,
  COLOR_BESIDE,
  COLOR_GRID,
  N_COLORS
};

static const char *const color_classes[N_COLORS] = { "chart-series", "chart-dim", "chart-grid" };

struct _PzShareLine
{
  GtkWidget parent_instance;

  GtkWidget *colors[N_COLORS];
  char *name;    /* what the picture shows */
  char *label;   /* what is said of the chosen point; "" for none */
  GArray *points; /* PzSharePoint, one after the other in time */
  guint chosen;  /* PZ_SHARE_NONE for none */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (PzShareLine, pz_share_line, GTK_TYPE_WIDGET)

/**
 * pz_share_point_clear:
 * @self: a point
 */
void
pz_share_point_clear (PzSharePoint *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->words, g_free);
}

/**
 * pz_share_points_new:
 *
 * Returns: (transfer full) (element-type PzSharePoint): an empty list that owns its texts
 */
GArray *
pz_share_points_new (void)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (PzSharePoint));

  g_array_set_clear_func (points, (GDestroyNotify) pz_share_point_clear);
  return points;
}

static const PzSharePoint *
get_point (PzShareLine *self,
           guint        point)
{
  return &g_array_index (self->points, PzSharePoint, point);
}

static void
update_label (PzShareLine *self)
{
  g_autofree char *spoken = NULL;

  g_free (self->label);
  self->label = self->chosen < self->points->len ? g_strjoin (": ", get_point (self, self->chosen)->title,
                                                              get_point (self, self->chosen)->words, NULL) : g_strdup ("");
  spoken = g_strjoin (". ", self->name, *self->label != '\0' ? self->label : NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, chosen_signal, 0);
}

/* ---- geometry ---- */

/* Returns: (transfer full) (nullable): where everything stands now; NULL without points */
static PzShareChart *
lay_out (PzShareLine *self)
{
  guint n = self->points->len;
  g_autofree double *values = g_new (double, n + 1);
  g_autofree double *beside = g_new (double, n + 1);

  if (n == 0)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      values[i] = get_point (self, i)->value;
      beside[i] = get_point (self, i)->beside;
    }
  return pz_share_chart_new (&(PzShareInput) { values, beside, n, get_point (self, 0)->title, get_point (self, n - 1)->title },
                             gtk_widget_get_pango_context (GTK_WIDGET (self)), gtk_widget_get_width (GTK_WIDGET (self)),
                             gtk_widget_get_height (GTK_WIDGET (self)));
}

/* ---- keys and pointer ---- */

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                PzShareLine           *self)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint last = MAX (self->points->len, 1) - 1, now = MIN (self->chosen, last);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Home)
    now = 0;
  else if (keyval == GDK_KEY_End)
    now = last;
  else if (keyval == (guint) (mirrored ? GDK_KEY_Left : GDK_KEY_Right))
    now = MIN (now + 1, last);
  else if (keyval == (guint) (mirrored ? GDK_KEY_Right : GDK_KEY_Left))
    now = MAX (now, 1) - 1;
  else
    return GDK_EVENT_PROPAGATE;
  pz_share_line_choose (self, now);
  return GDK_EVENT_STOP;
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           PzShareLine              *self)
{
  g_autoptr(PzShareChart) chart = lay_out (self);

  if (chart != NULL)
    pz_share_line_choose (self, pz_share_chart_find (chart, x));
}

static void
focus_cb (PzShareLine *self)
{
  if (self->chosen == PZ_SHARE_NONE && self->points->len > 0)
    pz_share_line_choose (self, self->points->len - 1);
}

/* ---- drawing ---- */

static void
pz_share_line_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : HEIGHT;
}

static PzSparkColor
get_color (GtkWidget *widget)
{
  GdkRGBA rgba;

  pz_widget_get_text_color (widget, &rgba);
  return (PzSparkColor) { rgba.red, rgba.green, rgba.blue, rgba.alpha };
}

static void
pz_share_line_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  PzShareLine *self = PZ_SHARE_LINE (widget);
  g_autoptr(PzShareChart) chart = lay_out (self);
  PzShareColors colors;
  cairo_t *cr;

  if (chart == NULL)
    return;
  colors.line = get_color (self->colors[COLOR_LINE]);
  colors.beside = get_color (self->colors[COLOR_BESIDE]);
  colors.grid = get_color (self->colors[COLOR_GRID]);
  colors.text = get_color (widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) chart->width, (float) chart->height));
  pz_share_chart_draw (chart, cr, self->chosen, &colors);
  cairo_destroy (cr);
}

static void
pz_share_line_dispose (GObject *object)
{
  for (guint i = 0; i < N_COLORS; i++)
    g_clear_pointer (&PZ_SHARE_LINE (object)->colors[i], gtk_widget_unparent);
  G_OBJECT_CLASS (pz_share_line_parent_class)->dispose (object);
}

static void
pz_share_line_finalize (GObject *object)
{
  PzShareLine *self = PZ_SHARE_LINE (object);

  g_free (self->name);
  g_free (self->label);
  g_array_unref (self->points);
  G_OBJECT_CLASS (pz_share_line_parent_class)->finalize (object);
}

static void
pz_share_line_class_init (PzShareLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_share_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_share_line_finalize;
  widget_class->measure = pz_share_line_measure;
  widget_class->snapshot = pz_share_line_snapshot;
  gtk_widget_class_set_css_name (widget_class, "shareline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  /**
   * PzShareLine::chosen:
   *
   * Another point is chosen.
   */
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
pz_share_line_init (PzShareLine *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->label = g_strdup ("");
  self->points = pz_share_points_new ();
  self->chosen = PZ_SHARE_NONE;
  for (guint i = 0; i < N_COLORS; i++)
    {
      self->colors[i] = g_object_new (GTK_TYPE_SEPARATOR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->colors[i], color_classes[i]);
      gtk_widget_set_parent (self->colors[i], GTK_WIDGET (self));
      gtk_widget_set_child_visible (self->colors[i], FALSE);
    }
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * pz_share_line_new:
 * @name: what the picture shows, for those who do not see it
 *
 * Returns: (transfer floating): a picture without points
 */
GtkWidget *
pz_share_line_new (const char *name)
{
  PzShareLine *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (PZ_TYPE_SHARE_LINE, NULL);
  self->name = g_strdup (name);
  update_label (self);
  return GTK_WIDGET (self);
}

/**
 * pz_share_line_set_points:
 * @self: the picture
 * @points: (transfer full) (element-type PzSharePoint): one after the other in time
 */
void
pz_share_line_set_points (PzShareLine *self,
                          GArray      *points)
{
  g_return_if_fail (PZ_IS_SHARE_LINE (self) && points != NULL);

  g_array_unref (self->points);
  self->points = points;
  if (self->chosen >= points->len)
    self->chosen = PZ_SHARE_NONE;
  update_label (self);
}

/**
 * pz_share_line_choose:
 * @self: the picture
 * @point: one of its points
 */
void
pz_share_line_choose (PzShareLine *self,
                      guint        point)
{
  g_return_if_fail (PZ_IS_SHARE_LINE (self));

  if (point >= self->points->len || point == self->chosen)
    return;
  self->chosen = point;
  update_label (self);
}

/**
 * pz_share_line_get_label:
 * @self: the picture
 *
 * Returns: (transfer none): what is said of the chosen point; "" when none is
 */
const char *
pz_share_line_get_label (PzShareLine *self)
{
  g_return_val_if_fail (PZ_IS_SHARE_LINE (self), NULL);
  return self->label;
}

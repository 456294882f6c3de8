/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sparkline.h"

#include "pz-compat.h"
#include "pz-spark.h"
#include "pz-text-scale.h"

/* px, for text of the usual size */
#define WIDTH 108
#define HEIGHT 34
#define WAY_ALPHA 0.6

struct _PzSparkline
{
  GtkWidget parent_instance;

  PzGoalCourse *course;
  int width; /* px where text is 96 dpi */
};

G_DEFINE_FINAL_TYPE (PzSparkline, pz_sparkline, GTK_TYPE_WIDGET)

static void
pz_sparkline_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  int size = orientation == GTK_ORIENTATION_HORIZONTAL ? PZ_SPARKLINE (widget)->width : HEIGHT;

  *minimum = *natural = pz_text_scale (widget, size);
}

static PzSparkColor
get_color (GtkWidget *widget,
           double     alpha)
{
  GdkRGBA rgba;

  pz_widget_get_text_color (widget, &rgba);
  return (PzSparkColor){ rgba.red, rgba.green, rgba.blue, (double) rgba.alpha * alpha };
}

static void
pz_sparkline_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  pz_sparkline_draw (widget, snapshot, PZ_SPARKLINE (widget)->course);
}

static void
pz_sparkline_finalize (GObject *object)
{
  g_clear_pointer (&PZ_SPARKLINE (object)->course, pz_goal_course_free);
  G_OBJECT_CLASS (pz_sparkline_parent_class)->finalize (object);
}

static void
pz_sparkline_class_init (PzSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pz_sparkline_finalize;
  widget_class->measure = pz_sparkline_measure;
  widget_class->snapshot = pz_sparkline_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pz_sparkline_init (PzSparkline *self)
{
  self->width = WIDTH;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * pz_sparkline_new:
 * @course: (transfer full): what it draws
 * @text: what a screen reader says in its place
 *
 * Returns: (transfer floating): the picture; it never changes
 */
GtkWidget *
pz_sparkline_new (PzGoalCourse *course,
                  const char   *text)
{
  PzSparkline *self;

  g_return_val_if_fail (course != NULL && text != NULL, NULL);

  self = g_object_new (PZ_TYPE_SPARKLINE, NULL);
  self->course = course;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return GTK_WIDGET (self);
}

/**
 * pz_sparkline_set_width:
 * @self: the picture
 * @width: px where text is 96 dpi; it grows with the text
 */
void
pz_sparkline_set_width (PzSparkline *self,
                        int          width)
{
  g_return_if_fail (PZ_IS_SPARKLINE (self) && width > 0);

  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * pz_sparkline_draw:
 * @widget: whose style names the colours: its own for the course, that of its parent for the planned way
 * @snapshot: where to draw
 * @course: what to draw
 *
 * Fills the widget with the picture, as large as the widget is. For cells of long lists, which draw many of them.
 */
void
pz_sparkline_draw (GtkWidget          *widget,
                   GtkSnapshot        *snapshot,
                   const PzGoalCourse *course)
{
  int width, height;
  PzSparkColor line, way;
  g_autoptr(PzSpark) spark = NULL;
  cairo_t *cr;

  g_return_if_fail (GTK_IS_WIDGET (widget) && GTK_IS_SNAPSHOT (snapshot) && course != NULL);

  width = gtk_widget_get_width (widget);
  height = gtk_widget_get_height (widget);
  line = get_color (widget, 1);
  way = get_color (gtk_widget_get_parent (widget), WAY_ALPHA);
  spark = pz_spark_new (course, width, height, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  pz_spark_draw (spark, cr, &line, &way);
  cairo_destroy (cr);
}

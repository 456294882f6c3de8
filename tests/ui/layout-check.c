/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-check.h"

/* Rounding of fonts and of fractions of a pixel is no fault. */
#define TOLERANCE 2.0f

typedef struct
{
  GtkWidget *label;
  graphene_rect_t drawn; /* where the text is, in coordinates of the root, clipped as on the screen */
} SeenText;

static char *
dup_where (GtkWidget *label)
{
  g_autofree char *text = g_utf8_substring (gtk_label_get_text (GTK_LABEL (label)), 0,
                                            MIN (40, g_utf8_strlen (gtk_label_get_text (GTK_LABEL (label)), -1)));
  GtkWidget *parent = gtk_widget_get_parent (label);
  GtkWidget *outer = parent != NULL ? gtk_widget_get_parent (parent) : NULL;

  return g_strdup_printf ("\"%s\" in %s in %s", text, parent != NULL ? G_OBJECT_TYPE_NAME (parent) : "-",
                          outer != NULL ? G_OBJECT_TYPE_NAME (outer) : "-");
}

/* what an empty field asks for is a hint: its name says it too */
static gboolean
tells_the_whole (GtkWidget *label,
                 GtkWidget *root)
{
  if (GTK_IS_TEXT (gtk_widget_get_parent (label)))
    return TRUE;
  for (GtkWidget *widget = label; widget != NULL && widget != root; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;
  return FALSE;
}

static void
check_size (GtkWidget *label,
            GtkWidget *root,
            GPtrArray *faults)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  g_autofree char *where = dup_where (label);
  PangoRectangle logical;

  pango_layout_get_pixel_extents (layout, NULL, &logical);
  if (logical.width > gtk_widget_get_width (label) + TOLERANCE
      || logical.height > gtk_widget_get_height (label) + TOLERANCE)
    g_ptr_array_add (faults, g_strdup_printf ("cut off: %s needs %dx%d, has %dx%d", where, logical.width, logical.height,
                                              gtk_widget_get_width (label), gtk_widget_get_height (label)));
  if (pango_layout_is_ellipsized (layout) && !tells_the_whole (label, root))
    g_ptr_array_add (faults, g_strdup_printf ("shortened, and no tooltip has the whole: %s", where));
}

static gboolean
clips (GtkWidget *widget)
{
  return gtk_widget_get_overflow (widget) == GTK_OVERFLOW_HIDDEN || GTK_IS_SCROLLED_WINDOW (widget);
}

/* Where the text is drawn; FALSE when nothing of it is on the screen. A text outside the root that nothing clips is a
 * fault of its own. */
static gboolean
find_drawn (GtkWidget       *label,
            GtkWidget       *root,
            graphene_rect_t *drawn,
            GPtrArray       *faults)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  graphene_point_t origin;
  graphene_rect_t bounds;
  PangoRectangle logical;
  int x, y;

  pango_layout_get_pixel_extents (layout, NULL, &logical);
  gtk_label_get_layout_offsets (GTK_LABEL (label), &x, &y);
  if (!gtk_widget_compute_point (label, root, &GRAPHENE_POINT_INIT (x + logical.x, y + logical.y), &origin))
    return FALSE;
  graphene_rect_init (drawn, origin.x, origin.y, logical.width, logical.height);
  for (GtkWidget *widget = label; widget != root; widget = gtk_widget_get_parent (widget))
    if (clips (widget) && (!gtk_widget_compute_bounds (widget, root, &bounds)
                           || !graphene_rect_intersection (drawn, &bounds, drawn)))
      return FALSE;
  if (drawn->origin.x < -TOLERANCE || drawn->origin.y < -TOLERANCE
      || drawn->origin.x + drawn->size.width > gtk_widget_get_width (root) + TOLERANCE
      || drawn->origin.y + drawn->size.height > gtk_widget_get_height (root) + TOLERANCE)
    {
      g_autofree char *where = dup_where (label);

      g_ptr_array_add (faults, g_strdup_printf ("outside the window: %s", where));
    }
  return TRUE;
}

/* A toast lies over the page on purpose. */
static gboolean
is_passing (GtkWidget *widget)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget");
}

static void
collect (GtkWidget *widget,
         GtkWidget *root,
         GArray    *seen,
         GPtrArray *faults)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      SeenText text = { .label = child };

      if (!gtk_widget_get_mapped (child) || GTK_IS_NATIVE (child) || is_passing (child)
          || gtk_widget_get_opacity (child) == 0)
        continue;
      if (GTK_IS_LABEL (child) && *gtk_label_get_text (GTK_LABEL (child)) != '\0'
          && find_drawn (child, root, &text.drawn, faults))
        {
          check_size (child, root, faults);
          g_array_append_val (seen, text);
        }
      collect (child, root, seen, faults);
    }
}

static void
check_overlaps (GArray    *seen,
                GPtrArray *faults)
{
  for (guint i = 0; i < seen->len; i++)
    for (guint k = i + 1; k < seen->len; k++)
      {
        SeenText *a = &g_array_index (seen, SeenText, i), *b = &g_array_index (seen, SeenText, k);
        graphene_rect_t common;

        if (graphene_rect_intersection (&a->drawn, &b->drawn, &common) && common.size.width > TOLERANCE
            && common.size.height > TOLERANCE)
          {
            g_autofree char *first = dup_where (a->label);
            g_autofree char *second = dup_where (b->label);

            g_ptr_array_add (faults, g_strdup_printf ("drawn over each other: %s and %s", first, second));
          }
      }
}

/**
 * layout_find_faults:
 * @root: a window that is drawn
 *
 * Looks at every text of the window that is on the screen: is it cut off, shortened without a tooltip that has the
 * whole, outside the window, or drawn over another one?
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each fault; empty when all is well
 */
GPtrArray *
layout_find_faults (GtkWidget *root)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) seen = g_array_new (FALSE, FALSE, sizeof (SeenText));

  collect (root, root, seen, faults);
  check_overlaps (seen, faults);
  return faults;
}

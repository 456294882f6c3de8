/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-spread-layout.h"

#include "pz-text-scale.h"

struct _PzSpreadLayout
{
  GtkLayoutManager parent_instance;

  int spacing;     /* px */
  int first_width; /* px, the least the first child has beside the second; grows with the text */
};

G_DEFINE_FINAL_TYPE (PzSpreadLayout, pz_spread_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The shown children; the second may be missing. */
static void
get_children (GtkWidget  *widget,
              GtkWidget **first,
              GtkWidget **second)
{
  *first = NULL;
  *second = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        if (*first == NULL)
          *first = child;
        else if (*second == NULL)
          *second = child;
      }
}

/* Width of the second child beside the first; 0 when it goes below. */
static int
get_beside (PzSpreadLayout *self,
            GtkWidget      *first,
            GtkWidget      *second,
            int             width)
{
  int first_min, second_natural;

  if (second == NULL)
    return 0;
  gtk_widget_measure (first, GTK_ORIENTATION_HORIZONTAL, -1, &first_min, NULL, NULL, NULL);
  gtk_widget_measure (second, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &second_natural, NULL, NULL);
  return width >= MAX (first_min, pz_text_scale (first, self->first_width)) + self->spacing + second_natural ? second_natural : 0;
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_height (PzSpreadLayout *self,
            GtkWidget      *first,
            GtkWidget      *second,
            int             width)
{
  int beside = get_beside (self, first, second, width);

  if (second == NULL)
    return measure_height (first, width);
  if (beside > 0)
    return MAX (measure_height (first, width - beside - self->spacing), measure_height (second, beside));
  return measure_height (first, width) + self->spacing + measure_height (second, width);
}

static void
pz_spread_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  PzSpreadLayout *self = PZ_SPREAD_LAYOUT (manager);
  GtkWidget *children[2];
  int width = 0;

  *minimum = 0;
  *natural = 0;
  get_children (widget, &children[0], &children[1]);
  for (gsize i = 0; i < 2 && children[i] != NULL; i++)
    {
      int child_min, child_natural;

      gtk_widget_measure (children[i], GTK_ORIENTATION_HORIZONTAL, -1, &child_min, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_min);
      width += child_natural + (i > 0 ? self->spacing : 0);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (width, *minimum);
  else if (children[0] != NULL)
    *minimum = *natural = get_height (self, children[0], children[1], for_size < 0 ? width : for_size);
}

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height,
          int        total)
{
  gboolean mirrored = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? total - x - width : x, y, width, height }, -1);
}

static void
pz_spread_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  PzSpreadLayout *self = PZ_SPREAD_LAYOUT (manager);
  GtkWidget *first, *second;
  int beside, first_height;

  get_children (widget, &first, &second);
  if (first == NULL)
    return;
  beside = get_beside (self, first, second, width);
  if (beside > 0)
    {
      allocate (first, 0, 0, width - beside - self->spacing, height, width);
      allocate (second, width - beside, 0, beside, height, width);
      return;
    }
  first_height = second == NULL ? height : measure_height (first, width);
  allocate (first, 0, 0, width, first_height, width);
  if (second != NULL)
    allocate (second, 0, first_height + self->spacing, width, measure_height (second, width), width);
}

static GtkSizeRequestMode
pz_spread_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pz_spread_layout_class_init (PzSpreadLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = pz_spread_layout_measure;
  manager_class->allocate = pz_spread_layout_allocate;
  manager_class->get_request_mode = pz_spread_layout_get_request_mode;
}

static void
pz_spread_layout_init (PzSpreadLayout *self)
{
}

/**
 * pz_spread_layout_new:
 * @spacing: px between the children
 * @first_width: px the first child has at least while they stand side by side, for text of the usual size
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *
pz_spread_layout_new (int spacing,
                      int first_width)
{
  PzSpreadLayout *self = g_object_new (PZ_TYPE_SPREAD_LAYOUT, NULL);

  self->spacing = spacing;
  self->first_width = first_width;
  return GTK_LAYOUT_MANAGER (self);
}

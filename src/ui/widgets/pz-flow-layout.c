/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-flow-layout.h"

struct _PzFlowLayout
{
  GtkLayoutManager parent_instance;

  int spacing; /* px, between children and between lines */
};

G_DEFINE_FINAL_TYPE (PzFlowLayout, pz_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_child_width (GtkWidget *child,
                 int        width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return width < 0 ? natural : MAX (minimum, MIN (natural, width));
}

static int
get_child_height (GtkWidget *child,
                  int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Whether nothing else stands in the line that a child of this width begins. */
static gboolean
is_alone (PzFlowLayout *self,
          GtkWidget    *child,
          int           child_width,
          int           width)
{
  GtkWidget *next = gtk_widget_get_next_sibling (child);

  while (next != NULL && !gtk_widget_should_layout (next))
    next = gtk_widget_get_next_sibling (next);
  return next == NULL || child_width + self->spacing + get_child_width (next, width) > width;
}

/* Walks the lines; allocates when asked to. Returns the height. */
static int
arrange (PzFlowLayout *self,
         GtkWidget    *widget,
         int           width,
         gboolean      allocate)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int w, h;

      if (!gtk_widget_should_layout (child))
        continue;
      w = get_child_width (child, width);
      if (x > 0 && width >= 0 && x + w > width)
        {
          y += line + self->spacing;
          x = line = 0;
        }
      if (x == 0 && width >= 0 && gtk_widget_get_hexpand (child) && is_alone (self, child, w, width))
        w = MAX (w, width);
      h = get_child_height (child, w);
      if (allocate)
        gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - w : x, y, w, h }, -1);
      x += w + self->spacing;
      line = MAX (line, h);
    }
  return y + line;
}

static void
measure_width (PzFlowLayout *self,
               GtkWidget    *widget,
               int          *minimum,
               int          *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int child_min, child_nat;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_min, &child_nat, NULL, NULL);
      *minimum = MAX (*minimum, child_min);
      *natural += child_nat + (*natural > 0 ? self->spacing : 0);
    }
}

static void
pz_flow_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (PZ_FLOW_LAYOUT (manager), widget, minimum, natural);
  else
    *minimum = *natural = arrange (PZ_FLOW_LAYOUT (manager), widget, for_size, FALSE);
}

static void
pz_flow_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  arrange (PZ_FLOW_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
pz_flow_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pz_flow_layout_class_init (PzFlowLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = pz_flow_layout_measure;
  layout_class->allocate = pz_flow_layout_allocate;
  layout_class->get_request_mode = pz_flow_layout_get_request_mode;
}

static void
pz_flow_layout_init (PzFlowLayout *self)
{
}

/**
 * pz_flow_layout_new:
 * @spacing: px, between children and between lines
 *
 * Puts children behind each other, as words of a text. One that is alone in its line, and expands, fills it.
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *
pz_flow_layout_new (int spacing)
{
  PzFlowLayout *self = g_object_new (PZ_TYPE_FLOW_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}

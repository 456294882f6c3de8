/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-scroll-layout.h"

/* px: room for a line or two, and for the bar */
#define MIN_HEIGHT 64

struct _PzScrollLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (PzScrollLayout, pz_scroll_layout, GTK_TYPE_LAYOUT_MANAGER)

/* A scrolled window asks all it holds how high it would be, for each width that somebody asks about, and does nothing
 * with the answer. On a long page that is most of the work of a frame, and here nobody asks. */
static void
pz_scroll_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
  else
    *minimum = *natural = MIN_HEIGHT;
}

static void
pz_scroll_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

/* the height does not depend on the width, nor the width on the height */
static GtkSizeRequestMode
pz_scroll_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
pz_scroll_layout_class_init (PzScrollLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = pz_scroll_layout_measure;
  manager_class->allocate = pz_scroll_layout_allocate;
  manager_class->get_request_mode = pz_scroll_layout_get_request_mode;
}

static void
pz_scroll_layout_init (PzScrollLayout *self)
{
}

/**
 * pz_scroll_layout_new:
 *
 * Returns: (transfer full): the layout of a widget with one child that scrolls
 */
GtkLayoutManager *
pz_scroll_layout_new (void)
{
  return g_object_new (PZ_TYPE_SCROLL_LAYOUT, NULL);
}

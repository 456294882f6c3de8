/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-columns-layout.h"

#include "pz-text-scale.h"

struct _PzColumnsLayout
{
  GtkLayoutManager parent_instance;

  int spacing;      /* px, between columns and rows */
  int column_width; /* px, the least width of a column while there are several; grows with the text */
  int max_columns;
};

G_DEFINE_FINAL_TYPE (PzColumnsLayout, pz_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

/* the least and the natural width of a column; the children decide when they need more than column_width */
static void
measure_column (PzColumnsLayout *self,
                GtkWidget       *widget,
                int             *minimum,
                int             *natural)
{
  *minimum = 0;
  *natural = pz_text_scale (widget, self->column_width);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int child_min;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_min, NULL, NULL, NULL);
      *minimum = MAX (*minimum, child_min);
      *natural = MAX (*natural, child_min);
    }
}

static int
count_columns (PzColumnsLayout *self,
               GtkWidget       *widget,
               int              width)
{
  int minimum, natural;

  measure_column (self, widget, &minimum, &natural);
  if (width < 0)
    return self->max_columns;
  return CLAMP ((width + self->spacing) / MAX (1, natural + self->spacing), 1, self->max_columns);
}

static void
allocate_row (GtkWidget **children,
              int         n,
              int         y,
              int         width,
              int         height,
              int         step,
              int         total)
{
  gboolean mirrored = n > 0 && gtk_widget_get_direction (gtk_widget_get_parent (children[0])) == GTK_TEXT_DIR_RTL;

  for (int i = 0; i < n; i++)
    {
      int x = i * step;

      gtk_widget_size_allocate (children[i], &(GtkAllocation) { mirrored ? total - x - width : x, y, width, height }, -1);
    }
}

/* Walks the rows; allocates when asked to. Returns the height. */
static int
arrange (PzColumnsLayout *self,
         GtkWidget       *widget,
         int              width,
         gboolean         allocate)
{
  int n_columns = count_columns (self, widget, width);
  int column = width < 0 ? -1 : (width - (n_columns - 1) * self->spacing) / n_columns;
  g_autofree GtkWidget **row = g_new0 (GtkWidget *, n_columns);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      int n = 0, height = 0;

      for (; child != NULL && n < n_columns; child = gtk_widget_get_next_sibling (child))
        {
          int natural;

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, NULL, &natural, NULL, NULL);
          height = MAX (height, natural);
          row[n++] = child;
        }
      if (n == 0)
        break;
      if (allocate)
        allocate_row (row, n, y, column, height, column + self->spacing, width);
      y += height + self->spacing;
    }
  return MAX (0, y - self->spacing);
}

static void
pz_columns_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  PzColumnsLayout *self = PZ_COLUMNS_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_column (self, widget, minimum, natural);
      *natural = *natural * self->max_columns + (self->max_columns - 1) * self->spacing;
    }
  else
    *minimum = *natural = arrange (self, widget, for_size, FALSE);
}

static void
pz_columns_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  arrange (PZ_COLUMNS_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
pz_columns_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pz_columns_layout_class_init (PzColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = pz_columns_layout_measure;
  layout_class->allocate = pz_columns_layout_allocate;
  layout_class->get_request_mode = pz_columns_layout_get_request_mode;
}

static void
pz_columns_layout_init (PzColumnsLayout *self)
{
  self->max_columns = 1;
}

/**
 * pz_columns_layout_new:
 * @spacing: px, between columns and rows
 * @column_width: px, the least width of a column while there are several, for text of the usual size
 * @max_columns: at least 1
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *
pz_columns_layout_new (int spacing,
                       int column_width,
                       int max_columns)
{
  PzColumnsLayout *self = g_object_new (PZ_TYPE_COLUMNS_LAYOUT, NULL);

  g_return_val_if_fail (max_columns >= 1, GTK_LAYOUT_MANAGER (self));
  self->spacing = spacing;
  self->column_width = column_width;
  self->max_columns = max_columns;
  return GTK_LAYOUT_MANAGER (self);
}

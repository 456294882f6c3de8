/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-spark-cell.h"

#include "pz-sparkline.h"

struct _PzGoalSparkCell
{
  GtkWidget parent_instance;

  PzGoalItem *item; /* NULL while nothing is shown */
};

G_DEFINE_FINAL_TYPE (PzGoalSparkCell, pz_goal_spark_cell, GTK_TYPE_WIDGET)

static void
pz_goal_spark_cell_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PzGoalSparkCell *self = PZ_GOAL_SPARK_CELL (widget);
  g_autoptr(PzGoalCourse) course = NULL;

  if (self->item == NULL)
    return;
  course = pz_goal_progress_dup_course (pz_goal_item_get_progress (self->item));
  pz_sparkline_draw (widget, snapshot, course);
}

static void
pz_goal_spark_cell_dispose (GObject *object)
{
  g_clear_object (&PZ_GOAL_SPARK_CELL (object)->item);
  G_OBJECT_CLASS (pz_goal_spark_cell_parent_class)->dispose (object);
}

static void
pz_goal_spark_cell_class_init (PzGoalSparkCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_goal_spark_cell_dispose;
  widget_class->snapshot = pz_goal_spark_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pz_goal_spark_cell_init (PzGoalSparkCell *self)
{
}

/**
 * pz_goal_spark_cell_new:
 *
 * Returns: (transfer floating): an empty picture, as large as it is made
 */
GtkWidget *
pz_goal_spark_cell_new (void)
{
  return g_object_new (PZ_TYPE_GOAL_SPARK_CELL, NULL);
}

/**
 * pz_goal_spark_cell_set_item:
 * @self: the picture
 * @item: (nullable): what it shows
 */
void
pz_goal_spark_cell_set_item (PzGoalSparkCell *self,
                             PzGoalItem      *item)
{
  g_return_if_fail (PZ_IS_GOAL_SPARK_CELL (self));

  if (g_set_object (&self->item, item))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

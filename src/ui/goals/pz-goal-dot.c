/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-dot.h"

#define SIZE 24 /* px: for a finger */

struct _PzGoalDot
{
  GtkWidget parent_instance;

  PzRecord *measurement;
  char *name;
  char *hint;
};

enum
{
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PzGoalDot, pz_goal_dot, GTK_TYPE_WIDGET)

/* the first click chooses, the next one opens */
static void
pressed_cb (PzGoalDot *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    g_signal_emit (self, signals[ACTIVATE], 0);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
pz_goal_dot_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
pz_goal_dot_finalize (GObject *object)
{
  PzGoalDot *self = PZ_GOAL_DOT (object);

  g_clear_object (&self->measurement);
  g_free (self->name);
  g_free (self->hint);
  G_OBJECT_CLASS (pz_goal_dot_parent_class)->finalize (object);
}

static void
pz_goal_dot_class_init (PzGoalDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  G_OBJECT_CLASS (klass)->finalize = pz_goal_dot_finalize;
  widget_class->measure = pz_goal_dot_measure;
  gtk_widget_class_set_css_name (widget_class, "goaldot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  /**
   * PzGoalDot::activate:
   *
   * The measurement shall be opened.
   */
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
}

static void
pz_goal_dot_init (PzGoalDot *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * pz_goal_dot_new:
 * @measurement: what it stands for
 * @name: what a screen reader says
 * @hint: what is shown beside it
 *
 * Returns: (transfer floating): the point
 */
GtkWidget *
pz_goal_dot_new (PzRecord   *measurement,
                 const char *name,
                 const char *hint)
{
  PzGoalDot *self;

  g_return_val_if_fail (PZ_IS_RECORD (measurement) && name != NULL && hint != NULL, NULL);

  self = g_object_new (PZ_TYPE_GOAL_DOT, NULL);
  self->measurement = g_object_ref (measurement);
  self->name = g_strdup (name);
  self->hint = g_strdup (hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/**
 * pz_goal_dot_get_measurement:
 * @self: a point
 *
 * Returns: (transfer none): what it stands for
 */
PzRecord *
pz_goal_dot_get_measurement (PzGoalDot *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_DOT (self), NULL);
  return self->measurement;
}

/**
 * pz_goal_dot_get_name:
 * @self: a point
 *
 * Returns: what a screen reader says
 */
const char *
pz_goal_dot_get_name (PzGoalDot *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_DOT (self), NULL);
  return self->name;
}

/**
 * pz_goal_dot_get_hint:
 * @self: a point
 *
 * Returns: what is shown beside it
 */
const char *
pz_goal_dot_get_hint (PzGoalDot *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_DOT (self), NULL);
  return self->hint;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-line.h"

struct _PzQuickLine
{
  GObject parent_instance;

  PzQuickReading *reading;
  char *typed;
  PzQuickLineState state;
  char *problem;
  PzQuickWritten *written;
};

G_DEFINE_FINAL_TYPE (PzQuickLine, pz_quick_line, G_TYPE_OBJECT)

enum { PROP_STATE = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

static void
pz_quick_line_get_property (GObject    *object,
                            guint       property,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (property == PROP_STATE)
    g_value_set_uint (value, PZ_QUICK_LINE (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
pz_quick_line_finalize (GObject *object)
{
  PzQuickLine *self = PZ_QUICK_LINE (object);

  g_clear_pointer (&self->reading, pz_quick_reading_unref);
  g_clear_pointer (&self->written, pz_quick_written_free);
  g_free (self->typed);
  g_free (self->problem);
  G_OBJECT_CLASS (pz_quick_line_parent_class)->finalize (object);
}

static void
pz_quick_line_class_init (PzQuickLineClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = pz_quick_line_get_property;
  G_OBJECT_CLASS (klass)->finalize = pz_quick_line_finalize;
  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, PZ_QUICK_LINE_TAKEN_BACK, 0,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
}

static void
pz_quick_line_init (PzQuickLine *self)
{
}

/**
 * pz_quick_line_new:
 * @reading: what is written
 * @typed: how it was typed
 *
 * Returns: (transfer full): an entry that waits for its class
 */
PzQuickLine *
pz_quick_line_new (PzQuickReading *reading,
                   const char     *typed)
{
  PzQuickLine *self;

  g_return_val_if_fail (reading != NULL && typed != NULL, NULL);

  self = g_object_new (PZ_TYPE_QUICK_LINE, NULL);
  self->reading = pz_quick_reading_ref (reading);
  self->typed = g_strdup (typed);
  return self;
}

/**
 * pz_quick_line_get_reading:
 *
 * Returns: (transfer none): what was written
 */
PzQuickReading *
pz_quick_line_get_reading (PzQuickLine *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_LINE (self), NULL);
  return self->reading;
}

/**
 * pz_quick_line_get_typed:
 *
 * Returns: how it was typed
 */
const char *
pz_quick_line_get_typed (PzQuickLine *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_LINE (self), NULL);
  return self->typed;
}

/**
 * pz_quick_line_get_state:
 *
 * Returns: how far it is
 */
PzQuickLineState
pz_quick_line_get_state (PzQuickLine *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_LINE (self), PZ_QUICK_LINE_REFUSED);
  return self->state;
}

/**
 * pz_quick_line_get_problem:
 *
 * Returns: (nullable): why it is not on the disk, in words
 */
const char *
pz_quick_line_get_problem (PzQuickLine *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_LINE (self), NULL);
  return self->problem;
}

/**
 * pz_quick_line_get_written:
 *
 * Returns: (transfer none) (nullable): what to take back
 */
PzQuickWritten *
pz_quick_line_get_written (PzQuickLine *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_LINE (self), NULL);
  return self->written;
}

/**
 * pz_quick_line_set_written:
 * @written: (transfer full): what to take back
 */
void
pz_quick_line_set_written (PzQuickLine    *self,
                           PzQuickWritten *written)
{
  g_return_if_fail (PZ_IS_QUICK_LINE (self));

  g_clear_pointer (&self->written, pz_quick_written_free);
  self->written = written;
}

/**
 * pz_quick_line_set_state:
 * @state: how far it is now
 * @problem: (nullable): why it is not on the disk
 */
void
pz_quick_line_set_state (PzQuickLine      *self,
                         PzQuickLineState  state,
                         const char       *problem)
{
  g_return_if_fail (PZ_IS_QUICK_LINE (self));

  if (self->state == state && g_strcmp0 (self->problem, problem) == 0)
    return;
  self->state = state;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/**
 * pz_quick_line_can_undo:
 *
 * Returns: whether it was written and not taken back yet
 */
gboolean
pz_quick_line_can_undo (PzQuickLine *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_LINE (self), FALSE);
  return self->written != NULL && self->state != PZ_QUICK_LINE_TAKEN_BACK;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-row-filler.h"

/* From the last step on all rows are there: GTK does not build more than that. */
#define LAST_STEP 240
/* So long after the last key, in ms, the other rows follow: somebody who types does not wait for rows to go again. */
#define QUIET_MS 400

struct _PzRowFiller
{
  PzRowLimitFunc set_limit;
  gpointer user_data;
  guint source;
  guint n_filled; /* rows the list view has, while it is being filled */
};

/* A step is short, so that a key that comes meanwhile does not wait. */
static gboolean
fill_cb (gpointer user_data)
{
  PzRowFiller *self = user_data;

  self->n_filled += PZ_FIRST_ROWS;
  if (self->n_filled >= LAST_STEP)
    self->source = 0;
  self->set_limit (self->n_filled < LAST_STEP ? self->n_filled : G_MAXUINT, self->user_data);
  return self->n_filled < LAST_STEP ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
quiet_cb (gpointer user_data)
{
  PzRowFiller *self = user_data;

  self->source = 0;
  pz_row_filler_start (self);
  return G_SOURCE_REMOVE;
}

/**
 * pz_row_filler_new:
 * @set_limit: called for each step
 * @user_data: for @set_limit; must outlive the filler
 *
 * Returns: (transfer full): a filler that does nothing yet
 */
PzRowFiller *
pz_row_filler_new (PzRowLimitFunc set_limit,
                   gpointer       user_data)
{
  PzRowFiller *self;

  g_return_val_if_fail (set_limit != NULL, NULL);

  self = g_new0 (PzRowFiller, 1);
  self->set_limit = set_limit;
  self->user_data = user_data;
  return self;
}

/**
 * pz_row_filler_free:
 * @self: (transfer full) (nullable): what to free
 */
void
pz_row_filler_free (PzRowFiller *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}

/**
 * pz_row_filler_start:
 * @self: the filler
 *
 * Lets the rows behind the first ones follow, each step after painting.
 */
void
pz_row_filler_start (PzRowFiller *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  self->n_filled = PZ_FIRST_ROWS;
  self->source = g_idle_add (fill_cb, self);
}

/**
 * pz_row_filler_when_quiet:
 * @self: the filler
 *
 * The same, some time after the last call: after a key, of which more may come.
 */
void
pz_row_filler_when_quiet (PzRowFiller *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (QUIET_MS, quiet_cb, self);
}

/**
 * pz_row_filler_finish:
 * @self: the filler
 *
 * Gives the list all its rows now.
 */
void
pz_row_filler_finish (PzRowFiller *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  self->set_limit (G_MAXUINT, self->user_data);
}

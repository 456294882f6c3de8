/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-attention-row.h"

struct _PzAttentionRow
{
  GObject parent_instance;

  char *id;
  char *name;
  PzAttentionFact fact;
};

G_DEFINE_FINAL_TYPE (PzAttentionRow, pz_attention_row, G_TYPE_OBJECT)

static void
pz_attention_row_finalize (GObject *object)
{
  PzAttentionRow *self = PZ_ATTENTION_ROW (object);

  g_free (self->id);
  g_free (self->name);
  G_OBJECT_CLASS (pz_attention_row_parent_class)->finalize (object);
}

static void
pz_attention_row_class_init (PzAttentionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_attention_row_finalize;
}

static void
pz_attention_row_init (PzAttentionRow *self)
{
}

/**
 * pz_attention_row_new:
 * @id: of the learner
 * @name: to show
 * @fact: is copied
 *
 * Returns: (transfer full): a row
 */
PzAttentionRow *
pz_attention_row_new (const char            *id,
                      const char            *name,
                      const PzAttentionFact *fact)
{
  PzAttentionRow *self;

  g_return_val_if_fail (id != NULL && name != NULL && fact != NULL, NULL);

  self = g_object_new (PZ_TYPE_ATTENTION_ROW, NULL);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->fact = *fact;
  return self;
}

/**
 * pz_attention_row_get_id:
 * @self: a row
 *
 * Returns: the id of the learner
 */
const char *
pz_attention_row_get_id (PzAttentionRow *self)
{
  g_return_val_if_fail (PZ_IS_ATTENTION_ROW (self), NULL);
  return self->id;
}

/**
 * pz_attention_row_get_name:
 * @self: a row
 *
 * Returns: the name of the learner
 */
const char *
pz_attention_row_get_name (PzAttentionRow *self)
{
  g_return_val_if_fail (PZ_IS_ATTENTION_ROW (self), NULL);
  return self->name;
}

/**
 * pz_attention_row_get_fact:
 * @self: a row
 *
 * Returns: (transfer none): what is known
 */
const PzAttentionFact *
pz_attention_row_get_fact (PzAttentionRow *self)
{
  g_return_val_if_fail (PZ_IS_ATTENTION_ROW (self), NULL);
  return &self->fact;
}

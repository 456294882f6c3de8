/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-attention-rows.h"

#include "pz-privacy.h"

static PzAttentionRow *
make_row (const PzAttentionSource *source,
          const PzAttentionFact   *fact,
          PzIndex                 *index)
{
  g_autoptr(PzLearnerRow) learner = NULL;
  g_autofree char *name = NULL;
  guint position;

  /* gone since the files were read */
  if (!pz_index_find (index, source->id, &position))
    return NULL;
  learner = g_list_model_get_item (G_LIST_MODEL (index), position);
  name = pz_privacy_dup_row_name (learner);
  return pz_attention_row_new (source->id, name, fact);
}

/* One who is to be put in order. */
typedef struct
{
  PzAttentionSource *source;
  char *key; /* NULL: gone since the files were read */
} Named;

static void
named_clear (Named *named)
{
  g_free (named->key);
}

static int
compare_named (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (((const Named *) a)->key, ((const Named *) b)->key);
}

/**
 * pz_attention_has_contacts:
 * @sources: (element-type PzAttentionSource): the learners
 *
 * Returns: whether anybody was ever seen
 */
gboolean
pz_attention_has_contacts (const GPtrArray *sources)
{
  g_return_val_if_fail (sources != NULL, FALSE);

  for (guint i = 0; i < sources->len; i++)
    if (((const PzAttentionSource *) g_ptr_array_index (sources, i))->contacts->len > 0)
      return TRUE;
  return FALSE;
}

/**
 * pz_attention_sort_by_name:
 * @sources: (element-type PzAttentionSource): the learners
 * @index: of their class
 *
 * Puts them in the order of their names in the locale, in which learners with equal attention stand.
 */
void
pz_attention_sort_by_name (GPtrArray *sources,
                           PzIndex   *index)
{
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (Named));

  g_return_if_fail (sources != NULL && PZ_IS_INDEX (index));

  g_array_set_clear_func (order, (GDestroyNotify) named_clear);
  for (guint i = 0; i < sources->len; i++)
    {
      Named named = { g_ptr_array_index (sources, i), NULL };
      guint position;

      if (pz_index_find (index, named.source->id, &position))
        {
          const char *given = pz_index_peek_given_name (index, position);
          g_autofree char *name = g_strconcat (given != NULL ? given : "", " ",
                                               pz_index_peek_family_name (index, position), NULL);

          named.key = g_utf8_collate_key (name, -1);
        }
      g_array_append_val (order, named);
    }
  g_array_sort (order, compare_named);
  for (guint i = 0; i < order->len; i++)
    sources->pdata[i] = g_array_index (order, Named, i).source;
}

/**
 * pz_attention_fill:
 * @rows: (element-type PzAttentionRow): gets new rows for all old ones
 * @sources: (element-type PzAttentionSource): the learners
 * @facts: (element-type PzAttentionFact): of them, in the order to show
 * @index: of their class; who is no longer in it is left out
 */
void
pz_attention_fill (GListStore      *rows,
                   const GPtrArray *sources,
                   const GArray    *facts,
                   PzIndex         *index)
{
  g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (G_IS_LIST_STORE (rows) && sources != NULL && facts != NULL && PZ_IS_INDEX (index));

  for (guint i = 0; i < facts->len; i++)
    {
      const PzAttentionFact *fact = &g_array_index (facts, PzAttentionFact, i);
      PzAttentionRow *row = make_row (g_ptr_array_index (sources, fact->source), fact, index);

      if (row != NULL)
        g_ptr_array_add (made, row);
    }
  g_list_store_splice (rows, 0, g_list_model_get_n_items (G_LIST_MODEL (rows)), made->pdata, made->len);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-trait-private.h"

#include "pz-index.h"

#include <string.h>

struct _PzTraitTable
{
  GPtrArray *traits;   /* of PzTrait */
  GHashTable *by_text; /* field and text as they stand in files -> number; spares folding what was seen */
  GHashTable *by_key;  /* field, lens and folded text -> number */
};

static void
trait_free (gpointer data)
{
  PzTrait *trait = data;

  g_free (trait->lens);
  g_free (trait->text);
  g_free (trait->key);
  g_free (trait);
}

/* A lens value stands as "LENS:VALUE"; one without a lens belongs to no filter. */
static PzTrait *
make_trait (const PzTraitFact *fact)
{
  const char *text = fact->text;
  const char *colon = fact->field == PZ_FILTER_LENS ? strchr (text, ':') : NULL;
  PzTrait *trait = g_new0 (PzTrait, 1);

  trait->field = fact->field;
  if (colon != NULL)
    {
      trait->lens = g_strndup (text, (gsize) (colon - text));
      text = colon + 1;
    }
  trait->text = g_strdup (text);
  trait->key = g_strstrip (pz_search_fold (text));
  if (*trait->key == '\0')
    {
      g_free (trait->key);
      trait->key = g_strdup (text); /* signs alone: themselves */
    }
  return trait;
}

static guint
intern (PzTraitTable      *self,
        const PzTraitFact *fact)
{
  g_autofree char *written = g_strdup_printf ("%c%s", 'A' + (int) fact->field, fact->text);
  g_autofree char *key = NULL;
  gpointer number;
  PzTrait *trait;

  if (g_hash_table_lookup_extended (self->by_text, written, NULL, &number))
    return GPOINTER_TO_UINT (number);
  trait = make_trait (fact);
  key = g_strdup_printf ("%c%s:%s", 'A' + (int) fact->field, trait->lens != NULL ? trait->lens : "", trait->key);
  if (!g_hash_table_lookup_extended (self->by_key, key, NULL, &number))
    {
      number = GUINT_TO_POINTER (self->traits->len);
      g_ptr_array_add (self->traits, g_steal_pointer (&trait));
      g_hash_table_insert (self->by_key, g_steal_pointer (&key), number);
    }
  g_clear_pointer (&trait, trait_free);
  g_hash_table_insert (self->by_text, g_steal_pointer (&written), number);
  return GPOINTER_TO_UINT (number);
}

static gboolean
has_number (const guint *numbers,
            guint        n,
            guint        number)
{
  for (guint i = 0; i < n; i++)
    if (numbers[i] == number)
      return TRUE;
  return FALSE;
}

/**
 * pz_trait_table_new:
 *
 * Returns: (transfer full): a table without traits
 */
PzTraitTable *
pz_trait_table_new (void)
{
  PzTraitTable *self = g_new0 (PzTraitTable, 1);

  self->traits = g_ptr_array_new_with_free_func (trait_free);
  self->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * pz_trait_table_free:
 * @self: (transfer full) (nullable): what to free
 */
void
pz_trait_table_free (PzTraitTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->traits);
  g_hash_table_unref (self->by_text);
  g_hash_table_unref (self->by_key);
  g_free (self);
}

/**
 * pz_trait_table_get_length:
 * @self: a table
 *
 * Returns: how many traits it has; their numbers are less
 */
guint
pz_trait_table_get_length (PzTraitTable *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->traits->len;
}

/**
 * pz_trait_table_get:
 * @self: a table
 * @number: less than the length
 *
 * Returns: (transfer none): the trait
 */
const PzTrait *
pz_trait_table_get (PzTraitTable *self,
                    guint         number)
{
  g_return_val_if_fail (self != NULL && number < self->traits->len, NULL);
  return g_ptr_array_index (self->traits, number);
}

/**
 * pz_trait_table_make_row:
 * @self: a table
 * @facts: (transfer full): of a learner
 *
 * Returns: (transfer full): the same as numbers of this table
 */
PzTraitRow *
pz_trait_table_make_row (PzTraitTable *self,
                         PzTraitFacts *facts)
{
  PzTraitRow *row;

  g_return_val_if_fail (self != NULL && facts != NULL, NULL);

  row = g_new0 (PzTraitRow, 1);
  memcpy (row->id, facts->id, sizeof row->id);
  row->traits = g_new (guint, facts->facts->len);
  for (guint i = 0; i < facts->facts->len; i++)
    {
      guint number = intern (self, &g_array_index (facts->facts, PzTraitFact, i));

      if (!has_number (row->traits, row->n_traits, number))
        row->traits[row->n_traits++] = number;
    }
  pz_trait_facts_free (facts);
  return row;
}

/**
 * pz_trait_row_free:
 * @self: (transfer full) (nullable): what to free
 */
void
pz_trait_row_free (PzTraitRow *self)
{
  if (self == NULL)
    return;
  g_free (self->traits);
  g_free (self);
}

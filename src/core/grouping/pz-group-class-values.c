/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-class-private.h"

#include "pz-error.h"
#include "pz-lens-value.h"

#include <glib/gi18n-lib.h>

/* What is noted of learners in words: fields of theirs, and lenses of the class. */

#define MAX_TAGS 64

static PzRecord *
find_lens (const PzGroupClass *self,
           const char         *name)
{
  GListModel *lenses = pz_document_get_records (self->classroom, PZ_RECORD_LENS);

  for (guint i = 0; i < g_list_model_get_n_items (lenses); i++)
    {
      g_autoptr(PzRecord) lens = g_list_model_get_item (lenses, i);
      const char *label = pz_record_get_text (lens, PZ_LENS_NAME);

      if (!pz_record_is_deleted (lens)
          && (g_str_equal (pz_record_get_id (lens), name) || g_strcmp0 (label, name) == 0))
        return lens; /* the document holds it */
    }
  return NULL;
}

/* "home-languages", also in the singular; -1 when no such field can group anybody */
static int
find_field (const char *name)
{
  g_autofree char *plural = g_strconcat (name, "s", NULL);
  int field = pz_schema_find_field (PZ_RECORD_LEARNER, name);
  PzFieldKind kind;

  if (field < 0)
    field = pz_schema_find_field (PZ_RECORD_LEARNER, plural);
  if (field < 0)
    return -1;
  kind = pz_schema_get_record (PZ_RECORD_LEARNER)->fields[field].kind;
  return kind == PZ_FIELD_TEXT || kind == PZ_FIELD_CHOICE || kind == PZ_FIELD_REFERENCE ? field : -1;
}

/* what each learner has in the field or for the lens; NULL when there is neither */
static GPtrArray *
list_values (const PzGroupClass  *self,
             const char          *name,
             GError             **error)
{
  int field = find_field (name);
  PzRecord *lens = field < 0 ? find_lens (self, name) : NULL;
  GPtrArray *lists;

  if (field < 0 && lens == NULL)
    {
      /* Translators: %s is what was typed */
      g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND, _("“%s” is neither a field of learners nor a lens of the class."), name);
      return NULL;
    }
  lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < self->learners->len; i++)
    {
      PzRecord *record = pz_group_class_get_record (self, i);
      char **values = g_new0 (char *, 2);

      if (lens != NULL)
        values[0] = pz_lens_value_dup (record, pz_record_get_id (lens));
      else if ((pz_schema_get_record (PZ_RECORD_LEARNER)->fields[field].flags & PZ_FIELD_SET) != 0)
        {
          g_strfreev (values);
          values = pz_record_dup_set (record, (guint) field);
        }
      else
        values[0] = g_strdup (pz_record_get_text (record, (guint) field));
      g_ptr_array_add (lists, values);
    }
  return lists;
}

/**
 * pz_group_class_dup_tags:
 * @self: a class
 * @field: a field of learners such as home-languages, or a lens by its name or id
 * @error: %PZ_ERROR_NOT_FOUND for neither, %PZ_ERROR_TOO_LARGE for more than 64 different values
 *
 * Returns: (transfer full) (array): a bit for each value of the class, set for those a learner has; %NULL with @error set
 */
guint64 *
pz_group_class_dup_tags (const PzGroupClass  *self,
                         const char          *field,
                         GError             **error)
{
  g_autoptr(GHashTable) bits = NULL;
  g_autoptr(GPtrArray) lists = NULL;
  g_autofree guint64 *tags = NULL;

  g_return_val_if_fail (self != NULL && field != NULL, NULL);

  lists = list_values (self, field, error);
  if (lists == NULL)
    return NULL;
  bits = g_hash_table_new (g_str_hash, g_str_equal);
  tags = g_new0 (guint64, lists->len + 1);
  for (guint i = 0; i < lists->len; i++)
    for (char **value = g_ptr_array_index (lists, i); *value != NULL; value++)
      {
        gpointer bit;

        if (!g_hash_table_lookup_extended (bits, *value, NULL, &bit))
          {
            bit = GUINT_TO_POINTER (g_hash_table_size (bits));
            g_hash_table_insert (bits, *value, bit);
          }
        if (GPOINTER_TO_UINT (bit) >= MAX_TAGS)
          {
            /* Translators: %s is a field of learners */
            g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("“%s” has too many different values to form groups by."), field);
            return NULL;
          }
        tags[i] |= (guint64) 1 << GPOINTER_TO_UINT (bit);
      }
  return g_steal_pointer (&tags);
}

static double
compare_lists (char **a,
               char **b)
{
  guint n_a = g_strv_length (a), n_b = g_strv_length (b), n_common = 0;

  for (guint i = 0; i < n_a; i++)
    n_common += g_strv_contains ((const char *const *) b, a[i]);
  return n_a + n_b > 0 ? (double) n_common / (n_a + n_b - n_common) : 0;
}

/**
 * pz_group_class_dup_common:
 * @self: a class
 * @field: as pz_group_class_dup_tags(), any number of values
 * @error: %PZ_ERROR_NOT_FOUND when there is no such field
 *
 * How much two have in common: what both have, of what either has (Jaccard 1912).
 *
 * Returns: (transfer full) (array): n x n, 0 to 1; %NULL with @error set
 */
double *
pz_group_class_dup_common (const PzGroupClass  *self,
                           const char          *field,
                           GError             **error)
{
  g_autoptr(GPtrArray) lists = NULL;
  double *common;
  guint n;

  g_return_val_if_fail (self != NULL && field != NULL, NULL);

  lists = list_values (self, field, error);
  if (lists == NULL)
    return NULL;
  n = lists->len;
  common = g_new0 (double, (gsize) n * n + 1);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      common[(gsize) i * n + j] = common[(gsize) j * n + i]
          = compare_lists (g_ptr_array_index (lists, i), g_ptr_array_index (lists, j));
  return common;
}

/**
 * pz_group_class_dup_label:
 * @self: a class
 * @field: as pz_group_class_dup_tags()
 *
 * Returns: (transfer full): the field or lens as people read it; what was given when there is none
 */
char *
pz_group_class_dup_label (const PzGroupClass *self,
                          const char         *field)
{
  int found;
  PzRecord *lens;

  g_return_val_if_fail (self != NULL && field != NULL, NULL);

  found = find_field (field);
  if (found >= 0)
    return g_strdup (pz_field_get_label (&pz_schema_get_record (PZ_RECORD_LEARNER)->fields[found]));
  lens = find_lens (self, field);
  return g_strdup (lens != NULL ? pz_record_get_text (lens, PZ_LENS_NAME) : field);
}

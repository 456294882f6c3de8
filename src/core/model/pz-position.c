/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-position.h"

#include <string.h>

#define N_DIGITS 26
/* Longest key the schema allows. */
#define LONGEST 60

static gboolean
is_key (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p < 'a' || *p > 'z')
      return FALSE;
  return TRUE;
}

/**
 * pz_position_between:
 * @before: (nullable): the key in front; %NULL or "" for the first place
 * @after: (nullable): the key behind; %NULL for the last place
 *
 * Keys are fractions to the base of 26 with the digits a to z and no a at the end; they sort like bytes.
 *
 * Returns: (transfer full) (nullable): a key between both, as short as can be; %NULL when there is none, as between equal
 *   keys, or keys somebody else made: then give all records new keys
 */
char *
pz_position_between (const char *before,
                     const char *after)
{
  g_autoptr(GString) key = g_string_new (NULL);
  gsize n_before;

  if (before == NULL)
    before = "";
  if (!is_key (before) || (after != NULL && (!is_key (after) || strcmp (before, after) >= 0)))
    return NULL;
  n_before = strlen (before);
  while (key->len < LONGEST)
    {
      int low = key->len < n_before ? before[key->len] - 'a' : 0;
      int high = after != NULL ? after[key->len] - 'a' : N_DIGITS;
      int middle = (low + high) / 2;

      if (after != NULL && after[key->len] == '\0')
        return NULL; /* after ends in a: nothing is below it */
      if (middle > low)
        {
          g_string_append_c (key, (char) ('a' + middle));
          return g_strdup (key->str);
        }
      g_string_append_c (key, (char) ('a' + low));
      if (high > low) /* whatever follows is below after */
        after = NULL;
    }
  return NULL;
}

static const char *
get_text (PzRecord   *record,
          const char *name)
{
  int field = pz_schema_find_field (pz_record_get_record_type (record), name);
  const char *text = field >= 0 ? pz_record_get_text (record, (guint) field) : NULL;

  return text != NULL ? text : "";
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  PzRecord *x = *(PzRecord *const *) a, *y = *(PzRecord *const *) b;
  int order = strcmp (get_text (x, "position"), get_text (y, "position"));

  if (order == 0)
    order = g_utf8_collate (get_text (x, "name"), get_text (y, "name"));
  return order != 0 ? order : strcmp (pz_record_get_id (x), pz_record_get_id (y));
}

/**
 * pz_position_list:
 * @document: a document
 * @type: of the records wanted
 *
 * Returns: (transfer full) (element-type PzRecord): those that are not in the trash, by position where the type has one,
 *   then by name in the order of the locale
 */
GPtrArray *
pz_position_list (PzDocument   *document,
                  PzRecordType  type)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *model;

  g_return_val_if_fail (PZ_IS_DOCUMENT (document), NULL);

  model = pz_document_get_records (document, type);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (model, i);

      if (!pz_record_is_deleted (record))
        g_ptr_array_add (records, g_steal_pointer (&record));
    }
  g_ptr_array_sort (records, compare_records);
  return g_steal_pointer (&records);
}

static void
set_position (PzRecord   *record,
              const char *key)
{
  pz_record_set_text (record, (guint) pz_schema_find_field (pz_record_get_record_type (record), "position"), key);
}

/* Keys of one length at equal distances, an a at the end left out. */
static void
number_anew (GPtrArray *records)
{
  guint64 range = N_DIGITS;
  guint n_digits = 1;

  for (; range <= records->len + 1; n_digits++)
    range *= N_DIGITS;
  for (guint i = 0; i < records->len; i++)
    {
      guint64 rest = (i + 1) * range / (records->len + 1);
      char key[16] = { 0 };

      for (guint digit = n_digits; digit-- > 0; rest /= N_DIGITS)
        key[digit] = (char) ('a' + rest % N_DIGITS);
      for (guint end = n_digits; key[end - 1] == 'a'; end--)
        key[end - 1] = '\0';
      set_position (records->pdata[i], key);
    }
}

/**
 * pz_position_move:
 * @records: (element-type PzRecord): records of a type with a position, in their order; is brought into the new one
 * @from: which of them to move
 * @to: its place afterwards
 *
 * Writes the position of the record that moves alone, as long as there is a key for it; of all otherwise.
 *
 * Returns: whether anything moved
 */
gboolean
pz_position_move (GPtrArray *records,
                  guint      from,
                  guint      to)
{
  g_autofree char *key = NULL;
  PzRecord *record;

  g_return_val_if_fail (records != NULL && from < records->len && to < records->len, FALSE);

  if (from == to)
    return FALSE;
  record = g_ptr_array_steal_index (records, from);
  g_ptr_array_insert (records, (int) to, record);
  key = pz_position_between (to > 0 ? get_text (records->pdata[to - 1], "position") : NULL,
                             to + 1 < records->len ? get_text (records->pdata[to + 1], "position") : NULL);
  if (key != NULL)
    set_position (record, key);
  else
    number_anew (records);
  return TRUE;
}

/**
 * pz_position_append:
 * @document: a document
 * @record: one of its records, new; of a type without a position it is left alone
 *
 * Puts the record behind all others of its type.
 */
void
pz_position_append (PzDocument *document,
                    PzRecord   *record)
{
  g_autoptr(GPtrArray) records = NULL;
  g_autofree char *key = NULL;
  guint place;

  g_return_if_fail (PZ_IS_DOCUMENT (document) && PZ_IS_RECORD (record));

  if (pz_schema_find_field (pz_record_get_record_type (record), "position") < 0)
    return;
  records = pz_position_list (document, pz_record_get_record_type (record));
  if (g_ptr_array_find (records, record, &place))
    g_ptr_array_remove_index (records, place);
  key = pz_position_between (records->len > 0 ? get_text (records->pdata[records->len - 1], "position") : NULL, NULL);
  g_ptr_array_add (records, g_object_ref (record));
  if (key != NULL)
    set_position (record, key);
  else
    number_anew (records);
}

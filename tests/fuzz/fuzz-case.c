/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-case.h"
#include "pz-environment.h"

const char *const pz_fuzz_dictionary[] = {
  "\"CFDocument\":", "\"CFPackage\":", "\"CFItems\":[", "\"CFAssociations\":[", "\"CFDefinitions\":", "\"CFRubrics\":",
  "\"identifier\":\"a\"", "\"identifier\":\"A\"", "\"fullStatement\":", "\"educationLevel\":[\"1\"]", "\"educationalLevel\":",
  "\"humanCodingScheme\":\"1.2\"", "\"associationType\":\"isChildOf\"", "\"originNodeURI\":{\"identifier\":\"a\"}",
  "\"destinationNodeURI\":{\"identifier\":\"d\"}", "\"originNodeURI\":\"a\"", "\"destinationNodeURI\":\"x/b\"",
  "\"sequenceNumber\":\"2\"", "\"statusEndDate\":\"2026-11-23T00:00:00Z\"", "\"uri\":\"x/a\"", "\"extensions\":{}", "null", "{}",
  "[]", ",", "\\u0000", "\\ud835\\udcb3", "\\r\\n", "\xEF\xBB\xBF", NULL,
};

/* every value may stand in its field: what is written of it would not be reported by a check */
static void
check_record (const PzCaseRecord *record,
              GHashTable         *ids)
{
  const PzRecordSchema *schema = pz_schema_get_record (record->type);

  g_assert_true (pz_id_is_valid (record->id));
  g_assert_true (g_hash_table_add (ids, record->id));
  g_assert_null (record->extra);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      const PzField *field = &schema->fields[i];
      GStrv set = (field->flags & PZ_FIELD_SET) != 0 ? record->values[i] : NULL;

      if (record->values[i] == NULL)
        continue;
      for (guint j = 0; set != NULL && set[j] != NULL; j++)
        {
          g_assert_true (*set[j] != '\0' && pz_field_check_text (field, set[j], NULL));
          g_assert_true (j == 0 || g_strcmp0 (set[j - 1], set[j]) < 0);
        }
      if (set == NULL)
        g_assert_true (*(char *) record->values[i] != '\0' && pz_field_check_text (field, record->values[i], NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzCasePackage) package = pz_case_parse (bytes, "fuzz.json", &error);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_true ((package == NULL) == (error != NULL));
  if (package == NULL)
    return 0;
  check_record (package->framework, ids);
  g_assert_nonnull (package->framework->values[PZ_FRAMEWORK_TITLE]);
  for (guint i = 0; i < package->items->len; i++)
    check_record (g_ptr_array_index (package->items, i), ids);
  for (guint i = 0; i < package->associations->len; i++)
    {
      check_record (g_ptr_array_index (package->associations, i), ids);
      g_assert_nonnull (((PzCaseRecord *) g_ptr_array_index (package->associations, i))->values[PZ_ASSOCIATION_KIND]);
    }
  g_assert_cmpuint (package->n_placed + package->n_not_placed, <=, package->items->len);
  g_assert_cmpuint (package->n_outside, <=, package->n_links);
  return 0;
}

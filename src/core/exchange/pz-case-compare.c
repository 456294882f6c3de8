/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-plan-private.h"

#include <string.h>

/*
 * pz_case_plan_to_id:
 * @id: (nullable): of a record in the package, or anything an association leads to
 *
 * Returns: (transfer none): the id it has in the class
 */
const char *
pz_case_plan_to_id (const PzCasePlan *self,
                    const char       *id)
{
  const char *renamed = id != NULL ? g_hash_table_lookup (self->renamed, id) : NULL;

  return renamed != NULL ? renamed : id;
}

/*
 * pz_case_is_end:
 *
 * Returns: whether the field holds an id that may have been renamed
 */
gboolean
pz_case_is_end (PzRecordType type,
                guint        field)
{
  return type == PZ_RECORD_ASSOCIATION && (field == PZ_ASSOCIATION_ORIGIN || field == PZ_ASSOCIATION_DESTINATION);
}

/*
 * pz_case_is_read:
 *
 * Returns: whether a file decides what stands in the field
 */
gboolean
pz_case_is_read (PzRecordType type,
                 guint        field)
{
  if (field == pz_schema_get_deleted (type))
    return FALSE;
  return type != PZ_RECORD_STANDARD || (field != PZ_STANDARD_PARENTS && field != PZ_STANDARD_POSITION
                                        && field != PZ_STANDARD_RETIRED);
}

static gboolean
same_set (PzRecord *record,
          guint     field,
          GStrv     wanted)
{
  g_auto(GStrv) set = pz_record_dup_set (record, field);
  const char *const none[] = { NULL };

  return g_strv_equal ((const char *const *) set, wanted != NULL ? (const char *const *) wanted : none);
}

static gboolean
same_value (const PzCasePlan   *self,
            const PzCaseRecord *source,
            PzRecord           *record,
            guint               field)
{
  const PzField *schema = &pz_schema_get_record (source->type)->fields[field];
  const char *wanted = source->values[field];

  if (schema->flags & PZ_FIELD_SET)
    return same_set (record, field, source->values[field]);
  if (schema->kind == PZ_FIELD_NUMBER)
    return pz_record_get_number (record, field) == source->order;
  if (pz_case_is_end (source->type, field))
    wanted = pz_case_plan_to_id (self, wanted);
  return g_strcmp0 (pz_record_get_text (record, field), wanted) == 0;
}

/*
 * pz_case_compare:
 *
 * Returns: mask of the fields that say something else in the file
 */
guint32
pz_case_compare (const PzCasePlan   *self,
                 const PzCaseRecord *source,
                 PzRecord           *record)
{
  guint32 fields = 0;

  for (guint i = 0; i < pz_schema_get_record (source->type)->n_fields; i++)
    if (pz_case_is_read (source->type, i) && !same_value (self, source, record, i))
      fields |= 1u << i;
  return fields;
}

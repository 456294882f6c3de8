/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PzTableField:
 * @PZ_TABLE_LEAVE_OUT: the column is not read
 * @PZ_TABLE_FULL_NAME: given and family name in one cell, "Last, First" or "First Last"
 *
 * What a column of a table means; apart from the two above, a field of a learner by the model's name.
 */
typedef enum
{
  PZ_TABLE_LEAVE_OUT,
  PZ_TABLE_FULL_NAME,
  PZ_TABLE_GIVEN_NAME,
  PZ_TABLE_FAMILY_NAME,
  PZ_TABLE_PREFERRED_NAME,
  PZ_TABLE_MIDDLE_NAME,
  PZ_TABLE_PRONOUNS,
  PZ_TABLE_LEVEL,
  PZ_TABLE_GRADE,
  PZ_TABLE_BIRTH_DATE,
  PZ_TABLE_SOURCED_ID,
  PZ_TABLE_EMAIL,
  PZ_TABLE_HOME_LANGUAGES,
  PZ_TABLE_STRENGTHS,
  PZ_TABLE_NEEDS,
  PZ_TABLE_INTERESTS,
  PZ_TABLE_SUPPORTS,
  PZ_TABLE_NOTES,
  PZ_TABLE_N_FIELDS,
} PzTableField;

PzTableField pz_table_field_from_header (const char   *header);
const char  *pz_table_field_to_name     (PzTableField  field);
gboolean     pz_table_field_from_name   (const char   *name,
                                         PzTableField *field);
const char  *pz_table_field_to_label    (PzTableField  field);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-maker.h"
#include "exchange-fixture.h"
#include "pz-case-plan.h"

/* Imports of small frameworks into a class, for the tests of what an import finds, renames and writes. */

#define PLAN_ROOT "00000000-0000-4000-8000-00000000000a"
#define PLAN_DOCUMENT "\"CFDocument\":{\"identifier\":\"" PLAN_ROOT "\",\"title\":\"Reading\"}"
#define PLAN_ITEM(id, text) "{\"identifier\":\"" id "\",\"fullStatement\":\"" text "\",\"humanCodingScheme\":\"" id "\"}"
#define PLAN_PACKAGE(items, associations)                                                                           \
  "{" PLAN_DOCUMENT ",\"CFItems\":[" items "],\"CFAssociations\":[" associations "]}"

#define PLAN_FIRST                                                                                                  \
  PLAN_PACKAGE (PLAN_ITEM ("a", "Reads") "," PLAN_ITEM ("b", "Reads aloud") "," PLAN_ITEM ("c", "Spells"),          \
                CASE_CHILD ("a-1", "a", PLAN_ROOT, "") "," CASE_CHILD ("b-1", "b", "a", "") "," CASE_CHILD ("c-1", "c", "a", ""))
/* a is called otherwise, b is gone, c stands elsewhere, d is new and comes before c */
#define PLAN_SECOND                                                                                                 \
  PLAN_PACKAGE (PLAN_ITEM ("a", "Reads well") "," PLAN_ITEM ("d", "Writes") "," PLAN_ITEM ("c", "Spells"),          \
                CASE_CHILD ("a-1", "a", PLAN_ROOT, "") "," CASE_CHILD ("d-1", "d", PLAN_ROOT, "") "," CASE_CHILD ("c-2", "c", "d", ""))

static inline PzClassroom *
case_new_class (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  PzClassroom *classroom = pz_classroom_create (fixture->environment, "5b", &error);

  g_assert_no_error (error);
  return classroom;
}

static inline char *
case_read_file (PzClassroom *classroom,
                const char  *id)
{
  g_autofree char *path = g_strdup_printf ("%s/frameworks/%s.json", pz_classroom_get_path (classroom), id);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

/* what happens to standards and to associations, as "+1 ~0 =0 ^0 -0, …" */
static inline void
case_assert_plan (PzCasePlan *plan,
                  const char *expected)
{
  static const struct { PzImportKind kind; char mark; } marks[] = {
    { PZ_IMPORT_NEW, '+' }, { PZ_IMPORT_CHANGED, '~' }, { PZ_IMPORT_SAME, '=' }, { PZ_IMPORT_BACK, '^' }, { PZ_IMPORT_GONE, '-' },
  };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < 2; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (marks); j++)
      g_string_append_printf (text, "%s%c%u", j > 0 ? " " : i > 0 ? ", " : "", marks[j].mark,
                              pz_case_plan_count (plan, i == 0 ? PZ_RECORD_STANDARD : PZ_RECORD_ASSOCIATION, marks[j].kind));
  g_assert_cmpstr (text->str, ==, expected);
}

static inline void
case_import (PzClassroom *classroom,
             const char  *text,
             const char  *expected)
{
  g_autoptr(PzCasePackage) package = case_parse (text);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzCasePlan) plan = pz_case_plan_new (classroom, package, &error);

  g_assert_no_error (error);
  case_assert_plan (plan, expected);
  g_assert_true (pz_case_plan_apply (plan, &error));
  g_assert_no_error (error);
}

static inline PzDocument *
case_load (PzClassroom *classroom,
           const char  *id)
{
  g_autoptr(GError) error = NULL;
  PzDocument *document = pz_classroom_load (classroom, PZ_DOCUMENT_FRAMEWORK, id, &error);

  g_assert_no_error (error);
  return document;
}

static inline const char *
case_text_of (PzDocument *document,
              const char *id,
              guint       field)
{
  PzRecord *record = pz_document_find (document, id);

  g_assert_nonnull (record);
  return pz_record_get_text (record, field);
}

static inline void
case_assert_check_finds (PzClassroom *classroom,
                         guint        n)
{
  g_autoptr(GPtrArray) findings = pz_classroom_check (classroom, NULL);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((PzFinding *) g_ptr_array_index (findings, i))->text);
  g_assert_cmpuint (findings->len, ==, n);
}

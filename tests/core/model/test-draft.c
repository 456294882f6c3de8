/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-draft.h"

#include <math.h>

typedef struct
{
  PzClock *clock;
  PzDocument *document;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clock = fixture_clock (FIXTURE_DEVICE, 1);
  fixture->document = pz_document_new (PZ_DOCUMENT_CLASSROOM, FIXTURE_ID, fixture->clock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->document);
  g_assert_finalize_object (fixture->clock);
}

static PzDraft *
make (Fixture      *fixture,
      PzRecordType  type)
{
  return pz_draft_new (pz_clock_get_environment (fixture->clock), type);
}

static PzRecord *
add_named (Fixture      *fixture,
           PzRecordType  type,
           const char   *name)
{
  PzRecord *record = pz_document_add (fixture->document, type);

  pz_record_set_text (record, (guint) pz_schema_find_field (type, "name"), name);
  return record;
}

static void
assert_refused (Fixture  *fixture,
                PzDraft  *draft,
                PzRecord *original,
                guint     wanted)
{
  g_autoptr(GError) error = NULL;
  guint field = G_MAXUINT;

  g_assert_false (pz_draft_check (draft->record, fixture->document, original, &field, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_assert_cmpuint (field, ==, wanted);
}

static void
assert_fine (Fixture  *fixture,
             PzDraft  *draft,
             PzRecord *original)
{
  g_autoptr(GError) error = NULL;
  guint field;

  pz_draft_check (draft->record, fixture->document, original, &field, &error);
  g_assert_no_error (error);
}

static void
test_copies_every_kind (Fixture       *fixture,
                        gconstpointer  data)
{
  const PzRecordType types[] = { PZ_RECORD_CLASSROOM, PZ_RECORD_MEASURE, PZ_RECORD_STRATEGY, PZ_RECORD_LENS };
  PzRandom random;

  pz_random_init (&random, 5);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr(PzDraft) draft = make (fixture, types[i]);
      PzRecord *record = types[i] == PZ_RECORD_CLASSROOM ? pz_document_get_owner (fixture->document)
                                                         : pz_document_add (fixture->document, types[i]);

      for (guint f = 0; f < pz_schema_get_deleted (types[i]); f++)
        fixture_fill (draft->record, f, &random);
      g_assert_true (pz_draft_copy (draft->record, record));
      for (guint f = 0; f < pz_schema_get_deleted (types[i]); f++)
        {
          g_autofree char *wanted = pz_record_dup_as_text (draft->record, f);
          g_autofree char *got = pz_record_dup_as_text (record, f);

          g_assert_cmpstr (got, ==, wanted);
        }
      g_assert_false (pz_draft_copy (draft->record, record)); /* nothing is written twice */
    }
}

static void
test_empties (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(PzDraft) draft = make (fixture, PZ_RECORD_MEASURE);
  PzRecord *measure = add_named (fixture, PZ_RECORD_MEASURE, "Words");

  pz_record_set_number (measure, PZ_MEASURE_MINIMUM, 3);
  g_assert_true (pz_draft_copy (draft->record, measure));
  g_assert_null (pz_record_get_text (measure, PZ_MEASURE_NAME));
  g_assert_true (isnan (pz_record_get_number (measure, PZ_MEASURE_MINIMUM)));
}

static void
test_changes_alone (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(PzDraft) base = make (fixture, PZ_RECORD_MEASURE);
  g_autoptr(PzDraft) draft = make (fixture, PZ_RECORD_MEASURE);
  PzRecord *measure = add_named (fixture, PZ_RECORD_MEASURE, "Words");

  pz_record_set_text (measure, PZ_MEASURE_UNIT, "words");
  pz_draft_copy (measure, base->record);
  pz_draft_copy (measure, draft->record);
  pz_record_set_text (measure, PZ_MEASURE_UNIT, "words a minute"); /* on another computer */
  g_assert_false (pz_draft_copy_changes (base->record, draft->record, measure));
  pz_record_set_number (draft->record, PZ_MEASURE_MAXIMUM, 200);
  g_assert_true (pz_draft_copy_changes (base->record, draft->record, measure));
  g_assert_cmpstr (pz_record_get_text (measure, PZ_MEASURE_UNIT), ==, "words a minute");
  g_assert_cmpfloat (pz_record_get_number (measure, PZ_MEASURE_MAXIMUM), ==, 200);
  pz_record_set_text (draft->record, PZ_MEASURE_UNIT, NULL);
  g_assert_true (pz_draft_copy_changes (base->record, draft->record, measure));
  g_assert_null (pz_record_get_text (measure, PZ_MEASURE_UNIT));
}

static void
test_needs_a_name (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(PzDraft) draft = make (fixture, PZ_RECORD_LEVEL);

  assert_refused (fixture, draft, NULL, PZ_LEVEL_NAME);
  pz_record_set_text (draft->record, PZ_LEVEL_NAME, "A");
  assert_fine (fixture, draft, NULL);
}

static void
test_no_doubles (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(PzDraft) draft = make (fixture, PZ_RECORD_LEVEL);
  PzRecord *level = add_named (fixture, PZ_RECORD_LEVEL, "Niveau é");

  add_named (fixture, PZ_RECORD_LENS, "Other");
  pz_record_set_text (draft->record, PZ_LEVEL_NAME, "niveau e\xcc\x81 ");
  assert_refused (fixture, draft, NULL, PZ_LEVEL_NAME);
  assert_fine (fixture, draft, level); /* its own name */
  pz_record_set_text (draft->record, PZ_LEVEL_NAME, "Other"); /* a lens is no level */
  assert_fine (fixture, draft, NULL);
  pz_record_set_text (draft->record, PZ_LEVEL_NAME, "Niveau é");
  pz_document_delete (fixture->document, level);
  assert_fine (fixture, draft, NULL);
}

static void
test_templates_by_kind (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(PzDraft) draft = make (fixture, PZ_RECORD_TEMPLATE);
  PzRecord *goal = add_named (fixture, PZ_RECORD_TEMPLATE, "Reads");

  pz_record_set_text (goal, PZ_TEMPLATE_KIND, "goal");
  pz_record_set_text (draft->record, PZ_TEMPLATE_NAME, "Reads");
  pz_record_set_text (draft->record, PZ_TEMPLATE_KIND, "phrase");
  assert_fine (fixture, draft, NULL);
  pz_record_set_text (draft->record, PZ_TEMPLATE_KIND, "goal");
  assert_refused (fixture, draft, NULL, PZ_TEMPLATE_NAME);
}

static void
test_bounds (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(PzDraft) draft = make (fixture, PZ_RECORD_MEASURE);
  const struct { double least, greatest, step; int refused; } cases[] = {
    { NAN, NAN, NAN, -1 }, { 0, NAN, 5, -1 },  { NAN, 0, NAN, -1 },
    { 0, 10, 1, -1 },      { 0, 10, 10, -1 },  { -5, -1, NAN, -1 },
    { 10, 0, NAN, PZ_MEASURE_MAXIMUM },        { 1, 1, NAN, PZ_MEASURE_MAXIMUM },
    { 0, 10, 11, PZ_MEASURE_RESOLUTION },
  };

  pz_record_set_text (draft->record, PZ_MEASURE_NAME, "Words");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_record_set_number (draft->record, PZ_MEASURE_MINIMUM, cases[i].least);
      pz_record_set_number (draft->record, PZ_MEASURE_MAXIMUM, cases[i].greatest);
      pz_record_set_number (draft->record, PZ_MEASURE_RESOLUTION, cases[i].step);
      if (cases[i].refused < 0)
        assert_fine (fixture, draft, NULL);
      else
        assert_refused (fixture, draft, NULL, (guint) cases[i].refused);
    }
}

static void
test_classroom (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(PzDraft) draft = make (fixture, PZ_RECORD_CLASSROOM);
  PzRecord *owner = pz_document_get_owner (fixture->document);

  pz_record_set_text (draft->record, PZ_CLASSROOM_NAME, "5b");
  pz_record_set_text (draft->record, PZ_CLASSROOM_TERM_START, "2026-09-01");
  assert_fine (fixture, draft, owner);
  pz_record_set_text (draft->record, PZ_CLASSROOM_TERM_END, "2026-08-31");
  assert_refused (fixture, draft, owner, PZ_CLASSROOM_TERM_END);
  pz_record_set_text (draft->record, PZ_CLASSROOM_TERM_END, "2026-09-01");
  pz_record_set_number (draft->record, PZ_CLASSROOM_SHARE_MIN, 70);
  pz_record_set_number (draft->record, PZ_CLASSROOM_SHARE_MAX, 40);
  assert_refused (fixture, draft, owner, PZ_CLASSROOM_SHARE_MAX);
}

static void
test_any_type (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint type = 0; type < PZ_N_RECORD_TYPES; type++)
    {
      g_autoptr(PzDraft) draft = make (fixture, (PzRecordType) type);

      g_assert_cmpuint (pz_record_get_record_type (draft->record), ==, type);
      g_assert_false (pz_record_is_deleted (draft->record));
    }
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/core/draft/copies-every-kind-of-field-once", test_copies_every_kind);
  add ("/core/draft/empties-what-is-empty", test_empties);
  add ("/core/draft/leaves-alone-what-was-not-changed", test_changes_alone);
  add ("/core/draft/needs-what-is-required", test_needs_a_name);
  add ("/core/draft/knows-a-name-that-is-taken", test_no_doubles);
  add ("/core/draft/compares-templates-of-one-kind", test_templates_by_kind);
  add ("/core/draft/keeps-the-bounds-of-a-measure-in-order", test_bounds);
  add ("/core/draft/keeps-the-term-and-the-shares-in-order", test_classroom);
  add ("/core/draft/is-of-any-type", test_any_type);
  return g_test_run ();
}

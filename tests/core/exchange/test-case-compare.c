/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-plan-fixture.h"
#include "pz-case-plan-private.h"
#include "pz-clock.h"

/* a plan that knows one name: "a" of the file is "b" here */
typedef struct
{
  PzCasePlan plan;
  PzCasePackage *package;
  PzDocument *document;
  PzClock *clock;
} Compared;

static void
compared_init (Compared   *self,
               Fixture    *fixture,
               const char *text)
{
  memset (self, 0, sizeof *self);
  self->plan.renamed = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (self->plan.renamed, (gpointer) "a", (gpointer) "b");
  self->package = case_parse (text);
  self->clock = pz_clock_new (fixture->environment, 1);
  self->document = pz_document_new (PZ_DOCUMENT_FRAMEWORK, "framework", self->clock);
}

static void
compared_clear (Compared *self)
{
  g_hash_table_unref (self->plan.renamed);
  pz_case_package_free (self->package);
  g_object_unref (self->document);
  g_object_unref (self->clock);
}

static void
test_what_was_renamed_is_called_so (Fixture       *fixture,
                                    gconstpointer  data)
{
  Compared self;

  compared_init (&self, fixture, PLAN_FIRST);
  g_assert_cmpstr (pz_case_plan_to_id (&self.plan, "a"), ==, "b");
  g_assert_cmpstr (pz_case_plan_to_id (&self.plan, "b"), ==, "b");
  g_assert_cmpstr (pz_case_plan_to_id (&self.plan, "elsewhere/a"), ==, "elsewhere/a");
  g_assert_cmpstr (pz_case_plan_to_id (&self.plan, ""), ==, "");
  g_assert_null (pz_case_plan_to_id (&self.plan, NULL));
  compared_clear (&self);
}

static void
test_only_ends_of_associations_are_ids_of_others (Fixture       *fixture,
                                                  gconstpointer  data)
{
  for (PzRecordType type = PZ_RECORD_FRAMEWORK; type <= PZ_RECORD_ASSOCIATION; type++)
    for (guint field = 0; field < pz_schema_get_record (type)->n_fields; field++)
      g_assert_cmpint (pz_case_is_end (type, field), ==,
                       type == PZ_RECORD_ASSOCIATION && (field == PZ_ASSOCIATION_ORIGIN || field == PZ_ASSOCIATION_DESTINATION));
}

/* where a standard stands follows from associations, when it was retired from imports; a file says neither */
static void
test_what_the_class_keeps_is_its_own (Fixture       *fixture,
                                      gconstpointer  data)
{
  static const struct { PzRecordType type; guint field; gboolean is_read; } rows[] = {
    { PZ_RECORD_STANDARD, PZ_STANDARD_STATEMENT, TRUE },
    { PZ_RECORD_STANDARD, PZ_STANDARD_FILE_ORDER, TRUE },
    { PZ_RECORD_STANDARD, PZ_STANDARD_EXTRA, TRUE },
    { PZ_RECORD_STANDARD, PZ_STANDARD_PARENTS, FALSE },
    { PZ_RECORD_STANDARD, PZ_STANDARD_POSITION, FALSE },
    { PZ_RECORD_STANDARD, PZ_STANDARD_RETIRED, FALSE },
    { PZ_RECORD_STANDARD, PZ_STANDARD_DELETED, FALSE },
    { PZ_RECORD_ASSOCIATION, PZ_ASSOCIATION_ORIGIN, TRUE },
    { PZ_RECORD_ASSOCIATION, PZ_ASSOCIATION_DELETED, FALSE },
    { PZ_RECORD_FRAMEWORK, PZ_FRAMEWORK_TITLE, TRUE },
    { PZ_RECORD_FRAMEWORK, PZ_FRAMEWORK_DELETED, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (pz_case_is_read (rows[i].type, rows[i].field), ==, rows[i].is_read);
    }
}

static void
test_each_field_that_differs_is_told (Fixture       *fixture,
                                      gconstpointer  data)
{
  const guint32 all = 1u << PZ_STANDARD_STATEMENT | 1u << PZ_STANDARD_CODE | 1u << PZ_STANDARD_KEYWORDS
                      | 1u << PZ_STANDARD_FILE_ORDER;
  const char *const keywords[] = { "k", "l", NULL }, *const fewer[] = { "k", NULL }, *const none[] = { NULL };
  Compared self;
  PzRecord *record;
  const PzCaseRecord *source;

  compared_init (&self, fixture, PLAN_PACKAGE ("{\"identifier\":\"x\",\"fullStatement\":\"Reads\",\"humanCodingScheme\":\"X\","
                                               "\"conceptKeywords\":[\"l\",\"k\"]}", ""));
  source = case_item (self.package, 0);
  record = pz_document_add_with_id (self.document, PZ_RECORD_STANDARD, "x");
  /* no order is not the first one */
  g_assert_cmphex (pz_case_compare (&self.plan, source, record), ==, all);
  pz_record_set_text (record, PZ_STANDARD_STATEMENT, "Reads");
  pz_record_set_text (record, PZ_STANDARD_CODE, "x"); /* capitals count */
  pz_record_set_assign (record, PZ_STANDARD_KEYWORDS, fewer);
  pz_record_set_number (record, PZ_STANDARD_FILE_ORDER, 0);
  g_assert_cmphex (pz_case_compare (&self.plan, source, record), ==, 1u << PZ_STANDARD_CODE | 1u << PZ_STANDARD_KEYWORDS);
  pz_record_set_text (record, PZ_STANDARD_CODE, "X");
  pz_record_set_assign (record, PZ_STANDARD_KEYWORDS, keywords);
  g_assert_cmphex (pz_case_compare (&self.plan, source, record), ==, 0);
  /* what the file does not say is emptied */
  pz_record_set_text (record, PZ_STANDARD_NOTES, "N");
  pz_record_set_number (record, PZ_STANDARD_FILE_ORDER, 7);
  pz_record_set_assign (record, PZ_STANDARD_SUBJECTS, keywords);
  g_assert_cmphex (pz_case_compare (&self.plan, source, record), ==,
                   1u << PZ_STANDARD_NOTES | 1u << PZ_STANDARD_FILE_ORDER | 1u << PZ_STANDARD_SUBJECTS);
  pz_record_set_text (record, PZ_STANDARD_NOTES, NULL);
  pz_record_set_number (record, PZ_STANDARD_FILE_ORDER, 0);
  pz_record_set_assign (record, PZ_STANDARD_SUBJECTS, none);
  /* and what is the class's own is none of the file's business */
  pz_record_set_text (record, PZ_STANDARD_RETIRED, "2026-11-01");
  pz_document_delete (self.document, record);
  g_assert_cmphex (pz_case_compare (&self.plan, source, record), ==, 0);
  compared_clear (&self);
}

static void
test_ends_are_compared_by_what_they_are_called_here (Fixture       *fixture,
                                                     gconstpointer  data)
{
  Compared self;
  PzRecord *record;
  const PzCaseRecord *source;

  compared_init (&self, fixture, PLAN_FIRST);
  source = case_association (self.package, 0); /* from a to the framework */
  record = pz_document_add_with_id (self.document, PZ_RECORD_ASSOCIATION, "a-1");
  pz_record_set_text (record, PZ_ASSOCIATION_KIND, "isChildOf");
  pz_record_set_text (record, PZ_ASSOCIATION_DESTINATION, PLAN_ROOT);
  pz_record_set_text (record, PZ_ASSOCIATION_ORIGIN, "a");
  g_assert_cmphex (pz_case_compare (&self.plan, source, record), ==, 1u << PZ_ASSOCIATION_ORIGIN);
  pz_record_set_text (record, PZ_ASSOCIATION_ORIGIN, "b");
  g_assert_cmphex (pz_case_compare (&self.plan, source, record), ==, 0);
  compared_clear (&self);
}

/* an end is renamed, a title that happens to read the same is not */
static void
test_titles_that_read_like_ids_are_titles (Fixture       *fixture,
                                           gconstpointer  data)
{
  Compared self;
  PzRecord *record;

  compared_init (&self, fixture, PLAN_PACKAGE ("", "{\"identifier\":\"1\",\"associationType\":\"a\",\"originNodeURI\":{\"title\":\"a\"}}"));
  record = pz_document_add_with_id (self.document, PZ_RECORD_ASSOCIATION, "1");
  pz_record_set_text (record, PZ_ASSOCIATION_KIND, "a");
  pz_record_set_text (record, PZ_ASSOCIATION_ORIGIN_TITLE, "a");
  g_assert_cmphex (pz_case_compare (&self.plan, case_association (self.package, 0), record), ==, 0);
  compared_clear (&self);
}

#define ADD(path, function) fixture_test_add ("/core/case-compare/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-was-renamed-is-called-so", test_what_was_renamed_is_called_so);
  ADD ("only-ends-of-associations-are-ids-of-others", test_only_ends_of_associations_are_ids_of_others);
  ADD ("what-the-class-keeps-is-its-own", test_what_the_class_keeps_is_its_own);
  ADD ("each-field-that-differs-is-told", test_each_field_that_differs_is_told);
  ADD ("ends-are-compared-by-what-they-are-called-here", test_ends_are_compared_by_what_they_are_called_here);
  ADD ("titles-that-read-like-ids-are-titles", test_titles_that_read_like_ids_are_titles);
  return g_test_run ();
}

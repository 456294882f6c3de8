/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-saved-filters.h"

#include "classroom-fixture.h"

static PzLearnerFilter *
make_filter (void)
{
  PzLearnerFilter *filter = pz_learner_filter_new ();

  pz_learner_filter_add (filter, PZ_FILTER_NEED, NULL, "Reading");
  return filter;
}

static void
test_are_listed_by_name_after_a_restart (ClassroomFixture *f,
                                         gconstpointer     data)
{
  g_autoptr(PzLearnerFilter) filter = make_filter ();
  g_autoptr(PzLearnerFilter) again = NULL;
  g_autoptr(GPtrArray) saved = NULL;

  pz_saved_filters_add (pz_classroom_get_document (f->classroom), "Reading", filter);
  pz_saved_filters_add (pz_classroom_get_document (f->classroom), "Band", filter);
  g_assert_true (pz_classroom_save (f->classroom, "Save filter", NULL));
  classroom_fixture_reopen (f);
  saved = pz_saved_filters_list (pz_classroom_get_document (f->classroom));
  g_assert_cmpuint (saved->len, ==, 2);
  g_assert_cmpstr (pz_record_get_text (g_ptr_array_index (saved, 0), PZ_TEMPLATE_NAME), ==, "Band");
  again = pz_saved_filters_parse (g_ptr_array_index (saved, 1), NULL);
  g_assert_true (pz_learner_filter_equal (again, filter));
}

static void
test_trash_and_other_templates_are_left_out (ClassroomFixture *f,
                                             gconstpointer     data)
{
  PzDocument *document = pz_classroom_get_document (f->classroom);
  g_autoptr(PzLearnerFilter) filter = make_filter ();
  PzRecord *phrase = pz_document_add (document, PZ_RECORD_TEMPLATE);
  PzRecord *deleted = pz_saved_filters_add (document, "Band", filter);
  g_autoptr(GPtrArray) saved = NULL;

  pz_record_set_text (phrase, PZ_TEMPLATE_KIND, "phrase");
  pz_document_delete (document, deleted);
  saved = pz_saved_filters_list (document);
  g_assert_cmpuint (saved->len, ==, 0);
}

static void
test_an_empty_one_says_so (ClassroomFixture *f,
                           gconstpointer     data)
{
  g_autoptr(PzLearnerFilter) filter = make_filter ();
  PzRecord *saved = pz_saved_filters_add (pz_classroom_get_document (f->classroom), "Band", filter);
  g_autoptr(GError) error = NULL;

  pz_record_set_text (saved, PZ_TEMPLATE_CONTENT, NULL);
  g_assert_null (pz_saved_filters_parse (saved, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_SYNTAX);
}

#define ADD(path, function) classroom_test_add ("/core/saved-filters/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("are-listed-by-name-after-a-restart", test_are_listed_by_name_after_a_restart);
  ADD ("trash-and-other-templates-are-left-out", test_trash_and_other_templates_are_left_out);
  ADD ("an-empty-one-says-so", test_an_empty_one_says_so);
  return g_test_run ();
}

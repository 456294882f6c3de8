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

  pz_saved_filters_add (pz_classroom_get_document (f->classroom), "Reading", filter, NULL);
  pz_saved_filters_add (pz_classroom_get_document (f->classroom), "Band", filter, NULL);
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
  PzRecord *deleted = pz_saved_filters_add (document, "Band", filter, NULL);
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
  PzRecord *saved = pz_saved_filters_add (pz_classroom_get_document (f->classroom), "Band", filter, NULL);
  g_autoptr(GError) error = NULL;

  pz_record_set_text (saved, PZ_TEMPLATE_CONTENT, NULL);
  g_assert_null (pz_saved_filters_parse (saved, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_SYNTAX);
}

static void
test_get_another_name (ClassroomFixture *f,
                       gconstpointer     data)
{
  g_autofree char *too_long = g_strnfill (101, 'n');
  g_autoptr(PzLearnerFilter) filter = make_filter ();
  PzRecord *saved = pz_saved_filters_add (pz_classroom_get_document (f->classroom), "Band", filter, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_saved_filters_rename (saved, "Choir", &error));
  g_assert_cmpstr (pz_record_get_text (saved, PZ_TEMPLATE_NAME), ==, "Choir");
  g_assert_false (pz_saved_filters_rename (saved, too_long, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_assert_cmpstr (pz_record_get_text (saved, PZ_TEMPLATE_NAME), ==, "Choir");
}

/* rather than as a record without a name or without conditions */
static void
test_what_is_too_long_is_not_kept (ClassroomFixture *f,
                                   gconstpointer     data)
{
  PzDocument *document = pz_classroom_get_document (f->classroom);
  g_autofree char *too_long = g_strnfill (101, 'n');
  g_autofree char *value = g_strnfill (900, 'v');
  g_autoptr(PzLearnerFilter) filter = make_filter (), many = make_filter ();
  g_autoptr(GPtrArray) saved = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_saved_filters_add (document, too_long, filter, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_clear_error (&error);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *need = g_strdup_printf ("%u%s", i, value);

      pz_learner_filter_add (filter, PZ_FILTER_NEED, NULL, need);
    }
  g_assert_null (pz_saved_filters_add (document, "Long", filter, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_clear_error (&error);
  for (guint i = 0; i <= PZ_FILTER_MAX_VALUES; i++)
    {
      g_autofree char *need = g_strdup_printf ("%u", i);

      pz_learner_filter_add (many, PZ_FILTER_NEED, NULL, need);
    }
  g_assert_null (pz_saved_filters_add (document, "Many", many, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  saved = pz_saved_filters_list (document);
  g_assert_cmpuint (saved->len, ==, 0);
}

/* as many characters as fit, of three bytes each */
static void
test_what_is_kept_can_be_read_again (ClassroomFixture *f,
                                     gconstpointer     data)
{
  g_autoptr(PzLearnerFilter) filter = make_filter (), again = NULL;
  g_autoptr(GError) error = NULL;
  PzRecord *saved;

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr(GString) need = g_string_new (NULL);

      g_string_append_printf (need, "%u", i);
      for (guint k = 0; k < 300; k++)
        g_string_append (need, "読");
      pz_learner_filter_add (filter, PZ_FILTER_NEED, NULL, need->str);
    }
  saved = pz_saved_filters_add (pz_classroom_get_document (f->classroom), "Band", filter, &error);
  g_assert_no_error (error);
  again = pz_saved_filters_parse (saved, &error);
  g_assert_no_error (error);
  g_assert_true (pz_learner_filter_equal (again, filter));
}

#define ADD(path, function) classroom_test_add ("/core/saved-filters/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("are-listed-by-name-after-a-restart", test_are_listed_by_name_after_a_restart);
  ADD ("trash-and-other-templates-are-left-out", test_trash_and_other_templates_are_left_out);
  ADD ("an-empty-one-says-so", test_an_empty_one_says_so);
  ADD ("get-another-name", test_get_another_name);
  ADD ("what-is-too-long-is-not-kept", test_what_is_too_long_is_not_kept);
  ADD ("what-is-kept-can-be-read-again", test_what_is_kept_can_be_read_again);
  return g_test_run ();
}

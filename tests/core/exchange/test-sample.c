/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "pz-error.h"
#include "pz-goal-hints.h"
#include "pz-goal-template.h"

#include <locale.h>
#include <string.h>

static PzClassroom *
create (PzEnvironment   *environment,
        PzSampleOptions *options)
{
  g_autoptr(GError) error = NULL;
  PzClassroom *classroom = pz_sample_create (environment, options, NULL, &error);

  g_assert_no_error (error);
  return classroom;
}

static PzSampleOptions
small_options (PzEnvironment *environment,
               guint64        seed)
{
  PzSampleOptions options;

  pz_sample_options_init (&options, environment);
  options.n_learners = 9;
  options.seed = seed;
  options.name = "Sample";
  return options;
}

/* every document of a class, as one text */
static char *
read_documents (PzClassroom *classroom)
{
  static const PzDocumentKind kinds[] = { PZ_DOCUMENT_CLASSROOM, PZ_DOCUMENT_LEARNER, PZ_DOCUMENT_ACTIVITY,
                                          PZ_DOCUMENT_FRAMEWORK };
  GString *text = g_string_new (pz_classroom_get_id (classroom));

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *folder = pz_schema_get_document (kinds[i])->folder;
      g_autoptr(GPtrArray) ids = pz_classroom_list (classroom, kinds[i], NULL);

      for (guint j = 0; j < ids->len; j++)
        {
          g_autofree char *name = folder == NULL ? g_strdup ("classroom.json")
                                                 : g_strdup_printf ("%s/%s.json", folder, (char *) g_ptr_array_index (ids, j));
          g_autofree char *path = g_build_filename (pz_classroom_get_path (classroom), name, NULL);
          g_autofree char *content = NULL;

          g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
          g_string_append_printf (text, "\n%s\n%s", name, content);
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_same_options_same_bytes (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->data_dir, "elsewhere", NULL);
  g_autoptr(PzEnvironment) other = pz_environment_new_fixed (elsewhere, FIXTURE_NOW + 1000, 77);
  PzSampleOptions options = small_options (fixture->environment, 1);
  g_autoptr(PzClassroom) first = create (fixture->environment, &options);
  g_autofree char *locale = g_strdup (setlocale (LC_ALL, NULL));
  g_autoptr(PzClassroom) second = NULL;
  g_autofree char *first_text = read_documents (first);
  g_autofree char *second_text = NULL;

  setlocale (LC_ALL, "C");
  second = create (other, &options);
  setlocale (LC_ALL, locale);
  second_text = read_documents (second);
  g_assert_cmpuint (strlen (first_text), >, 20000);
  g_assert_cmpstr (first_text, ==, second_text);
}

static void
test_other_options_other_people (Fixture       *fixture,
                                 gconstpointer  data)
{
  PzSampleOptions options = small_options (fixture->environment, 1);
  g_autoptr(PzClassroom) first = create (fixture->environment, &options);
  g_autoptr(PzClassroom) second = NULL;
  g_autoptr(PzClassroom) third = NULL;
  PzLearnerRow *row;

  options.seed = 2;
  second = create (fixture->environment, &options);
  g_assert_cmpstr (pz_classroom_get_id (first), !=, pz_classroom_get_id (second));
  row = g_list_model_get_item (G_LIST_MODEL (pz_classroom_get_index (first)), 0);
  g_assert_false (pz_index_find (pz_classroom_get_index (second), pz_learner_row_get_id (row), NULL));
  g_object_unref (row);

  /* another name makes another class that can lie beside the first */
  options.name = "Another";
  third = create (fixture->environment, &options);
  g_assert_cmpstr (pz_classroom_get_id (second), !=, pz_classroom_get_id (third));
  g_assert_cmpstr (pz_classroom_get_name (third), ==, "Another");
}

static void
test_defaults (Fixture       *fixture,
               gconstpointer  data)
{
  PzSampleOptions options;

  pz_sample_options_init (&options, fixture->environment);
  g_assert_cmpuint (options.n_learners, ==, 28);
  g_assert_cmpuint (options.n_weeks, ==, 12);
  g_assert_cmpuint (options.seed, ==, 1);
  g_assert_cmpuint (g_date_get_day (&options.today), ==, 23);
  g_assert_cmpuint (g_date_get_month (&options.today), ==, 11);
  g_assert_nonnull (options.name);
}

static void
test_check_finds_nothing (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzClassroom) classroom = fixture_sample (fixture, 60);
  g_autoptr(GPtrArray) findings = pz_classroom_check (classroom, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((PzFinding *) g_ptr_array_index (findings, i))->text);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_exact_shape (Fixture       *fixture,
                  gconstpointer  data)
{
  PzSampleOptions options = small_options (fixture->environment, 3);
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(GPtrArray) learners = NULL;

  options.n_goals = 8;
  options.n_measurements = 40;
  classroom = create (fixture->environment, &options);
  learners = fixture_load_all (classroom, PZ_DOCUMENT_LEARNER);
  g_assert_cmpuint (learners->len, ==, 9);
  for (guint i = 0; i < learners->len; i++)
    {
      g_assert_cmpuint (fixture_count (g_ptr_array_index (learners, i), PZ_RECORD_GOAL), ==, 8);
      g_assert_cmpuint (fixture_count (g_ptr_array_index (learners, i), PZ_RECORD_MEASUREMENT), ==, 320);
    }
}

/* Whoever takes one writes a goal that only wants its own reason. */
static void
test_goals_to_give_can_be_read (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = fixture_sample (fixture, 3);
  PzDocument *document = pz_classroom_get_document (classroom);
  g_autoptr(GPtrArray) templates = pz_goal_template_list (document);

  g_assert_cmpuint (templates->len, >=, 2);
  for (guint i = 0; i < templates->len; i++)
    {
      g_autoptr(PzGoalDraft) draft = pz_goal_draft_new (fixture->environment);
      g_autoptr(GPtrArray) hints = NULL;
      g_autoptr(GError) error = NULL;

      pz_goal_template_apply (pz_record_get_text (templates->pdata[i], PZ_TEMPLATE_CONTENT), draft, &error);
      g_assert_no_error (error);
      hints = pz_goal_draft_check (draft, document);
      g_assert_cmpuint (hints->len, ==, 1);
      g_assert_cmpint (((PzGoalHint *) hints->pdata[0])->kind, ==, PZ_GOAL_HINT_NO_LINK);
    }
}

static void
test_names_stay_distinct (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = fixture_sample (fixture, 300);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *index = G_LIST_MODEL (pz_classroom_get_index (classroom));
  guint n_beyond_latin = 0, n_single = 0;

  for (guint i = 0; i < g_list_model_get_n_items (index); i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (index, i);

      g_hash_table_add (names, g_strdup (pz_learner_row_get_display_name (row)));
      n_beyond_latin += g_unichar_get_script (g_utf8_get_char (pz_learner_row_get_given_name (row))) != G_UNICODE_SCRIPT_LATIN;
      n_single += *pz_learner_row_get_family_name (row) == '\0';
    }
  g_assert_cmpuint (g_hash_table_size (names), >=, 298);
  g_assert_cmpuint (n_beyond_latin, >=, 50);
  g_assert_cmpuint (n_single, >=, 3);
}

static void
assert_nothing_left (Fixture *fixture,
                     guint    n_classes)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->data_dir, 0, NULL);
  g_autofree char *classrooms = g_build_filename (fixture->data_dir, "classrooms", NULL);
  g_autoptr(GDir) classes = g_dir_open (classrooms, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpstr (name, ==, "classrooms");
  while (classes != NULL && g_dir_read_name (classes) != NULL)
    n_classes--;
  g_assert_cmpuint (n_classes, ==, 0);
}

static void
test_rejects (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct { guint n_learners; guint n_weeks; guint n_goals; guint n_measurements; const char *name; } rejects[] = {
    { 0, 12, 0, 0, "a" },  { PZ_SAMPLE_MAX_LEARNERS + 1, 12, 0, 0, "a" },  { 5, 0, 0, 0, "a" },
    { 5, 105, 0, 0, "a" }, { 5, 12, PZ_SAMPLE_MAX_GOALS + 1, 0, "a" },     { 5, 12, 0, PZ_SAMPLE_MAX_MEASUREMENTS + 1, "a" },
    { 5, 12, 0, 0, "" },   { 5, 12, 0, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_autoptr(GError) error = NULL;
      PzSampleOptions options = small_options (fixture->environment, 1);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      options.n_learners = rejects[i].n_learners;
      options.n_weeks = rejects[i].n_weeks;
      options.n_goals = rejects[i].n_goals;
      options.n_measurements = rejects[i].n_measurements;
      options.name = rejects[i].name;
      g_assert_null (pz_sample_create (fixture->environment, &options, NULL, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
    }
  assert_nothing_left (fixture, 0);
}

static void
test_twice_is_refused (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  PzSampleOptions options = small_options (fixture->environment, 1);
  g_autoptr(PzClassroom) classroom = create (fixture->environment, &options);

  g_assert_null (pz_sample_create (fixture->environment, &options, NULL, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_EXISTS);
  assert_nothing_left (fixture, 1);
}

static void
test_cancel_leaves_nothing (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  PzSampleOptions options = small_options (fixture->environment, 1);

  g_cancellable_cancel (cancellable);
  g_assert_null (pz_sample_create (fixture->environment, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_nothing_left (fixture, 0);
}

static void
test_devices_differ (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->data_dir, "elsewhere", NULL);
  g_autoptr(PzEnvironment) other = pz_environment_new_fixed (elsewhere, FIXTURE_NOW, 77);
  PzSampleOptions options = small_options (fixture->environment, 1);
  g_autoptr(PzClassroom) here = create (fixture->environment, &options);
  g_autoptr(PzClassroom) there = create (other, &options);
  g_autofree char *here_path = g_build_filename (pz_classroom_get_path (here), "outbox", "state.json", NULL);
  g_autofree char *there_path = g_build_filename (pz_classroom_get_path (there), "outbox", "state.json", NULL);
  g_autofree char *here_text = NULL;
  g_autofree char *there_text = NULL;

  /* two people who try the same class must not be one device when they share it one day */
  g_assert_true (g_file_get_contents (here_path, &here_text, NULL, NULL));
  g_assert_true (g_file_get_contents (there_path, &there_text, NULL, NULL));
  g_assert_cmpstr (here_text, !=, there_text);
}

static void
test_any_length (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct { guint n_learners; guint n_weeks; } sizes[] = { { 1, 1 }, { 2, 3 }, { 30, 5 }, { 7, 52 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      PzSampleOptions options = small_options (fixture->environment, 5);
      g_autoptr(PzClassroom) classroom = NULL;
      g_autoptr(GPtrArray) findings = NULL;

      options.n_learners = sizes[i].n_learners;
      options.n_weeks = sizes[i].n_weeks;
      classroom = create (fixture->environment, &options);
      findings = pz_classroom_check (classroom, NULL);
      g_assert_cmpuint (findings->len, ==, 0);
      g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (classroom)), ==, sizes[i].n_learners);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test_add ("/core/sample/same-options-same-bytes", test_same_options_same_bytes);
  fixture_test_add ("/core/sample/other-options-other-people", test_other_options_other_people);
  fixture_test_add ("/core/sample/defaults", test_defaults);
  fixture_test_add ("/core/sample/check-finds-nothing", test_check_finds_nothing);
  fixture_test_add ("/core/sample/exact-shape", test_exact_shape);
  fixture_test_add ("/core/sample/goals-to-give-can-be-read", test_goals_to_give_can_be_read);
  fixture_test_add ("/core/sample/names-stay-distinct", test_names_stay_distinct);
  fixture_test_add ("/core/sample/rejects", test_rejects);
  fixture_test_add ("/core/sample/twice-is-refused", test_twice_is_refused);
  fixture_test_add ("/core/sample/cancel-leaves-nothing", test_cancel_leaves_nothing);
  fixture_test_add ("/core/sample/devices-differ", test_devices_differ);
  fixture_test_add ("/core/sample/any-length", test_any_length);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static PzFinding *
only_finding (GPtrArray *findings)
{
  g_assert_nonnull (findings);
  g_assert_cmpuint (findings->len, ==, 1);
  return g_ptr_array_index (findings, 0);
}

static void
test_nothing_is_found_in_a_good_class (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(GPtrArray) findings = pz_classroom_check (f->classroom, NULL);

  g_assert_cmpuint (findings->len, ==, 0);
}

/* what is in memory says nothing of the file */
static void
test_damage_is_found_though_it_is_open (ClassroomFixture *f,
                                        gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(GPtrArray) findings = NULL;
  PzFinding *finding;

  classroom_fixture_damage (f, id);
  findings = pz_classroom_check (f->classroom, NULL);
  finding = only_finding (findings);
  g_assert_cmpint (finding->level, ==, PZ_FINDING_DAMAGE);
  g_assert_nonnull (strstr (finding->document, id));
  g_assert_nonnull (strstr (finding->advice, "snapshot"));
}

static void
test_newer_file_is_no_damage (ClassroomFixture *f,
                              gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *name = g_strdup_printf ("learners/%s.json", id);
  g_autoptr(GPtrArray) findings = NULL;

  classroom_fixture_make_newer (f, name);
  findings = pz_classroom_check (f->classroom, NULL);
  g_assert_cmpint (only_finding (findings)->level, ==, PZ_FINDING_PROBLEM);
  g_assert_nonnull (strstr (only_finding (findings)->advice, "Update"));
}

static void
test_file_set_aside_is_noted (ClassroomFixture *f,
                              gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(GPtrArray) findings = NULL;

  classroom_fixture_damage (f, id);
  rename_to (document, "Nour");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  findings = pz_classroom_check (f->classroom, NULL);
  g_assert_cmpint (only_finding (findings)->level, ==, PZ_FINDING_NOTE);
}

static void
test_dangling_reference_is_found (ClassroomFixture *f,
                                  gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(GPtrArray) findings = NULL;

  pz_record_set_text (owner_of (document), PZ_LEARNER_LEVEL, "0123456789abcdef");
  g_assert_true (pz_classroom_save (f->classroom, "Edit", NULL));
  findings = pz_classroom_check (f->classroom, NULL);
  g_assert_cmpint (only_finding (findings)->level, ==, PZ_FINDING_PROBLEM);
  g_assert_nonnull (strstr (only_finding (findings)->text, "level"));
}

/* The file of @id after each @from in it became @to. */
static void
replace_in_file (ClassroomFixture *f,
                 const char       *id,
                 const char       *from,
                 const char       *to)
{
  g_autofree char *path = classroom_fixture_file (f, id);
  g_autofree char *text = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, from, -1);
  g_assert_cmpuint (g_strv_length (parts), >, 1);
  changed = g_strjoinv (to, parts);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
}

/* the id of a goal of the learner, saved */
static char *
add_goal (ClassroomFixture *f,
          const char       *learner)
{
  g_autoptr(PzDocument) document = load_learner (f->classroom, learner);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads aloud");
  g_assert_true (pz_classroom_save (f->classroom, "Goal", NULL));
  return g_strdup (pz_record_get_id (goal));
}

static void
assert_only_problem (ClassroomFixture *f,
                     const char       *document,
                     const char       *word,
                     const char       *advice)
{
  g_autoptr(GPtrArray) findings = pz_classroom_check (f->classroom, NULL);
  PzFinding *finding = only_finding (findings);

  g_assert_cmpint (finding->level, ==, PZ_FINDING_PROBLEM);
  g_assert_nonnull (strstr (finding->document, document));
  g_assert_nonnull (strstr (finding->text, word));
  g_assert_nonnull (strstr (finding->advice, advice));
}

static void
test_link_to_another_kind_is_found (ClassroomFixture *f,
                                    gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  PzRecord *check_in = pz_document_add (document, PZ_RECORD_CHECK_IN);

  pz_record_set_text (check_in, PZ_CHECK_IN_DATE, "2026-11-23");
  pz_record_set_text (check_in, PZ_CHECK_IN_KIND, "note");
  pz_record_set_text (check_in, PZ_CHECK_IN_GOAL, id);
  g_assert_true (pz_classroom_save (f->classroom, "Edit", NULL));
  assert_only_problem (f, id, "another kind", "enter the value again");
}

static void
test_two_records_of_one_id_are_found (ClassroomFixture *f,
                                      gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *goal = add_goal (f, id);
  g_autofree char *other = add_goal (f, id);
  g_autofree char *line = g_strdup_printf ("{\"id\":\"%s\"", other);
  g_autofree char *same = g_strdup_printf ("{\"id\":\"%s\"", goal);

  replace_in_file (f, id, line, same);
  assert_only_problem (f, id, "two records have this id", "Delete one");
}

static void
test_one_id_in_two_files_is_found (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autofree char *first = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *second = add_learner (f->classroom, "Bea", "Berg");
  g_autofree char *goal = add_goal (f, first);
  g_autofree char *other = add_goal (f, second);

  replace_in_file (f, second, other, goal);
  assert_only_problem (f, "learners/", "has this id, too", "Delete one");
}

static void
assert_no_plain_file (ClassroomFixture *f,
                      const char       *id)
{
  g_autoptr(GPtrArray) findings = pz_classroom_check (f->classroom, NULL);
  PzFinding *finding = only_finding (findings);

  g_assert_cmpint (finding->level, ==, PZ_FINDING_DAMAGE);
  g_assert_nonnull (strstr (finding->document, id));
  g_assert_nonnull (strstr (finding->text, "not a plain file"));
  g_assert_nonnull (strstr (finding->advice, "snapshot"));
}

/* Each stands in the place of a learner that others point to: that one is said to be damaged, and nothing else. */
static void
test_what_is_no_plain_file_is_found (ClassroomFixture *f,
                                     gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *path = classroom_fixture_file (f, id);
  g_autofree char *elsewhere = g_build_filename (f->folder, "elsewhere.json", NULL);
  g_autoptr(PzDocument) activity = pz_classroom_add (f->classroom, PZ_DOCUMENT_ACTIVITY);
  PzRecord *participation = pz_document_add (activity, PZ_RECORD_PARTICIPATION);

  pz_record_set_text (owner_of (activity), PZ_ACTIVITY_TITLE, "Maps");
  pz_record_set_text (owner_of (activity), PZ_ACTIVITY_DATE, "2026-11-23");
  pz_record_set_text (participation, PZ_PARTICIPATION_LEARNER, id);
  g_assert_true (pz_classroom_save (f->classroom, "Activity", NULL));
  g_assert_no_errno (g_rename (path, elsewhere));
  g_assert_no_errno (symlink (elsewhere, path));
  assert_no_plain_file (f, id);
  g_assert_no_errno (g_unlink (path));
  g_assert_no_errno (mkfifo (path, 0600));
  assert_no_plain_file (f, id);
  g_assert_no_errno (g_unlink (path));
  g_assert_no_errno (g_mkdir (path, 0700));
  assert_no_plain_file (f, id);
  g_assert_no_errno (g_rmdir (path));
}

static void
plant_record (ClassroomFixture *f,
              const char       *text)
{
  g_autofree char *path = g_build_filename (f->path, "journal", "txn-0123456789abcdef.journal", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_damaged_record_is_found_where_it_lies (ClassroomFixture *f,
                                            gconstpointer     data)
{
  g_autoptr(GPtrArray) findings = NULL;
  g_autofree char *path = NULL;

  plant_record (f, "PTXN2 nonsense\n");
  classroom_fixture_reopen (f);
  findings = pz_classroom_check (f->classroom, NULL);
  g_assert_cmpint (only_finding (findings)->level, ==, PZ_FINDING_DAMAGE);
  path = g_build_filename (f->path, only_finding (findings)->document, NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

/* On a disk that cannot be written to nobody finishes it. */
static void
test_save_that_waits_is_found (ClassroomFixture *f,
                               gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzStore) store = NULL;
  PzStore *own = f->classroom->store;

  plant_record (f, "PTXN2 0123456789abcdef 1\n");
  store = pz_store_open (f->environment, f->path, PZ_STORE_READ_ONLY, NULL);
  f->classroom->store = store;
  assert_only_problem (f, "journal", "waits to be finished", "can be written to");
  f->classroom->store = own;
}

#define ADD(path, function) classroom_test_add ("/core/classroom-check/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing-is-found-in-a-good-class", test_nothing_is_found_in_a_good_class);
  ADD ("damage-is-found-though-it-is-open", test_damage_is_found_though_it_is_open);
  ADD ("newer-file-is-no-damage", test_newer_file_is_no_damage);
  ADD ("file-set-aside-is-noted", test_file_set_aside_is_noted);
  ADD ("dangling-reference-is-found", test_dangling_reference_is_found);
  ADD ("link-to-another-kind-is-found", test_link_to_another_kind_is_found);
  ADD ("two-records-of-one-id-are-found", test_two_records_of_one_id_are_found);
  ADD ("one-id-in-two-files-is-found", test_one_id_in_two_files_is_found);
  ADD ("what-is-no-plain-file-is-found", test_what_is_no_plain_file_is_found);
  ADD ("damaged-record-is-found-where-it-lies", test_damaged_record_is_found_where_it_lies);
  ADD ("save-that-waits-is-found", test_save_that_waits_is_found);
  return g_test_run ();
}

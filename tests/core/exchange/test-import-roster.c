/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import.h"
#include "pz-library.h"
#include "pz-one-roster.h"
#include "roster-maker.h"

#include <string.h>

/* What of a whole roster, not of its people alone, reaches the class. */
typedef struct
{
  char *folder;
  PzEnvironment *environment;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = g_dir_make_tmp ("pz-import-XXXXXX", NULL);
  f->environment = pz_environment_new_fixed (f->folder, 1795392000000, 5);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf -- '%s'", f->folder);

  g_clear_object (&f->environment);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (f->folder);
}

static PzRoster *
read_roster (const char               *classes,
             const char               *courses,
             const PzOneRosterOptions *options)
{
  const RosterEntry entries[] = {
    { "academicSessions.csv", "sourcedId,title,startDate,endDate\nq1,Autumn,2026-08-17,2026-12-18\n"
      "q2,Spring,2027-01-11,2027-06-29\nq3,Whenever,,\n", NULL },
    { "courses.csv", courses, NULL },
    { "classes.csv", classes, NULL },
    { "users.csv", "sourcedId,givenName,familyName\nu1,Noor,Jansen\n", NULL },
    { "demographics.csv", "sourcedId,birthDate,sex\nu1,2016-03-14,female\n", NULL },
    { "enrollments.csv", "classSourcedId,userSourcedId,role\nc1,u1,student\n", NULL },
  };
  g_autoptr(GBytes) bytes = roster_pack (entries, G_N_ELEMENTS (entries), NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_bytes ("roster.zip", bytes, &error);
  PzRoster *roster;

  g_assert_no_error (error);
  roster = pz_one_roster_load (source, options, &error);
  g_assert_no_error (error);
  return roster;
}

static PzClassroom *
import_class (Fixture     *f,
              PzClassroom *into,
              PzRoster    *roster)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzImportPlan) plan = pz_import_plan_new_for_class (into, roster, pz_roster_find_class (roster, "c1"), &error);
  PzClassroom *classroom;

  g_assert_no_error (error);
  classroom = pz_import_plan_apply (plan, f->environment, &error);
  g_assert_no_error (error);
  return classroom;
}

static PzRecord *
class_record (PzClassroom *classroom)
{
  return pz_document_get_owner (pz_classroom_get_document (classroom));
}

static void
test_all_terms_count (Fixture       *f,
                      gconstpointer  data)
{
  g_autoptr(PzRoster) roster = read_roster ("sourcedId,title,classCode,termSourcedIds\nc1,Maths,m,\"q2,q1,q3\"\n",
                                            "sourcedId,title,courseCode\n", NULL);
  g_autoptr(PzClassroom) classroom = import_class (f, NULL, roster);

  g_assert_cmpstr (pz_record_get_text (class_record (classroom), PZ_CLASSROOM_TERM_START), ==, "2026-08-17");
  g_assert_cmpstr (pz_record_get_text (class_record (classroom), PZ_CLASSROOM_TERM_END), ==, "2027-06-29");
}

static void
test_subject_of_the_class_or_its_course (Fixture       *f,
                                         gconstpointer  data)
{
  static const struct { const char *course; const char *subjects; const char *expected; } rows[] = {
    { "k1,Course one,Algebra", "Geometry", "Geometry" }, { "k1,Course one,Algebra", "", "Algebra" },
    { "k1,Course one,", "", "Course one" },              { "k2,Another course,Algebra", "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *courses = g_strdup_printf ("sourcedId,title,subjects\n%s\n", rows[i].course);
      g_autofree char *classes = g_strdup_printf ("sourcedId,title,courseSourcedId,subjects\nc1,Maths,k1,%s\n",
                                                  rows[i].subjects);
      g_autoptr(PzRoster) roster = read_roster (classes, courses, NULL);
      g_autoptr(PzClassroom) classroom = import_class (f, NULL, roster);

      g_assert_cmpstr (pz_record_get_text (class_record (classroom), PZ_CLASSROOM_SUBJECT), ==, rows[i].expected);
    }
}

static gboolean
shows_birth_dates (PzClassroom *classroom)
{
  return pz_record_set_has (class_record (classroom), PZ_CLASSROOM_FIELDS_ON, "birth-date");
}

static void
test_birth_dates_that_were_asked_for_are_shown (Fixture       *f,
                                                gconstpointer  data)
{
  static const char *const wanted[] = { "birthDate", NULL };
  const PzOneRosterOptions options = { .demographics = wanted };
  const char *classes = "sourcedId,title,classCode\nc1,Maths,m\n";
  g_autoptr(PzRoster) plain = read_roster (classes, "sourcedId,title,courseCode\n", NULL);
  g_autoptr(PzRoster) asked = read_roster (classes, "sourcedId,title,courseCode\n", &options);
  g_autoptr(PzClassroom) classroom = import_class (f, NULL, plain);
  g_autoptr(PzClassroom) again = NULL;

  g_assert_false (shows_birth_dates (classroom));
  again = import_class (f, classroom, asked);
  g_assert_true (again == classroom);
  g_assert_true (shows_birth_dates (classroom));
  g_assert_true (pz_classroom_undo (classroom, NULL));
  g_assert_false (shows_birth_dates (classroom));
}

static PzRecord *
only_lens (PzClassroom *classroom)
{
  GListModel *lenses = pz_document_get_records (pz_classroom_get_document (classroom), PZ_RECORD_LENS);
  g_autoptr(PzRecord) lens = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (lenses), ==, 1);
  lens = g_list_model_get_item (lenses, 0);
  return lens; /* the document holds it */
}

static PzDocument *
only_learner (PzClassroom *classroom)
{
  g_autoptr(GPtrArray) ids = pz_classroom_list (classroom, PZ_DOCUMENT_LEARNER, NULL);

  g_assert_cmpuint (ids->len, ==, 1);
  return pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, g_ptr_array_index (ids, 0), NULL);
}

static void
test_columns_without_a_field_become_lenses (Fixture       *f,
                                            gconstpointer  data)
{
  static const char *const wanted[] = { "SEX", NULL };
  const PzOneRosterOptions options = { .demographics = wanted };
  const char *classes = "sourcedId,title,classCode\nc1,Maths,m\n";
  g_autoptr(PzRoster) plain = read_roster (classes, "sourcedId,title,courseCode\n", NULL);
  g_autoptr(PzRoster) asked = read_roster (classes, "sourcedId,title,courseCode\n", &options);
  g_autoptr(PzClassroom) classroom = import_class (f, NULL, plain);
  g_autoptr(PzDocument) learner = only_learner (classroom);
  g_autoptr(PzClassroom) again = NULL;
  g_autofree char *value = NULL;

  g_assert_true (pz_record_is_empty (pz_document_get_owner (learner), PZ_LEARNER_LENS_VALUES));
  again = import_class (f, classroom, asked);
  value = g_strconcat (pz_record_get_id (only_lens (classroom)), ":female", NULL);
  g_assert_cmpstr (pz_record_get_text (only_lens (classroom), PZ_LENS_NAME), ==, "sex");
  g_assert_nonnull (strstr (pz_record_get_text (only_lens (classroom), PZ_LENS_PURPOSE), "demographics.csv"));
  g_assert_true (pz_record_set_has (only_lens (classroom), PZ_LENS_VALUES, "female"));
  g_assert_true (pz_record_set_has (pz_document_get_owner (learner), PZ_LEARNER_LENS_VALUES, value));
  g_assert_true (pz_record_set_has (class_record (classroom), PZ_CLASSROOM_FIELDS_ON, "lens-values"));
  /* all of it is one step */
  g_assert_true (pz_classroom_undo (classroom, NULL));
  g_assert_true (pz_record_is_empty (pz_document_get_owner (learner), PZ_LEARNER_LENS_VALUES));
  g_assert_false (pz_record_set_has (class_record (classroom), PZ_CLASSROOM_FIELDS_ON, "lens-values"));
}

static void
test_class_of_a_roster_is_found_again (Fixture       *f,
                                       gconstpointer  data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "exchange", "oneroster-1.1", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_path (folder, &error);
  const PzOneRosterOptions options = { NULL, PZ_DAY_ORDER_DAY_FIRST };
  g_autoptr(PzRoster) roster = pz_one_roster_load (source, &options, &error);
  const PzRosterClass *class_ = pz_roster_find_class (roster, "class-1");
  g_autoptr(PzImportPlan) first = pz_import_plan_for_class (f->environment, roster, class_, &error);
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(PzImportPlan) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (pz_import_plan_get_class_name (first), ==, class_->title);
  g_assert_cmpuint (pz_import_plan_count (first, PZ_IMPORT_NEW), >, 0);
  classroom = pz_import_plan_apply (first, f->environment, &error);
  g_assert_no_error (error);
  g_assert_true (pz_classroom_close (classroom, NULL));
  again = pz_import_plan_for_class (f->environment, roster, class_, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pz_import_plan_get_classroom (again));
  g_assert_true (pz_import_plan_is_empty (again));
}

#define ADD(path, function) g_test_add ("/core/import-roster/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all-terms-count", test_all_terms_count);
  ADD ("subject-of-the-class-or-its-course", test_subject_of_the_class_or_its_course);
  ADD ("birth-dates-that-were-asked-for-are-shown", test_birth_dates_that_were_asked_for_are_shown);
  ADD ("columns-without-a-field-become-lenses", test_columns_without_a_field_become_lenses);
  ADD ("class-of-a-roster-is-found-again", test_class_of_a_roster_is_found_again);
  return g_test_run ();
}

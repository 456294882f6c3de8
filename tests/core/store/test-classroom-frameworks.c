/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "pz-classroom-frameworks.h"
#include "pz-error.h"
#include "store-fixture.h"

static void
add_framework (ClassroomFixture *fixture,
               const char       *id,
               const char       *title)
{
  g_autoptr(PzDocument) document = pz_classroom_add_with_id (fixture->classroom, PZ_DOCUMENT_FRAMEWORK, id, NULL);

  pz_record_set_text (pz_document_get_owner (document), PZ_FRAMEWORK_TITLE, title);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *standard = g_strdup_printf ("%s-%u", id, i);
      PzRecord *record = pz_document_add_with_id (document, PZ_RECORD_STANDARD, standard);

      if (i == 1)
        pz_record_set_text (record, PZ_STANDARD_RETIRED, "2026-11-23");
      if (i == 2)
        pz_document_delete (document, record);
    }
  g_assert_true (pz_classroom_save (fixture->classroom, "Import", NULL));
}

static void
assert_listed (ClassroomFixture *fixture,
               const char       *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) infos = pz_classroom_list_frameworks (fixture->classroom, &error);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < infos->len; i++)
    {
      const PzFrameworkInfo *info = g_ptr_array_index (infos, i);

      g_string_append_printf (text, "%s%s %s %u-%u%s%s", i > 0 ? ", " : "", info->id, info->title != NULL ? info->title : "?",
                              info->n_standards, info->n_retired, info->deleted ? " deleted" : "",
                              info->problem != NULL ? " problem" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_list (ClassroomFixture *fixture,
           gconstpointer     data)
{
  g_autofree char *path = g_build_filename (fixture->path, "frameworks", "damaged.json", NULL);

  assert_listed (fixture, "");
  add_framework (fixture, "writing", "Writing");
  add_framework (fixture, "maths", "Maths");
  assert_listed (fixture, "maths Maths 2-1, writing Writing 2-1");
  g_assert_true (g_file_set_contents (path, "{\"format\":\"personalize-framework\",", -1, NULL));
  assert_listed (fixture, "damaged ? 0-0 problem, maths Maths 2-1, writing Writing 2-1");
}

static void
test_trash_and_back (ClassroomFixture *fixture,
                     gconstpointer     data)
{
  g_autoptr(GError) error = NULL;

  add_framework (fixture, "maths", "Maths");
  g_assert_true (pz_classroom_delete_framework (fixture->classroom, "maths", &error));
  g_assert_no_error (error);
  assert_listed (fixture, "maths Maths 2-1 deleted");
  g_assert_cmpstr (pz_classroom_get_undo_label (fixture->classroom), ==, "Delete framework");
  g_assert_true (pz_classroom_restore_framework (fixture->classroom, "maths", &error));
  assert_listed (fixture, "maths Maths 2-1");
  g_assert_true (pz_classroom_undo (fixture->classroom, &error));
  g_assert_true (pz_classroom_save (fixture->classroom, NULL, &error));
  assert_listed (fixture, "maths Maths 2-1 deleted");
  g_assert_false (pz_classroom_delete_framework (fixture->classroom, "nothing", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
}

/* a goal that points to a standard nobody has */
static void
test_check_sees_missing_standards (ClassroomFixture *fixture,
                                   gconstpointer     data)
{
  PzRecord *goal = pz_document_add (pz_classroom_get_document (fixture->classroom), PZ_RECORD_GOAL);
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) one = NULL;

  add_framework (fixture, "maths", "Maths");
  pz_record_set_text (goal, PZ_GOAL_TITLE, "Together");
  pz_record_set_text (goal, PZ_GOAL_STANDARD, "maths-1");
  /* also while the framework lies in the trash */
  g_assert_true (pz_classroom_delete_framework (fixture->classroom, "maths", NULL));
  none = pz_classroom_check (fixture->classroom, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  pz_record_set_text (goal, PZ_GOAL_STANDARD, "maths-9");
  g_assert_true (pz_classroom_save (fixture->classroom, NULL, NULL));
  one = pz_classroom_check (fixture->classroom, NULL);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_nonnull (strstr (((PzFinding *) g_ptr_array_index (one, 0))->text, "standard points to something that does not exist"));
}

#define ADD(path, function) classroom_test_add ("/core/classroom-frameworks/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("list", test_list);
  ADD ("trash-and-back", test_trash_and_back);
  ADD ("check-sees-missing-standards", test_check_sees_missing_standards);
  return g_test_run ();
}

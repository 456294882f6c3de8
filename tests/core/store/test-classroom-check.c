/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"

#include <string.h>

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
  return g_test_run ();
}

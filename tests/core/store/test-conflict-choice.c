/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-list.h"

#include "classroom-fixture.h"
#include "conflict-fixture.h"

#include <string.h>

#define LATE G_GINT64_CONSTANT (1900000000000)

static GPtrArray *
list (ClassroomFixture *f,
      guint             expected)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *found;

  pz_classroom_refresh (f->classroom, &error);
  g_assert_no_error (error);
  found = pz_classroom_list_conflicts (f->classroom, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, expected);
  return found;
}

static char *
name_of (const char *id)
{
  return g_strdup_printf ("learners/%s.json", id);
}

/* two learners, a name of each differs */
static void
make_two (ClassroomFixture  *f,
          char             **ada,
          char             **noor)
{
  g_autofree char *first = NULL, *second = NULL;

  *ada = add_learner (f->classroom, "Ada", "Hill");
  *noor = add_learner (f->classroom, "Noor", "Jansen");
  first = name_of (*ada);
  second = name_of (*noor);
  conflict_fixture_write (f->path, first, NULL, "given-name", "Adah", CONFLICT_DEVICE, 1000);
  conflict_fixture_write (f->path, second, NULL, "given-name", "Nora", CONFLICT_DEVICE, LATE);
}

static void
test_many_choices_are_one_step (ClassroomFixture *f,
                                gconstpointer     data)
{
  g_autofree char *ada = NULL, *noor = NULL;
  g_autoptr(GPtrArray) found = NULL, again = NULL;
  PzConflictChoice choices[2] = { { NULL, 1, NULL }, { NULL, 1, NULL } };
  g_autoptr(GError) error = NULL;

  make_two (f, &ada, &noor);
  found = list (f, 2);
  choices[0].conflict = found->pdata[0];
  choices[1].conflict = found->pdata[1];
  g_assert_true (pz_classroom_choose (f->classroom, choices, 2, &error));
  g_assert_no_error (error);
  assert_on_disk (f, ada, "Adah");
  assert_on_disk (f, noor, "Noor");
  assert_given_name (f->classroom, ada, "Adah");
  assert_given_name (f->classroom, noor, "Noor");
  g_ptr_array_unref (list (f, 0));
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Choice for 2 fields");
  /* both wait again, and show what they showed */
  g_assert_true (pz_classroom_undo (f->classroom, &error));
  g_assert_true (pz_classroom_save (f->classroom, NULL, &error));
  assert_given_name (f->classroom, ada, "Ada");
  assert_given_name (f->classroom, noor, "Nora");
  again = list (f, 2);
  g_assert_cmpstr (pz_conflict_get_value (again->pdata[0], 1)->text, ==, "Adah");
  g_assert_cmpstr (pz_conflict_get_value (again->pdata[1], 1)->text, ==, "Noor");
  g_assert_true (pz_classroom_redo (f->classroom, &error));
  g_assert_true (pz_classroom_save (f->classroom, NULL, &error));
  g_ptr_array_unref (list (f, 0));
  assert_given_name (f->classroom, noor, "Noor");
}

static void
test_what_is_given_up_stays_in_the_history (ClassroomFixture *f,
                                            gconstpointer     data)
{
  g_autofree char *history = g_strdup_printf ("history/%016" G_GINT64_MODIFIER "x.jsonl",
                                              pz_clock_get_device (f->classroom->clock));
  g_autofree char *ada = NULL, *noor = NULL, *lines = NULL;
  g_autoptr(GPtrArray) found = NULL;
  PzConflictChoice choice = { NULL, 0, NULL };

  make_two (f, &ada, &noor);
  found = list (f, 2);
  choice.conflict = found->pdata[0]; /* what is shown stays */
  g_assert_true (pz_classroom_choose (f->classroom, &choice, 1, NULL));
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Choice for “Given name”");
  lines = classroom_fixture_read (f, history);
  g_assert_nonnull (strstr (lines, "\"field\":\"given-name\",\"old\":\"Adah\",\"new\":\"Ada\""));
  g_assert_null (strstr (lines, "\"old\":\"Ada\",\"new\":\"Ada\""));
}

static void
test_a_value_nobody_saw_is_not_replaced (ClassroomFixture *f,
                                         gconstpointer     data)
{
  g_autofree char *ada = NULL, *noor = NULL, *name = NULL;
  g_autoptr(GPtrArray) found = NULL, again = NULL;
  PzConflictChoice choices[2] = { { NULL, 1, NULL }, { NULL, 1, NULL } };
  g_autoptr(GError) error = NULL;

  make_two (f, &ada, &noor);
  found = list (f, 2);
  choices[0].conflict = found->pdata[0];
  choices[1].conflict = found->pdata[1];
  name = name_of (ada);
  conflict_fixture_write (f->path, name, NULL, "given-name", "Aida", CONFLICT_DEVICE + 1, 2000);
  pz_classroom_refresh (f->classroom, NULL);
  g_assert_false (pz_classroom_choose (f->classroom, choices, 2, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_CHANGED);
  again = list (f, 1);
  g_assert_cmpuint (((PzConflict *) again->pdata[0])->values->len, ==, 3);
  assert_given_name (f->classroom, noor, "Noor"); /* the other one is chosen all the same */
}

static void
test_merged_texts (ClassroomFixture *f,
                   gconstpointer     data)
{
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *name = name_of (ada);
  g_autoptr(PzDocument) document = load_learner (f->classroom, ada);
  g_autofree char *endless = g_strnfill (1000000, 'x');
  g_autoptr(GPtrArray) found = NULL;
  PzConflictChoice choice = { NULL, 0, endless };
  g_autoptr(GError) error = NULL;

  pz_record_set_text (owner_of (document), PZ_LEARNER_NOTES, "Near the door");
  g_assert_true (pz_classroom_save (f->classroom, "Edit", NULL));
  conflict_fixture_write (f->path, name, NULL, "notes", "Near the window", CONFLICT_DEVICE, 1000);
  found = list (f, 1);
  choice.conflict = found->pdata[0];
  g_assert_false (pz_classroom_choose (f->classroom, &choice, 1, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  choice.text = "Near the window, not the door";
  g_assert_true (pz_classroom_choose (f->classroom, &choice, 1, NULL));
  g_ptr_array_unref (list (f, 0));
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_NOTES), ==, "Near the window, not the door");
}

static void
check_trash (ClassroomFixture *f,
             guint             value)
{
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *name = name_of (ada);
  g_autoptr(PzDocument) document = load_learner (f->classroom, ada);
  g_autoptr(GPtrArray) found = NULL;
  PzConflictChoice choice = { NULL, value, NULL };

  pz_document_delete (document, owner_of (document));
  g_assert_true (pz_classroom_save (f->classroom, "Delete", NULL));
  conflict_fixture_write (f->path, name, NULL, "notes", "Moved", CONFLICT_DEVICE, LATE);
  found = list (f, 1);
  choice.conflict = found->pdata[0];
  g_assert_true (pz_classroom_choose (f->classroom, &choice, 1, NULL));
  g_ptr_array_unref (list (f, 0));
  g_assert_cmpint (pz_record_is_deleted (owner_of (document)), ==, value == 0);
}

static void
test_kept_in_the_trash_or_brought_back (ClassroomFixture *f,
                                        gconstpointer     data)
{
  check_trash (f, 0);
  check_trash (f, 1);
}

static void
test_wrong_numbers_and_closed_classes (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autofree char *ada = NULL, *noor = NULL;
  g_autoptr(GPtrArray) found = NULL;
  PzConflictChoice choice = { NULL, 2, NULL };
  g_autoptr(GError) error = NULL;

  make_two (f, &ada, &noor);
  found = list (f, 2);
  choice.conflict = found->pdata[0];
  g_assert_false (pz_classroom_choose (f->classroom, &choice, 1, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_clear_error (&error);
  pz_classroom_set_read_only (f->classroom, "Only to look at.");
  choice.value = 0;
  g_assert_false (pz_classroom_choose (f->classroom, &choice, 1, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_READ_ONLY);
  g_ptr_array_unref (list (f, 2));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  classroom_test_add ("/core/conflict-choice/many-choices-are-one-step", test_many_choices_are_one_step);
  classroom_test_add ("/core/conflict-choice/what-is-given-up-stays-in-the-history",
                      test_what_is_given_up_stays_in_the_history);
  classroom_test_add ("/core/conflict-choice/a-value-nobody-saw-is-not-replaced", test_a_value_nobody_saw_is_not_replaced);
  classroom_test_add ("/core/conflict-choice/merged-texts", test_merged_texts);
  classroom_test_add ("/core/conflict-choice/kept-in-the-trash-or-brought-back", test_kept_in_the_trash_or_brought_back);
  classroom_test_add ("/core/conflict-choice/wrong-numbers-and-closed-classes", test_wrong_numbers_and_closed_classes);
  return g_test_run ();
}

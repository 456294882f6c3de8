/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"

typedef struct
{
  PzDocument *one;
  PzDocument *two;
} Two;

/* two learners with nothing to save */
static void
two_init (Two              *two,
          ClassroomFixture *f)
{
  g_autofree char *first = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *second = add_learner (f->classroom, "Ada", "Hill");

  two->one = load_learner (f->classroom, first);
  two->two = load_learner (f->classroom, second);
}

static void
two_clear (Two *two)
{
  g_object_unref (two->one);
  g_object_unref (two->two);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Two, two_clear)

/* what would be taken back, newest first */
static void
assert_steps (ClassroomFixture  *f,
              const char *const *labels)
{
  for (guint i = 0; labels[i] != NULL; i++)
    {
      g_autoptr(PzUndoStep) step = pz_undo_stack_step_back (f->classroom->undo);

      g_assert_nonnull (step);
      g_assert_cmpstr (step->label, ==, labels[i]);
    }
}

static void
count_cb (gpointer    source,
          GParamSpec *pspec,
          guint      *n)
{
  (*n)++;
}

static void
test_says_what_is_not_on_disk (ClassroomFixture *f,
                               gconstpointer     data)
{
  g_auto(Two) two = { 0 };
  g_autoptr(GPtrArray) none = NULL, both = NULL;

  two_init (&two, f);
  none = pz_classroom_collect_unsaved (f->classroom);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (pz_classroom_has_unsaved (f->classroom));
  rename_to (two.two, "Adah");
  rename_to (two.one, "Nour");
  g_assert_true (pz_classroom_has_unsaved (f->classroom));
  both = pz_classroom_collect_unsaved (f->classroom);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpstr (((PzOpenDocument *) both->pdata[0])->name, <, ((PzOpenDocument *) both->pdata[1])->name);
  /* sealing is not saving */
  pz_classroom_seal (f->classroom, "Rename");
  g_assert_true (pz_classroom_has_unsaved (f->classroom));
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  g_assert_false (pz_classroom_has_unsaved (f->classroom));
}

static void
test_edits_become_one_step_and_history (ClassroomFixture *f,
                                        gconstpointer     data)
{
  g_auto(Two) two = { 0 };
  guint n_told = 0;

  two_init (&two, f);
  g_signal_connect (f->classroom, "notify::undo-label", G_CALLBACK (count_cb), &n_told);
  rename_to (two.one, "Nour");
  rename_to (two.two, "Adah");
  pz_classroom_seal (f->classroom, "Rename");
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpuint (f->classroom->history->len, ==, 2);
  g_assert_false (pz_document_is_dirty (two.one));
  /* nothing more was edited: no second step */
  pz_classroom_seal (f->classroom, "Rename again");
  g_assert_cmpuint (f->classroom->history->len, ==, 2);
  assert_steps (f, (const char *const[]) { "Rename", "Add learner", NULL });
}

static void
test_what_is_no_step_is_history_all_the_same (ClassroomFixture *f,
                                              gconstpointer     data)
{
  g_auto(Two) two = { 0 };

  two_init (&two, f);
  rename_to (two.one, "Nour");
  pz_classroom_seal (f->classroom, NULL);
  g_assert_cmpuint (f->classroom->history->len, ==, 1);
  rename_to (two.one, "Nora");
  f->classroom->undoing = TRUE;
  pz_classroom_seal (f->classroom, "Taken back");
  f->classroom->undoing = FALSE;
  g_assert_cmpuint (f->classroom->history->len, ==, 2);
  assert_steps (f, (const char *const[]) { "Add learner", NULL });
}

static void
test_what_waits_under_another_label_is_its_own_step (ClassroomFixture *f,
                                                     gconstpointer     data)
{
  g_auto(Two) two = { 0 };

  two_init (&two, f);
  rename_to (two.one, "Nour");
  pz_classroom_label_waiting (f->classroom, "First");
  g_assert_cmpuint (f->classroom->history->len, ==, 0); /* it still waits */
  rename_to (two.one, "Nora");
  pz_classroom_label_waiting (f->classroom, "First");
  rename_to (two.one, "Norah");
  rename_to (two.two, "Adah");
  pz_classroom_seal (f->classroom, "Second");
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (owner_of (two.one), PZ_LEARNER_GIVEN_NAME), ==, "Nora");
  g_assert_cmpstr (pz_record_get_text (owner_of (two.two), PZ_LEARNER_GIVEN_NAME), ==, "Ada");
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "First");
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (owner_of (two.one), PZ_LEARNER_GIVEN_NAME), ==, "Noor");
}

static void
test_another_label_ends_what_waits (ClassroomFixture *f,
                                    gconstpointer     data)
{
  g_auto(Two) two = { 0 };

  two_init (&two, f);
  rename_to (two.one, "Nour");
  pz_classroom_label_waiting (f->classroom, "First");
  rename_to (two.one, "Nora");
  pz_classroom_label_waiting (f->classroom, "Second");
  g_assert_cmpstr (pz_undo_stack_peek_undo (f->classroom->undo), ==, "First");
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Second"); /* what waits comes first */
  g_assert_true (pz_document_is_dirty (two.one));
  pz_classroom_seal_waiting (f->classroom);
  assert_steps (f, (const char *const[]) { "Second", "First", "Add learner", NULL });
}

static void
test_what_waits_without_a_label_is_an_edit (ClassroomFixture *f,
                                            gconstpointer     data)
{
  g_auto(Two) two = { 0 };

  two_init (&two, f);
  pz_classroom_seal_waiting (f->classroom);
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Add learner");
  rename_to (two.one, "Nour");
  pz_classroom_seal_waiting (f->classroom);
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Edit");
  g_assert_false (pz_document_is_dirty (two.one));
}

static void
test_one_document_goes_into_a_step_that_is_not_done (ClassroomFixture *f,
                                                     gconstpointer     data)
{
  g_autoptr(PzUndoStep) step = pz_undo_step_new ("Many");
  g_auto(Two) two = { 0 };

  two_init (&two, f);
  rename_to (two.one, "Nour");
  rename_to (two.two, "Adah");
  pz_classroom_seal_into (f->classroom, two.one, step);
  pz_classroom_seal_into (f->classroom, two.one, step); /* nothing since */
  g_assert_cmpuint (step->parts->len, ==, 1);
  g_assert_cmpstr (((PzUndoPart *) step->parts->pdata[0])->id, ==, pz_document_get_id (two.one));
  g_assert_cmpuint (f->classroom->history->len, ==, 1);
  g_assert_false (pz_document_is_dirty (two.one));
  g_assert_true (pz_document_is_dirty (two.two));
  assert_steps (f, (const char *const[]) { "Add learner", NULL });
}

/* a turn of the main loop must be able to take a part back */
static void
test_many_changes_are_noted_in_parts (ClassroomFixture *f,
                                      gconstpointer     data)
{
  g_autoptr(PzUndoStep) step = pz_undo_step_new ("Many");
  g_autofree char *name = NULL;
  g_auto(Two) two = { 0 };
  PzOpenDocument *open;
  guint n = 0;

  two_init (&two, f);
  name = pz_document_file_name (PZ_DOCUMENT_LEARNER, pz_document_get_id (two.one));
  open = g_hash_table_lookup (f->classroom->open, name);
  for (guint i = 0; i < 300; i++)
    rename_to (two.one, i % 2 == 0 ? "Nour" : "Nora");
  pz_classroom_note_changes (f->classroom, open, pz_document_take_changes (two.one), "2026-11-23T00:00:00Z", step);
  g_assert_true (open->unsaved);
  g_assert_cmpuint (step->parts->len, >, 1);
  g_assert_cmpuint (f->classroom->history->len, ==, step->parts->len);
  for (guint i = 0; i < step->parts->len; i++)
    n += ((PzUndoPart *) step->parts->pdata[i])->changes->len;
  g_assert_cmpuint (n, ==, 300);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-seal/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("says-what-is-not-on-disk", test_says_what_is_not_on_disk);
  ADD ("edits-become-one-step-and-history", test_edits_become_one_step_and_history);
  ADD ("what-is-no-step-is-history-all-the-same", test_what_is_no_step_is_history_all_the_same);
  ADD ("what-waits-under-another-label-is-its-own-step", test_what_waits_under_another_label_is_its_own_step);
  ADD ("another-label-ends-what-waits", test_another_label_ends_what_waits);
  ADD ("what-waits-without-a-label-is-an-edit", test_what_waits_without_a_label_is_an_edit);
  ADD ("one-document-goes-into-a-step-that-is-not-done", test_one_document_goes_into_a_step_that_is_not_done);
  ADD ("many-changes-are-noted-in-parts", test_many_changes_are_noted_in_parts);
  return g_test_run ();
}

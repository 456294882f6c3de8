/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-merge.h"

#include "classroom-fixture.h"
#include "conflict-fixture.h"
#include "pz-conflict-list.h"

static const PzTextMergeMarks marks = { "<<", "==", ">>" };

typedef struct
{
  gboolean done;
  PzConflictMerge *merge;
  GError *error;
} Answer;

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->merge = pz_conflict_merge_finish (PZ_CLASSROOM (source), result, &answer->error);
  answer->done = TRUE;
}

static void
write_notes (ClassroomFixture *f,
             PzDocument       *document,
             const char       *text)
{
  pz_record_set_text (owner_of (document), PZ_LEARNER_NOTES, text);
  g_assert_true (pz_classroom_save (f->classroom, "Edit", NULL));
}

/* texts: of this device, one after the other, NULL at the end; theirs: of another one */
static PzConflictMerge *
merge (ClassroomFixture  *f,
       const char *const *texts,
       const char        *theirs)
{
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *name = g_strdup_printf ("learners/%s.json", ada);
  g_autoptr(PzDocument) document = load_learner (f->classroom, ada);
  g_autoptr(GPtrArray) found = NULL;
  Answer answer = { 0 };

  for (gsize i = 0; texts[i] != NULL; i++)
    write_notes (f, document, texts[i]);
  conflict_fixture_write (f->path, name, NULL, "notes", theirs, CONFLICT_DEVICE, 1000);
  pz_classroom_refresh (f->classroom, NULL);
  found = pz_classroom_list_conflicts (f->classroom, NULL, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  pz_conflict_merge_async (f->classroom, found->pdata[0], &marks, NULL, merged_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  return answer.merge;
}

static void
test_the_history_knows_what_both_were_made_from (ClassroomFixture *f,
                                                 gconstpointer     data)
{
  static const char *const texts[] = { "Seat\nSnack\nBus", "Seat\nBus", "Seat\nBus\nGlasses", NULL };
  g_autoptr(PzConflictMerge) merged = merge (f, texts, "Seat near the door\nSnack\nBus");

  g_assert_true (merged->has_base);
  g_assert_cmpuint (merged->n_conflicts, ==, 1);
  /* the snack went here; there its line is next to one that was changed */
  g_assert_cmpstr (merged->text, ==, "<<\nSeat\n==\nSeat near the door\nSnack\n>>\nBus\nGlasses");
}

static void
test_changes_at_different_places_are_put_together (ClassroomFixture *f,
                                                   gconstpointer     data)
{
  static const char *const texts[] = { "Seat\nSnack\nBus", "Seat\nSnack\nBus\nGlasses", NULL };
  g_autoptr(PzConflictMerge) merged = merge (f, texts, "Window seat\nSnack\nBus");

  g_assert_true (merged->has_base);
  g_assert_cmpuint (merged->n_conflicts, ==, 0);
  g_assert_cmpstr (merged->text, ==, "Window seat\nSnack\nBus\nGlasses");
}

static void
test_without_history_nothing_goes (ClassroomFixture *f,
                                   gconstpointer     data)
{
  static const char *const texts[] = { "Seat\nSnack", NULL };
  g_autoptr(PzConflictMerge) merged = merge (f, texts, "Snack\nBus");

  g_assert_false (merged->has_base);
  g_assert_cmpstr (merged->text, ==, "Seat\nSnack\nBus");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  classroom_test_add ("/core/conflict-merge/the-history-knows-what-both-were-made-from",
                      test_the_history_knows_what_both_were_made_from);
  classroom_test_add ("/core/conflict-merge/changes-at-different-places-are-put-together",
                      test_changes_at_different_places_are_put_together);
  classroom_test_add ("/core/conflict-merge/without-history-nothing-goes", test_without_history_nothing_goes);
  return g_test_run ();
}

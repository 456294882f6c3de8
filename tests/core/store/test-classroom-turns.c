/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"

/* so many that they do not fit into one turn of the main loop, for each of them takes one */
#define MANY 20

typedef struct
{
  GPtrArray *documents;
  const char *need;
  guint n_edited;
  guint n_told; /* done is told once */
  gboolean done;
} Edits;

static PzDocument *
edit_one (PzClassroom *classroom,
          guint        i,
          gpointer     data)
{
  Edits *edits = data;
  PzDocument *document = edits->documents->pdata[i];

  g_assert_cmpuint (i, ==, edits->n_edited++);
  g_usleep (5000);
  if (i % 2 != 0)
    return NULL;
  pz_record_set_add (owner_of (document), PZ_LEARNER_NEEDS, edits->need);
  return g_object_ref (document);
}

static void
edited_all (PzClassroom *classroom,
            PzUndoStep  *step,
            gpointer     data)
{
  Edits *edits = data;

  edits->n_told++;
  edits->done = TRUE;
  pz_classroom_push_step (classroom, step, edits->need);
}

static GPtrArray *
add_many (PzClassroom *classroom)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MANY; i++)
    g_ptr_array_add (documents, pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER));
  g_assert_true (pz_classroom_save (classroom, "Add", NULL));
  return documents;
}

static guint
count_with_need (GPtrArray  *documents,
                 const char *need)
{
  guint n = 0;

  for (guint i = 0; i < documents->len; i++)
    n += pz_record_set_has (owner_of (documents->pdata[i]), PZ_LEARNER_NEEDS, need);
  return n;
}

static void
test_many_edits_are_one_step (ClassroomFixture *f,
                              gconstpointer     data)
{
  g_autoptr(GPtrArray) documents = add_many (f->classroom);
  Edits edits = { documents, "Reading" };

  pz_classroom_edit_in_turns (f->classroom, MANY, edit_one, edited_all, &edits);
  g_assert_true (pz_classroom_has_turns (f->classroom));
  g_assert_cmpuint (edits.n_edited, ==, 0); /* not in this turn */
  run_until (&edits.done);
  g_assert_false (pz_classroom_has_turns (f->classroom));
  g_assert_cmpuint (edits.n_told, ==, 1);
  g_assert_cmpuint (count_with_need (documents, "Reading"), ==, MANY / 2);
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Reading");
  run_until_state (f->classroom, PZ_SAVE_SAVED);
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpuint (count_with_need (documents, "Reading"), ==, 0);
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Add");
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

static void
test_later_edits_come_later (ClassroomFixture *f,
                             gconstpointer     data)
{
  g_autoptr(GPtrArray) documents = add_many (f->classroom);
  Edits first = { documents, "Reading" }, second = { documents, "Writing" };

  pz_classroom_edit_in_turns (f->classroom, MANY, edit_one, edited_all, &first);
  pz_classroom_edit_in_turns (f->classroom, MANY, edit_one, edited_all, &second);
  run_until (&first.done);
  g_assert_cmpuint (second.n_edited, ==, 0);
  run_until (&second.done);
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Writing");
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Reading");
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_assert_true (pz_classroom_save_finish (PZ_CLASSROOM (source), result, NULL));
  *(gboolean *) user_data = TRUE;
}

/* a commit that runs does not take half of them, and none begins before they are made */
static void
test_commits_and_turns_do_not_mix (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autoptr(GPtrArray) documents = add_many (f->classroom);
  Edits edits = { documents, "Reading" };
  gboolean before = FALSE, meanwhile = FALSE;

  rename_to (documents->pdata[1], "Noor");
  pz_classroom_save_async (f->classroom, "Rename", NULL, saved_cb, &before);
  pz_classroom_edit_in_turns (f->classroom, MANY, edit_one, edited_all, &edits);
  while (!before)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_true (!f->classroom->saving || edits.n_edited == 0);
    }
  rename_to (documents->pdata[1], "Nour");
  pz_classroom_save_async (f->classroom, "Rename again", NULL, saved_cb, &meanwhile);
  g_assert_false (edits.done);
  while (!edits.done)
    {
      g_assert_false (meanwhile);
      g_assert_false (f->classroom->saving);
      g_main_context_iteration (NULL, TRUE);
    }
  run_until (&meanwhile);
  for (guint i = 0; i < MANY; i += 2)
    assert_on_disk (f, pz_document_get_id (documents->pdata[i]), "Reading");
  assert_on_disk (f, pz_document_get_id (documents->pdata[1]), "Nour");
  /* three steps, and what was typed between the turns is not part of theirs */
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Reading");
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (owner_of (documents->pdata[1]), PZ_LEARNER_GIVEN_NAME), ==, "Nour");
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Rename again");
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

static void
test_no_edits_are_no_step (ClassroomFixture *f,
                           gconstpointer     data)
{
  g_autoptr(GPtrArray) documents = add_many (f->classroom);
  Edits edits = { documents, "Reading" };

  pz_classroom_edit_in_turns (f->classroom, 0, edit_one, edited_all, &edits);
  run_until (&edits.done);
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Add");
}

#define ADD(path, function) classroom_test_add ("/core/classroom-turns/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("many-edits-are-one-step", test_many_edits_are_one_step);
  ADD ("later-edits-come-later", test_later_edits_come_later);
  ADD ("commits-and-turns-do-not-mix", test_commits_and_turns_do_not_mix);
  ADD ("no-edits-are-no-step", test_no_edits_are_no_step);
  return g_test_run ();
}

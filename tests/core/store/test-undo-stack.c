/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-undo-stack.h"

static void
push (PzUndoStack *stack,
      const char  *label)
{
  pz_undo_stack_push (stack, pz_undo_step_new (label));
}

static void
test_steps_come_back_in_order (void)
{
  g_autoptr(PzUndoStack) stack = pz_undo_stack_new (10);
  g_autoptr(PzUndoStep) step = NULL;
  g_autoptr(PzUndoStep) again = NULL;

  g_assert_null (pz_undo_stack_peek_undo (stack));
  g_assert_null (pz_undo_stack_step_back (stack));
  g_assert_null (pz_undo_stack_step_again (stack));
  push (stack, "one");
  push (stack, "two");
  g_assert_cmpstr (pz_undo_stack_peek_undo (stack), ==, "two");
  g_assert_null (pz_undo_stack_peek_redo (stack));
  step = pz_undo_stack_step_back (stack);
  g_assert_cmpstr (step->label, ==, "two");
  g_assert_cmpstr (pz_undo_stack_peek_undo (stack), ==, "one");
  g_assert_cmpstr (pz_undo_stack_peek_redo (stack), ==, "two");
  again = pz_undo_stack_step_again (stack);
  g_assert_true (again == step);
}

static void
test_new_step_ends_what_could_be_redone (void)
{
  g_autoptr(PzUndoStack) stack = pz_undo_stack_new (10);
  g_autoptr(PzUndoStep) step = NULL;

  push (stack, "one");
  step = pz_undo_stack_step_back (stack);
  push (stack, "two");
  g_assert_null (pz_undo_stack_peek_redo (stack));
  /* whoever takes it back still holds it */
  g_assert_cmpstr (step->label, ==, "one");
}

static void
push_change (PzUndoStack *stack,
             const char  *label,
             const char  *id)
{
  PzUndoStep *step = pz_undo_step_new (label);
  GPtrArray *changes = g_ptr_array_new ();

  g_ptr_array_add (changes, (gpointer) id);
  pz_undo_step_add (step, PZ_DOCUMENT_LEARNER, id, changes);
  pz_undo_stack_push (stack, step);
}

/* a Round: many saves, one step */
static void
test_steps_that_belong_together_are_one (void)
{
  g_autoptr(PzUndoStack) stack = pz_undo_stack_new (10);
  g_autoptr(PzUndoStep) round = NULL;

  push_change (stack, "Round", "a");
  pz_undo_stack_join (stack, "Round");
  push_change (stack, "Round", "a");
  push_change (stack, "Round", "b");
  push_change (stack, "Round", "a");
  round = pz_undo_stack_step_back (stack);
  g_assert_cmpuint (round->parts->len, ==, 3);
  g_assert_cmpstr (((PzUndoPart *) g_ptr_array_index (round->parts, 1))->id, ==, "b");
  /* the one before it was made earlier */
  g_assert_cmpstr (pz_undo_stack_peek_undo (stack), ==, "Round");
  pz_undo_step_unref (pz_undo_stack_step_back (stack));
  g_assert_null (pz_undo_stack_peek_undo (stack));
}

static void
test_something_else_ends_what_is_joined (void)
{
  g_autoptr(PzUndoStack) stack = pz_undo_stack_new (10);
  const char *const expected[] = { "Round", "Round", "Edit", "Round" };

  pz_undo_stack_join (stack, "Round");
  push_change (stack, "Round", "a");
  push_change (stack, "Edit", "b");
  push_change (stack, "Round", "c");
  push_change (stack, "Round", "d");
  pz_undo_stack_join (stack, NULL);
  push_change (stack, "Round", "e");
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(PzUndoStep) step = pz_undo_stack_step_back (stack);

      g_assert_cmpstr (step->label, ==, expected[i]);
      g_assert_cmpuint (step->parts->len, ==, i == 1 ? 2 : 1);
    }
}

/* what is typed after an undo is a new step, or the undo could not be done again */
static void
test_what_was_taken_back_is_not_joined (void)
{
  g_autoptr(PzUndoStack) stack = pz_undo_stack_new (10);
  g_autoptr(PzUndoStep) back = NULL, after = NULL;

  pz_undo_stack_join (stack, "Round");
  push_change (stack, "Round", "a");
  push_change (stack, "Edit", "x");
  push_change (stack, "Round", "b");
  back = pz_undo_stack_step_back (stack);
  pz_undo_step_unref (pz_undo_stack_step_back (stack));
  push_change (stack, "Round", "c");
  after = pz_undo_stack_step_back (stack);
  g_assert_cmpuint (after->parts->len, ==, 1);
  g_assert_cmpuint (back->parts->len, ==, 1);
}

static void
test_oldest_goes_when_it_is_full (void)
{
  g_autoptr(PzUndoStack) stack = pz_undo_stack_new (2);

  push (stack, "one");
  push (stack, "two");
  push (stack, "three");
  pz_undo_step_unref (pz_undo_stack_step_back (stack));
  pz_undo_step_unref (pz_undo_stack_step_back (stack));
  g_assert_null (pz_undo_stack_peek_undo (stack));
  g_assert_cmpstr (pz_undo_stack_peek_redo (stack), ==, "two");
}

static void
test_clear_forgets_everything (void)
{
  g_autoptr(PzUndoStack) stack = pz_undo_stack_new (10);

  push (stack, "one");
  push (stack, "two");
  pz_undo_step_unref (pz_undo_stack_step_back (stack));
  pz_undo_stack_clear (stack);
  g_assert_null (pz_undo_stack_peek_undo (stack));
  g_assert_null (pz_undo_stack_peek_redo (stack));
}

static void
test_step_holds_its_parts (void)
{
  g_autoptr(PzUndoStep) step = pz_undo_step_new ("Rename");
  g_autoptr(GPtrArray) changes = g_ptr_array_new ();
  PzUndoPart *part;

  pz_undo_step_add (step, PZ_DOCUMENT_LEARNER, "0123456789abcdef", g_ptr_array_ref (changes));
  g_assert_cmpuint (step->parts->len, ==, 1);
  part = g_ptr_array_index (step->parts, 0);
  g_assert_cmpint (part->kind, ==, PZ_DOCUMENT_LEARNER);
  g_assert_cmpstr (part->id, ==, "0123456789abcdef");
  g_assert_true (part->changes == changes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/undo-stack/steps-come-back-in-order", test_steps_come_back_in_order);
  g_test_add_func ("/core/undo-stack/new-step-ends-what-could-be-redone", test_new_step_ends_what_could_be_redone);
  g_test_add_func ("/core/undo-stack/steps-that-belong-together-are-one", test_steps_that_belong_together_are_one);
  g_test_add_func ("/core/undo-stack/something-else-ends-what-is-joined", test_something_else_ends_what_is_joined);
  g_test_add_func ("/core/undo-stack/what-was-taken-back-is-not-joined", test_what_was_taken_back_is_not_joined);
  g_test_add_func ("/core/undo-stack/oldest-goes-when-it-is-full", test_oldest_goes_when_it_is_full);
  g_test_add_func ("/core/undo-stack/clear-forgets-everything", test_clear_forgets_everything);
  g_test_add_func ("/core/undo-stack/step-holds-its-parts", test_step_holds_its_parts);
  return g_test_run ();
}

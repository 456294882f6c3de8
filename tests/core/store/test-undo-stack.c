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
  g_test_add_func ("/core/undo-stack/oldest-goes-when-it-is-full", test_oldest_goes_when_it_is_full);
  g_test_add_func ("/core/undo-stack/clear-forgets-everything", test_clear_forgets_everything);
  g_test_add_func ("/core/undo-stack/step-holds-its-parts", test_step_holds_its_parts);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-problem-private.h"

/* takes the builder: the units as "0,2 1@2 3", those pinned with their group */
static void
assert_units (PzGroupBuilder *builder,
              const char     *expected)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (builder);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint u = 0; u < problem->units->len; u++)
    {
      const PzGroupUnit *unit = pz_group_problem_unit (problem, u);

      for (guint k = 0; k < unit->n; k++)
        {
          guint learner = problem->members[unit->first + k];

          g_string_append_printf (text, "%s%u", k > 0 ? "," : u > 0 ? " " : "", learner);
          g_assert_cmpuint (problem->unit_of[learner], ==, u);
        }
      if (unit->pinned >= 0)
        g_string_append_printf (text, "@%d", unit->pinned);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_everybody_alone_where_nothing_is_asked (void)
{
  assert_units (fixture_builder (3, 1), "0 1 2");
  assert_units (fixture_builder (1, 1), "0");
}

static void
test_those_linked_through_others_are_one (void)
{
  PzGroupBuilder *builder = fixture_builder (8, 2);

  pz_group_builder_together (builder, 6, 3);
  pz_group_builder_together (builder, 1, 4);
  pz_group_builder_together (builder, 3, 1);
  pz_group_builder_together (builder, 7, 5);
  assert_units (builder, "0 1,3,4,6 2 5,7");
}

static void
test_a_ring_is_one (void)
{
  PzGroupBuilder *builder = fixture_builder (4, 1);

  for (guint i = 0; i < 4; i++)
    pz_group_builder_together (builder, i, (i + 1) % 4);
  assert_units (builder, "0,1,2,3");
}

static void
test_the_first_pin_of_a_unit_holds_for_all_of_it (void)
{
  PzGroupBuilder *builder = fixture_builder (6, 3);

  pz_group_builder_together (builder, 0, 2);
  pz_group_builder_together (builder, 2, 5);
  pz_group_builder_pin (builder, 2, 1);
  pz_group_builder_pin (builder, 5, 0);
  pz_group_builder_pin (builder, 3, 2);
  assert_units (builder, "0,2,5@1 1 3@2 4");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-units/everybody-alone-where-nothing-is-asked",
                   test_everybody_alone_where_nothing_is_asked);
  g_test_add_func ("/core/group-units/those-linked-through-others-are-one", test_those_linked_through_others_are_one);
  g_test_add_func ("/core/group-units/a-ring-is-one", test_a_ring_is_one);
  g_test_add_func ("/core/group-units/the-first-pin-of-a-unit-holds-for-all-of-it",
                   test_the_first_pin_of_a_unit_holds_for_all_of_it);
  return g_test_run ();
}

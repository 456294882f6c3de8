/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-rules.h"

#include <string.h>

enum { ANA, BEN, CARO, DAN, ELI, FAY, GIL, HAN };

static const char *const names[] = { "Ana", "Ben", "Caro", "Dan", "Eli", "Fay", "Gil", "Han" };

/* what is said about the rules of the builder, which is taken: one finding a line */
static char *
say (PzGroupBuilder *builder)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (builder);
  g_autoptr(GPtrArray) findings = pz_group_rules_check (problem);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const PzGroupFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *words = pz_group_finding_dup_text (finding, names);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", pz_group_finding_get_name (finding), words);
    }
  return g_string_free (text, FALSE);
}

static void
assert_says (PzGroupBuilder *builder,
             const char     *expected)
{
  g_autofree char *said = say (builder);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_nothing_to_say_about_rules_that_can_be_kept (void)
{
  PzGroupBuilder *builder = fixture_builder (8, 2);

  pz_group_builder_together (builder, ANA, BEN);
  pz_group_builder_apart (builder, ANA, CARO);
  pz_group_builder_pin (builder, CARO, 1);
  assert_says (builder, "");
}

static void
test_names_those_too_many_to_stay_together (void)
{
  PzGroupBuilder *builder = fixture_builder (8, 2);

  for (guint i = ANA; i < ELI; i++)
    pz_group_builder_together (builder, i, i + 1);
  assert_says (builder, "too-many-together: Ana, Ben, Caro, Dan and Eli must stay together, but groups have at most 4. "
                        "Allow 5 or release one of them.");
}

static void
test_names_who_links_two_that_must_be_apart (void)
{
  PzGroupBuilder *builder = fixture_builder (8, 2);

  pz_group_builder_together (builder, ANA, CARO);
  pz_group_builder_together (builder, CARO, BEN);
  pz_group_builder_together (builder, DAN, ELI);
  pz_group_builder_apart (builder, ANA, BEN);
  pz_group_builder_apart (builder, DAN, ELI);
  assert_says (builder, "together-and-apart: Ana and Ben must be together (through Caro), and they must be apart. "
                        "Drop one of these rules.\n"
                        "together-and-apart: Dan and Eli must be together, and they must be apart. "
                        "Drop one of the two rules.");
}

static void
test_names_more_apart_than_groups (void)
{
  PzGroupBuilder *builder = fixture_builder (8, 2);

  /* Fay must be with Ana: as one, they are apart from two who are apart */
  pz_group_builder_together (builder, ANA, FAY);
  pz_group_builder_apart (builder, ANA, BEN);
  pz_group_builder_apart (builder, FAY, CARO);
  pz_group_builder_apart (builder, BEN, CARO);
  assert_says (builder, "all-apart: Ana, Ben and Caro must all be apart, but there are only 2 groups. Make 3 groups, "
                        "or let two of them work together.");
}

static void
test_pins_count_as_apart (void)
{
  PzGroupBuilder *builder = fixture_builder (8, 2);

  pz_group_builder_pin (builder, ANA, 0);
  pz_group_builder_pin (builder, BEN, 1);
  pz_group_builder_apart (builder, ANA, CARO);
  pz_group_builder_apart (builder, BEN, CARO);
  assert_says (builder, "all-apart: Ana, Ben and Caro must all be apart, but there are only 2 groups. Make 3 groups, "
                        "or let two of them work together.");
}

static void
test_names_pins_that_contradict (void)
{
  PzGroupBuilder *builder = fixture_builder (8, 2);

  pz_group_builder_pin (builder, ANA, 1);
  pz_group_builder_pin (builder, BEN, 1);
  pz_group_builder_apart (builder, ANA, BEN);
  pz_group_builder_pin (builder, CARO, 0);
  pz_group_builder_pin (builder, DAN, 1);
  pz_group_builder_together (builder, CARO, DAN);
  assert_says (builder, "pinned-together: Caro and Dan must be together, but they stay in different groups. "
                        "Release one of them, or drop the rule.\n"
                        "pinned-apart: Ana and Ben must be apart, but both stay in group 2. Release one of them, "
                        "or drop the rule.");
}

static void
test_names_a_group_with_too_many_pins (void)
{
  PzGroupBuilder *builder = fixture_builder (8, 4);

  pz_group_builder_pin (builder, ANA, 2);
  pz_group_builder_pin (builder, BEN, 2);
  pz_group_builder_together (builder, BEN, CARO);
  assert_says (builder, "too-many-pinned: Ana, Ben and Caro stay in group 3, which holds 2 at most. Release 1 of them.");
}

static void
test_counts_places (void)
{
  static const PzGroupSize small[] = { { 2, 3 }, { 2, 3 } }, large[] = { { 5, 9 }, { 5, 9 } };
  PzGroupBuilder *builder = fixture_builder (8, 2);

  pz_group_builder_set_sizes (builder, small, 2);
  assert_says (builder, "sizes: The groups have places for 6 learners, but there are 8. Allow larger groups, or more of them.");
  builder = fixture_builder (8, 2);
  pz_group_builder_set_sizes (builder, large, 2);
  assert_says (builder, "sizes: The groups need 10 learners, but there are 8. Allow smaller groups, or fewer of them.");
}

static void
test_names_units_that_do_not_fit (void)
{
  PzGroupBuilder *builder = fixture_builder (8, 2);

  /* three times two and one of three: 4 + 4 cannot be made of 3 + 2 + 2 + 1 without parting */
  pz_group_builder_together (builder, ANA, BEN);
  pz_group_builder_together (builder, BEN, CARO);
  pz_group_builder_together (builder, DAN, ELI);
  pz_group_builder_together (builder, ELI, FAY);
  pz_group_builder_together (builder, GIL, HAN);
  assert_says (builder, "do-not-pack: Ana, Ben, Caro, Dan, Eli, Fay, Gil and Han: those who must stay together do not fit "
                        "into groups of these sizes. Allow other sizes, or release one of them.");
}

static char *
say_must (PzCriterionKind kind,
          const int      *values)
{
  PzGroupBuilder *builder = fixture_builder (8, 2);

  pz_group_builder_add_values (builder, kind, 1, values);
  pz_group_builder_set_must (builder, 0);
  if (kind == PZ_CRITERION_AT_MOST)
    pz_group_builder_set_limit (builder, 0, 1);
  return say (builder);
}

static void
test_counts_who_would_do (void)
{
  static const int one[] = { 0, -1, -1, -1, -1, -1, -1, -1 }, three[] = { -1, 0, 0, -1, 0, -1, -1, -1 };
  g_autofree char *alone = say_must (PZ_CRITERION_NOT_ALONE, one);
  g_autofree char *few = say_must (PZ_CRITERION_COVER, one);
  g_autofree char *many = say_must (PZ_CRITERION_AT_MOST, three);
  g_autofree char *fine = say_must (PZ_CRITERION_COVER, three);

  g_assert_cmpstr (alone, ==, "alone: Ana must not be the only one of a kind in a group, but is the only one in the class. "
                              "Do not insist on this rule.");
  g_assert_cmpstr (few, ==, "too-few: Each of the 2 groups needs one of a kind, but there is only Ana. Make fewer groups, "
                            "or do not insist on this rule.");
  g_assert_cmpstr (many, ==, "too-many: Ben, Caro and Eli are too many: a group may have only 1 of them. Allow more, "
                             "or make more groups.");
  g_assert_cmpstr (fine, ==, "");
}

static void
test_every_clash_is_said_at_once (void)
{
  PzGroupBuilder *builder = fixture_builder (8, 2);
  g_autofree char *said = NULL;

  for (guint i = ANA; i < ELI; i++)
    pz_group_builder_together (builder, i, i + 1);
  pz_group_builder_apart (builder, ANA, ELI);
  pz_group_builder_pin (builder, ANA, 0);
  said = say (builder);
  g_assert_nonnull (strstr (said, "too-many-together: "));
  g_assert_nonnull (strstr (said, "\ntogether-and-apart: Ana and Eli must be together (through Ben, Caro and Dan)"));
  g_assert_nonnull (strstr (said, "\ntoo-many-pinned: "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-rules/nothing-to-say-about-rules-that-can-be-kept",
                   test_nothing_to_say_about_rules_that_can_be_kept);
  g_test_add_func ("/core/group-rules/names-those-too-many-to-stay-together", test_names_those_too_many_to_stay_together);
  g_test_add_func ("/core/group-rules/names-who-links-two-that-must-be-apart", test_names_who_links_two_that_must_be_apart);
  g_test_add_func ("/core/group-rules/names-more-apart-than-groups", test_names_more_apart_than_groups);
  g_test_add_func ("/core/group-rules/pins-count-as-apart", test_pins_count_as_apart);
  g_test_add_func ("/core/group-rules/names-pins-that-contradict", test_names_pins_that_contradict);
  g_test_add_func ("/core/group-rules/names-a-group-with-too-many-pins", test_names_a_group_with_too_many_pins);
  g_test_add_func ("/core/group-rules/counts-places", test_counts_places);
  g_test_add_func ("/core/group-rules/names-units-that-do-not-fit", test_names_units_that_do_not_fit);
  g_test_add_func ("/core/group-rules/counts-who-would-do", test_counts_who_would_do);
  g_test_add_func ("/core/group-rules/every-clash-is-said-at-once", test_every_clash_is_said_at_once);
  return g_test_run ();
}

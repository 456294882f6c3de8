/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-rules-private.h"

enum { ANA, BEN, CARO, DAN, ELI, FAY, GIL, HAN };

/* takes the builder: what one check finds, "together-and-apart 0,1,2 @-1", findings by ";" */
static void
assert_finds (PzGroupBuilder *builder,
              void (*check_rules) (PzGroupCheck *check),
              const char     *expected)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (builder);
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_group_finding_free);
  g_autoptr(GString) text = g_string_new (NULL);
  PzGroupCheck check = { problem, findings };

  check_rules (&check);
  for (guint i = 0; i < findings->len; i++)
    {
      const PzGroupFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (text, "%s%s ", i > 0 ? "; " : "", pz_group_finding_get_name (finding));
      for (guint k = 0; k < finding->people->len; k++)
        g_string_append_printf (text, "%s%u", k > 0 ? "," : "", g_array_index (finding->people, guint, k));
      if (finding->group >= 0)
        g_string_append_printf (text, " @%d", finding->group);
      if (finding->limit > 0)
        g_string_append_printf (text, " %u of %u", finding->n, finding->limit);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_two_apart_are_no_clash (void)
{
  PzGroupBuilder *builder = fixture_builder (8, 2), *pinned = fixture_builder (8, 2), *clique = fixture_builder (8, 2);

  pz_group_builder_together (builder, ANA, BEN);
  pz_group_builder_apart (builder, ANA, CARO);
  assert_finds (builder, pz_group_check_apart, "");
  pz_group_builder_apart (pinned, ANA, CARO);
  pz_group_builder_pin (pinned, ANA, 0);
  pz_group_builder_pin (pinned, CARO, 1);
  assert_finds (pinned, pz_group_check_apart, "");
  pz_group_builder_apart (clique, ANA, CARO);
  assert_finds (clique, pz_group_check_clique, "");
}

/* the shortest way from the one to the other is told, and nobody who does not link them */
static void
test_tells_who_links_two_that_are_apart (void)
{
  PzGroupBuilder *builder = fixture_builder (8, 2);

  pz_group_builder_together (builder, ANA, DAN);
  pz_group_builder_together (builder, DAN, ELI);
  pz_group_builder_together (builder, ELI, FAY);
  pz_group_builder_together (builder, FAY, BEN);
  pz_group_builder_together (builder, DAN, BEN);
  pz_group_builder_together (builder, CARO, ANA);
  pz_group_builder_apart (builder, BEN, ANA);
  pz_group_builder_apart (builder, CARO, ANA);
  assert_finds (builder, pz_group_check_apart, "together-and-apart 0,1,3; together-and-apart 0,2");
}

static void
test_tells_pins_of_two_that_are_apart (void)
{
  PzGroupBuilder *builder = fixture_builder (8, 2);

  pz_group_builder_pin (builder, HAN, 1);
  pz_group_builder_pin (builder, GIL, 1);
  pz_group_builder_together (builder, GIL, BEN);
  pz_group_builder_apart (builder, HAN, BEN);
  assert_finds (builder, pz_group_check_apart, "pinned-apart 1,7 @1");
}

static void
test_one_more_apart_than_groups (void)
{
  PzGroupBuilder *three = fixture_builder (8, 2), *fits = fixture_builder (8, 3);

  pz_group_builder_apart (three, DAN, BEN);
  pz_group_builder_apart (three, BEN, HAN);
  pz_group_builder_apart (three, HAN, DAN);
  pz_group_builder_apart (fits, DAN, BEN);
  pz_group_builder_apart (fits, BEN, HAN);
  pz_group_builder_apart (fits, HAN, DAN);
  assert_finds (three, pz_group_check_clique, "all-apart 1,3,7 3 of 2");
  assert_finds (fits, pz_group_check_clique, "");
}

static void
test_those_together_and_those_pinned_count_as_one (void)
{
  PzGroupBuilder *together = fixture_builder (8, 2), *pinned = fixture_builder (8, 2);

  pz_group_builder_together (together, ANA, FAY);
  pz_group_builder_apart (together, ANA, BEN);
  pz_group_builder_apart (together, FAY, CARO);
  pz_group_builder_apart (together, BEN, CARO);
  assert_finds (together, pz_group_check_clique, "all-apart 0,1,2 3 of 2");
  /* Ana and Ben stay in different groups, which is as good as apart */
  pz_group_builder_pin (pinned, ANA, 0);
  pz_group_builder_pin (pinned, BEN, 1);
  pz_group_builder_apart (pinned, ANA, CARO);
  pz_group_builder_apart (pinned, BEN, CARO);
  assert_finds (pinned, pz_group_check_clique, "all-apart 0,1,2 3 of 2");
}

static void
test_one_group_keeps_nobody_apart (void)
{
  PzGroupBuilder *builder = fixture_builder (3, 1);

  pz_group_builder_apart (builder, BEN, CARO);
  assert_finds (builder, pz_group_check_clique, "all-apart 1,2 2 of 1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-rules-apart/two-apart-are-no-clash", test_two_apart_are_no_clash);
  g_test_add_func ("/core/group-rules-apart/tells-who-links-two-that-are-apart",
                   test_tells_who_links_two_that_are_apart);
  g_test_add_func ("/core/group-rules-apart/tells-pins-of-two-that-are-apart", test_tells_pins_of_two_that_are_apart);
  g_test_add_func ("/core/group-rules-apart/one-more-apart-than-groups", test_one_more_apart_than_groups);
  g_test_add_func ("/core/group-rules-apart/those-together-and-those-pinned-count-as-one",
                   test_those_together_and_those_pinned_count_as_one);
  g_test_add_func ("/core/group-rules-apart/one-group-keeps-nobody-apart", test_one_group_keeps_nobody_apart);
  return g_test_run ();
}

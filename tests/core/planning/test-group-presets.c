/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-presets.h"

static void
assert_text (const PzGroupRequest *request,
             const char           *expected)
{
  g_autofree char *text = pz_group_request_to_text (request);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_every_preset_is_known_again (void)
{
  g_autoptr(PzGroupRequest) request = pz_group_request_new ();

  g_assert_cmpint (pz_group_request_get_preset (request), ==, PZ_PRESET_MIXED); /* the usual */
  for (PzGroupPreset preset = 0; preset < PZ_N_PRESETS; preset++)
    {
      pz_group_request_set_preset (request, preset);
      g_assert_cmpint (pz_group_request_get_preset (request), ==, preset);
      for (PzGroupPreset other = 0; other <= PZ_PRESET_OWN; other++)
        g_assert_true ((g_strcmp0 (pz_group_preset_get_label (preset), pz_group_preset_get_label (other)) == 0)
                       == (preset == other));
    }
}

static void
test_rules_and_sizes_stay (void)
{
  g_autoptr(PzGroupRequest) request = pz_group_request_parse ("size 3\napart a,b:must\nreadiness mixed:3\n", NULL);

  pz_group_request_set_preset (request, PZ_PRESET_INTERESTS);
  assert_text (request, "size 3\nalike interests:4\nnew-partners 1:6\napart a,b:must\n");
  pz_group_request_set_preset (request, PZ_PRESET_CHANCE);
  assert_text (request, "size 3\napart a,b:must\n");
}

static void
test_another_importance_is_a_mixture_of_ones_own (void)
{
  g_autoptr(PzGroupRequest) request = pz_group_request_new ();

  pz_group_request_set_importance (request, 1, 5);
  assert_text (request, "size 4\nreadiness mixed:3\nspread home-languages:5\nnew-partners 3:6\n");
  g_assert_cmpint (pz_group_request_get_preset (request), ==, PZ_PRESET_OWN);
  pz_group_request_remove (request, 1);
  assert_text (request, "size 4\nreadiness mixed:3\nnew-partners 3:6\n");
}

static void
test_a_rule_is_added_once (void)
{
  static const char *const ab[] = { "a", "b", NULL }, *const ba[] = { "b", "a", NULL }, *const bc[] = { "b", "c", NULL };
  g_autoptr(PzGroupRequest) request = pz_group_request_parse ("size 4\n", NULL);

  g_assert_true (pz_group_request_add_rule (request, PZ_WISH_APART, ab));
  g_assert_false (pz_group_request_add_rule (request, PZ_WISH_APART, ba));
  g_assert_true (pz_group_request_add_rule (request, PZ_WISH_APART, bc));
  g_assert_true (pz_group_request_add_rule (request, PZ_WISH_TOGETHER, ab)); /* that they clash is said before the search */
  assert_text (request, "size 4\napart a,b:must\napart b,c:must\ntogether a,b:must\n");
}

static void
test_new_partners_count_most (void)
{
  g_autoptr(PzGroupRequest) request = pz_group_request_new ();
  g_autoptr(PzGroupRequest) without = pz_group_request_parse ("size 4\n", NULL);

  pz_group_request_raise_new_partners (request);
  assert_text (request, "size 4\nreadiness mixed:3\nspread home-languages:2\nnew-partners 5:6\n");
  pz_group_request_raise_new_partners (without);
  assert_text (without, "size 4\nnew-partners 5:6\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-presets/every-preset-is-known-again", test_every_preset_is_known_again);
  g_test_add_func ("/core/group-presets/rules-and-sizes-stay", test_rules_and_sizes_stay);
  g_test_add_func ("/core/group-presets/another-importance-is-a-mixture-of-ones-own", test_another_importance_is_a_mixture_of_ones_own);
  g_test_add_func ("/core/group-presets/a-rule-is-added-once", test_a_rule_is_added_once);
  g_test_add_func ("/core/group-presets/new-partners-count-most", test_new_partners_count_most);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-error.h"
#include "pz-group-settings.h"

static void
test_what_is_kept_is_what_was_asked (void)
{
  static const char text[] = "readiness mixed:3\nreadiness similar:2.5:measure\nspread home-languages:2\ngather grade:1\n"
                             "not-alone home-languages:must\ncover strengths:4\nat-most supports:2:must\nalike interests:5\n"
                             "different interests:1\nnew-partners 3:6\nnew-partners 4:all-year\ntogether ana,ben:must\n"
                             "apart ana,ben,caro:2\npin ana:2\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(PzGroupSettings) settings = pz_group_settings_parse (text, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (settings->wishes->len, ==, 14);
  again = pz_group_settings_to_text (settings);
  g_assert_cmpstr (again, ==, text);
}

static void
test_what_is_left_out_is_the_usual (void)
{
  g_autoptr(PzGroupSettings) settings = pz_group_settings_parse ("spread grade\ntogether a,b\nnew-partners 2\n", NULL);
  g_autofree char *text = pz_group_settings_to_text (settings);

  g_assert_cmpstr (text, ==, "spread grade:3\ntogether a,b:must\nnew-partners 2:6\n");
  g_assert_cmpfloat (pz_group_settings_get_half_life (settings), ==, 6);
}

static void
test_one_wish_can_be_left_out (void)
{
  g_autoptr(PzGroupSettings) settings = pz_group_settings_parse ("apart a,b\nspread grade\napart c,d\n", NULL);
  g_autoptr(PzGroupSettings) second = pz_group_settings_dup_without (settings, PZ_WISH_APART, 1);
  g_autoptr(PzGroupSettings) none = pz_group_settings_dup_without (settings, PZ_WISH_APART, G_MAXUINT);
  g_autofree char *text = pz_group_settings_to_text (second);
  g_autofree char *rest = pz_group_settings_to_text (none);

  g_assert_cmpstr (text, ==, "apart a,b:must\nspread grade:3\n");
  g_assert_cmpstr (rest, ==, "spread grade:3\n");
}

static void
test_refuses_what_it_does_not_understand (void)
{
  static const char *const rows[] = {
    "", "readiness", "readiness up", "readiness mixed:6", "readiness mixed:-1", "readiness mixed:1:m:x", "spread",
    "spread :2", "spread grade:must", "spread grade:2:3", "at-most supports", "at-most supports:1.5", "at-most supports:x",
    "together ana", "together ana,", "together ana,ben:6", "apart ,ben", "pin ana", "pin ana,ben:1", "pin ana:0",
    "pin ana:1:2", "new-partners", "new-partners 3:0", "new-partners nan", "sort grade:2",
  };

  for (gsize i = 1; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (pz_group_settings_parse (rows[i], &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-settings/what-is-kept-is-what-was-asked", test_what_is_kept_is_what_was_asked);
  g_test_add_func ("/core/group-settings/what-is-left-out-is-the-usual", test_what_is_left_out_is_the_usual);
  g_test_add_func ("/core/group-settings/one-wish-can-be-left-out", test_one_wish_can_be_left_out);
  g_test_add_func ("/core/group-settings/refuses-what-it-does-not-understand",
                   test_refuses_what_it_does_not_understand);
  return g_test_run ();
}

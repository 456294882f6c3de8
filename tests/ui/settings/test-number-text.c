/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-error.h"
#include "pz-number-text.h"

#include <locale.h>
#include <math.h>

static void
test_reads (void)
{
  const struct { const char *text; double number; } cases[] = {
    { "12", 12 }, { "0.5", 0.5 }, { "0,5", 0.5 }, { "-3", -3 }, { "+3", 3 }, { "\xe2\x88\x92" "3", -3 }, { "١٢٫٥", 12.5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      double number = NAN;

      g_assert_true (pz_number_from_text (cases[i].text, &number, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (number, cases[i].number, 1e-12);
    }
}

static void
test_rejects (void)
{
  const char *texts[] = { "", "a", "1 2", "1.2.3", "1,2,3", "12 words", "nan", "inf", "0x10", "1e5", "--1" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      double number = 7;

      g_test_message ("“%s”", texts[i]);
      g_assert_false (pz_number_from_text (texts[i], &number, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
      g_assert_cmpfloat (number, ==, 7);
    }
}

/* what is shown can be typed again, whatever the locale */
static void
test_round_trip (void)
{
  g_autofree char *empty = NULL;
  const double numbers[] = { 0, 14, 0.5, -2.25, 1e9, 123456.789 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = pz_number_to_text (numbers[i]);
      double number;

      g_assert_true (pz_number_from_text (text, &number, NULL));
      g_assert_cmpfloat_with_epsilon (number, numbers[i], 1e-9);
    }
  empty = pz_number_to_text (NAN);
  g_assert_cmpstr (empty, ==, "");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/number-text/reads-any-digits-and-separator", test_reads);
  g_test_add_func ("/ui/number-text/rejects-what-is-no-number", test_rejects);
  g_test_add_func ("/ui/number-text/shows-what-can-be-typed-again", test_round_trip);
  return g_test_run ();
}

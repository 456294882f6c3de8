/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-series-cell.h"

/* text, what stands for the point, number; the others are none */
static const struct
{
  const char *text;
  char decimal;
  double number;
} numbers[] = {
  { "7.0", '.', 7 },    { "-12", '.', -12 },  { "+3.5", '.', 3.5 }, { "1e2", '.', 100 },
  { ".5", '.', 0.5 },   { "1,5", ',', 1.5 },  { "1.5", ',', 1.5 },  { "1e9", '.', 1e9 },
};
static const struct
{
  const char *text;
  char decimal;
} none[] = {
  { "", '.' },     { "many", '.' },    { "1,5", '.' }, { "1.000,5", ',' }, { "inf", '.' },   { "nan", '.' }, { "0x10", '.' },
  { "1e10", '.' }, { "-1e999", '.' },  { "1 000", '.' }, { "12%", '.' },   { "-", '.' },     { "e", '.' },
  { "0000000000000000000000000000000000000000000000000000000000001", '.' },
};

static void
test_numbers (void)
{
  double number = -1;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_test_message ("%s", numbers[i].text);
      g_assert_true (pz_series_cell_read_number (numbers[i].text, numbers[i].decimal, &number));
      g_assert_cmpfloat_with_epsilon (number, numbers[i].number, 1e-12);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_test_message ("%s", none[i].text);
      g_assert_false (pz_series_cell_read_number (none[i].text, none[i].decimal, &number));
    }
}

static void
test_not_measured (void)
{
  g_assert_true (pz_series_cell_is_empty (""));
  g_assert_true (pz_series_cell_is_empty ("NA"));
  g_assert_true (pz_series_cell_is_empty ("nan"));
  g_assert_false (pz_series_cell_is_empty ("0"));
  g_assert_false (pz_series_cell_is_empty ("absent"));
}

static void
test_days (void)
{
  double first = 0, later = 0;

  g_assert_true (pz_series_cell_read_day ("2026-09-07", PZ_DAY_ORDER_UNKNOWN, &first));
  g_assert_true (pz_series_cell_read_day ("7/10/2026", PZ_DAY_ORDER_DAY_FIRST, &later));
  g_assert_cmpfloat_with_epsilon (later - first, 30, 1e-12);
  g_assert_true (pz_series_cell_read_day ("7/10/2026", PZ_DAY_ORDER_MONTH_FIRST, &later));
  g_assert_cmpfloat_with_epsilon (later - first, -59, 1e-12);
  g_assert_false (pz_series_cell_read_day ("7/10/2026", PZ_DAY_ORDER_UNKNOWN, &later));
  g_assert_false (pz_series_cell_read_day ("2026-13-07", PZ_DAY_ORDER_UNKNOWN, &later));
  g_assert_false (pz_series_cell_read_day ("45000", PZ_DAY_ORDER_UNKNOWN, &later));
  g_assert_false (pz_series_cell_read_day ("", PZ_DAY_ORDER_UNKNOWN, &later));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/series-cell/numbers", test_numbers);
  g_test_add_func ("/exchange/series-cell/not-measured", test_not_measured);
  g_test_add_func ("/exchange/series-cell/days", test_days);
  return g_test_run ();
}

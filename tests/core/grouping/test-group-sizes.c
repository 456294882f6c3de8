/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-builder.h"

/* "3 3 2", or "4-5 4-5" where there is a choice */
static char *
dup_text (GArray *sizes)
{
  GString *text = g_string_new (NULL);

  for (guint h = 0; h < sizes->len; h++)
    {
      const PzGroupSize *size = &g_array_index (sizes, PzGroupSize, h);

      g_string_append_printf (text, "%s%u", h > 0 ? " " : "", size->least);
      if (size->most != size->least)
        g_string_append_printf (text, "-%u", size->most);
    }
  return g_string_free (text, FALSE);
}

static void
test_even_groups_differ_by_one_at_most (void)
{
  static const struct { guint n, groups; const char *sizes; } rows[] = {
    { 8, 3, "3 3 2" }, { 9, 3, "3 3 3" }, { 7, 1, "7" }, { 3, 3, "1 1 1" }, { 1, 1, "1" }, { 11, 4, "3 3 3 2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (PzGroupSize));
      g_autofree char *text = NULL;

      pz_group_sizes_even (rows[i].n, rows[i].groups, sizes);
      text = dup_text (sizes);
      g_assert_cmpstr (text, ==, rows[i].sizes);
    }
}

static void
test_what_is_there_stays (void)
{
  g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (PzGroupSize));
  g_autofree char *text = NULL;

  pz_group_sizes_even (4, 2, sizes);
  pz_group_sizes_for (3, 3, sizes);
  pz_group_sizes_between (9, 4, 5, sizes);
  text = dup_text (sizes);
  g_assert_cmpstr (text, ==, "2 2 3 4-5 4-5");
}

static void
test_as_many_groups_as_come_closest (void)
{
  static const struct { guint n, size; const char *sizes; } rows[] = {
    { 28, 4, "4 4 4 4 4 4 4" }, { 28, 5, "5 5 5 5 4 4" }, { 30, 4, "4 4 4 4 4 4 3 3" }, { 7, 4, "4 3" }, { 3, 5, "3" },
    { 1, 1, "1" }, { 29, 28, "29" }, { 1, 40, "1" },
    /* 4 groups are 2 1/4, 5 are 1 4/5: 5 come closer */
    { 9, 2, "2 2 2 2 1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (PzGroupSize));
      g_autofree char *text = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (pz_group_sizes_for (rows[i].n, rows[i].size, sizes), ==, sizes->len);
      text = dup_text (sizes);
      g_assert_cmpstr (text, ==, rows[i].sizes);
    }
}

/* no other number of groups comes closer, and of two as close it is the one with smaller groups */
static void
test_no_other_number_comes_closer (void)
{
  for (guint n = 1; n <= 60; n++)
    for (guint size = 1; size <= 12; size++)
      {
        g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (PzGroupSize));
        guint found = pz_group_sizes_for (n, size, sizes), sum = 0;

        for (guint h = 0; h < sizes->len; h++)
          sum += g_array_index (sizes, PzGroupSize, h).least;
        g_assert_cmpuint (sum, ==, n);
        for (guint m = 1; m <= n; m++)
          {
            /* |n / m - size| against |n / found - size|, times both */
            gint64 off = ABS ((gint64) n - (gint64) size * m) * found, ours = ABS ((gint64) n - (gint64) size * found) * m;

            g_assert_cmpint (ours, <=, off);
            g_assert_true (ours < off || m <= found);
          }
      }
}

static void
test_intervals_hold_everybody_or_are_refused (void)
{
  static const struct { guint n, least, most; const char *sizes; } rows[] = {
    { 28, 4, 5, "4-5 4-5 4-5 4-5 4-5 4-5" }, { 8, 4, 5, "4-5 4-5" }, { 5, 5, 5, "5" }, { 5, 1, 9, "1-9" }, { 7, 4, 5, NULL },
    { 3, 4, 5, NULL }, { 6, 4, 4, NULL }, { 1, 1, 1, "1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (PzGroupSize));
      g_autofree char *text = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (pz_group_sizes_between (rows[i].n, rows[i].least, rows[i].most, sizes), ==, rows[i].sizes != NULL);
      text = dup_text (sizes);
      g_assert_cmpstr (text, ==, rows[i].sizes != NULL ? rows[i].sizes : "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-sizes/even-groups-differ-by-one-at-most", test_even_groups_differ_by_one_at_most);
  g_test_add_func ("/core/group-sizes/what-is-there-stays", test_what_is_there_stays);
  g_test_add_func ("/core/group-sizes/as-many-groups-as-come-closest", test_as_many_groups_as_come_closest);
  g_test_add_func ("/core/group-sizes/no-other-number-comes-closer", test_no_other_number_comes_closer);
  g_test_add_func ("/core/group-sizes/intervals-hold-everybody-or-are-refused",
                   test_intervals_hold_everybody_or_are_refused);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-natural-order.h"

static int
sign (int number)
{
  return number < 0 ? -1 : number > 0;
}

/* each stands before all that follow it */
static void
test_as_people_count (void)
{
  static const char *const sorted[] = {
    "1", "01", "1.", "2", "2.", "10", "18446744073709551616", "99999999999999999999", "6.RP.A.1", "6.RP.A.2",
    "6.RP.A.10", "6.rp.b", "A", "a", "a2b", "a10", "a10b", "B", "É", "é", "Ω", "𝒳", "", NULL,
  };
  static const char *const few[] = { "1", "2", "10", "18446744073709551616", "99999999999999999999", "a", "a2b", "a10",
                                     "a10b", "B", "é", "Ω", "𝒳", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (few); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (few); j++)
      {
        g_test_message ("%s %s", few[i], few[j]);
        g_assert_cmpint (sign (pz_natural_compare (few[i], few[j])), ==, i < j ? -1 : i > j);
      }
  g_assert_cmpint (pz_natural_compare ("6.RP.A.2", "6.RP.A.10"), <, 0);
  g_assert_cmpint (pz_natural_compare ("6.RP.A", "6.RP.A.1"), <, 0);
  g_assert_cmpint (pz_natural_compare (NULL, ""), ==, 0);
  g_assert_cmpint (pz_natural_compare (NULL, "z"), >, 0);
  /* a total order: for any two, one direction is the reverse of the other */
  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sorted); j++)
      g_assert_cmpint (sign (pz_natural_compare (sorted[i], sorted[j])), ==, -sign (pz_natural_compare (sorted[j], sorted[i])));
}

/* what differs only in case or leading zeros is told apart, always the same way */
static void
test_nearly_equal (void)
{
  g_assert_cmpint (pz_natural_compare ("a", "A"), !=, 0);
  g_assert_cmpint (pz_natural_compare ("07", "7"), !=, 0);
  g_assert_cmpint (pz_natural_compare ("07b", "7a"), >, 0);
  g_assert_cmpint (pz_natural_compare ("A.2", "a.10"), <, 0);
  g_assert_cmpint (pz_natural_compare ("x", "x"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/natural-order/as-people-count", test_as_people_count);
  g_test_add_func ("/core/natural-order/nearly-equal", test_nearly_equal);
  return g_test_run ();
}

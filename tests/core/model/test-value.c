/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-value.h"

#include <math.h>

#define N_VALUES 8

static void
make_values (PzValue *values)
{
  /* in their order; all different */
  values[0] = pz_value_text ("");
  values[1] = pz_value_text ("a");
  values[2] = pz_value_text ("b");
  values[3] = pz_value_number (-1);
  values[4] = pz_value_number (2.5);
  values[5] = pz_value_flag (TRUE);
  values[6] = pz_value_raw ("[1]xx", 3);
  values[7] = pz_value_raw ("null", 4);
}

static void
clear_values (PzValue *values)
{
  for (guint i = 0; i < N_VALUES; i++)
    pz_value_clear (&values[i]);
}

static void
test_empty_is_nothing (void)
{
  g_assert_cmpint (pz_value_text (NULL).kind, ==, PZ_VALUE_NONE);
  g_assert_cmpint (pz_value_text ("").kind, ==, PZ_VALUE_NONE);
  g_assert_cmpint (pz_value_number (NAN).kind, ==, PZ_VALUE_NONE);
  g_assert_cmpint (pz_value_flag (FALSE).kind, ==, PZ_VALUE_NONE);
  g_assert_cmpint (pz_value_flag (TRUE).kind, ==, PZ_VALUE_FLAG);
}

static void
test_minus_zero_is_zero (void)
{
  g_assert_false (signbit (pz_value_number (-0.0).number));
}

static void
test_order_is_total (void)
{
  PzValue values[N_VALUES];

  make_values (values);
  for (guint i = 0; i < N_VALUES; i++)
    for (guint k = 0; k < N_VALUES; k++)
      {
        g_assert_cmpint (CLAMP (pz_value_compare (&values[i], &values[k]), -1, 1), ==, i < k ? -1 : i > k);
        g_assert_cmpint (pz_value_equal (&values[i], &values[k]), ==, i == k);
      }
  clear_values (values);
}

static void
test_copy_is_equal_and_its_own (void)
{
  PzValue values[N_VALUES], copies[N_VALUES];

  make_values (values);
  for (guint i = 0; i < N_VALUES; i++)
    copies[i] = pz_value_copy (&values[i]);
  clear_values (values);
  for (guint i = 0; i < N_VALUES; i++)
    g_assert_cmpint (values[i].kind, ==, PZ_VALUE_NONE);
  make_values (values);
  for (guint i = 0; i < N_VALUES; i++)
    {
      g_assert_true (pz_value_equal (&values[i], &copies[i]));
      g_assert_cmpuint (pz_value_hash (&values[i]), ==, pz_value_hash (&copies[i]));
    }
  g_assert_cmpuint (pz_value_hash (&values[1]), !=, pz_value_hash (&values[2]));
  clear_values (values);
  clear_values (copies);
}

static void
test_written_as_json_and_as_text (void)
{
  const char *const json[] = { "null", "\"a\"", "\"b\"", "-1", "2.5", "true", "[1]", "null" };
  const char *const texts[] = { NULL, "a", "b", "-1", "2.5", "true", "[1]", "null" };
  PzValue values[N_VALUES];

  make_values (values);
  for (guint i = 0; i < N_VALUES; i++)
    {
      g_autoptr(GString) out = g_string_new ("x");
      g_autofree char *text = pz_value_to_text (&values[i]);

      pz_value_append (&values[i], out);
      g_assert_cmpstr (out->str + 1, ==, json[i]);
      g_assert_cmpstr (text, ==, texts[i]);
    }
  clear_values (values);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/value/empty-is-nothing", test_empty_is_nothing);
  g_test_add_func ("/core/value/minus-zero-is-zero", test_minus_zero_is_zero);
  g_test_add_func ("/core/value/order-is-total", test_order_is_total);
  g_test_add_func ("/core/value/copy-is-equal-and-its-own", test_copy_is_equal_and_its_own);
  g_test_add_func ("/core/value/written-as-json-and-as-text", test_written_as_json_and_as_text);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-filter.h"

#include <string.h>

static PzLearnerFilter *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  PzLearnerFilter *filter = pz_learner_filter_parse (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (filter);
  return filter;
}

static void
test_values_of_one_field_are_one_group (void)
{
  g_autoptr(PzLearnerFilter) filter = pz_learner_filter_new ();

  g_assert_true (pz_learner_filter_is_empty (filter));
  pz_learner_filter_add (filter, PZ_FILTER_NEED, NULL, "Reading");
  pz_learner_filter_add (filter, PZ_FILTER_NEED, NULL, "Time");
  pz_learner_filter_add (filter, PZ_FILTER_NEED, NULL, "Reading");
  pz_learner_filter_add (filter, PZ_FILTER_LENS, "aaaaaaaaaaaaaaaa", "often");
  pz_learner_filter_add (filter, PZ_FILTER_LENS, "bbbbbbbbbbbbbbbb", "often");
  g_assert_false (pz_learner_filter_is_empty (filter));
  g_assert_cmpuint (pz_learner_filter_get_n_groups (filter), ==, 3);
  g_assert_cmpuint (pz_learner_filter_find (filter, PZ_FILTER_NEED, NULL)->values->len, ==, 2);
  g_assert_cmpstr (pz_learner_filter_get_group (filter, 2)->lens, ==, "bbbbbbbbbbbbbbbb");
  g_assert_true (pz_learner_filter_has (filter, PZ_FILTER_NEED, NULL, "Time"));
  g_assert_false (pz_learner_filter_has (filter, PZ_FILTER_INTEREST, NULL, "Time"));
}

static void
test_the_last_value_takes_its_group_along (void)
{
  g_autoptr(PzLearnerFilter) filter = parse ("{\"needs\":[\"Reading\",\"Time\"],\"level\":[\"x\"]}");

  pz_learner_filter_remove (filter, PZ_FILTER_NEED, NULL, "Nothing");
  pz_learner_filter_remove (filter, PZ_FILTER_NEED, NULL, "Reading");
  g_assert_cmpuint (pz_learner_filter_get_n_groups (filter), ==, 2);
  pz_learner_filter_remove (filter, PZ_FILTER_NEED, NULL, "Time");
  g_assert_cmpuint (pz_learner_filter_get_n_groups (filter), ==, 1);
  pz_learner_filter_remove_group (filter, PZ_FILTER_LEVEL, NULL);
  g_assert_true (pz_learner_filter_is_empty (filter));
}

static void
test_newer_conditions_are_kept (void)
{
  g_autoptr(PzLearnerFilter) filter = parse ("{\"mood\": {\"at\": [1, 2]},\"lens:?\":[\"x\"],\"needs\":[\"b\"]}");
  g_autoptr(PzLearnerFilter) copy = pz_learner_filter_copy (filter);
  g_autofree char *again = pz_learner_filter_to_text (copy);

  g_assert_cmpuint (pz_learner_filter_count_unknown (filter), ==, 2);
  g_assert_cmpuint (pz_learner_filter_get_n_groups (copy), ==, 1);
  g_assert_cmpstr (again, ==, "{\"needs\":[\"b\"],\"mood\":{\"at\": [1, 2]},\"lens:?\":[\"x\"]}");
  pz_learner_filter_clear (copy);
  g_assert_cmpuint (pz_learner_filter_count_unknown (copy), ==, 0);
  g_assert_true (pz_learner_filter_is_empty (copy));
}

static void
test_order_does_not_matter_for_equality (void)
{
  g_autoptr(PzLearnerFilter) a = parse ("{\"needs\":[\"1\",\"2\"],\"level\":[\"x\"]}");
  g_autoptr(PzLearnerFilter) b = parse ("{\"level\":[\"x\"],\"needs\":[\"2\",\"1\"]}");
  g_autoptr(PzLearnerFilter) c = parse ("{\"level\":[\"x\"],\"needs\":[\"2\",\"3\"]}");
  g_autoptr(PzLearnerFilter) d = parse ("{\"level\":[\"x\"]}");

  g_assert_true (pz_learner_filter_equal (a, b));
  g_assert_false (pz_learner_filter_equal (a, c));
  g_assert_false (pz_learner_filter_equal (a, d));
}

static void
test_fields_have_the_names_of_the_schema (void)
{
  const PzRecordSchema *schema = pz_schema_get_record (PZ_RECORD_LEARNER);

  for (guint i = 0; i < PZ_N_FILTER_FIELDS; i++)
    {
      int field = pz_filter_field_get_learner_field (i);
      g_autofree char *text = NULL;
      g_autoptr(PzLearnerFilter) filter = pz_learner_filter_new ();

      if (field < 0 || i == PZ_FILTER_LENS)
        continue;
      pz_learner_filter_add (filter, i, NULL, "v");
      text = pz_learner_filter_to_text (filter);
      g_assert_true (g_str_has_prefix (text + 2, schema->fields[field].name));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/learner-filter/values-of-one-field-are-one-group", test_values_of_one_field_are_one_group);
  g_test_add_func ("/core/learner-filter/the-last-value-takes-its-group-along", test_the_last_value_takes_its_group_along);
  g_test_add_func ("/core/learner-filter/newer-conditions-are-kept", test_newer_conditions_are_kept);
  g_test_add_func ("/core/learner-filter/order-does-not-matter-for-equality", test_order_does_not_matter_for_equality);
  g_test_add_func ("/core/learner-filter/fields-have-the-names-of-the-schema", test_fields_have_the_names_of_the_schema);
  return g_test_run ();
}

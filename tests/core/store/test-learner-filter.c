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
test_text_is_read_again (void)
{
  const char *text = "{\"level\":[\"abc\"],\"strengths\":[\"a\"],\"needs\":[\"b\"],\"interests\":[\"\\\"c\\\"\",\"<b>\"],"
                     "\"supports\":[\"d\"],\"home-languages\":[\"\xd8\xb9\"],\"lens:abcdefghijklmnop\":[\"e\"],"
                     "\"device-at-home\":[\"none\"],\"internet-at-home\":[\"steady\"],\"quiet-place-at-home\":[\"always\"],"
                     "\"seen\":[\"overdue\"],\"attention\":[\"yes\"],\"absent\":[\"today\"],\"archived\":[\"yes\"]}";
  g_autoptr(PzLearnerFilter) filter = parse (text);
  g_autofree char *again = pz_learner_filter_to_text (filter);

  g_assert_cmpuint (pz_learner_filter_get_n_groups (filter), ==, PZ_N_FILTER_FIELDS);
  g_assert_cmpstr (again, ==, text);
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
test_hostile_text_is_refused (void)
{
  static const struct { const char *text; PzError code; } rejects[] = {
    { "", PZ_ERROR_SYNTAX },
    { "[]", PZ_ERROR_INVALID },
    { "\"level\"", PZ_ERROR_INVALID },
    { "{\"level\":\"a\"}", PZ_ERROR_INVALID },
    { "{\"level\":[1]}", PZ_ERROR_INVALID },
    { "{\"level\":[[\"a\"]]}", PZ_ERROR_INVALID },
    { "{\"level\":[\"\"]}", PZ_ERROR_INVALID },
    { "{\"level\":[\"a\"", PZ_ERROR_SYNTAX },
    { "{\"level\":[\"a\"]} x", PZ_ERROR_SYNTAX },
    { "{\"level\":[\"a\"],\"level\":[\"b\"]}", PZ_ERROR_SYNTAX },
    { "{\"needs\":[\"\xff\"]}", PZ_ERROR_SYNTAX },
    { "{\"needs\":null}", PZ_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (pz_learner_filter_parse (rejects[i].text, &error));
      g_assert_error (error, PZ_ERROR, (int) rejects[i].code);
    }
}

static void
test_too_much_is_refused (void)
{
  GString *text = g_string_new ("{\"needs\":[\"x\"");
  g_autofree char *lots = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) size_error = NULL;

  for (guint i = 0; i < PZ_FILTER_MAX_VALUES; i++)
    g_string_append (text, ",\"y\"");
  g_string_append (text, "]}");
  g_assert_null (pz_learner_filter_parse (text->str, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_string_free (text, TRUE);
  lots = g_strnfill (PZ_FILTER_MAX_SIZE + 1, ' ');
  g_assert_null (pz_learner_filter_parse (lots, &size_error));
  g_assert_error (size_error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
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
  g_test_add_func ("/core/learner-filter/text-is-read-again", test_text_is_read_again);
  g_test_add_func ("/core/learner-filter/newer-conditions-are-kept", test_newer_conditions_are_kept);
  g_test_add_func ("/core/learner-filter/hostile-text-is-refused", test_hostile_text_is_refused);
  g_test_add_func ("/core/learner-filter/too-much-is-refused", test_too_much_is_refused);
  g_test_add_func ("/core/learner-filter/order-does-not-matter-for-equality", test_order_does_not_matter_for_equality);
  g_test_add_func ("/core/learner-filter/fields-have-the-names-of-the-schema", test_fields_have_the_names_of_the_schema);
  return g_test_run ();
}

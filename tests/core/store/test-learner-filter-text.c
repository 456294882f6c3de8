/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-filter.h"

#include "pz-error.h"

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
assert_read_as (const char *text,
                const char *expected)
{
  g_autoptr(PzLearnerFilter) filter = parse (text);
  g_autofree char *again = pz_learner_filter_to_text (filter);

  g_assert_cmpstr (again, ==, expected);
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
test_nothing_is_an_empty_object (void)
{
  g_autoptr(PzLearnerFilter) filter = parse (" { } ");

  g_assert_true (pz_learner_filter_is_empty (filter));
  assert_read_as ("{}", "{}");
  assert_read_as ("{\"level\":[]}", "{}"); /* a condition without a value asks for nothing */
}

static void
test_what_a_newer_version_wrote_comes_last_as_it_was (void)
{
  assert_read_as ("{\"mood\": {\"at\": [1, 2]},\"lens:?\":[\"x\"],\"needs\":[\"b\"],\"lens\":7}",
                  "{\"needs\":[\"b\"],\"mood\":{\"at\": [1, 2]},\"lens:?\":[\"x\"],\"lens\":7}");
}

static void
test_values_are_kept_once_and_escaped (void)
{
  assert_read_as ("{\"needs\":[\"a\\u0041\\\"\\n\",\"b\",\"b\"]}", "{\"needs\":[\"aA\\\"\\n\",\"b\"]}");
}

static void
test_a_value_may_be_as_long_as_a_text_of_a_set (void)
{
  g_autofree char *longest = g_strnfill (1000, 'x');
  g_autofree char *good = g_strdup_printf ("{\"needs\":[\"%s\"]}", longest);
  g_autofree char *bad = g_strdup_printf ("{\"needs\":[\"%sx\"]}", longest);
  g_autoptr(GError) error = NULL;

  assert_read_as (good, good);
  g_assert_null (pz_learner_filter_parse (bad, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
}

static void
test_rejects_every_cut (void)
{
  static const char text[] = "{\"needs\":[\"b\"],\"mood\":{\"at\":[1,2]}}";

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autofree char *cut = g_strndup (text, length);
      g_autoptr(GError) error = NULL;

      g_assert_null (pz_learner_filter_parse (cut, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_SYNTAX);
    }
}

#define ADD(path, function) g_test_add_func ("/core/learner-filter-text/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("text-is-read-again", test_text_is_read_again);
  ADD ("hostile-text-is-refused", test_hostile_text_is_refused);
  ADD ("too-much-is-refused", test_too_much_is_refused);
  ADD ("nothing-is-an-empty-object", test_nothing_is_an_empty_object);
  ADD ("what-a-newer-version-wrote-comes-last-as-it-was", test_what_a_newer_version_wrote_comes_last_as_it_was);
  ADD ("values-are-kept-once-and-escaped", test_values_are_kept_once_and_escaped);
  ADD ("a-value-may-be-as-long-as-a-text-of-a-set", test_a_value_may_be_as_long_as_a_text_of_a_set);
  ADD ("rejects-every-cut", test_rejects_every_cut);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-history-line.h"

#include "pz-crc32c.h"
#include "pz-error.h"

#include <string.h>

#define HEAD "{\"t\":\"2026-11-09T10:22:31Z\",\"doc\":\"learners/d4m7kq2x9v5t0rhb\",\"record\":\"k3v9qmx2a7hd5w4t\","
#define TIME G_GINT64_CONSTANT (1794219751)

static gboolean
parse (const char     *text,
       PzHistoryLine  *line,
       GError        **error)
{
  return pz_history_line_parse (text, strlen (text), line, error);
}

static void
test_tells_what_was_changed (void)
{
  g_auto(PzHistoryLine) line = { 0 };

  g_assert_true (parse (HEAD "\"field\":\"target\",\"old\":55,\"new\":60}", &line, NULL));
  g_assert_cmpint (line.time, ==, TIME);
  g_assert_cmpint (line.kind, ==, PZ_DOCUMENT_LEARNER);
  g_assert_cmpstr (line.document, ==, "d4m7kq2x9v5t0rhb");
  g_assert_cmpstr (line.record, ==, "k3v9qmx2a7hd5w4t");
  g_assert_false (line.added);
  g_assert_cmpstr (line.field, ==, "target");
  g_assert_null (line.element);
  g_assert_cmpfloat (line.before.number, ==, 55);
  g_assert_cmpfloat (line.after.number, ==, 60);
}

static void
test_elements_may_hold_a_slash (void)
{
  g_auto(PzHistoryLine) line = { 0 };

  g_assert_true (parse (HEAD "\"field\":\"needs/time/pauses\",\"old\":\"time/pauses\",\"new\":null}", &line, NULL));
  g_assert_cmpstr (line.field, ==, "needs");
  g_assert_cmpstr (line.element, ==, "time/pauses");
  g_assert_cmpint (line.before.kind, ==, PZ_VALUE_TEXT);
  g_assert_cmpint (line.after.kind, ==, PZ_VALUE_NONE);
}

static void
test_new_records_say_what_they_are (void)
{
  g_auto(PzHistoryLine) line = { 0 };

  g_assert_true (parse (HEAD "\"field\":\"*\",\"old\":null,\"new\":\"check-in\"}", &line, NULL));
  g_assert_true (line.added);
  g_assert_cmpint (line.type, ==, PZ_RECORD_CHECK_IN);
  g_assert_null (line.field);
}

static void
test_the_class_has_no_id (void)
{
  g_auto(PzHistoryLine) line = { 0 };

  g_assert_true (parse ("{\"t\":\"2026-11-09T10:22:31Z\",\"doc\":\"classroom\",\"record\":\"a1\",\"field\":\"name\","
                        "\"old\":null,\"new\":\"5b\",\"later\":{\"x\":[1]}}",
                        &line, NULL));
  g_assert_cmpint (line.kind, ==, PZ_DOCUMENT_CLASSROOM);
  g_assert_cmpstr (line.document, ==, "");
}

/* the sum the writer puts there is the one that is asked for */
static void
test_sum_is_checked (void)
{
  const char *start = HEAD "\"field\":\"target\",\"old\":55,\"new\":60";
  g_autofree char *good = g_strdup_printf ("%s,\"crc\":\"%08x\"}", start, pz_crc32c (0, start, strlen (start)));
  g_autofree char *bad = g_strdup (good);
  g_auto(PzHistoryLine) line = { 0 };
  g_autoptr(GError) error = NULL;

  g_assert_true (parse (good, &line, NULL));
  pz_history_line_clear (&line);
  strstr (bad, "55")[0] = '4';
  g_assert_false (parse (bad, &line, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
}

static const struct
{
  const char *text;
  PzError code;
} rejects[] = {
  { "", PZ_ERROR_SYNTAX },
  { "[]", PZ_ERROR_INVALID },
  { "{}", PZ_ERROR_INVALID },
  { HEAD "\"field\":\"target\",\"old\":55,\"new\":6", PZ_ERROR_SYNTAX },
  { HEAD "\"field\":\"target\",\"field\":\"note\"}", PZ_ERROR_SYNTAX },
  { HEAD "\"old\":55,\"new\":60}", PZ_ERROR_INVALID },
  { HEAD "\"field\":\"/x\",\"old\":55,\"new\":60}", PZ_ERROR_INVALID },
  { HEAD "\"field\":\"*\",\"old\":null,\"new\":\"nonsense\"}", PZ_ERROR_INVALID },
  { HEAD "\"field\":\"*\",\"old\":null,\"new\":7}", PZ_ERROR_INVALID },
  { HEAD "\"field\":\"target\",\"old\":55,\"new\":1e400}", PZ_ERROR_SYNTAX },
  { "{\"t\":\"yesterday\",\"doc\":\"classroom\",\"record\":\"a1\",\"field\":\"name\"}", PZ_ERROR_INVALID },
  { "{\"t\":\"2026-11-09T10:22:31Z\",\"doc\":\"learners/../x\",\"record\":\"a1\",\"field\":\"name\"}", PZ_ERROR_INVALID },
  { "{\"t\":\"2026-11-09T10:22:31Z\",\"doc\":\"pupils/a1\",\"record\":\"a1\",\"field\":\"name\"}", PZ_ERROR_INVALID },
  { "{\"t\":\"2026-11-09T10:22:31Z\",\"doc\":\"classroom\",\"record\":\"A/1\",\"field\":\"name\"}", PZ_ERROR_INVALID },
};

static void
test_rejects (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_auto(PzHistoryLine) line = { 0 };
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (parse (rejects[i].text, &line, &error));
      g_assert_error (error, PZ_ERROR, (int) rejects[i].code);
      g_assert_null (line.field);
    }
}

static void
test_overlong_lines_are_refused (void)
{
  g_autofree char *long_text = g_strnfill (PZ_HISTORY_LINE_MAX, 'x');
  g_autofree char *text = g_strdup_printf (HEAD "\"field\":\"note\",\"old\":null,\"new\":\"%s\"}", long_text);
  g_auto(PzHistoryLine) line = { 0 };
  g_autoptr(GError) error = NULL;

  g_assert_false (parse (text, &line, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/history-line/tells-what-was-changed", test_tells_what_was_changed);
  g_test_add_func ("/core/history-line/elements-may-hold-a-slash", test_elements_may_hold_a_slash);
  g_test_add_func ("/core/history-line/new-records-say-what-they-are", test_new_records_say_what_they_are);
  g_test_add_func ("/core/history-line/the-class-has-no-id", test_the_class_has_no_id);
  g_test_add_func ("/core/history-line/sum-is-checked", test_sum_is_checked);
  g_test_add_func ("/core/history-line/rejects", test_rejects);
  g_test_add_func ("/core/history-line/overlong-lines-are-refused", test_overlong_lines_are_refused);
  return g_test_run ();
}

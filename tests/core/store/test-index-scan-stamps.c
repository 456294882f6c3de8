/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-index-scan-private.h"

#include "pz-error.h"

#include <string.h>

#define A_FIELD(stamps) "{\"records\":{\"d4m7kq2x9v5t0rhb\":{" stamps "}}}"
#define NUMBERED "\"0.3.0199249b2c40-0\""
#define WAITS "\"019a3c81b7e2-0\""

static const struct
{
  const char *text;
  guint n_pending;
  guint n_conflicts;
} rows[] = {
  { "{}", 0, 0 },
  { "{\"devices\":[\"9f1c22d07ab4e356\"],\"records\":{}}", 0, 0 },
  { A_FIELD ("\"*\":" NUMBERED), 0, 0 },
  { A_FIELD ("\"*\":" WAITS), 1, 0 },
  { A_FIELD ("\"notes\":" WAITS ",\"given-name\":" WAITS ",\"level\":" NUMBERED), 2, 0 },
  { A_FIELD ("\"notes\":{\"stamp\":" WAITS ",\"replaces\":[\"1.17\"]}"), 1, 0 },
  { A_FIELD ("\"notes\":{\"value\":\"x\",\"stamp\":" NUMBERED "}"), 0, 0 },
  /* two values of one field; of a set both devices added the same */
  { A_FIELD ("\"notes\":[" NUMBERED ",{\"stamp\":" WAITS ",\"value\":\"x\"}]"), 1, 1 },
  { A_FIELD ("\"notes\":[" NUMBERED "]"), 0, 0 },
  { A_FIELD ("\"needs/Reading\":[" NUMBERED "," WAITS "]"), 1, 0 },
  /* what never leaves this device waits for nothing, and may differ all the same */
  { A_FIELD ("\"private-notes\":" WAITS), 0, 0 },
  { A_FIELD ("\"private-notes\":[" WAITS "," WAITS "]"), 0, 1 },
  { A_FIELD ("\"private-notes-of-a-newer-version\":" WAITS), 1, 0 },
  /* every record of the document counts; what a newer version wrote beside them does not */
  { "{\"records\":{\"a\":{\"*\":" WAITS "},\"b\":{\"*\":" WAITS "}},\"x-more\":{\"records\":{\"c\":{\"*\":" WAITS "}}}}",
    2, 0 },
  /* values of a wrong kind are for the check of the class to report */
  { A_FIELD ("\"notes\":null,\"level\":7,\"needs\":[1,[" WAITS "],{\"stamp\":[" WAITS "]}]"), 0, 1 },
  { "{\"records\":{\"a\":5,\"b\":[" WAITS "],\"c\":" WAITS "}}", 0, 0 },
};

static gboolean
scan (const char    *text,
      PzIndexDraft  *entry,
      GError       **error)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);

  pz_index_scan_stamps (reader, entry);
  if (pz_json_reader_next (reader) != PZ_JSON_END && error == NULL)
    return FALSE;
  return !pz_json_reader_take_error (reader, error);
}

static void
test_counts_what_waits_and_what_differs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto(PzIndexDraft) entry = { 0 };

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_true (scan (rows[i].text, &entry, NULL));
      g_assert_cmpuint (entry.counts[PZ_INDEX_PENDING], ==, rows[i].n_pending);
      g_assert_cmpuint (entry.counts[PZ_INDEX_CONFLICTS], ==, rows[i].n_conflicts);
    }
}

static void
test_adds_to_what_was_counted (void)
{
  g_auto(PzIndexDraft) entry = { .counts = { [PZ_INDEX_PENDING] = 5, [PZ_INDEX_CONFLICTS] = 7 } };

  g_assert_true (scan (A_FIELD ("\"notes\":[" WAITS "," NUMBERED "]"), &entry, NULL));
  g_assert_cmpuint (entry.counts[PZ_INDEX_PENDING], ==, 6);
  g_assert_cmpuint (entry.counts[PZ_INDEX_CONFLICTS], ==, 8);
}

static void
test_rejects_what_is_no_object (void)
{
  static const char *const texts[] = { "[]", "7", "null", "{\"records\":[]}", "{\"records\":\"x\"}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto(PzIndexDraft) entry = { 0 };
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (scan (texts[i], &entry, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
    }
}

/* a file that was cut, and one that is nested too deep, end the reading and not the program */
static void
test_rejects_what_is_cut_or_deep (void)
{
  static const char text[] = A_FIELD ("\"notes\":[" NUMBERED ",{\"stamp\":" WAITS ",\"value\":\"x\"}]");
  g_autofree char *brackets = g_strnfill (1000, '[');
  g_autofree char *deep = g_strconcat ("{\"records\":{\"a\":{\"notes\":", brackets, NULL);
  g_auto(PzIndexDraft) entry = { 0 };

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autofree char *cut = g_strndup (text, length);
      g_autoptr(GError) error = NULL;

      g_assert_false (scan (cut, &entry, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_SYNTAX);
    }
  {
    g_autoptr(GError) error = NULL;

    g_assert_false (scan (deep, &entry, &error));
    g_assert_nonnull (error);
  }
}

#define ADD(path, function) g_test_add_func ("/core/index-scan-stamps/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("counts-what-waits-and-what-differs", test_counts_what_waits_and_what_differs);
  ADD ("adds-to-what-was-counted", test_adds_to_what_was_counted);
  ADD ("rejects-what-is-no-object", test_rejects_what_is_no_object);
  ADD ("rejects-what-is-cut-or-deep", test_rejects_what_is_cut_or_deep);
  return g_test_run ();
}

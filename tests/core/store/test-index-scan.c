/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "index-fixture.h"
#include "pz-error.h"

#include <string.h>

#define HEAD "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"d4m7kq2x9v5t0rhb\",\"rev\":131,"

/* A learner with everything that counts and much that does not. */
static const char full[] =
    HEAD "\n"
    "\"learner\":{\n"
    " \"given-name\":\"Noor\",\n"
    " \"middle-name\":\"\",\n"
    " \"family-name\":\"Jans\\u00e9n\",\n"
    " \"preferred-name\":\"Noortje\",\n"
    " \"level\":\"b1\",\n"
    " \"home-languages\":[\"ar\",\"nl\"],\n"
    " \"sourced-id\":\"roster-17\",\n"
    " \"archived\":true,\n"
    " \"x-unknown\":{\"deleted\":\"2026-01-01\",\"given-name\":\"Nobody\"}\n"
    "},\n"
    "\"contacts\":[\n"
    "{\"id\":\"f6t1xw8b3n9kq5zc\",\"name\":\"Samira\",\"deleted\":\"2026-11-02T10:00\"}\n"
    "],\n"
    "\"check-ins\":[\n"
    "{\"id\":\"c2q8nf5j1x4mw9td\",\"date\":\"2026-09-21\",\"text\":\"Chose the next book\"},\n"
    "{\"id\":\"c2q8nf5j1x4mw9te\",\"date\":\"2026-09-14\"},\n"
    "{\"id\":\"c2q8nf5j1x4mw9tf\",\"date\":\"2026-10-30\",\"deleted\":\"2026-11-02T10:00\"}\n"
    "],\n"
    "\"absences\":[\n"
    "{\"id\":\"a1q8nf5j1x4mw9td\",\"from\":\"2026-10-05\"},\n"
    "{\"id\":\"a1q8nf5j1x4mw9te\",\"from\":\"2026-09-28\",\"to\":\"2026-09-30\"},\n"
    "{\"id\":\"a1q8nf5j1x4mw9tf\",\"from\":\"2026-11-02\",\"deleted\":\"2026-11-02T10:00\"},\n"
    "{\"id\":\"a1q8nf5j1x4mw9tg\",\"to\":\"2026-11-05\"},\n"
    "{\"id\":\"a1q8nf5j1x4mw9th\",\"from\":\"2026-10-09\",\"to\":\"2026-10-01\"},\n"
    "{\"id\":\"a1q8nf5j1x4mw9tj\",\"from\":\"2026-02-30\",\"to\":\"2026-03-01\"},\n"
    "{\"id\":\"a1q8nf5j1x4mw9tk\",\"from\":7,\"to\":[]},\n"
    "{\"id\":\"a1q8nf5j1x4mw9tm\",\"from\":\"2026-10-01\",\"to\":\"next week\"}\n"
    "],\n"
    "\"goals\":[\n"
    "{\"id\":\"k3v9qmx2a7hd5w41\",\"title\":\"One\",\"state\":\"active\"},\n"
    "{\"id\":\"k3v9qmx2a7hd5w42\",\"title\":\"Two\"},\n"
    "{\"id\":\"k3v9qmx2a7hd5w43\",\"title\":\"Three\",\"state\":\"paused\"},\n"
    "{\"id\":\"k3v9qmx2a7hd5w44\",\"title\":\"Four\",\"state\":\"active\",\"deleted\":\"2026-11-02T10:00\"}\n"
    "],\n"
    "\"x-badges\":[{\"date\":\"2027-01-01\"},[[1,2]],null],\n"
    "\"measurements\":[\n"
    "{\"id\":\"m5c0tz4e8v1sv601\",\"goal\":\"k3v9qmx2a7hd5w41\",\"date\":\"2026-09-11\",\"value\":31},\n"
    "{\"id\":\"m5c0tz4e8v1sv602\",\"goal\":\"k3v9qmx2a7hd5w41\",\"date\":\"2026-09-18\",\"value\":33.5},\n"
    "{\"id\":\"m5c0tz4e8v1sv603\",\"goal\":\"k3v9qmx2a7hd5w41\",\"date\":\"2026-09-25\",\"value\":9,\"not-valid\":true},\n"
    "{\"id\":\"m5c0tz4e8v1sv604\",\"goal\":\"k3v9qmx2a7hd5w41\",\"date\":\"2026-02-31\",\"value\":9},\n"
    "{\"id\":\"m5c0tz4e8v1sv605\",\"goal\":\"k3v9qmx2a7hd5w41\",\"date\":\"someday!!!\",\"value\":9},\n"
    "{\"id\":\"m5c0tz4e8v1sv606\",\"goal\":\"k3v9qmx2a7hd5w41\",\"date\":\"2026-12-01\",\"deleted\":\"2026-11-02T10:00\"}\n"
    "],\n"
    "\"stamps\":{\"devices\":[\"9f1c22d07ab4e356\",\"5d80b71e4c9a2f03\"],\"records\":{\n"
    "\"d4m7kq2x9v5t0rhb\":{\"*\":\"0.3.0199249b2c40-0\",\"home-languages/ar\":[\"0.4.0199249b2c40-0\",\"1.4.0199249b2c41-0\"],"
    "\"home-languages/nl\":{\"stamp\":\"019a3c81b7e2-0\",\"replaces\":[\"1.17\"],\"gone\":true},"
    "\"private-notes\":\"019a3c81b7e2-0\","
    "\"notes\":{\"stamp\":\"019a3c81b7e2-0\",\"replaces\":[\"1.17\"]}},\n"
    "\"k3v9qmx2a7hd5w41\":{\"*\":\"0.9.019924a01b88-0\",\"target\":[\"0.131.019a3c77e001-0\","
    "{\"stamp\":\"1.22.019a3c7710aa-0\",\"value\":65}],\"title\":[\"019a3c81b7e5-0\",{\"value\":\"x\",\"stamp\":\"1.23.019a3c7710ab-0\"}]},\n"
    "\"m5c0tz4e8v1sv601\":{\"*\":\"0.12.01993880aa00-0\"},\n"
    "\"m5c0tz4e8v1sv602\":{\"*\":\"019a3c81b7e4-0\"}\n"
    "},\"x-more\":{\"records\":{\"a\":{\"*\":\"019a3c81b7e4-0\"}}}}}\n";

static gboolean
scan (const char    *text,
      PzIndexDraft  *entry,
      GError       **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return pz_index_scan_learner (bytes, entry, error);
}

static void
test_counts_what_counts (void)
{
  g_auto(PzIndexDraft) entry = { .version = { .size = 17 } };
  g_autoptr(GError) error = NULL;

  g_assert_true (scan (full, &entry, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (entry.texts[PZ_INDEX_ID], ==, "d4m7kq2x9v5t0rhb");
  g_assert_cmpstr (entry.texts[PZ_INDEX_GIVEN_NAME], ==, "Noor");
  g_assert_null (entry.texts[PZ_INDEX_MIDDLE_NAME]);
  g_assert_cmpstr (entry.texts[PZ_INDEX_FAMILY_NAME], ==, "Jansén");
  g_assert_cmpstr (entry.texts[PZ_INDEX_PREFERRED_NAME], ==, "Noortje");
  g_assert_cmpstr (entry.texts[PZ_INDEX_LEVEL], ==, "b1");
  g_assert_cmpstr (entry.texts[PZ_INDEX_SOURCED_ID], ==, "roster-17");
  g_assert_cmpint (entry.flags, ==, PZ_INDEX_ARCHIVED);
  g_assert_cmpuint (entry.counts[PZ_INDEX_GOALS], ==, 3);
  g_assert_cmpuint (entry.counts[PZ_INDEX_ACTIVE], ==, 2);
  g_assert_cmpuint (entry.counts[PZ_INDEX_MEASUREMENTS], ==, 4);
  g_assert_cmpstr (entry.texts[PZ_INDEX_LAST], ==, "2026-09-18");
  g_assert_cmpstr (entry.texts[PZ_INDEX_CHECK_IN], ==, "2026-09-21");
  g_assert_cmpstr (entry.texts[PZ_INDEX_ABSENCES], ==, "2026-09-28/2026-10-01,2026-10-05,2026-10-09");
  g_assert_cmpuint (entry.revision, ==, 131);
  g_assert_cmpuint (entry.version.size, ==, 17);
}

static void
test_pending_and_conflicts (void)
{
  g_auto(PzIndexDraft) entry = { 0 };

  g_assert_true (scan (full, &entry, NULL));
  /* a removed language, the notes, one of two titles, a new measurement; the private notes wait for nothing */
  g_assert_cmpuint (entry.counts[PZ_INDEX_PENDING], ==, 4);
  /* target and title; a language that two devices added is no conflict */
  g_assert_cmpuint (entry.counts[PZ_INDEX_CONFLICTS], ==, 2);
}

static void
test_trash_and_little (void)
{
  g_auto(PzIndexDraft) entry = { .flags = PZ_INDEX_DAMAGED, .counts = { 9, 9, 9, 9, 9 } };

  g_assert_true (scan (HEAD "\"learner\":{\"deleted\":\"2026-11-02T10:00\",\"given-name\":7,\"level\":[\"b1\"]}}", &entry, NULL));
  g_assert_cmpint (entry.flags, ==, PZ_INDEX_DELETED);
  g_assert_null (entry.texts[PZ_INDEX_GIVEN_NAME]);
  g_assert_null (entry.texts[PZ_INDEX_LEVEL]);
  g_assert_null (entry.texts[PZ_INDEX_LAST]);
  g_assert_null (entry.texts[PZ_INDEX_ABSENCES]);
  for (guint i = 0; i < PZ_INDEX_N_COUNTS; i++)
    g_assert_cmpuint (entry.counts[i], ==, 0);
}

/* Values of a wrong kind are for `check` to report; a list has nothing to show then. */
static void
test_wrong_kinds_show_nothing (void)
{
  g_auto(PzIndexDraft) entry = { 0 };
  g_autoptr(GError) error = NULL;

  scan (HEAD "\"learner\":{\"archived\":\"yes\",\"deleted\":false},"
        "\"goals\":[{\"id\":\"k3v9qmx2a7hd5w41\",\"state\":{\"deleted\":\"x\"},\"deleted\":[\"x\"]}],"
        "\"measurements\":[{\"id\":\"m5c0tz4e8v1sv601\",\"date\":20260911,\"not-valid\":\"true\"}],"
        "\"stamps\":{\"records\":{\"a\":5,\"b\":{\"*\":null,\"c\":[1,[\"019a3c81b7e4-0\"],{\"stamp\":[]}]}}}}",
        &entry, &error);
  g_assert_no_error (error);
  g_assert_cmpint (entry.flags, ==, PZ_INDEX_SHOWN);
  g_assert_cmpuint (entry.counts[PZ_INDEX_GOALS], ==, 1);
  g_assert_cmpuint (entry.counts[PZ_INDEX_ACTIVE], ==, 1);
  g_assert_cmpuint (entry.counts[PZ_INDEX_MEASUREMENTS], ==, 1);
  g_assert_null (entry.texts[PZ_INDEX_LAST]);
  g_assert_cmpuint (entry.counts[PZ_INDEX_PENDING], ==, 0);
  g_assert_cmpuint (entry.counts[PZ_INDEX_CONFLICTS], ==, 0); /* of a record that is not there */
}

#define TWO_NOTES(mine, theirs)                                                                                          \
  HEAD "\"learner\":{\"notes\":\"" mine "\"},\"stamps\":{\"devices\":[\"9f1c22d07ab4e356\",\"5d80b71e4c9a2f03\"],"        \
       "\"records\":{\"d4m7kq2x9v5t0rhb\":{\"notes\":[\"0.3.0199249b2c41-0\",{\"stamp\":\"1.3.0199249b2c40-0\","            \
       "\"value\":\"" theirs "\"}]}}}}"

static void
test_equal_values_are_no_conflict (void)
{
  g_auto(PzIndexDraft) equal = { 0 };
  g_auto(PzIndexDraft) different = { 0 };

  g_assert_true (scan (TWO_NOTES ("quiet", "quiet"), &equal, NULL));
  g_assert_cmpuint (equal.counts[PZ_INDEX_CONFLICTS], ==, 0);
  g_assert_true (scan (TWO_NOTES ("quiet", "near the door"), &different, NULL));
  g_assert_cmpuint (different.counts[PZ_INDEX_CONFLICTS], ==, 1);
}

static const struct
{
  const char *text;
  PzError code;
} rejects[] = {
  { "", PZ_ERROR_SYNTAX },
  { "[]", PZ_ERROR_INVALID },
  { "{}", PZ_ERROR_INVALID },
  { "{\"format\":\"personalize-learner\"}", PZ_ERROR_INVALID },
  { "{\"format\":\"personalize-learner\",\"version\":1}", PZ_ERROR_INVALID },
  { "{\"version\":1,\"id\":\"d4m7kq2x9v5t0rhb\"}", PZ_ERROR_INVALID },
  { "{\"format\":\"personalize-activity\",\"version\":1}", PZ_ERROR_NOT_SUPPORTED },
  { "{\"format\":1}", PZ_ERROR_INVALID },
  { "{\"format\":\"personalize-learner\",\"version\":2,\"future\":true}", PZ_ERROR_TOO_NEW },
  { "{\"format\":\"personalize-learner\",\"version\":0}", PZ_ERROR_INVALID },
  { "{\"format\":\"personalize-learner\",\"version\":\"1\"}", PZ_ERROR_INVALID },
  { "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"../d4m7\"}", PZ_ERROR_INVALID },
  { "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"0000000000000000\"}", PZ_ERROR_INVALID },
  { "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"d4m7kq2x9v5t0rhb\",\"rev\":-1}", PZ_ERROR_INVALID },
  { "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"d4m7kq2x9v5t0rhb\",\"rev\":1.5}", PZ_ERROR_INVALID },
  { "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"d4m7kq2x9v5t0rhb\",\"rev\":1e300}", PZ_ERROR_INVALID },
  { HEAD "\"learner\":[]}", PZ_ERROR_INVALID },
  { HEAD "\"goals\":{}}", PZ_ERROR_INVALID },
  { HEAD "\"goals\":[1]}", PZ_ERROR_INVALID },
  { HEAD "\"goals\":[{}]}", PZ_ERROR_INVALID },
  { HEAD "\"goals\":[{\"title\":\"x\",\"id\":\"k3v9qmx2a7hd5w41\"}]}", PZ_ERROR_INVALID },
  { HEAD "\"goals\":[{\"id\":\"K3V9\"}]}", PZ_ERROR_INVALID },
  { HEAD "\"stamps\":[]}", PZ_ERROR_INVALID },
  { HEAD "\"stamps\":{\"records\":[]}}", PZ_ERROR_INVALID },
  { HEAD "\"learner\":{\"given-name\":\"Noor\"", PZ_ERROR_SYNTAX },
  { HEAD "\"learner\":{\"given-name\":\"a\",\"given-name\":\"b\"}}", PZ_ERROR_SYNTAX },
  { HEAD "\"learner\":{}}{}", PZ_ERROR_SYNTAX },
  { HEAD "\"learner\":{},\"measurements\":[{\"id\":\"m5c0tz4e8v1sv601\",\"value\":012}]}", PZ_ERROR_SYNTAX },
};

static void
test_rejects (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_auto(PzIndexDraft) entry = { .revision = 5 };
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_index_draft_set_text (&entry, PZ_INDEX_ID, "d4m7kq2x9v5t0rhb");
      g_assert_false (scan (rejects[i].text, &entry, &error));
      g_assert_error (error, PZ_ERROR, (int) rejects[i].code);
      g_assert_nonnull (strstr (error->message, "line "));
      g_assert_cmpuint (entry.revision, ==, 5);
      g_assert_cmpstr (entry.texts[PZ_INDEX_ID], ==, "d4m7kq2x9v5t0rhb");
    }
}

/* A file that was cut anywhere is never taken for a whole one. */
static void
test_rejects_every_cut (void)
{
  for (gsize length = 0; length < strlen (full) - 2; length++)
    {
      g_auto(PzIndexDraft) entry = { 0 };
      g_autoptr(GBytes) bytes = g_bytes_new_static (full, length);

      g_assert_false (pz_index_scan_learner (bytes, &entry, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/index-scan/counts-what-counts", test_counts_what_counts);
  g_test_add_func ("/core/index-scan/pending-and-conflicts", test_pending_and_conflicts);
  g_test_add_func ("/core/index-scan/trash-and-little", test_trash_and_little);
  g_test_add_func ("/core/index-scan/wrong-kinds-show-nothing", test_wrong_kinds_show_nothing);
  g_test_add_func ("/core/index-scan/equal-values-are-no-conflict", test_equal_values_are_no_conflict);
  g_test_add_func ("/core/index-scan/rejects", test_rejects);
  g_test_add_func ("/core/index-scan/rejects-every-cut", test_rejects_every_cut);
  return g_test_run ();
}

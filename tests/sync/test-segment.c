/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire-vectors.h"

#include "pz-segment.h"
#include "pz-sync-error.h"

#define CLASSROOM "b7q2mx5k9d0hw4vt"
#define DEVICE G_GUINT64_CONSTANT (0x3fa94c1d22e0b781)
#define PATH "learners/d4m7kq2x9v5t0rhb/d4m7kq2x9v5t0rhb"

static void
test_reads_vector (void)
{
  PzObjectName name;
  g_autoptr(GBytes) json = wire_vector_load ("seg-", &name);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSegment) segment = pz_segment_parse (json, &error);
  const PzSyncEdit *edit;
  PzHash chain, begin = pz_chain_begin (CLASSROOM, DEVICE);

  g_assert_no_error (error);
  g_assert_cmpstr (segment->classroom, ==, CLASSROOM);
  g_assert_cmphex (segment->device, ==, DEVICE);
  g_assert_cmpuint (segment->from, ==, 1);
  g_assert_cmpuint (segment->to, ==, 4);
  g_assert_true (pz_hash_equal (&segment->prev, &begin));
  edit = g_ptr_array_index (segment->edits, 1);
  g_assert_cmpuint (edit->number, ==, 2);
  g_assert_cmpstr (edit->path, ==, PATH);
  g_assert_cmpstr (edit->field, ==, "given-name");
  g_assert_cmpstr (edit->value, ==, "\"Ada \\\"A.\\\" Łuk\"");
  g_assert_true (edit->clock == PZ_HLC (1795510000123, 0));
  g_assert_cmpuint (edit->replaces->len, ==, 2);
  g_assert_cmphex (g_array_index (edit->replaces, PzReplaced, 0).mark, ==, 0x87cc61e6);
  edit = g_ptr_array_index (segment->edits, 2);
  g_assert_null (edit->value);
  chain = pz_segment_get_chain (segment, 4);
  g_assert_cmphex (pz_hash_get_head (&chain), ==, name.head);
}

/* our writer makes the very bytes that others made from the description */
static void
test_writes_vector (void)
{
  PzObjectName name;
  g_autoptr(GBytes) json = wire_vector_load ("seg-", &name);
  g_autoptr(GBytes) again = NULL;
  PzHash begin = pz_chain_begin (CLASSROOM, DEVICE);
  g_autoptr(PzSegment) segment = pz_segment_new (CLASSROOM, DEVICE, 1, &begin);
  PzSyncEdit *edits[] = {
    pz_sync_edit_new (1, PATH, "*", PZ_HLC (1795510000120, 3),
                      "{\"type\":\"learner\",\"given-name\":\"Noor\",\"interests/reading\":true}"),
    pz_sync_edit_new (2, PATH, "given-name", PZ_HLC (1795510000123, 0), "\"Ada \\\"A.\\\" Łuk\""),
    pz_sync_edit_new (3, PATH, "interests/reading", PZ_HLC (1795510000123, 1), NULL),
    pz_sync_edit_new (4, "learners/d4m7kq2x9v5t0rhb/m5c0tz4e8v1sv6na", "*", PZ_HLC (1795510000124, 0),
                      "{\"type\":\"measurement\",\"goal\":\"k3v9qmx2a7hd5w4t\",\"date\":\"2026-11-23\",\"value\":31}"),
  };

  pz_sync_edit_add_replaced (edits[1], DEVICE, 1, 0x87cc61e6);
  pz_sync_edit_add_replaced (edits[1], 0x77c0de1b9a3e4f02, 12, 0xa1b2c3d4);
  pz_sync_edit_add_replaced (edits[2], DEVICE, 1, 0x87cc61e6);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      pz_sync_edit_seal (edits[i]);
      pz_segment_add (segment, edits[i]);
    }
  again = pz_segment_write (segment);
  g_assert_cmpmem (g_bytes_get_data (json, NULL), g_bytes_get_size (json), g_bytes_get_data (again, NULL),
                   g_bytes_get_size (again));
}

/* a retry sends the edits of two segments in one: the chain is that of its parts */
static void
test_merged_retry (void)
{
  PzHash begin = pz_chain_begin (CLASSROOM, DEVICE), middle, end, merged;
  g_autoptr(PzSegment) first = pz_segment_new (CLASSROOM, DEVICE, 1, &begin);
  g_autoptr(PzSegment) both = pz_segment_new (CLASSROOM, DEVICE, 1, &begin);
  g_autoptr(PzSegment) second = NULL;

  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", i);
      PzSyncEdit *edit = pz_sync_edit_new (i, PATH, "given-name", PZ_HLC (i, 0), value);
      PzSyncEdit *twin = pz_sync_edit_new (i, PATH, "given-name", PZ_HLC (i, 0), value);

      pz_sync_edit_seal (edit);
      pz_sync_edit_seal (twin);
      if (i == 4)
        {
          middle = pz_segment_get_chain (first, 3);
          second = pz_segment_new (CLASSROOM, DEVICE, 4, &middle);
        }
      pz_segment_add (i < 4 ? first : second, edit);
      pz_segment_add (both, twin);
    }
  end = pz_segment_get_chain (second, 6);
  merged = pz_segment_get_chain (both, 6);
  g_assert_true (pz_hash_equal (&end, &merged));
  merged = pz_segment_get_chain (both, 3);
  g_assert_true (pz_hash_equal (&middle, &merged));
}

#define HEAD "{\"kind\":\"segment\",\"minor\":0,\"min_reader\":0,\"classroom\":\"" CLASSROOM "\",\"device\":\"3fa94c1d22e0b781\","
#define PREV "\"prev\":\"9c4e01b7d2a65f3390aa17c4be08d651\","
#define EDIT(n) "{\"n\":" n ",\"rec\":\"" PATH "\",\"f\":\"notes\",\"t\":[1,0],\"v\":\"x\"}"

static void
test_rejects (void)
{
  static const struct
  {
    const char *text;
    int code;
  } rejects[] = {
    { "", PZ_SYNC_ERROR_DAMAGED },
    { "[]", PZ_SYNC_ERROR_DAMAGED },
    { "{}", PZ_SYNC_ERROR_DAMAGED },
    { "{\"kind\":\"snapshot\"}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"from\":1,\"to\":0," PREV "\"edits\":[]}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"from\":1,\"to\":2," PREV "\"edits\":[" EDIT ("1") "]}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"from\":1,\"to\":2," PREV "\"edits\":[" EDIT ("1") "," EDIT ("3") "]}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"from\":1,\"to\":1," PREV "\"edits\":[" EDIT ("1.5") "]}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"from\":1,\"to\":1," PREV "\"edits\":[" EDIT ("-1") "]}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"from\":1,\"to\":1," PREV "\"edits\":[{\"n\":1,\"rec\":\"learners/../x/y\",\"f\":\"notes\",\"t\":[1,0]}]}",
      PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"from\":1,\"to\":1," PREV "\"edits\":[{\"n\":1,\"rec\":\"" PATH "\",\"f\":\"\",\"t\":[1,0]}]}",
      PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"from\":1,\"to\":1," PREV "\"edits\":[{\"n\":1,\"rec\":\"" PATH "\",\"f\":\"a\",\"t\":[1,70000]}]}",
      PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"from\":1,\"to\":1," PREV "\"edits\":[{\"n\":1,\"rec\":\"" PATH "\",\"f\":\"*\",\"t\":[1,0],\"v\":{}}]}",
      PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"from\":1,\"to\":1,\"prev\":\"9c4e\",\"edits\":[" EDIT ("1") "]}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"from\":1,\"to\":1," PREV "\"edits\":[" EDIT ("1") "]}x", PZ_SYNC_ERROR_DAMAGED },
    { "{\"kind\":\"segment\",\"min_reader\":1,\"what\":[]}", PZ_SYNC_ERROR_TOO_NEW },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_autoptr(GBytes) json = g_bytes_new_static (rejects[i].text, strlen (rejects[i].text));
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (pz_segment_parse (json, &error));
      g_assert_error (error, PZ_SYNC_ERROR, rejects[i].code);
    }
}

/* what a newer version adds is passed over in the segment, and part of the chain in an edit */
static void
test_unknown_members (void)
{
  const char *text = HEAD "\"from\":1,\"to\":1,\"mood\":{\"a\":[1]}," PREV
                          "\"edits\":[{\"n\":1,\"rec\":\"" PATH "\",\"f\":\"notes\",\"t\":[1,0],\"v\":\"x\",\"w\":[2]}]}";
  g_autoptr(GBytes) json = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSegment) segment = pz_segment_parse (json, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (((PzSyncEdit *) g_ptr_array_index (segment->edits, 0))->bytes, "\"w\":[2]}"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/segment/reads-what-another-implementation-wrote", test_reads_vector);
  g_test_add_func ("/sync/segment/writes-the-bytes-another-implementation-wrote", test_writes_vector);
  g_test_add_func ("/sync/segment/chain-of-a-merged-retry-is-that-of-its-parts", test_merged_retry);
  g_test_add_func ("/sync/segment/refuses-what-is-not-one", test_rejects);
  g_test_add_func ("/sync/segment/passes-over-what-a-newer-version-adds", test_unknown_members);
  return g_test_run ();
}

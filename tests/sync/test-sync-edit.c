/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-edit.h"

#include <string.h>

#define PATH "learners/d4m7kq2x9v5t0rhb/d4m7kq2x9v5t0rhb"
#define DEVICE G_GUINT64_CONSTANT (0x3fa94c1d22e0b781)

/* (nullable): what a text of one edit says; NULL: it is refused */
static PzSyncEdit *
read_edit (const char *text)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);
  g_autoptr(PzSyncEdit) edit = NULL;

  if (pz_json_reader_next (reader) != PZ_JSON_OBJECT)
    return NULL;
  edit = pz_sync_edit_read (reader, text);
  return pz_json_reader_next (reader) == PZ_JSON_END ? g_steal_pointer (&edit) : NULL;
}

static void
test_bytes (void)
{
  g_autoptr(PzSyncEdit) edit = pz_sync_edit_new (41, PATH, "given-name", PZ_HLC (1795510000123, 7), "\"Ada\"");
  g_autoptr(PzSyncEdit) removal = pz_sync_edit_new (42, PATH, "interests/\"x\"", PZ_HLC (1, 0), NULL);

  g_assert_null (edit->bytes);
  pz_sync_edit_add_replaced (edit, DEVICE, 12, 0xa1b2c3d4);
  pz_sync_edit_add_replaced (edit, 1, 2, 3);
  pz_sync_edit_seal (edit);
  g_assert_cmpstr (edit->bytes, ==,
                   "{\"n\":41,\"rec\":\"" PATH "\",\"f\":\"given-name\",\"t\":[1795510000123,7],\"v\":\"Ada\","
                   "\"x\":[[\"3fa94c1d22e0b781\",12,\"a1b2c3d4\"],[\"0000000000000001\",2,\"00000003\"]]}");
  pz_sync_edit_seal (removal);
  g_assert_cmpstr (removal->bytes, ==, "{\"n\":42,\"rec\":\"" PATH "\",\"f\":\"interests/\\\"x\\\"\",\"t\":[1,0]}");
}

static void
test_read (void)
{
  const char *text = "{\"n\":41,\"rec\":\"" PATH "\",\"f\":\"notes\",\"t\":[1795510000123,7], \"v\":[ 1.50 ],"
                     "\"x\":[[\"3fa94c1d22e0b781\",12,\"a1b2c3d4\"]],\"mood\":{\"of\":\"a newer version\"}}";
  g_autoptr(PzSyncEdit) edit = read_edit (text);
  const PzReplaced *replaced;

  g_assert_nonnull (edit);
  g_assert_cmpuint (edit->number, ==, 41);
  g_assert_cmpstr (edit->path, ==, PATH);
  g_assert_cmpstr (edit->field, ==, "notes");
  g_assert_true (edit->clock == PZ_HLC (1795510000123, 7));
  g_assert_cmpstr (edit->value, ==, "[ 1.50 ]");
  g_assert_cmpuint (edit->replaces->len, ==, 1);
  replaced = &g_array_index (edit->replaces, PzReplaced, 0);
  g_assert_cmphex (replaced->device, ==, DEVICE);
  g_assert_cmpuint (replaced->number, ==, 12);
  g_assert_cmphex (replaced->mark, ==, 0xa1b2c3d4);
  g_assert_cmpstr (edit->bytes, ==, text); /* the chain is made of what came, to the last blank */
}

#define EDIT(members) "{\"n\":1,\"rec\":\"" PATH "\",\"t\":[1,0]," members "}"

static void
test_refuses (void)
{
  static const char *const rejects[] = {
    "{}",
    "{\"n\":1,\"rec\":\"" PATH "\",\"f\":\"notes\",\"t\":[1,0],\"v\":\"cut",
    "{\"n\":0,\"rec\":\"" PATH "\",\"f\":\"notes\",\"t\":[1,0]}",
    "{\"n\":-1,\"rec\":\"" PATH "\",\"f\":\"notes\",\"t\":[1,0]}",
    "{\"n\":1.5,\"rec\":\"" PATH "\",\"f\":\"notes\",\"t\":[1,0]}",
    "{\"n\":9007199254740992,\"rec\":\"" PATH "\",\"f\":\"notes\",\"t\":[1,0]}",
    "{\"n\":\"1\",\"rec\":\"" PATH "\",\"f\":\"notes\",\"t\":[1,0]}",
    "{\"n\":1,\"n\":1,\"rec\":\"" PATH "\",\"f\":\"notes\",\"t\":[1,0]}",
    "{\"n\":1,\"f\":\"notes\",\"t\":[1,0]}",
    "{\"n\":1,\"rec\":\"learners/../d4m7kq2x9v5t0rhb\",\"f\":\"notes\",\"t\":[1,0]}",
    "{\"n\":1,\"rec\":\"" PATH "\",\"f\":\"notes\",\"t\":[281474976710656,0]}",
    "{\"n\":1,\"rec\":\"" PATH "\",\"f\":\"notes\",\"t\":[1,65536]}",
    "{\"n\":1,\"rec\":\"" PATH "\",\"f\":\"notes\",\"t\":[1]}",
    "{\"n\":1,\"rec\":\"" PATH "\",\"f\":\"notes\",\"t\":1}",
    EDIT ("\"v\":1"),
    EDIT ("\"f\":\"\",\"v\":1"),
    EDIT ("\"f\":\"notes\",\"x\":{}"),
    EDIT ("\"f\":\"notes\",\"x\":[[\"3fa94c1d22e0b781\",0,\"a1b2c3d4\"]]"),
    EDIT ("\"f\":\"notes\",\"x\":[[\"0000000000000000\",1,\"a1b2c3d4\"]]"),
    EDIT ("\"f\":\"notes\",\"x\":[[\"3fa94c1d22e0b781\",1,\"a1b2c3\"]]"),
    EDIT ("\"f\":\"notes\",\"x\":[[\"3fa94c1d22e0b781\",1]]"),
    EDIT ("\"f\":\"*\",\"v\":[]"),
    EDIT ("\"f\":\"*\",\"v\":\"learner\""),
    EDIT ("\"f\":\"*\",\"v\":{\"given-name\":\"Ada\"}"),
    EDIT ("\"f\":\"*\",\"v\":{\"type\":\"learner\",\"type\":\"goal\"}"),
    EDIT ("\"f\":\"*\",\"v\":{\"type\":\"learner\",\"\":1}"),
    EDIT ("\"f\":\"*\",\"v\":{\"type\":\"learner\",\"*\":1}"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (read_edit (rejects[i]));
    }
}

/* What is kept beside the documents must be readable where it lies deepest. */
static void
test_nesting (void)
{
  for (guint depth = 59; depth <= 60; depth++)
    {
      g_autofree char *open = g_strnfill (depth, '['), *close = g_strnfill (depth, ']');
      g_autofree char *plain = g_strdup_printf (EDIT ("\"f\":\"mood\",\"v\":%s%s"), open, close);
      g_autofree char *member = g_strdup_printf (EDIT ("\"f\":\"*\",\"v\":{\"type\":\"learner\",\"mood\":%s%s}"), open, close);
      g_autoptr(PzSyncEdit) of_plain = read_edit (plain), of_member = read_edit (member);

      g_assert_true ((of_plain != NULL) == (depth == 59));
      g_assert_true ((of_member != NULL) == (depth == 59));
    }
}

static void
test_split (void)
{
  g_autoptr(PzSyncEdit) edit = pz_sync_edit_new (1, PATH, PZ_WRITE_WHOLE, 0, "{\"type\":\"learner\", \"mood\" : [ 1, 2 ]}");
  g_autoptr(PzSyncEdit) none = pz_sync_edit_new (1, PATH, PZ_WRITE_WHOLE, 0, "[1]");
  g_autoptr(PzSyncEdit) cut = pz_sync_edit_new (1, PATH, PZ_WRITE_WHOLE, 0, "{\"type\":\"learner\"");
  g_autoptr(GPtrArray) members = pz_sync_edit_split (edit);

  g_assert_cmpuint (members->len, ==, 4);
  g_assert_cmpstr (members->pdata[0], ==, "type");
  g_assert_cmpstr (members->pdata[1], ==, "\"learner\"");
  g_assert_cmpstr (members->pdata[2], ==, "mood");
  g_assert_cmpstr (members->pdata[3], ==, "[ 1, 2 ]");
  g_assert_null (pz_sync_edit_split (none));
  g_assert_null (pz_sync_edit_split (cut));
}

/* c(0) is the hash of both ids, c(q) that of c(q-1) and the bytes of edit q */
static void
test_chain (void)
{
  PzHash begin = pz_chain_begin ("b7q2mx5k9d0hw4vt", DEVICE), next = pz_chain_next (&begin, "{\"n\":1}"), other, expected;
  const char *ids = "b7q2mx5k9d0hw4vt3fa94c1d22e0b781";

  expected = pz_hash_of (ids, strlen (ids));
  g_assert_true (pz_hash_equal (&begin, &expected));
  expected = pz_hash_of_two (begin.bytes, PZ_HASH_SIZE, "{\"n\":1}", 7);
  g_assert_true (pz_hash_equal (&next, &expected));
  other = pz_chain_begin ("b7q2mx5k9d0hw4vt", DEVICE + 1);
  g_assert_false (pz_hash_equal (&begin, &other));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/edit/has-bytes-once-it-is-sealed", test_bytes);
  g_test_add_func ("/sync/edit/is-read-as-it-came", test_read);
  g_test_add_func ("/sync/edit/refuses-what-is-not-one", test_refuses);
  g_test_add_func ("/sync/edit/a-value-is-not-too-deep-to-be-read-again", test_nesting);
  g_test_add_func ("/sync/edit/a-new-record-is-split-into-its-members", test_split);
  g_test_add_func ("/sync/edit/the-chain-goes-through-every-byte", test_chain);
  return g_test_run ();
}

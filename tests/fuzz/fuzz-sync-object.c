/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-envelope.h"
#include "pz-knowledge.h"
#include "pz-object-name.h"
#include "pz-segment.h"
#include "pz-sync-state.h"

const char *const pz_fuzz_dictionary[] = {
  "{\"kind\":\"segment\",", "{\"kind\":\"snapshot\",", "\"classroom\":\"b7q2mx5k9d0hw4vt\"", "\"device\":", "\"from\":",
  "\"to\":", "\"prev\":", "\"edits\":[", "\"n\":1,", "\"rec\":\"learners/d4m7kq2x9v5t0rhb/d4m7kq2x9v5t0rhb\"", "\"f\":\"*\"",
  "\"t\":[1,0]", "\"v\":{\"type\":\"learner\"}", "\"x\":[[\"3fa94c1d22e0b781\",1,\"a1b2c3d4\"]]", "\"vector\":{", "\"marks\":\"",
  "\"cloud\":[", "\"purged\":{", "\"state\":{", "\"3fa94c1d22e0b781\"", "\"min_reader\":", "PZO1", "seg-", "snap-", "-",
  NULL,
};

/* what is taken is written again as something that is taken */
static void
check_segment (GBytes *json)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSegment) segment = pz_segment_parse (json, &error);
  g_autoptr(GBytes) again = NULL;
  g_autoptr(PzSegment) twice = NULL;
  PzHash chain, same;

  g_assert_true ((segment == NULL) == (error != NULL));
  if (segment == NULL)
    return;
  again = pz_segment_write (segment);
  twice = pz_segment_parse (again, &error);
  g_assert_no_error (error);
  chain = pz_segment_get_chain (segment, segment->to);
  same = pz_segment_get_chain (twice, twice->to);
  g_assert_true (pz_hash_equal (&chain, &same));
}

static void
check_snapshot (GBytes *json)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzKnowledge) snapshot = pz_snapshot_parse (json, &error);
  g_autoptr(GBytes) again = NULL;
  g_autoptr(GBytes) same = NULL;
  g_autoptr(PzKnowledge) twice = NULL;

  g_assert_true ((snapshot == NULL) == (error != NULL));
  if (snapshot == NULL)
    return;
  again = pz_snapshot_write (snapshot);
  twice = pz_snapshot_parse (again, &error);
  g_assert_no_error (error);
  same = pz_snapshot_write (twice);
  g_assert_true (g_bytes_equal (again, same));
}

static void
check_state (GBytes *json)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncState) state = pz_sync_state_parse ("b7q2mx5k9d0hw4vt", json, &error);

  g_assert_true ((state == NULL) == (error != NULL));
}

static void
check_name (const guint8 *data,
            gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *again = NULL;
  PzObjectName name;

  if (!pz_object_name_parse (text, &name))
    return;
  again = pz_object_name_format (&name);
  g_assert_cmpstr (text, ==, again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) opened = pz_envelope_open (bytes, &error);

  g_assert_true ((opened == NULL) == (error != NULL));
  if (opened != NULL && g_bytes_get_size (opened) < 1024 * 1024)
    {
      check_segment (opened);
      check_snapshot (opened);
    }
  check_segment (bytes);
  check_snapshot (bytes);
  check_state (bytes);
  check_name (data, size);
  return 0;
}

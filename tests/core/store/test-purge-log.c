/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-document-writes.h"
#include "pz-error.h"
#include "pz-learner.h"
#include "pz-purge-log.h"

#define LEARNER "d4m7kq2x9v5t0rhb"
#define PATH "learners/" LEARNER "/" LEARNER

/* a learner whose first writes are numbered, and with one that waits */
static PzDocument *
make_learner (void)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", 1795428000000, 1);
  g_autoptr(PzClock) clock = pz_clock_new (environment, 7);
  g_autoptr(GPtrArray) writes = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_write_free);
  PzDocument *document = pz_document_new (PZ_DOCUMENT_LEARNER, LEARNER, clock);

  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, "Noor");
  pz_document_number_writes (document, 7, 0, writes);
  pz_document_add (document, PZ_RECORD_CHECK_IN);
  return document;
}

static GPtrArray *
new_purged (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pz_purged_free);
}

/* only what others may know has to be told */
static void
test_notes_numbered (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr(PzDocument) document = make_learner ();
  g_autoptr(GPtrArray) purged = new_purged ();
  const PzPurged *note;

  pz_purge_log_note (purged, document, "a0b1c2d3e4f5g6h7");
  g_assert_cmpuint (purged->len, ==, 0);
  pz_purge_log_note (purged, document, NULL);
  g_assert_cmpuint (purged->len, ==, 1);
  note = g_ptr_array_index (purged, 0);
  g_assert_cmpstr (note->path, ==, PATH);
  g_assert_cmpuint (note->tags->len, ==, 1);
  g_assert_cmpuint (g_array_index (note->tags, PzStamp, 0).number, ==, 1);
}

static void
test_adds_up (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(PzDocument) document = make_learner ();
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  PzVersion seen;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GPtrArray) purged = new_purged ();
      g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

      pz_purge_log_note (purged, document, NULL);
      if (i == 1)
        {
          PzStamp further = { 9, 4, 0 };

          g_array_append_val (((PzPurged *) g_ptr_array_index (purged, 0))->tags, further);
        }
      g_assert_true (pz_purge_log_add (fixture->store, commit, purged, &error));
      g_assert_no_error (error);
      commit_run_well (commit);
    }
  all = pz_purge_log_read (fixture->store, &seen, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpuint (((PzPurged *) g_ptr_array_index (all, 0))->tags->len, ==, 2);
  bytes = pz_store_read (fixture->store, PZ_PURGE_LOG_FILE, NULL, NULL);
  g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "Noor"));
}

static void
test_nothing_to_tell (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr(GPtrArray) none = new_purged ();
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GError) error = NULL;
  PzVersion seen;

  g_assert_true (pz_purge_log_add (fixture->store, commit, none, &error));
  g_assert_cmpuint (pz_commit_get_n_files (commit), ==, 0);
  all = pz_purge_log_read (fixture->store, &seen, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 0);
}

static void
test_rejects (StoreFixture  *fixture,
              gconstpointer  data)
{
  static const char *const rejects[] = { "", "{", "{\"records\":{\"x\":1}}", "{\"records\":{\"x\":[\"7.1\"]}}",
                                         "{\"records\":{\"x\":[\"0000000000000007.0\"]}}",
                                         "{\"records\":{\"x\":[\"0000000000000007.1x\"]}}" };

  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_autoptr(GError) error = NULL;
      PzVersion seen;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      store_fixture_write (fixture, PZ_PURGE_LOG_FILE, rejects[i]);
      g_assert_null (pz_purge_log_read (fixture->store, &seen, &error));
      g_assert_cmpint (error->domain == PZ_ERROR, ==, TRUE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/core/purge-log/notes-what-others-may-know-and-nothing-else", test_notes_numbered);
  store_test_add ("/core/purge-log/adds-up-and-holds-no-word-of-what-was-said", test_adds_up);
  store_test_add ("/core/purge-log/is-not-there-while-nothing-has-to-be-told", test_nothing_to_tell);
  store_test_add ("/core/purge-log/refuses-what-is-not-one", test_rejects);
  return g_test_run ();
}

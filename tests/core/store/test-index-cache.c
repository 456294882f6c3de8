/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "index-fixture.h"
#include "pz-error.h"

#include <string.h>

#define CLASS_ID "0123456789abcdef"
#define HEADER "{\"format\":\"personalize-index\",\"version\":3,\"classroom\":\"" CLASS_ID "\","

/* Three learners: one with everything, one with an id alone, one in the trash. */
static GPtrArray *
make_entries (void)
{
  static const char *const texts[] = { "m4m7kq2x9v5t0rhb", "Noor \"N\"", "Noortje", "Anna", "Jansén", "b1", "roster-17",
                                       "2026-11-20", "2026-11-21", "2026-09-28/2026-09-30,2026-10-05" };
  g_auto(PzIndexDraft) one = { 0 }, other = { .flags = PZ_INDEX_DELETED };
  GPtrArray *entries = fixture_entries_new ();

  G_STATIC_ASSERT (G_N_ELEMENTS (texts) == PZ_INDEX_N_TEXTS - PZ_INDEX_ID);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    pz_index_draft_set_text (&one, PZ_INDEX_ID + i, texts[i]);
  for (guint i = 0; i < PZ_INDEX_N_COUNTS; i++)
    one.counts[i] = i + 1;
  one.flags = PZ_INDEX_ARCHIVED | PZ_INDEX_DAMAGED;
  one.revision = G_GUINT64_CONSTANT (9007199254740991);
  one.version.exists = one.version.settled = TRUE;
  one.version.size = 27200;
  one.version.mtime_ns = G_GINT64_CONSTANT (1795449600123456789);
  one.version.inode = G_GUINT64_CONSTANT (0xfffffffffffffff1);
  pz_index_draft_set_text (&other, PZ_INDEX_ID, "k4m7kq2x9v5t0rhb");
  g_ptr_array_add (entries, pz_index_draft_seal (&one));
  g_ptr_array_add (entries, pz_index_draft_seal (&other));
  pz_index_draft_set_text (&other, PZ_INDEX_ID, "d4m7kq2x9v5t0rhb");
  other.flags = PZ_INDEX_SHOWN;
  g_ptr_array_add (entries, pz_index_draft_seal (&other));
  return entries;
}

static void
test_says_what_was_said (void)
{
  g_autoptr(GPtrArray) entries = make_entries (), read = NULL;
  g_autoptr(GBytes) bytes = pz_index_cache_format (entries, CLASS_ID), again = NULL;
  g_autoptr(GError) error = NULL;
  PzIndexEntry *one, *wanted = g_ptr_array_index (entries, 0);

  read = pz_index_cache_parse (bytes, CLASS_ID, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, 3);
  one = g_ptr_array_index (read, 2);
  for (guint i = 0; i < PZ_INDEX_N_TEXTS; i++)
    g_assert_cmpstr (pz_index_entry_get_text (one, i), ==, pz_index_entry_get_text (wanted, i));
  g_assert_true (pz_index_entry_looks_as (one, wanted));
  g_assert_cmpuint (one->counts[PZ_INDEX_PENDING], ==, wanted->counts[PZ_INDEX_PENDING]);
  g_assert_cmpuint (one->revision, ==, wanted->revision);
  g_assert_true (pz_version_equal (&one->version, &wanted->version));
  g_assert_true (one->version.settled);
  g_assert_cmpstr (pz_index_entry_get_text (g_ptr_array_index (read, 0), PZ_INDEX_ID), ==, "d4m7kq2x9v5t0rhb");
  g_assert_cmpint (((PzIndexEntry *) g_ptr_array_index (read, 1))->flags, ==, PZ_INDEX_DELETED);

  again = pz_index_cache_format (read, CLASS_ID);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_one_line_for_a_learner (void)
{
  g_autoptr(GPtrArray) entries = make_entries ();
  g_autoptr(GBytes) bytes = pz_index_cache_format (entries, CLASS_ID);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_cmpstr (lines[0], ==, HEADER "\"count\":3,\"shown\":1,\"rows\":[");
  g_assert_cmpstr (lines[1], ==, "{\"id\":\"d4m7kq2x9v5t0rhb\",\"rev\":0},");
  g_assert_cmpstr (lines[2], ==, "{\"id\":\"k4m7kq2x9v5t0rhb\",\"deleted\":true,\"rev\":0},");
  g_assert_cmpstr (lines[3], ==,
                   "{\"id\":\"m4m7kq2x9v5t0rhb\",\"given-name\":\"Noor \\\"N\\\"\",\"preferred-name\":\"Noortje\","
                   "\"middle-name\":\"Anna\",\"family-name\":\"Jansén\",\"level\":\"b1\",\"sourced-id\":\"roster-17\","
                   "\"last\":\"2026-11-20\",\"check-in\":\"2026-11-21\",\"absences\":\"2026-09-28/2026-09-30,2026-10-05\",\"goals\":1,\"active\":2,\"measurements\":3,"
                   "\"pending\":4,\"conflicts\":5,\"archived\":true,\"damaged\":true,"
                   "\"key\":\"noor n anna jansen noortje jansen\",\"rev\":9007199254740991,"
                   "\"size\":27200,\"mtime_ns\":1795449600123456789,\"inode\":-15}");
  g_assert_cmpstr (lines[4], ==, "]}");
}

/* A version that may hide a further change is not written, so the file is read again. */
static void
test_fresh_version_is_left_out (void)
{
  g_auto(PzIndexDraft) entry = { .version = { .exists = TRUE, .size = 5, .inode = 7 } };
  g_autoptr(GPtrArray) entries = fixture_entries_new (), read = NULL;
  g_autoptr(GBytes) bytes = NULL;

  pz_index_draft_set_text (&entry, PZ_INDEX_ID, "d4m7kq2x9v5t0rhb");
  g_ptr_array_add (entries, pz_index_draft_seal (&entry));
  bytes = pz_index_cache_format (entries, CLASS_ID);
  read = pz_index_cache_parse (bytes, CLASS_ID, NULL);
  g_assert_false (((PzIndexEntry *) g_ptr_array_index (read, 0))->version.exists);
}

static void
test_header_tells_the_number (void)
{
  g_autoptr(GPtrArray) entries = make_entries ();
  g_autoptr(GBytes) bytes = pz_index_cache_format (entries, CLASS_ID);
  guint n_shown = 99;

  g_assert_false (pz_index_cache_peek (bytes, "fedcba9876543210", &n_shown));
  g_assert_cmpuint (n_shown, ==, 99);
  g_assert_true (pz_index_cache_peek (bytes, CLASS_ID, &n_shown));
  g_assert_cmpuint (n_shown, ==, 1);
}

static const char *const rejects[] = {
  "",
  "[]",
  "{\"format\":\"personalize-learner\",\"version\":3,\"classroom\":\"" CLASS_ID "\",\"count\":0,\"shown\":0,\"rows\":[]}",
  "{\"format\":\"personalize-index\",\"version\":2,\"classroom\":\"" CLASS_ID "\",\"count\":0,\"shown\":0,\"rows\":[]}",
  "{\"format\":\"personalize-index\",\"version\":4,\"classroom\":\"" CLASS_ID "\",\"count\":0,\"shown\":0,\"rows\":[]}",
  "{\"format\":\"personalize-index\",\"version\":3,\"classroom\":\"fedcba9876543210\",\"count\":0,\"shown\":0,\"rows\":[]}",
  HEADER "\"count\":1,\"shown\":0,\"rows\":[]}",
  HEADER "\"count\":0,\"shown\":1,\"rows\":[]}",
  HEADER "\"count\":-1,\"shown\":0,\"rows\":[]}",
  HEADER "\"count\":0.5,\"shown\":0,\"rows\":[]}",
  HEADER "\"shown\":0,\"count\":0,\"rows\":[]}",
  HEADER "\"count\":0,\"shown\":0,\"rows\":[]",
  HEADER "\"count\":0,\"shown\":0,\"rows\":[],\"more\":1}",
  HEADER "\"count\":0,\"shown\":0,\"rows\":[]}{}",
  HEADER "\"count\":1,\"shown\":1,\"rows\":[[]]}",
  HEADER "\"count\":1,\"shown\":1,\"rows\":[{}]}",
  HEADER "\"count\":1,\"shown\":1,\"rows\":[{\"id\":\"../x\"}]}",
  HEADER "\"count\":1,\"shown\":1,\"rows\":[{\"id\":7}]}",
  HEADER "\"count\":1,\"shown\":1,\"rows\":[{\"id\":\"aaaa\",\"more\":1}]}",
  HEADER "\"count\":1,\"shown\":1,\"rows\":[{\"id\":\"aaaa\",\"rev\":1,\"goals\":1}]}",
  HEADER "\"count\":1,\"shown\":1,\"rows\":[{\"id\":\"aaaa\",\"goals\":-1}]}",
  HEADER "\"count\":1,\"shown\":1,\"rows\":[{\"id\":\"aaaa\",\"goals\":4294967296}]}",
  HEADER "\"count\":1,\"shown\":1,\"rows\":[{\"id\":\"aaaa\",\"goals\":\"1\"}]}",
  HEADER "\"count\":1,\"shown\":1,\"rows\":[{\"id\":\"aaaa\",\"mtime_ns\":99999999999999999999}]}",
  HEADER "\"count\":1,\"shown\":1,\"rows\":[{\"id\":\"aaaa\",\"mtime_ns\":999999999999999999999999999}]}",
  HEADER "\"count\":2,\"shown\":2,\"rows\":[{\"id\":\"aaaa\"},{\"id\":\"aaaa\"}]}",
  HEADER "\"count\":2,\"shown\":2,\"rows\":[{\"id\":\"bbbb\"},{\"id\":\"aaaa\"}]}",
};

static void
test_rejects (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (rejects[i], strlen (rejects[i]));
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (pz_index_cache_parse (bytes, CLASS_ID, &error));
      g_assert_true (error != NULL && error->domain == PZ_ERROR);
    }
}

static void
test_rejects_every_cut (void)
{
  g_autoptr(GPtrArray) entries = make_entries ();
  g_autoptr(GBytes) bytes = pz_index_cache_format (entries, CLASS_ID);

  for (gsize length = 0; length < g_bytes_get_size (bytes) - 1; length++)
    {
      g_autoptr(GBytes) cut = g_bytes_new_from_bytes (bytes, 0, length);

      g_assert_null (pz_index_cache_parse (cut, CLASS_ID, NULL));
    }
}

static void
test_saved_and_loaded (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *path = fixture_make_class (fixture, CLASS_ID), *file = g_build_filename (path, "cache/index.json", NULL);
  g_autoptr(PzStore) store = fixture_open (fixture, path);
  g_autoptr(GPtrArray) entries = make_entries (), loaded = NULL;
  g_autoptr(GError) error = NULL;
  GStatBuf status;

  g_assert_null (pz_index_cache_load (store, CLASS_ID));
  g_assert_true (pz_index_cache_save (store, entries, CLASS_ID, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (file, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  loaded = pz_index_cache_load (store, CLASS_ID);
  g_assert_cmpuint (loaded->len, ==, 3);
  g_assert_null (pz_index_cache_load (store, "fedcba9876543210"));
  fixture_write (path, "cache/index.json", "{");
  g_assert_null (pz_index_cache_load (store, CLASS_ID));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/index-cache/says-what-was-said", test_says_what_was_said);
  g_test_add_func ("/core/index-cache/one-line-for-a-learner", test_one_line_for_a_learner);
  g_test_add_func ("/core/index-cache/fresh-version-is-left-out", test_fresh_version_is_left_out);
  g_test_add_func ("/core/index-cache/header-tells-the-number", test_header_tells_the_number);
  g_test_add_func ("/core/index-cache/rejects", test_rejects);
  g_test_add_func ("/core/index-cache/rejects-every-cut", test_rejects_every_cut);
  g_test_add ("/core/index-cache/saved-and-loaded", Fixture, NULL, fixture_set_up, test_saved_and_loaded,
              fixture_tear_down);
  return g_test_run ();
}

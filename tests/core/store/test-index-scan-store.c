/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "index-fixture.h"
#include "pz-error.h"

#include <string.h>
#include <unistd.h>

#define CLASS_ID "0123456789abcdef"

/* What an index says after a scan, as if all files had been at rest for a while. */
static GPtrArray *
scan_at_rest (PzStore *store)
{
  g_autoptr(PzIndexChanges) changes = pz_index_scan_store (store, NULL, NULL, NULL);
  GPtrArray *entries = fixture_entries_new ();

  g_assert_nonnull (changes);
  for (guint i = 0; i < changes->changed->len; i++)
    {
      g_auto(PzIndexDraft) entry = { 0 };

      pz_index_draft_copy (&entry, g_ptr_array_index (changes->changed, i));
      entry.version.settled = TRUE;
      g_ptr_array_add (entries, pz_index_draft_seal (&entry));
    }
  return entries;
}

static PzIndexEntry *
get_entry (GPtrArray *entries,
           guint      position)
{
  g_assert_cmpuint (position, <, entries->len);
  return g_ptr_array_index (entries, position);
}

static void
test_rebuild_finds_all (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *path = fixture_make_class (fixture, CLASS_ID);
  g_autoptr(PzStore) store = fixture_open (fixture, path);
  g_autoptr(PzIndexChanges) changes = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    fixture_write_learner (path, i, "Noor", i);
  fixture_write (path, "learners/notes.txt", "not ours");
  fixture_write (path, "learners/UPPER.json", "not ours");
  changes = pz_index_scan_store (store, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (changes->changed->len, ==, 5);
  g_assert_cmpuint (changes->removed->len, ==, 0);
  g_assert_cmpuint (changes->n_damaged, ==, 0);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpuint (get_entry (changes->changed, i)->counts[PZ_INDEX_GOALS], ==, i);
      g_assert_true (get_entry (changes->changed, i)->version.exists);
    }
}

static void
test_no_folder_is_no_learners (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *path = fixture_make_class (fixture, CLASS_ID);
  g_autoptr(PzStore) store = fixture_open (fixture, path);
  g_autoptr(GPtrArray) known = fixture_entries_new ();
  g_autoptr(PzIndexChanges) changes = NULL;

  g_ptr_array_add (known, fixture_entry (1, "Noor", NULL));
  changes = pz_index_scan_store (store, known, NULL, NULL);
  g_assert_nonnull (changes);
  g_assert_cmpuint (changes->changed->len, ==, 0);
  g_assert_cmpuint (changes->removed->len, ==, 1);
}

static void
test_only_what_differs_is_read (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *path = fixture_make_class (fixture, CLASS_ID), *gone = NULL, *gone_id = fixture_id (1);
  g_autoptr(PzStore) store = fixture_open (fixture, path);
  g_autoptr(PzIndexChanges) none = NULL, changes = NULL;
  g_autoptr(GPtrArray) known = NULL;

  for (guint i = 0; i < 4; i++)
    fixture_write_learner (path, i, "Noor", 1);
  known = scan_at_rest (store);
  none = pz_index_scan_store (store, known, NULL, NULL);
  g_assert_cmpuint (none->changed->len, ==, 0);
  g_assert_cmpuint (none->removed->len, ==, 0);

  gone = g_strdup_printf ("%s/learners/%s.json", path, gone_id);
  g_assert_cmpint (g_unlink (gone), ==, 0);
  fixture_write_learner (path, 2, "Lena", 1); /* of the same length: only inode and time tell */
  fixture_write_learner (path, 9, "Mina", 1);
  changes = pz_index_scan_store (store, known, NULL, NULL);
  g_assert_cmpuint (changes->changed->len, ==, 2);
  g_assert_cmpstr (pz_index_entry_get_text (get_entry (changes->changed, 0), PZ_INDEX_GIVEN_NAME), ==, "Lena");
  g_assert_cmpstr (pz_index_entry_get_text (get_entry (changes->changed, 1), PZ_INDEX_GIVEN_NAME), ==, "Mina");
  g_assert_cmpuint (changes->removed->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (changes->removed, 0), ==, gone_id);
}

/* Within one tick of the file system's clock a second save would not show. */
static void
test_fresh_file_is_read_again (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *path = fixture_make_class (fixture, CLASS_ID);
  g_autoptr(PzStore) store = fixture_open (fixture, path);
  g_autoptr(PzIndexChanges) first = NULL, second = NULL;

  fixture_write_learner (path, 1, "Noor", 1);
  first = pz_index_scan_store (store, NULL, NULL, NULL);
  second = pz_index_scan_store (store, first->changed, NULL, NULL);
  g_assert_cmpuint (second->changed->len, ==, 1);
}

static void
test_damaged_file_keeps_what_was_known (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autofree char *path = fixture_make_class (fixture, CLASS_ID);
  g_autofree char *known_id = fixture_id (1), *file = g_strdup_printf ("learners/%s.json", known_id);
  g_autofree char *unknown_id = fixture_id (7), *unknown_file = g_strdup_printf ("learners/%s.json", unknown_id);
  g_autoptr(PzStore) store = fixture_open (fixture, path);
  g_autoptr(PzIndexChanges) changes = NULL, healed = NULL;
  g_autoptr(GPtrArray) known = NULL;
  PzIndexEntry *entry;

  fixture_write_learner (path, 1, "Noor", 3);
  fixture_write_learner (path, 2, "Lena", 3);
  known = scan_at_rest (store);
  fixture_write (path, file, "{\"format\":");
  fixture_write (path, unknown_file, "");
  changes = pz_index_scan_store (store, known, NULL, NULL);
  g_assert_cmpuint (changes->n_damaged, ==, 2);
  g_assert_false (changes->too_new);
  g_assert_cmpuint (changes->changed->len, ==, 2);

  entry = get_entry (changes->changed, 0);
  g_assert_cmpint (entry->flags, ==, PZ_INDEX_DAMAGED);
  g_assert_cmpstr (pz_index_entry_get_text (entry, PZ_INDEX_GIVEN_NAME), ==, "Noor");
  g_assert_cmpuint (entry->counts[PZ_INDEX_GOALS], ==, 3);
  g_assert_cmpuint (entry->version.size, ==, strlen ("{\"format\":"));
  entry = get_entry (changes->changed, 1);
  g_assert_cmpint (entry->flags, ==, PZ_INDEX_DAMAGED);
  g_assert_cmpstr (pz_index_entry_get_text (entry, PZ_INDEX_ID), ==, unknown_id);
  g_assert_null (pz_index_entry_get_text (entry, PZ_INDEX_GIVEN_NAME));

  fixture_write_learner (path, 1, "Noor", 4);
  healed = pz_index_scan_store (store, changes->changed, NULL, NULL);
  g_assert_cmpint (get_entry (healed->changed, 0)->flags, ==, PZ_INDEX_SHOWN);
  g_assert_cmpuint (get_entry (healed->changed, 0)->counts[PZ_INDEX_GOALS], ==, 4);
}

static void
test_damage_known_before_still_counts (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *path = fixture_make_class (fixture, CLASS_ID);
  g_autofree char *id = fixture_id (1), *file = g_strdup_printf ("learners/%s.json", id);
  g_autoptr(PzStore) store = fixture_open (fixture, path);
  g_autoptr(PzIndexChanges) changes = NULL;
  g_autoptr(GPtrArray) known = NULL;

  fixture_write (path, file, "[]");
  known = scan_at_rest (store);
  changes = pz_index_scan_store (store, known, NULL, NULL);
  g_assert_cmpuint (changes->changed->len, ==, 0);
  g_assert_cmpuint (changes->n_damaged, ==, 1);
}

static void
test_newer_version_is_told (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *path = fixture_make_class (fixture, CLASS_ID);
  g_autofree char *id = fixture_id (1), *file = g_strdup_printf ("learners/%s.json", id);
  g_autoptr(PzStore) store = fixture_open (fixture, path);
  g_autoptr(PzIndexChanges) changes = NULL;

  fixture_write (path, file, "{\"format\":\"personalize-learner\",\"version\":2}");
  changes = pz_index_scan_store (store, NULL, NULL, NULL);
  g_assert_true (changes->too_new);
  g_assert_cmpuint (changes->n_damaged, ==, 1);
}

static void
test_link_is_damage (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = fixture_make_class (fixture, CLASS_ID), *id = fixture_id (2);
  g_autofree char *link = g_strdup_printf ("%s/learners/%s.json", path, id);
  g_autoptr(PzStore) store = fixture_open (fixture, path);
  g_autoptr(PzIndexChanges) changes = NULL;

  fixture_write_learner (path, 1, "Noor", 1);
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  changes = pz_index_scan_store (store, NULL, NULL, NULL);
  g_assert_cmpuint (changes->changed->len, ==, 2);
  g_assert_cmpint (get_entry (changes->changed, 1)->flags, ==, PZ_INDEX_DAMAGED);
}

static void
test_can_be_cancelled (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *path = fixture_make_class (fixture, CLASS_ID);
  g_autoptr(PzStore) store = fixture_open (fixture, path);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  fixture_write_learner (path, 1, "Noor", 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (pz_index_scan_store (store, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Between the beginning of a scan and its end two learners are saved and one is purged: the scan did not see that. */
static void
test_what_was_learned_meanwhile_stays (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *path = fixture_make_class (fixture, CLASS_ID), *gone_id = fixture_id (5), *purged_id = fixture_id (3);
  g_autoptr(PzStore) store = fixture_open (fixture, path);
  g_autoptr(PzIndex) index = pz_index_new ();
  g_autoptr(GPtrArray) known = fixture_entries_new (), current = NULL, saved = fixture_entries_new ();
  g_autoptr(GPtrArray) purged = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(PzIndexChanges) changes = NULL;

  for (guint i = 1; i <= 5; i++)
    g_ptr_array_add (known, fixture_entry (i, "Noor", NULL));
  pz_index_apply (index, known, NULL);
  for (guint i = 1; i <= 4; i++)
    fixture_write_learner (path, i, "Lena", 1);
  fixture_write_learner (path, 6, "Mina", 1);
  current = pz_index_dup_entries (index);
  changes = pz_index_scan_store (store, current, NULL, NULL);
  g_assert_cmpuint (changes->changed->len, ==, 5);
  g_assert_cmpuint (changes->removed->len, ==, 1);

  g_ptr_array_add (saved, fixture_entry (1, "Zoë", NULL));
  g_ptr_array_add (saved, fixture_entry (5, "Zoë", NULL));
  g_ptr_array_add (purged, g_strdup (purged_id));
  pz_index_apply (index, saved, purged);
  pz_index_changes_drop_outdated (changes, current, index);
  g_assert_cmpuint (changes->changed->len, ==, 3); /* 2, 4 and the new one */
  g_assert_cmpuint (changes->removed->len, ==, 0);
  pz_index_apply (index, changes->changed, changes->removed);
  g_assert_null (pz_index_peek_entry (index, purged_id));
  g_assert_cmpstr (pz_index_entry_get_text (pz_index_peek_entry (index, gone_id), PZ_INDEX_GIVEN_NAME), ==, "Zoë");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (index)), ==, 5);
}

#define ADD(name, function) \
  g_test_add ("/core/index-scan-store/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rebuild-finds-all", test_rebuild_finds_all);
  ADD ("no-folder-is-no-learners", test_no_folder_is_no_learners);
  ADD ("only-what-differs-is-read", test_only_what_differs_is_read);
  ADD ("fresh-file-is-read-again", test_fresh_file_is_read_again);
  ADD ("damaged-file-keeps-what-was-known", test_damaged_file_keeps_what_was_known);
  ADD ("damage-known-before-still-counts", test_damage_known_before_still_counts);
  ADD ("newer-version-is-told", test_newer_version_is_told);
  ADD ("link-is-damage", test_link_is_damage);
  ADD ("what-was-learned-meanwhile-stays", test_what_was_learned_meanwhile_stays);
  ADD ("can-be-cancelled", test_can_be_cancelled);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "index-fixture.h"

static void
fill (PzIndexEntry *entry)
{
  pz_index_entry_set_text (entry, PZ_INDEX_ID, "d4m7kq2x9v5t0rhb");
  pz_index_entry_set_text (entry, PZ_INDEX_GIVEN_NAME, "Élisabeth");
  pz_index_entry_set_text (entry, PZ_INDEX_MIDDLE_NAME, "Anne");
  pz_index_entry_set_text (entry, PZ_INDEX_FAMILY_NAME, "de Boer");
  entry->counts[PZ_INDEX_GOALS] = 3;
  entry->revision = 7;
  entry->version.size = 100;
}

static void
test_sealed_copy_stands_alone (void)
{
  PzIndexEntry open = { 0 }, *sealed;

  fill (&open);
  sealed = pz_index_entry_seal (&open);
  pz_index_entry_clear (&open);
  g_assert_null (open.texts[PZ_INDEX_ID]);

  g_assert_cmpstr (sealed->texts[PZ_INDEX_ID], ==, "d4m7kq2x9v5t0rhb");
  g_assert_cmpstr (sealed->texts[PZ_INDEX_FAMILY_NAME], ==, "de Boer");
  g_assert_null (sealed->texts[PZ_INDEX_LEVEL]);
  g_assert_cmpstr (sealed->texts[PZ_INDEX_SEARCH_KEY], ==, "elisabeth anne de boer");
  g_assert_cmpuint (sealed->counts[PZ_INDEX_GOALS], ==, 3);
  g_assert_cmpuint (sealed->revision, ==, 7);
  g_assert_cmpuint (sealed->version.size, ==, 100);
  g_assert_true (pz_index_entry_ref (sealed) == sealed);
  pz_index_entry_unref (sealed);
  pz_index_entry_unref (sealed);
}

static void
test_preferred_name_is_found_before_the_family_name (void)
{
  g_auto(PzIndexEntry) open = { 0 };
  PzIndexEntry *sealed;

  fill (&open);
  g_assert_cmpstr (pz_index_entry_get_call_name (&open), ==, "Élisabeth");
  pz_index_entry_set_text (&open, PZ_INDEX_PREFERRED_NAME, "Lisa");
  g_assert_cmpstr (pz_index_entry_get_call_name (&open), ==, "Lisa");
  sealed = pz_index_entry_seal (&open);
  g_assert_cmpstr (sealed->texts[PZ_INDEX_SEARCH_KEY], ==, "elisabeth anne de boer lisa de boer");
  pz_index_entry_unref (sealed);
}

static void
test_search_key_that_is_known_is_kept (void)
{
  g_auto(PzIndexEntry) open = { 0 }, copy = { 0 };
  PzIndexEntry *sealed;

  fill (&open);
  pz_index_entry_set_search_key (&open, "known");
  pz_index_entry_copy_open (&copy, &open);

  sealed = pz_index_entry_seal (&open);
  g_assert_cmpstr (sealed->texts[PZ_INDEX_SEARCH_KEY], ==, "known");
  pz_index_entry_unref (sealed);

  /* a copy is made to be changed: its key is made from the names it then has */
  pz_index_entry_set_text (&copy, PZ_INDEX_GIVEN_NAME, "Béa");
  sealed = pz_index_entry_seal (&copy);
  g_assert_cmpstr (sealed->texts[PZ_INDEX_SEARCH_KEY], ==, "bea anne de boer");
  pz_index_entry_unref (sealed);
}

static void
test_empty_text_is_none (void)
{
  g_auto(PzIndexEntry) entry = { 0 };

  pz_index_entry_set_text (&entry, PZ_INDEX_LEVEL, "b1");
  g_assert_cmpstr (entry.texts[PZ_INDEX_LEVEL], ==, "b1");
  pz_index_entry_set_text (&entry, PZ_INDEX_LEVEL, "");
  g_assert_null (entry.texts[PZ_INDEX_LEVEL]);
  g_assert_cmpstr (pz_index_entry_get_call_name (&entry), ==, "");
}

static void
test_looks_ignores_what_no_list_shows (void)
{
  g_auto(PzIndexEntry) one = { 0 }, other = { 0 };

  fill (&one);
  pz_index_entry_copy_open (&other, &one);
  g_assert_cmpuint (other.version.size, ==, 100);
  g_assert_true (pz_index_entry_looks_as (&one, &other));
  other.revision++;
  other.version.size++;
  other.counts[PZ_INDEX_PENDING]++;
  g_assert_true (pz_index_entry_looks_as (&one, &other));
  other.counts[PZ_INDEX_CONFLICTS]++;
  g_assert_false (pz_index_entry_looks_as (&one, &other));
  pz_index_entry_copy_open (&other, &one);
  other.flags |= PZ_INDEX_ARCHIVED;
  g_assert_false (pz_index_entry_looks_as (&one, &other));
  pz_index_entry_copy_open (&other, &one);
  pz_index_entry_set_text (&other, PZ_INDEX_LEVEL, "b1");
  g_assert_false (pz_index_entry_looks_as (&one, &other));
}

static void
test_shown_means_neither_deleted_nor_archived (void)
{
  PzIndexEntry entry = { .flags = PZ_INDEX_DAMAGED };

  g_assert_true (pz_index_entry_is_shown (&entry));
  entry.flags = PZ_INDEX_DELETED;
  g_assert_false (pz_index_entry_is_shown (&entry));
  entry.flags = PZ_INDEX_ARCHIVED;
  g_assert_false (pz_index_entry_is_shown (&entry));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/index-entry/sealed-copy-stands-alone", test_sealed_copy_stands_alone);
  g_test_add_func ("/core/index-entry/preferred-name-is-found-before-the-family-name",
                   test_preferred_name_is_found_before_the_family_name);
  g_test_add_func ("/index-entry/known-search-key", test_search_key_that_is_known_is_kept);
  g_test_add_func ("/core/index-entry/empty-text-is-none", test_empty_text_is_none);
  g_test_add_func ("/core/index-entry/looks-ignores-what-no-list-shows", test_looks_ignores_what_no_list_shows);
  g_test_add_func ("/core/index-entry/shown-means-neither-deleted-nor-archived",
                   test_shown_means_neither_deleted_nor_archived);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "index-fixture.h"

static void
test_gives_what_is_known_without_rows (void)
{
  g_autoptr(PzIndex) index = pz_index_new ();
  g_autoptr(GPtrArray) changed = fixture_entries_new (), entries = NULL;
  g_auto(PzIndexDraft) entry = { .flags = PZ_INDEX_DELETED, .counts = { [PZ_INDEX_CONFLICTS] = 3 } };

  pz_index_draft_set_text (&entry, PZ_INDEX_ID, "d4m7kq2x9v5t0rhb");
  pz_index_draft_set_text (&entry, PZ_INDEX_GIVEN_NAME, "José");
  pz_index_draft_set_text (&entry, PZ_INDEX_PREFERRED_NAME, "Pepe");
  pz_index_draft_set_text (&entry, PZ_INDEX_CHECK_IN, "2026-11-20");
  pz_index_draft_set_text (&entry, PZ_INDEX_ABSENCES, "2026-11-02");
  pz_index_draft_set_text (&entry, PZ_INDEX_LEVEL, "k3v9qmx2a7hd5w4t");
  g_ptr_array_add (changed, pz_index_draft_seal (&entry));
  g_ptr_array_add (changed, fixture_entry (2, NULL, "Jansen"));
  pz_index_apply (index, changed, NULL);

  g_assert_cmpstr (pz_index_peek_id (index, 0), ==, "d4m7kq2x9v5t0rhb");
  g_assert_cmpint (pz_index_peek_flags (index, 0), ==, PZ_INDEX_DELETED);
  g_assert_cmpstr (pz_index_peek_search_key (index, 0), ==, "jose pepe");
  g_assert_cmpstr (pz_index_peek_given_name (index, 0), ==, "Pepe");
  g_assert_cmpstr (pz_index_peek_family_name (index, 0), ==, "");
  g_assert_cmpstr (pz_index_peek_given_name (index, 1), ==, "");
  g_assert_cmpstr (pz_index_peek_family_name (index, 1), ==, "Jansen");
  g_assert_cmpstr (pz_index_peek_last_check_in (index, 0), ==, "2026-11-20");
  g_assert_null (pz_index_peek_last_check_in (index, 1));
  g_assert_cmpstr (pz_index_peek_absences (index, 0), ==, "2026-11-02");
  g_assert_null (pz_index_peek_absences (index, 1));
  g_assert_cmpstr (pz_index_peek_level (index, 0), ==, "k3v9qmx2a7hd5w4t");
  g_assert_null (pz_index_peek_level (index, 1));
  g_assert_null (pz_index_peek_level (index, 2));
  g_assert_cmpuint (pz_index_peek_n_conflicts (index, 0), ==, 3);
  g_assert_cmpuint (pz_index_peek_n_conflicts (index, 1), ==, 0);
  g_assert_cmpstr (pz_index_peek_search_key (index, 1), ==, "jansen");
  g_assert_cmpint (pz_index_peek_flags (index, 1), ==, PZ_INDEX_SHOWN);

  entries = pz_index_dup_entries (index);
  for (guint i = 0; i < entries->len; i++)
    g_assert_null (((PzIndexEntry *) g_ptr_array_index (entries, i))->row);
}

static void
test_names_are_those_shown_by_id (void)
{
  g_autoptr(PzIndex) index = pz_index_new ();
  g_autoptr(GPtrArray) changed = fixture_entries_new ();
  g_autoptr(GHashTable) none = pz_index_dup_names (index), names = NULL;
  g_auto(PzIndexDraft) entry = { .flags = PZ_INDEX_DELETED };

  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
  pz_index_draft_set_text (&entry, PZ_INDEX_ID, "d4m7kq2x9v5t0rhb");
  pz_index_draft_set_text (&entry, PZ_INDEX_GIVEN_NAME, "José");
  pz_index_draft_set_text (&entry, PZ_INDEX_PREFERRED_NAME, "Pepe");
  g_ptr_array_add (changed, pz_index_draft_seal (&entry));
  g_ptr_array_add (changed, fixture_entry (2, "Noor", "Jansen"));
  pz_index_apply (index, changed, NULL);
  names = pz_index_dup_names (index);
  g_assert_cmpuint (g_hash_table_size (names), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (names, "d4m7kq2x9v5t0rhb"), ==, "Pepe");
  g_assert_cmpstr (g_hash_table_lookup (names, "learner000000002"), ==, "Noor Jansen");
}

#define ADD(path, function) g_test_add_func ("/core/index-peek/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("gives-what-is-known-without-rows", test_gives_what_is_known_without_rows);
  ADD ("names-are-those-shown-by-id", test_names_are_those_shown_by_id);
  return g_test_run ();
}

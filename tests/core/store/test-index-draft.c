/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "index-fixture.h"

static void
fill (PzIndexDraft *draft)
{
  pz_index_draft_set_text (draft, PZ_INDEX_ID, "d4m7kq2x9v5t0rhb");
  pz_index_draft_set_text (draft, PZ_INDEX_GIVEN_NAME, "Élisabeth");
  pz_index_draft_set_text (draft, PZ_INDEX_MIDDLE_NAME, "Anne");
  pz_index_draft_set_text (draft, PZ_INDEX_FAMILY_NAME, "de Boer");
}

static void
test_empty_text_is_none (void)
{
  g_auto(PzIndexDraft) draft = { 0 };

  pz_index_draft_set_text (&draft, PZ_INDEX_LEVEL, "b1");
  g_assert_cmpstr (draft.texts[PZ_INDEX_LEVEL], ==, "b1");
  pz_index_draft_set_text (&draft, PZ_INDEX_LEVEL, "");
  g_assert_null (draft.texts[PZ_INDEX_LEVEL]);
}

static void
test_cleared_is_empty (void)
{
  PzIndexDraft draft = { .counts = { 1 }, .flags = PZ_INDEX_ARCHIVED, .revision = 7 };

  fill (&draft);
  pz_index_draft_clear (&draft);
  for (guint i = 0; i < PZ_INDEX_N_TEXTS; i++)
    g_assert_null (draft.texts[i]);
  g_assert_cmpuint (draft.counts[0], ==, 0);
  g_assert_cmpuint (draft.flags, ==, 0);
  g_assert_cmpuint (draft.revision, ==, 0);
}

static void
test_preferred_name_is_found_before_the_family_name (void)
{
  g_auto(PzIndexDraft) draft = { 0 };
  g_autofree char *plain = NULL, *key = NULL;

  fill (&draft);
  plain = pz_index_draft_make_search_key (&draft);
  g_assert_cmpstr (plain, ==, "elisabeth anne de boer");
  pz_index_draft_set_text (&draft, PZ_INDEX_PREFERRED_NAME, "Lisa");
  key = pz_index_draft_make_search_key (&draft);
  g_assert_cmpstr (key, ==, "elisabeth anne de boer lisa de boer");
}

static void
test_copy_says_what_the_entry_says (void)
{
  g_auto(PzIndexDraft) draft = { .counts = { [PZ_INDEX_PENDING] = 3 }, .flags = PZ_INDEX_ARCHIVED, .revision = 7,
                                 .version = { .size = 100 } };
  g_auto(PzIndexDraft) copy = { 0 };
  PzIndexEntry *entry;

  fill (&draft);
  entry = pz_index_draft_seal (&draft);
  pz_index_draft_copy (&copy, entry);
  pz_index_entry_unref (entry);

  for (guint i = PZ_INDEX_SEARCH_KEY + 1; i < PZ_INDEX_N_TEXTS; i++)
    g_assert_cmpstr (copy.texts[i], ==, draft.texts[i]);
  g_assert_cmpuint (copy.counts[PZ_INDEX_PENDING], ==, 3);
  g_assert_cmpuint (copy.flags, ==, PZ_INDEX_ARCHIVED);
  g_assert_cmpuint (copy.revision, ==, 7);
  g_assert_cmpuint (copy.version.size, ==, 100);
}

static void
test_search_key_that_is_known_is_kept (void)
{
  g_auto(PzIndexDraft) draft = { 0 }, copy = { 0 };
  PzIndexEntry *entry;

  fill (&draft);
  pz_index_draft_set_search_key (&draft, "known");
  entry = pz_index_draft_seal (&draft);
  g_assert_cmpstr (pz_index_entry_get_text (entry, PZ_INDEX_SEARCH_KEY), ==, "known");

  /* a copy is made to be changed: its key is made from the names it then has */
  pz_index_draft_copy (&copy, entry);
  pz_index_draft_set_text (&copy, PZ_INDEX_GIVEN_NAME, "Béa");
  pz_index_entry_unref (entry);
  entry = pz_index_draft_seal (&copy);
  g_assert_cmpstr (pz_index_entry_get_text (entry, PZ_INDEX_SEARCH_KEY), ==, "bea anne de boer");
  pz_index_entry_unref (entry);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/index-draft/empty-text-is-none", test_empty_text_is_none);
  g_test_add_func ("/core/index-draft/cleared-is-empty", test_cleared_is_empty);
  g_test_add_func ("/core/index-draft/preferred-name-is-found-before-the-family-name",
                   test_preferred_name_is_found_before_the_family_name);
  g_test_add_func ("/core/index-draft/copy", test_copy_says_what_the_entry_says);
  g_test_add_func ("/core/index-draft/known-search-key", test_search_key_that_is_known_is_kept);
  return g_test_run ();
}

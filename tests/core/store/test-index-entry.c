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
  draft->counts[PZ_INDEX_GOALS] = 3;
  draft->revision = 7;
  draft->version.size = 100;
}

static void
test_stands_alone (void)
{
  PzIndexDraft draft = { 0 };
  PzIndexEntry *entry;

  fill (&draft);
  entry = pz_index_draft_seal (&draft);
  pz_index_draft_clear (&draft);

  g_assert_cmpstr (pz_index_entry_get_text (entry, PZ_INDEX_ID), ==, "d4m7kq2x9v5t0rhb");
  g_assert_cmpstr (pz_index_entry_get_text (entry, PZ_INDEX_FAMILY_NAME), ==, "de Boer");
  g_assert_null (pz_index_entry_get_text (entry, PZ_INDEX_LEVEL));
  g_assert_null (pz_index_entry_get_text (entry, PZ_INDEX_PREFERRED_NAME));
  g_assert_cmpstr (pz_index_entry_get_text (entry, PZ_INDEX_SEARCH_KEY), ==, "elisabeth anne de boer");
  g_assert_cmpuint (entry->counts[PZ_INDEX_GOALS], ==, 3);
  g_assert_cmpuint (entry->revision, ==, 7);
  g_assert_cmpuint (entry->version.size, ==, 100);
  g_assert_true (pz_index_entry_ref (entry) == entry);
  pz_index_entry_unref (entry);
  pz_index_entry_unref (entry);
}

/* each combination of texts that are there and texts that are not */
static void
test_every_text_is_found_whatever_is_missing (void)
{
  for (guint present = 0; present < 1u << PZ_INDEX_N_TEXTS; present++)
    {
      g_auto(PzIndexDraft) draft = { 0 };
      PzIndexEntry *entry;

      if (!(present & 1u << PZ_INDEX_ID) || !(present & 1u << PZ_INDEX_SEARCH_KEY))
        continue;
      pz_index_draft_set_search_key (&draft, "0");
      for (guint i = PZ_INDEX_SEARCH_KEY + 1; i < PZ_INDEX_N_TEXTS; i++)
        {
          g_autofree char *text = g_strnfill (i, (char) ('a' + i));

          pz_index_draft_set_text (&draft, i, present & 1u << i ? text : NULL);
        }
      entry = pz_index_draft_seal (&draft);
      for (guint i = 0; i < PZ_INDEX_N_TEXTS; i++)
        g_assert_cmpstr (pz_index_entry_get_text (entry, i), ==, i > 0 ? draft.texts[i] : "0");
      pz_index_entry_unref (entry);
    }
}

static void
test_call_name_is_the_preferred_or_the_given_one (void)
{
  static const struct { const char *given, *preferred, *call; } cases[] = {
    { "Élisabeth", NULL, "Élisabeth" }, { "Élisabeth", "Lisa", "Lisa" }, { NULL, "Lisa", "Lisa" }, { NULL, NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(PzIndexDraft) draft = { 0 };
      PzIndexEntry *entry;

      fill (&draft);
      pz_index_draft_set_text (&draft, PZ_INDEX_GIVEN_NAME, cases[i].given);
      pz_index_draft_set_text (&draft, PZ_INDEX_PREFERRED_NAME, cases[i].preferred);
      entry = pz_index_draft_seal (&draft);
      g_assert_cmpstr (pz_index_entry_get_call_name (entry), ==, cases[i].call);
      pz_index_entry_unref (entry);
    }
}

/* whether the two look the same; both are used up */
static gboolean
look_the_same (PzIndexEntry *one,
               PzIndexDraft *draft)
{
  PzIndexEntry *other = pz_index_draft_seal (draft);
  gboolean same = pz_index_entry_looks_as (one, other) && pz_index_entry_looks_as (other, one);

  pz_index_entry_unref (other);
  pz_index_draft_copy (draft, one);
  return same;
}

static void
test_looks_ignores_what_no_list_shows (void)
{
  g_auto(PzIndexDraft) draft = { 0 };
  PzIndexEntry *one;

  fill (&draft);
  one = pz_index_draft_seal (&draft);
  draft.revision++;
  draft.version.size++;
  draft.counts[PZ_INDEX_PENDING]++;
  g_assert_true (look_the_same (one, &draft));
  draft.counts[PZ_INDEX_CONFLICTS]++;
  g_assert_false (look_the_same (one, &draft));
  draft.flags |= PZ_INDEX_ARCHIVED;
  g_assert_false (look_the_same (one, &draft));
  pz_index_draft_set_text (&draft, PZ_INDEX_LEVEL, "b1");
  g_assert_false (look_the_same (one, &draft));
  pz_index_draft_set_text (&draft, PZ_INDEX_FAMILY_NAME, "den Boer");
  g_assert_false (look_the_same (one, &draft));
  g_assert_true (look_the_same (one, &draft));
  pz_index_entry_unref (one);
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
  g_test_add_func ("/core/index-entry/stands-alone", test_stands_alone);
  g_test_add_func ("/core/index-entry/every-text-is-found-whatever-is-missing",
                   test_every_text_is_found_whatever_is_missing);
  g_test_add_func ("/core/index-entry/call-name", test_call_name_is_the_preferred_or_the_given_one);
  g_test_add_func ("/core/index-entry/looks-ignores-what-no-list-shows", test_looks_ignores_what_no_list_shows);
  g_test_add_func ("/core/index-entry/shown-means-neither-deleted-nor-archived",
                   test_shown_means_neither_deleted_nor_archived);
  return g_test_run ();
}

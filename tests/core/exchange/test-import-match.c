/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-match.h"

#include "pz-index-private.h"

typedef struct
{
  PzIndex *index;
  PzImportMatcher *matcher;
  PzRosterPerson *person;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->index = pz_index_new ();
  f->person = pz_roster_person_new ();
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_pointer (&f->matcher, pz_import_matcher_free);
  pz_roster_person_free (f->person);
  g_assert_finalize_object (f->index);
}

static void
add (Fixture    *f,
     const char *id,
     const char *sourced_id,
     const char *given,
     const char *family,
     guint       flags)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_index_entry_unref);
  g_auto(PzIndexDraft) entry = { 0 };

  pz_index_draft_set_text (&entry, PZ_INDEX_ID, id);
  pz_index_draft_set_text (&entry, PZ_INDEX_SOURCED_ID, sourced_id);
  pz_index_draft_set_text (&entry, PZ_INDEX_GIVEN_NAME, given);
  pz_index_draft_set_text (&entry, PZ_INDEX_FAMILY_NAME, family);
  entry.flags = flags;
  g_ptr_array_add (entries, pz_index_draft_seal (&entry));
  pz_index_apply (f->index, entries, NULL);
}

static const char *
find (Fixture    *f,
      const char *sourced_id,
      const char *given,
      const char *family)
{
  PzLearnerRow *row;

  if (f->matcher == NULL)
    f->matcher = pz_import_matcher_new (f->index);
  g_free (f->person->sourced_id);
  g_free (f->person->given_name);
  g_free (f->person->family_name);
  f->person->sourced_id = g_strdup (sourced_id);
  f->person->given_name = g_strdup (given);
  f->person->family_name = g_strdup (family);
  row = pz_import_matcher_find (f->matcher, f->person);
  return row != NULL ? pz_learner_row_get_id (row) : NULL;
}

static void
test_number_goes_before_name (Fixture       *f,
                              gconstpointer  data)
{
  add (f, "aaaaaaaaaaaaaaaa", "s-1", "Noor", "Jansen", 0);
  add (f, "bbbbbbbbbbbbbbbb", "s-2", "Ada", "Hill", 0);
  g_assert_cmpstr (find (f, "s-2", "Noor", "Jansen"), ==, "bbbbbbbbbbbbbbbb");
  g_assert_true (pz_import_matcher_has_taken (f->matcher, "bbbbbbbbbbbbbbbb"));
  g_assert_false (pz_import_matcher_has_taken (f->matcher, "aaaaaaaaaaaaaaaa"));
  /* another number speaks against the name */
  g_assert_null (find (f, "s-3", "Noor", "Jansen"));
  /* each is found once */
  g_assert_null (find (f, "s-2", "Ada", "Hill"));
}

static void
test_name_finds_whoever_has_it_alone (Fixture       *f,
                                      gconstpointer  data)
{
  add (f, "aaaaaaaaaaaaaaaa", NULL, "Zoë", "Ödegård", 0);
  add (f, "bbbbbbbbbbbbbbbb", NULL, "Twin", "Hill", 0);
  add (f, "cccccccccccccccc", NULL, "Twin", "Hill", 0);
  g_assert_cmpstr (find (f, "s-1", "zoe", "odegard"), ==, "aaaaaaaaaaaaaaaa");
  g_assert_null (find (f, "s-2", "Twin", "Hill"));
}

static void
test_who_is_in_class_goes_before_the_trash (Fixture       *f,
                                            gconstpointer  data)
{
  add (f, "aaaaaaaaaaaaaaaa", "s-1", "Noor", "Jansen", 0);
  add (f, "bbbbbbbbbbbbbbbb", "s-1", "Noor", "Jansen", PZ_INDEX_DELETED);
  add (f, "cccccccccccccccc", NULL, "Ada", "Hill", PZ_INDEX_ARCHIVED);
  add (f, "dddddddddddddddd", NULL, "Ada", "Hill", 0);
  g_assert_cmpstr (find (f, "s-1", NULL, NULL), ==, "aaaaaaaaaaaaaaaa");
  g_assert_cmpstr (find (f, NULL, "Ada", "Hill"), ==, "dddddddddddddddd");
}

static void
test_nobody_is_known_by_no_name (Fixture       *f,
                                 gconstpointer  data)
{
  add (f, "aaaaaaaaaaaaaaaa", NULL, NULL, NULL, 0);
  g_assert_null (find (f, NULL, NULL, NULL));
}

static void
test_damaged_ones_are_not_found (Fixture       *f,
                                 gconstpointer  data)
{
  add (f, "aaaaaaaaaaaaaaaa", "s-1", "Noor", "Jansen", PZ_INDEX_DAMAGED);
  g_assert_null (find (f, "s-1", "Noor", "Jansen"));
}

#define ADD(path, function) g_test_add ("/core/import-match/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("number-goes-before-name", test_number_goes_before_name);
  ADD ("name-finds-whoever-has-it-alone", test_name_finds_whoever_has_it_alone);
  ADD ("who-is-in-class-goes-before-the-trash", test_who_is_in_class_goes_before_the_trash);
  ADD ("nobody-is-known-by-no-name", test_nobody_is_known_by_no_name);
  ADD ("damaged-ones-are-not-found", test_damaged_ones_are_not_found);
  return g_test_run ();
}

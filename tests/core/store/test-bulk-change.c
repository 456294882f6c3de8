/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-absence.h"
#include "pz-classroom-bulk.h"

#include "classroom-fixture.h"

#define LENS "aaaaaaaaaaaaaaaa"

static gboolean
apply (PzDocument *learner,
       PzBulkKind  kind,
       guint       field,
       const char *lens,
       const char *value)
{
  PzBulkChange change = { kind, field, lens, value };
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 2, 11, 2026);
  return pz_bulk_change_apply (&change, learner, &today);
}

static void
test_does_what_it_says_once (ClassroomFixture *f,
                             gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) learner = load_learner (f->classroom, id);
  PzRecord *owner = owner_of (learner);
  GDate today;

  g_assert_true (apply (learner, PZ_BULK_SET_LEVEL, 0, NULL, LENS));
  g_assert_false (apply (learner, PZ_BULK_SET_LEVEL, 0, NULL, LENS));
  g_assert_cmpstr (pz_record_get_text (owner, PZ_LEARNER_LEVEL), ==, LENS);
  g_assert_true (apply (learner, PZ_BULK_SET_LEVEL, 0, NULL, NULL));
  g_assert_true (pz_record_is_empty (owner, PZ_LEARNER_LEVEL));
  g_assert_true (apply (learner, PZ_BULK_ADD, PZ_LEARNER_NEEDS, NULL, "Reading"));
  g_assert_false (apply (learner, PZ_BULK_ADD, PZ_LEARNER_NEEDS, NULL, "Reading"));
  g_assert_true (pz_record_set_has (owner, PZ_LEARNER_NEEDS, "Reading"));
  g_assert_true (apply (learner, PZ_BULK_ARCHIVE, 0, NULL, NULL));
  g_assert_false (apply (learner, PZ_BULK_ARCHIVE, 0, NULL, NULL));
  g_assert_true (pz_record_get_flag (owner, PZ_LEARNER_ARCHIVED));
  g_assert_true (apply (learner, PZ_BULK_UNARCHIVE, 0, NULL, NULL));
  g_assert_true (apply (learner, PZ_BULK_ABSENT, 0, NULL, NULL));
  g_assert_false (apply (learner, PZ_BULK_ABSENT, 0, NULL, NULL));
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 2, 11, 2026);
  g_assert_true (pz_absence_covers (learner, &today));
  g_assert_true (apply (learner, PZ_BULK_DELETE, 0, NULL, NULL));
  g_assert_false (apply (learner, PZ_BULK_DELETE, 0, NULL, NULL));
  g_assert_true (pz_record_is_deleted (owner));
}

static void
test_a_lens_has_one_value (ClassroomFixture *f,
                           gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) learner = load_learner (f->classroom, id);
  const char *other_lens = "bbbbbbbbbbbbbbbb:x";

  pz_record_set_add (owner_of (learner), PZ_LEARNER_LENS_VALUES, other_lens);
  g_assert_true (apply (learner, PZ_BULK_SET_LENS, 0, LENS, "often"));
  g_assert_true (apply (learner, PZ_BULK_SET_LENS, 0, LENS, "rarely"));
  g_assert_false (apply (learner, PZ_BULK_SET_LENS, 0, LENS, "rarely"));
  g_assert_true (pz_record_set_has (owner_of (learner), PZ_LEARNER_LENS_VALUES, LENS ":rarely"));
  g_assert_false (pz_record_set_has (owner_of (learner), PZ_LEARNER_LENS_VALUES, LENS ":often"));
  g_assert_true (apply (learner, PZ_BULK_SET_LENS, 0, LENS, NULL));
  g_assert_false (pz_record_set_has (owner_of (learner), PZ_LEARNER_LENS_VALUES, LENS ":rarely"));
  g_assert_true (pz_record_set_has (owner_of (learner), PZ_LEARNER_LENS_VALUES, other_lens));
}

static void
test_every_kind_has_a_name (ClassroomFixture *f,
                            gconstpointer     data)
{
  g_autoptr(GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int kind = PZ_BULK_SET_LEVEL; kind <= PZ_BULK_DELETE; kind++)
    {
      PzBulkChange change = { (PzBulkKind) kind, PZ_LEARNER_NEEDS, LENS, "Reading" };
      char *label = pz_bulk_change_dup_label (&change, 3);

      g_assert_nonnull (strstr (label, "3"));
      g_assert_true (g_hash_table_add (labels, label));
    }
}

#define ADD(path, function) classroom_test_add ("/core/bulk-change/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("does-what-it-says-once", test_does_what_it_says_once);
  ADD ("a-lens-has-one-value", test_a_lens_has_one_value);
  ADD ("every-kind-has-a-name", test_every_kind_has_a_name);
  return g_test_run ();
}

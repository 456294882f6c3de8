/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "class-fixture.h"
#include "pz-error.h"
#include "pz-group-class-private.h"

static void
test_a_bit_for_each_value (void)
{
  static const char *const names[] = { "home-languages", "home-language" };
  g_autoptr(PzGroupClass) learners = fixture_class ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree guint64 *languages = pz_group_class_dup_tags (learners, names[i], NULL);

      g_assert_cmpuint (languages[ANA], ==, 1);
      g_assert_cmpuint (languages[BEN], ==, 3);
      g_assert_cmpuint (languages[CARO], ==, 2);
      g_assert_cmpuint (languages[DAN], ==, 0);
    }
}

static void
test_one_value_of_a_field_or_a_lens (void)
{
  g_autoptr(PzGroupClass) learners = fixture_class ();
  g_autofree guint64 *levels = pz_group_class_dup_tags (learners, "level", NULL);
  g_autofree guint64 *by_name = pz_group_class_dup_tags (learners, "Access", NULL);
  g_autofree guint64 *by_id = pz_group_class_dup_tags (learners, "lens", NULL);

  g_assert_cmpuint (levels[ANA], ==, levels[CARO]);
  g_assert_cmpuint (levels[ANA] & levels[BEN], ==, 0);
  g_assert_cmpuint (levels[DAN], ==, 0);
  g_assert_cmpuint (by_name[ANA], ==, 1);
  g_assert_cmpuint (by_name[BEN], ==, 2);
  g_assert_cmpuint (by_name[CARO], ==, 0);
  g_assert_cmpuint (by_name[DAN], ==, 1);
  g_assert_cmpmem (by_name, sizeof (guint64) * N_CLASS, by_id, sizeof (guint64) * N_CLASS);
}

static void
test_a_lens_that_was_deleted_is_none (void)
{
  g_autoptr(PzGroupClass) learners = fixture_class ();
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;

  pz_document_delete (learners->classroom, pz_document_find (learners->classroom, "lens"));
  g_assert_null (pz_group_class_dup_tags (learners, "Access", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  label = pz_group_class_dup_label (learners, "lens");
  g_assert_cmpstr (label, ==, "lens");
}

static void
test_refuses_what_groups_nobody (void)
{
  /* there is no such field; a date and a number group nobody */
  static const char *const rows[] = { "shoe-size", "birth-date", "" };
  g_autoptr(PzGroupClass) learners = fixture_class ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GError) again = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (pz_group_class_dup_tags (learners, rows[i], &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
      g_assert_null (pz_group_class_dup_common (learners, rows[i], &again));
      g_assert_error (again, PZ_ERROR, PZ_ERROR_NOT_FOUND);
    }
}

static void
add_interests (PzGroupClass *learners,
               guint         learner,
               guint         from,
               guint         to)
{
  for (guint k = from; k < to; k++)
    {
      g_autofree char *interest = g_strdup_printf ("interest %u", k);

      pz_record_set_add (pz_group_class_get_record (learners, learner), PZ_LEARNER_INTERESTS, interest);
    }
}

static void
test_64_values_are_the_most (void)
{
  g_autoptr(PzGroupClass) learners = fixture_class ();
  g_autofree guint64 *all = NULL;
  g_autofree double *common = NULL;
  g_autoptr(GError) error = NULL;

  add_interests (learners, ANA, 0, 60);
  add_interests (learners, BEN, 32, 64);
  all = pz_group_class_dup_tags (learners, "interests", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all[ANA] | all[BEN], ==, G_MAXUINT64);
  add_interests (learners, BEN, 64, 65);
  g_assert_null (pz_group_class_dup_tags (learners, "interests", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
  /* what two have in common can be said of any number: 28 of 65 */
  common = pz_group_class_dup_common (learners, "interests", NULL);
  g_assert_cmpfloat_with_epsilon (common[ANA * N_CLASS + BEN], 28.0 / 65, 1e-12);
}

static void
test_common_is_the_share_of_both (void)
{
  g_autoptr(PzGroupClass) learners = fixture_class ();
  g_autofree double *common = pz_group_class_dup_common (learners, "home-languages", NULL);

  g_assert_cmpfloat (common[ANA * N_CLASS + BEN], ==, 0.5);
  g_assert_cmpfloat (common[BEN * N_CLASS + ANA], ==, 0.5);
  g_assert_cmpfloat (common[BEN * N_CLASS + CARO], ==, 0.5);
  g_assert_cmpfloat (common[ANA * N_CLASS + CARO], ==, 0);
  /* who says nothing has nothing in common, also not with another who says nothing */
  g_assert_cmpfloat (common[ANA * N_CLASS + DAN], ==, 0);
  g_assert_cmpfloat (common[DAN * N_CLASS + DAN], ==, 0);
}

static void
test_labels_are_what_people_read (void)
{
  static const struct { const char *field, *label; } rows[] = {
    { "home-languages", "Languages at home" }, { "home-language", "Languages at home" }, { "lens", "Access" },
    { "Access", "Access" }, { "shoe-size", "shoe-size" },
  };
  g_autoptr(PzGroupClass) learners = fixture_class ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *label = pz_group_class_dup_label (learners, rows[i].field);

      g_assert_cmpstr (label, ==, rows[i].label);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-class-values/a-bit-for-each-value", test_a_bit_for_each_value);
  g_test_add_func ("/core/group-class-values/one-value-of-a-field-or-a-lens", test_one_value_of_a_field_or_a_lens);
  g_test_add_func ("/core/group-class-values/a-lens-that-was-deleted-is-none", test_a_lens_that_was_deleted_is_none);
  g_test_add_func ("/core/group-class-values/refuses-what-groups-nobody", test_refuses_what_groups_nobody);
  g_test_add_func ("/core/group-class-values/64-values-are-the-most", test_64_values_are_the_most);
  g_test_add_func ("/core/group-class-values/common-is-the-share-of-both", test_common_is_the_share_of_both);
  g_test_add_func ("/core/group-class-values/labels-are-what-people-read", test_labels_are_what_people_read);
  return g_test_run ();
}

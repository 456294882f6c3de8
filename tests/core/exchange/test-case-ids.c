/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-maker.h"
#include "pz-case-private.h"
#include "pz-environment.h"

static void
test_identifier_becomes_an_id (void)
{
  static const struct { const char *identifier, *id; } rows[] = {
    { "0000000A-1111-4000-8000-00000000000F", "0000000a-1111-4000-8000-00000000000f" },
    { "abc", "abc" },
    { NULL, NULL },
    { "", NULL },
    { "with blank", NULL },
    { "under_score", NULL },
    { "é", NULL },
    { "0123456789-0123456789-0123456789-0123", NULL }, /* 37 letters */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = pz_case_identifier_to_id (rows[i].identifier);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (id, ==, rows[i].id);
    }
}

/* the next import of the same file must find its records again */
static void
test_derived_ids_are_the_same_each_time (void)
{
  g_autofree char *one = pz_case_derive_id ("f", "https://example.org/1", 0);
  g_autofree char *again = pz_case_derive_id ("f", "https://example.org/1", 0);
  g_autofree char *second = pz_case_derive_id ("f", "https://example.org/1", 1);
  g_autofree char *elsewhere = pz_case_derive_id ("g", "https://example.org/1", 0);
  g_autofree char *other = pz_case_derive_id ("f", "https://example.org/2", 0);

  g_assert_true (pz_id_is_valid (one));
  g_assert_cmpstr (one, ==, again);
  g_assert_cmpstr (one, !=, second);
  g_assert_cmpstr (one, !=, elsewhere);
  g_assert_cmpstr (one, !=, other);
}

#define PACKAGE(items) "{\"CFDocument\":{\"identifier\":\"f\",\"title\":\"T\"},\"CFItems\":[" items "]}"

static const char *
id_of (PzCasePackage *package,
       guint          item)
{
  return ((PzCaseRecord *) g_ptr_array_index (package->items, item))->id;
}

static void
test_two_records_of_one_identifier_are_told_apart (void)
{
  g_autoptr(PzCasePackage) package = case_parse (PACKAGE ("{\"identifier\":\"a\",\"fullStatement\":\"One\"},"
                                                          "{\"identifier\":\"a\",\"fullStatement\":\"Two\"},"
                                                          "{\"identifier\":\"a\",\"fullStatement\":\"One\"}"));

  g_assert_cmpuint (package->items->len, ==, 2); /* word for word the same is one */
  g_assert_cmpstr (id_of (package, 0), ==, "a");
  g_assert_cmpstr (id_of (package, 1), !=, "a");
  g_assert_true (pz_id_is_valid (id_of (package, 1)));
  g_assert_cmpuint (pz_roster_messages_count_code (package->messages, PZ_ROSTER_CODE_CASE_TWICE), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count_code (package->messages, PZ_ROSTER_CODE_CASE_ID_TWICE), ==, 1);
}

static void
test_what_has_no_identifier_is_known_by_what_it_says (void)
{
  g_autoptr(PzCasePackage) one = case_parse (PACKAGE ("{\"fullStatement\":\"One\"},{\"fullStatement\":\"Two\"}"));
  g_autoptr(PzCasePackage) turned = case_parse (PACKAGE ("{\"fullStatement\":\"Two\"},{\"fullStatement\":\"One\"}"));

  g_assert_cmpstr (id_of (one, 0), ==, id_of (turned, 1));
  g_assert_cmpstr (id_of (one, 1), ==, id_of (turned, 0));
  g_assert_cmpstr (id_of (one, 0), !=, id_of (one, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/core/case-ids/" path, function)
  ADD ("identifier-becomes-an-id", test_identifier_becomes_an_id);
  ADD ("derived-ids-are-the-same-each-time", test_derived_ids_are_the_same_each_time);
  ADD ("two-records-of-one-identifier-are-told-apart", test_two_records_of_one_identifier_are_told_apart);
  ADD ("what-has-no-identifier-is-known-by-what-it-says", test_what_has_no_identifier_is_known_by_what_it_says);
#undef ADD
  return g_test_run ();
}

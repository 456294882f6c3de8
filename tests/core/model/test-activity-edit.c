/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activity-fixture.h"

#define ADA "adaadaadaadaadaa"
#define BEN "benbenbenbenbenb"
#define EVA "evaevaevaevaevae"

static void
assert_in (PzDocument *document,
           const char *learner,
           guint       round,
           PzRecord   *group)
{
  PzRecord *part = pz_activity_find_part (document, learner, round);

  g_assert_nonnull (part);
  g_assert_cmpstr (pz_record_get_text (part, PZ_PARTICIPATION_GROUP), ==, group != NULL ? pz_record_get_id (group) : NULL);
}

static void
test_a_learner_is_in_one_group (void)
{
  g_autoptr(PzDocument) document = activity_make ('k', "Bridges", NULL, "groups");
  PzRecord *arch = pz_activity_add_group (document, 1, "Arch"), *beam = pz_activity_add_group (document, 1, "Beam");
  g_autoptr(GPtrArray) parts = NULL;

  pz_activity_place (document, ADA, 1, arch);
  assert_in (document, ADA, 1, arch);
  pz_activity_place (document, ADA, 1, beam);
  assert_in (document, ADA, 1, beam);
  pz_activity_place (document, ADA, 1, NULL);
  assert_in (document, ADA, 1, NULL);
  parts = pz_activity_list_parts (document, 0);
  g_assert_cmpuint (parts->len, ==, 1);
  pz_activity_place (document, BEN, 1, NULL); /* was in none: nothing to write */
  g_assert_null (pz_activity_find_part (document, BEN, 1));
}

static void
test_rounds_are_apart (void)
{
  g_autoptr(PzDocument) document = activity_make ('k', "Bridges", NULL, "groups");
  PzRecord *one = pz_activity_add_group (document, 1, "Arch"), *two = pz_activity_add_group (document, 2, "Arch");
  g_autoptr(GPtrArray) first = NULL, all = NULL;

  pz_activity_place (document, ADA, 1, one);
  pz_activity_place (document, ADA, 2, two);
  assert_in (document, ADA, 1, one);
  assert_in (document, ADA, 2, two);
  first = pz_activity_list_groups (document, 1);
  all = pz_activity_list_groups (document, 0);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_true (first->pdata[0] == one);
  g_assert_cmpuint (all->len, ==, 2);
}

static void
test_groups_keep_their_order (void)
{
  g_autoptr(PzDocument) document = activity_make ('k', "Bridges", NULL, "groups");
  PzRecord *zebra = pz_activity_add_group (document, 1, "Zebra"), *ant = pz_activity_add_group (document, 1, "Ant");
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (document, 1);

  g_assert_true (groups->pdata[0] == zebra);
  g_assert_true (groups->pdata[1] == ant);
}

static void
test_a_group_that_goes_frees_its_learners (void)
{
  g_autoptr(PzDocument) document = activity_make ('k', "Bridges", NULL, "groups");
  PzRecord *arch = activity_group (document, 1, "Arch", ADA), *beam = activity_group (document, 1, "Beam", BEN);
  g_autoptr(GPtrArray) groups = NULL;

  pz_activity_remove_group (document, arch);
  assert_in (document, ADA, 1, NULL);
  assert_in (document, BEN, 1, beam);
  groups = pz_activity_list_groups (document, 1);
  g_assert_cmpuint (groups->len, ==, 1);
}

static void
test_taking_part_and_leaving (void)
{
  g_autoptr(PzDocument) document = activity_make ('k', "Talks", NULL, "one-to-one");
  PzRecord *part = pz_activity_take_part (document, ADA, 1);

  g_assert_true (pz_activity_take_part (document, ADA, 1) == part);
  pz_activity_leave (document, ADA, 1);
  g_assert_null (pz_activity_find_part (document, ADA, 1));
  g_assert_true (pz_record_is_deleted (part));
  g_assert_true (pz_activity_add_part (document, BEN, 2) == pz_activity_find_part (document, BEN, 2));
  g_assert_null (pz_activity_find_part (document, BEN, 1));
}

static const char *
get_present (PzDocument *document,
             const char *learner)
{
  PzRecord *part = pz_activity_find_part (document, learner, 1);

  return part != NULL ? pz_record_get_text (part, PZ_PARTICIPATION_PRESENT) : NULL;
}

static void
test_fill_names_everybody (void)
{
  const char *const all[] = { ADA, BEN, NULL }, *const away[] = { BEN, NULL }, *const nobody[] = { NULL };
  g_autoptr(PzDocument) document = activity_make ('k', "News", NULL, "whole-class");
  g_autoptr(PzDocument) talks = activity_make ('t', "Talks", NULL, "one-to-one");

  pz_activity_fill (document, all, away);
  g_assert_cmpstr (get_present (document, ADA), ==, "yes");
  g_assert_cmpstr (get_present (document, BEN), ==, "no");
  pz_activity_fill (document, all, nobody); /* what was said stays */
  g_assert_cmpstr (get_present (document, BEN), ==, "no");
  pz_activity_fill (talks, all, nobody);
  g_assert_null (pz_activity_find_part (talks, ADA, 1));
}

static void
test_fill_leaves_out_who_was_not_named (void)
{
  const char *const all[] = { ADA, BEN, EVA, NULL }, *const away[] = { ADA, EVA, NULL };
  g_autoptr(PzDocument) document = activity_make ('k', "Bridges", NULL, "groups");
  PzRecord *arch = pz_activity_add_group (document, 1, "Arch");

  pz_activity_place (document, ADA, 1, arch);
  pz_activity_place (document, BEN, 1, arch);
  pz_activity_fill (document, all, away);
  g_assert_cmpstr (get_present (document, ADA), ==, "no");
  g_assert_cmpstr (get_present (document, BEN), ==, "yes");
  g_assert_null (pz_activity_find_part (document, EVA, 1));
}

/* what is planned comes along, what was seen does not */
static void
test_copy (void)
{
  g_autoptr(PzDocument) from = activity_make ('k', "Bridges", "2026-11-24", "groups");
  g_autoptr(PzDocument) to = activity_make ('m', NULL, NULL, NULL);
  PzRecord *owner = pz_document_get_owner (from), *copy = pz_document_get_owner (to), *part;
  g_autoptr(GPtrArray) groups = NULL;

  activity_hold (from, 45);
  pz_record_set_text (owner, PZ_ACTIVITY_AIMS, "Build one");
  pz_record_set_add (owner, PZ_ACTIVITY_STRATEGIES, "zzzzzzzzzzzzzzzz");
  pz_activity_set_repeats (owner, 1);
  activity_group (from, 1, "Arch", ADA " -" BEN);
  part = pz_activity_find_part (from, ADA, 1);
  pz_record_set_text (part, PZ_PARTICIPATION_ROLE, "Reader");
  pz_record_set_flag (part, PZ_PARTICIPATION_LOCKED, TRUE);
  pz_record_set_number (part, PZ_PARTICIPATION_CONTRIBUTION, 4);
  pz_activity_copy (from, to);

  g_assert_cmpstr (pz_record_get_text (copy, PZ_ACTIVITY_TITLE), ==, "Bridges");
  g_assert_cmpstr (pz_record_get_text (copy, PZ_ACTIVITY_AIMS), ==, "Build one");
  g_assert_cmpfloat (pz_record_get_number (copy, PZ_ACTIVITY_MINUTES), ==, 45);
  g_assert_true (pz_record_set_has (copy, PZ_ACTIVITY_STRATEGIES, "zzzzzzzzzzzzzzzz"));
  g_assert_true (pz_record_is_empty (copy, PZ_ACTIVITY_DATE));
  g_assert_true (pz_record_is_empty (copy, PZ_ACTIVITY_STATE));
  g_assert_true (pz_record_is_empty (copy, PZ_ACTIVITY_REPEATS));
  groups = pz_activity_list_groups (to, 1);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpstr (pz_record_get_text (groups->pdata[0], PZ_GROUP_NAME), ==, "Arch");
  assert_in (to, BEN, 1, groups->pdata[0]);
  part = pz_activity_find_part (to, ADA, 1);
  g_assert_cmpstr (pz_record_get_text (part, PZ_PARTICIPATION_ROLE), ==, "Reader");
  g_assert_true (pz_record_get_flag (part, PZ_PARTICIPATION_LOCKED));
  g_assert_true (pz_record_is_empty (part, PZ_PARTICIPATION_CONTRIBUTION));
  g_assert_true (pz_record_is_empty (part, PZ_PARTICIPATION_PRESENT));
}

static void
test_day (void)
{
  g_autoptr(PzDocument) document = activity_make ('k', "Bridges", NULL, NULL);
  PzRecord *owner = pz_document_get_owner (document);

  pz_activity_set_day (document, pz_day_from_text ("2026-12-01"));
  g_assert_cmpstr (pz_record_get_text (owner, PZ_ACTIVITY_DATE), ==, "2026-12-01");
  pz_activity_set_day (document, 0);
  g_assert_null (pz_record_get_text (owner, PZ_ACTIVITY_DATE));
}

static void
test_moved_by_hand_where_groups_were_formed_one_stays (void)
{
  g_autoptr(PzDocument) document = activity_make ('k', "Bridges", NULL, "groups");
  PzRecord *arch = pz_activity_add_group (document, 1, "Arch");

  pz_activity_move (document, ADA, 1, arch);
  assert_in (document, ADA, 1, arch);
  g_assert_false (pz_record_get_flag (pz_activity_find_part (document, ADA, 1), PZ_PARTICIPATION_LOCKED));
  pz_record_set_number (pz_document_get_owner (document), PZ_ACTIVITY_SEED, 1);
  pz_activity_move (document, BEN, 1, arch);
  g_assert_true (pz_record_get_flag (pz_activity_find_part (document, BEN, 1), PZ_PARTICIPATION_LOCKED));
  pz_activity_move (document, BEN, 1, NULL);
  assert_in (document, BEN, 1, NULL);
  g_assert_false (pz_record_get_flag (pz_activity_find_part (document, BEN, 1), PZ_PARTICIPATION_LOCKED));
  pz_activity_move (document, EVA, 1, NULL); /* was in none: nothing to write */
  g_assert_null (pz_activity_find_part (document, EVA, 1));
}

static void
test_two_change_places (void)
{
  g_autoptr(PzDocument) document = activity_make ('k', "Bridges", NULL, "groups");
  PzRecord *arch = pz_activity_add_group (document, 1, "Arch"), *beam = pz_activity_add_group (document, 1, "Beam");

  pz_activity_place (document, ADA, 1, arch);
  pz_activity_place (document, BEN, 1, beam);
  pz_activity_swap (document, ADA, BEN, 1);
  assert_in (document, ADA, 1, beam);
  assert_in (document, BEN, 1, arch);
  pz_activity_swap (document, ADA, EVA, 1); /* one of them is in no group */
  assert_in (document, ADA, 1, beam);
}

#define ADD(path, function) g_test_add_func ("/core/activity-edit/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-learner-is-in-one-group", test_a_learner_is_in_one_group);
  ADD ("rounds-are-apart", test_rounds_are_apart);
  ADD ("groups-keep-their-order", test_groups_keep_their_order);
  ADD ("a-group-that-goes-frees-its-learners", test_a_group_that_goes_frees_its_learners);
  ADD ("taking-part-and-leaving", test_taking_part_and_leaving);
  ADD ("fill-names-everybody", test_fill_names_everybody);
  ADD ("fill-leaves-out-who-was-not-named", test_fill_leaves_out_who_was_not_named);
  ADD ("moved-by-hand-where-groups-were-formed-one-stays", test_moved_by_hand_where_groups_were_formed_one_stays);
  ADD ("two-change-places", test_two_change_places);
  ADD ("copy", test_copy);
  ADD ("day", test_day);
  return g_test_run ();
}

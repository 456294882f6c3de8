/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-cards-fixture.h"

/* "Arch: Ana (Leads), Ben; Beam: Cleo | Round 2 ..." */
static char *
dup_text (const PzGroupCards *cards)
{
  GString *text = g_string_new (NULL);

  for (guint r = 0; r < cards->rounds->len; r++)
    {
      const PzGroupCardsRound *round = cards->rounds->pdata[r];

      g_string_append_printf (text, "%s%s", r > 0 ? " | " : "", round->name != NULL ? round->name : "");
      for (guint i = 0; i < round->groups->len; i++)
        {
          const PzGroupCardsGroup *group = round->groups->pdata[i];
          g_autofree char *members = pz_group_cards_dup_members (group);

          g_string_append_printf (text, "[%s: %s]", group->name, members);
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_shows (PzDocument *activity,
              const char *expected)
{
  g_autoptr(PzGroupCards) cards = group_cards_fixture_show (activity);
  g_autofree char *text = dup_text (cards);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_names_by_group_in_order (void)
{
  g_autoptr(PzDocument) activity = group_cards_fixture_make_activity ();
  const char *const arch[] = { "cleo-diaz", "ana-garcia", NULL }, *const beam[] = { "ben-ode", NULL };
  g_autoptr(PzGroupCards) cards = NULL;

  group_cards_fixture_add_group (activity, 1, "Arch", arch);
  group_cards_fixture_add_group (activity, 1, "Beam", beam);
  assert_shows (activity, "[Arch: Ana garcia, Cleo diaz][Beam: Ben ode]");
  cards = group_cards_fixture_show (activity);
  g_assert_cmpstr (cards->title, ==, "Bridges in our town");
  g_assert_cmpstr (cards->line, ==, "Tuesday, 24 November · Class 5b");
}

static void
test_roles_are_shown_and_nothing_private (void)
{
  g_autoptr(PzDocument) activity = group_cards_fixture_make_activity ();
  const char *const arch[] = { "ana", "ben", NULL };
  PzRecord *ana;

  group_cards_fixture_add_group (activity, 1, "Arch", arch);
  ana = pz_activity_find_part (activity, "ana", 1);
  pz_record_set_text (ana, PZ_PARTICIPATION_ROLE, "Leads");
  pz_record_set_text (ana, PZ_PARTICIPATION_NOTE, "needs support");
  pz_record_set_text (ana, PZ_PARTICIPATION_PRESENT, "no");
  pz_record_set_number (ana, PZ_PARTICIPATION_CONTRIBUTION, 1);
  pz_record_set_flag (ana, PZ_PARTICIPATION_LOCKED, TRUE);
  pz_record_set_text (pz_document_get_owner (activity), PZ_ACTIVITY_CRITERIA, "apart Ana Ben");
  assert_shows (activity, "[Arch: Ana (Leads), Ben]");
  {
    g_autoptr(PzGroupCards) cards = group_cards_fixture_show (activity);
    const PzGroupCardsGroup *group = ((PzGroupCardsRound *) cards->rounds->pdata[0])->groups->pdata[0];
    g_autofree char *first = pz_group_cards_dup_member (group->members->pdata[0]);
    g_autofree char *second = pz_group_cards_dup_member (group->members->pdata[1]);

    g_assert_cmpstr (first, ==, "Ana (Leads)");
    g_assert_cmpstr (second, ==, "Ben");
  }
}

static void
test_rounds_have_names_when_there_are_several (void)
{
  g_autoptr(PzDocument) activity = group_cards_fixture_make_activity ();
  const char *const ana[] = { "ana", NULL }, *const ben[] = { "ben", NULL };

  group_cards_fixture_add_group (activity, 3, "Cable", ana); /* the second has none */
  group_cards_fixture_add_group (activity, 1, "Arch", ben);
  assert_shows (activity, "Round 1[Arch: Ben] | Round 3[Cable: Ana]");
}

static void
test_leaves_out_what_nobody_needs (void)
{
  g_autoptr(PzDocument) activity = group_cards_fixture_make_activity ();
  const char *const nobody[] = { "gone1", NULL }, *const arch[] = { "ana", "gone2", NULL };
  PzRecord *deleted, *nameless;

  group_cards_fixture_add_group (activity, 1, "Empty", nobody);
  nameless = group_cards_fixture_add_group (activity, 1, NULL, arch);
  deleted = pz_activity_add_group (activity, 1, "Deleted");
  pz_document_delete (activity, deleted);
  pz_activity_take_part (activity, "ben", 1); /* in no group */
  g_assert_true (pz_record_is_empty (nameless, PZ_GROUP_NAME));
  assert_shows (activity, "[Group: Ana]");
}

/* two devices may both have written a participation: nobody stands on two cards */
static void
test_nobody_is_in_two_groups (void)
{
  g_autoptr(PzDocument) activity = group_cards_fixture_make_activity ();
  const char *const arch[] = { "ana", "ben", NULL }, *const beam[] = { "cleo", NULL };
  PzRecord *group, *twice;

  group_cards_fixture_add_group (activity, 1, "Arch", arch);
  group = group_cards_fixture_add_group (activity, 1, "Beam", beam);
  twice = pz_document_add (activity, PZ_RECORD_PARTICIPATION);
  pz_record_set_text (twice, PZ_PARTICIPATION_LEARNER, "ana");
  pz_record_set_text (twice, PZ_PARTICIPATION_GROUP, pz_record_get_id (group));
  assert_shows (activity, "[Arch: Ana, Ben][Beam: Cleo]");
}

static void
test_without_groups_there_are_no_rounds (void)
{
  g_autoptr(PzDocument) activity = group_cards_fixture_make_activity ();

  assert_shows (activity, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/group-cards/names-by-group-in-order", test_names_by_group_in_order);
  g_test_add_func ("/report/group-cards/roles-are-shown-and-nothing-private", test_roles_are_shown_and_nothing_private);
  g_test_add_func ("/report/group-cards/rounds-have-names-when-there-are-several",
                   test_rounds_have_names_when_there_are_several);
  g_test_add_func ("/report/group-cards/leaves-out-what-nobody-needs", test_leaves_out_what_nobody_needs);
  g_test_add_func ("/report/group-cards/nobody-is-in-two-groups", test_nobody_is_in_two_groups);
  g_test_add_func ("/report/group-cards/without-groups-there-are-no-rounds", test_without_groups_there_are_no_rounds);
  return g_test_run ();
}

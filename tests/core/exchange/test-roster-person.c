/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-person.h"

static void
test_is_called (void)
{
  static const struct { const char *name; gboolean called; } cases[] = {
    { "Zoë van Dijk", TRUE }, { "zoe VAN dijk", TRUE }, { "van Dijk, Zoë", TRUE }, { "Dijk van Zoe", TRUE },
    { "Zoë Maria van Dijk", TRUE }, { "Zoë", FALSE }, { "Dijk", FALSE }, { "Zoë Anna van Dijk", FALSE }, { "", FALSE },
  };
  g_autoptr(PzRosterPerson) person = pz_roster_person_new ();
  g_autofree char *name = NULL;

  g_assert_false (pz_roster_person_is_called (person, "Zoë"));
  person->given_name = g_strdup ("Zoë");
  person->middle_name = g_strdup ("Maria");
  person->family_name = g_strdup ("van Dijk");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (pz_roster_person_is_called (person, cases[i].name), ==, cases[i].called);
  name = pz_roster_person_dup_name (person);
  g_assert_cmpstr (name, ==, "Zoë van Dijk");
}

static void
test_roles (void)
{
  g_assert_cmpint (pz_roster_role_from_text ("Student "), ==, PZ_ROSTER_ROLE_STUDENT);
  g_assert_cmpint (pz_roster_role_from_text ("teacher"), ==, PZ_ROSTER_ROLE_TEACHER);
  g_assert_cmpint (pz_roster_role_from_text ("relative"), ==, PZ_ROSTER_ROLE_GUARDIAN);
  g_assert_cmpint (pz_roster_role_from_text ("proctor"), ==, PZ_ROSTER_ROLE_OTHER);
  g_assert_cmpint (pz_roster_role_from_text (""), ==, PZ_ROSTER_ROLE_NONE);
}

static void
test_relations (void)
{
  for (guint i = 0; i < PZ_ROSTER_N_RELATIONS; i++)
    g_assert_cmpint (pz_roster_relation_from_text (pz_roster_relation_to_name (i)), ==, i);
  g_assert_cmpint (pz_roster_relation_from_text (" Parent"), ==, PZ_ROSTER_RELATION_PARENT);
  g_assert_cmpint (pz_roster_relation_from_text ("teacher"), ==, PZ_ROSTER_RELATION_NONE);
  g_assert_cmpstr (pz_roster_relation_to_label (PZ_ROSTER_RELATION_PARENT), ==, "Parent");
  g_assert_null (pz_roster_relation_to_label (PZ_ROSTER_RELATION_NONE));
}

static void
test_folds (void)
{
  g_autofree char *fold = pz_roster_fold ("  Éva-Lïna  O’NEIL ");
  g_autofree char *plain = pz_roster_fold ("  Eva-Lina  O'NEIL\t");
  g_autofree char *broken = pz_roster_fold ("\xFFx");

  g_assert_cmpstr (fold, ==, "eva lina o neil");
  g_assert_cmpstr (plain, ==, "eva lina o neil");
  g_assert_cmpstr (broken, ==, "x");
}

static void
test_splits_lists (void)
{
  g_auto(GStrv) list = pz_roster_split_list (" a, b ,,a , c d", ",");
  g_autofree char *joined = g_strjoinv ("|", list);

  g_assert_cmpstr (joined, ==, "a|b|c d");
  g_assert_null (pz_roster_split_list (" , ", ","));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/roster-person/is-called", test_is_called);
  g_test_add_func ("/exchange/roster-person/roles", test_roles);
  g_test_add_func ("/exchange/roster-person/relations", test_relations);
  g_test_add_func ("/exchange/roster-person/folds", test_folds);
  g_test_add_func ("/exchange/roster-person/splits-lists", test_splits_lists);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "roster-fixture.h"

static void
test_everything_a_person_says (void)
{
  static const RosterEntry entries[] = {
    { "users.csv", "sourcedId,status,orgSourcedIds,role,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,preferredGivenName,preferredMiddleName,preferredFamilyName,pronouns,username,password\n"
                   "a,active,\"o1,o2\",student,Noor,\"O'Neil, jr.\",Jo,77,n@x.example,1,2,\"p,q\",\"05,06\",Nono,J,Neil,they/them,noor,S3cret\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);
  const PzRosterPerson *person = pz_roster_find_person (roster, "a");
  g_autofree char *lists = g_strdup_printf ("%s|%s %s|%s %s|%s", person->orgs[0], person->orgs[1], person->agents[0],
                                            person->agents[1], person->grades[0], person->grades[1]);

  g_assert_cmpstr (person->given_name, ==, "Noor");
  g_assert_cmpstr (person->family_name, ==, "O'Neil, jr.");
  g_assert_cmpstr (person->middle_name, ==, "Jo");
  g_assert_cmpstr (person->preferred_name, ==, "Nono");
  g_assert_cmpstr (person->preferred_middle_name, ==, "J");
  g_assert_cmpstr (person->preferred_family_name, ==, "Neil");
  g_assert_cmpstr (person->pronouns, ==, "they/them");
  g_assert_cmpstr (person->identifier, ==, "77");
  g_assert_cmpstr (person->email, ==, "n@x.example");
  g_assert_cmpstr (person->phone, ==, "2");
  g_assert_cmpstr (lists, ==, "o1|o2 p|q 05|06");
  g_assert_cmpint (person->role, ==, PZ_ROSTER_ROLE_STUDENT);
  g_assert_true (person->active);
  g_assert_cmpuint (person->line, ==, 2);
  g_assert_null (person->birth_date);
}

static void
test_what_stands_in_for_what (void)
{
  static const RosterEntry entries[] = {
    { "users.csv", "userId,role,givenName,familyName,sms,userMasterIdentifier,primaryOrgSourcedId\n"
                   "a,parent,A,A,1,m1,o1\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);
  const PzRosterPerson *person = pz_roster_find_person (roster, "a");

  g_assert_cmpstr (person->phone, ==, "1");
  g_assert_cmpstr (person->identifier, ==, "m1");
  g_assert_cmpstr (person->orgs[0], ==, "o1");
  g_assert_cmpint (person->role, ==, PZ_ROSTER_ROLE_GUARDIAN);
  g_assert_cmpint (person->relation, ==, PZ_ROSTER_RELATION_PARENT);
}

/* a person without any cannot be shown; who is deleted needs none */
static void
test_names_that_are_missing (void)
{
  static const RosterEntry entries[] = {
    { "users.csv", "sourcedId,status,role,givenName,familyName,preferredGivenName\n"
                   "a,,student,,Only,\n"
                   "b,,student,Only,,\n"
                   "c,,student,,,Only\n"
                   "d,,student,,,\n"
                   "e,tobedeleted,student,,,\n"
                   ",,student,No,Id,\n"
                   "a,,student,Twice,Twice,\n"
                   "f,away,student,Odd,State,\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);

  roster_assert_people (roster->people, "a b c e f");
  g_assert_false (pz_roster_find_person (roster, "e")->active);
  roster_assert_messages (roster, "users.csv",
                          "no-given-name 2 givenName, no-family-name 3 familyName, no-family-name 4 familyName, "
                          "no-name 5 givenName, familyName, no-id 7 sourcedId, id-twice 8 sourcedId, status-unknown 9 status");
}

/* the primary one counts, else the first; what somebody is to learners is kept beside it */
static void
test_roles_of_version_1_2 (void)
{
  static const RosterEntry entries[] = {
    { "users.csv", "sourcedId,givenName,familyName,primaryOrgSourcedId\n"
                   "a,A,A,o1\n"
                   "b,B,B,\n"
                   "c,C,C,\n"
                   "d,D,D,\n", NULL },
    { "roles.csv", "sourcedId,status,userSourcedId,roleType,role,orgSourcedId\n"
                   "1,,a,secondary,teacher,o2\n"
                   "2,,a,PRIMARY,student,o1\n"
                   "3,,b,secondary,teacher,o1\n"
                   "4,,b,secondary,parent,o2\n"
                   "5,,c,primary,teacher,\n"
                   "6,,c,primary,guardian,o1\n"
                   "7,tobedeleted,d,primary,student,o1\n"
                   "8,,d,primary,,o1\n"
                   "9,,nobody,primary,student,o1\n"
                   "10,,,primary,student,o1\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);
  const PzRosterPerson *a = pz_roster_find_person (roster, "a"), *b = pz_roster_find_person (roster, "b"),
                       *c = pz_roster_find_person (roster, "c");
  g_autofree char *orgs = g_strjoinv (" ", a->orgs);

  g_assert_cmpint (a->role, ==, PZ_ROSTER_ROLE_STUDENT);
  g_assert_cmpstr (orgs, ==, "o1 o2");
  g_assert_cmpint (b->role, ==, PZ_ROSTER_ROLE_TEACHER);
  g_assert_cmpint (b->relation, ==, PZ_ROSTER_RELATION_PARENT);
  g_assert_cmpint (c->role, ==, PZ_ROSTER_ROLE_GUARDIAN);
  g_assert_cmpint (c->relation, ==, PZ_ROSTER_RELATION_GUARDIAN);
  g_assert_cmpint (pz_roster_find_person (roster, "d")->role, ==, PZ_ROSTER_ROLE_NONE);
  roster_assert_messages (roster, "roles.csv", "role-unknown 9 role, no-such-user 10 userSourcedId, no-id 11 userSourcedId");
}

static PzRoster *
load_demographics (const char        *text,
                   const char *const *wanted)
{
  const PzOneRosterOptions options = { wanted, PZ_DAY_ORDER_DAY_FIRST };
  const RosterEntry entries[] = {
    { "users.csv", "sourcedId,role,givenName,familyName\na,student,A,A\nb,student,B,B\n", NULL },
    { "demographics.csv", text, NULL },
  };

  return roster_load (entries, G_N_ELEMENTS (entries), &options);
}

static void
test_demographics_only_as_asked_for (void)
{
  static const char text[] = "sourcedId,status,birthDate,sex,asian\na,,4/5/2015,female,true\nb,tobedeleted,2015-06-01,male,\n"
                             "nobody,,,,\n,,,,\n";
  static const char *const wanted[] = { "BirthDate", "SEX", "cityOfBirth", NULL }, *const none[] = { NULL };
  g_autoptr(PzRoster) asked = load_demographics (text, wanted);
  g_autoptr(PzRoster) not_asked = load_demographics (text, none);
  g_autoptr(PzRoster) never_asked = load_demographics (text, NULL);
  const PzRosterPerson *person = pz_roster_find_person (asked, "a");

  g_assert_cmpstr (person->birth_date, ==, "2015-05-04");
  g_assert_cmpuint (g_hash_table_size (person->demographics), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (person->demographics, "SEX"), ==, "female");
  g_assert_null (pz_roster_find_person (asked, "b")->birth_date);
  roster_assert_messages (asked, "demographics.csv", "no-such-user 4 sourcedId");
  g_assert_null (pz_roster_find_person (not_asked, "a")->demographics);
  g_assert_null (pz_roster_find_person (never_asked, "a")->birth_date);
  /* not even what is odd about it was looked at */
  roster_assert_messages (not_asked, "demographics.csv", "");
}

/* the person, whatever the column is called */
static void
test_the_key_of_demographics (void)
{
  static const char *const wanted[] = { "sex", NULL };
  static const char *const texts[] = { "sourcedId,sex\na,f\n", "sourcedId,userSourcedId,sex\nx,a,f\n", "sourcedId,userId,sex\nx,a,f\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(PzRoster) roster = load_demographics (texts[i], wanted);

      g_test_message ("%s", texts[i]);
      g_assert_cmpstr (g_hash_table_lookup (pz_roster_find_person (roster, "a")->demographics, "sex"), ==, "f");
    }
}

#define ADD(path, function) g_test_add_func ("/exchange/one-roster-people/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("everything-a-person-says", test_everything_a_person_says);
  ADD ("what-stands-in-for-what", test_what_stands_in_for_what);
  ADD ("names-that-are-missing", test_names_that_are_missing);
  ADD ("roles-of-version-1-2", test_roles_of_version_1_2);
  ADD ("demographics-only-as-asked-for", test_demographics_only_as_asked_for);
  ADD ("the-key-of-demographics", test_the_key_of_demographics);
  return g_test_run ();
}

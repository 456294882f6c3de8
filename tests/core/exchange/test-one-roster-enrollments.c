/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "roster-fixture.h"

/* students in the order of the file; the primary teacher first, in whichever row it says so */
static void
test_who_is_in_a_class (void)
{
  static const RosterEntry entries[] = {
    { "users.csv", "sourcedId,role,givenName,familyName\n"
                   "a,student,A,A\n"
                   "b,student,B,B\n"
                   "t,teacher,T,T\n"
                   "u,teacher,U,U\n"
                   "v,aide,V,V\n", NULL },
    { "classes.csv", "sourcedId,title,courseSourcedId\nk,K,\nl,L,\n", NULL },
    { "enrollments.csv", "sourcedId,classSourcedId,userSourcedId,role,primary,beginDate,endDate\n"
                         "1,k,b,student,,2026-08-17,2027-01-29\n"
                         "2,k,t,teacher,false,,\n"
                         "3,k,u,teacher,,,\n"
                         "4,k,u,teacher,TRUE,,\n"
                         "5,k,a,Student,true,,\n"
                         "6,k,t,teacher,1,,\n"
                         "7,l,a,student,,,\n"
                         "8,k,v,aide,,,\n"
                         "9,l,b,teacher,,,\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);
  const PzRosterEnrollment *first = g_ptr_array_index (roster->enrollments, 0);

  roster_assert_people (pz_roster_find_class (roster, "k")->students, "b a");
  roster_assert_people (pz_roster_find_class (roster, "k")->teachers, "u t");
  roster_assert_people (pz_roster_find_class (roster, "l")->students, "a");
  roster_assert_people (pz_roster_find_class (roster, "l")->teachers, "b");
  g_assert_cmpuint (roster->enrollments->len, ==, 9);
  g_assert_cmpstr (first->sourced_id, ==, "1");
  g_assert_true (first->class_ == pz_roster_find_class (roster, "k"));
  g_assert_true (first->person == pz_roster_find_person (roster, "b"));
  g_assert_cmpint (first->role, ==, PZ_ROSTER_ROLE_STUDENT);
  g_assert_false (first->primary);
  g_assert_cmpstr (first->begin_date, ==, "2026-08-17");
  g_assert_cmpstr (first->end_date, ==, "2027-01-29");
  g_assert_cmpuint (first->line, ==, 2);
  g_assert_true (((const PzRosterEnrollment *) g_ptr_array_index (roster->enrollments, 3))->primary);
  /* the school says that b is a student: the enrollment decides, and it is told */
  roster_assert_messages (roster, "enrollments.csv", "role-differs 10 role");
}

static void
test_the_same_once_more (void)
{
  static const RosterEntry entries[] = {
    { "users.csv", "sourcedId,role,givenName,familyName\na,student,A,B\nb,student,C,D\n", NULL },
    { "classes.csv", "sourcedId,title,courseSourcedId\nk,K,\n", NULL },
    { "enrollments.csv", "sourcedId,classSourcedId,userSourcedId,role\n"
                         "e,k,a,student\ne,k,b,student\ne,k,b,student\nf,,b,student\ng,k,b,student\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);

  roster_assert_people (pz_roster_find_class (roster, "k")->students, "a b");
  roster_assert_messages (roster, "enrollments.csv", "id-twice 3, id-twice 4, no-id 5");
}

static void
test_rows_that_lead_nowhere (void)
{
  static const RosterEntry entries[] = {
    { "users.csv", "sourcedId,status,role,givenName,familyName\n"
                   "a,,student,A,A\n"
                   "b,tobedeleted,student,B,B\n"
                   "c,,,C,C\n", NULL },
    { "classes.csv", "sourcedId,title,courseSourcedId\nk,K,\n", NULL },
    { "enrollments.csv", "sourcedId,status,classSourcedId,userSourcedId,role\n"
                         "1,,nowhere,a,student\n"
                         "2,,k,nobody,student\n"
                         "3,tobedeleted,k,a,student\n"
                         "4,tobedeleted,nowhere,nobody,\n"
                         "5,,k,b,student\n"
                         "6,,k,a,\n"
                         "7,,k,c,\n"
                         "8,,,a,student\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);

  /* the row does not say what a is, but a is a student of the school; c is nothing at all; b is deleted */
  roster_assert_people (pz_roster_find_class (roster, "k")->students, "a");
  g_assert_cmpuint (pz_roster_find_class (roster, "k")->teachers->len, ==, 0);
  g_assert_cmpuint (roster->enrollments->len, ==, 7);
  g_assert_null (((const PzRosterEnrollment *) g_ptr_array_index (roster->enrollments, 0))->class_);
  g_assert_null (((const PzRosterEnrollment *) g_ptr_array_index (roster->enrollments, 1))->person);
  g_assert_false (((const PzRosterEnrollment *) g_ptr_array_index (roster->enrollments, 2))->active);
  roster_assert_messages (roster, "enrollments.csv", "no-such-class 2 classSourcedId, no-such-user 3 userSourcedId, "
                                                     "role-unknown 7 role, role-unknown 8 role, no-id 9");
}

static void
test_columns_as_some_systems_call_them (void)
{
  static const RosterEntry entries[] = {
    { "users.csv", "sourcedId,role,givenName,familyName\na,student,A,A\n", NULL },
    { "classes.csv", "sourcedId,title,courseSourcedId\nk,K,\n", NULL },
    { "enrollments.csv", "classId,userId,role\nk,a,student\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);

  roster_assert_people (pz_roster_find_class (roster, "k")->students, "a");
}

static void
test_none_at_all_is_told (void)
{
  static const RosterEntry entries[] = {
    { "users.csv", "sourcedId,role,givenName,familyName\na,student,A,A\n", NULL },
    { "classes.csv", "sourcedId,title,courseSourcedId\nk,K,\n", NULL },
    { "enrollments.csv", "classSourcedId,userSourcedId,role\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);

  g_assert_cmpuint (pz_roster_messages_count_code (roster->messages, PZ_ROSTER_CODE_NO_ENROLLMENTS), ==, 1);
  g_assert_cmpuint (roster->enrollments->len, ==, 0);
}

/* no list is searched for each row: that would take for ever */
static void
test_a_whole_country_in_one_class (void)
{
  g_autoptr(GString) users = g_string_new ("sourcedId,role,givenName,familyName\n");
  g_autoptr(GString) rows = g_string_new ("classSourcedId,userSourcedId,role,primary\n");
  g_autoptr(PzRoster) roster = NULL;

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append_printf (users, "%u,,A,B\n", i);
      g_string_append_printf (rows, "k,%u,%s,true\n", i, i % 2 == 0 ? "student" : "teacher");
    }
  {
    const RosterEntry entries[] = {
      { "users.csv", users->str, NULL },
      { "classes.csv", "sourcedId,title,courseSourcedId\nk,K,\n", NULL },
      { "enrollments.csv", rows->str, NULL },
    };

    roster = ROSTER_LOAD (entries);
  }
  g_assert_cmpuint (pz_roster_find_class (roster, "k")->students->len, ==, 50000);
  g_assert_cmpuint (pz_roster_find_class (roster, "k")->teachers->len, ==, 50000);
  g_assert_cmpstr (((const PzRosterPerson *) g_ptr_array_index (pz_roster_find_class (roster, "k")->teachers, 0))->sourced_id,
                   ==, "1");
}

#define ADD(path, function) g_test_add_func ("/exchange/one-roster-enrollments/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("who-is-in-a-class", test_who_is_in_a_class);
  ADD ("the-same-once-more", test_the_same_once_more);
  ADD ("rows-that-lead-nowhere", test_rows_that_lead_nowhere);
  ADD ("columns-as-some-systems-call-them", test_columns_as_some_systems_call_them);
  ADD ("none-at-all-is-told", test_none_at_all_is_told);
  ADD ("a-whole-country-in-one-class", test_a_whole_country_in_one_class);
  return g_test_run ();
}

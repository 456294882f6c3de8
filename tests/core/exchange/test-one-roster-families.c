/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "roster-fixture.h"

/* a row of the learner, a row of the family, or both: one contact */
static void
test_whoever_names_whom (void)
{
  g_autoptr(PzRoster) roster = roster_load_users (
      "sourcedId,role,givenName,familyName,agentSourcedIds\n"
      "a,student,A,A,\"p,g\"\n"
      "b,student,B,B,\n"
      "p,parent,P,P,\"b,a\"\n"
      "g,guardian,G,G,\n"
      "r,relative,R,R,b\n"
      "v,aide,V,V,b\n");

  roster_assert_people (pz_roster_find_person (roster, "a")->contacts, "p g");
  roster_assert_people (pz_roster_find_person (roster, "b")->contacts, "p r v");
  roster_assert_people (pz_roster_find_person (roster, "p")->contacts, "");
  roster_assert_messages (roster, "users.csv", "");
}

static void
test_links_that_make_no_family (void)
{
  g_autoptr(PzRoster) roster = roster_load_users (
      "sourcedId,status,role,givenName,familyName,agentSourcedIds\n"
      "a,,student,A,A,\"nobody,b,a\"\n"
      "b,,student,B,B,\n"
      "t,,teacher,T,T,a\n"
      "p,,parent,P,P,q\n"
      "q,,parent,Q,Q,\n"
      "x,tobedeleted,parent,X,X,a\n"
      "c,,student,C,C,x\n");

  roster_assert_people (pz_roster_find_person (roster, "a")->contacts, "");
  roster_assert_people (pz_roster_find_person (roster, "p")->contacts, "");
  roster_assert_people (pz_roster_find_person (roster, "c")->contacts, "");
  /* two students, or a teacher and a student; that two parents know each other is not worth a word */
  roster_assert_messages (roster, "users.csv", "no-such-user 2 agentSourcedIds, agent-left-out 2 agentSourcedIds, "
                                               "agent-left-out 4 agentSourcedIds");
}

/* everybody names everybody: each pair once */
static void
test_circles_end (void)
{
  g_autoptr(PzRoster) roster = roster_load_users (
      "sourcedId,role,givenName,familyName,agentSourcedIds\n"
      "a,student,A,A,\"p,q,a,p\"\n"
      "p,parent,P,P,\"a,q,p,a\"\n"
      "q,parent,Q,Q,\"a,p\"\n");

  roster_assert_people (pz_roster_find_person (roster, "a")->contacts, "p q");
  roster_assert_people (pz_roster_find_person (roster, "p")->contacts, "");
}

/* an older student may be the aide of a younger one, and has parents as well */
static void
test_a_student_who_helps_others (void)
{
  static const RosterEntry entries[] = {
    { "users.csv", "sourcedId,givenName,familyName,agentSourcedIds\na,A,A,h\nh,H,H,p\np,P,P,\n", NULL },
    { "roles.csv", "sourcedId,userSourcedId,roleType,role,orgSourcedId\n"
                   "1,a,primary,student,o\n"
                   "2,h,primary,student,o\n"
                   "3,h,secondary,aide,o\n"
                   "4,p,primary,parent,o\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);

  roster_assert_people (pz_roster_find_person (roster, "a")->contacts, "h");
  roster_assert_people (pz_roster_find_person (roster, "h")->contacts, "p");
}

static void
test_no_family_is_endless (void)
{
  g_autoptr(GString) users = g_string_new ("sourcedId,role,givenName,familyName,agentSourcedIds\na,student,A,A,\n");
  g_autoptr(PzRoster) roster = NULL;

  for (guint i = 0; i < 120; i++)
    g_string_append_printf (users, "p%u,parent,Ana,No %u,a\n", i, i);
  roster = roster_load_users (users->str);
  g_assert_cmpuint (pz_roster_find_person (roster, "a")->contacts->len, ==, 100);
  g_assert_cmpuint (pz_roster_messages_count_code (roster->messages, PZ_ROSTER_CODE_CUT), ==, 20);
}

#define ADD(path, function) g_test_add_func ("/exchange/one-roster-families/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("whoever-names-whom", test_whoever_names_whom);
  ADD ("links-that-make-no-family", test_links_that_make_no_family);
  ADD ("circles-end", test_circles_end);
  ADD ("a-student-who-helps-others", test_a_student_who_helps_others);
  ADD ("no-family-is-endless", test_no_family_is_endless);
  return g_test_run ();
}

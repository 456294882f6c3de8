/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-private.h"
#include "roster-fixture.h"

static void
test_an_empty_roster (void)
{
  g_autoptr(PzRoster) roster = pz_roster_new ();
  g_autoptr(GPtrArray) classes = pz_roster_list_classes (roster, NULL, NULL);
  g_autoptr(GPtrArray) doubles = pz_roster_list_doubles (roster);
  g_autoptr(GPtrArray) learners = NULL;
  PzRosterClass *class_ = pz_roster_class_new ();

  g_ptr_array_add (roster->classes, class_);
  learners = pz_roster_list_learners (roster, class_);
  g_assert_true (class_->active);
  g_assert_cmpuint (class_->students->len + class_->teachers->len + class_->terms->len, ==, 0);
  g_assert_null (pz_roster_find_class (roster, "k"));
  g_assert_null (pz_roster_find_person (roster, ""));
  g_assert_cmpuint (classes->len + doubles->len + learners->len, ==, 0);
  g_assert_false (pz_roster_may_say_gone (roster));
}

static void
assert_classes (GPtrArray  *classes,
                const char *expected)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < classes->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ((const PzRosterClass *) g_ptr_array_index (classes, i))->sourced_id);
  g_assert_cmpstr (ids->str, ==, expected);
}

/* numbers by their value, capitals alike, of two of one title the one with the lower id */
static void
test_classes_by_title (void)
{
  static const RosterEntry entries[] = {
    { "users.csv", "sourcedId,givenName,familyName\na,A,A\n", NULL },
    { "classes.csv", "sourcedId,status,title,courseSourcedId\n"
                     "ten,,Class 10,\nnine,,class 9,\nz,,Class 9,\nb,,Class 9,\ngone,tobedeleted,Class 1,\nnone,,,\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);
  guint n_mine = 7;
  g_autoptr(GPtrArray) classes = pz_roster_list_classes (roster, NULL, &n_mine);

  assert_classes (classes, "none b nine z ten");
  g_assert_cmpuint (n_mine, ==, 0);
}

/* found by number, address or name; an address of another case is the same */
static void
test_classes_of_a_teacher_first (void)
{
  static const RosterEntry entries[] = {
    { "users.csv", "sourcedId,role,givenName,familyName,email,identifier\n"
                   "t,teacher,Ana,Silva,ana@x.example,77\nu,teacher,Ben,Hill,,\n", NULL },
    { "classes.csv", "sourcedId,title,courseSourcedId\na,A,\nb,B,\nc,C,\n", NULL },
    { "enrollments.csv", "classSourcedId,userSourcedId,role\nc,t,teacher\nb,u,teacher\n", NULL },
  };
  static const struct { const char *id, *email, *identifier, *given, *family, *expected; guint n_mine; } rows[] = {
    { "T", NULL, NULL, NULL, NULL, "c a b", 1 },
    { NULL, "ANA@x.example", NULL, NULL, NULL, "c a b", 1 },
    { NULL, NULL, "77", NULL, NULL, "c a b", 1 },
    { NULL, NULL, NULL, "Ben", "Hill", "b a c", 1 },
    { NULL, NULL, NULL, "Hill", NULL, "a b c", 0 },
    { NULL, "nobody@x.example", NULL, NULL, NULL, "a b c", 0 },
    { NULL, NULL, NULL, NULL, NULL, "a b c", 0 },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzRosterPerson) me = pz_roster_person_new ();
      g_autoptr(GPtrArray) classes = NULL;
      guint n_mine;

      me->sourced_id = g_strdup (rows[i].id);
      me->email = g_strdup (rows[i].email);
      me->identifier = g_strdup (rows[i].identifier);
      me->given_name = g_strdup (rows[i].given);
      me->family_name = g_strdup (rows[i].family);
      classes = pz_roster_list_classes (roster, me, &n_mine);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      assert_classes (classes, rows[i].expected);
      g_assert_cmpuint (n_mine, ==, rows[i].n_mine);
    }
}

static void
test_learners_by_enrollment_or_by_school (void)
{
  static const RosterEntry entries[] = {
    { "users.csv", "sourcedId,status,role,givenName,familyName,orgSourcedIds\n"
                   "a,,student,A,A,o\nb,,teacher,B,B,o\nc,,student,C,C,p\nd,,student,D,D,\ne,tobedeleted,student,E,E,o\n", NULL },
    { "classes.csv", "sourcedId,title,courseSourcedId,schoolSourcedId\nk,K,,o\nl,L,,\n", NULL },
    { "enrollments.csv", "classSourcedId,userSourcedId,role\nk,c,student\n", NULL },
    { "orgs.csv", "sourcedId,name,type\no,O,school\n", NULL },
    { "academicSessions.csv", "sourcedId,title,startDate,endDate\ns,S,,\n", NULL },
    { "courses.csv", "sourcedId,title,courseCode\nm,M,\n", NULL },
  };
  g_autoptr(PzRoster) with = ROSTER_LOAD (entries);
  g_autoptr(PzRoster) without = roster_load (entries, 2, NULL);
  g_autoptr(GPtrArray) enrolled = pz_roster_list_learners (with, pz_roster_find_class (with, "k"));
  g_autoptr(GPtrArray) nobody = pz_roster_list_learners (with, pz_roster_find_class (with, "l"));
  g_autoptr(GPtrArray) of_school = pz_roster_list_learners (without, pz_roster_find_class (without, "k"));
  g_autoptr(GPtrArray) of_all = pz_roster_list_learners (without, pz_roster_find_class (without, "l"));

  g_assert_true (pz_roster_find_person (with, "c") == g_ptr_array_index (enrolled, 0));
  roster_assert_people (enrolled, "c");
  roster_assert_people (nobody, "");
  roster_assert_people (of_school, "a d");
  roster_assert_people (of_all, "a c d");
}

static void
test_only_a_whole_roster_says_who_is_gone (void)
{
  static const struct { const char *users, *enrollments; gboolean may_say; } rows[] = {
    { "bulk", "bulk", TRUE },
    { "bulk", "delta", FALSE },
    { "delta", "bulk", FALSE },
    { "absent", "bulk", FALSE },
    { "", "", FALSE },
  };
  static const char *const known[] = { "b", "s-9", "a", "s-8", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *manifest = g_strdup_printf ("propertyName,value\nfile.users,%s\nfile.enrollments,%s\n", rows[i].users,
                                                   rows[i].enrollments);
      const RosterEntry entries[] = {
        { "manifest.csv", manifest, NULL },
        { "users.csv", "sourcedId,role,givenName,familyName\na,student,A,A\nb,teacher,B,B\n", NULL },
        { "classes.csv", "sourcedId,title,courseSourcedId\nk,K,\n", NULL },
        { "enrollments.csv", "classSourcedId,userSourcedId,role\nk,a,student\nk,b,teacher\n", NULL },
      };
      g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);
      g_autoptr(GPtrArray) gone = pz_roster_list_gone (roster, pz_roster_find_class (roster, "k"), known);

      g_test_message ("users %s, enrollments %s", rows[i].users, rows[i].enrollments);
      g_assert_cmpint (pz_roster_may_say_gone (roster), ==, rows[i].may_say);
      g_assert_cmpuint (gone->len, ==, rows[i].may_say ? 3 : 0);
      if (rows[i].may_say) /* b teaches the class now */
        g_assert_cmpstr (g_ptr_array_index (gone, 0), ==, "b");
    }
}

static void
test_without_any_enrollment_nobody_is_gone (void)
{
  static const RosterEntry entries[] = {
    { "manifest.csv", "propertyName,value\nfile.users,bulk\nfile.enrollments,bulk\n", NULL },
    { "users.csv", "sourcedId,role,givenName,familyName\na,student,A,A\n", NULL },
    { "classes.csv", "sourcedId,title,courseSourcedId\nk,K,\n", NULL },
    { "enrollments.csv", "classSourcedId,userSourcedId,role\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);

  g_assert_false (pz_roster_may_say_gone (roster));
}

/* by number, then by address; the same people are told once */
static void
test_people_who_may_be_one (void)
{
  static const RosterEntry entries[] = {
    { "users.csv", "sourcedId,status,role,givenName,familyName,email,identifier\n"
                   "a,,student,A,A,one@x.example,7\nb,,student,B,B,ONE@x.example,7\nc,,student,C,C,two@x.example,É9\n"
                   "d,,student,D,D,,é9\ne,,student,E,E,two@x.example,\nf,,student,F,F,alone@x.example,8\n"
                   "g,tobedeleted,student,G,G,alone@x.example,8\nh,,student,H,H,two@x.example,\n", NULL },
  };
  static const struct { gboolean by_email; const char *people; } expected[] = {
    { FALSE, "a b" }, { FALSE, "c d" }, { TRUE, "c e h" },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);
  g_autoptr(GPtrArray) doubles = pz_roster_list_doubles (roster);

  g_assert_cmpuint (doubles->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < doubles->len; i++)
    {
      const PzRosterDouble *one = g_ptr_array_index (doubles, i);

      g_assert_cmpint (one->by_email, ==, expected[i].by_email);
      roster_assert_people (one->people, expected[i].people);
    }
}

/* each pair shares a number and an address: no pair is compared with all others */
static void
test_doubles_of_a_whole_country (void)
{
  g_autoptr(GString) users = g_string_new ("sourcedId,givenName,familyName,email,identifier\n");
  g_autoptr(PzRoster) roster = NULL;
  g_autoptr(GPtrArray) doubles = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (users, "%u,A,B,e%u,n%u\n", i, i / 2, i / 2);
  {
    const RosterEntry entries[] = { { "users.csv", users->str, NULL } };

    roster = ROSTER_LOAD (entries);
  }
  doubles = pz_roster_list_doubles (roster);
  g_assert_cmpuint (doubles->len, ==, 50000);
}

#define ADD(path, function) g_test_add_func ("/exchange/roster/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("an-empty-roster", test_an_empty_roster);
  ADD ("classes-by-title", test_classes_by_title);
  ADD ("classes-of-a-teacher-first", test_classes_of_a_teacher_first);
  ADD ("learners-by-enrollment-or-by-school", test_learners_by_enrollment_or_by_school);
  ADD ("only-a-whole-roster-says-who-is-gone", test_only_a_whole_roster_says_who_is_gone);
  ADD ("without-any-enrollment-nobody-is-gone", test_without_any_enrollment_nobody_is_gone);
  ADD ("people-who-may-be-one", test_people_who_may_be_one);
  ADD ("doubles-of-a-whole-country", test_doubles_of_a_whole_country);
  return g_test_run ();
}

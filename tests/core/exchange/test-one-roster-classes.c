/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "roster-fixture.h"

static void
test_orgs (void)
{
  static const RosterEntry entries[] = {
    { "orgs.csv", "sourcedId,status,name,type,identifier,parentSourcedId\n"
                  "o1,active,Lake School,school,77,d1\n"
                  "o2,tobedeleted,Old School,school,,\n"
                  ",active,No id,school,,\n"
                  "o1,active,Again,school,,\n"
                  "o3,,\u202Eقراءة,,,\n", NULL },
    { "classes.csv", "sourcedId,title,courseSourcedId\nk,K,\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);
  const PzRosterOrg *first = g_ptr_array_index (roster->orgs, 0);

  g_assert_cmpuint (roster->orgs->len, ==, 3);
  g_assert_cmpstr (first->sourced_id, ==, "o1");
  g_assert_cmpstr (first->name, ==, "Lake School");
  g_assert_cmpstr (first->type, ==, "school");
  g_assert_cmpstr (first->identifier, ==, "77");
  g_assert_cmpstr (first->parent_id, ==, "d1");
  g_assert_true (first->active);
  g_assert_false (((const PzRosterOrg *) g_ptr_array_index (roster->orgs, 1))->active);
  g_assert_null (((const PzRosterOrg *) g_ptr_array_index (roster->orgs, 1))->identifier);
  g_assert_cmpstr (((const PzRosterOrg *) g_ptr_array_index (roster->orgs, 2))->name, ==, "\u202eقراءة");
  g_assert_true (g_hash_table_lookup (roster->org_by_id, "o1") == first);
  roster_assert_messages (roster, "orgs.csv", "no-id 4 sourcedId, id-twice 5 sourcedId");
}

static void
test_sessions (void)
{
  static const RosterEntry entries[] = {
    { "academicSessions.csv", "sourcedId,status,title,type,startDate,endDate,parentSourcedId,schoolYear\n"
                              "s1,,Autumn,term,2026-08-17,2027-01-29T00:00:00Z,y1,2027\n"
                              "s2,inactive,Old,term,2025-02-30,soon,,\n"
                              "s1,,Twice,term,,,,\n"
                              ",,,,,,,\n", NULL },
    { "classes.csv", "sourcedId,title,courseSourcedId\nk,K,\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);
  const PzRosterSession *first = g_ptr_array_index (roster->sessions, 0), *second = g_ptr_array_index (roster->sessions, 1);

  g_assert_cmpuint (roster->sessions->len, ==, 2);
  g_assert_cmpstr (first->title, ==, "Autumn");
  g_assert_cmpstr (first->type, ==, "term");
  g_assert_cmpstr (first->start_date, ==, "2026-08-17");
  g_assert_cmpstr (first->end_date, ==, "2027-01-29");
  g_assert_cmpstr (first->parent_id, ==, "y1");
  g_assert_cmpstr (first->school_year, ==, "2027");
  g_assert_true (first->active);
  g_assert_false (second->active);
  g_assert_null (second->start_date);
  g_assert_true (g_hash_table_lookup (roster->session_by_id, "s2") == second);
  roster_assert_messages (roster, "academicSessions.csv",
                          "date-unreadable 3 startDate, date-unreadable 3 endDate, id-twice 4 sourcedId");
}

static void
test_courses (void)
{
  static const RosterEntry entries[] = {
    { "courses.csv", "sourcedId,status,title,courseCode,grades,orgSourcedId,subjects\n"
                     "m,,Maths,M5,\"05, 06\",o1,\"Algebra,,Sets\"\n"
                     ",,No id,,,,\n"
                     "m,,Again,,,,\n"
                     "x,tobedeleted,,,,,\n", NULL },
    { "classes.csv", "sourcedId,title,courseSourcedId\nk,K,m\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);
  const PzRosterCourse *first = g_ptr_array_index (roster->courses, 0);
  g_autofree char *grades = g_strjoinv ("|", first->grades);
  g_autofree char *subjects = g_strjoinv ("|", first->subjects);

  g_assert_cmpuint (roster->courses->len, ==, 2);
  g_assert_cmpstr (first->title, ==, "Maths");
  g_assert_cmpstr (first->course_code, ==, "M5");
  g_assert_cmpstr (first->org_id, ==, "o1");
  g_assert_cmpstr (grades, ==, "05|06");
  g_assert_cmpstr (subjects, ==, "Algebra|Sets");
  g_assert_true (first->active);
  g_assert_false (((const PzRosterCourse *) g_ptr_array_index (roster->courses, 1))->active);
  g_assert_true (pz_roster_find_class (roster, "k")->course == first);
  roster_assert_messages (roster, "courses.csv", "no-id 3 sourcedId, id-twice 4 sourcedId");
}

static void
test_classes_with_all_they_name (void)
{
  static const RosterEntry entries[] = {
    { "orgs.csv", "sourcedId,name,type\no1,Lake School,school\n", NULL },
    { "academicSessions.csv", "sourcedId,title,startDate,endDate\n"
                              "s1,Autumn,2026-08-17,2027-01-29\n"
                              "s2,Spring,2027-02-01,2027-06-29\n", NULL },
    { "courses.csv", "sourcedId,title,courseCode\nm,Maths,M5\n", NULL },
    { "classes.csv", "sourcedId,status,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,periods\n"
                     "k,,\"Maths, 5b\",\"05,06\",m,5b,SCHEDULED,Room 7,o1,\"s2,s1\",Algebra,\"1,2\"\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);
  const PzRosterClass *class_ = pz_roster_find_class (roster, "k");

  g_assert_cmpstr (class_->title, ==, "Maths, 5b");
  g_assert_cmpstr (class_->class_code, ==, "5b");
  g_assert_cmpstr (class_->kind, ==, "scheduled");
  g_assert_cmpstr (class_->location, ==, "Room 7");
  g_assert_cmpstr (class_->grades[1], ==, "06");
  g_assert_cmpstr (class_->subjects[0], ==, "Algebra");
  g_assert_cmpstr (class_->periods[1], ==, "2");
  g_assert_cmpstr (class_->course->title, ==, "Maths");
  g_assert_cmpstr (class_->school->name, ==, "Lake School");
  g_assert_cmpuint (class_->terms->len, ==, 2);
  g_assert_cmpstr (((const PzRosterSession *) g_ptr_array_index (class_->terms, 0))->title, ==, "Spring");
  g_assert_true (class_->active);
  g_assert_cmpuint (class_->line, ==, 2);
  roster_assert_messages (roster, "classes.csv", "");
}

/* they are read all the same, and each name that leads nowhere is told */
static void
test_classes_that_name_what_is_not_there (void)
{
  static const RosterEntry entries[] = {
    { "classes.csv", "sourcedId,status,title,courseSourcedId,schoolSourcedId,termSourcedIds\n"
                     "k,,K,m,o9,\"s1,,s2\"\n"
                     "l,gone,,,,\n"
                     ",,No id,,,\n"
                     "k,,Again,,,\n", NULL },
  };
  g_autoptr(PzRoster) roster = ROSTER_LOAD (entries);
  const PzRosterClass *class_ = pz_roster_find_class (roster, "k");

  g_assert_cmpuint (roster->classes->len, ==, 2);
  g_assert_null (class_->course);
  g_assert_cmpstr (class_->course_id, ==, "m");
  g_assert_null (class_->school);
  g_assert_cmpuint (class_->terms->len, ==, 0);
  g_assert_null (pz_roster_find_class (roster, "l")->title);
  g_assert_true (pz_roster_find_class (roster, "l")->active);
  roster_assert_messages (roster, "classes.csv",
                          "no-such-course 2 courseSourcedId, no-such-org 2 schoolSourcedId, no-such-session 2 termSourcedIds, "
                          "no-such-session 2 termSourcedIds, status-unknown 3 status, no-id 4 sourcedId, id-twice 5 sourcedId");
}

#define ADD(path, function) g_test_add_func ("/exchange/one-roster-classes/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("orgs", test_orgs);
  ADD ("sessions", test_sessions);
  ADD ("courses", test_courses);
  ADD ("classes-with-all-they-name", test_classes_with_all_they_name);
  ADD ("classes-that-name-what-is-not-there", test_classes_that_name_what_is_not_there);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-plan.h"

#include "classroom-fixture.h"
#include "pz-absence.h"
#include "pz-classroom-calendar.h"
#include "pz-regular-week.h"

#define TUESDAY "2026-11-24"

static guint32
day (const char *text)
{
  return pz_day_from_text (text);
}

static const char *
get_text (PzDocument *document,
          guint       field)
{
  return pz_record_get_text (pz_document_get_owner (document), field);
}

static void
save (PzClassroom *classroom)
{
  g_autoptr(GError) error = NULL;

  pz_classroom_save (classroom, "Plan", &error);
  g_assert_no_error (error);
}

/* how many days the calendar of these weeks holds: planned by the week, and in files */
static void
assert_calendar (PzClassroom *classroom,
                 guint        n_regular,
                 guint        n_files)
{
  g_autoptr(GPtrArray) activities = pz_classroom_read_activities (classroom, NULL);
  g_autoptr(PzSchoolDays) days = pz_school_days_new (owner_of (pz_classroom_get_document (classroom)));
  PzDaySpan span = { day ("2026-11-23"), day ("2026-12-20") }; /* four weeks */
  g_autoptr(GPtrArray) found = pz_regular_week_expand (activities, days, &span);
  guint n = 0;

  for (guint i = 0; i < found->len; i++)
    n += ((PzOccurrence *) found->pdata[i])->regular;
  g_assert_cmpuint (n, ==, n_regular);
  g_assert_cmpuint (found->len - n, ==, n_files);
}

static void
test_a_new_one_is_planned (ClassroomFixture *f,
                           gconstpointer     data)
{
  g_autoptr(PzDocument) activity = pz_classroom_plan_activity (f->classroom, "Bridges", day (TUESDAY));

  g_assert_cmpstr (get_text (activity, PZ_ACTIVITY_TITLE), ==, "Bridges");
  g_assert_cmpstr (get_text (activity, PZ_ACTIVITY_DATE), ==, TUESDAY);
  g_assert_cmpstr (get_text (activity, PZ_ACTIVITY_STATE), ==, "planned");
  save (f->classroom);
  assert_calendar (f->classroom, 0, 1);
}

static void
test_repeats_every_week (ClassroomFixture *f,
                         gconstpointer     data)
{
  g_autoptr(PzDocument) activity = pz_classroom_plan_activity (f->classroom, "Bridges", day (TUESDAY));
  g_autoptr(PzDocument) regular = pz_classroom_repeat_activity (f->classroom, activity, 1);

  g_assert_nonnull (regular);
  g_assert_null (pz_classroom_repeat_activity (f->classroom, regular, 1)); /* is regular already */
  save (f->classroom);
  assert_calendar (f->classroom, 3, 1);
  g_assert_true (pz_classroom_undo (f->classroom, NULL)); /* one step for both */
  save (f->classroom);
  assert_calendar (f->classroom, 0, 0);
}

static void
test_without_a_day_there_is_no_week (ClassroomFixture *f,
                                     gconstpointer     data)
{
  g_autoptr(PzDocument) activity = pz_classroom_plan_activity (f->classroom, "Bridges", 0);

  g_assert_null (pz_classroom_repeat_activity (f->classroom, activity, 1));
  save (f->classroom);
}

static void
test_one_day_otherwise_keeps_the_week (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autoptr(PzDocument) activity = pz_classroom_plan_activity (f->classroom, "Bridges", day (TUESDAY));
  g_autoptr(PzDocument) regular = pz_classroom_repeat_activity (f->classroom, activity, 1);
  g_autoptr(PzDocument) other = pz_classroom_plan_regular_day (f->classroom, regular, day ("2026-12-01"));

  pz_record_set_text (owner_of (other), PZ_ACTIVITY_TITLE, "Towers");
  pz_activity_set_day (other, day ("2026-12-02"));
  save (f->classroom);
  g_assert_cmpstr (get_text (regular, PZ_ACTIVITY_TITLE), ==, "Bridges");
  assert_calendar (f->classroom, 2, 2);
}

static void
test_left_out_and_ended (ClassroomFixture *f,
                         gconstpointer     data)
{
  g_autoptr(PzDocument) activity = pz_classroom_plan_activity (f->classroom, "Bridges", day (TUESDAY));
  g_autoptr(PzDocument) regular = pz_classroom_repeat_activity (f->classroom, activity, 1);

  pz_activity_leave_day_out (regular, day ("2026-12-08"));
  save (f->classroom);
  assert_calendar (f->classroom, 2, 1);
  pz_activity_end_repetition (regular, day ("2026-12-14"));
  save (f->classroom);
  assert_calendar (f->classroom, 1, 1);
  pz_activity_end_repetition (regular, 0);
  save (f->classroom);
  assert_calendar (f->classroom, 2, 1);
}

static const char *
get_present (PzDocument *activity,
             const char *learner)
{
  PzRecord *part = pz_activity_find_part (activity, learner, 1);

  return part != NULL ? pz_record_get_text (part, PZ_PARTICIPATION_PRESENT) : NULL;
}

static void
test_what_was_held_says_who_was_there (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *noor = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *left = add_learner (f->classroom, "Lena", "Ros");
  g_autoptr(PzDocument) away = load_learner (f->classroom, noor), archived = load_learner (f->classroom, left);
  g_autoptr(PzDocument) activity = pz_classroom_plan_activity (f->classroom, "News", day (TUESDAY));
  GDate tuesday;

  g_date_clear (&tuesday, 1);
  g_date_set_julian (&tuesday, day (TUESDAY));
  pz_absence_mark (away, &tuesday, &tuesday);
  pz_record_set_flag (owner_of (archived), PZ_LEARNER_ARCHIVED, TRUE);
  save (f->classroom);
  pz_classroom_hold_activity (f->classroom, activity);
  save (f->classroom);
  g_assert_cmpstr (get_text (activity, PZ_ACTIVITY_STATE), ==, "held");
  g_assert_cmpstr (get_present (activity, ada), ==, "yes");
  g_assert_cmpstr (get_present (activity, noor), ==, "no");
  g_assert_null (get_present (activity, left));
}

static void
test_again_with_the_same_groups (ClassroomFixture *f,
                                 gconstpointer     data)
{
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzDocument) activity = pz_classroom_plan_activity (f->classroom, "Bridges", day (TUESDAY));
  g_autoptr(PzDocument) again = NULL;
  PzRecord *part;

  pz_activity_place (activity, ada, 1, pz_activity_add_group (activity, 1, "Arch"));
  pz_classroom_hold_activity (f->classroom, activity);
  again = pz_classroom_plan_again (f->classroom, activity, day ("2026-12-01"));
  g_assert_cmpstr (get_text (again, PZ_ACTIVITY_STATE), ==, "planned");
  g_assert_cmpstr (get_text (again, PZ_ACTIVITY_DATE), ==, "2026-12-01");
  part = pz_activity_find_part (again, ada, 1);
  g_assert_nonnull (pz_record_get_text (part, PZ_PARTICIPATION_GROUP));
  g_assert_null (pz_record_get_text (part, PZ_PARTICIPATION_PRESENT));
  save (f->classroom);
}

static void
test_a_note_of_one_names_all (ClassroomFixture *f,
                              gconstpointer     data)
{
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *noor = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) news = pz_classroom_plan_activity (f->classroom, "News", 0);
  g_autoptr(PzDocument) talks = pz_classroom_plan_activity (f->classroom, "Talks", 0);
  PzRecord *part = pz_classroom_note_part (f->classroom, news, ada, 1);

  g_assert_true (part == pz_activity_find_part (news, ada, 1));
  g_assert_nonnull (pz_activity_find_part (news, noor, 1));
  g_assert_null (get_present (news, noor)); /* nothing is said of who is there */
  pz_record_set_text (owner_of (talks), PZ_ACTIVITY_SETTING, "one-to-one");
  g_assert_nonnull (pz_classroom_note_part (f->classroom, talks, ada, 1));
  g_assert_null (pz_activity_find_part (talks, noor, 1));
  save (f->classroom);
}

static void
test_presence_by_one_touch (ClassroomFixture *f,
                            gconstpointer     data)
{
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *noor = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) news = pz_classroom_plan_activity (f->classroom, "News", 0);
  g_autoptr(PzDocument) talks = pz_classroom_plan_activity (f->classroom, "Talks", 0);
  g_autoptr(PzDocument) groups = pz_classroom_plan_activity (f->classroom, "Bridges", 0);

  pz_classroom_toggle_presence (f->classroom, news, ada, 1); /* everybody is there, but Ada */
  g_assert_cmpstr (get_present (news, ada), ==, "no");
  g_assert_nonnull (pz_activity_find_part (news, noor, 1));
  pz_classroom_toggle_presence (f->classroom, news, ada, 1);
  g_assert_cmpstr (get_present (news, ada), ==, "yes");
  pz_activity_leave (news, noor, 1);
  pz_classroom_toggle_presence (f->classroom, news, noor, 1); /* joins again */
  g_assert_cmpstr (get_present (news, noor), ==, "yes");
  pz_record_set_text (owner_of (talks), PZ_ACTIVITY_SETTING, "one-to-one");
  pz_classroom_toggle_presence (f->classroom, talks, ada, 1); /* nobody came yet */
  g_assert_cmpstr (get_present (talks, ada), ==, "yes");
  pz_record_set_text (owner_of (groups), PZ_ACTIVITY_SETTING, "groups");
  pz_activity_place (groups, noor, 1, pz_activity_add_group (groups, 1, "Arch"));
  pz_classroom_toggle_presence (f->classroom, groups, ada, 1); /* in no group, because she is away */
  g_assert_cmpstr (get_present (groups, ada), ==, "no");
  save (f->classroom);
}

static void
test_who_is_in_the_class (ClassroomFixture *f,
                          gconstpointer     data)
{
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzDocument) document = load_learner (f->classroom, ada);
  g_auto(GStrv) learners = pz_classroom_dup_learners (f->classroom), absent = NULL, none = NULL;
  GDate tuesday;

  g_date_clear (&tuesday, 1);
  g_date_set_julian (&tuesday, day (TUESDAY));
  g_assert_cmpuint (g_strv_length (learners), ==, 1);
  g_assert_cmpstr (learners[0], ==, ada);
  pz_absence_mark (document, &tuesday, &tuesday);
  save (f->classroom);
  absent = pz_classroom_dup_absent (f->classroom, day (TUESDAY));
  none = pz_classroom_dup_absent (f->classroom, day ("2026-11-25"));
  g_assert_cmpuint (g_strv_length (absent), ==, 1);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-plan/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-new-one-is-planned", test_a_new_one_is_planned);
  ADD ("repeats-every-week", test_repeats_every_week);
  ADD ("without-a-day-there-is-no-week", test_without_a_day_there_is_no_week);
  ADD ("one-day-otherwise-keeps-the-week", test_one_day_otherwise_keeps_the_week);
  ADD ("left-out-and-ended", test_left_out_and_ended);
  ADD ("what-was-held-says-who-was-there", test_what_was_held_says_who_was_there);
  ADD ("again-with-the-same-groups", test_again_with_the_same_groups);
  ADD ("a-note-of-one-names-all", test_a_note_of_one_names_all);
  ADD ("presence-by-one-touch", test_presence_by_one_touch);
  ADD ("who-is-in-the-class", test_who_is_in_the_class);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity.h"
#include "pz-sample-private.h"

enum
{
  STREAM_ACTIVITIES = 400,
};

#define GROUP_SIZE 4
/* Days ahead that are planned already. */
#define DAYS_PLANNED 4

/* The regular week: weekday counted from Monday = 0, every so many weeks. */
typedef struct
{
  const char *title;
  const char *setting;
  const char *aims;
  guint weekday;
  guint minutes;
  guint every;
  PzSampleStrategy strategy;
} Plan;

static const Plan plans[] = {
  { "Bridges in our town", "groups", "Build one that holds a dictionary", 1, 45, 1, PZ_SAMPLE_TALKING_STONES },
  { "Reading in pairs", "pairs", "Fluency, and one question for the partner", 0, 20, 1, PZ_SAMPLE_PARTNER_READING },
  { "Weekly plan", "alone", "Own tasks at own pace", 2, 40, 1, PZ_SAMPLE_PLANNING_SHEET },
  { "News of the week", "whole-class", "Tell, listen, ask", 4, 30, 1, PZ_SAMPLE_SMALL_GROUP },
  { "Maths facts on tablets", "alone", "Practice with feedback at once", 3, 15, 1, PZ_SAMPLE_DRILL_TABLET },
  { "Conferences about texts", "one-to-one", "One strength, one next step", 3, 25, 2, PZ_SAMPLE_SMALL_GROUP },
  { "One story, four authors", "groups", "Write in one document and agree on the end", 4, 40, 3, PZ_SAMPLE_SHARED_DOCUMENT },
};

static const char *const group_names[] = {
  "Blue", "Green", "Yellow", "Red", "Violet", "Orange", "White", "Silver",
  "Brown", "Pink", "Grey", "Gold", "Black", "Turquoise", "Cherry", "Lemon",
};
static const char *const roles[GROUP_SIZE] = { "Reader", "Recorder", "Materials", "Timekeeper" };

typedef struct
{
  const PzSampleRun *run;
  PzSampleLearner *learners; /* of the section */
  guint n_learners;
  guint seats[PZ_SAMPLE_SECTION]; /* who sits beside whom: neighbours are the pairs that repeat */
  PzDocument *week[G_N_ELEMENTS (plans)]; /* the regular activities, made on their first day; not owned */
  PzDocument *document; /* not owned */
  guint32 day;
  gboolean held;
  PzRandom random;
} Lesson;

static PzRecord *
add_participation (Lesson     *lesson,
                   guint       who,
                   const char *group,
                   const char *role)
{
  const PzSampleLearner *learner = &lesson->learners[who];
  PzRecord *record = pz_document_add (lesson->document, PZ_RECORD_PARTICIPATION);

  pz_record_set_text (record, PZ_PARTICIPATION_LEARNER, learner->id);
  pz_record_set_number (record, PZ_PARTICIPATION_ROUND, 1);
  if (group != NULL)
    pz_record_set_text (record, PZ_PARTICIPATION_GROUP, group);
  if (role != NULL)
    pz_record_set_text (record, PZ_PARTICIPATION_ROLE, role);
  if (lesson->held)
    pz_record_set_text (record, PZ_PARTICIPATION_PRESENT, pz_sample_is_absent (learner, lesson->day) ? "no" : "yes");
  return record;
}

static PzRecord *
add_group (Lesson *lesson,
           guint   number)
{
  PzRecord *group = pz_document_add (lesson->document, PZ_RECORD_GROUP);
  const char position[] = { (char) ('b' + number), '\0' };

  pz_record_set_number (group, PZ_GROUP_ROUND, 1);
  pz_record_set_text (group, PZ_GROUP_NAME, group_names[number % G_N_ELEMENTS (group_names)]);
  pz_record_set_text (group, PZ_GROUP_POSITION, position);
  return group;
}

/* everybody but the isolate, who finds no partner; early in the term somebody still took care of that */
static guint
list_partners (Lesson *lesson,
               guint  *numbers)
{
  gboolean early = lesson->day < lesson->run->term_start + 14;
  guint n_numbers = 0;

  for (guint i = 0; i < lesson->n_learners; i++)
    if (early || !lesson->learners[lesson->seats[i]].isolate)
      numbers[n_numbers++] = lesson->seats[i];
  return n_numbers;
}

/* neighbours stay together, week after week; every fifth time the pairs are mixed */
static void
add_pairs (Lesson *lesson)
{
  guint numbers[PZ_SAMPLE_SECTION];
  guint n_numbers = list_partners (lesson, numbers);
  PzRecord *group = NULL;

  if (pz_sample_chance (&lesson->random, 20))
    pz_sample_shuffle (&lesson->random, numbers, n_numbers);
  for (guint i = 0; i + n_numbers % 2 < n_numbers; i++)
    {
      if (i % 2 == 0)
        group = add_group (lesson, i / 2);
      add_participation (lesson, numbers[i], pz_record_get_id (group), NULL);
    }
}

/* by chance, but readers are read to by readers: the first role goes to who is seen often */
static void
add_groups (Lesson *lesson)
{
  guint numbers[PZ_SAMPLE_SECTION];
  guint n_numbers = list_partners (lesson, numbers);
  guint n_groups = MAX (n_numbers / GROUP_SIZE, 1);
  PzRecord *groups[PZ_SAMPLE_SECTION];

  pz_sample_shuffle (&lesson->random, numbers, n_numbers);
  for (guint i = 0; i < n_groups; i++)
    groups[i] = add_group (lesson, i);
  for (guint i = 0; i < n_numbers; i++)
    {
      PzSampleLearner *learner = &lesson->learners[numbers[i]];
      guint role = learner->attention == PZ_SAMPLE_SEEN_OFTEN ? 0 : i / n_groups % GROUP_SIZE;
      PzRecord *record = add_participation (lesson, numbers[i], pz_record_get_id (groups[i % n_groups]), roles[role]);

      if (lesson->held && pz_sample_chance (&lesson->random, 25))
        pz_record_set_number (record, PZ_PARTICIPATION_CONTRIBUTION, pz_sample_between (&lesson->random, 1, 5));
    }
}

static void
add_everybody (Lesson *lesson)
{
  for (guint i = 0; i < lesson->n_learners; i++)
    add_participation (lesson, i, NULL, NULL);
}

/* the teacher asks whom she sees: those she sees anyway come first */
static void
add_conferences (Lesson *lesson)
{
  guint numbers[PZ_SAMPLE_SECTION];
  guint given = 0;

  for (guint i = 0; i < lesson->n_learners; i++)
    numbers[i] = i;
  pz_sample_shuffle (&lesson->random, numbers, lesson->n_learners);
  for (guint i = 0; i < lesson->n_learners && given < 4; i++)
    if (lesson->learners[numbers[i]].attention != PZ_SAMPLE_SEEN_SELDOM)
      {
        add_participation (lesson, numbers[i], NULL, NULL);
        given++;
      }
}

static void
set_plan (const Lesson *lesson,
          const Plan   *plan,
          PzRecord     *record)
{
  pz_record_set_text (record, PZ_ACTIVITY_TITLE, plan->title);
  pz_sample_set_day (record, PZ_ACTIVITY_DATE, lesson->day);
  pz_record_set_number (record, PZ_ACTIVITY_MINUTES, plan->minutes);
  pz_record_set_text (record, PZ_ACTIVITY_SETTING, plan->setting);
  pz_record_set_add (record, PZ_ACTIVITY_STRATEGIES, lesson->run->strategies[plan->strategy]);
  pz_record_set_text (record, PZ_ACTIVITY_AIMS, plan->aims);
}

/* fills the calendar beyond the days that are planned one by one */
static void
fill_regular (const Lesson *lesson,
              const Plan   *plan,
              PzDocument   *document)
{
  PzRecord *record = pz_document_get_owner (document);

  set_plan (lesson, plan, record);
  pz_record_set_text (record, PZ_ACTIVITY_STATE, "planned");
  pz_activity_set_repeats (record, plan->every);
}

static void
fill_activity (Lesson     *lesson,
               const Plan *plan,
               const char *regular)
{
  PzRecord *record = pz_document_get_owner (lesson->document);

  set_plan (lesson, plan, record);
  pz_record_set_text (record, PZ_ACTIVITY_STATE, lesson->held ? "held" : "planned");
  pz_record_set_text (record, PZ_ACTIVITY_REGULAR, regular);
  pz_sample_set_day (record, PZ_ACTIVITY_REGULAR_DAY, lesson->day);
  if (g_str_equal (plan->setting, "groups"))
    {
      pz_record_set_number (record, PZ_ACTIVITY_ROUNDS, 1);
      pz_record_set_number (record, PZ_ACTIVITY_SEED, pz_random_below (&lesson->random, 100000));
      pz_record_set_add (record, PZ_ACTIVITY_GOALS, lesson->run->shared_goals[0]);
      add_groups (lesson);
    }
  else if (g_str_equal (plan->setting, "pairs"))
    add_pairs (lesson);
  else if (g_str_equal (plan->setting, "one-to-one"))
    add_conferences (lesson);
  else
    add_everybody (lesson);
}

static gboolean
is_due (const PzSampleRun *run,
        const Plan        *plan,
        guint32            day)
{
  return (day - 1) % 7 == plan->weekday && (day - run->term_start) / 7 % plan->every == 0 && pz_sample_is_school_day (run, day);
}

/**
 * pz_sample_add_activities:
 * @section: of these learners, whose documents are written
 *
 * The weeks of one section, from the first day to a few days ahead, and saved.
 *
 * Returns: %FALSE when saving failed
 */
gboolean
pz_sample_add_activities (PzSampleRun  *run,
                          guint         section,
                          GError      **error)
{
  guint first = section * PZ_SAMPLE_SECTION;
  Lesson lesson = { .run = run, .learners = run->learners + first };

  lesson.n_learners = MIN (PZ_SAMPLE_SECTION, run->options.n_learners - first);
  pz_sample_stream (&lesson.random, run, STREAM_ACTIVITIES, section);
  for (guint i = 0; i < lesson.n_learners; i++)
    lesson.seats[i] = i;
  pz_sample_shuffle (&lesson.random, lesson.seats, lesson.n_learners);
  for (lesson.day = run->term_start; lesson.day <= run->today + DAYS_PLANNED; lesson.day++)
    for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
      if (is_due (run, &plans[i], lesson.day))
        {
          if (lesson.week[i] == NULL)
            {
              lesson.week[i] = pz_sample_add_document (run, PZ_DOCUMENT_ACTIVITY);
              fill_regular (&lesson, &plans[i], lesson.week[i]);
            }
          lesson.document = pz_sample_add_document (run, PZ_DOCUMENT_ACTIVITY);
          lesson.held = lesson.day < run->today;
          fill_activity (&lesson, &plans[i], pz_document_get_id (lesson.week[i]));
        }
  return pz_sample_save (run, error);
}

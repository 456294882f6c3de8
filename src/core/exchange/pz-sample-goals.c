/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sample-private.h"
#include "pz-sample-course-private.h"

enum
{
  STREAM_GOALS = 200,
  STREAM_COURSES, /* and one more for each goal of the list below */
};

/* A goal that is given to many. Values in thousandths of the unit of the measure; shares in thousandths of percent. */
typedef struct
{
  const char *title;
  const char *condition;
  const char *behaviour;
  const char *criterion;
  PzSampleMeasure measure;
  gint64 baseline;  /* of a learner of middle ability */
  gint64 ability;   /* added for each thousand of ability */
  gint64 gain;      /* wanted in the whole term; negative where less is better */
  gint64 spread;    /* of the noise of one measurement */
  guint out_of;     /* a percent measured as so many of this number; 0: a plain value */
  guint occasions;
  guint every;      /* days between measurements */
  PzSampleStrategy strategies[2]; /* the first phase and the change */
} Goal;

enum { GOAL_READS, GOAL_ANSWERS };

static const Goal goals[PZ_SAMPLE_MAX_GOALS] = {
  [GOAL_READS] = { "Reads aloud fluently", "Given a new passage of the class reader", "reads aloud for one minute",
    "so many words correctly on 3 occasions in a row", PZ_SAMPLE_WORDS_PER_MINUTE, 66000, 17000, 24000, 2600, 0, 3, 7,
    { PZ_SAMPLE_PARTNER_READING, PZ_SAMPLE_VIDEO_LESSONS } },
  [GOAL_ANSWERS] = { "Answers questions after reading", "Given a text of one page and 10 questions", "answers in own words",
    "8 of 10 on 3 occasions in a row", PZ_SAMPLE_ANSWERS, 52000, 6000, 30000, 7000, 0, 3, 7,
    { PZ_SAMPLE_SMALL_GROUP, PZ_SAMPLE_TEXT_TO_SPEECH } },
  { "Knows the multiplication facts", "Given 20 mixed facts and two minutes", "writes the answers",
    "18 of 20 on 3 occasions in a row", PZ_SAMPLE_FACTS, 50000, 10000, 40000, 5500, 20, 3, 7,
    { PZ_SAMPLE_SQUARED_PAPER, PZ_SAMPLE_DRILL_TABLET } },
  { "Asks for help when stuck", "In independent work", "shows the help card or raises a hand before giving up",
    "4 times a lesson in 3 lessons in a row", PZ_SAMPLE_HELP_ASKED, 1300, 300, 3000, 800, 0, 3, 7,
    { PZ_SAMPLE_SMALL_GROUP, PZ_SAMPLE_HELP_CARDS } },
  { "Writes with paragraphs", "Given a plan of own ideas", "writes one page in paragraphs that each have one idea",
    "level 3 in 2 texts in a row", PZ_SAMPLE_PARAGRAPHS, 1700, 350, 1500, 420, 0, 2, 14,
    { PZ_SAMPLE_PLANNING_SHEET, PZ_SAMPLE_SHARED_DOCUMENT } },
  { "Brings homework", "After lessons with homework", "hands it in before the first lesson",
    "4 of 5 days in 2 weeks", PZ_SAMPLE_HOMEWORK, 480, 120, 400, 380, 0, 8, 7,
    { PZ_SAMPLE_PICTURE_TIMETABLE, PZ_SAMPLE_VIDEO_LESSONS } },
  { "Starts work within two minutes", "When the task was explained and is on the board", "begins to write or read",
    "within 2 minutes on 4 days in a row", PZ_SAMPLE_MINUTES_TO_START, 8500, -900, -6500, 1100, 0, 4, 7,
    { PZ_SAMPLE_HELP_CARDS, PZ_SAMPLE_PICTURE_TIMETABLE } },
  { "Speaks in a group of four", "In a group with talking stones", "says own ideas and asks back",
    "the expected level or better, twice in a row", PZ_SAMPLE_TAKES_PART, -1500, 250, 2000, 600, 0, 2, 10,
    { PZ_SAMPLE_SMALL_GROUP, PZ_SAMPLE_TALKING_STONES } },
  { "Explains how it was solved", "Given a word problem with several steps", "tells each step and why",
    "5 of 6 steps on 3 occasions in a row", PZ_SAMPLE_STEPS_EXPLAINED, 1900, 500, 3000, 700, 0, 3, 7,
    { PZ_SAMPLE_SQUARED_PAPER, PZ_SAMPLE_VIDEO_LESSONS } },
  { "Multiplies two-digit numbers", "Given 16 tasks on squared paper", "multiplies in columns",
    "15 of 16 on 2 occasions in a row", PZ_SAMPLE_FACTS, 45000, 9000, 45000, 6500, 16, 2, 7,
    { PZ_SAMPLE_DRILL_TABLET, PZ_SAMPLE_SQUARED_PAPER } },
  { "Spells the words of the week", "Given 20 words of the week by dictation", "writes them",
    "18 of 20 on 3 occasions in a row", PZ_SAMPLE_FACTS, 58000, 9000, 28000, 6000, 20, 3, 7,
    { PZ_SAMPLE_PLANNING_SHEET, PZ_SAMPLE_DRILL_TABLET } },
  { "Reads numbers from a chart", "Given a chart from a newspaper and 10 questions", "answers with number and unit",
    "8 of 10 on 3 occasions in a row", PZ_SAMPLE_ANSWERS, 46000, 8000, 34000, 6500, 0, 3, 7,
    { PZ_SAMPLE_LARGER_PRINT, PZ_SAMPLE_TEXT_TO_SPEECH } },
};

/* the least and the greatest value of each measure, in thousandths, and the step it is written in */
static const struct { gint64 minimum, maximum, step; } bounds[PZ_SAMPLE_N_MEASURES] = {
  [PZ_SAMPLE_WORDS_PER_MINUTE] = { 0, 250000, 1000 }, [PZ_SAMPLE_HELP_ASKED] = { 0, 20000, 1000 },
  [PZ_SAMPLE_FACTS] = { 0, 100000, 1000 },            [PZ_SAMPLE_PARAGRAPHS] = { 1000, 4000, 1000 },
  [PZ_SAMPLE_HOMEWORK] = { 0, 1000, 1000 },           [PZ_SAMPLE_ANSWERS] = { 0, 100000, 1000 },
  [PZ_SAMPLE_MINUTES_TO_START] = { 0, 60000, 500 },   [PZ_SAMPLE_TAKES_PART] = { -2000, 2000, 1000 },
  [PZ_SAMPLE_STEPS_EXPLAINED] = { 0, 6000, 1000 },
};

static double
to_value (PzSampleMeasure measure,
          gint64          thousandths)
{
  gint64 step = bounds[measure].step;
  gint64 shifted = CLAMP (thousandths, bounds[measure].minimum, bounds[measure].maximum) - bounds[measure].minimum;

  return (double) ((shifted + step / 2) / step * step + bounds[measure].minimum) / 1000;
}

static PzRecord *
add_goal_record (const PzSampleRun     *run,
                 const PzSampleLearner *learner,
                 const Goal            *goal,
                 const PzSampleCourse  *course,
                 PzDocument            *document)
{
  PzRecord *record = pz_document_add (document, PZ_RECORD_GOAL);
  g_auto(GStrv) needs = pz_record_dup_set (pz_document_get_owner (document), PZ_LEARNER_NEEDS);
  g_auto(GStrv) interests = pz_record_dup_set (pz_document_get_owner (document), PZ_LEARNER_INTERESTS);

  pz_record_set_text (record, PZ_GOAL_TITLE, goal->title);
  pz_record_set_text (record, PZ_GOAL_CONDITION, goal->condition);
  pz_record_set_text (record, PZ_GOAL_BEHAVIOUR, goal->behaviour);
  pz_record_set_text (record, PZ_GOAL_CRITERION, goal->criterion);
  pz_record_set_number (record, PZ_GOAL_OCCASIONS, goal->occasions);
  pz_record_set_text (record, PZ_GOAL_MEASURE, run->measures[goal->measure]);
  pz_record_set_number (record, PZ_GOAL_BASELINE, to_value (goal->measure, course->baseline));
  pz_record_set_number (record, PZ_GOAL_TARGET, to_value (goal->measure, course->baseline + goal->gain));
  pz_sample_set_day (record, PZ_GOAL_START, course->start);
  pz_sample_set_day (record, PZ_GOAL_TARGET_DATE, run->term_end);
  pz_record_set_text (record, PZ_GOAL_STATE, course->kind == PZ_SAMPLE_COURSE_STALE && learner->index % 3 == 0 ? "paused" : "active");
  pz_record_set_number (record, PZ_GOAL_REVIEW_EVERY, goal->every);
  pz_sample_set_standard (record);
  if (needs[0] != NULL)
    pz_record_set_add (record, PZ_GOAL_NEEDS, needs[0]);
  if (interests[0] != NULL)
    pz_record_set_add (record, PZ_GOAL_INTERESTS, interests[0]);
  return record;
}

static void
add_phase (const PzSampleRun *run,
           PzDocument        *document,
           PzRecord          *goal,
           guint32            start,
           const char        *strategy,
           const char        *note)
{
  PzRecord *phase = pz_document_add (document, PZ_RECORD_PHASE);

  pz_record_set_text (phase, PZ_PHASE_GOAL, pz_record_get_id (goal));
  pz_sample_set_day (phase, PZ_PHASE_START, start);
  pz_record_set_text (phase, PZ_PHASE_STRATEGY, strategy);
  pz_record_set_text (phase, PZ_PHASE_NOTE, note);
}

static void
add_steps (PzDocument            *document,
           PzRecord              *goal,
           const Goal            *plan,
           const PzSampleCourse  *course,
           const PzSampleRun     *run)
{
  static const char *const gas[] = {
    "Says nothing in the group", "Answers when asked by name", "Says an own idea in each lesson",
    "Says own ideas and asks one question back", "Leads the talk and brings others in",
  };
  guint32 half = course->start + (run->term_end - course->start) / 2;

  if (plan->measure == PZ_SAMPLE_TAKES_PART)
    for (int level = -2; level <= 2; level++)
      {
        PzRecord *step = pz_document_add (document, PZ_RECORD_GAS_LEVEL);

        pz_record_set_text (step, PZ_GAS_LEVEL_GOAL, pz_record_get_id (goal));
        pz_record_set_number (step, PZ_GAS_LEVEL_LEVEL, level);
        pz_record_set_text (step, PZ_GAS_LEVEL_TEXT, gas[level + 2]);
      }
  else if (plan->occasions == 3)
    {
      PzRecord *step = pz_document_add (document, PZ_RECORD_MILESTONE);

      pz_record_set_text (step, PZ_MILESTONE_GOAL, pz_record_get_id (goal));
      pz_record_set_text (step, PZ_MILESTONE_TEXT, "Half of the way");
      pz_sample_set_day (step, PZ_MILESTONE_DATE, half);
      pz_record_set_text (step, PZ_MILESTONE_POSITION, "m");
      if (half < run->today && course->kind == PZ_SAMPLE_COURSE_MET)
        pz_sample_set_day (step, PZ_MILESTONE_REACHED, half);
    }
}

/* how it was measured, and what the number does not say */
static void
add_circumstances (const Goal *goal,
                   PzRecord   *measurement,
                   PzRandom   *random)
{
  static const char *const remarks[] = {
    "Tired after the swimming lesson.", "Asked to try again.", "New kind of text.", "Was proud.", "Noise in the corridor.",
  };

  pz_record_set_text (measurement, PZ_MEASUREMENT_EVIDENCE,
                      goal->measure == PZ_SAMPLE_PARAGRAPHS ? "product"
                      : goal->out_of > 0 ? "quiz" : pz_sample_chance (random, 8) ? "self-assessment" : "observation");
  pz_record_set_text (measurement, PZ_MEASUREMENT_INDEPENDENCE, pz_sample_chance (random, 12) ? "with-help" : "alone");
  if (pz_sample_chance (random, 2))
    {
      pz_record_set_flag (measurement, PZ_MEASUREMENT_NOT_VALID, TRUE);
      pz_record_set_text (measurement, PZ_MEASUREMENT_NOTE, "Fire drill in the middle, does not count.");
    }
  else if (pz_sample_chance (random, 6))
    pz_record_set_text (measurement, PZ_MEASUREMENT_NOTE, remarks[pz_random_below (random, G_N_ELEMENTS (remarks))]);
}

static void
add_measurement (const Goal *goal,
                 PzDocument *document,
                 PzRecord   *record,
                 guint32     day,
                 gint64      value,
                 PzRandom   *random)
{
  PzRecord *measurement = pz_document_add (document, PZ_RECORD_MEASUREMENT);
  double number = to_value (goal->measure, value);

  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (record));
  pz_sample_set_day (measurement, PZ_MEASUREMENT_DATE, day);
  if (goal->out_of > 0)
    {
      gint64 hits = (CLAMP (value, 0, 100000) * goal->out_of + 50000) / 100000;

      pz_record_set_number (measurement, PZ_MEASUREMENT_VALUE, (double) hits);
      pz_record_set_number (measurement, PZ_MEASUREMENT_OUT_OF, goal->out_of);
    }
  else
    pz_record_set_number (measurement, PZ_MEASUREMENT_VALUE, number);
  /* random is NULL where only the numbers are wanted */
  if (random != NULL)
    add_circumstances (goal, measurement, random);
}

/* what this learner brings to this goal: level, pace, and how the change of the teaching goes together with the scores */
static void
plan_course (const PzSampleRun     *run,
             const PzSampleLearner *learner,
             guint                  which,
             PzRandom              *random,
             PzSampleCourse        *course)
{
  const Goal *goal = &goals[which];

  pz_sample_course_init (course, run, learner, random);
  course->baseline = goal->baseline + goal->ability * learner->ability / 1000 + pz_sample_noise (random, goal->spread);
  course->baseline = CLAMP (course->baseline, bounds[goal->measure].minimum, bounds[goal->measure].maximum);
  course->gain = goal->gain;
  course->spread = goal->spread;
  course->every = goal->every;
  if (which == GOAL_READS)
    pz_sample_course_make_steady (course, run, learner, random);
  else if (which == GOAL_ANSWERS && learner->speech != PZ_SAMPLE_NO_SPEECH)
    pz_sample_course_make_phases (course, run, learner, random);
}

static void
add_goal (const PzSampleRun     *run,
          const PzSampleLearner *learner,
          guint                  which,
          PzDocument            *document)
{
  const Goal *goal = &goals[which];
  g_autoptr(GArray) days = NULL;
  PzSampleCourse course;
  PzRecord *record;
  PzRandom random;

  pz_sample_stream (&random, run, STREAM_COURSES + which, learner->index);
  plan_course (run, learner, which, &random, &course);
  record = add_goal_record (run, learner, goal, &course, document);
  add_phase (run, document, record, course.start, run->strategies[goal->strategies[0]], "As planned with the learner");
  if (course.change > 0)
    add_phase (run, document, record, course.change, run->strategies[goal->strategies[1]],
               course.jump < 0 ? "Asked for it and wants to try" : "Four points below the line, so something new");
  add_steps (document, record, goal, &course, run);
  days = pz_sample_course_dup_days (&course, run, learner, &random);
  for (guint i = 0; i < days->len; i++)
    {
      guint32 day = g_array_index (days, guint32, i);

      /* a number of measurements is asked for to measure programs: then they are as plain as most are in life */
      add_measurement (goal, document, record, day, pz_sample_course_value (&course, run, day, &random),
                       run->options.n_measurements > 0 ? NULL : &random);
    }
}

/**
 * pz_sample_add_goals:
 * @document: of @learner, with needs and interests set
 *
 * Goals with their phases, steps and histories. Nearly everybody reads aloud, so that a class can be compared.
 */
void
pz_sample_add_goals (const PzSampleRun *run,
                     PzSampleLearner   *learner,
                     PzDocument        *document)
{
  guint others[PZ_SAMPLE_MAX_GOALS - 2];
  guint n_goals = run->options.n_goals;
  guint given = 0;
  PzRandom random;

  pz_sample_stream (&random, run, STREAM_GOALS, learner->index);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    others[i] = i + 2;
  pz_sample_shuffle (&random, others, G_N_ELEMENTS (others));
  if (n_goals == 0)
    n_goals = 1 + (learner->n_needs + pz_random_below (&random, 2)) / 2 + (learner->speech != PZ_SAMPLE_NO_SPEECH);

  if (run->options.n_goals > 0 || pz_sample_chance (&random, 93))
    {
      add_goal (run, learner, GOAL_READS, document);
      given++;
    }
  if (given < n_goals && (run->options.n_goals > 1 || learner->speech != PZ_SAMPLE_NO_SPEECH))
    {
      add_goal (run, learner, GOAL_ANSWERS, document);
      given++;
    }
  for (guint i = 0; given < n_goals; i++, given++)
    add_goal (run, learner, others[i], document);
}

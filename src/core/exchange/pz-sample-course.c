/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sample-course-private.h"

static PzSampleCourseKind
draw_kind (PzRandom *random)
{
  guint draw = pz_random_below (random, 100);

  return draw < 42 ? PZ_SAMPLE_COURSE_ON_THE_WAY
         : draw < 60 ? PZ_SAMPLE_COURSE_FLAT
         : draw < 70 ? PZ_SAMPLE_COURSE_NOISY
         : draw < 82 ? PZ_SAMPLE_COURSE_MET
         : draw < 91 ? PZ_SAMPLE_COURSE_FEW : PZ_SAMPLE_COURSE_STALE;
}

/* never before the term; a function, because a macro would draw the number twice */
static guint32
days_before_today (const PzSampleRun *run,
                   int                n_days)
{
  return MAX (run->today - (guint32) n_days, run->term_start);
}

/**
 * pz_sample_course_init:
 * @self: (out caller-allocates): a course without values; baseline, gain, spread and every are the caller's to set
 *
 * Draws what becomes of a goal: when it began, how fast it goes, whether the teaching changed on the way.
 */
void
pz_sample_course_init (PzSampleCourse        *self,
                       const PzSampleRun     *run,
                       const PzSampleLearner *learner,
                       PzRandom              *random)
{
  static const gint64 paces[] = { 1050, 100, 700, 1900, 800, 800 };
  guint32 days = run->today - run->term_start;

  *self = (PzSampleCourse) { 0 };
  self->kind = draw_kind (random);
  self->pace = paces[self->kind] + pz_sample_noise (random, 120);
  self->start = run->term_start + (guint32) pz_sample_between (random, 0, 6);
  self->stop = run->today;
  if (self->kind == PZ_SAMPLE_COURSE_FEW)
    self->start = days_before_today (run, pz_sample_between (random, 6, 17));
  if (self->kind == PZ_SAMPLE_COURSE_STALE)
    self->stop = days_before_today (run, pz_sample_between (random, 24, 40));
  /* who does not move gets another way of teaching, mostly */
  if (self->kind != PZ_SAMPLE_COURSE_FEW && pz_sample_chance (random, self->kind == PZ_SAMPLE_COURSE_FLAT ? 70 : 25))
    self->change = self->start + days * (guint32) pz_sample_between (random, 45, 60) / 100;
}

/**
 * pz_sample_course_make_steady:
 *
 * The measure of the whole class: from the first week to the last, at a pace that depends on the access at home, so
 * that a distance that was small in the beginning grows.
 */
void
pz_sample_course_make_steady (PzSampleCourse        *self,
                              const PzSampleRun     *run,
                              const PzSampleLearner *learner,
                              PzRandom              *random)
{
  if (pz_sample_chance (random, 94))
    {
      self->kind = learner->unsteady_access ? PZ_SAMPLE_COURSE_FLAT : PZ_SAMPLE_COURSE_ON_THE_WAY;
      self->start = run->term_start + (guint32) pz_sample_between (random, 0, 4);
      self->stop = run->today;
      self->pace = (learner->unsteady_access ? 250 : 1150) + pz_sample_noise (random, 180);
      self->change = run->term_start + (run->today - run->term_start) / 6;
    }
}

/**
 * pz_sample_course_make_phases:
 *
 * Enough points before and after one change of the teaching, which begins on different days for different learners;
 * the scores move up from there, for some of them down.
 */
void
pz_sample_course_make_phases (PzSampleCourse        *self,
                              const PzSampleRun     *run,
                              const PzSampleLearner *learner,
                              PzRandom              *random)
{
  guint32 days = run->today - run->term_start;

  self->kind = PZ_SAMPLE_COURSE_FLAT;
  self->start = run->term_start;
  self->stop = run->today;
  self->pace = 60;
  self->every = 5;
  self->change = run->term_start + days * (40 + 6 * (learner->index % 3)) / 100;
  self->jump = learner->speech == PZ_SAMPLE_SPEECH_HELPS ? 19000 : -15000;
  self->jump += pz_sample_noise (random, 2500);
}

static guint32
next_school_day (const PzSampleRun *run,
                 guint32            day)
{
  while (!pz_sample_is_school_day (run, day) && day < run->today)
    day++;
  return day;
}

/* exactly as many as were asked for, evenly over the time; days may be met twice, absences are not looked at */
static GArray *
spread_days (const PzSampleRun *run,
             guint              n_days)
{
  GArray *days = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_days);

  for (guint i = 0; i < n_days; i++)
    {
      guint32 day = next_school_day (run, run->term_start + (run->today - run->term_start) * i / n_days);

      g_array_append_val (days, day);
    }
  return days;
}

/**
 * pz_sample_course_dup_days:
 *
 * Returns: (transfer full) (element-type guint32): the days of the measurements, rising; no closed days, and no days
 *   @learner was away unless a number of measurements was asked for
 */
GArray *
pz_sample_course_dup_days (const PzSampleCourse  *self,
                           const PzSampleRun     *run,
                           const PzSampleLearner *learner,
                           PzRandom              *random)
{
  GArray *days;
  guint32 last = 0;

  if (run->options.n_measurements > 0)
    return spread_days (run, run->options.n_measurements);
  days = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 day = self->start; day <= self->stop; day += self->every)
    {
      guint32 shifted = next_school_day (run, day + (guint32) pz_sample_between (random, 0, 1));

      if (shifted > last && shifted <= self->stop && pz_sample_is_school_day (run, shifted)
          && !pz_sample_is_absent (learner, shifted))
        {
          g_array_append_val (days, shifted);
          last = shifted;
        }
    }
  return days;
}

/**
 * pz_sample_course_value:
 * @day: not before the start
 *
 * Returns: a score of that day, in thousandths, not yet rounded or held in bounds
 */
gint64
pz_sample_course_value (const PzSampleCourse *self,
                        const PzSampleRun    *run,
                        guint32               day,
                        PzRandom             *random)
{
  gint64 term = MAX (run->term_end - self->start, 1);
  gint64 passed = day > self->start ? day - self->start : 0;
  gint64 spread = self->kind == PZ_SAMPLE_COURSE_NOISY ? self->spread * 3 : self->spread;
  gint64 made = self->gain * self->pace / 1000 * passed / term;

  if (self->kind == PZ_SAMPLE_COURSE_MET && ABS (made) > ABS (self->gain))
    made = self->gain * 21 / 20;
  if (self->change > 0 && day >= self->change)
    made += self->jump;
  return self->baseline + made + pz_sample_noise (random, spread);
}

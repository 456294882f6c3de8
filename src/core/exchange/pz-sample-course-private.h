/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sample-private.h"

G_BEGIN_DECLS

typedef enum
{
  PZ_SAMPLE_COURSE_ON_THE_WAY,
  PZ_SAMPLE_COURSE_FLAT,
  PZ_SAMPLE_COURSE_NOISY,
  PZ_SAMPLE_COURSE_MET,
  PZ_SAMPLE_COURSE_FEW,   /* fewer points than anything can be said with */
  PZ_SAMPLE_COURSE_STALE, /* not measured for weeks */
} PzSampleCourseKind;

/* How the scores of one goal go over the weeks. Values in thousandths of a unit, days as Julian days. */
typedef struct
{
  PzSampleCourseKind kind;
  guint32 start;
  guint32 change;  /* first day of the second phase; 0: none */
  guint32 stop;    /* no measurement after it */
  gint64 baseline;
  gint64 gain;     /* what the goal asks for until the end of the term */
  gint64 pace;     /* share of the gain that is made, in thousandths */
  gint64 spread;
  gint64 jump;     /* added from the change on */
  guint every;     /* days between measurements */
} PzSampleCourse;

void    pz_sample_course_init        (PzSampleCourse        *self,
                                      const PzSampleRun     *run,
                                      const PzSampleLearner *learner,
                                      PzRandom              *random);
void    pz_sample_course_make_steady (PzSampleCourse        *self,
                                      const PzSampleRun     *run,
                                      const PzSampleLearner *learner,
                                      PzRandom              *random);
void    pz_sample_course_make_phases (PzSampleCourse        *self,
                                      const PzSampleRun     *run,
                                      const PzSampleLearner *learner,
                                      PzRandom              *random);
GArray *pz_sample_course_dup_days    (const PzSampleCourse  *self,
                                      const PzSampleRun     *run,
                                      const PzSampleLearner *learner,
                                      PzRandom              *random);
gint64  pz_sample_course_value       (const PzSampleCourse  *self,
                                      const PzSampleRun     *run,
                                      guint32                day,
                                      PzRandom              *random);

G_END_DECLS

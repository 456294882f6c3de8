/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-conference.h"

G_BEGIN_DECLS

/* What tests of the conference share: Noor, who reads aloud, on 23 November 2026, in a class that counts words. */
typedef struct
{
  PzDocument *classroom;
  PzDocument *learner;
  PzRecord *measure;
  PzConferenceLook look;
} ConferenceFixture;

void          conference_fixture_set_up    (ConferenceFixture *self);
void          conference_fixture_tear_down (ConferenceFixture *self);
PzRecord     *conference_fixture_add_goal  (ConferenceFixture *self,
                                            const char        *behaviour);
PzRecord     *conference_fixture_measure   (ConferenceFixture *self,
                                            PzRecord          *goal,
                                            const char        *date,
                                            double             value);
PzRecord     *conference_fixture_say       (ConferenceFixture *self,
                                            PzRecord          *goal,
                                            const char        *date,
                                            const char        *kind,
                                            const char        *text);
PzConference *conference_fixture_make      (ConferenceFixture *self,
                                            guint              n_goals,
                                            const char        *behaviour,
                                            const char        *words);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange-fixture.h"
#include "pz-import-fields.h"

/* A class with one learner, who is open, and somebody of a roster of whom nothing is said yet. */
typedef struct
{
  Fixture base;
  PzClassroom *classroom;
  PzDocument *document;
  PzRecord *learner;
  PzRosterPerson *person;
} LearnerFixture;

static inline void
learner_set_up (LearnerFixture *f,
                gconstpointer   data)
{
  fixture_set_up (&f->base, data);
  f->classroom = pz_classroom_create (f->base.environment, "Class 5b", NULL);
  f->document = pz_classroom_add (f->classroom, PZ_DOCUMENT_LEARNER);
  f->learner = pz_document_get_owner (f->document);
  f->person = pz_roster_person_new ();
}

static inline void
learner_tear_down (LearnerFixture *f,
                   gconstpointer   data)
{
  pz_roster_person_free (f->person);
  g_object_unref (f->document);
  g_assert_finalize_object (f->classroom);
  fixture_tear_down (&f->base, data);
}

#define learner_test_add(path, function) \
  g_test_add (path, LearnerFixture, NULL, learner_set_up, function, learner_tear_down)

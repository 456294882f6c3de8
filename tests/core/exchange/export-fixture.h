/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange-fixture.h"
#include "pz-export.h"

#include <json-glib/json-glib.h>
#include <string.h>

static inline JsonObject *
export_parse (JsonParser *parser,
              GBytes     *bytes)
{
  g_autoptr(GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, &error));
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

/* a class of two: Amina, who has everything, and Chloé */
typedef struct
{
  PzClassroom *classroom;
  PzDocument *amina;
  PzDocument *chloe;
} TwoLearners;

static inline PzDocument *
add_learner (PzClassroom *classroom,
             const char  *given,
             const char  *family)
{
  PzDocument *document = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);

  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, given);
  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_FAMILY_NAME, family);
  return document;
}

static inline void
add_group_work (TwoLearners *self)
{
  g_autoptr(PzDocument) activity = pz_classroom_add (self->classroom, PZ_DOCUMENT_ACTIVITY);
  PzDocument *both[] = { self->amina, self->chloe };

  pz_record_set_text (pz_document_get_owner (activity), PZ_ACTIVITY_TITLE, "Bridges");
  for (gsize i = 0; i < G_N_ELEMENTS (both); i++)
    {
      PzRecord *part = pz_document_add (activity, PZ_RECORD_PARTICIPATION);

      pz_record_set_text (part, PZ_PARTICIPATION_LEARNER, pz_document_get_id (both[i]));
      pz_record_set_text (part, PZ_PARTICIPATION_NOTE, i == 0 ? "Led the talk with Chloé" : "Secret of the other");
    }
}

static inline void
two_learners_set_up (TwoLearners *self,
                     Fixture     *fixture)
{
  g_autoptr(GError) error = NULL;
  PzRecord *record, *goal, *trashed;

  self->classroom = pz_classroom_create (fixture->environment, "Two", &error);
  g_assert_no_error (error);
  self->amina = add_learner (self->classroom, "Amina", "Yusuf");
  self->chloe = add_learner (self->classroom, "Chloé", "Dubois");
  record = pz_document_get_owner (self->amina);
  pz_record_set_text (record, PZ_LEARNER_NOTES, "Sits beside Chloe Dubois.\nLikes maps.");
  pz_record_set_text (record, PZ_LEARNER_PRIVATE_NOTES, "Only for me");
  pz_record_set_text (record, PZ_LEARNER_BIRTH_DATE, "2016-02-03");
  pz_record_set_add (record, PZ_LEARNER_STRENGTHS, "Explains to others");
  pz_record_set_add (record, PZ_LEARNER_STRENGTHS, "=1+1");
  trashed = pz_document_add (self->amina, PZ_RECORD_CHECK_IN);
  pz_record_set_text (trashed, PZ_CHECK_IN_DATE, "2026-11-02");
  pz_record_set_text (trashed, PZ_CHECK_IN_TEXT, "In the trash");
  pz_document_delete (self->amina, trashed);
  goal = pz_document_add (pz_classroom_get_document (self->classroom), PZ_RECORD_GOAL);
  pz_record_set_text (goal, PZ_GOAL_TITLE, "A diary with Chloé");
  pz_record_set_add (goal, PZ_GOAL_LEARNERS, pz_document_get_id (self->amina));
  pz_record_set_add (goal, PZ_GOAL_LEARNERS, pz_document_get_id (self->chloe));
  add_group_work (self);
  g_assert_true (pz_classroom_save (self->classroom, "Set up", &error));
  g_assert_no_error (error);
}

static inline void
two_learners_tear_down (TwoLearners *self)
{
  g_object_unref (self->amina);
  g_object_unref (self->chloe);
  g_object_unref (self->classroom);
}

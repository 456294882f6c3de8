/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model-fixture.h"
#include "pz-goal-draft.h"

G_BEGIN_DECLS

/* A learner of FIXTURE_ID, a class, and a draft that begins on 2026-11-23. */
typedef struct
{
  PzClock *clock;
  PzDocument *learner;
  PzDocument *classroom;
  PzGoalDraft *draft;
} GoalDraftFixture;

static inline void
goal_draft_fixture_set_up (GoalDraftFixture *fixture,
                           gconstpointer     data)
{
  fixture->clock = fixture_clock (FIXTURE_DEVICE, 1);
  fixture->learner = fixture_learner (fixture->clock);
  fixture->classroom = pz_document_new (PZ_DOCUMENT_CLASSROOM, "w7n2c5xk9d0hq4vt", fixture->clock);
  fixture->draft = pz_goal_draft_new (pz_clock_get_environment (fixture->clock));
}

static inline void
goal_draft_fixture_tear_down (GoalDraftFixture *fixture,
                              gconstpointer     data)
{
  g_assert_finalize_object (fixture->draft);
  g_assert_finalize_object (fixture->learner);
  g_assert_finalize_object (fixture->classroom);
  g_assert_finalize_object (fixture->clock);
}

static inline PzRecord *
draft_goal (PzGoalDraft *draft)
{
  return pz_goal_draft_get_goal (draft);
}

/* how many records of the type lie in the document and not in its trash */
static inline guint
draft_count (PzDocument   *document,
             PzRecordType  type)
{
  GListModel *records = pz_document_get_records (document, type);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);

      n += !pz_record_is_deleted (record);
    }
  return n;
}

static inline PzRecord *
draft_nth (PzDocument   *document,
           PzRecordType  type,
           guint         position)
{
  g_autoptr(PzRecord) record = g_list_model_get_item (pz_document_get_records (document, type), position);

  g_assert_nonnull (record);
  return record; /* the document holds it */
}

static inline void
draft_give_to (PzGoalDraft *draft,
               const char  *first,
               const char  *second)
{
  const char *ids[] = { first, second, NULL };

  pz_goal_draft_set_learners (draft, ids);
}

/* with two steps and two levels */
static inline void
draft_write_goal (PzGoalDraft *draft)
{
  PzRecord *goal = draft_goal (draft);

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads 60 words");
  pz_record_set_text (goal, PZ_GOAL_BEHAVIOUR, "reads aloud");
  pz_record_set_number (goal, PZ_GOAL_TARGET, 60);
  pz_record_set_text (pz_goal_draft_add_milestone (draft), PZ_MILESTONE_TEXT, "Short words");
  pz_record_set_text (pz_goal_draft_add_milestone (draft), PZ_MILESTONE_TEXT, "Long words");
  pz_record_set_text (pz_goal_draft_get_level (draft, -2), PZ_GAS_LEVEL_TEXT, "Not at all");
  pz_record_set_text (pz_goal_draft_get_level (draft, 2), PZ_GAS_LEVEL_TEXT, "Alone");
}

/* that goal in the learner's file */
static inline PzRecord *
draft_add_written (GoalDraftFixture *fixture)
{
  draft_write_goal (fixture->draft);
  draft_give_to (fixture->draft, FIXTURE_ID, NULL);
  return pz_goal_draft_add_to (fixture->draft, fixture->learner);
}

#define goal_draft_test_add(path, function) \
  g_test_add (path, GoalDraftFixture, NULL, goal_draft_fixture_set_up, function, goal_draft_fixture_tear_down)

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-learner-list.h"

G_BEGIN_DECLS

/**
 * PzFilterChoice:
 * @field: what is looked at
 * @lens: (nullable): id of a lens
 * @value: as conditions hold it
 * @label: for people
 * @count: how many learners have it
 *
 * One row of a menu of conditions.
 */
typedef struct
{
  PzFilterField field;
  char *lens;
  char *value;
  char *label;
  guint count;
} PzFilterChoice;

/* A field that can be filtered by; lens: id, or NULL. */
typedef struct
{
  PzFilterField field;
  char *lens;
} PzFilterTopic;

/* The conditions of the list of learners of a class while they are chosen. Signal: "changed", also when counts did. */
#define PZ_TYPE_FILTER_MODEL (pz_filter_model_get_type ())
G_DECLARE_FINAL_TYPE (PzFilterModel, pz_filter_model, PZ, FILTER_MODEL, GObject)

PzFilterModel         *pz_filter_model_new           (PzClassroom           *classroom);
PzClassroom           *pz_filter_model_get_classroom (PzFilterModel         *self);
PzClassroomTraits     *pz_filter_model_get_traits    (PzFilterModel         *self);
const PzLearnerFilter *pz_filter_model_peek          (PzFilterModel         *self);
void                   pz_filter_model_toggle        (PzFilterModel         *self,
                                                      PzFilterField          field,
                                                      const char            *lens,
                                                      const char            *value);
void                   pz_filter_model_remove        (PzFilterModel         *self,
                                                      PzFilterField          field,
                                                      const char            *lens);
void                   pz_filter_model_set           (PzFilterModel         *self,
                                                      const PzLearnerFilter *filter);
GPtrArray             *pz_filter_model_list_topics   (PzFilterModel         *self);
GPtrArray             *pz_filter_model_list_choices  (PzFilterModel         *self,
                                                      PzFilterField          field,
                                                      const char            *lens);
guint                  pz_filter_model_count         (PzFilterModel         *self,
                                                      PzFilterField          field,
                                                      const char            *value);
GHashTable            *pz_filter_model_rank_levels   (PzClassroom           *classroom);
PzFilterChoice        *pz_filter_model_make_choice   (PzFilterModel         *self,
                                                      PzFilterField          field,
                                                      const char            *value,
                                                      guint                  count);
void                   pz_filter_choice_free         (PzFilterChoice        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzFilterChoice, pz_filter_choice_free)

G_END_DECLS

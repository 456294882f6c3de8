/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

/* What a list of learners can be narrowed by. */
typedef enum
{
  PZ_FILTER_LEVEL,       /* values: ids of levels */
  PZ_FILTER_STRENGTH,    /* values of the sets: texts, compared as a search compares them */
  PZ_FILTER_NEED,
  PZ_FILTER_INTEREST,
  PZ_FILTER_SUPPORT,
  PZ_FILTER_LANGUAGE,
  PZ_FILTER_LENS,        /* one group for each lens */
  PZ_FILTER_DEVICE,      /* values of access at home: choices of the schema */
  PZ_FILTER_INTERNET,
  PZ_FILTER_QUIET_PLACE,
  PZ_FILTER_SEEN,        /* PZ_FILTER_OVERDUE: not seen within the rhythm of the class */
  PZ_FILTER_ATTENTION,   /* PZ_FILTER_YES: something waits with them: check-in, goal, file, conflict */
  PZ_FILTER_ABSENT,      /* PZ_FILTER_TODAY */
  PZ_FILTER_ARCHIVED,    /* PZ_FILTER_YES: those who left, instead of those who are here */
  PZ_N_FILTER_FIELDS
} PzFilterField;

#define PZ_FILTER_OVERDUE "overdue"
#define PZ_FILTER_TODAY "today"
#define PZ_FILTER_YES "yes"

/* Longest text of a saved filter that is read, in bytes: as many characters as its field allows, four bytes each; most
 * values in it. */
#define PZ_FILTER_MAX_SIZE 40000
#define PZ_FILTER_MAX_VALUES 500

/**
 * PzFilterGroup:
 * @field: what is looked at
 * @lens: (nullable): id of the lens, for %PZ_FILTER_LENS
 * @values: (element-type utf8): one of them must be there; never empty, each once, in the order they were chosen
 */
typedef struct
{
  PzFilterField field;
  char *lens;
  GPtrArray *values;
} PzFilterGroup;

/* Conditions on learners: AND between groups, OR inside one. Conditions that a newer version wrote are kept when the
 * filter is saved again, and take no part in matching. */
typedef struct _PzLearnerFilter PzLearnerFilter;

PzLearnerFilter     *pz_learner_filter_new          (void);
PzLearnerFilter     *pz_learner_filter_copy         (const PzLearnerFilter *self);
void                 pz_learner_filter_free         (PzLearnerFilter       *self);
gboolean             pz_learner_filter_is_empty     (const PzLearnerFilter *self);
gboolean             pz_learner_filter_equal        (const PzLearnerFilter *a,
                                                     const PzLearnerFilter *b);
guint                pz_learner_filter_get_n_groups (const PzLearnerFilter *self);
const PzFilterGroup *pz_learner_filter_get_group    (const PzLearnerFilter *self,
                                                     guint                  position);
const PzFilterGroup *pz_learner_filter_find         (const PzLearnerFilter *self,
                                                     PzFilterField          field,
                                                     const char            *lens);
gboolean             pz_learner_filter_has          (const PzLearnerFilter *self,
                                                     PzFilterField          field,
                                                     const char            *lens,
                                                     const char            *value);
void                 pz_learner_filter_add          (PzLearnerFilter       *self,
                                                     PzFilterField          field,
                                                     const char            *lens,
                                                     const char            *value);
void                 pz_learner_filter_remove       (PzLearnerFilter       *self,
                                                     PzFilterField          field,
                                                     const char            *lens,
                                                     const char            *value);
void                 pz_learner_filter_remove_group (PzLearnerFilter       *self,
                                                     PzFilterField          field,
                                                     const char            *lens);
void                 pz_learner_filter_clear        (PzLearnerFilter       *self);
guint                pz_learner_filter_count_unknown (const PzLearnerFilter *self);

char                *pz_learner_filter_to_text      (const PzLearnerFilter *self);
PzLearnerFilter     *pz_learner_filter_parse        (const char            *text,
                                                     GError               **error);

int                  pz_filter_field_get_learner_field (PzFilterField       field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzLearnerFilter, pz_learner_filter_free)

G_END_DECLS

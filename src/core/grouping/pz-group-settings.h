/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-builder.h"
#include "pz-group-class.h"
#include "pz-group-history.h"

G_BEGIN_DECLS

/**
 * PzGroupWishKind:
 * @PZ_WISH_READINESS: the level, or the latest value of a measure: mixed or similar
 * @PZ_WISH_SPREAD: values of a field or lens, each in its share
 * @PZ_WISH_GATHER: the opposite
 * @PZ_WISH_NOT_ALONE: nobody the only one with a value
 * @PZ_WISH_COVER: every value in every group
 * @PZ_WISH_AT_MOST: no more than so many with one value
 * @PZ_WISH_ALIKE: much in common in a field, such as interests
 * @PZ_WISH_DIFFERENT: little in common
 * @PZ_WISH_NEW_PARTNERS: those who have not worked together
 * @PZ_WISH_TOGETHER: learners
 * @PZ_WISH_APART: learners
 * @PZ_WISH_PIN: a learner stays in a group
 *
 * What a teacher can ask for.
 */
typedef enum
{
  PZ_WISH_READINESS,
  PZ_WISH_SPREAD,
  PZ_WISH_GATHER,
  PZ_WISH_NOT_ALONE,
  PZ_WISH_COVER,
  PZ_WISH_AT_MOST,
  PZ_WISH_ALIKE,
  PZ_WISH_DIFFERENT,
  PZ_WISH_NEW_PARTNERS,
  PZ_WISH_TOGETHER,
  PZ_WISH_APART,
  PZ_WISH_PIN,
  PZ_N_WISH_KINDS
} PzGroupWishKind;

/**
 * PzGroupWish:
 * @kind: what
 * @similar: of readiness: similar instead of mixed
 * @must: a rule that has to hold
 * @importance: 1 to 5 unless @must
 * @field: (nullable): a field of learners or a lens; of readiness the id of a measure, or %NULL for the level
 * @learners: (nullable): ids of two or more, of one for a pin
 * @limit: of at most
 * @group: of a pin, from 0
 * @half_life: of new partners: weeks, 0 for all year
 * @criterion: the criterion of the problem last composed, or -1 for a rule
 *
 * One of the things that are asked for.
 */
typedef struct
{
  PzGroupWishKind kind;
  gboolean similar;
  gboolean must;
  double importance;
  char *field;
  char **learners;
  guint limit;
  guint group;
  double half_life;
  int criterion;
} PzGroupWish;

/**
 * PzGroupSettings:
 * @wishes: (element-type PzGroupWish): what is asked for, in the order it was
 *
 * All that is asked for, as it is typed and kept: in the field `criteria` of an activity and in templates.
 */
typedef struct
{
  GPtrArray *wishes;
} PzGroupSettings;

PzGroupSettings *pz_group_settings_new       (void);
PzGroupSettings *pz_group_settings_parse     (const char            *text,
                                              GError               **error);
void             pz_group_settings_free      (PzGroupSettings       *self);
gboolean         pz_group_settings_add       (PzGroupSettings       *self,
                                              const char            *name,
                                              const char            *value,
                                              GError               **error);
PzGroupSettings *pz_group_settings_dup_without (const PzGroupSettings *self,
                                              PzGroupWishKind        kind,
                                              guint                  nth);
char            *pz_group_settings_to_text   (const PzGroupSettings *self);
PzGroupProblem  *pz_group_settings_compose   (PzGroupSettings       *self,
                                              const PzGroupClass    *learners,
                                              const PzGroupHistory  *history,
                                              GArray                *sizes,
                                              GError               **error);
char            *pz_group_wish_dup_label     (const PzGroupWish     *wish,
                                              const PzGroupClass    *learners);
const char      *pz_group_wish_get_name      (const PzGroupWish     *wish);
double           pz_group_settings_get_half_life (const PzGroupSettings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupSettings, pz_group_settings_free)

G_END_DECLS

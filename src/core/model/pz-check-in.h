/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

/* What kind of moment a check-in keeps, in the order they are offered. */
typedef enum
{
  PZ_CHECK_IN_IS_ONE_TO_ONE,
  PZ_CHECK_IN_IS_OBSERVATION,
  PZ_CHECK_IN_IS_FAMILY,
  PZ_CHECK_IN_IS_NOTE,
  PZ_CHECK_IN_IS_SELF, /* the learner's own words */
  PZ_N_CHECK_IN_KINDS
} PzCheckInKind;

/**
 * PzCheckInDraft:
 * @kind: which kind of moment
 * @date: (nullable): the day, YYYY-MM-DD; %NULL: today
 * @text: (nullable): what was said or seen, lines allowed
 * @minutes: how long it took, 0 to 1440; NaN or 0: not said
 * @goal: (nullable): id of the goal it was about
 *
 * A check-in as it is typed, before it is one. The strings belong to who made it.
 */
typedef struct
{
  PzCheckInKind kind;
  const char *date;
  const char *text;
  double minutes;
  const char *goal;
} PzCheckInDraft;

const char   *pz_check_in_kind_get_name  (PzCheckInKind         kind);
const char   *pz_check_in_kind_get_label (PzCheckInKind         kind);
gboolean      pz_check_in_kind_find      (const char           *name,
                                          PzCheckInKind        *kind);

gboolean      pz_check_in_check          (const PzCheckInDraft *draft,
                                          GError              **error);
/* The document is changed; who calls saves it. The draft must pass pz_check_in_check(). */
PzRecord     *pz_check_in_add            (PzDocument           *learner,
                                          const PzCheckInDraft *draft);
void          pz_check_in_change         (PzDocument           *learner,
                                          PzRecord             *check_in,
                                          const PzCheckInDraft *draft);
PzCheckInDraft pz_check_in_get_draft     (PzRecord             *check_in);

G_END_DECLS

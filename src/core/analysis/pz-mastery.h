/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-refusal.h"

G_BEGIN_DECLS

/* How several pieces of evidence become one value. The method is always named beside the value. */
typedef enum
{
  PZ_MASTERY_LATEST,
  PZ_MASTERY_HIGHEST,
  PZ_MASTERY_MEDIAN, /* of the last three */
  PZ_MASTERY_DECAYING,
  PZ_N_MASTERY_METHODS,
} PzMasteryMethod;

/**
 * PzEvidence:
 * @day: when it was shown, not when it was written down
 * @value: the level it shows
 */
typedef struct
{
  double day;
  double value;
} PzEvidence;

PzRefusal   pz_mastery_get_value  (PzEvidence      *evidence,
                                   gsize            n,
                                   PzMasteryMethod  method,
                                   double          *value);
PzRefusal   pz_mastery_is_reached (PzEvidence      *evidence,
                                   gsize            n,
                                   double           level,
                                   guint            n_reached,
                                   guint            n_latest,
                                   gboolean        *reached);
const char *pz_mastery_get_label  (PzMasteryMethod  method);

G_END_DECLS

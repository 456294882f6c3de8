/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"
#include "pz-measure-value.h"

G_BEGIN_DECLS

/* Whether help was given, in the order of the schema. */
typedef enum
{
  PZ_HELP_NOT_SAID,
  PZ_HELP_ALONE,
  PZ_HELP_WITH_HELP,
  PZ_N_HELPS,
} PzHelp;

/**
 * PzMeasurementDraft:
 * @goal: id of the goal
 * @date: (nullable): `YYYY-MM-DD`
 * @value: what was measured; of a share, the part
 * @out_of: the whole; NaN: not a share
 * @help: whether help was given
 * @note: (nullable): what the number does not say
 *
 * A measurement as it was typed.
 */
typedef struct
{
  const char *goal;
  const char *date;
  double value;
  double out_of;
  PzHelp help;
  const char *note;
} PzMeasurementDraft;

gboolean           pz_measurement_parse_value (const char                *typed,
                                               const PzMeasureRange      *range,
                                               double                    *value,
                                               double                    *out_of);
gboolean           pz_measurement_check       (const PzMeasurementDraft  *draft,
                                               const PzMeasureRange      *range,
                                               GError                   **error);
PzRecord          *pz_measurement_add         (PzDocument                *learner,
                                               const PzMeasurementDraft  *draft);
void               pz_measurement_change      (PzDocument                *learner,
                                               PzRecord                  *measurement,
                                               const PzMeasurementDraft  *draft);
PzMeasurementDraft pz_measurement_get_draft   (PzRecord                  *measurement);
gboolean           pz_measurement_is_point    (PzRecord                  *measurement,
                                               const char                *goal,
                                               const PzMeasureRange      *range);
GPtrArray         *pz_measurement_list_points (PzDocument                *learner,
                                               const char                *goal,
                                               const PzMeasureRange      *range);
const char        *pz_help_get_name           (PzHelp                     help);
PzHelp             pz_help_from_name          (const char                *name);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-record.h"

G_BEGIN_DECLS

/* Values of a measure as people write them, in the words of the class and the numbers of the locale. */
char  *pz_measure_dup_number (PzRecord *measure,
                              double    value);
char  *pz_measure_dup_value  (PzRecord *measure,
                              double    value,
                              double    out_of);
char  *pz_measure_dup_change (PzRecord *measure,
                              double    change);
double pz_measure_round      (double    value);
const char *
       pz_measure_get_unit   (PzRecord *measure);

G_END_DECLS

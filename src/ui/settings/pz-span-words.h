/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-day-spans.h"

G_BEGIN_DECLS

char *pz_span_dup_words  (const PzDaySpan *days);
char *pz_span_dup_length (const PzDaySpan *days);

G_END_DECLS

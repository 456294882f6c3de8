/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days as people say them. */
char *pz_day_words      (const GDate *day,
                         const GDate *today);
char *pz_day_words_span (const GDate *from,
                         const GDate *to,
                         const GDate *today);

G_END_DECLS

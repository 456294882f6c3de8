/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-one-roster.h"

G_BEGIN_DECLS

GPtrArray *pz_roster_choice_list               (const PzRoster        *roster,
                                                const char            *teacher,
                                                const char *const     *only,
                                                GError               **error);
gboolean   pz_roster_choice_check_demographics (const PzRosterSource  *source,
                                                const char *const     *typed,
                                                GError               **error);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-learner-filter.h"

G_BEGIN_DECLS

/* Conditions in words. classroom: the document of the class, for the names of levels and lenses. */
char *pz_filter_words_dup_topic   (PzFilterField        field,
                                   const char          *lens,
                                   PzDocument          *classroom);
char *pz_filter_words_dup_value   (PzFilterField        field,
                                   const char          *value,
                                   PzDocument          *classroom);
char *pz_filter_words_dup_values  (const PzFilterGroup *group,
                                   PzDocument          *classroom);
char *pz_filter_words_dup_group   (const PzFilterGroup *group,
                                   PzDocument          *classroom);
char *pz_filter_words_dup_unknown (guint                n,
                                   const PzFilterGroup *group,
                                   PzDocument          *classroom);

G_END_DECLS

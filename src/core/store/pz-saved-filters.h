/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-learner-filter.h"

G_BEGIN_DECLS

/* Filters that were given a name: records of the class, kind "filter" of the templates. The caller saves the class. */
GPtrArray       *pz_saved_filters_list   (PzDocument            *classroom);
PzRecord        *pz_saved_filters_add    (PzDocument            *classroom,
                                          const char            *name,
                                          const PzLearnerFilter *filter,
                                          GError               **error);
gboolean         pz_saved_filters_rename (PzRecord              *saved,
                                          const char            *name,
                                          GError               **error);
PzLearnerFilter *pz_saved_filters_parse  (PzRecord              *saved,
                                          GError               **error);

G_END_DECLS

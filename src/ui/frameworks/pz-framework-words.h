/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom-frameworks.h"
#include "pz-coverage.h"
#include "pz-standard-links.h"
#include "pz-standard-tree.h"

G_BEGIN_DECLS

/* What is said of frameworks and their standards, as plain text. Strings are the caller's. */
char       *pz_framework_words_summary       (const PzFrameworkInfo *info,
                                              const PzCoverage      *coverage);
char       *pz_framework_words_path          (PzStandardTree        *tree,
                                              guint                  item);
char       *pz_framework_words_mark          (const PzCoverageFact  *fact,
                                              gboolean               of_one);
char       *pz_framework_words_mark_in_full  (const PzCoverageFact  *fact,
                                              gboolean               of_one);
char       *pz_framework_words_class         (const PzCoverageFact  *fact,
                                              guint                  n_learners);
char       *pz_framework_words_learner       (const PzCoverageFact  *fact,
                                              const char            *name);
char       *pz_framework_words_link          (const PzStandardLink  *link);

G_END_DECLS

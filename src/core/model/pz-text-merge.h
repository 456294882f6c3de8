/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PzTextMergeMarks:
 * @mine: a line in front of what only the first text has at a place where both differ
 * @theirs: the same for the second text
 * @end: a line behind both
 *
 * What is written where two texts cannot be merged by themselves; without line ends.
 */
typedef struct
{
  const char *mine;
  const char *theirs;
  const char *end;
} PzTextMergeMarks;

char  *pz_text_merge          (const char             *base,
                               const char             *mine,
                               const char             *theirs,
                               const PzTextMergeMarks *marks,
                               guint                  *n_conflicts);
guint  pz_text_merge_distance (const char             *a,
                               const char             *b);

G_END_DECLS

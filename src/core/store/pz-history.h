/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-folders.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PzHistoryMark:
 *
 * Where a history file ended before lines were added, to take them back.
 */
typedef struct
{
  int    file;
  gint64 length; /* bytes */
} PzHistoryMark;

gboolean pz_history_append (PzFolders     *folders,
                            const char    *name,
                            GBytes        *lines,
                            PzHistoryMark *mark,
                            GError       **error);
void     pz_history_undo   (PzHistoryMark *mark);
void     pz_history_clear  (PzHistoryMark *mark);

G_END_DECLS

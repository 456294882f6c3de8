/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of the first frame, and of the one after a key in the search; the others follow in steps when it is on the
 * screen. Enough for a high screen. */
#define PZ_FIRST_ROWS 40

/**
 * PzRowLimitFunc:
 * @limit: the greatest number of rows the list may have from now on
 * @user_data: whoever owns the list
 */
typedef void (*PzRowLimitFunc) (guint    limit,
                                gpointer user_data);

/* Gives a list view its rows little by little, so that no step keeps a key waiting. */
typedef struct _PzRowFiller PzRowFiller;

PzRowFiller *pz_row_filler_new        (PzRowLimitFunc  set_limit,
                                       gpointer        user_data);
void         pz_row_filler_free       (PzRowFiller    *self);
void         pz_row_filler_start      (PzRowFiller    *self);
void         pz_row_filler_when_quiet (PzRowFiller    *self);
void         pz_row_filler_finish     (PzRowFiller    *self);

G_END_DECLS

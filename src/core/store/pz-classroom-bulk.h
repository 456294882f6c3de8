/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-goal-draft.h"

G_BEGIN_DECLS

typedef enum
{
  PZ_BULK_SET_LEVEL, /* value: id of a level; NULL for none */
  PZ_BULK_SET_LENS,  /* lens: id; value: takes the place of the value of this lens; NULL for none */
  PZ_BULK_ADD,       /* field: a set of learners; value: the text to add */
  PZ_BULK_ABSENT,    /* absent today */
  PZ_BULK_ARCHIVE,
  PZ_BULK_UNARCHIVE,
  PZ_BULK_DELETE,    /* to the trash */
  PZ_BULK_GIVE_GOAL, /* goal: each gets a goal of their own like it */
} PzBulkKind;

/* What to do with many learners. */
typedef struct
{
  PzBulkKind kind;
  guint field;
  const char *lens;
  const char *value;
  PzGoalDraft *goal;
} PzBulkChange;

/* done: how many were read; of how many */
typedef void (*PzBulkProgress) (guint    done,
                                guint    total,
                                gpointer user_data);

gboolean pz_bulk_change_apply     (const PzBulkChange  *self,
                                   PzDocument          *learner,
                                   const GDate         *today);
char    *pz_bulk_change_dup_label (const PzBulkChange  *self,
                                   guint                n);

void     pz_classroom_bulk_async  (PzClassroom         *self,
                                   const char * const  *ids,
                                   const PzBulkChange  *change,
                                   PzBulkProgress       progress,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
gboolean pz_classroom_bulk_finish (PzClassroom         *self,
                                   GAsyncResult        *result,
                                   guint               *n_changed,
                                   guint               *n_skipped,
                                   GError             **error);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-learner-list.h"

G_BEGIN_DECLS

/* A class being opened in a thread of its own, while GTK starts. Signal: "done", in the main thread.
 * Once it is done: a class, or an error, or neither when there is no class at all. */
#define PZ_TYPE_OPENING (pz_opening_get_type ())
G_DECLARE_FINAL_TYPE (PzOpening, pz_opening, PZ, OPENING, GObject)

PzOpening     *pz_opening_start         (PzEnvironment *environment,
                                         const char    *id,
                                         PzLearnerSort  sort);
gboolean       pz_opening_wait          (PzOpening     *self,
                                         guint          ms);
PzClassroom   *pz_opening_get_classroom (PzOpening     *self);
PzLearnerList *pz_opening_get_list      (PzOpening     *self);
const char    *pz_opening_get_id        (PzOpening     *self);
const GError  *pz_opening_get_error     (PzOpening     *self);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/* What the standards of the frameworks of a class are called; the frameworks are read when the first is asked for. */
typedef struct _PzStandardNames PzStandardNames;

PzStandardNames *pz_standard_names_new       (PzClassroom     *classroom);
void             pz_standard_names_free      (PzStandardNames *self);
gboolean         pz_standard_names_has_any   (PzStandardNames *self);
char            *pz_standard_names_dup_label (PzStandardNames *self,
                                              const char      *id);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-class.h"

G_BEGIN_DECLS

/* Of the learners of the class, by id, as they are numbered. */
enum { ANA, BEN, CARO, DAN, N_CLASS };

PzGroupClass *fixture_class (void);

G_END_DECLS

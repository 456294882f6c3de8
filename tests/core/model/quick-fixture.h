/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-quick-entry.h"

G_BEGIN_DECLS

/* Two classes of people whose names are written in several scripts; the first is shown. */
PzQuickEntry   *quick_fixture_new     (void);
PzQuickLearner *quick_fixture_learner (PzQuickEntry         *entry,
                                       const char           *name);
/* "Amina Yusuf · Reads aloud fluently · 79 words a minute", then " ?" when something is missing, " !" when refused */
char           *quick_fixture_line    (const PzQuickReading *reading);
char           *quick_fixture_first   (PzQuickEntry         *entry,
                                       const char           *typed);

G_END_DECLS

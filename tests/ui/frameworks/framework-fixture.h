/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-standard-tree.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

PzDocument     *framework_add      (UiFixture  *fixture,
                                    const char *id,
                                    const char *title);
PzRecord       *framework_place    (PzDocument *document,
                                    const char *code,
                                    const char *statement,
                                    const char *parent);
void            framework_make     (UiFixture  *fixture);
void            framework_add_goal (UiFixture  *fixture,
                                    const char *learner,
                                    const char *title,
                                    const char *standard);
PzStandardTree *framework_open     (UiFixture  *fixture,
                                    const char *id);
guint           framework_item     (PzStandardTree *tree,
                                    const char     *id);

G_END_DECLS

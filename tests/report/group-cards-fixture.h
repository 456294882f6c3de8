/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-cards.h"

G_BEGIN_DECLS

/* Learners are called like their ids, with spaces and a capital; whose id begins with "gone" is not in the class. */
PzDocument   *group_cards_fixture_make_activity (void);
PzRecord     *group_cards_fixture_add_group     (PzDocument         *activity,
                                                 guint               round,
                                                 const char         *name,
                                                 const char * const *learners);
PzGroupCards *group_cards_fixture_show          (PzDocument         *activity);
PzGroupCards *group_cards_fixture_make          (guint               n_rounds,
                                                 guint               n_groups,
                                                 guint               n_members,
                                                 const char         *name,
                                                 const char         *role);

G_END_DECLS

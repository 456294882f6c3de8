/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-settings.h"

G_BEGIN_DECLS

/* Rules of a class that hold whenever groups are formed: records of its document. Kinds: PZ_WISH_TOGETHER and _APART. */

GPtrArray *pz_grouping_rule_list  (PzDocument       *classroom,
                                   PzGroupWishKind   kind);
PzRecord  *pz_grouping_rule_find  (PzDocument       *classroom,
                                   PzGroupWishKind   kind,
                                   const char       *a,
                                   const char       *b);
PzRecord  *pz_grouping_rule_set   (PzDocument       *classroom,
                                   PzGroupWishKind   kind,
                                   const char       *a,
                                   const char       *b);
gboolean   pz_grouping_rule_apply (PzDocument       *classroom,
                                   PzGroupSettings  *settings,
                                   GError          **error);

G_END_DECLS

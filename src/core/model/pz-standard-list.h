/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-standard-tree.h"

G_BEGIN_DECLS

/* Rows beside each other in a tree, made one by one as they are asked for. */
#define PZ_TYPE_STANDARD_LIST (pz_standard_list_get_type ())
G_DECLARE_FINAL_TYPE (PzStandardList, pz_standard_list, PZ, STANDARD_LIST, GObject)

GListModel *pz_standard_list_new (PzStandardTree *tree,
                                  const guint    *items,
                                  guint           n_items,
                                  gboolean        with_heading);

G_END_DECLS

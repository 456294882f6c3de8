/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"
#include "pz-standard-order.h"

G_BEGIN_DECLS

/* The association of CASE that makes the tree: the origin stands below the destination. */
#define PZ_STANDARD_IS_CHILD_OF "isChildOf"

/* The standards of a framework as a tree, as they were when it was made; those in the trash are left out. Items are
 * numbers from 0. Rows are made when they are asked for, so that a list of thousands is there at once. */
#define PZ_TYPE_STANDARD_TREE (pz_standard_tree_get_type ())
G_DECLARE_FINAL_TYPE (PzStandardTree, pz_standard_tree, PZ, STANDARD_TREE, GObject)

PzStandardTree        *pz_standard_tree_new        (PzDocument     *framework);
PzDocument            *pz_standard_tree_get_framework (PzStandardTree *self);
const PzStandardOrder *pz_standard_tree_get_order  (PzStandardTree *self);
guint                  pz_standard_tree_get_n_items (PzStandardTree *self);
PzRecord              *pz_standard_tree_get_record (PzStandardTree *self,
                                                    guint           item);
gboolean               pz_standard_tree_find       (PzStandardTree *self,
                                                    const char     *id,
                                                    guint          *item);
/* a GListModel of PzStandardNode: what stands at the top, and last, when there is any, a heading for what is not placed */
GListModel            *pz_standard_tree_list_top   (PzStandardTree *self);
/* element-type guint */
GArray                *pz_standard_tree_search     (PzStandardTree *self,
                                                    const char     *text);
GArray                *pz_standard_tree_dup_path   (PzStandardTree *self,
                                                    guint           item);

G_END_DECLS

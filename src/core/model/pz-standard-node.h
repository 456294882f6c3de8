/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-standard-tree.h"

G_BEGIN_DECLS

/* A row of the tree: a standard at one of its places, or the heading above what is not placed. */
#define PZ_TYPE_STANDARD_NODE (pz_standard_node_get_type ())
G_DECLARE_FINAL_TYPE (PzStandardNode, pz_standard_node, PZ, STANDARD_NODE, GObject)

PzStandardNode *pz_standard_node_new           (PzStandardTree *tree,
                                                guint           item);
gboolean        pz_standard_node_is_heading    (PzStandardNode *self);
guint           pz_standard_node_get_item      (PzStandardNode *self);
PzRecord       *pz_standard_node_get_record    (PzStandardNode *self);
char           *pz_standard_node_dup_label     (PzStandardNode *self);
GListModel     *pz_standard_node_list_children (PzStandardNode *self);

/* what a standard is called in one line: its code and its statement */
char           *pz_standard_dup_label          (PzRecord       *standard);

G_END_DECLS

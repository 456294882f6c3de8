/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parent of what stands at the top. */
#define PZ_STANDARD_ROOT G_MAXUINT

/**
 * PzStandardKey:
 * @enumeration: (nullable): number in the list, "a."
 * @code: (nullable): its short name, "6.RP.A.1"
 * @order: where it stood in the file
 *
 * What orders an item among its neighbours where no edge says it. Texts belong to the caller.
 */
typedef struct
{
  const char *enumeration;
  const char *code;
  double order;
} PzStandardKey;

/**
 * PzStandardEdge:
 * @child: position of an item
 * @parent: position of its parent, or %PZ_STANDARD_ROOT
 * @sequence: its place among the children of that parent; infinity: not said
 */
typedef struct
{
  guint child;
  guint parent;
  double sequence;
} PzStandardEdge;

/* Who stands below whom, in which order. A pure function of arrays: knows neither records nor files. Never changes. */
typedef struct _PzStandardOrder PzStandardOrder;

PzStandardOrder *pz_standard_order_new             (const PzStandardKey   *keys,
                                                    guint                  n_items,
                                                    const PzStandardEdge  *edges,
                                                    guint                  n_edges);
void             pz_standard_order_free            (PzStandardOrder       *self);
guint            pz_standard_order_get_n_items     (const PzStandardOrder *self);
const guint     *pz_standard_order_get_children    (const PzStandardOrder *self,
                                                    guint                  parent,
                                                    guint                 *n_children);
const guint     *pz_standard_order_get_not_placed  (const PzStandardOrder *self,
                                                    guint                 *n_items);
const guint     *pz_standard_order_get_cut         (const PzStandardOrder *self,
                                                    guint                 *n_items);
const guint     *pz_standard_order_get_from_bottom (const PzStandardOrder *self);
const guint     *pz_standard_order_get_in_order    (const PzStandardOrder *self);
guint            pz_standard_order_get_n_placed    (const PzStandardOrder *self);
guint            pz_standard_order_get_depth       (const PzStandardOrder *self);
guint            pz_standard_order_get_first_parent (const PzStandardOrder *self,
                                                    guint                  item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzStandardOrder, pz_standard_order_free)

G_END_DECLS

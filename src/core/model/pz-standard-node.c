/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-node.h"

#include "pz-standard-list.h"

#include <glib/gi18n-lib.h>

struct _PzStandardNode
{
  GObject parent_instance;

  PzStandardTree *tree;
  guint item; /* PZ_STANDARD_ROOT: the heading */
};

G_DEFINE_FINAL_TYPE (PzStandardNode, pz_standard_node, G_TYPE_OBJECT)

static void
pz_standard_node_finalize (GObject *object)
{
  PzStandardNode *self = PZ_STANDARD_NODE (object);

  g_clear_object (&self->tree);
  G_OBJECT_CLASS (pz_standard_node_parent_class)->finalize (object);
}

static void
pz_standard_node_class_init (PzStandardNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_standard_node_finalize;
}

static void
pz_standard_node_init (PzStandardNode *self)
{
  self->item = PZ_STANDARD_ROOT;
}

/**
 * pz_standard_node_new:
 * @tree: where it stands
 * @item: which standard; %PZ_STANDARD_ROOT: the heading of what is not placed
 *
 * Returns: (transfer full): a row
 */
PzStandardNode *
pz_standard_node_new (PzStandardTree *tree,
                      guint           item)
{
  PzStandardNode *self;

  g_return_val_if_fail (PZ_IS_STANDARD_TREE (tree), NULL);
  g_return_val_if_fail (item == PZ_STANDARD_ROOT || item < pz_standard_tree_get_n_items (tree), NULL);

  self = g_object_new (PZ_TYPE_STANDARD_NODE, NULL);
  self->tree = g_object_ref (tree);
  self->item = item;
  return self;
}

/**
 * pz_standard_node_is_heading:
 *
 * Returns: whether it is no standard, but the heading of what is not placed
 */
gboolean
pz_standard_node_is_heading (PzStandardNode *self)
{
  g_return_val_if_fail (PZ_IS_STANDARD_NODE (self), FALSE);

  return self->item == PZ_STANDARD_ROOT;
}

/**
 * pz_standard_node_get_item:
 *
 * Returns: the number of the standard in its tree, %PZ_STANDARD_ROOT of the heading
 */
guint
pz_standard_node_get_item (PzStandardNode *self)
{
  g_return_val_if_fail (PZ_IS_STANDARD_NODE (self), PZ_STANDARD_ROOT);

  return self->item;
}

/**
 * pz_standard_node_get_record:
 *
 * Returns: (transfer none) (nullable): the standard; %NULL of the heading
 */
PzRecord *
pz_standard_node_get_record (PzStandardNode *self)
{
  g_return_val_if_fail (PZ_IS_STANDARD_NODE (self), NULL);

  return self->item != PZ_STANDARD_ROOT ? pz_standard_tree_get_record (self->tree, self->item) : NULL;
}

/**
 * pz_standard_node_dup_label:
 *
 * Returns: (transfer full): the row in one line of plain text
 */
char *
pz_standard_node_dup_label (PzStandardNode *self)
{
  g_return_val_if_fail (PZ_IS_STANDARD_NODE (self), NULL);

  if (self->item != PZ_STANDARD_ROOT)
    return pz_standard_dup_label (pz_standard_tree_get_record (self->tree, self->item));
  /* Translators: heading above competencies of a framework that stand below no other one */
  return g_strdup (C_("framework", "Not placed"));
}

/**
 * pz_standard_node_list_children:
 *
 * Returns: (transfer full) (nullable): a #GListModel of #PzStandardNode; %NULL when nothing stands below it
 */
GListModel *
pz_standard_node_list_children (PzStandardNode *self)
{
  const PzStandardOrder *order;
  const guint *items;
  guint n_items;

  g_return_val_if_fail (PZ_IS_STANDARD_NODE (self), NULL);

  order = pz_standard_tree_get_order (self->tree);
  items = self->item == PZ_STANDARD_ROOT ? pz_standard_order_get_not_placed (order, &n_items)
                                         : pz_standard_order_get_children (order, self->item, &n_items);
  return n_items > 0 ? pz_standard_list_new (self->tree, items, n_items, FALSE) : NULL;
}

/**
 * pz_standard_dup_label:
 * @standard: a standard of any framework
 *
 * Returns: (transfer full): its code and its statement in one line of plain text, whatever it has of them
 */
char *
pz_standard_dup_label (PzRecord *standard)
{
  const char *code, *statement;
  char *label;

  g_return_val_if_fail (PZ_IS_RECORD (standard), NULL);

  code = pz_record_get_text (standard, PZ_STANDARD_CODE);
  statement = pz_record_get_text (standard, PZ_STANDARD_STATEMENT);
  if (statement == NULL)
    statement = pz_record_get_text (standard, PZ_STANDARD_ABBREVIATED);
  if (code == NULL && statement == NULL)
    /* Translators: shown for a competency that has neither a code nor a text */
    return g_strdup (C_("framework", "No text"));
  label = code == NULL || statement == NULL ? g_strdup (code != NULL ? code : statement)
                                            : g_strconcat (code, "  ", statement, NULL);
  return g_strdelimit (label, "\n\t", ' ');
}

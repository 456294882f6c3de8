/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-list.h"

#include "pz-standard-node.h"

struct _PzStandardList
{
  GObject parent_instance;

  PzStandardTree *tree;
  const guint *items; /* of the tree */
  guint n_items;
  gboolean with_heading;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PzStandardList, pz_standard_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return PZ_TYPE_STANDARD_NODE;
}

static guint
get_n_items (GListModel *model)
{
  PzStandardList *self = PZ_STANDARD_LIST (model);

  return self->n_items + (self->with_heading ? 1 : 0);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  PzStandardList *self = PZ_STANDARD_LIST (model);

  if (position >= get_n_items (model))
    return NULL;
  return pz_standard_node_new (self->tree, position < self->n_items ? self->items[position] : PZ_STANDARD_ROOT);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
pz_standard_list_finalize (GObject *object)
{
  PzStandardList *self = PZ_STANDARD_LIST (object);

  g_clear_object (&self->tree);
  G_OBJECT_CLASS (pz_standard_list_parent_class)->finalize (object);
}

static void
pz_standard_list_class_init (PzStandardListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_standard_list_finalize;
}

static void
pz_standard_list_init (PzStandardList *self)
{
}

/**
 * pz_standard_list_new:
 * @tree: held as long as the list is
 * @items: (array length=n_items): of @tree, which keeps them
 * @with_heading: whether the heading of what is not placed stands behind them
 *
 * Returns: (transfer full): a #GListModel of #PzStandardNode
 */
GListModel *
pz_standard_list_new (PzStandardTree *tree,
                      const guint    *items,
                      guint           n_items,
                      gboolean        with_heading)
{
  PzStandardList *self;

  g_return_val_if_fail (PZ_IS_STANDARD_TREE (tree), NULL);

  self = g_object_new (PZ_TYPE_STANDARD_LIST, NULL);
  self->tree = g_object_ref (tree);
  self->items = items;
  self->n_items = n_items;
  self->with_heading = with_heading;
  return G_LIST_MODEL (self);
}

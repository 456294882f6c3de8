/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-links.h"

struct _PzStandardLinks
{
  PzStandardTree *tree;
  GHashTable *by_item; /* item -> GArray of PzStandardLink */
};

static void
add (PzStandardLinks      *self,
     guint                 item,
     const PzStandardLink *link)
{
  GArray *links = g_hash_table_lookup (self->by_item, GUINT_TO_POINTER (item));

  if (links == NULL)
    {
      links = g_array_new (FALSE, FALSE, sizeof (PzStandardLink));
      g_hash_table_insert (self->by_item, GUINT_TO_POINTER (item), links);
    }
  g_array_append_val (links, *link);
}

/* at both ends, when both are in the framework */
static void
add_association (PzStandardLinks *self,
                 PzRecord        *record)
{
  const char *kind = pz_record_get_text (record, PZ_ASSOCIATION_KIND);
  guint origin = PZ_STANDARD_ROOT, destination = PZ_STANDARD_ROOT;
  gboolean has_origin, has_destination;

  if (kind == NULL || pz_record_is_deleted (record) || g_str_equal (kind, PZ_STANDARD_IS_CHILD_OF))
    return;
  has_origin = pz_standard_tree_find (self->tree, pz_record_get_text (record, PZ_ASSOCIATION_ORIGIN), &origin);
  has_destination = pz_standard_tree_find (self->tree, pz_record_get_text (record, PZ_ASSOCIATION_DESTINATION), &destination);
  if (has_origin)
    {
      const PzStandardLink link = { kind, TRUE, destination, pz_record_get_text (record, PZ_ASSOCIATION_DESTINATION_TITLE),
                                    pz_record_get_text (record, PZ_ASSOCIATION_DESTINATION_URI) };

      add (self, origin, &link);
    }
  if (has_destination && destination != origin)
    {
      const PzStandardLink link = { kind, FALSE, origin, pz_record_get_text (record, PZ_ASSOCIATION_ORIGIN_TITLE),
                                    pz_record_get_text (record, PZ_ASSOCIATION_ORIGIN_URI) };

      add (self, destination, &link);
    }
}

/**
 * pz_standard_links_new:
 * @tree: held as long as the links are
 *
 * Returns: (transfer full): the links as they are now; what changes later is not seen
 */
PzStandardLinks *
pz_standard_links_new (PzStandardTree *tree)
{
  PzStandardLinks *self;
  GListModel *associations;

  g_return_val_if_fail (PZ_IS_STANDARD_TREE (tree), NULL);

  self = g_new0 (PzStandardLinks, 1);
  self->tree = g_object_ref (tree);
  self->by_item = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  associations = pz_document_get_records (pz_standard_tree_get_framework (tree), PZ_RECORD_ASSOCIATION);
  for (guint i = 0; i < g_list_model_get_n_items (associations); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (associations, i);

      add_association (self, record);
    }
  return self;
}

/**
 * pz_standard_links_free:
 */
void
pz_standard_links_free (PzStandardLinks *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_item);
  g_object_unref (self->tree);
  g_free (self);
}

/**
 * pz_standard_links_list:
 * @item: of the tree
 *
 * Returns: (transfer full) (element-type PzStandardLink): what it is linked with; may be empty
 */
GArray *
pz_standard_links_list (PzStandardLinks *self,
                        guint            item)
{
  GArray *links;

  g_return_val_if_fail (self != NULL, NULL);

  links = g_hash_table_lookup (self->by_item, GUINT_TO_POINTER (item));
  return links != NULL ? g_array_ref (links) : g_array_new (FALSE, FALSE, sizeof (PzStandardLink));
}

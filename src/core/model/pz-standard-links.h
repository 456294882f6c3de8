/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-standard-tree.h"

G_BEGIN_DECLS

/**
 * PzStandardLink:
 * @kind: the association of CASE: "exactMatchOf", "isRelatedTo", ...
 * @is_origin: whether the standard is what the link begins at
 * @other: the item at the other end; %PZ_STANDARD_ROOT: it is outside of the framework
 * @title: (nullable): what the file calls the other end
 * @uri: (nullable): where that can be found
 *
 * Texts belong to the framework.
 */
typedef struct
{
  const char *kind;
  gboolean is_origin;
  guint other;
  const char *title;
  const char *uri;
} PzStandardLink;

/* Associations of a framework that are not its tree, by standard. */
typedef struct _PzStandardLinks PzStandardLinks;

PzStandardLinks *pz_standard_links_new  (PzStandardTree  *tree);
void             pz_standard_links_free (PzStandardLinks *self);
/* element-type PzStandardLink, in the order of the file */
GArray          *pz_standard_links_list (PzStandardLinks *self,
                                         guint            item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzStandardLinks, pz_standard_links_free)

G_END_DECLS

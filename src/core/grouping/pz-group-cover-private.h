/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-columns-private.h"

G_BEGIN_DECLS

/* The exact search among few columns, and what it remembers from one try to the next. */
typedef struct _PzGroupCover PzGroupCover;

PzGroupCover *pz_group_cover_new  (PzGroupColumns *columns,
                                   const guint    *types,
                                   GCancellable   *cancellable);
void          pz_group_cover_free (PzGroupCover   *self);
gboolean      pz_group_cover_run  (PzGroupCover   *self,
                                   const gint64   *duals,
                                   gint64          bound,
                                   gint64          tolerance,
                                   guint64         max_nodes,
                                   gint64         *upper,
                                   guint          *groups);
guint64       pz_group_cover_get_n_nodes (const PzGroupCover *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupCover, pz_group_cover_free)

G_END_DECLS

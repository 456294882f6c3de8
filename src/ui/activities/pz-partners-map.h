/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-partners-facts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The picture of pairs. One pair is chosen: arrow keys and the pointer move there, and the label says both names. */
#define PZ_TYPE_PARTNERS_MAP (pz_partners_map_get_type ())
G_DECLARE_FINAL_TYPE (PzPartnersMap, pz_partners_map, PZ, PARTNERS_MAP, GtkWidget)

GtkWidget  *pz_partners_map_new       (PzPartnersFacts *facts);
void        pz_partners_map_choose    (PzPartnersMap   *self,
                                       guint            row,
                                       guint            column);
gboolean    pz_partners_map_get_pair  (PzPartnersMap   *self,
                                       guint           *a,
                                       guint           *b);
const char *pz_partners_map_get_label (PzPartnersMap   *self);
gboolean    pz_partners_map_get_cell  (PzPartnersMap   *self,
                                       graphene_rect_t *cell);

G_END_DECLS

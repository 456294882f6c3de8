/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A page that takes the place of the list it was opened from, with a header bar of its own. Property (notify): collapsed,
 * whether nothing stands beside the page; its header bar binds the buttons of the window to it. Style class pz-narrow
 * meanwhile. */
#define PZ_TYPE_DETAIL_PAGE (pz_detail_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (PzDetailPage, pz_detail_page, PZ, DETAIL_PAGE, AdwBin)

struct _PzDetailPageClass
{
  AdwBinClass parent_class;
};

gboolean pz_detail_page_get_collapsed (PzDetailPage *self);
void     pz_detail_page_set_collapsed (PzDetailPage *self,
                                       gboolean      collapsed);

G_END_DECLS

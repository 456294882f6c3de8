/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Class switcher, list of views, and what became of the last change. Signal: "view-chosen" (char *name). */
#define PZ_TYPE_SIDEBAR (pz_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (PzSidebar, pz_sidebar, PZ, SIDEBAR, AdwBin)

GtkWidget  *pz_sidebar_new            (void);
void        pz_sidebar_add_view       (PzSidebar     *self,
                                       const char    *name,
                                       const char    *icon,
                                       const char    *title);
void        pz_sidebar_select_view    (PzSidebar     *self,
                                       const char    *name);
void        pz_sidebar_set_class      (PzSidebar     *self,
                                       PzEnvironment *environment,
                                       PzClassroom   *classroom);
void        pz_sidebar_set_sync_words (PzSidebar    *self,
                                       const char    *words);
void        pz_sidebar_set_collapsed  (PzSidebar     *self,
                                       gboolean       collapsed);
const char *pz_sidebar_get_save_words (PzSidebar     *self);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Two panes side by side, or one at a time when there is no room for both. Splits can be nested. */
#define PZ_TYPE_SPLIT (pz_split_get_type ())
G_DECLARE_FINAL_TYPE (PzSplit, pz_split, PZ, SPLIT, GtkWidget)

GtkWidget *pz_split_new              (void);
void       pz_split_set_sidebar      (PzSplit   *self,
                                      GtkWidget *sidebar);
void       pz_split_set_content      (PzSplit   *self,
                                      GtkWidget *content);
gboolean   pz_split_get_show_content (PzSplit   *self);
void       pz_split_set_show_content (PzSplit   *self,
                                      gboolean   show_content);
gboolean   pz_split_get_collapsed    (PzSplit   *self);
gboolean   pz_split_go_back          (PzSplit   *self);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-opening.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands to the right of the sidebar: one of the things a teacher looks at. The window finds views in its table. */
#define PZ_TYPE_VIEW (pz_view_get_type ())
G_DECLARE_INTERFACE (PzView, pz_view, PZ, VIEW, GtkWidget)

/**
 * PzViewInterface:
 * @set_class: shows a class; both are %NULL to let it go
 * @set_leading: whether the view stands alone, so that its first pane needs a way back to the sidebar
 * @go_back: one step back inside the view; %FALSE when there is none
 * @start_search: puts the focus into the search
 * @move_focus: to the next pane of the view, or to the previous; %FALSE behind the last one
 * @commit: takes over what is being typed
 * @dup_place: (nullable): what is shown, enough to show it again; %NULL: nothing but the view itself
 * @show_place: (nullable): shows that again; %FALSE when it is there no more, and nothing was done
 * @can_print: (nullable): whether what is shown can be printed; %NULL: never
 * @print: (nullable): asks where to print it, and prints
 */
struct _PzViewInterface
{
  GTypeInterface parent;

  void     (*set_class)    (PzView        *self,
                            PzClassroom   *classroom,
                            PzLearnerList *list);
  void     (*set_leading)  (PzView        *self,
                            gboolean       leading);
  gboolean (*go_back)      (PzView        *self);
  void     (*start_search) (PzView        *self);
  gboolean (*move_focus)   (PzView        *self,
                            gboolean       forward);
  void     (*commit)       (PzView        *self);
  GVariant *(*dup_place)   (PzView        *self);
  gboolean (*show_place)   (PzView        *self,
                            GVariant      *place);
  gboolean (*can_print)    (PzView        *self);
  void     (*print)        (PzView        *self);
};

void     pz_view_set_class    (PzView        *self,
                               PzClassroom   *classroom,
                               PzLearnerList *list);
void     pz_view_set_leading  (PzView        *self,
                               gboolean       leading);
gboolean pz_view_go_back      (PzView        *self);
void     pz_view_start_search (PzView        *self);
gboolean pz_view_move_focus   (PzView        *self,
                               gboolean       forward);
void     pz_view_commit       (PzView        *self);
GVariant *pz_view_dup_place   (PzView        *self);
gboolean pz_view_show_place   (PzView        *self,
                               GVariant      *place);
gboolean pz_view_can_print    (PzView        *self);
void     pz_view_print        (PzView        *self);
void     pz_view_tell_printing (PzView       *self);

G_END_DECLS

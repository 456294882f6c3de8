/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-learners-view.h"
#include "pz-opening.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The window: one class at a time, or the first-run page, or what stands in the way of opening a class. */
#define PZ_TYPE_WINDOW (pz_window_get_type ())
G_DECLARE_FINAL_TYPE (PzWindow, pz_window, PZ, WINDOW, AdwApplicationWindow)

GtkWidget      *pz_window_new               (GtkApplication *application,
                                             PzEnvironment  *environment);
void            pz_window_set_opening       (PzWindow       *self,
                                             PzOpening      *opening);
void            pz_window_open              (PzWindow       *self,
                                             const char     *path);
void            pz_window_show_class        (PzWindow       *self,
                                             PzClassroom    *classroom,
                                             PzLearnerList  *list);
PzClassroom    *pz_window_get_classroom     (PzWindow       *self);
PzEnvironment  *pz_window_get_environment   (PzWindow       *self);
PzLearnersView *pz_window_get_learners_view (PzWindow       *self);
PzView         *pz_window_get_view          (PzWindow       *self);
PzDocument     *pz_window_get_shown_learner (PzWindow       *self);
void            pz_window_show_learner      (PzWindow       *self,
                                             const char     *id);
void            pz_window_lead_through      (PzWindow       *self,
                                             const char     *action,
                                             GVariant       *target);
void            pz_window_import_file       (PzWindow       *self,
                                             GFile          *file);
const char     *pz_window_get_page          (PzWindow       *self);
void            pz_window_take_import       (PzWindow       *self,
                                             PzClassroom    *classroom,
                                             const char     *message);
void            pz_window_show_message      (PzWindow       *self,
                                             const char     *text);
void            pz_window_show_undo         (PzWindow       *self,
                                             const char     *text);
void            pz_window_show_error        (PzWindow       *self,
                                             const GError   *error);

G_END_DECLS

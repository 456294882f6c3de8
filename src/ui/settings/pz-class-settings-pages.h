/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What stands on the pages of the class settings; belongs to their window, which must not go first. */
typedef struct _PzClassSettingsPages PzClassSettingsPages;

PzClassSettingsPages *pz_class_settings_pages_new          (PzClassroom          *classroom,
                                                            AdwToastOverlay      *toasts);
void                  pz_class_settings_pages_free         (PzClassSettingsPages *self);
GtkWidget            *pz_class_settings_pages_make         (PzClassSettingsPages *self,
                                                            const char           *page);
void                  pz_class_settings_pages_commit       (PzClassSettingsPages *self);
void                  pz_class_settings_pages_show_message (PzClassSettingsPages *self,
                                                            const char           *text,
                                                            gboolean              undo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzClassSettingsPages, pz_class_settings_pages_free)

G_END_DECLS

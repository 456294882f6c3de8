/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-index.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether names are hidden, for a screen that others can see, and what is shown instead: the one place that every list,
 * page, dialog, toast and accessible name asks. Property (notify): hidden. */
#define PZ_TYPE_PRIVACY (pz_privacy_get_type ())
G_DECLARE_FINAL_TYPE (PzPrivacy, pz_privacy, PZ, PRIVACY, GObject)

PzPrivacy  *pz_privacy_get           (void);
gboolean    pz_privacy_is_hidden     (void);
void        pz_privacy_set_hidden    (gboolean         hidden);

char       *pz_privacy_dup_name      (const char      *id,
                                      const char      *name);
char       *pz_privacy_dup_row_name  (PzLearnerRow    *row);
char       *pz_privacy_dup_text      (const char      *text);

void        pz_privacy_hide          (GtkWidget       *widget);
void        pz_privacy_watch_list    (GtkListView     *view);
void        pz_privacy_show_instead  (GtkWidget       *widget);

G_END_DECLS

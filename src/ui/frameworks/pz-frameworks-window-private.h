/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-choice-row.h"
#include "pz-framework-reading.h"
#include "pz-frameworks-window.h"
#include "pz-split.h"
#include "pz-standard-browser.h"
#include "pz-standard-details.h"

G_BEGIN_DECLS

struct _PzFrameworksWindow
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  GCancellable *cancellable;     /* of everything */
  PzFrameworkReading *reading;   /* what is shown; NULL before the files were read */
  PzCoverage *learner_coverage;  /* of the learner that is chosen; NULL: the whole class */
  char *wanted;                  /* id of the framework to show; NULL: the only one */
  gboolean listing;              /* the list was asked for, though there is one to show */
  guint n_reading;               /* readings under way */
  char *moving;                  /* title, or id, of the framework on its way to the trash, or back; NULL: none */
  guint pages_source;            /* the pages behind "loading" are made */
  guint reload_source;
  guint select_source;
  guint fill_source;             /* the page of standards gets its rows */
  char *to_select;               /* id of the standard to select then; NULL: none */

  AdwToastOverlay *toasts;
  AdwWindowTitle *window_title;
  GtkWidget *back_button;
  GtkWidget *menu_button;
  GtkStack *stack;               /* loading, empty, error, list, standards */

  /* of the pages behind "loading"; NULL before they are made */
  GtkWidget *empty;
  GtkWidget *error;
  GtkWidget *frameworks_group;
  GtkWidget *frameworks;
  GtkWidget *trash_group;
  GtkWidget *trash;
  PzSplit *split;
  GtkWidget *side;
  GtkWidget *learner_list;
  PzChoiceRow *learner_row;
  PzStandardBrowser *browser;
  PzStandardDetails *details;
};

/* pz-frameworks-window.c */
void pz_frameworks_window_reload      (PzFrameworksWindow *self);
void pz_frameworks_window_show        (PzFrameworksWindow *self,
                                       const char         *id);
void pz_frameworks_window_update_back (PzFrameworksWindow *self);

/* pz-frameworks-window-pages.c */
void pz_frameworks_window_make_pages  (PzFrameworksWindow *self);

/* pz-frameworks-window-list.c */
void pz_frameworks_window_fill_list   (PzFrameworksWindow *self);

/* pz-frameworks-window-learner.c */
void pz_frameworks_window_init_learner  (PzFrameworksWindow *self);
void pz_frameworks_window_fill_learners (PzFrameworksWindow *self);
void pz_frameworks_window_show_learner  (PzFrameworksWindow *self);

/* pz-frameworks-window-actions.c */
void pz_frameworks_window_add_actions    (GtkWidgetClass     *widget_class);
void pz_frameworks_window_init_drop      (PzFrameworksWindow *self);
void pz_frameworks_window_update_actions (PzFrameworksWindow *self);
void pz_frameworks_window_restore        (PzFrameworksWindow *self,
                                          const char         *id);

G_END_DECLS

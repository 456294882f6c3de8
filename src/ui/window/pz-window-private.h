/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-conflict-count.h"
#include "pz-day-watch.h"
#include "pz-sidebar.h"
#include "pz-split.h"
#include "pz-sync-keeper.h"
#include "pz-window.h"

G_BEGIN_DECLS

struct _PzWindow
{
  AdwApplicationWindow parent_instance;

  PzEnvironment *environment;
  PzDayWatch *watch;
  PzOpening *opening;     /* under way; NULL otherwise */
  PzClassroom *classroom; /* NULL on the first-run page and after a problem */
  PzLearnerList *list;    /* of the class */
  AdwToast *undo_toast;   /* the one that is shown, if any; it takes back the last step only */
  PzSecrets *secrets;     /* passwords, passphrases and keys of all classes */
  PzSyncKeeper *keeper;   /* of the class */
  guint sync_source; /* until the keeper begins */
  GtkWidget *settings;    /* (weak): of the class, while they are open */
  GQueue way;             /* of Step, the place one was led from last at its head */
  char *way_to;           /* (nullable): name of the view one was led to last */
  gboolean leading;       /* something is selected for somebody who is led there */
  char *opening_id;       /* of the class that was opened last, or tried to */
  GFile *to_import;       /* dropped or named on the command line before there was a class to put it into */
  PzConflictCount *conflicts; /* what waits for a decision; NULL without a class */
  gboolean may_close;     /* the answer to "close without saving?" was yes */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  PzSplit *split;
  PzSidebar *sidebar;
  GtkStack *views;
  GtkWidget *problem;     /* status page */
  GtkWidget *problem_back;
  GtkWidget *banner;
  GtkWidget *banner_label;
  GtkWidget *banner_button;
  GtkWidget *banner_copy;
  GtkWidget *banner_delete;
  GtkWidget *hidden_hint;
  GtkWidget *drop_area;   /* revealer over everything while files are dragged */
  GtkWidget *problem_button;
};

void    pz_window_add_actions    (PzWindow *self);
void    pz_window_add_file_actions (PzWindow *self);
void    pz_window_add_import_action (PzWindow *self);
void    pz_window_add_learner_actions (PzWindow *self);
void    pz_window_update_actions (PzWindow *self);
void    pz_window_update_banner  (PzWindow *self);
void    pz_window_init_privacy   (PzWindow *self);
gboolean pz_window_needs_names   (PzWindow *self);
void    pz_window_init_drop      (PzWindow *self);
void    pz_window_add_repair_actions (PzWindow *self);
void    pz_window_add_history_actions (PzWindow *self);
void    pz_window_add_conflict_actions (PzWindow *self);
void    pz_window_forget_conflicts (PzWindow *self);
void    pz_window_watch_conflicts (PzWindow *self);
void    pz_window_add_settings_actions (PzWindow *self);
void    pz_window_add_conference_actions (PzWindow *self);
gboolean pz_window_can_print     (PzWindow *self);
void    pz_window_add_goals_actions (PzWindow *self);
void    pz_window_add_activities_actions (PzWindow *self);
void    pz_window_add_sync_actions (PzWindow *self);
void    pz_window_start_sync     (PzWindow *self);
void    pz_window_stop_sync      (PzWindow *self);
void    pz_window_update_sync    (PzWindow *self);
void    pz_window_show_view      (PzWindow   *self,
                                  const char *name);
void    pz_window_show_page      (PzWindow   *self,
                                  GtkWidget  *page,
                                  const char *name);
void    pz_window_lead_to_view   (PzWindow   *self,
                                  const char *name);
void    pz_window_lead_to_record (PzWindow   *self,
                                  const char *name);
gboolean pz_window_take_way_back (PzWindow   *self);
void    pz_window_forget_way_back (PzWindow  *self);
void    pz_window_clear_way_back (PzWindow   *self);
void    pz_window_remember_place (PzWindow *self);
void    pz_window_return_to_place (PzWindow *self);
void    pz_window_show_offer     (PzWindow   *self,
                                  const char *text,
                                  const char *framework);
void    pz_window_dismiss_undo   (PzWindow *self);
gboolean pz_window_let_class_go (PzWindow *self,
                                  GError  **error);

G_END_DECLS

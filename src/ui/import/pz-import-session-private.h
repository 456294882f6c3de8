/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-reading.h"
#include "pz-import-session.h"

G_BEGIN_DECLS

struct _PzImportSession
{
  GObject parent_instance;

  PzEnvironment *environment;
  PzClassroom *open; /* the class in the window, or NULL */

  PzImportStep step;
  char *work;        /* what is being done; NULL: nothing */
  char *problem;
  char *advice;
  GCancellable *cancellable; /* of the work that is being done */

  gboolean into_open;
  char *class_name;  /* of a new class */
  char *names;       /* typed text */
  guint n_names;

  PzImportReading *reading; /* NULL: names */
  guint serial;             /* files read so far */
  GListStore *choices;      /* PzImportChoice */
  GPtrArray *teachers;      /* sourced ids, by name; NULL ids are left out */
  int teacher;              /* -1: nobody */
  GHashTable *demographics; /* columns to read, a set of char * */
  PzDayOrder day_order;     /* as the person answered */
  gboolean outdated;        /* the roster was read with other options */

  GPtrArray *people;        /* PzRosterPerson, of a table or of names; the plan borrows them */
  PzRosterMessages *messages;
  GPtrArray *plans;         /* PzImportPlan, those that are still to be applied */
  PzCasePlan *framework;    /* what would happen to a framework; NULL: it is none */
  GPtrArray *targets;       /* PzImportChoice, while plans are made */
  PzClassroom *result;
  char *result_framework;   /* id */
  char *result_title;       /* of the framework */
  guint n_classes;          /* how many were imported so far */
  guint n_learners;
};

/* between the files of the session */
void pz_import_session_begin       (PzImportSession *self,
                                    const char      *work);
void pz_import_session_end         (PzImportSession *self);
void pz_import_session_fail        (PzImportSession *self,
                                    const GError    *error);
void pz_import_session_set_step    (PzImportSession *self,
                                    PzImportStep     step);
void pz_import_session_changed     (PzImportSession *self);
void pz_import_session_take_roster (PzImportSession *self);
void pz_import_session_forget_plans (PzImportSession *self);
void pz_import_session_plan        (PzImportSession *self);
void pz_import_session_apply       (PzImportSession *self);
void pz_import_session_plan_framework (PzImportSession *self);
void pz_import_session_apply_framework (PzImportSession *self);

G_END_DECLS

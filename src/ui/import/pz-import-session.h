/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-case-plan.h"
#include "pz-classroom.h"
#include "pz-import.h"
#include "pz-table-import.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  PZ_IMPORT_STEP_SOURCE,  /* where the learners come from */
  PZ_IMPORT_STEP_NAMES,   /* they are typed or pasted */
  PZ_IMPORT_STEP_CLASSES, /* which classes of a roster */
  PZ_IMPORT_STEP_TABLE,   /* what the columns of a table mean */
  PZ_IMPORT_STEP_PREVIEW, /* what would happen */
  PZ_IMPORT_STEP_DONE,
} PzImportStep;

/* One import from its source to the class on disk, without any widget. Use from the main thread.
 * Properties (notify): step, busy.
 * Signals: "changed" when anything else may be shown differently. */
#define PZ_TYPE_IMPORT_SESSION (pz_import_session_get_type ())
G_DECLARE_FINAL_TYPE (PzImportSession, pz_import_session, PZ, IMPORT_SESSION, GObject)

/* open: the class in the window, or NULL */
PzImportSession *pz_import_session_new                (PzEnvironment    *environment,
                                                       PzClassroom      *open);
PzImportStep     pz_import_session_get_step           (PzImportSession  *self);
gboolean         pz_import_session_is_busy            (PzImportSession  *self);
/* whether the class is being written: it cannot be stopped half-way */
gboolean         pz_import_session_is_writing         (PzImportSession  *self);
/* what is being done, for people; NULL when nothing is */
const char      *pz_import_session_get_work           (PzImportSession  *self);
/* what went wrong last, and what was kept and can be done; NULL when all is well */
const char      *pz_import_session_get_problem        (PzImportSession  *self);
const char      *pz_import_session_get_advice         (PzImportSession  *self);
/* name of the file; NULL for typed names */
const char      *pz_import_session_get_file_name      (PzImportSession  *self);
/* how many files were read: another number, another roster or table */
guint            pz_import_session_get_serial         (PzImportSession  *self);

void             pz_import_session_open_file          (PzImportSession  *self,
                                                       GFile            *file);
void             pz_import_session_start_names        (PzImportSession  *self);
gboolean         pz_import_session_can_go_on          (PzImportSession  *self);
void             pz_import_session_go_on              (PzImportSession  *self);
gboolean         pz_import_session_can_go_back        (PzImportSession  *self);
void             pz_import_session_go_back            (PzImportSession  *self);
void             pz_import_session_cancel             (PzImportSession  *self);

/* where a table or names go */
PzClassroom     *pz_import_session_get_open           (PzImportSession  *self);
gboolean         pz_import_session_get_into_open      (PzImportSession  *self);
void             pz_import_session_set_into_open      (PzImportSession  *self,
                                                       gboolean          into_open);
const char      *pz_import_session_get_class_name     (PzImportSession  *self);
void             pz_import_session_set_class_name     (PzImportSession  *self,
                                                       const char       *name);
/* names */
void             pz_import_session_set_names          (PzImportSession  *self,
                                                       const char       *text);
guint            pz_import_session_get_n_names        (PzImportSession  *self);

/* a table; borrowed, NULL when it is none */
PzTableImport   *pz_import_session_get_table          (PzImportSession  *self);
void             pz_import_session_set_field          (PzImportSession  *self,
                                                       guint             column,
                                                       PzTableField      field);
void             pz_import_session_set_has_header     (PzImportSession  *self,
                                                       gboolean          has_header);
gboolean         pz_import_session_has_name_column    (PzImportSession  *self);

/* a roster */
GListModel      *pz_import_session_get_choices        (PzImportSession  *self); /* of PzImportChoice, mine first */
guint            pz_import_session_count_chosen       (PzImportSession  *self,
                                                       guint            *n_learners);
guint            pz_import_session_get_n_teachers     (PzImportSession  *self);
char            *pz_import_session_dup_teacher_name   (PzImportSession  *self,
                                                       guint             teacher);
int              pz_import_session_get_teacher        (PzImportSession  *self);
void             pz_import_session_set_teacher        (PzImportSession  *self,
                                                       int               teacher);
const char *const *pz_import_session_get_demographics (PzImportSession  *self);
int              pz_import_demographic_to_field       (const char       *column);
gboolean         pz_import_session_reads_demographic  (PzImportSession  *self,
                                                       const char       *column);
void             pz_import_session_read_demographic   (PzImportSession  *self,
                                                       const char       *column,
                                                       gboolean          wanted);

/* both */
gboolean         pz_import_session_asks_day_order     (PzImportSession  *self);
PzDayOrder       pz_import_session_get_day_order      (PzImportSession  *self);
void             pz_import_session_set_day_order      (PzImportSession  *self,
                                                       PzDayOrder        order);

/* the preview; borrowed until the step changes */
guint            pz_import_session_get_n_plans        (PzImportSession  *self);
PzImportPlan    *pz_import_session_get_plan           (PzImportSession  *self,
                                                       guint             plan);
const PzRosterMessages *pz_import_session_get_messages (PzImportSession *self);
void             pz_import_session_set_item_chosen    (PzImportSession  *self,
                                                       PzImportItem     *item,
                                                       gboolean          chosen);
guint            pz_import_session_count_imports      (PzImportSession  *self);
guint            pz_import_session_count_archives     (PzImportSession  *self);
gboolean         pz_import_session_changes_nothing    (PzImportSession  *self);

/* a framework, in the preview; borrowed until the step changes, NULL when it is none */
PzCasePlan      *pz_import_session_get_framework      (PzImportSession  *self);
const PzCasePackage *pz_import_session_get_package    (PzImportSession  *self);

/* afterwards */
PzClassroom     *pz_import_session_get_result         (PzImportSession  *self); /* NULL: nothing was imported */
/* id of the framework that was imported; NULL: none was */
const char      *pz_import_session_get_result_framework (PzImportSession *self);
char            *pz_import_session_dup_result_text    (PzImportSession  *self);

G_END_DECLS

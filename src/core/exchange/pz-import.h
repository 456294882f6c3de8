/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-roster.h"

G_BEGIN_DECLS

typedef enum
{
  PZ_IMPORT_NEW,
  PZ_IMPORT_CHANGED,
  PZ_IMPORT_SAME,
  PZ_IMPORT_BACK,    /* is archived here, and in the roster again */
  PZ_IMPORT_DELETED, /* was deleted here and is still in the roster; only proposed */
  PZ_IMPORT_GONE,    /* was in the roster and is no longer; only proposed, by whole rosters alone */
  PZ_N_IMPORT_KINDS
} PzImportKind;

typedef enum
{
  PZ_IMPORT_FIELD,   /* a field of the learner */
  PZ_IMPORT_CONTACT, /* a contact of the learner, described in one line */
  PZ_IMPORT_LENS,    /* the learner's value of a lens of the class */
} PzImportDifferenceKind;

/* One thing that would get another value. Texts may be NULL: empty. For people, not for files. */
typedef struct
{
  guint field; /* PZ_LEARNER_... */
  char *before;
  char *after;
  PzImportDifferenceKind kind;
  char *name; /* of the lens */
} PzImportDifference;

/**
 * PzImportItem:
 * @kind: what would happen
 * @chosen: whether it shall happen; the teacher's to change. Gone is not chosen at first: it archives. Nor is deleted:
 *   it brings back what somebody wanted away
 * @learner: (nullable): id; %NULL for new ones
 * @person: (nullable): what the roster says; %NULL for gone ones. Borrowed
 * @name: to show
 * @differences: (element-type PzImportDifference): empty for same and gone ones
 */
typedef struct
{
  PzImportKind kind;
  gboolean chosen;
  char *learner;
  const PzRosterPerson *person;
  char *name;
  GPtrArray *differences;
} PzImportItem;

/* What the class itself is called in the roster; all but name may be NULL. */
typedef struct
{
  const char *name;
  const char *sourced_id;
  const char *subject;
  const char *school;
  const char *term_start;
  const char *term_end;
} PzImportClass;

/* What an import would do to one class. Shown first, applied as one commit and one undo step. */
typedef struct _PzImportPlan PzImportPlan;

/* people (element-type PzRosterPerson, borrowed, must outlive the plan) into classroom, or into a new class when it is
 * NULL. complete: whoever has a roster number here and is not among the people is proposed as gone */
PzImportPlan *pz_import_plan_new         (PzClassroom          *classroom,
                                          const PzImportClass  *class_info,
                                          GPtrArray            *people,
                                          gboolean              complete,
                                          GError              **error);
/* a class of a OneRoster roster into the class of the same roster number, which is looked for in the data folder, or
 * into a new one; the roster must outlive the plan */
PzImportPlan *pz_import_plan_for_class   (PzEnvironment        *environment,
                                          const PzRoster       *roster,
                                          const PzRosterClass  *class_,
                                          GError              **error);
/* the same into a class that is open already; NULL: a new one */
PzImportPlan *pz_import_plan_new_for_class (PzClassroom        *classroom,
                                          const PzRoster       *roster,
                                          const PzRosterClass  *class_,
                                          GError              **error);
void          pz_import_plan_free        (PzImportPlan         *self);
/* NULL: a new class */
PzClassroom  *pz_import_plan_get_classroom (PzImportPlan       *self);
const char   *pz_import_plan_get_class_name (PzImportPlan      *self);
guint         pz_import_plan_get_n_items (PzImportPlan         *self);
PzImportItem *pz_import_plan_get_item    (PzImportPlan         *self,
                                          guint                 position);
guint         pz_import_plan_count       (PzImportPlan         *self,
                                          PzImportKind          kind);
/* how many contacts would be made or changed, of chosen learners */
guint         pz_import_plan_count_contacts (PzImportPlan      *self);
const char   *pz_import_difference_get_name (const PzImportDifference *self);
const char   *pz_import_difference_get_label (const PzImportDifference *self);
/* whether anything chosen would change something */
gboolean      pz_import_plan_is_empty    (PzImportPlan         *self);
/* all chosen items or nothing; gives the class (transfer full) */
PzClassroom  *pz_import_plan_apply       (PzImportPlan         *self,
                                          PzEnvironment        *environment,
                                          GError              **error);
/* the same, waiting for the disk in a thread; the plan must outlive it */
void          pz_import_plan_apply_async (PzImportPlan         *self,
                                          PzEnvironment        *environment,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
PzClassroom  *pz_import_plan_apply_finish (GAsyncResult        *result,
                                          GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzImportPlan, pz_import_plan_free)

G_END_DECLS

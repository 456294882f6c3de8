/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-form.h"
#include "pz-goal-editor.h"
#include "pz-goal-hints.h"

G_BEGIN_DECLS

/* The groups of fields, in the order of the page. */
typedef enum
{
  PZ_GOAL_FORM_WHAT,
  PZ_GOAL_FORM_HOW_MUCH,
  PZ_GOAL_FORM_WHEN,
  PZ_GOAL_FORM_WHY,
  PZ_GOAL_FORM_MORE,
  PZ_N_GOAL_FORMS,
} PzGoalForm;

struct _PzGoalEditor
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  PzGoalDraft *draft;
  PzDocument *learner;  /* of a goal that is there: whose page it was opened from; NULL otherwise */
  PzDocument *home;     /* of a goal that is there: the document it stands in; NULL otherwise */
  PzRecord *goal;       /* NULL: a new one */
  GStrv linked;         /* the learners whose needs and the like are offered now */

  AdwWindowTitle *title;
  GtkWidget *save_button;
  GtkWidget *sentence;
  GtkWidget *box;
  GtkWidget *forms[PZ_N_GOAL_FORMS];
  GtkWidget *ticks[3];  /* needs, strengths, interests */
  GtkWidget *template_row; /* NULL when there is none to choose */
  GtkWidget *first;    /* field to begin with */
  GtkWidget *condition; /* what was written before is offered below both */
  GtkWidget *behaviour;
  GCancellable *collecting; /* stops the reading of what was written before */
  GtkWidget *keep_row; /* makes a template */
  GtkWidget *levels;
  GtkWidget *baseline_row; /* offers what was measured; NULL when nothing was */
  double baseline;
};

/* pz-goal-editor-forms.c */
void pz_goal_editor_add_forms   (PzGoalEditor *self);
void pz_goal_editor_offer_links (PzGoalEditor *self);
void pz_goal_editor_show_levels (PzGoalEditor *self,
                                 gboolean      wanted,
                                 const char   *hint);

G_END_DECLS

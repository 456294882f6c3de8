/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-learner-list.h"

G_BEGIN_DECLS

/* One learner of the list. */
typedef struct
{
  guint position; /* in the index */
  guint serial;
} PzShownLearner;

struct _PzLearnerList
{
  GObject parent_instance;

  PzIndex *index;
  PzLearnerOrder *order;
  PzClassroomTraits *traits; /* NULL: names are searched alone, and the filter does not count */
  PzLearnerFilter *filter;
  gboolean show_unknown;     /* those of whom nothing is known, instead of those who were found */
  gboolean pending;          /* the filter waits for the traits */
  GArray *shown;             /* of PzShownLearner: what search and filter leave of the order */
  guint n_found;
  guint n_unknown;
  guint64 unknown_groups;    /* of which groups of the filter, see pz_learner_match_test() */
  char *search;              /* folded; never NULL */
  GHashTable *selected;      /* set of ids */
  PzSelectMode select_mode;
  guint limit;               /* greatest number of rows to have */
};

/* pz-learner-list.c */
void pz_learner_list_update_shown   (PzLearnerList              *self,
                                     guint                       limit);

/* pz-learner-list-selection.c */
void pz_learner_list_selection_init (GtkSelectionModelInterface *iface);

G_END_DECLS

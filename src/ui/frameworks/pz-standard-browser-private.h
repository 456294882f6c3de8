/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-standard-browser.h"

G_BEGIN_DECLS

struct _PzStandardBrowser
{
  AdwBin parent_instance;

  PzStandardTree *tree;       /* NULL: nothing is shown */
  const PzCoverage *coverage; /* borrowed; NULL: no numbers */
  gboolean of_one;            /* the coverage is of one learner */
  gboolean is_search;         /* the list is what was found, not the tree */
  GtkTreeListModel *rows;     /* owned by the selection */
  GtkSingleSelection *selection;
  GtkListItemFactory *factory;

  GtkWidget *search_entry;
  GtkWidget *stack;           /* list, none */
  GtkWidget *list;
  GtkWidget *none;
};

/* pz-standard-browser-keys.c */
void pz_standard_browser_add_keys   (PzStandardBrowser *self);
void pz_standard_browser_move_to    (PzStandardBrowser *self,
                                     guint              position);

/* pz-standard-browser-rows.c */
void pz_standard_browser_make_factory (PzStandardBrowser *self);

G_END_DECLS

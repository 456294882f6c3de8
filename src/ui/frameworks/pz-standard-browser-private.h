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
  gboolean is_typing;         /* the text of the search is half written */
  gboolean is_search;         /* the list is what was found, not the tree */
  GtkTreeListModel *rows;     /* owned by the slice; NULL: nothing is shown */
  GtkSliceListModel *slice;   /* rows, the first ones at once and the others little by little: each is dear to make */
  GtkSingleSelection *selection; /* of the slice */
  guint fill_source;

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
void pz_standard_browser_start_fill (PzStandardBrowser *self);
void pz_standard_browser_follow_scrolling (PzStandardBrowser *self);
void pz_standard_browser_reach      (PzStandardBrowser *self,
                                     guint              position);

G_END_DECLS

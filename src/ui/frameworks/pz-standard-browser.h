/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-coverage.h"
#include "pz-standard-tree.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The standards of a framework as a tree, with a search that shows what is found with its place. Right and Left open and
 * close, Enter activates.
 * Signals: "selected" (guint item): %PZ_STANDARD_ROOT when nothing, or a heading, is selected; "activated" (guint item). */
#define PZ_TYPE_STANDARD_BROWSER (pz_standard_browser_get_type ())
G_DECLARE_FINAL_TYPE (PzStandardBrowser, pz_standard_browser, PZ, STANDARD_BROWSER, AdwBin)

GtkWidget *pz_standard_browser_new          (void);
void       pz_standard_browser_set_tree     (PzStandardBrowser *self,
                                             PzStandardTree    *tree);
void       pz_standard_browser_set_coverage (PzStandardBrowser *self,
                                             const PzCoverage  *coverage,
                                             gboolean           of_one);
guint      pz_standard_browser_get_selected (PzStandardBrowser *self);
void       pz_standard_browser_select       (PzStandardBrowser *self,
                                             guint              item);
void       pz_standard_browser_search       (PzStandardBrowser *self,
                                             const char        *text);
guint      pz_standard_browser_get_n_rows   (PzStandardBrowser *self);
void       pz_standard_browser_start_search (PzStandardBrowser *self);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-roster.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A class of a roster, to be imported or not. Property (notify): chosen. */
#define PZ_TYPE_IMPORT_CHOICE (pz_import_choice_get_type ())
G_DECLARE_FINAL_TYPE (PzImportChoice, pz_import_choice, PZ, IMPORT_CHOICE, GObject)

PzImportChoice *pz_import_choice_new             (const PzRoster      *roster,
                                                  const PzRosterClass *class_);
const char     *pz_import_choice_get_sourced_id  (PzImportChoice      *self);
const char     *pz_import_choice_get_title       (PzImportChoice      *self);
const char     *pz_import_choice_get_details     (PzImportChoice      *self);
guint           pz_import_choice_get_n_learners  (PzImportChoice      *self);
gboolean        pz_import_choice_get_chosen      (PzImportChoice      *self);
void            pz_import_choice_set_chosen      (PzImportChoice      *self,
                                                  gboolean             chosen);
gboolean        pz_import_choice_get_mine        (PzImportChoice      *self);
void            pz_import_choice_set_mine        (PzImportChoice      *self,
                                                  gboolean             mine);
gboolean        pz_import_choice_matches         (PzImportChoice      *self,
                                                  const char          *needle);

G_END_DECLS

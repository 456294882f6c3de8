/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows for fields of a draft, made from the schema; what is wrong with one of them stands in words below it. A live form
 * writes each change into a record of the class as soon as it is right. */
#define PZ_TYPE_FORM (pz_form_get_type ())
G_DECLARE_FINAL_TYPE (PzForm, pz_form, PZ, FORM, AdwPreferencesGroup)

GtkWidget  *pz_form_new          (PzRecord    *draft);
GtkWidget  *pz_form_add          (PzForm      *self,
                                  guint        field);
void        pz_form_add_row      (PzForm      *self,
                                  guint        field,
                                  GtkWidget   *row);
void        pz_form_show_hint    (PzForm      *self,
                                  guint        field,
                                  const char  *text);
const char *pz_form_get_hint     (PzForm      *self,
                                  guint        field);
void        pz_form_set_live     (PzForm      *self,
                                  PzClassroom *classroom,
                                  PzRecord    *original);
void        pz_form_show_problem (PzForm      *self,
                                  guint        field,
                                  const char  *text);
const char *pz_form_get_problem  (PzForm      *self,
                                  guint        field);
gboolean    pz_form_commit       (PzForm      *self);

G_END_DECLS

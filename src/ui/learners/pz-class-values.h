/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/* What stands in the sets of the learners of a class (strengths, languages ...), to be offered where such a value is
 * typed. Collected bit by bit while nothing else is to do. Signal: "changed". */
#define PZ_TYPE_CLASS_VALUES (pz_class_values_get_type ())
G_DECLARE_FINAL_TYPE (PzClassValues, pz_class_values, PZ, CLASS_VALUES, GObject)

PzClassValues *pz_class_values_new     (PzClassroom   *classroom);
void           pz_class_values_collect (PzClassValues *self);
void           pz_class_values_add     (PzClassValues *self,
                                        guint          field,
                                        const char    *value);
GStrv          pz_class_values_dup     (PzClassValues *self,
                                        guint          field);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/**
 * PzEdit:
 * @classroom: (nullable): saves what is changed; %NULL for a draft
 * @record: the record
 * @field: which of its fields
 *
 * What an editor of one field works on. It does not own any of it: the page that has the editors does.
 */
typedef struct
{
  PzClassroom *classroom;
  PzRecord *record;
  guint field;
} PzEdit;

const PzField *pz_edit_get_field  (const PzEdit *self);
char          *pz_edit_dup_label  (const PzEdit *self);
void           pz_edit_queue_save (const PzEdit *self);
const char    *pz_choice_get_label (guint        field,
                                    const char  *choice);

G_END_DECLS

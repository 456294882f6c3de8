/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A long text of a record. What is typed is taken over when the field is left or after a pause. */
#define PZ_TYPE_NOTE_FIELD (pz_note_field_get_type ())
G_DECLARE_FINAL_TYPE (PzNoteField, pz_note_field, PZ, NOTE_FIELD, GtkTextView)

GtkWidget *pz_note_field_new    (const PzEdit *edit);
void       pz_note_field_update (PzNoteField  *self);
void       pz_note_field_commit (PzNoteField  *self);

G_END_DECLS

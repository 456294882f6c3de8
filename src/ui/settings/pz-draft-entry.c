/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-draft-entry.h"

#include "pz-number-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _PzDraftEntry
{
  AdwEntryRow parent_instance;

  PzRecord *draft;
  guint field;
  gboolean updating; /* one of both follows the other */
};

enum
{
  PROBLEM,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PzDraftEntry, pz_draft_entry, ADW_TYPE_ENTRY_ROW)

static const PzField *
get_field (PzDraftEntry *self)
{
  return &pz_schema_get_record (pz_record_get_record_type (self->draft))->fields[self->field];
}

static char *
dup_shown (PzDraftEntry *self)
{
  const char *text;

  if (get_field (self)->kind == PZ_FIELD_NUMBER)
    return pz_number_to_text (pz_record_get_number (self->draft, self->field));
  text = pz_record_get_text (self->draft, self->field);
  return g_strdup (text != NULL ? text : "");
}

static gboolean
take_number (PzDraftEntry  *self,
             const char    *text,
             GError       **error)
{
  double number = NAN;

  if (*text != '\0' && (!pz_number_from_text (text, &number, error)
                        || !pz_field_check_number (get_field (self), number, error)))
    return FALSE;
  pz_record_set_number (self->draft, self->field, number);
  return TRUE;
}

static gboolean
take_text (PzDraftEntry  *self,
           const char    *text,
           GError       **error)
{
  if (*text != '\0' && !pz_field_check_text (get_field (self), text, error))
    return FALSE;
  pz_record_set_text (self->draft, self->field, *text != '\0' ? text : NULL);
  return TRUE;
}

static void
typed_cb (PzDraftEntry *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  g_autoptr(GError) error = NULL;

  if (self->updating)
    return;
  self->updating = TRUE;
  if (get_field (self)->kind == PZ_FIELD_NUMBER)
    take_number (self, text, &error);
  else
    take_text (self, text, &error);
  self->updating = FALSE;
  g_signal_emit (self, signals[PROBLEM], 0, error != NULL ? error->message : NULL);
}

static void
draft_changed_cb (PzDraftEntry *self)
{
  g_autofree char *text = NULL;

  if (self->updating)
    return;
  text = dup_shown (self);
  self->updating = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->updating = FALSE;
}

static void
left_cb (PzDraftEntry *self)
{
  if (self->draft != NULL)
    g_signal_emit (self, signals[LEFT], 0);
}

static void
pz_draft_entry_dispose (GObject *object)
{
  PzDraftEntry *self = PZ_DRAFT_ENTRY (object);

  g_clear_object (&self->draft);
  G_OBJECT_CLASS (pz_draft_entry_parent_class)->dispose (object);
}

static void
pz_draft_entry_class_init (PzDraftEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_draft_entry_dispose;
  signals[PROBLEM] = g_signal_new ("problem", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
pz_draft_entry_init (PzDraftEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "changed", G_CALLBACK (typed_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (left_cb), NULL);
}

/**
 * pz_draft_entry_new:
 * @draft: the record that is written
 * @field: a text or a number
 *
 * Returns: (transfer floating): a row that shows the field and changes it
 */
GtkWidget *
pz_draft_entry_new (PzRecord *draft,
                    guint     field)
{
  PzDraftEntry *self;
  g_autofree char *signal = NULL;

  g_return_val_if_fail (PZ_IS_RECORD (draft), NULL);

  self = g_object_new (PZ_TYPE_DRAFT_ENTRY, "use-markup", FALSE, NULL);
  self->updating = TRUE;
  self->draft = g_object_ref (draft);
  self->field = field;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), pz_field_get_label (get_field (self)));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), pz_field_get_purpose (get_field (self)));
  if (get_field (self)->kind == PZ_FIELD_NUMBER)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_NUMBER);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE); /* Ctrl+Z is the undo of the class */
  signal = g_strconcat ("notify::", get_field (self)->name, NULL);
  g_signal_connect_object (draft, signal, G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  self->updating = FALSE;
  draft_changed_cb (self);
  return GTK_WIDGET (self);
}

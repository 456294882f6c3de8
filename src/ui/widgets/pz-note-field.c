/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-note-field.h"

/* A pause this long, in ms, is the end of a change. */
#define PAUSE_MS 2000

struct _PzNoteField
{
  GtkTextView parent_instance;

  PzEdit edit;
  char *seen;  /* (nullable): what the record said when it was shown last */
  guint pause; /* running while something typed was not taken over */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PzNoteField, pz_note_field, GTK_TYPE_TEXT_VIEW)

static gboolean
pause_over_cb (gpointer user_data)
{
  PzNoteField *self = PZ_NOTE_FIELD (user_data);

  self->pause = 0;
  pz_note_field_commit (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (PzNoteField *self)
{
  if (self->updating)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, pause_over_cb, self);
}

static void
record_changed_cb (PzNoteField *self)
{
  if (self->pause == 0)
    pz_note_field_update (self);
}

static char *
dup_text (PzNoteField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
pz_note_field_dispose (GObject *object)
{
  PzNoteField *self = PZ_NOTE_FIELD (object);

  if (self->pause != 0 && self->edit.record != NULL)
    pz_note_field_commit (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->edit.record);
  g_clear_object (&self->edit.classroom);
  g_clear_pointer (&self->seen, g_free);
  G_OBJECT_CLASS (pz_note_field_parent_class)->dispose (object);
}

static void
pz_note_field_class_init (PzNoteFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_note_field_dispose;
}

static void
pz_note_field_init (PzNoteField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE); /* Tab leaves the field */
  gtk_text_view_set_top_margin (view, 12);
  gtk_text_view_set_bottom_margin (view, 12);
  gtk_text_view_set_left_margin (view, 12);
  gtk_text_view_set_right_margin (view, 12);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE); /* Ctrl+Z is the undo of the class */
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, 96);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "note-field");
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (pz_note_field_commit), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * pz_note_field_new:
 * @edit: a long text
 *
 * Returns: (transfer floating): a text that shows the field and changes it
 */
GtkWidget *
pz_note_field_new (const PzEdit *edit)
{
  PzNoteField *self;
  const PzField *field;
  g_autofree char *signal = NULL;

  g_return_val_if_fail (edit != NULL, NULL);

  field = pz_edit_get_field (edit);
  self = g_object_new (PZ_TYPE_NOTE_FIELD, "tooltip-text", pz_field_get_purpose (field), NULL);
  self->edit = (PzEdit) { g_object_ref (edit->classroom), g_object_ref (edit->record), edit->field };
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, pz_field_get_label (field), -1);
  signal = g_strconcat ("notify::", field->name, NULL);
  g_signal_connect_object (edit->record, signal, G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  pz_note_field_update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_note_field_update:
 * @self: the field
 *
 * Shows what the record says.
 */
void
pz_note_field_update (PzNoteField *self)
{
  g_autofree char *shown = NULL;
  const char *text;

  g_return_if_fail (PZ_IS_NOTE_FIELD (self));

  text = pz_record_get_text (self->edit.record, self->edit.field);
  shown = dup_text (self);
  g_free (self->seen);
  self->seen = g_strdup (text);
  if (g_strcmp0 (shown, text != NULL ? text : "") == 0)
    return;
  self->updating = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), text != NULL ? text : "", -1);
  self->updating = FALSE;
}

/**
 * pz_note_field_commit:
 * @self: the field
 *
 * Takes over what was typed; what is longer than the schema allows stays in the field, marked, and is not taken over.
 */
void
pz_note_field_commit (PzNoteField *self)
{
  const PzField *field;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  const char *old;

  g_return_if_fail (PZ_IS_NOTE_FIELD (self));

  if (self->edit.record == NULL)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  field = pz_edit_get_field (&self->edit);
  text = g_strchomp (dup_text (self));
  old = pz_record_get_text (self->edit.record, self->edit.field);
  if (*text != '\0')
    pz_field_check_text (field, text, &error);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), error != NULL ? error->message : pz_field_get_purpose (field));
  if (error != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  if (g_strcmp0 (text, old != NULL ? old : "") == 0)
    return;
  if (g_strcmp0 (text, self->seen != NULL ? self->seen : "") == 0) /* nothing was changed, but by somebody else */
    pz_note_field_update (self);
  else
    {
      pz_record_revise_text (self->edit.record, self->edit.field, *text != '\0' ? text : NULL, self->seen);
      pz_edit_queue_save (&self->edit);
    }
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-field-row.h"

#include "pz-conflict-badge.h"

/* A pause this long, in ms, is the end of a change. */
#define PAUSE_MS 1000

struct _PzFieldRow
{
  AdwEntryRow parent_instance;

  PzEdit edit;
  char *seen;        /* (nullable): what the record said when it was shown last */
  guint pause;       /* running while something typed was not taken over */
  gboolean updating; /* the text changes because the record did */
};

G_DEFINE_FINAL_TYPE (PzFieldRow, pz_field_row, ADW_TYPE_ENTRY_ROW)

static void
show_problem (PzFieldRow   *self,
              const GError *error)
{
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), error != NULL ? error->message
                                                                : pz_field_get_purpose (pz_edit_get_field (&self->edit)));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
pause_over_cb (gpointer user_data)
{
  PzFieldRow *self = PZ_FIELD_ROW (user_data);

  self->pause = 0;
  pz_field_row_commit (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (PzFieldRow *self)
{
  if (self->updating)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, pause_over_cb, self);
}

static void
record_changed_cb (PzFieldRow *self)
{
  if (self->pause == 0) /* otherwise somebody is typing: what came waits beside it when it is taken over */
    pz_field_row_update (self);
}

static void
pz_field_row_dispose (GObject *object)
{
  PzFieldRow *self = PZ_FIELD_ROW (object);

  if (self->pause != 0 && self->edit.record != NULL)
    pz_field_row_commit (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->edit.record);
  g_clear_object (&self->edit.classroom);
  g_clear_pointer (&self->seen, g_free);
  G_OBJECT_CLASS (pz_field_row_parent_class)->dispose (object);
}

static void
pz_field_row_class_init (PzFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_field_row_dispose;
}

static void
pz_field_row_init (PzFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (pz_field_row_commit), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (self, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self, "entry-activated", G_CALLBACK (pz_field_row_commit), self);
}

/* what other devices wrote in the field waits beside it */
static void
add_badge (PzFieldRow *self)
{
  GtkWidget *badge = pz_conflict_badge_new (self->edit.record, self->edit.field, PZ_BADGE_BARE);

  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), badge);
  g_signal_connect_object (self->edit.classroom, "document-reloaded", G_CALLBACK (pz_conflict_badge_update), badge,
                           G_CONNECT_SWAPPED);
}

/**
 * pz_field_row_new:
 * @edit: a text field
 *
 * Returns: (transfer floating): a row that shows the field and changes it
 */
GtkWidget *
pz_field_row_new (const PzEdit *edit)
{
  PzFieldRow *self;
  g_autofree char *signal = NULL;

  g_return_val_if_fail (edit != NULL, NULL);

  self = g_object_new (PZ_TYPE_FIELD_ROW, "use-markup", FALSE, NULL);
  self->edit = (PzEdit) { g_object_ref (edit->classroom), g_object_ref (edit->record), edit->field };
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), pz_field_get_label (pz_edit_get_field (edit)));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE); /* Ctrl+Z is the undo of the class */
  signal = g_strconcat ("notify::", pz_edit_get_field (edit)->name, NULL);
  g_signal_connect_object (edit->record, signal, G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  if (edit->classroom != NULL)
    add_badge (self);
  pz_field_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_field_row_update:
 * @self: the row
 *
 * Shows what the record says.
 */
void
pz_field_row_update (PzFieldRow *self)
{
  const char *text;

  g_return_if_fail (PZ_IS_FIELD_ROW (self));

  text = pz_record_get_text (self->edit.record, self->edit.field);
  self->updating = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text != NULL ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text != NULL ? text : "");
  self->updating = FALSE;
  g_free (self->seen);
  self->seen = g_strdup (text);
  show_problem (self, NULL);
}

/**
 * pz_field_row_commit:
 * @self: the row
 *
 * Takes over what was typed. What the schema does not allow stays in the field, marked, and is not taken over.
 */
void
pz_field_row_commit (PzFieldRow *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (PZ_IS_FIELD_ROW (self));

  if (self->edit.record == NULL)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  if (g_strcmp0 (text, pz_record_get_text (self->edit.record, self->edit.field)) == 0
      || (*text == '\0' && pz_record_get_text (self->edit.record, self->edit.field) == NULL))
    {
      show_problem (self, NULL);
      return;
    }
  if (g_strcmp0 (text, self->seen != NULL ? self->seen : "") == 0) /* nothing was changed, but by somebody else */
    {
      pz_field_row_update (self);
      return;
    }
  if (*text != '\0' && !pz_field_check_text (pz_edit_get_field (&self->edit), text, &error))
    {
      show_problem (self, error);
      return;
    }
  show_problem (self, NULL);
  pz_record_revise_text (self->edit.record, self->edit.field, *text != '\0' ? text : NULL, self->seen);
  pz_edit_queue_save (&self->edit);
}

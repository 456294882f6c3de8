/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-record-dialog.h"

#include "pz-draft-entry.h"
#include "pz-position.h"
#include "pz-record-words.h"

#include <glib/gi18n-lib.h>

struct _PzRecordDialog
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  PzRecordType type;
  PzRecord *record; /* NULL: a new one */
  PzDraft *draft;
  PzDraft *base; /* the values it had at first */
  GCancellable *cancellable; /* of the counting of uses */
  GtkWidget *form;

  GtkWidget *box;
  GtkWidget *save_button;
  GtkWidget *delete_box;
  GtkWidget *delete_button;
  GtkWidget *uses_label;
};

G_DEFINE_FINAL_TYPE (PzRecordDialog, pz_record_dialog, ADW_TYPE_WINDOW)

static guint deleted_signal;
static guint saved_signal;

/* The order is changed in the list; of templates only phrases are made here. */
static gboolean
is_shown (PzRecordDialog *self,
          guint           field)
{
  const PzField *schema = &pz_schema_get_record (self->type)->fields[field];

  return field != pz_schema_get_deleted (self->type) && g_strcmp0 (schema->name, "position") != 0
         && !(self->type == PZ_RECORD_TEMPLATE && field == PZ_TEMPLATE_KIND);
}

static void
add_fields (PzRecordDialog *self)
{
  for (guint i = 0; i < pz_schema_get_record (self->type)->n_fields; i++)
    if (is_shown (self, i))
      {
        GtkWidget *row = pz_form_add (PZ_FORM (self->form), i);

        if (PZ_IS_DRAFT_ENTRY (row))
          adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
      }
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PzRecordDialog) self = PZ_RECORD_DIALOG (user_data);
  g_autofree char *text = NULL;
  PzUses uses;

  if (!pz_classroom_count_uses_finish (PZ_CLASSROOM (source), result, &uses, NULL) || self->record == NULL)
    return; /* without a count nothing is said; deleting can be undone anyhow */
  text = pz_record_words_dup_uses (self->type, &uses);
  gtk_label_set_label (GTK_LABEL (self->uses_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->uses_label, text != NULL);
}

static void
pz_record_dialog_dispose (GObject *object)
{
  PzRecordDialog *self = PZ_RECORD_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->classroom);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (pz_record_dialog_parent_class)->dispose (object);
}

static void
pz_record_dialog_finalize (GObject *object)
{
  PzRecordDialog *self = PZ_RECORD_DIALOG (object);

  g_clear_pointer (&self->draft, pz_draft_free);
  g_clear_pointer (&self->base, pz_draft_free);
  G_OBJECT_CLASS (pz_record_dialog_parent_class)->finalize (object);
}

static void
pz_record_dialog_class_init (PzRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_record_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_record_dialog_finalize;
  deleted_signal = g_signal_new ("deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  saved_signal = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, PZ_TYPE_RECORD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzRecordDialog, box);
  gtk_widget_class_bind_template_child (widget_class, PzRecordDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, PzRecordDialog, delete_box);
  gtk_widget_class_bind_template_child (widget_class, PzRecordDialog, delete_button);
  gtk_widget_class_bind_template_child (widget_class, PzRecordDialog, uses_label);
  gtk_widget_class_bind_template_callback (widget_class, pz_record_dialog_save);
  gtk_widget_class_bind_template_callback (widget_class, pz_record_dialog_delete);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_record_dialog_init (PzRecordDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_up (PzRecordDialog *self)
{
  gboolean locked = pz_classroom_is_read_only (self->classroom);

  self->draft = pz_draft_new (pz_classroom_get_environment (self->classroom), self->type);
  self->base = pz_draft_new (pz_classroom_get_environment (self->classroom), self->type);
  if (self->record != NULL)
    pz_draft_copy (self->record, self->draft->record);
  else if (self->type == PZ_RECORD_TEMPLATE)
    pz_record_set_text (self->draft->record, PZ_TEMPLATE_KIND, "phrase");
  if (self->record != NULL)
    pz_draft_copy (self->record, self->base->record);
  self->form = pz_form_new (self->draft->record);
  add_fields (self);
  gtk_box_prepend (GTK_BOX (self->box), self->form);
  gtk_widget_set_sensitive (self->form, !locked);
  gtk_widget_set_visible (self->save_button, !locked);
  gtk_widget_set_visible (self->delete_box, self->record != NULL && !locked);
  gtk_button_set_label (GTK_BUTTON (self->delete_button), pz_record_words_get (self->type, PZ_WORD_DELETE));
  gtk_window_set_title (GTK_WINDOW (self),
                        pz_record_words_get (self->type, self->record != NULL ? PZ_WORD_ONE : PZ_WORD_NEW));
  if (self->record == NULL)
    gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
  else if (!locked)
    pz_classroom_count_uses_async (self->classroom, pz_record_get_id (self->record), self->cancellable, counted_cb,
                                   g_object_ref (self));
}

/**
 * pz_record_dialog_new:
 * @classroom: saves what is changed
 * @type: a type of record that class settings show
 * @record: (nullable): the record to change; %NULL for a new one
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
pz_record_dialog_new (PzClassroom  *classroom,
                      PzRecordType  type,
                      PzRecord     *record)
{
  PzRecordDialog *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);
  g_return_val_if_fail (record == NULL || pz_record_get_record_type (record) == type, NULL);

  self = g_object_new (PZ_TYPE_RECORD_DIALOG, NULL);
  self->classroom = g_object_ref (classroom);
  self->type = type;
  g_set_object (&self->record, record);
  set_up (self);
  return GTK_WIDGET (self);
}

/**
 * pz_record_dialog_get_draft:
 * @self: the dialog
 *
 * Returns: (transfer none): the values as they are typed
 */
PzRecord *
pz_record_dialog_get_draft (PzRecordDialog *self)
{
  g_return_val_if_fail (PZ_IS_RECORD_DIALOG (self), NULL);
  return self->draft->record;
}

/**
 * pz_record_dialog_get_form:
 * @self: the dialog
 *
 * Returns: (transfer none): its fields
 */
PzForm *
pz_record_dialog_get_form (PzRecordDialog *self)
{
  g_return_val_if_fail (PZ_IS_RECORD_DIALOG (self), NULL);
  return PZ_FORM (self->form);
}

/**
 * pz_record_dialog_save:
 * @self: the dialog
 *
 * Writes what was typed into the record, which is made now when it is a new one, and closes. Says what is wrong instead
 * when something is.
 */
void
pz_record_dialog_save (PzRecordDialog *self)
{
  PzDocument *document;
  g_autoptr(GError) error = NULL;
  gboolean is_new;
  guint field;

  g_return_if_fail (PZ_IS_RECORD_DIALOG (self));

  if (pz_classroom_is_read_only (self->classroom) || !pz_form_commit (PZ_FORM (self->form)))
    return;
  document = pz_classroom_get_document (self->classroom);
  if (!pz_draft_check (self->draft->record, document, self->record, &field, &error))
    {
      pz_form_show_problem (PZ_FORM (self->form), field, error->message);
      return;
    }
  is_new = self->record == NULL;
  if (is_new) /* the document holds it */
    self->record = g_object_ref (pz_document_add (document, self->type));
  pz_draft_copy_changes (self->base->record, self->draft->record, self->record);
  if (is_new)
    pz_position_append (document, self->record);
  pz_classroom_queue_save (self->classroom,
                           pz_record_words_get (self->type, is_new ? PZ_WORD_UNDO_NEW : PZ_WORD_UNDO_CHANGE));
  g_signal_emit (self, saved_signal, 0, self->record);
  gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * pz_record_dialog_delete:
 * @self: the dialog, of a record that is there
 *
 * Moves the record to the trash, which can be undone, and closes.
 */
void
pz_record_dialog_delete (PzRecordDialog *self)
{
  g_return_if_fail (PZ_IS_RECORD_DIALOG (self));
  g_return_if_fail (self->record != NULL);

  pz_document_delete (pz_classroom_get_document (self->classroom), self->record);
  pz_classroom_queue_save (self->classroom, pz_record_words_get (self->type, PZ_WORD_UNDO_DELETE));
  g_signal_emit (self, deleted_signal, 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-dialog.h"

#include "pz-activity-words.h"
#include "pz-classroom-plan.h"
#include "pz-compat.h"
#include "pz-draft-entry.h"
#include "pz-position.h"
#include "pz-reference-set.h"

#include <glib/gi18n-lib.h>

struct _PzActivityDialog
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  PzDocument *document; /* NULL: a new activity */
  PzRecord *record;     /* of the document; NULL: a new activity */
  PzDraft *draft;
  PzDraft *base;        /* the values it had at first */
  GtkWidget *form;
  GtkWidget *first; /* row of the form */

  GtkWidget *box;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (PzActivityDialog, pz_activity_dialog, ADW_TYPE_WINDOW)

static guint saved_signal;

static PzRecordType
get_record_type (PzActivityDialog *self)
{
  return pz_record_get_record_type (self->draft->record);
}

static const char *
get_title (PzActivityDialog *self)
{
  switch (get_record_type (self))
    {
    case PZ_RECORD_GROUP:
      return _("Group");
    case PZ_RECORD_PARTICIPATION:
      return _("Participation");
    default:
      return self->record != NULL ? _("Activity") : _("New activity");
    }
}

static const char *
get_undo_label (PzActivityDialog *self)
{
  switch (get_record_type (self))
    {
    case PZ_RECORD_GROUP:
      return C_("undo", "Change of a group");
    case PZ_RECORD_PARTICIPATION:
      return C_("undo", "Participation");
    default:
      return self->record != NULL ? C_("undo", "Change of an activity") : C_("undo", "New activity");
    }
}

/* ---- fields ---- */

static void
add_field (PzActivityDialog *self,
           guint             field)
{
  GtkWidget *row = pz_form_add (PZ_FORM (self->form), field);

  if (self->first == NULL)
    self->first = row;
  if (PZ_IS_DRAFT_ENTRY (row))
    adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
}

/* nothing to tick is no row */
static void
add_references (PzActivityDialog *self,
                guint             field,
                PzRecordType      type,
                guint             name)
{
  g_autoptr(GPtrArray) records = pz_position_list (pz_classroom_get_document (self->classroom), type);

  if (records->len > 0)
    pz_form_add_row (PZ_FORM (self->form), field, pz_reference_set_new (self->draft->record, field, records, name));
}

static void
add_fields (PzActivityDialog *self)
{
  switch (get_record_type (self))
    {
    case PZ_RECORD_GROUP:
      add_field (self, PZ_GROUP_NAME);
      break;
    case PZ_RECORD_PARTICIPATION:
      add_field (self, PZ_PARTICIPATION_ROLE);
      add_field (self, PZ_PARTICIPATION_CONTRIBUTION);
      add_field (self, PZ_PARTICIPATION_NOTE);
      break;
    default:
      add_field (self, PZ_ACTIVITY_TITLE);
      add_field (self, PZ_ACTIVITY_DATE);
      add_field (self, PZ_ACTIVITY_MINUTES);
      add_field (self, PZ_ACTIVITY_SETTING);
      add_references (self, PZ_ACTIVITY_STRATEGIES, PZ_RECORD_STRATEGY, PZ_STRATEGY_NAME);
      add_references (self, PZ_ACTIVITY_GOALS, PZ_RECORD_GOAL, PZ_GOAL_TITLE);
      add_field (self, PZ_ACTIVITY_AIMS);
      break;
    }
}

/* ---- the dialog ---- */

static void
pz_activity_dialog_dispose (GObject *object)
{
  PzActivityDialog *self = PZ_ACTIVITY_DIALOG (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->document);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (pz_activity_dialog_parent_class)->dispose (object);
}

static void
pz_activity_dialog_finalize (GObject *object)
{
  g_clear_pointer (&PZ_ACTIVITY_DIALOG (object)->draft, pz_draft_free);
  g_clear_pointer (&PZ_ACTIVITY_DIALOG (object)->base, pz_draft_free);
  G_OBJECT_CLASS (pz_activity_dialog_parent_class)->finalize (object);
}

static void
pz_activity_dialog_class_init (PzActivityDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_activity_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_activity_dialog_finalize;
  /**
   * PzActivityDialog::saved:
   * @id: of the activity
   *
   * What was typed is in the class now.
   */
  saved_signal = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-activity-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzActivityDialog, box);
  gtk_widget_class_bind_template_child (widget_class, PzActivityDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, pz_activity_dialog_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_activity_dialog_init (PzActivityDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_up (PzActivityDialog *self,
        PzRecordType      type)
{
  PzEnvironment *environment = pz_classroom_get_environment (self->classroom);
  char today[PZ_DAY_TEXT_SIZE];

  self->draft = pz_draft_new (environment, type);
  self->base = pz_draft_new (environment, type);
  if (self->record != NULL)
    {
      pz_draft_copy (self->record, self->draft->record);
      pz_draft_copy (self->record, self->base->record);
    }
  else
    {
      pz_day_to_text (pz_activity_words_get_today (self->classroom), today);
      pz_record_set_text (self->draft->record, PZ_ACTIVITY_DATE, today);
    }
  self->form = pz_form_new (self->draft->record);
  add_fields (self);
  gtk_box_append (GTK_BOX (self->box), self->form);
  gtk_widget_set_sensitive (self->form, !pz_classroom_is_read_only (self->classroom));
  gtk_widget_set_visible (self->save_button, !pz_classroom_is_read_only (self->classroom));
  gtk_window_set_title (GTK_WINDOW (self), get_title (self));
  pz_widget_set_spoken_name (gtk_widget_get_parent (self->first), get_title (self));
  gtk_widget_grab_focus (self->first);
}

/**
 * pz_activity_dialog_new:
 * @classroom: saves what is changed
 * @document: (nullable): of an activity; %NULL for a new one
 * @record: (nullable): the activity, a group or a participation of it; %NULL for a new activity
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
pz_activity_dialog_new (PzClassroom *classroom,
                        PzDocument  *document,
                        PzRecord    *record)
{
  PzActivityDialog *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && (document == NULL) == (record == NULL), NULL);

  self = g_object_new (PZ_TYPE_ACTIVITY_DIALOG, NULL);
  self->classroom = g_object_ref (classroom);
  g_set_object (&self->document, document);
  g_set_object (&self->record, record);
  set_up (self, record != NULL ? pz_record_get_record_type (record) : PZ_RECORD_ACTIVITY);
  return GTK_WIDGET (self);
}

/**
 * pz_activity_dialog_get_draft:
 * @self: the dialog
 *
 * Returns: (transfer none): the values as they are typed
 */
PzRecord *
pz_activity_dialog_get_draft (PzActivityDialog *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITY_DIALOG (self), NULL);
  return self->draft->record;
}

/**
 * pz_activity_dialog_get_form:
 * @self: the dialog
 *
 * Returns: (transfer none): its fields
 */
PzForm *
pz_activity_dialog_get_form (PzActivityDialog *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITY_DIALOG (self), NULL);
  return PZ_FORM (self->form);
}

static void
make_activity (PzActivityDialog *self)
{
  self->document = pz_classroom_plan_activity (self->classroom,
                                               pz_record_get_text (self->draft->record, PZ_ACTIVITY_TITLE), 0);
  self->record = g_object_ref (pz_document_get_owner (self->document));
}

/**
 * pz_activity_dialog_save:
 * @self: the dialog
 *
 * Writes what was typed, into a new activity when there is none yet, and closes. Says what is wrong instead when something
 * is.
 */
void
pz_activity_dialog_save (PzActivityDialog *self)
{
  g_autoptr(GError) error = NULL;
  const char *label;
  guint field;

  g_return_if_fail (PZ_IS_ACTIVITY_DIALOG (self));

  if (pz_classroom_is_read_only (self->classroom) || !pz_form_commit (PZ_FORM (self->form)))
    return;
  /* groups of two rounds may have one name */
  if (get_record_type (self) != PZ_RECORD_GROUP
      && !pz_draft_check (self->draft->record, pz_classroom_get_document (self->classroom), self->record, &field, &error))
    {
      pz_form_show_problem (PZ_FORM (self->form), field, error->message);
      return;
    }
  label = get_undo_label (self);
  if (self->record == NULL)
    make_activity (self);
  pz_draft_copy_changes (self->base->record, self->draft->record, self->record);
  pz_classroom_queue_save (self->classroom, label);
  g_signal_emit (self, saved_signal, 0, pz_document_get_id (self->document));
  gtk_window_destroy (GTK_WINDOW (self));
}

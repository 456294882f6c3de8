/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-phase-dialog.h"

#include "pz-draft-entry.h"
#include "pz-goal-words.h"
#include "pz-learner-details.h"
#include "pz-phase.h"
#include "pz-record-choice.h"

#include <glib/gi18n-lib.h>

struct _PzPhaseDialog
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  PzDocument *home; /* the goal and its phases stand in it */
  PzRecord *goal;
  PzRecord *phase;  /* NULL: a new one */
  PzDraft *draft;
  PzDraft *base;    /* the values it had at first */
  GtkWidget *form;
  GtkWidget *strategy;

  AdwWindowTitle *title;
  GtkWidget *box;
  GtkWidget *save_button;
  GtkWidget *delete_button;
};

G_DEFINE_FINAL_TYPE (PzPhaseDialog, pz_phase_dialog, ADW_TYPE_WINDOW)

static void
tell_parent (PzPhaseDialog *self,
             const char    *message)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-undo", "s", message);
}

static void
draft_changed_cb (PzPhaseDialog *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *hint = pz_phase_dup_hint (self->draft->record, self->goal);

  gtk_widget_set_sensitive (self->save_button, pz_phase_check (self->draft->record, &error));
  gtk_widget_set_tooltip_text (self->save_button, error != NULL ? error->message : NULL);
  pz_form_show_hint (PZ_FORM (self->form), PZ_PHASE_START, hint);
}

static void
pz_phase_dialog_dispose (GObject *object)
{
  PzPhaseDialog *self = PZ_PHASE_DIALOG (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->home);
  g_clear_object (&self->goal);
  g_clear_object (&self->phase);
  G_OBJECT_CLASS (pz_phase_dialog_parent_class)->dispose (object);
}

static void
pz_phase_dialog_finalize (GObject *object)
{
  PzPhaseDialog *self = PZ_PHASE_DIALOG (object);

  g_clear_pointer (&self->draft, pz_draft_free);
  g_clear_pointer (&self->base, pz_draft_free);
  G_OBJECT_CLASS (pz_phase_dialog_parent_class)->finalize (object);
}

static void
pz_phase_dialog_class_init (PzPhaseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_phase_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_phase_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-phase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzPhaseDialog, title);
  gtk_widget_class_bind_template_child (widget_class, PzPhaseDialog, box);
  gtk_widget_class_bind_template_child (widget_class, PzPhaseDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, PzPhaseDialog, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, pz_phase_dialog_save);
  gtk_widget_class_bind_template_callback (widget_class, pz_phase_dialog_delete);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_phase_dialog_init (PzPhaseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
make_drafts (PzPhaseDialog *self)
{
  PzEnvironment *environment = pz_classroom_get_environment (self->classroom);

  self->draft = pz_draft_new (environment, PZ_RECORD_PHASE);
  self->base = pz_draft_new (environment, PZ_RECORD_PHASE);
  if (self->phase != NULL)
    {
      pz_draft_copy (self->phase, self->draft->record);
      pz_draft_copy (self->phase, self->base->record);
    }
  else
    pz_phase_init_new (self->draft->record, self->goal, environment);
}

static void
add_form (PzPhaseDialog *self)
{
  self->form = pz_form_new (self->draft->record);
  self->strategy = pz_record_choice_add (PZ_FORM (self->form), self->classroom, self->draft->record, PZ_PHASE_STRATEGY);
  pz_form_add (PZ_FORM (self->form), PZ_PHASE_START);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (pz_form_add (PZ_FORM (self->form), PZ_PHASE_NOTE)), TRUE);
  gtk_box_prepend (GTK_BOX (self->box), self->form);
  g_signal_connect_object (self->draft->record, "notify", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pz_phase_dialog_new:
 * @classroom: saves what is written
 * @learner: the document of a learner
 * @goal: a goal of the learner, or one of the class that the learner shares
 * @phase: (nullable): the change to change; %NULL for a new one
 *
 * A phase of a shared goal goes into the document of the class, beside the goal.
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
pz_phase_dialog_new (PzClassroom *classroom,
                     PzDocument  *learner,
                     PzRecord    *goal,
                     PzRecord    *phase)
{
  PzPhaseDialog *self;
  PzDocument *own;
  gboolean locked;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (learner) && PZ_IS_RECORD (goal), NULL);
  g_return_val_if_fail (phase == NULL || pz_record_get_record_type (phase) == PZ_RECORD_PHASE, NULL);

  own = pz_classroom_get_document (classroom);
  locked = pz_classroom_is_read_only (classroom);
  self = g_object_new (PZ_TYPE_PHASE_DIALOG, NULL);
  self->classroom = g_object_ref (classroom);
  self->home = g_object_ref (pz_document_find (own, pz_record_get_id (goal)) == goal ? own : learner);
  self->goal = g_object_ref (goal);
  g_set_object (&self->phase, phase);
  make_drafts (self);
  add_form (self);
  /* Translators: a change of the teaching for a goal; short, the title of a window */
  gtk_window_set_title (GTK_WINDOW (self), phase != NULL ? C_("phase", "Change") : C_("phase", "New Change"));
  pz_details_name_lists (self->form, gtk_window_get_title (GTK_WINDOW (self)));
  adw_window_title_set_title (self->title, gtk_window_get_title (GTK_WINDOW (self)));
  adw_window_title_set_subtitle (self->title, pz_goal_words_get_title (goal));
  gtk_widget_set_sensitive (self->form, !locked);
  gtk_widget_set_visible (self->save_button, !locked);
  gtk_widget_set_visible (self->delete_button, phase != NULL && !locked);
  draft_changed_cb (self);
  gtk_widget_grab_focus (self->strategy);
  return GTK_WIDGET (self);
}

/**
 * pz_phase_dialog_get_draft:
 * @self: the dialog
 *
 * Returns: (transfer none): the values as they are typed
 */
PzRecord *
pz_phase_dialog_get_draft (PzPhaseDialog *self)
{
  g_return_val_if_fail (PZ_IS_PHASE_DIALOG (self), NULL);
  return self->draft->record;
}

/**
 * pz_phase_dialog_get_form:
 * @self: the dialog
 *
 * Returns: (transfer none): its fields
 */
PzForm *
pz_phase_dialog_get_form (PzPhaseDialog *self)
{
  g_return_val_if_fail (PZ_IS_PHASE_DIALOG (self), NULL);
  return PZ_FORM (self->form);
}

/**
 * pz_phase_dialog_save:
 * @self: the dialog
 *
 * Writes what was typed into the phase, which is made now when it is a new one, and closes.
 */
void
pz_phase_dialog_save (PzPhaseDialog *self)
{
  gboolean is_new;

  g_return_if_fail (PZ_IS_PHASE_DIALOG (self));

  if (!pz_form_commit (PZ_FORM (self->form)) || pz_classroom_is_read_only (self->classroom)
      || !pz_phase_check (self->draft->record, NULL))
    return;
  is_new = self->phase == NULL;
  if (is_new) /* the document holds it */
    self->phase = g_object_ref (pz_document_add (self->home, PZ_RECORD_PHASE));
  if (pz_draft_copy_changes (self->base->record, self->draft->record, self->phase))
    {
      pz_classroom_queue_save (self->classroom, is_new ? C_("undo", "New change of teaching")
                                                       : C_("undo", "Correction of a change of teaching"));
      tell_parent (self, is_new ? _("Change of teaching added") : _("Change of teaching corrected"));
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * pz_phase_dialog_delete:
 * @self: the dialog, of a phase that is there
 *
 * Moves the phase to the trash, which can be undone, and closes.
 */
void
pz_phase_dialog_delete (PzPhaseDialog *self)
{
  g_return_if_fail (PZ_IS_PHASE_DIALOG (self));
  g_return_if_fail (self->phase != NULL);

  pz_document_delete (self->home, self->phase);
  pz_classroom_queue_save (self->classroom, C_("undo", "Deletion of a change of teaching"));
  tell_parent (self, _("Change of teaching deleted"));
  gtk_window_destroy (GTK_WINDOW (self));
}

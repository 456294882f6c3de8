/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-check-in-dialog.h"

#include "pz-check-in.h"
#include "pz-choice-row.h"
#include "pz-date.h"
#include "pz-day-row.h"
#include "pz-flow-layout.h"
#include "pz-goal.h"
#include "pz-learner.h"
#include "pz-phrases.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _PzCheckInDialog
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  PzDocument *learner;
  PzRecord *check_in; /* NULL: a new one */
  PzCheckInKind kind;

  AdwWindowTitle *title;
  GtkWidget *save_button;
  GtkWidget *delete_button;
  GtkWidget *kinds;
  GtkWidget *text;
  GtkWidget *placeholder;
  GtkWidget *phrases;
  GtkWidget *chips;   /* the phrases of the class */
  GtkWidget *group;
  GtkWidget *minutes;
  GtkWidget *day;
  GtkWidget *goal;
};

G_DEFINE_FINAL_TYPE (PzCheckInDialog, pz_check_in_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (PzCheckInDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* What stands in the dialog; text and date are the caller's. */
static PzCheckInDraft
make_draft (PzCheckInDialog *self,
            const char      *text,
            const char      *date)
{
  double minutes = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->minutes));

  return (PzCheckInDraft) { self->kind, date, text, minutes > 0 ? minutes : (double) NAN,
                            pz_choice_row_get_value (PZ_CHOICE_ROW (self->goal)) };
}

static char *
dup_date (PzCheckInDialog *self)
{
  GDate day;

  pz_day_row_get_day (PZ_DAY_ROW (self->day), &day);
  return pz_date_format (&day);
}

/* Only what says something can be kept; the button says what is missing. */
static void
update_save (PzCheckInDialog *self)
{
  g_autofree char *text = dup_text (self);
  g_autofree char *date = self->day != NULL ? dup_date (self) : NULL;
  g_autoptr(GError) error = NULL;
  PzCheckInDraft draft;

  if (self->goal == NULL) /* still being made */
    return;
  draft = make_draft (self, text, date);
  gtk_widget_set_sensitive (self->save_button, pz_check_in_check (&draft, &error));
  gtk_widget_set_tooltip_text (self->save_button, error != NULL ? error->message : NULL);
}

static void
text_changed_cb (PzCheckInDialog *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_set_visible (self->placeholder, *text == '\0');
  pz_phrases_set_text (PZ_PHRASES (self->chips), text);
  update_save (self);
}

static void
phrase_chosen_cb (PzPhrases       *phrases,
                  const char      *content,
                  PzCheckInDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start;

  gtk_text_buffer_delete_selection (buffer, FALSE, TRUE);
  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  if (!gtk_text_iter_starts_line (&start) && gtk_text_iter_backward_char (&start)
      && !g_unichar_isspace (gtk_text_iter_get_char (&start)))
    gtk_text_buffer_insert_at_cursor (buffer, " ", -1);
  gtk_text_buffer_insert_at_cursor (buffer, content, -1);
  gtk_widget_grab_focus (self->text);
}

static void
kind_toggled_cb (GtkToggleButton *button,
                 PzCheckInDialog *self)
{
  if (gtk_toggle_button_get_active (button))
    self->kind = (PzCheckInKind) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "pz-kind"));
}

static void
tell_parent (PzCheckInDialog *self,
             const char      *message)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-undo", "s", message);
}

static void
delete_clicked_cb (PzCheckInDialog *self)
{
  pz_document_delete (self->learner, self->check_in);
  pz_classroom_queue_save (self->classroom, C_("undo", "Deletion of a check-in"));
  tell_parent (self, _("Check-in deleted"));
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
save_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  PzCheckInDialog *self = PZ_CHECK_IN_DIALOG (widget);

  if (gtk_widget_get_sensitive (self->save_button) && gtk_widget_get_visible (self->save_button))
    pz_check_in_dialog_save (self);
  return GDK_EVENT_STOP;
}

static void
pz_check_in_dialog_dispose (GObject *object)
{
  PzCheckInDialog *self = PZ_CHECK_IN_DIALOG (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->learner);
  g_clear_object (&self->check_in);
  G_OBJECT_CLASS (pz_check_in_dialog_parent_class)->dispose (object);
}

static void
pz_check_in_dialog_class_init (PzCheckInDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_check_in_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-check-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzCheckInDialog, title);
  gtk_widget_class_bind_template_child (widget_class, PzCheckInDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, PzCheckInDialog, delete_button);
  gtk_widget_class_bind_template_child (widget_class, PzCheckInDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, PzCheckInDialog, text);
  gtk_widget_class_bind_template_child (widget_class, PzCheckInDialog, placeholder);
  gtk_widget_class_bind_template_child (widget_class, PzCheckInDialog, phrases);
  gtk_widget_class_bind_template_child (widget_class, PzCheckInDialog, group);
  gtk_widget_class_bind_template_child (widget_class, PzCheckInDialog, minutes);
  gtk_widget_class_bind_template_callback (widget_class, pz_check_in_dialog_save);
  gtk_widget_class_bind_template_callback (widget_class, update_save);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_kinds (PzCheckInDialog *self)
{
  GtkWidget *first = NULL;

  gtk_widget_set_layout_manager (self->kinds, pz_flow_layout_new (6));
  for (guint i = 0; i < PZ_N_CHECK_IN_KINDS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (pz_check_in_kind_get_label (i));

      gtk_widget_add_css_class (button, "chip");
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      if (first == NULL)
        first = button;
      g_object_set_data (G_OBJECT (button), "pz-kind", GUINT_TO_POINTER (i));
      g_signal_connect_object (button, "toggled", G_CALLBACK (kind_toggled_cb), self, 0);
      gtk_box_append (GTK_BOX (self->kinds), button);
    }
}

static void
show_kind (PzCheckInDialog *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->kinds); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "pz-kind")) == self->kind)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
pz_check_in_dialog_init (PzCheckInDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_kinds (self);
  /* before the text takes Enter for a new line */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                                                          gtk_callback_action_new (save_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), TRUE);
}

static void
add_rows (PzCheckInDialog *self,
          const char      *goal)
{
  g_autoptr(GPtrArray) goals = pz_goal_list (self->learner, pz_classroom_get_document (self->classroom), goal);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();
  GDate today;

  pz_environment_get_today (pz_classroom_get_environment (self->classroom), &today);
  self->day = pz_day_row_new (C_("check-in", "Day"), &today);
  g_signal_connect_object (self->day, "changed", G_CALLBACK (update_save), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->group), self->day);
  for (guint i = 0; i < goals->len; i++)
    {
      const char *title = pz_record_get_text (goals->pdata[i], PZ_GOAL_TITLE);

      g_ptr_array_add (ids, (gpointer) pz_record_get_id (goals->pdata[i]));
      g_ptr_array_add (titles, (gpointer) (title != NULL ? title : C_("goal", "Goal without a title")));
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (titles, NULL);
  self->goal = pz_choice_row_new_free (C_("check-in", "About the goal"), C_("check-in", "None"));
  pz_choice_row_set_choices (PZ_CHOICE_ROW (self->goal), (const char *const *) ids->pdata,
                             (const char *const *) titles->pdata);
  gtk_widget_set_visible (self->goal, goals->len > 0);
  gtk_list_box_append (GTK_LIST_BOX (self->group), self->goal);
}

static void
show_draft (PzCheckInDialog      *self,
            const PzCheckInDraft *draft)
{
  GDate day;

  self->kind = draft->kind;
  show_kind (self);
  if (draft->text != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), draft->text, -1);
  if (!isnan (draft->minutes))
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->minutes), draft->minutes);
  if (pz_date_parse (draft->date, &day))
    pz_day_row_set_day (PZ_DAY_ROW (self->day), &day);
  pz_choice_row_select (PZ_CHOICE_ROW (self->goal), draft->goal);
}

static void
lock (PzCheckInDialog *self)
{
  gboolean locked = pz_classroom_is_read_only (self->classroom);

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text), !locked);
  gtk_widget_set_sensitive (self->kinds, !locked);
  gtk_widget_set_sensitive (self->group, !locked);
  gtk_widget_set_visible (self->phrases, !locked);
  gtk_widget_set_visible (self->save_button, !locked);
  gtk_widget_set_visible (self->delete_button, !locked && self->check_in != NULL);
}

/**
 * pz_check_in_dialog_new:
 * @classroom: saves what is written
 * @learner: the document of the learner
 * @check_in: (nullable): the check-in to change; %NULL for a new one
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
pz_check_in_dialog_new (PzClassroom *classroom,
                        PzDocument  *learner,
                        PzRecord    *check_in)
{
  PzCheckInDialog *self;
  PzCheckInDraft draft = { PZ_CHECK_IN_IS_ONE_TO_ONE, NULL, NULL, NAN, NULL };
  g_autofree char *real_name = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (learner), NULL);

  self = g_object_new (PZ_TYPE_CHECK_IN_DIALOG, NULL);
  self->classroom = g_object_ref (classroom);
  self->learner = g_object_ref (learner);
  g_set_object (&self->check_in, check_in);
  if (check_in != NULL)
    draft = pz_check_in_get_draft (check_in);
  real_name = pz_learner_dup_display_name (pz_document_get_owner (learner));
  name = pz_privacy_dup_name (pz_document_get_id (learner), real_name);
  gtk_window_set_title (GTK_WINDOW (self), check_in != NULL ? _("Check-In") : _("New Check-In"));
  adw_window_title_set_title (self->title, gtk_window_get_title (GTK_WINDOW (self)));
  adw_window_title_set_subtitle (self->title, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), name);
  self->chips = pz_phrases_new (classroom);
  gtk_widget_set_hexpand (self->chips, TRUE);
  gtk_box_append (GTK_BOX (self->phrases), self->chips);
  add_rows (self, draft.goal);
  show_draft (self, &draft);
  g_signal_connect_object (self->chips, "chosen", G_CALLBACK (phrase_chosen_cb), self, 0);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "changed", G_CALLBACK (text_changed_cb),
                           self, G_CONNECT_SWAPPED);
  lock (self);
  text_changed_cb (self);
  gtk_widget_grab_focus (self->text);
  return GTK_WIDGET (self);
}

/**
 * pz_check_in_dialog_save:
 * @self: the dialog
 *
 * Writes what stands in the dialog into the check-in, which is made now when it is a new one, and closes.
 */
void
pz_check_in_dialog_save (PzCheckInDialog *self)
{
  g_autofree char *text = NULL;
  g_autofree char *date = NULL;
  PzCheckInDraft draft;

  g_return_if_fail (PZ_IS_CHECK_IN_DIALOG (self));

  gtk_spin_button_update (GTK_SPIN_BUTTON (self->minutes));
  text = dup_text (self);
  date = dup_date (self);
  draft = make_draft (self, text, date);
  if (!pz_check_in_check (&draft, NULL))
    return;
  if (self->check_in == NULL)
    pz_check_in_add (self->learner, &draft);
  else
    pz_check_in_change (self->learner, self->check_in, &draft);
  pz_classroom_queue_save (self->classroom, self->check_in == NULL ? C_("undo", "New check-in")
                                                                   : C_("undo", "Change of a check-in"));
  tell_parent (self, self->check_in == NULL ? _("Check-in added") : _("Check-in changed"));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-draft-text.h"

#define LEAST_HEIGHT 66 /* px, three lines of text of the usual size */

struct _PzDraftText
{
  AdwPreferencesRow parent_instance;

  PzRecord *draft;
  guint field;
  GtkWidget *view;
  GtkWidget *title;
  gboolean updating; /* one of both follows the other */
};

enum
{
  PROBLEM,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PzDraftText, pz_draft_text, ADW_TYPE_PREFERENCES_ROW)

static const PzField *
get_field (PzDraftText *self)
{
  return &pz_schema_get_record (pz_record_get_record_type (self->draft))->fields[self->field];
}

static char *
dup_typed (PzDraftText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strdup (g_strstrip (text));
}

static void
typed_cb (PzDraftText *self)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  if (self->updating)
    return;
  text = dup_typed (self);
  self->updating = TRUE;
  if (*text == '\0' || pz_field_check_text (get_field (self), text, &error))
    pz_record_set_text (self->draft, self->field, *text != '\0' ? text : NULL);
  self->updating = FALSE;
  g_signal_emit (self, signals[PROBLEM], 0, error != NULL ? error->message : NULL);
}

static void
draft_changed_cb (PzDraftText *self)
{
  const char *text;
  g_autofree char *typed = NULL;

  if (self->updating)
    return;
  text = pz_record_get_text (self->draft, self->field);
  typed = dup_typed (self);
  self->updating = TRUE;
  if (g_strcmp0 (typed, text != NULL ? text : "") != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text != NULL ? text : "", -1);
  self->updating = FALSE;
}

static void
left_cb (PzDraftText *self)
{
  if (self->draft != NULL)
    g_signal_emit (self, signals[LEFT], 0);
}

static void
pz_draft_text_dispose (GObject *object)
{
  PzDraftText *self = PZ_DRAFT_TEXT (object);

  g_clear_object (&self->draft);
  G_OBJECT_CLASS (pz_draft_text_parent_class)->dispose (object);
}

static void
pz_draft_text_class_init (PzDraftTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_draft_text_dispose;
  signals[PROBLEM] = g_signal_new ("problem", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
pz_draft_text_init (PzDraftText *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "caption");
  gtk_widget_add_css_class (self->title, "pz-dim");
  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_set_size_request (self->view, -1, LEAST_HEIGHT);
  gtk_widget_add_css_class (self->view, "pz-draft-text");
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), FALSE);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->view);
  gtk_widget_add_css_class (box, "pz-form-box");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->view, focus);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed", G_CALLBACK (typed_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * pz_draft_text_new:
 * @draft: the record that is written
 * @field: a long text
 *
 * Returns: (transfer floating): a row that shows the field and changes it
 */
GtkWidget *
pz_draft_text_new (PzRecord *draft,
                   guint     field)
{
  PzDraftText *self;
  g_autofree char *signal = NULL;

  g_return_val_if_fail (PZ_IS_RECORD (draft), NULL);

  self = g_object_new (PZ_TYPE_DRAFT_TEXT, NULL);
  self->draft = g_object_ref (draft);
  self->field = field;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), pz_field_get_label (get_field (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pz_field_get_label (get_field (self)), -1);
  gtk_label_set_label (GTK_LABEL (self->title), pz_field_get_label (get_field (self)));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), pz_field_get_purpose (get_field (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pz_field_get_label (get_field (self)), -1);
  signal = g_strconcat ("notify::", get_field (self)->name, NULL);
  g_signal_connect_object (draft, signal, G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  draft_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * pz_draft_text_get_view:
 * @self: the row
 *
 * Returns: (transfer none): where the text is typed
 */
GtkWidget *
pz_draft_text_get_view (PzDraftText *self)
{
  g_return_val_if_fail (PZ_IS_DRAFT_TEXT (self), NULL);
  return self->view;
}

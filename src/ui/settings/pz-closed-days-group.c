/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-closed-days-group.h"

#include "pz-class-rules.h"
#include "pz-closed-days-dialog.h"
#include "pz-compat.h"
#include "pz-holidays-dialog.h"
#include "pz-span-words.h"

#include <glib/gi18n-lib.h>

struct _PzClosedDaysGroup
{
  AdwPreferencesGroup parent_instance;

  PzClassroom *classroom;
  GPtrArray *rows;   /* borrowed */
  PzDaySpans *days;  /* as shown */
  GCancellable *cancellable; /* of the choice of a file */
};

G_DEFINE_FINAL_TYPE (PzClosedDaysGroup, pz_closed_days_group, ADW_TYPE_PREFERENCES_GROUP)

static PzRecord *
get_record (PzClosedDaysGroup *self)
{
  return pz_document_get_owner (pz_classroom_get_document (self->classroom));
}

static void
present (PzClosedDaysGroup *self,
         GtkWidget         *dialog)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remove_clicked_cb (PzClosedDaysGroup *self,
                   GtkWidget         *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  guint place;

  if (g_ptr_array_find (self->rows, row, &place)
      && pz_class_open_days (get_record (self), pz_day_spans_get (self->days, place)))
    pz_classroom_queue_save (self->classroom, C_("undo", "Removal of closed days"));
}

static GtkWidget *
make_row (PzClosedDaysGroup *self,
          const PzDaySpan   *days)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  g_autofree char *words = pz_span_dup_words (days);
  g_autofree char *length = pz_span_dup_length (days);
  g_autofree char *label = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), length);
  /* Translators: the name of a button; %s is a day, or the first and the last of some days */
  label = g_strdup_printf (_("Remove %s"), words);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, C_("closed days", "Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (button, !pz_classroom_is_read_only (self->classroom));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
add_row (PzClosedDaysGroup *self,
         GtkWidget         *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
update (PzClosedDaysGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->days, pz_day_spans_unref);
  self->days = pz_class_dup_closed (get_record (self));
  for (gsize i = 0; i < pz_day_spans_get_n (self->days); i++)
    add_row (self, make_row (self, pz_day_spans_get (self->days, i)));
  if (self->rows->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("No closed days yet"));
      gtk_widget_add_css_class (row, "pz-dim");
      add_row (self, row);
    }
}

static void
document_changed_cb (PzClosedDaysGroup *self,
                     PzRecord          *record,
                     guint              field)
{
  if (record == get_record (self) && field == PZ_CLASSROOM_CLOSED_DAYS)
    update (self);
}

static void
add_clicked_cb (PzClosedDaysGroup *self)
{
  present (self, pz_closed_days_dialog_new (self->classroom));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(PzClosedDaysGroup) self = PZ_CLOSED_DAYS_GROUP (user_data);
  g_autoptr(GFile) file = pz_choose_file_finish (result, NULL);

  if (file != NULL && self->classroom != NULL)
    pz_closed_days_group_import_file (self, file);
}

static void
import_clicked_cb (PzClosedDaysGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  pz_choose_file_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, PZ_CHOOSE_OPEN, _("Import Calendar of Holidays"),
                        NULL, self->cancellable, file_chosen_cb, g_object_ref (self));
}

static void
pz_closed_days_group_dispose (GObject *object)
{
  PzClosedDaysGroup *self = PZ_CLOSED_DAYS_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->classroom);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->days, pz_day_spans_unref);
  G_OBJECT_CLASS (pz_closed_days_group_parent_class)->dispose (object);
}

static void
pz_closed_days_group_class_init (PzClosedDaysGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_closed_days_group_dispose;
}

static void
pz_closed_days_group_init (PzClosedDaysGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

static void
add_header_buttons (PzClosedDaysGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const struct { const char *icon; const char *label; GCallback clicked; } buttons[] = {
    { "document-open-symbolic", _("Import Calendar…"), G_CALLBACK (import_clicked_cb) },
    { "list-add-symbolic", _("Add Closed Days…"), G_CALLBACK (add_clicked_cb) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_from_icon_name (buttons[i].icon);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, buttons[i].label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, buttons[i].label, -1);
      g_signal_connect_object (button, "clicked", buttons[i].clicked, self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (box, !pz_classroom_is_read_only (self->classroom));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), box);
}

/**
 * pz_closed_days_group_new:
 * @classroom: the class
 *
 * Returns: (transfer floating): a group with its closed days
 */
GtkWidget *
pz_closed_days_group_new (PzClassroom *classroom)
{
  PzClosedDaysGroup *self;
  PzDocument *document;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  document = pz_classroom_get_document (classroom);
  self = g_object_new (PZ_TYPE_CLOSED_DAYS_GROUP, NULL);
  self->classroom = g_object_ref (classroom);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Closed days"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("Holidays and other days without school. No clock that counts days runs on them."));
  add_header_buttons (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_closed_days_group_get_n:
 * @self: the group
 *
 * Returns: how many holidays it shows
 */
guint
pz_closed_days_group_get_n (PzClosedDaysGroup *self)
{
  g_return_val_if_fail (PZ_IS_CLOSED_DAYS_GROUP (self), 0);
  return (guint) pz_day_spans_get_n (self->days);
}

/**
 * pz_closed_days_group_get_row:
 * @self: the group
 * @place: of a holiday
 *
 * Returns: (transfer none): its row
 */
GtkWidget *
pz_closed_days_group_get_row (PzClosedDaysGroup *self,
                              guint              place)
{
  g_return_val_if_fail (PZ_IS_CLOSED_DAYS_GROUP (self) && place < self->rows->len, NULL);
  return self->rows->pdata[place];
}

/**
 * pz_closed_days_group_import_file:
 * @self: the group
 * @file: a calendar, .ics
 *
 * Shows what the calendar says, to be taken over.
 */
void
pz_closed_days_group_import_file (PzClosedDaysGroup *self,
                                  GFile             *file)
{
  g_return_if_fail (PZ_IS_CLOSED_DAYS_GROUP (self) && G_IS_FILE (file));

  present (self, pz_holidays_dialog_new (self->classroom, file));
}

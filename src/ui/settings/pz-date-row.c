/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-date-row.h"

#include "pz-calendar.h"
#include "pz-compat.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

struct _PzDateRow
{
  AdwActionRow parent_instance;

  PzRecord *draft;
  guint field;
  GtkWidget *button;
  GtkWidget *calendar; /* made when first needed */
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (PzDateRow, pz_date_row, ADW_TYPE_ACTION_ROW)

static const PzField *
get_field (PzDateRow *self)
{
  return &pz_schema_get_record (pz_record_get_record_type (self->draft))->fields[self->field];
}

static char *
dup_words (const char *day)
{
  g_autoptr(GDateTime) date = NULL;

  if (day == NULL)
    return g_strdup (C_("day", "None"));
  date = g_date_time_new_utc (atoi (day), atoi (day + 5), atoi (day + 8), 0, 0, 0);
  /* Translators: a day, as strftime writes it: 23 November 2026 */
  return date != NULL ? g_date_time_format (date, C_("day", "%-d %B %Y")) : g_strdup (day);
}

static void
draft_changed_cb (PzDateRow *self)
{
  const char *day = pz_record_get_text (self->draft, self->field);
  g_autofree char *words = dup_words (day);
  g_autofree char *name = NULL;

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), words);
  /* Translators: what a day is for, and the day: Term starts: 24 August 2026 */
  name = g_strdup_printf (C_("day", "%1$s: %2$s"), pz_field_get_label (get_field (self)), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (self->remove != NULL)
    gtk_widget_set_visible (self->remove, day != NULL);
}

static void
selected_cb (PzDateRow *self)
{
  g_autofree char *day = NULL;

  day = pz_calendar_dup_day (PZ_CALENDAR (self->calendar));
  pz_date_row_choose (self, day);
}

static void
remove_clicked_cb (PzDateRow *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  pz_date_row_choose (self, NULL);
}

static void
make_popover (PzDateRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *popover = gtk_popover_new ();

  /* first: whoever holds it fixes what it is */
  pz_widget_set_spoken_name (popover, pz_field_get_label (get_field (self)));
  self->calendar = pz_calendar_new ();
  self->remove = gtk_button_new_with_mnemonic (C_("day", "_No Day"));
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), self->remove);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  g_signal_connect_object (self->calendar, "chosen", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
}

static void
open_cb (GtkMenuButton *button,
         gpointer       user_data)
{
  PzDateRow *self = PZ_DATE_ROW (user_data);
  const char *day = pz_record_get_text (self->draft, self->field);

  if (self->calendar == NULL)
    make_popover (self);
  if (day != NULL)
    pz_calendar_set_day (PZ_CALENDAR (self->calendar), day);
  gtk_widget_set_visible (self->remove, day != NULL);
}

static void
pz_date_row_dispose (GObject *object)
{
  PzDateRow *self = PZ_DATE_ROW (object);

  g_clear_object (&self->draft);
  G_OBJECT_CLASS (pz_date_row_parent_class)->dispose (object);
}

static void
pz_date_row_class_init (PzDateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_date_row_dispose;
}

static void
pz_date_row_init (PzDateRow *self)
{
  self->button = gtk_menu_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), open_cb, self, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->button);
}

/**
 * pz_date_row_new:
 * @draft: the record that is written
 * @field: a day
 *
 * Returns: (transfer floating): a row that shows the field and changes it
 */
GtkWidget *
pz_date_row_new (PzRecord *draft,
                 guint     field)
{
  PzDateRow *self;
  g_autofree char *signal = NULL;

  g_return_val_if_fail (PZ_IS_RECORD (draft), NULL);

  self = g_object_new (PZ_TYPE_DATE_ROW, "use-markup", FALSE, NULL);
  self->draft = g_object_ref (draft);
  self->field = field;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), pz_field_get_label (get_field (self)));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), pz_field_get_purpose (get_field (self)));
  signal = g_strconcat ("notify::", get_field (self)->name, NULL);
  g_signal_connect_object (draft, signal, G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  draft_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * pz_date_row_choose:
 * @self: the row
 * @day: (nullable): YYYY-MM-DD, or %NULL for none
 *
 * Takes the day, as a click in the calendar does.
 */
void
pz_date_row_choose (PzDateRow  *self,
                    const char *day)
{
  g_return_if_fail (PZ_IS_DATE_ROW (self));

  pz_record_set_text (self->draft, self->field, day);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-day-row.h"

#include "pz-calendar.h"
#include "pz-compat.h"
#include "pz-date.h"
#include "pz-day-words.h"

#include <glib/gi18n-lib.h>

struct _PzDayRow
{
  AdwActionRow parent_instance;

  GDate today;
  GDate day;
  GtkWidget *button;
  GtkWidget *calendar; /* made when first needed */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PzDayRow, pz_day_row, ADW_TYPE_ACTION_ROW)

static void
show_day (PzDayRow *self)
{
  g_autofree char *words = pz_day_words (&self->day, &self->today);
  g_autofree char *name = NULL;

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), words);
  /* Translators: what a day is for, and the day: First day: 19 Nov */
  name = g_strdup_printf (C_("day", "%1$s: %2$s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
day_chosen_cb (PzDayRow *self)
{
  g_autofree char *chosen = pz_calendar_dup_day (PZ_CALENDAR (self->calendar));
  GDate day;

  if (!pz_date_parse (chosen, &day) || g_date_compare (&day, &self->day) == 0)
    return;
  self->day = day;
  show_day (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
make_popover (GtkMenuButton *button,
              gpointer       user_data)
{
  PzDayRow *self = PZ_DAY_ROW (user_data);
  g_autofree char *shown = pz_date_format (&self->day);

  if (self->calendar == NULL)
    {
      GtkWidget *popover = gtk_popover_new ();

      /* first: whoever holds it fixes what it is */
      pz_widget_set_spoken_name (popover, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
      self->calendar = pz_calendar_new ();
      gtk_popover_set_child (GTK_POPOVER (popover), self->calendar);
      gtk_menu_button_set_popover (button, popover);
      g_signal_connect_object (self->calendar, "chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
    }
  pz_calendar_set_day (PZ_CALENDAR (self->calendar), shown);
}

static void
pz_day_row_class_init (PzDayRowClass *klass)
{
  /**
   * PzDayRow::changed:
   *
   * Another day was chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
pz_day_row_init (PzDayRow *self)
{
  self->button = gtk_menu_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), make_popover, self, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->button);
}

/**
 * pz_day_row_new:
 * @title: what the day is for, translated
 * @today: the day it is
 *
 * Returns: (transfer floating): a row that shows today
 */
GtkWidget *
pz_day_row_new (const char  *title,
                const GDate *today)
{
  PzDayRow *self;

  g_return_val_if_fail (title != NULL && today != NULL && g_date_valid (today), NULL);

  self = g_object_new (PZ_TYPE_DAY_ROW, "use-markup", FALSE, "title", title, NULL);
  self->today = *today;
  self->day = *today;
  show_day (self);
  return GTK_WIDGET (self);
}

/**
 * pz_day_row_set_day:
 * @self: the row
 * @day: the day to show
 */
void
pz_day_row_set_day (PzDayRow    *self,
                    const GDate *day)
{
  g_return_if_fail (PZ_IS_DAY_ROW (self));
  g_return_if_fail (day != NULL && g_date_valid (day));

  self->day = *day;
  show_day (self);
}

/**
 * pz_day_row_get_day:
 * @self: the row
 * @day: (out): the day that is shown
 */
void
pz_day_row_get_day (PzDayRow *self,
                    GDate    *day)
{
  g_return_if_fail (PZ_IS_DAY_ROW (self));

  *day = self->day;
}

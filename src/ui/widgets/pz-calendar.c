/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-calendar.h"

#include "pz-day-spans.h"
#include "pz-week.h"

#include <glib/gi18n-lib.h>

#define N_COLUMNS 7
#define N_PLACES 42 /* six weeks hold every month */

struct _PzCalendar
{
  GtkBox parent_instance;

  GDate day;   /* that is chosen */
  GDate month; /* its first day: the month that is shown */
  GtkWidget *title;
  GtkWidget *buttons[N_PLACES];
};

G_DEFINE_FINAL_TYPE (PzCalendar, pz_calendar, GTK_TYPE_BOX)

static guint chosen_signal;

static char *
format (const GDate *day,
        const char  *form)
{
  g_autoptr(GDateTime) date = g_date_time_new_utc (g_date_get_year (day), (int) g_date_get_month (day),
                                                   g_date_get_day (day), 0, 0, 0);

  return g_date_time_format (date, form);
}

/* the day at the first place: the first day of the week the month begins in */
static GDate
get_first_shown (PzCalendar *self)
{
  GDate day = self->month;
  guint back = (g_date_get_weekday (&day) + N_COLUMNS - pz_week_get_first_day ()) % N_COLUMNS;

  g_date_subtract_days (&day, back);
  return day;
}

static void
show_place (PzCalendar  *self,
            guint        place,
            const GDate *day)
{
  GtkWidget *button = self->buttons[place];
  gboolean chosen = g_date_compare (day, &self->day) == 0;
  g_autofree char *number = format (day, "%-d");
  /* Translators: a day in a calendar as a screen reader says it, as strftime writes it: Monday 23 November 2026 */
  g_autofree char *name = format (day, C_("calendar", "%A %-d %B %Y"));

  gtk_button_set_label (GTK_BUTTON (button), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  if (chosen)
    gtk_widget_add_css_class (button, "pz-chosen");
  else
    gtk_widget_remove_css_class (button, "pz-chosen");
  if (g_date_get_month (day) != g_date_get_month (&self->month))
    gtk_widget_add_css_class (button, "pz-other-month");
  else
    gtk_widget_remove_css_class (button, "pz-other-month");
}

static void
update (PzCalendar *self)
{
  GDate day = get_first_shown (self);
  /* Translators: a month and its year as a heading, as strftime writes it: November 2026 */
  g_autofree char *title = format (&self->month, C_("calendar", "%OB %Y"));

  gtk_label_set_label (GTK_LABEL (self->title), title);
  for (guint i = 0; i < N_PLACES; i++)
    {
      show_place (self, i, &day);
      g_date_add_days (&day, 1);
    }
}

static void
show_month_of (PzCalendar  *self,
               const GDate *day)
{
  self->month = *day;
  g_date_set_day (&self->month, 1);
}

static void
day_clicked_cb (PzCalendar *self,
                GtkWidget  *button)
{
  GDate day = get_first_shown (self);

  g_date_add_days (&day, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "pz-place")));
  self->day = day;
  show_month_of (self, &day);
  update (self);
  g_signal_emit (self, chosen_signal, 0);
}

static void
previous_cb (PzCalendar *self)
{
  pz_calendar_turn (self, -1);
}

static void
next_cb (PzCalendar *self)
{
  pz_calendar_turn (self, 1);
}

static gboolean
key_turn_cb (GtkWidget *widget,
             GVariant  *months,
             gpointer   user_data)
{
  pz_calendar_turn (PZ_CALENDAR (widget), g_variant_get_int32 (months));
  return TRUE;
}

static GtkWidget *
make_turner (PzCalendar *self,
             const char *icon,
             const char *label,
             GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_header (PzCalendar *self)
{
  GtkWidget *header = gtk_center_box_new ();

  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (header), make_turner (self, "go-previous-symbolic", _("Month Before"),
                                                                         G_CALLBACK (previous_cb)));
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (header), self->title);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (header), make_turner (self, "go-next-symbolic", _("Next Month"),
                                                                       G_CALLBACK (next_cb)));
  gtk_box_append (GTK_BOX (self), header);
}

static void
add_days (PzCalendar *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *name = pz_week_dup_short_name ((pz_week_get_first_day () - 1 + i) % N_COLUMNS + 1);
      GtkWidget *label = gtk_label_new (name);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "pz-dim");
      gtk_grid_attach (GTK_GRID (grid), label, (int) i, 0, 1, 1);
    }
  for (guint i = 0; i < N_PLACES; i++)
    {
      self->buttons[i] = gtk_button_new ();
      gtk_widget_add_css_class (self->buttons[i], "pz-day");
      gtk_widget_add_css_class (self->buttons[i], "flat");
      g_object_set_data (G_OBJECT (self->buttons[i]), "pz-place", GUINT_TO_POINTER (i));
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (day_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (grid), self->buttons[i], (int) (i % N_COLUMNS), (int) (1 + i / N_COLUMNS), 1, 1);
    }
  gtk_box_append (GTK_BOX (self), grid);
}

static void
pz_calendar_class_init (PzCalendarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, key_turn_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, key_turn_cb, "i", 1);
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
pz_calendar_init (PzCalendar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  g_date_clear (&self->day, 1);
  g_date_set_time_t (&self->day, (time_t) (g_get_real_time () / G_USEC_PER_SEC)); /* until somebody sets the day */
  show_month_of (self, &self->day);
  add_header (self);
  add_days (self);
  update (self);
}

/**
 * pz_calendar_new:
 *
 * Returns: (transfer floating): a calendar that shows today
 */
GtkWidget *
pz_calendar_new (void)
{
  return g_object_new (PZ_TYPE_CALENDAR, NULL);
}

/**
 * pz_calendar_set_day:
 * @self: the calendar
 * @day: YYYY-MM-DD
 *
 * Chooses the day and shows its month, without a signal.
 */
void
pz_calendar_set_day (PzCalendar *self,
                     const char *day)
{
  g_return_if_fail (PZ_IS_CALENDAR (self) && pz_date_is_valid (day));

  g_date_set_julian (&self->day, pz_day_from_text (day));
  show_month_of (self, &self->day);
  update (self);
}

/**
 * pz_calendar_dup_day:
 * @self: the calendar
 *
 * Returns: (transfer full): the day that is chosen, YYYY-MM-DD
 */
char *
pz_calendar_dup_day (PzCalendar *self)
{
  char text[PZ_DAY_TEXT_SIZE];

  g_return_val_if_fail (PZ_IS_CALENDAR (self), NULL);

  pz_day_to_text (g_date_get_julian (&self->day), text);
  return g_strdup (text);
}

/**
 * pz_calendar_turn:
 * @self: the calendar
 * @months: how many to go on, or back
 *
 * Shows another month; the chosen day stays.
 */
void
pz_calendar_turn (PzCalendar *self,
                  int         months)
{
  g_return_if_fail (PZ_IS_CALENDAR (self));

  if (months > 0)
    g_date_add_months (&self->month, (guint) months);
  else
    g_date_subtract_months (&self->month, (guint) -months);
  update (self);
}

/**
 * pz_calendar_get_button:
 * @self: the calendar
 * @place: from 0, in the order of the days
 *
 * Returns: (transfer none): the button of a day
 */
GtkWidget *
pz_calendar_get_button (PzCalendar *self,
                        guint       place)
{
  g_return_val_if_fail (PZ_IS_CALENDAR (self) && place < N_PLACES, NULL);
  return self->buttons[place];
}

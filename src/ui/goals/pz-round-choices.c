/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-round-page-private.h"

#include "pz-calendar.h"
#include "pz-choice-words.h"
#include "pz-day-words.h"
#include "pz-flow-layout.h"
#include "pz-view.h"

#include <glib/gi18n-lib.h>

#define CHOICE_SPACING 8

/* What a Round is about, of which day it is, and how it is done: three buttons with what can be chosen behind them. */

static const char *
get_measure_name (PzRoundPage *self)
{
  PzRecord *measure =
    self->measure != NULL ? pz_document_find (pz_classroom_get_document (self->classroom), self->measure) : NULL;

  return measure != NULL && pz_record_get_record_type (measure) == PZ_RECORD_MEASURE
           ? pz_record_get_text (measure, PZ_MEASURE_NAME) : _("Measure");
}

static const char *
get_help_words (PzHelp help)
{
  if (help == PZ_HELP_NOT_SAID)
    return C_("round", "Help not noted");
  return pz_choice_words_get (PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_INDEPENDENCE, pz_help_get_name (help));
}

static void
show_choice (GtkWidget  *button,
             GtkWidget  *label,
             const char *what,
             const char *chosen)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", what, chosen);

  gtk_label_set_label (GTK_LABEL (label), chosen);
  gtk_widget_set_tooltip_text (label, chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * pz_round_page_show_choices:
 * @self: the page
 *
 * Shows what is chosen.
 */
void
pz_round_page_show_choices (PzRoundPage *self)
{
  g_autofree char *words = NULL;
  GDate today, day;

  pz_environment_get_today (pz_classroom_get_environment (self->classroom), &today);
  g_date_clear (&day, 1);
  g_date_set_julian (&day, self->day);
  words = pz_day_words (&day, &today);
  show_choice (self->measure_button, self->measure_label, _("Measure"), get_measure_name (self));
  show_choice (self->day_button, self->day_label, _("Day"), words);
  show_choice (self->help_button, self->help_label, C_("round", "Help"), get_help_words (self->help));
}

static GtkWidget *
make_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "pz-choices");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

static void
add_choice (GtkWidget  *list,
            const char *words)
{
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_tooltip_text (label, words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* the list in a popover of the button, scrolling when it is long */
static void
set_choices (GtkWidget  *button,
             const char *name,
             GtkWidget  *list)
{
  GtkWidget *popover = gtk_popover_new (), *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 400);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
}

static void
measure_chosen_cb (PzRoundPage   *self,
                   GtkListBoxRow *row)
{
  PzRecord *measure = g_ptr_array_index (self->measures, (guint) gtk_list_box_row_get_index (row));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->measure_button));
  pz_round_page_set_measure (self, pz_record_get_id (measure));
}

/**
 * pz_round_page_offer_measures:
 * @self: the page
 * @measures: (element-type PzRoundMeasure): what can be chosen, the most used first
 */
void
pz_round_page_offer_measures (PzRoundPage *self,
                              GPtrArray   *measures)
{
  GtkWidget *list = make_list (_("Measure"));
  PzDocument *document = pz_classroom_get_document (self->classroom);

  g_ptr_array_set_size (self->measures, 0);
  for (guint i = 0; i < measures->len; i++)
    {
      const PzRoundMeasure *offered = g_ptr_array_index (measures, i);
      PzRecord *measure = pz_document_find (document, offered->id);
      g_autofree char *words = NULL;

      if (measure == NULL || pz_record_get_record_type (measure) != PZ_RECORD_MEASURE)
        continue;
      /* Translators: the name of a measure, how many goals have it */
      words = g_strdup_printf (C_("round", "%1$s (%2$u)"), pz_record_get_text (measure, PZ_MEASURE_NAME), offered->n_goals);
      add_choice (list, words);
      g_ptr_array_add (self->measures, g_object_ref (measure));
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (measure_chosen_cb), self, G_CONNECT_SWAPPED);
  set_choices (self->measure_button, _("Measure"), list);
}

static void
day_chosen_cb (PzRoundPage *self,
               PzCalendar  *calendar)
{
  g_autofree char *day = pz_calendar_dup_day (calendar);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->day_button));
  if (pz_day_from_text (day) > 0)
    pz_round_page_set_day (self, pz_day_from_text (day));
  pz_round_page_show_choices (self);
}

static void
open_calendar_cb (GtkMenuButton *button,
                  gpointer       user_data)
{
  PzRoundPage *self = PZ_ROUND_PAGE (user_data);
  GtkWidget *popover = gtk_popover_new (), *calendar = pz_calendar_new ();

  pz_calendar_set_day (PZ_CALENDAR (calendar), self->date);
  g_signal_connect_object (calendar, "chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Day"), -1);
  gtk_menu_button_set_popover (button, popover);
}

static void
help_chosen_cb (PzRoundPage   *self,
                GtkListBoxRow *row)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->help_button));
  pz_view_commit (PZ_VIEW (self)); /* what was typed before was done as it was said then */
  self->help = (PzHelp) gtk_list_box_row_get_index (row);
  pz_round_page_show_choices (self);
}

/**
 * pz_round_page_add_choices:
 * @self: a new page with its class
 *
 * Puts what can be chosen behind the buttons.
 */
void
pz_round_page_add_choices (PzRoundPage *self)
{
  GtkWidget *help = make_list (C_("round", "Help"));

  gtk_widget_set_layout_manager (self->choices, pz_flow_layout_new (CHOICE_SPACING));
  for (guint i = 0; i < PZ_N_HELPS; i++)
    add_choice (help, get_help_words ((PzHelp) i));
  g_signal_connect_object (help, "row-activated", G_CALLBACK (help_chosen_cb), self, G_CONNECT_SWAPPED);
  set_choices (self->help_button, C_("round", "Help"), help);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->day_button), open_calendar_cb, self, NULL);
  pz_round_page_show_choices (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(PzRoundPage) self = PZ_ROUND_PAGE (user_data); /* the reference handed over */

  /* one that failed is told by the save state of the class, and waits in memory */
  pz_classroom_save_finish (PZ_CLASSROOM (source), result, NULL);
  pz_round_page_read (self);
}

/* What is read comes from the files, so what waits is written first. */
static void
read_saved (PzRoundPage *self)
{
  pz_classroom_save_async (self->classroom, C_("undo", "Round"), NULL, saved_cb, g_object_ref (self));
}

/**
 * pz_round_page_set_measure:
 * @self: the page
 * @measure: id of a measure
 *
 * Shows the Round of another measure.
 */
void
pz_round_page_set_measure (PzRoundPage *self,
                           const char  *measure)
{
  g_return_if_fail (PZ_IS_ROUND_PAGE (self) && measure != NULL);

  if (g_strcmp0 (self->measure, measure) == 0)
    return;
  pz_view_commit (PZ_VIEW (self));
  g_free (self->measure);
  self->measure = g_strdup (measure);
  read_saved (self);
}

/**
 * pz_round_page_set_day:
 * @self: the page
 * @day: as GDate counts days
 *
 * Shows the Round of another day.
 */
void
pz_round_page_set_day (PzRoundPage *self,
                       guint32      day)
{
  char text[PZ_DAY_TEXT_SIZE];

  if (day == self->day)
    return;
  if (self->day > 0)
    pz_view_commit (PZ_VIEW (self));
  pz_day_to_text (day, text);
  g_free (self->date);
  self->date = g_strdup (text);
  self->day = day;
  if (self->rows != NULL)
    read_saved (self);
}

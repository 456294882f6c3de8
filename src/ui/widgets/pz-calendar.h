/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A month of days to choose from, with the week as the person has it: GtkCalendar knows only that of the locale.
 * Signal: "chosen" after another day was chosen. */
#define PZ_TYPE_CALENDAR (pz_calendar_get_type ())
G_DECLARE_FINAL_TYPE (PzCalendar, pz_calendar, PZ, CALENDAR, GtkBox)

GtkWidget *pz_calendar_new        (void);
void       pz_calendar_set_day    (PzCalendar *self,
                                   const char *day);
char      *pz_calendar_dup_day    (PzCalendar *self);
void       pz_calendar_turn       (PzCalendar *self,
                                   int         months);
GtkWidget *pz_calendar_get_button (PzCalendar *self,
                                   guint       place);

G_END_DECLS

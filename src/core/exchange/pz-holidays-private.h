/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-holidays.h"

#include <libical/ical.h>

G_BEGIN_DECLS

/* Days to look at: what lies outside is of no use to a class. */
typedef PzDaySpan PzHolidayWindow;

/* an event of the calendar as a text of its own that libical may read: no component in it, lines unfolded */
typedef void (*PzHolidayEvent) (const char *text,
                                gpointer    user_data);

GBytes  *pz_holidays_unfold  (GBytes                              *bytes);
gboolean pz_holidays_split   (const char                          *text,
                              gsize                                length,
                              PzHolidayEvent                       event,
                              gpointer                             user_data);
gboolean pz_holidays_rule_is_known (const struct icalrecurrencetype *rule);
void     pz_holidays_repeat  (const struct icalrecurrencetype     *rule,
                              guint32                              start,
                              const PzHolidayWindow               *window,
                              guint                               *budget,
                              GArray                              *starts);
guint32  pz_holidays_day     (icaltimetype                         time);

G_END_DECLS

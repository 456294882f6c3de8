/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-day-spans.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Largest calendar that is read, in bytes. */
#define PZ_HOLIDAYS_MAX_SIZE (8 * 1024 * 1024)
/* Most days all holidays of a calendar may have, and most days of one of them. */
#define PZ_HOLIDAYS_MAX_DAYS 2000
#define PZ_HOLIDAYS_MAX_LENGTH 120

/**
 * PzHoliday:
 * @days: the first and the last day
 * @summary: what the calendar calls it; "" when it has no name
 * @whole_days: whether it fills its days; a parents' evening does not
 * @chosen: whether it shall become closed days; the teacher's to change. Only those that fill their days are at first
 * @known: whether all its days are closed already, or without school; set by pz_holidays_compare()
 */
typedef struct
{
  PzDaySpan days;
  char *summary;
  gboolean whole_days;
  gboolean chosen;
  gboolean known;
} PzHoliday;

/**
 * PzHolidays:
 * @items: (element-type PzHoliday): by first day, then by last day and summary; none twice
 * @n_events: events of the calendar
 * @n_outside: of those: all of it lies before last year or in more than four years
 * @n_unread: of those: without a day that can be read, or beyond the caps
 * @n_too_long: of those: longer than %PZ_HOLIDAYS_MAX_LENGTH days, such as a whole school year
 * @n_rules: of those: repeat by a rule that is not understood; only the first time of each is in @items
 *
 * What a calendar says: first shown, then applied. Belongs to one thread.
 */
typedef struct
{
  GPtrArray *items;
  guint n_events;
  guint n_outside;
  guint n_unread;
  guint n_too_long;
  guint n_rules;
} PzHolidays;

PzHolidays *pz_holidays_parse   (GBytes       *bytes,
                                 const GDate  *today,
                                 GError      **error);
PzHolidays *pz_holidays_load    (const char   *path,
                                 const GDate  *today,
                                 GError      **error);
void        pz_holidays_free    (PzHolidays   *self);
void        pz_holidays_compare (PzHolidays   *self,
                                 PzRecord     *classroom);
guint       pz_holidays_apply   (PzHolidays   *self,
                                 PzRecord     *classroom);
gboolean    pz_holidays_is_calendar (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzHolidays, pz_holidays_free)

G_END_DECLS

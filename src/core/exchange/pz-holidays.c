/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-holidays-private.h"

#include "pz-ical.h"
#include "pz-school-days.h"
#include "pz-text-decode.h"

#include <string.h>

/* How far a calendar is of use: last year's days still count, a school year is planned a few years ahead. */
#define DAYS_BEFORE 366
#define DAYS_AFTER (4 * 366)
/* Caps of one calendar: events, days that rules may look at, and characters of a summary. */
#define MAX_EVENTS 20000
#define MAX_STEPS 4000000
#define MAX_SUMMARY 200

/* One event, before it repeats. */
typedef struct
{
  PzDaySpan days;
  char *summary;
  char *uid;
  guint32 replaces; /* the day of a repeating event that this one stands for; 0: none */
  gboolean whole_days;
  gboolean has_rule;
  struct icalrecurrencetype rule;
  GArray *more;     /* guint32: RDATE */
  GArray *not_on;   /* guint32: EXDATE */
} Event;

typedef struct
{
  PzHolidays *found;
  GPtrArray *events;     /* Event */
  GHashTable *replaced;  /* "uid day" */
  PzHolidayWindow window;
  guint budget;
  guint n_days;
} Reading;

static void
event_free (gpointer data)
{
  Event *event = data;

  g_free (event->summary);
  g_free (event->uid);
  g_clear_pointer (&event->more, g_array_unref);
  g_clear_pointer (&event->not_on, g_array_unref);
  g_free (event);
}

static void
holiday_free (gpointer data)
{
  PzHoliday *holiday = data;

  g_free (holiday->summary);
  g_free (holiday);
}

/* a moment in UTC as this computer's clock shows it; the clock of the event is the one of the school */
static icaltimetype
to_local (icaltimetype time)
{
  const PzIcal *ical = pz_ical (NULL);
  g_autoptr(GDateTime) utc = NULL;
  g_autoptr(GDateTime) local = NULL;

  if (time.is_date || !ical->icaltime_is_utc (time))
    return time;
  utc = g_date_time_new_utc (time.year, time.month, time.day, time.hour, time.minute, MIN (time.second, 59));
  local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  if (local == NULL)
    return time;
  g_date_time_get_ymd (local, &time.year, &time.month, &time.day);
  time.hour = g_date_time_get_hour (local);
  time.minute = g_date_time_get_minute (local);
  time.second = g_date_time_get_second (local);
  return time;
}

/**
 * pz_holidays_day:
 * @time: of a calendar
 *
 * Returns: its day as GDate counts them; 0 when there is none
 */
guint32
pz_holidays_day (icaltimetype time)
{
  const PzIcal *ical = pz_ical (NULL);
  icaltimetype local;
  GDate date;

  if (ical == NULL || ical->icaltime_is_null_time (time) || time.year < 1000 || time.year > 9999)
    return 0;
  local = to_local (time);
  if (local.month < 1 || local.month > 12 || local.day < 1 || local.day > 31
      || !g_date_valid_dmy ((GDateDay) local.day, (GDateMonth) local.month, (GDateYear) local.year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) local.day, (GDateMonth) local.month, (GDateYear) local.year);
  return g_date_get_julian (&date);
}

static icalproperty *
get_property (icalcomponent    *component,
              icalproperty_kind kind)
{
  return pz_ical (NULL)->icalcomponent_get_first_property (component, kind);
}

/* seconds of a day; 0 for days without time */
static int
seconds_of (icaltimetype time)
{
  icaltimetype local = to_local (time);

  return local.is_date ? 0 : local.hour * 3600 + local.minute * 60 + local.second;
}

/* The end is the first moment that no longer belongs to it (3.6.1), so an end at midnight is the day before. */
static gboolean
read_days (icalcomponent *component,
           Event         *event)
{
  const PzIcal *ical = pz_ical (NULL);
  icalproperty *start = get_property (component, ICAL_DTSTART_PROPERTY), *end = get_property (component, ICAL_DTEND_PROPERTY);
  icalproperty *length = get_property (component, ICAL_DURATION_PROPERTY);
  gint64 from, to;
  icaltimetype first;

  if (start == NULL || pz_holidays_day (first = ical->icalproperty_get_dtstart (start)) == 0)
    return FALSE;
  event->days.first = pz_holidays_day (first);
  from = (gint64) event->days.first * 86400 + seconds_of (first);
  to = first.is_date ? from + 86400 : from;
  if (end != NULL && pz_holidays_day (ical->icalproperty_get_dtend (end)) > 0)
    to = (gint64) pz_holidays_day (ical->icalproperty_get_dtend (end)) * 86400 + seconds_of (ical->icalproperty_get_dtend (end));
  else if (length != NULL)
    {
      struct icaldurationtype duration = ical->icalproperty_get_duration (length);

      if (!duration.is_neg)
        to = from + (gint64) duration.weeks * 604800 + (gint64) duration.days * 86400 + (gint64) duration.hours * 3600
             + (gint64) duration.minutes * 60 + duration.seconds;
    }
  event->whole_days = first.is_date || (from % 86400 == 0 && to > from && (to % 86400 == 0 || to % 86400 >= 86340));
  to = MIN (MAX (to, from + 1), (gint64) G_MAXINT32 * 86400);
  event->days.last = (guint32) ((to - 1) / 86400);
  return TRUE;
}

/* what people read on one line */
static char *
clean_summary (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0' && g_utf8_validate (p, -1, NULL); p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_utf8_strlen (clean->str, -1) >= MAX_SUMMARY)
        break;
      g_string_append_unichar (clean, g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_strstrip (g_string_free (clean, FALSE));
}

static void
add_day (GArray       **days,
         icaltimetype   time)
{
  guint32 day = pz_holidays_day (time);

  if (day == 0)
    return;
  if (*days == NULL)
    *days = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (*days, day);
}

static void
read_repeats (icalcomponent *component,
              Event         *event)
{
  const PzIcal *ical = pz_ical (NULL);
  icalproperty *rule = get_property (component, ICAL_RRULE_PROPERTY);
  icalproperty *replaces = get_property (component, ICAL_RECURRENCEID_PROPERTY);

  if (replaces != NULL)
    event->replaces = pz_holidays_day (ical->icalproperty_get_recurrenceid (replaces));
  if (rule != NULL)
    {
      event->has_rule = TRUE;
      event->rule = ical->icalproperty_get_rrule (rule);
    }
  for (icalproperty *p = get_property (component, ICAL_EXDATE_PROPERTY); p != NULL;
       p = ical->icalcomponent_get_next_property (component, ICAL_EXDATE_PROPERTY))
    add_day (&event->not_on, ical->icalproperty_get_exdate (p));
  for (icalproperty *p = get_property (component, ICAL_RDATE_PROPERTY); p != NULL;
       p = ical->icalcomponent_get_next_property (component, ICAL_RDATE_PROPERTY))
    {
      struct icaldatetimeperiodtype date = ical->icalproperty_get_rdate (p);

      add_day (&event->more, ical->icaltime_is_null_time (date.time) ? date.period.start : date.time);
    }
}

static gboolean
is_cancelled (icalcomponent *component)
{
  const PzIcal *ical = pz_ical (NULL);
  icalproperty *status = get_property (component, ICAL_STATUS_PROPERTY);

  return status != NULL && ical->icalproperty_get_status (status) == ICAL_STATUS_CANCELLED;
}

static void
remember_replaced (Reading     *self,
                   const Event *event)
{
  if (event->replaces > 0 && event->uid != NULL)
    g_hash_table_add (self->replaced, g_strdup_printf ("%s %u", event->uid, event->replaces));
}

static void
read_event (const char *text,
            gpointer    user_data)
{
  const PzIcal *ical = pz_ical (NULL);
  Reading *self = user_data;
  icalcomponent *component;
  icalproperty *property;
  Event *event;

  self->found->n_events++;
  component = self->found->n_events <= MAX_EVENTS ? ical->icalparser_parse_string (text) : NULL;
  if (component == NULL)
    {
      self->found->n_unread++;
      return;
    }
  event = g_new0 (Event, 1);
  property = get_property (component, ICAL_UID_PROPERTY);
  event->uid = property != NULL ? g_strdup (ical->icalproperty_get_uid (property)) : NULL;
  property = get_property (component, ICAL_SUMMARY_PROPERTY);
  event->summary = clean_summary (property != NULL ? ical->icalproperty_get_summary (property) : NULL);
  read_repeats (component, event);
  remember_replaced (self, event);
  if (is_cancelled (component))
    event_free (event);
  else if (read_days (component, event))
    g_ptr_array_add (self->events, event);
  else
    {
      self->found->n_unread++;
      event_free (event);
    }
  ical->icalcomponent_free (component);
}

static gboolean
is_left_out (Reading     *self,
             const Event *event,
             guint32      day)
{
  g_autofree char *key = NULL;

  for (guint i = 0; event->not_on != NULL && i < event->not_on->len; i++)
    if (g_array_index (event->not_on, guint32, i) == day)
      return TRUE;
  if (event->replaces > 0 || event->uid == NULL)
    return FALSE;
  key = g_strdup_printf ("%s %u", event->uid, day);
  return g_hash_table_contains (self->replaced, key);
}

/* one time of an event; FALSE when it is of no use */
static gboolean
add_time (Reading     *self,
          const Event *event,
          guint32      day)
{
  guint32 last = day + (event->days.last - event->days.first);
  PzHoliday *holiday;

  if (last < self->window.first || day > self->window.last || is_left_out (self, event, day))
    return FALSE;
  if (self->n_days + (last - day + 1) > PZ_HOLIDAYS_MAX_DAYS)
    {
      self->budget = 0;
      return FALSE;
    }
  self->n_days += last - day + 1;
  holiday = g_new0 (PzHoliday, 1);
  holiday->days.first = day;
  holiday->days.last = last;
  holiday->summary = g_strdup (event->summary);
  holiday->whole_days = holiday->chosen = event->whole_days;
  g_ptr_array_add (self->found->items, holiday);
  return TRUE;
}

static void
add_event (Reading *self,
           Event   *event)
{
  g_autoptr(GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 length = event->days.last - event->days.first + 1;
  gboolean is_of_use;

  if (length > PZ_HOLIDAYS_MAX_LENGTH)
    {
      self->found->n_too_long++;
      return;
    }
  if (self->budget == 0)
    {
      self->found->n_unread++;
      return;
    }
  if (event->has_rule && !pz_holidays_rule_is_known (&event->rule))
    self->found->n_rules++;
  else if (event->has_rule)
    pz_holidays_repeat (&event->rule, event->days.first, &self->window, &self->budget, starts);
  if (event->more != NULL)
    g_array_append_vals (starts, event->more->data, event->more->len);
  is_of_use = add_time (self, event, event->days.first);
  for (guint i = 0; i < starts->len; i++)
    is_of_use |= add_time (self, event, g_array_index (starts, guint32, i));
  self->found->n_outside += !is_of_use;
}

static int
compare_holidays (gconstpointer a,
                  gconstpointer b)
{
  const PzHoliday *x = *(PzHoliday *const *) a, *y = *(PzHoliday *const *) b;

  if (x->days.first != y->days.first)
    return x->days.first < y->days.first ? -1 : 1;
  if (x->days.last != y->days.last)
    return x->days.last < y->days.last ? -1 : 1;
  return strcmp (x->summary, y->summary);
}

static void
sort_items (GPtrArray *items)
{
  g_ptr_array_sort (items, compare_holidays);
  for (guint i = items->len; i > 1; i--)
    if (compare_holidays (&items->pdata[i - 1], &items->pdata[i - 2]) == 0)
      g_ptr_array_remove_index (items, i - 1);
}

/* NULL with an error: too large, or no text */
static GBytes *
decode (GBytes  *bytes,
        GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr(GBytes) whole = NULL;

  /* of two bytes for a character, folds are found afterwards */
  if (length > PZ_HOLIDAYS_MAX_SIZE || length == 0 || memchr (data, '\0', length) != NULL)
    return pz_text_decode (bytes, PZ_HOLIDAYS_MAX_SIZE, NULL, error);
  whole = pz_holidays_unfold (bytes);
  return pz_text_decode (whole, PZ_HOLIDAYS_MAX_SIZE, NULL, error);
}

/**
 * pz_holidays_parse:
 * @bytes: an .ics file: one calendar or several, in any encoding that pz_text_decode() reads
 * @today: a valid day; what is over for more than a year, or begins in more than four, is left out
 * @error: %PZ_ERROR_TOO_LARGE, %PZ_ERROR_NOT_SUPPORTED when it is no text or
 *   libical is missing here, %PZ_ERROR_SYNTAX when it is no calendar
 *
 * Events that repeat are there once for each time. Times of day in UTC are moved to the local clock, others are taken as
 * they stand. From any thread.
 *
 * Returns: (transfer full): what was found, maybe nothing; %NULL when @error is set
 */
PzHolidays *
pz_holidays_parse (GBytes       *bytes,
                   const GDate  *today,
                   GError      **error)
{
  g_autoptr(GBytes) text = NULL;
  g_autoptr(PzHolidays) found = NULL;
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func (event_free);
  g_autoptr(GHashTable) replaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const PzIcal *ical;
  Reading reading = { .events = events, .replaced = replaced, .budget = MAX_STEPS };

  g_return_val_if_fail (bytes != NULL && g_date_valid (today), NULL);

  text = decode (bytes, error);
  ical = text != NULL ? pz_ical (error) : NULL;
  if (ical == NULL)
    return NULL;
  ical->icalerror_set_errors_are_fatal (0);
  found = g_new0 (PzHolidays, 1);
  found->items = g_ptr_array_new_with_free_func (holiday_free);
  reading.found = found;
  reading.window.first = g_date_get_julian (today) - DAYS_BEFORE;
  reading.window.last = g_date_get_julian (today) + DAYS_AFTER;
  if (!pz_holidays_split (g_bytes_get_data (text, NULL), g_bytes_get_size (text), read_event, &reading))
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_SYNTAX, _ ("This is not a calendar"));
      return NULL;
    }
  for (guint i = 0; i < events->len; i++)
    add_event (&reading, g_ptr_array_index (events, i));
  sort_items (found->items);
  return g_steal_pointer (&found);
}

/**
 * pz_holidays_load:
 * @path: of an .ics file
 * @today: as for pz_holidays_parse()
 * @error: of reading the file too
 *
 * Returns: (transfer full): what was found; %NULL when @error is set
 */
PzHolidays *
pz_holidays_load (const char   *path,
                  const GDate  *today,
                  GError      **error)
{
  g_autoptr(GBytes) bytes = pz_text_read (path, PZ_HOLIDAYS_MAX_SIZE, error);

  if (bytes == NULL)
    return NULL;
  return pz_holidays_parse (bytes, today, error);
}

/**
 * pz_holidays_is_calendar:
 * @path: of a file
 *
 * Returns: whether its name ends as those of calendars
 */
gboolean
pz_holidays_is_calendar (const char *path)
{
  gsize length = strlen (path);

  return length > 4 && g_ascii_strcasecmp (path + length - 4, ".ics") == 0;
}

/**
 * pz_holidays_free:
 * @self: (transfer full): holidays
 */
void
pz_holidays_free (PzHolidays *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

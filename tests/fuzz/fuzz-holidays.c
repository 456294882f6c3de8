/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-holidays.h"

const char *const pz_fuzz_dictionary[] = {
  "BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "DTSTART;VALUE=DATE:20261221\r\n",
  "DTEND:20270107T000000Z\r\n", "DURATION:P1W\r\n", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r\n", "FREQ=WEEKLY",
  "FREQ=DAILY", "FREQ=MONTHLY", ";INTERVAL=2", ";COUNT=32767", ";UNTIL=20280101", ";BYDAY=-1MO", ";BYMONTHDAY=-1",
  ";WKST=SU", "EXDATE:20261225,20271225\r\n", "RDATE;VALUE=PERIOD:20261221T000000/P1D\r\n", "RECURRENCE-ID:20261221\r\n",
  "SUMMARY:", "STATUS:CANCELLED\r\n", "UID:a\r\n", "\r\n ", "\n\t", "\\n", ";TZID=Europe/Berlin", "\xEF\xBB\xBF",
  NULL,
};

/* Whatever is found is within the caps, in order, and can be made closed days of a class. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(PzHolidays) holidays = NULL;
  g_autoptr(GError) error = NULL;
  guint n_days = 0;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_julian (&today, pz_day_from_text ("2026-11-23"));
  holidays = pz_holidays_parse (bytes, &today, &error);
  g_assert_true ((holidays == NULL) == (error != NULL));
  for (guint i = 0; holidays != NULL && i < holidays->items->len; i++)
    {
      const PzHoliday *holiday = g_ptr_array_index (holidays->items, i);
      g_autoptr(PzDaySpans) days = pz_day_spans_new (&holiday->days, 1);
      g_autofree char *text = pz_day_spans_to_text (days);
      PzDaySpan again;

      g_assert_true (g_utf8_validate (holiday->summary, -1, NULL));
      g_assert_true (pz_day_span_from_text (text, &again));
      g_assert_cmpuint (again.first, ==, holiday->days.first);
      g_assert_cmpuint (again.last, ==, holiday->days.last);
      if (i > 0)
        g_assert_cmpuint (((PzHoliday *) g_ptr_array_index (holidays->items, i - 1))->days.first, <=, holiday->days.first);
      n_days += again.last - again.first + 1;
    }
  g_assert_cmpuint (n_days, <=, PZ_HOLIDAYS_MAX_DAYS);
  return 0;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-absence.h"
#include "pz-date.h"

typedef struct
{
  PzDocument *document;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);

  fixture->document = fixture_learner (clock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->document);
}

static GDate
day_of (const char *text)
{
  GDate day;

  g_assert_true (pz_date_parse (text, &day));
  return day;
}

static gboolean
mark (Fixture    *fixture,
      const char *from,
      const char *to)
{
  GDate first = day_of (from), last = day_of (to);

  return pz_absence_mark (fixture->document, &first, &last);
}

static gboolean
clear (Fixture    *fixture,
       const char *from,
       const char *to)
{
  GDate first = day_of (from), last = day_of (to);

  return pz_absence_clear (fixture->document, &first, &last);
}

/* "2026-11-02" or "2026-11-02/2026-11-04", one per line, in the order of the file; what is in the trash is left out */
static void
assert_absences (Fixture    *fixture,
                 const char *expected)
{
  GListModel *absences = pz_document_get_records (fixture->document, PZ_RECORD_ABSENCE);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (absences); i++)
    {
      g_autoptr(PzRecord) absence = g_list_model_get_item (absences, i);
      const char *to = pz_record_get_text (absence, PZ_ABSENCE_TO);

      if (pz_record_is_deleted (absence))
        continue;
      g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? " " : "", pz_record_get_text (absence, PZ_ABSENCE_FROM),
                              to != NULL ? "/" : "", to != NULL ? to : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_one_day (Fixture       *fixture,
              gconstpointer  data)
{
  GDate day = day_of ("2026-11-23"), next = day_of ("2026-11-24");

  g_assert_false (pz_absence_covers (fixture->document, &day));
  g_assert_true (mark (fixture, "2026-11-23", "2026-11-23"));
  assert_absences (fixture, "2026-11-23");
  g_assert_true (pz_absence_covers (fixture->document, &day));
  g_assert_false (pz_absence_covers (fixture->document, &next));
  g_assert_false (mark (fixture, "2026-11-23", "2026-11-23"));
  g_assert_true (clear (fixture, "2026-11-23", "2026-11-23"));
  assert_absences (fixture, "");
  g_assert_false (pz_absence_covers (fixture->document, &day));
  g_assert_false (clear (fixture, "2026-11-23", "2026-11-23"));
}

static void
test_spans_that_touch_or_overlap_become_one (Fixture       *fixture,
                                             gconstpointer  data)
{
  mark (fixture, "2026-11-02", "2026-11-04");
  mark (fixture, "2026-11-05", "2026-11-05");
  assert_absences (fixture, "2026-11-02/2026-11-05");
  mark (fixture, "2026-11-10", "2026-11-12");
  assert_absences (fixture, "2026-11-02/2026-11-05 2026-11-10/2026-11-12");
  g_assert_false (mark (fixture, "2026-11-11", "2026-11-12"));
  g_assert_true (mark (fixture, "2026-11-09", "2026-11-04")); /* in either order */
  assert_absences (fixture, "2026-11-02/2026-11-12");
}

static void
test_clearing_a_day_splits_a_span (Fixture       *fixture,
                                   gconstpointer  data)
{
  mark (fixture, "2026-10-30", "2026-11-04");
  g_assert_true (clear (fixture, "2026-11-01", "2026-11-01"));
  assert_absences (fixture, "2026-10-30/2026-10-31 2026-11-02/2026-11-04");
  clear (fixture, "2026-10-01", "2026-10-30");
  assert_absences (fixture, "2026-10-31 2026-11-02/2026-11-04");
  clear (fixture, "2026-11-04", "2026-11-09");
  assert_absences (fixture, "2026-10-31 2026-11-02/2026-11-03");
  clear (fixture, "2026-01-01", "2026-12-31");
  assert_absences (fixture, "");
}

static void
test_moving_joins_what_it_meets (Fixture       *fixture,
                                 gconstpointer  data)
{
  GDate from = day_of ("2026-11-09"), to = day_of ("2026-11-10");
  g_autoptr(PzRecord) absence = NULL;

  mark (fixture, "2026-11-02", "2026-11-03");
  mark (fixture, "2026-11-11", "2026-11-12");
  absence = g_list_model_get_item (pz_document_get_records (fixture->document, PZ_RECORD_ABSENCE), 0);
  pz_absence_move (fixture->document, absence, &from, &to);
  assert_absences (fixture, "2026-11-09/2026-11-12");
  g_assert_false (pz_record_is_deleted (absence));
  pz_absence_move (fixture->document, absence, &from, &from);
  assert_absences (fixture, "2026-11-09");
}

static void
test_what_is_in_the_trash_does_not_count (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr(PzRecord) absence = NULL;
  GDate day = day_of ("2026-11-03");

  mark (fixture, "2026-11-02", "2026-11-04");
  absence = g_list_model_get_item (pz_document_get_records (fixture->document, PZ_RECORD_ABSENCE), 0);
  pz_document_delete (fixture->document, absence);
  g_assert_false (pz_absence_covers (fixture->document, &day));
  mark (fixture, "2026-11-05", "2026-11-05");
  assert_absences (fixture, "2026-11-05");
}

static void
test_ends_that_passed_each_other_are_put_in_order (Fixture       *fixture,
                                                   gconstpointer  data)
{
  PzRecord *absence = pz_document_add (fixture->document, PZ_RECORD_ABSENCE);
  GDate from, to, day = day_of ("2026-11-03");

  g_assert_false (pz_absence_get_days (absence, &from, &to));
  pz_record_set_text (absence, PZ_ABSENCE_FROM, "2026-11-04");
  pz_record_set_text (absence, PZ_ABSENCE_TO, "2026-11-02");
  g_assert_true (pz_absence_get_days (absence, &from, &to));
  g_assert_cmpuint (g_date_get_day (&from), ==, 2);
  g_assert_cmpuint (g_date_get_day (&to), ==, 4);
  g_assert_true (pz_absence_covers (fixture->document, &day));
}

/* Every live span as bits; spans must neither touch nor overlap. */
static guint64
collect_days (Fixture *fixture,
              guint    origin)
{
  GListModel *absences = pz_document_get_records (fixture->document, PZ_RECORD_ABSENCE);
  guint64 days = 0;

  for (guint i = 0; i < g_list_model_get_n_items (absences); i++)
    {
      g_autoptr(PzRecord) absence = g_list_model_get_item (absences, i);
      GDate from, to;
      guint64 span = 0;

      if (pz_record_is_deleted (absence))
        continue;
      g_assert_true (pz_absence_get_days (absence, &from, &to));
      for (guint j = g_date_get_julian (&from); j <= g_date_get_julian (&to); j++)
        span |= G_GUINT64_CONSTANT (1) << (j - origin);
      g_assert_cmphex (days & (span | span << 1 | span >> 1), ==, 0);
      days |= span;
    }
  return days;
}

/* Against a set of bits that cannot be wrong, over two months. */
static void
test_random_edits_leave_the_days_they_should (void)
{
  GDate start = day_of ("2026-10-05");
  guint origin = g_date_get_julian (&start) - 1;
  PzRandom random;

  pz_random_init (&random, 20261123);

  for (guint run = 0; run < FIXTURE_CASES / 50; run++)
    {
      Fixture fixture;
      guint64 expected = 0;

      set_up (&fixture, NULL);
      for (guint step = 0; step < 20; step++)
        {
          guint first = pz_random_below (&random, 50), last = first + pz_random_below (&random, 10);
          gboolean marks = pz_random_below (&random, 2) == 0, changed;
          guint64 span = ((G_GUINT64_CONSTANT (1) << (last - first + 1)) - 1) << (first + 1), before = expected;
          GDate from = start, to = start;

          g_date_add_days (&from, first);
          g_date_add_days (&to, last);
          changed = marks ? pz_absence_mark (fixture.document, &from, &to) : pz_absence_clear (fixture.document, &from, &to);
          expected = marks ? expected | span : expected & ~span;
          g_assert_true (changed == (expected != before));
          g_assert_cmphex (collect_days (&fixture, origin), ==, expected);
        }
      tear_down (&fixture, NULL);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/core/absence/one-day", test_one_day);
  ADD ("/core/absence/spans-that-touch-or-overlap-become-one", test_spans_that_touch_or_overlap_become_one);
  ADD ("/core/absence/clearing-a-day-splits-a-span", test_clearing_a_day_splits_a_span);
  ADD ("/core/absence/moving-joins-what-it-meets", test_moving_joins_what_it_meets);
  ADD ("/core/absence/what-is-in-the-trash-does-not-count", test_what_is_in_the_trash_does_not_count);
  ADD ("/core/absence/ends-that-passed-each-other-are-put-in-order", test_ends_that_passed_each_other_are_put_in_order);
  g_test_add_func ("/core/absence/random-edits-leave-the-days-they-should", test_random_edits_leave_the_days_they_should);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-holidays-private.h"

#include <string.h>

static void
take_event (const char *text,
            gpointer    user_data)
{
  g_ptr_array_add (user_data, g_strdup (text));
}

/* all events of the text, behind each other; "no calendar" when it is none */
static char *
split (const char *text)
{
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func (g_free);

  if (!pz_holidays_split (text, strlen (text), take_event, events))
    return g_strdup ("no calendar");
  g_ptr_array_add (events, NULL);
  return g_strjoinv ("", (char **) events->pdata);
}

static void
assert_split (const char *text,
              const char *events)
{
  g_autofree char *found = split (text);

  g_assert_cmpstr (found, ==, events);
}

#define EVENT(lines) "BEGIN:VEVENT\r\n" lines "END:VEVENT\r\n"

static void
test_an_event_is_a_text_of_its_own (void)
{
  assert_split ("BEGIN:VCALENDAR\r\n" EVENT ("SUMMARY:Autumn\r\nDTSTART;VALUE=DATE:20261019\r\n")
                EVENT ("summary:Winter\r\n") "END:VCALENDAR\r\n",
                EVENT ("SUMMARY:Autumn\r\nDTSTART;VALUE=DATE:20261019\r\n") EVENT ("summary:Winter\r\n"));
}

static void
test_lines_may_end_in_any_way_and_be_folded (void)
{
  assert_split ("BEGIN:VCALENDAR\nBEGIN:VEVENT\rSUMMARY:Aut\n umn\r\n\t holidays\nEND:VEVENT",
                EVENT ("SUMMARY:Autumn holidays\r\n"));
}

static void
test_what_no_holiday_needs_is_left_out (void)
{
  assert_split ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDESCRIPTION:long\nSUMMARYX:no\nUID:7\nATTENDEE:somebody\nEND:VEVENT\n",
                EVENT ("UID:7\r\n"));
}

/* libical reads what is nested by calling itself: nothing nested gets that far */
static void
test_nothing_is_nested (void)
{
  assert_split ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VALARM\nSUMMARY:ring\nBEGIN:X\nUID:1\nEND:X\nEND:VALARM\nUID:2\n"
                "END:VEVENT\n",
                EVENT ("UID:2\r\n"));
}

static void
test_an_event_that_is_cut_is_left_out (void)
{
  assert_split ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n", "");
  assert_split ("BEGIN:VEVENT\nUID:1\nEND:VEVENT\n", "no calendar");
  assert_split ("", "no calendar");
}

static void
test_a_line_that_is_too_long_is_left_out (void)
{
  g_autofree char *long_name = g_strnfill (70000, 'a');
  g_autofree char *text = g_strdup_printf ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:%s\nUID:1\nEND:VEVENT\n", long_name);

  assert_split (text, EVENT ("UID:1\r\n"));
}

/* a letter of two bytes with the end of a line between them */
static void
test_a_letter_folded_in_its_middle_is_whole_again (void)
{
  static const char folded[] = "SUMMARY:Fr\303\r\n \274hling\r\nUID:1\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (folded, strlen (folded));
  g_autoptr(GBytes) whole = pz_holidays_unfold (bytes);

  g_assert_cmpmem (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole), "SUMMARY:Frühling\r\nUID:1\n",
                   strlen ("SUMMARY:Frühling\r\nUID:1\n"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/holidays-lines/text-of-its-own", test_an_event_is_a_text_of_its_own);
  g_test_add_func ("/holidays-lines/any-end-and-folded", test_lines_may_end_in_any_way_and_be_folded);
  g_test_add_func ("/holidays-lines/what-is-not-needed", test_what_no_holiday_needs_is_left_out);
  g_test_add_func ("/holidays-lines/nothing-nested", test_nothing_is_nested);
  g_test_add_func ("/holidays-lines/cut", test_an_event_that_is_cut_is_left_out);
  g_test_add_func ("/holidays-lines/too-long", test_a_line_that_is_too_long_is_left_out);
  g_test_add_func ("/holidays-lines/letter-in-its-middle", test_a_letter_folded_in_its_middle_is_whole_again);
  return g_test_run ();
}

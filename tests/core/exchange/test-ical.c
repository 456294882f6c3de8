/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-ical.h"

static void
test_library_is_the_one_of_the_headers (void)
{
  g_autoptr(GError) error = NULL;
  const PzIcal *ical = pz_ical (&error);
  icalcomponent *event;

  g_assert_no_error (error);
  g_assert_nonnull (ical);
  event = ical->icalparser_parse_string ("BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270104\r\nSUMMARY:Winter\r\nEND:VEVENT\r\n");
  g_assert_nonnull (event);
  g_assert_cmpstr (ical->icalproperty_get_summary (
                     ical->icalcomponent_get_first_property (event, ICAL_SUMMARY_PROPERTY)), ==, "Winter");
  ical->icalcomponent_free (event);
  g_assert_true (pz_ical (NULL) == ical);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ical/library-is-the-one-of-the-headers", test_library_is_the_one_of_the_headers);
  return g_test_run ();
}

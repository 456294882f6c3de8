/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-soup.h"

static void
test_library_is_the_one_of_the_headers (void)
{
  g_autoptr(GError) error = NULL;
  const PzSoup *soup = pz_soup (&error);
  g_autoptr(GDateTime) date = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (soup);
  date = soup->soup_date_time_new_from_http_string ("Sun, 06 Nov 1994 08:49:37 GMT");
  g_assert_nonnull (date);
  g_assert_cmpint (g_date_time_to_unix (date), ==, 784111777);
  g_assert_true (pz_soup (NULL) == soup);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/soup/library-is-the-one-of-the-headers", test_library_is_the_one_of_the_headers);
  return g_test_run ();
}

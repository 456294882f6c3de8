/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-href.h"

static void
test_split (void)
{
  static const struct
  {
    const char *href;
    const char *parts; /* joined by "|"; NULL: no path */
  } rows[] = {
    { "/", "" },
    { "/dav/class%205b/", "dav|class 5b" },
    { "//dav///a", "dav|a" },
    { "https://h:1/dav/a", "dav|a" },
    { "https://h", "" },
    { "/a%2Fb/c", "a/b|c" },
    { "/100%/%4", "100%|%4" },
    { "/a%00", NULL },
    { "a/b", NULL },
    { "", NULL },
    { "/see:/https://x/y", "see:|https:|x|y" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto(GStrv) parts = pz_href_split (rows[i].href);
      g_autofree char *joined = parts != NULL ? g_strjoinv ("|", parts) : NULL;

      g_test_message ("%s", rows[i].href);
      g_assert_cmpstr (joined, ==, rows[i].parts);
    }
}

static void
test_names (void)
{
  g_assert_true (pz_href_is_name ("seg-1", 5));
  g_assert_false (pz_href_is_name ("seg-1", 4));
  g_assert_false (pz_href_is_name ("", 5));
  g_assert_false (pz_href_is_name (".", 5));
  g_assert_false (pz_href_is_name ("..", 5));
  g_assert_false (pz_href_is_name ("a/b", 5));
  g_assert_false (pz_href_is_name ("\xff", 5));
  g_assert_true (pz_href_is_name ("...", 5));
}

static void
test_same_name (void)
{
  g_assert_true (pz_href_have_same_name ("/dav/class%205b/", "/elsewhere/class 5b"));
  g_assert_true (pz_href_have_same_name ("/a", "https://h/x/%61"));
  g_assert_true (pz_href_have_same_name ("/", "https://h"));
  g_assert_false (pz_href_have_same_name ("/dav/a", "/login"));
  g_assert_false (pz_href_have_same_name ("/dav/a", "/"));
  g_assert_false (pz_href_have_same_name ("/dav/a", "a"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/href/split", test_split);
  g_test_add_func ("/href/names", test_names);
  g_test_add_func ("/href/same-name", test_same_name);
  return g_test_run ();
}

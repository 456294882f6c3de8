/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-error.h"
#include "pz-sync-marker.h"

#include <string.h>

#define CLASSROOM "b7q2mx5k9d0hw4vt"

static char *
parse (const char  *text,
       gsize        length,
       GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length);

  return pz_sync_marker_parse (bytes, error);
}

static void
test_says_which_class (void)
{
  g_autoptr(GBytes) marker = pz_sync_marker_make (CLASSROOM);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = pz_sync_marker_parse (marker, &error);
  static const char wanted[] = "{\"classroom\":\"b7q2mx5k9d0hw4vt\",\"major\":1}";

  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, CLASSROOM);
  g_assert_cmpmem (g_bytes_get_data (marker, NULL), g_bytes_get_size (marker), wanted, strlen (wanted));
}

/* the id becomes the name of a folder */
static void
test_anything_else_is_none (void)
{
  static const char *const texts[] = {
    "", "{}", "{\"classroom\":\"\",\"major\":1}", "{\"classroom\":\"../../../etc\",\"major\":1}",
    "{\"classroom\":\"b7q2mx5k9d0hw4vt\",\"major\":2}", "{\"classroom\":\"b7q2mx5k9d0hw4vt\",\"major\":1} ",
    "{\"classroom\":\"b7q2mx5k9d0hw4v/\",\"major\":1}", "{\"classroom\":\"\",\"major\":1", "<html>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (parse (texts[i], strlen (texts[i]), &error));
      g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);
    }
  g_assert_null (parse ("{\"classroom\":\"b7q2mx5k9d0hw4vt\0\",\"major\":1}", 43, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/marker/says-which-class", test_says_which_class);
  g_test_add_func ("/sync/marker/anything-else-is-none", test_anything_else_is_none);
  return g_test_run ();
}

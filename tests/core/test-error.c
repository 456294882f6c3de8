/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-error.h"

#include <errno.h>

static void
test_errno_becomes_code (void)
{
  const struct { int number; PzError code; } rows[] = {
    { ENOENT, PZ_ERROR_NOT_FOUND }, { EEXIST, PZ_ERROR_EXISTS },   { ENOSPC, PZ_ERROR_NO_SPACE },
    { EDQUOT, PZ_ERROR_NO_SPACE },  { EROFS, PZ_ERROR_READ_ONLY }, { EACCES, PZ_ERROR_READ_ONLY },
    { ELOOP, PZ_ERROR_NOT_SAFE },   { EIO, PZ_ERROR_IO },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (pz_error_from_errno (rows[i].number), ==, rows[i].code);
}

static void
test_text_has_both_reasons (void)
{
  g_autoptr(GError) error = NULL;

  pz_error_set_errno (&error, ENOSPC, "The class could not be saved");
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NO_SPACE);
  g_assert_true (g_str_has_prefix (error->message, "The class could not be saved: "));
  g_assert_nonnull (strstr (error->message, g_strerror (ENOSPC)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/error/errno-becomes-code", test_errno_becomes_code);
  g_test_add_func ("/core/error/text-has-both-reasons", test_text_has_both_reasons);
  return g_test_run ();
}

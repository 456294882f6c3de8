/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../ui-fixture.h"
#include "pz-recovery-print.h"

#include <glib/gstdio.h>

static void
test_prints_one_page_that_is_guarded (UiFixture     *fixture,
                                      gconstpointer  names)
{
  const PzRecoveryFacts facts = { "5b", "https://files.school.example/dav/", "5b", "ada", "abcde-fghjk-mnpqr-stuvw-xyz23" };
  g_autoptr(GtkPrintOperation) print = pz_recovery_print_new (&facts);
  g_autofree char *folder = g_dir_make_tmp ("personalize-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *job = NULL;
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;
  gboolean tracks;
  gsize length;

  gtk_print_operation_set_export_filename (print, path);
  g_assert_cmpint (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (length > 2000 && g_str_has_prefix (content, "%PDF"));
  g_object_get (print, "job-name", &job, "track-print-status", &tracks, NULL);
  g_assert_true (tracks); /* which is how a file of the printing window is taken from others, see pz-private-print.c */
  g_assert_cmpstr (job, ==, "Recovery sheet"); /* printers keep it */
  g_remove (path);
  g_rmdir (folder);
}

static void
add_tests (void)
{
  g_test_add ("/ui/recovery-print/prints-one-page-that-is-guarded", UiFixture, "Amina Yusuf", ui_fixture_set_up,
              test_prints_one_page_that_is_guarded, ui_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}

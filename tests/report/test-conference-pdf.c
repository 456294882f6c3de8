/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conference-fixture.h"
#include "pz-conference-pdf.h"
#include "pz-error.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define LONG "reads a text nobody has read before, in front of the whole class, without stopping at long words"

typedef ConferenceFixture Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  conference_fixture_set_up (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  conference_fixture_tear_down (fixture);
}

static guint
count_pages (GBytes *pdf)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  guint n = 0;

  for (const char *at = data; (at = memmem (at, size - (gsize) (at - data), "/Type /Page", 11)) != NULL; at += 11)
    n += at[11] != 's';
  return n;
}

static void
test_pdf_has_one_page (Fixture       *fixture,
                       gconstpointer  unused)
{
  g_autoptr(PzConference) conference = conference_fixture_make (fixture, 12, LONG, LONG);
  g_autoptr(GBytes) pdf = pz_conference_dup_pdf (conference, &PZ_PAPER_LETTER, FALSE);

  g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  g_assert_cmpuint (count_pages (pdf), ==, 1);
  g_assert_nonnull (memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "612 792", 7));
}

static void
test_pdf_is_for_its_owner_only (Fixture       *fixture,
                                gconstpointer  unused)
{
  g_autofree char *folder = g_dir_make_tmp ("pz-conference-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "noor.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere", "noor.pdf", NULL);
  g_autoptr(PzConference) conference = conference_fixture_make (fixture, 2, "reads aloud", NULL);
  g_autoptr(GError) error = NULL;
  GStatBuf status;

  g_assert_true (pz_conference_save_pdf (conference, &PZ_PAPER_A4, FALSE, path, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_false (pz_conference_save_pdf (conference, &PZ_PAPER_A4, FALSE, path, FALSE, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (pz_conference_save_pdf (conference, &PZ_PAPER_A4, TRUE, path, TRUE, NULL));
  g_assert_false (pz_conference_save_pdf (conference, &PZ_PAPER_A4, FALSE, nowhere, FALSE, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_IO);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/report/conference-pdf/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("has-one-page", test_pdf_has_one_page);
  ADD ("is-for-its-owner-only", test_pdf_is_for_its_owner_only);
#undef ADD
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sample.h"

#include "pz-error.h"
#include "pz-file.h"
#include "pz-sample-private.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * pz_sample_options_init:
 * @options: (out caller-allocates): 28 learners after 12 weeks, with seed 1, today
 * @environment: whose today it is
 */
void
pz_sample_options_init (PzSampleOptions *options,
                        PzEnvironment   *environment)
{
  g_return_if_fail (options != NULL);

  *options = (PzSampleOptions) { .n_learners = 28, .n_weeks = 12, .seed = 1 };
  pz_environment_get_today (environment, &options->today);
  options->name = _("Class 5b (sample)");
}

static gboolean
is_within (guint number,
           guint least,
           guint most)
{
  return number >= least && number <= most;
}

static gboolean
check_numbers (const PzSampleOptions *options,
               GError               **error)
{
  if (!is_within (options->n_learners, 1, PZ_SAMPLE_MAX_LEARNERS))
    g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID, _("A sample class has %1$u to %2$u learners"), 1, PZ_SAMPLE_MAX_LEARNERS);
  else if (!is_within (options->n_weeks, 1, PZ_SAMPLE_MAX_WEEKS))
    g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID, _("A sample class has %1$u to %2$u weeks"), 1, PZ_SAMPLE_MAX_WEEKS);
  else if (!is_within (options->n_goals, 0, PZ_SAMPLE_MAX_GOALS))
    g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID, _("A sample class has %1$u to %2$u goals of each learner"), 0,
                 PZ_SAMPLE_MAX_GOALS);
  else if (!is_within (options->n_measurements, 0, PZ_SAMPLE_MAX_MEASUREMENTS))
    g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID, _("A sample class has %1$u to %2$u measurements of each goal"), 0,
                 PZ_SAMPLE_MAX_MEASUREMENTS);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_options (const PzSampleOptions *options,
               GError               **error)
{
  if (!check_numbers (options, error))
    return FALSE;
  if (!g_date_valid (&options->today) || g_date_get_year (&options->today) < 1972 || g_date_get_year (&options->today) > 9000)
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, _("The day of a sample class must lie between the years 1972 and 9000"));
      return FALSE;
    }
  if (options->name == NULL || *options->name == '\0')
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, _("A class needs a name"));
      return FALSE;
    }
  return TRUE;
}

/* Ids depend on everything that makes one sample class another one, so that two of them can lie side by side. */
static guint64
hash_options (const PzSampleOptions *options)
{
  g_autofree char *text = g_strdup_printf ("%s %u %u %" G_GUINT64_FORMAT " %u %s %u %u", PZ_VERSION, options->n_learners,
                                           options->n_weeks, options->seed, g_date_get_julian (&options->today),
                                           options->name, options->n_goals, options->n_measurements);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  guint64 hash = 0;

  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
  g_checksum_get_digest (checksum, digest, &length);
  for (guint i = 0; i < 8; i++)
    hash = hash << 8 | digest[i];
  return hash;
}

static int
remove_one (const char        *path,
            const struct stat *status,
            int                kind,
            struct FTW        *walk)
{
  return remove (path);
}

/* links are removed, never followed */
static void
remove_tree (const char *path)
{
  nftw (path, remove_one, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

static gboolean
flush_folder (const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean flushed = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return flushed;
}

/* and those above it, of mode 0700 whatever the umask says */
static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autoptr(GError) local_error = NULL;

  if (pz_file_make_path (whole, &local_error))
    return TRUE;
  /* something else stands where the folder should be: a place that cannot be written to */
  if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_SAFE))
    local_error->code = PZ_ERROR_IO;
  g_propagate_prefixed_error (error, g_steal_pointer (&local_error), "%s: ", _("The data folder could not be made"));
  return FALSE;
}

/* one rename: the class is there as a whole or not at all */
static char *
move_in_place (PzEnvironment *environment,
               const char    *from,
               const char    *name,
               GError       **error)
{
  g_autofree char *folder = g_build_filename (pz_environment_get_data_dir (environment), "classrooms", NULL);
  g_autofree char *id = g_path_get_basename (from);
  g_autofree char *to = g_build_filename (folder, id, NULL);

  if (g_file_test (to, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_EXISTS,
                   /* Translators: %s is the name of a class */
                   _("“%s” with the same learners is there already. Another seed or another name makes another class."), name);
      return NULL;
    }
  if (!make_folder (folder, error))
    return NULL;
  if (rename (from, to) != 0)
    {
      pz_error_set_errno (error, errno, _("The sample class could not be put among the classes"));
      return NULL;
    }
  if (!flush_folder (folder))
    {
      pz_error_set_errno (error, errno, _("The disk did not confirm the sample class"));
      return NULL;
    }
  return g_steal_pointer (&to);
}

/* with its list of learners already made, so that whoever opens it next is quick */
static PzClassroom *
open_class (PzEnvironment  *environment,
            const char     *path,
            GError        **error)
{
  PzClassroom *classroom = pz_classroom_open (environment, path, error);

  if (classroom != NULL)
    pz_classroom_close (classroom, NULL);
  return classroom;
}

/**
 * pz_sample_create:
 * @environment: where the class is put; its clock and chance are not used for what is written
 * @options: what the class should be
 *
 * Makes a class of invented learners. It is written aside and moved to its place when it is complete; when it fails or
 * is cancelled, nothing remains. Memory does not grow with the number of learners beyond a hundred bytes for each.
 *
 * Returns: (transfer full): the class, open in @environment; %NULL with %PZ_ERROR_INVALID for options out of bounds,
 *   %PZ_ERROR_EXISTS when the same class is there, or what the store reports
 */
PzClassroom *
pz_sample_create (PzEnvironment         *environment,
                  const PzSampleOptions *options,
                  GCancellable          *cancellable,
                  GError               **error)
{
  g_autofree char *staging = NULL;
  g_autofree char *made = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (!check_options (options, error))
    return NULL;
  if (!make_folder (pz_environment_get_data_dir (environment), error))
    return NULL;
  /* the name says what is made: the next run for the same class removes what a killed one left */
  staging = g_strdup_printf ("%s/.sample-%016" G_GINT64_MODIFIER "x", pz_environment_get_data_dir (environment),
                             hash_options (options));
  remove_tree (staging);
  made = pz_sample_generate (staging, options, hash_options (options), cancellable, error);
  if (made != NULL)
    path = move_in_place (environment, made, options->name, error);
  remove_tree (staging);
  return path != NULL ? open_class (environment, path, error) : NULL;
}

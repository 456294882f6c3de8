/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* One of two programs that write to one class side by side:  writer LETTER FOLDER
 *
 * Each saves a file of its own and adds its letter and the number of the step to one they share; when the other was
 * quicker it reads and joins. It begins when there is a byte on its input, so that both begin together. */
#include "config.h"

#include "pz-commit.h"

#include "pz-error.h"

#include <stdio.h>

#define STEPS 10
#define SHARED "classroom.json"

static void
tell_acknowledged (int step)
{
  FILE *trace = fopen (g_getenv ("SHIM_TRACE"), "a");

  g_assert (trace != NULL);
  fprintf (trace, "0 ACK %d\n", step);
  fclose (trace);
}

static gboolean
do_step (PzStore     *store,
         const char  *letter,
         int          step,
         GError     **error)
{
  g_autofree char *own = g_strdup_printf ("learners/writer-%s.json", letter);
  g_autoptr(PzCommit) commit = pz_commit_new (store);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GBytes) mine = g_bytes_new (&step, sizeof step);
  g_autoptr(GBytes) joined = NULL;
  g_autoptr(GBytes) shared = NULL;
  PzVersion seen_own, seen_shared;

  if (!pz_store_stat (store, own, &seen_own, error))
    return FALSE;
  shared = pz_store_read (store, SHARED, &seen_shared, NULL);
  if (shared != NULL)
    g_string_append_len (text, g_bytes_get_data (shared, NULL), (gssize) g_bytes_get_size (shared));
  g_string_append_printf (text, "%s%d\n", letter, step);
  joined = g_bytes_new (text->str, text->len);
  pz_commit_put (commit, own, mine, &seen_own);
  pz_commit_put (commit, SHARED, joined, &seen_shared);
  return pz_commit_run (commit, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(PzEnvironment) environment = NULL;
  g_autoptr(PzStore) store = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  int step = 1;

  g_assert (argc == 3);
  path = g_build_filename (argv[2], "class", NULL);
  environment = pz_environment_new_system (argv[2]);
  store = pz_store_open (environment, path, PZ_STORE_NONE, &error);
  if (store == NULL || getchar () == EOF)
    return 3;
  while (step <= STEPS)
    {
      g_clear_error (&error);
      if (do_step (store, argv[1], step, &error))
        tell_acknowledged (step++);
      else if (!g_error_matches (error, PZ_ERROR, PZ_ERROR_CHANGED) &&
               !g_error_matches (error, PZ_ERROR, PZ_ERROR_LOCKED))
        {
          fprintf (stderr, "%s\n", error->message);
          return 4;
        }
    }
  return 0;
}

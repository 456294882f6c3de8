/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "fuzz-mutate.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Runs a fuzz target on its corpus and on inputs made from it: a bounded number of runs, the same ones for the
 * same seed, with any compiler. An input that crashes the target is written to a file, which is named.
 * Given files instead of a folder, it runs just those. */

#define DEFAULT_RUNS 20000
/* A run that takes longer, in seconds, counts as a crash. */
#define TIME_LIMIT 20

static const int SIGNALS[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGALRM, SIGTRAP };

/* What the handler needs; set before each run. */
static struct
{
  const guint8 *data;
  gsize size;
  char *path;
} current;

static struct sigaction previous[G_N_ELEMENTS (SIGNALS)];

void __sanitizer_set_death_callback (void (*callback) (void)) __attribute__ ((weak));

static void
put (int         fd,
     const void *data,
     gsize       size)
{
  const char *p = data;

  while (size > 0)
    {
      ssize_t written = write (fd, p, size);

      if (written <= 0)
        return;
      p += written;
      size -= (gsize) written;
    }
}

/* Only calls that are allowed in a signal handler. */
static void
save_input (void)
{
  static const char text[] = "the input that crashed is in ";
  int fd;

  if (current.path == NULL || current.data == NULL)
    return;
  fd = open (current.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0)
    return;
  put (fd, current.data, current.size);
  close (fd);
  put (STDERR_FILENO, text, strlen (text));
  put (STDERR_FILENO, current.path, strlen (current.path));
  put (STDERR_FILENO, "\n", 1);
  current.data = NULL; /* a sanitizer may call again while it dies */
}

static void
crash_cb (int number)
{
  save_input ();
  /* back to whoever had the signal before: a sanitizer with its report, or the system */
  for (gsize i = 0; i < G_N_ELEMENTS (SIGNALS); i++)
    if (SIGNALS[i] == number)
      sigaction (number, &previous[i], NULL);
  /* a fault happens again when we return, at the very instruction a sanitizer wants to report */
  if (number != SIGSEGV && number != SIGBUS && number != SIGFPE && number != SIGILL)
    raise (number);
}

static void
catch_crashes (void)
{
  static guint8 stack[65536]; /* of its own: the crash may be a full stack */
  stack_t alternative = { .ss_sp = stack, .ss_size = sizeof stack };
  struct sigaction action = { .sa_handler = crash_cb, .sa_flags = SA_ONSTACK };

  sigaltstack (&alternative, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (SIGNALS); i++)
    sigaction (SIGNALS[i], &action, &previous[i]);
  if (__sanitizer_set_death_callback != NULL)
    __sanitizer_set_death_callback (save_input);
}

/* The copy has no byte to spare, so that sanitizers see a look beyond the end. */
static void
run (const guint8 *data,
     gsize         size)
{
  g_autofree guint8 *exact = g_memdup2 (data, size);

  current.size = size;
  current.data = exact != NULL ? exact : (const guint8 *) "";
  alarm (TIME_LIMIT);
  LLVMFuzzerTestOneInput (current.data, size);
  alarm (0);
  current.data = NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
load_file (GPtrArray   *corpus,
           const char  *path,
           GError     **error)
{
  char *content;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, error))
    return FALSE;
  g_ptr_array_add (corpus, g_bytes_new_take (content, length));
  return TRUE;
}

/* All files of a folder, by name, so that the order is the same everywhere. */
static gboolean
load_folder (GPtrArray   *corpus,
             const char  *path,
             GError     **error)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    if (!load_file (corpus, g_ptr_array_index (names, i), error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
load_corpus (char     **paths,
             gboolean  *only_files,
             GError   **error)
{
  g_autoptr(GPtrArray) corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  *only_files = paths != NULL;
  for (gsize i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      gboolean folder = g_file_test (paths[i], G_FILE_TEST_IS_DIR);

      if (folder ? !load_folder (corpus, paths[i], error) : !load_file (corpus, paths[i], error))
        return NULL;
      *only_files = *only_files && !folder;
    }
  if (corpus->len == 0)
    g_ptr_array_add (corpus, g_bytes_new_static ("", 0));
  return g_steal_pointer (&corpus);
}

static void
run_corpus (GPtrArray *corpus)
{
  for (guint i = 0; i < corpus->len; i++)
    {
      GBytes *input = g_ptr_array_index (corpus, i);

      run (g_bytes_get_data (input, NULL), g_bytes_get_size (input));
    }
}

static void
run_mutants (GPtrArray *corpus,
             gint64     runs,
             guint64    seed,
             gsize      max_length)
{
  g_autoptr(GByteArray) input = g_byte_array_new ();
  PzRandom random;

  pz_random_init (&random, seed);
  for (gint64 i = 0; i < runs; i++)
    {
      GBytes *origin = g_ptr_array_index (corpus, pz_random_below (&random, corpus->len));
      gsize length;
      const guint8 *bytes = g_bytes_get_data (origin, &length);

      g_byte_array_set_size (input, 0);
      g_byte_array_append (input, bytes, (guint) length);
      pz_fuzz_mutate (input, &random, corpus, pz_fuzz_dictionary, max_length);
      run (input->data, input->len);
    }
}

static gint64
default_runs (void)
{
  const char *chosen = g_getenv ("PZ_FUZZ_RUNS");

  return chosen != NULL ? g_ascii_strtoll (chosen, NULL, 10) : DEFAULT_RUNS;
}

int
main (int   argc,
      char *argv[])
{
  gint64 runs = default_runs (), seed = 1, max_length = 4096, start, duration;
  g_autofree char *artifacts = NULL, *stem = g_path_get_basename (argv[0]);
  g_auto(GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { "runs", 0, 0, G_OPTION_ARG_INT64, &runs, "inputs to make (PZ_FUZZ_RUNS, or 20000)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "decides which inputs (1)", "S" },
    { "max-length", 0, 0, G_OPTION_ARG_INT64, &max_length, "of an input, in bytes (4096)", "N" },
    { "artifacts", 0, 0, G_OPTION_ARG_FILENAME, &artifacts, "where the input of a crash goes (here)", "FOLDER" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, "CORPUS-FOLDER | FILE…" },
    { NULL },
  };
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) corpus = NULL;
  gboolean only_files;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)
      || (corpus = load_corpus (paths, &only_files, &error)) == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  current.path = g_strdup_printf ("%s/crash-%s-%d", artifacts != NULL ? artifacts : ".", stem, (int) getpid ());
  catch_crashes ();

  start = g_get_monotonic_time ();
  run_corpus (corpus);
  if (only_files)
    runs = 0;
  run_mutants (corpus, runs, (guint64) seed, (gsize) max_length);
  duration = MAX (g_get_monotonic_time () - start, 1);
  runs += corpus->len;
  g_print ("%s: %" G_GINT64_FORMAT " runs from %u files, seed %" G_GINT64_FORMAT ", %.0f runs/s\n", stem, runs,
           corpus->len, seed, (double) runs * 1e6 / (double) duration);
  g_free (current.path);
  return 0;
}

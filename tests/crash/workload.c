/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What the crash tests do to a class: steps from one known state to the next, each one commit.
 *
 *   workload init   WORK FOLDER     makes FOLDER/class in state 0
 *   workload run    WORK FOLDER     goes from the state it finds to the last one; a line for each step in SHIM_TRACE
 *   workload retry  WORK FOLDER     the same, but a step that failed is tried once more
 *   workload check  WORK FOLDER...  opens each as after a restart and says which state it is in
 *   workload serve                  does these one after the other as its input says: see serve.h
 *
 * WORKLOAD_HISTORY=1 adds a line of history to each step; WORKLOAD_SEED=n begins the random numbers elsewhere. */
#include "config.h"

#include "pz-commit.h"

#include "pz-error.h"
#include "serve.h"
#include "trace.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HISTORY "history/0000000000000001.jsonl"

/* versions: one letter per state: which version of the file it holds, '-' for none */
typedef struct
{
  char *name;
  const char *versions;
} File;

typedef struct
{
  GPtrArray *files; /* of File */
  int n_states;
  int snapshot; /* the step to this state takes a snapshot first; 0: none does */
} Work;

static void
add_file (Work       *work,
          const char *name,
          const char *versions)
{
  File *file = g_new0 (File, 1);

  file->name = g_strdup (name);
  file->versions = versions;
  work->n_states = (int) strlen (versions);
  g_ptr_array_add (work->files, file);
}

static void
add_learners (Work       *work,
              guint       n_learners,
              const char *versions)
{
  for (guint i = 0; i < n_learners; i++)
    {
      g_autofree char *name = g_strdup_printf ("learners/n%02u.json", i);

      add_file (work, name, versions);
    }
}

/* the kinds of commits the program makes; every one of several files is followed by one that touches some of them
 * again, which is when a record that came back from the dead would do harm */
static Work *
make_work (char letter)
{
  Work *work = g_new0 (Work, 1);

  work->files = g_ptr_array_new ();
  switch (letter)
    {
    case 's': /* single files, the last in a folder that is new */
      add_file (work, "classroom.json", "111111");
      add_file (work, "learners/a.json", "123333");
      add_file (work, "learners/b.json", "111222");
      add_file (work, "outbox/c.json", "----12");
      break;
    case 'm': /* several files, new folders among them */
      add_file (work, "classroom.json", "122345");
      add_file (work, "learners/a.json", "1233--");
      add_file (work, "learners/b.json", "122333");
      add_file (work, "activities/c.json", "---111");
      add_file (work, "outbox/d.json", "----11");
      break;
    case 'd': /* deletions, alone and with others, and what was deleted made again */
      add_file (work, "classroom.json", "1122234");
      add_file (work, "learners/a.json", "11-2233");
      add_file (work, "learners/b.json", "1---222");
      add_file (work, "frameworks/e.json", "--111--");
      break;
    case 'i': /* an import of 30 learners, and an edit after it */
      add_file (work, "classroom.json", "1223");
      add_file (work, "learners/a.json", "1122");
      add_learners (work, 30, "-111");
      break;
    case 'b': /* an import above the number from which everything is flushed at once */
      add_file (work, "classroom.json", "12345");
      add_learners (work, 70, "-1122");
      break;
    case 'r': /* a snapshot of state 0 before the first step, an edit, its restore, and an edit */
      add_file (work, "classroom.json", "11122");
      add_file (work, "learners/a.json", "1--11");
      add_file (work, "learners/b.json", "-11--");
      add_file (work, "learners/c.json", "12314");
      work->snapshot = 1;
      break;
    case 'o': /* a class that is made, and filled; state 0 is an empty one */
      add_file (work, "classroom.json", "-1234");
      add_file (work, "learners/a.json", "-1122");
      break;
    default:
      g_error ("no such work: %c", letter);
    }
  return work;
}

static File *
file_at (Work *work,
         guint index)
{
  return g_ptr_array_index (work->files, index);
}

/* some fit in a page, some do not, and a new version may be longer or shorter */
static GBytes *
content_of (const char *name,
            char        version)
{
  gsize length = (g_str_has_prefix (name, "learners/n") ? 600 : 4600) + (version % 2) * 900;
  guint begin = g_str_hash (name) + (guint) version * 3;
  GString *text = g_string_sized_new (length + 8);

  if (version == '-')
    {
      g_string_free (text, TRUE);
      return NULL;
    }
  g_string_append_printf (text, "{\"name\":\"%s\",\"version\":%c,\"filler\":\"", name, version);
  while (text->len < length)
    g_string_append_c (text, (char) ('a' + (begin + text->len) % 26));
  g_string_append (text, "\"}\n");
  return g_string_free_to_bytes (text);
}

/* (transfer none): the same, made once */
static GBytes *
expected_content (const char *name,
                  char        version)
{
  static GHashTable *known;
  g_autofree char *key = g_strdup_printf ("%c%s", version, name);
  GBytes *content;

  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  content = g_hash_table_lookup (known, key);
  if (content == NULL)
    {
      content = content_of (name, version);
      g_hash_table_insert (known, g_steal_pointer (&key), content);
    }
  return content;
}

static PzStore *
open_class (const char   *folder,
            PzStoreFlags  flags,
            GError      **error)
{
  g_autofree char *path = g_build_filename (folder, "class", NULL);
  const char *seed = g_getenv ("WORKLOAD_SEED");
  g_autoptr(PzEnvironment) environment = NULL;

  environment = pz_environment_new_fixed (folder, G_GINT64_CONSTANT (1795449600000),
                                          seed != NULL ? g_ascii_strtoull (seed, NULL, 10) : 1);

  return pz_store_open (environment, path, flags, error);
}

/* what is in the class now, or 'X' for what is no version of the file */
static char
find_version (PzStore    *store,
              const char *name,
              PzVersion  *seen)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) content = pz_store_read (store, name, seen, &error);

  if (content == NULL)
    return g_error_matches (error, PZ_ERROR, PZ_ERROR_NOT_FOUND) ? '-' : 'X';
  for (char version = '1'; version < '9'; version++)
    if (g_bytes_equal (content, expected_content (name, version)))
      return version;
  return 'X';
}

/* the number of the state the class is in, or -1; @found gets a letter per file */
static int
find_state (PzStore *store,
            Work    *work,
            GString *found)
{
  PzVersion seen;

  for (guint i = 0; i < work->files->len; i++)
    g_string_append_c (found, find_version (store, file_at (work, i)->name, &seen));
  for (int state = 0; state < work->n_states; state++)
    {
      guint same = 0;

      while (same < work->files->len && file_at (work, same)->versions[state] == found->str[same])
        same++;
      if (same == work->files->len)
        return state;
    }
  return -1;
}

static PzCommit *
make_commit (PzStore *store,
             Work    *work,
             int      state)
{
  PzCommit *commit = pz_commit_new (store);

  for (guint i = 0; i < work->files->len; i++)
    {
      File *file = file_at (work, i);
      g_autoptr(GBytes) content = content_of (file->name, file->versions[state]);
      PzVersion seen;

      if (file->versions[state] == file->versions[state - 1])
        continue;
      find_version (store, file->name, &seen);
      if (content != NULL)
        pz_commit_put (commit, file->name, content, &seen);
      else
        pz_commit_delete (commit, file->name, &seen);
    }
  if (g_getenv ("WORKLOAD_HISTORY") != NULL)
    {
      g_autofree char *line = g_strdup_printf ("{\"step\":%d}\n", state);
      g_autoptr(GBytes) lines = g_bytes_new (line, strlen (line));

      pz_commit_append_history (commit, HISTORY, lines);
    }
  return commit;
}

static gboolean
do_step (PzStore *store,
         Work    *work,
         int      state,
         GError **error)
{
  g_autoptr(PzCommit) commit = make_commit (store, work, state);

  if (work->snapshot == state)
    {
      g_autofree char *name = pz_store_snapshot (store, "step", error);

      if (name == NULL)
        return FALSE;
    }
  return pz_commit_run (commit, error);
}

/* As a program does it: on an ordinary error again, on an uncertain one only after opening and reading again. */
static gboolean
do_step_again (PzStore    **store,
               Work        *work,
               const char  *folder,
               int          state)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) found = g_string_new (NULL);
  int now;

  if (do_step (*store, work, state, &error))
    return TRUE;
  if (g_error_matches (error, PZ_ERROR, PZ_ERROR_UNCERTAIN))
    {
      g_object_unref (*store);
      *store = open_class (folder, PZ_STORE_NONE, NULL);
      if (*store == NULL)
        return FALSE;
    }
  now = find_state (*store, work, found);
  return now == state || (now == state - 1 && do_step (*store, work, state, NULL));
}

static int
run (Work       *work,
     const char *folder,
     gboolean    retry,
     gboolean    create)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzStore) store = open_class (folder, create ? PZ_STORE_CREATE : PZ_STORE_NONE, &error);
  g_autoptr(GString) found = g_string_new (NULL);
  int state;

  if (store == NULL && retry)
    store = open_class (folder, create ? PZ_STORE_CREATE : PZ_STORE_NONE, &error);
  state = store != NULL ? find_state (store, work, found) : -1;
  if (state < 0)
    {
      tell ("0 REFUSED 0 %s\n", store != NULL ? found->str : error->message);
      return 3;
    }
  tell ("0 FOUND %d\n", state);
  while (++state < work->n_states)
    {
      g_clear_error (&error);
      if (retry ? !do_step_again (&store, work, folder, state) : !do_step (store, work, state, &error))
        {
          gboolean uncertain = g_error_matches (error, PZ_ERROR, PZ_ERROR_UNCERTAIN);

          tell ("0 %s %d %s\n", uncertain ? "UNCERTAIN" : "REFUSED", state, error != NULL ? error->message : "");
          return 4;
        }
      tell ("0 ACK %d\n", state);
    }
  return 0;
}

static int
init (Work       *work,
      const char *folder)
{
  g_autoptr(PzStore) store = open_class (folder, PZ_STORE_CREATE, NULL);
  g_autoptr(PzCommit) commit = pz_commit_new (store);

  for (guint i = 0; i < work->files->len; i++)
    {
      File *file = file_at (work, i);
      g_autoptr(GBytes) content = content_of (file->name, file->versions[0]);

      if (content != NULL)
        pz_commit_put (commit, file->name, content, NULL);
    }
  return pz_commit_run (commit, NULL) ? 0 : 1;
}

static gboolean
is_known (Work       *work,
          const char *name)
{
  for (guint i = 0; i < work->files->len; i++)
    if (strcmp (file_at (work, i)->name, name) == 0)
      return TRUE;
  return strcmp (name, "lock") == 0 || strcmp (name, HISTORY) == 0 ||
         (work->snapshot > 0 && g_str_has_prefix (name, "snapshots/") && strstr (name, "/.") == NULL);
}

/* every file that should not be there: unfinished, damaged, set aside */
static void
find_strangers (Work       *work,
                const char *class,
                const char *below,
                GString    *strangers)
{
  g_autofree char *path = g_build_filename (class, below, NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *base;

  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *name = *below != '\0' ? g_build_filename (below, base, NULL) : g_strdup (base);
      g_autofree char *whole = g_build_filename (class, name, NULL);

      if (g_file_test (whole, G_FILE_TEST_IS_DIR) && *base != '.')
        find_strangers (work, class, name, strangers);
      else if (!is_known (work, name))
        g_string_append_printf (strangers, " %s", name);
    }
}

/* whole lines of history; what is behind the last newline is torn and does not count; -1: a line is none of ours */
static int
count_history (PzStore *store)
{
  g_autoptr(GBytes) content = pz_store_read (store, HISTORY, NULL, NULL);
  g_auto(GStrv) lines = NULL;
  g_autofree char *text = NULL;
  int n_lines;

  if (content == NULL)
    return 0;
  text = g_strndup (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  lines = g_strsplit (text, "\n", -1);
  n_lines = (int) g_strv_length (lines) - 1;
  for (int i = 0; i < n_lines; i++)
    if (strlen (lines[i]) != strlen ("{\"step\":1}") || !g_str_has_prefix (lines[i], "{\"step\":"))
      return -1;
  return MAX (n_lines, 0);
}

/* A snapshot that has its name is whole: it holds the state of the step that took it, and later saves left it so. */
static int
count_snapshots (PzStore *store,
                 Work    *work)
{
  g_autoptr(GPtrArray) names = pz_store_list_folders (store, "snapshots", NULL);
  PzVersion seen;

  for (guint i = 0; i < names->len; i++)
    for (guint k = 0; k < work->files->len; k++)
      {
        File *file = file_at (work, k);
        g_autofree char *kept = g_build_filename ("snapshots", g_ptr_array_index (names, i), file->name, NULL);
        g_autoptr(GBytes) expected = content_of (file->name, file->versions[work->snapshot - 1]);
        g_autoptr(GBytes) content = pz_store_read (store, kept, &seen, NULL);

        if ((content == NULL) != (expected == NULL) || (content != NULL && !g_bytes_equal (content, expected)))
          return -1;
      }
  return (int) names->len;
}

static void
check (Work       *work,
       const char *folder,
       gboolean    create)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzStore) store = open_class (folder, create ? PZ_STORE_CREATE : PZ_STORE_NONE, &error);
  g_autoptr(GString) found = g_string_new (NULL);
  g_autoptr(GString) strangers = g_string_new (NULL);
  int state;

  if (store == NULL)
    {
      printf ("-1 0 0 not opened: %s\n", error->message);
      return;
    }
  state = find_state (store, work, found);
  find_strangers (work, pz_store_get_path (store), "", strangers);
  printf ("%d %d %d%s%s%s\n", state, count_history (store), work->snapshot > 0 ? count_snapshots (store, work) : 0,
          state < 0 ? " mixed: " : "", state < 0 ? found->str : "", strangers->str);
}

static int
command (int    argc,
         char **argv)
{
  const char *name = argc > 2 ? argv[1] : "";
  gboolean create = argc > 2 && argv[2][0] == 'o';

  if (strcmp (name, "init") == 0)
    return create ? 0 : init (make_work (argv[2][0]), argv[3]);
  if (strcmp (name, "run") == 0)
    return run (make_work (argv[2][0]), argv[3], FALSE, create);
  if (strcmp (name, "retry") == 0)
    return run (make_work (argv[2][0]), argv[3], TRUE, create);
  if (strcmp (name, "check") != 0)
    return 2;
  for (int i = 3; i < argc; i++)
    check (make_work (argv[2][0]), argv[i], create);
  return 0;
}

int
main (int    argc,
      char **argv)
{
  return argc == 2 && strcmp (argv[1], "serve") == 0 ? serve (command) : command (argc, argv);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What the crash tests do to a class through a synchronisation. It speaks as classroom-workload.c does:
 *
 *   sync-workload init|run|retry WORK FOLDER      sync-workload check WORK FOLDER...
 *
 * WORK   F   state 1: what waited has its numbers and lies in the outbox; 2: a listing showed it; 3: what another device
 *            wrote is there, in two documents; 4: a learner whom it removed for good is gone, with all traces */
#include "config.h"

#include "pz-envelope.h"
#include "pz-error.h"
#include "pz-learner.h"
#include "pz-outbox.h"
#include "pz-replica-apply.h"
#include "serve.h"
#include "trace.h"

#include <stdio.h>
#include <string.h>

#define CLASSROOM "b7q2mx5k9d0hw4vt"
#define OTHER 9
#define N_LEARNERS 3
#define HISTORY "history/0000000000000007.jsonl"
#define LAST_STATE 4

static const char *const LEARNERS[N_LEARNERS] = { "d4m7kq2x9v5t0rhb", "a0b1c2d3e4f5g6h7", "k3v9qmx2a7hd5w4t" };

static PzReplica *
open_class (const char  *folder,
            GError     **error)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed (folder, G_GINT64_CONSTANT (1795449600000), 2);
  g_autofree char *path = g_build_filename (folder, CLASSROOM, NULL);

  return pz_replica_new (environment, path, NULL, error);
}

static int
init (const char *folder)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed (folder, G_GINT64_CONSTANT (1795449600000), 1);
  g_autoptr(PzClock) clock = pz_clock_new (environment, 7);
  g_autofree char *path = g_build_filename (folder, CLASSROOM, NULL);
  g_autoptr(PzStore) store = pz_store_open (environment, path, PZ_STORE_CREATE, NULL);
  g_autoptr(PzCommit) commit = pz_commit_new (store);

  for (guint i = 0; i < N_LEARNERS; i++)
    {
      g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_LEARNER, LEARNERS[i], clock);
      g_autofree char *name = g_strdup_printf ("learners/%s.json", LEARNERS[i]);
      g_autoptr(GBytes) bytes = NULL;

      pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, "Noor");
      bytes = pz_document_serialize (document);
      pz_commit_put (commit, name, bytes, NULL);
    }
  {
    g_autofree char *line = g_strdup_printf ("{\"doc\":\"%s\"}\n", LEARNERS[2]);
    g_autoptr(GBytes) history = g_bytes_new (line, strlen (line));

    pz_commit_put (commit, HISTORY, history, NULL);
  }
  return pz_commit_run (commit, NULL) ? 0 : 1;
}

/* what the other device wrote, with the removal or not */
static PzSegment *
make_segment (gboolean with_removal)
{
  PzHash begin = pz_chain_begin (CLASSROOM, OTHER);
  PzSegment *segment = pz_segment_new (CLASSROOM, OTHER, 1, &begin);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_strdup_printf ("learners/%s/%s", LEARNERS[i], LEARNERS[i]);
      PzSyncEdit *edit = pz_sync_edit_new (i + 1, path, "notes", PZ_HLC (5, i), "\"from elsewhere\"");

      pz_sync_edit_seal (edit);
      pz_segment_add (segment, edit);
    }
  if (with_removal)
    {
      g_autofree char *path = g_strdup_printf ("learners/%s/%s", LEARNERS[2], LEARNERS[2]);
      PzSyncEdit *edit = pz_sync_edit_new (3, path, "*", PZ_HLC (6, 0), NULL);

      pz_sync_edit_seal (edit);
      pz_segment_add (segment, edit);
    }
  return segment;
}

static gboolean
do_step (PzReplica  *replica,
         int         step,
         GError    **error)
{
  g_autoptr(PzSegment) segment = NULL;
  PzPlacing placing;
  guint n_edits;

  if (step == 1)
    return pz_replica_number (replica, &n_edits, error);
  if (step == 2)
    return pz_replica_confirm (replica, N_LEARNERS, error);
  segment = make_segment (step == 4);
  return pz_replica_apply_segment (replica, "seg", segment, &placing, error);
}

static gboolean
do_step_again (PzReplica  **replica,
               const char  *folder,
               int          step,
               GError     **error)
{
  if (do_step (*replica, step, error))
    return TRUE;
  g_clear_error (error);
  pz_replica_free (*replica);
  *replica = open_class (folder, error);
  return *replica != NULL && do_step (*replica, step, error);
}

static int
run (const char *folder,
     gboolean    retry)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzReplica) replica = open_class (folder, &error);

  if (replica == NULL && retry)
    {
      g_clear_error (&error);
      replica = open_class (folder, &error);
    }
  if (replica == NULL)
    {
      tell ("0 REFUSED 0 %s\n", error->message);
      return 3;
    }
  tell ("0 FOUND 0\n");
  for (int step = 1; step <= LAST_STATE; step++)
    {
      if (retry ? !do_step_again (&replica, folder, step, &error) : !do_step (replica, step, &error))
        {
          tell ("0 %s %d %s\n", g_error_matches (error, PZ_ERROR, PZ_ERROR_UNCERTAIN) ? "UNCERTAIN" : "REFUSED", step,
                error->message);
          return 4;
        }
      tell ("0 ACK %d\n", step);
    }
  return 0;
}

/* whether a learner shows what the other device wrote */
static gboolean
shows_note (PzReplica *replica,
            guint      learner)
{
  g_autofree char *name = g_strdup_printf ("learners/%s.json", LEARNERS[learner]);
  g_autoptr(GBytes) bytes = pz_store_read (pz_replica_get_store (replica), name, NULL, NULL);

  return bytes != NULL && g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "elsewhere");
}

/* whether the outbox holds just what was numbered and not confirmed, and can be read */
static gboolean
outbox_is_right (PzReplica   *replica,
                 PzSyncState *state)
{
  guint64 number = pz_sync_state_get_number (state);
  g_autoptr(GPtrArray) files = pz_store_list (pz_replica_get_store (replica), "outbox", NULL);
  guint n_files = files != NULL ? files->len : 0;
  const PzOutboxPart *part;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) json = NULL;
  g_autoptr(PzSegment) segment = NULL;

  if (number == state->confirmed)
    return state->outbox->len == 0 && n_files <= 1;
  if (state->outbox->len != 1 || n_files != 2)
    return FALSE;
  part = &g_array_index (state->outbox, PzOutboxPart, 0);
  bytes = pz_outbox_load (replica, part, NULL);
  json = bytes != NULL ? pz_envelope_open (bytes, NULL) : NULL;
  segment = json != NULL ? pz_segment_parse (json, NULL) : NULL;
  return segment != NULL && segment->from == state->confirmed + 1 && segment->to == number
         && segment->device == state->device;
}

/* whether the last learner is gone: 1 all of it, 0 nothing of it, -1 a part of it */
static int
is_removed (PzReplica   *replica,
            PzSyncState *state)
{
  g_autofree char *document = g_strdup_printf ("learners/%s", LEARNERS[2]);
  g_autofree char *file = g_strconcat (document, ".json", NULL);
  g_autoptr(GBytes) bytes = pz_store_read (pz_replica_get_store (replica), file, NULL, NULL);
  g_autoptr(GBytes) history = pz_store_read (pz_replica_get_store (replica), HISTORY, NULL, NULL);
  gboolean named = history != NULL
                   && g_strstr_len (g_bytes_get_data (history, NULL), (gssize) g_bytes_get_size (history), LEARNERS[2]);
  gboolean erased = pz_knowledge_is_erased (state->known, document);

  if ((bytes == NULL) != erased || named == erased || (state->erased != NULL) != erased)
    return -1;
  return erased;
}

/* which state the class is in; -1: in none, which documents and what is known of them would have to be in together */
static int
find_state (PzReplica   *replica,
            PzSyncState *state)
{
  guint64 number = pz_sync_state_get_number (state), other = pz_vector_get_number (state->known->vector, OTHER);
  guint n_pending = pz_replica_count_pending (replica, NULL);
  gboolean first = shows_note (replica, 0), second = shows_note (replica, 1);

  int removed = is_removed (replica, state);

  if (!outbox_is_right (replica, state) || first != second || first != (other >= 2) || removed != (other == 3))
    return -1;
  if (number == 0)
    return n_pending == N_LEARNERS && other == 0 ? 0 : -1;
  if (number != N_LEARNERS || n_pending != 0)
    return -1;
  if (state->confirmed == 0)
    return other == 0 ? 1 : -1;
  return other == 0 ? 2 : 1 + (int) other;
}

static void
find_strangers (const char *path,
                GString    *strangers)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *base;

  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, base, NULL);

      if (*base == '.' || strstr (base, ".journal") != NULL || strstr (base, ".damaged") != NULL)
        g_string_append_printf (strangers, " %s", base);
      else if (g_file_test (below, G_FILE_TEST_IS_DIR))
        find_strangers (below, strangers);
    }
}

static void
check (const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzReplica) replica = open_class (folder, &error);
  g_autoptr(GString) strangers = g_string_new (NULL);
  g_autoptr(PzSyncState) state = NULL;
  PzVersion seen;
  int number = -1;

  if (replica != NULL)
    state = pz_replica_read_state (replica, &seen, &error);
  if (state == NULL)
    {
      printf ("-1 0 0 not opened: %s\n", error->message);
      return;
    }
  number = find_state (replica, state);
  find_strangers (folder, strangers);
  printf ("%d %d 0%s\n", number, number, strangers->str);
}

static int
command (int    argc,
         char **argv)
{
  if (argc < 4)
    return 2;
  if (strcmp (argv[1], "init") == 0)
    return init (argv[3]);
  if (strcmp (argv[1], "check") != 0)
    return run (argv[3], strcmp (argv[1], "retry") == 0);
  for (int i = 3; i < argc; i++)
    check (argv[i]);
  return 0;
}

int
main (int    argc,
      char **argv)
{
  return argc == 2 && strcmp (argv[1], "serve") == 0 ? serve (command) : command (argc, argv);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two computers used one id: one of their files cannot be placed, and a person can look into it. */
#include "config.h"

#include "fault-server.h"
#include "pz-classroom.h"
#include "pz-envelope.h"
#include "pz-object-name.h"
#include "pz-segment.h"
#include "pz-sync-session.h"
#include "pz-sync-set-up.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <string.h>

#define START G_GINT64_CONSTANT (1795428000000)
#define DEVICE G_GUINT64_CONSTANT (0x3fa94c1d22e0b781)
#define RECORD "learners/d4m7kq2x9v5t0rhb/d4m7kq2x9v5t0rhb"

typedef struct
{
  char *folder;
  FaultServer *server;
  PzEnvironment *environment;
  PzSecrets *secrets;
  char *path; /* of the class */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *address = NULL;
  g_autofree char *name = NULL;
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(GError) error = NULL;
  PzSyncAccount account = { NULL, NULL, NULL };

  self->folder = g_dir_make_tmp ("pz-files-XXXXXX", NULL);
  self->server = fault_server_new ();
  self->environment = pz_environment_new_fixed (self->folder, START, 7);
  self->secrets = pz_secrets_new ();
  classroom = pz_classroom_create (self->environment, "Class 5b", &error);
  g_assert_no_error (error);
  self->path = g_strdup (pz_classroom_get_path (classroom));
  address = g_strdup (fault_server_get_address (self->server));
  address[strlen (address) - 1] = '\0';
  name = g_uri_unescape_string (strrchr (address, '/') + 1, NULL);
  strrchr (address, '/')[1] = '\0';
  account.address = address;
  pz_sync_set_up (self->environment, self->path, &account, name, NULL, "Laptop", self->secrets, NULL, &error);
  g_assert_no_error (error);
}

static int
remove_one (const char        *path,
            const struct stat *status,
            int                kind,
            struct FTW        *ftw)
{
  return g_remove (path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_unref (self->environment);
  g_object_unref (self->secrets);
  fault_server_free (self->server);
  nftw (self->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  g_free (self->folder);
  g_free (self->path);
}

/* The first edit of another device, as one of its two histories has it. Returns the name of the file, to be freed. */
static char *
put_segment (Fixture    *self,
             const char *value)
{
  g_autofree char *classroom = g_path_get_basename (self->path);
  PzHash begin = pz_chain_begin (classroom, DEVICE), chain;
  g_autoptr(PzSegment) segment = pz_segment_new (classroom, DEVICE, 1, &begin);
  PzSyncEdit *edit = pz_sync_edit_new (1, RECORD, "given-name", PZ_HLC (START, 0), value);
  g_autoptr(GBytes) json = NULL;
  g_autoptr(GBytes) bytes = NULL;
  PzObjectName name = { PZ_OBJECT_SEGMENT, DEVICE, 1, 1, 0, 0, { { 0 } }, 9 };
  char *formatted;
  gsize length;

  pz_sync_edit_seal (edit);
  pz_segment_add (segment, edit);
  chain = pz_segment_get_chain (segment, 1);
  json = pz_segment_write (segment);
  bytes = pz_envelope_close (json);
  name.head = pz_hash_get_head (&chain);
  name.hash = pz_hash_of (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));
  name.length = length;
  formatted = pz_object_name_format (&name);
  fault_server_set_bytes (self->server, formatted, bytes);
  return formatted;
}

static void
run (PzSyncSession *session)
{
  g_autoptr(GError) error = NULL;

  pz_sync_session_run (session, NULL, &error);
  g_assert_no_error (error);
}

static void
test_aside (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncSession) session = pz_sync_session_new (self->environment, self->path, self->secrets, &error);
  g_autofree char *first = put_segment (self, "\"Ada\"");
  g_autofree char *second = NULL, *words = NULL, *base = NULL, *saved = NULL, *text = NULL;
  guint n;

  g_assert_no_error (error);
  run (session);
  g_assert_true (pz_sync_session_save_files (session, self->folder, &n, NULL, &error));
  g_assert_cmpuint (n, ==, 0); /* nothing is wrong yet */
  second = put_segment (self, "\"Bea\"");
  run (session);
  /* nobody can tell which of the two is meant: neither counts */
  g_assert_cmpuint (pz_sync_session_get_status (session)->aside->len, ==, 2);
  words = pz_sync_session_describe_file (session, second);
  g_assert_cmpstr (words, ==, "Changes 1 to 1 of “3fa94c1d22e0b781”");

  g_assert_true (pz_sync_session_save_files (session, self->folder, &n, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  base = g_strconcat (second, ".json", NULL);
  saved = g_build_filename (self->folder, base, NULL);
  g_assert_true (g_file_get_contents (saved, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"Bea\""));
}

static void
test_names (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(PzSyncSession) session = pz_sync_session_new (self->environment, self->path, self->secrets, NULL);
  g_autofree char *snapshot = pz_sync_session_describe_file (session, "snap-3fa94c1d22e0b781-4-10-"
                                                                     "00112233445566778899aabbccddeeff-0badcafe");
  g_autofree char *other = pz_sync_session_describe_file (session, "notes.txt");

  g_assert_cmpstr (snapshot, ==, "The class as “3fa94c1d22e0b781” had it");
  g_assert_cmpstr (other, ==, "notes.txt");
}

#define ADD(path, func) g_test_add ("/sync/session-files/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-could-not-be-placed-can-be-read", test_aside);
  ADD ("say-what-they-are", test_names);
  return g_test_run ();
}

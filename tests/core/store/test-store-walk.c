/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <unistd.h>

typedef struct
{
  GString *read;
  GCancellable *cancellable; /* after the first document; NULL: never */
} Walk;

static void
note_cb (const char *id,
         GBytes     *bytes,
         gpointer    user_data)
{
  Walk *walk = user_data;

  g_string_append_printf (walk->read, "%s=%.*s ", id, (int) g_bytes_get_size (bytes), (const char *) g_bytes_get_data (bytes, NULL));
  if (walk->cancellable != NULL)
    g_cancellable_cancel (walk->cancellable);
}

static void
write_some (StoreFixture *fixture)
{
  store_save (fixture, "learners/b.json", "2");
  store_save (fixture, "learners/a.json", "1");
  store_save (fixture, "activities/c.json", "3");
}

static void
test_gives_the_documents_of_a_folder_by_name (StoreFixture  *fixture,
                                              gconstpointer  data)
{
  g_autoptr(GString) read = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  Walk walk = { read, NULL };

  write_some (fixture);
  store_fixture_write (fixture, "learners/notes.txt", "no document");
  g_assert_true (pz_store_walk (fixture->store, "learners", NULL, note_cb, &walk, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (read->str, ==, "a=1 b=2 ");
}

static void
test_leaves_out_what_cannot_be_read (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr(GString) read = g_string_new (NULL);
  g_autofree char *path = store_fixture_path (fixture, "learners/a.json");
  Walk walk = { read, NULL };

  write_some (fixture);
  g_assert_no_errno (truncate (path, (off_t) 1 << 40)); /* larger than any document may be */
  g_assert_true (pz_store_walk (fixture->store, "learners", NULL, note_cb, &walk, NULL));
  g_assert_cmpstr (read->str, ==, "b=2 ");
  g_assert_true (pz_store_walk (fixture->store, "frameworks", NULL, note_cb, &walk, NULL)); /* there are none */
  g_assert_cmpstr (read->str, ==, "b=2 ");
}

static void
test_stops_between_two_documents (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  g_autoptr(GString) read = g_string_new (NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Walk walk = { read, cancellable };

  write_some (fixture);
  g_assert_false (pz_store_walk (fixture->store, "learners", cancellable, note_cb, &walk, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (read->str, ==, "a=1 ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/core/store-walk/gives-the-documents-of-a-folder-by-name", test_gives_the_documents_of_a_folder_by_name);
  store_test_add ("/core/store-walk/leaves-out-what-cannot-be-read", test_leaves_out_what_cannot_be_read);
  store_test_add ("/core/store-walk/stops-between-two-documents", test_stops_between_two_documents);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs beside secret-service.py, on a bus of its own. */
#include "config.h"

#include "pz-secrets.h"
#include "pz-sync-key.h"

#define CLASSROOM "b7q2mx5k9d0hw4vt"
#define OTHER "d4m7kq2x9v5t0rhb"
#define FORGOTTEN "forgotten0000000"

static void
store (PzSecrets    *secrets,
       const char   *classroom,
       PzSecretKind  kind,
       const char   *name,
       const char   *secret)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_secrets_store (secrets, classroom, kind, name, secret, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_known (PzSecrets    *secrets,
              const char   *classroom,
              PzSecretKind  kind,
              const char   *name,
              const char   *expected)
{
  g_autoptr(GError) error = NULL;
  char *found = pz_secrets_lookup (secrets, classroom, kind, name, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
  pz_secret_text_free (found);
}

static void
test_kept_by_the_service (void)
{
  g_autoptr(PzSecrets) secrets = pz_secrets_new ();
  g_autoptr(PzSecrets) after_restart = pz_secrets_new ();

  store (secrets, CLASSROOM, PZ_SECRET_PASSWORD, "ada", "correct horse ü");
  g_assert_true (pz_secrets_is_lasting (secrets));
  assert_known (after_restart, CLASSROOM, PZ_SECRET_PASSWORD, "ada", "correct horse ü");

  store (secrets, CLASSROOM, PZ_SECRET_PASSWORD, "ada", "another");
  assert_known (after_restart, CLASSROOM, PZ_SECRET_PASSWORD, "ada", "another");
}

static void
test_each_has_its_place (void)
{
  g_autoptr(PzSecrets) secrets = pz_secrets_new ();

  store (secrets, CLASSROOM, PZ_SECRET_KEY, "00112233aabbccdd", "first key");
  store (secrets, CLASSROOM, PZ_SECRET_KEY, "8899aabb00112233", "second key");
  store (secrets, OTHER, PZ_SECRET_KEY, "00112233aabbccdd", "key of another class");
  store (secrets, CLASSROOM, PZ_SECRET_PASSPHRASE, "", "01ABC-DEFGH");

  assert_known (secrets, CLASSROOM, PZ_SECRET_KEY, "00112233aabbccdd", "first key");
  assert_known (secrets, CLASSROOM, PZ_SECRET_KEY, "8899aabb00112233", "second key");
  assert_known (secrets, OTHER, PZ_SECRET_KEY, "00112233aabbccdd", "key of another class");
  assert_known (secrets, CLASSROOM, PZ_SECRET_PASSPHRASE, "", "01ABC-DEFGH");
  assert_known (secrets, OTHER, PZ_SECRET_PASSPHRASE, "", NULL);
  assert_known (secrets, CLASSROOM, PZ_SECRET_PASSWORD, "nobody", NULL);
}

static void
test_forgotten (void)
{
  g_autoptr(PzSecrets) secrets = pz_secrets_new ();
  g_autoptr(GError) error = NULL;

  store (secrets, FORGOTTEN, PZ_SECRET_PASSWORD, "ada", "one");
  store (secrets, FORGOTTEN, PZ_SECRET_KEY, "00112233aabbccdd", "two");
  store (secrets, FORGOTTEN, PZ_SECRET_KEY, "locked", "three");
  store (secrets, OTHER, PZ_SECRET_PASSWORD, "ada", "stays");
  g_assert_true (pz_secrets_forget (secrets, FORGOTTEN, NULL, &error));
  g_assert_no_error (error);

  assert_known (secrets, FORGOTTEN, PZ_SECRET_PASSWORD, "ada", NULL);
  assert_known (secrets, FORGOTTEN, PZ_SECRET_KEY, "00112233aabbccdd", NULL);
  assert_known (secrets, FORGOTTEN, PZ_SECRET_KEY, "locked", NULL);
  assert_known (secrets, OTHER, PZ_SECRET_PASSWORD, "ada", "stays");
  /* again: there is nothing any more */
  g_assert_true (pz_secrets_forget (secrets, FORGOTTEN, NULL, &error));
}

/* What the service does not take is known until the program ends, and nobody claims more. */
static void
test_not_taken (gconstpointer name)
{
  g_autoptr(PzSecrets) secrets = pz_secrets_new ();
  g_autoptr(PzSecrets) after_restart = pz_secrets_new ();

  g_assert_true (pz_secrets_is_lasting (secrets));
  store (secrets, CLASSROOM, PZ_SECRET_PASSWORD, name, "correct horse");
  g_assert_false (pz_secrets_is_lasting (secrets));
  assert_known (secrets, CLASSROOM, PZ_SECRET_PASSWORD, name, "correct horse");
  assert_known (after_restart, CLASSROOM, PZ_SECRET_PASSWORD, name, NULL);
}

static void
test_no_service (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  test_not_taken ("ada");
  {
    g_autoptr(PzSecrets) secrets = pz_secrets_new ();
    g_autoptr(GError) error = NULL;

    store (secrets, CLASSROOM, PZ_SECRET_KEY, "a", "one");
    store (secrets, OTHER, PZ_SECRET_KEY, "a", "stays");
    g_assert_true (pz_secrets_forget (secrets, CLASSROOM, NULL, &error));
    g_assert_no_error (error);
    assert_known (secrets, CLASSROOM, PZ_SECRET_KEY, "a", NULL);
    assert_known (secrets, OTHER, PZ_SECRET_KEY, "a", "stays");
  }
}

static void
test_stopped (void)
{
  g_autoptr(PzSecrets) secrets = pz_secrets_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (pz_secrets_store (secrets, CLASSROOM, PZ_SECRET_KEY, "stopped", "text", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (pz_secrets_lookup (secrets, CLASSROOM, PZ_SECRET_KEY, "stopped", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_known (secrets, CLASSROOM, PZ_SECRET_KEY, "stopped", NULL);
}

static gpointer
use_secrets (gpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("%p-%u", (void *) g_thread_self (), i);

      store (data, OTHER, PZ_SECRET_KEY, name, name);
      assert_known (data, OTHER, PZ_SECRET_KEY, name, name);
    }
  return NULL;
}

static void
test_from_several_threads (void)
{
  g_autoptr(PzSecrets) secrets = pz_secrets_new ();
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("secrets", use_secrets, secrets);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/secrets/kept-by-the-service", test_kept_by_the_service);
  g_test_add_func ("/secrets/each-has-its-place", test_each_has_its_place);
  g_test_add_func ("/secrets/forgotten", test_forgotten);
  g_test_add_data_func ("/secrets/not-taken/locked", "locked", test_not_taken);
  g_test_add_data_func ("/secrets/not-taken/hostile", "hostile", test_not_taken);
  g_test_add_func ("/secrets/no-service", test_no_service);
  g_test_add_func ("/secrets/stopped", test_stopped);
  g_test_add_func ("/secrets/from-several-threads", test_from_several_threads);
  return g_test_run ();
}

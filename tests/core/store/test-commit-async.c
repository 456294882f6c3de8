/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-error.h"

#define A "learners/a.json"
#define B "learners/b.json"

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_async (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  commit_put_text (commit, A, "one", NULL);
  pz_commit_run_async (commit, NULL, finished_cb, &result);
  wait_for (&result);
  g_assert_true (pz_commit_run_finish (commit, result, &error));
  g_assert_no_error (error);
  store_assert_holds (fixture, A, "one");
  pz_store_close (fixture->store);
}

static void
test_async_error (StoreFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  store_save (fixture, A, "one");
  commit_put_text (commit, A, "two", NULL);
  pz_commit_run_async (commit, NULL, finished_cb, &result);
  wait_for (&result);
  g_assert_false (pz_commit_run_finish (commit, result, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_CHANGED);
  pz_store_close (fixture->store);
}

static void
test_async_in_order (StoreFixture  *fixture,
                     gconstpointer  data)
{
  GAsyncResult *results[20] = { NULL };
  PzCommit *commits[G_N_ELEMENTS (results)];

  /* each one must be new, so only the first may succeed: had any overtaken it, another number would stand there */
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      commits[i] = pz_commit_new (fixture->store);
      commit_put_text (commits[i], A, text, NULL);
      pz_commit_run_async (commits[i], NULL, finished_cb, &results[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      wait_for (&results[i]);
      g_assert_cmpint (pz_commit_run_finish (commits[i], results[i], NULL), ==, i == 0);
      g_object_unref (results[i]);
      g_object_unref (commits[i]);
    }
  store_assert_holds (fixture, A, "0");
  pz_store_close (fixture->store);
}

static void
test_cancelled_before_it_began (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  commit_put_text (commit, A, "one", NULL);
  g_cancellable_cancel (cancellable);
  pz_commit_run_async (commit, cancellable, finished_cb, &result);
  wait_for (&result);
  g_assert_false (pz_commit_run_finish (commit, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (store_fixture_exists (fixture, A));
  store_assert_tidy (fixture);
  pz_store_close (fixture->store);
}

static void
test_closed (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(PzCommit) queued = pz_commit_new (fixture->store);
  g_autoptr(PzCommit) late = pz_commit_new (fixture->store);
  g_autoptr(GAsyncResult) result = NULL;

  commit_put_text (queued, A, "one", NULL);
  pz_commit_run_async (queued, NULL, finished_cb, &result);
  pz_store_close (fixture->store);
  store_assert_holds (fixture, A, "one");
  commit_put_text (late, B, "two", NULL);
  commit_run_badly (late, PZ_ERROR_FAILED);
  wait_for (&result);
  g_assert_true (pz_commit_run_finish (queued, result, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/core/commit/async", test_async);
  store_test_add ("/core/commit/async-error", test_async_error);
  store_test_add ("/core/commit/async-in-order", test_async_in_order);
  store_test_add ("/core/commit/cancelled-before-it-began", test_cancelled_before_it_began);
  store_test_add ("/core/commit/closed", test_closed);
  return g_test_run ();
}

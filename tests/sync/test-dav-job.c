/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One request in the thread of its session. */
#include "config.h"

#include "fault-server.h"
#include "pz-dav-job-private.h"
#include "pz-soup.h"
#include "pz-sync-error.h"

#include <string.h>

typedef struct
{
  PzDavJob job; /* the first member: a job is its fixture */
  FaultServer *server;
  GUri *uri; /* of a file "old" */
  GMainContext *context;
  GMainLoop *loop;
  SoupSession *session;
  PzDavTerms terms;
  guint n_done;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *address = NULL;

  self->server = fault_server_new ();
  fault_server_set_file (self->server, "old", "0123456789");
  address = g_strconcat (fault_server_get_address (self->server), "old", NULL);
  self->uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  self->terms.timeout_ms = 20000;
  self->context = g_main_context_new ();
  g_main_context_push_thread_default (self->context);
  self->loop = g_main_loop_new (self->context, FALSE);
  self->session = pz_soup (NULL)->soup_session_new_with_options ("timeout", 0, NULL);
  pz_soup (NULL)->soup_session_set_proxy_resolver (self->session, NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_unref (self->session);
  g_main_loop_unref (self->loop);
  g_main_context_pop_thread_default (self->context);
  g_main_context_unref (self->context);
  fault_server_free (self->server);
  g_uri_unref (self->uri);
}

static void
done_cb (PzDavJob *job)
{
  Fixture *self = (Fixture *) job;

  self->n_done++;
  g_main_loop_quit (self->loop);
}

/* runs it to its end; the caller looks at what is in it and clears it */
static void
run (Fixture    *self,
     const char *method,
     gboolean    stopped)
{
  g_autoptr(GBytes) body = strcmp (method, "PUT") == 0 ? g_bytes_new_static ("new text", 8) : NULL;
  PzDavRequest request = { method, self->uri, NULL, body != NULL ? "text/plain" : NULL, body, 100 };

  self->n_done = 0;
  pz_dav_job_init (&self->job, &request, &self->terms, self->context);
  self->job.done = done_cb;
  if (stopped)
    g_cancellable_cancel (self->job.stop);
  pz_dav_job_start (&self->job, self->session);
  g_main_loop_run (self->loop);
  g_assert_cmpuint (self->n_done, ==, 1);
  g_assert_true ((self->job.reply == NULL) == (self->job.error != NULL));
}

static void
test_begins_with_nothing (Fixture       *self,
                          gconstpointer  data)
{
  PzDavRequest request = { "GET", self->uri, NULL, NULL, NULL, 100 };
  GCancellable *stop;

  memset (&self->job, 0x55, sizeof self->job);
  pz_dav_job_init (&self->job, &request, &self->terms, self->context);
  g_assert_true (self->job.request == &request && self->job.terms == &self->terms && self->job.context == self->context);
  g_assert_true (self->job.reply == NULL && self->job.error == NULL && self->job.watchdog == NULL);
  g_assert_false (self->job.timed_out || self->job.sent_again || g_cancellable_is_cancelled (self->job.stop));
  g_assert_cmpuint (self->job.body->len, ==, 0);
  stop = self->job.stop;
  g_object_add_weak_pointer (G_OBJECT (stop), (gpointer *) &stop);
  pz_dav_job_clear (&self->job);
  g_assert_null (stop);
}

static void
test_answer (Fixture       *self,
             gconstpointer  data)
{
  const PzDavReply *reply;

  run (self, "GET", FALSE);
  reply = self->job.reply;
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpmem (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body), "0123456789", 10);
  g_assert_false (reply->cut || reply->by_proxy);
  pz_dav_job_clear (&self->job);
  g_assert_null (self->job.reply);
}

/* the body is given again with the account; a password that is not good is not tried a second time */
static void
test_account (Fixture       *self,
              gconstpointer  password)
{
  gboolean good = strcmp (password, "correct horse") == 0;
  g_autoptr(GBytes) held = NULL;

  fault_server_set_account (self->server, "digest", "correct horse");
  self->terms = (PzDavTerms) { (char *) "ada", (char *) password, 20000 };
  run (self, "PUT", FALSE);
  g_assert_cmpuint (self->job.reply->status, ==, good ? 204 : 401);
  g_assert_cmpuint (fault_server_count (self->server, "PUT"), ==, 2);
  held = fault_server_dup_file (self->server, "old");
  g_assert_cmpmem (g_bytes_get_data (held, NULL), g_bytes_get_size (held), good ? "new text" : "0123456789", good ? 8 : 10);
  pz_dav_job_clear (&self->job);
}

static void
test_ends (Fixture       *self,
           gconstpointer  data)
{
  run (self, "GET", TRUE);
  g_assert_error (self->job.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  pz_dav_job_clear (&self->job);

  fault_server_set (self->server, FAULT_CUT, 1);
  run (self, "GET", FALSE);
  g_assert_error (self->job.error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
  g_assert_false (self->job.timed_out);
  pz_dav_job_clear (&self->job);

  self->terms.timeout_ms = 100;
  fault_server_set (self->server, FAULT_SILENT, 1);
  run (self, "GET", FALSE);
  g_assert_true (self->job.timed_out);
  g_assert_error (self->job.error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
  pz_dav_job_clear (&self->job);
}

/* a connection that was kept closes before an answer: what is perhaps stored is not written a second time */
static void
test_not_twice (Fixture       *self,
                gconstpointer  data)
{
  run (self, "GET", FALSE);
  pz_dav_job_clear (&self->job);
  fault_server_set (self->server, FAULT_DROP_AFTER_STORING, 1);
  run (self, "PUT", FALSE);
  g_assert_error (self->job.error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
  g_assert_cmpuint (fault_server_count (self->server, "PUT"), ==, 1);
  pz_dav_job_clear (&self->job);
}

#define add(path, data, func) g_test_add ("/dav-job/" path, Fixture, data, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("begins-with-nothing-and-lets-go-of-all", NULL, test_begins_with_nothing);
  add ("has-the-answer-at-its-end", NULL, test_answer);
  add ("says-who-asks/right", "correct horse", test_account);
  add ("says-who-asks/wrong", "wrong", test_account);
  add ("has-an-error-at-its-end", NULL, test_ends);
  add ("is-not-sent-twice", NULL, test_not_twice);
  return g_test_run ();
}

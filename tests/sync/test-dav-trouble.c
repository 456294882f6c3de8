/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-dav-trouble.h"

#include <gio/gio.h>
#include <libsoup/soup.h>

#define FINE (-1)

static const struct
{
  PzDavVerb verb;
  guint status;
  const char *type;
  int trouble;
} answers[] = {
  { PZ_DAV_LIST, 207, "application/xml", FINE },
  { PZ_DAV_LIST, 207, NULL, FINE },
  { PZ_DAV_LIST, 207, "text/html", PZ_SYNC_TROUBLE_PORTAL },
  { PZ_DAV_LIST, 200, "text/html", PZ_SYNC_TROUBLE_PORTAL },
  { PZ_DAV_LIST, 200, "application/xml", PZ_SYNC_TROUBLE_PORTAL },
  { PZ_DAV_LIST, 204, NULL, PZ_SYNC_TROUBLE_ANSWER },
  { PZ_DAV_LIST, 403, NULL, PZ_SYNC_TROUBLE_NO_ACCESS },
  { PZ_DAV_LIST, 404, NULL, PZ_SYNC_TROUBLE_NO_FOLDER },
  { PZ_DAV_LIST, 405, NULL, PZ_SYNC_TROUBLE_NO_WEBDAV },
  { PZ_DAV_LIST, 501, NULL, PZ_SYNC_TROUBLE_NO_WEBDAV },
  { PZ_DAV_GET, 200, NULL, FINE },
  { PZ_DAV_GET, 200, "application/json", FINE },
  { PZ_DAV_GET, 200, "TEXT/HTML", PZ_SYNC_TROUBLE_PORTAL },
  { PZ_DAV_GET, 200, "application/xhtml+xml", PZ_SYNC_TROUBLE_PORTAL },
  { PZ_DAV_GET, 206, NULL, PZ_SYNC_TROUBLE_ANSWER },
  { PZ_DAV_GET, 404, NULL, PZ_SYNC_TROUBLE_NO_FILE },
  { PZ_DAV_GET, 410, NULL, PZ_SYNC_TROUBLE_NO_FILE },
  { PZ_DAV_PUT, 201, "text/html", FINE }, /* Apache says it with a page */
  { PZ_DAV_PUT, 204, NULL, FINE },
  { PZ_DAV_PUT, 200, NULL, FINE },
  { PZ_DAV_PUT, 200, "text/html", PZ_SYNC_TROUBLE_PORTAL },
  { PZ_DAV_PUT, 202, NULL, PZ_SYNC_TROUBLE_ANSWER }, /* not stored yet */
  { PZ_DAV_PUT, 403, NULL, PZ_SYNC_TROUBLE_READ_ONLY },
  { PZ_DAV_PUT, 404, NULL, PZ_SYNC_TROUBLE_NO_FOLDER },
  { PZ_DAV_PUT, 409, NULL, PZ_SYNC_TROUBLE_NO_FOLDER },
  { PZ_DAV_PUT, 413, NULL, PZ_SYNC_TROUBLE_TOO_BIG },
  { PZ_DAV_PUT, 507, NULL, PZ_SYNC_TROUBLE_FULL },
  { PZ_DAV_PUT, 405, NULL, PZ_SYNC_TROUBLE_ANSWER },
  { PZ_DAV_DELETE, 204, NULL, FINE },
  { PZ_DAV_DELETE, 404, NULL, FINE },
  { PZ_DAV_DELETE, 200, "text/html", PZ_SYNC_TROUBLE_PORTAL },
  { PZ_DAV_DELETE, 207, "application/xml", PZ_SYNC_TROUBLE_ANSWER }, /* something of it is still there */
  { PZ_DAV_DELETE, 403, NULL, PZ_SYNC_TROUBLE_READ_ONLY },
  { PZ_DAV_MAKE_FOLDER, 201, NULL, FINE },
  { PZ_DAV_MAKE_FOLDER, 405, NULL, FINE }, /* there already, or no WebDAV: a listing tells */
  { PZ_DAV_MAKE_FOLDER, 409, NULL, FINE },
  { PZ_DAV_MAKE_FOLDER, 403, NULL, PZ_SYNC_TROUBLE_READ_ONLY },
  { PZ_DAV_MAKE_FOLDER, 200, "text/html", PZ_SYNC_TROUBLE_PORTAL },
  { PZ_DAV_MAKE_FOLDER, 507, NULL, PZ_SYNC_TROUBLE_FULL },
  /* whatever was asked */
  { PZ_DAV_GET, 401, NULL, PZ_SYNC_TROUBLE_SIGN_IN },
  { PZ_DAV_GET, 407, NULL, PZ_SYNC_TROUBLE_PORTAL },
  { PZ_DAV_GET, 511, NULL, PZ_SYNC_TROUBLE_PORTAL },
  { PZ_DAV_GET, 408, NULL, PZ_SYNC_TROUBLE_TIME_OUT },
  { PZ_DAV_GET, 423, NULL, PZ_SYNC_TROUBLE_BUSY },
  { PZ_DAV_GET, 429, NULL, PZ_SYNC_TROUBLE_BUSY },
  { PZ_DAV_GET, 503, NULL, PZ_SYNC_TROUBLE_BUSY },
  { PZ_DAV_GET, 500, NULL, PZ_SYNC_TROUBLE_SERVER },
  { PZ_DAV_GET, 502, NULL, PZ_SYNC_TROUBLE_SERVER },
  { PZ_DAV_GET, 504, NULL, PZ_SYNC_TROUBLE_SERVER },
  { PZ_DAV_GET, 418, NULL, PZ_SYNC_TROUBLE_ANSWER },
  { PZ_DAV_GET, 303, NULL, PZ_SYNC_TROUBLE_PORTAL },
  { PZ_DAV_GET, 304, NULL, PZ_SYNC_TROUBLE_ANSWER },
  { PZ_DAV_GET, 0, NULL, PZ_SYNC_TROUBLE_ANSWER },
  { PZ_DAV_GET, 999, NULL, PZ_SYNC_TROUBLE_ANSWER },
};

static void
test_answers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      PzSyncTrouble trouble = PZ_SYNC_TROUBLE_TOO_LARGE; /* no answer means this */
      gboolean wrong = pz_dav_trouble_find (answers[i].verb, answers[i].status, answers[i].type, &trouble);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (wrong, ==, answers[i].trouble != FINE);
      g_assert_cmpint (trouble, ==, answers[i].trouble != FINE ? answers[i].trouble : (int) PZ_SYNC_TROUBLE_TOO_LARGE);
    }
}

static void
test_causes (void)
{
  const struct
  {
    GQuark domain;
    int code;
    PzSyncError expected;
  } causes[] = {
    { G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, PZ_SYNC_ERROR_OFFLINE },
    { G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE, PZ_SYNC_ERROR_OFFLINE },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, PZ_SYNC_ERROR_OFFLINE },
    { G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, PZ_SYNC_ERROR_OFFLINE },
    { G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, PZ_SYNC_ERROR_OFFLINE },
    { G_IO_ERROR, G_IO_ERROR_TIMED_OUT, PZ_SYNC_ERROR_OFFLINE },
    { G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, PZ_SYNC_ERROR_OFFLINE },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, PZ_SYNC_ERROR_OFFLINE },
    { G_IO_ERROR, G_IO_ERROR_PROXY_AUTH_FAILED, PZ_SYNC_ERROR_NOT_THE_SERVER },
    { G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, PZ_SYNC_ERROR_CERTIFICATE },
    { G_TLS_ERROR, G_TLS_ERROR_NOT_TLS, PZ_SYNC_ERROR_CERTIFICATE },
    { G_TLS_ERROR, G_TLS_ERROR_EOF, PZ_SYNC_ERROR_OFFLINE },
    { SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING, PZ_SYNC_ERROR_FAILED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (causes); i++)
    {
      g_autoptr(GError) cause = g_error_new_literal (causes[i].domain, causes[i].code, "0x7f TCP thing");
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_dav_trouble_translate (&error, cause, 0);
      g_assert_error (error, PZ_SYNC_ERROR, (int) causes[i].expected);
      g_assert_null (g_strrstr (error->message, "TCP"));
    }
}

static void
test_proxies (void)
{
  static const guint sign_in[] = { 204, 302, 307, 401, 407, 511 }, closed[] = { 400, 403, 404, 500, 502, 503, 504 };

  for (gsize i = 0; i < G_N_ELEMENTS (sign_in); i++)
    g_assert_cmpint (pz_dav_trouble_of_proxy (sign_in[i]), ==, PZ_SYNC_TROUBLE_PORTAL);
  for (gsize i = 0; i < G_N_ELEMENTS (closed); i++)
    g_assert_cmpint (pz_dav_trouble_of_proxy (closed[i]), ==, PZ_SYNC_TROUBLE_PROXY);
}

/* The certificate is wrong in several ways at once: what a person can do something about is said. */
static void
test_certificates (void)
{
  static const struct
  {
    guint flags;
    PzSyncTrouble trouble;
  } rows[] = {
    { 0, PZ_SYNC_TROUBLE_CERTIFICATE },
    { G_TLS_CERTIFICATE_UNKNOWN_CA, PZ_SYNC_TROUBLE_CERTIFICATE_ISSUER },
    { G_TLS_CERTIFICATE_EXPIRED, PZ_SYNC_TROUBLE_CERTIFICATE_DATE },
    { G_TLS_CERTIFICATE_NOT_ACTIVATED | G_TLS_CERTIFICATE_UNKNOWN_CA, PZ_SYNC_TROUBLE_CERTIFICATE_DATE },
    { G_TLS_CERTIFICATE_BAD_IDENTITY | G_TLS_CERTIFICATE_UNKNOWN_CA, PZ_SYNC_TROUBLE_CERTIFICATE_NAME },
    { G_TLS_CERTIFICATE_REVOKED, PZ_SYNC_TROUBLE_CERTIFICATE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) cause = g_error_new_literal (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, "unacceptable");
      g_autoptr(GError) error = NULL;

      pz_dav_trouble_translate (&error, cause, rows[i].flags);
      g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_CERTIFICATE);
      g_assert_cmpstr (error->message, ==, pz_sync_words_get_sentence (rows[i].trouble));
    }
}

static void
test_cancelled_stays_cancelled (void)
{
  g_autoptr(GError) cause = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");
  g_autoptr(GError) error = NULL;

  pz_dav_trouble_translate (&error, cause, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dav-trouble/answers", test_answers);
  g_test_add_func ("/dav-trouble/causes", test_causes);
  g_test_add_func ("/dav-trouble/proxies", test_proxies);
  g_test_add_func ("/dav-trouble/certificates", test_certificates);
  g_test_add_func ("/dav-trouble/cancelled-stays-cancelled", test_cancelled_stays_cancelled);
  return g_test_run ();
}

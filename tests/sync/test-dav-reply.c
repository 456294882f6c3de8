/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-dav-reply.h"

#define MONDAY "Mon, 23 Nov 2026 08:00:00 GMT"

static void
test_wait (void)
{
  static const struct
  {
    const char *retry_after;
    const char *date;
    gint64 wait;
  } rows[] = {
    { NULL, MONDAY, 0 },
    { "120", NULL, 120 },
    { "0", NULL, 0 },
    { "99999999999999999999", NULL, 0 },                             /* no number, no moment */
    { "9999999999", NULL, PZ_DAV_MAX_WAIT },
    { "-5", NULL, 0 },
    { "soon", NULL, 0 },
    { "Mon, 23 Nov 2026 08:01:30 GMT", MONDAY, 90 },                 /* by the server's clock, whatever ours says */
    { "Mon, 23 Nov 2026 07:00:00 GMT", MONDAY, 0 },
    { "Fri, 31 Dec 2027 23:59:59 GMT", MONDAY, PZ_DAV_MAX_WAIT },
    { "Mon, 23 Nov 2026 08:01:30 GMT", "never", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzDavReply reply = { .retry_after = (char *) rows[i].retry_after, .date = (char *) rows[i].date };

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (pz_dav_reply_get_wait (&reply), ==, rows[i].wait);
    }
}

static void
test_time (void)
{
  PzDavReply told = { .date = (char *) MONDAY }, silent = { 0 }, wrong = { .date = (char *) "yesterday" };
  gint64 seconds = 7;

  g_assert_false (pz_dav_reply_get_time (&silent, &seconds));
  g_assert_false (pz_dav_reply_get_time (&wrong, &seconds));
  g_assert_cmpint (seconds, ==, 7);
  g_assert_true (pz_dav_reply_get_time (&told, &seconds));
  g_assert_cmpint (seconds, ==, 1795420800);
}

static void
test_redirects (void)
{
  static const guint redirects[] = { 301, 302, 307, 308 }, others[] = { 200, 207, 300, 303, 304, 305, 404 };

  for (gsize i = 0; i < G_N_ELEMENTS (redirects); i++)
    g_assert_true (pz_dav_reply_is_redirect (&(PzDavReply){ .status = redirects[i] }));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (pz_dav_reply_is_redirect (&(PzDavReply){ .status = others[i] }));
}

static const struct
{
  const char *from;
  const char *location;
  const char *target; /* NULL: not followed */
} moves[] = {
  { "https://h.example/dav/5b/", "https://h.example/new/5b/", "https://h.example/new/5b/" },
  { "https://h.example/dav/5b/", "/new/5b/", "https://h.example/new/5b/" },
  { "https://h.example/dav/5b/", "https://H.EXAMPLE:443/dav/5b/", "https://H.EXAMPLE/dav/5b/" },
  { "https://h.example/dav/5%62/", "/new/5b", "https://h.example/new/5b" },
  { "http://localhost:8080/dav/5b/", "https://localhost/dav/5b/", "https://localhost/dav/5b/" },
  /* elsewhere */
  { "https://h.example/dav/5b/", "https://portal.example/dav/5b/", NULL },
  { "https://h.example/dav/5b/", "//portal.example/dav/5b/", NULL },
  { "https://h.example/dav/5b/", "https://h.example.portal.example/dav/5b/", NULL },
  { "https://h.example/dav/5b/", "https://h.example:8443/dav/5b/", NULL },
  { "https://h.example/dav/5b/", "http://h.example/dav/5b/", NULL },
  { "https://h.example/dav/5b/", "https://ada:secret@h.example/dav/5b/", NULL },
  { "https://h.example/dav/5b/", "ftp://h.example/dav/5b/", NULL },
  /* something else there */
  { "https://h.example/dav/5b/seg-1", "/login", NULL },
  { "https://h.example/dav/5b/seg-1", "/dav/5b/", NULL },
  { "https://h.example/dav/5b/seg-1", "/dav/5b/seg-2", NULL },
  { "https://h.example/dav/5b/", "", "https://h.example/dav/5b/" }, /* round in a circle, which is counted */
  { "https://h.example/dav/5b/", NULL, NULL },
  { "https://h.example/dav/5b/", "https://[/", NULL },
};

static void
test_targets (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      PzDavReply reply = { .status = 302, .location = (char *) moves[i].location };
      g_autoptr(GUri) from = g_uri_parse (moves[i].from, G_URI_FLAGS_ENCODED, NULL);
      g_autoptr(GUri) to = pz_dav_reply_find_target (&reply, from);
      g_autofree char *text = to != NULL ? g_uri_to_string (to) : NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (text, ==, moves[i].target);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dav-reply/wait", test_wait);
  g_test_add_func ("/dav-reply/time", test_time);
  g_test_add_func ("/dav-reply/redirects", test_redirects);
  g_test_add_func ("/dav-reply/targets", test_targets);
  return g_test_run ();
}

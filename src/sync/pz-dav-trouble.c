/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-dav-trouble.h"

#include "pz-soup.h"

#include <gio/gio.h>

static gboolean
is_page (const char *content_type)
{
  return content_type != NULL
         && (g_ascii_strcasecmp (content_type, "text/html") == 0
             || g_ascii_strcasecmp (content_type, "application/xhtml+xml") == 0);
}

/* 2xx: -1 when that is how the verb succeeds. A page with 200 is what networks that want a sign-in answer to everything;
 * Apache sends one with 201 and means it. */
static int
judge_success (PzDavVerb   verb,
               guint       status,
               const char *content_type)
{
  if (verb == PZ_DAV_LIST && status == 207)
    return is_page (content_type) ? PZ_SYNC_TROUBLE_PORTAL : -1;
  if (status == 200 && (verb == PZ_DAV_LIST || is_page (content_type)))
    return PZ_SYNC_TROUBLE_PORTAL;
  switch (verb)
    {
    case PZ_DAV_GET:
      return status == 200 ? -1 : PZ_SYNC_TROUBLE_ANSWER;
    case PZ_DAV_PUT:
    case PZ_DAV_DELETE:
      return status == 200 || status == 201 || status == 204 ? -1 : PZ_SYNC_TROUBLE_ANSWER;
    case PZ_DAV_MAKE_FOLDER:
      return -1;
    case PZ_DAV_LIST:
    default:
      return PZ_SYNC_TROUBLE_ANSWER;
    }
}

/* What a server refuses for a reason of this request; -1: no reason to worry. */
static int
judge_refusal (PzDavVerb verb,
               guint     status)
{
  switch (status)
    {
    case 401:
      return PZ_SYNC_TROUBLE_SIGN_IN;
    case 403:
      return verb == PZ_DAV_LIST || verb == PZ_DAV_GET ? PZ_SYNC_TROUBLE_NO_ACCESS : PZ_SYNC_TROUBLE_READ_ONLY;
    case 404:
    case 410:
      if (verb == PZ_DAV_DELETE)
        return -1;
      return verb == PZ_DAV_GET ? PZ_SYNC_TROUBLE_NO_FILE : PZ_SYNC_TROUBLE_NO_FOLDER;
    case 405:
      if (verb == PZ_DAV_MAKE_FOLDER)
        return -1;
      return verb == PZ_DAV_LIST ? PZ_SYNC_TROUBLE_NO_WEBDAV : PZ_SYNC_TROUBLE_ANSWER;
    case 407:
      return PZ_SYNC_TROUBLE_PORTAL;
    case 408:
      return PZ_SYNC_TROUBLE_TIME_OUT;
    case 409:
      if (verb == PZ_DAV_MAKE_FOLDER)
        return -1;
      return verb == PZ_DAV_PUT ? PZ_SYNC_TROUBLE_NO_FOLDER : PZ_SYNC_TROUBLE_ANSWER;
    case 413:
      return PZ_SYNC_TROUBLE_TOO_BIG;
    case 423:
    case 425:
    case 429:
      return PZ_SYNC_TROUBLE_BUSY;
    default:
      return PZ_SYNC_TROUBLE_ANSWER;
    }
}

static int
judge_trouble (PzDavVerb verb,
               guint     status)
{
  switch (status)
    {
    case 501:
      return verb == PZ_DAV_LIST || verb == PZ_DAV_MAKE_FOLDER ? PZ_SYNC_TROUBLE_NO_WEBDAV : PZ_SYNC_TROUBLE_ANSWER;
    case 503:
      return PZ_SYNC_TROUBLE_BUSY;
    case 507:
      return PZ_SYNC_TROUBLE_FULL;
    case 511:
      return PZ_SYNC_TROUBLE_PORTAL;
    default:
      return PZ_SYNC_TROUBLE_SERVER;
    }
}

/**
 * pz_dav_trouble_find:
 * @verb: what was asked
 * @status: what the server answered
 * @content_type: (nullable): of the body it sent
 * @trouble: (out): what that means; unchanged when nothing is wrong
 *
 * A folder that cannot be made because it is there (or because the one it should lie in is not) counts as no trouble:
 * servers give the same number for both, so the folder must be listed to know.
 *
 * Returns: whether something is wrong
 */
gboolean
pz_dav_trouble_find (PzDavVerb      verb,
                     guint          status,
                     const char    *content_type,
                     PzSyncTrouble *trouble)
{
  int found;

  if (status >= 200 && status < 300)
    found = judge_success (verb, status, content_type);
  else if (status >= 400 && status < 500)
    found = judge_refusal (verb, status);
  else if (status >= 500 && status < 600)
    found = judge_trouble (verb, status);
  else
    found = status == 302 || status == 303 ? PZ_SYNC_TROUBLE_PORTAL : PZ_SYNC_TROUBLE_ANSWER;
  if (found >= 0)
    *trouble = (PzSyncTrouble) found;
  return found >= 0;
}

/**
 * pz_dav_trouble_of_proxy:
 * @status: with which a proxy did not let a request through
 *
 * Returns: what that means; it says nothing of the server
 */
PzSyncTrouble
pz_dav_trouble_of_proxy (guint status)
{
  gboolean wants_sign_in = (status >= 200 && status < 400) || status == 401 || status == 407 || status == 511;

  return wants_sign_in ? PZ_SYNC_TROUBLE_PORTAL : PZ_SYNC_TROUBLE_PROXY;
}

/* What is wrong with a certificate, the reason that a person can do most about first. */
static PzSyncTrouble
judge_certificate (guint flags)
{
  if ((flags & G_TLS_CERTIFICATE_BAD_IDENTITY) != 0)
    return PZ_SYNC_TROUBLE_CERTIFICATE_NAME;
  if ((flags & (G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_NOT_ACTIVATED)) != 0)
    return PZ_SYNC_TROUBLE_CERTIFICATE_DATE;
  if ((flags & G_TLS_CERTIFICATE_UNKNOWN_CA) != 0)
    return PZ_SYNC_TROUBLE_CERTIFICATE_ISSUER;
  return PZ_SYNC_TROUBLE_CERTIFICATE;
}

/* An end of the stream or a reset in the middle of TLS is a broken line; all else of TLS is about who answers. */
static PzSyncTrouble
judge_cause (const GError *cause,
             guint         certificate_flags)
{
  const PzSoup *soup = pz_soup (NULL);

  if (cause->domain == G_RESOLVER_ERROR)
    return PZ_SYNC_TROUBLE_NO_HOST;
  if (g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_EOF))
    return PZ_SYNC_TROUBLE_BROKEN_OFF;
  if (cause->domain == G_TLS_ERROR)
    return judge_certificate (certificate_flags);
  if (soup != NULL && cause->domain == soup->soup_session_error_quark ()
      && (cause->code == SOUP_SESSION_ERROR_PARSING || cause->code == SOUP_SESSION_ERROR_ENCODING))
    return PZ_SYNC_TROUBLE_ANSWER;
  if (cause->domain != G_IO_ERROR)
    return PZ_SYNC_TROUBLE_BROKEN_OFF;
  switch (cause->code)
    {
    case G_IO_ERROR_TIMED_OUT:
      return PZ_SYNC_TROUBLE_TIME_OUT;
    case G_IO_ERROR_PARTIAL_INPUT:
    case G_IO_ERROR_CONNECTION_CLOSED:
    case G_IO_ERROR_INVALID_DATA:
      return PZ_SYNC_TROUBLE_BROKEN_OFF;
    case G_IO_ERROR_PROXY_AUTH_FAILED:
    case G_IO_ERROR_PROXY_NEED_AUTH:
      return PZ_SYNC_TROUBLE_PORTAL;
    default:
      return PZ_SYNC_TROUBLE_NO_CONNECTION;
    }
}

/**
 * pz_dav_trouble_translate:
 * @error: (out): %PZ_SYNC_ERROR with a sentence for people, or %G_IO_ERROR_CANCELLED
 * @cause: why no whole answer came
 * @certificate_flags: what was found wrong with the certificate of who answered
 */
void
pz_dav_trouble_translate (GError       **error,
                          const GError  *cause,
                          guint          certificate_flags)
{
  g_return_if_fail (cause != NULL);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else
    pz_sync_words_set_error (error, judge_cause (cause, certificate_flags));
}

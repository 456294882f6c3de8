/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-dav-reply.h"

#include "pz-href.h"
#include "pz-soup.h"

/**
 * pz_dav_reply_free:
 * @self: (transfer full) (nullable): an answer
 */
void
pz_dav_reply_free (PzDavReply *self)
{
  if (self == NULL)
    return;
  g_free (self->content_type);
  g_free (self->location);
  g_free (self->retry_after);
  g_free (self->date);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

/**
 * pz_dav_reply_get_wait:
 * @self: an answer
 *
 * Servers say in how many seconds to come back, or at what moment of their clock.
 *
 * Returns: seconds to wait before the next request; at most %PZ_DAV_MAX_WAIT; 0 when it does not say so
 */
gint64
pz_dav_reply_get_wait (const PzDavReply *self)
{
  const PzSoup *soup = pz_soup (NULL);
  g_autoptr(GDateTime) until = NULL, date = NULL;
  guint64 seconds;

  g_return_val_if_fail (self != NULL, 0);

  if (self->retry_after == NULL)
    return 0;
  if (g_ascii_string_to_unsigned (self->retry_after, 10, 0, G_MAXUINT64, &seconds, NULL))
    return (gint64) MIN (seconds, PZ_DAV_MAX_WAIT);
  until = soup->soup_date_time_new_from_http_string (self->retry_after);
  date = self->date != NULL ? soup->soup_date_time_new_from_http_string (self->date) : g_date_time_new_now_utc ();
  if (until == NULL || date == NULL)
    return 0;
  return CLAMP (g_date_time_difference (until, date) / G_USEC_PER_SEC, 0, PZ_DAV_MAX_WAIT);
}

/**
 * pz_dav_reply_get_time:
 * @self: an answer
 * @seconds: (out): since 1970, by the clock of the server; unchanged when it does not say it
 *
 * Returns: whether it says it
 */
gboolean
pz_dav_reply_get_time (const PzDavReply *self,
                       gint64           *seconds)
{
  const PzSoup *soup = pz_soup (NULL);
  g_autoptr(GDateTime) date = NULL;

  g_return_val_if_fail (self != NULL && seconds != NULL, FALSE);

  if (self->date != NULL)
    date = soup->soup_date_time_new_from_http_string (self->date);
  if (date != NULL)
    *seconds = g_date_time_to_unix (date);
  return date != NULL;
}

/**
 * pz_dav_reply_is_redirect:
 * @self: an answer
 *
 * Returns: whether the same is to be asked elsewhere
 */
gboolean
pz_dav_reply_is_redirect (const PzDavReply *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->status == 301 || self->status == 302 || self->status == 307 || self->status == 308;
}

static int
get_port (GUri *uri)
{
  if (g_uri_get_port (uri) > 0)
    return g_uri_get_port (uri);
  return g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
}

static gboolean
may_follow (GUri *from,
            GUri *to)
{
  gboolean same_scheme = g_str_equal (g_uri_get_scheme (from), g_uri_get_scheme (to));

  if (g_uri_get_host (to) == NULL || g_ascii_strcasecmp (g_uri_get_host (from), g_uri_get_host (to)) != 0)
    return FALSE;
  if (same_scheme ? get_port (from) != get_port (to) : !g_str_equal (g_uri_get_scheme (to), "https"))
    return FALSE;
  return g_uri_get_userinfo (to) == NULL && pz_href_have_same_name (g_uri_get_path (from), g_uri_get_path (to));
}

/**
 * pz_dav_reply_find_target:
 * @self: an answer that redirects
 * @from: what was asked
 *
 * Only to the same server, or from http to https there, and to the same name: so no password goes elsewhere, and nothing
 * is ever asked of a file that was not meant.
 *
 * Returns: (transfer full) (nullable): where to ask; %NULL when that is not to be followed
 */
GUri *
pz_dav_reply_find_target (const PzDavReply *self,
                          GUri             *from)
{
  g_autoptr(GUri) to = NULL;

  g_return_val_if_fail (self != NULL && from != NULL, NULL);

  if (self->location != NULL)
    to = g_uri_parse_relative (from, self->location, SOUP_HTTP_URI_FLAGS, NULL);
  return to != NULL && may_follow (from, to) ? g_steal_pointer (&to) : NULL;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-server-address.h"

#include "pz-sync-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Longest address that is looked at, in bytes. */
#define MAX_ADDRESS 2000

/* An address taken apart. */
typedef struct
{
  const char *scheme; /* (not owned): "https" or "http" */
  char *host;         /* (owned): ASCII, lower case, without brackets */
  guint16 port;       /* 0: the usual one */
  char *path;         /* (owned): percent-encoded, begins with a slash */
} Address;

static void
address_clear (Address *self)
{
  g_free (self->host);
  g_free (self->path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Address, address_clear)

static const struct
{
  const char *name;
  const char *scheme; /* NULL: the usual one of the host */
} schemes[] = {
  { "https", "https" }, { "http", "http" }, { "davs", "https" }, { "dav", "http" }, { "webdavs", "https" }, { "webdav", "http" },
};

/* Where a Nextcloud keeps the files of its people. */
#define FILES "/remote.php/dav/files/"

/* Where the pages of a Nextcloud begin that people see in their browser: what stands before is the server. */
static const char *const pages[] = { "/index.php", "/apps/files", "/apps/dashboard", "/login", "/remote.php/dav" };

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED, sentence);
  return FALSE;
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200B || c == 0xFEFF || c == 0x2060;
}

/* Without the blanks that come along when an address is copied. */
static char *
strip (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, (gsize) (end - text));
}

/* Takes the scheme off; NULL in @scheme when there was none. */
static gboolean
take_scheme (const char **cursor,
             const char **scheme,
             GError     **error)
{
  const char *end = strstr (*cursor, "://");
  gsize length = end != NULL ? (gsize) (end - *cursor) : 0;

  *scheme = NULL;
  if (end == NULL || memchr (*cursor, '/', length) != NULL)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (strlen (schemes[i].name) == length && g_ascii_strncasecmp (*cursor, schemes[i].name, length) == 0)
      {
        *scheme = schemes[i].scheme;
        *cursor = end + strlen ("://");
        return TRUE;
      }
  return refuse (error, _("The address of a server begins with “https://”."));
}

static gboolean
is_host (const char *host)
{
  if (*host == '\0' || strlen (host) > 253 || *host == '.' || strstr (host, "..") != NULL)
    return FALSE;
  return strspn (host, "abcdefghijklmnopqrstuvwxyz0123456789-._") == strlen (host) || g_hostname_is_ip_address (host);
}

static gboolean
take_port (const char  *text,
           guint16     *port,
           GError     **error)
{
  guint64 value;

  if (*text == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT16, &value, NULL))
    return refuse (error, _("The number after the colon is not a port of a server."));
  *port = (guint16) value;
  return TRUE;
}

/* @text is the part between the scheme and the path. */
static gboolean
take_host (Address     *self,
           const char  *text,
           GError     **error)
{
  g_autofree char *name = NULL, *ascii = NULL;
  const char *colon;

  if (strchr (text, '@') != NULL)
    return refuse (error, _("Leave the user name and the password out of the address: they have fields of their own."));
  if (*text == '[')
    {
      const char *bracket = strchr (text, ']');

      if (bracket == NULL || (bracket[1] != '\0' && bracket[1] != ':'))
        return refuse (error, _("This is not the name of a server."));
      name = g_strndup (text + 1, (gsize) (bracket - text - 1));
      colon = bracket[1] == ':' ? bracket + 1 : NULL;
      if (!g_hostname_is_ip_address (name))
        return refuse (error, _("This is not the name of a server."));
    }
  else
    {
      colon = strchr (text, ':');
      name = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);
    }
  if (colon != NULL && !take_port (colon + 1, &self->port, error))
    return FALSE;
  ascii = g_hostname_to_ascii (name);
  if (ascii == NULL)
    return refuse (error, _("This is not the name of a server."));
  self->host = g_ascii_strdown (ascii, -1);
  return is_host (self->host) || refuse (error, _("This is not the name of a server."));
}

/* Encodes what is not encoded yet; ends with a slash. */
static char *
encode_path (const char *text)
{
  g_autofree char *path = g_strndup (text, strcspn (text, "?#"));
  g_autofree char *encoded = g_uri_escape_string (path, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH "%", FALSE);

  if (*encoded == '\0')
    return g_strdup ("/");
  return g_strconcat (*encoded == '/' ? "" : "/", encoded, g_str_has_suffix (encoded, "/") ? NULL : "/", NULL);
}

static gboolean
take_apart (Address     *self,
            const char  *text,
            GError     **error)
{
  g_autofree char *stripped = NULL, *authority = NULL;
  const char *cursor, *path;

  if (!g_utf8_validate (text, -1, NULL) || strlen (text) > MAX_ADDRESS)
    return refuse (error, _("This is not the address of a server."));
  stripped = strip (text);
  cursor = stripped;
  if (*cursor == '\0')
    return refuse (error, _("Enter the address of the server."));
  if (!take_scheme (&cursor, &self->scheme, error))
    return FALSE;
  path = cursor + strcspn (cursor, "/?#");
  authority = g_strndup (cursor, (gsize) (path - cursor));
  if (!take_host (self, authority, error))
    return FALSE;
  if (self->scheme == NULL)
    self->scheme = pz_server_address_is_loopback (self->host) ? "http" : "https";
  if (g_str_equal (self->scheme, "http") && !pz_server_address_is_loopback (self->host))
    return refuse (error, _("With “http” everybody in the network could read the password. Use an address that begins with “https://”."));
  self->path = encode_path (path);
  return TRUE;
}

/* Where the first page of a Nextcloud begins in a path, or NULL. */
static const char *
find_page (const char *path)
{
  const char *first = g_str_equal (path, "/") ? path : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      const char *found = strstr (path, pages[i]);

      /* /loginserver/ is no page */
      if (found != NULL && found[strlen (pages[i])] == '/' && (first == NULL || found < first))
        first = found;
    }
  return first;
}

/* Where the name of a Nextcloud or a page of it stands, the folder of the files of a person is put. */
static gboolean
complete_path (Address     *self,
               const char  *user,
               GError     **error)
{
  const char *whole = strstr (self->path, FILES);
  const char *begin = find_page (self->path);
  g_autofree char *before = NULL, *encoded = NULL;

  if (begin == NULL || (whole != NULL && whole[strlen (FILES)] != '\0'))
    return TRUE;
  if (user == NULL || *user == '\0')
    return refuse (error, _("Enter the user name too: the address of the files is made with it."));
  before = g_strndup (self->path, (gsize) (begin - self->path));
  encoded = g_uri_escape_string (user, "@!$&'()*+,;=", FALSE);
  g_free (self->path);
  self->path = g_strconcat (before, FILES, encoded, "/", NULL);
  return TRUE;
}

static char *
put_together (const Address *self)
{
  guint16 usual = g_str_equal (self->scheme, "https") ? 443 : 80;
  gboolean brackets = strchr (self->host, ':') != NULL;
  g_autofree char *port = self->port != 0 && self->port != usual ? g_strdup_printf (":%u", self->port) : g_strdup ("");

  return g_strconcat (self->scheme, "://", brackets ? "[" : "", self->host, brackets ? "]" : "", port, self->path, NULL);
}

/**
 * pz_server_address_complete:
 * @text: what a person typed or copied: a name, or an address; blanks around it are forgiven
 * @user: (nullable): the name of the account, needed when the address has to be completed
 * @error: %PZ_SYNC_ERROR_FAILED: a sentence for people that says what is wrong with it
 *
 * The name of a server, or a page of a Nextcloud as a browser shows it, becomes the folder of that person's files
 * there. Any other address of a folder stays as it is.
 *
 * Returns: (transfer full) (nullable): the address of a folder, which a person should see and may correct
 */
char *
pz_server_address_complete (const char  *text,
                            const char  *user,
                            GError     **error)
{
  g_auto(Address) address = { NULL };

  g_return_val_if_fail (text != NULL && (user == NULL || g_utf8_validate (user, -1, NULL)), NULL);

  if (!take_apart (&address, text, error) || !complete_path (&address, user, error))
    return NULL;
  return put_together (&address);
}

/**
 * pz_server_address_parse:
 * @address: the address of a folder
 * @error: %PZ_SYNC_ERROR_FAILED: a sentence for people that says what is wrong with it
 *
 * Nothing but https, or http to this computer itself, and no password in it.
 *
 * Returns: (transfer full) (nullable): the same, its path encoded and with a slash at its end
 */
GUri *
pz_server_address_parse (const char  *address,
                         GError     **error)
{
  g_auto(Address) parts = { NULL };
  g_autofree char *whole = NULL;
  GUri *uri;

  g_return_val_if_fail (address != NULL, NULL);

  if (!take_apart (&parts, address, error))
    return NULL;
  whole = put_together (&parts);
  uri = g_uri_parse (whole, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (uri == NULL)
    refuse (error, _("This is not the address of a server."));
  return uri;
}

/**
 * pz_server_address_dup_folder:
 * @address: the address of a folder
 * @name: of a folder in it
 *
 * Returns: (transfer full): the address of that folder
 */
char *
pz_server_address_dup_folder (const char *address,
                              const char *name)
{
  g_autofree char *encoded = NULL;

  g_return_val_if_fail (address != NULL && name != NULL, NULL);

  encoded = g_uri_escape_string (name, NULL, FALSE);
  return g_strconcat (address, g_str_has_suffix (address, "/") ? "" : "/", encoded, "/", NULL);
}

/**
 * pz_server_address_is_loopback:
 * @host: name or number of a host, without brackets
 *
 * Returns: whether it is this computer itself, whatever a name server says
 */
gboolean
pz_server_address_is_loopback (const char *host)
{
  g_autoptr(GInetAddress) address = NULL;

  g_return_val_if_fail (host != NULL, FALSE);

  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

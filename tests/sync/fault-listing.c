/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fault-server-private.h"

#include <string.h>

/* Every byte but the slashes. */
static char *
encode_all (const char *path,
            const char *format)
{
  GString *text = g_string_new (NULL);

  for (const char *c = path; *c != '\0'; c++)
    {
      g_autofree char *code = g_strdup_printf (strcmp (format, "%X") == 0 ? "%%%02X" : "%%%02x", (guint) (guchar) *c);

      if (*c == '/')
        g_string_append_c (text, '/');
      else
        g_string_append (text, code);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_href (const char *path,
          guint       port,
          Fault       fault)
{
  g_autofree char *encoded = g_uri_escape_string (path, "/", FALSE);

  if (fault == FAULT_HREF_UPPER)
    return encode_all (path, "%X");
  if (fault == FAULT_HREF_LOWER)
    return encode_all (path, "%x");
  if (fault == FAULT_HREF_ABSOLUTE)
    return g_strdup_printf ("http://127.0.0.1:%u%s", port, encoded);
  return g_steal_pointer (&encoded);
}

static void
add_response (GString    *xml,
              const char *path,
              gint64      size,
              guint       port,
              Fault       fault)
{
  g_autofree char *href = dup_href (path, port, fault);

  g_string_append_printf (xml, "<D:response><D:href>%s</D:href><D:propstat><D:prop>", href);
  if (size < 0)
    g_string_append (xml, "<D:resourcetype><D:collection/></D:resourcetype>");
  else
    g_string_append (xml, "<D:resourcetype/>");
  if (size >= 0 && fault != FAULT_NO_LENGTH)
    g_string_append_printf (xml, "<D:getcontentlength>%" G_GINT64_FORMAT "</D:getcontentlength>", size);
  if (fault == FAULT_CONSTANT_ETAG)
    g_string_append (xml, "<D:getetag>\"1\"</D:getetag>");
  else if (fault == FAULT_GZIP_ETAG)
    g_string_append_printf (xml, "<D:getetag>\"%x-gzip\"</D:getetag>", g_str_hash (path));
  else if (fault != FAULT_NO_ETAG)
    g_string_append_printf (xml, "<D:getetag>\"%x\"</D:getetag>", g_str_hash (path));
  g_string_append (xml, "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>\n");
}

/* The multistatus of a folder. */
char *
fault_listing_dup (GHashTable *files,
                   const char *folder,
                   guint       port,
                   Fault       fault)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<D:multistatus xmlns:D=\"DAV:\">\n");
  GHashTableIter iter;
  gpointer name, bytes;

  if (fault == FAULT_HREF_OTHER)
    folder = "/dav/somewhere else/";
  add_response (xml, folder, -1, port, fault);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autofree char *path = g_strconcat (folder, name, NULL);

      add_response (xml, path, (gint64) g_bytes_get_size (bytes), port, fault);
    }
  g_string_append (xml, "</D:multistatus>\n");
  return g_string_free (xml, FALSE);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-multistatus-private.h"

#include "pz-multistatus.h"

#include <string.h>

#define WRAP(text) "<D:multistatus xmlns:D=\"DAV:\">" text "</D:multistatus>"
#define RESPONSE(text) WRAP ("<D:response><D:href>/c/a</D:href>" text "</D:response>")
#define PROPSTAT(text, status) "<D:propstat><D:prop>" text "</D:prop><D:status>" status "</D:status></D:propstat>"
#define GOOD "HTTP/1.1 200 OK"

/* (nullable): the responses as "path:size:collection:status …"; NULL: it is no multistatus */
static char *
read_text (const char *text,
           gssize      length)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr(GPtrArray) entries = pz_multistatus_read (bytes);
  GString *out = entries != NULL ? g_string_new (NULL) : NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const PzDavEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *path = g_strjoinv ("/", entry->path);

      g_string_append_printf (out, "%s%s:%" G_GINT64_FORMAT ":%d:%u", i > 0 ? " " : "", path, entry->properties.size,
                              entry->properties.collection, entry->status);
    }
  return out != NULL ? g_string_free (out, FALSE) : NULL;
}

static void
test_reads (void)
{
  static const struct
  {
    const char *xml;
    const char *entries; /* NULL: refused */
  } rows[] = {
    { WRAP (""), "" },
    { RESPONSE (""), "c/a:-1:0:0" },
    { RESPONSE ("<D:status>HTTP/1.1 404 Not Found</D:status>"), "c/a:-1:0:404" },
    { RESPONSE ("<D:status>200 OK</D:status>"), "c/a:-1:0:500" },
    { RESPONSE ("<D:status>HTTP/1.1</D:status>"), "c/a:-1:0:500" },
    { RESPONSE ("<D:status>HTTP/1.1 99999999999999999999</D:status>"), "c/a:-1:0:500" },
    { RESPONSE ("<D:status>HTTP/1.1 -1</D:status>"), "c/a:-1:0:500" },
    { RESPONSE (PROPSTAT ("<D:getcontentlength> 12 </D:getcontentlength>", GOOD)), "c/a:12:0:0" },
    { RESPONSE (PROPSTAT ("<D:getcontentlength>9223372036854775807</D:getcontentlength>", GOOD)), "c/a:9223372036854775807:0:0" },
    { RESPONSE (PROPSTAT ("<D:getcontentlength>9223372036854775808</D:getcontentlength>", GOOD)), "c/a:-1:0:0" },
    { RESPONSE (PROPSTAT ("<D:getcontentlength>0x10</D:getcontentlength>", GOOD)), "c/a:-1:0:0" },
    { RESPONSE (PROPSTAT ("<D:getcontentlength>12</D:getcontentlength>", "HTTP/1.1 404 No")), "c/a:-1:0:0" },
    { RESPONSE (PROPSTAT ("<D:resourcetype><D:collection/></D:resourcetype>", GOOD)), "c/a:-1:1:0" },
    { RESPONSE (PROPSTAT ("<D:resourcetype><D:collection/></D:resourcetype>", "HTTP/1.1 404 No")), "c/a:-1:0:0" },
    /* what belongs elsewhere counts for nothing */
    { RESPONSE ("<D:getcontentlength>12</D:getcontentlength><D:collection/>"), "c/a:-1:0:0" },
    { RESPONSE (PROPSTAT ("<D:collection/><D:x><D:getcontentlength>12</D:getcontentlength></D:x>", GOOD)), "c/a:-1:0:0" },
    { WRAP ("<D:x><D:response><D:href>/c/a</D:href></D:response></D:x>"), "" },
    /* a prefix means what it means where it stands */
    { "<D:multistatus xmlns:D=\"DAV:\"><D:x xmlns:D=\"urn:x\"><D:response/></D:x><D:response><D:href>/c</D:href></D:response>"
      "</D:multistatus>", "c:-1:0:0" },
    { "<multistatus xmlns=\"DAV:\"><response xmlns=\"\"><href>/c</href></response></multistatus>", "" },
    /* what is none */
    { "", NULL },
    { "<", NULL },
    { "\xEF\xBB\xBF", NULL },
    { "<multistatus/>", NULL },
    { "<D:multistatus/>", NULL },
    { "<D:prop xmlns:D=\"DAV:\"/>", NULL },
    { WRAP ("") WRAP (""), NULL },
    { WRAP ("") "text", NULL },
    { "<D:multistatus xmlns:D=\"DAV:\"><D:response><D:href>/c/a</D:href></D:response>", NULL },
    { "<D:multistatus xmlns:D=\"DAV:\"><D:response><D:href>/c/a</D:response></D:href></D:multistatus>", NULL },
    { WRAP ("<D:response/>"), NULL },
    { RESPONSE ("<D:href>/c/b</D:href>"), NULL },
    { WRAP ("<D:response><D:href>a</D:href></D:response>"), NULL },
    { WRAP ("<D:response><D:href>&unknown;</D:href></D:response>"), NULL },
    { WRAP ("<D:response><D:href>/c/&#0;</D:href></D:response>"), NULL },
    { "<!DOCTYPE x>" WRAP (""), NULL },
    { "<!ENTITY a \"b\">" WRAP (""), NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *entries = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      entries = read_text (rows[i].xml, -1);
      g_assert_cmpstr (entries, ==, rows[i].entries);
    }
}

/* wherever it is cut, it is not whole */
static void
test_cut (void)
{
  static const char xml[] = RESPONSE (PROPSTAT ("<D:getcontentlength>12</D:getcontentlength>", GOOD));

  for (gsize length = 0; length < strlen (xml); length++)
    {
      g_autofree char *entries = read_text (xml, (gssize) length);

      g_assert_null (entries);
    }
}

static void
test_long_text (void)
{
  for (guint more = 0; more < 2; more++)
    {
      g_autofree char *name = g_strnfill (16 * 1024 - 1 + more, 'a');
      g_autofree char *xml = g_strconcat ("<D:multistatus xmlns:D=\"DAV:\"><D:response><D:href>/", name,
                                          "</D:href></D:response></D:multistatus>", NULL);
      g_autofree char *entries = read_text (xml, -1);

      g_assert_true ((entries != NULL) == (more == 0));
    }
}

/* no listing has so many prefixes: each would be looked for at every element */
static void
test_many_prefixes (void)
{
  for (guint n = 60; n <= 70; n += 10)
    {
      g_autoptr(GString) xml = g_string_new ("<D:multistatus xmlns:D=\"DAV:\"");
      g_autofree char *entries = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (xml, " xmlns:x%u=\"urn:x\"", i);
      g_string_append (xml, "><D:response><D:href>/c</D:href></D:response></D:multistatus>");
      entries = read_text (xml->str, -1);
      g_assert_true ((entries != NULL) == (n == 60));
    }
}

/* but for each element on its own, as some servers write them */
static void
test_prefixes_of_each_element (void)
{
  g_autoptr(GString) xml = g_string_new ("<D:multistatus xmlns:D=\"DAV:\">");
  g_autofree char *entries = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (xml, "<D:response xmlns:a=\"urn:a\" xmlns:b=\"urn:b\"><D:href>/c</D:href></D:response>");
  g_string_append (xml, "</D:multistatus>");
  entries = read_text (xml->str, -1);
  g_assert_nonnull (entries);
}

static void
test_good_status (void)
{
  g_assert_true (pz_dav_status_is_good (0)); /* none was given */
  g_assert_true (pz_dav_status_is_good (200) && pz_dav_status_is_good (207) && pz_dav_status_is_good (299));
  g_assert_false (pz_dav_status_is_good (199) || pz_dav_status_is_good (300) || pz_dav_status_is_good (404));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/multistatus-xml/each-element-counts-where-it-belongs", test_reads);
  g_test_add_func ("/multistatus-xml/cut-anywhere-it-is-none", test_cut);
  g_test_add_func ("/multistatus-xml/no-text-is-endless", test_long_text);
  g_test_add_func ("/multistatus-xml/no-listing-has-many-prefixes", test_many_prefixes);
  g_test_add_func ("/multistatus-xml/each-element-may-have-prefixes", test_prefixes_of_each_element);
  g_test_add_func ("/multistatus-xml/which-status-is-good", test_good_status);
  return g_test_run ();
}

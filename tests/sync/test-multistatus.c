/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-multistatus.h"
#include "pz-remote.h"
#include "pz-sync-error.h"

#include <string.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
#define FOLDER "<D:response><D:href>/dav/class%205b/</D:href><D:propstat><D:prop><D:resourcetype><D:collection/>" \
               "</D:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
#define WRAP(text) HEAD "<D:multistatus xmlns:D=\"DAV:\">" text "</D:multistatus>"
#define PROPS(text) "<D:propstat><D:prop>" text "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>"
#define FILE(href, size) "<D:response><D:href>" href "</D:href>" \
                         PROPS ("<D:getcontentlength>" size "</D:getcontentlength>") "</D:response>"

static GPtrArray *
parse (const char  *text,
       const char  *folder,
       GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return pz_multistatus_parse (bytes, folder, PZ_MULTISTATUS_FILES, error);
}

/* The listing as "name=size name=size". */
static char *
dup_objects (GPtrArray *objects)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < objects->len; i++)
    {
      const PzRemoteObject *object = g_ptr_array_index (objects, i);

      g_string_append_printf (text, "%s%s=%" G_GINT64_FORMAT, i > 0 ? " " : "", object->name, object->size);
    }
  return g_string_free (text, FALSE);
}

/* As real servers write them. */
static const struct
{
  const char *what;
  const char *folder;
  const char *xml;
  const char *objects;
} listings[] = {
  { "nothing in it", "/dav/class%205b/", WRAP (FOLDER), "" },
  { "encoded as little as may be", "/dav/class%205b/", WRAP (FOLDER FILE ("/dav/class%205b/seg-1", "12")), "seg-1=12" },
  { "encoded altogether", "/dav/class%205b/", WRAP (FOLDER FILE ("/%64%61%76/class%205b/%73eg%2D1", "12")), "seg-1=12" },
  { "encoded in lower case", "/dav/class%205b/", WRAP (FOLDER FILE ("/dav/class%205b/%c3%bc%2d1", "12")), "ü-1=12" },
  { "not encoded at all", "/dav/class 5b", WRAP (FOLDER FILE ("/dav/class 5b/a 100% ü", "12")), "a 100% ü=12" },
  { "with host", "/dav/class%205b/",
    WRAP (FOLDER FILE ("https://cloud.school.example:8443/dav/class%205b/seg-1", "12")), "seg-1=12" },
  { "the server knows itself by another prefix", "/public/class%205b/", WRAP (FOLDER FILE ("/dav/class%205b/seg-1", "12")),
    "seg-1=12" },
  { "the folder comes last", "/dav/class%205b/", WRAP (FILE ("/dav/class%205b/seg-1", "12") FOLDER), "seg-1=12" },
  { "default namespace", "/dav/class/",
    HEAD "<multistatus xmlns=\"DAV:\"><response><href>/dav/class/</href></response><response><href>/dav/class/a</href><propstat>"
         "<prop><getcontentlength>7</getcontentlength></prop></propstat></response></multistatus>", "a=7" },
  { "prefixes that change on the way", "/c/",
    "<x:multistatus xmlns:x=\"DAV:\"><y:response xmlns:y=\"DAV:\"><y:href>/c/</y:href></y:response><response xmlns=\"DAV:\">"
    "<href>/c/a</href><q:propstat xmlns:q=\"DAV:\"><q:prop><q:getcontentlength>7</q:getcontentlength></q:prop></q:propstat>"
    "</response></x:multistatus>", "a=7" },
  { "the same names of another namespace", "/c/",
    "<D:multistatus xmlns:D=\"DAV:\" xmlns:o=\"urn:other\"><D:response><D:href>/c/</D:href><o:href>/x/</o:href></D:response>"
    "<D:response><D:href>/c/a</D:href><D:propstat><D:prop><o:getcontentlength>9</o:getcontentlength></D:prop></D:propstat>"
    "</D:response></D:multistatus>", "a=-1" },
  { "no length", "/dav/class%205b/", WRAP (FOLDER "<D:response><D:href>/dav/class%205b/a</D:href></D:response>"), "a=-1" },
  { "a length that is none", "/dav/class%205b/", WRAP (FOLDER FILE ("/dav/class%205b/a", "-3")), "a=-1" },
  { "the length is not found", "/dav/class%205b/",
    WRAP (FOLDER "<D:response><D:href>/dav/class%205b/a</D:href>" PROPS ("<D:resourcetype/>")
          "<D:propstat><D:prop><D:getcontentlength>5</D:getcontentlength></D:prop><D:status>HTTP/1.1 404 Not Found</D:status>"
          "</D:propstat></D:response>"), "a=-1" },
  { "folders and what lies deeper", "/dav/class%205b/",
    WRAP (FOLDER "<D:response><D:href>/dav/class%205b/sub/</D:href>"
          PROPS ("<D:resourcetype><D:collection/></D:resourcetype>") "</D:response>"
          FILE ("/dav/class%205b/sub/deep", "3") FILE ("/dav/class%205b/a", "4")), "a=4" },
  { "a folder of the same name", "/dav/dav/",
    WRAP ("<D:response><D:href>/dav/dav/</D:href></D:response>" FILE ("/dav/dav/dav", "4")), "dav=4" },
  { "the root", "/", WRAP ("<D:response><D:href>/</D:href></D:response>" FILE ("/a", "4")), "a=4" },
  { "gone meanwhile", "/dav/class%205b/",
    WRAP (FOLDER "<D:response><D:href>/dav/class%205b/a</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response>"), "" },
  { "blanks, comments, CDATA, a byte order mark", "/c/",
    "\xEF\xBB\xBF" HEAD "<!-- hello --><D:multistatus xmlns:D=\"DAV:\">\n<D:response>\n<D:href>\n /c/ \n</D:href></D:response>"
    "<D:response><D:href><![CDATA[/c/a&b]]></D:href></D:response><D:response><D:href>/c/a&amp;c</D:href></D:response>"
    "</D:multistatus>\n", "a&b=-1 a&c=-1" },
  { "names that no file of ours has", "/c/",
    WRAP ("<D:response><D:href>/c/</D:href></D:response>" FILE ("/c/a%2Fb", "1") FILE ("/c/%ff", "1") FILE ("/c/..", "1")
          FILE ("/c/good", "1")), "good=1" },
};

static void
test_listings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (listings); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) objects = NULL;
      g_autofree char *found = NULL;

      g_test_message ("%s", listings[i].what);
      objects = parse (listings[i].xml, listings[i].folder, &error);
      g_assert_no_error (error);
      found = dup_objects (objects);
      g_assert_cmpstr (found, ==, listings[i].objects);
    }
}

/* What may not be whole, or is not the answer, is no listing: else files would seem to be missing. */
static const struct
{
  const char *what;
  const char *xml;
} rejects[] = {
  { "nothing", "" },
  { "a web page", "<!DOCTYPE html><html><body>Sign in</body></html>" },
  { "a well-formed web page", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>Sign in</body></html>" },
  { "cut in the middle", HEAD "<D:multistatus xmlns:D=\"DAV:\">" FOLDER "<D:response><D:href>/dav/cl" },
  { "cut between two files", HEAD "<D:multistatus xmlns:D=\"DAV:\">" FOLDER FILE ("/dav/class%205b/a", "1") },
  { "no namespace", "<multistatus><response><href>/dav/class%205b/</href></response></multistatus>" },
  { "another namespace", "<multistatus xmlns=\"DAV\"><response><href>/dav/class%205b/</href></response></multistatus>" },
  { "without the folder itself", WRAP ("") },
  { "of another folder", WRAP (FILE ("/dav/class%205c/", "1")) },
  { "files of two folders", WRAP (FOLDER FILE ("/dav/class%205c/a", "1")) },
  { "a response without a path", WRAP (FOLDER "<D:response></D:response>") },
  { "a response with two paths", WRAP (FOLDER "<D:response><D:href>/dav/class%205b/a</D:href><D:href>/dav/class%205b/b</D:href></D:response>") },
  { "a path that is none", WRAP (FOLDER FILE ("seg-1", "1")) },
  { "a NUL in a path", WRAP (FOLDER FILE ("/dav/class%205b/a%00b", "1")) },
  { "the folder may not be read", WRAP ("<D:response><D:href>/dav/class%205b/</D:href><D:status>HTTP/1.1 403 Forbidden</D:status></D:response>") },
  { "a file that could not be looked at", WRAP (FOLDER "<D:response><D:href>/dav/class%205b/a</D:href><D:status>HTTP/1.1 500 No</D:status></D:response>") },
  { "a status that is none", WRAP (FOLDER "<D:response><D:href>/dav/class%205b/a</D:href><D:status>fine</D:status></D:response>") },
  { "entities", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" "<D:multistatus xmlns:D=\"DAV:\">" FOLDER "<D:response><D:href>/dav/class%205b/&b;</D:href></D:response></D:multistatus>" },
  { "a file of this computer", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><D:multistatus xmlns:D=\"DAV:\">" FOLDER "</D:multistatus>" },
  { "two roots", WRAP (FOLDER) "<D:multistatus xmlns:D=\"DAV:\"/>" },
  { "no UTF-8", WRAP (FOLDER FILE ("/dav/class%205b/\xff", "1")) },
};

static void
test_rejects (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", rejects[i].what);
      g_assert_null (parse (rejects[i].xml, "/dav/class%205b/", &error));
      g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED);
    }
}

static void
test_folders (void)
{
  static const char xml[] = WRAP (FOLDER FILE ("/dav/class%205b/file", "4")
                                  "<D:response><D:href>/dav/class%205b/sub%20folder/</D:href>"
                                  PROPS ("<D:resourcetype><D:collection/></D:resourcetype>") "</D:response>");
  g_autoptr(GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr(GPtrArray) folders = pz_multistatus_parse (bytes, "/dav/class%205b/", PZ_MULTISTATUS_FOLDERS, NULL);
  g_autofree char *found = dup_objects (folders);

  g_assert_cmpstr (found, ==, "sub folder=-1");
}

static void
test_deep_nesting (void)
{
  g_autoptr(GString) xml = g_string_new ("<D:multistatus xmlns:D=\"DAV:\">" FOLDER);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (xml, "<D:response>");
  g_assert_null (parse (xml->str, "/dav/class%205b/", &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED);
}

/* As many levels as are read, no more. */
static void
test_nesting_that_is_read (void)
{
  for (guint more = 0; more < 2; more++)
    {
      g_autoptr(GString) xml = g_string_new ("<D:multistatus xmlns:D=\"DAV:\">" FOLDER);
      g_autoptr(GPtrArray) objects = NULL;

      for (guint i = 1; i < PZ_MULTISTATUS_MAX_DEPTH + more; i++)
        g_string_append (xml, "<x>");
      for (guint i = 1; i < PZ_MULTISTATUS_MAX_DEPTH + more; i++)
        g_string_append (xml, "</x>");
      g_string_append (xml, "</D:multistatus>");
      objects = parse (xml->str, "/dav/class%205b/", NULL);
      g_assert_true ((objects != NULL) == (more == 0));
    }
}

static void
test_long_names (void)
{
  g_autofree char *name = g_strnfill (PZ_MULTISTATUS_MAX_NAME, 'a');
  g_autofree char *longer = g_strnfill (PZ_MULTISTATUS_MAX_NAME + 1, 'b');
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'c');
  g_autofree char *good = g_strconcat ("<D:multistatus xmlns:D=\"DAV:\">" FOLDER "<D:response><D:href>/dav/class%205b/", name,
                                       "</D:href></D:response><D:response><D:href>/dav/class%205b/", longer,
                                       "</D:href></D:response></D:multistatus>", NULL);
  g_autofree char *bad = g_strconcat ("<D:multistatus xmlns:D=\"DAV:\">" FOLDER "<D:response><D:href>/dav/class%205b/", megabyte,
                                      "</D:href></D:response></D:multistatus>", NULL);
  g_autoptr(GPtrArray) objects = parse (good, "/dav/class%205b/", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (objects->len, ==, 1);
  g_assert_cmpstr (((PzRemoteObject *) objects->pdata[0])->name, ==, name);
  g_assert_null (parse (bad, "/dav/class%205b/", &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED);
}

static void
test_too_large (void)
{
  g_autofree char *blanks = g_strnfill (PZ_MULTISTATUS_MAX_SIZE, ' ');
  g_autofree char *xml = g_strconcat (WRAP (FOLDER), blanks, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (parse (xml, "/dav/class%205b/", &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_LARGE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/multistatus/listings", test_listings);
  g_test_add_func ("/multistatus/rejects", test_rejects);
  g_test_add_func ("/multistatus/folders", test_folders);
  g_test_add_func ("/multistatus/deep-nesting", test_deep_nesting);
  g_test_add_func ("/multistatus/nesting-that-is-read", test_nesting_that_is_read);
  g_test_add_func ("/multistatus/long-names", test_long_names);
  g_test_add_func ("/multistatus/too-large", test_too_large);
  return g_test_run ();
}

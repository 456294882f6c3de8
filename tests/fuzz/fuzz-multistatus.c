/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-multistatus.h"
#include "pz-remote.h"
#include "pz-sync-error.h"

#include <string.h>

const char *const pz_fuzz_dictionary[] = {
  "<D:multistatus xmlns:D=\"DAV:\">", "</D:multistatus>", "<D:response>", "</D:response>", "<D:href>/dav/class%205b/</D:href>",
  "<D:href>/dav/class%205b/a</D:href>", "<D:propstat>", "</D:propstat>", "<D:prop>", "</D:prop>",
  "<D:getcontentlength>9223372036854775807</D:getcontentlength>", "<D:status>HTTP/1.1 200 OK</D:status>",
  "<D:status>HTTP/1.1 404 x</D:status>", "<D:resourcetype><D:collection/></D:resourcetype>", " xmlns=\"DAV:\"", " xmlns:D=\"x\"",
  "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE x [<!ENTITY a \"a\">]>", "&a;", "&#0;", "&#x10FFFF;", "%00", "%2F", "%", "..",
  "http://h/", "<?x?>", "\xEF\xBB\xBF", "\xff", NULL,
};

/* Either files with names that a file can have, or one error; never both. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) objects = pz_multistatus_parse (bytes, "/dav/class%205b/", size % 2 == 0 ? PZ_MULTISTATUS_FILES : PZ_MULTISTATUS_FOLDERS, &error);

  g_assert_true ((objects == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (error->domain == PZ_SYNC_ERROR);
  for (guint i = 0; objects != NULL && i < objects->len; i++)
    {
      const PzRemoteObject *object = g_ptr_array_index (objects, i);

      g_assert_cmpint (object->size, >=, -1);
      g_assert_true (g_utf8_validate (object->name, -1, NULL));
      g_assert_true (*object->name != '\0' && strchr (object->name, '/') == NULL);
      g_assert_true (!g_str_equal (object->name, ".") && !g_str_equal (object->name, ".."));
      g_assert_cmpuint (strlen (object->name), <=, PZ_MULTISTATUS_MAX_NAME);
    }
  return 0;
}

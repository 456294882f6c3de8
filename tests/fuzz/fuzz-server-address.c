/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-server-address.h"

#include <string.h>

const char *const pz_fuzz_dictionary[] = {
  "https://", "http://", "davs://", "127.0.0.1", "localhost", "[::1]", "[", "]", ":8443", ":0", "@", "user:secret@",
  "/index.php", "/apps/files", "/login", "/remote.php/dav/files", "/remote.php/dav/", "?", "#", "%", "%2F", "%00", "//", "..",
  "\xC3\xBC", "\xE2\x80\x8B", "xn--", " ", "\t", "\\", NULL,
};

/* What is made of any text is an address that is safe to ask, and completing it again changes nothing. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(GError) error = NULL;
  g_autofree char *address = pz_server_address_complete (text, "ada", &error);
  g_autofree char *again = NULL;
  g_autoptr(GUri) uri = NULL;

  g_assert_true ((address == NULL) == (error != NULL));
  if (address == NULL)
    return 0;
  uri = pz_server_address_parse (address, NULL);
  if (uri == NULL)
    return 0; /* longer than an address may be, after it was encoded */
  g_assert_true (g_str_equal (g_uri_get_scheme (uri), "https") || pz_server_address_is_loopback (g_uri_get_host (uri)));
  g_assert_null (g_uri_get_userinfo (uri));
  g_assert_true (g_str_has_suffix (g_uri_get_path (uri), "/"));
  again = pz_server_address_complete (address, "ada", NULL);
  g_assert_cmpstr (again, ==, address);
  return 0;
}

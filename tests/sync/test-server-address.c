/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-server-address.h"
#include "pz-sync-error.h"

#include <string.h>

#define FILES "https://cloud.school.example/remote.php/dav/files/ada/"

static const struct
{
  const char *text;
  const char *user;
  const char *address;
} completed[] = {
  /* the name of a server */
  { "cloud.school.example", "ada", FILES },
  { "https://cloud.school.example", "ada", FILES },
  { "https://cloud.school.example/", "ada", FILES },
  { "  HTTPS://Cloud.School.Example \n", "ada", FILES },
  { "\xC2\xA0" "cloud.school.example" "\xE2\x80\x8B", "ada", FILES },
  { "cloud.school.example:443", "ada", FILES },
  { "davs://cloud.school.example", "ada", FILES },
  { "cloud.school.example:8443", "ada", "https://cloud.school.example:8443/remote.php/dav/files/ada/" },
  { "nas", "ada", "https://nas/remote.php/dav/files/ada/" },
  { "192.0.2.7", "ada", "https://192.0.2.7/remote.php/dav/files/ada/" },
  { "[2001:db8::7]:8443", "ada", "https://[2001:db8::7]:8443/remote.php/dav/files/ada/" },
  { "schule-m\xC3\xBCller.example", "ada", "https://xn--schule-mller-klb.example/remote.php/dav/files/ada/" },
  /* what a person is called there */
  { "cloud.school.example", "Ada Lovelace", "https://cloud.school.example/remote.php/dav/files/Ada%20Lovelace/" },
  { "cloud.school.example", "ada@school.example", "https://cloud.school.example/remote.php/dav/files/ada@school.example/" },
  { "cloud.school.example", "a/b?c", "https://cloud.school.example/remote.php/dav/files/a%2Fb%3Fc/" },
  { "cloud.school.example", "J\xC3\xBCrgen", "https://cloud.school.example/remote.php/dav/files/J%C3%BCrgen/" },
  /* a page of a Nextcloud, copied from a browser */
  { "https://cloud.school.example/index.php/apps/files/?dir=/Class&fileid=7", "ada", FILES },
  { "https://cloud.school.example/apps/files/files/123?dir=/", "ada", FILES },
  { "https://cloud.school.example/login", "ada", FILES },
  { "https://school.example/nextcloud/index.php/login?clear=1", "ada", "https://school.example/nextcloud/remote.php/dav/files/ada/" },
  { "https://cloud.school.example/remote.php/dav", "ada", FILES },
  { "https://cloud.school.example/remote.php/dav/files/", "ada", FILES },
  /* the folder itself: left alone */
  { "https://cloud.school.example/remote.php/dav/files/ada/Class", "ada", FILES "Class/" },
  { "https://cloud.school.example/remote.php/dav/files/bob/", "ada", "https://cloud.school.example/remote.php/dav/files/bob/" },
  { "https://cloud.school.example/remote.php/webdav/", "ada", "https://cloud.school.example/remote.php/webdav/" },
  { "https://dav.school.example/public/class 5b", NULL, "https://dav.school.example/public/class%205b/" },
  { "https://dav.school.example/public/class%205b/", NULL, "https://dav.school.example/public/class%205b/" },
  { "https://dav.school.example/\xC3\xBC/", NULL, "https://dav.school.example/%C3%BC/" },
  { "dav.school.example/loginserver/", NULL, "https://dav.school.example/loginserver/" },
  /* this computer */
  { "http://localhost:8080/dav", NULL, "http://localhost:8080/dav/" },
  { "http://127.0.0.1:80/dav/", NULL, "http://127.0.0.1/dav/" },
  { "http://[::1]:8080/dav/", NULL, "http://[::1]:8080/dav/" },
  { "localhost:8080/dav", NULL, "http://localhost:8080/dav/" },
};

static void
test_completed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (completed); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *address = NULL, *again = NULL;

      g_test_message ("%s", completed[i].text);
      address = pz_server_address_complete (completed[i].text, completed[i].user, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (address, ==, completed[i].address);
      /* what is shown for correction stays as it is */
      again = pz_server_address_complete (address, completed[i].user, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (again, ==, address);
    }
}

static const struct
{
  const char *text;
  const char *word; /* of the sentence that says what is wrong */
} refused[] = {
  { "", "Enter the address" },
  { " \t", "Enter the address" },
  { "http://cloud.school.example/", "everybody in the network" },
  { "dav://cloud.school.example/", "everybody in the network" },
  { "http://127.0.0.1.school.example/", "everybody in the network" },
  { "http://localhost.school.example/", "everybody in the network" },
  { "https://ada:secret@cloud.school.example/", "password out of the address" },
  { "ada@cloud.school.example", "password out of the address" },
  { "ftp://cloud.school.example/", "https://" },
  { "file:///home", "https://" },
  { "https://cloud.school.example:port/dav/", "port" },
  { "https://cloud.school.example:0/dav/", "port" },
  { "https://cloud.school.example:65536/dav/", "port" },
  { "https:///dav/", "name of a server" },
  { "https://cloud school.example/", "name of a server" },
  { "https://cloud..school.example/", "name of a server" },
  { "https://[2001:db8::7/", "name of a server" },
  { "https://[not-a-number]/x/", "name of a server" },
  { "https://\xff/", "address of a server" },
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL, other = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (pz_server_address_complete (refused[i].text, "ada", &error));
      g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, refused[i].word));
      g_assert_null (strstr (error->message, "secret"));
      g_assert_null (pz_server_address_parse (refused[i].text, &other));
      g_assert_error (other, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED);
    }
}

static void
test_a_user_is_needed_to_complete (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_server_address_complete ("cloud.school.example", "", &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "user name"));
}

static void
test_an_endless_address (void)
{
  g_autofree char *path = g_strnfill (10000, 'a');
  g_autofree char *text = g_strconcat ("https://cloud.school.example/", path, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_server_address_complete (text, "ada", &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED);
}

static void
test_folder_in_a_folder (void)
{
  g_autofree char *one = pz_server_address_dup_folder ("https://cloud.school.example/dav/", "Class 5b/ü");
  g_autofree char *two = pz_server_address_dup_folder ("https://cloud.school.example/dav", "5b");

  g_assert_cmpstr (one, ==, "https://cloud.school.example/dav/Class%205b%2F%C3%BC/");
  g_assert_cmpstr (two, ==, "https://cloud.school.example/dav/5b/");
}

static void
test_loopback (void)
{
  g_assert_true (pz_server_address_is_loopback ("localhost"));
  g_assert_true (pz_server_address_is_loopback ("127.8.9.1"));
  g_assert_true (pz_server_address_is_loopback ("::1"));
  g_assert_false (pz_server_address_is_loopback ("10.0.0.1"));
  g_assert_false (pz_server_address_is_loopback ("localhost.school.example"));
  g_assert_false (pz_server_address_is_loopback ("127.0.0.1.school.example"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/server-address/completed", test_completed);
  g_test_add_func ("/server-address/refused", test_refused);
  g_test_add_func ("/server-address/user-is-needed", test_a_user_is_needed_to_complete);
  g_test_add_func ("/server-address/endless", test_an_endless_address);
  g_test_add_func ("/server-address/folder-in-a-folder", test_folder_in_a_folder);
  g_test_add_func ("/server-address/loopback", test_loopback);
  return g_test_run ();
}

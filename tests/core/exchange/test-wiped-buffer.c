/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-wiped-buffer.h"

#include <string.h>

static void
test_grows_and_keeps (void)
{
  g_auto(PzWipedBuffer) buffer = { 0 };

  for (guint i = 0; i < 1000; i++)
    pz_wiped_buffer_append (&buffer, "abcde", 5);
  g_assert_cmpuint (buffer.length, ==, 5000);
  g_assert_cmpint (memcmp (buffer.data + 4990, "abcdeabcde", 10), ==, 0);
  pz_wiped_buffer_reserve (&buffer, 100000);
  g_assert_cmpuint (buffer.capacity, >=, 105000);
  pz_wiped_buffer_clear (&buffer);
  g_assert_null (buffer.data);
  g_assert_cmpuint (buffer.length, ==, 0);
}

static void
test_gives_bytes (void)
{
  PzWipedBuffer buffer = { 0 };
  g_autoptr(GBytes) bytes = NULL;

  pz_wiped_buffer_append (&buffer, "secret", 6);
  bytes = pz_wiped_buffer_take_bytes (&buffer);
  g_assert_null (buffer.data);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "secret", 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/wiped-buffer/grows-and-keeps", test_grows_and_keeps);
  g_test_add_func ("/exchange/wiped-buffer/gives-bytes", test_gives_bytes);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the program keeps of the memory that it no longer uses. */
#include "config.h"

#include "pz-memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#if defined __SANITIZE_ADDRESS__ || !defined __GLIBC__
#define HAS_OWN_MALLOC TRUE
#else
#define HAS_OWN_MALLOC FALSE
#endif

/* MB of memory the process has now */
static double
get_resident (void)
{
  g_autofree char *text = NULL;
  guint64 size, resident;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_assert_cmpint (sscanf (text, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, &size, &resident), ==, 2);
  return (double) resident * (double) sysconf (_SC_PAGESIZE) / (1 << 20);
}

static gpointer
allocate_thread (gpointer data)
{
  void **blocks = data;

  *blocks = malloc (1000);
  return NULL;
}

#ifdef __GLIBC__
static guint
count_pools (void)
{
  char *text = NULL;
  size_t length;
  FILE *stream = open_memstream (&text, &length);
  guint n = 0;

  malloc_info (0, stream);
  fclose (stream);
  for (const char *p = text; (p = strstr (p, "<heap nr=")) != NULL; p++)
    n++;
  free (text);
  return n;
}
#else
static guint
count_pools (void)
{
  return 1;
}
#endif

static void
test_threads_share_one_pool (void)
{
  void *blocks[4];
  GThread *threads[G_N_ELEMENTS (blocks)];

  if (HAS_OWN_MALLOC)
    {
      g_test_skip ("another malloc");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("allocating", allocate_thread, &blocks[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpuint (count_pools (), ==, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    free (blocks[i]);
}

static void
test_what_lies_between_is_given_back (void)
{
  enum { N = 40000, SIZE = 1000 };
  g_autofree void **blocks = g_new0 (void *, N);
  double before, full;

  if (HAS_OWN_MALLOC)
    {
      g_test_skip ("another malloc");
      return;
    }
  before = get_resident ();
  for (guint i = 0; i < N; i++)
    blocks[i] = memset (malloc (SIZE), 1, SIZE);
  full = get_resident ();
  g_assert_cmpfloat (full - before, >, 30);
  for (guint i = 0; i < N - 1; i++) /* the last one keeps the pool from shrinking by itself */
    free (blocks[i]);

  pz_memory_give_back ();

  g_assert_cmpfloat (get_resident () - before, <, 10);
  free (blocks[N - 1]);
}

int
main (int    argc,
      char **argv)
{
  pz_memory_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/one-pool", test_threads_share_one_pool);
  g_test_add_func ("/memory/given-back", test_what_lies_between_is_given_back);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-edit.h"
#include "pz-vector.h"

#define CLASSROOM "b7q2mx5k9d0hw4vt"
#define DEVICE 1

/* takes in edits of one history: a text for each */
static void
see (PzVector   *vector,
     const char *history)
{
  PzHash chain = pz_vector_get (vector, DEVICE)->chain;

  for (const char *edit = history; *edit != '\0'; edit++)
    {
      char text[2] = { *edit, '\0' };

      chain = pz_chain_next (&chain, text);
      pz_vector_advance (vector, DEVICE, &chain);
    }
}

static PzVector *
vector_of (const char *history)
{
  PzVector *vector = pz_vector_new (CLASSROOM);

  see (vector, history);
  return vector;
}

/* by numbers alone, of every device */
static void
test_within (void)
{
  g_autoptr(PzVector) none = pz_vector_new (CLASSROOM), small = vector_of ("ab"), great = vector_of ("abc");

  g_assert_true (pz_vector_is_within (none, none) && pz_vector_is_within (none, small));
  g_assert_false (pz_vector_is_within (small, none));
  g_assert_true (pz_vector_is_within (small, small) && pz_vector_is_within (small, great));
  g_assert_false (pz_vector_is_within (great, small));
  pz_vector_get (small, 7)->number = 1;
  g_assert_false (pz_vector_is_within (small, great) || pz_vector_is_within (great, small));
}

/* what is said of devices, for the same numbers */
static void
test_says (void)
{
  g_autoptr(PzVector) silent = vector_of ("abcd");
  g_autoptr(PzVector) named = vector_of ("abcd");
  g_autoptr(PzVector) lost = vector_of ("abcd");
  g_autoptr(PzVector) closed = vector_of ("abcd");
  g_autoptr(PzVector) seen_again = vector_of ("abcdef");

  pz_vector_get (named, DEVICE)->name = g_strdup ("Old tablet");
  pz_vector_get (named, DEVICE)->named = 1795428000;
  pz_vector_get (lost, DEVICE)->retired = TRUE;
  g_assert_true (pz_vector_says_within (silent, named) && pz_vector_says_within (silent, lost));
  g_assert_false (pz_vector_says_within (named, silent));
  g_assert_false (pz_vector_says_within (lost, silent));
  g_assert_false (pz_vector_says_within (named, lost));
  g_assert_true (pz_vector_says_within (lost, seen_again)); /* it was found */
  pz_vector_close (closed, DEVICE, 4);
  g_assert_true (pz_vector_says_within (silent, closed));
  g_assert_false (pz_vector_says_within (closed, silent));

  /* of a device that is not known at all, and of a later name */
  pz_vector_get (named, 7)->name = g_strdup ("Laptop");
  pz_vector_get (named, 7)->named = 5;
  pz_vector_take (silent, named);
  g_assert_true (pz_vector_says_within (named, silent));
  pz_vector_get (silent, 7)->named = 6;
  g_assert_true (pz_vector_says_within (named, silent));
  g_assert_false (pz_vector_says_within (silent, named));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/vector-within/has-seen-all-of-another", test_within);
  g_test_add_func ("/sync/vector-within/says-what-people-said-of-devices", test_says);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-edit.h"
#include "pz-vector.h"

#include <string.h>

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

static void
test_compares_chains (void)
{
  static const struct
  {
    const char *mine;
    const char *theirs;
    guint64 forget_before;
    PzAgreement agreement;
    guint64 last;
  } rows[] = {
    { "abc", "abc", 0, PZ_CHAINS_AGREE, 0 },    { "abc", "abcde", 0, PZ_CHAINS_AGREE, 0 },
    { "", "abc", 0, PZ_CHAINS_AGREE, 0 },       { "abc", "abX", 0, PZ_CHAINS_BROKEN, 2 },
    { "abcde", "abXY", 0, PZ_CHAINS_BROKEN, 2 }, { "abc", "Xbc", 0, PZ_CHAINS_BROKEN, 0 },
    { "abcde", "abXde", 4, PZ_CHAINS_UNKNOWN, 0 }, { "abcde", "abcdX", 4, PZ_CHAINS_BROKEN, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzVector) mine = vector_of (rows[i].mine);
      g_autoptr(PzVector) theirs = vector_of (rows[i].theirs);
      guint64 last = 0;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_vector_forget_marks (theirs, DEVICE, rows[i].forget_before);
      g_assert_cmpint (pz_vector_compare_chains (mine, theirs, DEVICE, &last), ==, rows[i].agreement);
      g_assert_cmpint (pz_vector_compare_chains (theirs, mine, DEVICE, &last), ==, rows[i].agreement);
      g_assert_cmpuint (last, ==, rows[i].last);
    }
}

static void
test_takes (void)
{
  g_autoptr(PzVector) mine = vector_of ("abc");
  g_autoptr(PzVector) theirs = vector_of ("abcde");
  g_autoptr(PzVector) whole = vector_of ("abcde");
  guint32 mark, expected;

  pz_vector_forget_marks (theirs, DEVICE, 3);
  pz_vector_take (mine, theirs);
  g_assert_cmpuint (pz_vector_get_number (mine, DEVICE), ==, 5);
  for (guint64 n = 1; n <= 5; n++)
    {
      g_assert_true (pz_vector_get_mark (mine, DEVICE, n, &mark));
      g_assert_true (pz_vector_get_mark (whole, DEVICE, n, &expected));
      g_assert_cmphex (mark, ==, expected);
    }
  pz_vector_take (theirs, mine); /* the earlier marks come back */
  g_assert_true (pz_vector_get_mark (theirs, DEVICE, 1, &mark));
}

static void
test_closes (void)
{
  g_autoptr(PzVector) mine = vector_of ("abcde");
  g_autoptr(PzVector) theirs = vector_of ("abcde");
  guint32 mark, expected;

  pz_vector_close (mine, DEVICE, 3);
  g_assert_cmpuint (pz_vector_get_number (mine, DEVICE), ==, 3);
  g_assert_true (pz_vector_get_mark (theirs, DEVICE, 3, &expected) && pz_vector_get_mark (mine, DEVICE, 3, &mark));
  g_assert_cmphex (mark, ==, expected);
  pz_vector_take (mine, theirs); /* nothing beyond its end comes in */
  g_assert_cmpuint (pz_vector_get_number (mine, DEVICE), ==, 3);
  pz_vector_close (mine, DEVICE, 4);
  g_assert_cmpuint (pz_vector_get_number (mine, DEVICE), ==, 3);
  pz_vector_close (mine, DEVICE, 0);
  g_assert_cmpuint (pz_vector_get_number (mine, DEVICE), ==, 0);
}

static void
test_round_trip (void)
{
  g_autoptr(PzVector) vector = vector_of ("abcdefgh");
  g_autoptr(PzVector) again = pz_vector_new (CLASSROOM);
  g_autoptr(GString) first = g_string_new (NULL);
  g_autoptr(GString) second = g_string_new (NULL);
  g_autoptr(PzJsonReader) reader = NULL;

  pz_vector_get (vector, 7)->name = g_strdup ("Ada's \"laptop\"");
  pz_vector_close (vector, 7, 0);
  pz_vector_forget_marks (vector, DEVICE, 4);
  pz_vector_write (vector, first);
  reader = pz_json_reader_new (first->str, first->len, PZ_JSON_MAX_SIZE);
  pz_vector_read (again, reader);
  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_END);
  pz_vector_write (again, second);
  g_assert_cmpstr (first->str, ==, second->str);
  g_assert_true (pz_vector_is_within (vector, again) && pz_vector_is_within (again, vector));
  g_assert_cmpuint (pz_vector_count (again), ==, 8);
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
  g_test_add_func ("/sync/vector/finds-where-two-histories-part", test_compares_chains);
  g_test_add_func ("/sync/vector/takes-what-others-have-seen-and-their-marks", test_takes);
  g_test_add_func ("/sync/vector/says-what-people-said-of-devices", test_says);
  g_test_add_func ("/sync/vector/a-closed-device-ends-where-it-was-closed", test_closes);
  g_test_add_func ("/sync/vector/is-read-as-it-was-written", test_round_trip);
  return g_test_run ();
}

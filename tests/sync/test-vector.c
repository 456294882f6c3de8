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
test_copies (void)
{
  g_autoptr(PzVector) vector = vector_of ("abc"), copy = NULL, numbers = NULL;
  PzHash chain = pz_hash_of ("x", 1);
  PzStamp seen = { DEVICE, 3, 0 }, unseen = { DEVICE, 4, 0 };
  guint32 mark;

  pz_vector_get (vector, DEVICE)->name = g_strdup ("Laptop");
  for (guint i = 0; i < 2; i++)
    pz_vector_advance (vector, 7, &chain);
  copy = pz_vector_copy (vector);
  numbers = pz_vector_copy_numbers (vector);
  g_assert_cmpuint (pz_vector_count (copy), ==, 5);
  g_assert_true (pz_vector_get_mark (copy, DEVICE, 1, &mark));
  g_assert_cmpstr (pz_vector_find (copy, DEVICE)->name, ==, "Laptop");
  g_assert_cmpuint (pz_vector_get_number (numbers, DEVICE), ==, 3);
  g_assert_false (pz_vector_get_mark (numbers, DEVICE, 1, &mark));
  g_assert_true (pz_vector_covers (vector, &seen));
  g_assert_false (pz_vector_covers (vector, &unseen));

  pz_vector_remove (vector, DEVICE);
  g_assert_null (pz_vector_find (vector, DEVICE));
  g_assert_cmpuint (pz_vector_get_number (copy, DEVICE), ==, 3); /* it is on its own */
}

/* said to be lost, or not seen for half a year */
static void
test_retired (void)
{
  const gint64 seen = 1795428000, day = 24 * 60 * 60;
  PzVectorEntry entry = { .device = DEVICE, .seen = seen };

  g_assert_false (pz_vector_entry_is_retired (&entry, seen + 180 * day));
  g_assert_true (pz_vector_entry_is_retired (&entry, seen + 181 * day));
  entry.retired = TRUE;
  g_assert_true (pz_vector_entry_is_retired (&entry, seen));
  entry = (PzVectorEntry) { .device = DEVICE }; /* when is not known */
  g_assert_false (pz_vector_entry_is_retired (&entry, seen));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/vector/finds-where-two-histories-part", test_compares_chains);
  g_test_add_func ("/sync/vector/takes-what-others-have-seen-and-their-marks", test_takes);
  g_test_add_func ("/sync/vector/a-closed-device-ends-where-it-was-closed", test_closes);
  g_test_add_func ("/sync/vector/copies-are-on-their-own", test_copies);
  g_test_add_func ("/sync/vector/a-lost-device-holds-nothing-up", test_retired);
  return g_test_run ();
}

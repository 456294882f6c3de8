/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laws that hold for whatever devices saw, in 10,000 cases made by chance: no order in which they hear of each other may
 * make a difference. */
#include "config.h"

#include "pz-knowledge.h"
#include "pz-random.h"
#include "pz-segment.h"

#include <string.h>

#define CLASSROOM "b7q2mx5k9d0hw4vt"
#ifdef __SANITIZE_ADDRESS__ /* the laws are the same, and memory shows itself in a few */
#define N_CASES 300
#else
#define N_CASES 10000
#endif
#define N_DEVICES 4
#define MOST_EDITS 8

/* the one history of each device, of which everybody has seen a beginning */
static PzHash chains[N_DEVICES + 1][MOST_EDITS + 1];

static void
make_chains (void)
{
  for (guint64 device = 1; device <= N_DEVICES; device++)
    {
      chains[device][0] = pz_chain_begin (CLASSROOM, device);
      for (guint n = 1; n <= MOST_EDITS; n++)
        {
          g_autofree char *text = g_strdup_printf ("edit %u of %u", n, (guint) device);

          chains[device][n] = pz_chain_next (&chains[device][n - 1], text);
        }
    }
}

static void
see_device (PzVector *vector,
            PzRandom *random,
            guint64   device)
{
  static const char *const names[] = { NULL, "Laptop", "Marit" };
  guint n = pz_random_below (random, MOST_EDITS + 1);
  PzVectorEntry *entry = pz_vector_get (vector, device);

  for (guint i = 1; i <= n; i++)
    pz_vector_advance (vector, device, &chains[device][i]);
  entry->seen = pz_random_below (random, 5);
  entry->name = g_strdup (names[pz_random_below (random, 3)]);
  entry->named = entry->name != NULL ? 1 + pz_random_below (random, 3) : 0;
  entry->retired = pz_random_below (random, 2) == 0;
}

static PzKnowledge *
make_knowledge (PzRandom *random)
{
  PzKnowledge *knowledge = pz_knowledge_new (CLASSROOM);

  for (guint64 device = 1; device <= N_DEVICES; device++)
    if (pz_random_below (random, 4) > 0)
      see_device (knowledge->vector, random, device);
  for (guint i = pz_random_below (random, 4); i > 0; i--)
    {
      g_autofree char *path = g_strdup_printf ("learners/%u/%u", i % 3, i % 3);
      PzStamp tag = { 1 + pz_random_below (random, N_DEVICES), 1 + pz_random_below (random, MOST_EDITS), 0 };

      pz_knowledge_add_cloud (knowledge, &tag, path, "notes");
    }
  for (guint i = pz_random_below (random, 3); i > 0; i--)
    {
      g_autofree char *document = g_strdup_printf ("%s/%u", i == 1 ? "learners" : "activities", pz_random_below (random, 3));

      pz_knowledge_add_purged (knowledge, document, 1 + pz_random_below (random, 4));
    }
  pz_knowledge_settle (knowledge);
  return knowledge;
}

static char *
dup_text (const PzKnowledge *knowledge)
{
  GString *out = g_string_new (NULL);

  pz_knowledge_write (knowledge, out);
  return g_string_free (out, FALSE);
}

/* what both have seen */
static PzKnowledge *
join (const PzKnowledge *a,
      const PzKnowledge *b)
{
  PzKnowledge *both = pz_knowledge_new (CLASSROOM);

  pz_knowledge_take (both, a);
  pz_knowledge_take (both, b);
  return both;
}

static void
assert_same (PzKnowledge *left,
             PzKnowledge *right)
{
  g_autoptr(PzKnowledge) a = left, b = right;
  g_autofree char *one = dup_text (a), *other = dup_text (b);

  g_assert_cmpstr (one, ==, other);
}

static PzKnowledge *
join_of_three (const PzKnowledge *a,
               const PzKnowledge *b,
               const PzKnowledge *c)
{
  g_autoptr(PzKnowledge) two = join (a, b);

  return join (two, c);
}

static void
test_join (void)
{
  PzRandom random;

  pz_random_init (&random, 11);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr(PzKnowledge) a = make_knowledge (&random), b = make_knowledge (&random), c = make_knowledge (&random);

      assert_same (join (a, b), join (b, a));
      assert_same (join_of_three (a, b, c), join_of_three (b, c, a));
      assert_same (join_of_three (a, b, b), join (a, b));
      {
        g_autoptr(PzKnowledge) both = join (a, b);

        g_assert_true (pz_vector_is_within (a->vector, both->vector));
        g_assert_true (pz_vector_is_within (b->vector, both->vector));
      }
    }
}

static void
test_round_trip (void)
{
  PzRandom random;

  pz_random_init (&random, 12);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr(PzKnowledge) knowledge = make_knowledge (&random);
      g_autoptr(GBytes) bytes = pz_snapshot_write (knowledge);
      g_autoptr(GError) error = NULL;
      PzKnowledge *again = pz_snapshot_parse (bytes, &error);

      g_assert_no_error (error);
      assert_same (g_steal_pointer (&knowledge), again);
    }
}

/* Rule (c): any number of devices delete what a greater snapshot has, of equal ones the one of the lesser name: what is
 * left has all there was. */
static void
test_deletions (void)
{
  PzRandom random;

  pz_random_init (&random, 13);
  for (guint i = 0; i < N_CASES; i++)
    {
      PzVector *vectors[5];
      g_autoptr(PzVector) all = pz_vector_new (CLASSROOM), left = pz_vector_new (CLASSROOM);
      gboolean gone[5] = { FALSE };

      for (guint k = 0; k < 5; k++)
        {
          g_autoptr(PzKnowledge) knowledge = make_knowledge (&random);

          vectors[k] = pz_vector_copy_numbers (knowledge->vector);
          pz_vector_take (all, vectors[k]);
        }
      for (guint k = 0; k < 25; k++) /* from what was listed before anybody deleted anything */
        {
          guint f = pz_random_below (&random, 5), g = pz_random_below (&random, 5);

          gone[f] |= f != g && pz_vector_is_within (vectors[f], vectors[g])
                     && (!pz_vector_is_within (vectors[g], vectors[f]) || f < g);
        }
      for (guint k = 0; k < 5; k++)
        {
          if (!gone[k])
            pz_vector_take (left, vectors[k]);
          pz_vector_free (vectors[k]);
        }
      g_assert_true (pz_vector_is_within (all, left));
    }
}

static PzSyncEdit *
make_edit (PzRandom *random,
           guint64   number)
{
  g_autofree char *value = g_strdup_printf ("\"value %u\"", pz_random_below (random, 1000));
  PzSyncEdit *edit = pz_sync_edit_new (number, "learners/d4m7kq2x9v5t0rhb/d4m7kq2x9v5t0rhb", "notes", PZ_HLC (number, 0),
                                       pz_random_below (random, 4) > 0 ? value : NULL);

  for (guint i = pz_random_below (random, 3); i > 0; i--)
    pz_sync_edit_add_replaced (edit, 1 + i, number, 0);
  pz_sync_edit_seal (edit);
  return edit;
}

/* A retry sends what was not confirmed and what came since as one: its chain is that of the parts one after the other. */
static void
test_merged_retry (void)
{
  PzRandom random;

  pz_random_init (&random, 14);
  for (guint i = 0; i < N_CASES; i++)
    {
      PzHash begin = pz_chain_begin (CLASSROOM, 1), chain = begin;
      g_autoptr(PzSegment) whole = pz_segment_new (CLASSROOM, 1, 1, &begin);
      guint n = 1 + pz_random_below (&random, 6);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(PzSegment) again = NULL;
      PzHash read;

      for (guint k = 1; k <= n; k++)
        {
          PzSyncEdit *edit = make_edit (&random, k);

          chain = pz_chain_next (&chain, edit->bytes); /* as a segment of this one alone has it */
          pz_segment_add (whole, edit);
        }
      bytes = pz_segment_write (whole);
      again = pz_segment_parse (bytes, NULL);
      g_assert_nonnull (again);
      read = again->prev;
      for (guint k = 0; k < again->edits->len; k++)
        read = pz_chain_next (&read, ((PzSyncEdit *) g_ptr_array_index (again->edits, k))->bytes);
      g_assert_cmpuint (again->to, ==, n);
      g_assert_cmpmem (&read, sizeof read, &chain, sizeof chain);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  make_chains ();
  g_test_add_func ("/sync/laws/whoever-hears-of-whom-first-all-know-the-same", test_join);
  g_test_add_func ("/sync/laws/what-is-written-is-read", test_round_trip);
  g_test_add_func ("/sync/laws/deletions-at-the-same-time-lose-nothing", test_deletions);
  g_test_add_func ("/sync/laws/a-merged-retry-has-the-chain-of-its-parts", test_merged_retry);
  return g_test_run ();
}

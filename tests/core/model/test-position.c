/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-position.h"

#include <string.h>

static void
test_between (void)
{
  const struct { const char *before, *after, *key; } cases[] = {
    { NULL, NULL, "n" },   { "b", "d", "c" },  { "b", "c", "bn" },   { NULL, "b", "an" },  { "z", NULL, "zn" },
    { NULL, "ab", "aan" }, { "b", "bb", "ban" }, { "bz", "c", "bzn" },
    { "c", "b", NULL },    { "b", "b", NULL }, { NULL, "a", NULL }, { "B", NULL, NULL },  { "b", "ba", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = pz_position_between (cases[i].before, cases[i].after);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (key, ==, cases[i].key);
    }
}

/* always into the same gap: the dearest way to use the room up */
static void
test_stays_between (void)
{
  g_autofree char *low = g_strdup ("b");
  g_autofree char *high = g_strdup ("c");
  guint n = 0;

  for (;; n++)
    {
      char *key = pz_position_between (low, high);

      if (key == NULL)
        break;
      g_assert_cmpint (strcmp (low, key), <, 0);
      g_assert_cmpint (strcmp (key, high), <, 0);
      g_assert_cmpuint (strlen (key), <=, 60);
      g_free (n % 2 == 0 ? low : high);
      *(n % 2 == 0 ? &low : &high) = key;
    }
  g_assert_cmpuint (n, >, 50);
}

static PzDocument *
make_levels (PzClock    *clock,
             const char *names)
{
  PzDocument *document = pz_document_new (PZ_DOCUMENT_CLASSROOM, FIXTURE_ID, clock);

  for (; *names != '\0'; names++)
    {
      const char name[] = { *names, '\0' };
      PzRecord *level = pz_document_add (document, PZ_RECORD_LEVEL);

      pz_record_set_text (level, PZ_LEVEL_NAME, name);
      pz_position_append (document, level);
    }
  return document;
}

static void
assert_order (PzDocument *document,
              const char *names)
{
  g_autoptr(GPtrArray) levels = pz_position_list (document, PZ_RECORD_LEVEL);
  g_autoptr(GString) order = g_string_new (NULL);

  for (guint i = 0; i < levels->len; i++)
    g_string_append (order, pz_record_get_text (levels->pdata[i], PZ_LEVEL_NAME));
  g_assert_cmpstr (order->str, ==, names);
}

static void
move (PzDocument *document,
      guint       from,
      guint       to)
{
  g_autoptr(GPtrArray) levels = pz_position_list (document, PZ_RECORD_LEVEL);

  g_assert_true (pz_position_move (levels, from, to));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_moves_one (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = make_levels (clock, "ABCD");
  g_autoptr(GPtrArray) levels = NULL;
  guint n = 0;

  assert_order (document, "ABCD");
  g_signal_connect_swapped (document, "changed", G_CALLBACK (count_cb), &n);
  move (document, 3, 1);
  assert_order (document, "ADBC");
  move (document, 0, 3);
  assert_order (document, "DBCA");
  move (document, 2, 0);
  assert_order (document, "CDBA");
  g_assert_cmpuint (n, ==, 3);
  levels = pz_position_list (document, PZ_RECORD_LEVEL);
  g_assert_false (pz_position_move (levels, 2, 2));
  g_assert_cmpuint (n, ==, 3);
}

static void
test_numbers_anew (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 2);
  g_autoptr(PzDocument) document = make_levels (clock, "ABC");
  g_autoptr(GPtrArray) levels = pz_position_list (document, PZ_RECORD_LEVEL);

  for (guint i = 0; i < levels->len; i++)
    pz_record_set_text (levels->pdata[i], PZ_LEVEL_POSITION, i < 2 ? "7" : NULL);
  assert_order (document, "CAB");
  move (document, 0, 1);
  assert_order (document, "ACB");
  move (document, 2, 0);
  assert_order (document, "BAC");
}

static void
test_orders_many (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 3);
  g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_CLASSROOM, FIXTURE_ID, clock);
  g_autoptr(GPtrArray) levels = NULL;

  for (guint i = 0; i < 700; i++) /* more than keys of one and of two digits reach for */
    pz_position_append (document, pz_document_add (document, PZ_RECORD_LEVEL));
  levels = pz_position_list (document, PZ_RECORD_LEVEL);
  for (guint i = 0; i < levels->len; i++)
    {
      g_autoptr(PzRecord) made = g_list_model_get_item (pz_document_get_records (document, PZ_RECORD_LEVEL), i);

      g_assert_true (levels->pdata[i] == made);
    }
}

static void
test_lists_by_name (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 4);
  g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_CLASSROOM, FIXTURE_ID, clock);
  g_autoptr(GPtrArray) lenses = NULL;
  const char *names[] = { "Support", "Access", "Home" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      PzRecord *lens = pz_document_add (document, PZ_RECORD_LENS);

      pz_record_set_text (lens, PZ_LENS_NAME, names[i]);
      pz_position_append (document, lens); /* has no position: nothing to do */
      if (i == 2)
        pz_document_delete (document, lens);
    }
  lenses = pz_position_list (document, PZ_RECORD_LENS);
  g_assert_cmpuint (lenses->len, ==, 2);
  g_assert_cmpstr (pz_record_get_text (lenses->pdata[0], PZ_LENS_NAME), ==, "Access");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/position/finds-a-key-between", test_between);
  g_test_add_func ("/core/position/stays-between-until-the-room-is-used-up", test_stays_between);
  g_test_add_func ("/core/position/writes-the-record-that-moves-alone", test_moves_one);
  g_test_add_func ("/core/position/numbers-anew-where-no-key-fits", test_numbers_anew);
  g_test_add_func ("/core/position/keeps-the-order-of-many", test_orders_many);
  g_test_add_func ("/core/position/lists-by-name-without-a-position", test_lists_by_name);
  return g_test_run ();
}

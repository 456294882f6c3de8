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
test_round_trip (void)
{
  g_autoptr(PzVector) vector = vector_of ("abcdefgh");
  g_autoptr(PzVector) again = pz_vector_new (CLASSROOM);
  g_autoptr(GString) first = g_string_new (NULL);
  g_autoptr(GString) second = g_string_new (NULL);
  g_autoptr(PzJsonReader) reader = NULL;

  pz_vector_get (vector, 7)->named = 1795428000;
  pz_vector_get (vector, 7)->retired = TRUE;
  pz_vector_get (vector, 7)->seen = 1795428001;
  pz_vector_get (vector, 7)->extra = g_strdup (",\"colour\":[ 1.50 ]");
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
  g_assert_cmpstr (pz_vector_find (again, 7)->name, ==, "Ada's \"laptop\"");
  g_assert_true (pz_vector_find (again, 7)->retired && pz_vector_find (again, 7)->closed);
  g_assert_cmpint (pz_vector_find (again, 7)->named, ==, 1795428000);
  g_assert_cmpint (pz_vector_find (again, 7)->seen, ==, 1795428001);
}

#define ID "3fa94c1d22e0b781"
#define CHAIN "\"chain\":\"4d3c2b1a00112233445566778899aabb\""
#define ENTRY(members) "{\"" ID "\":{" CHAIN "," members "}}"

static gboolean
is_read (const char *text)
{
  g_autoptr(PzVector) vector = pz_vector_new (CLASSROOM);
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);

  pz_vector_read (vector, reader);
  return pz_json_reader_next (reader) == PZ_JSON_END;
}

static void
test_refuses (void)
{
  static const char *const accepts[] = {
    "{}",
    ENTRY ("\"n\":0,\"first\":1,\"marks\":\"\""),
    ENTRY ("\"n\":2,\"first\":2,\"marks\":\"4d3c2b1a\""),
    ENTRY ("\"n\":9007199254740990,\"first\":9007199254740991,\"marks\":\"\""),
  };
  static const char *const rejects[] = {
    "",
    "[]",
    "{\"3fa94c1d22e0b78\":{}}",
    "{\"3FA94C1D22E0B781\":{}}",
    "{\"0000000000000000\":{" CHAIN ",\"n\":0,\"first\":1,\"marks\":\"\"}}",
    "{\"" ID "\":[]}",
    "{\"" ID "\":{\"n\":0",
    ENTRY ("\"n\":1,\"first\":1,\"marks\":\"\""),             /* a mark is missing */
    ENTRY ("\"n\":0,\"first\":0,\"marks\":\"4d3c2b1a\""),
    ENTRY ("\"n\":0,\"first\":1,\"marks\":\"4d3c2b1a\""),     /* there is one too many */
    ENTRY ("\"n\":1,\"first\":1,\"marks\":\"00000000\""),     /* the last one is not that of the chain */
    ENTRY ("\"n\":1,\"first\":1,\"marks\":\"4d3c2b1\""),
    ENTRY ("\"n\":1,\"first\":1,\"marks\":\"4D3C2B1A\""),
    ENTRY ("\"n\":1,\"first\":1,\"marks\":4"),
    ENTRY ("\"n\":-1,\"first\":1,\"marks\":\"\""),
    ENTRY ("\"n\":1e300,\"first\":1,\"marks\":\"\""),
    ENTRY ("\"n\":9007199254740992,\"first\":9007199254740993,\"marks\":\"\""),
    ENTRY ("\"n\":0,\"n\":0,\"first\":1,\"marks\":\"\""),
    ENTRY ("\"n\":0,\"first\":1,\"marks\":\"\",\"closed\":1"),
    ENTRY ("\"n\":0,\"first\":1,\"marks\":\"\",\"retired\":\"true\""),
    ENTRY ("\"n\":0,\"first\":1,\"marks\":\"\",\"name\":7"),
    ENTRY ("\"n\":0,\"first\":1,\"marks\":\"\",\"seen\":-1"),
    ENTRY ("\"n\":0,\"first\":1,\"marks\":\"\",\"named\":0.5"),
    "{\"" ID "\":{\"chain\":\"4d3c\",\"n\":0,\"first\":1,\"marks\":\"\"}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (accepts); i++)
    {
      g_test_message ("good row %" G_GSIZE_FORMAT, i);
      g_assert_true (is_read (accepts[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (is_read (rejects[i]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/vector-json/is-read-as-it-was-written", test_round_trip);
  g_test_add_func ("/sync/vector-json/refuses-what-is-not-one", test_refuses);
  return g_test_run ();
}

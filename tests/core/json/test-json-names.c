/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-names-private.h"

/* a name that lives as long as the test */
static gboolean
add (PzJsonNames *names,
     const char  *name)
{
  return pz_json_names_add (names, (const guint8 *) name, strlen (name), FALSE);
}

static void
test_a_name_stands_once_in_an_object (void)
{
  PzJsonNames names = { 0 };

  pz_json_names_open (&names);
  g_assert_true (add (&names, "id"));
  g_assert_true (add (&names, "idea"));
  g_assert_true (add (&names, ""));
  g_assert_true (add (&names, "Id"));
  g_assert_false (add (&names, "id"));
  g_assert_false (add (&names, ""));
  g_assert_cmpuint (names.n_names, ==, 4);
  pz_json_names_close (&names);
  pz_json_names_clear (&names);
}

static void
test_objects_have_names_of_their_own (void)
{
  PzJsonNames names = { 0 };

  pz_json_names_open (&names);
  g_assert_true (add (&names, "id"));
  pz_json_names_open (&names);
  g_assert_cmpuint (names.depth, ==, 2);
  g_assert_true (add (&names, "id"));
  g_assert_true (add (&names, "name"));
  pz_json_names_close (&names);
  /* what was inside is forgotten, what is outside is not */
  g_assert_cmpuint (names.depth, ==, 1);
  g_assert_true (add (&names, "name"));
  g_assert_false (add (&names, "id"));
  pz_json_names_clear (&names);
  g_assert_cmpuint (names.depth, ==, 0);
  g_assert_null (names.names);
}

static void
test_a_name_that_goes_away_is_copied (void)
{
  PzJsonNames names = { 0 };
  char text[] = "escaped";

  pz_json_names_open (&names);
  g_assert_true (pz_json_names_add (&names, (const guint8 *) text, strlen (text), TRUE));
  memset (text, 'x', strlen (text));
  g_assert_false (add (&names, "escaped"));
  g_assert_true (add (&names, "xxxxxxx"));
  pz_json_names_clear (&names);
}

/* the same names, slowly one by one, in an object with as many as it likes; then each of them is there already */
static void
test_a_large_object_knows_all_its_names (void)
{
  static const guint sizes[] = { PZ_JSON_NAMES_SMALL - 1, PZ_JSON_NAMES_SMALL, PZ_JSON_NAMES_SMALL + 1, 33, 64, 65, 1000, 20000 };

  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      g_autoptr(GStringChunk) texts = g_string_chunk_new (65536);
      PzJsonNames names = { 0 };

      pz_json_names_open (&names);
      for (guint i = 0; i < 2 * sizes[k]; i++)
        {
          char text[32];
          const char *name;

          g_snprintf (text, sizeof text, "member %u", i % sizes[k]);
          name = g_string_chunk_insert_const (texts, text);
          g_assert_cmpint (pz_json_names_add_slowly (&names, (const guint8 *) name, strlen (name), FALSE), ==, i < sizes[k]);
        }
      g_assert_cmpuint (names.n_names, ==, sizes[k]);
      pz_json_names_close (&names);
      g_assert_cmpuint (names.n_names, ==, 0);
      pz_json_names_clear (&names);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/json-names/a-name-stands-once-in-an-object", test_a_name_stands_once_in_an_object);
  g_test_add_func ("/core/json-names/objects-have-names-of-their-own", test_objects_have_names_of_their_own);
  g_test_add_func ("/core/json-names/a-name-that-goes-away-is-copied", test_a_name_that_goes_away_is_copied);
  g_test_add_func ("/core/json-names/a-large-object-knows-all-its-names", test_a_large_object_knows_all_its_names);
  return g_test_run ();
}

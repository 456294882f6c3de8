/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-state-map.h"

#include "pz-document-writes.h"

#include <string.h>

#define DOCUMENT "learners/d4m7kq2x9v5t0rhb"
#define PATH DOCUMENT "/d4m7kq2x9v5t0rhb"
#define OTHER "learners/d4m7kq2x9v5t0rhb0/d4m7kq2x9v5t0rhb0"
#define DEVICE G_GUINT64_CONSTANT (0x3fa94c1d22e0b781)

static void
add (PzStateMap *map,
     const char *path,
     const char *field,
     guint64     number,
     const char *value)
{
  PzStamp stamp = { DEVICE, number, PZ_HLC (number, 0) };

  pz_state_map_add (map, path, field, &stamp, value);
}

static gboolean
has (PzStateMap *map,
     const char *path,
     const char *field,
     guint64     number)
{
  PzStamp tag = { DEVICE, number, 0 };

  return pz_state_map_has (map, path, field, &tag);
}

static gboolean
drop (PzStateMap *map,
      const char *path,
      const char *field,
      guint64     number)
{
  PzStamp tag = { DEVICE, number, 0 };

  return pz_state_map_drop (map, path, field, &tag);
}

static void
list_value (const char         *path,
            const char         *field,
            const PzStateValue *value,
            gpointer            user_data)
{
  g_string_append_printf (user_data, "%s.%s=%s ", strrchr (path, '/') + 1, field, value->value);
}

static PzStateMap *
make_map (void)
{
  PzStateMap *map = pz_state_map_new ();

  add (map, OTHER, "notes", 4, "4");
  add (map, PATH, "notes", 1, "1");
  add (map, PATH, "notes", 3, "3");
  add (map, PATH, "notes", 2, "2");
  add (map, PATH, "notes", 2, "another text of the same write");
  add (map, PATH, "given-name", 3, "\"Ada\"");
  return map;
}

static void
test_each (void)
{
  g_autoptr(PzStateMap) map = make_map ();
  g_autoptr(GString) all = g_string_new (NULL), of_one = g_string_new (NULL), of_none = g_string_new (NULL);
  g_autoptr(GPtrArray) paths = pz_state_map_list (map);

  pz_state_map_each (map, list_value, all);
  g_assert_cmpstr (all->str, ==, "d4m7kq2x9v5t0rhb.given-name=\"Ada\" d4m7kq2x9v5t0rhb.notes=3 d4m7kq2x9v5t0rhb.notes=2 "
                                 "d4m7kq2x9v5t0rhb.notes=1 d4m7kq2x9v5t0rhb0.notes=4 ");
  pz_state_map_each_of (map, OTHER, list_value, of_one);
  g_assert_cmpstr (of_one->str, ==, "d4m7kq2x9v5t0rhb0.notes=4 ");
  pz_state_map_each_of (map, "goals/a/b", list_value, of_none);
  g_assert_cmpstr (of_none->str, ==, "");
  g_assert_cmpuint (pz_state_map_get_size (map), ==, 2);
  g_assert_cmpuint (paths->len, ==, 2);
  g_assert_cmpstr (paths->pdata[0], ==, PATH);
  g_assert_cmpstr (paths->pdata[1], ==, OTHER);
}

static void
test_drops (void)
{
  g_autoptr(PzStateMap) map = make_map ();

  g_assert_true (has (map, PATH, "notes", 2));
  g_assert_true (drop (map, PATH, "notes", 2));
  g_assert_false (has (map, PATH, "notes", 2));
  g_assert_true (has (map, PATH, "notes", 1));
  g_assert_false (drop (map, PATH, "notes", 2));
  g_assert_false (drop (map, "goals/a/b", "notes", 1));
  g_assert_true (drop (map, PATH, PZ_WRITE_WHOLE, 3)); /* of all keys */
  g_assert_false (has (map, PATH, "given-name", 3) || has (map, PATH, "notes", 3));
  g_assert_true (drop (map, PATH, "notes", 1));
  g_assert_cmpuint (pz_state_map_get_size (map), ==, 1); /* nothing in it is empty */
}

/* another document whose id begins the same stays */
static void
test_drops_document (void)
{
  g_autoptr(PzStateMap) map = make_map ();

  pz_state_map_drop_document (map, DOCUMENT);
  g_assert_false (has (map, PATH, "notes", 1));
  g_assert_true (has (map, OTHER, "notes", 4));
}

static gboolean
read_map (PzStateMap *map,
          const char *text)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);

  pz_state_map_read (map, reader);
  return pz_json_reader_next (reader) == PZ_JSON_END;
}

static void
test_round_trip (void)
{
  g_autoptr(PzStateMap) map = make_map (), empty = pz_state_map_new (), again = pz_state_map_new ();
  g_autoptr(GString) text = g_string_new (NULL), same = g_string_new (NULL), none = g_string_new (NULL);

  add (map, PATH, "mood", 5, "{\"of\":[ 1.50 ]}"); /* byte for byte */
  pz_state_map_write (map, text);
  g_assert_nonnull (strstr (text->str, "\"mood\":[[\"3fa94c1d22e0b781\",5,[5,0],{\"of\":[ 1.50 ]}]]"));
  g_assert_true (read_map (again, text->str));
  pz_state_map_write (again, same);
  g_assert_cmpstr (text->str, ==, same->str);
  pz_state_map_write (empty, none);
  g_assert_cmpstr (none->str, ==, "{}");
}

#define FIELDS(text) "{\"" PATH "\":" text "}"
#define VALUES(text) FIELDS ("{\"notes\":" text "}")

static void
test_refuses (void)
{
  static const char *const rejects[] = {
    "",
    "[]",
    "{\"../x/y\":{}}",
    "{\"" DOCUMENT "\":{}}",
    "{\"" PATH "\":{},\"" PATH "\":{}}",
    FIELDS ("[]"),
    FIELDS ("{\"\":[]}"),
    FIELDS ("{\"*\":[[\"3fa94c1d22e0b781\",1,[1,0],1]]}"),
    VALUES ("{}"),
    VALUES ("[1]"),
    VALUES ("[[]]"),
    VALUES ("[[\"3fa94c1d22e0b781\",1,[1,0]]]"),
    VALUES ("[[\"3fa94c1d22e0b781\",1,[1,0],1,2]]"),
    VALUES ("[[\"3fa94c1d22e0b78\",1,[1,0],1]]"),
    VALUES ("[[\"0000000000000000\",1,[1,0],1]]"),
    VALUES ("[[\"3fa94c1d22e0b781\",0,[1,0],1]]"),
    VALUES ("[[\"3fa94c1d22e0b781\",9007199254740992,[1,0],1]]"),
    VALUES ("[[\"3fa94c1d22e0b781\",1,[1,65536],1]]"),
    "{\"" PATH "\":{\"notes\":[[\"3fa94c1d22e0b781\",1,[1,0],\"cut",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_autoptr(PzStateMap) map = pz_state_map_new ();

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (read_map (map, rejects[i]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/state-map/gives-each-value-once-in-order", test_each);
  g_test_add_func ("/sync/state-map/drops-writes-by-their-tags", test_drops);
  g_test_add_func ("/sync/state-map/drops-a-document-and-no-other", test_drops_document);
  g_test_add_func ("/sync/state-map/is-read-as-it-was-written", test_round_trip);
  g_test_add_func ("/sync/state-map/refuses-what-is-not-one", test_refuses);
  return g_test_run ();
}

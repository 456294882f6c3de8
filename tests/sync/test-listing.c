/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-listing.h"

#define SEGMENT "seg-3fa94c1d22e0b781-1-4-e5cdf44d8e846952-404-e464247f067ba1561c5db4e09dc6715e-0a0b0c0d"
#define SNAPSHOT "snap-3fa94c1d22e0b781-1-373-0180910e21ec6a1f69e4662f0818b5c0-01020304"
#define KEY "key-1-00112233aabbccdd-500-0180910e21ec6a1f69e4662f0818b5c0-01020304"
#define BLOB "blob-0180910e21ec6a1f69e4662f0818b5c0"

typedef struct
{
  const char *name;
  gint64 size;
} File;

static PzListing *
list (const File *files,
      gsize       n)
{
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_remote_object_free);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (objects, pz_remote_object_new (files[i].name, files[i].size));
  return pz_listing_new (objects);
}

/* files of ours by their names, sorted; cut when the server says that they are shorter or longer than they must be */
static void
test_objects (void)
{
  static const File files[] = {
    { "letter.odt", 10 }, { SNAPSHOT, 372 }, { "seg-x", 1 }, { SEGMENT, 404 }, { KEY, -1 }, { "personalize-classroom-1", 60 },
  };
  g_autoptr(PzListing) listing = list (files, G_N_ELEMENTS (files));
  const PzListed *listed;

  g_assert_cmpuint (listing->objects->len, ==, 3);
  g_assert_cmpstr (((PzListed *) g_ptr_array_index (listing->objects, 0))->text, ==, KEY);
  g_assert_cmpstr (((PzListed *) g_ptr_array_index (listing->objects, 1))->text, ==, SEGMENT);
  g_assert_cmpstr (((PzListed *) g_ptr_array_index (listing->objects, 2))->text, ==, SNAPSHOT);
  listed = pz_listing_find (listing, SEGMENT);
  g_assert_true (listed->whole);
  g_assert_cmpint (listed->name.kind, ==, PZ_OBJECT_SEGMENT);
  g_assert_cmpuint (listed->name.to, ==, 4);
  g_assert_false (pz_listing_find (listing, SNAPSHOT)->whole);
  g_assert_true (pz_listing_find (listing, KEY)->whole); /* the server does not tell */
  g_assert_null (pz_listing_find (listing, "letter.odt"));
}

static void
test_counts (void)
{
  static const File files[] = {
    { SEGMENT, 404 }, { SNAPSHOT, 373 }, { KEY, 500 }, { "key-2-00112233aabbccdd-500-0180910e21ec6a1f69e4662f0818b5c0-01020304", 3 },
    { "snap-3fa94c1d22e0b781-2-373-0180910e21ec6a1f69e4662f0818b5c0-01020304", 3 }, { BLOB, 3 },
  };
  g_autoptr(PzListing) listing = list (files, G_N_ELEMENTS (files)), empty = list (NULL, 0);

  g_assert_cmpuint (pz_listing_count (listing), ==, 2);      /* whole segments and snapshots */
  g_assert_cmpuint (pz_listing_count_keys (listing), ==, 2); /* whole or not */
  g_assert_cmpuint (pz_listing_count (empty) + pz_listing_count_keys (empty), ==, 0);
}

static void
test_markers (void)
{
  static const File ours[] = { { "personalize-classroom-1", 60 } };
  static const File both[] = { { "personalize-classroom-1", 60 }, { "personalize-classroom-3", 60 } };
  static const File newer[] = { { "personalize-classroom-2", 60 } };
  g_autoptr(PzListing) of_ours = list (ours, 1), of_both = list (both, 2), of_newer = list (newer, 1), none = list (NULL, 0);

  g_assert_true (of_ours->has_marker);
  g_assert_cmpuint (of_ours->newest_major, ==, 1);
  g_assert_true (of_both->has_marker);
  g_assert_cmpuint (of_both->newest_major, ==, 3);
  g_assert_false (of_newer->has_marker);
  g_assert_cmpuint (of_newer->newest_major, ==, 2);
  g_assert_false (none->has_marker);
  g_assert_cmpuint (none->newest_major, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/listing/has-our-files-by-name", test_objects);
  g_test_add_func ("/sync/listing/counts-what-lies-there", test_counts);
  g_test_add_func ("/sync/listing/knows-whether-a-class-lies-there", test_markers);
  return g_test_run ();
}

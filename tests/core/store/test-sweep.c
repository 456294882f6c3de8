/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-sweep.h"

#include <unistd.h>

#define RECORD "journal/txn-00000000000000a1.journal"
#define STAGED "learners/.a.json.00000000000000a1.tmp"

static void
test_only_what_is_unfinished_needs_it (PlaceFixture  *place,
                                       gconstpointer  data)
{
  static const char *const others[] = { "learners/a.json", "learners/.hidden", "learners/a.json.tmp", "a/b/c/d/.e.tmp",
                                        "snapshots/2026-11-23T1600/.a.tmp" };
  static const char *const unfinished[] = { ".classroom.json.tmp", "learners/.a.json.tmp", STAGED,
                                            "snapshots/.2026-11-23T1600.tmp/learners/a.json" };

  g_assert_false (pz_sweep_is_needed (place->folder));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    place_write (place, others[i], "x");
  g_assert_false (pz_sweep_is_needed (place->folder));
  for (gsize i = 0; i < G_N_ELEMENTS (unfinished); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      place_write (place, unfinished[i], "x");
      g_assert_true (pz_sweep_is_needed (place->folder));
      /* looking takes nothing away */
      g_assert_true (place_has (place, unfinished[i]));
      pz_sweep_run (place->folder);
      g_assert_false (place_has (place, unfinished[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (place_has (place, others[i]));
}

static void
test_removes_what_dead_writers_left (PlaceFixture  *place,
                                     gconstpointer  data)
{
  static const char *const names[] = { STAGED, "learners/.b.json.tmp", ".classroom.json.tmp",
                                       "journal/.txn-00000000000000a1.journal.tmp", "cache/.index.json.1.tmp",
                                       "snapshots/.2026-11-23T1600.tmp/learners/a.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    place_write (place, names[i], "x");
  place_write (place, "learners/.hidden", "not ours");
  pz_sweep_run (place->folder);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (place_has (place, names[i]));
  g_assert_false (place_has (place, "snapshots/.2026-11-23T1600.tmp"));
  g_assert_true (place_has (place, "learners/.hidden"));
}

/* it may be the only copy of what somebody wrote */
static void
test_leaves_what_a_damaged_record_staged (PlaceFixture  *place,
                                          gconstpointer  data)
{
  place_write (place, RECORD ".damaged", "x");
  place_write (place, STAGED, "kept");
  g_assert_false (pz_sweep_is_needed (place->folder));
  place_write (place, "learners/.a.json.00000000000000a2.tmp", "goes");
  g_assert_true (pz_sweep_is_needed (place->folder));
  pz_sweep_run (place->folder);
  place_assert_holds (place, STAGED, "kept");
  g_assert_false (place_has (place, "learners/.a.json.00000000000000a2.tmp"));
}

/* neither a folder that is linked in, nor what an unfinished name leads to */
static void
test_follows_no_link (PlaceFixture  *place,
                      gconstpointer  data)
{
  g_autofree char *elsewhere = g_dir_make_tmp ("pz-elsewhere-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (elsewhere, ".a.tmp", NULL);
  g_autofree char *link = place_path (place, "linked");
  g_autofree char *unfinished = place_path (place, ".b.tmp");

  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  g_assert_no_errno (symlink (elsewhere, link));
  g_assert_no_errno (symlink (elsewhere, unfinished));
  pz_sweep_run (place->folder);
  g_assert_true (place_has (place, "linked"));
  g_assert_false (place_has (place, ".b.tmp"));
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  remove_tree (elsewhere);
}

static void
test_removes_a_tree_but_not_what_it_links_to (PlaceFixture  *place,
                                              gconstpointer  data)
{
  g_autofree char *link = place_path (place, "tree/folder/link");

  place_write (place, "kept/file", "x");
  place_write (place, "tree/a", "x");
  place_write (place, "tree/folder/.b", "x");
  g_assert_no_errno (symlink ("../../kept", link));
  pz_sweep_remove_tree (place->folder, "tree");
  g_assert_false (place_has (place, "tree"));
  place_assert_holds (place, "kept/file", "x");
  pz_sweep_remove_tree (place->folder, "kept/file");
  g_assert_false (place_has (place, "kept/file"));
  pz_sweep_remove_tree (place->folder, "not there");
}

#define ADD(path, function) place_test_add ("/core/sweep/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("only-what-is-unfinished-needs-it", test_only_what_is_unfinished_needs_it);
  ADD ("removes-what-dead-writers-left", test_removes_what_dead_writers_left);
  ADD ("leaves-what-a-damaged-record-staged", test_leaves_what_a_damaged_record_staged);
  ADD ("follows-no-link", test_follows_no_link);
  ADD ("removes-a-tree-but-not-what-it-links-to", test_removes_a_tree_but_not_what_it_links_to);
  return g_test_run ();
}

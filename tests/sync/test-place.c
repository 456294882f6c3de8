/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-place.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *class;
  char *machine;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("pz-place-XXXXXX", NULL);
  self->class = g_build_filename (self->folder, "class", NULL);
  self->machine = g_build_filename (self->folder, "machine-id", NULL);
  g_mkdir (self->class, 0700);
  g_assert_true (g_file_set_contents (self->machine, "0123456789abcdef\n", -1, NULL));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_rmdir (self->class);
  g_unlink (self->machine);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->class);
  g_free (self->machine);
}

static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *first = pz_place_describe (fixture->class, fixture->machine);
  g_autofree char *file = g_build_filename (fixture->class, "classroom.json", NULL);
  g_autofree char *second = NULL;

  g_assert_cmpuint (strlen (first), ==, 32);
  g_assert_true (g_file_set_contents (file, "{}", -1, NULL)); /* what is in it does not matter */
  second = pz_place_describe (fixture->class, fixture->machine);
  g_assert_cmpstr (first, ==, second);
  g_unlink (file);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy", NULL);
  g_autofree char *first = pz_place_describe (fixture->class, fixture->machine);
  g_autofree char *second = NULL;

  g_mkdir (copy, 0700);
  second = pz_place_describe (copy, fixture->machine);
  g_assert_cmpstr (first, !=, second);
  g_rmdir (copy);
}

static void
test_other_computer (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *first = pz_place_describe (fixture->class, fixture->machine);
  g_autofree char *second = NULL;

  g_assert_true (g_file_set_contents (fixture->machine, "fedcba9876543210\n", -1, NULL));
  second = pz_place_describe (fixture->class, fixture->machine);
  g_assert_cmpstr (first, !=, second);
}

static void
test_nowhere (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);

  g_assert_null (pz_place_describe (nowhere, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sync/place/stays-the-same", Fixture, NULL, set_up, test_same, tear_down);
  g_test_add ("/sync/place/of-a-copy-is-another", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/sync/place/on-another-computer-is-another", Fixture, NULL, set_up, test_other_computer, tear_down);
  g_test_add ("/sync/place/of-nothing-is-none", Fixture, NULL, set_up, test_nowhere, tear_down);
  return g_test_run ();
}

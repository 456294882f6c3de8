/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-object-name.h"

#include <string.h>

#define SEGMENT "seg-3fa94c1d22e0b781-41-43-e07f5b6c1d2a3948-404-e464247f067ba1561c5db4e09dc6715e-0a0b0c0d"
#define SNAPSHOT "snap-3fa94c1d22e0b781-7-404-e464247f067ba1561c5db4e09dc6715e-0a0b0c0d"

static void
test_segment (void)
{
  g_autofree char *again = NULL;
  PzObjectName name;

  g_assert_true (pz_object_name_parse (SEGMENT, &name));
  g_assert_cmpint (name.kind, ==, PZ_OBJECT_SEGMENT);
  g_assert_cmphex (name.device, ==, 0x3fa94c1d22e0b781);
  g_assert_cmpuint (name.from, ==, 41);
  g_assert_cmpuint (name.to, ==, 43);
  g_assert_cmphex (name.head, ==, 0xe07f5b6c1d2a3948);
  g_assert_cmpuint (name.length, ==, 404);
  g_assert_cmphex (name.hash.bytes[0], ==, 0xe4);
  g_assert_cmphex (name.random, ==, 0x0a0b0c0d);
  again = pz_object_name_format (&name);
  g_assert_cmpstr (again, ==, SEGMENT);
}

static void
test_round_trips (void)
{
  static const struct
  {
    const char *text;
    PzObjectKind kind;
  } names[] = {
    { "personalize-classroom-1", PZ_OBJECT_MARKER },
    { "personalize-classroom-27", PZ_OBJECT_MARKER },
    { SNAPSHOT, PZ_OBJECT_SNAPSHOT },
    { "key-3-9c4e01b7d2a65f33-112-e464247f067ba1561c5db4e09dc6715e-ffffffff", PZ_OBJECT_KEY },
    { "blob-e464247f067ba1561c5db4e09dc6715e", PZ_OBJECT_BLOB },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *again = NULL;
      PzObjectName name;

      g_assert_true (pz_object_name_parse (names[i].text, &name));
      g_assert_cmpint (name.kind, ==, names[i].kind);
      again = pz_object_name_format (&name);
      g_assert_cmpstr (again, ==, names[i].text);
    }
}

/* whatever else lies in the folder is none of ours */
static void
test_rejects (void)
{
  static const char *const rejects[] = {
    "",
    "seg",
    "seg-",
    ".." SEGMENT,
    SEGMENT "-",
    SEGMENT ".tmp",
    " " SEGMENT,
    "SEG-3fa94c1d22e0b781-41-43-e07f5b6c1d2a3948-404-e464247f067ba1561c5db4e09dc6715e-0a0b0c0d",
    "seg-3fa94c1d22e0b78-41-43-e07f5b6c1d2a3948-404-e464247f067ba1561c5db4e09dc6715e-0a0b0c0d",
    "seg-0000000000000000-41-43-e07f5b6c1d2a3948-404-e464247f067ba1561c5db4e09dc6715e-0a0b0c0d",
    "seg-3FA94C1D22E0B781-41-43-e07f5b6c1d2a3948-404-e464247f067ba1561c5db4e09dc6715e-0a0b0c0d",
    "seg-3fa94c1d22e0b781-041-43-e07f5b6c1d2a3948-404-e464247f067ba1561c5db4e09dc6715e-0a0b0c0d",
    "seg-3fa94c1d22e0b781-0-43-e07f5b6c1d2a3948-404-e464247f067ba1561c5db4e09dc6715e-0a0b0c0d",
    "seg-3fa94c1d22e0b781-44-43-e07f5b6c1d2a3948-404-e464247f067ba1561c5db4e09dc6715e-0a0b0c0d",
    "seg-3fa94c1d22e0b781-41-99999999999999999999-e07f5b6c1d2a3948-404-e464247f067ba1561c5db4e09dc6715e-0a0b0c0d",
    "seg-3fa94c1d22e0b781-41-9999999999999999999-e07f5b6c1d2a3948-404-e464247f067ba1561c5db4e09dc6715e-0a0b0c0d",
    "seg-3fa94c1d22e0b781-41--e07f5b6c1d2a3948-404-e464247f067ba1561c5db4e09dc6715e-0a0b0c0d",
    "seg-3fa94c1d22e0b781-41-43-e07f5b6c1d2a3948-404-e464247f067ba1561c5db4e09dc6715e",
    "snap-3fa94c1d22e0b781-404-e464247f067ba1561c5db4e09dc6715e-0a0b0c0d",
    "snap-3fa94c1d22e0b781-7-404-e464247f067ba1561c5db4e09dc6715-0a0b0c0d",
    "personalize-classroom-",
    "personalize-classroom-01",
    "personalize-classroom-1 (conflicted copy)",
    "blob-../../etc/passwd",
    "README.md",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      PzObjectName name;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (pz_object_name_parse (rejects[i], &name));
    }
}

static void
test_fits (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr(GBytes) cut = g_bytes_new_static ("ab", 2);
  g_autoptr(GBytes) changed = g_bytes_new_static ("abd", 3);
  PzObjectName name = { PZ_OBJECT_SNAPSHOT, 1, 0, 1, 0, 3, pz_hash_of ("abc", 3), 0 };

  g_assert_true (pz_object_name_fits (&name, bytes));
  g_assert_false (pz_object_name_fits (&name, cut));
  g_assert_false (pz_object_name_fits (&name, changed));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/object-name/of-a-segment-says-all-of-it", test_segment);
  g_test_add_func ("/sync/object-name/of-every-kind-is-written-as-it-was-read", test_round_trips);
  g_test_add_func ("/sync/object-name/everything-else-is-left-alone", test_rejects);
  g_test_add_func ("/sync/object-name/tells-whole-from-cut-and-changed", test_fits);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-suggestions.h"

static const char *const values[] = { "reads aloud", "Écrit un texte", "tells what he reads", "reads to others", NULL };

static void
assert_found (const char *typed,
              guint       most,
              const char *expected)
{
  g_auto(GStrv) found = pz_suggestions_find (values, typed, most);
  g_autofree char *joined = g_strjoinv ("; ", found);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_beginnings_come_first (void)
{
  assert_found ("reads", 9, "reads aloud; reads to others; tells what he reads");
}

static void
test_accents_and_capitals_make_no_difference (void)
{
  assert_found ("ecrit", 9, "Écrit un texte");
  assert_found ("READS A", 9, "reads aloud");
}

static void
test_nothing_typed_fits_all_in_their_order (void)
{
  assert_found ("", 9, "reads aloud; Écrit un texte; tells what he reads; reads to others");
  assert_found ("", 2, "reads aloud; Écrit un texte");
  assert_found ("", 0, "");
}

static void
test_what_fits_nothing_finds_nothing (void)
{
  const char *const none[] = { NULL };
  g_auto(GStrv) found = pz_suggestions_find (none, "", 9);

  assert_found ("counts", 9, "");
  g_assert_cmpuint (g_strv_length (found), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/core/suggestions/" path, function)
  ADD ("beginnings-come-first", test_beginnings_come_first);
  ADD ("accents-and-capitals-make-no-difference", test_accents_and_capitals_make_no_difference);
  ADD ("nothing-typed-fits-all-in-their-order", test_nothing_typed_fits_all_in_their_order);
  ADD ("what-fits-nothing-finds-nothing", test_what_fits_nothing_finds_nothing);
#undef ADD
  return g_test_run ();
}

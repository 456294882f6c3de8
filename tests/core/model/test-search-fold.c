/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-search-fold.h"

#include <locale.h>

static const struct
{
  const char *text, *folded;
} rows[] = {
  { "", "" },
  { "Noor Jansen", "noor jansen" },
  { "  Anna \t Maria  ", "anna maria" },
  { "Anne-Marie O'Brien", "anne marie o brien" },
  { "Anne\xe2\x80\x91Marie O\xe2\x80\x99" "Brien", "anne marie o brien" }, /* no-break hyphen, typographic apostrophe */
  { "Ka\xca\xbb" "ahumanu", "ka ahumanu" },                               /* okina */
  { "José Muñoz", "jose munoz" },
  { "Jose\xcc\x81", "jose" }, /* the accent as a letter of its own */
  { "Zoë Ångström", "zoe angstrom" },
  { "Nguyễn Thị Hồng", "nguyen thi hong" },
  { "Straße STRASSE STRAẞE", "strasse strasse strasse" },
  { "Łukasz Żółć", "lukasz zolc" },
  { "Søren Ærø", "soren aero" },
  { "Đặng Þór Guðrún", "dang thor gudrun" },
  { "Œuvre Ħal", "oeuvre hal" },
  { "İlkay IRMAK ırmak ilkay", "ilkay irmak irmak ilkay" },
  { "ﬁ Ⅳ", "fi iv" },
  { "ΣΊΣΥΦΟΣ", "σισυφοσ" },
  { "Сергей Ёлкин", "сергеи елкин" },
  { "مُحَمَّد", "محمد" },
  { "أحمد فاطمة", "احمد فاطمه" },
  { "علی\xe2\x80\x8c" "رضا", "عليرضا" }, /* Persian yeh, zero-width non-joiner */
  { "कि", "कि" },                        /* a vowel sign is no accent */
  { "김민준", "김민준" },
  { "王小明", "王小明" },
  { "3b, (Year 7)", "3b year 7" },
  { "---", "" },
};

static void
check_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = pz_search_fold (rows[i].text);
      g_autofree char *expected = g_utf8_normalize (rows[i].folded, -1, G_NORMALIZE_ALL);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (folded, ==, expected);
    }
}

static void
test_folds_names (void)
{
  check_rows ();
}

static void
test_same_in_turkish_locale (void)
{
  if (setlocale (LC_ALL, "tr_TR.UTF-8") == NULL)
    {
      g_test_skip ("no Turkish locale");
      return;
    }
  check_rows ();
  setlocale (LC_ALL, "C");
}

static void
test_folding_twice_changes_nothing (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *once = pz_search_fold (rows[i].text), *twice = pz_search_fold (once);

      g_assert_cmpstr (once, ==, twice);
    }
}

/* Latin letters go a quicker way than texts in which others stand. */
static void
test_quick_way_agrees_with_the_thorough_one (void)
{
  for (gunichar letter = 0x20; letter < 0x2000; letter++)
    {
      char text[8] = { 0 };
      g_autofree char *inside = NULL, *mixed = NULL, *quick = NULL, *thorough = NULL, *expected = NULL;

      g_unichar_to_utf8 (letter, text);
      inside = g_strdup_printf ("a%sb", text);
      mixed = g_strdup_printf ("a%sb王", text);
      quick = pz_search_fold (inside);
      thorough = pz_search_fold (mixed);
      expected = g_strdup_printf ("%s王", quick);
      g_test_message ("letter U+%04X", letter);
      g_assert_cmpstr (thorough, ==, expected);
    }
}

static void
test_takes_bytes_that_are_no_text (void)
{
  g_autofree char *folded = pz_search_fold ("No\xff\xc3or");

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_true (g_str_has_prefix (folded, "no"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/search-fold/folds-names", test_folds_names);
  g_test_add_func ("/core/search-fold/same-in-turkish-locale", test_same_in_turkish_locale);
  g_test_add_func ("/core/search-fold/folding-twice-changes-nothing", test_folding_twice_changes_nothing);
  g_test_add_func ("/core/search-fold/quick-way-agrees-with-the-thorough-one",
                   test_quick_way_agrees_with_the_thorough_one);
  g_test_add_func ("/core/search-fold/takes-bytes-that-are-no-text", test_takes_bytes_that_are_no_text);
  return g_test_run ();
}

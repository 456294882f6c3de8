/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sheet-text.h"

#include <pango/pangocairo.h>

/* fonts of a page in that direction; the caller unrefs texts */
static PzSheetFonts
make_fonts (PangoDirection direction)
{
  PangoContext *like = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PzSheetFonts fonts = { .size = 12 };

  pango_context_set_base_dir (like, direction);
  fonts.texts = pz_sheet_make_context (like, 12);
  g_object_unref (like);
  return fonts;
}

static void
test_is_measured_in_points (void)
{
  PzSheetFonts fonts = make_fonts (PANGO_DIRECTION_LTR);
  g_autoptr(PangoLayout) small = pz_sheet_make_text (&fonts, "Name", 10, FALSE, 500);
  g_autoptr(PangoLayout) large = pz_sheet_make_text (&fonts, "Name", 20, TRUE, 500);

  g_assert_cmpfloat (pz_sheet_get_height (small), >, 9);
  g_assert_cmpfloat (pz_sheet_get_height (small), <, 20);
  g_assert_cmpfloat_with_epsilon (pz_sheet_get_height (large), 2 * pz_sheet_get_height (small), 0.1);
  g_object_unref (fonts.texts);
}

static void
test_is_one_paragraph (void)
{
  PzSheetFonts fonts = make_fonts (PANGO_DIRECTION_LTR);
  g_autoptr(PangoLayout) layout = pz_sheet_make_text (&fonts, " one\n\ntwo\u2028three ", 12, FALSE, 500);

  g_assert_cmpstr (pango_layout_get_text (layout), ==, "one two three");
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 1);
  g_object_unref (fonts.texts);
}

static void
test_begins_where_the_page_does (void)
{
  const PangoDirection pages[] = { PANGO_DIRECTION_LTR, PANGO_DIRECTION_RTL };
  const char *const texts[] = { "Amina", "محمد", "12" };

  for (gsize p = 0; p < G_N_ELEMENTS (pages); p++)
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        PzSheetFonts fonts = make_fonts (pages[p]);
        g_autoptr(PangoLayout) layout = pz_sheet_make_text (&fonts, texts[i], 12, FALSE, 300);
        PangoRectangle rect;

        pango_layout_get_extents (layout, NULL, &rect);
        if (pages[p] == PANGO_DIRECTION_LTR)
          g_assert_cmpint (rect.x, ==, 0);
        else
          g_assert_cmpint (ABS (rect.x + rect.width - 300 * PANGO_SCALE), <=, PANGO_SCALE);
        g_object_unref (fonts.texts);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/sheet-text/is-measured-in-points", test_is_measured_in_points);
  g_test_add_func ("/report/sheet-text/is-one-paragraph", test_is_one_paragraph);
  g_test_add_func ("/report/sheet-text/begins-where-the-page-does", test_begins_where_the_page_does);
  return g_test_run ();
}

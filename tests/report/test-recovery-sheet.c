/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-recovery-sheet.h"

#include <pango/pangocairo.h>

#define PASSPHRASE "abcde-fghjk-mnpqr-stuvw-xyz23"
#define WIDTH 523.0

static PzRecoverySheet *
lay_out (const PzRecoveryFacts *facts,
         PangoDirection         direction)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PzRecoverySheet *sheet;

  pango_context_set_base_dir (context, direction);
  sheet = pz_recovery_sheet_new (facts, context, WIDTH);
  g_object_unref (context);
  return sheet;
}

static const PzSheetText *
find (const PzRecoverySheet *sheet,
      const char            *text)
{
  for (guint i = 0; i < sheet->texts->len; i++)
    if (g_str_equal (pango_layout_get_text (g_array_index (sheet->texts, PzSheetText, i).layout), text))
      return &g_array_index (sheet->texts, PzSheetText, i);
  return NULL;
}

static void
test_has_all_that_is_asked_for (void)
{
  const PzRecoveryFacts facts = { "5b <&> %s", "https://files.school.example/dav/", "Class 5b (sample)", "ada", PASSPHRASE };
  g_autoptr(PzRecoverySheet) sheet = lay_out (&facts, PANGO_DIRECTION_LTR);

  g_assert_nonnull (find (sheet, "5b <&> %s"));
  g_assert_nonnull (find (sheet, "https://files.school.example/dav/"));
  g_assert_nonnull (find (sheet, "Class 5b (sample)"));
  g_assert_nonnull (find (sheet, "ada"));
  g_assert_nonnull (find (sheet, PASSPHRASE));
}

/* a server without accounts, and an address that has no folder of its own */
static void
test_says_nothing_of_what_is_not_there (void)
{
  const PzRecoveryFacts facts = { "5b", "https://files.school.example/", "", NULL, PASSPHRASE };
  g_autoptr(PzRecoverySheet) sheet = lay_out (&facts, PANGO_DIRECTION_LTR);

  g_assert_nonnull (find (sheet, "https://files.school.example/"));
  g_assert_null (find (sheet, "Folder"));
  g_assert_null (find (sheet, "User name"));
}

/* the passphrase on one line within its frame, one text below the other, all on a page of A4 */
static void
test_is_in_order (void)
{
  g_autofree char *long_name = g_strnfill (300, 'W');
  const PzRecoveryFacts facts = { long_name, "https://files.school.example/dav/", "5b", "ada", PASSPHRASE };
  const PangoDirection directions[] = { PANGO_DIRECTION_LTR, PANGO_DIRECTION_RTL };

  for (gsize d = 0; d < G_N_ELEMENTS (directions); d++)
    {
      g_autoptr(PzRecoverySheet) sheet = lay_out (&facts, directions[d]);
      const PzSheetText *passphrase = find (sheet, PASSPHRASE);
      double bottom = 0;

      g_assert_cmpint (pango_layout_get_line_count (passphrase->layout), ==, 1);
      g_assert_cmpfloat (passphrase->y, >, sheet->box_y);
      g_assert_cmpfloat (passphrase->y + pz_sheet_get_height (passphrase->layout), <, sheet->box_y + sheet->box_height);
      for (guint i = 0; i < sheet->texts->len; i++)
        {
          const PzSheetText *text = &g_array_index (sheet->texts, PzSheetText, i);

          g_assert_cmpfloat (text->y, >=, bottom);
          bottom = text->y + pz_sheet_get_height (text->layout);
        }
      g_assert_cmpfloat (bottom, <=, sheet->height + 0.01);
      g_assert_cmpfloat (sheet->height, <, 770);
    }
}

static gboolean
is_dark (cairo_surface_t *surface,
         int              x,
         int              y)
{
  const guchar *pixel = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x;

  return pixel[0] < 200;
}

static void
test_draws_the_frame_and_what_is_in_it (void)
{
  const PzRecoveryFacts facts = { "5b", "https://files.school.example/dav/", "5b", "ada", PASSPHRASE };
  g_autoptr(PzRecoverySheet) sheet = lay_out (&facts, PANGO_DIRECTION_LTR);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) WIDTH, (int) sheet->height);
  cairo_t *cr = cairo_create (surface);
  int middle = (int) (sheet->box_y + sheet->box_height / 2);
  guint n_dark = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  pz_recovery_sheet_draw (sheet, cr);
  cairo_surface_flush (surface);
  g_assert_true (is_dark (surface, 0, middle));
  g_assert_true (is_dark (surface, (int) WIDTH - 1, middle));
  for (int x = 10; x < 400; x++)
    n_dark += is_dark (surface, x, middle);
  g_assert_cmpuint (n_dark, >, 20);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recovery-sheet/has-all-that-is-asked-for", test_has_all_that_is_asked_for);
  g_test_add_func ("/recovery-sheet/says-nothing-of-what-is-not-there", test_says_nothing_of_what_is_not_there);
  g_test_add_func ("/recovery-sheet/is-in-order", test_is_in_order);
  g_test_add_func ("/recovery-sheet/draws-the-frame-and-what-is-in-it", test_draws_the_frame_and_what_is_in_it);
  return g_test_run ();
}

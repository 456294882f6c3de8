/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-palette-row.h"
#include "pz-swatch.h"
#include "ui-fixture.h"

#include <math.h>

/* how bright a colour is to the eye: WCAG 2.1, relative luminance */
static double
get_luminance (const GdkRGBA *colour)
{
  const float parts[] = { colour->red, colour->green, colour->blue };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double part = (double) parts[i];

      sum += weights[i] * (part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }
  return sum;
}

static void
test_contrast (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pz_look_colours); i++)
    {
      GdkRGBA colour;

      g_assert_true (gdk_rgba_parse (&colour, pz_look_colours[i].value));
      g_test_message ("%s", pz_look_colours[i].word);
      g_assert_cmpfloat (1.05 / (get_luminance (&colour) + 0.05), >=, 4.5);
    }
}

static void
test_icons_exist (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  for (gsize i = 0; i < G_N_ELEMENTS (pz_look_icons); i++)
    {
      g_test_message ("%s", pz_look_icons[i].value);
      g_assert_true (gtk_icon_theme_has_icon (theme, pz_look_icons[i].value));
    }
}

static GtkToggleButton *
get_toggle (GtkWidget *row,
            guint      n)
{
  return GTK_TOGGLE_BUTTON (ui_find (row, GTK_TYPE_TOGGLE_BUTTON, n));
}

static void
test_chooses (UiFixture     *fixture,
              gconstpointer  data)
{
  g_autoptr(PzDraft) draft = pz_draft_new (fixture->environment, PZ_RECORD_LEVEL);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *colours = pz_palette_row_new (draft->record, PZ_LEVEL_COLOUR);
  GtkWidget *icons = pz_palette_row_new (draft->record, PZ_LEVEL_ICON);
  GtkWidget *window;

  gtk_list_box_append (GTK_LIST_BOX (list), colours);
  gtk_list_box_append (GTK_LIST_BOX (list), icons);
  window = ui_present (list, 480, 300);
  gtk_toggle_button_set_active (get_toggle (colours, 2), TRUE);
  gtk_toggle_button_set_active (get_toggle (icons, 0), TRUE);
  g_assert_cmpstr (pz_record_get_text (draft->record, PZ_LEVEL_COLOUR), ==, pz_look_colours[2].value);
  g_assert_cmpstr (pz_record_get_text (draft->record, PZ_LEVEL_ICON), ==, pz_look_icons[0].value);
  gtk_toggle_button_set_active (get_toggle (colours, 4), TRUE);
  g_assert_false (gtk_toggle_button_get_active (get_toggle (colours, 2))); /* one at a time */
  gtk_toggle_button_set_active (get_toggle (colours, 4), FALSE);
  g_assert_null (pz_record_get_text (draft->record, PZ_LEVEL_COLOUR));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_keeps_what_it_does_not_know (UiFixture     *fixture,
                                  gconstpointer  data)
{
  g_autoptr(PzDraft) draft = pz_draft_new (fixture->environment, PZ_RECORD_LEVEL);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row, *window;

  pz_record_set_text (draft->record, PZ_LEVEL_COLOUR, "#123456");
  row = pz_palette_row_new (draft->record, PZ_LEVEL_COLOUR);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = ui_present (list, 480, 200);
  g_assert_true (gtk_toggle_button_get_active (get_toggle (row, G_N_ELEMENTS (pz_look_colours))));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/level-looks/white-stands-out-on-every-colour", test_contrast);
  g_test_add_func ("/ui/level-looks/every-symbol-is-there", test_icons_exist);
  g_test_add ("/ui/level-looks/one-of-each-is-chosen", UiFixture, NULL, ui_fixture_set_up, test_chooses, ui_fixture_tear_down);
  g_test_add ("/ui/level-looks/keeps-a-colour-of-others", UiFixture, NULL, ui_fixture_set_up,
              test_keeps_what_it_does_not_know, ui_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}

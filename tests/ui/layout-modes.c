/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-modes.h"

#include "layout-check.h"
#include "pz-window-private.h"

const LayoutMode layout_modes[LAYOUT_MODES] = {
  { "wide", 1100, 720, 96, GTK_TEXT_DIR_LTR },
  { "narrow", 360, 640, 96, GTK_TEXT_DIR_LTR },
  { "rtl", 1100, 720, 96, GTK_TEXT_DIR_RTL },
  { "narrow-rtl", 360, 640, 96, GTK_TEXT_DIR_RTL },
  { "large", 1300, 900, 192, GTK_TEXT_DIR_LTR },
  { "large-narrow", 720, 1000, 192, GTK_TEXT_DIR_LTR },
};

const LayoutName layout_names[LAYOUT_NAMES] = {
  { "Bartholomew Alexander Maximilian Jean-Baptiste", "von und zu Hohenlohe-Waldenburg-Schillingsfürst de la Vega" },
  { "Tom & Ann", "<b>Bold</b> %n%s" },
  { "سارة", "עברית-Français" },
  { "A\xcc\x81\xcc\x82\xcc\x83\xcc\x84 e\xcc\xa3\xcc\xa4", "Z\xcd\x91\xcd\xab" },
  { "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "y" },
  { NULL, "OnlyFamily" },
  { NULL, NULL },
};

/* For the windows that are opened from now on. */
void
layout_enter (gsize mode)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", layout_modes[mode].dpi * 1024, NULL);
  gtk_widget_set_default_direction (layout_modes[mode].direction);
}

/* The window of the application on the class of the fixture. */
PzWindow *
layout_open (UiFixture *fixture,
             gsize      mode)
{
  PzWindow *window;

  layout_enter (mode);
  window = PZ_WINDOW (pz_window_new (NULL, fixture->environment));
  gtk_window_set_default_size (GTK_WINDOW (window), layout_modes[mode].width, layout_modes[mode].height);
  pz_window_show_class (window, fixture->classroom, NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

/* Back to the first mode. */
void
layout_close (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  layout_enter (0);
  ui_settle ();
}

/* rows that were just made stand one upon the other until the next frame */
static gboolean
has_no_fault (gpointer window)
{
  g_autoptr(GPtrArray) faults = layout_find_faults (window);

  return faults->len == 0;
}

/* No text is cut or drawn over another once the page has come to rest. */
void
layout_assert_fits (GtkWidget  *window,
                    const char *page,
                    gsize       mode)
{
  g_autoptr(GPtrArray) faults = NULL;

  ui_settle ();
  gtk_test_widget_wait_for_draw (window);
  ui_settle ();
  if (ui_wait (has_no_fault, window))
    return;
  faults = layout_find_faults (window);
  for (guint i = 0; i < faults->len; i++)
    g_printerr ("# %s, %s: %s\n", page, layout_modes[mode].name, (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

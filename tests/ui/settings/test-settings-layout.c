/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-check.h"
#include "pz-class-settings-window.h"
#include "pz-closed-days-dialog.h"
#include "pz-position.h"
#include "pz-preferences-window.h"
#include "pz-record-dialog.h"
#include "ui-fixture.h"

#define LONG_NAME "Dampfschifffahrtsgesellschaftskapitänsmützen & <b>x</b> %s"

/* How somebody may look at a page: size in px, dots per inch of the font (192 is 200 %), direction. */
static const struct
{
  const char *name;
  int width;
  int height;
  int dpi;
  GtkTextDirection direction;
} modes[] = {
  { "wide", 860, 620, 96, GTK_TEXT_DIR_LTR },
  { "narrow", 360, 640, 96, GTK_TEXT_DIR_LTR },
  { "rtl", 860, 620, 96, GTK_TEXT_DIR_RTL },
  { "large", 1300, 900, 192, GTK_TEXT_DIR_LTR },
  { "large-narrow", 720, 1000, 192, GTK_TEXT_DIR_LTR },
};

static const PzRecordType types[] = { PZ_RECORD_LEVEL, PZ_RECORD_LENS, PZ_RECORD_MEASURE, PZ_RECORD_STRATEGY, PZ_RECORD_TEMPLATE };

static void
enter_mode (gsize mode)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", modes[mode].dpi * 1024, NULL);
  gtk_widget_set_default_direction (modes[mode].direction);
}

static void
assert_fits (GtkWidget  *window,
             const char *page,
             gsize       mode)
{
  g_autoptr(GPtrArray) faults = NULL;

  ui_settle ();
  gtk_test_widget_wait_for_draw (window);
  ui_settle ();
  g_test_message ("%s, %s", page, modes[mode].name);
  g_assert_cmpint (gtk_widget_get_width (window), <=, modes[mode].width);
  faults = layout_find_faults (window);
  for (guint i = 0; i < faults->len; i++)
    g_printerr ("# %s, %s: %s\n", page, modes[mode].name, (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
present (GtkWidget *window,
         gsize      mode)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (window), MIN (MAX (width, 360), modes[mode].width), MIN (height, modes[mode].height));
  gtk_window_present (GTK_WINDOW (window));
}

static void
fill (UiFixture *fixture)
{
  PzDocument *document = pz_classroom_get_document (fixture->classroom);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      PzRecord *record = pz_document_add (document, types[i]);

      pz_record_set_text (record, (guint) pz_schema_find_field (types[i], "name"), LONG_NAME);
      pz_position_append (document, record);
      if (types[i] == PZ_RECORD_TEMPLATE)
        pz_record_set_text (record, PZ_TEMPLATE_KIND, "phrase");
      if (types[i] == PZ_RECORD_LENS)
        pz_record_set_add (record, PZ_LENS_VALUES, LONG_NAME);
    }
  pz_record_set_add (pz_document_get_owner (document), PZ_CLASSROOM_CLOSED_DAYS, "2026-12-21/2027-01-08");
  ui_save (fixture->classroom);
}

static void
test_pages (UiFixture     *fixture,
            gconstpointer  data)
{
  fill (fixture);
  for (gsize mode = 0; mode < G_N_ELEMENTS (modes); mode++)
    {
      GtkWidget *window;

      enter_mode (mode);
      window = pz_class_settings_window_new (fixture->classroom);
      present (window, mode);
      assert_fits (window, "list", mode);
      for (guint i = 0; i < pz_class_settings_window_get_n (); i++)
        {
          pz_class_settings_window_show (PZ_CLASS_SETTINGS_WINDOW (window), pz_class_settings_window_get_name (i));
          assert_fits (window, pz_class_settings_window_get_name (i), mode);
        }
      gtk_window_destroy (GTK_WINDOW (window));
      ui_settle ();
    }
  enter_mode (0);
}

static void
test_dialogs (UiFixture     *fixture,
              gconstpointer  data)
{
  fill (fixture);
  for (gsize mode = 0; mode < G_N_ELEMENTS (modes); mode++)
    for (gsize i = 0; i < G_N_ELEMENTS (types) + 2; i++)
      {
        GtkWidget *window;
        g_autoptr(GPtrArray) records = NULL;

        enter_mode (mode);
        if (i < G_N_ELEMENTS (types))
          {
            records = pz_position_list (pz_classroom_get_document (fixture->classroom), types[i]);
            window = pz_record_dialog_new (fixture->classroom, types[i], records->pdata[0]);
          }
        else
          window = i == G_N_ELEMENTS (types) ? pz_closed_days_dialog_new (fixture->classroom)
                                             : pz_preferences_window_new (fixture->environment);
        present (window, mode);
        assert_fits (window, gtk_window_get_title (GTK_WINDOW (window)), mode);
        gtk_window_destroy (GTK_WINDOW (window));
        ui_settle ();
      }
  enter_mode (0);
}

/* as the application does, which finds it by its resource path */
static void
load_style (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/example/Personalize/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
add_tests (void)
{
  load_style ();
  g_test_add ("/ui/settings-layout/pages-fit", UiFixture, NULL, ui_fixture_set_up, test_pages, ui_fixture_tear_down);
  g_test_add ("/ui/settings-layout/dialogs-fit", UiFixture, NULL, ui_fixture_set_up, test_dialogs, ui_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-check.h"
#include "pz-class-dialog.h"
#include "pz-learner.h"
#include "pz-trash-window.h"
#include "pz-window.h"
#include "ui-fixture.h"

/* Names nobody wants in a layout, and everybody has in a school. */
static const struct
{
  const char *given;
  const char *family;
} hostile[] = {
  { "Bartholomew Alexander Maximilian Jean-Baptiste", "von und zu Hohenlohe-Waldenburg-Schillingsfürst de la Vega" },
  { "Tom & Ann", "<b>Bold</b> %n%s" },
  { "سارة", "עברית-Français" },
  { "A\xcc\x81\xcc\x82\xcc\x83\xcc\x84 e\xcc\xa3\xcc\xa4", "Z\xcd\x91\xcd\xab" },
  { "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "y" },
  { NULL, "OnlyFamily" },
  { NULL, NULL },
};

/* How somebody may look at a page. */
static const struct
{
  const char *name;
  int width;
  int height;
  int dpi; /* of the font; 96 is as usual, 192 is 200 % */
  GtkTextDirection direction;
} modes[] = {
  { "wide", 1100, 720, 96, GTK_TEXT_DIR_LTR },
  { "narrow", 360, 640, 96, GTK_TEXT_DIR_LTR },
  { "rtl", 1100, 720, 96, GTK_TEXT_DIR_RTL },
  { "narrow-rtl", 360, 640, 96, GTK_TEXT_DIR_RTL },
  { "large", 1300, 900, 192, GTK_TEXT_DIR_LTR },
  { "large-narrow", 720, 1000, 192, GTK_TEXT_DIR_LTR },
};

static void
assert_no_fault (GtkWidget  *window,
                 const char *page,
                 const char *mode)
{
  g_autoptr(GPtrArray) faults = NULL;

  ui_settle ();
  gtk_test_widget_wait_for_draw (window);
  ui_settle ();
  faults = layout_find_faults (window);
  for (guint i = 0; i < faults->len; i++)
    g_printerr ("# %s, %s: %s\n", page, mode, (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
enter_mode (gsize mode)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", modes[mode].dpi * 1024, NULL);
  gtk_widget_set_default_direction (modes[mode].direction);
}

static PzWindow *
open_window (UiFixture *fixture,
             gsize      mode)
{
  PzWindow *window;

  enter_mode (mode);
  window = PZ_WINDOW (pz_window_new (NULL, fixture->environment));
  gtk_window_set_default_size (GTK_WINDOW (window), modes[mode].width, modes[mode].height);
  pz_window_show_class (window, fixture->classroom, NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  enter_mode (0);
  ui_settle ();
}

static void
add_hostile (UiFixture     *fixture,
             gconstpointer  names)
{
  ui_fixture_set_up (fixture, names);
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *id = ui_add_learner (fixture->classroom, hostile[i].given, hostile[i].family);
      g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
      PzRecord *learner = pz_document_get_owner (document);

      pz_record_set_add (learner, PZ_LEARNER_STRENGTHS, "Ein sehr langes Wort: Donaudampfschifffahrtsgesellschaftskapitän");
      pz_record_set_add (learner, PZ_LEARNER_NEEDS, "<b>x</b> & %s");
      pz_record_set_add (learner, PZ_LEARNER_HOME_LANGUAGES, "العربية");
    }
  ui_save (fixture->classroom);
}

static void
test_learners_fit (UiFixture     *fixture,
                   gconstpointer  names)
{
  for (gsize mode = 0; mode < G_N_ELEMENTS (modes); mode++)
    {
      PzWindow *window = open_window (fixture, mode);
      PzLearnersView *view = pz_window_get_learners_view (window);
      PzIndex *index = pz_classroom_get_index (fixture->classroom);

      assert_no_fault (GTK_WIDGET (window), "list", modes[mode].name);
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
        {
          pz_learners_view_show (view, pz_index_peek_id (index, i));
          assert_no_fault (GTK_WIDGET (window), "learner", modes[mode].name);
        }
      close_window (GTK_WIDGET (window));
    }
}

static void
check_dialog (UiFixture  *fixture,
              const char *page,
              GtkWidget *(*create) (UiFixture *fixture))
{
  for (gsize mode = 0; mode < G_N_ELEMENTS (modes); mode++)
    {
      GtkWidget *dialog;
      int width, height;

      enter_mode (mode);
      dialog = create (fixture);
      gtk_window_get_default_size (GTK_WINDOW (dialog), &width, &height);
      gtk_window_set_default_size (GTK_WINDOW (dialog), MIN (width, modes[mode].width), MIN (height, modes[mode].height));
      gtk_window_present (GTK_WINDOW (dialog));
      gtk_test_widget_wait_for_draw (dialog);
      g_assert_cmpint (gtk_widget_get_width (dialog), <=, modes[mode].width);
      assert_no_fault (dialog, page, modes[mode].name);
      close_window (dialog);
    }
}

static GtkWidget *
create_class_dialog (UiFixture *fixture)
{
  return pz_class_dialog_new (fixture->environment);
}

static GtkWidget *
create_trash (UiFixture *fixture)
{
  return pz_trash_window_new (fixture->classroom);
}

static void
test_dialogs_fit (UiFixture     *fixture,
                  gconstpointer  names)
{
  const char *ids[] = { NULL, NULL };
  g_autoptr(GError) error = NULL;

  ids[0] = pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 0);
  pz_classroom_delete (fixture->classroom, ids, "Deletion", &error);
  g_assert_no_error (error);
  check_dialog (fixture, "new class", create_class_dialog);
  check_dialog (fixture, "trash", create_trash);
}

static void
add_tests (void)
{
#define ADD(path, names, test) g_test_add (path, UiFixture, names, add_hostile, test, ui_fixture_tear_down)
  ADD ("/ui/layout/learners-fit", "Amina Yusuf", test_learners_fit);
  ADD ("/ui/layout/dialogs-fit", NULL, test_dialogs_fit);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}

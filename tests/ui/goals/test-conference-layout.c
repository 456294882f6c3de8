/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goal-fixture.h"
#include "layout-check.h"
#include "pz-check-in.h"
#include "pz-conference-card.h"
#include "pz-conference-page.h"
#include "pz-view.h"

#include <math.h>

#define LONG_WORD "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde"

/* How somebody may look at the page: size in px, dots per inch of the font (192 is 200 %), direction. */
static const struct
{
  const char *name;
  int width;
  int height;
  int dpi;
  GtkTextDirection direction;
} modes[] = {
  { "wide", 1100, 720, 96, GTK_TEXT_DIR_LTR },
  { "narrow", 360, 640, 96, GTK_TEXT_DIR_LTR },
  { "rtl", 1100, 720, 96, GTK_TEXT_DIR_RTL },
  { "narrow-rtl", 360, 640, 96, GTK_TEXT_DIR_RTL },
  { "large", 1300, 900, 192, GTK_TEXT_DIR_LTR },
  { "large-narrow", 720, 1000, 192, GTK_TEXT_DIR_LTR },
};

/* names nobody wants in a layout, and everybody has in a school */
static const struct
{
  const char *given;
  const char *family;
} hostile[] = {
  { "Amina", "Yusuf" },
  { "Bartholomew Alexander Maximilian Jean-Baptiste", "von und zu Hohenlohe-Waldenburg-Schillingsfürst de la Vega" },
  { "Tom & Ann", "<b>Bold</b> %n%s" },
  { "سارة", "עברית-Français" },
  { "A\xcc\x81\xcc\x82\xcc\x83\xcc\x84 e\xcc\xa3\xcc\xa4", "Z\xcd\x91\xcd\xab" },
  { LONG_WORD LONG_WORD, "y" },
  { NULL, NULL },
};

static void
enter_mode (gsize mode)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", modes[mode].dpi * 1024, NULL);
  gtk_widget_set_default_direction (modes[mode].direction);
}

static void
assert_fits (GtkWidget *window,
             gsize      mode)
{
  g_autoptr(GPtrArray) faults = NULL;

  ui_settle ();
  gtk_test_widget_wait_for_draw (window);
  ui_settle ();
  faults = layout_find_faults (window);
  for (guint i = 0; i < faults->len; i++)
    g_printerr ("# conference, %s: %s\n", modes[mode].name, (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpint (gtk_widget_get_width (window), <=, modes[mode].width);
}

static GtkWidget *
open_page (UiFixture   *ui,
           GoalFixture *goal,
           gsize        mode)
{
  GtkWidget *page;

  enter_mode (mode);
  page = pz_conference_page_new (ui->classroom, goal->learner);
  pz_view_set_leading (PZ_VIEW (page), modes[mode].width < 500);
  return ui_present (page, modes[mode].width, modes[mode].height);
}

static void
close_page (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  enter_mode (0);
  ui_settle ();
}

/* a goal and words without a place to break a line, and a goal that was never measured */
static void
make_hostile (GoalFixture *goal)
{
  const PzCheckInDraft draft = { PZ_CHECK_IN_IS_SELF, "2026-11-20", LONG_WORD " <b>x</b> & سارة", NAN, goal->id };

  pz_record_set_text (goal->goal, PZ_GOAL_BEHAVIOUR, "liest <b>" LONG_WORD "</b> & mehr");
  pz_record_set_text (goal->measure, PZ_MEASURE_UNIT, "Wörter in jeder einzelnen Minute");
  pz_check_in_add (goal->learner, &draft);
  pz_record_set_text (pz_document_add (goal->learner, PZ_RECORD_GOAL), PZ_GOAL_TITLE, "Nothing measured yet");
}

static void
test_fits_in_every_mode (UiFixture     *ui,
                         gconstpointer  names)
{
  GoalFixture goal;

  goal_fixture_load (&goal, ui);
  make_hostile (&goal);
  for (gsize name = 0; name < G_N_ELEMENTS (hostile); name++)
    {
      PzRecord *learner = pz_document_get_owner (goal.learner);

      pz_record_set_text (learner, PZ_LEARNER_GIVEN_NAME, hostile[name].given);
      pz_record_set_text (learner, PZ_LEARNER_FAMILY_NAME, hostile[name].family);
      for (gsize mode = 0; mode < G_N_ELEMENTS (modes); mode++)
        {
          GtkWidget *window = open_page (ui, &goal, mode);

          assert_fits (window, mode);
          close_page (window);
        }
    }
  pz_record_set_text (pz_document_get_owner (goal.learner), PZ_LEARNER_GIVEN_NAME, "Amina");
  goal_fixture_unload (&goal, ui);
}

static void
test_fits_without_goals (UiFixture     *ui,
                         gconstpointer  names)
{
  GoalFixture goal;

  goal_fixture_load (&goal, ui);
  pz_record_set_text (goal.goal, PZ_GOAL_STATE, "paused");
  for (gsize mode = 0; mode < G_N_ELEMENTS (modes); mode++)
    {
      GtkWidget *window = open_page (ui, &goal, mode);

      assert_fits (window, mode);
      close_page (window);
    }
  goal_fixture_unload (&goal, ui);
}

/* more than can be kept: it is said below the field, which does not grow without end */
static void
test_fits_when_too_much_is_typed (UiFixture     *ui,
                                  gconstpointer  names)
{
  g_autoptr(GString) endless = g_string_new (NULL);
  GoalFixture goal;
  GtkWidget *window, *text;

  while (endless->len <= 20000)
    g_string_append (endless, "So viele Zeilen hat nur, wer alles sagt.\n");
  goal_fixture_load (&goal, ui);
  window = open_page (ui, &goal, 1);
  text = pz_conference_card_get_text (PZ_CONFERENCE_CARD (ui_find (window, PZ_TYPE_CONFERENCE_CARD, 0)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), endless->str, -1);
  assert_fits (window, 1);
  g_assert_cmpint (gtk_widget_get_height (gtk_widget_get_parent (text)), <, modes[1].height);
  close_page (window);
  goal_fixture_unload (&goal, ui);
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add ("/ui/conference-layout/" path, UiFixture, "Amina Yusuf", ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("fits-in-every-mode", test_fits_in_every_mode);
  ADD ("fits-without-goals", test_fits_without_goals);
  ADD ("fits-when-too-much-is-typed", test_fits_when_too_much_is_typed);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}

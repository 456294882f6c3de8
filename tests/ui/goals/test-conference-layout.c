/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goal-fixture.h"
#include "layout-modes.h"
#include "pz-check-in.h"
#include "pz-conference-card.h"
#include "pz-conference-page.h"
#include "pz-view.h"

#include <math.h>

#define LONG_WORD "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde"

static GtkWidget *
open_page (UiFixture   *ui,
           GoalFixture *goal,
           gsize        mode)
{
  GtkWidget *page;

  layout_enter (mode);
  page = pz_conference_page_new (ui->classroom, goal->learner);
  pz_view_set_leading (PZ_VIEW (page), layout_modes[mode].width < 500);
  return ui_present (page, layout_modes[mode].width, layout_modes[mode].height);
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
  for (gsize name = 0; name < LAYOUT_NAMES; name++)
    {
      PzRecord *learner = pz_document_get_owner (goal.learner);

      pz_record_set_text (learner, PZ_LEARNER_GIVEN_NAME, layout_names[name].given);
      pz_record_set_text (learner, PZ_LEARNER_FAMILY_NAME, layout_names[name].family);
      for (gsize mode = 0; mode < LAYOUT_MODES; mode++)
        {
          GtkWidget *window = open_page (ui, &goal, mode);

          layout_assert_fits (window, "conference", mode);
      g_assert_cmpint (gtk_widget_get_width (window), <=, layout_modes[mode].width);
          layout_close (window);
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
  for (gsize mode = 0; mode < LAYOUT_MODES; mode++)
    {
      GtkWidget *window = open_page (ui, &goal, mode);

      layout_assert_fits (window, "conference", mode);
          g_assert_cmpint (gtk_widget_get_width (window), <=, layout_modes[mode].width);
      layout_close (window);
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
  layout_assert_fits (window, "conference", 1);
  g_assert_cmpint (gtk_widget_get_height (gtk_widget_get_parent (text)), <, layout_modes[1].height);
  layout_close (window);
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

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conference-fixture.h"

#include "pz-sheet-cell.h"

#include <pango/pangocairo.h>

#define WIDTH 400.0
#define LONG "reads a text nobody has read before, in front of the whole class, without stopping at long words, without " \
             "guessing, and says afterwards in two sentences what it was about and why somebody else should read it, too"

typedef struct
{
  ConferenceFixture base;
  PzConference *conference; /* one goal */
  PzSheetFonts fonts;
  PzSheetCell cell;
} Fixture;

/* what the learner said: (nullable) */
static void
set_up (Fixture       *self,
        gconstpointer  words)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  conference_fixture_set_up (&self->base);
  self->conference = conference_fixture_make (&self->base, 1, LONG, words);
  self->fonts.texts = pz_sheet_make_context (context, 11);
  self->fonts.charts = pz_sheet_make_context (context, 9);
  self->fonts.size = 11;
  pz_sheet_cell_init (&self->cell, self->conference->goals->pdata[0], &self->fonts, WIDTH);
  g_object_unref (context);
}

static void
tear_down (Fixture       *self,
           gconstpointer  words)
{
  pz_sheet_cell_clear (&self->cell);
  for (guint i = 0; i < G_N_ELEMENTS (self->cell.texts); i++)
    g_assert_null (self->cell.texts[i]);
  pz_conference_free (self->conference);
  g_object_unref (self->fonts.texts);
  g_object_unref (self->fonts.charts);
  conference_fixture_tear_down (&self->base);
}

static PzConferenceSheet *
make_sheet (void)
{
  PzConferenceSheet *sheet = g_new0 (PzConferenceSheet, 1);

  sheet->texts = g_array_new (FALSE, FALSE, sizeof (PzSheetText));
  sheet->charts = g_array_new (FALSE, FALSE, sizeof (PzSheetChart));
  sheet->rules = g_array_new (FALSE, FALSE, sizeof (PzSheetRule));
  return sheet;
}

static void
free_sheet (PzConferenceSheet *sheet)
{
  for (guint i = 0; i < sheet->texts->len; i++)
    g_object_unref (g_array_index (sheet->texts, PzSheetText, i).layout);
  for (guint i = 0; i < sheet->charts->len; i++)
    pz_chart_free (g_array_index (sheet->charts, PzSheetChart, i).chart);
  g_array_unref (sheet->texts);
  g_array_unref (sheet->charts);
  g_array_unref (sheet->rules);
  g_free (sheet);
}

static double
get_bottom (const PzConferenceSheet *sheet)
{
  double bottom = 0;

  for (guint i = 0; i < sheet->texts->len; i++)
    {
      const PzSheetText *text = &g_array_index (sheet->texts, PzSheetText, i);

      bottom = MAX (bottom, text->y + pz_sheet_get_height (text->layout));
    }
  for (guint i = 0; i < sheet->rules->len; i++)
    bottom = MAX (bottom, g_array_index (sheet->rules, PzSheetRule, i).y);
  return bottom;
}

static void
test_shows_the_goal (Fixture       *self,
                     gconstpointer  words)
{
  const PzConferenceGoal *goal = self->conference->goals->pdata[0];

  g_assert_cmpstr (pango_layout_get_text (self->cell.texts[0]), ==, goal->sentence);
  g_assert_cmpstr (pango_layout_get_text (self->cell.texts[1]), ==, goal->latest);
  g_assert_nonnull (g_strstr_len (pango_layout_get_text (self->cell.texts[2]), -1, words != NULL ? words : "own words"));
  g_assert_cmpuint (self->cell.n_rules, ==, words != NULL ? 0 : 1);
  g_assert_true ((self->cell.least_chart > 0) == (goal->chart != NULL));
}

/* what it needs is what it takes, at the place it is given */
static void
test_is_placed (Fixture       *self,
                gconstpointer  words)
{
  PzConferenceSheet *sheet = make_sheet ();
  double height = pz_sheet_cell_get_height (&self->cell);

  g_assert_cmpfloat (height, >, 3 * self->fonts.size);
  pz_sheet_cell_place (&self->cell, sheet, 30, 50, height);
  g_assert_cmpuint (sheet->texts->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (g_array_index (sheet->texts, PzSheetText, i).x, ==, 30);
  g_assert_cmpfloat (g_array_index (sheet->texts, PzSheetText, 0).y, ==, 50);
  g_assert_cmpuint (sheet->charts->len, ==, self->cell.least_chart > 0 ? 1 : 0);
  g_assert_cmpuint (sheet->rules->len, ==, self->cell.n_rules);
  g_assert_cmpfloat (get_bottom (sheet), <=, 50 + height + 0.5);
  g_assert_cmpuint (sheet->n_cut, ==, 0);
  free_sheet (sheet);
}

/* more room is for the chart and for lines to write on, a few of them */
static void
test_grows (Fixture       *self,
            gconstpointer  words)
{
  PzConferenceSheet *sheet = make_sheet ();
  double height = pz_sheet_cell_get_height (&self->cell) + 600;

  pz_sheet_cell_place (&self->cell, sheet, 0, 0, height);
  g_assert_cmpuint (sheet->rules->len, ==, 6);
  g_assert_cmpfloat (get_bottom (sheet), <=, height);
  free_sheet (sheet);
}

/* little by little: words, lines to write on, the chart; then it does not fit */
static void
test_is_shortened (Fixture       *self,
                   gconstpointer  words)
{
  double height = pz_sheet_cell_get_height (&self->cell);
  PzConferenceSheet *sheet = make_sheet ();

  g_assert_true (pz_sheet_cell_shorten (&self->cell, height)); /* nothing has to go */
  g_assert_cmpfloat_with_epsilon (pz_sheet_cell_get_height (&self->cell), height, 0.01);
  g_assert_true (pz_sheet_cell_shorten (&self->cell, height - 5));
  g_assert_cmpfloat (pz_sheet_cell_get_height (&self->cell), <=, height - 5 + 0.01);
  pz_sheet_cell_place (&self->cell, sheet, 0, 0, height - 5);
  g_assert_cmpuint (sheet->n_cut, ==, 1);
  g_assert_false (pz_sheet_cell_shorten (&self->cell, 10));
  free_sheet (sheet);
}

/* so low that the chart goes, and that is said; where there is no line to write on, the rest of one is */
static void
test_without_chart (Fixture       *self,
                    gconstpointer  words)
{
  PzConferenceSheet *sheet = make_sheet ();
  double height = pz_sheet_cell_get_height (&self->cell) - self->cell.least_chart;

  for (guint i = 0; i < 3; i++)
    height -= pz_sheet_get_height (self->cell.texts[i]);
  height += 4 * self->fonts.size + 10;
  g_assert_true (pz_sheet_cell_shorten (&self->cell, height));
  pz_sheet_cell_place (&self->cell, sheet, 0, 0, height);
  g_assert_cmpuint (sheet->charts->len, ==, 0);
  g_assert_cmpuint (sheet->n_without_chart, ==, 1);
  g_assert_cmpuint (sheet->rules->len, ==, 1);
  g_assert_cmpfloat (g_array_index (sheet->rules, PzSheetRule, 0).x, >, 0);
  free_sheet (sheet);
}

#define add(path, words, func) g_test_add ("/report/sheet-cell/" path, Fixture, words, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("shows-the-goal/to-write-on", NULL, test_shows_the_goal);
  add ("shows-the-goal/with-words", "I like it", test_shows_the_goal);
  add ("takes-what-it-needs/to-write-on", NULL, test_is_placed);
  add ("takes-what-it-needs/with-words", "I like it", test_is_placed);
  add ("more-room-is-to-write-on", NULL, test_grows);
  add ("is-shortened-until-it-fits", "I like it", test_is_shortened);
  add ("lets-go-of-the-chart-last", NULL, test_without_chart);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conference-fixture.h"
#include "pz-conference-sheet.h"

#include <locale.h>
#include <pango/pangocairo.h>

#define LONG "reads a text nobody has read before, in front of the whole class, without stopping at long words such as " \
             "Donaudampfschifffahrtsgesellschaftskapitän, without guessing, and says afterwards in two sentences what it " \
             "was about and why somebody else should read it, <b>too</b> & %s"
#define A4_WIDTH 523.0
#define A4_HEIGHT 770.0

typedef ConferenceFixture Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  conference_fixture_set_up (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  conference_fixture_tear_down (fixture);
}

static PzConferenceSheet *
lay_out (const PzConference *conference,
         double              width,
         double              height,
         gboolean            right_to_left)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PzConferenceSheet *sheet;

  pango_context_set_base_dir (context, right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  sheet = pz_conference_sheet_new (conference, context, width, height);
  g_object_unref (context);
  return sheet;
}

typedef struct
{
  double x, y, width, height;
} Rect;

static Rect
get_rect (const PzSheetText *text)
{
  PangoRectangle logical;

  pango_layout_get_extents (text->layout, NULL, &logical);
  return (Rect) { text->x, text->y, (double) (logical.x + logical.width) / PANGO_SCALE, (double) logical.height / PANGO_SCALE };
}

static gboolean
meet (const Rect *a,
      const Rect *b)
{
  return a->x < b->x + b->width - 0.5 && b->x < a->x + a->width - 0.5 && a->y < b->y + b->height - 0.5
         && b->y < a->y + a->height - 0.5;
}

/* everything lies on the page, nothing over anything else */
static void
assert_on_page (const PzConferenceSheet *sheet)
{
  g_autoptr(GArray) rects = g_array_new (FALSE, FALSE, sizeof (Rect));

  for (guint i = 0; i < sheet->texts->len; i++)
    {
      const Rect rect = get_rect (&g_array_index (sheet->texts, PzSheetText, i));

      g_array_append_val (rects, rect);
    }
  for (guint i = 0; i < sheet->charts->len; i++)
    {
      const PzSheetChart *chart = &g_array_index (sheet->charts, PzSheetChart, i);
      const Rect rect = { chart->x, chart->y, PZ_SHEET_CHART_SCALE * chart->chart->width,
                          PZ_SHEET_CHART_SCALE * chart->chart->height };

      g_array_append_val (rects, rect);
    }
  for (guint i = 0; i < rects->len; i++)
    {
      const Rect *rect = &g_array_index (rects, Rect, i);

      g_assert_cmpfloat (rect->x, >=, -0.01);
      g_assert_cmpfloat (rect->y, >=, -0.01);
      g_assert_cmpfloat (rect->x + rect->width, <=, sheet->width + 0.5);
      g_assert_cmpfloat (rect->y + rect->height, <=, sheet->height + 0.5);
      for (guint j = 0; j < i; j++)
        g_assert_false (meet (rect, &g_array_index (rects, Rect, j)));
    }
  for (guint i = 0; i < sheet->rules->len; i++)
    g_assert_cmpfloat (g_array_index (sheet->rules, PzSheetRule, i).y, <=, sheet->height);
}

static gboolean
says (const PzConferenceSheet *sheet,
      const char              *part)
{
  for (guint i = 0; i < sheet->texts->len; i++)
    if (strstr (pango_layout_get_text (g_array_index (sheet->texts, PzSheetText, i).layout), part) != NULL)
      return TRUE;
  return FALSE;
}

/* the ink of a drawing, from a surface that keeps what was drawn */
static void
assert_draws_on_page (const PzConferenceSheet *sheet)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  pz_conference_sheet_draw (sheet, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (width, >, sheet->width / 4);
  g_assert_cmpfloat (x, >=, -2); /* a letter may lean out of its box */
  g_assert_cmpfloat (x + width, <=, sheet->width + 2);
  g_assert_cmpfloat (y, >=, -2);
  g_assert_cmpfloat (y + height, <=, sheet->height + 2);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_a_few_goals_are_shown_whole (Fixture       *fixture,
                                  gconstpointer  unused)
{
  for (guint n = 1; n <= 4; n++)
    {
      ConferenceFixture other;
      g_autoptr(PzConference) conference = NULL;
      g_autoptr(PzConferenceSheet) sheet = NULL;

      conference_fixture_set_up (&other);
      conference = conference_fixture_make (&other, n, "reads aloud", "I can do long words now.");
      sheet = lay_out (conference, A4_WIDTH, A4_HEIGHT, FALSE);
      assert_on_page (sheet);
      assert_draws_on_page (sheet);
      g_assert_cmpuint (sheet->n_shown, ==, n);
      g_assert_cmpuint (sheet->charts->len, ==, n);
      g_assert_cmpuint (sheet->n_cut + sheet->n_without_chart + sheet->n_left_out, ==, 0);
      g_assert_true (says (sheet, "Noor Haddad"));
      g_assert_true (says (sheet, "In my own words, 12 November: I can do long words now."));
      g_assert_false (says (sheet, "no room"));
      conference_fixture_tear_down (&other);
    }
}

static void
test_there_is_room_to_write_by_hand (Fixture       *fixture,
                                     gconstpointer  unused)
{
  g_autoptr(PzConference) conference = conference_fixture_make (fixture, 12, "reads aloud", NULL);
  g_autoptr(PzConferenceSheet) sheet = lay_out (conference, A4_WIDTH, A4_HEIGHT, FALSE);

  assert_on_page (sheet);
  g_assert_cmpuint (sheet->rules->len, >=, 12);
}

static void
test_twelve_goals_with_long_sentences_have_one_page (Fixture       *fixture,
                                                     gconstpointer  unused)
{
  g_autofree char *words = g_strconcat (LONG, "\n\n", LONG, "\u2028", LONG, NULL);
  g_autoptr(PzConference) conference = conference_fixture_make (fixture, 12, LONG, words);
  const struct { double width, height; } pages[] = { { A4_WIDTH, A4_HEIGHT }, { A4_HEIGHT, A4_WIDTH }, { 540, 720 } };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr(PzConferenceSheet) sheet = lay_out (conference, pages[i].width, pages[i].height, FALSE);
      g_autofree char *cut = g_strdup_printf ("%u texts were too long", sheet->n_cut);

      assert_on_page (sheet);
      assert_draws_on_page (sheet);
      g_assert_cmpuint (sheet->n_shown, ==, 12);
      g_assert_cmpuint (sheet->n_left_out, ==, 0);
      g_assert_cmpuint (sheet->charts->len, ==, 12);
      g_assert_cmpuint (sheet->n_cut, >=, 12);
      g_assert_true (says (sheet, cut));
    }
}

static void
test_what_has_no_room_is_said (Fixture       *fixture,
                               gconstpointer  unused)
{
  g_autoptr(PzConference) conference = conference_fixture_make (fixture, 40, LONG, LONG);
  g_autoptr(PzConferenceSheet) sheet = lay_out (conference, A4_WIDTH, A4_HEIGHT, FALSE);
  g_autoptr(PzConferenceSheet) small = lay_out (conference, 200, 280, FALSE);
  g_autofree char *without_chart = g_strdup_printf ("%u charts had no room", sheet->n_without_chart);
  g_autofree char *left_out = g_strdup_printf ("%u goals had no room", small->n_left_out);

  assert_on_page (sheet);
  g_assert_cmpuint (sheet->n_without_chart, >, 0);
  g_assert_cmpuint (sheet->charts->len + sheet->n_without_chart, ==, sheet->n_shown);
  g_assert_true (says (sheet, without_chart));
  assert_on_page (small);
  g_assert_cmpuint (small->n_left_out, >, 0);
  g_assert_cmpuint (small->n_left_out + small->n_shown, ==, 40);
  g_assert_true (says (small, left_out));
}

static void
test_right_to_left_begins_on_the_right (Fixture       *fixture,
                                        gconstpointer  unused)
{
  g_autoptr(PzConference) conference = conference_fixture_make (fixture, 6, "يقرأ بصوت عال", NULL);
  g_autoptr(PzConferenceSheet) left = lay_out (conference, A4_WIDTH, A4_HEIGHT, FALSE);
  g_autoptr(PzConferenceSheet) right = lay_out (conference, A4_WIDTH, A4_HEIGHT, TRUE);
  const PzSheetChart *first = &g_array_index (right->charts, PzSheetChart, 0);

  assert_on_page (right);
  g_assert_cmpfloat (g_array_index (left->charts, PzSheetChart, 0).x, ==, 0);
  g_assert_cmpfloat_with_epsilon (first->x + PZ_SHEET_CHART_SCALE * first->chart->width, A4_WIDTH, 0.01);
  g_assert_true (first->chart->right_to_left);
}

static void
test_hostile_names_stay_on_the_page (Fixture       *fixture,
                                     gconstpointer  unused)
{
  g_autofree char *endless = g_strnfill (10000, 'x');
  const char *const names[] = { "Tom & Ann", "<b>x</b>", "%n%s", "\u202eسارة", endless,
                                "A\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ConferenceFixture other;
      g_autoptr(PzConference) conference = NULL;
      g_autoptr(PzConferenceSheet) sheet = NULL;

      conference_fixture_set_up (&other);
      other.look.name = other.look.called = (char *) names[i];
      conference = conference_fixture_make (&other, 3, "reads aloud", "<i>I</i> & %s");
      sheet = lay_out (conference, A4_WIDTH, A4_HEIGHT, FALSE);
      g_test_message ("name %" G_GSIZE_FORMAT, i);
      assert_on_page (sheet);
      g_assert_true (says (sheet, names[i]));
      conference_fixture_tear_down (&other);
    }
}

static void
test_no_goal_is_said (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autoptr(PzConference) conference = conference_fixture_make (fixture, 0, NULL, NULL);
  g_autoptr(PzConferenceSheet) sheet = lay_out (conference, A4_WIDTH, A4_HEIGHT, FALSE);

  assert_on_page (sheet);
  g_assert_true (says (sheet, "No goal is being worked on now."));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_TIME, "C"); /* the texts below name months */
#define ADD(path, function) g_test_add ("/report/conference-sheet/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("a-few-goals-are-shown-whole", test_a_few_goals_are_shown_whole);
  ADD ("there-is-room-to-write-by-hand", test_there_is_room_to_write_by_hand);
  ADD ("twelve-goals-with-long-sentences-have-one-page", test_twelve_goals_with_long_sentences_have_one_page);
  ADD ("what-has-no-room-is-said", test_what_has_no_room_is_said);
  ADD ("right-to-left-begins-on-the-right", test_right_to_left_begins_on_the_right);
  ADD ("hostile-names-stay-on-the-page", test_hostile_names_stay_on_the_page);
  ADD ("no-goal-is-said", test_no_goal_is_said);
#undef ADD
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-cards-fixture.h"
#include "pz-group-sheet.h"

#include <pango/pangocairo.h>
#include <string.h>

#define A4_WIDTH 523.0
#define A4_HEIGHT 770.0
#define LONG "Venkata Subrahmanya Lakshminarayana Bartholomew-Featherstonehaugh"

static PzGroupSheet *
lay_out (const PzGroupCards      *cards,
         const PzGroupSheetStyle *style,
         gboolean                 right_to_left)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PzGroupSheet *sheet;

  pango_context_set_base_dir (context, right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  sheet = pz_group_sheet_new (cards, context, style);
  g_object_unref (context);
  return sheet;
}

static PzGroupSheet *
print (const PzGroupCards *cards,
       gboolean            right_to_left)
{
  return lay_out (cards, &PZ_GROUP_SHEET_ON_PAPER (A4_WIDTH, A4_HEIGHT), right_to_left);
}

static gboolean
meet (const PzGroupSheetBox *a,
      const PzGroupSheetBox *b)
{
  return a->x < b->x + b->width - 0.5 && b->x < a->x + a->width - 0.5 && a->y < b->y + b->height - 0.5
         && b->y < a->y + a->height - 0.5;
}

static gboolean
contains (const PzGroupSheetBox *outer,
          const PzGroupSheetBox *inner)
{
  return inner->x >= outer->x - 0.5 && inner->y >= outer->y - 0.5
         && inner->x + inner->width <= outer->x + outer->width + 0.5
         && inner->y + inner->height <= outer->y + outer->height + 0.5;
}

/* where the letters are, not the room they were given */
static PzGroupSheetBox
get_box (const PzSheetText *text)
{
  PangoRectangle rect;

  pango_layout_get_extents (text->layout, NULL, &rect);
  return (PzGroupSheetBox) { text->x + (double) rect.x / PANGO_SCALE, text->y + (double) rect.y / PANGO_SCALE,
                             (double) rect.width / PANGO_SCALE, (double) rect.height / PANGO_SCALE };
}

/* everything lies on its page, no card and no text over another, and each text in a card or beside all of them */
static void
assert_in_order (const PzGroupSheet *sheet)
{
  const PzGroupSheetBox whole = { 0, 0, sheet->width, sheet->height };

  for (guint p = 0; p < sheet->pages->len; p++)
    {
      const PzGroupSheetPage *page = sheet->pages->pdata[p];

      for (guint i = 0; i < page->boxes->len; i++)
        {
          g_assert_true (contains (&whole, &g_array_index (page->boxes, PzGroupSheetBox, i)));
          for (guint k = 0; k < i; k++)
            g_assert_false (meet (&g_array_index (page->boxes, PzGroupSheetBox, i),
                                  &g_array_index (page->boxes, PzGroupSheetBox, k)));
        }
      for (guint i = 0; i < page->texts->len; i++)
        {
          PzGroupSheetBox box = get_box (&g_array_index (page->texts, PzSheetText, i));

          g_assert_true (contains (&whole, &box));
          for (guint k = 0; k < page->boxes->len; k++)
            if (meet (&box, &g_array_index (page->boxes, PzGroupSheetBox, k)))
              g_assert_true (contains (&g_array_index (page->boxes, PzGroupSheetBox, k), &box));
          for (guint k = 0; k < i; k++)
            {
              PzGroupSheetBox other = get_box (&g_array_index (page->texts, PzSheetText, k));

              g_assert_false (meet (&box, &other));
            }
        }
    }
}

static guint
count_texts (const PzGroupSheet *sheet,
             const char         *prefix)
{
  guint n = 0;

  for (guint p = 0; p < sheet->pages->len; p++)
    {
      const PzGroupSheetPage *page = sheet->pages->pdata[p];

      for (guint i = 0; i < page->texts->len; i++)
        n += g_str_has_prefix (pango_layout_get_text (g_array_index (page->texts, PzSheetText, i).layout), prefix);
    }
  return n;
}

/* the letters in which the first text with that prefix is written, in points */
static double
get_size (const PzGroupSheet *sheet,
          const char         *prefix)
{
  const PzGroupSheetPage *page = sheet->pages->pdata[0];

  for (guint i = 0; i < page->texts->len; i++)
    {
      PangoLayout *layout = g_array_index (page->texts, PzSheetText, i).layout;

      if (g_str_has_prefix (pango_layout_get_text (layout), prefix))
        return (double) pango_font_description_get_size (pango_layout_get_font_description (layout)) / PANGO_SCALE;
    }
  g_assert_not_reached ();
}

static void
assert_draws_on_page (const PzGroupSheet *sheet,
                      guint               page)
{
  const PzSparkColor ink = { 0, 0, 0, 1 };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  pz_group_sheet_draw (sheet, page, cr, &ink);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (width, >, sheet->width / 4);
  g_assert_cmpfloat (x, >=, -2);
  g_assert_cmpfloat (x + width, <=, sheet->width + 2);
  g_assert_cmpfloat (y, >=, -2);
  g_assert_cmpfloat (y + height, <=, sheet->height + 2);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_any_number_of_groups (void)
{
  for (guint n = 1; n <= 60; n += n < 12 ? 1 : 8)
    for (guint rtl = 0; rtl < 2; rtl++)
      {
        g_autoptr(PzGroupCards) cards = group_cards_fixture_make (1, n, 4, "Name", "Leads");
        g_autoptr(PzGroupSheet) sheet = print (cards, rtl);

        g_test_message ("%u groups", n);
        assert_in_order (sheet);
        g_assert_cmpuint (count_texts (sheet, "Name "), ==, 4 * n);
        g_assert_cmpuint (count_texts (sheet, "Leads"), ==, 4 * n);
        g_assert_cmpuint (count_texts (sheet, "Group "), ==, n); /* none is divided */
        assert_draws_on_page (sheet, sheet->pages->len - 1);
      }
}

static void
test_a_class_has_one_page_in_large_letters (void)
{
  g_autoptr(PzGroupCards) cards = group_cards_fixture_make (1, 7, 4, "Amina Yusuf", NULL);
  g_autoptr(PzGroupSheet) sheet = print (cards, FALSE);

  g_assert_cmpuint (sheet->pages->len, ==, 1);
  g_assert_cmpfloat (get_size (sheet, "Amina"), >=, 15);
  g_assert_cmpuint (count_texts (sheet, "Page "), ==, 0);
}

static void
test_more_groups_have_more_pages (void)
{
  g_autoptr(PzGroupCards) cards = group_cards_fixture_make (1, 60, 5, "Amina Yusuf", NULL);
  g_autoptr(PzGroupSheet) sheet = print (cards, FALSE);

  g_assert_cmpuint (sheet->pages->len, >, 1);
  g_assert_cmpfloat_with_epsilon (get_size (sheet, "Amina"), 11, 0.01); /* no smaller than can be read */
  g_assert_cmpuint (count_texts (sheet, "Page "), ==, sheet->pages->len);
  g_assert_cmpuint (count_texts (sheet, "Bridges in our town"), ==, sheet->pages->len);
}

static void
test_each_round_begins_a_page (void)
{
  g_autoptr(PzGroupCards) cards = group_cards_fixture_make (3, 7, 4, "Amina", NULL);
  g_autoptr(PzGroupSheet) sheet = print (cards, FALSE);

  g_assert_cmpuint (sheet->pages->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Round %u · Tuesday", i + 1);

      g_assert_cmpuint (((PzGroupSheetPage *) sheet->pages->pdata[i])->round, ==, i);
      g_assert_cmpuint (count_texts (sheet, name), ==, 1);
    }
}

static void
test_a_group_higher_than_a_page_goes_on (void)
{
  g_autoptr(PzGroupCards) cards = group_cards_fixture_make (1, 1, 200, LONG, "Writes everything down for the others");
  g_autoptr(PzGroupSheet) sheet = print (cards, FALSE);

  assert_in_order (sheet);
  g_assert_cmpuint (sheet->pages->len, >, 1);
  g_assert_cmpuint (count_texts (sheet, "Venkata"), ==, 200);
  g_assert_cmpuint (count_texts (sheet, "Group 1, continued"), ==, sheet->pages->len - 1);
}

static void
test_hostile_names_stay_on_the_page (void)
{
  g_autofree char *endless = g_strnfill (250, 'x');
  const char *const names[] = { "Tom & Ann", "<b>x</b>", "%n%s", "\u202eسارة", endless, LONG, "Ann\nLee",
                                "A\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(PzGroupCards) cards = group_cards_fixture_make (1, 7, 4, names[i], "Leads &amp; <b>writes</b> %s");
      g_autoptr(PzGroupSheet) sheet = print (cards, i % 2 == 1);

      g_test_message ("name %" G_GSIZE_FORMAT, i);
      assert_in_order (sheet);
    }
}

static void
test_names_begin_at_one_edge (void)
{
  const char *const names[] = { "Amina", "محمد الأمين" };

  for (guint rtl = 0; rtl < 2; rtl++)
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autoptr(PzGroupCards) cards = group_cards_fixture_make (1, 1, 1, names[i], NULL);
        g_autoptr(PzGroupSheet) sheet = print (cards, rtl);
        const PzGroupSheetPage *page = sheet->pages->pdata[0];
        PzGroupSheetBox name = get_box (&g_array_index (page->texts, PzSheetText, page->texts->len - 1));
        double padding = 0.6 * get_size (sheet, names[i]);

        g_assert_cmpfloat_with_epsilon (rtl ? A4_WIDTH - name.x - name.width : name.x, padding, 1);
      }
}

static void
test_right_to_left_begins_on_the_right (void)
{
  g_autoptr(PzGroupCards) cards = group_cards_fixture_make (1, 7, 4, "محمد", "يكتب");
  g_autoptr(PzGroupSheet) sheet = print (cards, TRUE);
  const PzGroupSheetBox *first = &g_array_index (((PzGroupSheetPage *) sheet->pages->pdata[0])->boxes, PzGroupSheetBox, 0);

  assert_in_order (sheet);
  g_assert_cmpfloat_with_epsilon (first->x + first->width, A4_WIDTH, 0.01);
}

static void
test_a_projector_fills_its_screen (void)
{
  const PzGroupSheetStyle style = { 1800, 960, 80, 24 }, small = { 300, 240, 80, 24 };
  g_autoptr(PzGroupCards) cards = group_cards_fixture_make (1, 7, 4, "Amina Yusuf", "Leads");
  g_autoptr(PzGroupSheet) sheet = lay_out (cards, &style, FALSE);
  g_autoptr(PzGroupSheet) narrow = lay_out (cards, &small, FALSE);

  assert_in_order (sheet);
  g_assert_cmpuint (sheet->pages->len, ==, 1);
  g_assert_cmpfloat (get_size (sheet, "Amina"), >=, 32);
  g_assert_cmpuint (count_texts (narrow, "Amina"), ==, 28);
  g_assert_cmpfloat_with_epsilon (get_size (narrow, "Amina"), 24, 0.01);
}

static void
test_no_groups_are_said (void)
{
  g_autoptr(PzGroupCards) cards = group_cards_fixture_make (0, 0, 0, "", NULL);
  g_autoptr(PzGroupSheet) sheet = print (cards, FALSE);

  g_assert_cmpuint (sheet->pages->len, ==, 1);
  g_assert_cmpuint (count_texts (sheet, "There are no groups yet."), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/report/group-sheet/" path, function)
  ADD ("any-number-of-groups", test_any_number_of_groups);
  ADD ("a-class-has-one-page-in-large-letters", test_a_class_has_one_page_in_large_letters);
  ADD ("more-groups-have-more-pages", test_more_groups_have_more_pages);
  ADD ("each-round-begins-a-page", test_each_round_begins_a_page);
  ADD ("a-group-higher-than-a-page-goes-on", test_a_group_higher_than_a_page_goes_on);
  ADD ("hostile-names-stay-on-the-page", test_hostile_names_stay_on_the_page);
  ADD ("names-begin-at-one-edge", test_names_begin_at_one_edge);
  ADD ("right-to-left-begins-on-the-right", test_right_to_left_begins_on_the_right);
  ADD ("a-projector-fills-its-screen", test_a_projector_fills_its_screen);
  ADD ("no-groups-are-said", test_no_groups_are_said);
#undef ADD
  return g_test_run ();
}

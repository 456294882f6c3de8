/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-cards-fixture.h"

#include "pz-group-sheet-private.h"

#include <pango/pangocairo.h>

#define WIDTH 200.0

typedef struct
{
  PzGroupCards *cards; /* one round of one group */
  PzSheetFonts fonts;
  GPtrArray *made;     /* PzGroupSheetCard */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  direction)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_context_set_base_dir (context, direction != NULL ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  self->cards = group_cards_fixture_make (1, 1, 4, "Owls", "Timekeeper");
  self->fonts.texts = pz_sheet_make_context (context, 12);
  self->fonts.size = 12;
  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_group_sheet_card_free);
  g_object_unref (context);
}

static void
tear_down (Fixture       *self,
           gconstpointer  direction)
{
  g_ptr_array_unref (self->made);
  g_object_unref (self->fonts.texts);
  pz_group_cards_free (self->cards);
}

static const PzGroupCardsGroup *
get_group (Fixture *self)
{
  const PzGroupCardsRound *round = self->cards->rounds->pdata[0];

  return round->groups->pdata[0];
}

static const PzSheetText *
get_text (Fixture *self,
          guint    card,
          guint    text)
{
  const PzGroupSheetCard *made = self->made->pdata[card];

  g_assert_cmpuint (text, <, made->texts->len);
  return &g_array_index (made->texts, PzSheetText, text);
}

static void
add (Fixture *self,
     double   most)
{
  const PzGroupSheetRoom room = { WIDTH, most };

  pz_group_sheet_add_cards (self->made, get_group (self), &self->fonts, &room);
}

static double
get_width (const PzSheetText *text)
{
  int width;

  pango_layout_get_size (text->layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/* the name of the group, then each learner, the role at the other side on the same line */
static void
test_one_card (Fixture       *self,
               gconstpointer  right_to_left)
{
  const PzGroupSheetCard *card;
  double y = 0;
  guint at = 1;

  add (self, 1000);
  g_assert_cmpuint (self->made->len, ==, 1);
  card = self->made->pdata[0];
  g_assert_cmpstr (pango_layout_get_text (get_text (self, 0, 0)->layout), ==, get_group (self)->name);
  for (guint i = 0; i < get_group (self)->members->len; i++)
    {
      const PzGroupCardsMember *member = get_group (self)->members->pdata[i];
      const PzSheetText *name = get_text (self, 0, at++);

      g_assert_cmpstr (pango_layout_get_text (name->layout), ==, member->name);
      g_assert_cmpfloat (name->y, >, y);
      y = name->y;
      if (member->role != NULL)
        {
          const PzSheetText *role = get_text (self, 0, at++);

          g_assert_cmpstr (pango_layout_get_text (role->layout), ==, member->role);
          g_assert_true ((role->x < name->x) == (right_to_left != NULL));
          g_assert_cmpfloat (role->x, >=, 0);
          g_assert_cmpfloat (role->x + get_width (role), <=, WIDTH);
        }
    }
  g_assert_cmpuint (card->texts->len, ==, at);
  g_assert_cmpfloat (card->height, >, y + self->fonts.size);
}

/* what is higher than there is room goes on in another card, which says so; each has a learner at least */
static void
test_parts (Fixture       *self,
            gconstpointer  right_to_left)
{
  guint n_members = get_group (self)->members->len;

  add (self, 1);
  g_assert_cmpuint (self->made->len, ==, n_members);
  for (guint i = 1; i < n_members; i++)
    {
      const char *title = pango_layout_get_text (get_text (self, i, 0)->layout);

      g_assert_true (g_str_has_prefix (title, get_group (self)->name));
      g_assert_cmpstr (title, !=, get_group (self)->name);
    }
}

static void
test_fits (Fixture       *self,
           gconstpointer  right_to_left)
{
  double whole;

  add (self, 1000);
  whole = ((PzGroupSheetCard *) self->made->pdata[0])->height;
  g_ptr_array_set_size (self->made, 0);
  add (self, whole + 0.01);
  g_assert_cmpuint (self->made->len, ==, 1);
  g_ptr_array_set_size (self->made, 0);
  add (self, whole - 1);
  g_assert_cmpuint (self->made->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpfloat (((PzGroupSheetCard *) self->made->pdata[i])->height, <, whole);
}

static void
test_texts (Fixture       *self,
            gconstpointer  right_to_left)
{
  GArray *texts = pz_group_sheet_new_texts ();
  PzSheetText text = { pz_sheet_make_text (&self->fonts, "one two three four five six seven", 12, FALSE, 40), 0, 0 };
  PangoLayout *layout = text.layout;

  g_assert_cmpint (pango_layout_get_line_count (layout), >, 2);
  pz_group_sheet_limit (layout, 2);
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 2);
  g_assert_true (pango_layout_is_ellipsized (layout));

  g_object_add_weak_pointer (G_OBJECT (layout), (gpointer *) &layout);
  g_assert_cmpuint (texts->len, ==, 0);
  g_array_append_val (texts, text);
  g_array_unref (texts);
  g_assert_null (layout); /* the list owned it */
}

static void
test_free (Fixture       *self,
           gconstpointer  right_to_left)
{
  PangoLayout *layout;

  add (self, 1000);
  layout = get_text (self, 0, 0)->layout;
  g_object_add_weak_pointer (G_OBJECT (layout), (gpointer *) &layout);
  g_ptr_array_set_size (self->made, 0);
  g_assert_null (layout);
}

#define test(path, direction, func) g_test_add ("/report/group-sheet-card/" path, Fixture, direction, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test ("a-group-and-its-learners/left-to-right", NULL, test_one_card);
  test ("a-group-and-its-learners/right-to-left", "right to left", test_one_card);
  test ("goes-on-in-another-card", NULL, test_parts);
  test ("is-one-card-where-it-fits", NULL, test_fits);
  test ("a-text-is-limited-and-owned", NULL, test_texts);
  test ("lets-go-of-its-texts", NULL, test_free);
  return g_test_run ();
}

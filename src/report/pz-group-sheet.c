/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

/* Sizes between the largest and the smallest that are tried, each by the same part smaller. */
#define N_SIZES 14
/* Parts of the size of the letters. */
#define TITLE_SIZE 1.3
#define LINE_SIZE 0.7
#define GAP 0.7
#define LEAST_COLUMN 10.0
/* A title is not larger than this part of the page. */
#define TITLE_PART 0.05
#define FRAME_PART 0.0012 /* line of a frame, part of the height of the page */

/* How the groups of a round are laid out in letters of one size. */
typedef struct
{
  GPtrArray *cards; /* PzGroupSheetCard, row by row */
  double width;     /* of a card */
  double gap;
  double head;      /* room for the head of the page */
  guint columns;
} Layout;

static void
free_page (gpointer data)
{
  PzGroupSheetPage *page = data;

  g_array_unref (page->texts);
  g_array_unref (page->boxes);
  g_free (page);
}

static PzGroupSheetPage *
add_page (PzGroupSheet *self,
          guint         round)
{
  PzGroupSheetPage *page = g_new (PzGroupSheetPage, 1);

  *page = (PzGroupSheetPage) { round, pz_group_sheet_new_texts (), g_array_new (FALSE, FALSE, sizeof (PzGroupSheetBox)) };
  g_ptr_array_add (self->pages, page);
  return page;
}

/* ---- head and foot ---- */

static double
add_text (GArray      *texts,
          PangoLayout *layout,
          double       y)
{
  PzSheetText text = { layout, 0, y };

  g_array_append_val (texts, text);
  return y + pz_sheet_get_height (layout);
}

/* Returns: where the cards begin */
static double
add_head (const PzGroupSheet      *self,
          GArray                  *texts,
          const PzGroupCards      *cards,
          const PzGroupCardsRound *round,
          const PzSheetFonts      *fonts)
{
  double size = MIN (TITLE_SIZE * fonts->size, MAX (TITLE_PART * self->height, fonts->size));
  PangoLayout *title = pz_sheet_make_text (fonts, cards->title, size, TRUE, self->width), *line;
  g_autofree char *words = NULL;

  if (round != NULL && round->name != NULL)
    words = g_strjoin (" · ", round->name, cards->line, NULL);
  line = pz_sheet_make_text (fonts, words != NULL ? words : cards->line, LINE_SIZE * fonts->size, FALSE, self->width);
  pz_group_sheet_limit (title, 2);
  pz_group_sheet_limit (line, 2);
  return add_text (texts, line, add_text (texts, title, 0)) + GAP * fonts->size;
}

/* Returns: (transfer full): which page of a round it is */
static PangoLayout *
make_foot (const PzGroupSheet *self,
           const PzSheetFonts *fonts,
           guint               number,
           guint               of)
{
  /* Translators: number of a page, and how many there are */
  g_autofree char *text = g_strdup_printf (C_("activity", "Page %1$u of %2$u"), number, of);

  return pz_sheet_make_text (fonts, text, LINE_SIZE * fonts->size, FALSE, self->width);
}

static double
get_foot_height (const PzGroupSheet *self,
                 const PzSheetFonts *fonts)
{
  PangoLayout *foot = make_foot (self, fonts, 1, 2);
  double height = pz_sheet_get_height (foot) + GAP * fonts->size;

  g_object_unref (foot);
  return height;
}

/* ---- one round ---- */

static guint
choose_columns (double width,
                double size,
                guint  n)
{
  double gap = GAP * size;
  guint most = (guint) CLAMP ((width + gap) / (LEAST_COLUMN * size + gap), 1, 100), rows;

  most = MIN (most, n);
  rows = (n + most - 1) / most;
  return (n + rows - 1) / rows; /* not one left over in the last row when it can be helped */
}

static void
layout_init (Layout                  *layout,
             const PzGroupSheet      *self,
             const PzGroupCards      *cards,
             const PzGroupCardsRound *round,
             const PzSheetFonts      *fonts)
{
  g_autoptr(GArray) head = pz_group_sheet_new_texts ();
  PzGroupSheetRoom room;

  layout->gap = GAP * fonts->size;
  layout->columns = choose_columns (self->width, fonts->size, round->groups->len);
  layout->width = (self->width - (layout->columns - 1) * layout->gap) / layout->columns;
  layout->head = add_head (self, head, cards, round, fonts);
  layout->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_group_sheet_card_free);
  room = (PzGroupSheetRoom) { layout->width, self->height - layout->head - get_foot_height (self, fonts) };
  for (guint i = 0; i < round->groups->len; i++)
    pz_group_sheet_add_cards (layout->cards, round->groups->pdata[i], fonts, &room);
}

static void
layout_clear (Layout *layout)
{
  g_clear_pointer (&layout->cards, g_ptr_array_unref);
}

/* of the row that begins with the card */
static double
get_row_height (const Layout *layout,
                guint         first)
{
  double height = 0;

  for (guint i = first; i < MIN (first + layout->columns, layout->cards->len); i++)
    height = MAX (height, ((PzGroupSheetCard *) layout->cards->pdata[i])->height);
  return height;
}

static double
get_height (const Layout *layout)
{
  double height = layout->head;

  for (guint first = 0; first < layout->cards->len; first += layout->columns)
    height += get_row_height (layout, first) + (first > 0 ? layout->gap : 0);
  return height;
}

/* The size in letters of which the round has one page, or the smallest. Smaller letters need no more room than larger
 * ones, so halves will do. */
static double
choose_size (const PzGroupSheet      *self,
             const PzGroupCards      *cards,
             const PzGroupCardsRound *round,
             PzSheetFonts            *fonts,
             const PzGroupSheetStyle *style)
{
  guint low = 0, high = N_SIZES; /* the answer is among them: the least that fits, or the last */

  while (low < high)
    {
      guint middle = (low + high) / 2;
      Layout layout;

      fonts->size = style->largest * pow (style->smallest / style->largest, (double) middle / N_SIZES);
      layout_init (&layout, self, cards, round, fonts);
      if (layout.cards->len == round->groups->len && get_height (&layout) <= self->height)
        high = middle;
      else
        low = middle + 1;
      layout_clear (&layout);
    }
  return style->largest * pow (style->smallest / style->largest, (double) low / N_SIZES);
}

static void
place_card (PzGroupSheetPage       *page,
            const PzGroupSheetCard *card,
            double                  x,
            double                  y,
            const PzGroupSheetRoom *room)
{
  PzGroupSheetBox box = { x, y, room->width, room->most };

  g_array_append_val (page->boxes, box);
  for (guint i = 0; i < card->texts->len; i++)
    {
      PzSheetText text = g_array_index (card->texts, PzSheetText, i);

      text = (PzSheetText) { g_object_ref (text.layout), x + text.x, y + text.y };
      g_array_append_val (page->texts, text);
    }
}

static void
place_row (const PzGroupSheet *self,
           PzGroupSheetPage   *page,
           const Layout       *layout,
           guint               first,
           double              y,
           gboolean            right_to_left)
{
  PzGroupSheetRoom room = { layout->width, get_row_height (layout, first) };

  for (guint i = first; i < MIN (first + layout->columns, layout->cards->len); i++)
    {
      double x = (i - first) * (layout->width + layout->gap);

      place_card (page, layout->cards->pdata[i], right_to_left ? self->width - x - layout->width : x, y, &room);
    }
}

static void
add_feet (PzGroupSheet       *self,
          const PzSheetFonts *fonts,
          guint               first)
{
  guint n = self->pages->len - first;

  for (guint i = 0; i < n && n > 1; i++)
    {
      PangoLayout *foot = make_foot (self, fonts, i + 1, n);

      add_text (((PzGroupSheetPage *) self->pages->pdata[first + i])->texts, foot, self->height - pz_sheet_get_height (foot));
    }
}

static void
add_round (PzGroupSheet            *self,
           const PzGroupCards      *cards,
           guint                    number,
           PzSheetFonts            *fonts,
           const PzGroupSheetStyle *style)
{
  const PzGroupCardsRound *round = cards->rounds->pdata[number];
  gboolean right_to_left = pango_context_get_base_dir (fonts->texts) == PANGO_DIRECTION_RTL;
  guint first_page = self->pages->len;
  PzGroupSheetPage *page = add_page (self, number);
  double y, end = self->height;
  Layout layout;

  fonts->size = choose_size (self, cards, round, fonts, style);
  layout_init (&layout, self, cards, round, fonts);
  if (get_height (&layout) > end)
    end -= get_foot_height (self, fonts);
  y = add_head (self, page->texts, cards, round, fonts);
  for (guint first = 0; first < layout.cards->len; first += layout.columns)
    {
      double height = get_row_height (&layout, first);

      if (page->boxes->len > 0 && y + height > end + 0.01)
        {
          page = add_page (self, number);
          y = add_head (self, page->texts, cards, round, fonts);
        }
      place_row (self, page, &layout, first, y, right_to_left);
      y += height + layout.gap;
    }
  layout_clear (&layout);
  add_feet (self, fonts, first_page);
}

/**
 * pz_group_sheet_new:
 * @cards: what to show
 * @context: language and direction, and where the fonts are
 * @style: what it is laid out for
 *
 * Each round has a page, in letters as large as they can be; when not even the smallest are enough, it has several. A card
 * is only divided when it is higher than a page.
 *
 * Returns: (transfer full): the pages, laid out
 */
PzGroupSheet *
pz_group_sheet_new (const PzGroupCards      *cards,
                    PangoContext            *context,
                    const PzGroupSheetStyle *style)
{
  PzGroupSheet *self;
  PzSheetFonts fonts = { 0 };

  g_return_val_if_fail (cards != NULL && PANGO_IS_CONTEXT (context) && style != NULL, NULL);
  g_return_val_if_fail (style->width > 0 && style->height > 0, NULL);
  g_return_val_if_fail (style->smallest > 0 && style->largest >= style->smallest, NULL);

  self = g_new (PzGroupSheet, 1);
  *self = (PzGroupSheet) { style->width, style->height, g_ptr_array_new_with_free_func (free_page) };
  fonts.texts = pz_sheet_make_context (context, style->largest);
  for (guint i = 0; i < cards->rounds->len; i++)
    add_round (self, cards, i, &fonts, style);
  if (cards->rounds->len == 0)
    {
      PzGroupSheetPage *page = add_page (self, 0);
      double y;

      fonts.size = style->smallest;
      y = add_head (self, page->texts, cards, NULL, &fonts);
      add_text (page->texts, pz_sheet_make_text (&fonts, C_("activity", "There are no groups yet."), fonts.size, FALSE,
                                                 self->width), y);
    }
  g_object_unref (fonts.texts);
  return self;
}

/**
 * pz_group_sheet_free:
 * @self: (transfer full): the pages
 */
void
pz_group_sheet_free (PzGroupSheet *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->pages);
  g_free (self);
}

/**
 * pz_group_sheet_draw:
 * @self: the pages
 * @page: which of them, from 0
 * @cr: draws from its origin on, in points
 * @ink: of letters and frames
 */
void
pz_group_sheet_draw (const PzGroupSheet *self,
                     guint               page,
                     cairo_t            *cr,
                     const PzSparkColor *ink)
{
  const PzGroupSheetPage *shown;
  double line;

  g_return_if_fail (self != NULL && page < self->pages->len && cr != NULL && ink != NULL);

  shown = self->pages->pdata[page];
  cairo_save (cr);
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha);
  for (guint i = 0; i < shown->texts->len; i++)
    {
      const PzSheetText *text = &g_array_index (shown->texts, PzSheetText, i);

      cairo_move_to (cr, text->x, text->y);
      pango_cairo_show_layout (cr, text->layout);
    }
  line = MAX (FRAME_PART * self->height, 0.75);
  cairo_set_line_width (cr, line);
  for (guint i = 0; i < shown->boxes->len; i++)
    {
      const PzGroupSheetBox *box = &g_array_index (shown->boxes, PzGroupSheetBox, i);

      cairo_rectangle (cr, box->x + line / 2, box->y + line / 2, box->width - line, box->height - line);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-sheet-private.h"

#include <glib/gi18n-lib.h>

/* Parts of the size of the letters. */
#define PADDING 0.6
#define NAME_SIZE 1.15  /* of the group */
#define ROLE_SIZE 0.75
#define LINE_GAP 0.25
/* Most of the width that a role may take. */
#define ROLE_PART 0.45
/* A name as long as anybody's has its lines; what is longer ends in "…". */
#define MOST_LINES 3

/* A learner, laid out. */
typedef struct
{
  PangoLayout *name;
  PangoLayout *role; /* NULL for none */
  double role_width;
  double role_down;  /* how much lower the role begins, so that both stand on one line */
  double height;
} Entry;

static void
clear_text (gpointer text)
{
  g_object_unref (((PzSheetText *) text)->layout);
}

/**
 * pz_group_sheet_new_texts:
 *
 * Returns: (transfer full) (element-type PzSheetText): an empty list that owns its layouts
 */
GArray *
pz_group_sheet_new_texts (void)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (PzSheetText));

  g_array_set_clear_func (texts, clear_text);
  return texts;
}

/**
 * pz_group_sheet_limit:
 * @layout: a text
 * @lines: how many it may have; what is longer ends in "…"
 */
void
pz_group_sheet_limit (PangoLayout *layout,
                      int          lines)
{
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -lines);
}

/**
 * pz_group_sheet_card_free:
 * @self: (transfer full): a card
 */
void
pz_group_sheet_card_free (PzGroupSheetCard *self)
{
  g_array_unref (self->texts);
  g_free (self);
}

static double
get_width (PangoLayout *layout)
{
  PangoRectangle rect;

  pango_layout_get_extents (layout, NULL, &rect);
  return (double) rect.width / PANGO_SCALE;
}

static double
get_baseline (PangoLayout *layout)
{
  return (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
}

static void
entry_init (Entry                    *self,
            const PzGroupCardsMember *member,
            const PzSheetFonts       *fonts,
            double                    width)
{
  double gap = PADDING * fonts->size;

  *self = (Entry) { 0 };
  if (member->role != NULL)
    {
      self->role = pz_sheet_make_text (fonts, member->role, ROLE_SIZE * fonts->size, FALSE, ROLE_PART * width);
      pz_group_sheet_limit (self->role, MOST_LINES);
      self->role_width = get_width (self->role);
      pango_layout_set_width (self->role, (int) ((self->role_width + 1) * PANGO_SCALE)); /* no room beside the words */
    }
  self->name = pz_sheet_make_text (fonts, member->name, fonts->size, FALSE,
                                   width - (self->role != NULL ? self->role_width + 1 + gap : 0));
  pz_group_sheet_limit (self->name, MOST_LINES);
  self->height = pz_sheet_get_height (self->name);
  if (self->role == NULL)
    return;
  self->role_down = MAX (get_baseline (self->name) - get_baseline (self->role), 0);
  self->height = MAX (self->height, self->role_down + pz_sheet_get_height (self->role));
}

static PzGroupSheetCard *
add_card (GPtrArray          *cards,
          const char         *title,
          const PzSheetFonts *fonts,
          double              width)
{
  PzGroupSheetCard *card = g_new (PzGroupSheetCard, 1);
  double padding = PADDING * fonts->size;
  PzSheetText name = { pz_sheet_make_text (fonts, title, NAME_SIZE * fonts->size, TRUE, width - 2 * padding), padding,
                       padding };

  pz_group_sheet_limit (name.layout, MOST_LINES);
  *card = (PzGroupSheetCard) { pz_group_sheet_new_texts (), padding + pz_sheet_get_height (name.layout) };
  g_array_append_val (card->texts, name);
  g_ptr_array_add (cards, card);
  return card;
}

/* below what is in the card already */
static void
place_entry (PzGroupSheetCard   *card,
             const Entry        *entry,
             const PzSheetFonts *fonts,
             double              width)
{
  gboolean right_to_left = pango_context_get_base_dir (fonts->texts) == PANGO_DIRECTION_RTL;
  double padding = PADDING * fonts->size, y = card->height + LINE_GAP * fonts->size;
  double beside = entry->role != NULL ? entry->role_width + 1 + padding : 0;
  PzSheetText name = { entry->name, right_to_left ? padding + beside : padding, y };

  g_array_append_val (card->texts, name);
  if (entry->role != NULL)
    {
      PzSheetText role = { entry->role, right_to_left ? padding : width - padding - entry->role_width - 1,
                           y + entry->role_down };

      g_array_append_val (card->texts, role);
    }
  card->height = y + entry->height;
}

/**
 * pz_group_sheet_add_cards:
 * @cards: (element-type PzGroupSheetCard): gets the card, or its parts when it is higher than there is room
 * @group: what stands on it
 * @fonts: how it is written
 * @room: what it may take
 */
void
pz_group_sheet_add_cards (GPtrArray               *cards,
                          const PzGroupCardsGroup *group,
                          const PzSheetFonts      *fonts,
                          const PzGroupSheetRoom  *room)
{
  double padding = PADDING * fonts->size;
  PzGroupSheetCard *card = add_card (cards, group->name, fonts, room->width);
  gboolean empty = TRUE;

  for (guint i = 0; i < group->members->len; i++)
    {
      Entry entry;

      entry_init (&entry, group->members->pdata[i], fonts, room->width - 2 * padding);
      if (!empty && card->height + LINE_GAP * fonts->size + entry.height + padding > room->most)
        {
          /* Translators: %s is the name of a group whose card goes on here */
          g_autofree char *title = g_strdup_printf (C_("activity", "%s, continued"), group->name);

          card->height += padding;
          card = add_card (cards, title, fonts, room->width);
        }
      place_entry (card, &entry, fonts, room->width);
      empty = FALSE;
    }
  card->height += padding;
}

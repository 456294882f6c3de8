/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-recovery-sheet.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

/* All in points. The passphrase is copied by hand one day: it is large, and each of its letters as wide as any other. */
#define TITLE_SIZE 22
#define TEXT_SIZE 12
#define LABEL_SIZE 10
#define PASSPHRASE_SIZE 19
#define GAP 14
#define SMALL_GAP 2
#define PADDING 12
#define LINE_WIDTH 0.75

/* Writes something below what is there. */
static PangoLayout *
write_below (PzRecoverySheet    *self,
             const PzSheetFonts *fonts,
             const char         *text,
             double              size,
             gboolean            bold,
             double              gap)
{
  PzSheetText place = { .y = self->height };

  place.layout = pz_sheet_make_text (fonts, text, size, bold, self->width);
  g_array_append_val (self->texts, place);
  self->height += pz_sheet_get_height (place.layout) + gap;
  return place.layout;
}

static void
write_fact (PzRecoverySheet    *self,
            const PzSheetFonts *fonts,
            const char         *label,
            const char         *value)
{
  write_below (self, fonts, label, LABEL_SIZE, FALSE, SMALL_GAP);
  write_below (self, fonts, value, TEXT_SIZE, TRUE, GAP);
}

static void
write_passphrase (PzRecoverySheet    *self,
                  const PzSheetFonts *fonts,
                  const char         *passphrase)
{
  PzSheetText place = { .x = PADDING };
  PangoFontDescription *font;

  write_below (self, fonts, _("Passphrase"), LABEL_SIZE, FALSE, 2 * SMALL_GAP);
  self->box_y = self->height;
  place.y = self->box_y + PADDING;
  place.layout = pz_sheet_make_text (fonts, passphrase, PASSPHRASE_SIZE, TRUE, self->width - 2 * PADDING);
  font = pango_font_description_copy (pango_layout_get_font_description (place.layout));
  pango_font_description_set_family (font, "Monospace");
  pango_layout_set_font_description (place.layout, font);
  pango_font_description_free (font);
  g_array_append_val (self->texts, place);
  self->box_height = pz_sheet_get_height (place.layout) + 2 * PADDING;
  self->height = self->box_y + self->box_height + 2 * GAP;
}

static void
clear_text (gpointer data)
{
  g_clear_object (&((PzSheetText *) data)->layout);
}

/**
 * pz_recovery_sheet_new:
 * @facts: what is on it
 * @context: what fonts there are, and in which direction a page is read
 * @width: of the page without its margins, in points
 *
 * Returns: (transfer full): the sheet; no password is on it
 */
PzRecoverySheet *
pz_recovery_sheet_new (const PzRecoveryFacts *facts,
                       PangoContext          *context,
                       double                 width)
{
  PzRecoverySheet *self;
  PzSheetFonts fonts = { .size = TEXT_SIZE };

  g_return_val_if_fail (facts != NULL && PANGO_IS_CONTEXT (context) && width > 2 * PADDING, NULL);

  self = g_new0 (PzRecoverySheet, 1);
  self->width = width;
  self->texts = g_array_new (FALSE, FALSE, sizeof (PzSheetText));
  g_array_set_clear_func (self->texts, clear_text);
  fonts.texts = pz_sheet_make_context (context, TEXT_SIZE);
  write_below (self, &fonts, C_ ("print", "Recovery sheet"), TITLE_SIZE, TRUE, GAP);
  write_fact (self, &fonts, _("Class"), facts->class_name);
  write_fact (self, &fonts, _("Server"), facts->server);
  if (*facts->folder != '\0')
    write_fact (self, &fonts, _("Folder"), facts->folder);
  if (facts->account != NULL)
    write_fact (self, &fonts, _("User name"), facts->account);
  write_passphrase (self, &fonts, facts->passphrase);
  write_below (self, &fonts,
               _("To get the class back: start Personalize, choose “Join a Class on a Server”, enter the server and the user name "
                 "with its password, choose the folder, and enter this passphrase. Capitals do not matter."),
               TEXT_SIZE, FALSE, GAP);
  write_below (self, &fonts,
               _("Keep this sheet where only you can get at it. Without the passphrase nobody can recover what is on the server, "
                 "not even those who run it."),
               TEXT_SIZE, FALSE, 0);
  g_object_unref (fonts.texts);
  return self;
}

/**
 * pz_recovery_sheet_free:
 * @self: (transfer full) (nullable): a sheet
 */
void
pz_recovery_sheet_free (PzRecoverySheet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->texts);
  g_free (self);
}

/**
 * pz_recovery_sheet_draw:
 * @self: a sheet
 * @cr: where a unit is a point, and the origin the upper left corner within the margins
 */
void
pz_recovery_sheet_draw (const PzRecoverySheet *self,
                        cairo_t               *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < self->texts->len; i++)
    {
      const PzSheetText *text = &g_array_index (self->texts, PzSheetText, i);

      cairo_move_to (cr, text->x, text->y);
      pango_cairo_show_layout (cr, text->layout);
    }
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_rectangle (cr, LINE_WIDTH / 2, self->box_y, self->width - LINE_WIDTH, self->box_height);
  cairo_stroke (cr);
}

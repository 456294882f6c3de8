/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sheet-text.h"

#include <pango/pangocairo.h>

#define POINTS_AN_INCH 72
#define FAMILY "Sans"

/**
 * pz_sheet_make_context:
 * @like: language and direction, and where the fonts are
 * @size: of the letters, in points
 *
 * Where a letter stands does not depend on the printer.
 *
 * Returns: (transfer full): for texts measured in points
 */
PangoContext *
pz_sheet_make_context (PangoContext *like,
                       double        size)
{
  PangoContext *context;
  PangoFontDescription *font;
  cairo_font_options_t *options;

  g_return_val_if_fail (PANGO_IS_CONTEXT (like) && size > 0, NULL);

  context = pango_font_map_create_context (pango_context_get_font_map (like));
  font = pango_font_description_new ();
  options = cairo_font_options_create ();
  pango_font_description_set_family (font, FAMILY);
  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_context_set_font_description (context, font);
  pango_context_set_language (context, pango_context_get_language (like));
  pango_context_set_base_dir (context, pango_context_get_base_dir (like));
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, POINTS_AN_INCH);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  return context;
}

/* One paragraph, however it was typed: only then a layout can be told how many lines it may have. */
static char *
dup_paragraph (const char *text)
{
  GString *paragraph = g_string_new (NULL);
  gboolean blank = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      if (g_unichar_isspace (letter) || g_unichar_iscntrl (letter) || letter == 0x2028 || letter == 0x2029)
        {
          blank = TRUE;
          continue;
        }
      if (blank && paragraph->len > 0)
        g_string_append_c (paragraph, ' ');
      blank = FALSE;
      g_string_append_unichar (paragraph, letter);
    }
  return g_string_free (paragraph, FALSE);
}

/* A name in the other direction begins at the same edge as its neighbours: a layout turns the edges of such a paragraph. */
static void
align (PangoLayout *layout)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  gboolean right_to_left = line != NULL && pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;

  pango_layout_set_alignment (layout, right_to_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/**
 * pz_sheet_make_text:
 * @fonts: how the sheet is written
 * @text: what to write; becomes one paragraph
 * @size: of its letters, in points
 * @bold: whether it leads
 * @width: in points
 *
 * Returns: (transfer full): the text in as many lines as it needs; it begins where the page does, however it is read
 */
PangoLayout *
pz_sheet_make_text (const PzSheetFonts *fonts,
                    const char         *text,
                    double              size,
                    gboolean            bold,
                    double              width)
{
  PangoLayout *layout;
  PangoFontDescription *font;
  g_autofree char *paragraph = NULL;

  g_return_val_if_fail (fonts != NULL && text != NULL && size > 0, NULL);

  paragraph = dup_paragraph (text);
  layout = pango_layout_new (fonts->texts);
  font = pango_font_description_copy (pango_context_get_font_description (fonts->texts));
  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_text (layout, paragraph, -1);
  align (layout);
  return layout;
}

/**
 * pz_sheet_get_height:
 * @layout: a text
 *
 * Returns: its height, in points
 */
double
pz_sheet_get_height (PangoLayout *layout)
{
  PangoRectangle rect;

  pango_layout_get_extents (layout, NULL, &rect);
  return (double) rect.height / PANGO_SCALE;
}

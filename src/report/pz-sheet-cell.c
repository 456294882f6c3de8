/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sheet-cell.h"

#include "pz-chart-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* All in points. */
#define GAP 4
#define LEAST_CHART_LINES 5  /* of its letters: less cannot be read */
#define MOST_CHART 250
#define MOST_CHART_PART 0.5  /* of its width */
#define CHART_SHARE 0.65     /* of what is over, where the learner shall write by hand */
#define RULE_STEP 20         /* from one line that is written on by hand to the next */
#define MOST_RULES 6

enum
{
  SENTENCE,
  LATEST,
  WORDS,
  N_TEXTS
};

static double
get_line_height (PangoLayout *layout)
{
  return pz_sheet_get_height (layout) / MAX (pango_layout_get_line_count (layout), 1);
}

static char *
dup_words (const PzConferenceGoal *goal)
{
  const PzConferenceWords *newest = goal->words->len > 0 ? goal->words->pdata[0] : NULL;

  if (newest == NULL)
    return g_strdup (C_("conference", "In my own words:"));
  /* Translators: a day, and what a learner wrote then */
  return g_strdup_printf (C_("conference", "In my own words, %1$s: %2$s"), newest->day, newest->text);
}

static double
get_letters (PangoContext *context)
{
  return (double) pango_font_description_get_size (pango_context_get_font_description (context)) / PANGO_SCALE;
}

/**
 * pz_sheet_cell_init:
 * @self: (out caller-allocates): a cell
 * @goal: what it shows; must outlive the sheet
 * @fonts: how it is written; must outlive the cell
 * @width: in points
 */
void
pz_sheet_cell_init (PzSheetCell            *self,
                    const PzConferenceGoal *goal,
                    const PzSheetFonts     *fonts,
                    double                  width)
{
  g_autofree char *words = NULL;

  g_return_if_fail (self != NULL && goal != NULL && fonts != NULL && width > 0);

  words = dup_words (goal);
  *self = (PzSheetCell) { .goal = goal, .fonts = fonts, .width = width };
  self->texts[SENTENCE] = pz_sheet_make_text (fonts, goal->sentence, fonts->size + 1, TRUE, width);
  self->texts[LATEST] = pz_sheet_make_text (fonts, goal->latest, fonts->size, FALSE, width);
  self->texts[WORDS] = pz_sheet_make_text (fonts, words, fonts->size, FALSE, width);
  self->least_chart = goal->chart != NULL ? ceil (LEAST_CHART_LINES * 1.2 * PZ_SHEET_CHART_SCALE * get_letters (fonts->charts)) : 0;
  self->n_rules = goal->words->len == 0 ? 1 : 0;
}

/**
 * pz_sheet_cell_clear:
 * @self: a cell
 */
void
pz_sheet_cell_clear (PzSheetCell *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_object (&self->texts[i]);
}

/**
 * pz_sheet_cell_get_height:
 * @self: a cell
 *
 * Returns: the least height at which it shows what it has to, in points
 */
double
pz_sheet_cell_get_height (const PzSheetCell *self)
{
  double height;

  g_return_val_if_fail (self != NULL, 0);

  height = self->n_rules * RULE_STEP;
  for (guint i = 0; i < N_TEXTS; i++)
    height += pz_sheet_get_height (self->texts[i]) + (i > 0 ? GAP : 0);
  return height + (self->least_chart > 0 ? self->least_chart + GAP : 0);
}

static void
limit_lines (PangoLayout *layout,
             int          lines)
{
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -MAX (lines, 1));
}

/* One line of each text, then by turns another one, the sentence first, as long as there is room. */
static void
share_lines (PzSheetCell *self,
             double       room)
{
  int wanted[N_TEXTS], given[N_TEXTS];
  double line[N_TEXTS];
  gboolean given_one = TRUE;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      wanted[i] = pango_layout_get_line_count (self->texts[i]);
      line[i] = get_line_height (self->texts[i]);
      given[i] = 1;
      room -= line[i];
    }
  while (given_one)
    {
      given_one = FALSE;
      for (guint i = 0; i < N_TEXTS; i++)
        if (given[i] < wanted[i] && line[i] <= room)
          {
            given[i]++;
            room -= line[i];
            given_one = TRUE;
          }
    }
  for (guint i = 0; i < N_TEXTS; i++)
    if (given[i] < wanted[i])
      limit_lines (self->texts[i], given[i]);
}

/* what is left of height for the texts, all else taken off */
static double
get_room (const PzSheetCell *self,
          double             height)
{
  return height - self->n_rules * RULE_STEP - (N_TEXTS - 1) * GAP
         - (self->least_chart > 0 ? self->least_chart + GAP : 0);
}

/**
 * pz_sheet_cell_shorten:
 * @self: a cell
 * @height: in points
 *
 * Shortens the texts until they fit; when not even a line of each fits, leaves out the lines to write on, then the chart.
 *
 * Returns: %FALSE when that is not enough
 */
gboolean
pz_sheet_cell_shorten (PzSheetCell *self,
                       double       height)
{
  double least = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < N_TEXTS; i++)
    least += get_line_height (self->texts[i]);
  if (get_room (self, height) < least)
    self->n_rules = 0;
  if (get_room (self, height) < least && self->least_chart > 0)
    {
      self->least_chart = 0;
      self->chart_left_out = TRUE;
    }
  if (get_room (self, height) < least)
    return FALSE;
  share_lines (self, get_room (self, height));
  return TRUE;
}

static double
place_text (PzSheetCell       *self,
            PzConferenceSheet *sheet,
            guint              which,
            double             x,
            double             y)
{
  PzSheetText text = { g_object_ref (self->texts[which]), x, y };

  g_array_append_val (sheet->texts, text);
  sheet->n_cut += pango_layout_is_ellipsized (text.layout);
  return y + pz_sheet_get_height (text.layout) + GAP;
}

static double
place_chart (PzSheetCell       *self,
             PzConferenceSheet *sheet,
             double             x,
             double             y,
             double             height)
{
  const PzChartStyle style = { self->fonts->charts, pz_chart_words_dup_number, pz_chart_words_dup_tick, self->goal->measure,
                               pango_context_get_base_dir (self->fonts->charts) == PANGO_DIRECTION_RTL };
  PzSheetChart chart = { pz_chart_new (self->goal->chart, &style, self->width / PZ_SHEET_CHART_SCALE,
                                       height / PZ_SHEET_CHART_SCALE), x, y };

  g_array_append_val (sheet->charts, chart);
  return y + height + GAP;
}

/* Lines to write on below the heading; where there is no room for one, the rest of the line of the heading. */
static void
place_rules (PzSheetCell       *self,
             PzConferenceSheet *sheet,
             double             x,
             double             y,
             guint              n)
{
  gboolean right_to_left = pango_context_get_base_dir (self->fonts->texts) == PANGO_DIRECTION_RTL;
  PzSheetRule rule = { x, y, self->width };

  if (n == 0 && self->goal->words->len == 0)
    {
      PangoRectangle heading;
      double taken;

      pango_layout_get_extents (self->texts[WORDS], NULL, &heading);
      taken = (double) heading.width / PANGO_SCALE + GAP;
      rule.width = MAX (self->width - taken, 0);
      rule.x = right_to_left ? x : x + taken;
      g_array_append_val (sheet->rules, rule);
    }
  for (guint i = 0; i < n; i++)
    {
      rule.y += RULE_STEP;
      g_array_append_val (sheet->rules, rule);
    }
}

/**
 * pz_sheet_cell_place:
 * @self: a cell
 * @sheet: gets its texts, its chart and its lines
 * @x: left edge, in points
 * @y: upper edge
 * @height: what it has, at least pz_sheet_cell_get_height(); what is more goes to the chart, then to lines to write on
 */
void
pz_sheet_cell_place (PzSheetCell       *self,
                     PzConferenceSheet *sheet,
                     double             x,
                     double             y,
                     double             height)
{
  double more, chart;
  guint rules;

  g_return_if_fail (self != NULL && sheet != NULL);

  more = MAX (height - pz_sheet_cell_get_height (self), 0);
  chart = self->least_chart;
  if (chart > 0)
    chart = CLAMP (chart + more * (self->goal->words->len > 0 ? 1 : CHART_SHARE), chart,
                   MAX (MIN (MOST_CHART, MOST_CHART_PART * self->width), chart));
  more -= chart - self->least_chart;
  rules = MIN (self->n_rules + (guint) (more / RULE_STEP), MOST_RULES);
  y = place_text (self, sheet, SENTENCE, x, y);
  if (chart > 0)
    y = place_chart (self, sheet, x, y, chart);
  y = place_text (self, sheet, LATEST, x, y);
  y = place_text (self, sheet, WORDS, x, y) - GAP;
  place_rules (self, sheet, x, y, rules);
  sheet->n_without_chart += self->chart_left_out;
}

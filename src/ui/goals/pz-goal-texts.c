/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-texts.h"

#include "pz-goal-item-words.h"

#define COLUMN_TEXT 0.9 /* of strategy and last value */

static PangoLayout *
make_layout (GtkWidget  *widget,
             const char *text,
             double      scale)
{
  PangoLayout *layout;

  if (text == NULL || *text == '\0')
    return NULL;
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE); /* isolates of the first part would turn the whole line around */
  if (scale != 1.0)
    {
      g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
      pango_layout_set_attributes (layout, attributes);
    }
  return layout;
}

/* isolates keep text of one direction from turning the text of the other around */
static char *
join (const char *first,
      const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  return g_strdup_printf ("\u2068%s\u2069 · \u2068%s\u2069", first, second);
}

static PangoLayout *
make_strategy (GtkWidget  *widget,
               const char *strategy)
{
  PangoLayout *layout = make_layout (widget, strategy, COLUMN_TEXT);

  if (layout == NULL)
    return NULL;
  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -PZ_GOAL_STRATEGY_LINES);
  return layout;
}

/**
 * pz_goal_texts_ensure:
 * @self: the texts
 * @widget: what they are drawn on
 * @item: the goal
 * @classroom: the class
 * @shape: of the row
 *
 * Makes the texts, if they were not made for a row of that shape.
 */
void
pz_goal_texts_ensure (PzGoalTexts    *self,
                      GtkWidget      *widget,
                      PzGoalItem     *item,
                      PzClassroom    *classroom,
                      PzGoalRowShape  shape)
{
  g_autofree char *name = NULL;
  g_autofree char *latest = NULL;
  g_autofree char *when = NULL;
  g_autofree char *second = NULL;
  g_autofree char *both = NULL;
  const char *strategy;
  gboolean narrow = shape == PZ_GOAL_ROW_NARROW;

  g_return_if_fail (self != NULL && GTK_IS_WIDGET (widget) && PZ_IS_GOAL_ITEM (item));

  if (self->made && self->shape == shape)
    return;
  pz_goal_texts_clear (self);
  self->made = TRUE;
  self->shape = shape;
  name = pz_goal_item_words_dup_name (item, classroom);
  latest = pz_goal_item_words_dup_latest (item, classroom);
  when = pz_goal_item_words_dup_when (item, classroom);
  strategy = pz_goal_item_words_get_strategy (item, classroom);
  second = join (name, shape == PZ_GOAL_ROW_WIDE ? NULL : strategy);
  both = narrow ? join (latest, when) : NULL;
  self->layouts[PZ_GOAL_TEXT_TITLE] = make_layout (widget, pz_goal_item_words_get_title (item), 1.0);
  self->layouts[PZ_GOAL_TEXT_NAME] = make_layout (widget, second, PZ_GOAL_SMALL_TEXT);
  self->layouts[PZ_GOAL_TEXT_STRATEGY] = make_strategy (widget, strategy);
  self->layouts[PZ_GOAL_TEXT_LATEST] = make_layout (widget, narrow ? both : latest,
                                                    narrow ? PZ_GOAL_SMALL_TEXT : COLUMN_TEXT);
  self->layouts[PZ_GOAL_TEXT_WHEN] = make_layout (widget, when, PZ_GOAL_SMALL_TEXT);
}

/**
 * pz_goal_texts_clear:
 * @self: the texts
 *
 * Lets them go, to be made again.
 */
void
pz_goal_texts_clear (PzGoalTexts *self)
{
  g_return_if_fail (self != NULL);

  for (guint text = 0; text < PZ_N_GOAL_TEXTS; text++)
    g_clear_object (&self->layouts[text]);
  self->made = FALSE;
}

/**
 * pz_goal_texts_is_cut:
 * @self: the texts, drawn
 *
 * Returns: whether one of them did not fit
 */
gboolean
pz_goal_texts_is_cut (const PzGoalTexts *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint text = 0; text < PZ_N_GOAL_TEXTS; text++)
    if (self->layouts[text] != NULL && pango_layout_is_ellipsized (self->layouts[text]))
      return TRUE;
  return FALSE;
}

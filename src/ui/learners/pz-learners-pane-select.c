/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learners-pane-private.h"

#include "pz-bulk-add-popover.h"
#include "pz-lazy-menu.h"
#include "pz-learner-cell.h"

#include <glib/gi18n-lib.h>

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             const char *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
append_levels (PzLearnersPane *self,
               GMenu          *menu)
{
  g_autoptr(GPtrArray) levels = pz_filter_model_list_choices (self->filters, PZ_FILTER_LEVEL, NULL);
  g_autoptr(GMenu) section = g_menu_new ();

  for (guint i = 0; i < levels->len; i++)
    {
      const PzFilterChoice *level = g_ptr_array_index (levels, i);

      append_item (section, level->label, "win.set-level", level->value);
    }
  append_item (section, _("No Level"), "win.set-level", "");
  g_menu_append_section (menu, C_("filter", "Level"), G_MENU_MODEL (section));
}

static void
append_lens (GMenu    *menu,
             PzRecord *lens)
{
  g_autoptr(GMenu) section = g_menu_new ();
  g_auto(GStrv) values = pz_record_dup_set (lens, PZ_LENS_VALUES);
  g_autofree char *none = g_strconcat (pz_record_get_id (lens), ":", NULL);

  for (gsize i = 0; values[i] != NULL; i++)
    {
      g_autofree char *target = g_strconcat (pz_record_get_id (lens), ":", values[i], NULL);

      append_item (section, values[i], "win.set-lens", target);
    }
  append_item (section, _("No Value"), "win.set-lens", none);
  g_menu_append_submenu (menu, pz_record_get_text (lens, PZ_LENS_NAME), G_MENU_MODEL (section));
}

/* Built whenever it is opened, from the levels and lenses the class has then. */
static void
create_set_menu_cb (GtkMenuButton *button,
                    gpointer       user_data)
{
  PzLearnersPane *self = PZ_LEARNERS_PANE (user_data);
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) lenses = g_menu_new ();
  g_autoptr(GPtrArray) topics = pz_filter_model_list_topics (self->filters);
  PzDocument *document = pz_classroom_get_document (self->classroom);

  append_levels (self, menu);
  for (guint i = 0; i < topics->len; i++)
    {
      const PzFilterTopic *topic = g_ptr_array_index (topics, i);

      if (topic->field == PZ_FILTER_LENS)
        append_lens (lenses, pz_document_find (document, topic->lens));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (lenses));
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static void
create_add_menu_cb (GtkMenuButton *button,
                    gpointer       user_data)
{
  PzLearnersPane *self = PZ_LEARNERS_PANE (user_data);

  gtk_menu_button_set_popover (button, pz_bulk_add_popover_new (self->filters));
}

static gboolean
is_archived_scope (PzLearnersPane *self)
{
  return pz_learner_filter_find (pz_learner_list_peek_filter (self->list), PZ_FILTER_ARCHIVED, NULL) != NULL;
}

static void
create_selection_menu_cb (GtkMenuButton *button,
                          gpointer       user_data)
{
  PzLearnersPane *self = PZ_LEARNERS_PANE (user_data);
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) deletion = g_menu_new ();

  g_menu_append (menu, _("Add _Goal…"), "win.new-goal");
  if (is_archived_scope (self))
    g_menu_append (menu, _("_Return to the Class"), "win.unarchive-learners");
  else
    g_menu_append (menu, _("Ar_chive"), "win.archive-learners");
  g_menu_append (menu, _("_Export as Table…"), "win.export-selected");
  g_menu_append (deletion, _("_Delete"), "win.delete-learner");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deletion));
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static void
long_pressed_cb (GtkGesture     *gesture,
                 double          x,
                 double          y,
                 PzLearnersPane *self)
{
  if (!self->selecting)
    pz_learners_pane_set_selecting (self, TRUE);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                PzLearnersPane        *self)
{
  if (key != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  return pz_learners_pane_escape (self);
}

/**
 * pz_learners_pane_update_header:
 * @self: the pane
 *
 * Shows what belongs to a selection, or what belongs to the list; in a narrow window there is room for less.
 */
void
pz_learners_pane_update_header (PzLearnersPane *self)
{
  gtk_widget_set_visible (self->back_button, (self->leading || self->way_back) && !self->selecting);
  gtk_widget_set_visible (self->new_button, !self->selecting);
  gtk_widget_set_visible (self->entry_button, !self->selecting && !self->narrow);
  gtk_widget_set_visible (self->sort_button, !self->selecting);
  gtk_widget_set_visible (self->select_button, !self->selecting && !self->narrow); /* both are in menus, too */
  gtk_widget_set_visible (self->all_button, self->selecting);
  gtk_widget_set_visible (self->cancel_button, self->selecting);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->selection_bar), self->selecting);
}

/**
 * pz_learners_pane_init_selection:
 * @self: the pane
 *
 * Connects what belongs to the selection mode; once.
 */
void
pz_learners_pane_init_selection (PzLearnersPane *self)
{
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), self, 0);
  gtk_widget_add_controller (self->list_view, GTK_EVENT_CONTROLLER (press));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->set_button), create_set_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add_button), create_add_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->selection_menu_button), create_selection_menu_cb, self,
                                         NULL);
  pz_learners_pane_update_header (self);
}

/**
 * pz_learners_pane_update_selection:
 * @self: the pane
 *
 * What a click or a step of the cursor does now, and whether there is somebody to act on.
 */
void
pz_learners_pane_update_selection (PzLearnersPane *self)
{
  gboolean any;

  if (self->list == NULL)
    return;
  any = pz_learner_list_count_selected (self->list) > 0;
  pz_learner_list_set_select_mode (self->list, !self->selecting ? PZ_SELECT_ONE
                                               : self->by_pointer ? PZ_SELECT_TOGGLE : PZ_SELECT_KEEP);
  gtk_widget_set_sensitive (gtk_revealer_get_child (GTK_REVEALER (self->selection_bar)), any);
}

/**
 * pz_learners_pane_toggle:
 * @self: the pane, selecting
 * @position: of a row
 *
 * Selects the row, or no longer.
 */
void
pz_learners_pane_toggle (PzLearnersPane *self,
                         guint           position)
{
  pz_learner_list_set_select_mode (self->list, PZ_SELECT_TOGGLE);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->list), position, TRUE);
  pz_learners_pane_update_selection (self);
}

/**
 * pz_learners_pane_set_selecting:
 * @self: the pane
 * @selecting: whether rows have check marks, and the bar with what can be done is there
 *
 * Nobody stays selected when the mode ends.
 */
void
pz_learners_pane_set_selecting (PzLearnersPane *self,
                                gboolean        selecting)
{
  g_return_if_fail (PZ_IS_LEARNERS_PANE (self));

  if (self->selecting == selecting || self->list == NULL)
    return;
  self->selecting = selecting;
  if (self->progress != NULL)
    g_cancellable_cancel (self->progress);
  if (selecting && pz_learner_list_count_selected (self->list) == 1)
    pz_learner_list_select_id (self->list, NULL); /* the page that is open was not meant */
  if (!selecting)
    pz_learner_list_select_id (self->list, NULL);
  if (selecting)
    pz_classroom_traits_load (pz_filter_model_get_traits (self->filters)); /* for suggestions */
  pz_learners_pane_update_header (self);
  pz_learners_pane_update_selection (self);
  pz_learners_pane_update_title (self);
  for (GtkWidget *row = gtk_widget_get_first_child (self->list_view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (PZ_IS_LEARNER_CELL (gtk_widget_get_first_child (row)))
      pz_learner_cell_set_selecting (PZ_LEARNER_CELL (gtk_widget_get_first_child (row)), selecting);
}

/**
 * pz_learners_pane_get_selecting:
 * @self: the pane
 *
 * Returns: whether rows have check marks
 */
gboolean
pz_learners_pane_get_selecting (PzLearnersPane *self)
{
  g_return_val_if_fail (PZ_IS_LEARNERS_PANE (self), FALSE);
  return self->selecting;
}

/**
 * pz_learners_pane_escape:
 * @self: the pane
 *
 * Takes back one thing: the selection mode, then the filters, then the search.
 *
 * Returns: whether there was one
 */
gboolean
pz_learners_pane_escape (PzLearnersPane *self)
{
  g_return_val_if_fail (PZ_IS_LEARNERS_PANE (self), FALSE);

  if (self->selecting)
    pz_learners_pane_set_selecting (self, FALSE);
  else if (self->filters != NULL && !pz_learner_filter_is_empty (pz_filter_model_peek (self->filters)))
    pz_filter_model_set (self->filters, NULL);
  else if (pz_learners_pane_is_searching (self))
    pz_learners_pane_clear_search (self);
  else
    return FALSE;
  return TRUE;
}

/**
 * pz_learners_pane_get_filters:
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): the conditions; %NULL without a class
 */
PzFilterModel *
pz_learners_pane_get_filters (PzLearnersPane *self)
{
  g_return_val_if_fail (PZ_IS_LEARNERS_PANE (self), NULL);
  return self->filters;
}

/**
 * pz_learners_pane_select_all:
 * @self: the pane
 *
 * Selects everybody search and filters leave; nobody when all are selected.
 */
void
pz_learners_pane_select_all (PzLearnersPane *self)
{
  g_return_if_fail (PZ_IS_LEARNERS_PANE (self));

  if (self->list == NULL)
    return;
  pz_learners_pane_set_selecting (self, TRUE);
  if (pz_learner_list_is_all_selected (self->list))
    pz_learner_list_select_id (self->list, NULL);
  else
    pz_learner_list_select_all (self->list);
}

/**
 * pz_learners_pane_begin_progress:
 * @self: the pane, not in progress
 *
 * Returns: (transfer none): cancelled when the selection mode is left
 */
GCancellable *
pz_learners_pane_begin_progress (PzLearnersPane *self)
{
  g_return_val_if_fail (PZ_IS_LEARNERS_PANE (self) && self->progress == NULL, NULL);

  self->progress = g_cancellable_new ();
  return self->progress;
}

/**
 * pz_learners_pane_show_progress:
 * @self: the pane, in progress
 * @done: so many learners
 * @total: of so many
 */
void
pz_learners_pane_show_progress (PzLearnersPane *self,
                                guint           done,
                                guint           total)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PZ_IS_LEARNERS_PANE (self));

  /* Translators: how many learners were read for a change of many, of how many */
  text = g_strdup_printf (_("%1$u of %2$u…"), done, total);
  adw_window_title_set_subtitle (self->title, text);
}

/**
 * pz_learners_pane_end_progress:
 * @self: the pane
 */
void
pz_learners_pane_end_progress (PzLearnersPane *self)
{
  g_return_if_fail (PZ_IS_LEARNERS_PANE (self));

  g_clear_object (&self->progress);
  if (self->list != NULL)
    pz_learners_pane_update_title (self);
}

/**
 * pz_learners_pane_is_in_progress:
 * @self: the pane
 *
 * Returns: whether a change of many learners is under way
 */
gboolean
pz_learners_pane_is_in_progress (PzLearnersPane *self)
{
  g_return_val_if_fail (PZ_IS_LEARNERS_PANE (self), FALSE);
  return self->progress != NULL;
}

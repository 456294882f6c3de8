/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-browser-private.h"

/*
 * pz_standard_browser_move_to:
 * @position: of a row
 *
 * Selects the row and brings it into view.
 */
void
pz_standard_browser_move_to (PzStandardBrowser *self,
                             guint              position)
{
  pz_standard_browser_reach (self, position);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

/* the keyboard goes on from there; rows are made when they are scrolled to, so the focus may have to wait for a frame */
static void
step_to (PzStandardBrowser *self,
         guint              position,
         guint              from)
{
  pz_standard_browser_move_to (self, position);
  for (; from < position; from++)
    if (!gtk_widget_child_focus (self->list, GTK_DIR_DOWN))
      break;
  for (; from > position; from--)
    if (!gtk_widget_child_focus (self->list, GTK_DIR_UP))
      break;
}

/* Right: opens, or goes to the first row inside */
static gboolean
go_in (PzStandardBrowser *self,
       GtkTreeListRow    *row,
       guint              position)
{
  if (!gtk_tree_list_row_is_expandable (row))
    return FALSE;
  if (!gtk_tree_list_row_get_expanded (row))
    gtk_tree_list_row_set_expanded (row, TRUE);
  else
    step_to (self, position + 1, position);
  return TRUE;
}

/* Left: closes, or goes to the row around */
static gboolean
go_out (PzStandardBrowser *self,
        GtkTreeListRow    *row,
        guint              position)
{
  g_autoptr(GtkTreeListRow) parent = NULL;

  if (gtk_tree_list_row_is_expandable (row) && gtk_tree_list_row_get_expanded (row))
    {
      gtk_tree_list_row_set_expanded (row, FALSE);
      return TRUE;
    }
  parent = gtk_tree_list_row_get_parent (row);
  if (parent == NULL)
    return FALSE;
  step_to (self, gtk_tree_list_row_get_position (parent), position);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                PzStandardBrowser     *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint position = gtk_single_selection_get_selected (self->selection);
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (keyval == GDK_KEY_End || keyval == GDK_KEY_KP_End)
    pz_standard_browser_reach (self, pz_standard_browser_get_n_rows (self));
  if (row == NULL || self->is_search || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return FALSE;
  if (keyval == GDK_KEY_plus || keyval == GDK_KEY_KP_Add || keyval == (rtl ? GDK_KEY_Left : GDK_KEY_Right))
    return go_in (self, row, position);
  if (keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract || keyval == (rtl ? GDK_KEY_Right : GDK_KEY_Left))
    return go_out (self, row, position);
  return FALSE;
}

/*
 * pz_standard_browser_add_keys:
 *
 * Opens and closes rows by the keyboard.
 */
void
pz_standard_browser_add_keys (PzStandardBrowser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->list, keys);
}

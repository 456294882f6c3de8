/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-lazy-menu.h"

typedef struct
{
  const char *resource;
  const char *id;
} LazyMenu;

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  LazyMenu *menu = user_data;
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (menu->resource);

  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (
                                         gtk_builder_get_object (builder, menu->id))));
}

/**
 * pz_lazy_menu_set:
 * @button: the button
 * @resource: (transfer none): path of a .ui file in the resources; a constant
 * @id: (transfer none): the menu in it; a constant
 *
 * Gives the button a menu that is built when it is opened: a menu that nobody opens must not delay the first frame.
 */
void
pz_lazy_menu_set (GtkMenuButton *button,
                  const char    *resource,
                  const char    *id)
{
  LazyMenu *menu;

  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  menu = g_new (LazyMenu, 1);
  menu->resource = resource;
  menu->id = id;
  gtk_menu_button_set_create_popup_func (button, create_popover_cb, menu, g_free);
}

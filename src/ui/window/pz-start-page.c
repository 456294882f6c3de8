/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-start-page.h"

#include "pz-columns-layout.h"
#include "pz-lazy-menu.h"

#include <glib/gi18n-lib.h>

#define TILE_WIDTH 240 /* px, least width of a tile while they stand side by side */

struct _PzStartPage
{
  AdwBin parent_instance;

  GtkWidget *menu_button;
  GtkWidget *tiles;
};

G_DEFINE_FINAL_TYPE (PzStartPage, pz_start_page, ADW_TYPE_BIN)

static const struct
{
  const char *action;
  const char *icon;
  const char *title;
  const char *text;
} ways[] = {
  { "win.new-class", "list-add-symbolic", N_("New Class"), N_("Type or paste the names. Everything else can come later.") },
  { "win.import", "document-open-symbolic", N_("Import a Roster"),
    N_("OneRoster, or any table from a spreadsheet. You see it before it is kept.") },
  { "win.join-class", "network-server-symbolic", N_("Join a Class on a Server"),
    N_("One that a colleague shares with you, or your own from another device.") },
  { "win.sample-class", "emoji-objects-symbolic", N_("Sample Class"),
    N_("Invented learners with a term of data. Try everything, delete it when you like.") },
};

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_tile (gsize i)
{
  GtkWidget *tile = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (ways[i].icon);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 32);
  gtk_widget_set_halign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "pz-tile-icon");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_label (gettext (ways[i].title), "pz-tile-title"));
  gtk_box_append (GTK_BOX (box), make_label (gettext (ways[i].text), "pz-dim"));
  gtk_button_set_child (GTK_BUTTON (tile), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (tile), ways[i].action);
  gtk_widget_add_css_class (tile, "pz-tile");
  gtk_widget_add_css_class (tile, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, gettext (ways[i].title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gettext (ways[i].text), -1);
  return tile;
}

static void
pz_start_page_class_init (PzStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PzStartPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PzStartPage, tiles);
}

static void
pz_start_page_init (PzStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pz_lazy_menu_set (GTK_MENU_BUTTON (self->menu_button), "/org/example/Personalize/menus.ui", "start_menu");
  gtk_widget_set_layout_manager (self->tiles, pz_columns_layout_new (18, TILE_WIDTH, G_N_ELEMENTS (ways)));
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_box_append (GTK_BOX (self->tiles), make_tile (i));
}

/**
 * pz_start_page_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
pz_start_page_new (void)
{
  return g_object_new (PZ_TYPE_START_PAGE, NULL);
}

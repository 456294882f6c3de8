/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-swatch.h"

#include <glib/gi18n-lib.h>

#define SIZE 28 /* px */
#define NO_COLOUR "#77767b"

struct _PzSwatch
{
  GtkWidget parent_instance;

  GtkWidget *image;
  GdkRGBA colour;
};

G_DEFINE_FINAL_TYPE (PzSwatch, pz_swatch, GTK_TYPE_WIDGET)

/* White on each of them has a contrast of 4.5 and more; any two can be told apart by people who see few colours. */
const PzLook pz_look_colours[] = {
  { "#1c71d8", NC_("colour", "Blue") },   { "#1a7343", NC_("colour", "Green") },  { "#c64600", NC_("colour", "Orange") },
  { "#865e3c", NC_("colour", "Brown") },  { "#9141ac", NC_("colour", "Purple") }, { "#a51d2d", NC_("colour", "Red") },
  { "#0b6e75", NC_("colour", "Teal") },   { "#5e5c64", NC_("colour", "Grey") },
};

const PzLook pz_look_icons[] = {
  { "starred-symbolic", NC_("symbol", "Star") },
  { "emote-love-symbolic", NC_("symbol", "Heart") },
  { "weather-clear-symbolic", NC_("symbol", "Sun") },
  { "weather-few-clouds-symbolic", NC_("symbol", "Sun and cloud") },
  { "weather-overcast-symbolic", NC_("symbol", "Cloud") },
  { "weather-clear-night-symbolic", NC_("symbol", "Moon") },
  { "weather-snow-symbolic", NC_("symbol", "Snowflake") },
  { "emoji-flags-symbolic", NC_("symbol", "Flag") },
  { "emoji-objects-symbolic", NC_("symbol", "Lamp") },
  { "face-smile-symbolic", NC_("symbol", "Smile") },
  { "emoji-activities-symbolic", NC_("symbol", "Ball") },
  { "object-select-symbolic", NC_("symbol", "Tick") },
};

static void
pz_swatch_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  PzSwatch *self = PZ_SWATCH (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int size = MIN (width, height);
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (&circle, &GRAPHENE_RECT_INIT ((width - size) / 2.0f, (height - size) / 2.0f,
                                                                 size, size), size / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &self->colour, &circle.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->image, snapshot);
}

static void
pz_swatch_dispose (GObject *object)
{
  PzSwatch *self = PZ_SWATCH (object);

  g_clear_pointer (&self->image, gtk_widget_unparent);
  G_OBJECT_CLASS (pz_swatch_parent_class)->dispose (object);
}

static void
pz_swatch_class_init (PzSwatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_swatch_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = pz_swatch_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "swatch");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pz_swatch_init (PzSwatch *self)
{
  self->image = gtk_image_new ();
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), SIZE, SIZE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gdk_rgba_parse (&self->colour, NO_COLOUR);
}

/**
 * pz_swatch_new:
 *
 * Returns: (transfer floating): a grey spot
 */
GtkWidget *
pz_swatch_new (void)
{
  return g_object_new (PZ_TYPE_SWATCH, NULL);
}

/**
 * pz_swatch_show:
 * @self: the spot
 * @colour: (nullable): a colour as CSS writes it; grey when it is none
 * @icon: (nullable): name of a symbolic icon
 */
void
pz_swatch_show (PzSwatch   *self,
                const char *colour,
                const char *icon)
{
  g_return_if_fail (PZ_IS_SWATCH (self));

  if (colour == NULL || !gdk_rgba_parse (&self->colour, colour))
    gdk_rgba_parse (&self->colour, NO_COLOUR);
  if (icon != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->image), icon);
  else
    gtk_image_clear (GTK_IMAGE (self->image));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

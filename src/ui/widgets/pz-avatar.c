/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-avatar.h"

#define INITIALS_SHARE 0.38 /* height of the letters as a share of the disc */

struct _PzAvatar
{
  GtkWidget parent_instance;

  int size; /* px */
  char *id;
  char *initials;
};

G_DEFINE_FINAL_TYPE (PzAvatar, pz_avatar, GTK_TYPE_WIDGET)

/* white text on each of them has a contrast of 4.5 or more */
static const char *const colours[] = {
  "#1a5fb4", "#1a7343", "#865e3c", "#9c2f52", "#613583", "#a51d2d", "#0b6a75", "#5e5c64", "#8a4b08", "#3d5a80",
};

static void
get_colour (const char *id,
            GdkRGBA    *colour)
{
  gdk_rgba_parse (colour, colours[g_str_hash (id != NULL ? id : "") % G_N_ELEMENTS (colours)]);
}

/* A letter as it begins a name. Georgian has capitals, but no name begins with one; GLib gives them all the same. */
static gunichar
to_initial (gunichar letter)
{
  return g_unichar_get_script (letter) == G_UNICODE_SCRIPT_GEORGIAN ? letter : g_unichar_totitle (letter);
}

static void
append_initial (GString    *text,
                const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name != NULL ? name : "", -1, G_NORMALIZE_DEFAULT_COMPOSE);

  for (const char *p = composed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      {
        g_string_append_unichar (text, to_initial (g_utf8_get_char (p)));
        return;
      }
}

static void
pz_avatar_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  *minimum = *natural = PZ_AVATAR (widget)->size;
}

static void
pz_avatar_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  PzAvatar *self = PZ_AVATAR (widget);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - self->size) / 2.0f,
                                                          (gtk_widget_get_height (widget) - self->size) / 2.0f));
  pz_avatar_draw (snapshot, widget, self->id, self->initials, self->size);
  gtk_snapshot_restore (snapshot);
}

static void
pz_avatar_finalize (GObject *object)
{
  PzAvatar *self = PZ_AVATAR (object);

  g_free (self->id);
  g_free (self->initials);
  G_OBJECT_CLASS (pz_avatar_parent_class)->finalize (object);
}

static void
pz_avatar_class_init (PzAvatarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pz_avatar_finalize;
  widget_class->measure = pz_avatar_measure;
  widget_class->snapshot = pz_avatar_snapshot;
  /* the name stands beside it */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pz_avatar_init (PzAvatar *self)
{
  self->size = 64;
}

/**
 * pz_avatar_new:
 * @size: width and height in px
 *
 * Returns: (transfer floating): a disc without initials
 */
GtkWidget *
pz_avatar_new (int size)
{
  PzAvatar *self = g_object_new (PZ_TYPE_AVATAR, NULL);

  self->size = size;
  return GTK_WIDGET (self);
}

/**
 * pz_avatar_set_person:
 * @self: the avatar
 * @id: of the learner; gives the colour, so that it stays when the name changes
 * @given_name: (nullable): a name
 * @family_name: (nullable): a name
 */
void
pz_avatar_set_person (PzAvatar   *self,
                      const char *id,
                      const char *given_name,
                      const char *family_name)
{
  g_return_if_fail (PZ_IS_AVATAR (self));

  g_free (self->id);
  g_free (self->initials);
  self->id = g_strdup (id);
  self->initials = pz_avatar_dup_initials (given_name, family_name);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pz_avatar_dup_initials:
 * @given_name: (nullable): a name
 * @family_name: (nullable): a name
 *
 * Returns: (transfer full): the first letter or digit of each, as it begins a name; "" when there is none
 */
char *
pz_avatar_dup_initials (const char *given_name,
                        const char *family_name)
{
  GString *text = g_string_new (NULL);

  append_initial (text, given_name);
  append_initial (text, family_name);
  return g_string_free (text, FALSE);
}

/**
 * pz_avatar_draw:
 * @snapshot: where to draw, from its origin
 * @widget: whose font to use
 * @id: (nullable): gives the colour
 * @initials: (nullable): what to write
 * @size: width and height in px
 */
void
pz_avatar_draw (GtkSnapshot *snapshot,
                GtkWidget   *widget,
                const char  *id,
                const char  *initials,
                float        size)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  g_autoptr(PangoLayout) layout = NULL;
  PangoFontDescription *font;
  GskRoundedRect disc;
  GdkRGBA colour;
  int width, height;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  get_colour (id, &colour);
  gsk_rounded_rect_init_from_rect (&disc, &GRAPHENE_RECT_INIT (0, 0, size, size), size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &colour, &disc.bounds);
  gtk_snapshot_pop (snapshot);
  if (initials == NULL || *initials == '\0')
    return;
  layout = gtk_widget_create_pango_layout (widget, initials);
  font = pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
  pango_font_description_set_absolute_size (font, (double) size * INITIALS_SHARE * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((size - width) / 2, (size - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &white);
  gtk_snapshot_restore (snapshot);
}

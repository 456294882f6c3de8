/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-status-mark.h"

#include "pz-compat.h"

#define ICON_SIZE 16 /* px */
#define GAP 6        /* px */

struct _PzStatusMark
{
  GtkWidget parent_instance;

  PzStatus status;    /* %PZ_N_STATUSES: none yet */
  PangoLayout *word;  /* made when it is needed; NULL until then */
};

G_DEFINE_FINAL_TYPE (PzStatusMark, pz_status_mark, GTK_TYPE_WIDGET)

static PangoLayout *
get_word (PzStatusMark *self)
{
  g_autofree char *title = NULL;

  if (self->word != NULL)
    return self->word;
  title = self->status < PZ_N_STATUSES ? pz_status_words_dup_title (self->status) : g_strdup ("");
  self->word = gtk_widget_create_pango_layout (GTK_WIDGET (self), title);
  pango_layout_set_single_paragraph_mode (self->word, TRUE);
  pango_layout_set_ellipsize (self->word, PANGO_ELLIPSIZE_END);
  return self->word;
}

static void
pz_status_mark_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  PangoLayout *word = get_word (PZ_STATUS_MARK (widget));
  int width, height;

  pango_layout_set_width (word, -1);
  pango_layout_get_pixel_size (word, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = ICON_SIZE;
      *natural = ICON_SIZE + GAP + width;
    }
  else
    *minimum = *natural = MAX (ICON_SIZE, height);
}

static void
draw_icon (PzStatusMark  *self,
           GtkSnapshot   *snapshot,
           const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkTextDirection direction = gtk_widget_get_direction (widget);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr(GtkIconPaintable) icon = NULL;
  int x = direction == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (widget) - ICON_SIZE : 0;

  icon = gtk_icon_theme_lookup_icon (theme, pz_status_words_get_icon (self->status), NULL, ICON_SIZE,
                                     gtk_widget_get_scale_factor (widget), direction, 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (gtk_widget_get_height (widget) - ICON_SIZE) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE, ICON_SIZE, colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
pz_status_mark_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  PzStatusMark *self = PZ_STATUS_MARK (widget);
  int room = gtk_widget_get_width (widget) - ICON_SIZE - GAP;
  PangoLayout *word;
  PangoRectangle box;
  GdkRGBA colour;
  int x;

  if (self->status >= PZ_N_STATUSES)
    return;
  pz_widget_get_text_color (widget, &colour);
  draw_icon (self, snapshot, &colour);
  if (room <= 0)
    return;
  word = get_word (self);
  pango_layout_set_width (word, room * PANGO_SCALE);
  pango_layout_get_pixel_extents (word, NULL, &box);
  x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? room - box.width : ICON_SIZE + GAP;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - box.x, (gtk_widget_get_height (widget) - box.height) / 2));
  gtk_snapshot_append_layout (snapshot, word, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
pz_status_mark_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (pz_status_mark_parent_class)->css_changed (widget, change);
  g_clear_object (&PZ_STATUS_MARK (widget)->word);
}

static void
pz_status_mark_system_setting_changed (GtkWidget        *widget,
                                       GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (pz_status_mark_parent_class)->system_setting_changed (widget, setting);
  g_clear_object (&PZ_STATUS_MARK (widget)->word);
  gtk_widget_queue_resize (widget);
}

static void
pz_status_mark_dispose (GObject *object)
{
  g_clear_object (&PZ_STATUS_MARK (object)->word);
  G_OBJECT_CLASS (pz_status_mark_parent_class)->dispose (object);
}

static void
pz_status_mark_class_init (PzStatusMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_status_mark_dispose;
  widget_class->measure = pz_status_mark_measure;
  widget_class->snapshot = pz_status_mark_snapshot;
  widget_class->css_changed = pz_status_mark_css_changed;
  widget_class->system_setting_changed = pz_status_mark_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "statusmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
pz_status_mark_init (PzStatusMark *self)
{
  self->status = PZ_N_STATUSES;
}

/**
 * pz_status_mark_new:
 *
 * Returns: (transfer floating): a mark that says nothing yet
 */
GtkWidget *
pz_status_mark_new (void)
{
  return g_object_new (PZ_TYPE_STATUS_MARK, NULL);
}

/**
 * pz_status_mark_set_status:
 * @self: the mark
 * @status: what it says from now on
 */
void
pz_status_mark_set_status (PzStatusMark *self,
                           PzStatus      status)
{
  g_autofree char *title = NULL;

  g_return_if_fail (PZ_IS_STATUS_MARK (self) && status < PZ_N_STATUSES);

  if (self->status == status)
    return;
  if (self->status < PZ_N_STATUSES)
    gtk_widget_remove_css_class (GTK_WIDGET (self), pz_status_words_get_css_class (self->status));
  self->status = status;
  gtk_widget_add_css_class (GTK_WIDGET (self), pz_status_words_get_css_class (status));
  g_clear_object (&self->word);
  title = pz_status_words_dup_title (status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * pz_status_mark_get_status:
 * @self: the mark
 *
 * Returns: what it says; %PZ_N_STATUSES before it says anything
 */
PzStatus
pz_status_mark_get_status (PzStatusMark *self)
{
  g_return_val_if_fail (PZ_IS_STATUS_MARK (self), PZ_N_STATUSES);
  return self->status;
}

static int
measure_widest (GtkWidget            *widget,
                PangoFontDescription *font)
{
  int widest = 0;

  for (PzStatus status = 0; status < PZ_N_STATUSES; status++)
    {
      g_autofree char *title = pz_status_words_dup_title (status);
      g_autoptr(PangoLayout) word = gtk_widget_create_pango_layout (widget, title);
      int width;

      pango_layout_set_font_description (word, font);
      pango_layout_get_pixel_size (word, &width, NULL);
      widest = MAX (widest, width);
    }
  return ICON_SIZE + GAP + widest;
}

/**
 * pz_status_mark_get_widest:
 * @widget: a row with a mark, or what stands above it: its font is a little larger than that of the mark
 *
 * Returns: px that the mark with the longest word needs; the language decides which that is
 */
int
pz_status_mark_get_widest (GtkWidget *widget)
{
  static PangoFontDescription *known; /* a list asks for each of its rows */
  static int widest;
  PangoFontDescription *font;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  font = pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (known == NULL || !pango_font_description_equal (font, known))
    {
      widest = measure_widest (widget, font);
      g_clear_pointer (&known, pango_font_description_free);
      known = g_steal_pointer (&font);
    }
  g_clear_pointer (&font, pango_font_description_free);
  return widest;
}

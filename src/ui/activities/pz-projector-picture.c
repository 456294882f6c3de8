/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-projector-picture.h"

#include "pz-compat.h"
#include "pz-group-sheet.h"

#include <glib/gi18n-lib.h>

/* px. Letters may be as large as this part of the height, and are read from the last row of a room at the smallest. */
#define LARGEST_PART 0.09
#define SMALLEST 22.0
#define LEAST_WIDTH 260
#define LEAST_HEIGHT 160

struct _PzProjectorPicture
{
  GtkWidget parent_instance;

  PzGroupCards *cards; /* NULL before there are any */
  PzGroupSheet *sheet; /* of the cards, for the size it has; NULL: is to be laid out */
  guint page;
  guint idle;          /* source that tells of the pages; 0: none */
};

static guint paged_signal;

G_DEFINE_FINAL_TYPE (PzProjectorPicture, pz_projector_picture, GTK_TYPE_WIDGET)

/* everything the page says, for those who do not see it */
static void
update_label (PzProjectorPicture *self)
{
  const PzGroupSheetPage *page = self->sheet != NULL ? self->sheet->pages->pdata[self->page] : NULL;
  g_autoptr(GString) text = g_string_new (self->cards != NULL ? self->cards->title : "");

  if (page != NULL && page->round < self->cards->rounds->len)
    {
      const PzGroupCardsRound *round = self->cards->rounds->pdata[page->round];

      if (round->name != NULL)
        g_string_append_printf (text, ". %s", round->name);
      for (guint i = 0; i < round->groups->len; i++)
        {
          const PzGroupCardsGroup *group = round->groups->pdata[i];
          g_autofree char *members = pz_group_cards_dup_members (group);

          g_string_append_printf (text, ". %s: %s", group->name, members);
        }
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

static gboolean
idle_cb (gpointer user_data)
{
  PzProjectorPicture *self = PZ_PROJECTOR_PICTURE (user_data);

  self->idle = 0;
  update_label (self);
  g_signal_emit (self, paged_signal, 0);
  return G_SOURCE_REMOVE;
}

/* later: a size is being given out when the pages are counted */
static void
queue_paged (PzProjectorPicture *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
lay_out (PzProjectorPicture *self,
         int                 width,
         int                 height)
{
  PzGroupSheetStyle style = { width, height, MAX (LARGEST_PART * height, SMALLEST), SMALLEST };
  PangoContext *context;

  g_clear_pointer (&self->sheet, pz_group_sheet_free);
  if (self->cards == NULL || width <= 0 || height <= 0)
    return;
  context = gtk_widget_create_pango_context (GTK_WIDGET (self));
  self->sheet = pz_group_sheet_new (self->cards, context, &style);
  self->page = MIN (self->page, self->sheet->pages->len - 1);
  g_object_unref (context);
  queue_paged (self);
}

static void
pz_projector_picture_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
}

static void
pz_projector_picture_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  PzProjectorPicture *self = PZ_PROJECTOR_PICTURE (widget);

  if (self->sheet == NULL || (int) self->sheet->width != width || (int) self->sheet->height != height)
    lay_out (self, width, height);
}

static void
pz_projector_picture_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  PzProjectorPicture *self = PZ_PROJECTOR_PICTURE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA color;
  cairo_t *cr;

  if (self->sheet == NULL)
    return;
  pz_widget_get_text_color (widget, &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  pz_group_sheet_draw (self->sheet, self->page, cr, &(PzSparkColor) { color.red, color.green, color.blue, color.alpha });
  cairo_destroy (cr);
}

/* from left to right, or the other way: it is laid out anew */
static void
pz_projector_picture_direction_changed (GtkWidget        *widget,
                                        GtkTextDirection  before)
{
  g_clear_pointer (&PZ_PROJECTOR_PICTURE (widget)->sheet, pz_group_sheet_free);
  GTK_WIDGET_CLASS (pz_projector_picture_parent_class)->direction_changed (widget, before);
}

static void
pz_projector_picture_dispose (GObject *object)
{
  g_clear_handle_id (&PZ_PROJECTOR_PICTURE (object)->idle, g_source_remove);
  G_OBJECT_CLASS (pz_projector_picture_parent_class)->dispose (object);
}

static void
pz_projector_picture_finalize (GObject *object)
{
  PzProjectorPicture *self = PZ_PROJECTOR_PICTURE (object);

  g_clear_pointer (&self->sheet, pz_group_sheet_free);
  g_clear_pointer (&self->cards, pz_group_cards_free);
  G_OBJECT_CLASS (pz_projector_picture_parent_class)->finalize (object);
}

static void
pz_projector_picture_class_init (PzProjectorPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_projector_picture_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_projector_picture_finalize;
  widget_class->measure = pz_projector_picture_measure;
  widget_class->size_allocate = pz_projector_picture_size_allocate;
  widget_class->snapshot = pz_projector_picture_snapshot;
  widget_class->direction_changed = pz_projector_picture_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "projectorpicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  paged_signal = g_signal_new ("paged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
pz_projector_picture_init (PzProjectorPicture *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/**
 * pz_projector_picture_new:
 *
 * Returns: (transfer floating): a picture without cards
 */
GtkWidget *
pz_projector_picture_new (void)
{
  return g_object_new (PZ_TYPE_PROJECTOR_PICTURE, NULL);
}

/**
 * pz_projector_picture_set_cards:
 * @self: the picture
 * @cards: (transfer full): what to show
 *
 * The page that is shown stays, when there is one of that number.
 */
void
pz_projector_picture_set_cards (PzProjectorPicture *self,
                                PzGroupCards       *cards)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (PZ_IS_PROJECTOR_PICTURE (self) && cards != NULL);

  g_clear_pointer (&self->sheet, pz_group_sheet_free);
  g_clear_pointer (&self->cards, pz_group_cards_free);
  self->cards = cards;
  lay_out (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  gtk_widget_queue_draw (widget);
}

/**
 * pz_projector_picture_get_page:
 * @self: the picture
 *
 * Returns: which page is shown, from 0
 */
guint
pz_projector_picture_get_page (PzProjectorPicture *self)
{
  g_return_val_if_fail (PZ_IS_PROJECTOR_PICTURE (self), 0);
  return self->page;
}

/**
 * pz_projector_picture_get_n_pages:
 * @self: the picture
 *
 * Returns: how many there are; 0 before the picture has a size
 */
guint
pz_projector_picture_get_n_pages (PzProjectorPicture *self)
{
  g_return_val_if_fail (PZ_IS_PROJECTOR_PICTURE (self), 0);
  return self->sheet != NULL ? self->sheet->pages->len : 0;
}

/**
 * pz_projector_picture_set_page:
 * @self: the picture
 * @page: from 0; one that there is not stays without effect
 */
void
pz_projector_picture_set_page (PzProjectorPicture *self,
                               guint               page)
{
  g_return_if_fail (PZ_IS_PROJECTOR_PICTURE (self));

  if (page == self->page || page >= pz_projector_picture_get_n_pages (self))
    return;
  self->page = page;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  queue_paged (self);
}

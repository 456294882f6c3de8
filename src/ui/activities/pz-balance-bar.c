/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-balance-bar.h"

#include "pz-compat.h"
#include "pz-stacked-bar.h"

#define HEIGHT 18 /* px */
#define MIN_WIDTH 80

static const char *const kind_classes[PZ_N_BALANCE_KINDS] = { "balance-alone", "balance-together", "balance-whole-class",
                                                              "balance-one-to-one" };

struct _PzBalanceBar
{
  GtkWidget parent_instance;

  PzBalanceCell cell;
  double most;
  GtkWidget *colors[PZ_N_BALANCE_KINDS]; /* children nobody sees, which the style sheet gives the colours */
};

G_DEFINE_FINAL_TYPE (PzBalanceBar, pz_balance_bar, GTK_TYPE_WIDGET)

/**
 * pz_balance_bar_get_class:
 * @kind: how learning is
 *
 * Returns: the class of the style sheet that has the colour
 */
const char *
pz_balance_bar_get_class (PzBalanceKind kind)
{
  g_return_val_if_fail (kind < PZ_N_BALANCE_KINDS, NULL);
  return kind_classes[kind];
}

static void
pz_balance_bar_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 3 * MIN_WIDTH : HEIGHT;
}

static void
pz_balance_bar_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  PzBalanceBar *self = PZ_BALANCE_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  PzBarPart parts[2 * PZ_N_BALANCE_KINDS];
  PzBarSpan spans[2 * PZ_N_BALANCE_KINDS];
  cairo_t *cr;

  for (guint i = 0; i < PZ_N_BALANCE_KINDS; i++)
    {
      GdkRGBA rgba;

      pz_widget_get_text_color (self->colors[i], &rgba);
      parts[i] = (PzBarPart) { self->cell.observed[i], { rgba.red, rgba.green, rgba.blue, rgba.alpha }, FALSE };
      parts[PZ_N_BALANCE_KINDS + i] = (PzBarPart) { self->cell.planned[i], parts[i].color, TRUE };
    }
  pz_stacked_bar_lay_out (parts, G_N_ELEMENTS (parts), self->most, (double) width,
                          gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, spans);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, HEIGHT));
  pz_stacked_bar_draw (cr, parts, spans, G_N_ELEMENTS (parts), HEIGHT);
  cairo_destroy (cr);
}

static void
pz_balance_bar_dispose (GObject *object)
{
  for (guint i = 0; i < PZ_N_BALANCE_KINDS; i++)
    g_clear_pointer (&PZ_BALANCE_BAR (object)->colors[i], gtk_widget_unparent);
  G_OBJECT_CLASS (pz_balance_bar_parent_class)->dispose (object);
}

static void
pz_balance_bar_class_init (PzBalanceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_balance_bar_dispose;
  widget_class->measure = pz_balance_bar_measure;
  widget_class->snapshot = pz_balance_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "balancebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION); /* the row says it */
}

static void
pz_balance_bar_init (PzBalanceBar *self)
{
  for (guint i = 0; i < PZ_N_BALANCE_KINDS; i++)
    {
      self->colors[i] = g_object_new (GTK_TYPE_SEPARATOR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->colors[i], kind_classes[i]);
      gtk_widget_set_parent (self->colors[i], GTK_WIDGET (self));
      gtk_widget_set_child_visible (self->colors[i], FALSE);
    }
}

/**
 * pz_balance_bar_new:
 * @cell: the minutes of a week
 * @most: minutes that are as long as the whole width; the same for all weeks
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
pz_balance_bar_new (const PzBalanceCell *cell,
                    double               most)
{
  PzBalanceBar *self;

  g_return_val_if_fail (cell != NULL, NULL);

  self = g_object_new (PZ_TYPE_BALANCE_BAR, NULL);
  self->cell = *cell;
  self->most = most;
  return GTK_WIDGET (self);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-attention-strip.h"

#include "pz-attention-words.h"
#include "pz-dot-lane.h"
#include "pz-tip.h"

#include <glib/gi18n-lib.h>

#define SPACING 12
#define NAME_MIN_CHARS 8
#define NAME_MAX_CHARS 22

struct _PzAttentionStrip
{
  GtkWidget parent_instance;

  GtkWidget *scale_box;
  GtkWidget *scale;
  GtkWidget *list;
  GtkSizeGroup *names;  /* one width for all rows */
  GtkSizeGroup *values;
};

G_DEFINE_FINAL_TYPE (PzAttentionStrip, pz_attention_strip, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_label (GtkSizeGroup *group,
            const char   *text,
            float         align)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_size_group_add_widget (group, label);
  return label;
}

static GtkWidget *
make_name (PzAttentionStrip *self,
           PzAttentionRow   *row)
{
  GtkWidget *label = make_label (self->names, pz_attention_row_get_name (row), 0);

  gtk_label_set_width_chars (GTK_LABEL (label), NAME_MIN_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_MAX_CHARS);
  pz_tip_set (label, pz_attention_row_get_name (row));
  return label;
}

static GtkWidget *
make_row (PzAttentionStrip    *self,
          PzAttentionRow      *item,
          PzAttentionQuantity  quantity,
          double               greatest,
          guint                limit)
{
  const PzAttentionFact *fact = pz_attention_row_get_fact (item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *lane = pz_dot_lane_new (FALSE);
  g_autofree char *value = pz_attention_words_value (fact, quantity);
  g_autofree char *spoken = pz_attention_words_row (item, quantity);
  GtkWidget *label = make_label (self->values, value, 1);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (label, "pz-count");
  pz_dot_lane_set_value (PZ_DOT_LANE (lane),
                         quantity == PZ_ATTENTION_MINUTES && fact->n_talks == 0 ? -1 : pz_attention_get_value (fact, quantity),
                         greatest, limit);
  gtk_box_append (GTK_BOX (box), make_name (self, item));
  gtk_box_append (GTK_BOX (box), lane);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "pz-id", g_strdup (pz_attention_row_get_id (item)), g_free);
  return row;
}

static void
row_activated_cb (PzAttentionStrip *self,
                  GtkListBoxRow    *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "pz-id"));

  g_signal_emit (self, signals[ACTIVATED], 0, id);
}

static void
make_scale (PzAttentionStrip *self)
{
  self->scale_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  self->scale = pz_dot_lane_new (TRUE);
  gtk_box_append (GTK_BOX (self->scale_box), make_label (self->names, "", 0));
  gtk_box_append (GTK_BOX (self->scale_box), self->scale);
  gtk_box_append (GTK_BOX (self->scale_box), make_label (self->values, "", 1));
  gtk_widget_add_css_class (self->scale_box, "scale-row");
  gtk_widget_set_parent (self->scale_box, GTK_WIDGET (self));
}

static void
pz_attention_strip_dispose (GObject *object)
{
  PzAttentionStrip *self = PZ_ATTENTION_STRIP (object);

  g_clear_pointer (&self->scale_box, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_object (&self->names);
  g_clear_object (&self->values);
  G_OBJECT_CLASS (pz_attention_strip_parent_class)->dispose (object);
}

static void
pz_attention_strip_class_init (PzAttentionStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_attention_strip_dispose;
  signals[ACTIVATED] = g_signal_new ("activated", PZ_TYPE_ATTENTION_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "attentionstrip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
pz_attention_strip_init (PzAttentionStrip *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->values = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  make_scale (self);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Attention"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

/**
 * pz_attention_strip_new:
 *
 * Returns: (transfer floating): an empty strip
 */
GtkWidget *
pz_attention_strip_new (void)
{
  return g_object_new (PZ_TYPE_ATTENTION_STRIP, NULL);
}

/**
 * pz_attention_strip_show:
 * @self: the strip
 * @rows: (element-type PzAttentionRow): in the order to show; the first ones are taken
 * @quantity: what the dots stand for
 * @greatest: the end of the scale
 * @limit: where a mark stands; 0: none
 */
void
pz_attention_strip_show (PzAttentionStrip    *self,
                         GListModel          *rows,
                         PzAttentionQuantity  quantity,
                         double               greatest,
                         guint                limit)
{
  GtkWidget *child;

  g_return_if_fail (PZ_IS_ATTENTION_STRIP (self));
  g_return_if_fail (G_IS_LIST_MODEL (rows));

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  pz_dot_lane_set_value (PZ_DOT_LANE (self->scale), 0, greatest, 0);
  for (guint i = 0; i < MIN (PZ_ATTENTION_STRIP_MAX, g_list_model_get_n_items (rows)); i++)
    {
      g_autoptr(PzAttentionRow) row = g_list_model_get_item (rows, i);

      gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, row, quantity, greatest, limit));
    }
}

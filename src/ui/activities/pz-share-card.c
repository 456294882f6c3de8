/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-share-card.h"

#include "pz-compat.h"
#include "pz-flow-layout.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>

struct _PzShareCard
{
  GtkBox parent_instance;

  GtkWidget *table_button;
  GtkWidget *sentence;
  GtkWidget *legend;
  GtkWidget *point; /* what is said of the chosen point */
  GtkWidget *line;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PzShareCard, pz_share_card, GTK_TYPE_BOX)

static void
add_row (PzShareCard        *self,
         const PzSharePoint *point)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *label = g_strjoin (": ", point->title, point->words, NULL);

  gtk_box_append (GTK_BOX (box), pz_wrapping_label_new (point->title, "pz-strong"));
  gtk_box_append (GTK_BOX (box), pz_wrapping_label_new (point->words, "pz-count"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
toggled_cb (PzShareCard *self)
{
  gboolean table = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->table_button));

  gtk_widget_set_visible (self->line, !table);
  gtk_widget_set_visible (self->legend, !table);
  gtk_widget_set_visible (self->point, !table);
  gtk_widget_set_visible (self->list, table);
}

static void
chosen_cb (PzShareCard *self)
{
  const char *label = pz_share_line_get_label (PZ_SHARE_LINE (self->line));

  gtk_label_set_label (GTK_LABEL (self->point),
                       *label != '\0' ? label : C_("chart", "Choose a point with the arrow keys or the pointer."));
}

static void
pz_share_card_class_init (PzShareCardClass *klass)
{
}

static void
pz_share_card_init (PzShareCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "pz-goal-card");
}

static void
add_head (PzShareCard *self,
          const char  *name)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *title = pz_wrapping_label_new (name, "pz-tile-title");

  gtk_widget_set_valign (title, GTK_ALIGN_CENTER);
  gtk_widget_set_layout_manager (head, pz_flow_layout_new (9));
  self->table_button = gtk_toggle_button_new_with_mnemonic (C_("chart", "_Table"));
  g_signal_connect_object (self->table_button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->table_button);
  gtk_box_append (GTK_BOX (self), head);
}

static void
add_legend (PzShareCard        *self,
            const PzShareWords *words)
{
  const char *const marks[] = { "●", "- -" }, *const names[] = { words->line, words->beside };
  const char *const classes[] = { "chart-series", "chart-dim" };

  self->legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->legend, pz_flow_layout_new (12));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *mark = gtk_label_new (marks[i]);

      gtk_widget_add_css_class (mark, classes[i]);
      gtk_box_append (GTK_BOX (entry), mark);
      gtk_box_append (GTK_BOX (entry), pz_wrapping_label_new (names[i], "caption"));
      gtk_box_append (GTK_BOX (self->legend), entry);
    }
  gtk_box_append (GTK_BOX (self), self->legend);
}

/**
 * pz_share_card_new:
 * @words: what it shows
 *
 * Returns: (transfer floating): a card without points, which is not seen
 */
GtkWidget *
pz_share_card_new (const PzShareWords *words)
{
  PzShareCard *self;

  g_return_val_if_fail (words != NULL, NULL);

  self = g_object_new (PZ_TYPE_SHARE_CARD, "visible", FALSE, NULL);
  add_head (self, words->title);
  self->sentence = pz_wrapping_label_new (NULL, NULL);
  gtk_box_append (GTK_BOX (self), self->sentence);
  add_legend (self, words);
  self->point = pz_wrapping_label_new (NULL, "pz-strong");
  gtk_box_append (GTK_BOX (self), self->point);
  self->line = pz_share_line_new (words->title);
  gtk_box_append (GTK_BOX (self), self->line);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "pz-plain-list");
  pz_widget_set_spoken_name (self->list, words->title);
  gtk_box_append (GTK_BOX (self), self->list);
  g_signal_connect_object (self->line, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  chosen_cb (self);
  toggled_cb (self);
  return GTK_WIDGET (self);
}

/**
 * pz_share_card_show:
 * @self: the card
 * @sentence: what is to be seen, in a sentence
 * @points: (transfer full) (element-type PzSharePoint): one after the other in time; without any the card is not seen
 */
void
pz_share_card_show (PzShareCard *self,
                    const char  *sentence,
                    GArray      *points)
{
  g_return_if_fail (PZ_IS_SHARE_CARD (self) && sentence != NULL && points != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), points->len > 0);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  while (gtk_widget_get_first_child (self->list) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), gtk_widget_get_first_child (self->list));
  for (guint i = 0; i < points->len; i++)
    add_row (self, &g_array_index (points, PzSharePoint, i));
  pz_share_line_set_points (PZ_SHARE_LINE (self->line), points);
}

/**
 * pz_share_card_get_line:
 * @self: the card
 *
 * Returns: (transfer none): its picture
 */
PzShareLine *
pz_share_card_get_line (PzShareCard *self)
{
  g_return_val_if_fail (PZ_IS_SHARE_CARD (self), NULL);
  return PZ_SHARE_LINE (self->line);
}

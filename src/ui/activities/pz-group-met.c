/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-met.h"

#include "pz-compat.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>

/* the criterion, a bar, and the same in words */
static GtkWidget *
make_met (const PzGroupMet *met)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *title, *bar, *number;
  /* Translators: how far a criterion is met: 0 as good as chance, 100 as good as can be */
  g_autofree char *percent = met->has_effect ? g_strdup_printf (C_("groups", "%.0f %%"), met->percent)
                                             : g_strdup (C_("groups", "no effect"));
  g_autofree char *spoken = g_strdup_printf ("%s, %s", met->label, percent);

  title = pz_wrapping_label_new (met->label, NULL);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  bar = gtk_level_bar_new_for_interval (0, 100);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), met->has_effect ? met->percent : 0);
  gtk_widget_set_size_request (bar, 80, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (bar, met->has_effect);
  pz_widget_set_spoken_name (bar, met->label);
  gtk_box_append (GTK_BOX (box), bar);
  number = pz_wrapping_label_new (percent, NULL);
  gtk_widget_add_css_class (number, "numeric");
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_label_set_width_chars (GTK_LABEL (number), 5);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

/**
 * pz_group_met_list_new:
 * @account: what there is to say of groups
 *
 * Returns: (transfer floating): a list that says how far each criterion is met, with a bar and in words
 */
GtkWidget *
pz_group_met_list_new (const PzGroupAccount *account)
{
  GtkWidget *list;

  g_return_val_if_fail (account != NULL, NULL);

  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "pz-plain-list");
  pz_widget_set_spoken_name (list, C_("groups", "How far it is met"));
  for (guint i = 0; i < account->met->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_met (account->met->pdata[i]));
  return list;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-row-button.h"

/**
 * pz_row_button_new:
 * @label: its text, with a mnemonic; gtk_button_set_label() gives it another one
 *
 * With large text in a narrow window a long label leaves the text of the row next to no room. It takes two lines then.
 *
 * Returns: (transfer floating): a button to be added to a row
 */
GtkWidget *
pz_row_button_new (const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  GtkLabel *text = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (text, TRUE);
  gtk_label_set_justify (text, GTK_JUSTIFY_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

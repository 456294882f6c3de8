/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-key-hints.h"

#include "pz-flow-layout.h"

#define SPACING 12
#define PART_SPACING 6

/**
 * pz_key_hints_init:
 * @box: an empty box
 *
 * Makes it a line of keys.
 */
void
pz_key_hints_init (GtkWidget *box)
{
  g_return_if_fail (GTK_IS_BOX (box));

  gtk_widget_set_layout_manager (box, pz_flow_layout_new (SPACING));
}

/**
 * pz_key_hints_add:
 * @box: a line of keys
 * @key: as it stands on the keyboard, translated
 * @meaning: what it does, translated
 */
void
pz_key_hints_add (GtkWidget  *box,
                  const char *key,
                  const char *meaning)
{
  GtkWidget *hint, *cap, *text;

  g_return_if_fail (GTK_IS_BOX (box) && key != NULL && meaning != NULL);

  hint = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, PART_SPACING);
  cap = gtk_label_new (key);
  text = gtk_label_new (meaning);
  gtk_widget_add_css_class (cap, "pz-key");
  gtk_widget_add_css_class (text, "pz-small");
  gtk_widget_add_css_class (text, "pz-dim");
  gtk_box_append (GTK_BOX (hint), cap);
  gtk_box_append (GTK_BOX (hint), text);
  gtk_box_append (GTK_BOX (box), hint);
}

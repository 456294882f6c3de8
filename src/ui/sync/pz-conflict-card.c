/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-card.h"

#include "pz-wrapping-label.h"

/* Characters of a text that a card shows: enough to tell it from the other one. */
#define SHOWN_TEXT 1200

static void
toggled_cb (GtkCheckButton *card)
{
  if (gtk_check_button_get_active (card))
    gtk_widget_add_css_class (GTK_WIDGET (card), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (card), "chosen");
}

static void
append_line (GtkWidget  *box,
             const char *text,
             const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = pz_wrapping_label_new (text, css_class);
  gtk_widget_set_can_target (label, FALSE); /* a click anywhere chooses the card */
  gtk_box_append (GTK_BOX (box), label);
}

static char *
cut (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= SHOWN_TEXT)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, SHOWN_TEXT);
  return g_strconcat (start, "…", NULL);
}

/* what is read out, one after the other */
static void
set_spoken_name (GtkWidget  *card,
                 const char *words,
                 const char *who,
                 const char *when)
{
  g_autofree char *shown = cut (words);
  const char *parts[4] = { shown, NULL };
  guint n = 1;
  g_autofree char *name = NULL;

  if (who != NULL && *who != '\0')
    parts[n++] = who;
  if (when != NULL && *when != '\0')
    parts[n++] = when;
  name = g_strjoinv (", ", (char **) parts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * pz_conflict_card_new:
 * @group: (nullable): the first card of the group; %NULL for that one
 * @words: the answer
 * @who: (nullable): where it comes from
 * @when: (nullable): when it was given
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
pz_conflict_card_new (GtkCheckButton *group,
                      const char     *words,
                      const char     *who,
                      const char     *when)
{
  GtkWidget *card = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *shown = cut (words);

  append_line (box, shown, "heading");
  append_line (box, who, "pz-dim");
  append_line (box, when, "pz-dim");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_margin_start (box, 9);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_valign (gtk_widget_get_first_child (card), GTK_ALIGN_START); /* the circle stands at the first line */
  gtk_check_button_set_child (GTK_CHECK_BUTTON (card), box);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (card), group);
  gtk_widget_add_css_class (card, "pz-choice-card");
  set_spoken_name (card, words, who, when);
  g_signal_connect (card, "toggled", G_CALLBACK (toggled_cb), NULL);
  return card;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-decision-card.h"

#include "pz-columns-layout.h"
#include "pz-goal-finding.h"
#include "pz-goal-numbers.h"
#include "pz-status-words.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>

#define COLUMN_WIDTH 230 /* px, least width of a column of numbers while there are two */

struct _PzDecisionCard
{
  AdwBin parent_instance;

  PzGoalFacts *facts;
  GtkWidget *pill;
  GtkWidget *icon;
  GtkWidget *word;
  const char *css_class; /* of the pill */
  GtkWidget *sentence;
  GtkWidget *note;
  GtkWidget *why;
  GtkWidget *arrow;
  GtkWidget *revealer;
  GtkWidget *numbers;
};

G_DEFINE_FINAL_TYPE (PzDecisionCard, pz_decision_card, ADW_TYPE_BIN)

static GtkWidget *
make_number (const PzGoalNumber *number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = pz_wrapping_label_new (number->name, "pz-dim"), *value = pz_wrapping_label_new (number->value, NULL);
  g_autofree char *spoken = g_strjoin (": ", number->name, number->value, NULL);

  gtk_widget_add_css_class (name, "caption");
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), value);
  gtk_widget_add_css_class (box, "pz-goal-number");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return box;
}

static void
show_status (PzDecisionCard *self,
             PzStatus        status)
{
  g_autofree char *title = pz_status_words_dup_title (status);

  if (self->css_class != NULL)
    gtk_widget_remove_css_class (self->pill, self->css_class);
  self->css_class = pz_status_words_get_css_class (status);
  gtk_widget_add_css_class (self->pill, self->css_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), pz_status_words_get_icon (status));
  gtk_label_set_label (GTK_LABEL (self->word), title);
}

static void
update (PzDecisionCard *self)
{
  const PzGoalProgress *progress = pz_goal_facts_get_progress (self->facts);
  g_autofree char *sentence = NULL;
  g_autofree char *note = NULL;
  g_autoptr(GPtrArray) numbers = NULL;
  GDate today;

  gtk_widget_set_visible (GTK_WIDGET (self), progress != NULL);
  while (gtk_widget_get_first_child (self->numbers) != NULL)
    gtk_box_remove (GTK_BOX (self->numbers), gtk_widget_get_first_child (self->numbers));
  if (progress == NULL)
    return;
  pz_goal_facts_get_today (self->facts, &today);
  show_status (self, progress->decision.status);
  sentence = pz_goal_finding_dup_sentence (progress, &today);
  note = pz_goal_finding_dup_note (progress);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
  numbers = pz_goal_numbers_list (progress, pz_goal_facts_get_measure (self->facts));
  for (guint i = 0; i < numbers->len; i++)
    gtk_box_append (GTK_BOX (self->numbers), make_number (numbers->pdata[i]));
}

static void
why_toggled_cb (PzDecisionCard *self)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->why));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->why), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

static void
pz_decision_card_dispose (GObject *object)
{
  g_clear_object (&PZ_DECISION_CARD (object)->facts);
  G_OBJECT_CLASS (pz_decision_card_parent_class)->dispose (object);
}

static void
pz_decision_card_class_init (PzDecisionCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_decision_card_dispose;
}

static GtkWidget *
make_pill (PzDecisionCard *self)
{
  self->pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->icon = gtk_image_new ();
  self->word = pz_wrapping_label_new (NULL, NULL);
  gtk_widget_add_css_class (self->pill, "pz-status-pill");
  gtk_widget_set_valign (self->pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->pill), self->icon);
  gtk_box_append (GTK_BOX (self->pill), self->word);
  return self->pill;
}

static GtkWidget *
make_why (PzDecisionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->why = gtk_toggle_button_new ();
  self->arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");
  gtk_box_append (GTK_BOX (box), gtk_label_new (C_("decision", "Why?")));
  gtk_box_append (GTK_BOX (box), self->arrow);
  gtk_button_set_child (GTK_BUTTON (self->why), box);
  gtk_widget_add_css_class (self->why, "flat");
  gtk_widget_set_valign (self->why, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->why), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("decision", "Why?"), -1);
  g_signal_connect_object (self->why, "toggled", G_CALLBACK (why_toggled_cb), self, G_CONNECT_SWAPPED);
  return self->why;
}

static GtkWidget *
make_head (PzDecisionCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (gap, TRUE);
  gtk_box_append (GTK_BOX (line), make_pill (self));
  gtk_box_append (GTK_BOX (line), gap);
  gtk_box_append (GTK_BOX (line), make_why (self));
  self->sentence = pz_wrapping_label_new (NULL, "pz-strong");
  self->note = pz_wrapping_label_new (NULL, "pz-dim");
  gtk_box_append (GTK_BOX (head), line);
  gtk_box_append (GTK_BOX (head), self->sentence);
  gtk_box_append (GTK_BOX (head), self->note);
  return head;
}

static void
pz_decision_card_init (PzDecisionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_box_append (GTK_BOX (box), make_head (self));
  self->numbers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_layout_manager (self->numbers, pz_columns_layout_new (12, COLUMN_WIDTH, 2));
  gtk_box_append (GTK_BOX (inner), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (inner), self->numbers);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), inner);
  gtk_box_append (GTK_BOX (box), self->revealer);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "pz-goal-card");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * pz_decision_card_new:
 * @facts: of the goal
 *
 * Returns: (transfer floating): the card; it follows the facts
 */
GtkWidget *
pz_decision_card_new (PzGoalFacts *facts)
{
  PzDecisionCard *self;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts), NULL);

  self = g_object_new (PZ_TYPE_DECISION_CARD, NULL);
  self->facts = g_object_ref (facts);
  g_signal_connect_object (facts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

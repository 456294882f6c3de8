/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-pair-rules.h"

#include "pz-flow-layout.h"
#include "pz-grouping-rule.h"

#include <glib/gi18n-lib.h>

#define GAP 9 /* px */

struct _PzPairRules
{
  GtkBox parent_instance;

  PzClassroom *classroom;
  char *a; /* id of a learner; NULL: nobody is chosen */
  char *b;
  GtkWidget *together; /* toggle button */
  GtkWidget *apart;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PzPairRules, pz_pair_rules, GTK_TYPE_BOX)

static PzRecord *
find_rule (PzPairRules     *self,
           PzGroupWishKind  kind)
{
  return self->a != NULL ? pz_grouping_rule_find (pz_classroom_get_document (self->classroom), kind, self->a, self->b) : NULL;
}

static void
update (PzPairRules *self)
{
  self->updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->together), find_rule (self, PZ_WISH_TOGETHER) != NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->apart), find_rule (self, PZ_WISH_APART) != NULL);
  self->updating = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->a != NULL && !pz_classroom_is_read_only (self->classroom));
}

static void
toggled_cb (PzPairRules     *self,
            GtkToggleButton *button)
{
  PzGroupWishKind kind = GTK_WIDGET (button) == self->together ? PZ_WISH_TOGETHER : PZ_WISH_APART;
  PzDocument *classroom = pz_classroom_get_document (self->classroom);
  PzRecord *rule = find_rule (self, kind);

  if (self->updating || self->a == NULL || (rule != NULL) == gtk_toggle_button_get_active (button))
    return;
  if (rule != NULL)
    pz_document_delete (classroom, rule);
  else
    pz_grouping_rule_set (classroom, kind, self->a, self->b);
  pz_classroom_queue_save (self->classroom, C_("undo", "Rule for groups"));
  update (self);
}

static void
changed_cb (PzPairRules *self,
            PzRecord    *record)
{
  if (pz_record_get_record_type (record) == PZ_RECORD_GROUPING_RULE)
    update (self);
}

static void
pz_pair_rules_dispose (GObject *object)
{
  PzPairRules *self = PZ_PAIR_RULES (object);

  g_clear_object (&self->classroom);
  g_clear_pointer (&self->a, g_free);
  g_clear_pointer (&self->b, g_free);
  G_OBJECT_CLASS (pz_pair_rules_parent_class)->dispose (object);
}

static void
pz_pair_rules_class_init (PzPairRulesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_pair_rules_dispose;
}

static GtkWidget *
add_button (PzPairRules *self,
            const char  *label,
            const char  *tooltip)
{
  GtkWidget *button = gtk_toggle_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
pz_pair_rules_init (PzPairRules *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), pz_flow_layout_new (GAP));
  self->together = add_button (self, C_("partners", "Put _Together"), C_("partners", "Always in one group, from now on"));
  self->apart = add_button (self, C_("partners", "_Keep Apart"), C_("partners", "Never in one group, from now on"));
}

/**
 * pz_pair_rules_new:
 * @classroom: the class
 *
 * Returns: (transfer floating): buttons, for nobody yet; they follow the rules of the class
 */
GtkWidget *
pz_pair_rules_new (PzClassroom *classroom)
{
  PzPairRules *self;
  PzDocument *document;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_PAIR_RULES, NULL);
  self->classroom = g_object_ref (classroom);
  document = pz_classroom_get_document (classroom);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_pair_rules_show:
 * @self: the buttons
 * @a: (nullable): id of a learner; %NULL: nobody is chosen
 * @b: (nullable): id of another one
 *
 * Shows what holds for the two.
 */
void
pz_pair_rules_show (PzPairRules *self,
                    const char  *a,
                    const char  *b)
{
  g_return_if_fail (PZ_IS_PAIR_RULES (self) && (a == NULL) == (b == NULL));

  g_free (self->a);
  g_free (self->b);
  self->a = g_strdup (a);
  self->b = g_strdup (b);
  update (self);
}

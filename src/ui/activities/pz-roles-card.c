/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roles-card.h"

#include "pz-compat.h"
#include "pz-flow-layout.h"
#include "pz-group-role-history.h"
#include "pz-i18n.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>

struct _PzRolesCard
{
  GtkBox parent_instance;

  PzPartnersFacts *facts;
  PzGroupRoleHistory *history;
  GtkWidget *table_button;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PzRolesCard, pz_roles_card, GTK_TYPE_BOX)

static void
add_row (PzRolesCard *self,
         const char  *title,
         const char  *words)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *label = g_strjoin (". ", title, words, NULL);

  gtk_box_append (GTK_BOX (box), pz_wrapping_label_new (title, "pz-strong"));
  gtk_box_append (GTK_BOX (box), pz_wrapping_label_new (words, NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* ---- by role ---- */

static char *
dup_names (PzRolesCard *self,
           GArray      *places)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      g_autofree char *name = pz_i18n_dup_part (pz_partners_facts_get_name (self->facts, place));

      /* Translators: between two learners of a list */
      g_string_append_printf (text, "%s%s", i > 0 ? C_("role", ", ") : "", name);
    }
  return g_string_free (text, FALSE);
}

/* "0 to 3 times. Never: Ana, Ben" */
static char *
dup_role_words (PzRolesCard *self,
                guint        role)
{
  g_autoptr(GArray) never = pz_group_role_history_list_never (self->history, role);
  g_autofree char *names = dup_names (self, never);
  g_autofree char *often = NULL;
  guint fewest = G_MAXUINT, most;

  for (guint i = 0; i < self->history->n; i++)
    fewest = MIN (fewest, pz_group_role_history_get_times (self->history, i, role));
  fewest = self->history->n > 0 ? fewest : 0;
  most = fewest + pz_group_role_history_get_spread (self->history, role);
  if (fewest == most)
    /* Translators: how often each learner of a class had a role */
    often = g_strdup_printf (ngettext ("Everybody %u time.", "Everybody %u times.", most), most);
  else
    /* Translators: how often those learners had a role who had it least and most */
    often = g_strdup_printf (ngettext ("%1$u to %2$u time.", "%1$u to %2$u times.", most), fewest, most);
  if (never->len == 0)
    return g_steal_pointer (&often);
  if (never->len == self->history->n)
    return g_strdup (C_("role", "Nobody of the class yet."));
  /* Translators: %1$s is how often learners had a role, %2$s who has never had it */
  return pz_i18n_take_line (g_strdup_printf (C_("role", "%1$s Never: %2$s"), often, names));
}

/* ---- by learner ---- */

/* "Leads 2, Writes 1. Never: Speaks" */
static char *
dup_learner_words (PzRolesCard *self,
                   guint        learner)
{
  GString *held = g_string_new (NULL);
  g_autoptr(GString) never = g_string_new (NULL);

  for (guint role = 0; role < self->history->n_roles; role++)
    {
      guint times = pz_group_role_history_get_times (self->history, learner, role);

      if (times > 0)
        {
          g_string_append (held, held->len > 0 ? C_("role", ", ") : "");
          /* Translators: a role, and how often a learner had it; several stand in a row */
          g_string_append_printf (held, C_("role", "%1$s %2$u"), self->history->roles[role], times);
        }
      else
        g_string_append_printf (never, "%s%s", never->len > 0 ? C_("role", ", ") : "", self->history->roles[role]);
    }
  if (held->len == 0)
    g_string_append (held, C_("role", "No role yet"));
  else if (never->len > 0)
    {
      g_string_append (held, ". ");
      /* Translators: %s are roles that a learner has never had */
      g_string_append_printf (held, C_("role", "Never: %s"), never->str);
    }
  return g_string_free (held, FALSE);
}

static void
show_rows (PzRolesCard *self)
{
  gboolean table = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->table_button));

  while (gtk_widget_get_first_child (self->list) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), gtk_widget_get_first_child (self->list));
  for (guint i = 0; i < (table ? self->history->n : self->history->n_roles); i++)
    {
      g_autofree char *words = table ? dup_learner_words (self, i) : dup_role_words (self, i);

      add_row (self, table ? pz_partners_facts_get_name (self->facts, i) : self->history->roles[i], words);
    }
}

/* where nobody had a role, there is nothing to say */
static void
update (PzRolesCard *self)
{
  const PzPartners *partners = pz_partners_facts_get_partners (self->facts);

  g_clear_pointer (&self->history, pz_group_role_history_free);
  self->history = pz_group_role_history_new (pz_activity_list_get_activities (pz_partners_facts_get_list (self->facts)),
                                             (const char * const *) partners->learners, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), self->history->n_roles > 0 && self->history->n > 0);
  show_rows (self);
}

static void
pz_roles_card_dispose (GObject *object)
{
  g_clear_object (&PZ_ROLES_CARD (object)->facts);
  G_OBJECT_CLASS (pz_roles_card_parent_class)->dispose (object);
}

static void
pz_roles_card_finalize (GObject *object)
{
  g_clear_pointer (&PZ_ROLES_CARD (object)->history, pz_group_role_history_free);
  G_OBJECT_CLASS (pz_roles_card_parent_class)->finalize (object);
}

static void
pz_roles_card_class_init (PzRolesCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_roles_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_roles_card_finalize;
}

static void
pz_roles_card_init (PzRolesCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *title = pz_wrapping_label_new (C_("role", "Roles in groups"),
                                                                                   "pz-tile-title");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "pz-goal-card");
  gtk_widget_set_valign (title, GTK_ALIGN_CENTER);
  gtk_widget_set_layout_manager (head, pz_flow_layout_new (9));
  self->table_button = gtk_toggle_button_new_with_mnemonic (C_("role", "By _Learner"));
  g_signal_connect_object (self->table_button, "toggled", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->table_button);
  gtk_box_append (GTK_BOX (self), head);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "pz-plain-list");
  pz_widget_set_spoken_name (self->list, C_("role", "Roles in groups"));
  gtk_box_append (GTK_BOX (self), self->list);
}

/**
 * pz_roles_card_new:
 * @facts: the learners and the calendar
 *
 * Returns: (transfer floating): the card, to be seen only where there are roles; it follows the facts
 */
GtkWidget *
pz_roles_card_new (PzPartnersFacts *facts)
{
  PzRolesCard *self;

  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (facts), NULL);

  self = g_object_new (PZ_TYPE_ROLES_CARD, NULL);
  self->facts = g_object_ref (facts);
  g_signal_connect_object (facts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-partners-table.h"

#include "pz-compat.h"

#include <glib/gi18n-lib.h>

struct _PzPartnersTable
{
  AdwBin parent_instance;

  PzPartnersFacts *facts;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PzPartnersTable, pz_partners_table, ADW_TYPE_BIN)

/* A partner of one learner. */
typedef struct
{
  guint learner;
  guint times;
} Partner;

static int
compare_partners (gconstpointer a,
                  gconstpointer b)
{
  const Partner *x = a, *y = b;
  int order = (x->times < y->times) - (x->times > y->times);

  return order != 0 ? order : (x->learner > y->learner) - (x->learner < y->learner);
}

/* "Ben 3, Cleo 1" */
static char *
dup_partners (PzPartnersTable *self,
              guint            learner)
{
  const PzPartners *partners = pz_partners_facts_get_partners (self->facts);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Partner));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < partners->n; i++)
    {
      Partner partner = { i, pz_partners_get_times (partners, learner, i) };

      if (partner.times > 0)
        g_array_append_val (found, partner);
    }
  g_array_sort (found, compare_partners);
  for (guint i = 0; i < found->len; i++)
    {
      const Partner *partner = &g_array_index (found, Partner, i);

      /* Translators: the name of a learner, and how often they were partners; several stand in a row */
      g_string_append_printf (text, C_("partners", "%1$s %2$u"), pz_partners_facts_get_name (self->facts, partner->learner),
                              partner->times);
      if (i + 1 < found->len)
        /* Translators: between two partners of a list */
        g_string_append (text, C_("partners", ", "));
    }
  return g_string_free (text, FALSE);
}

static void
update (PzPartnersTable *self)
{
  guint n = pz_partners_facts_get_partners (self->facts)->n;

  while (gtk_widget_get_first_child (self->list) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), gtk_widget_get_first_child (self->list));
  for (guint i = 0; i < n && n <= PZ_PARTNERS_MOST; i++)
    {
      g_autofree char *partners = dup_partners (self, i);
      g_autofree char *count = pz_partners_facts_dup_of (self->facts, i);
      g_autofree char *label = g_strjoin (", ", pz_partners_facts_get_name (self->facts, i), count,
                                          *partners != '\0' ? partners : NULL, NULL);
      GtkWidget *row = adw_action_row_new (), *suffix = gtk_label_new (count);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pz_partners_facts_get_name (self->facts, i));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), partners);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_add_css_class (suffix, "caption");
      gtk_widget_add_css_class (suffix, "pz-dim");
      gtk_label_set_wrap (GTK_LABEL (suffix), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
}

static void
pz_partners_table_dispose (GObject *object)
{
  g_clear_object (&PZ_PARTNERS_TABLE (object)->facts);
  G_OBJECT_CLASS (pz_partners_table_parent_class)->dispose (object);
}

static void
pz_partners_table_class_init (PzPartnersTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_partners_table_dispose;
}

static void
pz_partners_table_init (PzPartnersTable *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "pz-plain-list");
  pz_widget_set_spoken_name (self->list, C_("partners", "Who has worked with whom"));
  adw_bin_set_child (ADW_BIN (self), self->list);
}

/**
 * pz_partners_table_new:
 * @facts: who has worked with whom
 *
 * Returns: (transfer floating): the table; it follows the facts
 */
GtkWidget *
pz_partners_table_new (PzPartnersFacts *facts)
{
  PzPartnersTable *self;

  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (facts), NULL);

  self = g_object_new (PZ_TYPE_PARTNERS_TABLE, NULL);
  self->facts = g_object_ref (facts);
  g_signal_connect_object (facts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-partners-table.h"

#include "pz-compat.h"
#include "pz-learner-details.h"
#include "pz-pair-rules.h"
#include "pz-spread-layout.h"

#include <glib/gi18n-lib.h>

#define GAP 9          /* px */
#define NAME_WIDTH 160 /* px, the least a name has beside the buttons of its row */

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

/* The name of one of the others, and how often the two were partners. */
static GtkWidget *
make_name (PzPartnersTable *self,
           guint            learner,
           guint            other)
{
  guint times = pz_partners_get_times (pz_partners_facts_get_partners (self->facts), learner, other);
  g_autofree char *count = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *labels[2];

  count = times > 0 ? g_strdup_printf (ngettext ("%u time", "%u times", times), times) : g_strdup (C_("partners", "never"));
  labels[0] = gtk_label_new (pz_partners_facts_get_name (self->facts, other));
  labels[1] = gtk_label_new (count);
  gtk_widget_add_css_class (labels[1], "caption");
  gtk_widget_add_css_class (labels[1], "pz-dim");
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_wrap (GTK_LABEL (labels[i]), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (labels[i]), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

/* The same with what holds for the two when groups are formed: beside the name, or below where there is no room. */
static GtkWidget *
make_pair_row (PzPartnersTable *self,
               guint            learner,
               guint            other)
{
  const PzPartners *partners = pz_partners_facts_get_partners (self->facts);
  g_autofree char *said = pz_partners_facts_dup_pair (self->facts, learner, other);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *rules = pz_pair_rules_new (pz_activity_list_get_classroom (pz_partners_facts_get_list (self->facts)));

  pz_pair_rules_show (PZ_PAIR_RULES (rules), partners->learners[learner], partners->learners[other]);
  gtk_widget_set_valign (rules, GTK_ALIGN_CENTER);
  gtk_widget_set_layout_manager (box, pz_spread_layout_new (GAP, NAME_WIDTH));
  gtk_box_append (GTK_BOX (box), make_name (self, learner, other));
  gtk_box_append (GTK_BOX (box), rules);
  gtk_widget_add_css_class (box, "pz-pair-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE); /* what can be done are its buttons */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return row;
}

/* The rows of the others are made when somebody looks at them: there are many. */
static void
expanded_cb (PzPartnersTable *self,
             GParamSpec      *pspec,
             GtkWidget       *row)
{
  guint learner = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "pz-learner"));
  guint n = pz_partners_facts_get_partners (self->facts)->n;

  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)) || g_object_get_data (G_OBJECT (row), "pz-filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "pz-filled", row);
  for (guint i = 0; i < n; i++)
    if (i != learner)
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_pair_row (self, learner, i));
}

static GtkWidget *
make_row (PzPartnersTable *self,
          guint            learner)
{
  g_autofree char *partners = dup_partners (self, learner);
  g_autofree char *count = pz_partners_facts_dup_of (self->facts, learner);
  g_autofree char *subtitle = g_strjoin ("\n", count, *partners != '\0' ? partners : NULL, NULL);
  g_autofree char *label = g_strjoin (", ", pz_partners_facts_get_name (self->facts, learner), count,
                                      *partners != '\0' ? partners : NULL, NULL);
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pz_partners_facts_get_name (self->facts, learner));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  g_object_set_data (G_OBJECT (row), "pz-learner", GUINT_TO_POINTER (learner));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  pz_details_name_lists (row, label);
  return row;
}

static void
update (PzPartnersTable *self)
{
  guint n = pz_partners_facts_get_partners (self->facts)->n;

  while (gtk_widget_get_first_child (self->list) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), gtk_widget_get_first_child (self->list));
  for (guint i = 0; i < n && n <= PZ_PARTNERS_MOST; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, i));
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

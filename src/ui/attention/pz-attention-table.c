/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-attention-table.h"

#include "pz-attention-words.h"
#include "pz-tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef enum
{
  COLUMN_NAME,
  COLUMN_DAYS,
  COLUMN_CONTACTS,
  COLUMN_MINUTES,
  N_COLUMNS,
} Column;

typedef struct
{
  PzAttentionOpen open;
  gpointer user_data;
} Opener;

static char *
dup_text (PzAttentionRow *row,
          Column          column)
{
  const PzAttentionFact *fact = pz_attention_row_get_fact (row);

  switch (column)
    {
    case COLUMN_NAME:
      return g_strdup (pz_attention_row_get_name (row));
    case COLUMN_DAYS:
      return fact->days < 0 ? g_strdup (C_("attention", "never")) : g_strdup_printf ("%d", fact->days);
    case COLUMN_CONTACTS:
      return g_strdup_printf ("%u", fact->n_contacts);
    default:
      return fact->n_talks > 0 && fact->n_talks == fact->n_untimed ? g_strdup ("–")
                                                                   : g_strdup_printf ("%d", (int) lround (fact->minutes));
    }
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_INT (column) == COLUMN_NAME ? 0 : 1);
  if (GPOINTER_TO_INT (column) == COLUMN_NAME)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  else
    gtk_widget_add_css_class (label, "pz-count");
  gtk_list_item_set_child (item, label);
}

/* Each of the three is named by its class before GTK 4.12 unless somebody names it. */
static void
set_name (GtkWidget  *widget,
          const char *name)
{
  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_row (GtkListItem    *item,
          PzAttentionRow *row)
{
  GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));
  g_autofree char *spoken = pz_attention_words_row (row, PZ_ATTENTION_DAYS);

  set_name (cell != NULL ? gtk_widget_get_parent (cell) : NULL, spoken);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            column)
{
  PzAttentionRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = dup_text (row, GPOINTER_TO_INT (column));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  if (GPOINTER_TO_INT (column) != COLUMN_NAME)
    return;
  pz_tip_set (gtk_list_item_get_child (item), text);
  name_row (item, row);
}

/* the least attention first: never, then long ago; few contacts; few minutes */
static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      column)
{
  PzAttentionRow *first = PZ_ATTENTION_ROW ((gpointer) a), *second = PZ_ATTENTION_ROW ((gpointer) b);
  const PzAttentionFact *x = pz_attention_row_get_fact (first), *y = pz_attention_row_get_fact (second);
  double p = 0, q = 0;

  switch ((Column) GPOINTER_TO_INT (column))
    {
    case COLUMN_NAME:
      return g_utf8_collate (pz_attention_row_get_name (first), pz_attention_row_get_name (second));
    case COLUMN_DAYS:
      p = x->days < 0 ? -G_MAXINT : -x->days;
      q = y->days < 0 ? -G_MAXINT : -y->days;
      break;
    case COLUMN_CONTACTS:
      p = x->n_contacts;
      q = y->n_contacts;
      break;
    default:
      p = x->minutes;
      q = y->minutes;
    }
  return p < q ? GTK_ORDERING_SMALLER : p > q ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static void
add_column (GtkColumnView *view,
            Column         column,
            const char    *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, GINT_TO_POINTER (column), NULL));
  g_autoptr(GtkColumnViewColumn) made = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (column));
  made = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_column_set_expand (made, column == COLUMN_NAME);
  gtk_column_view_append_column (view, made);
}

static void
activate_cb (GtkColumnView *view,
             guint          position,
             Opener        *opener)
{
  g_autoptr(PzAttentionRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), position);
  g_autofree char *id = row != NULL ? g_strdup (pz_attention_row_get_id (row)) : NULL;

  if (id != NULL)
    opener->open (id, opener->user_data);
}

static void
free_opener (gpointer  opener,
             GClosure *closure)
{
  g_free (opener);
}

/**
 * pz_attention_table_set_up:
 * @view: an empty view
 * @open: called when a row is activated
 * @user_data: for @open; outlives the view
 */
void
pz_attention_table_set_up (GtkColumnView   *view,
                           PzAttentionOpen  open,
                           gpointer         user_data)
{
  Opener *opener;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  add_column (view, COLUMN_NAME, C_("attention", "Learner"));
  add_column (view, COLUMN_DAYS, C_("attention", "Days"));
  add_column (view, COLUMN_CONTACTS, C_("attention", "Contacts"));
  add_column (view, COLUMN_MINUTES, C_("attention", "Minutes"));
  set_name (gtk_widget_get_first_child (GTK_WIDGET (view)), _("Columns"));
  set_name (gtk_widget_get_last_child (GTK_WIDGET (view)), _("Attention"));
  opener = g_new (Opener, 1);
  opener->open = open;
  opener->user_data = user_data;
  g_signal_connect_data (view, "activate", G_CALLBACK (activate_cb), opener, free_opener, 0);
}

/**
 * pz_attention_table_show:
 * @view: a view that was set up
 * @rows: (element-type PzAttentionRow) (nullable): what it shows, also when that changes; in this order until a column is
 *   chosen. %NULL: nothing
 */
void
pz_attention_table_show (GtkColumnView *view,
                         GListModel    *rows)
{
  g_autoptr(GtkSelectionModel) selection = NULL;
  GListModel *sorted;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  if (rows != NULL)
    {
      sorted = G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (rows), g_object_ref (gtk_column_view_get_sorter (view))));
      selection = GTK_SELECTION_MODEL (gtk_no_selection_new (sorted));
    }
  gtk_column_view_set_model (view, selection);
}

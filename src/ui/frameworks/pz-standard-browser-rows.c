/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-browser-private.h"

#include "pz-compat.h"
#include "pz-framework-words.h"
#include "pz-standard-cell.h"

/* Rows that are there at once, rows that come with each step, ms between two steps, and where GTK makes no more of them
 * by itself. Rows that nobody looks at are only in the way of the next search: they come when somebody scrolls. */
#define FIRST_ROWS 4
#define STEP_ROWS 2
#define STEP_MS 20
#define MOST_ROWS 240
/* pages that are there before anybody scrolls */
#define FIRST_PAGES 1.2

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          PzStandardBrowser        *self)
{
  gtk_list_item_set_child (item, pz_standard_cell_new ());
}

static void
show_mark (PzStandardBrowser *self,
           PzStandardCell    *cell,
           guint              item)
{
  const PzCoverageFact *fact = self->coverage != NULL && item != PZ_STANDARD_ROOT
                                 ? pz_coverage_get (self->coverage, item) : NULL;
  g_autofree char *mark = fact != NULL ? pz_framework_words_mark (fact, self->of_one) : NULL;
  g_autofree char *words = mark != NULL ? pz_framework_words_mark_in_full (fact, self->of_one) : NULL;

  pz_standard_cell_set_mark (cell, mark, words);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         PzStandardBrowser        *self)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  PzStandardCell *cell = PZ_STANDARD_CELL (gtk_list_item_get_child (item));
  g_autoptr(PzStandardNode) node = gtk_tree_list_row_get_item (row);
  guint number = pz_standard_node_get_item (node);
  g_autofree char *path = self->is_search ? pz_framework_words_path (self->tree, number) : NULL;
  g_autofree char *name = NULL;

  pz_standard_cell_set_row (cell, row, path);
  show_mark (self, cell, number);
  name = pz_standard_cell_dup_name (cell);
  pz_list_item_set_label (item, name);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           PzStandardBrowser        *self)
{
  pz_standard_cell_set_row (PZ_STANDARD_CELL (gtk_list_item_get_child (item)), NULL, NULL);
}

/*
 * pz_standard_browser_make_factory:
 *
 * Binds all rows, again when they were.
 */
void
pz_standard_browser_make_factory (PzStandardBrowser *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
}

/* there is more than is seen, and nobody has moved yet */
static gboolean
is_enough (PzStandardBrowser *self)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  double page = place != NULL ? gtk_adjustment_get_page_size (place) : 0;

  return page > 0 && gtk_adjustment_get_value (place) <= 0 && gtk_adjustment_get_upper (place) >= FIRST_PAGES * page;
}

static gboolean
fill_cb (gpointer user_data)
{
  PzStandardBrowser *self = PZ_STANDARD_BROWSER (user_data);
  guint size = gtk_slice_list_model_get_size (self->slice);

  if (is_enough (self))
    {
      self->fill_source = 0;
      return G_SOURCE_REMOVE;
    }
  /* what is hidden by then comes when it is opened */
  if (size < MOST_ROWS && size < pz_standard_browser_get_n_rows (self))
    {
      gtk_slice_list_model_set_size (self->slice, size + STEP_ROWS);
      return G_SOURCE_CONTINUE;
    }
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  self->fill_source = 0;
  return G_SOURCE_REMOVE;
}

static void
go_on (PzStandardBrowser *self)
{
  if (self->fill_source == 0 && gtk_slice_list_model_get_size (self->slice) < G_MAXUINT && !is_enough (self))
    self->fill_source = g_timeout_add_full (G_PRIORITY_LOW, STEP_MS, fill_cb, self, NULL);
}

/*
 * pz_standard_browser_follow_scrolling:
 *
 * Makes more rows when somebody scrolls, or the window grows.
 */
void
pz_standard_browser_follow_scrolling (PzStandardBrowser *self)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));

  g_signal_connect_object (place, "value-changed", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (place, "changed", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
}

/*
 * pz_standard_browser_start_fill:
 *
 * Shows the first rows; others come while nothing else is done.
 */
void
pz_standard_browser_start_fill (PzStandardBrowser *self)
{
  gtk_slice_list_model_set_size (self->slice, FIRST_ROWS);
  if (self->fill_source == 0)
    self->fill_source = g_timeout_add_full (G_PRIORITY_LOW, STEP_MS, fill_cb, self, NULL);
}

/*
 * pz_standard_browser_reach:
 * @position: of a row
 *
 * Makes sure that the row can be selected.
 */
void
pz_standard_browser_reach (PzStandardBrowser *self,
                           guint              position)
{
  if (position + FIRST_ROWS > gtk_slice_list_model_get_size (self->slice))
    gtk_slice_list_model_set_size (self->slice, position + FIRST_ROWS);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-browser-private.h"

#include "pz-standard-list.h"
#include "pz-standard-node.h"
#include "pz-status.h"

G_DEFINE_FINAL_TYPE (PzStandardBrowser, pz_standard_browser, ADW_TYPE_BIN)

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GListModel *
list_children (gpointer item,
               gpointer user_data)
{
  return pz_standard_node_list_children (PZ_STANDARD_NODE (item));
}

static GListModel *
list_nothing (gpointer item,
              gpointer user_data)
{
  return NULL;
}

static guint
get_item_at (PzStandardBrowser *self,
             guint              position)
{
  g_autoptr(GtkTreeListRow) row = self->rows != NULL ? gtk_tree_list_model_get_row (self->rows, position) : NULL;
  g_autoptr(PzStandardNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return node != NULL ? pz_standard_node_get_item (node) : PZ_STANDARD_ROOT;
}

static void
selection_changed_cb (PzStandardBrowser *self)
{
  g_signal_emit (self, signals[SELECTED], 0, pz_standard_browser_get_selected (self));
}

static void
clear (PzStandardBrowser *self)
{
  self->rows = NULL;
  gtk_slice_list_model_set_model (self->slice, NULL);
}

static void
show_rows (PzStandardBrowser               *self,
           GListModel                      *top,
           GtkTreeListModelCreateModelFunc  create)
{
  guint n = g_list_model_get_n_items (top);

  /* the list keeps its model, so that its rows are used again */
  self->rows = gtk_tree_list_model_new (top, FALSE, FALSE, create, NULL, NULL);
  pz_standard_browser_start_fill (self);
  gtk_slice_list_model_set_model (self->slice, G_LIST_MODEL (self->rows));
  g_object_unref (self->rows); /* the slice holds it */
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "list" : "none");
  if (n == 0)
    pz_status_show (ADW_STATUS_PAGE (self->none), "edit-find-symbolic", NULL, NULL);
}

static void
show_found (PzStandardBrowser *self,
            const char        *text)
{
  GArray *found = pz_standard_tree_search (self->tree, text);
  GListModel *list = pz_standard_list_new (self->tree, (const guint *) (gpointer) found->data, found->len, FALSE);

  g_object_set_data_full (G_OBJECT (list), "pz-found", found, (GDestroyNotify) g_array_unref);
  self->is_search = TRUE;
  show_rows (self, list, list_nothing);
  if (found->len > 0)
    gtk_single_selection_set_selected (self->selection, 0);
}

static void
show_tree (PzStandardBrowser *self)
{
  GListModel *top = pz_standard_tree_list_top (self->tree);
  guint n_top = g_list_model_get_n_items (top);

  self->is_search = FALSE;
  show_rows (self, top, list_children);
  /* a single row at the top says little: what stands below it is what is looked for */
  if (n_top == 1)
    {
      g_autoptr(GtkTreeListRow) row = gtk_tree_list_model_get_row (self->rows, 0);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
search_changed_cb (PzStandardBrowser *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  guint selected;

  if (self->tree == NULL || self->is_typing)
    return;
  selected = pz_standard_browser_get_selected (self);
  if (*stripped != '\0')
    show_found (self, stripped);
  else if (self->is_search)
    {
      show_tree (self);
      /* what was found is shown in its place */
      pz_standard_browser_select (self, selected);
    }
}

static void
search_activated_cb (PzStandardBrowser *self)
{
  guint item = pz_standard_browser_get_selected (self);

  if (item != PZ_STANDARD_ROOT)
    g_signal_emit (self, signals[ACTIVATED], 0, item);
}

/* Escape: first the search, then whatever it means to the window */
static void
stop_search_cb (PzStandardBrowser *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_delete_text (GTK_EDITABLE (self->search_entry), 0, -1);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
row_activated_cb (PzStandardBrowser *self,
                  guint              position)
{
  guint item = get_item_at (self, position);

  if (item != PZ_STANDARD_ROOT)
    g_signal_emit (self, signals[ACTIVATED], 0, item);
  else
    {
      g_autoptr(GtkTreeListRow) row = gtk_tree_list_model_get_row (self->rows, position);

      gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
    }
}

static void
pz_standard_browser_dispose (GObject *object)
{
  PzStandardBrowser *self = PZ_STANDARD_BROWSER (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      clear (self);
    }
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->tree);
  G_OBJECT_CLASS (pz_standard_browser_parent_class)->dispose (object);
}

static void
pz_standard_browser_class_init (PzStandardBrowserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_standard_browser_dispose;
  signals[SELECTED] = g_signal_new ("selected", PZ_TYPE_STANDARD_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ACTIVATED] = g_signal_new ("activated", PZ_TYPE_STANDARD_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-standard-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, PzStandardBrowser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PzStandardBrowser, stack);
  gtk_widget_class_bind_template_child (widget_class, PzStandardBrowser, list);
  gtk_widget_class_bind_template_child (widget_class, PzStandardBrowser, none);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
pz_standard_browser_init (PzStandardBrowser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pz_status_init (ADW_STATUS_PAGE (self->none));
  self->slice = gtk_slice_list_model_new (NULL, 0, 0);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->slice));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  pz_standard_browser_make_factory (self);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  pz_standard_browser_add_keys (self);
  pz_standard_browser_follow_scrolling (self);
}

/**
 * pz_standard_browser_new:
 *
 * Returns: (transfer floating): a browser that shows nothing yet
 */
GtkWidget *
pz_standard_browser_new (void)
{
  return g_object_new (PZ_TYPE_STANDARD_BROWSER, NULL);
}

/**
 * pz_standard_browser_set_tree:
 * @self: a browser
 * @tree: (nullable): the standards to show; what is searched for stays. %NULL: none, and no numbers
 */
void
pz_standard_browser_set_tree (PzStandardBrowser *self,
                              PzStandardTree    *tree)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PZ_IS_STANDARD_BROWSER (self));
  g_return_if_fail (tree == NULL || PZ_IS_STANDARD_TREE (tree));

  clear (self);
  g_set_object (&self->tree, tree);
  if (tree == NULL)
    {
      self->coverage = NULL;
      return;
    }
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
  if (*text != '\0')
    show_found (self, text);
  else
    show_tree (self);
}

/**
 * pz_standard_browser_set_coverage:
 * @self: a browser
 * @coverage: (nullable): counts of its standards; must live until others come. %NULL: no numbers
 * @of_one: whether it is of one learner
 *
 * Rows that are shown are made again: whoever gives a tree and its numbers gives the numbers first.
 */
void
pz_standard_browser_set_coverage (PzStandardBrowser *self,
                                  const PzCoverage  *coverage,
                                  gboolean           of_one)
{
  g_return_if_fail (PZ_IS_STANDARD_BROWSER (self));

  self->coverage = coverage;
  self->of_one = of_one;
  if (self->rows != NULL)
    pz_standard_browser_make_factory (self);
}

/**
 * pz_standard_browser_get_selected:
 * @self: a browser
 *
 * Returns: the standard that is selected, %PZ_STANDARD_ROOT when none is
 */
guint
pz_standard_browser_get_selected (PzStandardBrowser *self)
{
  guint position;

  g_return_val_if_fail (PZ_IS_STANDARD_BROWSER (self), PZ_STANDARD_ROOT);

  position = gtk_single_selection_get_selected (self->selection);
  return position != GTK_INVALID_LIST_POSITION ? get_item_at (self, position) : PZ_STANDARD_ROOT;
}

/* the row of the item among the children of one that is expanded, or at the top; NULL when it is not among them */
static GtkTreeListRow *
find_row (PzStandardBrowser *self,
          GtkTreeListRow    *parent,
          guint              item)
{
  for (guint i = 0;; i++)
    {
      g_autoptr(GtkTreeListRow) row = parent != NULL ? gtk_tree_list_row_get_child_row (parent, i)
                                                     : gtk_tree_list_model_get_child_row (self->rows, i);
      g_autoptr(PzStandardNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

      if (row == NULL)
        return NULL;
      if (pz_standard_node_get_item (node) == item)
        return g_steal_pointer (&row);
    }
}

/**
 * pz_standard_browser_select:
 * @self: a browser with a tree
 * @item: of the tree; %PZ_STANDARD_ROOT: nothing
 *
 * Ends a search, opens what is above the standard, and selects it.
 */
void
pz_standard_browser_select (PzStandardBrowser *self,
                            guint              item)
{
  g_autoptr(GArray) path = NULL;
  g_autoptr(GtkTreeListRow) row = NULL;

  g_return_if_fail (PZ_IS_STANDARD_BROWSER (self));

  if (self->tree == NULL || item == PZ_STANDARD_ROOT)
    return;
  if (self->is_search)
    gtk_editable_delete_text (GTK_EDITABLE (self->search_entry), 0, -1);
  path = pz_standard_tree_dup_path (self->tree, item);
  g_array_append_val (path, item);
  for (guint i = 0; i < path->len; i++)
    {
      g_autoptr(GtkTreeListRow) next = find_row (self, row, g_array_index (path, guint, i));

      /* it is not placed: below the heading, which is the last at the top */
      if (next == NULL && i == 0)
        {
          g_autoptr(GtkTreeListRow) heading = find_row (self, NULL, PZ_STANDARD_ROOT);

          if (heading != NULL)
            gtk_tree_list_row_set_expanded (heading, TRUE);
          next = heading != NULL ? find_row (self, heading, g_array_index (path, guint, i)) : NULL;
        }
      if (next == NULL)
        return;
      if (i + 1 < path->len)
        gtk_tree_list_row_set_expanded (next, TRUE);
      g_set_object (&row, next);
    }
  pz_standard_browser_move_to (self, gtk_tree_list_row_get_position (row));
}

/**
 * pz_standard_browser_search:
 * @self: a browser
 * @text: what to search for; "" shows the tree again
 */
void
pz_standard_browser_search (PzStandardBrowser *self,
                            const char        *text)
{
  g_return_if_fail (PZ_IS_STANDARD_BROWSER (self) && text != NULL);

  /* what was there goes first, which is no search for nothing */
  self->is_typing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  self->is_typing = FALSE;
  search_changed_cb (self);
}

/**
 * pz_standard_browser_get_n_rows:
 * @self: a browser
 *
 * Returns: how many rows can be scrolled through now
 */
guint
pz_standard_browser_get_n_rows (PzStandardBrowser *self)
{
  g_return_val_if_fail (PZ_IS_STANDARD_BROWSER (self), 0);
  return self->rows != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;
}

/**
 * pz_standard_browser_start_search:
 * @self: a browser
 *
 * Brings the keyboard to the search.
 */
void
pz_standard_browser_start_search (PzStandardBrowser *self)
{
  g_return_if_fail (PZ_IS_STANDARD_BROWSER (self));
  gtk_widget_grab_focus (self->search_entry);
}

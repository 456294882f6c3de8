/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learners-view-private.h"

#include "pz-damaged-learner.h"
#include "pz-lazy-menu.h"
#include "pz-learner.h"
#include "pz-privacy.h"
#include "pz-learners-actions.h"
#include "pz-split.h"
#include "pz-status.h"

#include <glib/gi18n-lib.h>

static void pz_learners_view_view_init (PzViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PzLearnersView, pz_learners_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PZ_TYPE_VIEW, pz_learners_view_view_init))

static void
update_edges (PzLearnersView *self)
{
  gboolean collapsed = pz_split_get_collapsed (self->split);

  pz_learners_pane_set_edges (PZ_LEARNERS_PANE (self->pane), self->leading, collapsed);
  gtk_widget_set_visible (self->back_button, collapsed);
  if (collapsed)
    gtk_widget_add_css_class (self->content, "pz-narrow");
  else
    gtk_widget_remove_css_class (self->content, "pz-narrow");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (self->header), self->leading && collapsed);
}

static void
show_several (PzLearnersView *self,
              guint           n)
{
  /* Translators: %u learners are selected in the list */
  g_autofree char *title = g_strdup_printf (ngettext ("%u learner selected", "%u learners selected", n), n);

  pz_status_show (ADW_STATUS_PAGE (self->several), "system-users-symbolic", title, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "several");
}

static void
show_damaged (PzLearnersView *self,
              const char     *id,
              const char     *reason)
{
  pz_damaged_learner_show (PZ_DAMAGED_LEARNER (self->damaged_learner), self->classroom, id);
  pz_status_show (ADW_STATUS_PAGE (self->damaged), "dialog-warning-symbolic", NULL, reason);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "damaged");
}

static void
show_learner (PzLearnersView *self,
              const char     *id)
{
  PzLearnerPage *page = pz_learners_view_get_page (self);
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  if (page == NULL || g_strcmp0 (pz_learner_page_get_id (page), id) != 0)
    {
      document = pz_classroom_load (self->classroom, PZ_DOCUMENT_LEARNER, id, &error);
      adw_bin_set_child (ADW_BIN (self->page_bin), NULL);
      if (document == NULL)
        {
          show_damaged (self, id, error->message);
          return;
        }
      adw_bin_set_child (ADW_BIN (self->page_bin),
                         pz_learner_page_new (self->classroom, document, self->facts, self->values));
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "learner");
}

static void
show_selection (PzLearnersView *self)
{
  g_auto(GStrv) selected = self->list != NULL ? pz_learner_list_dup_selected (self->list) : g_new0 (char *, 1);
  guint n = g_strv_length (selected);

  gboolean selecting = pz_learners_pane_get_selecting (PZ_LEARNERS_PANE (self->pane));

  if (n == 1 && !selecting)
    show_learner (self, selected[0]);
  else
    adw_bin_set_child (ADW_BIN (self->page_bin), NULL); /* takes over what was being typed */
  if (n > 1 || (n == 1 && selecting))
    show_several (self, n);
  else if (n == 0)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nobody");
  gtk_widget_set_visible (self->menu_button, n > 0 && !selecting);
}

static void
open_cb (PzLearnersView *self)
{
  pz_split_set_show_content (self->split, TRUE);
}

/* The learner that is shown may go to the trash by an undo, by another program, by another page. */
static void
items_changed_cb (PzLearnersView *self)
{
  g_auto(GStrv) selected = pz_learner_list_dup_selected (self->list);
  PzIndex *index = pz_learner_list_get_index (self->list);
  guint position;

  for (gsize i = 0; selected[i] != NULL; i++)
    if (!pz_index_find (index, selected[i], &position) || (pz_index_peek_flags (index, position) & PZ_INDEX_DELETED))
      {
        pz_learner_list_select_id (self->list, NULL);
        show_selection (self);
        return;
      }
}

static void
class_changed_cb (PzLearnersView *self)
{
  pz_learner_facts_update (self->facts);
  pz_learners_pane_refresh (PZ_LEARNERS_PANE (self->pane));
}

static void
let_class_go (PzLearnersView *self)
{
  adw_bin_set_child (ADW_BIN (self->page_bin), NULL);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->classroom != NULL)
    g_signal_handlers_disconnect_by_data (pz_classroom_get_document (self->classroom), self);
  pz_learners_pane_set_class (PZ_LEARNERS_PANE (self->pane), NULL, NULL, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->facts);
  g_clear_object (&self->values);
  g_clear_object (&self->classroom);
}

static void
pz_learners_view_set_class (PzView        *view,
                            PzClassroom   *classroom,
                            PzLearnerList *list)
{
  PzLearnersView *self = PZ_LEARNERS_VIEW (view);
  PzDocument *document;

  let_class_go (self);
  if (classroom == NULL)
    return;
  self->classroom = g_object_ref (classroom);
  self->list = g_object_ref (list);
  self->facts = pz_learner_facts_new (classroom);
  g_signal_connect_object (self->facts, "changed", G_CALLBACK (pz_learners_pane_refresh), self->pane, G_CONNECT_SWAPPED);
  self->values = pz_class_values_new (classroom);
  document = pz_classroom_get_document (classroom);
  g_signal_connect_object (document, "changed", G_CALLBACK (class_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (class_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "selection-changed", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  pz_learners_pane_set_class (PZ_LEARNERS_PANE (self->pane), classroom, self->facts, list);
  pz_split_set_show_content (self->split, FALSE);
  show_selection (self);
}

static void
pz_learners_view_set_leading (PzView   *view,
                              gboolean  leading)
{
  PzLearnersView *self = PZ_LEARNERS_VIEW (view);

  self->leading = leading;
  update_edges (self);
}

static gboolean
pz_learners_view_go_back (PzView *view)
{
  PzLearnersView *self = PZ_LEARNERS_VIEW (view);

  if (pz_split_go_back (self->split))
    {
      if (self->list != NULL) /* so that touching the same row opens it again */
        pz_learner_list_select_id (self->list, NULL);
      pz_learners_pane_focus_list (PZ_LEARNERS_PANE (self->pane));
      return TRUE;
    }
  return pz_learners_pane_escape (PZ_LEARNERS_PANE (self->pane));
}

static void
pz_learners_view_start_search (PzView *view)
{
  PzLearnersView *self = PZ_LEARNERS_VIEW (view);

  pz_split_go_back (self->split);
  pz_learners_pane_start_search (PZ_LEARNERS_PANE (self->pane));
}

static gboolean
pz_learners_view_move_focus (PzView   *view,
                             gboolean  forward)
{
  PzLearnersView *self = PZ_LEARNERS_VIEW (view);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->split));
  GtkWidget *target;

  if (focus == NULL)
    target = forward ? self->pane : self->content;
  else if (forward == (focus == self->pane))
    target = forward ? self->content : self->pane;
  else
    return FALSE;
  if (!gtk_widget_get_mapped (target))
    return FALSE;
  if (target == self->pane)
    pz_learners_pane_focus_list (PZ_LEARNERS_PANE (self->pane));
  else
    gtk_widget_child_focus (target, GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static void
pz_learners_view_commit (PzView *view)
{
  PzLearnerPage *page = pz_learners_view_get_page (PZ_LEARNERS_VIEW (view));

  if (page != NULL)
    pz_learner_page_commit (page);
}

/* the id of the learner whose page is shown; "" when there is none, or several are selected */
static GVariant *
pz_learners_view_dup_place (PzView *view)
{
  g_auto(GStrv) selected = pz_learners_view_dup_selected (PZ_LEARNERS_VIEW (view));

  return g_variant_new_string (g_strv_length (selected) == 1 ? selected[0] : "");
}

static gboolean
pz_learners_view_show_place (PzView   *view,
                             GVariant *place)
{
  PzLearnersView *self = PZ_LEARNERS_VIEW (view);
  const char *id = g_variant_get_string (place, NULL);
  guint position;

  if (self->list == NULL)
    return FALSE;
  if (*id == '\0')
    {
      pz_split_set_show_content (self->split, FALSE);
      pz_learner_list_select_id (self->list, NULL);
      return TRUE;
    }
  if (!pz_index_find (pz_learner_list_get_index (self->list), id, &position)
      || (pz_index_peek_flags (pz_learner_list_get_index (self->list), position) & PZ_INDEX_DELETED))
    return FALSE;
  pz_learners_view_show (self, id);
  return TRUE;
}

static void
pz_learners_view_view_init (PzViewInterface *iface)
{
  iface->set_class = pz_learners_view_set_class;
  iface->set_leading = pz_learners_view_set_leading;
  iface->go_back = pz_learners_view_go_back;
  iface->start_search = pz_learners_view_start_search;
  iface->move_focus = pz_learners_view_move_focus;
  iface->commit = pz_learners_view_commit;
  iface->dup_place = pz_learners_view_dup_place;
  iface->show_place = pz_learners_view_show_place;
}

static void
pz_learners_view_dispose (GObject *object)
{
  PzLearnersView *self = PZ_LEARNERS_VIEW (object);

  if (self->classroom != NULL)
    let_class_go (self);
  G_OBJECT_CLASS (pz_learners_view_parent_class)->dispose (object);
}

static void
pz_learners_view_class_init (PzLearnersViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PZ_TYPE_DAMAGED_LEARNER);
  g_type_ensure (PZ_TYPE_SPLIT);
  g_type_ensure (PZ_TYPE_LEARNERS_PANE);
  G_OBJECT_CLASS (klass)->dispose = pz_learners_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-learners-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PzLearnersView, split);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersView, pane);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersView, content);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersView, header);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersView, back_button);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersView, title);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersView, stack);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersView, several);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersView, damaged);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersView, damaged_learner);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersView, page_bin);
  gtk_widget_class_bind_template_callback (widget_class, update_edges);
  gtk_widget_class_bind_template_callback (widget_class, show_selection);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
pz_learners_view_init (PzLearnersView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pz_status_init (ADW_STATUS_PAGE (self->several));
  pz_status_init (ADW_STATUS_PAGE (self->damaged));
  pz_privacy_watch_list (GTK_LIST_VIEW (pz_learners_pane_get_list_view (PZ_LEARNERS_PANE (self->pane))));
  pz_lazy_menu_set (GTK_MENU_BUTTON (self->menu_button), "/org/example/Personalize/menus.ui", "learner_menu");
}

/**
 * pz_learners_view_new:
 *
 * Returns: (transfer floating): the view, without a class
 */
GtkWidget *
pz_learners_view_new (void)
{
  return g_object_new (PZ_TYPE_LEARNERS_VIEW, NULL);
}

/**
 * pz_learners_view_set_sort:
 * @self: the view
 * @sort: the order of the list
 */
void
pz_learners_view_set_sort (PzLearnersView *self,
                           PzLearnerSort   sort)
{
  g_return_if_fail (PZ_IS_LEARNERS_VIEW (self));
  pz_learners_pane_set_sort (PZ_LEARNERS_PANE (self->pane), sort);
}

/**
 * pz_learners_view_show:
 * @self: the view, with a class
 * @id: of a learner
 *
 * Selects the learner and opens the page.
 */
void
pz_learners_view_show (PzLearnersView *self,
                       const char     *id)
{
  guint position;

  g_return_if_fail (PZ_IS_LEARNERS_VIEW (self));
  g_return_if_fail (self->list != NULL && id != NULL);

  pz_learner_list_select_id (self->list, id);
  if (pz_learner_list_find (self->list, id, &position))
    pz_learners_pane_scroll_to (PZ_LEARNERS_PANE (self->pane), position);
  pz_split_set_show_content (self->split, TRUE);
}

/**
 * pz_learners_view_set_way_back:
 * @self: the view
 * @way_back: whether one was led here from another view, and may go back
 *
 * Offers that beside the title of the list.
 */
void
pz_learners_view_set_way_back (PzLearnersView *self,
                               gboolean        way_back)
{
  g_return_if_fail (PZ_IS_LEARNERS_VIEW (self));
  pz_learners_pane_set_way_back (PZ_LEARNERS_PANE (self->pane), way_back);
}

/**
 * pz_learners_view_get_classroom:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the class
 */
PzClassroom *
pz_learners_view_get_classroom (PzLearnersView *self)
{
  g_return_val_if_fail (PZ_IS_LEARNERS_VIEW (self), NULL);
  return self->classroom;
}

/**
 * pz_learners_view_dup_selected:
 * @self: the view
 *
 * Returns: (transfer full): the ids of the selected learners
 */
GStrv
pz_learners_view_dup_selected (PzLearnersView *self)
{
  g_return_val_if_fail (PZ_IS_LEARNERS_VIEW (self), NULL);
  return self->list != NULL ? pz_learner_list_dup_selected (self->list) : g_new0 (char *, 1);
}

/**
 * pz_learners_view_get_pane:
 * @self: the view
 *
 * Returns: (transfer none): the list
 */
PzLearnersPane *
pz_learners_view_get_pane (PzLearnersView *self)
{
  g_return_val_if_fail (PZ_IS_LEARNERS_VIEW (self), NULL);
  return PZ_LEARNERS_PANE (self->pane);
}

/**
 * pz_learners_view_get_page:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the page of the one selected learner
 */
PzLearnerPage *
pz_learners_view_get_page (PzLearnersView *self)
{
  GtkWidget *page;

  g_return_val_if_fail (PZ_IS_LEARNERS_VIEW (self), NULL);

  page = adw_bin_get_child (ADW_BIN (self->page_bin));
  return page != NULL ? PZ_LEARNER_PAGE (page) : NULL;
}

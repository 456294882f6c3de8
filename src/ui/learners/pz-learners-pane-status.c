/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learners-pane-private.h"

#include "pz-filter-words.h"
#include "pz-status.h"

#include <glib/gi18n-lib.h>

/**
 * pz_learners_pane_update_title:
 * @self: the pane
 *
 * Counts the learners of the class, or the selected ones.
 */
void
pz_learners_pane_update_title (PzLearnersPane *self)
{
  guint n = self->selecting ? pz_learner_list_count_selected (self->list)
                            : pz_index_count_shown (pz_learner_list_get_index (self->list));
  g_autofree char *text = NULL;

  if (self->selecting)
    /* Translators: %u learners are selected in the list */
    text = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);
  else
    text = g_strdup_printf (ngettext ("%u learner", "%u learners", n), n);
  adw_window_title_set_subtitle (self->title, text);
}

static char *
dup_found (PzLearnersPane *self)
{
  guint all = pz_learner_list_count_all (self->list);
  guint shown = pz_learner_list_count_found (self->list);

  if (pz_learner_list_is_pending (self->list))
    return g_strdup (_("Reading what is known…"));
  if (pz_learner_filter_find (pz_learner_list_peek_filter (self->list), PZ_FILTER_ARCHIVED, NULL) != NULL)
    /* Translators: how many archived learners the search and the filters find, of how many */
    return g_strdup_printf (ngettext ("%1$u of %2$u archived learner", "%1$u of %2$u archived learners", all), shown, all);
  /* Translators: how many learners the search found, of how many */
  return g_strdup_printf (ngettext ("%1$u of %2$u learner", "%1$u of %2$u learners", all), shown, all);
}

/* Who has no value for a filter is said, not left out silently. */
static void
update_status (PzLearnersPane *self)
{
  gboolean filtered = !pz_learner_filter_is_empty (pz_learner_list_peek_filter (self->list));
  gboolean unknown_shown = pz_learner_list_get_show_unknown (self->list);
  const PzFilterGroup *group;
  guint n_unknown = pz_learner_list_count_unknown (self->list, &group);
  g_autofree char *found = dup_found (self);
  g_autofree char *unknown = pz_filter_words_dup_unknown (n_unknown, group, pz_classroom_get_document (self->classroom));
  g_autofree char *name = NULL;

  gtk_widget_set_visible (self->status, filtered || pz_learners_pane_is_searching (self));
  gtk_label_set_text (GTK_LABEL (self->status_label), found);
  gtk_widget_set_visible (self->unknown_button, filtered && n_unknown > 0);
  gtk_button_set_label (GTK_BUTTON (self->unknown_button), unknown);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->unknown_button), unknown_shown);
  /* Translators: %s is "3 have no level"; for a button that shows them */
  name = g_strdup_printf (_("Show who is not known: %s"), unknown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unknown_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (self->unknown_button, name);
}

static void
update_nothing_found (PzLearnersPane *self)
{
  gboolean filtered = !pz_learner_filter_is_empty (pz_learner_list_peek_filter (self->list));

  pz_status_show (self->nothing_found, "system-search-symbolic", NULL,
                  filtered ? _("Nobody fits all of these filters.") : _("No name, need or interest has all of these parts."));
}

/**
 * pz_learners_pane_update_state:
 * @self: the pane
 *
 * Shows the list, or why it is empty, and the counts.
 */
void
pz_learners_pane_update_state (PzLearnersPane *self)
{
  const char *page = "list";
  guint n_all;

  if (self->list == NULL)
    return;
  n_all = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  /* large icons are only asked for now: loading them costs more than all the rest of the first frame */
  if (n_all == 0 && pz_index_count_shown (pz_learner_list_get_index (self->list)) == 0
      && pz_learner_filter_is_empty (pz_learner_list_peek_filter (self->list)) && !pz_learners_pane_is_searching (self))
    {
      page = "empty";
      pz_status_show (self->empty, "system-users-symbolic", NULL, NULL);
    }
  else if (n_all == 0 && !pz_learner_list_is_pending (self->list))
    {
      page = "nothing-found";
      update_nothing_found (self);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  gtk_widget_set_sensitive (self->search_entry, g_strcmp0 (page, "empty") != 0);
  gtk_widget_set_sensitive (self->select_button, g_strcmp0 (page, "empty") != 0);
  pz_learners_pane_update_title (self);
  update_status (self);
}

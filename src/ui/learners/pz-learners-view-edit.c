/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learners-view-private.h"

#include "pz-learners-actions.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

/**
 * pz_learners_view_add:
 * @self: the view, with a class
 * @error: why it could not be saved
 *
 * Makes a learner without a name and opens the page with the focus in the name.
 *
 * Returns: whether the learner was saved
 */
gboolean
pz_learners_view_add (PzLearnersView  *self,
                      GError         **error)
{
  g_autoptr(PzDocument) document = NULL;

  g_return_val_if_fail (PZ_IS_LEARNERS_VIEW (self), FALSE);
  g_return_val_if_fail (self->classroom != NULL, FALSE);

  pz_view_commit (PZ_VIEW (self));
  while (pz_learners_pane_escape (PZ_LEARNERS_PANE (self->pane))) /* no filter may hide the new one */
    ;
  document = pz_classroom_add (self->classroom, PZ_DOCUMENT_LEARNER);
  if (!pz_classroom_save (self->classroom, C_("undo", "New learner"), error))
    return FALSE;
  pz_learners_view_show (self, pz_document_get_id (document));
  if (pz_learners_view_get_page (self) != NULL)
    pz_learner_page_focus_name (pz_learners_view_get_page (self));
  return TRUE;
}

static char *
dup_deleted_message (PzLearnersView     *self,
                     const char * const *ids)
{
  guint n = g_strv_length ((char **) ids);
  guint position;

  if (n == 1 && pz_index_find (pz_learner_list_get_index (self->list), ids[0], &position))
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (pz_learner_list_get_index (self->list)),
                                                           position);
      g_autofree char *name = pz_privacy_dup_row_name (row);

      /* Translators: %s is the name of a learner */
      return g_strdup_printf (_("%s moved to the deleted learners"), name);
    }
  return g_strdup_printf (ngettext ("%u learner deleted", "%u learners deleted", n), n);
}

/**
 * pz_learners_view_delete:
 * @self: the view, with a class
 * @message: (out): what was done, in words
 * @error: why it could not be done
 *
 * Moves the selected learners to the trash; the next one in the list is selected.
 *
 * Returns: how many were moved; 0 with @error set, or without when none was selected
 */
guint
pz_learners_view_delete (PzLearnersView  *self,
                         char           **message,
                         GError         **error)
{
  g_auto(GStrv) ids = NULL;
  g_autofree char *text = NULL;
  guint place = 0, n_left;

  g_return_val_if_fail (PZ_IS_LEARNERS_VIEW (self), 0);
  g_return_val_if_fail (self->classroom != NULL, 0);

  pz_view_commit (PZ_VIEW (self));
  ids = pz_learner_list_dup_selected (self->list);
  if (ids[0] == NULL || pz_learners_actions_delete_several (self))
    return 0;
  text = dup_deleted_message (self, (const char * const *) ids);
  pz_learner_list_find (self->list, ids[0], &place);
  if (!pz_classroom_delete (self->classroom, (const char * const *) ids,
                            ngettext ("Deletion of a learner", "Deletion of learners", g_strv_length (ids)), error))
    return 0;
  *message = g_steal_pointer (&text);
  n_left = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  if (pz_split_get_collapsed (self->split) || n_left == 0)
    pz_split_go_back (self->split);
  else
    pz_learner_list_select_id (self->list, pz_learner_list_peek_id (self->list, MIN (place, n_left - 1)));
  pz_learners_pane_focus_list (PZ_LEARNERS_PANE (self->pane));
  return g_strv_length (ids);
}

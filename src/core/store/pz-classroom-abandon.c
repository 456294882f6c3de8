/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"
#include "pz-join.h"

#include <gio/gio.h>

/* Only for a folder we made a moment ago: links are removed, never followed. */
static void
remove_tree (GFile *folder)
{
  g_autoptr(GFileEnumerator) children = g_file_enumerate_children (
      folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
      NULL, NULL);
  GFileInfo *info;
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    {
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        remove_tree (child);
      else
        g_file_delete (child, NULL, NULL);
    }
  g_clear_object (&children);
  g_file_delete (folder, NULL, NULL);
}

/* as it is on disk again */
static void
revert (PzClassroom    *self,
        PzOpenDocument *open)
{
  g_autoptr(PzDocument) document = g_object_ref (open->document);
  g_autoptr(GPtrArray) changes = pz_document_take_changes (document);
  PzDocumentKind kind = pz_document_get_kind (document);
  const char *id = pz_document_get_id (document);
  g_autoptr(PzDocument) saved = pz_document_parse (kind, id, open->base, self->clock, NULL);
  g_autoptr(PzContext) nothing = pz_context_new ();
  g_autoptr(PzContext) everything = pz_context_new ();

  open->unsaved = FALSE;
  if (saved == NULL)
    return;
  /* as if the file had seen every edit and dropped it, and memory had seen nothing of the file */
  pz_context_add_document (everything, document);
  if (pz_document_join (document, nothing, saved, everything))
    g_signal_emit_by_name (self, "document-reloaded", document);
}

/**
 * pz_classroom_abandon:
 *
 * Forgets every edit that is not on disk, undo steps included. A class that was never saved leaves nothing behind; the
 * object is of no further use then.
 */
void
pz_classroom_abandon (PzClassroom *self)
{
  g_autoptr(PzClassroom) alive = NULL;
  g_autoptr(GPtrArray) names = NULL;

  g_return_if_fail (PZ_IS_CLASSROOM (self));

  alive = g_object_ref (self);
  pz_classroom_wait_for_saving (self);
  g_clear_handle_id (&self->save_source, g_source_remove);
  pz_classroom_forget_notes (self, self->history->len);
  pz_undo_stack_clear (self->undo);
  g_clear_pointer (&self->queued_label, g_free);
  names = pz_classroom_list_open (self);
  for (guint i = 0; i < names->len; i++)
    {
      PzOpenDocument *open = g_hash_table_lookup (self->open, g_ptr_array_index (names, i));

      if (open == NULL)
        continue;
      if (open->base != NULL)
        revert (self, open);
      else if (open != self->own && pz_open_document_needs_saving (open))
        g_hash_table_remove (self->open, g_ptr_array_index (names, i));
    }
  pz_classroom_drop_idle (self);
  pz_classroom_set_save_state (self, PZ_SAVE_SAVED, NULL);
  pz_classroom_notify_undo (self);
  if (self->own->base == NULL)
    {
      g_autoptr(GFile) folder = g_file_new_for_path (pz_store_get_path (self->store));

      remove_tree (folder);
    }
}

/**
 * pz_classroom_snapshot:
 * @reason: one word that becomes part of the name
 * @error: why there is none
 *
 * Returns: whether the class as it is on disk can be found again under snapshots/
 */
gboolean
pz_classroom_snapshot (PzClassroom  *self,
                       const char   *reason,
                       GError      **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && reason != NULL, FALSE);

  name = pz_store_snapshot (self->store, reason, &local_error);
  pz_classroom_mind (self, local_error);
  if (name == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return name != NULL;
}

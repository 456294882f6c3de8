/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"
#include "pz-join.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * pz_error_is_damage:
 * @error: why a file could not be read
 *
 * Returns: whether it is the file: reading it again will not help
 */
gboolean
pz_error_is_damage (const GError *error)
{
  static const PzError codes[] = { PZ_ERROR_SYNTAX,    PZ_ERROR_INVALID,  PZ_ERROR_CORRUPT, PZ_ERROR_NOT_SUPPORTED,
                                   PZ_ERROR_TOO_LARGE, PZ_ERROR_NOT_SAFE };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, PZ_ERROR, (int) codes[i]))
      return TRUE;
  return FALSE;
}

/* a class that a newer version took over while it was open can only be looked at from now on */
static void
mind_newer_class (PzClassroom    *self,
                  PzOpenDocument *open,
                  const GError   *error)
{
  if (open == self->own && g_error_matches (error, PZ_ERROR, PZ_ERROR_TOO_NEW))
    pz_classroom_set_read_only (self, _ ("A newer version of Personalize has saved this class. You can look at it; "
                                         "update Personalize to change it."));
}

/**
 * pz_classroom_take_file:
 * @open: an open document
 * @bytes: its file as it is now
 * @seen: version of that file
 * @error: what is wrong with it
 *
 * Joins what the file says with what is in memory; says so when that changed anything. @open may be gone afterwards.
 *
 * Returns: whether memory and file are known to agree but for unsaved edits
 */
gboolean
pz_classroom_take_file (PzClassroom      *self,
                        PzOpenDocument   *open,
                        GBytes           *bytes,
                        const PzVersion  *seen,
                        GError          **error)
{
  g_autoptr(PzDocument) document = g_object_ref (open->document);
  PzDocumentKind kind = pz_document_get_kind (document);
  const char *id = pz_document_get_id (document);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(PzDocument) base = NULL;
  g_autoptr(PzDocument) current = NULL;

  open->gone = FALSE;
  if (open->base != NULL && g_bytes_equal (bytes, open->base))
    {
      open->seen = *seen;
      return TRUE;
    }
  current = pz_document_parse (kind, id, bytes, self->clock, &local_error);
  if (current == NULL)
    {
      mind_newer_class (self, open, local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (open->base != NULL)
    base = pz_document_parse (kind, id, open->base, self->clock, NULL);
  g_clear_pointer (&open->base, g_bytes_unref);
  open->base = g_bytes_ref (bytes);
  open->seen = *seen;
  if (pz_document_rejoin (document, base, current))
    g_signal_emit_by_name (self, "document-reloaded", document);
  return TRUE;
}

/**
 * pz_classroom_take_missing:
 * @open: an open document whose file is not there any more
 *
 * Edits are kept and will be written to a new file. Without any, the document was removed on purpose: undo leaves it
 * alone, and who shows it is told.
 */
void
pz_classroom_take_missing (PzClassroom    *self,
                           PzOpenDocument *open)
{
  gboolean was_there = open->base != NULL;

  g_clear_pointer (&open->base, g_bytes_unref);
  memset (&open->seen, 0, sizeof open->seen);
  if (was_there && open != self->own && !pz_open_document_needs_saving (open))
    {
      open->gone = TRUE;
      pz_classroom_tell_removed (self, open->document);
    }
}

/**
 * pz_classroom_reread:
 * @open: an open document whose file may have changed
 * @error: what is wrong with the file as it is now
 *
 * Reads the file and joins it, see pz_classroom_take_file() and pz_classroom_take_missing().
 *
 * Returns: whether memory and file are known to agree but for unsaved edits
 */
gboolean
pz_classroom_reread (PzClassroom     *self,
                     PzOpenDocument  *open,
                     GError         **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  PzVersion seen = { 0 };

  bytes = pz_store_read (self->store, open->name, &seen, &local_error);
  if (bytes != NULL)
    return pz_classroom_take_file (self, open, bytes, &seen, error);
  if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    {
      pz_classroom_take_missing (self, open);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What is in memory is better than what is on disk: the file is kept under another name, and written anew. */
static gboolean
replace_damaged (PzClassroom     *self,
                 PzOpenDocument  *open,
                 GError         **error)
{
  g_autofree char *aside = pz_store_set_aside (self->store, open->name, error);

  if (aside == NULL)
    return FALSE;
  g_clear_pointer (&open->base, g_bytes_unref);
  memset (&open->seen, 0, sizeof open->seen);
  return TRUE;
}

/**
 * pz_classroom_catch_up:
 * @open: one with something to save whose file may have changed
 * @error: why nothing can be saved at all just now; also set, with %TRUE, when this one was refused
 *
 * Makes the next attempt to write possible: joins the file, or sets it aside when it is damaged. A document for which
 * neither works is refused, and does not keep the others from being saved.
 *
 * Returns: %FALSE when trying again makes no sense
 */
gboolean
pz_classroom_catch_up (PzClassroom     *self,
                       PzOpenDocument  *open,
                       GError         **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *name = g_strdup (open->name);

  if (pz_classroom_reread (self, open, &local_error))
    return TRUE;
  open = g_hash_table_lookup (self->open, name);
  if (open == NULL)
    return TRUE;
  if (pz_error_is_damage (local_error))
    {
      g_clear_error (&local_error);
      if (replace_damaged (self, open, &local_error))
        return TRUE;
    }
  if (!pz_classroom_is_read_only (self) && !g_error_matches (local_error, PZ_ERROR, PZ_ERROR_LOCKED)
      && !g_error_matches (local_error, PZ_ERROR, PZ_ERROR_UNCERTAIN))
    open->refused = TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return open->refused;
}

/**
 * pz_classroom_reopen:
 * @error: why it cannot be opened
 *
 * After the disk did not confirm a save, nobody knows which version it holds: opens the files anew, which finishes
 * what can be finished, and joins every open document with what is there. Edits stay and are written again.
 *
 * Returns: whether the class can be written to again
 */
gboolean
pz_classroom_reopen (PzClassroom  *self,
                     GError      **error)
{
  g_autoptr(PzStore) store = pz_store_open (self->environment, pz_store_get_path (self->store), PZ_STORE_NONE, error);
  g_autoptr(GPtrArray) names = NULL;

  if (store == NULL)
    return FALSE;
  g_set_object (&self->store, store);
  if (pz_store_is_read_only (store))
    pz_classroom_set_read_only (self, _ ("The disk or the folder does not allow changes any more. "
                                         "You can look at the class."));
  names = pz_classroom_list_open (self);
  for (guint i = 0; i < names->len; i++)
    {
      PzOpenDocument *open = g_hash_table_lookup (self->open, g_ptr_array_index (names, i));

      /* one that cannot be read now is met again by the next save */
      if (open != NULL && open->saving == NULL)
        pz_classroom_reread (self, open, NULL);
    }
  pz_classroom_look_again (self);
  return TRUE;
}

/**
 * pz_classroom_mind:
 * @error: (nullable): how something that writes beside pz_classroom_save() ended
 *
 * Opens the class anew when the disk did not confirm it.
 */
void
pz_classroom_mind (PzClassroom  *self,
                   const GError *error)
{
  if (g_error_matches (error, PZ_ERROR, PZ_ERROR_UNCERTAIN))
    pz_classroom_reopen (self, NULL);
}

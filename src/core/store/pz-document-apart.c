/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-apart.h"

#include "pz-classroom-private.h"

#include <glib/gi18n-lib.h>

/* A framework with more standards takes too long to let go of in a turn of the main loop. */
#define MANY_STANDARDS 500

struct _PzDocumentApart
{
  PzStore *store;
  PzClock *clock;
  gboolean newer; /* files of newer versions open, too */
  PzDocumentKind kind;
  char *id;
  char *name;
  PzDocument *document; /* NULL: neither read nor made yet, or taken */
  GBytes *base;         /* what its file holds; NULL: there is none */
  PzVersion seen;
};

static PzDocumentApart *
make_apart (PzStore        *store,
            PzClock        *clock,
            gboolean        newer,
            PzDocumentKind  kind,
            const char     *id)
{
  PzDocumentApart *self = g_new0 (PzDocumentApart, 1);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->newer = newer;
  self->kind = kind;
  self->id = g_strdup (id);
  self->name = pz_document_file_name (kind, id);
  return self;
}

/**
 * pz_document_apart_new:
 * @classroom: a class, whose files are meant
 * @kind: of the document
 * @id: its id
 *
 * Returns: (transfer full): a document that is to be read, or to be made
 */
PzDocumentApart *
pz_document_apart_new (PzClassroom    *classroom,
                       PzDocumentKind  kind,
                       const char     *id)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);
  g_return_val_if_fail (pz_id_is_valid (id), NULL);

  return make_apart (classroom->store, classroom->clock, classroom->newer, kind, id);
}

/**
 * pz_document_apart_new_beside:
 * @other: of the same class
 * @id: of another document of its kind
 *
 * Returns: (transfer full): a document that is to be read, or to be made; from any thread
 */
PzDocumentApart *
pz_document_apart_new_beside (PzDocumentApart *other,
                              const char      *id)
{
  g_return_val_if_fail (other != NULL && pz_id_is_valid (id), NULL);

  return make_apart (other->store, other->clock, other->newer, other->kind, id);
}

static gpointer
free_lists (gpointer lists)
{
  g_ptr_array_unref (lists);
  return NULL;
}

/**
 * pz_document_let_go:
 * @document: (transfer full): a document
 *
 * When nobody else holds it, and it has thousands of standards, they go in a thread of their own: who waits for a key
 * would wait for them.
 */
void
pz_document_let_go (PzDocument *document)
{
  g_return_if_fail (PZ_IS_DOCUMENT (document));

  if (g_atomic_int_get (&G_OBJECT (document)->ref_count) == 1 && pz_document_get_kind (document) == PZ_DOCUMENT_FRAMEWORK
      && g_list_model_get_n_items (pz_document_get_records (document, PZ_RECORD_STANDARD)) > MANY_STANDARDS)
    g_thread_unref (g_thread_new ("framework", free_lists, pz_document_take_lists (document)));
  g_object_unref (document);
}

/**
 * pz_document_apart_free:
 *
 * What was edited and not taken is gone.
 */
void
pz_document_apart_free (PzDocumentApart *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->document, pz_document_let_go);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_object_unref (self->store);
  g_object_unref (self->clock);
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

/**
 * pz_document_apart_read:
 * @error: NOT_FOUND, or what is wrong with the file
 *
 * Reads the file as it is now; from any thread.
 *
 * Returns: (transfer none) (nullable): the document
 */
PzDocument *
pz_document_apart_read (PzDocumentApart  *self,
                        GError          **error)
{
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (self != NULL && self->document == NULL, NULL);

  g_clear_pointer (&self->base, g_bytes_unref);
  self->base = pz_store_read (self->store, self->name, &self->seen, error);
  if (self->base == NULL)
    return NULL;
  if (self->newer)
    self->document = pz_document_parse_newer (self->kind, self->id, self->base, self->clock, NULL, &local_error);
  else
    self->document = pz_document_parse (self->kind, self->id, self->base, self->clock, &local_error);
  if (self->document == NULL)
    {
      pz_document_explain_error (self->kind, self->name, &local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  return self->document;
}

/**
 * pz_document_apart_make:
 * @error: %PZ_ERROR_EXISTS when there is such a file, even a damaged one
 *
 * Makes a new document; from any thread.
 *
 * Returns: (transfer none) (nullable): the document
 */
PzDocument *
pz_document_apart_make (PzDocumentApart  *self,
                        GError          **error)
{
  PzVersion seen = { 0 };

  g_return_val_if_fail (self != NULL && self->document == NULL, NULL);

  if (!pz_store_stat (self->store, self->name, &seen, error))
    return NULL;
  if (seen.exists)
    {
      /* Translators: %s is the name of a file */
      g_set_error (error, PZ_ERROR, PZ_ERROR_EXISTS, _("There is “%s” already."), self->name);
      return NULL;
    }
  self->document = pz_document_new (self->kind, self->id, self->clock);
  return self->document;
}

/**
 * pz_document_apart_get:
 *
 * Returns: (transfer none) (nullable): the document that was read or made and is not taken yet
 */
PzDocument *
pz_document_apart_get (PzDocumentApart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->document;
}

/**
 * pz_document_apart_snapshot:
 * @reason: one word that becomes part of the name
 * @error: why there is none; when the disk did not confirm it, the class is to be opened anew
 *
 * As pz_classroom_snapshot(), from any thread.
 *
 * Returns: whether the class as it is on disk can be found again under snapshots/
 */
gboolean
pz_document_apart_snapshot (PzDocumentApart  *self,
                            const char       *reason,
                            GError          **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL && reason != NULL, FALSE);

  name = pz_store_snapshot (self->store, reason, error);
  return name != NULL;
}

/**
 * pz_classroom_find_open:
 * @kind: of a document
 * @id: its id
 *
 * Returns: (transfer full) (nullable): the document, when somebody holds it or it waits to be saved
 */
PzDocument *
pz_classroom_find_open (PzClassroom    *self,
                        PzDocumentKind  kind,
                        const char     *id)
{
  g_autofree char *name = NULL;
  PzOpenDocument *open;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && pz_id_is_valid (id), NULL);

  name = pz_document_file_name (kind, id);
  open = g_hash_table_lookup (self->open, name);
  return open != NULL ? g_object_ref (open->document) : NULL;
}

/* the step is pushed before anybody is told */
static void
push_edits (PzClassroom    *self,
            PzOpenDocument *open,
            const char     *label)
{
  g_autofree char *time = pz_classroom_dup_history_time (self);
  PzUndoStep *step = pz_undo_step_new (label);

  pz_document_settle (open->document);
  pz_classroom_note_changes (self, open, pz_document_take_changes (open->document), time, step);
  pz_undo_stack_push (self->undo, step);
  pz_classroom_notify_undo (self);
}

/**
 * pz_classroom_take_apart:
 * @apart: read or made, and edited; empty afterwards
 * @label: what was done, for people
 * @error: %PZ_ERROR_CHANGED when the document is open in the class by now, or the class is read-only: nothing is taken
 *
 * Makes it a document of the class, and what was edited in it one step. The next save writes it; when its file was
 * changed since it was read, it joins both, as with every document.
 *
 * Returns: whether it was taken
 */
gboolean
pz_classroom_take_apart (PzClassroom      *self,
                         PzDocumentApart  *apart,
                         const char       *label,
                         GError          **error)
{
  g_autoptr(PzDocument) open = NULL;
  g_autoptr(PzDocument) document = NULL;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), FALSE);
  g_return_val_if_fail (apart != NULL && apart->document != NULL && label != NULL, FALSE);

  if (!pz_classroom_require_writable (self, error))
    return FALSE;
  open = pz_classroom_find_open (self, apart->kind, apart->id);
  if (open != NULL)
    {
      /* Translators: %s is the name of a framework */
      g_set_error (error, PZ_ERROR, PZ_ERROR_CHANGED, _("“%s” was changed elsewhere meanwhile."), apart->name);
      return FALSE;
    }
  document = g_steal_pointer (&apart->document);
  if (!pz_document_is_dirty (document))
    return TRUE;
  /* what waits is a step of its own */
  pz_classroom_seal_waiting (self);
  push_edits (self, pz_classroom_adopt (self, document, apart->base, apart->base != NULL ? &apart->seen : NULL), label);
  return TRUE;
}

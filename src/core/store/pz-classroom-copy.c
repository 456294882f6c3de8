/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-copy.h"

#include "pz-classroom-private.h"

struct _PzClassroomSource
{
  PzStore *store;
  PzClock *clock;
  char *id;
};

/* a folder while it is read */
typedef struct
{
  PzClock *clock;
  PzDocumentKind kind;
  GPtrArray *found;
} Walk;

/**
 * pz_classroom_source_new:
 * @classroom: a class
 *
 * Returns: (transfer full): what its files are read by; let go of it in the thread of the class
 */
PzClassroomSource *
pz_classroom_source_new (PzClassroom *classroom)
{
  PzClassroomSource *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_new0 (PzClassroomSource, 1);
  self->store = g_object_ref (classroom->store);
  self->clock = g_object_ref (classroom->clock);
  self->id = g_strdup (pz_classroom_get_id (classroom));
  return self;
}

/**
 * pz_classroom_source_free:
 * @self: (transfer full): a source
 *
 * Ends it.
 */
void
pz_classroom_source_free (PzClassroomSource *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->store);
  g_object_unref (self->clock);
  g_free (self->id);
  g_free (self);
}

static gboolean
is_wanted (PzDocument *document)
{
  PzRecord *owner = pz_document_get_owner (document);

  return !pz_record_is_deleted (owner)
         && (pz_document_get_kind (document) != PZ_DOCUMENT_LEARNER || !pz_record_get_flag (owner, PZ_LEARNER_ARCHIVED));
}

static void
read_document (const char *id,
               GBytes     *bytes,
               gpointer    user_data)
{
  const Walk *walk = user_data;
  g_autoptr(PzDocument) document = NULL;

  if (pz_id_is_valid (id))
    document = pz_document_parse (walk->kind, id, bytes, walk->clock, NULL);
  if (document != NULL && is_wanted (document))
    g_ptr_array_add (walk->found, g_steal_pointer (&document));
}

static GPtrArray *
read_folder (const PzClassroomSource  *source,
             PzDocumentKind            kind,
             const char               *folder,
             GCancellable             *cancellable,
             GError                  **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  Walk walk = { source->clock, kind, found };

  if (!pz_store_walk (source->store, folder, cancellable, read_document, &walk, error))
    return NULL;
  return g_steal_pointer (&found);
}

static PzDocument *
read_classroom (const PzClassroomSource  *source,
                GError                  **error)
{
  g_autofree char *name = pz_document_file_name (PZ_DOCUMENT_CLASSROOM, source->id);
  g_autoptr(GBytes) bytes = pz_store_read (source->store, name, NULL, error);

  return bytes != NULL ? pz_document_parse (PZ_DOCUMENT_CLASSROOM, source->id, bytes, source->clock, error) : NULL;
}

/**
 * pz_classroom_copy_read:
 * @source: where to read
 * @cancellable: (nullable): to stop between two files
 * @error: the class or a folder of it cannot be read, or it was cancelled
 *
 * Reads a class in whatever thread it is called. What waits to be saved is not there yet; a file that cannot be read is
 * left out: that it cannot is said where the class is listed and checked.
 *
 * Returns: (transfer full): documents of our own; %NULL with @error set
 */
PzClassroomCopy *
pz_classroom_copy_read (const PzClassroomSource  *source,
                        GCancellable             *cancellable,
                        GError                  **error)
{
  g_autoptr(PzClassroomCopy) self = g_new0 (PzClassroomCopy, 1);

  g_return_val_if_fail (source != NULL, NULL);

  self->classroom = read_classroom (source, error);
  if (self->classroom == NULL)
    return NULL;
  self->learners = read_folder (source, PZ_DOCUMENT_LEARNER, "learners", cancellable, error);
  if (self->learners == NULL)
    return NULL;
  self->activities = read_folder (source, PZ_DOCUMENT_ACTIVITY, "activities", cancellable, error);
  if (self->activities == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * pz_classroom_copy_free:
 * @self: (transfer full): a copy
 *
 * Ends it.
 */
void
pz_classroom_copy_free (PzClassroomCopy *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->classroom);
  g_clear_pointer (&self->learners, g_ptr_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_free (self);
}

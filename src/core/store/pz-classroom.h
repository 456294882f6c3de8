/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"
#include "pz-environment.h"
#include "pz-index.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  PZ_SAVE_SAVED,   /* everything is on disk */
  PZ_SAVE_PENDING, /* changed, not yet written */
  PZ_SAVE_SAVING,
  PZ_SAVE_FAILED,  /* the last attempt failed; the changes are kept in memory, pz_classroom_get_save_error() says why */
} PzSaveState;

/* A class on disk: its documents, its index, its undo. Everything that changes data goes through here.
 * Use from the main thread. Properties (notify): name, save-state, undo-label, redo-label, read-only, n-learners.
 * Signals: "document-reloaded" (PzDocument) when another program changed an open document; "document-removed"
 * (PzDocument) when its file was removed for good: nothing shows it any longer; "class-written",
 * "learners-written" (GPtrArray of ids) and "activities-written" when their files say something else now. */
#define PZ_TYPE_CLASSROOM (pz_classroom_get_type ())
G_DECLARE_FINAL_TYPE (PzClassroom, pz_classroom, PZ, CLASSROOM, GObject)

PzClassroom *pz_classroom_create            (PzEnvironment  *environment,
                                             const char     *name,
                                             GError        **error);
/* the same in memory: the class and what is added to it are written by the first save, as one commit */
PzClassroom *pz_classroom_prepare           (PzEnvironment  *environment,
                                             const char     *name,
                                             GError        **error);
/* path: the folder of the class. Opens read-only, and says so, when the disk or the format does not let us write */
PzClassroom *pz_classroom_open              (PzEnvironment  *environment,
                                             const char     *path,
                                             GError        **error);
const char  *pz_classroom_get_id            (PzClassroom    *self);
const char  *pz_classroom_get_path          (PzClassroom    *self);
const char  *pz_classroom_get_name          (PzClassroom    *self);
PzEnvironment *pz_classroom_get_environment (PzClassroom    *self);
gboolean     pz_classroom_is_read_only      (PzClassroom    *self);
/* why, for people; NULL when the class can be changed */
const char  *pz_classroom_get_read_only_reason (PzClassroom *self);
PzDocument  *pz_classroom_get_document      (PzClassroom    *self); /* classroom.json; transfer none */
PzIndex     *pz_classroom_get_index         (PzClassroom    *self); /* transfer none */

/* the same object for the same id while somebody holds it; transfer full */
PzDocument  *pz_classroom_load              (PzClassroom    *self,
                                             PzDocumentKind  kind,
                                             const char     *id,
                                             GError        **error);
GPtrArray   *pz_classroom_list              (PzClassroom    *self,
                                             PzDocumentKind  kind,
                                             GError        **error); /* ids */
/* a new document of the class, written with the next save; transfer full */
PzDocument  *pz_classroom_add               (PzClassroom    *self,
                                             PzDocumentKind  kind);
/* the same with the id it has elsewhere, as an imported framework; NULL when there is one of that id */
PzDocument  *pz_classroom_add_with_id       (PzClassroom    *self,
                                             PzDocumentKind  kind,
                                             const char     *id,
                                             GError        **error);
/* learners to the trash and back; saved as one step with everything else that waits. Undo brings them back */
gboolean     pz_classroom_delete            (PzClassroom    *self,
                                             const char * const *ids,
                                             const char     *label,
                                             GError        **error);
gboolean     pz_classroom_restore           (PzClassroom    *self,
                                             const char * const *ids,
                                             const char     *label,
                                             GError        **error);
/* out of the trash for good: files, history and cache; not undoable */
gboolean     pz_classroom_purge             (PzClassroom    *self,
                                             const char * const *ids,
                                             GError        **error);
gboolean     pz_classroom_purge_activities  (PzClassroom    *self,
                                             const char * const *ids,
                                             GError        **error);

/* Writes every changed document as one commit and one undo step called label ("Rename learner"). TRUE = durable.
 * When a file changed underneath, reads, joins and writes again. */
gboolean     pz_classroom_save              (PzClassroom    *self,
                                             const char     *label,
                                             GError        **error);
void         pz_classroom_save_async        (PzClassroom    *self,
                                             const char     *label,
                                             GCancellable   *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer        user_data);
gboolean     pz_classroom_save_finish       (PzClassroom    *self,
                                             GAsyncResult   *result,
                                             GError        **error);
/* for editors: save 0.3 s after the last call, or when the window goes; errors show as save-state FAILED */
void         pz_classroom_queue_save        (PzClassroom    *self,
                                             const char     *label);
PzSaveState  pz_classroom_get_save_state    (PzClassroom    *self);
const GError *pz_classroom_get_save_error   (PzClassroom    *self);

const char  *pz_classroom_get_undo_label    (PzClassroom    *self); /* NULL: nothing to undo */
const char  *pz_classroom_get_redo_label    (PzClassroom    *self);
/* takes the last step back (or again) in memory and queues a save; the undone values are new writes, so other devices
 * see them too. FALSE with PZ_ERROR_CHANGED or PZ_ERROR_NOT_FOUND: done, but for what others changed or removed since */
gboolean     pz_classroom_undo              (PzClassroom    *self,
                                             GError        **error);
/* steps of this label that follow each other are one step, until called with NULL: a Round */
void         pz_classroom_join_steps        (PzClassroom    *self,
                                             const char     *label);
gboolean     pz_classroom_redo              (PzClassroom    *self,
                                             GError        **error);
/* the same for windows: many learners are read in a thread */
void         pz_classroom_undo_async        (PzClassroom    *self,
                                             GAsyncReadyCallback callback,
                                             gpointer        user_data);
void         pz_classroom_redo_async        (PzClassroom    *self,
                                             GAsyncReadyCallback callback,
                                             gpointer        user_data);
gboolean     pz_classroom_step_finish       (PzClassroom    *self,
                                             GAsyncResult   *result,
                                             GError        **error);

/* looks for changes of other programs: stat, rescan what differs, reload open documents */
void         pz_classroom_refresh_async     (PzClassroom    *self,
                                             GCancellable   *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer        user_data);
gboolean     pz_classroom_refresh_finish    (PzClassroom    *self,
                                             GAsyncResult   *result,
                                             GError        **error);
gboolean     pz_classroom_refresh           (PzClassroom    *self,
                                             GError        **error);
/* from now on refreshes by itself when files change */
void         pz_classroom_watch             (PzClassroom    *self);
/* hard links of everything as it is on disk; reason: one word, "import" */
gboolean     pz_classroom_snapshot          (PzClassroom    *self,
                                             const char     *reason,
                                             GError        **error);
/* one damaged document back from a snapshot; the damaged file is kept under another name. snapshot NULL: the newest */
GPtrArray   *pz_classroom_list_snapshots    (PzClassroom    *self,
                                             PzDocumentKind  kind,
                                             const char     *id,
                                             GError        **error); /* names, newest first */
gboolean     pz_classroom_restore_file      (PzClassroom    *self,
                                             PzDocumentKind  kind,
                                             const char     *id,
                                             const char     *snapshot,
                                             GError        **error);
/* the same for the classroom.json of a class that does not open */
gboolean     pz_classroom_rescue            (PzEnvironment  *environment,
                                             const char     *path,
                                             const char     *snapshot,
                                             GError        **error);
/* forgets every edit that is not on disk; the folder of a class that was never saved goes */
void         pz_classroom_abandon           (PzClassroom    *self);
/* saves what waits, writes the index; the object can be let go afterwards */
gboolean     pz_classroom_close             (PzClassroom    *self,
                                             GError        **error);

typedef enum { PZ_FINDING_NOTE, PZ_FINDING_PROBLEM, PZ_FINDING_DAMAGE } PzFindingLevel;
typedef struct
{
  PzFindingLevel level;
  char *document; /* "learners/<id>.json" */
  char *text;     /* what is wrong */
  char *advice;   /* what to do */
} PzFinding;
void         pz_finding_free                (PzFinding      *self);
/* reads everything strictly; element-type PzFinding; empty when all is well */
GPtrArray   *pz_classroom_check             (PzClassroom    *self,
                                             GError        **error);

G_END_DECLS

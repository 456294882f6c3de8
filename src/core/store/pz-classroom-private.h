/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-commit.h"
#include "pz-document-private.h"
#include "pz-index-private.h"
#include "pz-store-monitor.h"
#include "pz-undo-stack.h"

G_BEGIN_DECLS

/**
 * PzOpenDocument:
 * @document: held by a toggle reference: as long as somebody else holds it, or it has something to save
 * @name: path below the folder of the class
 * @base: (nullable): what the file held when it was last read or written; %NULL: there is no file yet
 * @seen: version of that file
 * @held: whether somebody else holds the document
 * @unsaved: sealed changes wait to be written
 * @saving: the bytes a running commit writes
 *
 * A document in memory and the file it came from.
 */
typedef struct
{
  PzClassroom *classroom;
  PzDocument *document;
  char *name;
  GBytes *base;
  PzVersion seen;
  gboolean held;
  gboolean unsaved;
  GBytes *saving;
} PzOpenDocument;

struct _PzClassroom
{
  GObject parent_instance;

  PzEnvironment *environment;
  PzStore *store;
  char *id;
  char *read_only_reason;
  PzClock *clock;
  PzOpenDocument *own;     /* classroom.json; in open as well */
  GHashTable *open;        /* name -> PzOpenDocument, owned */
  PzIndex *index;
  gboolean index_changed;  /* since it was written */
  gboolean index_known;    /* read from the cache or from the files */
  GString *history;        /* lines that wait for the next commit */
  PzUndoStack *undo;
  PzSaveState save_state;
  GError *save_error;
  char *queued_label;
  guint save_source;
  guint index_source;
  gboolean saving;         /* a commit runs in a thread */
  GQueue waiting;          /* GTask: saves asked for meanwhile */
  gboolean refreshing;
  gboolean refresh_again;
  PzStoreMonitor *monitor;
};

/* pz-classroom.c */
void        pz_classroom_set_save_state   (PzClassroom    *self,
                                           PzSaveState     state,
                                           const GError   *error);
void        pz_classroom_notify_undo      (PzClassroom    *self);
gboolean    pz_classroom_require_writable (PzClassroom    *self,
                                           GError        **error);

/* pz-classroom-documents.c */
char       *pz_document_file_name         (PzDocumentKind  kind,
                                           const char     *id);
PzOpenDocument *pz_classroom_adopt        (PzClassroom    *self,
                                           PzDocument     *document,
                                           GBytes         *base,
                                           const PzVersion *seen);
void        pz_open_document_free         (PzOpenDocument *open);
void        pz_classroom_drop_idle        (PzClassroom    *self);
gboolean    pz_classroom_reread           (PzClassroom    *self,
                                           PzOpenDocument *open,
                                           GError        **error);

/* pz-classroom-save.c */
gboolean    pz_classroom_has_unsaved      (PzClassroom    *self);
void        pz_classroom_seal             (PzClassroom    *self,
                                           const char     *label);
void        pz_classroom_schedule_index   (PzClassroom    *self);
gboolean    pz_classroom_write_index      (PzClassroom    *self,
                                           GError        **error);

/* pz-classroom-undo.c */
void        pz_classroom_note_history     (PzClassroom    *self,
                                           const char     *name,
                                           GPtrArray      *changes);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom-bulk.h"
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
 * @refused: its file cannot be read, joined or replaced just now: left out until the next attempt to save
 * @gone: another program removed the file while nothing was edited here
 * @n_queued: how many of its changes belong to the label that waits, see pz_classroom_queue_save()
 * @saving: (nullable): the bytes that a commit writes which runs or is prepared
 *
 * A document in memory and the file it came from. Signals may make it go: whoever emits one holds the document, and
 * looks the entry up again afterwards.
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
  gboolean refused;
  gboolean gone;
  guint n_queued;
  GBytes *saving;
} PzOpenDocument;

/**
 * PzHistoryNote:
 * @time: when it was sealed, as the lines of history have it
 * @document: path of the document, without ".json"
 * @changes: (element-type PzChange): what was edited in it; nobody changes them any more
 *
 * What becomes lines of history in the thread that writes them. Shared by references.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *time;
  char *document;
  GPtrArray *changes;
} PzHistoryNote;

struct _PzClassroom
{
  GObject parent_instance;

  PzEnvironment *environment;
  PzStore *store;
  char *id;
  char *read_only_reason;
  gboolean newer;          /* a newer version wrote the class: documents of newer versions open, too */
  PzClock *clock;
  PzOpenDocument *own;     /* classroom.json; in open as well */
  GHashTable *open;        /* name -> PzOpenDocument, owned */
  PzIndex *index;
  gboolean index_changed;  /* since it was written */
  gboolean index_known;    /* read from the cache or from the files */
  gboolean index_busy;     /* says what changed just now: more has to wait */
  gboolean index_writing;  /* in a thread */
  GPtrArray *index_queue;  /* PzIndexChanges that wait */
  GPtrArray *history;      /* PzHistoryNote: they wait for the next commit */
  PzUndoStack *undo;
  gboolean undoing;        /* what is edited now is no step of its own */
  PzSaveState save_state;
  GError *save_error;
  char *queued_label;
  guint save_source;
  guint index_source;
  GPtrArray *released;     /* PzDocument, held until drop_source has let go of them */
  GPtrArray *old_rounds;   /* PzSaveRound: over, to be freed by drop_source */
  guint drop_source;
  gboolean saving;         /* a commit is prepared, or runs in a thread */
  GQueue waiting;          /* GTask: saves asked for meanwhile */
  GQueue turns;            /* edits of many documents that are made, or wait; see pz_classroom_edit_in_turns() */
  guint turn_source;       /* unset while a commit runs: the edits wait for it */
  gboolean in_turn;        /* one of them is made just now */
  GQueue stepping;         /* GTask: steps that are taken back or done again, the first one just now */
  gboolean refreshing;
  gboolean refresh_again;
  guint refresh_source;
  PzStoreMonitor *monitor;
};

/**
 * PzSaveRound:
 * @waiting: names of open documents to be written
 * @n_done: so many of @waiting are written to memory
 * @writer: (nullable): of the next one, when it is half written; with what it was when that began: the document (to
 *   compare only), what its file held, and its edits
 * @is_split: that took more than one turn of the main loop, in which people may have edited
 * @n_edited: how often somebody did
 * @commit: (nullable): everything that waits; %NULL until it is complete
 * @names: of the open documents in the commit
 * @contents: (element-type GBytes): what each of them is to hold
 * @notes: (element-type PzHistoryNote): those that waited when it was ready
 * @history: name of the file they go to
 * @entries: (element-type PzIndexEntry): the rows of its learners, made when it has happened
 */
typedef struct
{
  GPtrArray *waiting;
  guint n_done;
  PzDocumentWriter *writer;
  PzDocument *writer_document;
  GBytes *writer_base;
  guint writer_edits;
  gboolean is_split;
  guint n_edited;
  PzCommit *commit;
  GPtrArray *names;
  GPtrArray *contents;
  GPtrArray *notes;
  char *history;
  GPtrArray *entries;
} PzSaveRound;

/* Which document: what it is about, and its id. */
typedef struct
{
  PzDocumentKind kind;
  char *id;
} PzDocumentKey;

/**
 * PzEditOne:
 * @i: which of the edits to make, rising from 0
 * @data: of whoever edits
 *
 * Returns: (transfer full) (nullable): the document that was edited
 */
typedef PzDocument *(*PzEditOne) (PzClassroom *self,
                                  guint        i,
                                  gpointer     data);

/**
 * PzEditsDone:
 * @step: (transfer full): what was edited, without a label; may be empty
 * @data: of whoever edited
 *
 * All edits are made: the step is to be undone, or nobody's.
 */
typedef void (*PzEditsDone) (PzClassroom *self,
                             PzUndoStep  *step,
                             gpointer     data);

typedef enum
{
  PZ_ROUND_READY,  /* can run */
  PZ_ROUND_MORE,   /* there is more to prepare */
  PZ_ROUND_EDITED, /* what was prepared is edited since: to be sealed first */
} PzRoundState;

/* pz-classroom.c */
void        pz_classroom_set_save_state   (PzClassroom    *self,
                                           PzSaveState     state,
                                           const GError   *error);
void        pz_classroom_set_read_only    (PzClassroom    *self,
                                           const char     *reason);
void        pz_classroom_take_own         (PzClassroom    *self,
                                           PzOpenDocument *own);
void        pz_classroom_notify_undo      (PzClassroom    *self);
void        pz_classroom_tell_removed     (PzClassroom    *self,
                                           PzDocument     *document);
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
gboolean    pz_open_document_needs_saving (PzOpenDocument *open);
int         pz_open_document_compare      (gconstpointer   a,
                                           gconstpointer   b);
void        pz_classroom_drop_idle        (PzClassroom    *self);
void        pz_classroom_drop_idle_slowly (PzClassroom    *self);
void        pz_classroom_release          (PzClassroom    *self,
                                           GPtrArray      *documents);
GPtrArray  *pz_classroom_list_open        (PzClassroom    *self);
void        pz_document_explain_error     (PzDocumentKind  kind,
                                           const char     *name,
                                           GError        **error);

/* pz-classroom-load-many.c */
GArray     *pz_document_keys_new          (void);
void        pz_document_keys_add          (GArray         *keys,
                                           PzDocumentKind  kind,
                                           const char     *id);
void        pz_classroom_load_many_async  (PzClassroom    *self,
                                           GArray         *keys,
                                           PzBulkProgress  progress,
                                           gpointer        progress_data,
                                           GCancellable   *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer        user_data);
void        pz_classroom_load_learners_async (PzClassroom *self,
                                           const char *const *ids,
                                           PzBulkProgress  progress,
                                           gpointer        progress_data,
                                           GCancellable   *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer        user_data);
GPtrArray  *pz_classroom_load_many_finish (PzClassroom    *self,
                                           GAsyncResult   *result,
                                           guint          *n_skipped,
                                           GError        **why,
                                           GError        **error);

/* pz-classroom-reread.c */
gboolean    pz_classroom_reread           (PzClassroom    *self,
                                           PzOpenDocument *open,
                                           GError        **error);
gboolean    pz_classroom_take_file        (PzClassroom    *self,
                                           PzOpenDocument *open,
                                           GBytes         *bytes,
                                           const PzVersion *seen,
                                           GError        **error);
void        pz_classroom_take_missing     (PzClassroom    *self,
                                           PzOpenDocument *open);
gboolean    pz_classroom_catch_up         (PzClassroom    *self,
                                           PzOpenDocument *open,
                                           GError        **error);
gboolean    pz_classroom_reopen           (PzClassroom    *self,
                                           GError        **error);
void        pz_classroom_mind             (PzClassroom    *self,
                                           const GError   *error);
gboolean    pz_error_is_damage            (const GError   *error);

/* pz-classroom-seal.c */
gboolean    pz_classroom_has_unsaved      (PzClassroom    *self);
GPtrArray  *pz_classroom_collect_unsaved  (PzClassroom    *self);
void        pz_classroom_seal             (PzClassroom    *self,
                                           const char     *label);
void        pz_classroom_seal_waiting     (PzClassroom    *self);
void        pz_classroom_seal_into        (PzClassroom    *self,
                                           PzDocument     *document,
                                           PzUndoStep     *step);
void        pz_classroom_note_changes     (PzClassroom    *self,
                                           PzOpenDocument *open,
                                           GPtrArray      *changes,
                                           const char     *time,
                                           PzUndoStep     *step);
void        pz_classroom_label_waiting    (PzClassroom    *self,
                                           const char     *label);

/* pz-classroom-round.c */
PzSaveRound *pz_save_round_begin          (PzClassroom    *self);
PzRoundState pz_save_round_prepare        (PzSaveRound    *round,
                                           PzClassroom    *self,
                                           gint64          until);
void        pz_save_round_free            (PzSaveRound    *round);
gboolean    pz_save_round_run             (PzSaveRound    *round,
                                           GError        **error);
void        pz_save_round_succeeded       (PzSaveRound    *round,
                                           PzClassroom    *self);
void        pz_save_round_failed          (PzSaveRound    *round,
                                           PzClassroom    *self);

/* pz-classroom-save.c */
void        pz_classroom_wait_for_turns   (PzClassroom    *self);
void        pz_classroom_wait_for_saving  (PzClassroom    *self);
void        pz_classroom_save_waiting     (PzClassroom    *self);

/* pz-classroom-turns.c */
void        pz_classroom_edit_in_turns    (PzClassroom    *self,
                                           guint           n,
                                           PzEditOne       edit,
                                           PzEditsDone     done,
                                           gpointer        data);
gboolean    pz_classroom_resume_turns     (PzClassroom    *self);
gboolean    pz_classroom_has_turns        (PzClassroom    *self);
void        pz_classroom_push_step        (PzClassroom    *self,
                                           PzUndoStep     *step,
                                           const char     *label);

/* pz-classroom-index.c */
void        pz_classroom_apply_index      (PzClassroom    *self,
                                           GPtrArray      *changed,
                                           GPtrArray      *removed);
void        pz_classroom_schedule_index   (PzClassroom    *self);
gboolean    pz_classroom_write_index      (PzClassroom    *self,
                                           GError        **error);
gboolean    pz_classroom_write_index_without (PzClassroom *self,
                                           const char *const *ids,
                                           GError        **error);

/* pz-classroom-refresh.c */
void        pz_classroom_look_again       (PzClassroom    *self);

/* pz-history-note.c */
char       *pz_classroom_dup_history_time (PzClassroom    *self);
void        pz_classroom_note_history     (PzClassroom    *self,
                                           const char     *time,
                                           const char     *name,
                                           GPtrArray      *changes);
void        pz_classroom_forget_notes     (PzClassroom    *self,
                                           guint           n);
PzHistoryNote *pz_history_note_ref        (PzHistoryNote  *self);
void        pz_history_note_unref         (PzHistoryNote  *self);
void        pz_history_note_append        (PzHistoryNote  *self,
                                           GString        *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSaveRound, pz_save_round_free)

G_END_DECLS

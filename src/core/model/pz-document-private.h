/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"
#include "pz-json-reader.h"
#include "pz-json-writer.h"
#include "pz-record-private.h"

G_BEGIN_DECLS

/* Version of the format this program reads and writes. */
#define PZ_DOCUMENT_VERSION 1

/* Open to the files pz-document-*.c alone. */
struct _PzDocument
{
  GObject parent_instance;

  PzDocumentKind kind;
  char *id;
  PzClock *clock;
  guint64 revision;
  PzRecord *owner;
  GListStore *lists[PZ_N_RECORD_TYPES]; /* made when asked for */
  GHashTable *by_id;                    /* id -> PzRecord, both owned by the record; first one of doubles */
  guint n_doubles;                      /* records whose id another one has as well */
  GPtrArray *changes;                   /* PzChange since the last save */
  GArray *settled;                      /* PzValue: of the change that is noted next; NULL when it settles nothing */
  guint n_edits;                        /* rises with every write */
  GPtrArray *fresh;                     /* PzRecord, owned: those that are new since then */
  GArray *devices;
  GPtrArray *unknown;
  GPtrArray *unknown_stamps;
  GPtrArray *unknown_in_stamps;
};

/* to look at, when a newer version may have written it */
PzDocument *pz_document_parse_newer   (PzDocumentKind kind,
                                       const char    *id,
                                       GBytes        *bytes,
                                       PzClock       *clock,
                                       gboolean      *is_newer,
                                       GError       **error);
PzDocument *pz_document_new_empty     (PzDocumentKind kind,
                                       const char    *id,
                                       PzClock       *clock);
PzStamp     pz_document_next_stamp    (PzDocument    *self,
                                       PzHlc          seen);
void        pz_document_note_change   (PzDocument    *self,
                                       PzRecord      *record,
                                       guint          field,
                                       const char    *element,
                                       const PzValue *before,
                                       const PzValue *after);
/* transfer full, element-type PzChange, oldest first; the document counts as saved afterwards */
GPtrArray  *pz_document_take_changes  (PzDocument    *self);
/* another number when something was written, or a record added, since it was asked for */
guint       pz_document_count_edits   (PzDocument    *self);
/* element-type PzValue: what the next change that is noted settles beside what was shown */
void        pz_document_settles       (PzDocument    *self,
                                       GArray        *others);
/* puts changes back in front when the save failed */
void        pz_document_return_changes (PzDocument   *self,
                                        GPtrArray    *changes);
void        pz_document_set_revision  (PzDocument    *self,
                                       guint64        revision);
/* records that were new share their stamp no longer */
void        pz_document_settle        (PzDocument    *self);
void        pz_document_insert        (PzDocument    *self,
                                       PzRecord      *record);
void        pz_document_remove        (PzDocument    *self,
                                       PzRecord      *record);
/* transfer full, element-type GListStore; leaves the owner */
GPtrArray  *pz_document_take_lists    (PzDocument    *self);
PzClock    *pz_document_get_clock     (PzDocument    *self);
/* ids of devices in the order of the file; element-type guint64 */
GArray     *pz_document_get_devices   (PzDocument    *self);
guint       pz_document_device_index  (PzDocument    *self,
                                       guint64        device);
/* element-type PzUnknown: members, and stamps of records, that a newer version wrote */
GPtrArray  *pz_document_get_unknown   (PzDocument    *self);
GPtrArray  *pz_document_get_unknown_stamps (PzDocument *self);
GPtrArray  *pz_document_get_unknown_in_stamps (PzDocument *self);
GPtrArray  *pz_document_get_all       (PzDocument    *self);
gboolean    pz_document_apply_change  (PzDocument    *self,
                                       const PzChange *change,
                                       gboolean       forward);

/* pz-document-stamps-reader.c and -writer.c: the `stamps` member */
gboolean    pz_document_read_stamps   (PzDocument    *self,
                                       const char    *data,
                                       gsize          length,
                                       GError       **error);
void        pz_document_append_stamps (PzDocument    *self,
                                       PzRecord      *record,
                                       GString       *file,
                                       gsize          start);
void        pz_document_finish_stamps (PzDocument    *self,
                                       GString       *file,
                                       gsize          start);

/* pz-document-writer.c: pz_document_serialize() piece by piece */
typedef struct _PzDocumentWriter PzDocumentWriter;

PzDocumentWriter *pz_document_writer_new  (PzDocument       *document);
void        pz_document_writer_free   (PzDocumentWriter *self);
gboolean    pz_document_writer_step   (PzDocumentWriter *self,
                                       guint             n);
GBytes     *pz_document_writer_finish (PzDocumentWriter *self);

/* transfer full, element-type PzRecord: the records of a type as the file has them */
GPtrArray  *pz_document_sort_records  (PzDocument    *self,
                                       PzRecordType   type);
/* of several records with one id, the first in the file is found, and has the stamps */
void        pz_document_settle_doubles (PzDocument   *self);
PzStamp     pz_document_unstamped     (PzRecord      *record,
                                       guint          field,
                                       const PzValue *value);

/* pz-document-reader.c: the value behind a member that was just read; RAW when it is not of the kind of the field */
gboolean    pz_document_read_value    (PzJsonReader  *reader,
                                       const char    *data,
                                       PzFieldKind    kind,
                                       PzValue       *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzDocumentWriter, pz_document_writer_free)

G_END_DECLS

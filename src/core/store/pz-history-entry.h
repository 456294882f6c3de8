/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-schema.h"
#include "pz-value.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PzHistoryAct:
 * @PZ_HISTORY_CHANGED: a field got another value
 * @PZ_HISTORY_PUT_IN: an element came into a set
 * @PZ_HISTORY_TAKEN_OUT: an element left a set
 * @PZ_HISTORY_ADDED: the record is new, with all it was filled with
 * @PZ_HISTORY_DELETED: the record went to the trash
 * @PZ_HISTORY_RESTORED: the record came back from there
 */
typedef enum
{
  PZ_HISTORY_CHANGED,
  PZ_HISTORY_PUT_IN,
  PZ_HISTORY_TAKEN_OUT,
  PZ_HISTORY_ADDED,
  PZ_HISTORY_DELETED,
  PZ_HISTORY_RESTORED,
} PzHistoryAct;

#define PZ_TYPE_HISTORY_ENTRY (pz_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (PzHistoryEntry, pz_history_entry, PZ, HISTORY_ENTRY, GObject)

/**
 * PzHistoryEntry:
 * @time: when it was, s since 1970 UTC
 * @device: id of the device, 16 hexadecimal digits
 * @here: whether that is the device this class is open on
 * @act: what was done
 * @kind: of the document
 * @document: its id; "" for the class itself
 * @record: id of the record
 * @has_type: whether it is still known what the record is: its document may be gone, or it may be in none
 * @type: of the record, when @has_type
 * @field: of its type; -1 for a field that is not known
 * @field_name: (nullable): as it stands in files; %NULL for a record that is new
 * @element: (nullable): for sets
 * @old_value: what the field held before
 * @document_title: what the document is called: a learner's name
 * @record_title: (nullable): what the record is called; %NULL when it is the document, or is no longer there
 * @before: (nullable): the old value in words, shortened; %NULL for none
 * @after: (nullable): the new value in words, shortened; %NULL for none
 *
 * One thing that was done to a class, for people. Made in any thread and never changed afterwards, so read its members
 * directly.
 */
struct _PzHistoryEntry
{
  GObject parent_instance;

  gint64 time;
  char *device;
  gboolean here;
  PzHistoryAct act;
  PzDocumentKind kind;
  char *document;
  char *record;
  gboolean has_type;
  PzRecordType type;
  int field;
  char *field_name;
  char *element;
  PzValue old_value;
  char *document_title;
  char *record_title;
  char *before;
  char *after;
};

const char *pz_history_entry_get_field_label (PzHistoryEntry *self);

G_END_DECLS

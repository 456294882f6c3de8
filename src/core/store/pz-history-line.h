/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document-peek.h"
#include "pz-value.h"

G_BEGIN_DECLS

/* Longest line that is read: two of the longest texts with every character escaped fit twice. */
#define PZ_HISTORY_LINE_MAX (1024 * 1024)

/**
 * PzHistoryLine:
 * @time: when it was, s since 1970 UTC
 * @kind: of the document
 * @document: its id; "" for the class itself, whose file has no id in its name
 * @record: id of the record
 * @added: whether the record was new; @type is then what it is, and nothing below is set
 * @type: valid when @added
 * @field: (nullable): name of the field, not checked against the schema
 * @element: (nullable): for sets, which element came or went
 * @before: what was shown; an array or object is not kept
 * @after: what was shown then
 *
 * One line of a history, owned by whoever read it. Initialise with zeros.
 */
typedef struct
{
  gint64 time;
  PzDocumentKind kind;
  char document[PZ_PEEK_ID_MAX + 1];
  char record[PZ_PEEK_ID_MAX + 1];
  gboolean added;
  PzRecordType type;
  char *field;
  char *element;
  PzValue before;
  PzValue after;
} PzHistoryLine;

gboolean pz_history_line_parse (const char     *data,
                                gsize           length,
                                PzHistoryLine  *line,
                                GError        **error);
void     pz_history_line_clear (PzHistoryLine  *line);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PzHistoryLine, pz_history_line_clear)

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-record-names.h"
#include "pz-value.h"

G_BEGIN_DECLS

/**
 * PzValuePlace:
 * @kind: of the document
 * @document: its id
 * @type: of the record
 * @field: of its type; -1: not known
 *
 * Where a value stands, which says what it means.
 */
typedef struct
{
  PzDocumentKind kind;
  const char *document;
  PzRecordType type;
  int field;
} PzValuePlace;

char *pz_value_words_new       (const PzValuePlace *self,
                                const PzValue      *value,
                                PzRecordNames      *names);
char *pz_value_words_from_text (const PzValuePlace *self,
                                const char         *text,
                                PzRecordNames      *names);
char *pz_value_words_shorten   (const char         *text);

G_END_DECLS

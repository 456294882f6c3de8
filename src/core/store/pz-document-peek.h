/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-json-reader.h"
#include "pz-schema.h"

G_BEGIN_DECLS

/* Longest id of a document or record, without the final NUL. */
#define PZ_PEEK_ID_MAX 36

/**
 * PzDocumentPeek:
 * @reader: reads the document
 * @kind: of the document
 * @wanted_id: (nullable): the id it must have
 * @may_be_newer: read what is understood of a file of a newer version, too
 * @id: the id it has; "" before it was read
 * @revision: how often it was saved
 * @has_format: whether the format was read and is right
 * @has_version: whether the version was read and is right
 *
 * Reading a few values of a document of ours in one strict pass, without a model of it. Errors stay in @reader: after
 * one, every further token is %PZ_JSON_ERROR, so loops end by themselves and only the end need ask.
 */
typedef struct
{
  PzJsonReader *reader;
  PzDocumentKind kind;
  const char *wanted_id;
  gboolean may_be_newer;
  char id[PZ_PEEK_ID_MAX + 1];
  guint64 revision;
  gboolean has_format;
  gboolean has_version;
} PzDocumentPeek;

/* gives the members that are not of the head of a document; must read the value */
typedef void (*PzPeekMember) (PzDocumentPeek *peek,
                              gpointer        user_data);

gboolean    pz_document_peek_run  (PzDocumentPeek  *self,
                                   PzPeekMember     member,
                                   gpointer         user_data,
                                   GError         **error);

gboolean    pz_document_peek_bytes (PzDocumentPeek *self,
                                    GBytes         *bytes,
                                    PzPeekMember    member,
                                    gpointer        user_data,
                                    GError        **error);

gboolean    pz_peek_expect        (PzJsonReader    *reader,
                                   PzJsonToken      wanted,
                                   const char      *name);
void        pz_peek_invalid       (PzJsonReader    *reader,
                                   const char      *name);
const char *pz_peek_text          (PzJsonReader    *reader);
gboolean    pz_peek_flag          (PzJsonReader    *reader);
double      pz_peek_number        (PzJsonReader    *reader);
void        pz_peek_finish        (PzJsonReader    *reader,
                                   PzJsonToken      token);

G_END_DECLS

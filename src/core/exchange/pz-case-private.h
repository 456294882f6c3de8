/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-case.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What is needed while a package is read. */
typedef struct
{
  PzCasePackage *package;
  const char *file;         /* its name, for messages */
  GHashTable *ids;          /* id -> PzCaseRecord, of all records; borrowed */
  GHashTable *counts;       /* identifier -> how often it had to be told apart; keys owned */
  GHashTable *texts;        /* JSON of records whose identifier came twice; owned */
  GHashTable *nodes;        /* PzCaseRecord -> JsonNode, both borrowed */
  GHashTable *identifiers;  /* identifier of an item in lower case, or its address -> PzCaseRecord; keys owned */
  GHashTable *unknown;      /* names of members nobody knows; owned */
  GHashTable *habits;       /* codes and members that were said once; owned */
  GArray *item_lines;       /* guint */
  GArray *association_lines;
  guint document_line;
} PzCaseReading;

/* Where a member goes. */
typedef struct
{
  const char *name;
  int field;      /* -1: has none, and is kept as it came */
  gboolean other; /* not the name the format gives it */
} PzCaseMember;

/* pz-case-members.c */
const PzCaseMember *pz_case_find_member (PzRecordType   type,
                                         const char    *name);

/* pz-case-json.c */
void          pz_case_append_node       (GString       *out,
                                         JsonNode      *node);
char         *pz_case_node_to_text      (JsonNode      *node);
char         *pz_case_dup_member        (JsonObject    *object,
                                         const char    *name);

/* pz-case-lines.c */
void          pz_case_find_lines        (PzCaseReading *reading,
                                         const char    *data,
                                         gsize          length);

/* pz-case-ids.c */
char         *pz_case_identifier_to_id  (const char    *identifier);
char         *pz_case_derive_id         (const char    *framework,
                                         const char    *text,
                                         guint          n);
gboolean      pz_case_settle_id         (PzCaseReading *reading,
                                         PzCaseRecord  *record,
                                         const char    *identifier,
                                         JsonNode      *node);

/* pz-case-record.c */
PzCaseRecord *pz_case_record_new        (PzRecordType   type,
                                         guint          line);
void          pz_case_record_free       (gpointer       data);
void          pz_case_record_read       (PzCaseReading *reading,
                                         PzCaseRecord  *record,
                                         JsonObject    *object);
void          pz_case_record_take_text  (PzCaseReading *reading,
                                         PzCaseRecord  *record,
                                         guint          field,
                                         const char    *member,
                                         const char    *text);
gboolean      pz_case_record_fit        (PzCaseRecord  *record,
                                         guint          field,
                                         const char    *text);
gboolean      pz_case_record_finish     (PzCaseRecord  *record,
                                         GError       **error);
void          pz_case_record_keep       (PzCaseRecord  *record,
                                         const char    *member,
                                         JsonNode      *node);
void          pz_case_say               (PzCaseReading *reading,
                                         PzRosterCode   code,
                                         guint          line,
                                         const char    *member);

/* pz-case-associations.c */
gboolean      pz_case_read_associations (PzCaseReading *reading,
                                         JsonObject    *package,
                                         GError       **error);
JsonArray    *pz_case_get_list          (JsonObject    *package,
                                         const char    *name,
                                         guint          max_length,
                                         GError       **error);

/* pz-case-place.c */
void          pz_case_place             (PzCaseReading *reading);

G_END_DECLS

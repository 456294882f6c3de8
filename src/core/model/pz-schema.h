/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-error.h"
#include "pz-schema-fields.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PZ_FIELD_TEXT,      /* one line */
  PZ_FIELD_LONG_TEXT, /* several lines */
  PZ_FIELD_NUMBER,
  PZ_FIELD_DATE,      /* YYYY-MM-DD; closed days also FROM/TO */
  PZ_FIELD_CHOICE,    /* one of the choices */
  PZ_FIELD_FLAG,
  PZ_FIELD_REFERENCE, /* id of a record of the target type */
} PzFieldKind;

typedef enum
{
  PZ_FIELD_PLAIN = 0,
  PZ_FIELD_SET = 1 << 0,       /* a set of values of the kind; adding wins over removing */
  PZ_FIELD_SENSITIVE = 1 << 1, /* off until the teacher turns it on for the class */
  PZ_FIELD_LOCAL = 1 << 2,     /* never leaves this device */
  PZ_FIELD_REQUIRED = 1 << 3,  /* `check` reports a record without it */
} PzFieldFlags;

typedef struct
{
  const char *name; /* the one name: property, JSON member, CSV header, command line */
  PzFieldKind kind;
  PzFieldFlags flags;
  double minimum; /* numbers: least value */
  double maximum; /* numbers: greatest value; texts: most characters */
  const char *extra; /* choices "a|b|c", or the name of the record type a reference points to; else NULL */
  const char *label;   /* untranslated, see pz_field_get_label() */
  const char *purpose; /* untranslated: what it is for, in a teacher's words */
} PzField;

#define PZ_AS_ENUM(symbol, ...) symbol,
#define PZ_AS_RECORD_ENUM(symbol, ...) PZ_RECORD_##symbol,

/* The record type with the most fields has fewer. */
#define PZ_MAX_FIELDS 32

/* Every record type of the design, in the order of lists in a file. */
typedef enum
{
  PZ_RECORD_TYPES (PZ_AS_RECORD_ENUM)
  PZ_N_RECORD_TYPES
} PzRecordType;

/* The documents a record type may stand in. */
typedef enum
{
  PZ_DOCUMENT_CLASSROOM,
  PZ_DOCUMENT_LEARNER,
  PZ_DOCUMENT_ACTIVITY,
  PZ_DOCUMENT_FRAMEWORK,
  PZ_N_DOCUMENT_KINDS
} PzDocumentKind;

/* Fields of each record type: PZ_LEARNER_GIVEN_NAME and so on, counted from 0 in each type. */
enum { PZ_CLASSROOM_FIELDS (PZ_AS_ENUM) PZ_N_CLASSROOM_FIELDS };
enum { PZ_LEVEL_FIELDS (PZ_AS_ENUM) PZ_N_LEVEL_FIELDS };
enum { PZ_MEASURE_FIELDS (PZ_AS_ENUM) PZ_N_MEASURE_FIELDS };
enum { PZ_LENS_FIELDS (PZ_AS_ENUM) PZ_N_LENS_FIELDS };
enum { PZ_STRATEGY_FIELDS (PZ_AS_ENUM) PZ_N_STRATEGY_FIELDS };
enum { PZ_TEMPLATE_FIELDS (PZ_AS_ENUM) PZ_N_TEMPLATE_FIELDS };
enum { PZ_INQUIRY_FIELDS (PZ_AS_ENUM) PZ_N_INQUIRY_FIELDS };
enum { PZ_LEARNER_FIELDS (PZ_AS_ENUM) PZ_N_LEARNER_FIELDS };
enum { PZ_CONTACT_FIELDS (PZ_AS_ENUM) PZ_N_CONTACT_FIELDS };
enum { PZ_ABSENCE_FIELDS (PZ_AS_ENUM) PZ_N_ABSENCE_FIELDS };
enum { PZ_CHECK_IN_FIELDS (PZ_AS_ENUM) PZ_N_CHECK_IN_FIELDS };
enum { PZ_GOAL_FIELDS (PZ_AS_ENUM) PZ_N_GOAL_FIELDS };
enum { PZ_MILESTONE_FIELDS (PZ_AS_ENUM) PZ_N_MILESTONE_FIELDS };
enum { PZ_GAS_LEVEL_FIELDS (PZ_AS_ENUM) PZ_N_GAS_LEVEL_FIELDS };
enum { PZ_PHASE_FIELDS (PZ_AS_ENUM) PZ_N_PHASE_FIELDS };
enum { PZ_MEASUREMENT_FIELDS (PZ_AS_ENUM) PZ_N_MEASUREMENT_FIELDS };
enum { PZ_ACTIVITY_FIELDS (PZ_AS_ENUM) PZ_N_ACTIVITY_FIELDS };
enum { PZ_GROUP_FIELDS (PZ_AS_ENUM) PZ_N_GROUP_FIELDS };
enum { PZ_PARTICIPATION_FIELDS (PZ_AS_ENUM) PZ_N_PARTICIPATION_FIELDS };
enum { PZ_FRAMEWORK_FIELDS (PZ_AS_ENUM) PZ_N_FRAMEWORK_FIELDS };
enum { PZ_STANDARD_FIELDS (PZ_AS_ENUM) PZ_N_STANDARD_FIELDS };
enum { PZ_ASSOCIATION_FIELDS (PZ_AS_ENUM) PZ_N_ASSOCIATION_FIELDS };
enum { PZ_GROUPING_RULE_FIELDS (PZ_AS_ENUM) PZ_N_GROUPING_RULE_FIELDS };

/* What every record has behind its own fields: when it went to the trash, UTC, `YYYY-MM-DDTHH:MM`. */
#define PZ_FIELD_DELETED_NAME "deleted"

typedef struct
{
  const char *name;     /* "check-in" */
  const char *list;     /* "check-ins": the member of a document that holds them */
  guint documents;      /* mask of 1 << PzDocumentKind */
  const PzField *fields; /* n_fields of them; the last one is always `deleted` */
  guint n_fields;
  const char *label;    /* untranslated */
} PzRecordSchema;

typedef struct
{
  const char *format; /* "personalize-learner" */
  const char *folder; /* "learners"; NULL for classroom.json */
  PzRecordType owner;
} PzDocumentSchema;

const PzRecordSchema   *pz_schema_get_record    (PzRecordType          type);
const PzDocumentSchema *pz_schema_get_document  (PzDocumentKind        kind);
gboolean                pz_schema_find_list     (const char           *list,
                                                 PzRecordType         *type);
int                     pz_schema_find_field    (PzRecordType          type,
                                                 const char           *name);
guint                   pz_schema_get_deleted   (PzRecordType          type);

const char             *pz_field_get_label      (const PzField        *field);
const char             *pz_field_get_purpose    (const PzField        *field);
gboolean                pz_field_check_text     (const PzField        *field,
                                                 const char           *text,
                                                 GError              **error);
gboolean                pz_field_check_number   (const PzField        *field,
                                                 double                number,
                                                 GError              **error);
gboolean                pz_date_is_valid        (const char           *text);

G_END_DECLS

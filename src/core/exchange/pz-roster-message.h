/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PZ_ROSTER_INFO,    /* worth knowing; nothing to do */
  PZ_ROSTER_WARNING, /* read all the same; worth a look */
  PZ_ROSTER_ERROR,   /* this row or file was left out; the rest was read */
} PzRosterSeverity;

/* What a message is about; the text follows from it alone, so that no value of a cell can get into a log. */
typedef enum
{
  PZ_ROSTER_CODE_FILE_IGNORED,
  PZ_ROSTER_CODE_FILE_MISSING,
  PZ_ROSTER_CODE_FILE_NAME_DIFFERS,
  PZ_ROSTER_CODE_FILE_TWICE,
  PZ_ROSTER_CODE_FILE_CUT_SHORT,
  PZ_ROSTER_CODE_ENCODING,
  PZ_ROSTER_CODE_MANIFEST_MISSING,
  PZ_ROSTER_CODE_VERSION_GUESSED,
  PZ_ROSTER_CODE_UNKNOWN_COLUMNS,
  PZ_ROSTER_CODE_OTHER_COLUMN_NAME,
  PZ_ROSTER_CODE_COLUMN_WITHOUT_NAME,
  PZ_ROSTER_CODE_COLUMN_TWICE,
  PZ_ROSTER_CODE_CREDENTIALS_DROPPED,
  PZ_ROSTER_CODE_ROW_SHORT,
  PZ_ROSTER_CODE_ROW_LONG,
  PZ_ROSTER_CODE_QUOTES,
  PZ_ROSTER_CODE_CUT,
  PZ_ROSTER_CODE_HEADER_REPEATED,
  PZ_ROSTER_CODE_ROW_NOT_A_PERSON,
  PZ_ROSTER_CODE_TEST_STUDENT,
  PZ_ROSTER_CODE_NO_ID,
  PZ_ROSTER_CODE_ID_TWICE,
  PZ_ROSTER_CODE_NO_NAME,
  PZ_ROSTER_CODE_NO_GIVEN_NAME,
  PZ_ROSTER_CODE_NO_FAMILY_NAME,
  PZ_ROSTER_CODE_NAME_TWICE,
  PZ_ROSTER_CODE_STATUS_UNKNOWN,
  PZ_ROSTER_CODE_ROLE_UNKNOWN,
  PZ_ROSTER_CODE_ROLE_DIFFERS,
  PZ_ROSTER_CODE_DATE_UNREADABLE,
  PZ_ROSTER_CODE_DATE_AMBIGUOUS,
  PZ_ROSTER_CODE_NO_SUCH_ORG,
  PZ_ROSTER_CODE_NO_SUCH_SESSION,
  PZ_ROSTER_CODE_NO_SUCH_COURSE,
  PZ_ROSTER_CODE_NO_SUCH_CLASS,
  PZ_ROSTER_CODE_NO_SUCH_USER,
  PZ_ROSTER_CODE_NO_ENROLLMENTS,
  PZ_ROSTER_CODE_SAME_PERSON,
  PZ_ROSTER_CODE_AGENT_LEFT_OUT,
  PZ_ROSTER_CODE_NO_NUMBER,
  PZ_ROSTER_CODE_NO_TIME,
  PZ_ROSTER_CODE_NO_PHASE,
  PZ_ROSTER_CODE_PHASE_CONTINUED,
  PZ_ROSTER_CODE_NOT_IN_ORDER,
  /* a package of competencies, see pz-case.h */
  PZ_ROSTER_CODE_CASE_WRAPPED,
  PZ_ROSTER_CODE_CASE_NO_DOCUMENT,
  PZ_ROSTER_CODE_CASE_NO_TITLE,
  PZ_ROSTER_CODE_CASE_NO_STATEMENT,
  PZ_ROSTER_CODE_CASE_NO_IDENTIFIER,
  PZ_ROSTER_CODE_CASE_ODD_IDENTIFIER,
  PZ_ROSTER_CODE_CASE_TWICE,
  PZ_ROSTER_CODE_CASE_ID_TWICE,
  PZ_ROSTER_CODE_CASE_ID_ELSEWHERE,
  PZ_ROSTER_CODE_CASE_NOT_AN_OBJECT,
  PZ_ROSTER_CODE_CASE_WRONG_KIND,
  PZ_ROSTER_CODE_CASE_TEXT_ALTERED,
  PZ_ROSTER_CODE_CASE_OTHER_NAME,
  PZ_ROSTER_CODE_CASE_PLAIN_LINK,
  PZ_ROSTER_CODE_CASE_UNKNOWN_MEMBERS,
  PZ_ROSTER_CODE_CASE_NO_KIND,
  PZ_ROSTER_CODE_CASE_OTHER_KIND,
  PZ_ROSTER_CODE_CASE_NO_ORIGIN,
  PZ_ROSTER_CODE_CASE_NO_DESTINATION,
  PZ_ROSTER_CODE_CASE_NOT_PLACED,
  PZ_ROSTER_CODE_CASE_CIRCLE,
  PZ_ROSTER_N_CODES,
} PzRosterCode;

/**
 * PzRosterMessage:
 * @file: (nullable): name of the file, without folders
 * @line: line in the file, from 1; 0 when it is about the whole file
 * @column: (nullable): name of the column, or of several, with commas between
 * @text: translated, one sentence without a full stop; without file, line and column
 * @more: further rows of this file with the same code, which have no message of their own
 *
 * Never holds the value of a cell below the header.
 */
typedef struct
{
  PzRosterSeverity severity;
  PzRosterCode code;
  char *file;
  guint line;
  char *column;
  const char *text;
  guint more;
} PzRosterMessage;

typedef struct _PzRosterMessages PzRosterMessages;

PzRosterMessages      *pz_roster_messages_new   (void);
void                   pz_roster_messages_free  (PzRosterMessages       *self);
void                   pz_roster_messages_add   (PzRosterMessages       *self,
                                                 PzRosterCode            code,
                                                 const char             *file,
                                                 guint                   line,
                                                 const char             *column);
void                   pz_roster_messages_take  (PzRosterMessages       *self,
                                                 const PzRosterMessages *other);
guint                  pz_roster_messages_get_n (const PzRosterMessages *self);
const PzRosterMessage *pz_roster_messages_get   (const PzRosterMessages *self,
                                                 guint                   index);
guint                  pz_roster_messages_count (const PzRosterMessages *self,
                                                 PzRosterSeverity        severity);
guint                  pz_roster_messages_count_code (const PzRosterMessages *self,
                                                      PzRosterCode            code);
char                  *pz_roster_message_format (const PzRosterMessage  *message);
const char            *pz_roster_code_to_name   (PzRosterCode            code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzRosterMessages, pz_roster_messages_free)

G_END_DECLS

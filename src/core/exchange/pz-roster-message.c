/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-message.h"

#include <glib/gi18n-lib.h>

/* of one code in one file; the others are counted */
#define MAX_ALIKE 100

struct _PzRosterMessages
{
  GPtrArray *list;       /* PzRosterMessage */
  GHashTable *alike;     /* "code file" -> number of messages */
};

typedef struct
{
  PzRosterSeverity severity;
  const char *name; /* stable, for --json */
  const char *text;
} Wording;

static const Wording wordings[PZ_ROSTER_N_CODES] = {
  [PZ_ROSTER_CODE_FILE_IGNORED] = { PZ_ROSTER_INFO, "file-ignored",
    N_("The file is not part of a roster and was left alone") },
  [PZ_ROSTER_CODE_FILE_MISSING] = { PZ_ROSTER_WARNING, "file-missing",
    N_("The roster says it has this file, but it is not there") },
  [PZ_ROSTER_CODE_FILE_NAME_DIFFERS] = { PZ_ROSTER_WARNING, "file-name-differs",
    N_("The file has the columns of another one and was read as that") },
  [PZ_ROSTER_CODE_FILE_TWICE] = { PZ_ROSTER_WARNING, "file-twice",
    N_("An earlier file holds the same kind of rows; this one was left out") },
  [PZ_ROSTER_CODE_FILE_CUT_SHORT] = { PZ_ROSTER_ERROR, "file-cut-short",
    N_("The rest of the file could not be read") },
  [PZ_ROSTER_CODE_ENCODING] = { PZ_ROSTER_WARNING, "encoding",
    N_("Some characters could not be read and are shown as �") },
  [PZ_ROSTER_CODE_MANIFEST_MISSING] = { PZ_ROSTER_INFO, "manifest-missing",
    N_("There is no list of contents; nobody is proposed for removal") },
  [PZ_ROSTER_CODE_VERSION_GUESSED] = { PZ_ROSTER_INFO, "version-guessed",
    N_("The roster does not say its version; it was found by its files") },
  [PZ_ROSTER_CODE_UNKNOWN_COLUMNS] = { PZ_ROSTER_INFO, "unknown-columns", N_("These columns are not read") },
  [PZ_ROSTER_CODE_OTHER_COLUMN_NAME] = { PZ_ROSTER_INFO, "other-column-name",
    N_("The column has another name than usual and was read all the same") },
  [PZ_ROSTER_CODE_COLUMN_WITHOUT_NAME] = { PZ_ROSTER_WARNING, "column-without-name",
    N_("A column without a name was left out") },
  [PZ_ROSTER_CODE_COLUMN_TWICE] = { PZ_ROSTER_WARNING, "column-twice",
    N_("The column stands here twice; the first one was read") },
  [PZ_ROSTER_CODE_CREDENTIALS_DROPPED] = { PZ_ROSTER_INFO, "credentials-dropped",
    N_("User names and passwords were not read") },
  [PZ_ROSTER_CODE_ROW_SHORT] = { PZ_ROSTER_WARNING, "row-short",
    N_("The row has fewer cells than the header; the missing ones count as empty") },
  [PZ_ROSTER_CODE_ROW_LONG] = { PZ_ROSTER_WARNING, "row-long",
    N_("The row has more cells than the header; the last ones were left out") },
  [PZ_ROSTER_CODE_QUOTES] = { PZ_ROSTER_WARNING, "quotes",
    N_("The quotation marks of this row do not match; look whether it was read right") },
  [PZ_ROSTER_CODE_CUT] = { PZ_ROSTER_WARNING, "cut", N_("The row is too long; the end of it was left out") },
  [PZ_ROSTER_CODE_HEADER_REPEATED] = { PZ_ROSTER_WARNING, "header-repeated",
    N_("The header stands here once more and was skipped") },
  [PZ_ROSTER_CODE_ROW_NOT_A_PERSON] = { PZ_ROSTER_INFO, "row-not-a-person",
    N_("The row is not about a person and was skipped") },
  [PZ_ROSTER_CODE_TEST_STUDENT] = { PZ_ROSTER_WARNING, "test-student",
    N_("This is the test student Canvas adds to every course, not a learner; it was left out") },
  [PZ_ROSTER_CODE_NO_ID] = { PZ_ROSTER_ERROR, "no-id", N_("The row has no id and was left out") },
  [PZ_ROSTER_CODE_ID_TWICE] = { PZ_ROSTER_WARNING, "id-twice",
    N_("An earlier row has the same id; this one was left out") },
  [PZ_ROSTER_CODE_NO_NAME] = { PZ_ROSTER_ERROR, "no-name", N_("The row has no name and was left out") },
  [PZ_ROSTER_CODE_NO_GIVEN_NAME] = { PZ_ROSTER_WARNING, "no-given-name", N_("No given name") },
  [PZ_ROSTER_CODE_NO_FAMILY_NAME] = { PZ_ROSTER_WARNING, "no-family-name", N_("No family name") },
  [PZ_ROSTER_CODE_NAME_TWICE] = { PZ_ROSTER_WARNING, "name-twice", N_("The same name stands in an earlier row") },
  [PZ_ROSTER_CODE_STATUS_UNKNOWN] = { PZ_ROSTER_WARNING, "status-unknown",
    N_("The status is not a known one; the row was taken as active") },
  [PZ_ROSTER_CODE_ROLE_UNKNOWN] = { PZ_ROSTER_WARNING, "role-unknown", N_("The role is not a known one") },
  [PZ_ROSTER_CODE_ROLE_DIFFERS] = { PZ_ROSTER_WARNING, "role-differs",
    N_("The role in the class is another one than in the school; the one in the class counts") },
  [PZ_ROSTER_CODE_DATE_UNREADABLE] = { PZ_ROSTER_WARNING, "date-unreadable",
    N_("The date cannot be read and was left empty") },
  [PZ_ROSTER_CODE_DATE_AMBIGUOUS] = { PZ_ROSTER_WARNING, "date-ambiguous",
    N_("The date does not show whether the day or the month comes first") },
  [PZ_ROSTER_CODE_NO_SUCH_ORG] = { PZ_ROSTER_WARNING, "no-such-org", N_("The roster does not have this school") },
  [PZ_ROSTER_CODE_NO_SUCH_SESSION] = { PZ_ROSTER_WARNING, "no-such-session",
    N_("The roster does not have this term") },
  [PZ_ROSTER_CODE_NO_SUCH_COURSE] = { PZ_ROSTER_WARNING, "no-such-course",
    N_("The roster does not have this course") },
  [PZ_ROSTER_CODE_NO_SUCH_CLASS] = { PZ_ROSTER_WARNING, "no-such-class", N_("The roster does not have this class") },
  [PZ_ROSTER_CODE_NO_SUCH_USER] = { PZ_ROSTER_WARNING, "no-such-user", N_("The roster does not have this person") },
  [PZ_ROSTER_CODE_NO_ENROLLMENTS] = { PZ_ROSTER_WARNING, "no-enrollments",
    N_("The roster does not say who is in which class; everybody who is a student is offered") },
  [PZ_ROSTER_CODE_SAME_PERSON] = { PZ_ROSTER_WARNING, "same-person",
    N_("A student with another id has the same here; look whether it is the same person") },
  [PZ_ROSTER_CODE_AGENT_LEFT_OUT] = { PZ_ROSTER_INFO, "agent-left-out",
    N_("The row is linked to somebody who is no parent, guardian, relative or aide; no contact was made of it") },
  [PZ_ROSTER_CODE_NO_NUMBER] = { PZ_ROSTER_ERROR, "no-number",
    N_("The value is no number, or greater than a thousand million; the row was left out") },
  [PZ_ROSTER_CODE_NO_TIME] = { PZ_ROSTER_ERROR, "no-time",
    N_("The time is no number or date like the others, or does not show whether the day or the month comes first; "
       "the row was left out") },
  [PZ_ROSTER_CODE_NO_PHASE] = { PZ_ROSTER_ERROR, "no-phase",
    N_("The row names no phase, and neither does one above; it was left out") },
  [PZ_ROSTER_CODE_PHASE_CONTINUED] = { PZ_ROSTER_WARNING, "phase-continued",
    N_("The row names no phase; it was taken as that of the row above") },
  [PZ_ROSTER_CODE_NOT_IN_ORDER] = { PZ_ROSTER_WARNING, "not-in-order",
    N_("The rows are not in the order of time; they were sorted") },
  [PZ_ROSTER_CODE_CASE_WRAPPED] = { PZ_ROSTER_INFO, "case-wrapped",
    N_("The package stands inside of another object, as some servers send it") },
  [PZ_ROSTER_CODE_CASE_NO_DOCUMENT] = { PZ_ROSTER_WARNING, "case-no-document",
    N_("The package does not say which framework it is; the name of the file stands in") },
  [PZ_ROSTER_CODE_CASE_NO_TITLE] = { PZ_ROSTER_WARNING, "case-no-title",
    N_("The framework has no title; something else stands in") },
  [PZ_ROSTER_CODE_CASE_NO_STATEMENT] = { PZ_ROSTER_WARNING, "case-no-statement",
    N_("The item has no full statement; its short statement or code is shown") },
  [PZ_ROSTER_CODE_CASE_NO_IDENTIFIER] = { PZ_ROSTER_WARNING, "case-no-identifier",
    N_("There is no identifier; a new one was made") },
  [PZ_ROSTER_CODE_CASE_ODD_IDENTIFIER] = { PZ_ROSTER_WARNING, "case-odd-identifier",
    N_("The identifier cannot be used as it is; it was kept, and a new one was made") },
  [PZ_ROSTER_CODE_CASE_TWICE] = { PZ_ROSTER_INFO, "case-twice",
    N_("The same stands here once more and was taken once") },
  [PZ_ROSTER_CODE_CASE_ID_TWICE] = { PZ_ROSTER_WARNING, "case-id-twice",
    N_("Something else has the same identifier; both were kept, and this one has a new one") },
  [PZ_ROSTER_CODE_CASE_ID_ELSEWHERE] = { PZ_ROSTER_WARNING, "case-id-elsewhere",
    N_("Something else in the class has the same identifier; this one has a new one") },
  [PZ_ROSTER_CODE_CASE_NOT_AN_OBJECT] = { PZ_ROSTER_ERROR, "case-not-an-object",
    N_("Something that is no item and no association was left out") },
  [PZ_ROSTER_CODE_CASE_WRONG_KIND] = { PZ_ROSTER_WARNING, "case-wrong-kind",
    N_("The value is of another kind than it should be; it was kept as it came") },
  [PZ_ROSTER_CODE_CASE_TEXT_ALTERED] = { PZ_ROSTER_WARNING, "case-text-altered",
    N_("The text is too long or has characters that cannot be shown; it was kept as it came") },
  [PZ_ROSTER_CODE_CASE_OTHER_NAME] = { PZ_ROSTER_INFO, "case-other-name",
    N_("The value has another name than usual and was read all the same") },
  [PZ_ROSTER_CODE_CASE_PLAIN_LINK] = { PZ_ROSTER_INFO, "case-plain-link",
    N_("A link is written as plain text and was read all the same") },
  [PZ_ROSTER_CODE_CASE_UNKNOWN_MEMBERS] = { PZ_ROSTER_INFO, "case-unknown-members",
    N_("These values are not part of the format; they were kept as they came") },
  [PZ_ROSTER_CODE_CASE_NO_KIND] = { PZ_ROSTER_WARNING, "case-no-kind",
    N_("The association does not say how the two belong together; it was kept") },
  [PZ_ROSTER_CODE_CASE_OTHER_KIND] = { PZ_ROSTER_INFO, "case-other-kind",
    N_("The association is of a kind the format does not know; it was kept") },
  [PZ_ROSTER_CODE_CASE_NO_ORIGIN] = { PZ_ROSTER_WARNING, "case-no-origin",
    N_("The association begins at an item that is not in the file; it was kept") },
  [PZ_ROSTER_CODE_CASE_NO_DESTINATION] = { PZ_ROSTER_WARNING, "case-no-destination",
    N_("The association leads to an item that is not in the file; it was kept") },
  [PZ_ROSTER_CODE_CASE_NOT_PLACED] = { PZ_ROSTER_WARNING, "case-not-placed",
    N_("Nothing says where the item belongs; it is shown under “Not placed”") },
  [PZ_ROSTER_CODE_CASE_CIRCLE] = { PZ_ROSTER_WARNING, "case-circle",
    N_("The item would stand below itself; it is shown at its other places") },
};

static void
free_message (gpointer user_data)
{
  PzRosterMessage *message = user_data;

  g_free (message->file);
  g_free (message->column);
  g_free (message);
}

static PzRosterMessage *
find_last_alike (const PzRosterMessages *self,
                 PzRosterCode            code,
                 const char             *file)
{
  for (guint i = self->list->len; i > 0; i--)
    {
      PzRosterMessage *message = g_ptr_array_index (self->list, i - 1);

      if (message->code == code && g_strcmp0 (message->file, file) == 0)
        return message;
    }
  return NULL;
}

/**
 * pz_roster_messages_new:
 *
 * Returns: (transfer full): an empty list
 */
PzRosterMessages *
pz_roster_messages_new (void)
{
  PzRosterMessages *self = g_new0 (PzRosterMessages, 1);

  self->list = g_ptr_array_new_with_free_func (free_message);
  self->alike = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * pz_roster_messages_free:
 * @self: a list
 */
void
pz_roster_messages_free (PzRosterMessages *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->list);
  g_hash_table_unref (self->alike);
  g_free (self);
}

/**
 * pz_roster_messages_add:
 * @self: a list
 * @code: what it is about; severity and text follow from it
 * @file: (nullable): name of the file
 * @line: line in the file, from 1; 0 for the whole file
 * @column: (nullable): name of a column as the header has it, never the value of a cell
 *
 * Of one code in one file a hundred are kept; the last of them counts the others in its `more`.
 */
void
pz_roster_messages_add (PzRosterMessages *self,
                        PzRosterCode      code,
                        const char       *file,
                        guint             line,
                        const char       *column)
{
  g_autofree char *key = NULL;
  PzRosterMessage *message;
  guint n;

  g_return_if_fail (self != NULL);
  g_return_if_fail (code < PZ_ROSTER_N_CODES);

  key = g_strdup_printf ("%d %s", (int) code, file != NULL ? file : "");
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->alike, key));
  if (n >= MAX_ALIKE)
    {
      message = find_last_alike (self, code, file);
      message->more++;
      return;
    }
  message = g_new0 (PzRosterMessage, 1);
  message->severity = wordings[code].severity;
  message->code = code;
  message->file = g_strdup (file);
  message->line = line;
  message->column = g_strdup (column);
  message->text = _(wordings[code].text);
  g_ptr_array_add (self->list, message);
  g_hash_table_insert (self->alike, g_steal_pointer (&key), GUINT_TO_POINTER (n + 1));
}

/**
 * pz_roster_messages_take:
 * @self: a list
 * @other: another one, which stays as it is
 *
 * Adds copies of all messages of @other.
 */
void
pz_roster_messages_take (PzRosterMessages       *self,
                         const PzRosterMessages *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  for (guint i = 0; i < other->list->len; i++)
    {
      const PzRosterMessage *message = g_ptr_array_index (other->list, i);

      pz_roster_messages_add (self, message->code, message->file, message->line, message->column);
      if (message->more > 0)
        find_last_alike (self, message->code, message->file)->more += message->more;
    }
}

/**
 * pz_roster_messages_get_n:
 * @self: a list
 *
 * Returns: its length
 */
guint
pz_roster_messages_get_n (const PzRosterMessages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->list->len;
}

/**
 * pz_roster_messages_get:
 * @self: a list
 * @index: below its length
 *
 * Returns: (transfer none): the message, in the order they came up
 */
const PzRosterMessage *
pz_roster_messages_get (const PzRosterMessages *self,
                        guint                   index)
{
  g_return_val_if_fail (self != NULL && index < self->list->len, NULL);

  return g_ptr_array_index (self->list, index);
}

/**
 * pz_roster_messages_count:
 * @self: a list
 * @severity: one of them
 *
 * Returns: how often, those without a message of their own included
 */
guint
pz_roster_messages_count (const PzRosterMessages *self,
                          PzRosterSeverity        severity)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->list->len; i++)
    {
      const PzRosterMessage *message = g_ptr_array_index (self->list, i);

      if (message->severity == severity)
        n += 1 + message->more;
    }
  return n;
}

/**
 * pz_roster_messages_count_code:
 * @self: a list
 * @code: one of them
 *
 * Returns: how often, those without a message of their own included
 */
guint
pz_roster_messages_count_code (const PzRosterMessages *self,
                               PzRosterCode            code)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->list->len; i++)
    {
      const PzRosterMessage *message = g_ptr_array_index (self->list, i);

      if (message->code == code)
        n += 1 + message->more;
    }
  return n;
}

static char *
format_place (const PzRosterMessage *message)
{
  if (message->file != NULL && message->line > 0)
    /* Translators: a file name and the number of a line in it */
    return g_strdup_printf (_("%1$s, line %2$u"), message->file, message->line);
  if (message->line > 0)
    return g_strdup_printf (_("Line %u"), message->line);
  return g_strdup (message->file);
}

/**
 * pz_roster_message_format:
 * @message: a message
 *
 * Returns: (transfer full): one line for a list: place, text, columns
 */
char *
pz_roster_message_format (const PzRosterMessage *message)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *place = NULL;

  g_return_val_if_fail (message != NULL, NULL);

  place = format_place (message);
  if (place != NULL)
    g_string_append_printf (line, "%s: ", place);
  g_string_append (line, message->text);
  if (message->column != NULL)
    g_string_append_printf (line, " (%s)", message->column);
  if (message->more > 0)
    {
      g_string_append (line, "; ");
      g_string_append_printf (line, g_dngettext (GETTEXT_PACKAGE, "and %u more row", "and %u more rows",
                                                 message->more), message->more);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * pz_roster_code_to_name:
 * @code: one of them
 *
 * Returns: a word that stays the same in every language and version
 */
const char *
pz_roster_code_to_name (PzRosterCode code)
{
  g_return_val_if_fail (code < PZ_ROSTER_N_CODES, NULL);

  return wordings[code].name;
}

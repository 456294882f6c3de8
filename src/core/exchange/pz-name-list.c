/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-name-list.h"

#include "pz-header-words.h"
#include "pz-person-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  PzRosterMessages *messages;
  GPtrArray *people;
  GHashTable *seen;       /* folded names */
  PzTableField columns[2]; /* meaning of two columns; LEAVE_OUT when the text has no columns */
  gboolean has_header;
} Work;

static const char *
skip_bullet (const char *text)
{
  static const char *const bullets[] = { "-", "*", "+", "•", "‣", "◦", "▪", "–", "—", "·", "●", "○", "☐", "☑", "✓", "✔",
                                         "→", ">" };

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gsize length = strlen (bullets[i]);

      if (g_str_has_prefix (text, bullets[i]) && (text[length] == ' ' || (text[length] & 0x80) || length > 1))
        return text + length;
    }
  return text;
}

/* "12.", "12)", "(12)", "12:", "12 ", "a)" */
static const char *
skip_number (const char *text)
{
  const char *at = *text == '(' || *text == '#' ? text + 1 : text;
  const char *digits = at;

  while (*at != '\0' && g_unichar_isdigit (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  if (at == digits && g_ascii_isalpha (*at) && at[1] == ')')
    return at + 2;
  if (at == digits)
    return text;
  if (*at == '.' || *at == ')' || *at == ':')
    at++;
  return at;
}

/* a name does not begin with a mark or a number; what a list puts before it goes */
static char *
strip_list_marks (const char *text)
{
  g_autofree char *clean = pz_person_name_clean (text);
  const char *at = clean;
  const char *before;

  do
    {
      before = at;
      at = skip_number (skip_bullet (at));
      while (*at == ' ')
        at++;
    }
  while (at != before);
  return pz_person_name_clean (at);
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static gboolean
take_person (Work           *work,
             PzRosterPerson *person,
             guint           line,
             GError        **error)
{
  g_autofree char *name = pz_roster_person_dup_name (person);
  char *folded = pz_roster_fold (name);

  person->role = PZ_ROSTER_ROLE_STUDENT;
  person->line = line;
  g_ptr_array_add (work->people, person);
  if (!g_hash_table_add (work->seen, folded))
    pz_roster_messages_add (work->messages, PZ_ROSTER_CODE_NAME_TWICE, NULL, line, NULL);
  if (work->people->len <= PZ_NAME_LIST_MAX_NAMES)
    return TRUE;
  g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("The list has more than %d names"), PZ_NAME_LIST_MAX_NAMES);
  return FALSE;
}

static gboolean
take_name (Work        *work,
           const char  *text,
           guint        line,
           GError     **error)
{
  g_autofree char *name = strip_list_marks (text);
  PzRosterPerson *person;

  if (!has_letters (name))
    return TRUE;
  person = pz_roster_person_new ();
  pz_person_name_split (name, &person->given_name, &person->family_name);
  return take_person (work, person, line, error);
}

/* several commas in a line are a list of names; a single one stands in "Last, First" */
static gboolean
take_names (Work        *work,
            const char  *text,
            guint        line,
            GError     **error)
{
  const char *comma = strchr (text, ',');
  g_auto(GStrv) parts = g_strsplit (text, comma != NULL && strchr (comma + 1, ',') != NULL ? "," : "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!take_name (work, parts[i], line, error))
      return FALSE;
  return TRUE;
}

/* the cells of a line that hold letters: numbers and empty cells of a spreadsheet are no names */
static GPtrArray *
split_line (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) parts = g_strsplit_set (line, "\t;", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (has_letters (parts[i]))
      g_ptr_array_add (cells, g_strdup (parts[i]));
  return cells;
}

/* Two columns copied from a spreadsheet: every line has two cells, with a tab between, and some of them are a single
 * word. A header tells which is which; without one the given name is first. */
static void
find_columns (Work        *work,
              char       **lines)
{
  gboolean single = FALSE;
  guint rows = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) cells = split_line (lines[i]);

      if (cells->len == 0)
        continue;
      if (cells->len != 2 || strchr (lines[i], '\t') == NULL || strpbrk (lines[i], ",;") != NULL)
        return;
      for (guint j = 0; j < 2; j++)
        {
          const char *cell = g_strstrip ((char *) g_ptr_array_index (cells, j));

          single |= strchr (cell, ' ') == NULL;
          if (rows == 0)
            work->columns[j] = pz_table_field_from_header (cell);
        }
      rows++;
    }
  work->has_header = work->columns[0] != PZ_TABLE_LEAVE_OUT && work->columns[1] != PZ_TABLE_LEAVE_OUT;
  if (single && !work->has_header)
    work->columns[0] = PZ_TABLE_GIVEN_NAME;
  if (!single)
    work->columns[0] = PZ_TABLE_LEAVE_OUT;
}

static gboolean
take_columns (Work        *work,
              GPtrArray   *cells,
              guint        line,
              GError     **error)
{
  guint given = work->columns[0] == PZ_TABLE_FAMILY_NAME || work->columns[0] == PZ_TABLE_FULL_NAME ? 1 : 0;
  PzRosterPerson *person = pz_roster_person_new ();

  person->given_name = strip_list_marks (g_ptr_array_index (cells, given));
  person->family_name = strip_list_marks (g_ptr_array_index (cells, 1 - given));
  return take_person (work, person, line, error);
}

static gboolean
take_line (Work        *work,
           const char  *text,
           guint        line,
           GError     **error)
{
  g_autoptr(GPtrArray) cells = split_line (text);

  if (cells->len == 2 && work->columns[0] != PZ_TABLE_LEAVE_OUT)
    {
      if (work->has_header)
        work->has_header = FALSE; /* the first line that has cells */
      else
        return take_columns (work, cells, line, error);
      return TRUE;
    }
  for (guint i = 0; i < cells->len; i++)
    if (!take_names (work, g_ptr_array_index (cells, i), line, error))
      return FALSE;
  return TRUE;
}

static char **
split_lines (const char *text,
             gssize      length)
{
  g_autofree char *copy = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  g_autofree char *valid = g_utf8_make_valid (copy, -1);
  g_autoptr(GString) lines = g_string_new (valid);

  g_string_replace (lines, "\r\n", "\n", 0);
  g_string_replace (lines, "\r", "\n", 0);
  g_string_replace (lines, "\xE2\x80\xA8", "\n", 0); /* line separator, as word processors copy it */
  return g_strsplit (lines->str, "\n", -1);
}

/**
 * pz_name_list_parse:
 * @text: what somebody typed or pasted; need not be valid UTF-8
 * @length: in bytes; -1 when @text ends with NUL
 * @messages: gets what is odd; a line number is that of @text
 * @error: %PZ_ERROR_TOO_LARGE
 *
 * Names, one per line or with tabs, semicolons or several commas between; "First Last" or "Last, First"; bullets and
 * numbers before them go. Two columns out of a spreadsheet are given and family name.
 *
 * Returns: (transfer full) (element-type PzRosterPerson): everybody in the list, doubles included; may be empty
 */
GPtrArray *
pz_name_list_parse (const char        *text,
                    gssize             length,
                    PzRosterMessages  *messages,
                    GError           **error)
{
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GHashTable) seen = NULL;
  g_auto(GStrv) lines = NULL;
  Work work = { .messages = messages };

  g_return_val_if_fail (text != NULL && messages != NULL, NULL);

  if ((length < 0 ? strlen (text) : (gsize) length) > PZ_NAME_LIST_MAX_SIZE)
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("The list is larger than %d MB"),
                   PZ_NAME_LIST_MAX_SIZE / 1000000);
      return NULL;
    }
  people = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_roster_person_free);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  work.people = people;
  work.seen = seen;
  lines = split_lines (text, length);
  find_columns (&work, lines);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!take_line (&work, lines[i], i + 1, error))
      return NULL;
  return g_steal_pointer (&people);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-file.h"

#include "pz-csv-reader.h"
#include "pz-roster-person.h"
#include "pz-wiped-buffer.h"

#include <string.h>

struct _PzRosterFile
{
  char *name;
  PzRosterKind kind;
  gboolean name_differs;
  PzTextInfo info;
  PzWipedBuffer text; /* credentials are blanks */
  char delimiter;
  char *dropped;      /* names of the columns with credentials */
};

static const char *const file_names[PZ_ROSTER_N_KINDS] = {
  [PZ_ROSTER_KIND_MANIFEST] = "manifest",         [PZ_ROSTER_KIND_ORGS] = "orgs",
  [PZ_ROSTER_KIND_SESSIONS] = "academicSessions", [PZ_ROSTER_KIND_COURSES] = "courses",
  [PZ_ROSTER_KIND_CLASSES] = "classes",           [PZ_ROSTER_KIND_USERS] = "users",
  [PZ_ROSTER_KIND_ROLES] = "roles",               [PZ_ROSTER_KIND_ENROLLMENTS] = "enrollments",
  [PZ_ROSTER_KIND_DEMOGRAPHICS] = "demographics", [PZ_ROSTER_KIND_PROFILES] = "userProfiles",
};

static const char *const unused_names[] = {
  "categories", "classResources", "courseResources", "lineItems", "lineItemLearningObjectiveIds",
  "lineItemScoreScales", "resources", "results", "resultLearningObjectiveIds", "resultScoreScales", "scoreScales",
  "userResources",
};

/* In the order they are tried. Words are folded, without blanks; "!" before one means it must not be there. Each has
 * at least one word no other kind has, so that no rule depends on a column people leave out. */
static const struct { PzRosterKind kind; const char *words; } signatures[] = {
  { PZ_ROSTER_KIND_MANIFEST, "propertyname value" },
  { PZ_ROSTER_KIND_PROFILES, "profiletype credentialtype" },
  { PZ_ROSTER_KIND_UNUSED, "lineitemsourcedid" },
  { PZ_ROSTER_KIND_UNUSED, "resourcesourcedid" },
  { PZ_ROSTER_KIND_UNUSED, "vendorresourceid" },
  { PZ_ROSTER_KIND_UNUSED, "categorysourcedid" },
  { PZ_ROSTER_KIND_ENROLLMENTS, "classsourcedid usersourcedid" },
  { PZ_ROSTER_KIND_USERS, "sourcedid givenname familyname" },
  { PZ_ROSTER_KIND_USERS, "userid givenname familyname enableduser" },
  { PZ_ROSTER_KIND_ROLES, "usersourcedid roletype" },
  { PZ_ROSTER_KIND_ROLES, "usersourcedid role orgsourcedid" },
  { PZ_ROSTER_KIND_CLASSES, "sourcedid title coursesourcedid" },
  { PZ_ROSTER_KIND_CLASSES, "sourcedid title classcode" },
  { PZ_ROSTER_KIND_CLASSES, "sourcedid title classtype" },
  { PZ_ROSTER_KIND_SESSIONS, "sourcedid title startdate enddate" },
  { PZ_ROSTER_KIND_COURSES, "sourcedid title coursecode" },
  { PZ_ROSTER_KIND_COURSES, "sourcedid title orgsourcedid" },
  { PZ_ROSTER_KIND_DEMOGRAPHICS, "hispanicorlatinoethnicity" },
  { PZ_ROSTER_KIND_DEMOGRAPHICS, "sourcedid birthdate !givenname !familyname" },
  { PZ_ROSTER_KIND_DEMOGRAPHICS, "usersourcedid birthdate !givenname !familyname" },
  { PZ_ROSTER_KIND_DEMOGRAPHICS, "countryofbirthcode" },
  { PZ_ROSTER_KIND_ORGS, "sourcedid name type" },
};

/* parts of folded header words; the first three open an account, the others are its name */
static const char *const credential_words[] = {
  "password", "passwd", "credential", "passwort", "kennwort", "motdepasse", "contrasena", "wachtwoord", "adgangskode",
  "username", "loginid", "loginname", "benutzername", "nomutilisateur", "nomdutilisateur", "gebruikersnaam",
  "brukernavn", "brugernavn", "anvandarnamn",
};

static char *
fold_header (const char *header)
{
  char *folded = pz_roster_fold (header);
  char *to = folded;

  for (const char *from = folded; *from != '\0'; from++)
    if (*from != ' ')
      *to++ = *from;
  *to = '\0';
  return folded;
}

static gboolean
is_credential (const char *header)
{
  g_autofree char *folded = fold_header (header);

  for (gsize i = 0; i < G_N_ELEMENTS (credential_words); i++)
    if (strstr (folded, credential_words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static PzRosterKind
find_kind (PzCsvReader *header)
{
  g_autoptr(GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < pz_csv_reader_get_n_cells (header); i++)
    g_hash_table_add (words, fold_header (pz_csv_reader_get_cell (header, i)));
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    {
      g_auto(GStrv) needed = g_strsplit (signatures[i].words, " ", -1);
      gboolean all = TRUE;

      for (guint j = 0; needed[j] != NULL && all; j++)
        all = *needed[j] == '!' ? !g_hash_table_contains (words, needed[j] + 1)
                                : g_hash_table_contains (words, needed[j]);
      if (all)
        return signatures[i].kind;
    }
  return PZ_ROSTER_KIND_TABLE;
}

/* Line ends stay, so that line numbers do, and so do quotes around the cell, unless they do not match: a quote left
 * alone would now open a cell. */
static void
blank_range (PzRosterFile *self,
             gsize         start,
             gsize         end)
{
  char *text = self->text.data;

  if (start > 0 && text[start - 1] == '"' && (end >= self->text.length || text[end] != '"'))
    start--;
  for (gsize i = start; i < end; i++)
    if (text[i] != '\n' && text[i] != '\r')
      text[i] = ' ';
}

static GArray *
find_credentials (PzRosterFile *self,
                  PzCsvReader  *header)
{
  g_autoptr(GString) names = g_string_new (NULL);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < pz_csv_reader_get_n_cells (header); i++)
    {
      const char *name = pz_csv_reader_get_cell (header, i);

      if (!is_credential (name))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
      g_array_append_val (columns, i);
    }
  if (names->len > 0)
    self->dropped = g_string_free (g_steal_pointer (&names), FALSE);
  return columns;
}

/* The reader looks only forward from the row it gave, so what it gave can be overwritten under it. */
static void
blank_columns (PzRosterFile *self,
               PzCsvReader  *reader,
               GArray       *columns)
{
  while (pz_csv_reader_next (reader, NULL))
    for (guint i = 0; i < columns->len; i++)
      {
        gsize start, end;

        if (pz_csv_reader_get_cell_range (reader, g_array_index (columns, guint, i), &start, &end))
          blank_range (self, start, end);
      }
}

static void
examine (PzRosterFile *self)
{
  g_autoptr(PzCsvReader) reader = pz_csv_reader_new (self->text.data, self->text.length, '\0');
  g_autoptr(GArray) columns = NULL;
  PzRosterKind by_name = pz_roster_kind_from_file_name (self->name);

  self->delimiter = pz_csv_reader_get_delimiter (reader);
  while (pz_csv_reader_next (reader, NULL))
    if (!pz_csv_reader_is_blank (reader))
      break;
  self->kind = find_kind (reader);
  if (self->kind == PZ_ROSTER_KIND_TABLE)
    self->kind = by_name;
  self->name_differs = by_name != self->kind && by_name != PZ_ROSTER_KIND_TABLE;
  if (self->kind == PZ_ROSTER_KIND_PROFILES || by_name == PZ_ROSTER_KIND_PROFILES
      || self->kind == PZ_ROSTER_KIND_UNUSED)
    {
      if (self->kind != PZ_ROSTER_KIND_UNUSED)
        self->kind = PZ_ROSTER_KIND_PROFILES;
      pz_wiped_buffer_clear (&self->text);
      return;
    }
  columns = find_credentials (self, reader);
  if (columns->len > 0)
    blank_columns (self, reader, columns);
}

/**
 * pz_roster_file_new:
 * @name: name of the file, without folders
 * @bytes: the file as it came; the caller's
 * @error: as pz_text_decode()
 *
 * Decodes a file, finds out what it holds, and blanks every column with a user name or password: no one who reads
 * the file after this can come by them. A file that holds nothing else is not kept at all.
 *
 * Returns: (transfer full): the file
 */
PzRosterFile *
pz_roster_file_new (const char  *name,
                    GBytes      *bytes,
                    GError     **error)
{
  g_autoptr(PzRosterFile) self = NULL;
  g_autoptr(GBytes) text = NULL;
  PzTextInfo info;

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

  text = pz_text_decode (bytes, PZ_TEXT_MAX_SIZE, &info, error);
  if (text == NULL)
    return NULL;
  self = g_new0 (PzRosterFile, 1);
  self->name = g_utf8_make_valid (name, -1);
  self->info = info;
  pz_wiped_buffer_append (&self->text, g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  examine (self);
  return g_steal_pointer (&self);
}

/**
 * pz_roster_file_free:
 * @self: a file
 */
void
pz_roster_file_free (PzRosterFile *self)
{
  g_return_if_fail (self != NULL);

  pz_wiped_buffer_clear (&self->text);
  g_free (self->name);
  g_free (self->dropped);
  g_free (self);
}

/**
 * pz_roster_file_get_name:
 * @self: a file
 *
 * Returns: its name, without folders
 */
const char *
pz_roster_file_get_name (const PzRosterFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * pz_roster_file_get_kind:
 * @self: a file
 *
 * Returns: what its columns say it holds; its name counts only where they say nothing
 */
PzRosterKind
pz_roster_file_get_kind (const PzRosterFile *self)
{
  g_return_val_if_fail (self != NULL, PZ_ROSTER_KIND_TABLE);

  return self->kind;
}

/**
 * pz_roster_file_name_differs:
 * @self: a file
 *
 * Returns: %TRUE when its name is that of another kind
 */
gboolean
pz_roster_file_name_differs (const PzRosterFile *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->name_differs;
}

/**
 * pz_roster_file_get_text:
 * @self: a file
 * @length: (out): in bytes
 *
 * Returns: (transfer none) (nullable): UTF-8, not NUL-terminated, credentials replaced by blanks; empty when the
 *   file is not to be read
 */
const char *
pz_roster_file_get_text (const PzRosterFile *self,
                         gsize              *length)
{
  g_return_val_if_fail (self != NULL && length != NULL, NULL);

  *length = self->text.length;
  return self->text.data;
}

/**
 * pz_roster_file_get_info:
 * @self: a file
 *
 * Returns: (transfer none): its encoding
 */
const PzTextInfo *
pz_roster_file_get_info (const PzRosterFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->info;
}

/**
 * pz_roster_file_get_delimiter:
 * @self: a file
 *
 * Returns: comma, semicolon or tab
 */
char
pz_roster_file_get_delimiter (const PzRosterFile *self)
{
  g_return_val_if_fail (self != NULL, ',');

  return self->delimiter;
}

/**
 * pz_roster_file_get_dropped:
 * @self: a file
 *
 * Returns: (nullable): names of the columns whose cells were blanked, with commas between
 */
const char *
pz_roster_file_get_dropped (const PzRosterFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dropped;
}

/**
 * pz_roster_kind_from_file_name:
 * @name: name of a file, with or without ending, in any case
 *
 * Returns: the kind OneRoster gives that name to; %PZ_ROSTER_KIND_TABLE for any other
 */
PzRosterKind
pz_roster_kind_from_file_name (const char *name)
{
  g_autofree char *stem = NULL;

  g_return_val_if_fail (name != NULL, PZ_ROSTER_KIND_TABLE);

  stem = g_strdup (name);
  if (strrchr (stem, '.') != NULL)
    *strrchr (stem, '.') = '\0';
  for (guint kind = 0; kind < PZ_ROSTER_N_KINDS; kind++)
    if (file_names[kind] != NULL && g_ascii_strcasecmp (stem, file_names[kind]) == 0)
      return (PzRosterKind) kind;
  for (gsize i = 0; i < G_N_ELEMENTS (unused_names); i++)
    if (g_ascii_strcasecmp (stem, unused_names[i]) == 0)
      return PZ_ROSTER_KIND_UNUSED;
  return PZ_ROSTER_KIND_TABLE;
}

/**
 * pz_roster_kind_to_file_name:
 * @kind: one of them
 *
 * Returns: (nullable): the name OneRoster gives its file, without ending
 */
const char *
pz_roster_kind_to_file_name (PzRosterKind kind)
{
  g_return_val_if_fail (kind < PZ_ROSTER_N_KINDS, NULL);

  return file_names[kind];
}

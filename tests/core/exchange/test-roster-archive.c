/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-source.h"
#include "roster-maker.h"

#include <string.h>

#define USERS "sourcedId,givenName,familyName,username,password\r\nu1,Anna,Meier,ameier,S3cret\r\n"
#define CLASSES "sourcedId,title,courseSourcedId\r\nc1,Class 1,\r\n"

static PzRosterSource *
open_entries (const RosterEntry  *entries,
              gsize               n,
              GError            **error)
{
  g_autoptr(GBytes) bytes = roster_pack (entries, n, NULL);

  return pz_roster_source_new_from_bytes ("roster.zip", bytes, error);
}

static void
assert_refused (const RosterEntry *entries,
                gsize              n,
                PzError            code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (open_entries (entries, n, &error));
  g_assert_error (error, PZ_ERROR, (int) code);
}

static void
test_reads_archive (void)
{
  static const RosterEntry entries[] = {
    { "export/users.csv", USERS, NULL },
    { "export/classes.csv", CLASSES, NULL },
    { "__MACOSX/export/._users.csv", "junk", NULL },
    { "export/.DS_Store", "junk", NULL },
    { "export/deep/orgs.csv", "sourcedId,name,type\n", NULL },
    { "export/logo.png", "\x89PNG\x01\x02\x03\x04\x05\x06", NULL },
    { "export/results.csv", "sourcedId,lineItemSourcedId,studentSourcedId\n", NULL },
    { "export/userProfiles.csv", "sourcedId,profileType,username,password\np,x,ameier,S3cret\n", NULL },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = open_entries (entries, G_N_ELEMENTS (entries), &error);
  const PzRosterMessages *messages;

  g_assert_no_error (error);
  g_assert_cmpuint (pz_roster_source_get_n_files (source), ==, 2);
  g_assert_cmpstr (pz_roster_file_get_name (pz_roster_source_get_file (source, 0)), ==, "users.csv");
  g_assert_true (pz_roster_source_is_one_roster (source));
  g_assert_true (pz_roster_source_find (source, PZ_ROSTER_KIND_CLASSES) == pz_roster_source_get_file (source, 1));
  g_assert_null (pz_roster_source_find (source, PZ_ROSTER_KIND_ORGS));
  messages = pz_roster_source_get_messages (source);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_FILE_IGNORED), ==, 4);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_CREDENTIALS_DROPPED), ==, 1);
}

static void
test_refuses_hostile_archives (void)
{
  static const struct { RosterEntry entries[2]; gsize n; PzError code; } cases[] = {
    { { { "../users.csv", USERS, NULL } }, 1, PZ_ERROR_NOT_SAFE },
    { { { "a/../../users.csv", USERS, NULL } }, 1, PZ_ERROR_NOT_SAFE },
    { { { "a\\..\\users.csv", USERS, NULL } }, 1, PZ_ERROR_NOT_SAFE },
    { { { "/etc/users.csv", USERS, NULL } }, 1, PZ_ERROR_NOT_SAFE },
    { { { "C:/users.csv", USERS, NULL } }, 1, PZ_ERROR_NOT_SAFE },
    { { { "users.csv", "", "/etc/passwd" } }, 1, PZ_ERROR_NOT_SAFE },
    { { { "users.csv", USERS, NULL }, { "users.csv", USERS, NULL } }, 2, PZ_ERROR_NOT_SAFE },
    { { { "a/users.csv", USERS, NULL }, { "b/Users.CSV", USERS, NULL } }, 2, PZ_ERROR_NOT_SAFE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].entries[0].name);
      g_assert_null (open_entries (cases[i].entries, cases[i].n, &error));
      g_assert_error (error, PZ_ERROR, (int) cases[i].code);
    }
}

static void
test_refuses_bombs (void)
{
  g_autofree char *zeros = g_strnfill (8 * 1024 * 1024, '0');
  RosterEntry bomb = { "users.csv", zeros, NULL };
  g_autofree RosterEntry *many = g_new0 (RosterEntry, PZ_ROSTER_MAX_ENTRIES + 1);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;

  g_assert_null (open_entries (&bomb, 1, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
  g_clear_error (&error);
  for (guint i = 0; i <= PZ_ROSTER_MAX_ENTRIES; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("%u.csv", i));
      many[i].name = g_ptr_array_index (names, i);
      many[i].text = "a,b\n";
    }
  g_assert_null (open_entries (many, PZ_ROSTER_MAX_ENTRIES + 1, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
}

static void
test_refuses_encrypted (void)
{
  RosterEntry entry = { "users.csv", USERS, NULL };
  g_autoptr(GBytes) bytes = roster_pack (&entry, 1, "open sesame");
  g_autoptr(GError) error = NULL;

  if (bytes == NULL)
    {
      g_test_skip ("this libarchive cannot encrypt");
      return;
    }
  g_assert_null (pz_roster_source_new_from_bytes ("roster.zip", bytes, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SUPPORTED);
}

static void
test_refuses_cut_archives (void)
{
  g_autoptr(GBytes) whole = roster_make_zip (FALSE);

  for (gsize i = 4; i < g_bytes_get_size (whole) - 22; i += 997)
    {
      g_autoptr(GBytes) cut = g_bytes_new_from_bytes (whole, 0, i);
      g_autoptr(GError) error = NULL;

      g_assert_null (pz_roster_source_new_from_bytes ("roster.zip", cut, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_SYNTAX);
    }
}

/* names of the files that were taken, with blanks between */
static char *
list_names (const PzRosterSource *source)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < pz_roster_source_get_n_files (source); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", pz_roster_file_get_name (pz_roster_source_get_file (source, i)));
  return g_string_free (names, FALSE);
}

/* one folder may be around them, as archives of a folder have; the name of no file leads anywhere */
static void
test_names_are_those_of_files (void)
{
  static const struct { const char *name, *taken; } rows[] = {
    { "users.csv", "users.csv" },
    { "./users.csv", "users.csv" },
    { "././users.csv", "users.csv" },
    { "export/users.csv", "users.csv" },
    { "export\\users.csv", "users.csv" },
    { "my export/users.csv", "users.csv" },
    { "..users.csv", "" },       /* hidden, not above */
    { "export/.users.csv", "" },
    { "a/b/users.csv", "" },
    { "__MACOSX/users.csv", "" },
    { "users..csv", "users..csv" },
    { "-rf.csv", "-rf.csv" },
    { "\u202Evsc.sresu.csv", "\u202Evsc.sresu.csv" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const RosterEntry entry = { rows[i].name, USERS, NULL };
      g_autoptr(GError) error = NULL;
      g_autoptr(PzRosterSource) source = open_entries (&entry, 1, &error);
      g_autofree char *names = NULL;

      g_test_message ("%s", rows[i].name);
      g_assert_no_error (error);
      names = list_names (source);
      g_assert_cmpstr (names, ==, rows[i].taken);
    }
}

static void
test_nothing_leaves_its_folder (void)
{
  static const char *const names[] = { "..", "../", "a/..", "a/b/../../..", "..\\users.csv", "\\etc\\users.csv", "c:users.csv",
                                       "/users.csv", "a/../users.csv", "__MACOSX/../../users.csv" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const RosterEntry entry = { names[i], USERS, NULL };

      g_test_message ("%s", names[i]);
      assert_refused (&entry, 1, PZ_ERROR_NOT_SAFE);
    }
}

/* a link is refused wherever it leads, and whatever stands beside it */
static void
test_what_is_no_file_is_refused (void)
{
  static const RosterEntry inside[] = { { "users.csv", USERS, NULL }, { "classes.csv", "", "users.csv" } };
  static const RosterEntry folder[] = { { "export", "", "/etc" }, { "export/users.csv", USERS, NULL } };

  assert_refused (inside, G_N_ELEMENTS (inside), PZ_ERROR_NOT_SAFE);
  assert_refused (folder, G_N_ELEMENTS (folder), PZ_ERROR_NOT_SAFE);
}

static guint32
checksum (const char *text)
{
  guint32 sum = 0xffffffff;

  for (; *text != '\0'; text++)
    {
      sum ^= (guchar) *text;
      for (guint bit = 0; bit < 8; bit++)
        sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
    }
  return ~sum;
}

static void
append_number (GByteArray *bytes,
               guint32     number,
               guint       n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      const guint8 byte = (guint8) (number >> 8 * i);

      g_byte_array_append (bytes, &byte, 1);
    }
}

/* what both headers of an entry say: version, flags, method, time, sum, sizes */
static void
append_description (GByteArray *bytes,
                    const char *name,
                    const char *text)
{
  append_number (bytes, 20, 2);
  append_number (bytes, 0, 8); /* no flag says that the name is UTF-8 */
  append_number (bytes, checksum (text), 4);
  append_number (bytes, (guint32) strlen (text), 4);
  append_number (bytes, (guint32) strlen (text), 4);
  append_number (bytes, (guint32) strlen (name), 2);
  append_number (bytes, 0, 2);
}

/* byte by byte, as another system writes it: the name in its own character set */
static GBytes *
pack_by_hand (const char *name,
              const char *text)
{
  GByteArray *bytes = g_byte_array_new ();
  guint list;

  g_byte_array_append (bytes, (const guint8 *) "PK\3\4", 4);
  append_description (bytes, name, text);
  g_byte_array_append (bytes, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
  list = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "PK\1\2", 4);
  append_number (bytes, 20, 2);
  append_description (bytes, name, text);
  append_number (bytes, 0, 6);
  append_number (bytes, 0, 4);
  append_number (bytes, 0, 4);
  g_byte_array_append (bytes, (const guint8 *) name, (guint) strlen (name));
  {
    const guint length = bytes->len - list;

    g_byte_array_append (bytes, (const guint8 *) "PK\5\6\0\0\0\0\1\0\1\0", 12);
    append_number (bytes, length, 4);
    append_number (bytes, list, 4);
    append_number (bytes, 0, 2);
  }
  return g_byte_array_free_to_bytes (bytes);
}

/* the ending is plain all the same, and what is told can be shown */
static void
test_names_of_another_character_set (void)
{
  g_autoptr(GBytes) taken = pack_by_hand ("sch\xFCler.csv", USERS);
  g_autoptr(GBytes) left = pack_by_hand ("f\xFC/r/users.csv", USERS);
  g_autoptr(GBytes) above = pack_by_hand ("f\xFC/../../users.csv", USERS);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_bytes ("roster.zip", taken, &error);
  g_autoptr(PzRosterSource) other = pz_roster_source_new_from_bytes ("roster.zip", left, NULL);
  const PzRosterMessages *messages;

  g_assert_no_error (error);
  g_assert_cmpuint (pz_roster_source_get_n_files (source), ==, 1);
  g_assert_true (g_str_has_suffix (pz_roster_file_get_name (pz_roster_source_get_file (source, 0)), "ler.csv"));
  messages = pz_roster_source_get_messages (other);
  g_assert_cmpuint (pz_roster_source_get_n_files (other), ==, 0);
  g_assert_cmpuint (pz_roster_messages_get_n (messages), ==, 1);
  g_assert_true (g_utf8_validate (pz_roster_messages_get (messages, 0)->file, -1, NULL));
  g_assert_null (pz_roster_source_new_from_bytes ("roster.zip", above, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
}

/* an empty file is there; an archive without any was no roster, and it is no table either */
static void
test_empty_archives_and_files (void)
{
  static const RosterEntry entry = { "users.csv", "", NULL };
  g_autoptr(PzRosterSource) empty = open_entries (&entry, 1, NULL);

  g_assert_nonnull (empty);
  g_assert_false (pz_roster_source_is_one_roster (empty));
  assert_refused (NULL, 0, PZ_ERROR_SYNTAX);
}

/* it is not unpacked: nobody knows what is in it */
static void
test_an_archive_in_an_archive_is_no_table (void)
{
  static const RosterEntry inner = { "users.csv", USERS, NULL };
  g_autoptr(GBytes) packed = roster_pack (&inner, 1, NULL);
  g_autoptr(GString) text = g_string_new_len (g_bytes_get_data (packed, NULL), (gssize) g_bytes_get_size (packed));
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = NULL;

  for (gsize i = 0; i < text->len; i++) /* as a text the maker can pack */
    if (text->str[i] == '\0')
      text->str[i] = '\1';
  {
    const RosterEntry outer = { "users.csv", text->str, NULL };

    source = open_entries (&outer, 1, &error);
  }
  g_assert_no_error (error);
  g_assert_cmpuint (pz_roster_source_get_n_files (source), ==, 0);
  g_assert_cmpuint (pz_roster_messages_count_code (pz_roster_source_get_messages (source), PZ_ROSTER_CODE_FILE_IGNORED), ==, 1);
}

/* a megabyte of the same row is a large school */
static void
test_what_packs_well_is_no_bomb (void)
{
  g_autoptr(GString) rows = g_string_new (USERS);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = NULL;

  while (rows->len < 1000000)
    g_string_append (rows, "u1,Anna,Meier,,\r\n");
  {
    const RosterEntry entry = { "users.csv", rows->str, NULL };

    source = open_entries (&entry, 1, &error);
  }
  g_assert_no_error (error);
  g_assert_cmpuint (pz_roster_source_get_n_files (source), ==, 1);
}

#define ADD(path, function) g_test_add_func ("/exchange/roster-archive/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("reads-archive", test_reads_archive);
  ADD ("refuses-hostile-archives", test_refuses_hostile_archives);
  ADD ("refuses-bombs", test_refuses_bombs);
  ADD ("refuses-encrypted", test_refuses_encrypted);
  ADD ("refuses-cut-archives", test_refuses_cut_archives);
  ADD ("names-are-those-of-files", test_names_are_those_of_files);
  ADD ("nothing-leaves-its-folder", test_nothing_leaves_its_folder);
  ADD ("what-is-no-file-is-refused", test_what_is_no_file_is_refused);
  ADD ("names-of-another-character-set", test_names_of_another_character_set);
  ADD ("empty-archives-and-files", test_empty_archives_and_files);
  ADD ("an-archive-in-an-archive-is-no-table", test_an_archive_in_an_archive_is_no_table);
  ADD ("what-packs-well-is-no-bomb", test_what_packs_well_is_no_bomb);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-source-private.h"

#include "pz-wiped-buffer.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* the ratio is not looked at below this */
#define RATIO_FLOOR (1024 * 1024)

typedef struct
{
  PzRosterSource *source;
  struct archive *archive;
  gsize packed;   /* size of the archive */
  gsize unpacked; /* of all entries so far */
  guint entries;
} Work;

static gboolean
refuse (GError     **error,
        PzError      code,
        const char  *text)
{
  g_set_error_literal (error, PZ_ERROR, (int) code, text);
  return FALSE;
}

static gboolean
fail_damaged (Work    *work,
              GError **error)
{
  /* the reason is libarchive's own, in English and about bytes: it helps nobody */
  g_debug ("archive: %s", archive_error_string (work->archive));
  return refuse (error, PZ_ERROR_SYNTAX, _("The archive is damaged or incomplete; fetch it once more"));
}

static gboolean
is_unsafe (const char *path)
{
  g_autofree char *slashes = g_strdelimit (g_strdup (path), "\\", '/');
  g_auto(GStrv) parts = g_strsplit (slashes, "/", -1);

  if (*slashes == '/' || *slashes == '\0' || (g_ascii_isalpha (slashes[0]) && slashes[1] == ':'))
    return TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_equal (parts[i], ".."))
      return TRUE;
  return FALSE;
}

/* Returns: (nullable): the name without its folder; NULL for what no roster has: deeper folders, hidden files */
static char *
plain_name (const char *path)
{
  g_autofree char *slashes = g_strdelimit (g_strdup (path), "\\", '/');
  const char *at = slashes;
  const char *slash;

  while (g_str_has_prefix (at, "./"))
    at += 2;
  if (g_str_has_prefix (at, "__MACOSX/"))
    return NULL;
  slash = strchr (at, '/');
  if (slash != NULL)
    at = slash + 1;
  return strchr (at, '/') != NULL || *at == '.' || *at == '\0' ? NULL : g_strdup (at);
}

static gboolean
check_type (struct archive_entry  *entry,
            GError               **error)
{
  if (archive_entry_hardlink (entry) != NULL || archive_entry_symlink (entry) != NULL
      || (archive_entry_filetype (entry) != AE_IFREG && archive_entry_filetype (entry) != AE_IFDIR))
    return refuse (error, PZ_ERROR_NOT_SAFE, _("The archive holds links or devices; a roster has only files"));
  if (archive_entry_is_encrypted (entry))
    return refuse (error, PZ_ERROR_NOT_SUPPORTED,
                   _("The archive is protected with a password; unpack it and import the folder"));
  return TRUE;
}

static GBytes *
read_data (Work    *work,
           GError **error)
{
  g_auto(PzWipedBuffer) data = { 0 };
  char chunk[16384];
  la_ssize_t n;

  while ((n = archive_read_data (work->archive, chunk, sizeof chunk)) > 0)
    {
      work->unpacked += (gsize) n;
      if (data.length + (gsize) n > PZ_TEXT_MAX_SIZE || work->unpacked > PZ_ROSTER_MAX_TOTAL
          || (work->unpacked > RATIO_FLOOR && work->unpacked / PZ_ROSTER_MAX_RATIO > work->packed))
        {
          refuse (error, PZ_ERROR_TOO_LARGE, _("The archive unpacks to far more than a roster can be"));
          break;
        }
      pz_wiped_buffer_append (&data, chunk, (gsize) n);
    }
  explicit_bzero (chunk, sizeof chunk);
  if (n < 0)
    fail_damaged (work, error);
  return n == 0 ? pz_wiped_buffer_take_bytes (&data) : NULL;
}

static gboolean
take_entry (Work                  *work,
            struct archive_entry  *entry,
            GError               **error)
{
  const char *path = archive_entry_pathname_utf8 (entry);
  g_autofree char *name = NULL;
  g_autoptr(GBytes) bytes = NULL;

  /* a name in the character set of another system; the ending is plain all the same */
  if (path == NULL)
    path = archive_entry_pathname (entry);
  if (path == NULL)
    {
      pz_roster_source_ignore (work->source, "?");
      return TRUE;
    }
  if (is_unsafe (path))
    return refuse (error, PZ_ERROR_NOT_SAFE, _("The archive holds a file that wants to leave its folder"));
  if (!check_type (entry, error))
    return FALSE;
  if (archive_entry_filetype (entry) == AE_IFDIR)
    return TRUE;
  name = plain_name (path);
  if (name == NULL)
    {
      if (!g_str_has_prefix (path, "__MACOSX/"))
        pz_roster_source_ignore (work->source, path);
      return TRUE;
    }
  bytes = read_data (work, error);
  return bytes != NULL && pz_roster_source_add_entry (work->source, name, bytes, error);
}

static gboolean
take_entries (Work    *work,
              GError **error)
{
  for (;;)
    {
      struct archive_entry *entry;
      int status = archive_read_next_header (work->archive, &entry);

      if (status == ARCHIVE_EOF)
        return TRUE;
      if (status < ARCHIVE_WARN)
        return fail_damaged (work, error);
      if (++work->entries > PZ_ROSTER_MAX_ENTRIES)
        {
          g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("The archive has more than %d files"),
                       PZ_ROSTER_MAX_ENTRIES);
          return FALSE;
        }
      if (!take_entry (work, entry, error))
        return FALSE;
    }
}

/*
 * pz_roster_source_add_archive:
 *
 * Takes the files of a zip archive, one after the other and never on disk. The list at its end is what counts: it
 * has the types of the entries, and an archive that was cut short does not have it.
 */
gboolean
pz_roster_source_add_archive (PzRosterSource  *self,
                              GBytes          *bytes,
                              GError         **error)
{
  Work work = { .source = self, .packed = g_bytes_get_size (bytes) };
  gboolean done = FALSE;

  work.archive = archive_read_new ();
  if (archive_read_support_format_zip_seekable (work.archive) != ARCHIVE_OK)
    refuse (error, PZ_ERROR_NOT_SUPPORTED, _("This system cannot read zip archives"));
  else if (archive_read_open_memory (work.archive, g_bytes_get_data (bytes, NULL), work.packed) != ARCHIVE_OK)
    fail_damaged (&work, error);
  else
    done = take_entries (&work, error);
  archive_read_free (work.archive);
  return done;
}

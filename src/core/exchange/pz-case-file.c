/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case.h"

#include "pz-error.h"
#include "pz-roster-source-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* Enough to see a byte order mark, some blanks and the first character. */
#define HEAD_SIZE 256

/* not to hang on a pipe */
static int
open_path (const char *path)
{
  return open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
}

static gboolean
looks_like_json (const char *head,
                 gssize      length)
{
  for (gssize i = 0; i < length; i++)
    if (head[i] == '{')
      return TRUE;
    else if (strchr (" \t\r\n\xEF\xBB\xBF\xFF\xFE", head[i]) == NULL)
      return FALSE; /* strchr() finds the zero bytes of UTF-16, too */
  return FALSE;
}

/**
 * pz_case_bytes_look_like_json:
 * @bytes: a whole file
 *
 * Returns: pz_case_looks_like_json() of what was read already
 */
gboolean
pz_case_bytes_look_like_json (GBytes *bytes)
{
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  return looks_like_json (data, (gssize) MIN (length, HEAD_SIZE));
}

/**
 * pz_case_looks_like_json:
 * @path: of a file
 *
 * Returns: whether it begins as an object of JSON does, in UTF-8 or UTF-16: no table does
 */
gboolean
pz_case_looks_like_json (const char *path)
{
  char head[HEAD_SIZE];
  int descriptor;
  gssize length;

  g_return_val_if_fail (path != NULL, FALSE);

  descriptor = open_path (path);
  length = descriptor >= 0 ? read (descriptor, head, sizeof head) : -1;
  if (descriptor >= 0)
    close (descriptor);
  return looks_like_json (head, length);
}

/**
 * pz_case_load:
 * @path: of a file
 * @error: as pz_case_parse(), or why the file cannot be read
 *
 * Returns: (transfer full): the package; %NULL when @error is set
 */
PzCasePackage *
pz_case_load (const char  *path,
              GError     **error)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autoptr(GBytes) bytes = NULL;
  int descriptor;

  g_return_val_if_fail (path != NULL, NULL);

  base = g_path_get_basename (path);
  name = g_filename_display_name (base);
  descriptor = open_path (path);
  if (descriptor < 0)
    {
      pz_error_set_errno (error, errno, _("The file cannot be opened"));
      return NULL;
    }
  bytes = pz_roster_read_descriptor (descriptor, PZ_CASE_MAX_SIZE, error);
  close (descriptor);
  return bytes != NULL ? pz_case_parse (bytes, name, error) : NULL;
}

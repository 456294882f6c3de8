/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-place.h"

#include "pz-hash.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

/* Where systemd and its like keep the id of a computer, see machine-id(5). */
#define MACHINE_ID "/etc/machine-id"

/**
 * pz_place_describe:
 * @folder: of a class
 * @machine_id: (nullable): a file that tells this computer from others; %NULL for the one of the system
 *
 * The id of a device must not be used in two places. A copy of the folder, one that came back from a backup, and a disk
 * in another computer have another text here: the folder is another one there, or was made at another time.
 *
 * Returns: (transfer full) (nullable): 32 hexadecimal digits that tell nothing about the computer; %NULL when the folder
 *   cannot be looked at
 */
char *
pz_place_describe (const char *folder,
                   const char *machine_id)
{
  g_autofree char *machine = NULL;
  g_autofree char *text = NULL;
  GString *digits;
  struct statx status;
  PzHash hash;

  g_return_val_if_fail (folder != NULL, NULL);

  if (statx (AT_FDCWD, folder, 0, STATX_INO | STATX_BTIME, &status) < 0)
    return NULL;
  if (!(status.stx_mask & STATX_BTIME))
    memset (&status.stx_btime, 0, sizeof status.stx_btime); /* not every file system knows */
  g_file_get_contents (machine_id != NULL ? machine_id : MACHINE_ID, &machine, NULL, NULL);
  text = g_strdup_printf ("%s %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT ".%09u", machine != NULL ? machine : "",
                          (guint64) status.stx_ino, (gint64) status.stx_btime.tv_sec, status.stx_btime.tv_nsec);
  hash = pz_hash_of (text, strlen (text));
  digits = g_string_new (NULL);
  pz_hash_append (&hash, digits);
  return g_string_free (digits, FALSE);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* No document of ours comes near this; a larger file is refused before it is read. */
#define PZ_FILE_CAP (16 * 1024 * 1024)

/* History is only ever appended to and thinned by age, so it may grow further. */
#define PZ_FILE_HISTORY_CAP (256 * 1024 * 1024)

/**
 * PzFileAct:
 * @PZ_FILE_READ: looking at it
 * @PZ_FILE_WRITE: writing, renaming or flushing it
 * @PZ_FILE_REMOVE: taking it away
 *
 * What was being done to a file when it failed, for the text of the error.
 */
typedef enum
{
  PZ_FILE_READ,
  PZ_FILE_WRITE,
  PZ_FILE_REMOVE,
} PzFileAct;

gboolean   pz_file_name_is_valid (const char   *name);
gboolean   pz_file_is_temporary  (const char   *base);
void       pz_file_set_error     (GError      **error,
                                  int           saved_errno,
                                  PzFileAct     act,
                                  const char   *name);

int        pz_file_open_root     (const char   *path,
                                  GError      **error);
gboolean   pz_file_check_folder  (int           folder,
                                  const char   *name,
                                  GError      **error);
int        pz_file_open_folder   (int           parent,
                                  const char   *base,
                                  const char   *name,
                                  GError      **error);
gboolean   pz_file_make_folder   (int           parent,
                                  const char   *base,
                                  const char   *name,
                                  gboolean     *made,
                                  GError      **error);
gboolean   pz_file_make_path     (const char   *path,
                                  GError      **error);
GPtrArray *pz_file_list          (int           folder,
                                  const char   *name,
                                  mode_t        kind,
                                  GError      **error);
GPtrArray *pz_file_list_folder   (int           parent,
                                  const char   *base,
                                  const char   *name,
                                  GError      **error);

int        pz_file_open          (int           folder,
                                  const char   *base,
                                  const char   *name,
                                  struct stat  *status,
                                  GError      **error);
GBytes    *pz_file_read          (int           folder,
                                  const char   *base,
                                  const char   *name,
                                  gsize         cap,
                                  struct stat  *status,
                                  GError      **error);
gboolean   pz_file_checksum      (int           folder,
                                  const char   *base,
                                  const char   *name,
                                  guint64      *size,
                                  guint32      *crc,
                                  GError      **error);
int        pz_file_create        (int           folder,
                                  const char   *base,
                                  const char   *name,
                                  GError      **error);
gboolean   pz_file_write         (int           file,
                                  gconstpointer data,
                                  gsize         length,
                                  const char   *name,
                                  GError      **error);
gboolean   pz_file_close         (int           file,
                                  const char   *name,
                                  GError      **error);
gboolean   pz_file_rename        (int           folder,
                                  const char   *from,
                                  const char   *to,
                                  const char   *name,
                                  GError      **error);
gboolean   pz_file_remove        (int           folder,
                                  const char   *base,
                                  const char   *name,
                                  GError      **error);
gboolean   pz_file_flush         (int           file,
                                  const char   *name,
                                  GError      **error);
gboolean   pz_file_flush_all     (int           file,
                                  const char   *name,
                                  GError      **error);

G_END_DECLS

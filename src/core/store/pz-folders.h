/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Up to so many files each one is flushed by itself: flushing the whole file system at once is quicker, but waits for
 * what other programs write. */
#define PZ_FOLDERS_FLUSH_EACH 64

/**
 * PzFolders:
 *
 * The folders one commit or one recovery touches: opened once, made when missing, and flushed once where their entries
 * changed. Not shared between threads.
 */
typedef struct
{
  int root;           /* borrowed: the folder of the class */
  GPtrArray *folders; /* of Folder, in the order they were first asked for */
} PzFolders;

void     pz_folders_init      (PzFolders   *self,
                               int          root);
void     pz_folders_clear     (PzFolders   *self);
int      pz_folders_open      (PzFolders   *self,
                               const char  *name,
                               gboolean     make,
                               GError     **error);
int      pz_folders_open_for  (PzFolders   *self,
                               const char  *file,
                               gboolean     make,
                               const char **base,
                               GError     **error);
void     pz_folders_mark      (PzFolders   *self,
                               int          folder);
gboolean pz_folders_flush     (PzFolders   *self,
                               GError     **error);
gboolean pz_folders_flush_all (PzFolders   *self,
                               GError     **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PzFolders, pz_folders_clear)

G_END_DECLS

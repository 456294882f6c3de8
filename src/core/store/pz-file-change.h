/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-folders.h"
#include "pz-store.h"

G_BEGIN_DECLS

/**
 * PzFileChange:
 * @name: path below the folder of the class
 * @content: (nullable): what it is to hold; %NULL: it goes
 * @has_seen: whether @seen counts
 * @seen: which version the caller knew
 * @written: which version it is now, after a commit
 *
 * What a commit does to one file. The other members serve while it runs.
 */
typedef struct
{
  char     *name;
  GBytes   *content;
  gboolean  has_seen;
  PzVersion seen;
  PzVersion written;

  int         folder; /* borrowed; -1: there is no folder yet */
  const char *base;   /* within name */
  char       *staged; /* within folder; NULL: nothing is staged */
  int         file;   /* of the staged content; -1: closed */
  guint64     size;   /* of content, or of what goes */
  guint32     crc;    /* of the same */
  gboolean    exists; /* before */
} PzFileChange;

/**
 * PzLines:
 * @name: path of a history file
 * @lines: what to add
 *
 * What a commit adds to one history.
 */
typedef struct
{
  char   *name;
  GBytes *lines;
} PzLines;

PzFileChange *pz_file_change_new            (const char *name);
void      pz_file_change_free           (PzFileChange   *self);
PzLines  *pz_lines_new             (const char *name,
                                    GBytes     *lines);
void      pz_lines_free            (PzLines    *self);
gboolean  pz_file_change_compare        (PzFileChange   *self,
                                    PzFolders  *folders,
                                    GError    **error);
gboolean  pz_file_change_measure        (PzFileChange   *self,
                                    GError    **error);
gboolean  pz_file_change_stage          (PzFileChange   *self,
                                    PzFolders  *folders,
                                    char       *staged,
                                    GError    **error);
gboolean  pz_file_change_close          (PzFileChange   *self,
                                    GError    **error);
void      pz_file_change_unstage        (PzFileChange   *self);
gboolean  pz_file_change_prepare_delete (PzFileChange   *self,
                                    GError    **error);
void      pz_file_change_note_version   (PzFileChange   *self);

G_END_DECLS

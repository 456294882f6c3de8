/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Largest listing that is read, in bytes; a server writes about 400 for each file. */
#define PZ_MULTISTATUS_MAX_SIZE (8 * 1024 * 1024)
/* Deepest nesting of elements that is read; a listing needs six. */
#define PZ_MULTISTATUS_MAX_DEPTH 64
/* Longer names are not of this program and left out of a listing, in bytes. */
#define PZ_MULTISTATUS_MAX_NAME 255

/* What of a listing is wanted. */
typedef enum
{
  PZ_MULTISTATUS_FILES,
  PZ_MULTISTATUS_FOLDERS,
} PzMultistatusKind;

GPtrArray *pz_multistatus_parse (GBytes             *xml,
                                 const char         *folder_path,
                                 PzMultistatusKind   kind,
                                 GError            **error);

G_END_DECLS

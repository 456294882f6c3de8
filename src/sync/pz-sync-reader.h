/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-hash.h"
#include "pz-json-reader.h"
#include "pz-stamp.h"

G_BEGIN_DECLS

/* The pieces all objects are made of. Each reads what comes next; what is not as it must be makes the reader fail, which
 * then gives nothing but errors, so that every loop ends. */

/* Greatest number of an edit, as JSON can hold it exactly. */
#define PZ_SYNC_MAX_NUMBER G_GUINT64_CONSTANT (9007199254740991)

/* Reads an item of a list, right behind what opens it, to its end; FALSE: it is not what it must be. */
typedef gboolean (*PzSyncItemFunc) (PzJsonReader *reader,
                                    gpointer      user_data);

gboolean pz_sync_read_token     (PzJsonReader  *reader,
                                 PzJsonToken    token);
guint64  pz_sync_read_number    (PzJsonReader  *reader,
                                 guint64        most);
char    *pz_sync_read_text      (PzJsonReader  *reader);
gboolean pz_sync_read_flag      (PzJsonReader  *reader);
guint64  pz_sync_read_hex       (PzJsonReader  *reader,
                                 guint          digits);
PzHash   pz_sync_read_hash      (PzJsonReader  *reader);
PzHlc    pz_sync_read_clock     (PzJsonReader  *reader);
char    *pz_sync_read_value     (PzJsonReader  *reader);
void     pz_sync_read_unknown   (PzJsonReader  *reader,
                                 const char    *name,
                                 GString       *members);
void     pz_sync_reader_refuse  (PzJsonReader  *reader);
void     pz_sync_read_list      (PzJsonReader  *reader,
                                 PzJsonToken    opens,
                                 PzSyncItemFunc func,
                                 gpointer       user_data);
gboolean pz_sync_reader_finish  (PzJsonReader  *reader,
                                 GError       **error);
gboolean pz_sync_path_is_valid  (const char    *path);
gboolean pz_sync_document_is_valid (const char *path);

G_END_DECLS

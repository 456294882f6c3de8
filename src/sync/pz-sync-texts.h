/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The same order wherever the bytes must be the same: that of the bytes of UTF-8. */
void       pz_sync_texts_sort      (GPtrArray  *texts);
GPtrArray *pz_sync_texts_list_keys (GHashTable *table);

G_END_DECLS

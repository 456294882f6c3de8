/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-json-reader.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Most values in a tree: each costs some 300 bytes of memory, so that 15 MB of {} would take 1.4 GB. */
#define PZ_JSON_TREE_MAX_VALUES 1000000

JsonNode *pz_json_tree_load (GBytes   *bytes,
                             gsize     max_size,
                             gboolean  skip_bom,
                             GError  **error);

G_END_DECLS

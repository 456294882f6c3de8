/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-json-writer.h"

#include <glib.h>

G_BEGIN_DECLS

guint    pz_output_measure (const char   *text);
char    *pz_output_clean   (const char   *text);
void     pz_output_line    (const char   *format,
                            ...) G_GNUC_PRINTF (1, 2);
void     pz_output_bytes   (GBytes       *bytes);
void     pz_output_json    (PzJsonWriter *writer);
void     pz_output_message (const char   *format,
                            ...) G_GNUC_PRINTF (1, 2);
gboolean pz_output_finish  (GError      **error);

G_END_DECLS

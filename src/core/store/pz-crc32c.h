/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint32 pz_crc32c          (guint32       crc,
                            gconstpointer data,
                            gsize         length);
guint32 pz_crc32c_by_table (guint32       crc,
                            gconstpointer data,
                            gsize         length);

G_END_DECLS

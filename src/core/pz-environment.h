/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PZ_TYPE_ENVIRONMENT (pz_environment_get_type ())
G_DECLARE_FINAL_TYPE (PzEnvironment, pz_environment, PZ, ENVIRONMENT, GObject)

/* Length of an id of a document or a record, without the final NUL. */
#define PZ_ID_LENGTH 16

PzEnvironment *pz_environment_new_system   (const char    *data_dir);
PzEnvironment *pz_environment_new_fixed    (const char    *data_dir,
                                            gint64         now_ms,
                                            guint64        seed);
const char    *pz_environment_get_data_dir (PzEnvironment *self);
gint64         pz_environment_get_now      (PzEnvironment *self);
void           pz_environment_advance      (PzEnvironment *self,
                                            gint64         ms);
void           pz_environment_get_today    (PzEnvironment *self,
                                            GDate         *today);
void           pz_environment_fill_random  (PzEnvironment *self,
                                            guint8        *buffer,
                                            gsize          length);
char          *pz_environment_new_id       (PzEnvironment *self);
gboolean       pz_id_is_valid              (const char    *id);

G_END_DECLS

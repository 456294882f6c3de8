/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-environment.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One class in the list of classes. */
#define PZ_TYPE_CLASS_INFO (pz_class_info_get_type ())
G_DECLARE_FINAL_TYPE (PzClassInfo, pz_class_info, PZ, CLASS_INFO, GObject)

const char *pz_class_info_get_id         (PzClassInfo *self);
const char *pz_class_info_get_name       (PzClassInfo *self); /* never NULL */
const char *pz_class_info_get_path       (PzClassInfo *self);
const char *pz_class_info_get_sourced_id (PzClassInfo *self); /* or NULL */
guint       pz_class_info_get_n_learners (PzClassInfo *self); /* shown ones, from the cached index or counted */
gboolean    pz_class_info_is_deleted     (PzClassInfo *self);
const char *pz_class_info_get_problem    (PzClassInfo *self); /* for people; NULL when it can be opened */

/* The classes of a data folder, sorted by name in the locale's order. A class in the trash is left out unless asked for.
 * A class that cannot be opened is listed with its problem, never dropped. An absent folder is an empty list. */
GListModel  *pz_library_list (PzEnvironment *environment,
                              gboolean       with_deleted,
                              GError       **error);
/* by id, exact name, or a unique beginning of the name (case ignored) */
PzClassInfo *pz_library_find (PzEnvironment *environment,
                              const char    *name_or_id,
                              GError       **error);

G_END_DECLS

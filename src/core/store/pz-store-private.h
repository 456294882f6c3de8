/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-store.h"

#include <sys/stat.h>

G_BEGIN_DECLS

/**
 * PzStoreJob:
 * @task: the task to return
 *
 * A piece of work in the queue of a store, called in a thread.
 */
typedef void (*PzStoreJob) (GTask *task);

int            pz_store_get_root          (PzStore           *self);
PzEnvironment *pz_store_get_environment   (PzStore           *self);
gboolean       pz_store_begin             (PzStore           *self,
                                           int               *lock,
                                           GError           **error);
void           pz_store_end               (PzStore           *self,
                                           int                lock,
                                           gboolean           clean);
void           pz_store_poison            (PzStore           *self);
void           pz_store_queue             (PzStore           *self,
                                           GTask             *task,
                                           PzStoreJob         job);
void           pz_store_set_lock_wait     (PzStore           *self,
                                           guint              ms);
gboolean       pz_store_recover           (PzStore           *self,
                                           GError           **error);
gboolean       pz_store_has_record        (PzStore           *self);
gboolean       pz_store_may_have_record   (PzStore           *self);
gboolean       pz_store_knows_empty       (PzStore           *self,
                                           gint64             changed);
void           pz_store_remember_empty    (PzStore           *self,
                                           gint64             changed);
guint64        pz_store_new_number        (PzStore           *self);
gboolean       pz_store_check_name        (const char        *name,
                                           GError           **error);

void           pz_version_init            (PzVersion         *self,
                                           const struct stat *status);
gboolean       pz_version_is_settled      (const struct stat *status);

G_END_DECLS

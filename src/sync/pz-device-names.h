/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-environment.h"

G_BEGIN_DECLS

/* What people call the devices of a class, as synchronisation knows them. */
typedef struct _PzDeviceNames PzDeviceNames;

PzDeviceNames *pz_device_names_read      (PzEnvironment       *environment,
                                          const char          *classroom,
                                          const char          *path);
void           pz_device_names_free      (PzDeviceNames       *self);
const char    *pz_device_names_find      (const PzDeviceNames *self,
                                          const char          *device);
char          *pz_device_names_dup_words (const PzDeviceNames *self,
                                          const char          *device,
                                          gboolean             here);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzDeviceNames, pz_device_names_free)

G_END_DECLS

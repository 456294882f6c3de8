/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-dav-remote.h"

G_BEGIN_DECLS

/* For tests, before the first request. */
void pz_dav_remote_set_timeout (PzDavRemote  *self,
                                guint         timeout_ms);
void pz_dav_remote_set_trusted (PzDavRemote  *self,
                                GTlsDatabase *trusted);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In programs that are linked with stat-faults.c, looking at what has this name within its folder fails with the errno;
 * NULL: everything can be looked at. The name is borrowed. */
void stat_faults_set (const char *base,
                      int         error);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In programs that are linked with flush-faults.c every flush goes through it, and fails when told to. */

/* the next n flushes of files fail with the errno; 0: none does */
void flush_faults_files   (guint n,
                           int   error);
/* so do, after skip good ones, the next n flushes of folders: what was renamed before is then uncertain */
void flush_faults_folders (guint skip,
                           guint n,
                           int   error);
/* no more of them fail; whether all that were to fail did */
gboolean flush_faults_end  (void);

G_END_DECLS

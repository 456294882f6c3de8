/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* counts from 0, as the environment says now */
void shim_begin     (void);
/* path: of PATH_MAX bytes: where name is, seen from folder */
void path_at        (int         folder,
                     const char *name,
                     char       *path);
/* whether it is SHIM_DIR or below it */
int  is_inside      (const char *path);
int  is_file_inside (int         file);

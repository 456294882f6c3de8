/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  pz_i18n_init           (void);
char *pz_i18n_dup_locale_dir (void);
char *pz_i18n_join_facts     (const char * const *facts);
char *pz_i18n_dup_part       (const char *part);
char *pz_i18n_take_line      (char *line);

G_END_DECLS

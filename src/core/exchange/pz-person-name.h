/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  pz_person_name_split (const char  *text,
                            char       **given_name,
                            char       **family_name);
char *pz_person_name_clean (const char  *text);

G_END_DECLS

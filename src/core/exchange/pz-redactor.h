/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes the names of other people out of free text. */
typedef struct _PzRedactor PzRedactor;

PzRedactor *pz_redactor_new       (void);
void        pz_redactor_free      (PzRedactor *self);
void        pz_redactor_add_name  (PzRedactor *self,
                                   const char *name);
void        pz_redactor_keep_name (PzRedactor *self,
                                   const char *name);
char       *pz_redactor_apply     (PzRedactor *self,
                                   const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzRedactor, pz_redactor_free)

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the program keeps of the memory that it no longer uses. Does nothing where the C library has no such settings. */
void pz_memory_init      (void);
void pz_memory_give_back (void);

G_END_DECLS

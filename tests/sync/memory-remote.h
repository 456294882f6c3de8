/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-remote.h"

G_BEGIN_DECLS

/* The folder of a class on a server that does all it is asked, in memory. */
#define MEMORY_TYPE_REMOTE (memory_remote_get_type ())
G_DECLARE_FINAL_TYPE (MemoryRemote, memory_remote, MEMORY, REMOTE, GObject)

MemoryRemote *memory_remote_new         (void);
/* requests since it was made */
guint         memory_remote_count       (MemoryRemote *self);

G_END_DECLS

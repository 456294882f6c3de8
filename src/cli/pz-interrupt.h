/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Ctrl+C and a polite kill as a cancellable, so that work under way can be tidied up. */
typedef struct _PzInterrupt PzInterrupt;

PzInterrupt  *pz_interrupt_new             (void);
void          pz_interrupt_free            (PzInterrupt *self);
GCancellable *pz_interrupt_get_cancellable (PzInterrupt *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzInterrupt, pz_interrupt_free)

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

/* Which writes a copy has seen: those in it, and those that were replaced before it was read. */
typedef struct _PzContext PzContext;

PzContext *pz_context_new           (void);
void       pz_context_free          (PzContext       *self);
void       pz_context_add           (PzContext       *self,
                                     const PzStamp   *tag);
void       pz_context_set_vector    (PzContext       *self,
                                     guint64          device,
                                     guint64          number);
void       pz_context_add_document  (PzContext       *self,
                                     PzDocument      *document);
void       pz_context_add_context   (PzContext       *self,
                                     const PzContext *other);
gboolean   pz_context_covers        (const PzContext *self,
                                     const PzStamp   *tag);

/* Merges other into self. Values both have stay; a value one has stays unless the other has seen it and lost it.
 * Commutative, associative and idempotent. Returns whether anything in self is different now; then "reloaded" was emitted. */
gboolean   pz_document_join         (PzDocument      *self,
                                     const PzContext *seen_by_self,
                                     PzDocument      *other,
                                     const PzContext *seen_by_other);
/* self was read from base and edited since; current is what the file says now, read by another program from base or
 * later: joins current in, so that nobody's edit is lost. base NULL: the file was new. */
gboolean   pz_document_rejoin       (PzDocument      *self,
                                     PzDocument      *base,
                                     PzDocument      *current);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzContext, pz_context_free)

G_END_DECLS

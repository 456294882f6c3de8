/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-replica.h"
#include "pz-segment.h"

G_BEGIN_DECLS

/* What this device has numbered and no listing has shown yet. */

PzObjectName pz_outbox_part_name (guint64  device,
                              const PzOutboxPart *part);
GPtrArray *pz_outbox_read    (PzTurn        *turn,
                              PzHash        *prev,
                              gboolean      *is_closed_now,
                              GError       **error);
gboolean   pz_outbox_write   (PzTurn        *turn,
                              GPtrArray     *edits,
                              const PzHash  *prev);
void       pz_outbox_forget  (PzTurn        *turn);
GBytes    *pz_outbox_load    (PzReplica     *replica,
                              const PzOutboxPart *part,
                              GError       **error);

/* pz-replica-number.c */
gboolean   pz_replica_number (PzReplica     *self,
                              guint         *n_edits,
                              GError       **error);
gboolean   pz_replica_confirm (PzReplica    *self,
                              guint64        number,
                              GError       **error);
guint      pz_replica_count_pending (PzReplica *self,
                              GError       **error);

/* pz-replica-device.c */
gboolean   pz_replica_take_new_device (PzReplica *self,
                                       guint64    used,
                              GError       **error);

/* pz-replica-devices.c */
gboolean   pz_replica_tell_name (PzReplica  *self,
                              GError       **error);

/* pz-replica-snapshot.c */
PzKnowledge *pz_replica_snapshot (PzReplica *self,
                              GError       **error);

G_END_DECLS

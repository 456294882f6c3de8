/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The tests build this library a second time, with PZ_SYNC_FAULTS defined, and break one rule of the protocol at a
 * time, to see that the simulator notices. What is installed has none of it. */
typedef enum
{
  PZ_FAULT_NONE,
  PZ_FAULT_LAST_WRITER,   /* the latest clock wins, the other values are dropped */
  PZ_FAULT_GAPS,          /* segments are taken in over gaps */
  PZ_FAULT_TRUST_PUT,     /* what a server says it stored counts as stored; length and hash are not looked at */
  PZ_FAULT_SEPARATE,      /* one segment for each edit, not one for all */
  PZ_FAULT_NO_FORK_CHECK, /* the device keeps its id, whatever the server and the place say */
  PZ_FAULT_REMOTE_ONLY,   /* the place is not looked at */
  PZ_FAULT_SAME_NAME,     /* tries again under the name it had */
  PZ_FAULT_NO_TIE,        /* equal snapshots may delete each other */
  PZ_FAULT_BEHIND_GAP,    /* what lies behind a gap that a restored server left counts as sent */
} PzSyncFault;

#ifdef PZ_SYNC_FAULTS
extern PzSyncFault pz_sync_fault;
#define PZ_FAULT(fault) (pz_sync_fault == PZ_FAULT_##fault)
#else
#define PZ_FAULT(fault) (FALSE)
#endif

G_END_DECLS

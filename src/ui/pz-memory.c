/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* so much at a time is asked of the system: each request stops all threads that touch new memory */
#define STEP (1 << 20)

/**
 * pz_memory_init:
 *
 * To be called first thing in main(). All threads share one pool: otherwise each thread that reads files keeps a pool
 * of its own, whose holes no other thread fills, as long as the program runs.
 */
void
pz_memory_init (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, 1);
  mallopt (M_TOP_PAD, STEP);
#endif
}

/**
 * pz_memory_give_back:
 *
 * Gives the system back what lies unused between what is used. Takes some ms: from a worker thread, after much was let
 * go.
 */
void
pz_memory_give_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

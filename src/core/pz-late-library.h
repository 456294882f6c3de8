/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gmodule.h>

G_BEGIN_DECLS

/* A library that is opened when it is first needed: most starts need neither the network nor calendars, and such a
 * library costs every start its relocations and pages (libsoup with what it brings 1.3 MB, libical 1.4 MB). */

/* Any function of a library; it is called through a pointer of its own type. */
typedef void (*PzLateFunction) (void);

typedef struct
{
  const char *name;           /* file of the library as the loader knows it: "libical.so.3" */
  const char *const *symbols; /* names of functions */
  gsize n_symbols;
  PzLateFunction *functions;  /* where they are, once it is open */
  int is_open;
  GMutex lock;
} PzLateLibrary;

gboolean pz_late_library_open (PzLateLibrary  *self,
                               GError        **error);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

#define CONFLICT_DEVICE G_GUINT64_CONSTANT (0x77c0de1b9a3e4f02)

/* As a synchronisation leaves it: in the file of a document, a field of a record holds a value of another device, too.
 * name: of the file, "learners/ID.json"; record: NULL for the owner; text: "" when the field was emptied there;
 * ms: when that was */
void conflict_fixture_write (const char *path,
                             const char *name,
                             const char *record,
                             const char *field,
                             const char *text,
                             guint64     device,
                             gint64      ms);

G_END_DECLS

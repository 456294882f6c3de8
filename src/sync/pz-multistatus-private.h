/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is known of a file, or of the folder itself. */
typedef struct
{
  gint64 size; /* in bytes; -1 unknown */
  gboolean collection;
} PzDavProperties;

/* One response of a multistatus. */
typedef struct
{
  GStrv path; /* (owned): decoded parts */
  PzDavProperties properties;
  guint status; /* 0 when none was given */
} PzDavEntry;

GPtrArray *pz_multistatus_read   (GBytes *xml);
gboolean   pz_dav_status_is_good (guint   status);

G_END_DECLS

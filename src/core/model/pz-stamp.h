/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A hybrid logical clock: 48 bits of ms since 1970 UTC, 16 bits of counter. Comparing the number compares the time. */
typedef guint64 PzHlc;

#define PZ_HLC(ms, counter) ((((guint64) (ms)) << 16) | (guint64) (counter))
#define PZ_HLC_MS(hlc) ((hlc) >> 16)
#define PZ_HLC_COUNTER(hlc) ((guint) ((hlc) & 0xffff))

/**
 * PzStamp:
 * @device: the device that wrote
 * @number: its number for the write; 0 while pending
 * @clock: when
 *
 * Who wrote a value and when. The tag of a write is (device, number), of a pending one (device, 0, clock).
 */
typedef struct
{
  guint64 device;
  guint64 number;
  PzHlc clock;
} PzStamp;

gboolean pz_stamp_is_pending  (const PzStamp *self);
gboolean pz_stamp_tag_equal   (const PzStamp *a,
                               const PzStamp *b);
guint    pz_stamp_tag_hash    (const PzStamp *self);
int      pz_stamp_compare     (const PzStamp *a,
                               const PzStamp *b);
char    *pz_hlc_format        (PzHlc          clock);
gboolean pz_hlc_parse         (const char    *text,
                               gsize          length,
                               PzHlc         *clock);

G_END_DECLS

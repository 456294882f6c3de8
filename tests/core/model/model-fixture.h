/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../cases.h"
#include "pz-document-private.h"
#include "pz-join.h"
#include "pz-random.h"

#include <string.h>

/* How many random histories a law is tried on. */
#define FIXTURE_CASES n_cases (10000)
/* Monday, 23 November 2026, 10:00 UTC, where the clocks of the tests stand. */
#define FIXTURE_NOW G_GINT64_CONSTANT (1795428000000)
#define FIXTURE_ID "d4m7kq2x9v5t0rhb"
#define FIXTURE_DEVICE G_GUINT64_CONSTANT (0x9f1c22d07ab4e356)
#define FIXTURE_OTHER_DEVICE G_GUINT64_CONSTANT (0x5d80b71e4c9a2f03)

PzClock    *fixture_clock       (guint64         device,
                                 guint64         seed);
/* lets the time of the clock go on */
void        fixture_wait        (PzClock        *clock,
                                 gint64          ms);
/* a new learner's document, saved once */
PzDocument *fixture_learner     (PzClock        *clock);
PzDocument *fixture_parse       (PzDocumentKind  kind,
                                 const char     *text,
                                 PzClock        *clock);
/* a learner of FIXTURE_ID; members: what stands behind the revision, stamps: value of the member, or NULL */
PzDocument *fixture_parse_learner (const char   *members,
                                 const char     *stamps,
                                 PzClock        *clock);
char       *fixture_text        (PzDocument     *document);
/* the same values, stamps and pending tags, whatever the device */
PzDocument *fixture_copy        (PzDocument     *document);
/* everything the algebra counts on, the same text for equal states; devices in any order */
char       *fixture_canonical   (PzDocument     *document);
/* what a synchronisation does before it sends: every pending write gets its number */
void        fixture_number      (PzDocument     *document,
                                 guint64        *last);
/* any value that is allowed in the field */
void        fixture_fill        (PzRecord       *record,
                                 guint           field,
                                 PzRandom       *random);
/* a document of the kind with a few records of every type, every field filled with a chance of one in n */
PzDocument *fixture_random      (PzDocumentKind  kind,
                                 PzClock        *clock,
                                 PzRandom       *random,
                                 guint           n);
void        fixture_count_cb    (GObject        *object,
                                 GParamSpec     *pspec,
                                 guint          *count);

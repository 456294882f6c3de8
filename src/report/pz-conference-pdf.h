/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-conference.h"

G_BEGIN_DECLS

/* All in points. */
typedef struct
{
  double width;
  double height;
  double margin; /* on all sides */
} PzPaper;

#define PZ_PAPER_A4 ((PzPaper) { 595.276, 841.890, 36 })
#define PZ_PAPER_LETTER ((PzPaper) { 612, 792, 36 })

GBytes  *pz_conference_dup_pdf  (const PzConference  *conference,
                                 const PzPaper       *paper,
                                 gboolean             right_to_left);
gboolean pz_conference_save_pdf (const PzConference  *conference,
                                 const PzPaper       *paper,
                                 gboolean             right_to_left,
                                 const char          *path,
                                 gboolean             replace,
                                 GError             **error);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-quick-reading.h"

G_BEGIN_DECLS

/**
 * PzQuickWritten:
 * @what: what was written
 * @learner: id of the learner
 * @record: (nullable): id of the record that was made; %NULL for an absence, which is a day and not a record
 * @day: the day of it
 *
 * Enough to take one entry back, whatever was written after it.
 */
typedef struct
{
  PzQuickWhat what;
  char *learner;
  char *record;
  GDate day;
} PzQuickWritten;

void            pz_quick_written_free      (PzQuickWritten       *self);
/* in memory: who calls saves the class, with the label, as one step */
PzQuickWritten *pz_quick_write             (PzClassroom          *classroom,
                                            const PzQuickReading *reading,
                                            GError              **error);
gboolean        pz_quick_written_take_back (const PzQuickWritten *self,
                                            PzClassroom          *classroom,
                                            GError              **error);
const char     *pz_quick_what_get_label    (PzQuickWhat           what,
                                            gboolean              back);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzQuickWritten, pz_quick_written_free)

G_END_DECLS

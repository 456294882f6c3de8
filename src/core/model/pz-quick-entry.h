/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-quick-reading.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* How many readings are offered at once: one that is chosen and eight with a key of their own. */
#define PZ_QUICK_MAX_READINGS 9
/* Of how many learners, best first, the goals are looked at. */
#define PZ_QUICK_MAX_LEARNERS 24

/* Turns what a teacher types into what may be meant, best first. Knows learners and goals, no files and no clock. */
#define PZ_TYPE_QUICK_ENTRY (pz_quick_entry_get_type ())
G_DECLARE_FINAL_TYPE (PzQuickEntry, pz_quick_entry, PZ, QUICK_ENTRY, GObject)

PzQuickEntry   *pz_quick_entry_new              (void);
void            pz_quick_entry_set_shown_class  (PzQuickEntry         *self,
                                                 const char           *class_id);
void            pz_quick_entry_add              (PzQuickEntry         *self,
                                                 PzQuickLearner       *learner);
void            pz_quick_entry_remove_class     (PzQuickEntry         *self,
                                                 const char           *class_id);
PzQuickLearner *pz_quick_entry_find             (PzQuickEntry         *self,
                                                 const char           *class_id,
                                                 const char           *id);
guint           pz_quick_entry_get_n            (PzQuickEntry         *self);
gboolean        pz_quick_entry_has_double       (PzQuickEntry         *self,
                                                 const PzQuickLearner *learner);
void            pz_quick_entry_note_written     (PzQuickEntry         *self,
                                                 const PzQuickReading *reading);
GPtrArray      *pz_quick_entry_list_learners    (PzQuickEntry         *self,
                                                 const char           *typed);
GPtrArray      *pz_quick_entry_read             (PzQuickEntry         *self,
                                                 const char           *typed);
char           *pz_quick_entry_explain          (PzQuickEntry         *self,
                                                 const char           *typed);

G_END_DECLS

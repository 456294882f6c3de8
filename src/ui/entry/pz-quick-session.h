/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-quick-entry.h"
#include "pz-quick-line.h"

G_BEGIN_DECLS

/**
 * PzQuickAnswer:
 * @PZ_QUICK_ANSWER_NOTHING: there was nothing to do
 * @PZ_QUICK_ANSWER_WAIT: not everything was read yet; it is done as soon as it is
 * @PZ_QUICK_ANSWER_WRITTEN: taken; the text is empty again
 * @PZ_QUICK_ANSWER_COMPLETED: the text was completed, because something is missing
 * @PZ_QUICK_ANSWER_REFUSED: not taken; pz_quick_session_dup_message() says why, the text is as it was
 */
typedef enum
{
  PZ_QUICK_ANSWER_NOTHING,
  PZ_QUICK_ANSWER_WAIT,
  PZ_QUICK_ANSWER_WRITTEN,
  PZ_QUICK_ANSWER_COMPLETED,
  PZ_QUICK_ANSWER_REFUSED
} PzQuickAnswer;

/* Quick entry without widgets: what is typed, what it may mean, what was written, in all classes of the teacher.
 * Signals: "changed" when readings, choice or message changed; "text-changed" when the session changed the text itself;
 * "said" (text) with words for a screen reader. */
#define PZ_TYPE_QUICK_SESSION (pz_quick_session_get_type ())
G_DECLARE_FINAL_TYPE (PzQuickSession, pz_quick_session, PZ, QUICK_SESSION, GObject)

PzQuickSession *pz_quick_session_new            (PzClassroom          *classroom);
const char     *pz_quick_session_get_text       (PzQuickSession       *self);
void            pz_quick_session_set_text       (PzQuickSession       *self,
                                                 const char           *text);
GPtrArray      *pz_quick_session_get_readings   (PzQuickSession       *self);
guint           pz_quick_session_get_chosen     (PzQuickSession       *self);
void            pz_quick_session_choose         (PzQuickSession       *self,
                                                 guint                 position);
char           *pz_quick_session_dup_message    (PzQuickSession       *self);
gboolean        pz_quick_session_is_reading     (PzQuickSession       *self);
gboolean        pz_quick_session_complete       (PzQuickSession       *self);
PzQuickAnswer   pz_quick_session_enter          (PzQuickSession       *self);
GListModel     *pz_quick_session_get_lines      (PzQuickSession       *self);
void            pz_quick_session_undo           (PzQuickSession       *self,
                                                 PzQuickLine          *line);
gboolean        pz_quick_session_undo_last      (PzQuickSession       *self);
void            pz_quick_session_try_again      (PzQuickSession       *self,
                                                 PzQuickLine          *line);
gboolean        pz_quick_session_close          (PzQuickSession       *self,
                                                 GError              **error);
void            pz_quick_session_abandon        (PzQuickSession       *self);
gboolean        pz_quick_session_is_elsewhere   (PzQuickSession       *self,
                                                 const PzQuickLearner *learner);
char           *pz_quick_session_dup_shown_name (PzQuickSession       *self,
                                                 const PzQuickLearner *learner);
char           *pz_quick_session_dup_shown_line (PzQuickSession       *self,
                                                 const PzQuickReading *reading,
                                                 gboolean              brief);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../../core/store/flush-faults.h"
#include "pz-quick-session.h"
#include "../ui-fixture.h"

G_BEGIN_DECLS

/* The class of UiFixture with a goal "Reads aloud" (0 to 250 words a minute) for each learner. */
void         quick_ui_set_up      (UiFixture      *fixture,
                                   gconstpointer   names);
/* a second class on the disk, closed; its path */
char        *quick_ui_add_class   (UiFixture      *fixture,
                                   const char     *name,
                                   const char     *given_name,
                                   const char     *family_name);
/* types into a session and waits until all is read */
void         quick_ui_type        (PzQuickSession *session,
                                   const char     *text);
void         quick_ui_settle      (PzQuickSession *session);
/* the n-th line, newest first, once it has left the states of waiting */
PzQuickLine *quick_ui_wait_line   (PzQuickSession *session,
                                   guint           n);
/* how many records of a type that are not in the trash stand in the files of a class, over all learners */
guint        quick_ui_count       (UiFixture      *fixture,
                                   const char     *path,
                                   PzRecordType    type);
char        *quick_ui_get_first   (PzQuickSession *session);

G_END_DECLS

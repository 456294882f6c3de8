/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-opening.h"
#include "pz-quick-session.h"

G_BEGIN_DECLS

/**
 * PzQuickClass:
 * @session: whose class it is; not owned
 * @id: of the class
 * @opening: (nullable): under way
 * @classroom: (nullable): once it is open
 * @waiting: (element-type PzQuickLine): what is written when it is open
 *
 * A class something is written to.
 */
typedef struct
{
  PzQuickSession *session;
  char *id;
  PzOpening *opening;
  PzClassroom *classroom;
  GPtrArray *waiting;
} PzQuickClass;

struct _PzQuickSession
{
  GObject parent_instance;

  PzEnvironment *environment;
  PzClassroom *shown;      /* the class of the window */
  PzQuickEntry *entry;
  GCancellable *cancellable;
  guint n_rosters;         /* that are still being read */
  GHashTable *asked;       /* "class/id" of learners whose goals are being read */
  char *text;
  char *waiting_text;      /* Enter was pressed on this text before all was read; NULL: no */
  GPtrArray *readings;     /* PzQuickReading */
  PzQuickReading *kept;    /* the choice of the teacher, to find again when the text goes on; NULL: the first */
  guint chosen;
  char *message;           /* what went wrong last; NULL: nothing */
  GListStore *lines;       /* PzQuickLine, newest first */
  GHashTable *classes;     /* id -> PzQuickClass */
};

/* pz-quick-session-write.c */
void           pz_quick_class_free              (PzQuickClass   *self);
PzQuickAnswer  pz_quick_session_write           (PzQuickSession *self,
                                                 PzQuickReading *reading);

/* pz-quick-session.c */
void           pz_quick_session_changed         (PzQuickSession *self);
void           pz_quick_session_take_text       (PzQuickSession *self,
                                                 const char     *text);
void           pz_quick_session_set_message     (PzQuickSession *self,
                                                 const char     *message);
void           pz_quick_session_say             (PzQuickSession *self,
                                                 const char     *text);
void           pz_quick_session_read_text       (PzQuickSession *self);
void           pz_quick_session_finish_waiting  (PzQuickSession *self);

/* pz-quick-session-read.c */
void           pz_quick_session_read_rosters    (PzQuickSession *self);
void           pz_quick_session_ask_for_goals   (PzQuickSession *self);
void           pz_quick_session_read_again      (PzQuickSession *self,
                                                 const char     *class_id,
                                                 const char     *id);

G_END_DECLS

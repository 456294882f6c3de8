/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom-private.h"
#include "pz-store-private.h"

G_BEGIN_DECLS

/**
 * ClassroomFixture:
 *
 * A temporary folder with the class "Class 5b" in it, open.
 */
typedef struct
{
  char *folder;
  PzEnvironment *environment;
  PzClassroom *classroom;
  char *path; /* of the class */
} ClassroomFixture;

void         classroom_fixture_set_up      (ClassroomFixture *self,
                                            gconstpointer     data);
void         classroom_fixture_tear_down   (ClassroomFixture *self,
                                            gconstpointer     data);
void         classroom_fixture_reopen      (ClassroomFixture *self);
PzClassroom *classroom_fixture_open_other  (ClassroomFixture *self);
char        *classroom_fixture_file        (ClassroomFixture *self,
                                            const char       *id);
char        *classroom_fixture_read        (ClassroomFixture *self,
                                            const char       *name);
void         classroom_fixture_damage      (ClassroomFixture *self,
                                            const char       *id);
void         classroom_fixture_make_newer  (ClassroomFixture *self,
                                            const char       *name);
guint        classroom_fixture_count_aside (ClassroomFixture *self,
                                            const char       *folder);

char        *add_learner                   (PzClassroom      *classroom,
                                            const char       *given,
                                            const char       *family);
PzDocument  *load_learner                  (PzClassroom      *classroom,
                                            const char       *id);
PzRecord    *owner_of                      (PzDocument       *document);
void         rename_to                     (PzDocument       *document,
                                            const char       *given);
void         assert_given_name             (PzClassroom      *classroom,
                                            const char       *id,
                                            const char       *given);
void         assert_on_disk                (ClassroomFixture *self,
                                            const char       *id,
                                            const char       *text);
/* runs the main loop until *flag is set; fails after ten seconds */
void         run_until                     (const gboolean   *flag);
void         run_until_state               (PzClassroom      *classroom,
                                            PzSaveState       state);
/* until no document is in memory but that of the class */
void         run_until_let_go              (PzClassroom      *classroom);

#define classroom_test_add(path, function) \
  g_test_add (path, ClassroomFixture, NULL, classroom_fixture_set_up, function, classroom_fixture_tear_down)

G_END_DECLS

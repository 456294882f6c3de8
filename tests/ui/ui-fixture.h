/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-window.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What tests of the window share: a folder that goes away, a class in it, waiting without sleeping. */
typedef struct
{
  char *folder;
  PzEnvironment *environment;
  PzClassroom *classroom;
} UiFixture;

typedef gboolean (*UiCondition) (gpointer data);

int        ui_test_run          (int           *argc,
                                 char        ***argv,
                                 void         (*add_tests) (void));
void       ui_fixture_set_up    (UiFixture     *fixture,
                                 gconstpointer  names);
void       ui_fixture_tear_down (UiFixture     *fixture,
                                 gconstpointer  names);
char      *ui_add_learner       (PzClassroom   *classroom,
                                 const char    *given_name,
                                 const char    *family_name);
void       ui_save              (PzClassroom   *classroom);
gboolean   ui_wait              (UiCondition    condition,
                                 gpointer       data);
void       ui_settle            (void);
void       ui_assert_finalized_soon (gpointer   object);
PzWindow  *ui_open_window       (UiFixture     *fixture);
void       ui_close_window      (PzWindow      *window);
GtkWidget *ui_present           (GtkWidget     *child,
                                 int            width,
                                 int            height);
GtkWidget *ui_find              (GtkWidget     *root,
                                 GType          type,
                                 guint          n);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-forming.h"
#include "pz-group-job-private.h"

G_BEGIN_DECLS

struct _PzGroupForming
{
  GObject parent_instance;

  PzClassroom *classroom;
  PzDocument *activity;
  GCancellable *forming; /* NULL: no groups are formed just now */
  GCancellable *judging; /* NULL: none are judged just now */
  gboolean unsaved;      /* the first groups of a search are in the document, but not saved */
  PzGroupJob *judged;    /* NULL: nothing is known of the groups of now */
  guint serial;          /* of what was judged */
  PzGroupJob *proposal;  /* other groups, which are not in the document; NULL: none */
  char *problem;         /* why no groups were formed; NULL: nothing is wrong */
  char *rounds;          /* what is to be said of several rounds; NULL: nothing */
};

G_END_DECLS

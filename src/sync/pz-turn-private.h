/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-replica.h"

G_BEGIN_DECLS

/**
 * PzTurnDocument:
 * @document: (nullable): %NULL: there is none
 * @kind: of it
 * @file: its path below the folder of the class
 * @seen: the version that was read
 * @changed: whether it has to be written, or deleted when it is %NULL
 *
 * A document in a turn.
 */
typedef struct
{
  PzDocument *document;
  PzDocumentKind kind;
  char *file;
  PzVersion seen;
  gboolean changed;
} PzTurnDocument;

/* (transfer none) (nullable): NULL with an error, or without one when documents of the kind are not known here */
PzTurnDocument *pz_turn_find_document   (PzTurn          *self,
                                         const char      *path,
                                         GError         **error);
/* puts into the commit what erased learners left behind */
gboolean        pz_turn_clean_up        (PzTurn          *self,
                                         GError         **error);
/* whether the document has a place for the value */
gboolean        pz_turn_put_in_document (PzTurn          *self,
                                         PzTurnDocument  *opened,
                                         const char      *path,
                                         const char      *field,
                                         const PzStamp   *stamp,
                                         const char      *value);

G_END_DECLS

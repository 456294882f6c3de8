/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom-uses.h"
#include "pz-schema.h"

G_BEGIN_DECLS

/* What is said about records of a type, whole sentences, translated. */
typedef enum
{
  PZ_WORD_TITLE,       /* heading of the page */
  PZ_WORD_PURPOSE,     /* what they are for */
  PZ_WORD_NONE,        /* there is none yet */
  PZ_WORD_ADD,         /* button */
  PZ_WORD_NEW,         /* title of the dialog for a new one */
  PZ_WORD_ONE,         /* title of the dialog for one that is there */
  PZ_WORD_DELETE,      /* button */
  PZ_WORD_DELETED,     /* message */
  PZ_WORD_UNDO_NEW,    /* step that can be undone */
  PZ_WORD_UNDO_CHANGE,
  PZ_WORD_UNDO_DELETE,
  PZ_N_WORDS
} PzRecordWord;

const char *pz_record_words_get      (PzRecordType  type,
                                      PzRecordWord  word);
char       *pz_record_words_dup_uses (PzRecordType  type,
                                      const PzUses *uses);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words that mean something in quick entry. Each language lists its own. */
typedef enum
{
  PZ_QUICK_WORD_ONE_TO_ONE, /* the first ones are kinds of check-ins, in the order of PzCheckInKind */
  PZ_QUICK_WORD_OBSERVATION,
  PZ_QUICK_WORD_FAMILY,
  PZ_QUICK_WORD_NOTE,
  PZ_QUICK_WORD_SELF,
  PZ_QUICK_WORD_ABSENT,
  PZ_QUICK_WORD_TODAY,
  PZ_QUICK_WORD_MINUTES,
  PZ_QUICK_WORD_OUT_OF,
  PZ_QUICK_WORD_YES,
  PZ_QUICK_WORD_NO,
  PZ_QUICK_N_WORDS
} PzQuickWord;

/**
 * PzQuickToken:
 * @start: where it begins in the text, bytes
 * @end: where it ends
 * @folded: (array zero-terminated=1): the folded words in it: none for a dash, two for "Anne-Marie"
 * @joined: the same without blanks
 * @is_number: whether it is a number, or a share such as 13/16
 * @value: the number
 * @out_of: of a share; NaN: none
 * @has_percent: "80%"
 * @has_minutes: "5m"
 *
 * What stands between two blanks.
 */
typedef struct
{
  gsize start;
  gsize end;
  char **folded;
  char *joined;
  gboolean is_number;
  double value;
  double out_of;
  gboolean has_percent;
  gboolean has_minutes;
} PzQuickToken;

/**
 * PzQuickText:
 * @text: what was typed, valid UTF-8
 * @tokens: (array length=n_tokens): in the order of the text
 *
 * What was typed, taken apart.
 */
typedef struct
{
  char *text;
  PzQuickToken *tokens;
  guint n_tokens;
} PzQuickText;

PzQuickText *pz_quick_text_new      (const char        *typed);
void         pz_quick_text_free     (PzQuickText       *self);
char        *pz_quick_text_dup_rest (const PzQuickText *self,
                                     const gboolean    *used,
                                     guint              from);
char        *pz_quick_text_get_word (PzQuickWord        word);
guint        pz_quick_text_is_word  (const PzQuickText *self,
                                     guint              position,
                                     PzQuickWord        word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzQuickText, pz_quick_text_free)

G_END_DECLS

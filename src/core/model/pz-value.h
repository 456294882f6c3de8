/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PZ_VALUE_NONE,
  PZ_VALUE_TEXT,
  PZ_VALUE_NUMBER,
  PZ_VALUE_FLAG, /* only TRUE; FALSE is NONE */
  PZ_VALUE_RAW,  /* JSON of another kind than the field has; kept as it came */
} PzValueKind;

/**
 * PzValue:
 * @kind: what it is
 * @text: a GRefString, owned, for text and raw
 * @number: for numbers
 *
 * What a field holds. Initialise with zeros; pz_value_clear() when done.
 */
typedef struct
{
  PzValueKind kind;
  union
  {
    char *text;
    double number;
  };
} PzValue;

PzValue  pz_value_text   (const char    *text);
PzValue  pz_value_raw    (const char    *slice,
                          gsize          length);
PzValue  pz_value_number (double         number);
PzValue  pz_value_flag   (gboolean       flag);
PzValue  pz_value_copy   (const PzValue *self);
void     pz_value_clear  (PzValue       *self);
gboolean pz_value_equal  (const PzValue *a,
                          const PzValue *b);
int      pz_value_compare (const PzValue *a,
                           const PzValue *b);
guint    pz_value_hash   (const PzValue *self);
char    *pz_value_to_text (const PzValue *self);
void     pz_value_append (const PzValue *self,
                          GString       *json);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PzValue, pz_value_clear)

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-value.h"

#include "pz-json-writer.h"

#include <math.h>
#include <string.h>

/**
 * pz_value_text:
 * @text: (nullable): a text; %NULL and the empty text are the same: nothing
 *
 * Returns: the value
 */
PzValue
pz_value_text (const char *text)
{
  PzValue value = { PZ_VALUE_NONE, { NULL } };

  if (text != NULL && *text != '\0')
    {
      value.kind = PZ_VALUE_TEXT;
      value.text = g_ref_string_new (text);
    }
  return value;
}

/**
 * pz_value_raw:
 * @slice: (array length=length): one JSON value
 * @length: its bytes
 *
 * Returns: the value
 */
PzValue
pz_value_raw (const char *slice,
              gsize       length)
{
  PzValue value = { PZ_VALUE_RAW, { NULL } };

  value.text = g_ref_string_new_len (slice, (gssize) length);
  return value;
}

/**
 * pz_value_number:
 * @number: a number; NaN is nothing
 *
 * Returns: the value
 */
PzValue
pz_value_number (double number)
{
  PzValue value = { PZ_VALUE_NONE, { NULL } };

  if (!isnan (number))
    {
      value.kind = PZ_VALUE_NUMBER;
      value.number = number == 0 ? 0 : number; /* no -0: it would be written as 0 and read back unequal */
    }
  return value;
}

/**
 * pz_value_flag:
 * @flag: %FALSE is nothing
 *
 * Returns: the value
 */
PzValue
pz_value_flag (gboolean flag)
{
  PzValue value = { flag ? PZ_VALUE_FLAG : PZ_VALUE_NONE, { NULL } };

  return value;
}

/**
 * pz_value_copy:
 *
 * Returns: the same value, to be cleared on its own
 */
PzValue
pz_value_copy (const PzValue *self)
{
  PzValue copy = *self;

  if (copy.kind == PZ_VALUE_TEXT || copy.kind == PZ_VALUE_RAW)
    g_ref_string_acquire (copy.text);
  return copy;
}

/**
 * pz_value_clear:
 *
 * Frees what the value holds and leaves nothing in it.
 */
void
pz_value_clear (PzValue *self)
{
  if (self->kind == PZ_VALUE_TEXT || self->kind == PZ_VALUE_RAW)
    g_ref_string_release (self->text);
  self->kind = PZ_VALUE_NONE;
  self->text = NULL;
}

/**
 * pz_value_compare:
 *
 * A total order over all values, for what must not depend on who comes first.
 *
 * Returns: less than, equal to or greater than 0
 */
int
pz_value_compare (const PzValue *a,
                  const PzValue *b)
{
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  switch (a->kind)
    {
    case PZ_VALUE_TEXT:
    case PZ_VALUE_RAW:
      return strcmp (a->text, b->text);
    case PZ_VALUE_NUMBER:
      return a->number < b->number ? -1 : a->number > b->number;
    case PZ_VALUE_NONE:
    case PZ_VALUE_FLAG:
    default:
      return 0;
    }
}

/**
 * pz_value_equal:
 *
 * Returns: whether both say the same
 */
gboolean
pz_value_equal (const PzValue *a,
                const PzValue *b)
{
  return pz_value_compare (a, b) == 0;
}

/**
 * pz_value_hash:
 *
 * Returns: a hash that agrees with pz_value_equal()
 */
guint
pz_value_hash (const PzValue *self)
{
  switch (self->kind)
    {
    case PZ_VALUE_TEXT:
    case PZ_VALUE_RAW:
      return g_str_hash (self->text);
    case PZ_VALUE_NUMBER:
      return g_double_hash (&self->number);
    case PZ_VALUE_NONE:
    case PZ_VALUE_FLAG:
    default:
      return (guint) self->kind;
    }
}

/**
 * pz_value_append:
 * @json: where to
 *
 * Writes the value as JSON; nothing becomes null, which only history lines hold.
 */
void
pz_value_append (const PzValue *self,
                 GString       *json)
{
  switch (self->kind)
    {
    case PZ_VALUE_TEXT:
      pz_json_append_string (json, self->text, -1);
      break;
    case PZ_VALUE_RAW:
      g_string_append (json, self->text);
      break;
    case PZ_VALUE_NUMBER:
      pz_json_append_number (json, self->number);
      break;
    case PZ_VALUE_FLAG:
      g_string_append (json, "true");
      break;
    case PZ_VALUE_NONE:
    default:
      g_string_append (json, "null");
      break;
    }
}

/**
 * pz_value_to_text:
 *
 * Returns: (transfer full) (nullable): the value as text, the same in every locale: a text as it is, all else as JSON
 *   writes it; %NULL when it is nothing
 */
char *
pz_value_to_text (const PzValue *self)
{
  GString *text;

  if (self->kind == PZ_VALUE_NONE)
    return NULL;
  if (self->kind == PZ_VALUE_TEXT)
    return g_strdup (self->text);
  text = g_string_new (NULL);
  pz_value_append (self, text);
  return g_string_free (text, FALSE);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-object-name.h"

#include <string.h>

/* No part of a name is longer. */
#define MAX_DIGITS 19

/* What a name is made of, behind its first word. */
typedef enum
{
  END,
  DEVICE,
  FROM,
  TO,
  HEAD,
  LENGTH,
  HASH,
  RANDOM,
} Part;

typedef struct
{
  const char *word;
  Part parts[8];
} Form;

static const Form FORMS[] = {
  [PZ_OBJECT_MARKER] = { "personalize-classroom", { FROM } },
  [PZ_OBJECT_SEGMENT] = { "seg", { DEVICE, FROM, TO, HEAD, LENGTH, HASH, RANDOM } },
  [PZ_OBJECT_SNAPSHOT] = { "snap", { DEVICE, TO, LENGTH, HASH, RANDOM } },
  [PZ_OBJECT_KEY] = { "key", { FROM, DEVICE, LENGTH, HASH, RANDOM } },
  [PZ_OBJECT_BLOB] = { "blob", { HASH } },
};

static gboolean
parse_decimal (const char *text,
               gsize       length,
               guint64    *number)
{
  if (length == 0 || length > MAX_DIGITS || (text[0] == '0' && length > 1))
    return FALSE;
  *number = 0;
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] < '0' || text[i] > '9')
        return FALSE;
      *number = *number * 10 + (guint64) (text[i] - '0');
    }
  return *number <= G_MAXINT64;
}

static gboolean
parse_part (PzObjectName *self,
            Part          part,
            const char   *text,
            gsize         length)
{
  guint64 random = 0;
  gboolean good;

  switch (part)
    {
    case DEVICE:
      return length == 16 && pz_hex_parse (text, 16, &self->device) && self->device != 0;
    case FROM:
      return parse_decimal (text, length, &self->from);
    case TO:
      return parse_decimal (text, length, &self->to);
    case HEAD:
      return length == 16 && pz_hex_parse (text, 16, &self->head);
    case LENGTH:
      return parse_decimal (text, length, &self->length);
    case HASH:
      return pz_hash_parse (text, length, &self->hash);
    case RANDOM:
      good = length == 8 && pz_hex_parse (text, 8, &random);
      self->random = (guint32) random;
      return good;
    case END:
    default:
      return FALSE;
    }
}

static gboolean
parse_form (const Form   *form,
            const char   *text,
            PzObjectName *name)
{
  gsize length = strlen (form->word);

  if (strncmp (text, form->word, length) != 0)
    return FALSE;
  text += length;
  for (guint i = 0; i < G_N_ELEMENTS (form->parts) && form->parts[i] != END; i++)
    {
      if (*text++ != '-')
        return FALSE;
      length = strcspn (text, "-");
      if (!parse_part (name, form->parts[i], text, length))
        return FALSE;
      text += length;
    }
  return *text == '\0';
}

/**
 * pz_object_name_parse:
 * @text: the name of a file on a server
 * @name: (out caller-allocates): what it says
 *
 * Returns: %FALSE for every name that is not exactly as ours are: such a file is left alone
 */
gboolean
pz_object_name_parse (const char   *text,
                      PzObjectName *name)
{
  g_return_val_if_fail (text != NULL && name != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (FORMS); i++)
    {
      memset (name, 0, sizeof *name);
      name->kind = (PzObjectKind) i;
      if (parse_form (&FORMS[i], text, name))
        return name->kind != PZ_OBJECT_SEGMENT || (name->from > 0 && name->to >= name->from);
    }
  return FALSE;
}

static void
append_part (const PzObjectName *self,
             Part                part,
             GString            *out)
{
  switch (part)
    {
    case DEVICE:
      g_string_append_printf (out, "-%016" G_GINT64_MODIFIER "x", self->device);
      break;
    case FROM:
      g_string_append_printf (out, "-%" G_GUINT64_FORMAT, self->from);
      break;
    case TO:
      g_string_append_printf (out, "-%" G_GUINT64_FORMAT, self->to);
      break;
    case HEAD:
      g_string_append_printf (out, "-%016" G_GINT64_MODIFIER "x", self->head);
      break;
    case LENGTH:
      g_string_append_printf (out, "-%" G_GUINT64_FORMAT, self->length);
      break;
    case HASH:
      g_string_append_c (out, '-');
      pz_hash_append (&self->hash, out);
      break;
    case RANDOM:
      g_string_append_printf (out, "-%08x", self->random);
      break;
    case END:
    default:
      break;
    }
}

/**
 * pz_object_name_format:
 *
 * Returns: (transfer full): the name of the file
 */
char *
pz_object_name_format (const PzObjectName *self)
{
  const Form *form = &FORMS[self->kind];
  GString *out = g_string_new (form->word);

  for (guint i = 0; i < G_N_ELEMENTS (form->parts); i++)
    append_part (self, form->parts[i], out);
  return g_string_free (out, FALSE);
}

/**
 * pz_object_name_fits:
 * @bytes: what a server gave
 *
 * Returns: whether they are what the name says, whole and unchanged
 */
gboolean
pz_object_name_fits (const PzObjectName *self,
                     GBytes             *bytes)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  PzHash hash;

  if (length != self->length)
    return FALSE;
  hash = pz_hash_of (data, length);
  return pz_hash_equal (&hash, &self->hash);
}

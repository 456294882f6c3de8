/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-peek.h"

#include "pz-environment.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* the one version of documents there is */
#define DOCUMENT_VERSION 1
/* the greatest whole number of which every smaller one is a double too */
#define MAX_WHOLE 9007199254740991.0

/**
 * pz_peek_finish:
 * @reader: a reader
 * @token: the last token, which begins a value
 *
 * Reads the rest of the value.
 */
void
pz_peek_finish (PzJsonReader *reader,
                PzJsonToken   token)
{
  guint depth = pz_json_reader_get_depth (reader);

  if (token != PZ_JSON_OBJECT && token != PZ_JSON_ARRAY)
    return;
  do
    token = pz_json_reader_next (reader);
  while (token != PZ_JSON_ERROR && pz_json_reader_get_depth (reader) >= depth);
}

/**
 * pz_peek_text:
 * @reader: a reader before a value
 *
 * Reads a value of any kind. What the schema says to a wrong kind is for those who read the whole document.
 *
 * Returns: (nullable): a text that is not empty, until the next token; %NULL for everything else
 */
const char *
pz_peek_text (PzJsonReader *reader)
{
  PzJsonToken token = pz_json_reader_next (reader);
  const char *text;

  if (token != PZ_JSON_STRING)
    {
      pz_peek_finish (reader, token);
      return NULL;
    }
  text = pz_json_reader_get_text (reader, NULL);
  return *text != '\0' ? text : NULL;
}

/**
 * pz_peek_flag:
 * @reader: a reader before a value
 *
 * Reads a value of any kind.
 *
 * Returns: whether it is `true`
 */
gboolean
pz_peek_flag (PzJsonReader *reader)
{
  PzJsonToken token = pz_json_reader_next (reader);

  pz_peek_finish (reader, token);
  return token == PZ_JSON_TRUE;
}

/**
 * pz_peek_number:
 * @reader: a reader before a value
 *
 * Reads a value of any kind.
 *
 * Returns: the number; NaN for everything else
 */
double
pz_peek_number (PzJsonReader *reader)
{
  PzJsonToken token = pz_json_reader_next (reader);

  if (token == PZ_JSON_NUMBER)
    return pz_json_reader_get_number (reader);
  pz_peek_finish (reader, token);
  return NAN;
}

/**
 * pz_peek_invalid:
 * @reader: a reader
 * @name: of the part that is wrong
 *
 * Stops with %PZ_ERROR_INVALID at the last token.
 */
void
pz_peek_invalid (PzJsonReader *reader,
                 const char   *name)
{
  /* Translators: %s is the name of a part of a file, as it stands there */
  pz_json_reader_fail (reader, PZ_ERROR_INVALID, _("“%s” is not what it must be"), name);
}

/**
 * pz_peek_expect:
 * @reader: a reader
 * @wanted: the token that must come
 * @name: of the part that is read, for the error
 *
 * Returns: whether it came; else the reader has stopped with an error
 */
gboolean
pz_peek_expect (PzJsonReader *reader,
                PzJsonToken   wanted,
                const char   *name)
{
  PzJsonToken token = pz_json_reader_next (reader);

  if (token != wanted && token != PZ_JSON_ERROR)
    pz_peek_invalid (reader, name);
  return token == wanted;
}

static void
read_format (PzDocumentPeek *self)
{
  if (!pz_peek_expect (self->reader, PZ_JSON_STRING, "format"))
    return;
  self->has_format = pz_json_reader_text_is (self->reader, pz_schema_get_document (self->kind)->format);
  if (!self->has_format)
    pz_json_reader_fail (self->reader, PZ_ERROR_NOT_SUPPORTED, "%s", _("this is not a file of the kind expected here"));
}

static void
read_version (PzDocumentPeek *self)
{
  double version;

  if (!pz_peek_expect (self->reader, PZ_JSON_NUMBER, "version"))
    return;
  version = pz_json_reader_get_number (self->reader);
  self->has_version = version >= DOCUMENT_VERSION && (version <= DOCUMENT_VERSION || self->may_be_newer);
  if (version > DOCUMENT_VERSION && !self->may_be_newer)
    pz_json_reader_fail (self->reader, PZ_ERROR_TOO_NEW, "%s",
                         _("this file was written by a newer version of Personalize"));
  else if (!self->has_version)
    pz_peek_invalid (self->reader, "version");
}

static void
read_id (PzDocumentPeek *self)
{
  const char *id;

  if (!pz_peek_expect (self->reader, PZ_JSON_STRING, "id"))
    return;
  id = pz_json_reader_get_text (self->reader, NULL);
  if (!pz_id_is_valid (id) || strlen (id) > PZ_PEEK_ID_MAX)
    pz_peek_invalid (self->reader, "id");
  else if (self->wanted_id != NULL && strcmp (id, self->wanted_id) != 0)
    pz_json_reader_fail (self->reader, PZ_ERROR_INVALID, "%s", _("the id in the file is not that of its name"));
  else
    g_strlcpy (self->id, id, sizeof self->id);
}

static void
read_revision (PzDocumentPeek *self)
{
  double revision;

  if (!pz_peek_expect (self->reader, PZ_JSON_NUMBER, "rev"))
    return;
  revision = pz_json_reader_get_number (self->reader);
  if (revision < 0 || revision > MAX_WHOLE || fabs (revision - floor (revision)) > 0)
    pz_peek_invalid (self->reader, "rev");
  else
    self->revision = (guint64) revision;
}

/* Reads the member when it is of the head every document has. */
static gboolean
read_head (PzDocumentPeek *self)
{
  static const struct { const char *name; void (*read) (PzDocumentPeek *); } head[] = {
    { "format", read_format }, { "version", read_version }, { "id", read_id }, { "rev", read_revision },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (head); i++)
    if (pz_json_reader_text_is (self->reader, head[i].name))
      {
        head[i].read (self);
        return TRUE;
      }
  return FALSE;
}

/**
 * pz_document_peek_run:
 * @self: with reader, kind and perhaps the wanted id; the rest 0
 * @member: called for every member of the document behind its head
 * @user_data: for @member
 *
 * Reads the whole document.
 *
 * Errors, with line and column: those of the reader; %PZ_ERROR_NOT_SUPPORTED, %PZ_ERROR_TOO_NEW, %PZ_ERROR_INVALID.
 *
 * Returns: %FALSE when @error is set; what was read until then stands in @self
 */
gboolean
pz_document_peek_run (PzDocumentPeek  *self,
                      PzPeekMember     member,
                      gpointer         user_data,
                      GError         **error)
{
  PzJsonReader *reader = self->reader;
  PzJsonToken token;

  if (pz_peek_expect (reader, PZ_JSON_OBJECT, "{}"))
    {
      while ((token = pz_json_reader_next (reader)) == PZ_JSON_MEMBER)
        if (!read_head (self))
          member (self, user_data);
      if (token == PZ_JSON_OBJECT_END)
        token = pz_json_reader_next (reader);
      if (token == PZ_JSON_END && !(self->has_format && self->has_version && self->id[0] != '\0'))
        pz_json_reader_fail (reader, PZ_ERROR_INVALID, "%s", _("format, version or id is missing"));
    }
  return !pz_json_reader_take_error (reader, error);
}

/**
 * pz_document_peek_bytes:
 * @self: with kind and perhaps the wanted id; the rest 0
 * @bytes: a file
 * @member: called for every member of the document behind its head
 * @user_data: for @member
 *
 * As pz_document_peek_run(), with a reader of its own.
 *
 * Returns: %FALSE when @error is set; what was read until then stands in @self
 */
gboolean
pz_document_peek_bytes (PzDocumentPeek  *self,
                        GBytes          *bytes,
                        PzPeekMember     member,
                        gpointer         user_data,
                        GError         **error)
{
  g_autoptr(PzJsonReader) reader = NULL;
  gboolean read;
  gsize length;
  gconstpointer data;

  g_return_val_if_fail (self != NULL && bytes != NULL && member != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  self->reader = reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);
  read = pz_document_peek_run (self, member, user_data, error);
  self->reader = NULL;
  return read;
}

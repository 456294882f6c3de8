/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-key-file-private.h"

#include "pz-json-reader.h"
#include "pz-sync-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define KDF "argon2id13"

/* The members, each of which a file has once; what is not named here is of a later version and left alone. */
typedef enum
{
  MEMBER_KIND,
  MEMBER_MINOR,
  MEMBER_MIN_READER,
  MEMBER_CLASSROOM,
  MEMBER_EPOCH,
  MEMBER_KEY,
  MEMBER_KDF,
  MEMBER_PASSES,
  MEMBER_MEMORY,
  MEMBER_SALT,
  MEMBER_NONCE,
  MEMBER_WRAPPED,
  N_MEMBERS,
} Member;

static const char *const names[N_MEMBERS] = { "kind", "minor", "min_reader", "classroom", "epoch", "key",
                                              "kdf", "passes", "memory", "salt", "nonce", "wrapped" };

static gboolean
take_hex (PzJsonReader *reader,
          guint8       *bytes,
          gsize         size)
{
  const char *text = pz_json_reader_get_text (reader, NULL);
  gsize length = 0;

  /* one way to write it: lower case, nothing between the digits */
  return strspn (text, "0123456789abcdef") == strlen (text) && strlen (text) == 2 * size
         && sodium_hex2bin (bytes, size, text, 2 * size, NULL, &length, NULL) == 0 && length == size;
}

/* A whole number between the bounds. */
static gboolean
take_number (PzJsonReader *reader,
             guint64       least,
             guint64       most,
             guint64      *number)
{
  double value = pz_json_reader_get_number (reader);

  if (!(value >= (double) least && value <= (double) most))
    return FALSE;
  *number = (guint64) value;
  return (double) *number == value;
}

static gboolean
take_text (PzKeyFile    *self,
           PzJsonReader *reader,
           Member        member)
{
  const char *text = pz_json_reader_get_text (reader, NULL);

  switch (member)
    {
    case MEMBER_KIND:
      return g_str_equal (text, "key");
    case MEMBER_CLASSROOM:
      return pz_id_is_valid (text) && g_strlcpy (self->classroom, text, sizeof self->classroom) == PZ_ID_LENGTH;
    case MEMBER_KEY:
      return strlen (text) == PZ_SYNC_KEY_ID_LENGTH && strspn (text, "0123456789abcdef") == PZ_SYNC_KEY_ID_LENGTH
             && g_strlcpy (self->key_id, text, sizeof self->key_id) > 0;
    case MEMBER_KDF:
      return g_str_equal (text, KDF);
    case MEMBER_SALT:
      return take_hex (reader, self->salt, sizeof self->salt);
    case MEMBER_NONCE:
      return take_hex (reader, self->nonce, sizeof self->nonce);
    case MEMBER_WRAPPED:
      return take_hex (reader, self->wrapped, sizeof self->wrapped);
    default:
      return FALSE;
    }
}

static gboolean
take_member (PzKeyFile    *self,
             PzJsonReader *reader,
             Member        member,
             guint64      *min_reader)
{
  PzJsonToken token = pz_json_reader_next (reader);
  guint64 number = 0;
  gboolean ok;

  if (token == PZ_JSON_STRING)
    return take_text (self, reader, member);
  if (token != PZ_JSON_NUMBER)
    return FALSE;
  switch (member)
    {
    case MEMBER_MINOR:
      return take_number (reader, 0, G_MAXUINT32, &number);
    case MEMBER_MIN_READER:
      return take_number (reader, 0, G_MAXUINT32, min_reader);
    case MEMBER_EPOCH:
      return take_number (reader, 1, PZ_KEY_FILE_MAX_EPOCH, &self->epoch);
    case MEMBER_PASSES:
      ok = take_number (reader, PZ_KEY_FILE_MIN_PASSES, PZ_KEY_FILE_MAX_PASSES, &number);
      self->passes = (guint) number;
      return ok;
    case MEMBER_MEMORY:
      ok = take_number (reader, PZ_KEY_FILE_MIN_MEMORY, PZ_KEY_FILE_MAX_MEMORY, &number);
      self->memory = (gsize) number;
      return ok;
    default:
      return FALSE;
    }
}

static int
find_member (PzJsonReader *reader)
{
  for (int i = 0; i < N_MEMBERS; i++)
    if (pz_json_reader_text_is (reader, names[i]))
      return i;
  return -1;
}

/* Whether all members were there, each as it must be. */
static gboolean
read_members (PzKeyFile    *self,
              PzJsonReader *reader,
              guint64      *min_reader)
{
  guint seen = 0;
  PzJsonToken token;

  if (pz_json_reader_next (reader) != PZ_JSON_OBJECT)
    return FALSE;
  while ((token = pz_json_reader_next (reader)) == PZ_JSON_MEMBER)
    {
      int member = find_member (reader);

      if (member < 0 ? !pz_json_reader_skip (reader, NULL, NULL) : !take_member (self, reader, (Member) member, min_reader))
        return FALSE;
      if (member >= 0)
        seen |= 1u << member;
    }
  return token == PZ_JSON_OBJECT_END && pz_json_reader_next (reader) == PZ_JSON_END && seen == (1u << N_MEMBERS) - 1;
}

/**
 * pz_key_file_parse:
 * @bytes: a key file as it came from a server, of any size
 * @error: %PZ_SYNC_ERROR_TOO_NEW: for a later version; %PZ_SYNC_ERROR_DAMAGED: anything else that is not as it must be,
 *   also when it asks for more or less work than is sane
 *
 * Nothing is computed yet.
 *
 * Returns: (transfer full) (nullable): what it says
 */
PzKeyFile *
pz_key_file_parse (GBytes  *bytes,
                   GError **error)
{
  g_autoptr(PzKeyFile) self = g_new0 (PzKeyFile, 1);
  g_autoptr(PzJsonReader) reader = NULL;
  guint64 min_reader = 0;
  gboolean ok;
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  reader = pz_json_reader_new (data, length, PZ_KEY_FILE_MAX_SIZE);
  ok = read_members (self, reader, &min_reader);
  if (min_reader > 0)
    {
      g_set_error_literal (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_NEW,
                           _("The key of this class was made by a newer version. Update Personalize."));
      return NULL;
    }
  if (ok)
    return g_steal_pointer (&self);
  g_set_error_literal (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED, _("The key file of this class is damaged."));
  return NULL;
}

static void
append_hex (GString      *out,
            const char   *name,
            const guint8 *bytes,
            gsize         size)
{
  char text[2 * PZ_KEY_FILE_WRAPPED_SIZE + 1];

  sodium_bin2hex (text, sizeof text, bytes, size);
  g_string_append_printf (out, ",\"%s\":\"%s\"", name, text);
}

/**
 * pz_key_file_write:
 * @self: a key file
 *
 * One object of JSON: `kind` "key", `minor` and `min_reader` 0, `classroom`, `epoch`, `key` (the id of the key), `kdf`
 * "argon2id13" with `passes`, `memory` (bytes) and `salt`, then `nonce` and `wrapped`: the key in a secretbox
 * (XSalsa20-Poly1305). The secretbox's key is BLAKE2b-256, keyed by the 32 bytes of Argon2id, of the text
 * `personalize-key-file|CLASSROOM|EPOCH|KEY`.
 *
 * Returns: (transfer full): the bytes for the server
 */
GBytes *
pz_key_file_write (PzKeyFile *self)
{
  GString *out;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (NULL);
  g_string_append_printf (out, "{\"kind\":\"key\",\"minor\":0,\"min_reader\":0,\"classroom\":\"%s\",\"epoch\":%" G_GUINT64_FORMAT
                               ",\"key\":\"%s\",\"kdf\":\"" KDF "\",\"passes\":%u,\"memory\":%" G_GSIZE_FORMAT,
                          self->classroom, self->epoch, self->key_id, self->passes, self->memory);
  append_hex (out, "salt", self->salt, sizeof self->salt);
  append_hex (out, "nonce", self->nonce, sizeof self->nonce);
  append_hex (out, "wrapped", self->wrapped, sizeof self->wrapped);
  g_string_append (out, "}\n");
  length = out->len;
  return g_bytes_new_take (g_string_free (out, FALSE), length);
}

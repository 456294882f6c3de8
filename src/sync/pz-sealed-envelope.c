/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sealed-envelope.h"

#include "pz-envelope.h"
#include "pz-sync-words.h"

#include <string.h>

/* Format 1: "PZO1" | 1 | id of the key, 8 bytes | what pz_sync_key_seal() makes of the zlib stream of the JSON. */
#define MAGIC "PZO1"
#define MAGIC_SIZE 4
#define FORMAT_SEALED 1
#define ID_SIZE (PZ_SYNC_KEY_ID_LENGTH / 2)
#define HEADER_SIZE (MAGIC_SIZE + 1 + ID_SIZE)

static void
append_number (GByteArray *out,
               guint64     number)
{
  guint64 big = GUINT64_TO_BE (number);

  g_byte_array_append (out, (const guint8 *) &big, sizeof big);
}

static void
append_header (GByteArray *out,
               const char *key_id)
{
  const guint8 format = FORMAT_SEALED;

  g_byte_array_append (out, (const guint8 *) MAGIC, MAGIC_SIZE);
  g_byte_array_append (out, &format, 1);
  append_number (out, g_ascii_strtoull (key_id, NULL, 16));
}

/* What the seal vouches for beside the content: that an object is the one its name says, of this class. Its bytes:
 * header | id of the class | 0 | "seg" or "snap" | 0 | device, from, to, head: 8 bytes each, the first byte first. */
static GBytes *
make_about (const char         *key_id,
            const char         *classroom,
            const PzObjectName *about)
{
  GByteArray *out = g_byte_array_new ();
  const char *kind = about->kind == PZ_OBJECT_SEGMENT ? "seg" : "snap";

  append_header (out, key_id);
  g_byte_array_append (out, (const guint8 *) classroom, (guint) strlen (classroom) + 1);
  g_byte_array_append (out, (const guint8 *) kind, (guint) strlen (kind) + 1);
  append_number (out, about->device);
  append_number (out, about->from);
  append_number (out, about->to);
  append_number (out, about->head);
  return g_byte_array_free_to_bytes (out);
}

/**
 * pz_sealed_envelope_close:
 * @json: an object as its writer made it
 * @key: the key of the class
 * @classroom: id of the class
 * @about: kind, device, numbers and head of the object
 *
 * Returns: (transfer full): the bytes to store, encrypted; other ones each time
 */
GBytes *
pz_sealed_envelope_close (GBytes             *json,
                          PzSyncKey          *key,
                          const char         *classroom,
                          const PzObjectName *about)
{
  g_autoptr(GBytes) deflated = NULL, ad = NULL, sealed = NULL;
  GByteArray *out = g_byte_array_new ();

  g_return_val_if_fail (json != NULL && key != NULL && classroom != NULL && about != NULL, NULL);

  deflated = pz_deflate (json);
  ad = make_about (pz_sync_key_get_id (key), classroom, about);
  sealed = pz_sync_key_seal (key, deflated, ad);
  append_header (out, pz_sync_key_get_id (key));
  g_byte_array_append (out, g_bytes_get_data (sealed, NULL), (guint) g_bytes_get_size (sealed));
  return g_byte_array_free_to_bytes (out);
}

/* Why it cannot be what we look for, before anything is opened. */
static gboolean
check_header (const guint8  *data,
              gsize          length,
              GError       **error)
{
  PzSyncTrouble trouble;

  if (length > PZ_ENVELOPE_MAX_STORED)
    trouble = PZ_SYNC_TROUBLE_TOO_LARGE;
  else if (length < HEADER_SIZE || memcmp (data, MAGIC, MAGIC_SIZE) != 0)
    trouble = PZ_SYNC_TROUBLE_DAMAGED;
  else if (data[MAGIC_SIZE] == FORMAT_SEALED)
    return TRUE;
  else if (data[MAGIC_SIZE] > FORMAT_SEALED)
    trouble = PZ_SYNC_TROUBLE_TOO_NEW;
  else
    trouble = PZ_SYNC_TROUBLE_NOT_SEALED;
  pz_sync_words_set_error (error, trouble);
  return FALSE;
}

/* id: of the key, as text */
static void
read_key_id (const guint8 *data,
             char         *id)
{
  guint64 number;

  memcpy (&number, data + MAGIC_SIZE + 1, sizeof number);
  g_snprintf (id, PZ_SYNC_KEY_ID_LENGTH + 1, "%016" G_GINT64_MODIFIER "x", GUINT64_FROM_BE (number));
}

/**
 * pz_sealed_envelope_has_key:
 * @bytes: an object, which may be anything
 * @key: a key of the class
 *
 * Returns: whether it says that it was sealed with that key; only opening it proves that
 */
gboolean
pz_sealed_envelope_has_key (GBytes    *bytes,
                            PzSyncKey *key)
{
  char key_id[PZ_SYNC_KEY_ID_LENGTH + 1];
  const guint8 *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL && key != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  if (!check_header (data, length, NULL))
    return FALSE;
  read_key_id (data, key_id);
  return strcmp (key_id, pz_sync_key_get_id (key)) == 0;
}

/**
 * pz_sealed_envelope_open:
 * @bytes: an object whose length and hash are what its name says
 * @keyring: the keys of the class
 * @classroom: id of the class
 * @about: what its name says
 * @error: %PZ_SYNC_ERROR_DAMAGED: changed, cut, not the object of this name, or not sealed at all: nothing that anybody
 *   could have put there is mixed with what was sealed; %PZ_SYNC_ERROR_PASSPHRASE: its key is not known here;
 *   %PZ_SYNC_ERROR_TOO_LARGE, %PZ_SYNC_ERROR_TOO_NEW
 *
 * Returns: (transfer full) (nullable): the JSON in it, not yet looked at
 */
GBytes *
pz_sealed_envelope_open (GBytes              *bytes,
                         const PzKeyring     *keyring,
                         const char          *classroom,
                         const PzObjectName  *about,
                         GError             **error)
{
  g_autoptr(GBytes) sealed = NULL, ad = NULL, deflated = NULL;
  char key_id[PZ_SYNC_KEY_ID_LENGTH + 1];
  const guint8 *data;
  PzSyncKey *key;
  gsize length;

  g_return_val_if_fail (bytes != NULL && keyring != NULL && classroom != NULL && about != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (!check_header (data, length, error))
    return NULL;
  read_key_id (data, key_id);
  key = pz_keyring_find (keyring, key_id);
  if (key == NULL)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_PASSPHRASE);
      return NULL;
    }
  sealed = g_bytes_new_from_bytes (bytes, HEADER_SIZE, length - HEADER_SIZE);
  ad = make_about (key_id, classroom, about);
  deflated = pz_sync_key_open (key, sealed, ad, error);
  return deflated != NULL ? pz_inflate (deflated, PZ_ENVELOPE_MAX_INFLATED, error) : NULL;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-marker.h"

#include "pz-environment.h"
#include "pz-object-name.h"
#include "pz-sync-words.h"

#include <string.h>

/* More than any marker has, in bytes. */
#define MAX_MARKER 4096

#define BEFORE "{\"classroom\":\""
#define AFTER "\",\"major\":" G_STRINGIFY (PZ_OBJECT_MAJOR) "}"

/**
 * pz_sync_marker_make:
 * @classroom: id of a class
 *
 * Returns: (transfer full): the marker; everybody writes the same bytes
 */
GBytes *
pz_sync_marker_make (const char *classroom)
{
  char *text;

  g_return_val_if_fail (classroom != NULL, NULL);

  text = g_strconcat (BEFORE, classroom, AFTER, NULL);
  return g_bytes_new_take (text, strlen (text));
}

/**
 * pz_sync_marker_parse:
 * @bytes: a marker
 * @error: %PZ_SYNC_ERROR_DAMAGED: it is none
 *
 * Returns: (transfer full) (nullable): id of the class
 */
char *
pz_sync_marker_parse (GBytes  *bytes,
                      GError **error)
{
  g_autofree char *text = NULL, *id = NULL;
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  text = g_strndup (length > 0 ? data : "", length);
  if (strlen (text) == length && g_str_has_prefix (text, BEFORE) && g_str_has_suffix (text, AFTER)
      && length > strlen (BEFORE) + strlen (AFTER))
    id = g_strndup (text + strlen (BEFORE), length - strlen (BEFORE) - strlen (AFTER));
  if (id != NULL && pz_id_is_valid (id))
    return g_steal_pointer (&id);
  pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_DAMAGED);
  return NULL;
}

/**
 * pz_sync_marker_get:
 * @remote: a folder that has a marker
 * @cancellable: (nullable): to stop
 * @error: %PZ_SYNC_ERROR
 *
 * Returns: (transfer full) (nullable): id of the class that lies there
 */
char *
pz_sync_marker_get (PzRemote      *remote,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(GBytes) bytes = pz_remote_get (remote, PZ_SYNC_MARKER, MAX_MARKER, cancellable, error);

  return bytes != NULL ? pz_sync_marker_parse (bytes, error) : NULL;
}

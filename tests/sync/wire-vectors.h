/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-envelope.h"
#include "pz-object-name.h"

#include <string.h>

/* The files in tests/sync/vectors were written by a few lines of another language from the description of the formats. */

/* (transfer full): the JSON of the vector whose name begins so; name: what its name says */
static inline GBytes *
wire_vector_load (const char   *prefix,
                  PzObjectName *name)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "sync", "vectors", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *base;

  g_assert_nonnull (dir);
  while ((base = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, base, NULL);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;
      GBytes *json;
      char *text;
      gsize length;

      if (!g_str_has_prefix (base, prefix))
        continue;
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      bytes = g_bytes_new_take (text, length);
      g_assert_true (pz_object_name_parse (base, name));
      g_assert_true (pz_object_name_fits (name, bytes));
      json = pz_envelope_open (bytes, &error);
      g_assert_no_error (error);
      return json;
    }
  g_assert_not_reached ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-href.h"

#include <string.h>

/* Decodes one part. A percent sign that begins no code stands for itself, as some servers write it; NULL for a NUL. */
static char *
decode (const char *part)
{
  g_autoptr(GString) text = g_string_sized_new (strlen (part));

  for (const char *c = part; *c != '\0'; c++)
    if (*c == '%' && g_ascii_isxdigit (c[1]) && g_ascii_isxdigit (c[2]))
      {
        int code = g_ascii_xdigit_value (c[1]) * 16 + g_ascii_xdigit_value (c[2]);

        if (code == 0)
          return NULL;
        g_string_append_c (text, (char) code);
        c += 2;
      }
    else
      g_string_append_c (text, *c);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * pz_href_split:
 * @href: a path, or a whole address
 *
 * Returns: (transfer full) (nullable): the decoded parts of its path without the empty ones; a part may hold any bytes.
 *   %NULL when this is no path.
 */
GStrv
pz_href_split (const char *href)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *scheme_end;
  g_auto(GStrv) pieces = NULL;

  g_return_val_if_fail (href != NULL, NULL);

  scheme_end = strstr (href, "://");
  if (*href != '/' && scheme_end != NULL)
    {
      href = strchr (scheme_end + strlen ("://"), '/');
      if (href == NULL)
        href = "/";
    }
  if (*href != '/')
    return NULL;

  pieces = g_strsplit (href, "/", -1);
  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      char *part;

      if (*pieces[i] == '\0')
        continue;
      part = decode (pieces[i]);
      if (part == NULL)
        return NULL;
      g_ptr_array_add (parts, part);
    }
  g_ptr_array_add (parts, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&parts), FALSE);
}

/**
 * pz_href_is_name:
 * @part: a decoded part of a path
 * @most: bytes that a name may have
 *
 * Returns: whether it is the name of a file: text, not empty, not "." or "..", no slash in it
 */
gboolean
pz_href_is_name (const char *part,
                 gsize       most)
{
  g_return_val_if_fail (part != NULL, FALSE);
  return *part != '\0' && strlen (part) <= most && strchr (part, '/') == NULL && !g_str_equal (part, ".")
         && !g_str_equal (part, "..") && g_utf8_validate (part, -1, NULL);
}

/**
 * pz_href_have_same_name:
 * @a: a path or an address
 * @b: another
 *
 * Returns: whether both end in the same file or folder name, however they are encoded
 */
gboolean
pz_href_have_same_name (const char *a,
                        const char *b)
{
  g_auto(GStrv) parts_a = pz_href_split (a);
  g_auto(GStrv) parts_b = pz_href_split (b);
  guint n_a = parts_a != NULL ? g_strv_length (parts_a) : 0;
  guint n_b = parts_b != NULL ? g_strv_length (parts_b) : 0;

  if (parts_a == NULL || parts_b == NULL || n_a == 0 || n_b == 0)
    return parts_a != NULL && parts_b != NULL && n_a == n_b;
  return g_str_equal (parts_a[n_a - 1], parts_b[n_b - 1]);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-suggestions.h"

#include "pz-search-fold.h"

#include <string.h>

/**
 * pz_suggestions_find:
 * @values: (array zero-terminated=1): what there is, in the order to offer it
 * @typed: what was typed so far; "": everything fits
 * @most: at most so many
 *
 * Accents and capital letters make no difference.
 *
 * Returns: (transfer full): the values that begin with what was typed, then those that hold it
 */
GStrv
pz_suggestions_find (const char * const *values,
                     const char         *typed,
                     guint               most)
{
  g_autoptr(GStrvBuilder) found = g_strv_builder_new ();
  g_autofree char *needle = NULL;
  guint n = 0;

  g_return_val_if_fail (values != NULL && typed != NULL, NULL);

  needle = pz_search_fold (typed);
  for (int pass = 0; pass < 2; pass++)
    for (gsize i = 0; values[i] != NULL && n < most; i++)
      {
        g_autofree char *folded = pz_search_fold (values[i]);

        if (strstr (folded, needle) == NULL || g_str_has_prefix (folded, needle) != (pass == 0))
          continue;
        g_strv_builder_add (found, values[i]);
        n++;
      }
  return g_strv_builder_end (found);
}

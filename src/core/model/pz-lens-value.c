/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-lens-value.h"

#include <string.h>

static const char *
find_value (const char *element,
            const char *lens)
{
  gsize length = strlen (lens);

  return strncmp (element, lens, length) == 0 && element[length] == ':' ? element + length + 1 : NULL;
}

/**
 * pz_lens_value_dup:
 * @learner: a learner
 * @lens: id of a lens
 *
 * Returns: (transfer full) (nullable): what is noted; of several, which two devices may have written, the first by bytes
 */
char *
pz_lens_value_dup (PzRecord   *learner,
                   const char *lens)
{
  g_auto(GStrv) elements = NULL;

  g_return_val_if_fail (PZ_IS_RECORD (learner) && lens != NULL, NULL);

  elements = pz_record_dup_set (learner, PZ_LEARNER_LENS_VALUES);
  for (gsize i = 0; elements[i] != NULL; i++)
    if (find_value (elements[i], lens) != NULL)
      return g_strdup (find_value (elements[i], lens));
  return NULL;
}

/**
 * pz_lens_value_set:
 * @learner: a learner
 * @lens: id of a lens
 * @value: (nullable): what to note; %NULL: nothing
 *
 * Takes the place of whatever was noted for the lens.
 */
void
pz_lens_value_set (PzRecord   *learner,
                   const char *lens,
                   const char *value)
{
  g_auto(GStrv) elements = NULL;
  g_autofree char *wanted = NULL;

  g_return_if_fail (PZ_IS_RECORD (learner) && lens != NULL);

  wanted = value != NULL ? g_strconcat (lens, ":", value, NULL) : NULL;
  elements = pz_record_dup_set (learner, PZ_LEARNER_LENS_VALUES);
  g_object_freeze_notify (G_OBJECT (learner));
  for (gsize i = 0; elements[i] != NULL; i++)
    if (find_value (elements[i], lens) != NULL && g_strcmp0 (elements[i], wanted) != 0)
      pz_record_set_remove (learner, PZ_LEARNER_LENS_VALUES, elements[i]);
  if (wanted != NULL)
    pz_record_set_add (learner, PZ_LEARNER_LENS_VALUES, wanted);
  g_object_thaw_notify (G_OBJECT (learner));
}

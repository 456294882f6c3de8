/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-account.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* mean of the numbers that are known: of a group, or of all when it is G_MAXUINT; NAN when none is */
static double
find_mean (const PzGroupFormation *self,
           const double           *numbers,
           guint                   group)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < self->result->n; i++)
    if ((group == G_MAXUINT || self->result->groups[i] == group) && !isnan (numbers[i]))
      {
        sum += numbers[i];
        n++;
      }
  return n > 0 ? sum / n : (double) NAN;
}

static char *
dup_readiness (const PzGroupFormation *self,
               const PzGroupWish      *wish,
               guint                   group)
{
  g_autofree double *numbers = wish->field != NULL ? pz_group_class_dup_measured (self->load.learners, wish->field)
                                                   : pz_group_class_dup_levels (self->load.learners);
  double mean = find_mean (self, numbers, group), of_all = find_mean (self, numbers, G_MAXUINT);

  if (isnan (mean))
    return g_strdup (C_("groups", "Readiness not known"));
  /* Translators: the mean readiness of a group, and that of all groups */
  return g_strdup_printf (C_("groups", "Readiness %1$.1f (all: %2$.1f)"), mean, of_all);
}

/* how many different values there are in the group */
static char *
dup_kinds (const PzGroupFormation *self,
           const PzGroupWish      *wish,
           guint                   group)
{
  g_autofree guint64 *tags = pz_group_class_dup_tags (self->load.learners, wish->field, NULL);
  g_autofree char *field = pz_group_class_dup_label (self->load.learners, wish->field);
  guint64 all = 0;
  guint n = 0;

  for (guint i = 0; tags != NULL && i < self->result->n; i++)
    if (self->result->groups[i] == group)
      all |= tags[i];
  for (; all != 0; all &= all - 1)
    n++;
  /* Translators: %1$s is a field of learners or a lens, such as Languages at home; %2$u how many different ones there are */
  return g_strdup_printf (C_("groups", "%1$s: %2$u"), field, n);
}

/**
 * pz_group_formation_may_tell:
 * @self: groups
 * @activity: the document of the activity they are of
 *
 * Returns: %FALSE while what tells learners apart is not to be seen: until the groups are formed, when the teacher wants
 *   that
 */
gboolean
pz_group_formation_may_tell (const PzGroupFormation *self,
                             PzDocument             *activity)
{
  g_return_val_if_fail (self != NULL && PZ_IS_DOCUMENT (activity), FALSE);

  return !self->order->request->late || !pz_record_is_empty (pz_document_get_owner (activity), PZ_ACTIVITY_SEED);
}

/**
 * pz_group_formation_dup_facts:
 * @self: groups, with a result
 * @group: the number of a group
 *
 * Returns: (transfer full): by what the group differs from others in what is asked for, a fact a line; empty when nothing
 *   is asked for that could be said so
 */
char *
pz_group_formation_dup_facts (const PzGroupFormation *self,
                              guint                   group)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && self->result != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < self->settings->wishes->len; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index (self->settings->wishes, i);
      g_autofree char *fact = NULL;

      if (wish->kind == PZ_WISH_READINESS)
        fact = dup_readiness (self, wish, group);
      else if (wish->kind == PZ_WISH_SPREAD || wish->kind == PZ_WISH_GATHER || wish->kind == PZ_WISH_NOT_ALONE)
        fact = dup_kinds (self, wish, group);
      if (fact != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", fact);
    }
  return g_string_free (text, FALSE);
}

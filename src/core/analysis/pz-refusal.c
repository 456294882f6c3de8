/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-refusal.h"

#include <glib/gi18n-lib.h>

/* name: stays the same in every language and version. text: NULL where the sentence counts. */
static const struct
{
  const char *name;
  const char *text;
} wordings[PZ_N_REFUSALS] = {
  [PZ_REFUSAL_NONE] = { "none", "" },
  [PZ_REFUSAL_MORE_POINTS] = { "more-points", NULL },
  [PZ_REFUSAL_MORE_DAYS] = { "more-days", NULL },
  [PZ_REFUSAL_MORE_BEFORE] = { "more-before", NULL },
  [PZ_REFUSAL_OTHER_PHASE] = { "other-phase", NULL },
  [PZ_REFUSAL_NOT_IN_TIME] = { "not-in-time",
    NC_("refusal", "Not within half a year at this scatter: measure twice a day or use a steadier task") },
  [PZ_REFUSAL_OLD] = { "old", NC_("refusal", "The last point is too old: measure again") },
  [PZ_REFUSAL_ONE_DAY] = { "one-day", NC_("refusal", "All points are of one day: a line needs at least two days") },
  [PZ_REFUSAL_NO_SCATTER] = { "no-scatter",
    NC_("refusal", "The points lie on one line: how much they would scatter is not known") },
  [PZ_REFUSAL_DISAGREE] = { "disagree",
    NC_("refusal", "Two ways to draw the line through the points disagree whether it rises or falls") },
  [PZ_REFUSAL_NO_TARGET] = { "no-target",
    NC_("refusal", "The goal needs a number to reach and a day to reach it by") },
  [PZ_REFUSAL_DUE_TOO_EARLY] = { "due-too-early",
    NC_("refusal", "The goal is due on the day of the first point, or before it") },
  [PZ_REFUSAL_AT_TARGET] = { "at-target",
    NC_("refusal", "The goal is as high as the values before the change were") },
  [PZ_REFUSAL_NOT_POSITIVE] = { "not-positive", NC_("refusal", "Only values above 0 can be compared in percent") },
  [PZ_REFUSAL_NOT_RATED] = { "not-rated", NC_("refusal", "Nothing has been rated yet") },
  [PZ_REFUSAL_BAD_WEIGHT] = { "bad-weight", NC_("refusal", "Every weight must be greater than 0") },
  [PZ_REFUSAL_OUT_OF_RANGE] = { "out-of-range",
    NC_("refusal", "The numbers are too great, too small or too close together") },
};

/**
 * pz_refusal_none:
 *
 * Returns: that nothing is refused
 */
PzRefusal
pz_refusal_none (void)
{
  return (PzRefusal) { PZ_REFUSAL_NONE, 0 };
}

/**
 * pz_refusal_new:
 * @reason: one that counts nothing
 *
 * Returns: the refusal
 */
PzRefusal
pz_refusal_new (PzRefusalReason reason)
{
  return (PzRefusal) { reason, 0 };
}

/**
 * pz_refusal_more_points:
 * @n_points: how many there are
 * @n_needed: how many there must be
 *
 * Returns: how many are missing, or that nothing is refused
 */
PzRefusal
pz_refusal_more_points (gsize n_points,
                        gsize n_needed)
{
  if (n_points >= n_needed)
    return pz_refusal_none ();
  return (PzRefusal) { PZ_REFUSAL_MORE_POINTS, (guint) (n_needed - n_points) };
}

/**
 * pz_refusal_get_name:
 * @refusal: any
 *
 * Returns: a word for programs, the same in every language and version
 */
const char *
pz_refusal_get_name (PzRefusal refusal)
{
  g_return_val_if_fail (refusal.reason < PZ_N_REFUSALS, NULL);

  return wordings[refusal.reason].name;
}

/**
 * pz_refusal_dup_text:
 * @refusal: any
 *
 * Returns: (transfer full): what to tell a teacher, translated, without a full stop; "" when nothing is refused
 */
char *
pz_refusal_dup_text (PzRefusal refusal)
{
  g_return_val_if_fail (refusal.reason < PZ_N_REFUSALS, NULL);

  switch (refusal.reason)
    {
    case PZ_REFUSAL_MORE_POINTS:
      return g_strdup_printf (ngettext ("%u more point needed", "%u more points needed", refusal.n), refusal.n);
    case PZ_REFUSAL_MORE_DAYS:
      return g_strdup_printf (ngettext ("The points must go over %u more day", "The points must go over %u more days",
                                        refusal.n),
                              refusal.n);
    case PZ_REFUSAL_MORE_BEFORE:
      return g_strdup_printf (ngettext ("%u point too few was measured before the change",
                                        "%u points too few were measured before the change", refusal.n),
                              refusal.n);
    case PZ_REFUSAL_OTHER_PHASE:
      return g_strdup_printf (ngettext ("%u more point needed since the teaching changed",
                                        "%u more points needed since the teaching changed", refusal.n),
                              refusal.n);
    default:
      if (*wordings[refusal.reason].text == '\0')
        return g_strdup ("");
      return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "refusal", wordings[refusal.reason].text));
    }
}

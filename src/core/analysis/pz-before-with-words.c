/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-before-with.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* what is said where the strategy has no name */
static const char *
get_unnamed (const PzBeforeWith *self,
             gboolean            higher)
{
  switch (self->sure)
    {
    case PZ_SURE_FIRM:
      return higher ? C_("finding", "The change went together with higher values each time it was tried.")
                    : C_("finding", "The change went together with lower values each time it was tried.");
    case PZ_SURE_LIKELY:
      return higher ? C_("finding", "Since the change the values are higher than before.")
                    : C_("finding", "Since the change the values are lower than before.");
    case PZ_SURE_EARLY_SIGN:
      return self->verdict.effect == PZ_EFFECT_CANNOT_TELL
                 ? C_("finding", "Cannot tell whether the values since the change differ from those before.")
                 : C_("finding", "Too early to say whether the values since the change differ from those before.");
    case PZ_SURE_NOT_ENOUGH:
    case PZ_N_SURE:
    default:
      return C_("finding", "Not enough was measured to compare the time since the change with the time before.");
    }
}

static const char *
get_named (const PzBeforeWith *self,
           gboolean            higher)
{
  switch (self->sure)
    {
    case PZ_SURE_FIRM:
      /* Translators: %s is a tool or an approach; say that both happened together, not that one made the other */
      return higher ? C_("finding", "“%s” went together with higher values than before each time it was tried.")
                    /* Translators: %s is a tool or an approach; say that both happened together */
                    : C_("finding", "“%s” went together with lower values than before each time it was tried.");
    case PZ_SURE_LIKELY:
      /* Translators: %s is a tool or an approach; say that both happened together, not that one made the other */
      return higher ? C_("finding", "“%s” went together with higher values than before.")
                    /* Translators: %s is a tool or an approach; say that both happened together */
                    : C_("finding", "“%s” went together with lower values than before.");
    case PZ_SURE_EARLY_SIGN:
      return self->verdict.effect == PZ_EFFECT_CANNOT_TELL
                 /* Translators: %s is a tool or an approach */
                 ? C_("finding", "Cannot tell whether the values with “%s” differ from those before.")
                 /* Translators: %s is a tool or an approach */
                 : C_("finding", "Too early to say whether the values with “%s” differ from those before.");
    case PZ_SURE_NOT_ENOUGH:
    case PZ_N_SURE:
    default:
      /* Translators: %s is a tool or an approach */
      return C_("finding", "Not enough was measured to compare “%s” with the time before.");
    }
}

/* the format is one of get_named() */
static char *
fill_in (const char *format,
         const char *strategy)
{
  g_auto(GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (strategy, parts);
}

/**
 * pz_before_with_dup_sentence:
 * @self: two phases
 * @direction: which way is better: where less is, better values are lower ones
 * @strategy: (nullable): what the strategy since the change is called
 *
 * Returns: (transfer full): what can be said, naming no cause
 */
char *
pz_before_with_dup_sentence (const PzBeforeWith *self,
                             PzDirection         direction,
                             const char         *strategy)
{
  gboolean higher;

  g_return_val_if_fail (self != NULL, NULL);

  higher = (self->verdict.effect == PZ_EFFECT_BETTER) == (direction == PZ_DIRECTION_INCREASE);
  if (strategy == NULL || *strategy == '\0')
    return g_strdup (get_unnamed (self, higher));
  return fill_in (get_named (self, higher), strategy);
}

/**
 * pz_before_with_dup_counts:
 * @self: two phases
 *
 * Returns: (transfer full): on how many points it rests
 */
char *
pz_before_with_dup_counts (const PzBeforeWith *self)
{
  g_autofree char *before = NULL;
  g_autofree char *with = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  before = g_strdup_printf (ngettext ("%u point before", "%u points before", (guint) self->verdict.overlap.m),
                            (guint) self->verdict.overlap.m);
  with = g_strdup_printf (ngettext ("%u point since", "%u points since", (guint) self->verdict.overlap.n),
                          (guint) self->verdict.overlap.n);
  /* Translators: 6 points before, 7 points since */
  return g_strdup_printf (C_("before and with", "%1$s, %2$s"), before, with);
}

/**
 * pz_before_with_dup_numbers:
 * @self: two phases
 *
 * Returns: (transfer full) (nullable): how often a value since was better than one before, with its interval; %NULL with
 *   too little data for it
 */
char *
pz_before_with_dup_numbers (const PzBeforeWith *self)
{
  const PzOverlap *overlap;

  g_return_val_if_fail (self != NULL, NULL);

  overlap = &self->verdict.overlap;
  if (self->sure == PZ_SURE_NOT_ENOUGH || overlap->refusal.reason != PZ_REFUSAL_NONE)
    return NULL;
  /* xgettext:c-format
   * Translators: three numbers from 0 to 100; 50 of 100 would be no difference */
  return g_strdup_printf (C_("before and with", "A value since was better than one before in %1$d of 100 pairs, likely in "
                                                "%2$d to %3$d; without any difference it would be 50."),
                          (int) lround (100 * overlap->nap), (int) lround (100 * overlap->lower),
                          (int) lround (100 * overlap->upper));
}

/**
 * pz_before_with_dup_missing:
 * @self: two phases
 *
 * Returns: (transfer full) (nullable): what is missing to say more; %NULL when nothing is
 */
char *
pz_before_with_dup_missing (const PzBeforeWith *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->verdict.refusal.reason == PZ_REFUSAL_NONE)
    return NULL;
  return pz_refusal_dup_text (self->verdict.refusal);
}

/**
 * pz_before_with_dup_minutes:
 * @self: two phases
 *
 * Returns: (transfer full): how much time there was for the learner alone, before and since
 */
char *
pz_before_with_dup_minutes (const PzBeforeWith *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!self->has_minutes)
    return g_strdup (C_("before and with", "No time for the learner alone was noted."));
  /* Translators: minutes a week of a teacher for one learner alone, two numbers */
  return g_strdup_printf (C_("before and with", "Minutes a week for the learner alone: %1$d before, %2$d since."),
                          (int) lround (self->minutes_before), (int) lround (self->minutes_with));
}

/**
 * pz_before_with_get_next:
 * @self: two phases
 *
 * Returns: what could be done next; nothing is to be stopped by a number
 */
const char *
pz_before_with_get_next (const PzBeforeWith *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->sure < PZ_SURE_LIKELY)
    return self->verdict.refusal.reason == PZ_REFUSAL_MORE_BEFORE
               ? C_("finding", "Next time, measure five times before something is changed.")
               : C_("finding", "Keep measuring as before; the next points will say more.");
  if (self->verdict.effect == PZ_EFFECT_BETTER)
    return C_("finding", "Keep it for now, and look again after the next points.");
  return C_("finding", "Talk it over with the learner: go on, change how it is done, or go back.");
}

/**
 * pz_confounder_get_label:
 * @confounder: one of them
 *
 * Returns: what else could be behind a difference, a sentence
 */
const char *
pz_confounder_get_label (PzConfounder confounder)
{
  static const char *const labels[PZ_N_CONFOUNDERS] = {
    NC_("finding", "Something else changed within 14 days."),
    NC_("finding", "The values were rising or falling already before."),
    NC_("finding", "At least a quarter of the values is the best there can be."),
    NC_("finding", "The learner was away on more than a fifth of the days."),
    NC_("finding", "These are only the first 14 days, when everything is new."),
  };

  g_return_val_if_fail (confounder < PZ_N_CONFOUNDERS, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "finding", labels[confounder]);
}

/**
 * pz_sure_get_label:
 * @sure: one of them
 *
 * Returns: how sure a finding is, in words
 */
const char *
pz_sure_get_label (PzSure sure)
{
  static const char *const labels[PZ_N_SURE] = {
    NC_("how sure", "not enough yet"),
    NC_("how sure", "early sign"),
    NC_("how sure", "likely"),
    NC_("how sure", "firm"),
  };

  g_return_val_if_fail (sure < PZ_N_SURE, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "how sure", labels[sure]);
}

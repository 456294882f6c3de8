/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-attention-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More names than these are a list to read in the table. */
#define MAX_NAMES 5
/* First strong isolate and its end: a name keeps its own direction inside a sentence. */
#define ISOLATE "\xE2\x81\xA8"
#define END_ISOLATE "\xE2\x81\xA9"

static char *
say_over (guint n,
          guint limit)
{
  if (limit == 1)
    /* Translators: %u is a number of learners */
    return g_strdup_printf (ngettext ("%u learner has not been seen for more than one school day.",
                                      "%u learners have not been seen for more than one school day.", n), n);
  /* Translators: %1$u is a number of learners, %2$u one of days with school */
  return g_strdup_printf (ngettext ("%1$u learner has not been seen for more than %2$u school days.",
                                    "%1$u learners have not been seen for more than %2$u school days.", n), n, limit);
}

static char *
say_days (const PzAttentionSummary *summary,
          guint                     limit)
{
  g_autofree char *over = NULL;
  g_autofree char *never = NULL;

  if (summary->n_never == 0 && summary->n_over == 0)
    /* Translators: %u is a number of days with school */
    return g_strdup_printf (ngettext ("Everyone was seen within the last %u school day.",
                                      "Everyone was seen within the last %u school days.", limit), limit);
  over = summary->n_over > 0 ? say_over (summary->n_over, limit) : NULL;
  if (summary->n_never > 0)
    /* Translators: %u is a number of learners */
    never = g_strdup_printf (ngettext ("%u learner was never seen.", "%u learners were never seen.", summary->n_never),
                             summary->n_never);
  if (over == NULL || never == NULL)
    return g_strdup (over != NULL ? over : never);
  return g_strjoin (" ", over, never, NULL);
}

static char *
say_minutes (const PzAttentionSummary *summary)
{
  guint median = (guint) lround (summary->median_minutes);
  g_autofree char *without = NULL;
  g_autofree char *middle = NULL;

  if (summary->n_without_talk == 0)
    without = g_strdup (_("Everyone had a one-to-one talk in this period."));
  else if (summary->n_without_talk == summary->n_learners)
    return g_strdup (_("Nobody had a one-to-one talk in this period."));
  else
    /* Translators: %u is a number of learners */
    without = g_strdup_printf (ngettext ("%u learner had no one-to-one talk in this period.",
                                         "%u learners had no one-to-one talk in this period.", summary->n_without_talk),
                               summary->n_without_talk);
  if (median == 0)
    return g_steal_pointer (&without);
  /* Translators: %u is a number of minutes, the median of the class */
  middle = g_strdup_printf (ngettext ("Half of the class had at least %u minute.", "Half of the class had at least %u minutes.",
                                      median), median);
  return g_strjoin (" ", without, middle, NULL);
}

/**
 * pz_attention_words_summary:
 * @summary: of a class with learners
 * @quantity: what is looked at
 * @limit: school days
 *
 * Returns: (transfer full): what can be said of the class, in a sentence or two
 */
char *
pz_attention_words_summary (const PzAttentionSummary *summary,
                            PzAttentionQuantity       quantity,
                            guint                     limit)
{
  g_return_val_if_fail (summary != NULL, NULL);
  return quantity == PZ_ATTENTION_DAYS ? say_days (summary, limit) : say_minutes (summary);
}

static gboolean
has_nothing (PzAttentionRow      *row,
             PzAttentionQuantity  quantity)
{
  const PzAttentionFact *fact = pz_attention_row_get_fact (row);

  return quantity == PZ_ATTENTION_DAYS ? fact->days < 0 : fact->n_talks == 0;
}

static char *
say_names (PzAttentionQuantity  quantity,
           const char          *names,
           guint                n_more)
{
  if (quantity == PZ_ATTENTION_DAYS && n_more == 0)
    /* Translators: %s is one name or several with commas between */
    return g_strdup_printf (_("Never seen: %s"), names);
  if (quantity == PZ_ATTENTION_DAYS)
    /* Translators: %1$s are names with commas between, %2$u how many learners are not named */
    return g_strdup_printf (ngettext ("Never seen: %1$s and %2$u more", "Never seen: %1$s and %2$u more", n_more), names, n_more);
  if (n_more == 0)
    /* Translators: %s is one name or several with commas between */
    return g_strdup_printf (_("No talk: %s"), names);
  /* Translators: %1$s are names with commas between, %2$u how many learners are not named */
  return g_strdup_printf (ngettext ("No talk: %1$s and %2$u more", "No talk: %1$s and %2$u more", n_more), names, n_more);
}

/**
 * pz_attention_words_names:
 * @rows: (element-type PzAttentionRow): those who had the least attention first
 * @quantity: what is looked at
 *
 * Returns: (transfer full) (nullable): who was never seen, or had no talk, by name; %NULL when there is nobody
 */
char *
pz_attention_words_names (GListModel          *rows,
                          PzAttentionQuantity  quantity)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint n = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(PzAttentionRow) row = g_list_model_get_item (rows, i);

      if (!has_nothing (row, quantity) || n++ >= MAX_NAMES)
        continue;
      if (names->len > 0)
        g_string_append (names, C_("between two names", ", "));
      g_string_append_printf (names, ISOLATE "%s" END_ISOLATE, pz_attention_row_get_name (row));
    }
  return n > 0 ? say_names (quantity, names->str, n > MAX_NAMES ? n - MAX_NAMES : 0) : NULL;
}

/**
 * pz_attention_words_note:
 * @quantity: what is looked at
 * @period: the days that count for minutes
 * @limit: school days: where the mark stands
 *
 * Returns: (transfer full): what is counted
 */
char *
pz_attention_words_note (PzAttentionQuantity  quantity,
                         const PzDaySpan     *period,
                         guint                limit)
{
  char first[64], last[64];
  GDate date;

  g_return_val_if_fail (period != NULL, NULL);

  if (quantity == PZ_ATTENTION_DAYS)
    /* Translators: %u is a number of days with school */
    return g_strdup_printf (ngettext ("Weekends, closed days and days away do not count. The dotted line stands at %u day.",
                                      "Weekends, closed days and days away do not count. The dotted line stands at %u days.",
                                      limit), limit);
  if (period->first == 1)
    return g_strdup (_("Minutes of one-to-one check-ins, as far as noted."));
  g_date_clear (&date, 1);
  g_date_set_julian (&date, period->first);
  g_date_strftime (first, sizeof first, "%x", &date);
  g_date_set_julian (&date, period->last);
  g_date_strftime (last, sizeof last, "%x", &date);
  /* Translators: %1$s and %2$s are dates */
  return g_strdup_printf (_("Minutes of one-to-one check-ins from %1$s to %2$s, as far as noted."), first, last);
}

/**
 * pz_attention_words_value:
 * @fact: of a learner
 * @quantity: what is looked at
 *
 * Returns: (transfer full): the value beside the dot, as short as it can be
 */
char *
pz_attention_words_value (const PzAttentionFact *fact,
                          PzAttentionQuantity    quantity)
{
  int minutes;

  g_return_val_if_fail (fact != NULL, NULL);

  minutes = (int) lround (fact->minutes);
  if (quantity == PZ_ATTENTION_DAYS && fact->days < 0)
    return g_strdup (C_("attention", "never"));
  if (quantity == PZ_ATTENTION_DAYS)
    /* Translators: %d is a number of days with school */
    return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) fact->days), fact->days);
  if (fact->n_talks == 0)
    return g_strdup (C_("attention", "no talk"));
  if (fact->n_untimed == fact->n_talks)
    return g_strdup (C_("attention", "not timed"));
  /* Translators: %d is a number of minutes */
  return g_strdup_printf (ngettext ("%d min", "%d min", (gulong) minutes), minutes);
}

static char *
say_value (const PzAttentionFact *fact,
           PzAttentionQuantity    quantity)
{
  int minutes = (int) lround (fact->minutes);

  if (quantity == PZ_ATTENTION_DAYS && fact->days < 0)
    return g_strdup (C_("learner row", "never seen"));
  if (quantity == PZ_ATTENTION_DAYS)
    /* Translators: %d is a number of days with school: weekends, holidays and days away do not count */
    return g_strdup_printf (ngettext ("seen %d school day ago", "seen %d school days ago", (gulong) fact->days), fact->days);
  if (fact->n_talks == 0)
    return g_strdup (C_("attention", "no one-to-one talk"));
  if (fact->n_untimed == fact->n_talks)
    return g_strdup (C_("attention", "talks without minutes"));
  /* Translators: %d is a number of minutes */
  return g_strdup_printf (ngettext ("%d minute one-to-one", "%d minutes one-to-one", (gulong) minutes), minutes);
}

/**
 * pz_attention_words_row:
 * @row: a learner
 * @quantity: what is looked at
 *
 * Returns: (transfer full): name and value for those who hear it
 */
char *
pz_attention_words_row (PzAttentionRow      *row,
                        PzAttentionQuantity  quantity)
{
  const PzAttentionFact *fact;
  g_autofree char *value = NULL;

  g_return_val_if_fail (PZ_IS_ATTENTION_ROW (row), NULL);

  fact = pz_attention_row_get_fact (row);
  value = say_value (fact, quantity);
  if (fact->absent)
    /* Translators: %1$s is a name, %2$s such as "seen 3 school days ago" */
    return g_strdup_printf (_("%1$s: %2$s, absent today"), pz_attention_row_get_name (row), value);
  /* Translators: %1$s is a name, %2$s such as "seen 3 school days ago" */
  return g_strdup_printf (C_("attention", "%1$s: %2$s"), pz_attention_row_get_name (row), value);
}

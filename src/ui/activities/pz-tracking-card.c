/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-tracking-card.h"

#include "pz-activity-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FACTS "pz-facts"

static PzSharePoint
make_point (const PzGroupMix *mix,
            guint32           today)
{
  PzSharePoint point = { mix->between, mix->chance, pz_activity_words_dup_date (mix->day, today), NULL };

  /* Translators: a share of the differences in level between groups, and what chance would give, both in percent */
  point.words = g_strdup_printf (C_("tracking", "%1$.0f %% between groups; by chance %2$.0f %%"), 100 * mix->between,
                                 100 * mix->chance);
  return point;
}

static void
update (GtkWidget *card)
{
  PzPartnersFacts *facts = g_object_get_data (G_OBJECT (card), FACTS);
  g_autoptr(PzGroupWatch) watch = pz_partners_facts_make_watch (facts);
  guint32 today = pz_activity_list_get_today (pz_partners_facts_get_list (facts));
  GArray *points = pz_share_points_new ();
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < watch->mixes->len; i++)
    {
      const PzGroupMix *mix = &g_array_index (watch->mixes, PzGroupMix, i);
      PzSharePoint point;

      if (isnan (mix->between))
        continue; /* nobody has a level, or all have one */
      point = make_point (mix, today);
      g_array_append_val (points, point);
    }
  if (points->len > 0)
    {
      const PzSharePoint *last = &g_array_index (points, PzSharePoint, points->len - 1);

      /* Translators: a share of the differences in level between groups, and what chance would give, both in percent */
      sentence = g_strdup_printf (C_("tracking", "In the last grouping %1$.0f %% of the differences in level lay between groups, by chance it would be %2$.0f %%. At 0 %% every group mirrors the class, at 100 %% levels are apart."),
                                  100 * last->value, 100 * last->beside);
    }
  pz_share_card_show (PZ_SHARE_CARD (card), sentence != NULL ? sentence : "", points);
}

/**
 * pz_tracking_card_new:
 * @facts: the learners and the calendar
 *
 * Returns: (transfer floating): the card, to be seen once there were groups of learners with levels; it follows the facts
 */
GtkWidget *
pz_tracking_card_new (PzPartnersFacts *facts)
{
  GtkWidget *card;

  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (facts), NULL);

  card = pz_share_card_new (&(PzShareWords) { C_("tracking", "Are levels kept apart?"), C_("tracking", "Between groups"),
                                              C_("tracking", "By chance") });
  g_object_set_data_full (G_OBJECT (card), FACTS, g_object_ref (facts), g_object_unref);
  g_signal_connect_object (facts, "changed", G_CALLBACK (update), card, G_CONNECT_SWAPPED);
  update (card);
  return card;
}

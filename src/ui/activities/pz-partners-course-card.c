/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-partners-course-card.h"

#include "pz-activity-words.h"

#include <glib/gi18n-lib.h>

#define FACTS "pz-facts"

static PzSharePoint
make_point (const PzPartnersWeek *week,
            guint32               today)
{
  g_autofree char *date = pz_activity_words_dup_date (week->monday, today);
  PzSharePoint point = { week->share, week->ideal, NULL, NULL };

  /* Translators: %s is a day, the Monday of the week: Monday, 23 November */
  point.title = g_strdup_printf (C_("partners", "Week from %s"), date);
  /* Translators: a share of all pairs of the class, and what it would be if no two had met again, both in percent */
  point.words = g_strdup_printf (C_("partners", "%1$.0f %% of all pairs; without repeats %2$.0f %%"), 100 * week->share,
                                 100 * week->ideal);
  return point;
}

static void
update (GtkWidget *card)
{
  PzPartnersFacts *facts = g_object_get_data (G_OBJECT (card), FACTS);
  GArray *weeks = pz_partners_facts_get_course (facts)->weeks, *points = pz_share_points_new ();
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < weeks->len; i++)
    {
      PzSharePoint point = make_point (&g_array_index (weeks, PzPartnersWeek, i),
                                       pz_activity_list_get_today (pz_partners_facts_get_list (facts)));

      g_array_append_val (points, point);
    }
  if (points->len > 0)
    {
      const PzSharePoint *last = &g_array_index (points, PzSharePoint, points->len - 1);

      /* Translators: a share of all pairs of the class, and what it would be if no two had met again, both in percent */
      sentence = g_strdup_printf (C_("partners", "%1$.0f %% of all pairs have met. Without repeats it would be %2$.0f %%."),
                                  100 * last->value, 100 * last->beside);
    }
  pz_share_card_show (PZ_SHARE_CARD (card), sentence != NULL ? sentence : "", points);
}

/**
 * pz_partners_course_card_new:
 * @facts: the learners and the calendar
 *
 * Returns: (transfer floating): the card, to be seen once there was a group; it follows the facts
 */
GtkWidget *
pz_partners_course_card_new (PzPartnersFacts *facts)
{
  GtkWidget *card;

  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (facts), NULL);

  card = pz_share_card_new (&(PzShareWords) { C_("partners", "Share of all pairs met"), C_("partners", "Met at least once"),
                                              C_("partners", "If nobody met twice") });
  g_object_set_data_full (G_OBJECT (card), FACTS, g_object_ref (facts), g_object_unref);
  g_signal_connect_object (facts, "changed", G_CALLBACK (update), card, G_CONNECT_SWAPPED);
  update (card);
  return card;
}

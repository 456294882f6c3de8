/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-cards-look.h"

#include "pz-activity-words.h"
#include "pz-i18n.h"
#include "pz-privacy.h"

/* who is not in the class any more does not look for a group */
static gboolean
find (const char *learner,
      char      **name,
      char      **key,
      gpointer    user_data)
{
  PzIndex *index = user_data;
  g_autoptr(PzLearnerRow) row = NULL;
  guint position;

  if (!pz_index_find (index, learner, &position)
      || pz_index_peek_flags (index, position) & (PZ_INDEX_DELETED | PZ_INDEX_ARCHIVED))
    return FALSE;
  row = g_list_model_get_item (G_LIST_MODEL (index), position);
  *name = pz_privacy_dup_row_name (row);
  *key = g_utf8_collate_key (pz_learner_row_get_display_name (row), -1);
  return TRUE;
}

/**
 * pz_group_cards_look_make:
 * @classroom: the class
 * @activity: the document of an activity
 *
 * Returns: (transfer full): its groups, to print or to project
 */
PzGroupCards *
pz_group_cards_look_make (PzClassroom *classroom,
                          PzDocument  *activity)
{
  PzRecord *owner;
  guint32 day;
  g_autofree char *date = NULL;
  g_autofree char *line = NULL;
  const char *facts[3] = { NULL };
  guint n = 0;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (activity), NULL);

  owner = pz_document_get_owner (activity);
  day = pz_day_from_text (pz_record_get_text (owner, PZ_ACTIVITY_DATE));
  if (day != 0)
    facts[n++] = date = pz_activity_words_dup_date (day, pz_activity_words_get_today (classroom));
  facts[n++] = pz_classroom_get_name (classroom);
  line = pz_i18n_join_facts (facts);
  return pz_group_cards_new (activity, &(PzGroupCardsLook) {
                               pz_activity_words_get_title (pz_record_get_text (owner, PZ_ACTIVITY_TITLE)), line, find,
                               pz_classroom_get_index (classroom) });
}

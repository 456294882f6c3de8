/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-next.h"

#include "pz-classroom-plan.h"
#include "pz-group-formation.h"
#include "pz-group-presets.h"

/**
 * pz_classroom_plan_new_partners:
 * @classroom: a class
 * @activity: the document of an activity in groups
 * @day: for the next time, as GDate counts days
 *
 * Plans the activity once more, with the same groups by name but nobody in them, and new partners counting most: whoever
 * forms the groups then gets others together.
 *
 * Returns: (transfer full): the new activity
 */
PzDocument *
pz_classroom_plan_new_partners (PzClassroom *classroom,
                                PzDocument  *activity,
                                guint32      day)
{
  g_autoptr(PzGroupOrder) order = NULL;
  g_autoptr(GPtrArray) parts = NULL;
  g_autofree char *criteria = NULL;
  PzDocument *copy;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (activity) && day > 0, NULL);

  copy = pz_classroom_plan_again (classroom, activity, day);
  order = pz_group_order_of_activity (copy, day);
  pz_group_request_raise_new_partners (order->request);
  criteria = pz_group_request_to_text (order->request);
  pz_record_set_text (pz_document_get_owner (copy), PZ_ACTIVITY_CRITERIA, criteria);
  parts = pz_activity_list_parts (copy, 0);
  for (guint i = 0; i < parts->len; i++)
    {
      pz_record_set_text (parts->pdata[i], PZ_PARTICIPATION_GROUP, NULL);
      pz_record_set_flag (parts->pdata[i], PZ_PARTICIPATION_LOCKED, FALSE);
    }
  return copy;
}

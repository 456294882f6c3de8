/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-formation.h"

#include <math.h>

#define FIRST_SEED 1
/* whole numbers a field can hold */
#define MAX_SEED G_GUINT64_CONSTANT (9007199254740991)

static guint
get_rounds (PzRecord *activity)
{
  double rounds = pz_record_get_number (activity, PZ_ACTIVITY_ROUNDS);

  return isnan (rounds) || rounds < 1 ? 1 : (guint) MIN (rounds, PZ_GROUP_MAX_ROUNDS);
}

/**
 * pz_group_order_new:
 * @request: (transfer full): what is asked for
 *
 * Returns: (transfer full): an order for one round, with the usual seed and work; it has no day yet
 */
PzGroupOrder *
pz_group_order_new (PzGroupRequest *request)
{
  PzGroupOrder *self;

  g_return_val_if_fail (request != NULL, NULL);

  self = g_new0 (PzGroupOrder, 1);
  self->request = request;
  self->seed = FIRST_SEED;
  self->work = PZ_GROUP_NORMAL;
  self->n_rounds = 1;
  g_date_clear (&self->day, 1);
  return self;
}

/**
 * pz_group_order_of_activity:
 * @activity: the document of an activity
 * @today: for one that has no day, as GDate counts days
 *
 * Returns: (transfer full): what the activity asks for, of those who are not noted as absent; what it does not say, and
 *   criteria that cannot be understood, are as usual
 */
PzGroupOrder *
pz_group_order_of_activity (PzDocument *activity,
                            guint32     today)
{
  PzRecord *owner;
  PzGroupRequest *request = NULL;
  PzGroupOrder *self;
  guint32 day;

  g_return_val_if_fail (PZ_IS_DOCUMENT (activity) && today > 0, NULL);

  owner = pz_document_get_owner (activity);
  if (!pz_record_is_empty (owner, PZ_ACTIVITY_CRITERIA))
    request = pz_group_request_parse (pz_record_get_text (owner, PZ_ACTIVITY_CRITERIA), NULL);
  if (request == NULL)
    request = pz_group_request_new ();
  if (request->size != NULL && pz_record_is_empty (owner, PZ_ACTIVITY_CRITERIA)
      && pz_setting_from_name (pz_record_get_text (owner, PZ_ACTIVITY_SETTING)) == PZ_SETTING_PAIRS)
    pz_group_request_set_size (request, 2, 2);
  self = pz_group_order_new (request);
  self->n_rounds = get_rounds (owner);
  self->seats = pz_group_seats_new (activity, self->n_rounds);
  self->activity = g_strdup (pz_document_get_id (activity));
  self->without = g_strdupv (self->seats->absent);
  self->seed = pz_group_order_find_seed (activity, FALSE);
  day = pz_day_from_text (pz_record_get_text (owner, PZ_ACTIVITY_DATE));
  g_date_set_julian (&self->day, day > 0 ? day : today);
  return self;
}

/**
 * pz_group_order_find_seed:
 * @activity: the document of an activity
 * @next: the one after that, for other groups that are as good
 *
 * Returns: the seed its groups follow from
 */
guint64
pz_group_order_find_seed (PzDocument *activity,
                          gboolean    next)
{
  PzRecord *owner;
  guint64 seed = FIRST_SEED;

  g_return_val_if_fail (PZ_IS_DOCUMENT (activity), FIRST_SEED);

  owner = pz_document_get_owner (activity);
  if (!pz_record_is_empty (owner, PZ_ACTIVITY_SEED))
    seed = (guint64) pz_record_get_number (owner, PZ_ACTIVITY_SEED);
  return next ? seed % MAX_SEED + 1 : seed;
}

/**
 * pz_group_order_free:
 * @self: (transfer full): an order
 *
 * Ends it.
 */
void
pz_group_order_free (PzGroupOrder *self)
{
  g_return_if_fail (self != NULL);

  pz_group_request_free (self->request);
  g_clear_pointer (&self->seats, pz_group_seats_free);
  g_free (self->activity);
  g_strfreev (self->without);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_free (self);
}

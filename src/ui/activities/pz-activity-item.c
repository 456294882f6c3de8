/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-item.h"

struct _PzActivityItem
{
  GObject parent_instance;

  PzActivity *activity;
  guint32 day;
  gboolean regular;
};

G_DEFINE_FINAL_TYPE (PzActivityItem, pz_activity_item, G_TYPE_OBJECT)

static void
pz_activity_item_finalize (GObject *object)
{
  pz_activity_unref (PZ_ACTIVITY_ITEM (object)->activity);
  G_OBJECT_CLASS (pz_activity_item_parent_class)->finalize (object);
}

static void
pz_activity_item_class_init (PzActivityItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_activity_item_finalize;
}

static void
pz_activity_item_init (PzActivityItem *self)
{
}

/**
 * pz_activity_item_new:
 * @occurrence: an activity on its day
 *
 * Returns: (transfer full): the item
 */
PzActivityItem *
pz_activity_item_new (const PzOccurrence *occurrence)
{
  PzActivityItem *self;

  g_return_val_if_fail (occurrence != NULL, NULL);

  self = g_object_new (PZ_TYPE_ACTIVITY_ITEM, NULL);
  self->activity = pz_activity_ref (occurrence->activity);
  self->day = occurrence->day;
  self->regular = occurrence->regular;
  return self;
}

/**
 * pz_activity_item_get_activity:
 * @self: the item
 *
 * Returns: (transfer none): what takes place
 */
const PzActivity *
pz_activity_item_get_activity (PzActivityItem *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITY_ITEM (self), NULL);
  return self->activity;
}

/**
 * pz_activity_item_get_day:
 * @self: the item
 *
 * Returns: when, as GDate counts days; 0: no day is set yet
 */
guint32
pz_activity_item_get_day (PzActivityItem *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITY_ITEM (self), 0);
  return self->day;
}

/**
 * pz_activity_item_is_regular:
 * @self: the item
 *
 * Returns: whether the regular week plans it, and it stands in no file of its own
 */
gboolean
pz_activity_item_is_regular (PzActivityItem *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITY_ITEM (self), FALSE);
  return self->regular;
}

/**
 * pz_activity_item_is_held:
 * @self: the item
 *
 * Returns: whether it took place
 */
gboolean
pz_activity_item_is_held (PzActivityItem *self)
{
  PzOccurrence occurrence;

  g_return_val_if_fail (PZ_IS_ACTIVITY_ITEM (self), FALSE);

  occurrence = (PzOccurrence) { self->activity, self->day, self->regular };
  return pz_occurrence_is_held (&occurrence);
}

static gboolean
same_number (double a,
             double b)
{
  return memcmp (&a, &b, sizeof a) == 0; /* NaN: not said */
}

/**
 * pz_activity_item_equal:
 * @a: an item
 * @b: another one
 *
 * Returns: whether both show the same in a list
 */
gboolean
pz_activity_item_equal (PzActivityItem *a,
                        PzActivityItem *b)
{
  const PzActivity *x = a->activity, *y = b->activity;

  return a->day == b->day && a->regular == b->regular && g_str_equal (x->id, y->id) && g_str_equal (x->title, y->title)
         && same_number (x->minutes, y->minutes) && x->setting == y->setting && x->held == y->held
         && (x->regular != NULL) == (y->regular != NULL)
         && g_strv_equal ((const char *const *) x->strategies, (const char *const *) y->strategies);
}

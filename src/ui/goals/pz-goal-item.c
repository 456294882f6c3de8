/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-item.h"

#include "pz-search-fold.h"
#include "pz-status-words.h"

#include <string.h>

struct _PzGoalItem
{
  GObject parent_instance;

  PzGoalProgress *progress;
  char *learner;    /* ref string, interned: goals of one learner share it */
  char *search_key; /* the folded title; ref string, interned: goals of one title share it */
  PzGoalState state; /* here, too, so that a filter need not go and look for it in many thousand places */
  PzStatus status;   /* for the same reason */
  guint64 place;    /* rank of the status, then the day of the last point */
};

G_DEFINE_FINAL_TYPE (PzGoalItem, pz_goal_item, G_TYPE_OBJECT)

static void
pz_goal_item_finalize (GObject *object)
{
  PzGoalItem *self = PZ_GOAL_ITEM (object);

  g_clear_pointer (&self->progress, pz_goal_progress_free);
  g_clear_pointer (&self->learner, g_ref_string_release);
  g_clear_pointer (&self->search_key, g_ref_string_release);
  G_OBJECT_CLASS (pz_goal_item_parent_class)->finalize (object);
}

static void
pz_goal_item_class_init (PzGoalItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_goal_item_finalize;
}

static void
pz_goal_item_init (PzGoalItem *self)
{
}

/**
 * pz_goal_item_new:
 * @progress: (transfer full): how far a learner is with a goal
 *
 * Returns: (transfer full): the item
 */
PzGoalItem *
pz_goal_item_new (PzGoalProgress *progress)
{
  g_autofree char *key = NULL;
  PzGoalItem *self;

  g_return_val_if_fail (progress != NULL, NULL);

  self = g_object_new (PZ_TYPE_GOAL_ITEM, NULL);
  self->progress = progress;
  key = pz_search_fold (progress->source->title);
  self->search_key = g_ref_string_new_intern (key);
  self->learner = g_ref_string_new_intern (progress->source->learner);
  self->state = progress->source->state;
  self->status = progress->decision.status;
  self->place = (guint64) pz_status_words_get_rank (progress->decision.status) << 32 | pz_goal_item_get_last_day (self);
  return self;
}

/**
 * pz_goal_item_get_progress:
 * @self: the item
 *
 * Returns: (transfer none): everything that is known and judged of it
 */
const PzGoalProgress *
pz_goal_item_get_progress (PzGoalItem *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_ITEM (self), NULL);
  return self->progress;
}

/**
 * pz_goal_item_get_learner:
 * @self: the item
 *
 * Returns: id of the learner; the same pointer for all goals of a learner
 */
const char *
pz_goal_item_get_learner (PzGoalItem *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_ITEM (self), NULL);
  return self->learner;
}

/**
 * pz_goal_item_get_goal:
 * @self: the item
 *
 * Returns: id of the goal; learners who share a goal share the id
 */
const char *
pz_goal_item_get_goal (PzGoalItem *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_ITEM (self), NULL);
  return self->progress->source->goal;
}

/**
 * pz_goal_item_get_search_key:
 * @self: the item
 *
 * Returns: the title, see pz_search_fold(); the same pointer for all goals of that title
 */
const char *
pz_goal_item_get_search_key (PzGoalItem *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_ITEM (self), NULL);
  return self->search_key;
}

/**
 * pz_goal_item_get_state:
 * @self: the item
 *
 * Returns: what is done with the goal
 */
PzGoalState
pz_goal_item_get_state (PzGoalItem *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_ITEM (self), PZ_GOAL_IS_ACTIVE);
  return self->state;
}

/**
 * pz_goal_item_get_status:
 * @self: the item
 *
 * Returns: the word for it
 */
PzStatus
pz_goal_item_get_status (PzGoalItem *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_ITEM (self), PZ_STATUS_NEEDS_DATA);
  return self->status;
}

/**
 * pz_goal_item_get_last_day:
 * @self: the item
 *
 * Returns: day of the last point, as GDate counts days; 0 without points
 */
guint32
pz_goal_item_get_last_day (PzGoalItem *self)
{
  const PzGoalProgress *progress;

  g_return_val_if_fail (PZ_IS_GOAL_ITEM (self), 0);

  progress = self->progress;
  return progress->n > 0 ? progress->first_day + (guint32) progress->x[progress->n - 1] : 0;
}

/**
 * pz_goal_item_compare:
 * @a: an item
 * @b: another one
 *
 * Returns: less than 0 when @a comes first: by status, then the one that was not measured for longest, then by title;
 *   0 only for the same goal of the same learner
 */
int
pz_goal_item_compare (gconstpointer a,
                      gconstpointer b)
{
  const PzGoalItem *left = a, *right = b;
  int order;

  if (left->place != right->place)
    return left->place < right->place ? -1 : 1;
  order = strcmp (left->search_key, right->search_key);
  if (order == 0)
    order = strcmp (left->progress->source->goal, right->progress->source->goal);
  return order != 0 ? order : strcmp (left->progress->source->learner, right->progress->source->learner);
}

static gboolean
is_same_number (double a,
                double b)
{
  return memcmp (&a, &b, sizeof a) == 0; /* NaN is NaN here */
}

static gboolean
has_same_points (const PzGoalProgress *a,
                 const PzGoalProgress *b)
{
  return a->n == b->n && a->first_day == b->first_day
         && (a->n == 0 || (memcmp (a->x, b->x, a->n * sizeof *a->x) == 0 && memcmp (a->y, b->y, a->n * sizeof *a->y) == 0));
}

/* what the decision is made of beside the points */
static gboolean
has_same_plan (const PzGoalProgress *a,
               const PzGoalProgress *b)
{
  const PzGoalSource *left = a->source, *right = b->source;

  return left->state == right->state && left->shared == right->shared && left->start == right->start
         && left->due == right->due && left->occasions == right->occasions && left->review_every == right->review_every
         && is_same_number (left->baseline, right->baseline) && is_same_number (left->target, right->target)
         && g_strcmp0 (left->title, right->title) == 0 && g_strcmp0 (left->measure, right->measure) == 0
         && g_strcmp0 (left->standard, right->standard) == 0;
}

static gboolean
has_same_phases (const PzGoalSource *a,
                 const PzGoalSource *b)
{
  if (a->phases->len != b->phases->len)
    return FALSE;
  for (guint i = 0; i < a->phases->len; i++)
    {
      const PzGoalPhase *left = &g_array_index (a->phases, PzGoalPhase, i);
      const PzGoalPhase *right = &g_array_index (b->phases, PzGoalPhase, i);

      if (left->start != right->start || g_strcmp0 (left->strategy, right->strategy) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * pz_goal_item_equal:
 * @a: an item
 * @b: another one
 *
 * Returns: whether everything a list may show of them is the same, so that one can stay in the place of the other
 */
gboolean
pz_goal_item_equal (PzGoalItem *a,
                    PzGoalItem *b)
{
  const PzGoalProgress *left, *right;

  g_return_val_if_fail (PZ_IS_GOAL_ITEM (a) && PZ_IS_GOAL_ITEM (b), FALSE);

  left = a->progress;
  right = b->progress;
  return a->place == b->place && pz_goal_item_is_same_goal (a, b) && left->days_since_last == right->days_since_last
         && left->range.kind == right->range.kind && left->range.direction == right->range.direction
         && is_same_number (left->range.minimum, right->range.minimum)
         && is_same_number (left->range.maximum, right->range.maximum)
         && is_same_number (left->range.resolution, right->range.resolution)
         && g_strcmp0 (left->strategy, right->strategy) == 0 && has_same_plan (left, right)
         && has_same_points (left, right) && has_same_phases (left->source, right->source);
}

/**
 * pz_goal_item_is_same_goal:
 * @a: an item
 * @b: another one
 *
 * Returns: whether they are of the same goal of the same learner; a #GEqualFunc
 */
gboolean
pz_goal_item_is_same_goal (gconstpointer a,
                           gconstpointer b)
{
  const PzGoalSource *left = ((const PzGoalItem *) a)->progress->source;
  const PzGoalSource *right = ((const PzGoalItem *) b)->progress->source;

  return strcmp (left->goal, right->goal) == 0 && strcmp (left->learner, right->learner) == 0;
}

/**
 * pz_goal_item_hash:
 * @item: an item
 *
 * Returns: a number for pz_goal_item_is_same_goal(); a #GHashFunc
 */
guint
pz_goal_item_hash (gconstpointer item)
{
  const PzGoalSource *source = ((const PzGoalItem *) item)->progress->source;

  return g_str_hash (source->goal) * 31 + g_str_hash (source->learner);
}

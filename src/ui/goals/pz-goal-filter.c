/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-filter.h"

#include <string.h>

struct _PzGoalFilter
{
  guint statuses;           /* bit of each PzStatus that is wanted; 0: any */
  char *ids[PZ_N_GOAL_BYS]; /* NULL: any; "": goals that have none */
  PzGoalState state;
  char *search;             /* folded, without blanks at its ends */
};

struct _PzGoalMatch
{
  const PzGoalFilter *filter;
  PzIndex *index;
  char **words;   /* of the search; may be none */
  guint n_words;  /* at most MOST_WORDS */
  GHashTable *names;  /* id of a learner, by its pointer -> which words are part of the name, see look_for_words() */
  GHashTable *titles; /* search key of a title, by its pointer -> the same */
  const char *last_title; /* asked for last: a sorted list has the same ones side by side */
  guint last_found;
};

#define MOST_WORDS 31
/* Which words were found, and that they were looked for. */
#define ASKED (1u << MOST_WORDS)

/**
 * pz_goal_filter_new:
 *
 * Returns: (transfer full): all goals that are worked on
 */
PzGoalFilter *
pz_goal_filter_new (void)
{
  PzGoalFilter *self = g_new0 (PzGoalFilter, 1);

  self->state = PZ_GOAL_IS_ACTIVE;
  self->search = g_strdup ("");
  return self;
}

/**
 * pz_goal_filter_copy:
 * @self: a filter
 *
 * Returns: (transfer full): another of the same
 */
PzGoalFilter *
pz_goal_filter_copy (const PzGoalFilter *self)
{
  PzGoalFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (PzGoalFilter, 1);
  copy->statuses = self->statuses;
  for (guint by = 0; by < PZ_N_GOAL_BYS; by++)
    copy->ids[by] = g_strdup (self->ids[by]);
  copy->state = self->state;
  copy->search = g_strdup (self->search);
  return copy;
}

/**
 * pz_goal_filter_free:
 * @self: (transfer full) (nullable): what to free
 */
void
pz_goal_filter_free (PzGoalFilter *self)
{
  if (self == NULL)
    return;
  for (guint by = 0; by < PZ_N_GOAL_BYS; by++)
    g_free (self->ids[by]);
  g_free (self->search);
  g_free (self);
}

/**
 * pz_goal_filter_set_status:
 * @self: the filter
 * @status: a status word
 * @wanted: whether goals of it are wanted; when none is, those of all are
 */
void
pz_goal_filter_set_status (PzGoalFilter *self,
                           PzStatus      status,
                           gboolean      wanted)
{
  g_return_if_fail (self != NULL && status < PZ_N_STATUSES);

  if (wanted)
    self->statuses |= 1u << status;
  else
    self->statuses &= ~(1u << status);
}

/**
 * pz_goal_filter_has_status:
 * @self: the filter
 * @status: a status word
 *
 * Returns: whether goals of it are asked for
 */
gboolean
pz_goal_filter_has_status (const PzGoalFilter *self,
                           PzStatus            status)
{
  g_return_val_if_fail (self != NULL && status < PZ_N_STATUSES, FALSE);
  return (self->statuses & 1u << status) != 0;
}

/**
 * pz_goal_filter_clear_statuses:
 * @self: the filter
 *
 * Wants goals of any status from now on.
 */
void
pz_goal_filter_clear_statuses (PzGoalFilter *self)
{
  g_return_if_fail (self != NULL);
  self->statuses = 0;
}

/**
 * pz_goal_filter_any_status:
 * @self: the filter
 *
 * Returns: whether goals of any status are wanted
 */
gboolean
pz_goal_filter_any_status (const PzGoalFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return self->statuses == 0;
}

/**
 * pz_goal_filter_set_id:
 * @self: the filter
 * @by: what is looked at
 * @id: (nullable): the one that is wanted; "" for goals without one, %NULL for all
 */
void
pz_goal_filter_set_id (PzGoalFilter *self,
                       PzGoalBy      by,
                       const char   *id)
{
  char *copy;

  g_return_if_fail (self != NULL && by < PZ_N_GOAL_BYS);

  copy = g_strdup (id);
  g_free (self->ids[by]);
  self->ids[by] = copy;
}

/**
 * pz_goal_filter_get_id:
 * @self: the filter
 * @by: what is looked at
 *
 * Returns: (nullable): see pz_goal_filter_set_id()
 */
const char *
pz_goal_filter_get_id (const PzGoalFilter *self,
                       PzGoalBy            by)
{
  g_return_val_if_fail (self != NULL && by < PZ_N_GOAL_BYS, NULL);
  return self->ids[by];
}

/**
 * pz_goal_filter_set_state:
 * @self: the filter
 * @state: what is done with the goals that are wanted
 */
void
pz_goal_filter_set_state (PzGoalFilter *self,
                          PzGoalState   state)
{
  g_return_if_fail (self != NULL && state < PZ_N_GOAL_STATES);
  self->state = state;
}

/**
 * pz_goal_filter_get_state:
 * @self: the filter
 *
 * Returns: see pz_goal_filter_set_state()
 */
PzGoalState
pz_goal_filter_get_state (const PzGoalFilter *self)
{
  g_return_val_if_fail (self != NULL, PZ_GOAL_IS_ACTIVE);
  return self->state;
}

/**
 * pz_goal_filter_set_search:
 * @self: the filter
 * @text: (nullable): what was typed: each word must be a part of the title or of a name of the learner
 */
void
pz_goal_filter_set_search (PzGoalFilter *self,
                           const char   *text)
{
  g_return_if_fail (self != NULL);

  g_free (self->search);
  self->search = g_strstrip (pz_search_fold (text != NULL ? text : ""));
}

/**
 * pz_goal_filter_has_search:
 * @self: the filter
 *
 * Returns: whether names and titles are searched
 */
gboolean
pz_goal_filter_has_search (const PzGoalFilter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return *self->search != '\0';
}

/**
 * pz_goal_filter_is_plain:
 * @self: the filter
 *
 * Returns: whether all goals that are worked on pass
 */
gboolean
pz_goal_filter_is_plain (const PzGoalFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint by = 0; by < PZ_N_GOAL_BYS; by++)
    if (self->ids[by] != NULL)
      return FALSE;
  return self->statuses == 0 && self->state == PZ_GOAL_IS_ACTIVE && *self->search == '\0';
}

/**
 * pz_goal_item_get_id_by:
 * @item: a goal
 * @by: what is looked at
 *
 * Returns: (nullable): what it has there
 */
const char *
pz_goal_item_get_id_by (PzGoalItem *item,
                        PzGoalBy    by)
{
  const PzGoalProgress *progress = pz_goal_item_get_progress (item);

  switch (by)
    {
    case PZ_GOAL_BY_MEASURE:
      return progress->source->measure;
    case PZ_GOAL_BY_STRATEGY:
      return progress->strategy;
    case PZ_GOAL_BY_STANDARD:
      return progress->source->standard;
    default:
      g_return_val_if_reached (NULL);
    }
}

/* ---- one pass ---- */

static guint
look_for_words (PzGoalMatch *self,
                const char  *key)
{
  guint found = ASKED;

  for (guint w = 0; w < self->n_words && key != NULL; w++)
    if (strstr (key, self->words[w]) != NULL)
      found |= 1u << w;
  return found;
}

/* each name and title is searched once, not once for each goal: thousands of goals share some hundred */
static guint
ask_name (PzGoalMatch *self,
          const char  *learner)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, learner));
  const char *key = NULL;
  guint position;

  if (found != 0)
    return found;
  if (pz_index_find (self->index, learner, &position))
    key = pz_index_peek_search_key (self->index, position);
  found = look_for_words (self, key);
  g_hash_table_insert (self->names, (gpointer) learner, GUINT_TO_POINTER (found));
  return found;
}

static guint
ask_title (PzGoalMatch *self,
           const char  *key)
{
  guint found;

  if (key == self->last_title)
    return self->last_found;
  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->titles, key));
  if (found == 0)
    {
      found = look_for_words (self, key);
      g_hash_table_insert (self->titles, (gpointer) key, GUINT_TO_POINTER (found));
    }
  self->last_title = key;
  self->last_found = found;
  return found;
}

/**
 * pz_goal_match_new:
 * @filter: what is asked; must outlive the match
 * @index: the learners of the class
 *
 * Returns: (transfer full): the question
 */
PzGoalMatch *
pz_goal_match_new (const PzGoalFilter *filter,
                   PzIndex            *index)
{
  PzGoalMatch *self;

  g_return_val_if_fail (filter != NULL && PZ_IS_INDEX (index), NULL);

  self = g_new0 (PzGoalMatch, 1);
  self->filter = filter;
  self->index = g_object_ref (index);
  self->words = g_strsplit (filter->search, " ", -1);
  self->n_words = MIN (g_strv_length (self->words), MOST_WORDS);
  self->names = g_hash_table_new (NULL, NULL);
  self->titles = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * pz_goal_match_free:
 * @self: (transfer full) (nullable): what to free
 */
void
pz_goal_match_free (PzGoalMatch *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->index);
  g_strfreev (self->words);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->titles);
  g_free (self);
}

static gboolean
has_words (PzGoalMatch *self,
           PzGoalItem  *item)
{
  guint all = (1u << self->n_words) - 1, found;

  if (self->n_words == 0)
    return TRUE;
  found = ask_title (self, pz_goal_item_get_search_key (item));
  if ((found & all) != all)
    found |= ask_name (self, pz_goal_item_get_learner (item));
  return (found & all) == all;
}

/**
 * pz_goal_match_test:
 * @self: the question
 * @item: a goal
 *
 * Returns: whether it passes everything but the status words, so that each of them can be counted
 */
gboolean
pz_goal_match_test (PzGoalMatch *self,
                    PzGoalItem  *item)
{
  const PzGoalFilter *filter;

  g_return_val_if_fail (self != NULL, FALSE);

  filter = self->filter;
  if (pz_goal_item_get_state (item) != filter->state)
    return FALSE;
  for (guint by = 0; by < PZ_N_GOAL_BYS; by++)
    if (filter->ids[by] != NULL)
      {
        const char *id = pz_goal_item_get_id_by (item, by);

        if (strcmp (id != NULL ? id : "", filter->ids[by]) != 0)
          return FALSE;
      }
  return has_words (self, item);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-filter.h"

#include "pz-activity-words.h"
#include "pz-search-fold.h"

struct _PzActivityFilter
{
  GtkFilter parent_instance;

  PzClassroom *classroom;
  char **words;     /* folded; all of them must be found */
  PzSetting setting; /* PZ_N_SETTINGS: any */
  char *strategy;   /* NULL: any */
};

G_DEFINE_FINAL_TYPE (PzActivityFilter, pz_activity_filter, GTK_TYPE_FILTER)

static gboolean
has_words (PzActivityFilter *self,
           const PzActivity *activity)
{
  g_autofree char *facts = NULL;
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;

  if (self->words == NULL || self->words[0] == NULL)
    return TRUE;
  facts = pz_activity_words_dup_facts (activity, pz_classroom_get_document (self->classroom));
  text = g_strjoin (" ", activity->title, facts, NULL);
  key = pz_search_fold (text);
  for (gsize i = 0; self->words[i] != NULL; i++)
    if (strstr (key, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
pz_activity_filter_match (GtkFilter *filter,
                          gpointer   item)
{
  PzActivityFilter *self = PZ_ACTIVITY_FILTER (filter);
  const PzActivity *activity = pz_activity_item_get_activity (item);

  if (self->setting != PZ_N_SETTINGS && activity->setting != self->setting)
    return FALSE;
  if (self->strategy != NULL && !g_strv_contains ((const char *const *) activity->strategies, self->strategy))
    return FALSE;
  return has_words (self, activity);
}

static GtkFilterMatch
pz_activity_filter_get_strictness (GtkFilter *filter)
{
  return pz_activity_filter_is_empty (PZ_ACTIVITY_FILTER (filter)) ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
pz_activity_filter_finalize (GObject *object)
{
  PzActivityFilter *self = PZ_ACTIVITY_FILTER (object);

  g_clear_object (&self->classroom);
  g_strfreev (self->words);
  g_free (self->strategy);
  G_OBJECT_CLASS (pz_activity_filter_parent_class)->finalize (object);
}

static void
pz_activity_filter_class_init (PzActivityFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_activity_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = pz_activity_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = pz_activity_filter_get_strictness;
}

static void
pz_activity_filter_init (PzActivityFilter *self)
{
  self->setting = PZ_N_SETTINGS;
}

/**
 * pz_activity_filter_new:
 * @classroom: the class, which names the strategies
 *
 * Returns: (transfer full): a filter that lets everything pass
 */
PzActivityFilter *
pz_activity_filter_new (PzClassroom *classroom)
{
  PzActivityFilter *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_ACTIVITY_FILTER, NULL);
  self->classroom = g_object_ref (classroom);
  return self;
}

/**
 * pz_activity_filter_set_search:
 * @self: the filter
 * @text: (nullable): words that must all be found, in any order, whatever their case and accents
 */
void
pz_activity_filter_set_search (PzActivityFilter *self,
                               const char       *text)
{
  g_autofree char *key = NULL;

  g_return_if_fail (PZ_IS_ACTIVITY_FILTER (self));

  key = pz_search_fold (text != NULL ? text : "");
  g_strstrip (key);
  g_strfreev (self->words);
  self->words = *key != '\0' ? g_strsplit (key, " ", -1) : NULL;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * pz_activity_filter_set_setting:
 * @self: the filter
 * @setting: the one to show; %PZ_N_SETTINGS: all
 */
void
pz_activity_filter_set_setting (PzActivityFilter *self,
                                PzSetting         setting)
{
  g_return_if_fail (PZ_IS_ACTIVITY_FILTER (self));

  if (self->setting == setting)
    return;
  self->setting = setting;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * pz_activity_filter_set_strategy:
 * @self: the filter
 * @strategy: (nullable): id of the one to show; %NULL: all
 */
void
pz_activity_filter_set_strategy (PzActivityFilter *self,
                                 const char       *strategy)
{
  g_return_if_fail (PZ_IS_ACTIVITY_FILTER (self));

  if (g_strcmp0 (self->strategy, strategy) == 0)
    return;
  g_free (self->strategy);
  self->strategy = g_strdup (strategy);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * pz_activity_filter_is_empty:
 * @self: the filter
 *
 * Returns: whether it lets everything pass
 */
gboolean
pz_activity_filter_is_empty (PzActivityFilter *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITY_FILTER (self), TRUE);
  return self->words == NULL && self->setting == PZ_N_SETTINGS && self->strategy == NULL;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-timeline-private.h"

typedef enum
{
  PROP_COMPLETE = 1,
  PROP_LOADING,
  N_PROPERTIES,
} PzTimelineProperty;

static GParamSpec *properties[N_PROPERTIES];

static void pz_timeline_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PzTimeline, pz_timeline, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pz_timeline_list_model_init))

static gpointer
get_key (const PzTimelineEntry *entry)
{
  return entry->record != NULL ? (gpointer) entry->record : (gpointer) entry->activity;
}

static PzTimelineEntry *
get_entry (GArray *entries,
           GArray *shown,
           guint   position)
{
  return &g_array_index (entries, PzTimelineEntry, g_array_index (shown, guint, position));
}

static PzTimelineItem *
get_item (PzTimeline            *self,
          const PzTimelineEntry *entry)
{
  PzTimelineItem *item = g_hash_table_lookup (self->items, get_key (entry));

  if (item == NULL)
    {
      item = pz_timeline_item_new (entry->kind, entry->date, entry->document, entry->record, entry->activity);
      g_hash_table_insert (self->items, get_key (entry), item);
    }
  return item;
}

static gboolean
is_chosen (PzTimeline            *self,
           const PzTimelineEntry *entry)
{
  return (self->kind == PZ_TIMELINE_ALL || entry->kind == self->kind)
         && (self->goal == NULL || g_strcmp0 (pz_timeline_entry_get_goal (entry), self->goal) == 0);
}

static GArray *
choose_shown (PzTimeline *self,
              GArray     *entries)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < entries->len; i++)
    if (is_chosen (self, &g_array_index (entries, PzTimelineEntry, i)))
      g_array_append_val (shown, i);
  return shown;
}

/* Whether both places show the same entry, and what stands there was not changed since somebody looked at it. */
static gboolean
is_same (PzTimeline            *self,
         const PzTimelineEntry *before,
         const PzTimelineEntry *now)
{
  return get_key (before) == get_key (now) && g_str_equal (before->date, now->date)
         && g_hash_table_contains (self->items, get_key (now));
}

static void
forget_unshown (PzTimeline *self)
{
  g_autoptr(GHashTable) keys = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < self->entries->len; i++)
    g_hash_table_add (keys, get_key (&g_array_index (self->entries, PzTimelineEntry, i)));
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (keys, key))
      g_hash_table_iter_remove (&iter);
}

/* What was the last entry stays the last one; where everything was shown, everything still is, but for what comes by
 * hundreds. */
static guint
count_to_show (PzTimeline            *self,
               const PzTimelineEntry *last,
               guint                  before,
               gboolean               was_complete)
{
  guint n = before;

  if (was_complete && self->shown->len <= before + PZ_TIMELINE_PAGE)
    return self->shown->len;
  for (guint i = 0; last != NULL && i < self->shown->len; i++)
    if (get_key (get_entry (self->entries, self->shown, i)) == get_key (last))
      n = i + 1;
  return MIN (self->shown->len, MAX (n, PZ_TIMELINE_PAGE));
}

/* Puts the entries in the place of those there were, and tells what differs between the first and the last change. */
static void
replace (PzTimeline *self,
         GArray     *entries)
{
  g_autoptr(GArray) old_entries = g_steal_pointer (&self->entries);
  g_autoptr(GArray) old_shown = g_steal_pointer (&self->shown);
  guint old_n = self->n_shown, first = 0, last = 0;
  gboolean was_complete = old_shown == NULL || old_n == old_shown->len;

  self->entries = entries;
  self->shown = choose_shown (self, entries);
  self->n_shown = count_to_show (self, old_n > 0 ? get_entry (old_entries, old_shown, old_n - 1) : NULL, old_n, was_complete);
  while (first < MIN (old_n, self->n_shown)
         && is_same (self, get_entry (old_entries, old_shown, first), get_entry (self->entries, self->shown, first)))
    first++;
  while (last < MIN (old_n, self->n_shown) - first
         && is_same (self, get_entry (old_entries, old_shown, old_n - 1 - last),
                     get_entry (self->entries, self->shown, self->n_shown - 1 - last)))
    last++;
  forget_unshown (self);
  if (old_n - first - last > 0 || self->n_shown - first - last > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), first, old_n - first - last, self->n_shown - first - last);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

static gboolean
refresh_cb (gpointer user_data)
{
  PzTimeline *self = PZ_TIMELINE (user_data);

  self->refresh_source = 0;
  pz_timeline_refresh (self);
  return G_SOURCE_REMOVE;
}

/* A step writes many fields: once, before the next frame, is enough. */
static void
queue_refresh (PzTimeline *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
refresh_all (PzTimeline *self)
{
  g_hash_table_remove_all (self->items);
  queue_refresh (self);
}

static void
document_changed_cb (PzTimeline *self,
                     PzRecord   *record)
{
  switch (pz_record_get_record_type (record))
    {
    case PZ_RECORD_CHECK_IN:
    case PZ_RECORD_MEASUREMENT:
    case PZ_RECORD_ABSENCE:
    case PZ_RECORD_PHASE:
    case PZ_RECORD_MILESTONE:
      g_hash_table_remove (self->items, record);
      queue_refresh (self);
      break;
    case PZ_RECORD_GOAL: /* these are named in other entries */
    case PZ_RECORD_MEASURE:
    case PZ_RECORD_STRATEGY:
      refresh_all (self);
      break;
    default:
      break;
    }
}

static void
document_reloaded_cb (PzTimeline *self,
                      PzDocument *document)
{
  if (pz_document_get_kind (document) == PZ_DOCUMENT_ACTIVITY && self->activities != NULL)
    pz_timeline_read_activities (self);
}

static GType
pz_timeline_get_item_type (GListModel *model)
{
  return PZ_TYPE_TIMELINE_ITEM;
}

static guint
pz_timeline_get_n_items (GListModel *model)
{
  return PZ_TIMELINE (model)->n_shown;
}

static gpointer
pz_timeline_get_item (GListModel *model,
                      guint       position)
{
  PzTimeline *self = PZ_TIMELINE (model);

  if (position >= self->n_shown)
    return NULL;
  return g_object_ref (get_item (self, get_entry (self->entries, self->shown, position)));
}

static void
pz_timeline_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = pz_timeline_get_item_type;
  iface->get_n_items = pz_timeline_get_n_items;
  iface->get_item = pz_timeline_get_item;
}

static void
pz_timeline_get_property (GObject    *object,
                          guint       property,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PzTimeline *self = PZ_TIMELINE (object);

  switch ((PzTimelineProperty) property)
    {
    case PROP_COMPLETE:
      g_value_set_boolean (value, pz_timeline_is_complete (self));
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, pz_timeline_is_loading (self));
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
pz_timeline_dispose (GObject *object)
{
  PzTimeline *self = PZ_TIMELINE (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_object (&self->learner);
  g_clear_object (&self->own);
  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_timeline_parent_class)->dispose (object);
}

static void
pz_timeline_finalize (GObject *object)
{
  PzTimeline *self = PZ_TIMELINE (object);

  g_free (self->goal);
  g_hash_table_unref (self->items);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  G_OBJECT_CLASS (pz_timeline_parent_class)->finalize (object);
}

static void
pz_timeline_class_init (PzTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pz_timeline_get_property;
  object_class->dispose = pz_timeline_dispose;
  object_class->finalize = pz_timeline_finalize;
  /**
   * PzTimeline:complete:
   *
   * Whether everything of the kind is in the model.
   */
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, TRUE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * PzTimeline:loading:
   *
   * Whether activities are being read.
   */
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pz_timeline_init (PzTimeline *self)
{
  self->kind = PZ_TIMELINE_ALL;
  self->items = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

/**
 * pz_timeline_new:
 * @classroom: the class
 * @learner: the document of one of its learners
 *
 * Returns: (transfer full): what the documents of the learner and of the class say; activities come when they are read
 */
PzTimeline *
pz_timeline_new (PzClassroom *classroom,
                 PzDocument  *learner)
{
  PzTimeline *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (learner), NULL);
  g_return_val_if_fail (pz_document_get_kind (learner) == PZ_DOCUMENT_LEARNER, NULL);

  self = g_object_new (PZ_TYPE_TIMELINE, NULL);
  self->classroom = g_object_ref (classroom);
  self->learner = g_object_ref (learner);
  self->own = g_object_ref (pz_classroom_get_document (classroom));
  g_signal_connect_object (learner, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (learner, "reloaded", G_CALLBACK (refresh_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->own, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->own, "reloaded", G_CALLBACK (refresh_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "document-reloaded", G_CALLBACK (document_reloaded_cb), self, G_CONNECT_SWAPPED);
  pz_timeline_refresh (self);
  return self;
}

/**
 * pz_timeline_get_classroom:
 *
 * Returns: (transfer none): the class
 */
PzClassroom *
pz_timeline_get_classroom (PzTimeline *self)
{
  g_return_val_if_fail (PZ_IS_TIMELINE (self), NULL);

  return self->classroom;
}

/**
 * pz_timeline_get_learner:
 *
 * Returns: (transfer none): the document of the learner
 */
PzDocument *
pz_timeline_get_learner (PzTimeline *self)
{
  g_return_val_if_fail (PZ_IS_TIMELINE (self), NULL);

  return self->learner;
}

/**
 * pz_timeline_get_kind:
 *
 * Returns: the #PzTimelineKind it shows, or %PZ_TIMELINE_ALL
 */
guint
pz_timeline_get_kind (PzTimeline *self)
{
  g_return_val_if_fail (PZ_IS_TIMELINE (self), PZ_TIMELINE_ALL);

  return self->kind;
}

/* Shows the first page of what is chosen now. */
static void
choose_again (PzTimeline *self)
{
  guint before = self->n_shown;

  g_array_unref (self->shown);
  self->shown = choose_shown (self, self->entries);
  self->n_shown = MIN (self->shown->len, PZ_TIMELINE_PAGE);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n_shown);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

/**
 * pz_timeline_set_kind:
 * @kind: a #PzTimelineKind, or %PZ_TIMELINE_ALL
 *
 * Shows the newest entries of the kind.
 */
void
pz_timeline_set_kind (PzTimeline *self,
                      guint       kind)
{
  g_return_if_fail (PZ_IS_TIMELINE (self) && kind <= PZ_TIMELINE_ALL);

  if (kind == self->kind)
    return;
  self->kind = kind;
  choose_again (self);
}

/**
 * pz_timeline_get_goal:
 *
 * Returns: (transfer none) (nullable): the goal all entries belong to
 */
const char *
pz_timeline_get_goal (PzTimeline *self)
{
  g_return_val_if_fail (PZ_IS_TIMELINE (self), NULL);
  return self->goal;
}

/**
 * pz_timeline_set_goal:
 * @goal: (nullable): id of a goal, or %NULL for everything
 *
 * Shows the newest entries that belong to the goal; they do not name it again.
 */
void
pz_timeline_set_goal (PzTimeline *self,
                      const char *goal)
{
  g_return_if_fail (PZ_IS_TIMELINE (self));

  if (g_strcmp0 (goal, self->goal) != 0)
    {
      g_free (self->goal);
      self->goal = g_strdup (goal);
      choose_again (self);
    }
}

/**
 * pz_timeline_is_complete:
 *
 * Returns: whether everything of the kind is in the model
 */
gboolean
pz_timeline_is_complete (PzTimeline *self)
{
  g_return_val_if_fail (PZ_IS_TIMELINE (self), TRUE);

  return self->shown == NULL || self->n_shown == self->shown->len;
}

/**
 * pz_timeline_is_loading:
 *
 * Returns: whether activities are being read
 */
gboolean
pz_timeline_is_loading (PzTimeline *self)
{
  g_return_val_if_fail (PZ_IS_TIMELINE (self), FALSE);

  return self->reading != NULL;
}

/**
 * pz_timeline_load_more:
 *
 * Shows one more page, when there is more.
 */
void
pz_timeline_load_more (PzTimeline *self)
{
  guint before, more;

  g_return_if_fail (PZ_IS_TIMELINE (self));

  before = self->n_shown;
  more = MIN (self->shown->len - before, PZ_TIMELINE_PAGE);
  if (more == 0)
    return;
  self->n_shown += more;
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, more);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

/**
 * pz_timeline_refresh:
 *
 * Takes over at once what the documents say now; it happens by itself before the next frame.
 */
void
pz_timeline_refresh (PzTimeline *self)
{
  g_return_if_fail (PZ_IS_TIMELINE (self));

  if (self->learner == NULL)
    return;
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  replace (self, pz_timeline_entries_collect (self->learner, self->own, self->activities));
}

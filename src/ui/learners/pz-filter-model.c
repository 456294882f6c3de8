/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-filter-model.h"

#include "pz-filter-words.h"

#include <string.h>

struct _PzFilterModel
{
  GObject parent_instance;

  PzClassroom *classroom;
  PzClassroomTraits *traits;
  PzLearnerFilter *filter;
};

G_DEFINE_FINAL_TYPE (PzFilterModel, pz_filter_model, G_TYPE_OBJECT)

static guint changed_signal;

static void
tell_changed (PzFilterModel *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static PzDocument *
get_document (PzFilterModel *self)
{
  return pz_classroom_get_document (self->classroom);
}

static void
topic_free (gpointer data)
{
  g_free (((PzFilterTopic *) data)->lens);
  g_free (data);
}

static void
add_choice (PzFilterModel *self,
            GPtrArray     *choices,
            PzFilterField  field,
            const char    *lens,
            const char    *value,
            guint          count)
{
  PzFilterChoice *choice = pz_filter_model_make_choice (self, field, value, count);

  choice->lens = g_strdup (lens);
  g_ptr_array_add (choices, choice);
}

static gboolean
wants_archived (PzFilterModel *self)
{
  return pz_learner_filter_find (self->filter, PZ_FILTER_ARCHIVED, NULL) != NULL;
}

/* most used first, then by the order of the locale */
static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  const PzFilterChoice *left = *(PzFilterChoice *const *) a, *right = *(PzFilterChoice *const *) b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return g_utf8_collate (left->label, right->label);
}

/* ---- levels ---- */

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  PzRecord *left = *(PzRecord *const *) a, *right = *(PzRecord *const *) b;
  int order = g_strcmp0 (pz_record_get_text (left, PZ_LEVEL_POSITION), pz_record_get_text (right, PZ_LEVEL_POSITION));

  return order != 0 ? order : strcmp (pz_record_get_id (left), pz_record_get_id (right));
}

static GPtrArray *
list_levels (PzClassroom *classroom)
{
  GListModel *records = pz_document_get_records (pz_classroom_get_document (classroom), PZ_RECORD_LEVEL);
  GPtrArray *levels = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) level = g_list_model_get_item (records, i);

      if (!pz_record_is_deleted (level))
        g_ptr_array_add (levels, g_steal_pointer (&level));
    }
  g_ptr_array_sort (levels, compare_levels);
  return levels;
}

static void
add_levels (PzFilterModel *self,
            GPtrArray     *choices)
{
  g_autoptr(GPtrArray) levels = list_levels (self->classroom);

  for (guint i = 0; i < levels->len; i++)
    {
      const char *id = pz_record_get_id (g_ptr_array_index (levels, i));

      add_choice (self, choices, PZ_FILTER_LEVEL, NULL, id, pz_filter_model_count (self, PZ_FILTER_LEVEL, id));
    }
}

/* ---- what was read of the learners ---- */

static void
add_traits (PzFilterModel *self,
            GPtrArray     *choices,
            PzFilterField  field,
            const char    *lens)
{
  PzTraitTable *table = pz_classroom_traits_get_table (self->traits);
  g_autoptr(GArray) counts = pz_classroom_traits_count (self->traits, wants_archived (self));

  for (guint i = 0; i < counts->len; i++)
    {
      const PzTrait *trait = pz_trait_table_get (table, i);
      guint count = g_array_index (counts, guint, i);

      if (trait->field == field && g_strcmp0 (trait->lens, lens) == 0
          && (count > 0 || pz_learner_filter_has (self->filter, field, lens, trait->text)))
        add_choice (self, choices, field, lens, trait->text, count);
    }
  g_ptr_array_sort (choices, compare_choices);
}

/* ---- which fields there are ---- */

static void
add_topic (GPtrArray     *topics,
           PzFilterField  field,
           const char    *lens)
{
  PzFilterTopic *topic = g_new0 (PzFilterTopic, 1);

  topic->field = field;
  topic->lens = g_strdup (lens);
  g_ptr_array_add (topics, topic);
}

static void
add_lenses (PzFilterModel *self,
            GPtrArray     *topics)
{
  PzDocument *document = get_document (self);
  GListModel *lenses = pz_document_get_records (document, PZ_RECORD_LENS);

  /* sensitive: only when the teacher turned it on for the class */
  if (!pz_record_set_has (pz_document_get_owner (document), PZ_CLASSROOM_FIELDS_ON, "lens-values"))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (lenses); i++)
    {
      g_autoptr(PzRecord) lens = g_list_model_get_item (lenses, i);

      if (!pz_record_is_deleted (lens))
        add_topic (topics, PZ_FILTER_LENS, pz_record_get_id (lens));
    }
}

static void
class_changed_cb (PzFilterModel *self)
{
  tell_changed (self);
}

static void
pz_filter_model_finalize (GObject *object)
{
  PzFilterModel *self = PZ_FILTER_MODEL (object);

  g_clear_object (&self->traits);
  g_clear_object (&self->classroom);
  pz_learner_filter_free (self->filter);
  G_OBJECT_CLASS (pz_filter_model_parent_class)->finalize (object);
}

static void
pz_filter_model_class_init (PzFilterModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_filter_model_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
pz_filter_model_init (PzFilterModel *self)
{
  self->filter = pz_learner_filter_new ();
}

/**
 * pz_filter_model_new:
 * @classroom: the class
 *
 * Returns: (transfer full): no conditions on the learners of the class
 */
PzFilterModel *
pz_filter_model_new (PzClassroom *classroom)
{
  PzFilterModel *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_FILTER_MODEL, NULL);
  self->classroom = g_object_ref (classroom);
  self->traits = pz_classroom_traits_new (classroom);
  g_signal_connect_object (self->traits, "changed", G_CALLBACK (class_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_document (self), "changed", G_CALLBACK (class_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_document (self), "reloaded", G_CALLBACK (class_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * pz_filter_model_get_classroom:
 * @self: the model
 *
 * Returns: (transfer none): the class
 */
PzClassroom *
pz_filter_model_get_classroom (PzFilterModel *self)
{
  g_return_val_if_fail (PZ_IS_FILTER_MODEL (self), NULL);
  return self->classroom;
}

/**
 * pz_filter_model_get_traits:
 * @self: the model
 *
 * Returns: (transfer none): what is known of the learners
 */
PzClassroomTraits *
pz_filter_model_get_traits (PzFilterModel *self)
{
  g_return_val_if_fail (PZ_IS_FILTER_MODEL (self), NULL);
  return self->traits;
}

/**
 * pz_filter_model_peek:
 * @self: the model
 *
 * Returns: (transfer none): the conditions, valid until "changed"
 */
const PzLearnerFilter *
pz_filter_model_peek (PzFilterModel *self)
{
  g_return_val_if_fail (PZ_IS_FILTER_MODEL (self), NULL);
  return self->filter;
}

/**
 * pz_filter_model_toggle:
 * @self: the model
 * @field: what is looked at
 * @lens: (nullable): id of a lens
 * @value: becomes a condition, or is one no longer
 */
void
pz_filter_model_toggle (PzFilterModel *self,
                        PzFilterField  field,
                        const char    *lens,
                        const char    *value)
{
  g_return_if_fail (PZ_IS_FILTER_MODEL (self));

  if (pz_learner_filter_has (self->filter, field, lens, value))
    pz_learner_filter_remove (self->filter, field, lens, value);
  else
    pz_learner_filter_add (self->filter, field, lens, value);
  pz_classroom_traits_load (self->traits);
  tell_changed (self);
}

/**
 * pz_filter_model_remove:
 * @self: the model
 * @field: what is looked at no longer
 * @lens: (nullable): id of a lens
 */
void
pz_filter_model_remove (PzFilterModel *self,
                        PzFilterField  field,
                        const char    *lens)
{
  g_return_if_fail (PZ_IS_FILTER_MODEL (self));

  pz_learner_filter_remove_group (self->filter, field, lens);
  tell_changed (self);
}

/**
 * pz_filter_model_set:
 * @self: the model
 * @filter: (nullable): the new conditions; %NULL for none
 */
void
pz_filter_model_set (PzFilterModel         *self,
                     const PzLearnerFilter *filter)
{
  g_autoptr(PzLearnerFilter) old = NULL;

  g_return_if_fail (PZ_IS_FILTER_MODEL (self));

  old = self->filter;
  self->filter = filter != NULL ? pz_learner_filter_copy (filter) : pz_learner_filter_new ();
  if (!pz_learner_filter_is_empty (self->filter))
    pz_classroom_traits_load (self->traits);
  tell_changed (self);
}

/**
 * pz_filter_model_list_topics:
 * @self: the model
 *
 * Returns: (transfer full) (element-type PzFilterTopic): the fields with values to choose from, in the order menus have
 */
GPtrArray *
pz_filter_model_list_topics (PzFilterModel *self)
{
  GPtrArray *topics;

  g_return_val_if_fail (PZ_IS_FILTER_MODEL (self), NULL);

  topics = g_ptr_array_new_with_free_func (topic_free);
  for (int field = PZ_FILTER_LEVEL; field < PZ_FILTER_LENS; field++)
    add_topic (topics, (PzFilterField) field, NULL);
  add_lenses (self, topics);
  for (int field = PZ_FILTER_DEVICE; field <= PZ_FILTER_QUIET_PLACE; field++)
    add_topic (topics, (PzFilterField) field, NULL);
  return topics;
}

/**
 * pz_filter_model_list_choices:
 * @self: the model
 * @field: what is looked at
 * @lens: (nullable): id of a lens
 *
 * Returns: (transfer full) (element-type PzFilterChoice): what learners have there, most used first; levels in their own
 *   order. Empty before the traits were read
 */
GPtrArray *
pz_filter_model_list_choices (PzFilterModel *self,
                              PzFilterField  field,
                              const char    *lens)
{
  GPtrArray *choices;

  g_return_val_if_fail (PZ_IS_FILTER_MODEL (self), NULL);

  choices = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_filter_choice_free);
  if (field == PZ_FILTER_LEVEL)
    add_levels (self, choices);
  else
    add_traits (self, choices, field, lens);
  return choices;
}

/**
 * pz_filter_model_count:
 * @self: the model
 * @field: %PZ_FILTER_LEVEL, %PZ_FILTER_SEEN, %PZ_FILTER_ABSENT or %PZ_FILTER_ARCHIVED
 * @value: a value
 *
 * Returns: how many learners pass when this is the only condition
 */
guint
pz_filter_model_count (PzFilterModel *self,
                       PzFilterField  field,
                       const char    *value)
{
  g_autoptr(PzLearnerFilter) filter = pz_learner_filter_new ();
  g_autoptr(PzLearnerMatch) match = NULL;
  PzIndex *index;
  gboolean archived;
  guint n = 0;

  g_return_val_if_fail (PZ_IS_FILTER_MODEL (self), 0);

  index = pz_classroom_get_index (self->classroom);
  archived = field == PZ_FILTER_ARCHIVED || wants_archived (self);
  pz_learner_filter_add (filter, field, NULL, value);
  match = pz_learner_match_new (index, self->traits, filter, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    {
      PzIndexFlags flags = pz_index_peek_flags (index, i);

      if ((flags & PZ_INDEX_DELETED) == 0 && ((flags & PZ_INDEX_ARCHIVED) != 0) == archived)
        n += pz_learner_match_test (match, i, NULL) == PZ_MATCH_YES;
    }
  return n;
}

/**
 * pz_filter_model_rank_levels:
 * @classroom: a class
 *
 * Returns: (transfer full) (element-type utf8 guint): id of a level -> its place in the class's order, from 1
 */
GHashTable *
pz_filter_model_rank_levels (PzClassroom *classroom)
{
  g_autoptr(GPtrArray) levels = NULL;
  GHashTable *ranks;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  levels = list_levels (classroom);
  ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < levels->len; i++)
    g_hash_table_insert (ranks, g_strdup (pz_record_get_id (g_ptr_array_index (levels, i))), GUINT_TO_POINTER (i + 1));
  return ranks;
}

/**
 * pz_filter_model_make_choice:
 * @self: the model
 * @field: what is looked at, no lens
 * @value: a value
 * @count: how many learners have it
 *
 * Returns: (transfer full): a row of a menu
 */
PzFilterChoice *
pz_filter_model_make_choice (PzFilterModel *self,
                             PzFilterField  field,
                             const char    *value,
                             guint          count)
{
  PzFilterChoice *choice;

  g_return_val_if_fail (PZ_IS_FILTER_MODEL (self) && value != NULL, NULL);

  choice = g_new0 (PzFilterChoice, 1);
  choice->field = field;
  choice->value = g_strdup (value);
  choice->label = pz_filter_words_dup_value (field, value, get_document (self));
  choice->count = count;
  return choice;
}

/**
 * pz_filter_choice_free:
 * @self: (transfer full) (nullable): what to free
 */
void
pz_filter_choice_free (PzFilterChoice *self)
{
  if (self == NULL)
    return;
  g_free (self->lens);
  g_free (self->value);
  g_free (self->label);
  g_free (self);
}

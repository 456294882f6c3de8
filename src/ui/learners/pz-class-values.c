/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-class-values.h"

/* More learners than this are not read: what many use is found among the first ones. */
#define MOST_LEARNERS 300

struct _PzClassValues
{
  GObject parent_instance;

  PzClassroom *classroom;
  GHashTable *counts[PZ_N_LEARNER_FIELDS]; /* value -> how many learners have it; NULL for fields that are no sets */
  GPtrArray *waiting;                      /* ids still to be read; NULL before the collecting began */
  guint source;
};

G_DEFINE_FINAL_TYPE (PzClassValues, pz_class_values, G_TYPE_OBJECT)

static guint changed_signal;

static void
count_learner (PzClassValues *self,
               const char    *id)
{
  g_autoptr(PzDocument) document = pz_classroom_load (self->classroom, PZ_DOCUMENT_LEARNER, id, NULL);

  if (document == NULL) /* a damaged file is reported where it is looked at */
    return;
  for (guint field = 0; field < PZ_N_LEARNER_FIELDS; field++)
    {
      g_auto(GStrv) values = NULL;

      if (self->counts[field] == NULL)
        continue;
      values = pz_record_dup_set (pz_document_get_owner (document), field);
      for (gsize i = 0; values[i] != NULL; i++)
        pz_class_values_add (self, field, values[i]);
    }
}

static gboolean
collect_cb (gpointer user_data)
{
  PzClassValues *self = PZ_CLASS_VALUES (user_data);

  if (self->waiting->len > 0)
    {
      g_autofree char *id = g_ptr_array_steal_index (self->waiting, self->waiting->len - 1);

      count_learner (self, id);
      return G_SOURCE_CONTINUE;
    }
  self->source = 0;
  g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
pz_class_values_dispose (GObject *object)
{
  PzClassValues *self = PZ_CLASS_VALUES (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->classroom);
  for (guint field = 0; field < PZ_N_LEARNER_FIELDS; field++)
    g_clear_pointer (&self->counts[field], g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  G_OBJECT_CLASS (pz_class_values_parent_class)->dispose (object);
}

static void
pz_class_values_class_init (PzClassValuesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_class_values_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
pz_class_values_init (PzClassValues *self)
{
  const PzRecordSchema *schema = pz_schema_get_record (PZ_RECORD_LEARNER);

  for (guint field = 0; field < schema->n_fields; field++)
    if ((schema->fields[field].flags & (PZ_FIELD_SET | PZ_FIELD_SENSITIVE)) == PZ_FIELD_SET)
      self->counts[field] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * pz_class_values_new:
 * @classroom: the class
 *
 * Returns: (transfer full): values of the class, none yet
 */
PzClassValues *
pz_class_values_new (PzClassroom *classroom)
{
  PzClassValues *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_CLASS_VALUES, NULL);
  self->classroom = g_object_ref (classroom);
  return self;
}

/**
 * pz_class_values_collect:
 * @self: the values
 *
 * Begins to read the learners, once; "changed" is emitted when all are read.
 */
void
pz_class_values_collect (PzClassValues *self)
{
  PzIndex *index;

  g_return_if_fail (PZ_IS_CLASS_VALUES (self));

  if (self->waiting != NULL)
    return;
  self->waiting = g_ptr_array_new_with_free_func (g_free);
  index = pz_classroom_get_index (self->classroom);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)) && self->waiting->len < MOST_LEARNERS; i++)
    if (pz_index_peek_flags (index, i) == PZ_INDEX_SHOWN)
      g_ptr_array_add (self->waiting, g_strdup (pz_index_peek_id (index, i)));
  self->source = g_idle_add_full (G_PRIORITY_LOW, collect_cb, self, NULL);
}

/**
 * pz_class_values_add:
 * @self: the values
 * @field: a set of a learner; others are left alone
 * @value: a value that was just given
 */
void
pz_class_values_add (PzClassValues *self,
                     guint          field,
                     const char    *value)
{
  guint count;

  g_return_if_fail (PZ_IS_CLASS_VALUES (self));
  g_return_if_fail (field < PZ_N_LEARNER_FIELDS && value != NULL);

  if (self->counts[field] == NULL)
    return;
  count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts[field], value));
  g_hash_table_insert (self->counts[field], g_strdup (value), GUINT_TO_POINTER (count + 1));
}

static int
compare_values (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const char *left = *(const char **) a;
  const char *right = *(const char **) b;
  guint left_count = GPOINTER_TO_UINT (g_hash_table_lookup (user_data, left));
  guint right_count = GPOINTER_TO_UINT (g_hash_table_lookup (user_data, right));

  if (left_count != right_count)
    return left_count > right_count ? -1 : 1;
  return g_utf8_collate (left, right);
}

/**
 * pz_class_values_dup:
 * @self: the values
 * @field: a set of a learner
 *
 * Returns: (transfer full): the values found so far, those of most learners first
 */
GStrv
pz_class_values_dup (PzClassValues *self,
                     guint          field)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (PZ_IS_CLASS_VALUES (self), NULL);
  g_return_val_if_fail (field < PZ_N_LEARNER_FIELDS, NULL);

  if (self->counts[field] != NULL)
    {
      g_hash_table_iter_init (&iter, self->counts[field]);
      while (g_hash_table_iter_next (&iter, &value, NULL))
        g_ptr_array_add (values, value);
      g_ptr_array_sort_with_data (values, compare_values, self->counts[field]);
    }
  g_ptr_array_add (values, NULL);
  return g_strdupv ((char **) values->pdata);
}

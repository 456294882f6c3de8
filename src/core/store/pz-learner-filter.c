/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-filter-private.h"

#include <string.h>

/* The name of a field in a saved filter is its name everywhere; field: of a learner, or -1 when it is none. */
static const struct
{
  const char *name;
  int field;
} fields[PZ_N_FILTER_FIELDS] = {
  [PZ_FILTER_LEVEL] = { "level", PZ_LEARNER_LEVEL },
  [PZ_FILTER_STRENGTH] = { "strengths", PZ_LEARNER_STRENGTHS },
  [PZ_FILTER_NEED] = { "needs", PZ_LEARNER_NEEDS },
  [PZ_FILTER_INTEREST] = { "interests", PZ_LEARNER_INTERESTS },
  [PZ_FILTER_SUPPORT] = { "supports", PZ_LEARNER_SUPPORTS },
  [PZ_FILTER_LANGUAGE] = { "home-languages", PZ_LEARNER_HOME_LANGUAGES },
  [PZ_FILTER_LENS] = { "lens", PZ_LEARNER_LENS_VALUES },
  [PZ_FILTER_DEVICE] = { "device-at-home", PZ_LEARNER_DEVICE_AT_HOME },
  [PZ_FILTER_INTERNET] = { "internet-at-home", PZ_LEARNER_INTERNET_AT_HOME },
  [PZ_FILTER_QUIET_PLACE] = { "quiet-place-at-home", PZ_LEARNER_QUIET_PLACE },
  [PZ_FILTER_SEEN] = { "seen", -1 },
  [PZ_FILTER_ATTENTION] = { "attention", -1 },
  [PZ_FILTER_ABSENT] = { "absent", -1 },
  [PZ_FILTER_ARCHIVED] = { "archived", PZ_LEARNER_ARCHIVED },
};

static void
group_free (gpointer data)
{
  PzFilterGroup *group = data;

  g_free (group->lens);
  g_ptr_array_unref (group->values);
  g_free (group);
}

static void
unknown_free (gpointer data)
{
  PzFilterUnknown *unknown = data;

  g_free (unknown->name);
  g_free (unknown->raw);
  g_free (unknown);
}

static gboolean
find_value (const PzFilterGroup *group,
            const char          *value,
            guint               *position)
{
  return g_ptr_array_find_with_equal_func (group->values, value, g_str_equal, position);
}

/* the same values, in whatever order */
static gboolean
groups_equal (const PzFilterGroup *a,
              const PzFilterGroup *b)
{
  if (a->values->len != b->values->len)
    return FALSE;
  for (guint i = 0; i < a->values->len; i++)
    if (!find_value (b, g_ptr_array_index (a->values, i), NULL))
      return FALSE;
  return TRUE;
}

/**
 * pz_learner_filter_new:
 *
 * Returns: (transfer full): a filter that every learner passes
 */
PzLearnerFilter *
pz_learner_filter_new (void)
{
  PzLearnerFilter *self = g_new0 (PzLearnerFilter, 1);

  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->unknown = g_ptr_array_new_with_free_func (unknown_free);
  return self;
}

/**
 * pz_learner_filter_copy:
 * @self: a filter
 *
 * Returns: (transfer full): another one with the same conditions
 */
PzLearnerFilter *
pz_learner_filter_copy (const PzLearnerFilter *self)
{
  PzLearnerFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = pz_learner_filter_new ();
  for (guint i = 0; i < self->groups->len; i++)
    {
      const PzFilterGroup *group = g_ptr_array_index (self->groups, i);

      for (guint j = 0; j < group->values->len; j++)
        pz_learner_filter_add (copy, group->field, group->lens, g_ptr_array_index (group->values, j));
    }
  for (guint i = 0; i < self->unknown->len; i++)
    {
      const PzFilterUnknown *unknown = g_ptr_array_index (self->unknown, i);

      pz_learner_filter_add_unknown (copy, unknown->name, unknown->raw, strlen (unknown->raw));
    }
  return copy;
}

/**
 * pz_learner_filter_free:
 * @self: (transfer full) (nullable): what to free
 */
void
pz_learner_filter_free (PzLearnerFilter *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->unknown);
  g_free (self);
}

/**
 * pz_learner_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether every learner passes
 */
gboolean
pz_learner_filter_is_empty (const PzLearnerFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return self->groups->len == 0;
}

/**
 * pz_learner_filter_equal:
 * @a: a filter
 * @b: another one
 *
 * Returns: whether they have the same conditions, in whatever order
 */
gboolean
pz_learner_filter_equal (const PzLearnerFilter *a,
                         const PzLearnerFilter *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->groups->len != b->groups->len)
    return FALSE;
  for (guint i = 0; i < a->groups->len; i++)
    {
      const PzFilterGroup *group = g_ptr_array_index (a->groups, i);
      const PzFilterGroup *other = pz_learner_filter_find (b, group->field, group->lens);

      if (other == NULL || !groups_equal (group, other))
        return FALSE;
    }
  return TRUE;
}

/**
 * pz_learner_filter_get_n_groups:
 * @self: a filter
 *
 * Returns: how many groups of conditions it has
 */
guint
pz_learner_filter_get_n_groups (const PzLearnerFilter *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->groups->len;
}

/**
 * pz_learner_filter_get_group:
 * @self: a filter
 * @position: less than the number of groups
 *
 * Returns: (transfer none): the group, valid until the filter changes
 */
const PzFilterGroup *
pz_learner_filter_get_group (const PzLearnerFilter *self,
                             guint                  position)
{
  g_return_val_if_fail (self != NULL && position < self->groups->len, NULL);
  return g_ptr_array_index (self->groups, position);
}

/**
 * pz_learner_filter_find:
 * @self: a filter
 * @field: what is looked at
 * @lens: (nullable): id of a lens, for %PZ_FILTER_LENS
 *
 * Returns: (transfer none) (nullable): the conditions on it, valid until the filter changes; %NULL without any
 */
const PzFilterGroup *
pz_learner_filter_find (const PzLearnerFilter *self,
                        PzFilterField          field,
                        const char            *lens)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const PzFilterGroup *group = g_ptr_array_index (self->groups, i);

      if (group->field == field && g_strcmp0 (group->lens, lens) == 0)
        return group;
    }
  return NULL;
}

/**
 * pz_learner_filter_has:
 * @self: a filter
 * @field: what is looked at
 * @lens: (nullable): id of a lens, for %PZ_FILTER_LENS
 * @value: a value
 *
 * Returns: whether the value is among the conditions
 */
gboolean
pz_learner_filter_has (const PzLearnerFilter *self,
                       PzFilterField          field,
                       const char            *lens,
                       const char            *value)
{
  const PzFilterGroup *group = pz_learner_filter_find (self, field, lens);

  return group != NULL && find_value (group, value, NULL);
}

/**
 * pz_learner_filter_add:
 * @self: a filter
 * @field: what is looked at
 * @lens: (nullable): id of a lens, for %PZ_FILTER_LENS
 * @value: lets learners with this value pass, too; nothing happens when it is there
 */
void
pz_learner_filter_add (PzLearnerFilter *self,
                       PzFilterField    field,
                       const char      *lens,
                       const char      *value)
{
  PzFilterGroup *group;

  g_return_if_fail (self != NULL && field < PZ_N_FILTER_FIELDS && value != NULL);
  g_return_if_fail ((field == PZ_FILTER_LENS) == (lens != NULL));

  group = (PzFilterGroup *) pz_learner_filter_find (self, field, lens);
  if (group == NULL)
    {
      group = g_new0 (PzFilterGroup, 1);
      group->field = field;
      group->lens = g_strdup (lens);
      group->values = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->groups, group);
    }
  if (!find_value (group, value, NULL))
    g_ptr_array_add (group->values, g_strdup (value));
}

/**
 * pz_learner_filter_remove:
 * @self: a filter
 * @field: what is looked at
 * @lens: (nullable): id of a lens, for %PZ_FILTER_LENS
 * @value: no longer among the conditions; with the last one the group goes
 */
void
pz_learner_filter_remove (PzLearnerFilter *self,
                          PzFilterField    field,
                          const char      *lens,
                          const char      *value)
{
  const PzFilterGroup *group = pz_learner_filter_find (self, field, lens);
  guint position;

  if (group == NULL || !find_value (group, value, &position))
    return;
  g_ptr_array_remove_index (group->values, position);
  if (group->values->len == 0)
    pz_learner_filter_remove_group (self, field, lens);
}

/**
 * pz_learner_filter_remove_group:
 * @self: a filter
 * @field: what is looked at no longer
 * @lens: (nullable): id of a lens, for %PZ_FILTER_LENS
 */
void
pz_learner_filter_remove_group (PzLearnerFilter *self,
                                PzFilterField    field,
                                const char      *lens)
{
  const PzFilterGroup *group = pz_learner_filter_find (self, field, lens);

  if (group != NULL)
    g_ptr_array_remove (self->groups, (gpointer) group);
}

/**
 * pz_learner_filter_clear:
 * @self: a filter
 *
 * Lets every learner pass; what a newer version wrote goes as well.
 */
void
pz_learner_filter_clear (PzLearnerFilter *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_set_size (self->groups, 0);
  g_ptr_array_set_size (self->unknown, 0);
}

/**
 * pz_learner_filter_count_unknown:
 * @self: a filter
 *
 * Returns: how many conditions of a newer version it keeps without looking at them
 */
guint
pz_learner_filter_count_unknown (const PzLearnerFilter *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->unknown->len;
}

/**
 * pz_filter_field_get_learner_field:
 * @field: what is looked at
 *
 * Returns: the field of a learner that holds it (%PZ_LEARNER_LEVEL ...); -1 when it follows from other records
 */
int
pz_filter_field_get_learner_field (PzFilterField field)
{
  g_return_val_if_fail (field < PZ_N_FILTER_FIELDS, -1);
  return fields[field].field;
}

/**
 * pz_filter_field_get_name:
 * @field: what is looked at
 *
 * Returns: its name in a saved filter
 */
const char *
pz_filter_field_get_name (PzFilterField field)
{
  g_return_val_if_fail (field < PZ_N_FILTER_FIELDS, NULL);
  return fields[field].name;
}

/**
 * pz_learner_filter_add_unknown:
 * @self: a filter
 * @name: of a condition of a newer version
 * @raw: its value, one JSON value already read by the strict reader
 * @length: of @raw in bytes
 *
 * Keeps the condition for the next time the filter is saved.
 */
void
pz_learner_filter_add_unknown (PzLearnerFilter *self,
                               const char      *name,
                               const char      *raw,
                               gsize            length)
{
  PzFilterUnknown *unknown = g_new0 (PzFilterUnknown, 1);

  unknown->name = g_strdup (name);
  unknown->raw = g_strndup (raw, length);
  g_ptr_array_add (self->unknown, unknown);
}

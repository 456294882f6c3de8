/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-index-private.h"

#include <glib/gi18n-lib.h>

struct _PzLearnerRow
{
  GObject parent_instance;

  PzIndexEntry *entry;  /* what is shown */
  PzIndexEntry *holder; /* the entry of the index that looks the same and leads to this row; mostly @entry itself */
  char *display_name;   /* made when asked for */
};

G_DEFINE_FINAL_TYPE (PzLearnerRow, pz_learner_row, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_DISPLAY_NAME,
  PROP_GIVEN_NAME,
  PROP_FAMILY_NAME,
  PROP_LEVEL,
  PROP_SOURCED_ID,
  PROP_LAST_CHECK_IN,
  PROP_LAST_MEASURED,
  PROP_ABSENCES,
  PROP_N_GOALS,
  PROP_N_ACTIVE_GOALS,
  PROP_N_MEASUREMENTS,
  PROP_N_CONFLICTS,
  PROP_DELETED,
  PROP_ARCHIVED,
  PROP_DAMAGED,
  N_PROPERTIES,
} PzLearnerRowProperty;

static GParamSpec *properties[N_PROPERTIES];

static const char *
get_text (PzLearnerRow *self,
          guint         property)
{
  switch ((PzLearnerRowProperty) property)
    {
    case PROP_ID:
      return pz_learner_row_get_id (self);
    case PROP_DISPLAY_NAME:
      return pz_learner_row_get_display_name (self);
    case PROP_GIVEN_NAME:
      return pz_learner_row_get_given_name (self);
    case PROP_FAMILY_NAME:
      return pz_learner_row_get_family_name (self);
    case PROP_LEVEL:
      return pz_learner_row_get_level (self);
    case PROP_SOURCED_ID:
      return pz_learner_row_get_sourced_id (self);
    case PROP_LAST_CHECK_IN:
      return pz_learner_row_get_last_check_in (self);
    case PROP_ABSENCES:
      return pz_learner_row_get_absences (self);
    default:
      return pz_learner_row_get_last_measured (self);
    }
}

static void
pz_learner_row_get_property (GObject    *object,
                             guint       property,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PzLearnerRow *self = PZ_LEARNER_ROW (object);

  switch ((PzLearnerRowProperty) property)
    {
    case PROP_N_GOALS:
      g_value_set_uint (value, pz_learner_row_get_n_goals (self));
      break;
    case PROP_N_ACTIVE_GOALS:
      g_value_set_uint (value, pz_learner_row_get_n_active_goals (self));
      break;
    case PROP_N_MEASUREMENTS:
      g_value_set_uint (value, pz_learner_row_get_n_measurements (self));
      break;
    case PROP_N_CONFLICTS:
      g_value_set_uint (value, pz_learner_row_get_n_conflicts (self));
      break;
    case PROP_DELETED:
      g_value_set_boolean (value, pz_learner_row_is_deleted (self));
      break;
    case PROP_ARCHIVED:
      g_value_set_boolean (value, pz_learner_row_is_archived (self));
      break;
    case PROP_DAMAGED:
      g_value_set_boolean (value, pz_learner_row_is_damaged (self));
      break;
    default:
      g_value_set_string (value, get_text (self, property));
    }
}

static void
pz_learner_row_dispose (GObject *object)
{
  PzLearnerRow *self = PZ_LEARNER_ROW (object);

  /* the index makes a new one from now on */
  if (self->holder != NULL && self->holder->row == self)
    self->holder->row = NULL;
  G_OBJECT_CLASS (pz_learner_row_parent_class)->dispose (object);
}

static void
pz_learner_row_finalize (GObject *object)
{
  PzLearnerRow *self = PZ_LEARNER_ROW (object);

  g_clear_pointer (&self->entry, pz_index_entry_unref);
  g_clear_pointer (&self->holder, pz_index_entry_unref);
  g_free (self->display_name);
  G_OBJECT_CLASS (pz_learner_row_parent_class)->finalize (object);
}

static void
pz_learner_row_class_init (PzLearnerRowClass *klass)
{
  static const char *const names[N_PROPERTIES] = {
    NULL, "id", "display-name", "given-name", "family-name", "level", "sourced-id", "last-check-in", "last-measured",
    "absences", "n-goals", "n-active-goals", "n-measurements", "n-conflicts", "deleted", "archived", "damaged",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = pz_learner_row_dispose;
  object_class->finalize = pz_learner_row_finalize;
  object_class->get_property = pz_learner_row_get_property;

  for (guint i = PROP_ID; i < PROP_N_GOALS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  for (guint i = PROP_N_GOALS; i < PROP_DELETED; i++)
    properties[i] = g_param_spec_uint (names[i], NULL, NULL, 0, G_MAXUINT, 0, flags);
  for (guint i = PROP_DELETED; i < N_PROPERTIES; i++)
    properties[i] = g_param_spec_boolean (names[i], NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pz_learner_row_init (PzLearnerRow *self)
{
}

/**
 * pz_learner_row_get:
 * @entry: a sealed entry
 *
 * From the main thread only.
 *
 * Returns: (transfer full): the row of @entry: the one that somebody still holds, or a new one
 */
PzLearnerRow *
pz_learner_row_get (PzIndexEntry *entry)
{
  if (entry->row == NULL)
    {
      entry->row = g_object_new (PZ_TYPE_LEARNER_ROW, NULL);
      entry->row->entry = pz_index_entry_ref (entry);
      entry->row->holder = pz_index_entry_ref (entry);
      return entry->row;
    }
  return g_object_ref (entry->row);
}

/**
 * pz_learner_row_move:
 * @self: a row
 * @entry: a sealed entry without a row that looks as the one of @self
 *
 * Lets @entry lead to @self from now on. The texts of @self stay where they are.
 */
void
pz_learner_row_move (PzLearnerRow *self,
                     PzIndexEntry *entry)
{
  self->holder->row = NULL;
  pz_index_entry_unref (self->holder);
  self->holder = pz_index_entry_ref (entry);
  entry->row = self;
}

/**
 * pz_learner_row_get_id:
 *
 * Returns: the id of the learner, which is the name of the file too
 */
const char *
pz_learner_row_get_id (PzLearnerRow *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), NULL);

  return pz_index_entry_get_text (self->entry, PZ_INDEX_ID);
}

static char *
make_display_name (PzIndexEntry *entry)
{
  const char *call_name = pz_index_entry_get_call_name (entry);
  const char *family_name = pz_index_entry_get_text (entry, PZ_INDEX_FAMILY_NAME);

  if (*call_name != '\0' && family_name != NULL)
    /* Translators: the name of a person: %1$s is the given name, %2$s the family name */
    return g_strdup_printf (C_ ("name of a person", "%1$s %2$s"), call_name, family_name);
  if (*call_name != '\0' || family_name != NULL)
    return g_strdup (*call_name != '\0' ? call_name : family_name);
  if (entry->flags & PZ_INDEX_DAMAGED)
    /* Translators: in place of the name of a learner whose file is damaged */
    return g_strdup (_("Cannot be read"));
  /* Translators: in place of the name of a learner who has none yet */
  return g_strdup (_("No name"));
}

/**
 * pz_learner_row_get_display_name:
 *
 * Returns: the name as people read it; words of the program when there is none
 */
const char *
pz_learner_row_get_display_name (PzLearnerRow *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), NULL);

  if (self->display_name == NULL)
    self->display_name = make_display_name (self->entry);
  return self->display_name;
}

/**
 * pz_learner_row_get_given_name:
 *
 * Returns: the name in use, preferred or given; "" when there is none
 */
const char *
pz_learner_row_get_given_name (PzLearnerRow *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), NULL);

  return pz_index_entry_get_call_name (self->entry);
}

/**
 * pz_learner_row_get_family_name:
 *
 * Returns: the family name; "" when there is none
 */
const char *
pz_learner_row_get_family_name (PzLearnerRow *self)
{
  const char *name;

  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), NULL);

  name = pz_index_entry_get_text (self->entry, PZ_INDEX_FAMILY_NAME);
  return name != NULL ? name : "";
}

/**
 * pz_learner_row_get_level:
 *
 * Returns: (nullable): the id of the level in the classroom's document
 */
const char *
pz_learner_row_get_level (PzLearnerRow *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), NULL);

  return pz_index_entry_get_text (self->entry, PZ_INDEX_LEVEL);
}

/**
 * pz_learner_row_get_sourced_id:
 *
 * Returns: (nullable): what recognises the learner in a roster
 */
const char *
pz_learner_row_get_sourced_id (PzLearnerRow *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), NULL);

  return pz_index_entry_get_text (self->entry, PZ_INDEX_SOURCED_ID);
}

/**
 * pz_learner_row_get_last_check_in:
 *
 * Returns: (nullable): the date of the newest check-in, `YYYY-MM-DD`
 */
const char *
pz_learner_row_get_last_check_in (PzLearnerRow *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), NULL);

  return pz_index_entry_get_text (self->entry, PZ_INDEX_CHECK_IN);
}

/**
 * pz_learner_row_get_last_measured:
 *
 * Returns: (nullable): the date of the newest measurement that counts, `YYYY-MM-DD`
 */
const char *
pz_learner_row_get_last_measured (PzLearnerRow *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), NULL);

  return pz_index_entry_get_text (self->entry, PZ_INDEX_LAST);
}

/**
 * pz_learner_row_get_absences:
 *
 * Returns: (nullable): the days away, for pz_day_spans_parse(); %NULL when there are none
 */
const char *
pz_learner_row_get_absences (PzLearnerRow *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), NULL);

  return pz_index_entry_get_text (self->entry, PZ_INDEX_ABSENCES);
}

/**
 * pz_learner_row_get_n_goals:
 *
 * Returns: how many goals the learner has, those in the trash aside
 */
guint
pz_learner_row_get_n_goals (PzLearnerRow *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), 0);

  return self->entry->counts[PZ_INDEX_GOALS];
}

/**
 * pz_learner_row_get_n_active_goals:
 *
 * Returns: how many of the goals are being worked on
 */
guint
pz_learner_row_get_n_active_goals (PzLearnerRow *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), 0);

  return self->entry->counts[PZ_INDEX_ACTIVE];
}

/**
 * pz_learner_row_get_n_measurements:
 *
 * Returns: how many measurements count
 */
guint
pz_learner_row_get_n_measurements (PzLearnerRow *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), 0);

  return self->entry->counts[PZ_INDEX_MEASUREMENTS];
}

/**
 * pz_learner_row_get_n_conflicts:
 *
 * Returns: how many fields wait for the teacher to choose between values
 */
guint
pz_learner_row_get_n_conflicts (PzLearnerRow *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), 0);

  return self->entry->counts[PZ_INDEX_CONFLICTS];
}

/**
 * pz_learner_row_is_deleted:
 *
 * Returns: whether the learner is in the trash
 */
gboolean
pz_learner_row_is_deleted (PzLearnerRow *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), FALSE);

  return (self->entry->flags & PZ_INDEX_DELETED) != 0;
}

/**
 * pz_learner_row_is_archived:
 *
 * Returns: whether the learner has left the class
 */
gboolean
pz_learner_row_is_archived (PzLearnerRow *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), FALSE);

  return (self->entry->flags & PZ_INDEX_ARCHIVED) != 0;
}

/**
 * pz_learner_row_is_damaged:
 *
 * Returns: whether the file could not be read; the rest is then what was last known, or nothing
 */
gboolean
pz_learner_row_is_damaged (PzLearnerRow *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (self), FALSE);

  return (self->entry->flags & PZ_INDEX_DAMAGED) != 0;
}

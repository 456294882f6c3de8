/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-session-private.h"

#include "pz-import-choice.h"

#include <string.h>

static const PzRosterPerson *
get_teacher (PzImportSession *self)
{
  const PzRoster *roster = pz_import_reading_get_roster (self->reading);

  return self->teacher >= 0 ? pz_roster_find_person (roster, g_ptr_array_index (self->teachers, self->teacher)) : NULL;
}

/* what is chosen stays chosen, also when the roster is read once more */
static GHashTable *
collect_chosen (PzImportSession *self,
                GHashTable      *mine)
{
  GHashTable *chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *choices = G_LIST_MODEL (self->choices);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(PzImportChoice) choice = g_list_model_get_item (choices, i);
      const char *id = pz_import_choice_get_sourced_id (choice);

      if (id != NULL && pz_import_choice_get_chosen (choice))
        g_hash_table_add (chosen, g_strdup (id));
      if (id != NULL && pz_import_choice_get_mine (choice))
        g_hash_table_add (mine, g_strdup (id));
    }
  return chosen;
}

static void
choice_changed_cb (PzImportSession *self)
{
  pz_import_session_changed (self);
}

static PzImportChoice *
make_choice (PzImportSession     *self,
             const PzRosterClass *class_)
{
  PzImportChoice *choice = pz_import_choice_new (pz_import_reading_get_roster (self->reading), class_);

  g_signal_connect_object (choice, "notify::chosen", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  return choice;
}

/* The classes of the teacher first, and chosen; those of a teacher who was picked before are let go. */
static void
fill_choices (PzImportSession *self)
{
  const PzRoster *roster = pz_import_reading_get_roster (self->reading);
  g_autoptr(GHashTable) was_mine = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) chosen = collect_chosen (self, was_mine);
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) classes = NULL;
  guint n_mine = 0;

  classes = pz_roster_list_classes (roster, get_teacher (self), &n_mine);
  for (guint i = 0; i < classes->len; i++)
    {
      const PzRosterClass *class_ = g_ptr_array_index (classes, i);
      PzImportChoice *choice = make_choice (self, class_);
      gboolean before = class_->sourced_id != NULL && g_hash_table_contains (was_mine, class_->sourced_id);
      gboolean taken = class_->sourced_id != NULL && g_hash_table_contains (chosen, class_->sourced_id);
      gboolean mine = get_teacher (self) != NULL && i < n_mine;

      pz_import_choice_set_mine (choice, mine);
      pz_import_choice_set_chosen (choice, classes->len == 1 || (mine && !before) || (taken && mine == before));
      g_ptr_array_add (list, choice);
    }
  g_list_store_splice (self->choices, 0, g_list_model_get_n_items (G_LIST_MODEL (self->choices)), list->pdata, list->len);
}

typedef struct
{
  const char *id;
  char *key;
} Teacher;

static void
teacher_clear (gpointer data)
{
  g_free (((Teacher *) data)->key);
}

static int
compare_teachers (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (((const Teacher *) a)->key, ((const Teacher *) b)->key);
}

static void
list_teachers (PzImportSession *self)
{
  const PzRoster *roster = pz_import_reading_get_roster (self->reading);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Teacher));

  g_array_set_clear_func (found, teacher_clear);
  for (guint i = 0; i < roster->classes->len; i++)
    {
      const PzRosterClass *class_ = g_ptr_array_index (roster->classes, i);

      for (guint j = 0; class_->active && j < class_->teachers->len; j++)
        {
          const PzRosterPerson *person = g_ptr_array_index (class_->teachers, j);
          g_autofree char *name = pz_roster_person_dup_name (person);
          Teacher teacher = { person->sourced_id, NULL };

          if (person->sourced_id == NULL || !g_hash_table_add (seen, person->sourced_id))
            continue;
          teacher.key = g_utf8_collate_key (name, -1);
          g_array_append_val (found, teacher);
        }
    }
  g_array_sort (found, compare_teachers);
  g_ptr_array_set_size (self->teachers, 0);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (self->teachers, g_strdup (g_array_index (found, Teacher, i).id));
}

/**
 * pz_import_session_take_roster:
 *
 * Lists the classes and teachers of the roster that was just read.
 */
void
pz_import_session_take_roster (PzImportSession *self)
{
  g_autofree char *id = self->teacher >= 0 ? g_strdup (g_ptr_array_index (self->teachers, self->teacher)) : NULL;

  list_teachers (self);
  self->teacher = -1;
  for (guint i = 0; id != NULL && i < self->teachers->len; i++)
    if (g_str_equal (g_ptr_array_index (self->teachers, i), id))
      self->teacher = (int) i;
  fill_choices (self);
  self->outdated = FALSE;
}

/**
 * pz_import_session_get_choices:
 * @self: an import
 *
 * Returns: (transfer none): the classes of the roster, of PzImportChoice; those of the teacher first, then by title
 */
GListModel *
pz_import_session_get_choices (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), NULL);
  return G_LIST_MODEL (self->choices);
}

/**
 * pz_import_session_count_chosen:
 * @self: an import
 * @n_learners: (out) (optional): how many learners these have together
 *
 * Returns: how many classes are to be imported
 */
guint
pz_import_session_count_chosen (PzImportSession *self,
                                guint           *n_learners)
{
  GListModel *choices;
  guint n = 0;
  guint learners = 0;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), 0);

  choices = G_LIST_MODEL (self->choices);
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(PzImportChoice) choice = g_list_model_get_item (choices, i);

      if (!pz_import_choice_get_chosen (choice))
        continue;
      n++;
      learners += pz_import_choice_get_n_learners (choice);
    }
  if (n_learners != NULL)
    *n_learners = learners;
  return n;
}

/**
 * pz_import_session_get_n_teachers:
 * @self: an import
 *
 * Returns: how many people teach in the roster
 */
guint
pz_import_session_get_n_teachers (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), 0);
  return self->teachers->len;
}

/**
 * pz_import_session_dup_teacher_name:
 * @self: an import
 * @teacher: below their number
 *
 * Returns: (transfer full): the name
 */
char *
pz_import_session_dup_teacher_name (PzImportSession *self,
                                    guint            teacher)
{
  const PzRosterPerson *person;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self) && teacher < self->teachers->len, NULL);

  person = pz_roster_find_person (pz_import_reading_get_roster (self->reading),
                                  g_ptr_array_index (self->teachers, teacher));
  return pz_roster_person_dup_name (person);
}

/**
 * pz_import_session_get_teacher:
 * @self: an import
 *
 * Returns: who imports; -1: nobody said
 */
int
pz_import_session_get_teacher (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), -1);
  return self->teacher;
}

/**
 * pz_import_session_set_teacher:
 * @self: an import
 * @teacher: who imports, below their number; -1: nobody in particular
 *
 * The classes of this person come first and are chosen.
 */
void
pz_import_session_set_teacher (PzImportSession *self,
                               int              teacher)
{
  g_return_if_fail (PZ_IS_IMPORT_SESSION (self) && teacher < (int) self->teachers->len);

  if (self->teacher == teacher)
    return;
  self->teacher = teacher;
  fill_choices (self);
  pz_import_session_changed (self);
}

/**
 * pz_import_session_get_demographics:
 * @self: an import
 *
 * Returns: (transfer none): columns about people the roster has; none is read unless it is asked for
 */
const char *const *
pz_import_session_get_demographics (PzImportSession *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), none);
  return self->reading != NULL ? pz_import_reading_get_demographics (self->reading) : none;
}

/**
 * pz_import_demographic_to_field:
 * @column: a column of the demographics
 *
 * Returns: the field of a learner that keeps it; -1: it becomes a lens of the class
 */
int
pz_import_demographic_to_field (const char *column)
{
  g_return_val_if_fail (column != NULL, -1);
  return g_ascii_strcasecmp (column, "birthDate") == 0 ? PZ_LEARNER_BIRTH_DATE : -1;
}

/**
 * pz_import_session_reads_demographic:
 * @self: an import
 * @column: one of the columns
 *
 * Returns: whether it is to be read
 */
gboolean
pz_import_session_reads_demographic (PzImportSession *self,
                                     const char      *column)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self) && column != NULL, FALSE);
  return g_hash_table_contains (self->demographics, column);
}

/**
 * pz_import_session_read_demographic:
 * @self: an import
 * @column: one of the columns
 * @wanted: whether to read it
 */
void
pz_import_session_read_demographic (PzImportSession *self,
                                    const char      *column,
                                    gboolean         wanted)
{
  g_return_if_fail (PZ_IS_IMPORT_SESSION (self) && column != NULL);

  if (pz_import_session_reads_demographic (self, column) == !!wanted)
    return;
  if (wanted)
    g_hash_table_add (self->demographics, g_strdup (column));
  else
    g_hash_table_remove (self->demographics, column);
  self->outdated = TRUE;
  pz_import_session_changed (self);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-private.h"

#include "pz-import-fields.h"
#include "pz-import-match.h"
#include "pz-library.h"

#include <string.h>

static void
item_free (PzImportItem *item)
{
  g_free (item->learner);
  g_free (item->name);
  g_ptr_array_unref (item->differences);
  g_free (item);
}

static PzImportItem *
new_item (PzImportPlan         *self,
          PzImportKind          kind,
          const char           *learner,
          const PzRosterPerson *person,
          char                 *name,
          GPtrArray            *differences)
{
  PzImportItem *item = g_new0 (PzImportItem, 1);

  item->kind = kind;
  item->chosen = kind != PZ_IMPORT_GONE && kind != PZ_IMPORT_DELETED;
  item->learner = g_strdup (learner);
  item->person = person;
  item->name = name;
  item->differences = differences != NULL
                          ? differences
                          : g_ptr_array_new_with_free_func ((GDestroyNotify) pz_import_difference_free);
  g_ptr_array_add (self->items, item);
  return item;
}

static gboolean
plan_known (PzImportPlan          *self,
            PzLearnerRow          *row,
            const PzRosterPerson  *person,
            GError               **error)
{
  g_autoptr(PzDocument) document = pz_classroom_load (self->classroom, PZ_DOCUMENT_LEARNER, pz_learner_row_get_id (row),
                                                      error);
  GPtrArray *differences;
  PzImportKind kind;

  if (document == NULL)
    return FALSE;
  differences = pz_import_compare (self->classroom, document, person);
  if (pz_learner_row_is_deleted (row))
    kind = PZ_IMPORT_DELETED;
  else if (pz_learner_row_is_archived (row))
    kind = PZ_IMPORT_BACK;
  else
    kind = differences->len > 0 ? PZ_IMPORT_CHANGED : PZ_IMPORT_SAME;
  new_item (self, kind, pz_learner_row_get_id (row), person, g_strdup (pz_learner_row_get_display_name (row)), differences);
  return TRUE;
}

static void
plan_gone (PzImportPlan *self,
           PzImportMatcher *matcher)
{
  GListModel *index = G_LIST_MODEL (pz_classroom_get_index (self->classroom));

  for (guint i = 0; i < g_list_model_get_n_items (index); i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (index, i);

      if (pz_learner_row_get_sourced_id (row) == NULL || pz_learner_row_is_deleted (row) || pz_learner_row_is_archived (row)
          || pz_learner_row_is_damaged (row) || pz_import_matcher_has_taken (matcher, pz_learner_row_get_id (row)))
        continue;
      new_item (self, PZ_IMPORT_GONE, pz_learner_row_get_id (row), NULL, g_strdup (pz_learner_row_get_display_name (row)),
                NULL);
    }
}

static gboolean
plan_people (PzImportPlan  *self,
             GPtrArray     *people,
             PzImportMatcher       *matcher,
             GError       **error)
{
  for (guint i = 0; i < people->len; i++)
    {
      const PzRosterPerson *person = g_ptr_array_index (people, i);
      PzLearnerRow *row = matcher != NULL ? pz_import_matcher_find (matcher, person) : NULL;

      if (row == NULL)
        new_item (self, PZ_IMPORT_NEW, NULL, person, pz_roster_person_dup_name (person),
                  pz_import_compare (self->classroom, NULL, person));
      else if (!plan_known (self, row, person, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * pz_import_plan_new:
 * @classroom: (nullable): the class to import into; %NULL: a new one
 * @class_info: what the class is called
 * @people: (element-type PzRosterPerson): who is in it now; must outlive the plan
 * @complete: whether @people is everybody, so that learners who are missing in it are proposed as gone
 * @error: a learner's file could not be read
 *
 * Learners are recognised by their roster number; people without one, or new to the class's numbers, by their name when
 * it is unmistakable. Nothing is written.
 *
 * Returns: (transfer full): what the import would do, or %NULL
 */
PzImportPlan *
pz_import_plan_new (PzClassroom          *classroom,
                    const PzImportClass  *class_info,
                    GPtrArray            *people,
                    gboolean              complete,
                    GError              **error)
{
  PzImportPlan *self;
  g_autoptr(PzImportMatcher) matcher = NULL;
  gboolean ok;

  g_return_val_if_fail (classroom == NULL || PZ_IS_CLASSROOM (classroom), NULL);
  g_return_val_if_fail (class_info != NULL && people != NULL, NULL);

  self = g_new0 (PzImportPlan, 1);
  self->classroom = classroom != NULL ? g_object_ref (classroom) : NULL;
  self->name = g_strdup (class_info->name);
  self->sourced_id = g_strdup (class_info->sourced_id);
  self->subject = g_strdup (class_info->subject);
  self->school = g_strdup (class_info->school);
  self->term_start = g_strdup (class_info->term_start);
  self->term_end = g_strdup (class_info->term_end);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  if (classroom == NULL)
    {
      plan_people (self, people, NULL, NULL);
      return self;
    }
  matcher = pz_import_matcher_new (pz_classroom_get_index (classroom));
  ok = plan_people (self, people, matcher, error);
  if (ok && complete)
    plan_gone (self, matcher);
  if (!ok)
    g_clear_pointer (&self, pz_import_plan_free);
  return self;
}

static PzClassroom *
find_class (PzEnvironment  *environment,
            const char     *sourced_id,
            GError        **error)
{
  g_autoptr(GListModel) classes = NULL;

  if (sourced_id == NULL)
    return NULL;
  classes = pz_library_list (environment, FALSE, error);
  for (guint i = 0; classes != NULL && i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr(PzClassInfo) info = g_list_model_get_item (classes, i);

      if (g_strcmp0 (pz_class_info_get_sourced_id (info), sourced_id) == 0 && pz_class_info_get_problem (info) == NULL)
        return pz_classroom_open (environment, pz_class_info_get_path (info), error);
    }
  return NULL;
}

/* a class of several terms lasts from the first day of any to the last; days are YYYY-MM-DD and compare as text */
static void
take_terms (PzImportClass       *info,
            const PzRosterClass *class_)
{
  for (guint i = 0; i < class_->terms->len; i++)
    {
      const PzRosterSession *term = g_ptr_array_index (class_->terms, i);

      if (term->start_date != NULL && (info->term_start == NULL || strcmp (term->start_date, info->term_start) < 0))
        info->term_start = term->start_date;
      if (term->end_date != NULL && (info->term_end == NULL || strcmp (term->end_date, info->term_end) > 0))
        info->term_end = term->end_date;
    }
}

/* (nullable): of the class itself, else of the course it is a group of */
static const char *
find_subject (const PzRosterClass *class_)
{
  const PzRosterCourse *course = class_->course;

  if (class_->subjects != NULL)
    return class_->subjects[0];
  if (course == NULL)
    return NULL;
  return course->subjects != NULL ? course->subjects[0] : course->title;
}

/**
 * pz_import_plan_new_for_class:
 * @classroom: (nullable): the class to import into; %NULL: a new one
 * @roster: the roster; must outlive the plan
 * @class_: one of its classes
 * @error: a learner's file could not be read
 *
 * Like pz_import_plan_for_class() when the class is open already, so that its undo takes the import back.
 *
 * Returns: (transfer full): what the import would do, or %NULL
 */
PzImportPlan *
pz_import_plan_new_for_class (PzClassroom          *classroom,
                              const PzRoster       *roster,
                              const PzRosterClass  *class_,
                              GError              **error)
{
  g_autoptr(GPtrArray) people = NULL;
  PzImportClass info = { 0 };

  g_return_val_if_fail (classroom == NULL || PZ_IS_CLASSROOM (classroom), NULL);
  g_return_val_if_fail (roster != NULL && class_ != NULL, NULL);

  info.name = class_->title != NULL ? class_->title : class_->class_code != NULL ? class_->class_code : class_->sourced_id;
  info.sourced_id = class_->sourced_id;
  info.subject = find_subject (class_);
  info.school = class_->school != NULL ? class_->school->name : NULL;
  take_terms (&info, class_);
  people = pz_roster_list_learners (roster, class_);
  return pz_import_plan_new (classroom, &info, people, pz_roster_may_say_gone (roster), error);
}

/**
 * pz_import_plan_for_class:
 * @environment: clock, chance and the data folder
 * @roster: the roster; must outlive the plan
 * @class_: one of its classes
 * @error: the class on disk could not be read
 *
 * Returns: (transfer full): what the import would do, or %NULL
 */
PzImportPlan *
pz_import_plan_for_class (PzEnvironment        *environment,
                          const PzRoster       *roster,
                          const PzRosterClass  *class_,
                          GError              **error)
{
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment) && roster != NULL && class_ != NULL, NULL);

  classroom = find_class (environment, class_->sourced_id, &local_error);
  if (local_error == NULL && classroom != NULL)
    pz_classroom_refresh (classroom, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return pz_import_plan_new_for_class (classroom, roster, class_, error);
}

/**
 * pz_import_plan_free:
 */
void
pz_import_plan_free (PzImportPlan *self)
{
  g_clear_object (&self->classroom);
  g_free (self->name);
  g_free (self->sourced_id);
  g_free (self->subject);
  g_free (self->school);
  g_free (self->term_start);
  g_free (self->term_end);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * pz_import_plan_get_classroom:
 *
 * Returns: (transfer none) (nullable): the class to import into; %NULL: a new one will be made
 */
PzClassroom *
pz_import_plan_get_classroom (PzImportPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->classroom;
}

/**
 * pz_import_plan_get_class_name:
 *
 * Returns: (transfer none): what the class is called here, or will be
 */
const char *
pz_import_plan_get_class_name (PzImportPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->classroom != NULL ? pz_classroom_get_name (self->classroom) : self->name;
}

/**
 * pz_import_plan_get_n_items:
 *
 * Returns: how many learners the plan is about
 */
guint
pz_import_plan_get_n_items (PzImportPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

/**
 * pz_import_plan_get_item:
 *
 * Returns: (transfer none): one of them; @chosen may be changed
 */
PzImportItem *
pz_import_plan_get_item (PzImportPlan *self,
                         guint         position)
{
  g_return_val_if_fail (self != NULL && position < self->items->len, NULL);

  return g_ptr_array_index (self->items, position);
}

/**
 * pz_import_plan_count:
 *
 * Returns: how many items are of @kind, chosen or not
 */
guint
pz_import_plan_count (PzImportPlan *self,
                      PzImportKind  kind)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->items->len; i++)
    n += ((PzImportItem *) g_ptr_array_index (self->items, i))->kind == kind;
  return n;
}

/**
 * pz_import_plan_count_contacts:
 *
 * Returns: how many contacts would be made or changed, of learners that are chosen
 */
guint
pz_import_plan_count_contacts (PzImportPlan *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->items->len; i++)
    {
      const PzImportItem *item = g_ptr_array_index (self->items, i);

      for (guint j = 0; item->chosen && j < item->differences->len; j++)
        n += ((PzImportDifference *) g_ptr_array_index (item->differences, j))->kind == PZ_IMPORT_CONTACT;
    }
  return n;
}

/**
 * pz_import_plan_is_empty:
 *
 * Returns: whether applying would change nothing
 */
gboolean
pz_import_plan_is_empty (PzImportPlan *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  if (self->classroom == NULL)
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    {
      const PzImportItem *item = g_ptr_array_index (self->items, i);

      if (item->chosen && item->kind != PZ_IMPORT_SAME)
        return FALSE;
    }
  return TRUE;
}

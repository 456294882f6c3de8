/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster.h"

#include "pz-roster-private.h"

#include <string.h>

static void
free_org (gpointer user_data)
{
  PzRosterOrg *self = user_data;

  g_free (self->sourced_id);
  g_free (self->name);
  g_free (self->type);
  g_free (self->identifier);
  g_free (self->parent_id);
  g_free (self);
}

static void
free_session (gpointer user_data)
{
  PzRosterSession *self = user_data;

  g_free (self->sourced_id);
  g_free (self->title);
  g_free (self->type);
  g_free (self->start_date);
  g_free (self->end_date);
  g_free (self->parent_id);
  g_free (self->school_year);
  g_free (self);
}

static void
free_course (gpointer user_data)
{
  PzRosterCourse *self = user_data;

  g_free (self->sourced_id);
  g_free (self->title);
  g_free (self->course_code);
  g_strfreev (self->grades);
  g_strfreev (self->subjects);
  g_free (self->org_id);
  g_free (self);
}

static void
free_class (gpointer user_data)
{
  PzRosterClass *self = user_data;

  g_free (self->sourced_id);
  g_free (self->title);
  g_free (self->class_code);
  g_free (self->kind);
  g_free (self->location);
  g_strfreev (self->grades);
  g_strfreev (self->subjects);
  g_strfreev (self->periods);
  g_free (self->course_id);
  g_free (self->school_id);
  g_ptr_array_unref (self->terms);
  g_ptr_array_unref (self->students);
  g_ptr_array_unref (self->teachers);
  g_free (self);
}

/*
 * pz_roster_enrollment_free:
 */
void
pz_roster_enrollment_free (PzRosterEnrollment *self)
{
  g_free (self->sourced_id);
  g_free (self->class_id);
  g_free (self->user_id);
  g_free (self->begin_date);
  g_free (self->end_date);
  g_free (self);
}

/*
 * pz_roster_class_new:
 *
 * Returns: (transfer full): an active class without members
 */
PzRosterClass *
pz_roster_class_new (void)
{
  PzRosterClass *self = g_new0 (PzRosterClass, 1);

  self->active = TRUE;
  self->terms = g_ptr_array_new ();
  self->students = g_ptr_array_new ();
  self->teachers = g_ptr_array_new ();
  return self;
}

/**
 * pz_roster_new:
 *
 * Returns: (transfer full): a roster without rows
 */
PzRoster *
pz_roster_new (void)
{
  PzRoster *self = g_new0 (PzRoster, 1);

  self->orgs = g_ptr_array_new_with_free_func (free_org);
  self->sessions = g_ptr_array_new_with_free_func (free_session);
  self->courses = g_ptr_array_new_with_free_func (free_course);
  self->classes = g_ptr_array_new_with_free_func (free_class);
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_roster_person_free);
  self->enrollments = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_roster_enrollment_free);
  self->org_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->session_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->course_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->class_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->person_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->messages = pz_roster_messages_new ();
  return self;
}

/**
 * pz_roster_free:
 * @self: a roster; everything borrowed from it is gone afterwards
 */
void
pz_roster_free (PzRoster *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->org_by_id);
  g_hash_table_unref (self->session_by_id);
  g_hash_table_unref (self->course_by_id);
  g_hash_table_unref (self->class_by_id);
  g_hash_table_unref (self->person_by_id);
  g_ptr_array_unref (self->enrollments);
  g_ptr_array_unref (self->classes);
  g_ptr_array_unref (self->courses);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->orgs);
  g_ptr_array_unref (self->people);
  pz_roster_messages_free (self->messages);
  g_free (self->system);
  g_free (self);
}

/**
 * pz_roster_find_class:
 * @self: a roster
 * @sourced_id: id of a class
 *
 * Returns: (transfer none) (nullable): the class
 */
PzRosterClass *
pz_roster_find_class (const PzRoster *self,
                      const char     *sourced_id)
{
  g_return_val_if_fail (self != NULL && sourced_id != NULL, NULL);

  return g_hash_table_lookup (self->class_by_id, sourced_id);
}

/**
 * pz_roster_find_person:
 * @self: a roster
 * @sourced_id: id of a person
 *
 * Returns: (transfer none) (nullable): the person
 */
PzRosterPerson *
pz_roster_find_person (const PzRoster *self,
                       const char     *sourced_id)
{
  g_return_val_if_fail (self != NULL && sourced_id != NULL, NULL);

  return g_hash_table_lookup (self->person_by_id, sourced_id);
}

static gboolean
same_text (const char *a,
           const char *b)
{
  return a != NULL && b != NULL && g_ascii_strcasecmp (a, b) == 0;
}

/* an id or address of the same person is certain; only without any does the name decide */
static gboolean
is_same_teacher (const PzRosterPerson *a,
                 const PzRosterPerson *wanted)
{
  g_autofree char *name = NULL;

  if (same_text (a->sourced_id, wanted->sourced_id) || same_text (a->email, wanted->email)
      || same_text (a->identifier, wanted->identifier))
    return TRUE;
  name = pz_roster_person_dup_name (wanted);
  return pz_roster_person_is_called (a, name);
}

static gboolean
is_taught_by (const PzRosterClass  *class_,
              const PzRosterPerson *teacher)
{
  for (guint i = 0; i < class_->teachers->len; i++)
    if (is_same_teacher (g_ptr_array_index (class_->teachers, i), teacher))
      return TRUE;
  return FALSE;
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const PzRosterClass *left = *(const PzRosterClass *const *) a;
  const PzRosterClass *right = *(const PzRosterClass *const *) b;
  g_autofree char *left_text = g_utf8_casefold (left->title != NULL ? left->title : "", -1);
  g_autofree char *right_text = g_utf8_casefold (right->title != NULL ? right->title : "", -1);
  /* numbers by their value: class 9 before class 10 */
  g_autofree char *left_key = g_utf8_collate_key_for_filename (left_text, -1);
  g_autofree char *right_key = g_utf8_collate_key_for_filename (right_text, -1);
  int order = strcmp (left_key, right_key);

  return order != 0 ? order : g_strcmp0 (left->sourced_id, right->sourced_id);
}

/**
 * pz_roster_list_classes:
 * @self: a roster
 * @teacher: (nullable): whose classes come first: any of id, identifier, e-mail and names
 * @n_mine: (out) (optional): how many of the first are taught by @teacher
 *
 * Returns: (transfer container) (element-type PzRosterClass): the active classes by title, those of @teacher first
 */
GPtrArray *
pz_roster_list_classes (const PzRoster       *self,
                        const PzRosterPerson *teacher,
                        guint                *n_mine)
{
  g_autoptr(GPtrArray) mine = NULL;
  g_autoptr(GPtrArray) others = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  mine = g_ptr_array_new ();
  others = g_ptr_array_new ();
  for (guint i = 0; i < self->classes->len; i++)
    {
      PzRosterClass *class_ = g_ptr_array_index (self->classes, i);

      if (class_->active)
        g_ptr_array_add (teacher != NULL && is_taught_by (class_, teacher) ? mine : others, class_);
    }
  g_ptr_array_sort (mine, compare_titles);
  g_ptr_array_sort (others, compare_titles);
  if (n_mine != NULL)
    *n_mine = mine->len;
  g_ptr_array_extend (mine, others, NULL, NULL);
  return g_steal_pointer (&mine);
}

static gboolean
is_in_school (const PzRosterPerson *person,
              const PzRosterClass  *class_)
{
  return person->orgs == NULL || class_->school_id == NULL
         || g_strv_contains ((const char *const *) person->orgs, class_->school_id);
}

/**
 * pz_roster_list_learners:
 * @self: a roster
 * @class_: one of its classes
 *
 * Returns: (transfer container) (element-type PzRosterPerson): who is enrolled as a student; when the roster has no
 *   enrollments at all, every student of the school, to choose from
 */
GPtrArray *
pz_roster_list_learners (const PzRoster      *self,
                         const PzRosterClass *class_)
{
  GPtrArray *learners;

  g_return_val_if_fail (self != NULL && class_ != NULL, NULL);

  learners = g_ptr_array_new ();
  if (self->enrollments->len > 0)
    {
      g_ptr_array_extend (learners, class_->students, NULL, NULL);
      return learners;
    }
  for (guint i = 0; i < self->people->len; i++)
    {
      PzRosterPerson *person = g_ptr_array_index (self->people, i);

      if (person->active && person->role == PZ_ROSTER_ROLE_STUDENT && is_in_school (person, class_))
        g_ptr_array_add (learners, person);
    }
  return learners;
}

/**
 * pz_roster_may_say_gone:
 * @self: a roster
 *
 * Returns: %TRUE when the roster says it holds everybody, so that who is missing may have left
 */
gboolean
pz_roster_may_say_gone (const PzRoster *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->users_mode == PZ_ROSTER_MODE_BULK && self->enrollments_mode == PZ_ROSTER_MODE_BULK
         && self->enrollments->len > 0;
}

/**
 * pz_roster_list_gone:
 * @self: a roster
 * @class_: one of its classes
 * @known_ids: (array zero-terminated=1): sourced ids of those who are in the class now
 *
 * Returns: (transfer full) (element-type utf8): those of @known_ids who are not in the class any more; always empty
 *   unless pz_roster_may_say_gone(). A proposal: nobody is removed without the teacher
 */
GPtrArray *
pz_roster_list_gone (const PzRoster      *self,
                     const PzRosterClass *class_,
                     const char *const   *known_ids)
{
  g_autoptr(GHashTable) present = NULL;
  GPtrArray *gone;

  g_return_val_if_fail (self != NULL && class_ != NULL && known_ids != NULL, NULL);

  gone = g_ptr_array_new_with_free_func (g_free);
  if (!pz_roster_may_say_gone (self))
    return gone;
  present = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < class_->students->len; i++)
    {
      const PzRosterPerson *person = g_ptr_array_index (class_->students, i);

      g_hash_table_add (present, person->sourced_id);
    }
  for (guint i = 0; known_ids[i] != NULL; i++)
    if (!g_hash_table_contains (present, known_ids[i]))
      g_ptr_array_add (gone, g_strdup (known_ids[i]));
  return gone;
}

/**
 * pz_roster_double_free:
 * @self: a double
 */
void
pz_roster_double_free (PzRosterDouble *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->people);
  g_free (self);
}

static void
find_doubles (const PzRoster *self,
              gboolean        by_email,
              GPtrArray      *doubles)
{
  g_autoptr(GHashTable) firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->people->len; i++)
    {
      PzRosterPerson *person = g_ptr_array_index (self->people, i);
      const char *text = by_email ? person->email : person->identifier;
      g_autofree char *key = text != NULL && person->active ? g_utf8_casefold (text, -1) : NULL;
      PzRosterDouble *found;

      if (key == NULL)
        continue;
      found = g_hash_table_lookup (firsts, key);
      if (found == NULL)
        {
          found = g_new0 (PzRosterDouble, 1);
          found->by_email = by_email;
          found->people = g_ptr_array_new ();
          g_hash_table_insert (firsts, g_steal_pointer (&key), found);
          g_ptr_array_add (doubles, found);
        }
      g_ptr_array_add (found->people, person);
    }
}

static gboolean
is_pair_of (const PzRosterDouble *a,
            const PzRosterDouble *b)
{
  if (a->people->len != b->people->len)
    return FALSE;
  for (guint i = 0; i < a->people->len; i++)
    if (g_ptr_array_index (a->people, i) != g_ptr_array_index (b->people, i))
      return FALSE;
  return TRUE;
}

/* Those of several people go to the list, but nobody is told twice that the same people may be one. by_first: doubles
 * that were there before, by their first person; an identifier or address makes each person part of one. */
static void
take_doubles (GPtrArray  *found,
              GHashTable *by_first,
              GPtrArray  *doubles)
{
  for (guint i = 0; i < found->len; i++)
    {
      PzRosterDouble *one = g_ptr_array_index (found, i);
      const PzRosterDouble *before = g_hash_table_lookup (by_first, g_ptr_array_index (one->people, 0));

      if (one->people->len < 2 || (before != NULL && is_pair_of (before, one)))
        {
          pz_roster_double_free (one);
          continue;
        }
      g_ptr_array_add (doubles, one);
      g_hash_table_insert (by_first, g_ptr_array_index (one->people, 0), one);
    }
}

/**
 * pz_roster_list_doubles:
 * @self: a roster
 *
 * Returns: (transfer full) (element-type PzRosterDouble): people with several ids who share an identifier or e-mail
 */
GPtrArray *
pz_roster_list_doubles (const PzRoster *self)
{
  g_autoptr(GHashTable) by_first = NULL;
  GPtrArray *doubles;

  g_return_val_if_fail (self != NULL, NULL);

  by_first = g_hash_table_new (NULL, NULL);
  doubles = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_roster_double_free);
  for (guint by_email = 0; by_email < 2; by_email++)
    {
      g_autoptr(GPtrArray) found = g_ptr_array_new ();

      find_doubles (self, by_email == 1, found);
      take_doubles (found, by_first, doubles);
    }
  return doubles;
}

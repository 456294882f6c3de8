/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import.h"
#include "pz-library.h"

#include <stdlib.h>

/* People who are imported into a class, without a file they come from. */

typedef struct
{
  char *folder;
  PzEnvironment *environment;
  GPtrArray *people;
} Fixture;

static inline void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = g_dir_make_tmp ("pz-import-XXXXXX", NULL);
  f->environment = pz_environment_new_fixed (f->folder, 1795392000000, 5);
  f->people = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_roster_person_free);
}

static inline void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->folder);

  g_ptr_array_unref (f->people);
  g_assert_finalize_object (f->environment);
  g_assert_cmpint (system (command), ==, 0);
  g_free (f->folder);
}

static inline PzRosterPerson *
add_person (Fixture    *f,
            const char *sourced_id,
            const char *given,
            const char *family)
{
  PzRosterPerson *person = pz_roster_person_new ();

  person->sourced_id = g_strdup (sourced_id);
  person->given_name = g_strdup (given);
  person->family_name = g_strdup (family);
  g_ptr_array_add (f->people, person);
  return person;
}

/* two people, one with all there is */
static inline void
add_people (Fixture *f)
{
  PzRosterPerson *person = add_person (f, "s-1", "Noor", "Jansen");

  person->level = g_strdup ("B");
  person->birth_date = g_strdup ("2016-03-14");
  person->interests = g_strsplit ("Music;Birds", ";", -1);
  person->notes = g_strdup ("Sits in front");
  add_person (f, "s-2", "Yuki", NULL);
}

static inline PzImportPlan *
plan (Fixture     *f,
      PzClassroom *classroom,
      gboolean     complete)
{
  const PzImportClass info = { .name = "Class 5b", .sourced_id = "c-1", .term_start = "2026-08-17" };
  g_autoptr(GError) error = NULL;
  PzImportPlan *made = pz_import_plan_new (classroom, &info, f->people, complete, &error);

  g_assert_no_error (error);
  return made;
}

static inline PzClassroom *
apply (Fixture      *f,
       PzImportPlan *made)
{
  g_autoptr(GError) error = NULL;
  PzClassroom *classroom = pz_import_plan_apply (made, f->environment, &error);

  g_assert_no_error (error);
  return classroom;
}

static inline PzClassroom *
import_new (Fixture *f)
{
  g_autoptr(PzImportPlan) made = NULL;

  add_people (f);
  made = plan (f, NULL, TRUE);
  return apply (f, made);
}

static inline PzDocument *
find_learner (PzClassroom *classroom,
              const char  *sourced_id)
{
  GListModel *index = G_LIST_MODEL (pz_classroom_get_index (classroom));

  for (guint i = 0; i < g_list_model_get_n_items (index); i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (index, i);

      if (g_strcmp0 (pz_learner_row_get_sourced_id (row), sourced_id) == 0)
        return pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, pz_learner_row_get_id (row), NULL);
    }
  return NULL;
}

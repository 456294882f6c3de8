/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What the crash tests do to a class through everything that stands above the files: steps from one known state to the
 * next. It speaks as workload.c does:
 *
 *   classroom-workload init  WORK FOLDER      makes a class in state 0
 *   classroom-workload run   WORK FOLDER      goes from state 0 to the last one; a line for each step in SHIM_TRACE
 *   classroom-workload retry WORK FOLDER      the same, but what failed is tried once more
 *   classroom-workload check WORK FOLDER...   opens each as after a restart and says which state it is in; what it says
 *                                             of history and snapshots is not looked at here
 *
 * WORK   C   values of two learners, which another device wrote too, are chosen as one step; undo
 *        I   a roster of 30 is imported, one of them known before; then one is renamed
 *        U   two learners go to the trash; undo
 *        P   a learner with copies in a snapshot and lines in the history is removed for good; another one is renamed */
#include "config.h"

#include "conflict-fixture.h"
#include "pz-conflict-list.h"
#include "pz-error.h"
#include "pz-import.h"
#include "serve.h"
#include "trace.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROSTER 30
#define N_STATES 4

/* state: learners shown, learners in the trash, name of the first, name of the second unless it says nothing; the last
 * entry of a work says NULL */
typedef struct
{
  guint n_shown;
  guint n_deleted;
  const char *name;
  const char *second;
} State;

static const State CHOOSE[N_STATES] = { { 3, 0, "Noor", "Bea" }, { 3, 0, "Nora", "Bel" }, { 3, 0, "Noor", "Bea" }, { 0 } };
static const State IMPORT[N_STATES] = { { 2, 0, "Noor" }, { 31, 0, "Nour" }, { 31, 0, "Nora" }, { 0 } };
static const State UNDO[N_STATES] = { { 3, 0, "Noor" }, { 1, 2, "Noor" }, { 3, 0, "Noor" }, { 0 } };
static const State PURGE[N_STATES] = { { 2, 1, "Noor" }, { 2, 0, "Noor" }, { 2, 0, "Nour" }, { 0 } };

static const State *
states_of (char work)
{
  if (work == 'C')
    return CHOOSE;
  return work == 'I' ? IMPORT : work == 'U' ? UNDO : PURGE;
}

static PzEnvironment *
new_environment (const char *folder,
                 guint64     seed)
{
  return pz_environment_new_fixed (folder, G_GINT64_CONSTANT (1795449600000), seed);
}

static PzClassroom *
open_class (const char  *folder,
            GError     **error)
{
  g_autoptr(PzEnvironment) environment = new_environment (folder, 2);
  g_autofree char *classrooms = g_build_filename (folder, "classrooms", NULL);
  g_autoptr(GDir) dir = g_dir_open (classrooms, 0, error);
  const char *base = dir != NULL ? g_dir_read_name (dir) : NULL;
  g_autofree char *path = base != NULL ? g_build_filename (classrooms, base, NULL) : NULL;
  PzClassroom *classroom = path != NULL ? pz_classroom_open (environment, path, error) : NULL;

  if (classroom != NULL && !pz_classroom_refresh (classroom, error))
    g_clear_object (&classroom);
  return classroom;
}

static char *
find_id (PzClassroom  *classroom,
         const char   *number,
         GError      **error)
{
  GListModel *index = G_LIST_MODEL (pz_classroom_get_index (classroom));

  for (guint i = 0; i < g_list_model_get_n_items (index); i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (index, i);

      if (g_strcmp0 (pz_learner_row_get_sourced_id (row), number) == 0)
        return g_strdup (pz_learner_row_get_id (row));
    }
  g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND, "%s is not there", number);
  return NULL;
}

static PzDocument *
find_by_number (PzClassroom  *classroom,
                const char   *number,
                GError      **error)
{
  g_autofree char *id = find_id (classroom, number, error);

  return id != NULL ? pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, id, error) : NULL;
}

static void
add_learner (PzClassroom *classroom,
             guint        number,
             const char  *given)
{
  g_autoptr(PzDocument) document = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);
  g_autofree char *sourced_id = g_strdup_printf ("s-%u", number);

  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, given);
  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_FAMILY_NAME, sourced_id);
  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_SOURCED_ID, sourced_id);
}

static gboolean
rename_first (PzClassroom  *classroom,
              const char   *given,
              GError      **error)
{
  g_autoptr(PzDocument) document = find_by_number (classroom, "s-0", error);

  if (document == NULL)
    return FALSE;
  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, given);
  return pz_classroom_save (classroom, "Rename", error);
}

static gboolean
import_roster (PzClassroom  *classroom,
               GError      **error)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_roster_person_free);
  const PzImportClass info = { .name = "Class 5b" };
  g_autoptr(PzImportPlan) plan = NULL;
  g_autoptr(PzClassroom) same = NULL;

  for (guint i = 0; i < ROSTER; i++)
    {
      PzRosterPerson *person = pz_roster_person_new ();

      /* the first one is known, under another name */
      person->sourced_id = g_strdup_printf ("s-%u", i == 0 ? 0 : i + 10);
      person->given_name = g_strdup (i == 0 ? "Nour" : "Ada");
      person->family_name = g_strdup (person->sourced_id);
      g_ptr_array_add (people, person);
    }
  plan = pz_import_plan_new (classroom, &info, people, FALSE, error);
  same = plan != NULL ? pz_import_plan_apply (plan, pz_classroom_get_environment (classroom), error) : NULL;
  return same != NULL;
}

static gboolean
delete_or_purge (PzClassroom  *classroom,
                 guint         n,
                 gboolean      purge,
                 GError      **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("s-%u", i + 1);
      char *id = find_id (classroom, number, error);

      if (id == NULL)
        return FALSE;
      g_ptr_array_add (ids, id);
    }
  g_ptr_array_add (ids, NULL);
  if (purge)
    return pz_classroom_purge (classroom, (const char *const *) ids->pdata, error);
  return pz_classroom_delete (classroom, (const char *const *) ids->pdata, "Delete", error);
}

/* what was chosen and not saved is saved first, as a teacher does who tries again */
static gboolean
choose_all (PzClassroom  *classroom,
            GError      **error)
{
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GArray) choices = g_array_new (FALSE, FALSE, sizeof (PzConflictChoice));

  if (!pz_classroom_save (classroom, NULL, error))
    return FALSE;
  found = pz_classroom_list_conflicts (classroom, NULL, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      PzConflictChoice choice = { g_ptr_array_index (found, i), 1, NULL };

      g_array_append_val (choices, choice);
    }
  if (found == NULL || choices->len == 0)
    return found != NULL;
  return pz_classroom_choose (classroom, (PzConflictChoice *) choices->data, choices->len, error);
}

static gboolean
do_step (PzClassroom  *classroom,
         char          work,
         int           step,
         GError      **error)
{
  if (work == 'I')
    return step == 1 ? import_roster (classroom, error) : rename_first (classroom, "Nora", error);
  if (work == 'P')
    return step == 1 ? delete_or_purge (classroom, 1, TRUE, error) : rename_first (classroom, "Nour", error);
  if (step == 1 && work == 'C')
    return choose_all (classroom, error);
  if (step == 1)
    return delete_or_purge (classroom, 2, FALSE, error);
  if (!pz_classroom_undo (classroom, error))
    return FALSE;
  return pz_classroom_save (classroom, NULL, error);
}

/* a synchronisation brought another name of the learner */
static void
differ (PzClassroom *classroom,
        const char  *number,
        const char  *given)
{
  g_autofree char *id = find_id (classroom, number, NULL);
  g_autofree char *name = g_strdup_printf ("learners/%s.json", id);

  conflict_fixture_write (pz_classroom_get_path (classroom), name, NULL, "given-name", given, CONFLICT_DEVICE, 1000);
}

static int
init (char        work,
      const char *folder)
{
  g_autoptr(PzEnvironment) environment = new_environment (folder, 1);
  g_autoptr(PzClassroom) classroom = pz_classroom_create (environment, "Class 5b", NULL);

  add_learner (classroom, 0, "Noor");
  add_learner (classroom, 1, "Bea");
  if (work != 'I')
    add_learner (classroom, 2, "Cem");
  if (!pz_classroom_save (classroom, "Add", NULL))
    return 1;
  if (work == 'P' && (!pz_classroom_snapshot (classroom, "test", NULL) || !delete_or_purge (classroom, 1, FALSE, NULL)))
    return 1;
  if (!pz_classroom_close (classroom, NULL))
    return 1;
  if (work == 'C')
    {
      differ (classroom, "s-0", "Nora");
      differ (classroom, "s-1", "Bel");
    }
  return 0;
}

/* As a teacher does it: what is kept in memory is saved, what is not is done again. */
static gboolean
do_step_again (PzClassroom  *classroom,
               char          work,
               int           step,
               GError      **error)
{
  if (do_step (classroom, work, step, error))
    return TRUE;
  g_clear_error (error);
  return work == 'U' || (work == 'C' && step == 2) ? pz_classroom_save (classroom, NULL, error) : do_step (classroom, work, step, error);
}

static int
run (char        work,
     const char *folder,
     gboolean    retry)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzClassroom) classroom = open_class (folder, &error);

  if (classroom == NULL && retry)
    {
      g_clear_error (&error);
      classroom = open_class (folder, &error);
    }
  if (classroom == NULL)
    {
      tell ("0 REFUSED 0 %s\n", error->message);
      return 3;
    }
  tell ("0 FOUND 0\n");
  for (int step = 1; step < N_STATES && states_of (work)[step].name != NULL; step++)
    {
      if (retry ? !do_step_again (classroom, work, step, &error) : !do_step (classroom, work, step, &error))
        {
          tell ("0 %s %d %s\n", g_error_matches (error, PZ_ERROR, PZ_ERROR_UNCERTAIN) ? "UNCERTAIN" : "REFUSED", step,
                error->message);
          return 4;
        }
      tell ("0 ACK %d\n", step);
    }
  return 0;
}

/* Bit n is set when the class could be in state n: going and coming back, a class is in one state twice. */
static guint
find_states (PzClassroom *classroom,
             char         work)
{
  GListModel *index = G_LIST_MODEL (pz_classroom_get_index (classroom));
  g_autoptr(PzDocument) first = find_by_number (classroom, "s-0", NULL);
  g_autoptr(PzDocument) second = find_by_number (classroom, "s-1", NULL);
  const char *other = second != NULL ? pz_record_get_text (pz_document_get_owner (second), PZ_LEARNER_GIVEN_NAME) : NULL;
  const char *name = first != NULL ? pz_record_get_text (pz_document_get_owner (first), PZ_LEARNER_GIVEN_NAME) : NULL;
  guint n_shown = pz_index_count_shown (pz_classroom_get_index (classroom));
  guint n_deleted = g_list_model_get_n_items (index) - n_shown;
  guint found = 0;

  for (guint i = 0; i < N_STATES; i++)
    {
      const State *state = &states_of (work)[i];

      if (state->name != NULL && state->n_shown == n_shown && state->n_deleted == n_deleted
          && g_strcmp0 (state->name, name) == 0
          && (state->second == NULL || g_strcmp0 (state->second, other) == 0))
        found |= 1u << i;
    }
  return found;
}

/* unfinished files and records, and, when the learner was purged, every trace of the name */
static void
find_strangers (const char *path,
                const char *forbidden,
                GString    *strangers)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *base;

  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, base, NULL);
      g_autofree char *text = NULL;

      if (*base == '.' || strstr (base, ".journal") != NULL || strstr (base, ".damaged") != NULL)
        g_string_append_printf (strangers, " %s", base);
      else if (g_file_test (below, G_FILE_TEST_IS_DIR))
        find_strangers (below, forbidden, strangers);
      else if (forbidden != NULL && g_file_get_contents (below, &text, NULL, NULL) && strstr (text, forbidden) != NULL)
        g_string_append_printf (strangers, " trace in %s", base);
    }
}

static void
check (char        work,
       const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzClassroom) classroom = open_class (folder, &error);
  g_autoptr(GString) strangers = g_string_new (NULL);
  g_autoptr(GPtrArray) findings = NULL;
  guint found;
  int state = -1;

  if (classroom == NULL)
    {
      printf ("-1 0 0 not opened: %s\n", error->message);
      return;
    }
  found = find_states (classroom, work);
  findings = pz_classroom_check (classroom, NULL);
  if (findings == NULL || findings->len > 0)
    g_string_append (strangers, " check found something");
  for (int i = 0; i < N_STATES && state < 0; i++)
    if (found & (1u << i))
      state = i;
  find_strangers (pz_classroom_get_path (classroom), work == 'P' && state > 0 ? "\"Bea\"" : NULL, strangers);
  /* what was done and taken back was written since */
  if ((work == 'U' || work == 'C') && state == 0)
    {
      g_autoptr(PzDocument) document = find_by_number (classroom, "s-1", NULL);

      if (document != NULL && pz_document_get_revision (document) > 1)
        state = 2;
    }
  printf ("%d %d 0%s%s\n", state, state, state < 0 ? " mixed" : "", strangers->str);
}

static int
command (int    argc,
         char **argv)
{
  const char *name = argc > 3 ? argv[1] : "";

  if (strcmp (name, "init") == 0)
    return init (argv[2][0], argv[3]);
  if (strcmp (name, "run") == 0)
    return run (argv[2][0], argv[3], FALSE);
  if (strcmp (name, "retry") == 0)
    return run (argv[2][0], argv[3], TRUE);
  if (strcmp (name, "check") != 0)
    return 2;
  for (int i = 3; i < argc; i++)
    check (argv[2][0], argv[i]);
  return 0;
}

int
main (int    argc,
      char **argv)
{
  return argc == 2 && strcmp (argv[1], "serve") == 0 ? serve (command) : command (argc, argv);
}

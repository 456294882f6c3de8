/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom.h"

#include "store-fixture.h"

#include <stdlib.h>
#include <string.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

/* Programs edit one learner and the class side by side, each through its own classroom. What a save acknowledged is
 * written to a list of the program's own; at the end every line of every list must be found in the class.
 * PERSONALIZE_TWO_PROGRAMS sets the rounds of each, 40 by default; 3000 are about a minute. */
#define PROGRAMS 3

static guint
rounds (void)
{
  const char *text = g_getenv ("PERSONALIZE_TWO_PROGRAMS");

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 40;
}

static void
acknowledge (FILE       *list,
             const char *text)
{
  g_assert_cmpint (fprintf (list, "%s\n", text), >, 0);
  g_assert_cmpint (fflush (list), ==, 0);
}

static void
add_contact (PzDocument *document,
             const char *name)
{
  pz_record_set_text (pz_document_add (document, PZ_RECORD_CONTACT), PZ_CONTACT_NAME, name);
}

/* one of the programs; never returns */
static void
edit_for_a_while (const char *folder,
                  const char *path,
                  const char *learner,
                  guint       program)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_system (folder);
  g_autoptr(PzClassroom) classroom = pz_classroom_open (environment, path, NULL);
  g_autofree char *file = g_strdup_printf ("%s/list-%u", folder, program);
  FILE *list = fopen (file, "w");

  g_assert_nonnull (list);
  for (guint i = 0; i < rounds (); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(PzDocument) document = pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, learner, &error);
      g_autofree char *name = g_strdup_printf ("contact %u-%u", program, i);
      g_autofree char *interest = g_strdup_printf ("interest %u-%u", program, i % 7);

      g_assert_no_error (error);
      add_contact (document, name);
      pz_record_set_add (pz_document_get_owner (document), PZ_LEARNER_INTERESTS, interest);
      /* one field that all of them write */
      pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_PRONOUNS, name);
      if (i % 3 == 0)
        pz_record_set_text (pz_document_get_owner (pz_classroom_get_document (classroom)), PZ_CLASSROOM_SUBJECT, name);
      if (pz_classroom_save (classroom, "Edit", &error))
        acknowledge (list, name);
      else
        g_assert_error (error, PZ_ERROR, PZ_ERROR_LOCKED);
    }
  /* what had to wait for the lock is written now */
  while (!pz_classroom_save (classroom, "Edit", NULL))
    ;
  fclose (list);
  _exit (0);
}

static void
assert_all_there (const char *folder,
                  PzDocument *document,
                  guint       program)
{
  GListModel *contacts = pz_document_get_records (document, PZ_RECORD_CONTACT);
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *file = g_strdup_printf ("%s/list-%u", folder, program);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; i < g_list_model_get_n_items (contacts); i++)
    {
      g_autoptr(PzRecord) contact = g_list_model_get_item (contacts, i);

      g_hash_table_add (names, (gpointer) pz_record_get_text (contact, PZ_CONTACT_NAME));
    }
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    if (!g_hash_table_contains (names, lines[i]))
      g_error ("lost: %s", lines[i]);
}

static void
test_nothing_is_lost (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pz-two-XXXXXX", NULL);
  g_autoptr(PzEnvironment) environment = pz_environment_new_system (folder);
  g_autoptr(PzClassroom) classroom = pz_classroom_create (environment, "Class 5b", NULL);
  g_autofree char *path = g_strdup (pz_classroom_get_path (classroom));
  g_autofree char *learner = NULL;
  g_autoptr(PzDocument) document = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);
  g_autoptr(GPtrArray) findings = NULL;
  pid_t programs[PROGRAMS];

  learner = g_strdup (pz_document_get_id (document));
  g_assert_true (pz_classroom_save (classroom, "Add learner", NULL));
  for (guint i = 0; i < PROGRAMS; i++)
    {
      programs[i] = fork ();
      if (programs[i] == 0)
        edit_for_a_while (folder, path, learner, i);
    }
  for (guint i = 0; i < PROGRAMS; i++)
    {
      int status;

      g_assert_cmpint (waitpid (programs[i], &status, 0), ==, programs[i]);
      g_assert_cmpint (status, ==, 0);
    }
  g_assert_true (pz_classroom_refresh (classroom, NULL));
  for (guint i = 0; i < PROGRAMS; i++)
    assert_all_there (folder, document, i);
  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (document, PZ_RECORD_CONTACT)), ==, PROGRAMS * rounds ());
  findings = pz_classroom_check (classroom, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/two-programs/nothing-is-lost", test_nothing_is_lost);
  return g_test_run ();
}

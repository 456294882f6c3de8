/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "store-fixture.h"

#include "pz-error.h"
#include "pz-lock.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* A learner whose document is open, and how often somebody was told of it. */
typedef struct
{
  char *id;
  PzDocument *document;
  PzOpenDocument *open;
  guint n_reloaded;
  guint n_removed;
} Learner;

static void
count_cb (PzClassroom *classroom,
          PzDocument  *document,
          guint       *n)
{
  (*n)++;
}

static PzOpenDocument *
find_open (ClassroomFixture *f,
           const char       *id)
{
  g_autofree char *name = g_strdup_printf ("learners/%s.json", id);

  return g_hash_table_lookup (f->classroom->open, name);
}

static void
learner_init (Learner          *learner,
              ClassroomFixture *f)
{
  learner->id = add_learner (f->classroom, "Noor", "Jansen");
  learner->document = load_learner (f->classroom, learner->id);
  learner->open = find_open (f, learner->id);
  g_signal_connect (f->classroom, "document-reloaded", G_CALLBACK (count_cb), &learner->n_reloaded);
  g_signal_connect (f->classroom, "document-removed", G_CALLBACK (count_cb), &learner->n_removed);
}

static void
learner_clear (Learner *learner)
{
  g_object_unref (learner->document);
  g_free (learner->id);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Learner, learner_clear)

static const char *
family_name (Learner *learner)
{
  return pz_record_get_text (owner_of (learner->document), PZ_LEARNER_FAMILY_NAME);
}

static const char *
given_name (Learner *learner)
{
  return pz_record_get_text (owner_of (learner->document), PZ_LEARNER_GIVEN_NAME);
}

/* as another program does that knows how to save */
static void
change_elsewhere (ClassroomFixture *f,
                  const char       *id)
{
  g_autoptr(PzClassroom) other = classroom_fixture_open_other (f);
  g_autoptr(PzDocument) theirs = load_learner (other, id);

  pz_record_set_text (owner_of (theirs), PZ_LEARNER_FAMILY_NAME, "Janssen");
  g_assert_true (pz_classroom_save (other, "Rename", NULL));
}

static void
remove_file (ClassroomFixture *f,
             const char       *id)
{
  g_autofree char *path = classroom_fixture_file (f, id);

  g_assert_no_errno (g_unlink (path));
}

/* takes the folder of the learners away, and leads somewhere else */
static void
plant_link (ClassroomFixture *f)
{
  g_autofree char *folder = g_build_filename (f->path, "learners", NULL);
  g_autofree char *away = g_build_filename (f->path, "away", NULL);

  g_assert_no_errno (g_rename (folder, away));
  g_assert_no_errno (symlink (away, folder));
}

static void
test_which_errors_are_the_fault_of_the_file (void)
{
  static const struct { PzError code; gboolean is_damage; } rows[] = {
    { PZ_ERROR_SYNTAX, TRUE }, { PZ_ERROR_INVALID, TRUE }, { PZ_ERROR_CORRUPT, TRUE }, { PZ_ERROR_NOT_SUPPORTED, TRUE },
    { PZ_ERROR_TOO_LARGE, TRUE }, { PZ_ERROR_NOT_SAFE, TRUE }, { PZ_ERROR_TOO_NEW, FALSE }, { PZ_ERROR_IO, FALSE },
    { PZ_ERROR_LOCKED, FALSE }, { PZ_ERROR_UNCERTAIN, FALSE }, { PZ_ERROR_NOT_FOUND, FALSE },
    { PZ_ERROR_NO_SPACE, FALSE }, { PZ_ERROR_CHANGED, FALSE },
  };

  g_assert_false (pz_error_is_damage (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = g_error_new_literal (PZ_ERROR, (int) rows[i].code, "x");

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (pz_error_is_damage (error), ==, rows[i].is_damage);
    }
}

static void
test_what_others_wrote_is_joined_with_edits (ClassroomFixture *f,
                                             gconstpointer     data)
{
  g_auto(Learner) learner = { 0 };

  learner_init (&learner, f);
  change_elsewhere (f, learner.id);
  rename_to (learner.document, "Nour");
  g_assert_true (pz_classroom_reread (f->classroom, learner.open, NULL));
  g_assert_cmpuint (learner.n_reloaded, ==, 1);
  g_assert_cmpstr (given_name (&learner), ==, "Nour");
  g_assert_cmpstr (family_name (&learner), ==, "Janssen");
  g_assert_cmpuint (pz_document_count_conflicts (learner.document), ==, 0);
  /* and can be written over what is there now */
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
}

static void
test_the_same_bytes_change_nothing (ClassroomFixture *f,
                                    gconstpointer     data)
{
  g_autofree char *path = NULL, *text = NULL;
  g_auto(Learner) learner = { 0 };
  PzVersion now;

  learner_init (&learner, f);
  path = classroom_fixture_file (f, learner.id);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  remove_file (f, learner.id);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  learner.open->gone = TRUE;
  g_assert_true (pz_classroom_reread (f->classroom, learner.open, NULL));
  g_assert_cmpuint (learner.n_reloaded, ==, 0);
  g_assert_false (learner.open->gone);
  g_assert_true (pz_store_stat (f->classroom->store, learner.open->name, &now, NULL));
  g_assert_true (pz_version_equal (&learner.open->seen, &now));
}

static void
test_a_damaged_file_leaves_memory_as_it_is (ClassroomFixture *f,
                                            gconstpointer     data)
{
  g_auto(Learner) learner = { 0 };
  g_autoptr(GBytes) base = NULL;
  g_autoptr(GError) error = NULL;

  learner_init (&learner, f);
  base = g_bytes_ref (learner.open->base);
  classroom_fixture_damage (f, learner.id);
  g_assert_false (pz_classroom_reread (f->classroom, learner.open, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_SYNTAX);
  g_assert_cmpstr (given_name (&learner), ==, "Noor");
  g_assert_true (learner.open->base == base);
  g_assert_false (pz_classroom_is_read_only (f->classroom));
}

static void
test_a_class_that_became_newer_is_only_looked_at (ClassroomFixture *f,
                                                  gconstpointer     data)
{
  g_autoptr(GError) error = NULL;

  classroom_fixture_make_newer (f, "classroom.json");
  g_assert_false (pz_classroom_reread (f->classroom, f->classroom->own, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_NEW);
  g_assert_true (pz_classroom_is_read_only (f->classroom));
}

static void
test_one_learner_that_became_newer_is_no_reason (ClassroomFixture *f,
                                                 gconstpointer     data)
{
  g_auto(Learner) learner = { 0 };
  g_autoptr(GError) error = NULL;

  learner_init (&learner, f);
  classroom_fixture_make_newer (f, learner.open->name);
  g_assert_false (pz_classroom_reread (f->classroom, learner.open, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_NEW);
  g_assert_false (pz_classroom_is_read_only (f->classroom));
}

static void
test_a_file_removed_elsewhere_is_told_once (ClassroomFixture *f,
                                            gconstpointer     data)
{
  g_auto(Learner) learner = { 0 };

  learner_init (&learner, f);
  remove_file (f, learner.id);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (pz_classroom_reread (f->classroom, learner.open, NULL));
      g_assert_true (learner.open->gone);
      g_assert_cmpuint (learner.n_removed, ==, 1);
    }
}

static void
test_edits_outlive_the_file (ClassroomFixture *f,
                             gconstpointer     data)
{
  g_auto(Learner) learner = { 0 };

  learner_init (&learner, f);
  rename_to (learner.document, "Nour");
  remove_file (f, learner.id);
  pz_classroom_take_missing (f->classroom, learner.open);
  g_assert_false (learner.open->gone);
  g_assert_cmpuint (learner.n_removed, ==, 0);
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  assert_on_disk (f, learner.id, "Nour");
}

static void
test_the_class_itself_is_never_told_gone (ClassroomFixture *f,
                                          gconstpointer     data)
{
  guint n_removed = 0;

  g_signal_connect (f->classroom, "document-removed", G_CALLBACK (count_cb), &n_removed);
  pz_classroom_take_missing (f->classroom, f->classroom->own);
  g_assert_cmpuint (n_removed, ==, 0);
  g_assert_false (f->classroom->own->gone);
  g_assert_null (f->classroom->own->base);
}

static void
test_catching_up_joins_what_changed (ClassroomFixture *f,
                                     gconstpointer     data)
{
  g_auto(Learner) learner = { 0 };
  g_autoptr(GError) error = NULL;

  learner_init (&learner, f);
  rename_to (learner.document, "Nour");
  change_elsewhere (f, learner.id);
  g_assert_true (pz_classroom_catch_up (f->classroom, learner.open, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (family_name (&learner), ==, "Janssen");
  g_assert_false (learner.open->refused);
}

static void
test_catching_up_sets_a_damaged_file_aside (ClassroomFixture *f,
                                            gconstpointer     data)
{
  g_auto(Learner) learner = { 0 };
  g_autoptr(GError) error = NULL;

  learner_init (&learner, f);
  rename_to (learner.document, "Nour");
  classroom_fixture_damage (f, learner.id);
  g_assert_true (pz_classroom_catch_up (f->classroom, learner.open, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (classroom_fixture_count_aside (f, "learners"), ==, 1);
  g_assert_null (learner.open->base);
  g_assert_false (learner.open->seen.exists);
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  assert_on_disk (f, learner.id, "Nour");
}

/* one that can neither be read nor set aside must not keep the others from being saved */
static void
test_catching_up_refuses_one_and_goes_on (ClassroomFixture *f,
                                          gconstpointer     data)
{
  g_auto(Learner) learner = { 0 };
  g_autoptr(GError) error = NULL;

  learner_init (&learner, f);
  rename_to (learner.document, "Nour");
  plant_link (f);
  g_assert_true (pz_classroom_catch_up (f->classroom, learner.open, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
  g_assert_true (learner.open->refused);
  pz_classroom_abandon (f->classroom);
}

/* while another program writes nothing can be set aside, nor written */
static void
test_catching_up_waits_for_its_turn (ClassroomFixture *f,
                                     gconstpointer     data)
{
  g_auto(Learner) learner = { 0 };
  g_autoptr(GError) error = NULL;
  gboolean left_over;
  int lock;

  learner_init (&learner, f);
  rename_to (learner.document, "Nour");
  classroom_fixture_damage (f, learner.id);
  pz_store_set_lock_wait (f->classroom->store, 0);
  lock = pz_lock_take (pz_store_get_root (f->classroom->store), 0, &left_over, NULL);
  g_assert_false (pz_classroom_catch_up (f->classroom, learner.open, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_LOCKED);
  g_assert_false (learner.open->refused);
  pz_lock_release (lock, TRUE);
  pz_classroom_abandon (f->classroom);
}

static void
test_reopening_joins_every_open_document (ClassroomFixture *f,
                                          gconstpointer     data)
{
  g_auto(Learner) learner = { 0 };
  PzStore *before;

  learner_init (&learner, f);
  rename_to (learner.document, "Nour");
  change_elsewhere (f, learner.id);
  before = f->classroom->store;
  pz_store_poison (before);
  g_assert_true (pz_classroom_reopen (f->classroom, NULL));
  g_assert_true (f->classroom->store != before);
  g_assert_cmpstr (given_name (&learner), ==, "Nour");
  g_assert_cmpstr (family_name (&learner), ==, "Janssen");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  assert_on_disk (f, learner.id, "Nour");
}

static void
test_reopening_fails_where_the_class_is_gone (ClassroomFixture *f,
                                              gconstpointer     data)
{
  g_autofree char *away = g_strconcat (f->path, "-away", NULL);
  PzStore *before = f->classroom->store;
  g_autoptr(GError) error = NULL;

  g_assert_no_errno (g_rename (f->path, away));
  g_assert_false (pz_classroom_reopen (f->classroom, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_assert_true (f->classroom->store == before);
  g_assert_no_errno (g_rename (away, f->path));
}

static void
test_only_what_is_uncertain_opens_it_anew (ClassroomFixture *f,
                                           gconstpointer     data)
{
  g_autoptr(GError) full = g_error_new_literal (PZ_ERROR, PZ_ERROR_NO_SPACE, "x");
  g_autoptr(GError) uncertain = g_error_new_literal (PZ_ERROR, PZ_ERROR_UNCERTAIN, "x");
  g_autoptr(PzStore) before = g_object_ref (f->classroom->store);

  pz_classroom_mind (f->classroom, NULL);
  pz_classroom_mind (f->classroom, full);
  g_assert_true (f->classroom->store == before);
  pz_classroom_mind (f->classroom, uncertain);
  g_assert_true (f->classroom->store != before);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-reread/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/classroom-reread/which-errors-are-the-fault-of-the-file",
                   test_which_errors_are_the_fault_of_the_file);
  ADD ("what-others-wrote-is-joined-with-edits", test_what_others_wrote_is_joined_with_edits);
  ADD ("the-same-bytes-change-nothing", test_the_same_bytes_change_nothing);
  ADD ("a-damaged-file-leaves-memory-as-it-is", test_a_damaged_file_leaves_memory_as_it_is);
  ADD ("a-class-that-became-newer-is-only-looked-at", test_a_class_that_became_newer_is_only_looked_at);
  ADD ("one-learner-that-became-newer-is-no-reason", test_one_learner_that_became_newer_is_no_reason);
  ADD ("a-file-removed-elsewhere-is-told-once", test_a_file_removed_elsewhere_is_told_once);
  ADD ("edits-outlive-the-file", test_edits_outlive_the_file);
  ADD ("the-class-itself-is-never-told-gone", test_the_class_itself_is_never_told_gone);
  ADD ("catching-up-joins-what-changed", test_catching_up_joins_what_changed);
  ADD ("catching-up-sets-a-damaged-file-aside", test_catching_up_sets_a_damaged_file_aside);
  ADD ("catching-up-refuses-one-and-goes-on", test_catching_up_refuses_one_and_goes_on);
  ADD ("catching-up-waits-for-its-turn", test_catching_up_waits_for_its_turn);
  ADD ("reopening-joins-every-open-document", test_reopening_joins_every_open_document);
  ADD ("reopening-fails-where-the-class-is-gone", test_reopening_fails_where_the_class_is_gone);
  ADD ("only-what-is-uncertain-opens-it-anew", test_only_what_is_uncertain_opens_it_anew);
  return g_test_run ();
}

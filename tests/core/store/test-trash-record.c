/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-trash-list.h"

#include "classroom-fixture.h"
#include "flush-faults.h"
#include "pz-classroom-plan.h"

#include <errno.h>
#include <string.h>

static PzRecord *
add_contact (PzDocument *document,
             const char *name)
{
  PzRecord *contact = pz_document_add (document, PZ_RECORD_CONTACT);

  pz_record_set_text (contact, PZ_CONTACT_NAME, name);
  return contact;
}

static void
save (ClassroomFixture *f)
{
  g_autoptr(GError) error = NULL;

  pz_classroom_save (f->classroom, "Edit", &error);
  g_assert_no_error (error);
}

static void
test_entries_come_back_as_a_step (ClassroomFixture *f,
                                  gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  PzRecord *contact = add_contact (document, "Samira");
  const char *record = pz_record_get_id (contact);
  g_autoptr(GError) error = NULL;

  save (f);
  g_assert_false (pz_classroom_restore_record (f->classroom, PZ_DOCUMENT_LEARNER, id, record, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  pz_document_delete (document, contact);
  save (f);
  g_assert_true (pz_classroom_restore_record (f->classroom, PZ_DOCUMENT_LEARNER, id, record, NULL));
  g_assert_false (pz_record_is_deleted (contact));
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_true (pz_record_is_deleted (contact));
}

/* nothing of it is left in the file, in the history or in undo; what belonged to the goal went with it */
static void
test_entries_go_for_good (ClassroomFixture *f,
                          gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *history = g_strdup_printf ("history/%016" G_GINT64_MODIFIER "x.jsonl",
                                              pz_clock_get_device (f->classroom->clock));
  g_autofree char *name = g_strdup_printf ("learners/%s.json", id);
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);
  PzRecord *measurement = pz_document_add (document, PZ_RECORD_MEASUREMENT);
  PzRecord *other = pz_document_add (document, PZ_RECORD_MEASUREMENT);
  g_autofree char *record = g_strdup (pz_record_get_id (goal));
  g_autofree char *file = NULL;
  g_autofree char *lines = NULL;
  g_autoptr(GError) error = NULL;

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Marked title");
  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, record);
  pz_record_set_text (measurement, PZ_MEASUREMENT_NOTE, "Marked note");
  pz_record_set_text (other, PZ_MEASUREMENT_NOTE, "Another goal");
  save (f);
  pz_record_set_text (goal, PZ_GOAL_TITLE, "Marked twice");
  save (f);
  g_assert_false (pz_classroom_purge_record (f->classroom, PZ_DOCUMENT_LEARNER, id, record, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  pz_document_delete (document, goal);
  save (f);
  g_assert_true (pz_classroom_purge_record (f->classroom, PZ_DOCUMENT_LEARNER, id, record, &error));
  g_assert_no_error (error);
  file = classroom_fixture_read (f, name);
  lines = classroom_fixture_read (f, history);
  g_assert_null (strstr (file, "Marked"));
  g_assert_null (strstr (lines, "Marked"));
  g_assert_null (strstr (lines, record));
  g_assert_nonnull (strstr (file, "Another goal"));
  g_assert_nonnull (strstr (lines, id));
  g_assert_null (pz_classroom_get_undo_label (f->classroom));
  g_assert_null (pz_document_find (document, record));
}

static gboolean
restore (ClassroomFixture *f,
         const char       *learner,
         const char       *record,
         GError          **error)
{
  return pz_classroom_restore_record (f->classroom, PZ_DOCUMENT_LEARNER, learner, record, error);
}

static gboolean
purge (ClassroomFixture *f,
       const char       *learner,
       const char       *record,
       GError          **error)
{
  return pz_classroom_purge_record (f->classroom, PZ_DOCUMENT_LEARNER, learner, record, error);
}

static gboolean
is_in_file (ClassroomFixture *f,
            const char       *name,
            const char       *text)
{
  g_autofree char *content = classroom_fixture_read (f, name);

  g_assert_nonnull (content);
  return strstr (content, text) != NULL;
}

/* they have a way of their own, which brings everything back */
static void
test_learners_do_not_come_or_go_this_way (ClassroomFixture *f,
                                          gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  const char *ids[] = { id, NULL };
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete", NULL));
  g_assert_false (restore (f, id, id, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (purge (f, id, id, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  assert_on_disk (f, id, "Noor");
}

static void
test_what_is_nowhere_is_not_found (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(GError) error = NULL;

  g_assert_false (restore (f, id, "0000000000000000", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (purge (f, id, "0000000000000000", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (restore (f, "0000000000000000", "0000000000000000", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
}

static void
test_a_class_to_look_at_stays_as_it_is (ClassroomFixture *f,
                                        gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  PzRecord *contact = add_contact (document, "Samira");
  const char *record = pz_record_get_id (contact);
  g_autoptr(GError) error = NULL;

  pz_document_delete (document, contact);
  save (f);
  pz_classroom_set_read_only (f->classroom, "Look only");
  g_assert_false (restore (f, id, record, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (purge (f, id, record, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_READ_ONLY);
  g_assert_true (pz_record_is_deleted (contact));
}

/* what was edited before is a step of its own */
static void
test_coming_back_is_a_step_apart (ClassroomFixture *f,
                                  gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  PzRecord *contact = add_contact (document, "Samira");

  pz_document_delete (document, contact);
  save (f);
  rename_to (document, "Nour");
  g_assert_true (restore (f, id, pz_record_get_id (contact), NULL));
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_true (pz_record_is_deleted (contact));
  assert_given_name (f->classroom, id, "Nour");
}

/* a check-in says more than how a goal went */
static void
test_a_goal_goes_without_its_check_ins (ClassroomFixture *f,
                                        gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);
  PzRecord *phase = pz_document_add (document, PZ_RECORD_PHASE);
  PzRecord *check_in = pz_document_add (document, PZ_RECORD_CHECK_IN);
  g_autofree char *record = g_strdup (pz_record_get_id (goal));

  pz_record_set_text (phase, PZ_PHASE_GOAL, record);
  pz_record_set_text (phase, PZ_PHASE_NOTE, "Marked phase");
  pz_record_set_text (check_in, PZ_CHECK_IN_GOAL, record);
  pz_record_set_text (check_in, PZ_CHECK_IN_TEXT, "Proud of it");
  pz_document_delete (document, goal);
  save (f);
  g_assert_true (purge (f, id, record, NULL));
  assert_on_disk (f, id, "Proud of it");
  {
    g_autofree char *name = g_strdup_printf ("learners/%s.json", id);

    g_assert_false (is_in_file (f, name, "Marked phase"));
  }
}

/* Where the disk gives up, the record is still in the trash, or goes with the next save; its history never stays. */
static void
test_traces_go_even_when_the_disk_failed (ClassroomFixture *f,
                                          gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *name = g_strdup_printf ("learners/%s.json", id);
  g_autofree char *history = g_strdup_printf ("history/%016" G_GINT64_MODIFIER "x.jsonl",
                                              pz_clock_get_device (f->classroom->clock));
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  guint n_failed = 0;
  gboolean reached = TRUE;

  for (guint skip = 0; reached; skip++)
    {
      PzRecord *contact = add_contact (document, "Marked name");
      g_autofree char *record = g_strdup (pz_record_get_id (contact));
      g_autoptr(GError) error = NULL;
      gboolean done;

      save (f);
      pz_document_delete (document, contact);
      save (f);
      flush_faults_folders (skip, 1, EIO);
      done = purge (f, id, record, &error);
      reached = flush_faults_end ();
      g_assert_true (done == (error == NULL));
      n_failed += !done;
      if (!done)
        g_assert_true (purge (f, id, record, NULL));
      g_assert_false (is_in_file (f, name, record));
      g_assert_false (is_in_file (f, history, record));
      g_assert_false (is_in_file (f, history, "Marked name"));
    }
  g_assert_cmpuint (n_failed, >, 0);
}

static void
test_full_disk_can_be_tried_again (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *history = g_strdup_printf ("history/%016" G_GINT64_MODIFIER "x.jsonl",
                                              pz_clock_get_device (f->classroom->clock));
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  PzRecord *contact = add_contact (document, "Marked name");
  g_autofree char *record = g_strdup (pz_record_get_id (contact));
  g_autoptr(GError) error = NULL;

  pz_document_delete (document, contact);
  save (f);
  flush_faults_files (1, ENOSPC);
  g_assert_false (purge (f, id, record, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NO_SPACE);
  g_assert_true (pz_record_is_deleted (pz_document_find (document, record)));
  g_assert_true (purge (f, id, record, NULL));
  g_assert_null (pz_document_find (document, record));
  g_assert_false (is_in_file (f, history, "Marked name"));
}

#define ADD(path, function) classroom_test_add ("/core/trash-record/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("entries-come-back-as-a-step", test_entries_come_back_as_a_step);
  ADD ("entries-go-for-good", test_entries_go_for_good);
  ADD ("learners-do-not-come-or-go-this-way", test_learners_do_not_come_or_go_this_way);
  ADD ("what-is-nowhere-is-not-found", test_what_is_nowhere_is_not_found);
  ADD ("a-class-to-look-at-stays-as-it-is", test_a_class_to_look_at_stays_as_it_is);
  ADD ("coming-back-is-a-step-apart", test_coming_back_is_a_step_apart);
  ADD ("a-goal-goes-without-its-check-ins", test_a_goal_goes_without_its_check_ins);
  ADD ("traces-go-even-when-the-disk-failed", test_traces_go_even_when_the_disk_failed);
  ADD ("full-disk-can-be-tried-again", test_full_disk_can_be_tried_again);
  return g_test_run ();
}

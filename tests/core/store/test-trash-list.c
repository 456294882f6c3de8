/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-trash-list.h"

#include "classroom-fixture.h"
#include "pz-classroom-plan.h"

#include <string.h>

typedef struct
{
  gboolean done;
  GPtrArray *items;
  GError *error;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->items = pz_classroom_list_trash_finish (PZ_CLASSROOM (source), result, &answer->error);
  answer->done = TRUE;
}

static GPtrArray *
list (ClassroomFixture *f)
{
  Answer answer = { 0 };

  pz_classroom_list_trash_async (f->classroom, NULL, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  return answer.items;
}

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
test_newest_entries_come_first (ClassroomFixture *f,
                                gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *gone = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(PzDocument) other = load_learner (f->classroom, gone);
  const char *ids[] = { gone, NULL };
  g_autoptr(GPtrArray) items = NULL;
  const PzTrashItem *item;

  pz_document_delete (document, add_contact (document, "Samira"));
  add_contact (document, "Here to stay");
  pz_document_delete (other, add_contact (other, "Goes with the learner"));
  save (f);
  pz_environment_advance (f->environment, 3600000);
  pz_document_delete (document, add_contact (document, "Omar"));
  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete", NULL));
  items = list (f);
  g_assert_cmpuint (items->len, ==, 2);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpstr (item->name, ==, "Omar");
  g_assert_cmpstr (item->document, ==, id);
  g_assert_cmpstr (item->document_title, ==, "Noor Jansen");
  g_assert_cmpint (item->type, ==, PZ_RECORD_CONTACT);
  item = g_ptr_array_index (items, 1);
  g_assert_cmpstr (item->name, ==, "Samira");
}

static void
test_whole_activities_come_back (ClassroomFixture *f,
                                 gconstpointer     data)
{
  g_autoptr(PzDocument) activity = pz_classroom_plan_activity (f->classroom, "Bridges", 0);
  g_autoptr(GPtrArray) before = NULL, after = NULL;
  g_autoptr(GError) error = NULL;
  const PzTrashItem *item;

  pz_document_delete (activity, pz_activity_add_group (activity, 1, "Arch")); /* comes and goes with it */
  save (f);
  pz_document_delete (activity, pz_document_get_owner (activity));
  save (f);
  before = list (f);
  g_assert_cmpuint (before->len, ==, 1);
  item = before->pdata[0];
  g_assert_cmpstr (item->document, ==, pz_document_get_id (activity));
  g_assert_cmpstr (item->record, ==, pz_document_get_id (activity));
  g_assert_cmpint (item->type, ==, PZ_RECORD_ACTIVITY);
  g_assert_cmpstr (item->name, ==, "Bridges");
  g_assert_cmpstr (item->document_title, ==, "");
  g_assert_false (pz_classroom_purge_record (f->classroom, item->kind, item->document, item->record, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND); /* no entry: pz_classroom_purge_activities() */
  g_clear_error (&error);
  g_assert_true (pz_classroom_restore_record (f->classroom, item->kind, item->document, item->record, &error));
  g_assert_no_error (error);
  g_assert_false (pz_record_is_deleted (pz_document_get_owner (activity)));
  after = list (f);
  g_assert_cmpuint (after->len, ==, 1); /* the group */
}

#define ADD(path, function) classroom_test_add ("/core/trash-list/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("newest-entries-come-first", test_newest_entries_come_first);
  ADD ("whole-activities-come-back", test_whole_activities_come_back);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../cases.h"
#include "classroom-fixture.h"
#include "model-fixture.h"
#include "store-fixture.h"

#include <unistd.h>

/* Whatever was done, taking all of it back shows what was shown before, and doing all of it again shows what was shown
 * afterwards. Random edits, deletions, returns, imports and steps back and forth, over one class on disk. */

#define CASES n_cases (1000)
/* Classes get slower with what lies in their trash. */
#define CASES_PER_CLASS 20
#define MOST_STEPS 14

/* The law is about values: what is not flushed is read back all the same, and a thousand cases wait for no disk. */
int
fsync (int file)
{
  return 0;
}

typedef struct
{
  ClassroomFixture *fixture;
  PzRandom random;
  guint n_steps; /* that were made, to name them apart */
  GHashTable *held; /* id -> PzDocument: open documents, as a page holds them; others are read again */
} Case;

static guint
below (Case  *c,
       guint  n)
{
  return pz_random_below (&c->random, n);
}

static PzClassroom *
classroom_of (Case *c)
{
  return c->fixture->classroom;
}

/* ids of all learners, those of this case that are in memory alone too */
static GPtrArray *
list_learners (Case *c)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *ids = pz_classroom_list (classroom_of (c), PZ_DOCUMENT_LEARNER, &error);
  GHashTableIter iter;
  gpointer id;

  g_assert_no_error (error);
  g_hash_table_iter_init (&iter, c->held);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
      g_ptr_array_add (ids, g_strdup (id));
  g_ptr_array_sort (ids, (GCompareFunc) (void (*) (void)) g_ascii_strcasecmp);
  return ids;
}

static char *
show_record (PzRecord *record)
{
  const PzRecordSchema *schema = pz_schema_get_record (pz_record_get_record_type (record));
  GString *shown = g_string_new (schema->name);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      g_autofree char *text = pz_record_dup_as_text (record, i);

      if (text != NULL)
        g_string_append_printf (shown, "\n%s: %s", schema->fields[i].name, text);
    }
  return g_string_free (shown, FALSE);
}

/* What is shown: id of a record -> its fields in words; what is deleted begins with a cross. */
static void
show_document (GHashTable *shown,
               PzDocument *document)
{
  g_autoptr(GPtrArray) all = pz_document_get_all (document);

  for (guint i = 0; i < all->len; i++)
    {
      PzRecord *record = g_ptr_array_index (all, i);
      g_autofree char *text = show_record (record);

      g_hash_table_insert (shown, g_strdup (pz_record_get_id (record)),
                           g_strconcat (pz_record_is_deleted (record) ? "x" : " ", text, NULL));
    }
}

static PzDocument *
load (Case       *c,
      const char *id)
{
  g_autoptr(GError) error = NULL;
  PzDocument *document = pz_classroom_load (classroom_of (c), PZ_DOCUMENT_LEARNER, id, &error);

  g_assert_no_error (error);
  return document;
}

static GHashTable *
show_class (Case *c)
{
  GHashTable *shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GPtrArray) ids = NULL;

  pz_classroom_wait_for_turns (classroom_of (c));
  ids = list_learners (c);
  show_document (shown, pz_classroom_get_document (classroom_of (c)));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(PzDocument) document = load (c, g_ptr_array_index (ids, i));

      show_document (shown, document);
    }
  return shown;
}

/* every record of @expected is as it was there; one that is not there is deleted */
static void
assert_shows (GHashTable *shown,
              GHashTable *expected)
{
  GHashTableIter iter;
  gpointer id, text;

  g_hash_table_iter_init (&iter, shown);
  while (g_hash_table_iter_next (&iter, &id, &text))
    {
      const char *before = g_hash_table_lookup (expected, id);

      if (before != NULL)
        g_assert_cmpstr (text, ==, before);
      else
        g_assert_true (*(const char *) text == 'x');
    }
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_true (g_hash_table_contains (shown, id));
}

/* the index lists exactly the learners that are shown */
static void
assert_lists (Case       *c,
              GHashTable *shown)
{
  PzIndex *index = pz_classroom_get_index (classroom_of (c));
  g_autoptr(GError) error = NULL;

  pz_classroom_save (classroom_of (c), NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    {
      const char *text = g_hash_table_lookup (shown, pz_index_peek_id (index, i));

      g_assert_nonnull (text);
      g_assert_cmpint ((pz_index_peek_flags (index, i) & PZ_INDEX_DELETED) != 0, ==, *text == 'x');
    }
}

/* ---- the steps ---- */

static PzDocument *
pick_document (Case *c)
{
  g_autoptr(GPtrArray) ids = list_learners (c);

  if (ids->len == 0 || below (c, 6) == 0)
    return g_object_ref (pz_classroom_get_document (classroom_of (c)));
  return load (c, g_ptr_array_index (ids, below (c, ids->len)));
}

static PzRecord *
pick_record (Case       *c,
             PzDocument *document)
{
  g_autoptr(GPtrArray) all = pz_document_get_all (document);

  return g_ptr_array_index (all, below (c, all->len));
}

static void
hold (Case       *c,
      PzDocument *document)
{
  if (pz_document_get_kind (document) == PZ_DOCUMENT_LEARNER && below (c, 2) == 0)
    g_hash_table_insert (c->held, g_strdup (pz_document_get_id (document)), g_object_ref (document));
}

/* several fields of one record, some of them more than once */
static void
edit_fields (Case     *c,
             PzRecord *record)
{
  guint n_fields = pz_schema_get_record (pz_record_get_record_type (record))->n_fields;

  for (guint n = 1 + below (c, 4); n > 0; n--)
    fixture_fill (record, below (c, n_fields), &c->random);
}

static void
add_record (Case       *c,
            PzDocument *document)
{
  PzRecordType type = (PzRecordType) below (c, PZ_N_RECORD_TYPES);
  const PzRecordSchema *schema = pz_schema_get_record (type);

  if (schema->list != NULL && (schema->documents & (1u << pz_document_get_kind (document))))
    edit_fields (c, pz_document_add (document, type));
}

static void
change_document (Case       *c,
                 PzDocument *document)
{
  PzRecord *record = pick_record (c, document);

  switch (below (c, 6))
    {
    case 0:
      add_record (c, document);
      break;
    case 1:
      pz_document_delete (document, record);
      break;
    case 2:
      pz_document_restore (document, record);
      break;
    default:
      edit_fields (c, record);
      break;
    }
}

static void
change_something (Case *c)
{
  g_autoptr(PzDocument) document = pick_document (c);

  hold (c, document);
  for (guint n = 1 + below (c, 3); n > 0; n--)
    change_document (c, document);
}

/* new learners and changes of others, as a roster brings them, in one step */
static void
import_learners (Case *c)
{
  for (guint n = 1 + below (c, 3); n > 0; n--)
    {
      g_autoptr(PzDocument) document = pz_classroom_add (classroom_of (c), PZ_DOCUMENT_LEARNER);

      /* one that nobody holds has to be saved before it can be let go */
      g_hash_table_insert (c->held, g_strdup (pz_document_get_id (document)), g_object_ref (document));
      edit_fields (c, pz_document_get_owner (document));
      if (below (c, 3) == 0)
        change_document (c, document);
    }
  for (guint n = below (c, 3); n > 0; n--)
    change_something (c);
}

static void
trash_learners (Case     *c,
                gboolean  there)
{
  g_autoptr(GPtrArray) ids = list_learners (c);
  const char *some[4] = { NULL };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; ids->len > 0 && i < 3; i++)
    some[i] = g_ptr_array_index (ids, below (c, ids->len));
  if (there)
    pz_classroom_delete (classroom_of (c), some, "To the trash", &error);
  else
    pz_classroom_restore (classroom_of (c), some, "And back", &error);
  g_assert_no_error (error);
}

/* sealed by the next label, by a save, or with what comes next */
static void
end_step (Case *c)
{
  g_autofree char *label = g_strdup_printf ("Step %u", c->n_steps++);
  g_autoptr(GError) error = NULL;

  if (below (c, 3) > 0)
    pz_classroom_queue_save (classroom_of (c), label);
  else
    pz_classroom_save (classroom_of (c), label, &error);
  g_assert_no_error (error);
}

static PzDocument *
edit_nothing (PzClassroom *classroom,
              guint        i,
              gpointer     data)
{
  return NULL;
}

static void
forget_step (PzClassroom *classroom,
             PzUndoStep  *step,
             gpointer     data)
{
  pz_undo_step_unref (step);
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  pz_classroom_step_finish (PZ_CLASSROOM (source), result, &error);
  g_assert_no_error (error);
}

/* as a step of many learners moves: not at once, but in turns of the main loop, behind others */
static void
move_in_turns (Case     *c,
               gboolean  forward)
{
  PzClassroom *classroom = classroom_of (c);

  pz_classroom_edit_in_turns (classroom, 1, edit_nothing, forget_step, NULL);
  if (forward)
    pz_classroom_redo_async (classroom, moved_cb, NULL);
  else
    pz_classroom_undo_async (classroom, moved_cb, NULL);
  if (below (c, 2) == 0)
    pz_classroom_wait_for_turns (classroom);
}

static void
move (Case     *c,
      gboolean  forward)
{
  PzClassroom *classroom = classroom_of (c);
  g_autoptr(GError) error = NULL;
  gboolean in_turns = below (c, 2) == 0;

  /* what is being edited is the last step, and nothing can be done again behind it */
  pz_classroom_seal_waiting (classroom);
  if (in_turns && (forward ? pz_classroom_get_redo_label (classroom) : pz_classroom_get_undo_label (classroom)) != NULL)
    {
      move_in_turns (c, forward);
      return;
    }
  if (forward && pz_classroom_get_redo_label (classroom) != NULL)
    pz_classroom_redo (classroom, &error);
  else if (!forward && pz_classroom_get_undo_label (classroom) != NULL)
    pz_classroom_undo (classroom, &error);
  g_assert_no_error (error);
}

static void
make_step (Case *c)
{
  guint kind = below (c, 10);
  gboolean moves = kind >= 2 && kind <= 4;

  pz_environment_advance (c->fixture->environment, 60000);
  /* steps back and forth follow each other without waiting; what is done next builds on what they bring back */
  if (!moves)
    pz_classroom_wait_for_turns (classroom_of (c));
  switch (kind)
    {
    case 0:
      import_learners (c);
      end_step (c);
      break;
    case 1:
      trash_learners (c, below (c, 2) == 0);
      break;
    case 2:
    case 3:
      move (c, FALSE);
      break;
    case 4:
      move (c, TRUE);
      break;
    case 5:
      g_hash_table_remove_all (c->held);
      pz_classroom_save (classroom_of (c), "Everything", NULL);
      break;
    default:
      change_something (c);
      end_step (c);
      break;
    }
}

/* how many steps there were to take back */
static guint
undo_all (Case *c)
{
  PzClassroom *classroom = classroom_of (c);
  guint n = 0;

  for (; pz_classroom_get_undo_label (classroom) != NULL; n++)
    move (c, FALSE);
  return n;
}

static void
run_case (ClassroomFixture *fixture,
          guint             seed)
{
  Case c = { .fixture = fixture };
  g_autoptr(GHashTable) start = NULL;
  g_autoptr(GHashTable) end = NULL;
  g_autoptr(GHashTable) undone = NULL;
  g_autoptr(GHashTable) redone = NULL;
  guint n_done;

  g_test_message ("seed %u", seed);
  pz_random_init (&c.random, seed);
  c.held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_assert_true (pz_classroom_save (fixture->classroom, NULL, NULL));
  pz_undo_stack_clear (fixture->classroom->undo);
  start = show_class (&c);
  for (guint n = 2 + below (&c, MOST_STEPS - 1); n > 0; n--)
    make_step (&c);
  pz_classroom_seal_waiting (fixture->classroom);
  end = show_class (&c);
  n_done = undo_all (&c);
  undone = show_class (&c);
  assert_shows (undone, start);
  assert_lists (&c, undone);
  /* what was taken back before the end stays so */
  for (guint n = n_done; n > 0; n--)
    move (&c, TRUE);
  redone = show_class (&c);
  assert_shows (redone, end);
  assert_lists (&c, redone);
  g_hash_table_unref (c.held);
}

static void
test_all_comes_back_and_goes_again (void)
{
  for (guint first = 0; first < CASES; first += CASES_PER_CLASS)
    {
      ClassroomFixture fixture = { NULL };

      classroom_fixture_set_up (&fixture, NULL);
      for (guint i = 0; i < CASES_PER_CLASS; i++)
        run_case (&fixture, first + i);
      classroom_fixture_tear_down (&fixture, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/undo-laws/all-comes-back-and-goes-again", test_all_comes_back_and_goes_again);
  return g_test_run ();
}

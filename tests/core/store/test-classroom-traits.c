/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-traits.h"

#include "classroom-fixture.h"

static void
changed_cb (PzClassroomTraits *traits,
            gboolean          *changed)
{
  *changed = TRUE;
}

/* Runs until nothing is read any more. */
static void
settle (PzClassroomTraits *traits)
{
  while (pz_classroom_traits_is_busy (traits))
    {
      gboolean changed = FALSE;
      gulong handler = g_signal_connect (traits, "changed", G_CALLBACK (changed_cb), &changed);

      run_until (&changed);
      g_signal_handler_disconnect (traits, handler);
    }
}

static PzClassroomTraits *
load (PzClassroom *classroom)
{
  PzClassroomTraits *traits = pz_classroom_traits_new (classroom);

  pz_classroom_traits_load (traits);
  settle (traits);
  g_assert_true (pz_classroom_traits_is_loaded (traits));
  return traits;
}

static void
give (PzClassroom *classroom,
      const char  *id,
      guint        field,
      const char  *text)
{
  g_autoptr(PzDocument) document = load_learner (classroom, id);

  pz_record_set_add (owner_of (document), field, text);
  g_assert_true (pz_classroom_save (classroom, "Add", NULL));
}

static const PzTraitRow *
row_of (PzClassroomTraits *traits,
        const char        *id)
{
  guint position;

  g_assert_true (pz_index_find (pz_classroom_get_index (pz_classroom_traits_get_classroom (traits)), id, &position));
  return pz_classroom_traits_peek (traits, position);
}

/* how many learners have it, as menus show it; 0 for what nobody has */
static guint
count (PzClassroomTraits *traits,
       PzFilterField      field,
       const char        *text,
       gboolean           archived)
{
  g_autoptr(GArray) counts = pz_classroom_traits_count (traits, archived);

  for (guint i = 0; i < counts->len; i++)
    {
      const PzTrait *trait = pz_trait_table_get (pz_classroom_traits_get_table (traits), i);

      if (trait->field == field && g_strcmp0 (trait->text, text) == 0)
        return g_array_index (counts, guint, i);
    }
  return 0;
}

static void
test_knows_nothing_before_it_is_asked (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzClassroomTraits) traits = pz_classroom_traits_new (f->classroom);

  give (f->classroom, id, PZ_LEARNER_NEEDS, "Reading");
  g_assert_false (pz_classroom_traits_is_loaded (traits));
  g_assert_false (pz_classroom_traits_is_busy (traits));
  g_assert_null (pz_classroom_traits_get_table (traits));
  g_assert_null (row_of (traits, id));
}

static void
test_reads_every_kind (ClassroomFixture *f,
                       gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(PzClassroomTraits) traits = NULL;

  pz_record_set_add (owner_of (document), PZ_LEARNER_STRENGTHS, "Patience");
  pz_record_set_add (owner_of (document), PZ_LEARNER_NEEDS, "Reading");
  pz_record_set_add (owner_of (document), PZ_LEARNER_INTERESTS, "Music");
  pz_record_set_add (owner_of (document), PZ_LEARNER_SUPPORTS, "Larger print");
  pz_record_set_add (owner_of (document), PZ_LEARNER_HOME_LANGUAGES, "Dutch");
  pz_record_set_add (owner_of (document), PZ_LEARNER_LENS_VALUES, "aaaaaaaaaaaaaaaa:often");
  pz_record_set_text (owner_of (document), PZ_LEARNER_DEVICE_AT_HOME, "shared");
  g_assert_true (pz_classroom_save (f->classroom, "Edit", NULL));
  traits = load (f->classroom);
  g_assert_cmpuint (row_of (traits, id)->n_traits, ==, 7);
  g_assert_cmpuint (count (traits, PZ_FILTER_STRENGTH, "Patience", FALSE), ==, 1);
  g_assert_cmpuint (count (traits, PZ_FILTER_NEED, "Reading", FALSE), ==, 1);
  g_assert_cmpuint (count (traits, PZ_FILTER_INTEREST, "Music", FALSE), ==, 1);
  g_assert_cmpuint (count (traits, PZ_FILTER_SUPPORT, "Larger print", FALSE), ==, 1);
  g_assert_cmpuint (count (traits, PZ_FILTER_LANGUAGE, "Dutch", FALSE), ==, 1);
  g_assert_cmpuint (count (traits, PZ_FILTER_LENS, "often", FALSE), ==, 1);
  g_assert_cmpuint (count (traits, PZ_FILTER_DEVICE, "shared", FALSE), ==, 1);
  g_assert_cmpuint (count (traits, PZ_FILTER_INTEREST, "Reading", FALSE), ==, 0);
}

static void
test_spellings_are_one_trait (ClassroomFixture *f,
                              gconstpointer     data)
{
  g_autofree char *first = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *second = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzClassroomTraits) traits = NULL;

  give (f->classroom, first, PZ_LEARNER_INTERESTS, "Music");
  give (f->classroom, second, PZ_LEARNER_INTERESTS, "music");
  traits = load (f->classroom);
  g_assert_cmpuint (pz_trait_table_get_length (pz_classroom_traits_get_table (traits)), ==, 1);
  g_assert_cmpuint (count (traits, PZ_FILTER_INTEREST, pz_trait_table_get (pz_classroom_traits_get_table (traits), 0)->text,
                           FALSE), ==, 2);
}

static void
test_follows_edits_and_new_learners (ClassroomFixture *f,
                                     gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *later = NULL;
  g_autoptr(PzClassroomTraits) traits = load (f->classroom);

  give (f->classroom, id, PZ_LEARNER_NEEDS, "Reading");
  settle (traits);
  g_assert_cmpuint (count (traits, PZ_FILTER_NEED, "Reading", FALSE), ==, 1);
  later = add_learner (f->classroom, "Ada", "Hill");
  give (f->classroom, later, PZ_LEARNER_NEEDS, "Reading");
  settle (traits);
  g_assert_cmpuint (count (traits, PZ_FILTER_NEED, "Reading", FALSE), ==, 2);
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  settle (traits);
  g_assert_cmpuint (count (traits, PZ_FILTER_NEED, "Reading", FALSE), ==, 1);
}

/* as after a change of everybody */
static void
test_follows_a_change_of_many (ClassroomFixture *f,
                               gconstpointer     data)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(PzClassroomTraits) traits = NULL;

  for (guint i = 0; i < 80; i++)
    {
      g_ptr_array_add (documents, pz_classroom_add (f->classroom, PZ_DOCUMENT_LEARNER));
      pz_record_set_text (owner_of (g_ptr_array_index (documents, i)), PZ_LEARNER_GIVEN_NAME, "Noor");
      pz_record_set_add (owner_of (g_ptr_array_index (documents, i)), PZ_LEARNER_NEEDS, "Spelling");
    }
  g_assert_true (pz_classroom_save (f->classroom, "Add", NULL));
  traits = load (f->classroom);
  for (guint i = 0; i < documents->len; i++)
    pz_record_set_add (owner_of (g_ptr_array_index (documents, i)), PZ_LEARNER_NEEDS, "Reading");
  g_assert_true (pz_classroom_save (f->classroom, "Needs", NULL));
  g_assert_cmpuint (count (traits, PZ_FILTER_NEED, "Spelling", FALSE), ==, 80);
  settle (traits);
  g_assert_cmpuint (count (traits, PZ_FILTER_NEED, "Reading", FALSE), ==, 80);
  g_assert_cmpuint (count (traits, PZ_FILTER_NEED, "Spelling", FALSE), ==, 80);
}

/* A rename puts another row into the index at once; what was known must not be lost meanwhile. */
static void
test_keeps_what_it_knows_while_it_reads_again (ClassroomFixture *f,
                                               gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *other = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(PzClassroomTraits) traits = NULL;

  give (f->classroom, id, PZ_LEARNER_NEEDS, "Reading");
  traits = load (f->classroom);
  rename_to (document, "Nora");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  g_assert_true (pz_classroom_traits_is_busy (traits));
  g_assert_nonnull (row_of (traits, id));
  g_assert_cmpuint (row_of (traits, id)->n_traits, ==, 1);
  settle (traits);
  g_assert_cmpuint (row_of (traits, id)->n_traits, ==, 1);
  g_assert_cmpuint (row_of (traits, other)->n_traits, ==, 0);
}

static void
test_follows_another_program (ClassroomFixture *f,
                              gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzClassroomTraits) traits = load (f->classroom);
  g_autoptr(PzClassroom) other = classroom_fixture_open_other (f);

  give (other, id, PZ_LEARNER_INTERESTS, "Birds");
  g_assert_true (pz_classroom_refresh (f->classroom, NULL));
  settle (traits);
  g_assert_cmpuint (count (traits, PZ_FILTER_INTEREST, "Birds", FALSE), ==, 1);
}

static void
test_counts_those_of_one_scope (ClassroomFixture *f,
                                gconstpointer     data)
{
  g_autofree char *here = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *left = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *gone = add_learner (f->classroom, "Tom", "Hall");
  const char *ids[] = { gone, NULL };
  g_autoptr(PzDocument) document = load_learner (f->classroom, left);
  g_autoptr(PzClassroomTraits) traits = NULL;

  give (f->classroom, here, PZ_LEARNER_NEEDS, "Reading");
  give (f->classroom, left, PZ_LEARNER_NEEDS, "Reading");
  give (f->classroom, gone, PZ_LEARNER_NEEDS, "Reading");
  pz_record_set_flag (owner_of (document), PZ_LEARNER_ARCHIVED, TRUE);
  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete", NULL));
  traits = load (f->classroom);
  g_assert_cmpuint (count (traits, PZ_FILTER_NEED, "Reading", FALSE), ==, 1);
  g_assert_cmpuint (count (traits, PZ_FILTER_NEED, "Reading", TRUE), ==, 1);
}

static void
test_a_damaged_file_is_not_known (ClassroomFixture *f,
                                  gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *damaged = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzClassroomTraits) traits = NULL;

  classroom_fixture_damage (f, damaged);
  traits = load (f->classroom);
  g_assert_null (row_of (traits, damaged));
  g_assert_nonnull (row_of (traits, id));
}

static void
test_may_go_while_it_reads (ClassroomFixture *f,
                            gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  PzClassroomTraits *traits = pz_classroom_traits_new (f->classroom);

  pz_classroom_traits_load (traits);
  g_assert_finalize_object (traits);
  for (guint i = 0; i < 20; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_nonnull (id);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-traits/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("knows-nothing-before-it-is-asked", test_knows_nothing_before_it_is_asked);
  ADD ("reads-every-kind", test_reads_every_kind);
  ADD ("spellings-are-one-trait", test_spellings_are_one_trait);
  ADD ("follows-edits-and-new-learners", test_follows_edits_and_new_learners);
  ADD ("follows-a-change-of-many", test_follows_a_change_of_many);
  ADD ("keeps-what-it-knows-while-it-reads-again", test_keeps_what_it_knows_while_it_reads_again);
  ADD ("follows-another-program", test_follows_another_program);
  ADD ("counts-those-of-one-scope", test_counts_those_of_one_scope);
  ADD ("a-damaged-file-is-not-known", test_a_damaged_file_is_not_known);
  ADD ("may-go-while-it-reads", test_may_go_while_it_reads);
  return g_test_run ();
}

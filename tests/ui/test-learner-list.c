/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-list.h"
#include "ui-fixture.h"

#define PEOPLE "Zoë Adams;Amina Yusuf;Émile Zola;Tom Miller & Ann;Chloé Dubois;Bartholomew Featherstone-Abernathy"

typedef struct
{
  guint position;
  guint removed;
  guint added;
  guint n;
} Change;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Change     *change)
{
  change->position = position;
  change->removed = removed;
  change->added = added;
  change->n++;
}

static PzLearnerList *
make_list (UiFixture     *fixture,
           PzLearnerSort  sort)
{
  return pz_learner_list_new (pz_classroom_get_index (fixture->classroom), PZ_SCOPE_SHOWN, sort);
}

static guint
count (PzLearnerList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
assert_only (PzLearnerList *list,
             const char    *name)
{
  g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (list), 0);

  g_assert_cmpuint (count (list), ==, 1);
  g_assert_cmpstr (pz_learner_row_get_display_name (row), ==, name);
}

static char *
find_id (PzLearnerList *list,
         const char    *given_name)
{
  for (guint i = 0; i < count (list); i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (g_strcmp0 (pz_learner_row_get_given_name (row), given_name) == 0)
        return g_strdup (pz_learner_list_peek_id (list, i));
    }
  g_assert_not_reached ();
}

static void
test_every_word_is_a_part (UiFixture     *fixture,
                           gconstpointer  names)
{
  g_autoptr(PzLearnerList) list = make_list (fixture, PZ_SORT_GIVEN);

  g_assert_cmpuint (pz_learner_list_count_all (list), ==, 6);
  pz_learner_list_set_search (list, "zo", G_MAXUINT);
  g_assert_cmpuint (count (list), ==, 2);
  pz_learner_list_set_search (list, "ZOE", G_MAXUINT);
  assert_only (list, "Zoë Adams");
  pz_learner_list_set_search (list, "emile  ZOL ", G_MAXUINT);
  assert_only (list, "Émile Zola");
  pz_learner_list_set_search (list, "abern bart", G_MAXUINT);
  assert_only (list, "Bartholomew Featherstone-Abernathy");
  pz_learner_list_set_search (list, "bart zola", G_MAXUINT);
  g_assert_cmpuint (count (list), ==, 0);
  pz_learner_list_set_search (list, NULL, G_MAXUINT);
  g_assert_cmpuint (count (list), ==, 6);
}

static void
test_order (UiFixture     *fixture,
            gconstpointer  names)
{
  g_autoptr(PzLearnerList) list = make_list (fixture, PZ_SORT_FAMILY);
  g_autofree char *first = find_id (list, "Zoë");

  g_assert_cmpstr (pz_learner_list_peek_id (list, 0), ==, first);
  pz_learner_list_set_sort (list, PZ_SORT_GIVEN, G_MAXUINT);
  g_assert_cmpstr (pz_learner_list_peek_id (list, 0), !=, first);
  for (guint i = 1; i < 6; i++)
    {
      g_autoptr(PzLearnerRow) before = g_list_model_get_item (G_LIST_MODEL (list), i - 1);
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpint (g_utf8_collate (pz_learner_row_get_given_name (before), pz_learner_row_get_given_name (row)), <=, 0);
    }
}

static void
test_one_range_per_key (UiFixture     *fixture,
                        gconstpointer  names)
{
  g_autoptr(PzLearnerList) list = make_list (fixture, PZ_SORT_GIVEN);
  Change change = { 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &change);
  pz_learner_list_set_search (list, "zo", G_MAXUINT);
  g_assert_cmpuint (change.n, ==, 1);
  pz_learner_list_set_search (list, "zo ", G_MAXUINT);
  pz_learner_list_set_search (list, "ZO", G_MAXUINT);
  g_assert_cmpuint (change.n, ==, 1);
}

static void
test_follows_a_change (UiFixture     *fixture,
                       gconstpointer  names)
{
  g_autoptr(PzLearnerList) list = make_list (fixture, PZ_SORT_GIVEN);
  g_autofree char *amina = find_id (list, "Amina");
  g_autofree char *added = NULL;
  g_autoptr(PzDocument) document = NULL;
  Change change = { 0 };
  guint position;

  document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, amina, NULL);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &change);
  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_FAMILY_NAME, "Xu");
  ui_save (fixture->classroom);
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_cmpuint (change.removed, ==, 1);
  g_assert_cmpuint (change.added, ==, 1);
  g_assert_true (pz_learner_list_find (list, amina, &position));
  g_assert_cmpuint (position, ==, change.position);

  added = ui_add_learner (fixture->classroom, "Berta", "New");
  ui_save (fixture->classroom);
  g_assert_cmpuint (pz_learner_list_count_all (list), ==, 7);
  g_assert_true (pz_learner_list_find (list, added, NULL));
}

static void
test_keeps_the_selection (UiFixture     *fixture,
                          gconstpointer  names)
{
  g_autoptr(PzLearnerList) list = make_list (fixture, PZ_SORT_GIVEN);
  g_autofree char *tom = find_id (list, "Tom");
  g_autofree char *added = NULL;
  g_auto(GStrv) selected = NULL;
  g_auto(GStrv) all = NULL;
  guint position;

  pz_learner_list_select_id (list, tom);
  pz_learner_list_set_search (list, "zoe", G_MAXUINT); /* hidden */
  pz_learner_list_set_search (list, "", G_MAXUINT);
  added = ui_add_learner (fixture->classroom, "Aaron", "First");
  ui_save (fixture->classroom);
  pz_learner_list_set_sort (list, PZ_SORT_FAMILY, G_MAXUINT);
  selected = pz_learner_list_dup_selected (list);
  g_assert_cmpuint (g_strv_length (selected), ==, 1);
  g_assert_cmpstr (selected[0], ==, tom);
  g_assert_true (pz_learner_list_find (list, tom, &position));
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (list), position));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (list), position == 0 ? 1 : 0, TRUE);
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (list), position));
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (list));
  all = pz_learner_list_dup_selected (list);
  g_assert_cmpuint (g_strv_length (all), ==, 7);
  pz_learner_list_select_id (list, NULL);
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (list), 0));
}

static void
test_trash_is_another_scope (UiFixture     *fixture,
                             gconstpointer  names)
{
  g_autoptr(PzLearnerList) list = make_list (fixture, PZ_SORT_GIVEN);
  g_autoptr(PzLearnerList) trash = pz_learner_list_new (pz_classroom_get_index (fixture->classroom), PZ_SCOPE_DELETED,
                                                        PZ_SORT_GIVEN);
  g_autofree char *tom = find_id (list, "Tom");
  const char *ids[] = { tom, NULL };

  g_assert_true (pz_learner_list_get_index (list) == pz_classroom_get_index (fixture->classroom));
  g_assert_cmpuint (pz_learner_list_count_all (trash), ==, 0);
  g_assert_true (pz_classroom_delete (fixture->classroom, ids, "Deletion", NULL));
  g_assert_cmpuint (pz_learner_list_count_all (list), ==, 5);
  g_assert_cmpuint (pz_learner_list_count_all (trash), ==, 1);
  g_assert_false (pz_learner_list_find (list, tom, NULL));
}

static void
test_first_page (UiFixture     *fixture,
                 gconstpointer  names)
{
  g_autoptr(PzLearnerList) list = make_list (fixture, PZ_SORT_GIVEN);
  Change change = { 0 };

  pz_learner_list_set_limit (list, 2);
  g_assert_cmpuint (count (list), ==, 2);
  g_assert_cmpuint (pz_learner_list_count_all (list), ==, 6);
  g_assert_null (pz_learner_list_peek_id (list, 2));
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &change);
  pz_learner_list_set_limit (list, G_MAXUINT);
  g_assert_cmpuint (change.position, ==, 2);
  g_assert_cmpuint (change.removed, ==, 0);
  g_assert_cmpuint (change.added, ==, 4);
  pz_learner_list_set_search (list, "a", 1);
  g_assert_cmpuint (count (list), ==, 1);
  g_assert_cmpuint (pz_learner_list_count_found (list), >, 1);
}

static void
add_test (const char *path,
          void      (*test) (UiFixture *, gconstpointer))
{
  g_test_add (path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/ui/learner-list/every-word-is-a-part", test_every_word_is_a_part);
  add_test ("/ui/learner-list/order", test_order);
  add_test ("/ui/learner-list/one-range-per-key", test_one_range_per_key);
  add_test ("/ui/learner-list/follows-a-change", test_follows_a_change);
  add_test ("/ui/learner-list/keeps-the-selection", test_keeps_the_selection);
  add_test ("/ui/learner-list/trash-is-another-scope", test_trash_is_another_scope);
  add_test ("/ui/learner-list/first-page", test_first_page);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "index-fixture.h"
#include "pz-random.h"

/* Follows a model by its signals alone, and compares with it after each of them. */
typedef struct
{
  GPtrArray *rows;
  guint n_signals;
} Shadow;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  Shadow     *shadow)
{
  shadow->n_signals++;
  g_assert_cmpuint (position + n_removed, <=, shadow->rows->len);
  if (n_removed > 0)
    g_ptr_array_remove_range (shadow->rows, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (shadow->rows, (int) (position + i), g_list_model_get_item (model, position + i));

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, shadow->rows->len);
  for (guint i = 0; i < shadow->rows->len; i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (model, i);
      guint found;

      g_assert_true (row == g_ptr_array_index (shadow->rows, i));
      g_assert_cmpstr (pz_index_peek_id (PZ_INDEX (model), i), ==, pz_learner_row_get_id (row));
      g_assert_true (pz_index_find (PZ_INDEX (model), pz_learner_row_get_id (row), &found));
      g_assert_cmpuint (found, ==, i);
    }
}

static void
shadow_begin (Shadow  *shadow,
              PzIndex *index)
{
  shadow->rows = g_ptr_array_new_with_free_func (g_object_unref);
  shadow->n_signals = 0;
  g_signal_connect (index, "items-changed", G_CALLBACK (items_changed_cb), shadow);
  items_changed_cb (G_LIST_MODEL (index), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (index)), shadow);
  shadow->n_signals = 0;
}

static void
shadow_end (Shadow  *shadow,
            PzIndex *index)
{
  g_signal_handlers_disconnect_by_data (index, shadow);
  g_ptr_array_unref (shadow->rows);
}

/* An index of the learners first to last, each with the name given. */
static void
put (PzIndex    *index,
     guint       first,
     guint       last,
     const char *name)
{
  g_autoptr(GPtrArray) changed = fixture_entries_new ();

  for (guint i = first; i <= last; i++)
    g_ptr_array_add (changed, fixture_entry (i, name, NULL));
  pz_index_apply (index, changed, NULL);
}

static void
drop (PzIndex     *index,
      const guint *numbers,
      guint        n_numbers)
{
  g_autoptr(GPtrArray) removed = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_numbers; i++)
    g_ptr_array_add (removed, fixture_id (numbers[i]));
  pz_index_apply (index, NULL, removed);
}

static void
test_empty_has_nothing (void)
{
  g_autoptr(PzIndex) index = pz_index_new ();

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (index)) == PZ_TYPE_LEARNER_ROW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (index)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (index), 0));
  g_assert_false (pz_index_find (index, "d4m7kq2x9v5t0rhb", NULL));
  g_assert_cmpuint (pz_index_count_shown (index), ==, 0);
}

static void
test_entries_are_shared_by_all_who_ask (void)
{
  g_autoptr(PzIndex) index = pz_index_new ();
  g_autoptr(GPtrArray) entries = NULL;
  g_autofree char *id = fixture_id (2);

  put (index, 1, 3, "Noor");
  entries = pz_index_dup_entries (index);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_true (pz_index_peek_entry_at (index, 1) == g_ptr_array_index (entries, 1));
  g_assert_true (pz_index_peek_entry (index, id) == g_ptr_array_index (entries, 1));
  g_assert_null (pz_index_peek_entry (index, "d4m7kq2x9v5t0rhb"));
  for (guint i = 0; i < entries->len; i++)
    g_assert_null (((PzIndexEntry *) g_ptr_array_index (entries, i))->row);
}

static void
test_row_is_the_same_while_held (void)
{
  g_autoptr(PzIndex) index = pz_index_new ();
  PzLearnerRow *row, *again;

  put (index, 1, 3, "Noor");
  row = g_list_model_get_item (G_LIST_MODEL (index), 1);
  again = g_list_model_get_item (G_LIST_MODEL (index), 1);
  g_assert_true (row == again);
  g_object_unref (again);
  g_assert_finalize_object (row);
}

static void
test_row_outlives_its_place (void)
{
  g_autoptr(PzIndex) index = pz_index_new ();
  g_autoptr(PzLearnerRow) row = NULL;
  guint first = 1;

  put (index, 1, 1, "Noor");
  row = g_list_model_get_item (G_LIST_MODEL (index), 0);
  drop (index, &first, 1);
  g_assert_cmpstr (pz_learner_row_get_given_name (row), ==, "Noor");
}

static void
test_neighbours_change_in_one_signal (void)
{
  g_autoptr(PzIndex) index = pz_index_new ();
  const guint numbers[] = { 3, 9, 4, 5, 77 };
  Shadow shadow;

  shadow_begin (&shadow, index);
  put (index, 1, 10, "Noor");
  g_assert_cmpuint (shadow.n_signals, ==, 1);
  put (index, 4, 6, "Lena");
  g_assert_cmpuint (shadow.n_signals, ==, 2);
  drop (index, numbers, G_N_ELEMENTS (numbers));
  g_assert_cmpuint (shadow.n_signals, ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (index)), ==, 6);
  put (index, 9, 12, "Lena");
  g_assert_cmpuint (shadow.n_signals, ==, 6);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (index)), ==, 9);
  shadow_end (&shadow, index);
}

static void
test_what_looks_the_same_stays (void)
{
  g_autoptr(PzIndex) index = pz_index_new ();
  g_autoptr(PzLearnerRow) row = NULL, again = NULL;
  g_autoptr(GPtrArray) changed = fixture_entries_new ();
  g_auto(PzIndexDraft) entry = { .revision = 12, .counts = { [PZ_INDEX_PENDING] = 3 } };
  g_autofree char *id = fixture_id (2);
  Shadow shadow;

  put (index, 1, 3, "Noor");
  row = g_list_model_get_item (G_LIST_MODEL (index), 1);
  shadow_begin (&shadow, index);
  pz_index_draft_set_text (&entry, PZ_INDEX_ID, id);
  pz_index_draft_set_text (&entry, PZ_INDEX_GIVEN_NAME, "Noor");
  g_ptr_array_add (changed, pz_index_draft_seal (&entry));
  pz_index_apply (index, changed, NULL);

  g_assert_cmpuint (shadow.n_signals, ==, 0);
  g_assert_cmpuint (pz_index_count_pending (index), ==, 3);
  again = g_list_model_get_item (G_LIST_MODEL (index), 1);
  g_assert_true (row == again);
  pz_index_apply (index, changed, NULL);
  g_assert_cmpuint (shadow.n_signals, ==, 0);
  shadow_end (&shadow, index);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_counts_the_shown_ones (void)
{
  g_autoptr(PzIndex) index = pz_index_new ();
  g_autoptr(GPtrArray) changed = fixture_entries_new ();
  g_auto(PzIndexDraft) entry = { .flags = PZ_INDEX_ARCHIVED };
  g_autofree char *id = fixture_id (2);
  guint n_notified = 0, n_shown;
  const guint numbers[] = { 1, 2 };

  g_signal_connect_swapped (index, "notify::n-shown", G_CALLBACK (count_cb), &n_notified);
  put (index, 1, 3, "Noor");
  g_assert_cmpuint (pz_index_count_shown (index), ==, 3);
  g_assert_cmpuint (n_notified, ==, 1);
  put (index, 1, 3, "Lena");
  g_assert_cmpuint (n_notified, ==, 1);
  pz_index_draft_set_text (&entry, PZ_INDEX_ID, id);
  g_ptr_array_add (changed, pz_index_draft_seal (&entry));
  pz_index_apply (index, changed, NULL);
  g_object_get (index, "n-shown", &n_shown, NULL);
  g_assert_cmpuint (n_shown, ==, 2);
  g_assert_cmpuint (n_notified, ==, 2);
  drop (index, numbers, G_N_ELEMENTS (numbers));
  g_assert_cmpuint (pz_index_count_shown (index), ==, 1);
}

/* every second one: as many ranges as learners */
static void
test_many_ranges_are_told_as_one (void)
{
  g_autoptr(PzIndex) index = pz_index_new ();
  g_autoptr(GPtrArray) few = fixture_entries_new (), many = fixture_entries_new ();
  Shadow shadow;

  put (index, 1, 60, "Noor");
  shadow_begin (&shadow, index);
  for (guint i = 2; i <= 6; i += 2)
    g_ptr_array_add (few, fixture_entry (i, "Lena", NULL));
  pz_index_apply (index, few, NULL);
  g_assert_cmpuint (shadow.n_signals, ==, 3);
  shadow.n_signals = 0;
  for (guint i = 2; i <= 60; i += 2)
    g_ptr_array_add (many, fixture_entry (i, "Ada", NULL));
  pz_index_apply (index, many, NULL);
  g_assert_cmpuint (shadow.n_signals, ==, 1);
  shadow_end (&shadow, index);
}

static void
put_checked_in (PzIndex *index,
                guint    n,
                guint32  flags)
{
  g_autoptr(GPtrArray) changed = fixture_entries_new ();
  g_auto(PzIndexDraft) entry = { .flags = flags };
  g_autofree char *id = fixture_id (n);

  pz_index_draft_set_text (&entry, PZ_INDEX_ID, id);
  pz_index_draft_set_text (&entry, PZ_INDEX_CHECK_IN, "2026-11-20");
  g_ptr_array_add (changed, pz_index_draft_seal (&entry));
  pz_index_apply (index, changed, NULL);
}

static void
test_counts_those_checked_in (void)
{
  g_autoptr(PzIndex) index = pz_index_new ();
  const guint first[] = { 1 };

  put (index, 1, 3, "Noor");
  g_assert_cmpuint (pz_index_count_checked_in (index), ==, 0);
  put_checked_in (index, 1, PZ_INDEX_SHOWN);
  put_checked_in (index, 2, PZ_INDEX_DAMAGED);
  g_assert_cmpuint (pz_index_count_checked_in (index), ==, 2);
  put_checked_in (index, 2, PZ_INDEX_ARCHIVED);
  g_assert_cmpuint (pz_index_count_checked_in (index), ==, 1);
  drop (index, first, G_N_ELEMENTS (first));
  g_assert_cmpuint (pz_index_count_checked_in (index), ==, 0);
}

/* Whatever comes, in whatever order: who follows the signals sees what is there. */
static void
test_stays_consistent (void)
{
  g_autoptr(PzIndex) index = pz_index_new ();
  PzRandom random;
  Shadow shadow;

  pz_random_init (&random, 42);
  shadow_begin (&shadow, index);
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr(GPtrArray) changed = fixture_entries_new (), removed = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < 60; i++)
        {
          guint chance = pz_random_below (&random, 12);

          if (chance == 0)
            g_ptr_array_add (changed, fixture_entry (i, "Noor", NULL));
          else if (chance == 1)
            g_ptr_array_add (changed, fixture_entry (i, "Lena", NULL));
          else if (chance == 2)
            g_ptr_array_add (removed, fixture_id (i));
        }
      pz_index_apply (index, changed, removed);
    }
  g_assert_cmpuint (shadow.n_signals, >, 200);
  shadow_end (&shadow, index);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/index/empty-has-nothing", test_empty_has_nothing);
  g_test_add_func ("/core/index/entries-are-shared-by-all-who-ask", test_entries_are_shared_by_all_who_ask);
  g_test_add_func ("/core/index/row-is-the-same-while-held", test_row_is_the_same_while_held);
  g_test_add_func ("/core/index/row-outlives-its-place", test_row_outlives_its_place);
  g_test_add_func ("/core/index/neighbours-change-in-one-signal", test_neighbours_change_in_one_signal);
  g_test_add_func ("/core/index/what-looks-the-same-stays", test_what_looks_the_same_stays);
  g_test_add_func ("/core/index/counts-the-shown-ones", test_counts_the_shown_ones);
  g_test_add_func ("/core/index/many-ranges-are-told-as-one", test_many_ranges_are_told_as_one);
  g_test_add_func ("/core/index/counts-those-checked-in", test_counts_those_checked_in);
  g_test_add_func ("/core/index/stays-consistent", test_stays_consistent);
  return g_test_run ();
}

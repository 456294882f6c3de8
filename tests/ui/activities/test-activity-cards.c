/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-activity-cards.h"
#include "pz-group-card.h"

/* more than a class: their cards come in turns of the main loop */
#define MANY 240
#define N_GROUPS 60

/* Cards of an activity in groups, in a window of their own. */
typedef struct
{
  PzDocument *document;
  GtkWidget *cards;
  GtkWidget *window;
  GPtrArray *learners; /* ids; "000" is called so, and so on */
} Shown;

static void
add_many (UiFixture *fixture,
          GPtrArray *learners,
          guint      n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%03u", i);

      g_ptr_array_add (learners, ui_add_learner (fixture->classroom, name, "Many"));
    }
}

/* groups of as many each, who is called 000 in the first one, and 001 in the second one */
static void
place_all (Shown *shown,
           guint  n_groups)
{
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (shown->document, 1);

  for (guint i = groups->len; i < n_groups; i++)
    {
      g_autofree char *name = g_strdup_printf ("Group %02u", i);

      pz_activity_add_group (shown->document, 1, name);
    }
  g_clear_pointer (&groups, g_ptr_array_unref);
  groups = pz_activity_list_groups (shown->document, 1);
  for (guint i = 0; i < shown->learners->len; i++)
    pz_activity_place (shown->document, shown->learners->pdata[i], 1, groups->pdata[i % n_groups]);
}

static Shown
begin (UiFixture *fixture,
       guint      n,
       guint      n_groups)
{
  Shown shown = { activities_add (fixture, "Bridges", TODAY, "groups"), NULL, NULL, g_ptr_array_new_with_free_func (g_free) };

  add_many (fixture, shown.learners, n);
  if (n_groups > 0)
    place_all (&shown, n_groups);
  ui_save (fixture->classroom);
  shown.cards = pz_activity_cards_new (fixture->classroom, shown.document);
  return shown;
}

static void
present (Shown *shown)
{
  shown->window = ui_present (shown->cards, 900, 700);
}

static void
end (UiFixture *fixture,
     Shown     *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  ui_save (fixture->classroom);
  g_ptr_array_unref (shown->learners);
  g_object_unref (shown->document);
}

/* NULL: there is none */
static GtkWidget *
find_card (Shown    *shown,
           PzRecord *group)
{
  GtkWidget *flow = gtk_widget_get_first_child (shown->cards);

  for (GtkWidget *card = gtk_widget_get_first_child (flow); card != NULL; card = gtk_widget_get_next_sibling (card))
    if (pz_group_card_get_group (PZ_GROUP_CARD (card)) == group)
      return card;
  return NULL;
}

/* the row of a learner, on whatever card; NULL: there is none */
static GtkWidget *
find_row (Shown      *shown,
          const char *learner)
{
  GtkWidget *flow = gtk_widget_get_first_child (shown->cards);

  for (GtkWidget *card = gtk_widget_get_first_child (flow); card != NULL; card = gtk_widget_get_next_sibling (card))
    if (pz_group_card_find (PZ_GROUP_CARD (card), learner) != NULL)
      return GTK_WIDGET (pz_group_card_find (PZ_GROUP_CARD (card), learner));
  return NULL;
}

static guint
count_rows (Shown *shown)
{
  return activities_count (shown->cards, PZ_TYPE_PART_ROW);
}

/* id of a learner -> that of the group, as the document has it */
static GHashTable *
list_places (Shown *shown)
{
  g_autoptr(GPtrArray) parts = pz_activity_list_parts (shown->document, 1);
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < parts->len; i++)
    g_hash_table_insert (places, (char *) pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_LEARNER),
                         (char *) pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_GROUP));
  return places;
}

/* the groups and who is in them, as the document has it, in the order of names, are what is seen, and nothing else is */
static void
assert_all_there (Shown *shown)
{
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (shown->document, 1);
  g_autoptr(GHashTable) places = list_places (shown);
  GtkWidget *card = gtk_widget_get_first_child (gtk_widget_get_first_child (shown->cards));
  guint n_seen = 0, n_rest = 0;

  for (guint h = 0; h < groups->len; h++, card = gtk_widget_get_next_sibling (card))
    {
      GtkWidget *row = NULL;

      g_assert_true (pz_group_card_get_group (PZ_GROUP_CARD (card)) == groups->pdata[h]);
      for (guint i = 0; i < shown->learners->len; i++)
        {
          const char *place = g_hash_table_lookup (places, shown->learners->pdata[i]);

          if (g_strcmp0 (place, pz_record_get_id (groups->pdata[h])) != 0)
            continue;
          row = pz_group_card_get_next (PZ_GROUP_CARD (card), row);
          g_assert_nonnull (row);
          g_assert_cmpstr (pz_part_row_get_learner (PZ_PART_ROW (row)), ==, shown->learners->pdata[i]);
          n_seen++;
        }
      g_assert_true (row == NULL || pz_group_card_get_next (PZ_GROUP_CARD (card), row) == NULL);
    }
  for (GtkWidget *row = NULL; card != NULL && (row = pz_group_card_get_next (PZ_GROUP_CARD (card), row)) != NULL;)
    n_rest++;
  g_assert_true (card == NULL || gtk_widget_get_next_sibling (card) == NULL);
  g_assert_cmpuint (n_seen + n_rest, ==, shown->learners->len);
  g_assert_cmpuint (count_rows (shown), ==, shown->learners->len);
}

static void
test_a_class_is_there_at_once (UiFixture     *fixture,
                               gconstpointer  data)
{
  Shown shown = begin (fixture, 28, 7);

  assert_all_there (&shown);
  present (&shown);
  end (fixture, &shown);
}

static void
test_many_learners_come_in_turns (UiFixture     *fixture,
                                  gconstpointer  data)
{
  Shown shown = begin (fixture, MANY, N_GROUPS);

  g_assert_cmpuint (count_rows (&shown), <, MANY);
  present (&shown);
  assert_all_there (&shown);
  end (fixture, &shown);
}

/* from one card with all of them to the cards of groups, to other groups, and back */
static void
test_many_learners_go_from_card_to_card (UiFixture     *fixture,
                                         gconstpointer  data)
{
  Shown shown = begin (fixture, MANY, 0);

  present (&shown);
  assert_all_there (&shown);
  place_all (&shown, N_GROUPS);
  ui_settle ();
  assert_all_there (&shown);
  place_all (&shown, N_GROUPS - 7);
  ui_settle ();
  assert_all_there (&shown);
  for (guint i = 0; i < MANY; i++)
    pz_activity_place (shown.document, shown.learners->pdata[i], 1, NULL);
  ui_settle ();
  assert_all_there (&shown);
  end (fixture, &shown);
}

static void
test_who_stays_is_not_made_anew (UiFixture     *fixture,
                                 gconstpointer  data)
{
  Shown shown = begin (fixture, 12, 4);
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (shown.document, 1);
  GtkWidget *first, *second, *row, *moved;

  present (&shown);
  first = find_card (&shown, groups->pdata[0]);
  second = find_card (&shown, groups->pdata[1]);
  row = find_row (&shown, shown.learners->pdata[0]);
  moved = find_row (&shown, shown.learners->pdata[1]);
  pz_activity_place (shown.document, shown.learners->pdata[1], 1, groups->pdata[2]);
  pz_record_set_text (groups->pdata[0], PZ_GROUP_NAME, "Arch");
  ui_settle ();
  assert_all_there (&shown);
  g_assert_true (find_card (&shown, groups->pdata[0]) == first);
  g_assert_true (find_card (&shown, groups->pdata[1]) == second);
  g_assert_true (find_row (&shown, shown.learners->pdata[0]) == row);
  g_assert_true (find_row (&shown, shown.learners->pdata[1]) == moved);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_PROPERTY_LABEL, "Arch: 3 learners");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (second), GTK_ACCESSIBLE_PROPERTY_LABEL, "Group 01: 2 learners");
  end (fixture, &shown);
}

/* The first one leaves the first group for the last one, alone in a card that is done in the first turn. */
static void
test_who_has_the_focus_keeps_it (UiFixture     *fixture,
                                 gconstpointer  data)
{
  Shown shown = begin (fixture, MANY, N_GROUPS);
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (shown.document, 1);
  GtkWidget *row;

  present (&shown);
  row = find_row (&shown, shown.learners->pdata[0]);
  g_assert_true (gtk_widget_grab_focus (row));
  for (guint i = 0; i < MANY; i++)
    pz_activity_place (shown.document, shown.learners->pdata[i], 1, groups->pdata[N_GROUPS - 1 - i % N_GROUPS]);
  while (g_main_context_iteration (NULL, FALSE))
    g_assert_true (gtk_root_get_focus (GTK_ROOT (shown.window)) == row);
  assert_all_there (&shown);
  g_assert_true (gtk_widget_is_ancestor (row, find_card (&shown, groups->pdata[N_GROUPS - 1])));
  end (fixture, &shown);
}

/* a card that nobody is left on, but for who is still to go */
static void
test_who_leaves_a_card_last_keeps_the_focus (UiFixture     *fixture,
                                             gconstpointer  data)
{
  Shown shown = begin (fixture, 3, 3);
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (shown.document, 1);
  GtkWidget *row;

  present (&shown);
  row = find_row (&shown, shown.learners->pdata[0]);
  g_assert_true (gtk_widget_grab_focus (row));
  pz_activity_place (shown.document, shown.learners->pdata[0], 1, groups->pdata[2]);
  ui_settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (shown.window)) == row);
  g_assert_true (gtk_widget_get_mapped (row));
  pz_document_delete (shown.document, groups->pdata[2]); /* and now the card goes */
  ui_settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (shown.window)) == row);
  g_assert_true (gtk_widget_get_mapped (row));
  end (fixture, &shown);
}

/* the menu, and dropping, move somebody: the focus goes along, also to a card that is not built yet */
static void
test_who_is_moved_gets_the_focus (UiFixture     *fixture,
                                  gconstpointer  data)
{
  Shown shown = begin (fixture, MANY, N_GROUPS);
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (shown.document, 1);
  const char *last = shown.learners->pdata[MANY - 1];

  present (&shown);
  for (guint i = 0; i + 1 < MANY; i++)
    pz_activity_place (shown.document, shown.learners->pdata[i], 1, groups->pdata[N_GROUPS - 1 - i % N_GROUPS]);
  g_signal_emit_by_name (find_card (&shown, groups->pdata[0]), "moved", last);
  ui_settle ();
  assert_all_there (&shown);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (shown.window)) == find_row (&shown, last));
  end (fixture, &shown);
}

/* Between two turns the teacher, or another device, may do anything. */
static void
test_what_changes_meanwhile_counts (UiFixture     *fixture,
                                    gconstpointer  data)
{
  Shown shown = begin (fixture, MANY, N_GROUPS);
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (shown.document, 1);

  present (&shown);
  for (guint turn = 0; turn < 6; turn++)
    {
      for (guint i = 0; i < MANY; i++)
        pz_activity_place (shown.document, shown.learners->pdata[i], 1, groups->pdata[(i * (turn + 2)) % (N_GROUPS - turn)]);
      pz_activity_remove_group (shown.document, groups->pdata[N_GROUPS - 1 - turn]);
      g_main_context_iteration (NULL, FALSE);
    }
  ui_settle ();
  assert_all_there (&shown);
  end (fixture, &shown);
}

/* its card may still be seen for a moment */
static void
test_nobody_moves_into_a_group_that_is_gone (UiFixture     *fixture,
                                             gconstpointer  data)
{
  Shown shown = begin (fixture, 4, 2);
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (shown.document, 1);
  PzRecord *part = pz_activity_find_part (shown.document, shown.learners->pdata[0], 1);

  present (&shown);
  pz_document_delete (shown.document, groups->pdata[1]);
  g_signal_emit_by_name (find_card (&shown, groups->pdata[1]), "moved", shown.learners->pdata[0]);
  g_assert_cmpstr (pz_record_get_text (part, PZ_PARTICIPATION_GROUP), ==, pz_record_get_id (groups->pdata[0]));
  ui_settle ();
  g_assert_null (find_card (&shown, groups->pdata[1]));
  end (fixture, &shown);
}

static void
test_who_is_called_otherwise_goes_to_another_place (UiFixture     *fixture,
                                                    gconstpointer  data)
{
  Shown shown = begin (fixture, 4, 1);
  g_autoptr(PzDocument) learner = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, shown.learners->pdata[0], NULL);
  GtkWidget *row;

  present (&shown);
  row = find_row (&shown, shown.learners->pdata[0]);
  g_assert_true (gtk_widget_grab_focus (row));
  pz_record_set_text (pz_document_get_owner (learner), PZ_LEARNER_GIVEN_NAME, "Zoe");
  ui_save (fixture->classroom);
  ui_settle ();
  g_ptr_array_add (shown.learners, g_ptr_array_steal_index (shown.learners, 0));
  assert_all_there (&shown);
  g_assert_true (find_row (&shown, shown.learners->pdata[3]) == row);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (shown.window)) == row);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Zoe Many, there");
  end (fixture, &shown);
}

/* who is in no group and leaves the class is on no card any more; what somebody did stays */
static void
test_who_leaves_the_class_leaves_the_cards (UiFixture     *fixture,
                                            gconstpointer  data)
{
  Shown shown = begin (fixture, 4, 0);
  g_autoptr(PzDocument) learner = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, shown.learners->pdata[1], NULL);

  present (&shown);
  g_assert_nonnull (find_row (&shown, shown.learners->pdata[1]));
  pz_document_delete (learner, pz_document_get_owner (learner));
  ui_save (fixture->classroom);
  ui_settle ();
  g_assert_null (find_row (&shown, shown.learners->pdata[1]));
  g_ptr_array_remove_index (shown.learners, 1);
  assert_all_there (&shown);
  end (fixture, &shown);
}

static void
test_another_round_has_other_cards (UiFixture     *fixture,
                                    gconstpointer  data)
{
  Shown shown = begin (fixture, 4, 2);
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (shown.document, 1);
  PzRecord *other = pz_activity_add_group (shown.document, 2, "Beam");

  present (&shown);
  pz_activity_place (shown.document, shown.learners->pdata[0], 2, other);
  ui_settle ();
  g_assert_cmpuint (pz_activity_cards_get_round (PZ_ACTIVITY_CARDS (shown.cards)), ==, 1);
  assert_all_there (&shown);
  pz_activity_cards_set_round (PZ_ACTIVITY_CARDS (shown.cards), 2);
  g_assert_cmpuint (pz_activity_cards_get_round (PZ_ACTIVITY_CARDS (shown.cards)), ==, 2);
  g_assert_nonnull (pz_group_card_find (PZ_GROUP_CARD (find_card (&shown, other)), shown.learners->pdata[0]));
  g_assert_nonnull (pz_group_card_find (PZ_GROUP_CARD (find_card (&shown, NULL)), shown.learners->pdata[1]));
  g_assert_null (find_card (&shown, groups->pdata[0]));
  end (fixture, &shown);
}

static void
test_lets_go_while_cards_are_built (UiFixture     *fixture,
                                    gconstpointer  data)
{
  Shown shown = begin (fixture, MANY, N_GROUPS);

  g_assert_cmpuint (count_rows (&shown), <, MANY);
  g_object_ref_sink (shown.cards);
  g_assert_finalize_object (shown.cards);
  ui_settle ();
  ui_save (fixture->classroom);
  g_ptr_array_unref (shown.learners);
  g_object_unref (shown.document);
}

#define ADD(path, test) \
  g_test_add ("/ui/activity-cards/" path, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("a-class-is-there-at-once", test_a_class_is_there_at_once);
  ADD ("many-learners-come-in-turns", test_many_learners_come_in_turns);
  ADD ("many-learners-go-from-card-to-card", test_many_learners_go_from_card_to_card);
  ADD ("who-stays-is-not-made-anew", test_who_stays_is_not_made_anew);
  ADD ("who-has-the-focus-keeps-it", test_who_has_the_focus_keeps_it);
  ADD ("who-leaves-a-card-last-keeps-the-focus", test_who_leaves_a_card_last_keeps_the_focus);
  ADD ("who-is-moved-gets-the-focus", test_who_is_moved_gets_the_focus);
  ADD ("what-changes-meanwhile-counts", test_what_changes_meanwhile_counts);
  ADD ("nobody-moves-into-a-group-that-is-gone", test_nobody_moves_into_a_group_that_is_gone);
  ADD ("who-is-called-otherwise-goes-to-another-place", test_who_is_called_otherwise_goes_to_another_place);
  ADD ("who-leaves-the-class-leaves-the-cards", test_who_leaves_the_class_leaves_the_cards);
  ADD ("another-round-has-other-cards", test_another_round_has_other_cards);
  ADD ("lets-go-while-cards-are-built", test_lets_go_while_cards_are_built);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}

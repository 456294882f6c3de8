/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-classroom-watch.h"
#include "pz-partners-facts.h"
#include "pz-position.h"
#include "pz-privacy.h"
#include "pz-tracking-card.h"
#include "pz-watch-card.h"

#define PEOPLE "Ana Garcia;Ben Ode;Cleo Diaz;Dora Li"

/* A card in a window, and what it follows. */
typedef struct
{
  PzActivityList *list;
  PzPartnersFacts *facts;
  GtkWidget *card;
  GtkWidget *window;
} Shown;

static void
set_level (UiFixture  *fixture,
           const char *name,
           PzRecord   *level)
{
  g_autoptr(PzDocument) learner = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER,
                                                     activities_learner (fixture, name), NULL);

  pz_record_set_text (pz_document_get_owner (learner), PZ_LEARNER_LEVEL, pz_record_get_id (level));
}

/* Ana and Ben begin, Cleo and Dora are ahead */
static void
add_levels (UiFixture *fixture)
{
  PzDocument *document = pz_classroom_get_document (fixture->classroom);
  PzRecord *levels[2];

  for (guint i = 0; i < 2; i++)
    {
      levels[i] = pz_document_add (document, PZ_RECORD_LEVEL);
      pz_record_set_text (levels[i], PZ_LEVEL_NAME, i == 0 ? "Begins" : "Ahead");
      pz_position_append (document, levels[i]);
    }
  set_level (fixture, "Ana", levels[0]);
  set_level (fixture, "Ben", levels[0]);
  set_level (fixture, "Cleo", levels[1]);
  set_level (fixture, "Dora", levels[1]);
  ui_save (fixture->classroom);
}

static void
add_group (UiFixture  *fixture,
           PzDocument *document,
           const char *name,
           const char *people,
           const char *role)
{
  PzRecord *group = pz_activity_add_group (document, 1, name);
  g_auto(GStrv) names = g_strsplit (people, " ", -1);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      const char *id = activities_learner (fixture, names[i]);

      pz_activity_place (document, id, 1, group);
      if (i == 0)
        pz_record_set_text (pz_activity_find_part (document, id, 1), PZ_PARTICIPATION_ROLE, role);
    }
}

/* the first of each group has the role */
static void
hold_groups (UiFixture  *fixture,
             const char *date,
             const char *arch,
             const char *beam,
             const char *role)
{
  g_autoptr(PzDocument) document = activities_add (fixture, "Bridges", date, "groups");

  add_group (fixture, document, "Arch", arch, role);
  add_group (fixture, document, "Beam", beam, role);
  pz_classroom_hold_activity (fixture->classroom, document);
  ui_save (fixture->classroom);
}

static void
hold_five (UiFixture  *fixture,
           const char *arch,
           const char *beam,
           const char *role)
{
  for (guint day = 16; day <= 20; day++)
    {
      g_autofree char *date = g_strdup_printf ("2026-11-%02u", day);

      hold_groups (fixture, date, arch, beam, role);
    }
}

static Shown
show (UiFixture  *fixture,
      GtkWidget *(*create) (PzPartnersFacts *facts))
{
  Shown shown = { .list = pz_activity_list_new (fixture->classroom) };

  activities_wait (shown.list);
  shown.facts = pz_partners_facts_new (shown.list);
  shown.card = create (shown.facts);
  shown.window = ui_present (shown.card, 500, 600);
  return shown;
}

static void
close_card (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  g_object_unref (shown->facts);
  g_object_unref (shown->list);
}

static GtkWidget *
get_row (Shown *shown,
         int    row)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (ui_find (shown->card, GTK_TYPE_LIST_BOX, 0)), row));
}

/* which row says it; -1: none */
static int
find_row (Shown      *shown,
          const char *part)
{
  for (int i = 0; get_row (shown, i) != NULL; i++)
    if (strstr (gtk_label_get_label (GTK_LABEL (ui_find (get_row (shown, i), GTK_TYPE_LABEL, 0))), part) != NULL)
      return i;
  return -1;
}

static void
test_nothing_is_no_card (UiFixture     *fixture,
                         gconstpointer  data)
{
  Shown shown = show (fixture, pz_watch_card_new);

  g_assert_false (gtk_widget_get_visible (shown.card));
  close_card (&shown);
}

static void
test_levels_that_stay_apart_are_said (UiFixture     *fixture,
                                      gconstpointer  data)
{
  Shown shown;

  add_levels (fixture);
  hold_five (fixture, "Ana Ben", "Cleo Dora", NULL);
  shown = show (fixture, pz_watch_card_new);
  g_assert_true (gtk_widget_get_visible (shown.card));
  g_assert_cmpint (find_row (&shown, "Ana Garcia: lowest group in 5 of 5"), >=, 0);
  g_assert_cmpint (find_row (&shown, "Ben Ode: lowest group in 5 of 5"), >=, 0);
  g_assert_cmpint (find_row (&shown, "Cleo"), ==, -1);
  g_assert_cmpint (find_row (&shown, "100 % in the last, by chance 33 %"), >=, 0);
  close_card (&shown);
}

static void
test_mixing_is_nothing_to_say (UiFixture     *fixture,
                               gconstpointer  data)
{
  Shown shown;

  add_levels (fixture);
  hold_five (fixture, "Ana Cleo", "Ben Dora", NULL);
  shown = show (fixture, pz_watch_card_new);
  g_assert_false (gtk_widget_get_visible (shown.card));
  close_card (&shown);
}

static void
test_roles_that_do_not_go_round_are_said (UiFixture     *fixture,
                                          gconstpointer  data)
{
  Shown shown;

  hold_five (fixture, "Ana Ben", "Cleo Dora", "Leads");
  shown = show (fixture, pz_watch_card_new);
  g_assert_cmpint (find_row (&shown, "Leads: given 10 times, never to Ben Ode, Dora Li."), >=, 0);
  close_card (&shown);
}

static void
test_those_without_a_shared_goal_are_named (UiFixture     *fixture,
                                            gconstpointer  data)
{
  PzRecord *goal = pz_document_add (pz_classroom_get_document (fixture->classroom), PZ_RECORD_GOAL);
  Shown shown;

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Everybody is heard");
  for (guint i = 0; i < 3; i++)
    pz_record_set_add (goal, PZ_GOAL_LEARNERS, activities_learner (fixture, i == 0 ? "Ana" : i == 1 ? "Ben" : "Cleo"));
  ui_save (fixture->classroom);
  shown = show (fixture, pz_watch_card_new);
  g_assert_cmpint (find_row (&shown, "1 learner has no goal together with others: Dora Li."), ==, 0);
  pz_record_set_add (goal, PZ_GOAL_LEARNERS, activities_learner (fixture, "Dora"));
  ui_settle ();
  g_assert_false (gtk_widget_get_visible (shown.card));
  close_card (&shown);
  ui_save (fixture->classroom);
}

static gboolean
has_gathered (gpointer shown)
{
  return find_row (shown, "Arabic: all in one group in 5 of 5.") >= 0;
}

static void
test_values_that_stay_together_are_said (UiFixture     *fixture,
                                         gconstpointer  data)
{
  static const char *const names[] = { "Ana", "Ben" };
  Shown shown;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(PzDocument) learner = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER,
                                                         activities_learner (fixture, names[i]), NULL);

      pz_record_set_add (pz_document_get_owner (learner), PZ_LEARNER_HOME_LANGUAGES, "Arabic");
      ui_save (fixture->classroom);
    }
  hold_five (fixture, "Ana Ben", "Cleo Dora", NULL);
  shown = show (fixture, pz_watch_card_new);
  g_assert_true (ui_wait (has_gathered, &shown));
  pz_privacy_set_hidden (TRUE);
  ui_settle ();
  g_assert_false (has_gathered (&shown)); /* others see the screen */
  pz_privacy_set_hidden (FALSE);
  ui_settle ();
  g_assert_true (has_gathered (&shown));
  close_card (&shown);
}

static void
test_hides_a_kind_for_the_class (UiFixture     *fixture,
                                 gconstpointer  data)
{
  Shown shown;
  GtkWidget *again;
  g_autoptr(GError) error = NULL;

  add_levels (fixture);
  hold_five (fixture, "Ana Ben", "Cleo Dora", "Leads");
  shown = show (fixture, pz_watch_card_new);
  again = gtk_widget_get_last_child (shown.card);
  g_assert_false (gtk_widget_get_visible (again));
  g_signal_emit_by_name (ui_find (get_row (&shown, find_row (&shown, "lowest group")), GTK_TYPE_BUTTON, 0), "clicked");
  ui_settle ();
  g_assert_cmpint (find_row (&shown, "lowest group"), ==, -1); /* of nobody */
  g_assert_cmpint (find_row (&shown, "Leads: given"), >=, 0);
  g_assert_true (gtk_widget_get_visible (again));
  ui_save (fixture->classroom);
  g_assert_cmpstr (pz_classroom_get_undo_label (fixture->classroom), ==, "Warning hidden");
  g_signal_emit_by_name (again, "clicked");
  ui_settle ();
  g_assert_cmpint (find_row (&shown, "lowest group"), >=, 0);
  g_assert_false (gtk_widget_get_visible (again));
  ui_save (fixture->classroom);
  g_assert_true (pz_classroom_undo (fixture->classroom, &error));
  g_assert_no_error (error);
  ui_settle ();
  g_assert_cmpint (find_row (&shown, "lowest group"), ==, -1);
  close_card (&shown);
}

static void
test_line_stands_beside_chance (UiFixture     *fixture,
                                gconstpointer  data)
{
  Shown shown;

  hold_groups (fixture, "2026-11-16", "Ana Cleo", "Ben Dora", NULL);
  shown = show (fixture, pz_tracking_card_new);
  g_assert_false (gtk_widget_get_visible (shown.card)); /* nobody has a level */
  close_card (&shown);
  add_levels (fixture);
  hold_groups (fixture, "2026-11-17", "Ana Ben", "Cleo Dora", NULL);
  shown = show (fixture, pz_tracking_card_new);
  g_assert_true (gtk_widget_get_visible (shown.card));
  pz_share_line_choose (pz_share_card_get_line (PZ_SHARE_CARD (shown.card)), 0);
  g_assert_true (g_str_has_suffix (pz_share_line_get_label (pz_share_card_get_line (PZ_SHARE_CARD (shown.card))),
                                   ": 0 % between groups; by chance 33 %"));
  pz_share_line_choose (pz_share_card_get_line (PZ_SHARE_CARD (shown.card)), 1);
  g_assert_true (g_str_has_suffix (pz_share_line_get_label (pz_share_card_get_line (PZ_SHARE_CARD (shown.card))),
                                   ": 100 % between groups; by chance 33 %"));
  close_card (&shown);
}

#define ADD(path, test) \
  g_test_add ("/ui/watch-card/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("nothing-is-no-card", test_nothing_is_no_card);
  ADD ("levels-that-stay-apart-are-said", test_levels_that_stay_apart_are_said);
  ADD ("mixing-is-nothing-to-say", test_mixing_is_nothing_to_say);
  ADD ("roles-that-do-not-go-round-are-said", test_roles_that_do_not_go_round_are_said);
  ADD ("those-without-a-shared-goal-are-named", test_those_without_a_shared_goal_are_named);
  ADD ("values-that-stay-together-are-said", test_values_that_stay_together_are_said);
  ADD ("hides-a-kind-for-the-class", test_hides_a_kind_for_the_class);
  ADD ("line-stands-beside-chance", test_line_stands_beside_chance);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"
#include "layout-modes.h"
#include "pz-balance-card.h"
#include "pz-group-compare.h"
#include "pz-group-rules-dialog.h"
#include "pz-group-strip.h"
#include "pz-menu-choice.h"

static gboolean
is_calendar_read (gpointer list)
{
  return pz_activity_list_is_read (list) && !pz_activity_list_is_busy (list);
}

/* A day of the regular week, and groups with names as long as anybody writes. Returns: id of the activity */
static char *
add_activities (UiFixture  *fixture,
                char     **regular)
{
  PzIndex *index = pz_classroom_get_index (fixture->classroom);
  guint32 today = pz_day_from_text ("2026-11-23");
  g_autoptr(PzDocument) document = pz_classroom_plan_activity (
      fixture->classroom, "Brücken & <b>Türme</b>: Donaudampfschifffahrtsgesellschaftskapitän, laut gelesen", today);
  g_autoptr(PzDocument) week = pz_classroom_repeat_activity (fixture->classroom, document, 2);
  PzRecord *owner = pz_document_get_owner (document), *group;

  pz_record_set_text (owner, PZ_ACTIVITY_SETTING, "groups");
  pz_record_set_number (owner, PZ_ACTIVITY_MINUTES, 1440);
  pz_record_set_number (owner, PZ_ACTIVITY_ROUNDS, 3);
  pz_record_set_text (owner, PZ_ACTIVITY_AIMS, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen, <b>%s</b>\nيقرأ بصوت عال");
  group = pz_activity_add_group (document, 1, "Donaudampfschifffahrtsgesellschaftskapitän & <i>Matrosen</i>");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i += 2)
    {
      pz_activity_place (document, pz_index_peek_id (index, i), 1, group);
      pz_record_set_text (pz_activity_find_part (document, pz_index_peek_id (index, i), 1), PZ_PARTICIPATION_ROLE,
                          "Liest die Aufgabe laut vor und achtet auf die Zeit");
    }
  ui_save (fixture->classroom);
  *regular = g_strdup (pz_document_get_id (week));
  return g_strdup (pz_document_get_id (document));
}

static gboolean
is_balance_read (gpointer card)
{
  return pz_balance_card_is_read (card);
}

static gboolean
is_explained (gpointer strip)
{
  return gtk_widget_get_visible (strip) && gtk_widget_get_visible (ui_find (strip, GTK_TYPE_TOGGLE_BUTTON, 0));
}

static gboolean
has_proposal (gpointer forming)
{
  return pz_group_forming_get_proposal (forming) != NULL;
}

/* A dialog must not be wider than the screen of somebody who has a narrow window. */
static void
check_dialog (GtkWidget  *dialog,
              const char *name,
              gsize       mode)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (dialog), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (dialog), MIN (width, layout_modes[mode].width),
                               height > 0 ? MIN (height, layout_modes[mode].height) : height);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  layout_assert_fits (dialog, name, mode);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
}

/* groups that are formed and explained, the rules for them, and others beside them */
static void
check_groups (UiFixture        *fixture,
              PzWindow         *window,
              PzActivitiesView *view,
              const char       *activity,
              gsize             mode)
{
  g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_ACTIVITY, activity, NULL);
  const char *a = pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 0);
  const char *b = pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 1);
  GtkWidget *strip = ui_find (GTK_WIDGET (view), PZ_TYPE_GROUP_STRIP, 0);
  GtkWidget *rules = pz_group_rules_dialog_new (fixture->classroom, document, PZ_WISH_APART);
  PzGroupForming *forming = pz_group_forming_new (fixture->classroom, document);

  pz_group_rules_dialog_add (PZ_GROUP_RULES_DIALOG (rules), a, b);
  check_dialog (rules, "rules of groups", mode);
  pz_record_set_number (pz_document_get_owner (document), PZ_ACTIVITY_ROUNDS, 1);
  g_action_group_activate_action (G_ACTION_GROUP (window), "form-groups", NULL);
  g_assert_true (ui_wait (is_explained, strip));
  pz_group_strip_set_expanded (PZ_GROUP_STRIP (strip), TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
  layout_assert_fits (GTK_WIDGET (window), "groups explained", mode);
  activities_wait_account (forming);
  rules = pz_group_compare_new (forming, 2);
  g_assert_true (ui_wait (has_proposal, forming));
  check_dialog (rules, "comparison of groups", mode);
  pz_group_forming_stop (forming);
  ui_assert_finalized_soon (forming);
  pz_record_set_number (pz_document_get_owner (document), PZ_ACTIVITY_ROUNDS, 3);
  ui_save (fixture->classroom);
}

/* what the list is asked for may have a long name: it takes a line of its own, and does not make the window wider */
static void
check_choices (PzWindow         *window,
               PzActivitiesView *view,
               gsize             mode)
{
  const char *const ids[] = { "long", NULL }, *const labels[] = { "Zusammenarbeit in festen Lerngruppen", NULL };
  GtkWidget *menus = gtk_widget_get_parent (ui_find (GTK_WIDGET (view), PZ_TYPE_MENU_CHOICE, 0));
  int minimum, natural;

  for (guint i = 0; i < 2; i++)
    {
      PzMenuChoice *choice = PZ_MENU_CHOICE (ui_find (GTK_WIDGET (view), PZ_TYPE_MENU_CHOICE, i));

      pz_menu_choice_set_choices (choice, ids, labels);
      pz_menu_choice_select (choice, "long");
    }
  gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
  layout_assert_fits (GTK_WIDGET (window), "activities of a long name", mode);
  gtk_widget_measure (menus, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (2 * minimum, <=, natural);
}

static void
test_activities_fit (UiFixture     *fixture,
                     gconstpointer  names)
{
  g_autofree char *regular = NULL;
  g_autofree char *activity = NULL;

  for (gsize mode = 0; mode < LAYOUT_MODES; mode++)
    {
      PzWindow *window = layout_open (fixture, mode);
      PzActivitiesView *view;

      g_action_group_activate_action (G_ACTION_GROUP (window), "show-activities", NULL);
      view = PZ_ACTIVITIES_VIEW (ui_find (GTK_WIDGET (window), PZ_TYPE_ACTIVITIES_VIEW, 0));
      if (mode == 0)
        {
          layout_assert_fits (GTK_WIDGET (window), "no activities", mode);
          activity = add_activities (fixture, &regular);
        }
      g_assert_true (ui_wait (is_calendar_read, pz_activities_view_get_list (view)));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
      layout_assert_fits (GTK_WIDGET (window), "activities", mode);
      check_choices (window, view, mode);
      pz_activities_view_show_activity (view, activity);
      layout_assert_fits (GTK_WIDGET (window), "activity", mode);
      check_groups (fixture, window, view, activity, mode);
      pz_activities_view_show_planned (view, regular, pz_day_from_text ("2026-12-07"));
      layout_assert_fits (GTK_WIDGET (window), "planned day", mode);
      pz_activities_view_show_partners (view);
      g_assert_true (ui_wait (is_balance_read, ui_find (GTK_WIDGET (view), PZ_TYPE_BALANCE_CARD, 0)));
      layout_assert_fits (GTK_WIDGET (window), "partners", mode);
      layout_close (GTK_WIDGET (window));
    }
}

static void
set_up (UiFixture     *fixture,
        gconstpointer  names)
{
  ui_fixture_set_up (fixture, names);
  for (gsize i = 0; i < LAYOUT_NAMES; i++)
    g_free (ui_add_learner (fixture->classroom, layout_names[i].given, layout_names[i].family));
  ui_save (fixture->classroom);
}

static void
add_tests (void)
{
  g_test_add ("/ui/activities-layout/fits", UiFixture, "Amina Yusuf", set_up, test_activities_fit, ui_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../ui-fixture.h"
#include "pz-goal-dialog.h"
#include "pz-goal-row.h"
#include "pz-learner-goals.h"
#include "pz-privacy.h"
#include "pz-sparkline.h"
#include "pz-timeline-row.h"
#include "pz-timeline-view.h"

#define PEOPLE "Amina Yusuf"

/* A learner with two goals, each measured once. */
typedef struct
{
  PzDocument *learner;
  PzRecord *goal;
  PzRecord *measurement;
  PzRecord *other; /* measurement of the other goal */
} Learner;

static PzRecord *
add_goal (PzDocument  *learner,
          const char  *title,
          PzRecord   **measurement)
{
  PzRecord *goal = pz_document_add (learner, PZ_RECORD_GOAL);

  pz_record_set_text (goal, PZ_GOAL_TITLE, title);
  pz_record_set_text (goal, PZ_GOAL_START, "2026-09-01");
  *measurement = pz_document_add (learner, PZ_RECORD_MEASUREMENT);
  pz_record_set_text (*measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  pz_record_set_text (*measurement, PZ_MEASUREMENT_DATE, "2026-11-18");
  pz_record_set_number (*measurement, PZ_MEASUREMENT_VALUE, 45);
  pz_record_set_text (*measurement, PZ_MEASUREMENT_NOTE, "Noise in the corridor");
  return goal;
}

static void
load (Learner   *self,
      UiFixture *fixture)
{
  self->learner = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER,
                                     pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 0), NULL);
  add_goal (self->learner, "Writes", &self->other);
  self->goal = add_goal (self->learner, "Reads <b> & aloud", &self->measurement);
  pz_record_set_text (self->goal, PZ_GOAL_NOTES, "Her brother helps");
}

static void
unload (Learner   *self,
        UiFixture *fixture)
{
  ui_save (fixture->classroom);
  g_clear_object (&self->learner);
}

static gboolean
says (GtkWidget  *root,
      const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* The row of a record; %NULL when there is none. */
static GtkWidget *
find_row (GtkWidget *root,
          PzRecord  *record)
{
  GtkWidget *list = ui_find (root, GTK_TYPE_LIST_BOX, PZ_IS_GOAL_DIALOG (root) ? 1 : 0);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (PZ_IS_TIMELINE_ROW (row)
        && pz_timeline_item_get_record (pz_timeline_row_get_item (PZ_TIMELINE_ROW (row))) == record)
      return row;
  return NULL;
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (PZ_IS_GOAL_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
test_tells_what_belongs_to_the_goal (UiFixture     *fixture,
                                     gconstpointer  names)
{
  Learner learner;
  GtkWidget *dialog;

  load (&learner, fixture);
  dialog = pz_goal_dialog_new (fixture->classroom, learner.learner, learner.goal);
  g_assert_true (says (dialog, "Amina Yusuf"));
  g_assert_true (says (dialog, "Reads <b> & aloud"));
  g_assert_true (says (dialog, "Her brother helps"));
  g_assert_true (says (dialog, "Measured 45"));
  g_assert_true (says (dialog, "Noise in the corridor")); /* the goal is not named again */
  g_assert_nonnull (find_row (dialog, learner.measurement));
  g_assert_nonnull (find_row (dialog, learner.goal)); /* its beginning */
  g_assert_null (find_row (dialog, learner.other));
  gtk_window_destroy (GTK_WINDOW (dialog));
  unload (&learner, fixture);
}

static void
test_keeps_quiet_while_names_are_hidden (UiFixture     *fixture,
                                         gconstpointer  names)
{
  Learner learner;
  GtkWidget *dialog;

  load (&learner, fixture);
  dialog = pz_goal_dialog_new (fixture->classroom, learner.learner, learner.goal);
  gtk_window_present (GTK_WINDOW (dialog));
  pz_privacy_set_hidden (TRUE);
  g_assert_null (find_dialog ());
  dialog = pz_goal_dialog_new (fixture->classroom, learner.learner, learner.goal);
  g_assert_false (says (dialog, "Amina Yusuf"));
  g_assert_false (says (dialog, "Her brother helps"));
  g_assert_false (says (dialog, "Noise in the corridor"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  pz_privacy_set_hidden (FALSE);
  unload (&learner, fixture);
}

static void
test_a_row_opens_its_goal (UiFixture     *fixture,
                           gconstpointer  names)
{
  Learner learner;
  GtkWidget *goals, *window, *row;

  load (&learner, fixture);
  goals = pz_learner_goals_new (fixture->classroom, learner.learner);
  window = ui_present (goals, 400, 400);
  row = ui_find (goals, PZ_TYPE_GOAL_ROW, 0);
  if (pz_goal_row_get_goal (PZ_GOAL_ROW (row)) != learner.goal)
    row = ui_find (goals, PZ_TYPE_GOAL_ROW, 1);
  g_assert_true (pz_goal_row_get_goal (PZ_GOAL_ROW (row)) == learner.goal);
  gtk_widget_activate (row);
  g_assert_nonnull (find_dialog ());
  g_assert_true (says (find_dialog (), "Reads <b> & aloud"));
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  gtk_window_destroy (GTK_WINDOW (window));
  unload (&learner, fixture);
}

static void
test_the_picture_has_words (UiFixture     *fixture,
                            gconstpointer  names)
{
  Learner learner;
  GtkWidget *goals, *window, *picture;

  load (&learner, fixture);
  pz_record_set_text (learner.goal, PZ_GOAL_STATE, "closed"); /* leaves the other one */
  goals = pz_learner_goals_new (fixture->classroom, learner.learner);
  window = ui_present (goals, 400, 400);
  picture = ui_find (goals, PZ_TYPE_SPARKLINE, 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, "Measured once: 45");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_ancestor (picture, PZ_TYPE_GOAL_ROW)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Writes, needs data, Measured once: 45");
  gtk_window_destroy (GTK_WINDOW (window));
  unload (&learner, fixture);
}

static void
test_a_measurement_of_the_timeline_leads_to_its_goal (UiFixture     *fixture,
                                                      gconstpointer  names)
{
  Learner learner;
  g_autoptr(PzTimeline) timeline = NULL;
  GtkWidget *view, *window, *row, *focus;

  load (&learner, fixture);
  timeline = pz_timeline_new (fixture->classroom, learner.learner);
  view = pz_timeline_view_new (timeline);
  window = ui_present (view, 400, 500);
  ui_settle ();
  row = find_row (view, learner.measurement);
  g_assert_nonnull (row);
  gtk_widget_activate (row);
  g_assert_nonnull (find_dialog ());
  focus = gtk_window_get_focus (GTK_WINDOW (find_dialog ()));
  g_assert_true (PZ_IS_TIMELINE_ROW (focus));
  g_assert_true (pz_timeline_item_get_record (pz_timeline_row_get_item (PZ_TIMELINE_ROW (focus))) == learner.measurement);
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
  unload (&learner, fixture);
}

static void
add_tests (void)
{
#define ADD(path, function) \
  g_test_add ("/ui/goal-dialog/" path, UiFixture, PEOPLE, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("tells-what-belongs-to-the-goal", test_tells_what_belongs_to_the_goal);
  ADD ("keeps-quiet-while-names-are-hidden", test_keeps_quiet_while_names_are_hidden);
  ADD ("a-row-opens-its-goal", test_a_row_opens_its_goal);
  ADD ("the-picture-has-words", test_the_picture_has_words);
  ADD ("a-measurement-of-the-timeline-leads-to-its-goal", test_a_measurement_of_the_timeline_leads_to_its_goal);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}

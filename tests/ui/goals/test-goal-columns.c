/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-columns.h"
#include "goals-fixture.h"
#include "pz-status-mark.h"

static void
assert_in_order (const PzGoalColumns *columns,
                 int                  width)
{
  const PzGoalSpan *spans[] = { &columns->who, &columns->strategy, &columns->latest, &columns->course, &columns->status,
                                &columns->arrow };
  int end = PZ_GOAL_AVATAR_SIZE;

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      if (spans[i]->width == 0)
        continue;
      g_assert_cmpint (spans[i]->start, >, end);
      end = spans[i]->start + spans[i]->width;
    }
  g_assert_cmpint (end, <=, width);
}

static void
test_shapes (void)
{
  const struct
  {
    int width, line;
    PzGoalRowShape shape;
  } rows[] = {
    { 920, 20, PZ_GOAL_ROW_WIDE },   { 800, 20, PZ_GOAL_ROW_WIDE },   { 660, 20, PZ_GOAL_ROW_MIDDLE },
    { 310, 20, PZ_GOAL_ROW_NARROW }, { 920, 40, PZ_GOAL_ROW_NARROW }, { 1600, 40, PZ_GOAL_ROW_WIDE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzGoalColumns columns;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_goal_columns_init (&columns, rows[i].width, rows[i].line, 0, 0);
      g_assert_cmpuint (columns.shape, ==, rows[i].shape);
      g_assert_cmpint (columns.strategy.width > 0, ==, rows[i].shape == PZ_GOAL_ROW_WIDE);
      if (rows[i].shape != PZ_GOAL_ROW_NARROW)
        assert_in_order (&columns, rows[i].width);
    }
}

static void
test_no_width_breaks_it (void)
{
  for (int width = -10; width < 2000; width++)
    {
      PzGoalColumns columns;

      pz_goal_columns_init (&columns, width, 20, 0, 0);
      g_assert_cmpint (columns.who.width, >=, 0);
      if (columns.shape != PZ_GOAL_ROW_NARROW)
        assert_in_order (&columns, width);
    }
}

/* words of some languages are longer than those of others */
static void
test_longest_word_has_room (void)
{
  PzGoalColumns usual, wide;

  pz_goal_columns_init (&usual, 1000, 20, 0, 0);
  pz_goal_columns_init (&wide, 1000, 20, 180, 0);
  g_assert_cmpint (usual.status.width, <, 180);
  g_assert_cmpint (wide.status.width, ==, 180);
  g_assert_cmpint (wide.who.width, <, usual.who.width);
  assert_in_order (&wide, 1000);
}

/* and so are the titles above the columns */
static void
test_longest_title_has_room (void)
{
  PzGoalColumns usual, wide;

  pz_goal_columns_init (&usual, 1000, 20, 0, 0);
  pz_goal_columns_init (&wide, 1000, 20, 0, 200);
  g_assert_cmpint (usual.strategy.width, <, 200);
  g_assert_cmpint (wide.strategy.width, >=, 200);
  assert_in_order (&wide, 1000);
}

/* one line less in each row of a narrow list */
static void
test_course_stands_beside_the_status (void)
{
  PzGoalColumns usual, large;

  pz_goal_columns_init (&usual, 310, 20, 130, 0);
  g_assert_false (usual.course_below);
  g_assert_cmpint (usual.course.start, >=, usual.status.start + usual.status.width);
  g_assert_cmpint (usual.course.start + usual.course.width, ==, 310);
  pz_goal_columns_init (&large, 310, 40, 260, 0);
  g_assert_true (large.course_below);
  g_assert_cmpint (large.course.start, ==, large.status.start);
}

/* so that no list cuts one short */
static void
test_every_word_fits (void)
{
  GtkWidget *mark = pz_status_mark_new ();
  GtkWidget *window = ui_present (mark, 400, 100);

  for (PzStatus status = 0; status < PZ_N_STATUSES; status++)
    {
      int natural;

      pz_status_mark_set_status (PZ_STATUS_MARK (mark), status);
      gtk_widget_measure (mark, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      g_assert_cmpint (natural, <=, pz_status_mark_get_widest (gtk_widget_get_parent (mark)));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/goal-columns/shapes", test_shapes);
  g_test_add_func ("/ui/goal-columns/longest-word-has-room", test_longest_word_has_room);
  g_test_add_func ("/ui/goal-columns/longest-title-has-room", test_longest_title_has_room);
  g_test_add_func ("/ui/goal-columns/course-stands-beside-the-status", test_course_stands_beside_the_status);
  g_test_add_func ("/ui/goal-columns/every-word-fits", test_every_word_fits);
  g_test_add_func ("/ui/goal-columns/no-width-breaks-it", test_no_width_breaks_it);
}

int
main (int argc, char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}

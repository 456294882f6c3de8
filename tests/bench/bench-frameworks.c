/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../core/exchange/case-maker.h"
#include "pz-case-plan.h"
#include "pz-classroom-frameworks.h"
#include "pz-frameworks-window.h"
#include "pz-standard-browser.h"
#include "pz-style.h"

#include <glib/gstdio.h>
#include <time.h>

/* A framework of 5,000 standards: how long one turn of the main loop takes, in thread CPU time, while it is imported, goes
 * to the trash and comes back, and while its window opens and is searched. */

#define ITEMS 5000
/* what case_make_tree() calls it */
#define FRAMEWORK "00000000-0000-4000-8000-000000000000"
/* what a frame may take at 60 of them a second, and what one turn of our own work may */
#define FRAME_MS 16.7
#define TURN_MS 8.0

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* one source at a time, so that a turn is one dispatch, or a frame */
static double
turn (gboolean may_block)
{
  double start = get_cpu_ms ();

  g_main_context_iteration (NULL, may_block);
  return get_cpu_ms () - start;
}

static double
settle (void)
{
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC / 2;
  double dearest = 0;

  while (g_get_monotonic_time () < until)
    {
      double cost = turn (FALSE);

      dearest = MAX (dearest, cost);
    }
  return dearest;
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* against what our own work may take of a frame */
static void
print_turn (const char *name,
            double      value)
{
  printf ("%s | %.1f ms | %.1f ms | %.2f | <= 8 ms | %s\n", name, value, TURN_MS, value / TURN_MS,
          value <= TURN_MS ? "yes" : "no");
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* the dearest turn until it is done, and what it leaves behind is gone */
static double
wait_for (GAsyncResult **result)
{
  double dearest = 0, after;

  while (*result == NULL)
    {
      double cost = turn (TRUE);

      dearest = MAX (dearest, cost);
    }
  after = settle ();
  return MAX (dearest, after);
}

static double
import (PzClassroom *classroom)
{
  g_autofree char *text = case_make_tree (ITEMS, 8);
  g_autoptr(PzCasePackage) package = case_parse (text);
  g_autoptr(GAsyncResult) compared = NULL;
  g_autoptr(GAsyncResult) applied = NULL;
  PzCasePlan *plan;
  double dearest, cost;

  pz_case_plan_new_async (classroom, package, NULL, done_cb, &compared);
  dearest = wait_for (&compared);
  plan = pz_case_plan_new_finish (classroom, compared, NULL);
  pz_case_plan_apply_async (plan, NULL, done_cb, &applied);
  cost = wait_for (&applied);
  dearest = MAX (dearest, cost);
  g_assert_true (pz_case_plan_apply_finish (plan, applied, NULL));
  cost = get_cpu_ms ();
  pz_case_plan_free (plan);
  cost = get_cpu_ms () - cost;
  return MAX (dearest, cost);
}

static double
undo (PzClassroom *classroom,
      gboolean     forward)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) saved = NULL;
  double dearest, cost;

  if (forward)
    pz_classroom_redo_async (classroom, done_cb, &result);
  else
    pz_classroom_undo_async (classroom, done_cb, &result);
  dearest = wait_for (&result);
  g_assert_true (pz_classroom_step_finish (classroom, result, NULL));
  pz_classroom_save_async (classroom, NULL, NULL, done_cb, &saved);
  cost = wait_for (&saved);
  return MAX (dearest, cost);
}

static double
move (PzClassroom *classroom,
      gboolean     to_trash)
{
  g_autoptr(GAsyncResult) result = NULL;
  double dearest;

  if (to_trash)
    pz_classroom_delete_framework_async (classroom, FRAMEWORK, NULL, done_cb, &result);
  else
    pz_classroom_restore_framework_async (classroom, FRAMEWORK, NULL, done_cb, &result);
  dearest = wait_for (&result);
  g_assert_true (pz_classroom_move_framework_finish (classroom, result, NULL));
  return dearest;
}

static void
bench_store (PzClassroom *classroom)
{
  print_turn ("importing a framework of 5,000 standards, dearest turn", import (classroom));
  print_turn ("taking the import back, dearest turn", undo (classroom, FALSE));
  print_turn ("importing it again, dearest turn", undo (classroom, TRUE));
  print_turn ("moving the framework to the trash, dearest turn", move (classroom, TRUE));
  print_turn ("bringing it back, dearest turn", move (classroom, FALSE));
}

static double
search (PzStandardBrowser *browser,
        const char        *text)
{
  double start = get_cpu_ms (), key, frame;

  pz_standard_browser_search (browser, text);
  key = get_cpu_ms () - start;
  frame = settle ();
  return MAX (key, frame);
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

int
main (void)
{
  static const char *const keys[] = { "e", "ex", "exp", "expl", "M.4" };
  g_autofree char *folder = g_dir_make_tmp ("personalize-bench-XXXXXX", NULL);
  g_autoptr(PzEnvironment) environment = pz_environment_new_system (folder);
  PzClassroom *classroom = pz_classroom_create (environment, "5b", NULL);
  GtkWidget *window;
  double opening = 0, searching = 0, frame, start;

  gtk_init ();
  adw_init ();
  pz_style_init ();
  bench_store (classroom);
  /* the styles and fonts of the first window are not what is measured */
  window = pz_frameworks_window_new (classroom, "nothing");
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();

  start = get_cpu_ms ();
  window = pz_frameworks_window_new (classroom, NULL);
  gtk_window_present (GTK_WINDOW (window));
  print_turn ("making the window of frameworks", get_cpu_ms () - start);
  while (!pz_frameworks_window_is_ready (PZ_FRAMEWORKS_WINDOW (window)))
    {
      double cost = turn (TRUE);

      opening = MAX (opening, cost);
    }
  frame = settle ();
  opening = MAX (opening, frame);
  print_turn ("opening a framework of 5,000 standards, dearest turn", opening);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      frame = search (PZ_STANDARD_BROWSER (find (window, PZ_TYPE_STANDARD_BROWSER)), keys[i]);
      searching = MAX (searching, frame);
    }
  print_turn ("searching it, dearest turn", searching);
  start = get_cpu_ms ();
  gtk_window_destroy (GTK_WINDOW (window));
  print_turn ("closing it", get_cpu_ms () - start);
  settle ();
  g_object_unref (classroom);
  remove_tree (folder);
  return 0;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../core/exchange/case-maker.h"
#include "pz-case-plan.h"
#include "pz-frameworks-window.h"
#include "pz-standard-browser.h"
#include "pz-style.h"

#include <glib/gstdio.h>
#include <time.h>

/* The window of a framework of 5,000 standards: how long one turn of the main loop takes while it opens and is searched,
 * in thread CPU time. */

#define ITEMS 5000
/* what a frame may take at 60 of them a second */
#define FRAME_MS 16.7

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

static void
print_row (const char *name,
           double      value)
{
  /* rows of the table of build-aux/bench: name | value | baseline | ratio | mark | ok */
  printf ("%s | %.1f ms | %.1f ms | %.2f | - | -\n", name, value, FRAME_MS, value / FRAME_MS);
}

static PzClassroom *
import (const char *folder)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_system (folder);
  PzClassroom *classroom = pz_classroom_create (environment, "5b", NULL);
  g_autofree char *text = case_make_tree (ITEMS, 8);
  g_autoptr(PzCasePackage) package = case_parse (text);
  g_autoptr(PzCasePlan) plan = pz_case_plan_new (classroom, package, NULL);

  g_assert_true (pz_case_plan_apply (plan, NULL));
  return classroom;
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
  PzClassroom *classroom;
  GtkWidget *window;
  double opening = 0, searching = 0, frame, start;

  gtk_init ();
  adw_init ();
  pz_style_init ();
  classroom = import (folder);
  /* the styles and fonts of the first window are not what is measured */
  window = pz_frameworks_window_new (classroom, "nothing");
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();

  start = get_cpu_ms ();
  window = pz_frameworks_window_new (classroom, NULL);
  gtk_window_present (GTK_WINDOW (window));
  print_row ("making the window of frameworks", get_cpu_ms () - start);
  while (!pz_frameworks_window_is_ready (PZ_FRAMEWORKS_WINDOW (window)))
    {
      double cost = turn (TRUE);

      opening = MAX (opening, cost);
    }
  frame = settle ();
  opening = MAX (opening, frame);
  print_row ("opening a framework of 5,000 standards, dearest turn", opening);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      frame = search (PZ_STANDARD_BROWSER (find (window, PZ_TYPE_STANDARD_BROWSER)), keys[i]);
      searching = MAX (searching, frame);
    }
  print_row ("searching it, dearest turn", searching);
  start = get_cpu_ms ();
  gtk_window_destroy (GTK_WINDOW (window));
  print_row ("closing it", get_cpu_ms () - start);
  settle ();
  g_object_unref (classroom);
  remove_tree (folder);
  return 0;
}

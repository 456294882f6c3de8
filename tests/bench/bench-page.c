/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-attention-window.h"
#include "pz-check-in.h"
#include "pz-learners-view.h"
#include "pz-sample.h"
#include "pz-style.h"
#include "pz-window.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* What somebody waits for at the page of a learner, in CPU time of the main thread; medians. Opening the page of somebody
 * of whom much is written stands beside opening one of whom little is; scrolling on stands beside a bare list of boxes
 * that gets as many rows of three labels, all at once. Needs a display. */
#define ROUNDS 15
#define SCROLLS 7 /* the timeline brings more than is asked for: with more of them it would come to its end */
#define LITTLE 10
#define MUCH 1000
#define PAGE_ROWS 30 /* what the timeline adds at a time */
#define QUIET 120000 /* without a frame, microseconds */
#define STUCK 20000000 /* without a row more, microseconds */

typedef struct
{
  char *folder;
  PzEnvironment *environment;
  PzClassroom *classroom;
  PzWindow *window;
  char *ids[2]; /* of a learner with LITTLE and with MUCH */
} Bench;

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
find_median (GArray *times)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, times->len / 2);
}

/* Until nothing is left to do. */
static void
settle (GtkWidget *window)
{
  if (window != NULL)
    gtk_test_widget_wait_for_draw (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static char *
write_about (PzClassroom *classroom,
             guint        n)
{
  g_autoptr(PzDocument) document = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);
  g_autoptr(GError) error = NULL;

  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, n == MUCH ? "Much" : "Little");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("Entry %u, a sentence as long as they usually are", i);
      g_autofree char *day = g_strdup_printf ("%04u-%02u-%02u", 2026 - i / 336, 12 - i / 28 % 12, 28 - i % 28);
      PzCheckInDraft draft = { .kind = PZ_CHECK_IN_IS_OBSERVATION, .date = day, .text = text, .minutes = 5 };

      pz_check_in_add (document, &draft);
    }
  pz_classroom_save (classroom, "Writing", &error);
  g_assert_no_error (error);
  return g_strdup (pz_document_get_id (document));
}

static void
set_up (Bench *self)
{
  PzSampleOptions options;
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("personalize-page-XXXXXX", NULL);
  self->environment = pz_environment_new_fixed (self->folder, G_GINT64_CONSTANT (1795392000000), 7);
  pz_sample_options_init (&options, self->environment);
  options.n_learners = 2000;
  options.n_weeks = 1;
  self->classroom = pz_sample_create (self->environment, &options, NULL, &error);
  g_assert_no_error (error);
  self->ids[0] = write_about (self->classroom, LITTLE);
  self->ids[1] = write_about (self->classroom, MUCH);
  self->window = PZ_WINDOW (pz_window_new (NULL, self->environment));
  pz_window_show_class (self->window, self->classroom, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  settle (GTK_WIDGET (self->window));
}

static double
open_page (Bench *self,
           guint  which)
{
  double start;

  pz_learners_view_show (pz_window_get_learners_view (self->window), self->ids[!which]);
  settle (GTK_WIDGET (self->window));
  start = now_ms ();
  pz_learners_view_show (pz_window_get_learners_view (self->window), self->ids[which]);
  return now_ms () - start;
}

static void
measure_open (Bench *self)
{
  g_autoptr(GArray) with_little = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) with_much = g_array_new (FALSE, FALSE, sizeof (double));
  double little, much;

  for (guint round = 0; round < ROUNDS; round++)
    for (guint which = 0; which < 2; which++)
      {
        GArray *times = which == 0 ? with_little : with_much;
        double took = open_page (self, which);

        g_array_append_val (times, took);
      }
  little = find_median (with_little);
  much = find_median (with_much);
  printf ("open the page of a learner with %u entries, not %u | %.2f ms | %.2f ms | %.2f | <= 2.00 | %s\n", MUCH, LITTLE,
          much, little, much / little, much <= 2 * little ? "yes" : "no");
}

/* the list box with the rows of the timeline */
static GtkWidget *
find_timeline (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX (widget) && gtk_widget_has_css_class (widget, "pz-timeline"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_timeline (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_rows (GtkWidget *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;
  return n;
}

static void
add_bare_rows (GtkWidget *list)
{
  for (guint i = 0; i < PAGE_ROWS; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

      gtk_box_append (GTK_BOX (row), gtk_label_new ("Entry, a sentence as long as they usually are"));
      gtk_box_append (GTK_BOX (row), gtk_label_new ("Observation · 5 minutes"));
      gtk_box_append (GTK_BOX (row), gtk_label_new ("19 Nov"));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
}

typedef struct
{
  double all;     /* of the work, ms */
  double longest; /* turn of the main loop, ms */
} Work;

/* Says what there is, for whoever looks for the reason. */
static void
fail_stuck (GtkWidget     *list,
            GtkAdjustment *adjustment)
{
  fprintf (stderr, "bench-page: no row came: %u rows, mapped %d, value %.1f, page %.1f, upper %.1f\n", count_rows (list),
           gtk_widget_get_mapped (list), gtk_adjustment_get_value (adjustment),
           gtk_adjustment_get_page_size (adjustment), gtk_adjustment_get_upper (adjustment));
  exit (1);
}

/* To the end of what is there, again and again, until a page of rows or more has come and is drawn; the work is that of
 * PAGE_ROWS rows. */
static Work
scroll_on (GtkWidget *list,
           gboolean   is_bare)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  guint before = count_rows (list), wanted = before + PAGE_ROWS;
  Work work = { 0 };
  gint64 quiet = g_get_monotonic_time () + QUIET, stuck = g_get_monotonic_time () + STUCK;

  for (gboolean added = !is_bare; count_rows (list) < wanted || g_get_monotonic_time () < quiet; added = TRUE)
    {
      double start = now_ms (), took;

      if (!added)
        add_bare_rows (list);
      if (count_rows (list) < wanted)
        quiet = g_get_monotonic_time () + QUIET;
      if (g_get_monotonic_time () > stuck)
        fail_stuck (list, adjustment);
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
      took = now_ms () - start;
      work.all += took;
      work.longest = MAX (work.longest, took);
    }
  work.all *= (double) PAGE_ROWS / (count_rows (list) - before);
  return work;
}

static GtkWidget *
make_bare_window (GtkWidget **list)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  *list = gtk_list_box_new ();
  add_bare_rows (*list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), *list);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 720);
  gtk_window_present (GTK_WINDOW (window));
  settle (window);
  return window;
}

static void
measure_scroll (Bench *self)
{
  g_autoptr(GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget *list;
  GtkWidget *window = make_bare_window (&list);
  GtkWidget *timeline;
  g_autoptr(GArray) ours_longest = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) bare_longest = g_array_new (FALSE, FALSE, sizeof (double));
  double value, baseline;

  open_page (self, 1);
  settle (GTK_WIDGET (self->window));
  timeline = find_timeline (GTK_WIDGET (pz_learners_view_get_page (pz_window_get_learners_view (self->window))));
  for (guint round = 0; round < SCROLLS; round++)
    {
      Work work = scroll_on (timeline, FALSE);

      g_array_append_val (ours, work.all);
      g_array_append_val (ours_longest, work.longest);
      work = scroll_on (list, TRUE);
      g_array_append_val (bare, work.all);
      g_array_append_val (bare_longest, work.longest);
    }
  value = find_median (ours);
  baseline = find_median (bare);
  printf ("scroll the timeline on by %u entries, drawn | %.2f ms | %.2f ms | %.2f | - | -\n", PAGE_ROWS, value,
          baseline, value / baseline);
  value = find_median (ours_longest);
  baseline = find_median (bare_longest);
  printf ("longest turn of the loop meanwhile, frame and drawing included | %.2f ms | %.2f ms | %.2f | <= 1.20 | %s\n", value, baseline,
          value / baseline, value <= 1.2 * baseline ? "yes" : "no");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* From the files to the figures of all learners, without the drawing; the baseline is all of the work in the main loop. */
static void
measure_attention (Bench *self)
{
  g_autoptr(GArray) longest = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  double value, baseline;

  for (guint round = 0; round < ROUNDS; round++)
    {
      GtkWidget *window = pz_attention_window_new (self->classroom);
      Work work = { 0 };

      while (!pz_attention_window_is_ready (PZ_ATTENTION_WINDOW (window)))
        {
          double start = now_ms (), took;

          g_main_context_iteration (NULL, TRUE);
          took = now_ms () - start;
          work.all += took;
          work.longest = MAX (work.longest, took);
        }
      g_array_append_val (longest, work.longest);
      g_array_append_val (all, work.all);
      gtk_window_destroy (GTK_WINDOW (window));
      settle (NULL);
    }
  value = find_median (longest);
  baseline = find_median (all);
  printf ("attention for 2,000 learners, longest turn of the loop | %.2f ms | %.2f ms | %.2f | <= 8 ms | %s\n", value,
          baseline, value / baseline, value <= 8 ? "yes" : "no");
}

static void
tear_down (Bench *self)
{
  const char *command[] = { "rm", "-rf", self->folder, NULL };

  gtk_window_destroy (GTK_WINDOW (self->window));
  settle (NULL);
  pz_classroom_close (self->classroom, NULL);
  g_object_unref (self->classroom);
  g_object_unref (self->environment);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (self->folder);
  g_free (self->ids[0]);
  g_free (self->ids[1]);
}

int
main (int   argc,
      char *argv[])
{
  Bench self = { 0 };

  gtk_test_init (&argc, &argv);
  adw_init ();
  pz_style_init ();
  set_up (&self);
  measure_open (&self);
  measure_scroll (&self);
  measure_attention (&self);
  tear_down (&self);
  return 0;
}

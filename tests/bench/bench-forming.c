/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-page.h"
#include "pz-activity.h"
#include "pz-classroom-plan.h"
#include "pz-day-spans.h"
#include "pz-group-strip.h"
#include "pz-sample.h"
#include "pz-style.h"

#include <adwaita.h>
#include <stdio.h>
#include <time.h>

/* Groups for a class of 28 and for a year of 240, on the page of the activity: how long one turn of the main loop takes
 * while they are looked for and shown, without the frames that GTK draws, in CPU time of its thread; how soon the first
 * groups are there; and how soon the page is free again when the search is ended. Worst of ROUNDS. Needs a display. */
#define ROUNDS 5
#define CLASS 28
#define YEAR 240
/* as the page offers them first */
#define WISHES "readiness mixed:3\nspread home-languages:2\nnew-partners 3:6\n"
#define TURN_MS 8.0
#define FIRST_MS 100.0
#define CANCEL_MS 50.0
/* 23 November 2026 */
#define TODAY "2026-11-23"

typedef struct
{
  char *folder;
  PzEnvironment *environment;
  PzClassroom *classroom;
  PzDocument *activity;
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *end;
  GtkWidget *explain;
  double dearest;       /* turn without the frame, ms of CPU */
  double dearest_frame; /* measuring, placing and drawing widgets */
  double frame_start;
  double frame;         /* of this turn */
} Bench;

static double
get_ms (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static void
turn (Bench *self)
{
  double start = get_ms (CLOCK_THREAD_CPUTIME_ID), took;

  self->frame = 0;
  g_main_context_iteration (NULL, FALSE);
  took = get_ms (CLOCK_THREAD_CPUTIME_ID) - start;
  self->dearest = MAX (self->dearest, took - self->frame);
  self->dearest_frame = MAX (self->dearest_frame, self->frame);
  if (took < 0.05)
    g_usleep (200);
}

/* for so long; what a frame or a queued save still has to do is done then */
static void
settle (Bench  *self,
        double  ms)
{
  double until = get_ms (CLOCK_MONOTONIC) + ms;

  while (get_ms (CLOCK_MONOTONIC) < until)
    turn (self);
}

static void
before_frame_cb (GdkFrameClock *clock,
                 Bench         *self)
{
  self->frame_start = get_ms (CLOCK_THREAD_CPUTIME_ID);
}

static void
after_frame_cb (GdkFrameClock *clock,
                Bench         *self)
{
  self->frame += get_ms (CLOCK_THREAD_CPUTIME_ID) - self->frame_start;
}

static void
watch_frames (Bench *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_frame_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_frame_cb), self);
}

/* ms of a frame in which all of the page is measured, placed and drawn */
static double
measure_whole_frame (Bench *self)
{
  self->dearest_frame = 0;
  for (guint i = 0; i < 3; i++)
    {
      gtk_widget_set_margin_top (self->page, (int) i + 1);
      settle (self, 60);
    }
  gtk_widget_set_margin_top (self->page, 0);
  settle (self, 60);
  return self->dearest_frame;
}

/* the first widget of a type below another */
static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* the button that ends the search, and the one for what is known of the groups */
static void
find_buttons (Bench *self)
{
  self->explain = find (find (self->page, PZ_TYPE_GROUP_STRIP), GTK_TYPE_TOGGLE_BUTTON);
  self->end = gtk_widget_get_prev_sibling (self->explain);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (self->end)), ==, "activity.cancel-forming");
}

static gboolean
is_forming (Bench *self)
{
  return gtk_widget_get_visible (self->end);
}

static gboolean
has_groups (Bench *self)
{
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (self->activity, 1);

  return groups->len > 0;
}

static void
set_up (Bench *self,
        guint  n_learners)
{
  PzSampleOptions options;
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("personalize-forming-XXXXXX", NULL);
  self->environment = pz_environment_new_fixed (self->folder, G_GINT64_CONSTANT (1795392000000), 7);
  pz_sample_options_init (&options, self->environment);
  options.n_learners = n_learners;
  self->classroom = pz_sample_create (self->environment, &options, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Bench *self)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", self->folder);

  g_clear_object (&self->classroom);
  g_clear_object (&self->environment);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (self->folder);
}

/* groups of four, mixed, with new partners, are wanted; none are there yet */
static void
open_activity (Bench *self,
               guint  n)
{
  g_autofree char *title = g_strdup_printf ("Bridges %u", n);
  g_autofree char *wishes = g_strconcat ("size 4\n", WISHES, NULL);
  g_autoptr(GError) error = NULL;
  PzRecord *owner;

  self->activity = pz_classroom_plan_activity (self->classroom, title, pz_day_from_text (TODAY));
  owner = pz_document_get_owner (self->activity);
  pz_record_set_text (owner, PZ_ACTIVITY_SETTING, "groups");
  pz_record_set_text (owner, PZ_ACTIVITY_CRITERIA, wishes);
  pz_classroom_save (self->classroom, "Planning", &error);
  g_assert_no_error (error);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 800);
  self->page = pz_activity_page_new (self->classroom, self->activity);
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  watch_frames (self);
  settle (self, 500);
  find_buttons (self);
}

static void
close_activity (Bench *self)
{
  g_autoptr(GError) error = NULL;

  gtk_window_destroy (GTK_WINDOW (self->window));
  settle (self, 100);
  g_clear_object (&self->activity);
  pz_classroom_save (self->classroom, "Closing", &error);
  g_assert_no_error (error);
}

static void
begin (Bench *self)
{
  gtk_widget_activate_action (self->end, "activity.form", NULL);
}

/* ms until the first groups are in the activity; the search then goes on to its end, and is put into words */
static double
form (Bench *self)
{
  double start = get_ms (CLOCK_MONOTONIC), first;

  begin (self);
  while (!has_groups (self))
    turn (self);
  first = get_ms (CLOCK_MONOTONIC) - start;
  while (!gtk_widget_get_visible (self->explain))
    turn (self);
  settle (self, 200);
  return first;
}

/* ms from the end that is asked for to a page that waits for nothing */
static double
end_early (Bench *self)
{
  double start;

  begin (self);
  while (!has_groups (self))
    turn (self);
  start = get_ms (CLOCK_MONOTONIC);
  gtk_widget_activate_action (self->end, "activity.cancel-forming", NULL);
  while (is_forming (self))
    turn (self);
  return get_ms (CLOCK_MONOTONIC) - start;
}

static void
print_row (guint       n_learners,
           const char *what,
           double      value,
           double      mark,
           gboolean    is_asked)
{
  printf ("groups of %u learners: %s | %.1f ms | %.1f ms | %.2f | ", n_learners, what, value, mark, value / mark);
  if (is_asked)
    printf ("<= %.0f ms | %s\n", mark, value <= mark ? "yes" : "no");
  else
    printf ("- | -\n");
  fflush (stdout);
}

static void
measure (guint n_learners)
{
  g_autofree Bench *self = g_new0 (Bench, 1);
  double first = 0, ended = 0, dearest = 0, frame = 0, whole = 0;

  set_up (self, n_learners);
  for (guint round = 0; round < ROUNDS; round++)
    {
      double took;

      open_activity (self, 2 * round);
      took = measure_whole_frame (self);
      whole = MAX (whole, took);
      self->dearest = self->dearest_frame = 0;
      took = form (self);
      first = MAX (first, took);
      dearest = MAX (dearest, self->dearest);
      frame = MAX (frame, self->dearest_frame);
      close_activity (self);
      open_activity (self, 2 * round + 1);
      took = end_early (self);
      ended = MAX (ended, took);
      close_activity (self);
    }
  print_row (n_learners, "first groups are there, worst", first, FIRST_MS, n_learners <= CLASS);
  print_row (n_learners, "ended when asked, worst", ended, CANCEL_MS, TRUE);
  print_row (n_learners, "dearest turn of the loop while formed and explained (CPU)", dearest, TURN_MS, TRUE);
  print_row (n_learners, "dearest frame, against one of the whole page (CPU)", frame, whole, FALSE);
  tear_down (self);
}

int
main (void)
{
  adw_init ();
  pz_style_init ();
  measure (CLASS);
  measure (YEAR);
  return 0;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-absence.h"
#include "pz-classroom-bulk.h"
#include "pz-filter-model.h"
#include "pz-goal-watch.h"
#include "pz-learner-list.h"
#include "pz-sample.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What somebody waits for at the list of a large class, each beside a baseline in the same run; medians. The baseline of
 * filters and keys is a bare GtkFilterListModel that looks for the same text in the names of as many objects. */
#define ROUNDS 31
#define CHANGES 5 /* of everybody */
#define WORDS "read mus"

typedef struct
{
  char *folder;
  PzEnvironment *environment;
  PzClassroom *classroom;
  PzLearnerList *list;
  PzFilterModel *filters;
  GtkFilterListModel *bare;
  GtkStringFilter *bare_filter;
  guint n;
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

static void
print_row (Bench      *self,
           const char *name,
           double      ms,
           double      baseline,
           double      most_ms)
{
  g_autofree char *mark = most_ms > 0 ? g_strdup_printf ("<= %.0f ms", most_ms) : g_strdup ("-");

  printf ("%s, %u learners | %.2f ms | %.2f ms | %.2f | %s | %s\n", name, self->n, ms, baseline, ms / baseline, mark,
          most_ms > 0 ? (ms <= most_ms ? "yes" : "no") : "-");
}

static void
changed_cb (gpointer  source,
            gboolean *changed)
{
  *changed = TRUE;
}

static void
load_traits (Bench *self)
{
  PzClassroomTraits *traits = pz_filter_model_get_traits (self->filters);
  gboolean changed = FALSE;
  gulong handler = g_signal_connect (traits, "changed", G_CALLBACK (changed_cb), &changed);

  pz_classroom_traits_load (traits);
  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (traits, handler);
}

static void
make_bare (Bench *self)
{
  GListStore *names = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  PzIndex *index = pz_classroom_get_index (self->classroom);

  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr(GtkStringObject) name = gtk_string_object_new (pz_index_peek_search_key (index, i));

      g_list_store_append (names, name);
    }
  self->bare_filter = gtk_string_filter_new (gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  self->bare = gtk_filter_list_model_new (G_LIST_MODEL (names), GTK_FILTER (g_object_ref (self->bare_filter)));
}

/* one key of a search, typed and taken back again */
static void
measure_keys (Bench *self)
{
  g_autoptr(GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint round = 0; round < ROUNDS; round++)
    for (guint length = 1; length <= strlen (WORDS); length++)
      {
        g_autofree char *typed = g_strndup (WORDS, length);
        double start = now_ms (), took;

        pz_learner_list_set_search (self->list, typed, 40);
        took = now_ms () - start;
        g_array_append_val (ours, took);
        gtk_string_filter_set_search (self->bare_filter, NULL); /* else it asks only those that are left */
        start = now_ms ();
        gtk_string_filter_set_search (self->bare_filter, typed);
        took = now_ms () - start;
        g_array_append_val (bare, took);
      }
  pz_learner_list_set_search (self->list, NULL, 40);
  gtk_string_filter_set_search (self->bare_filter, NULL);
  print_row (self, "search names, needs and interests, a key", find_median (ours), find_median (bare), 6);
}

static void
measure_filter (Bench         *self,
                const char    *name,
                PzFilterField  field,
                const char    *value)
{
  g_autoptr(GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(PzLearnerFilter) filter = pz_learner_filter_new ();

  pz_learner_filter_add (filter, field, NULL, value);
  for (guint round = 0; round < ROUNDS; round++)
    {
      double start = now_ms (), took;

      pz_learner_list_set_filter (self->list, round % 2 == 0 ? filter : NULL, 40);
      took = now_ms () - start;
      g_array_append_val (ours, took);
      gtk_string_filter_set_search (self->bare_filter, NULL);
      start = now_ms ();
      gtk_string_filter_set_search (self->bare_filter, "a");
      took = now_ms () - start;
      g_array_append_val (bare, took);
    }
  pz_learner_list_set_filter (self->list, NULL, 40);
  print_row (self, name, find_median (ours), find_median (bare), 8);
}

/* From the folder to a sorted list; the baseline reads the index file and asks the state of every learner's file. */
static void
measure_open (Bench *self)
{
  g_autoptr(GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  const char *path = pz_classroom_get_path (self->classroom);
  g_autofree char *cache = g_build_filename (path, "cache", "index.json", NULL);
  g_autofree char *learners = g_build_filename (path, "learners", NULL);

  for (guint round = 0; round < 7; round++)
    {
      double start = now_ms (), took;
      g_autofree char *text = NULL;
      g_autoptr(GDir) dir = NULL;
      const char *name;

      {
        g_autoptr(PzClassroom) again = pz_classroom_open (self->environment, path, NULL);
        g_autoptr(PzLearnerList) list = pz_learner_list_new (pz_classroom_get_index (again), PZ_SCOPE_SHOWN, PZ_SORT_GIVEN);

        took = now_ms () - start;
        g_assert_cmpuint (pz_learner_list_count_all (list), ==, self->n);
      }
      g_array_append_val (ours, took);
      start = now_ms ();
      g_file_get_contents (cache, &text, NULL, NULL);
      dir = g_dir_open (learners, 0, NULL);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *file = g_build_filename (learners, name, NULL);
          GStatBuf state;

          g_stat (file, &state);
        }
      took = now_ms () - start;
      g_array_append_val (bare, took);
    }
  print_row (self, "open the class, sorted list (CPU)", find_median (ours), find_median (bare), 0);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  pz_classroom_bulk_finish (PZ_CLASSROOM (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* ends with NULL */
static GPtrArray *
dup_ids (Bench *self)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->n; i++)
    g_ptr_array_add (ids, g_strdup (pz_index_peek_id (index, i)));
  g_ptr_array_add (ids, NULL);
  return ids;
}

/* Until all is on disk and what was read for it is let go of. */
static void
measure_turns (const gboolean *done,
               double         *longest,
               double         *total)
{
  gboolean more = TRUE;

  *longest = *total = 0;
  while (!*done || more)
    {
      double start = now_ms (), took;

      more = g_main_context_iteration (NULL, !*done);
      took = now_ms () - start;
      *longest = MAX (*longest, took);
      *total += took;
    }
}

/* The longest that a change of everybody keeps the main loop from a key; the baseline is all of its work there. */
static void
measure_bulk (Bench *self)
{
  g_autoptr(GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GPtrArray) ids = dup_ids (self);

  for (guint round = 0; round < CHANGES; round++)
    {
      g_autofree char *value = g_strdup_printf ("Time %u", round);
      PzBulkChange change = { .kind = PZ_BULK_ADD, .field = PZ_LEARNER_NEEDS, .value = value };
      double longest, total;
      gboolean done = FALSE;

      pz_classroom_bulk_async (self->classroom, (const char * const *) ids->pdata, &change, NULL, NULL, done_cb, &done);
      measure_turns (&done, &longest, &total);
      g_array_append_val (ours, longest);
      g_array_append_val (all, total);
    }
  print_row (self, "add to everybody, longest turn of the loop", find_median (ours), find_median (all), 8);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  pz_classroom_step_finish (PZ_CLASSROOM (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
saved_cb (PzClassroom *classroom,
          GParamSpec  *pspec,
          gboolean    *done)
{
  *done = pz_classroom_get_save_state (classroom) == PZ_SAVE_SAVED;
}

/* taking the changes of everybody back, each until it is on disk */
static void
measure_undo (Bench *self)
{
  g_autoptr(GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint round = 0; round < CHANGES; round++)
    {
      double first = now_ms (), turn, longest, part, total;
      gboolean done = FALSE, saved = FALSE;
      gulong handler = g_signal_connect (self->classroom, "notify::save-state", G_CALLBACK (saved_cb), &saved);

      pz_classroom_undo_async (self->classroom, undone_cb, &done);
      first = now_ms () - first;
      measure_turns (&done, &longest, &total);
      longest = MAX (longest, first);
      saved = FALSE;
      pz_classroom_save_async (self->classroom, NULL, NULL, NULL, NULL);
      measure_turns (&saved, &turn, &part);
      g_signal_handler_disconnect (self->classroom, handler);
      longest = MAX (longest, turn);
      total += first + part;
      g_array_append_val (ours, longest);
      g_array_append_val (all, total);
    }
  print_row (self, "undo a change of everybody, longest turn of the loop", find_median (ours), find_median (all), 8);
}

static void
toggled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean absent;

  pz_classroom_toggle_absence_finish (PZ_CLASSROOM (source), result, &absent, &error);
  g_assert_no_error (error);
}

/* the one key for a whole school, there and back */
static void
measure_absence (Bench *self)
{
  g_autoptr(GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GPtrArray) ids = dup_ids (self);
  GDate today;

  pz_environment_get_today (self->environment, &today);
  for (guint round = 0; round < CHANGES; round++)
    {
      double longest, total;
      gboolean done = FALSE;
      gulong handler = g_signal_connect (self->classroom, "notify::save-state", G_CALLBACK (saved_cb), &done);

      pz_classroom_toggle_absence_async (self->classroom, (const char * const *) ids->pdata, &today, "Absent", toggled_cb,
                                         NULL);
      measure_turns (&done, &longest, &total);
      g_signal_handler_disconnect (self->classroom, handler);
      g_array_append_val (ours, longest);
      g_array_append_val (all, total);
    }
  print_row (self, "everybody absent today, longest turn of the loop", find_median (ours), find_median (all), 8);
}

static gboolean
is_told (Bench *self)
{
  return pz_classroom_traits_get_goals (pz_filter_model_get_traits (self->filters)) != NULL;
}

/* What goals wait for, read after the first frame: the longest that it keeps the main loop from a key. The baseline is
 * all of its work there. */
static void
measure_goals (Bench *self)
{
  double longest = 0, total = 0, start = now_ms (), took;
  g_autoptr(PzGoalWatch) watch = pz_goal_watch_new (pz_filter_model_get_traits (self->filters));

  do
    {
      took = now_ms () - start;
      longest = MAX (longest, took);
      total += took;
      g_usleep (2000); /* waiting is not its work */
      start = now_ms ();
      g_main_context_iteration (NULL, FALSE);
    }
  while (!is_told (self));
  took = now_ms () - start;
  longest = MAX (longest, took);
  print_row (self, "what goals wait for, longest turn of the loop", longest, total + took, 8);
  measure_filter (self, "switch the filter Needs attention", PZ_FILTER_ATTENTION, PZ_FILTER_YES);
}

static void
measure (guint n)
{
  Bench self = { .n = n };
  PzSampleOptions options;
  g_autoptr(GError) error = NULL;

  self.folder = g_dir_make_tmp ("personalize-lists-XXXXXX", NULL);
  self.environment = pz_environment_new_fixed (self.folder, G_GINT64_CONSTANT (1795392000000), 7);
  pz_sample_options_init (&options, self.environment);
  options.n_learners = n;
  options.n_weeks = 2;
  self.classroom = pz_sample_create (self.environment, &options, NULL, &error);
  g_assert_no_error (error);
  self.list = pz_learner_list_new (pz_classroom_get_index (self.classroom), PZ_SCOPE_SHOWN, PZ_SORT_GIVEN);
  self.filters = pz_filter_model_new (self.classroom);
  pz_learner_list_set_traits (self.list, pz_filter_model_get_traits (self.filters));
  load_traits (&self);
  make_bare (&self);
  measure_keys (&self);
  measure_filter (&self, "switch a filter by need", PZ_FILTER_NEED, "Decoding long words");
  measure_filter (&self, "switch the filter Not seen", PZ_FILTER_SEEN, PZ_FILTER_OVERDUE);
  measure_goals (&self);
  measure_open (&self);
  if (n <= 2000)
    {
      measure_bulk (&self);
      measure_undo (&self);
      measure_absence (&self);
    }
  g_object_unref (self.bare);
  g_object_unref (self.bare_filter);
  pz_learner_list_set_traits (self.list, NULL);
  g_object_unref (self.filters);
  g_object_unref (self.list);
  pz_classroom_close (self.classroom, NULL);
  g_object_unref (self.classroom);
  g_object_unref (self.environment);
  {
    const char *command[] = { "rm", "-rf", self.folder, NULL };

    g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  }
  g_free (self.folder);
}

int
main (int   argc,
      char *argv[])
{
  if (argc > 1)
    measure ((guint) atoi (argv[1]));
  else
    {
      measure (2000);
      measure (10000);
    }
  return 0;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-goals.h"
#include "pz-goal-found.h"
#include "pz-goal-work.h"
#include "pz-json-reader.h"

#include <gtk/gtk.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* The list of all goals of a school: 2,000 learners with eight goals and forty measurements each. Judging them beside a
 * strict pass over the same files, and beside json-glib; and how long the main loop is kept from a key. Medians. */
#define LEARNERS 2000
#define GOALS 8
#define POINTS 40
#define ROUNDS 5
#define KEY_ROUNDS 31
#define TREES 200 /* files json-glib reads, to be multiplied */

typedef struct
{
  char *folder;
  PzEnvironment *environment;
  PzClassroom *classroom;
  GPtrArray *files; /* paths of the learners */
  char *measures[3];
} Bench;

static double
now_ms (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
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

/* ---- the school ---- */

static void
add_goal (Bench      *self,
          PzDocument *learner,
          guint       n)
{
  PzRecord *goal = pz_document_add (learner, PZ_RECORD_GOAL);
  guint32 last = pz_day_from_text ("2026-11-20") - n % 40;

  pz_record_set_text (goal, PZ_GOAL_TITLE, n % 3 == 0 ? "Reads aloud fluently" : "Multiplies two-digit numbers");
  pz_record_set_text (goal, PZ_GOAL_MEASURE, self->measures[n % G_N_ELEMENTS (self->measures)]);
  pz_record_set_number (goal, PZ_GOAL_BASELINE, 30);
  pz_record_set_number (goal, PZ_GOAL_TARGET, 60);
  pz_record_set_text (goal, PZ_GOAL_START, "2026-08-31");
  pz_record_set_text (goal, PZ_GOAL_TARGET_DATE, "2027-01-08");
  pz_record_set_text (goal, PZ_GOAL_STATE, "active");
  for (guint i = 0; i < POINTS; i++)
    {
      PzRecord *point = pz_document_add (learner, PZ_RECORD_MEASUREMENT);
      char date[PZ_DAY_TEXT_SIZE];

      pz_day_to_text (last - 2 * (POINTS - 1 - i), date);
      pz_record_set_text (point, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
      pz_record_set_text (point, PZ_MEASUREMENT_DATE, date);
      pz_record_set_number (point, PZ_MEASUREMENT_VALUE, 30 + (n % 5) * 0.2 * i + (i * 7 + n) % 5);
    }
}

static void
add_learner (Bench *self,
             guint  n)
{
  static const char *const given[] = { "Amina", "Bartholomew", "Chloé", "Daniyar", "Elif", "Fatou", "Gaëtan" };
  static const char *const family[] = { "Yusuf", "Featherstone", "Dubois", "Akhmetov", "Yıldız", "Faye", "Lefèvre", "Kim" };
  g_autoptr(PzDocument) learner = pz_classroom_add (self->classroom, PZ_DOCUMENT_LEARNER);

  pz_record_set_text (pz_document_get_owner (learner), PZ_LEARNER_GIVEN_NAME, given[n % G_N_ELEMENTS (given)]);
  pz_record_set_text (pz_document_get_owner (learner), PZ_LEARNER_FAMILY_NAME, family[n / 7 % G_N_ELEMENTS (family)]);
  for (guint i = 0; i < GOALS; i++)
    add_goal (self, learner, n * GOALS + i);
}

static void
make_school (Bench *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;
  g_autofree char *learners = NULL;
  const char *name;

  self->folder = g_dir_make_tmp ("personalize-goals-XXXXXX", NULL);
  self->environment = pz_environment_new_fixed (self->folder, G_GINT64_CONSTANT (1795392000000), 7);
  self->classroom = pz_classroom_create (self->environment, "School", &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (self->measures); i++)
    {
      PzRecord *measure = pz_document_add (pz_classroom_get_document (self->classroom), PZ_RECORD_MEASURE);

      pz_record_set_text (measure, PZ_MEASURE_NAME, "Words");
      pz_record_set_text (measure, PZ_MEASURE_KIND, "score");
      self->measures[i] = g_strdup (pz_record_get_id (measure));
    }
  for (guint n = 0; n < LEARNERS; n++)
    {
      add_learner (self, n);
      if (n % 100 == 99)
        pz_classroom_save (self->classroom, "Learners", &error);
      g_assert_no_error (error);
    }
  learners = g_build_filename (pz_classroom_get_path (self->classroom), "learners", NULL);
  dir = g_dir_open (learners, 0, NULL);
  self->files = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (self->files, g_build_filename (learners, name, NULL));
}

/* ---- reading and judging ---- */

static double
judge_all (Bench *self)
{
  double start = now_ms (CLOCK_THREAD_CPUTIME_ID), took;
  g_autoptr(GPtrArray) before = g_ptr_array_new ();
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(PzGoalRules) rules = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *sources;
  GDate today;

  g_date_clear (&today, 1);
  pz_environment_get_today (self->environment, &today);
  sources = pz_classroom_collect_goals (self->classroom, NULL, &error);
  g_assert_no_error (error);
  rules = pz_goal_rules_new (pz_classroom_get_document (self->classroom), &today);
  items = pz_goal_work_judge (sources, rules, before, NULL, NULL);
  took = now_ms (CLOCK_THREAD_CPUTIME_ID) - start;
  g_assert_cmpuint (items->len, ==, LEARNERS * GOALS);
  return took;
}

static double
read_strictly (Bench *self)
{
  double start = now_ms (CLOCK_THREAD_CPUTIME_ID);

  for (guint i = 0; i < self->files->len; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr(PzJsonReader) reader = NULL;
      gsize length;

      g_file_get_contents (self->files->pdata[i], &text, &length, NULL);
      reader = pz_json_reader_new (text, length, PZ_JSON_MAX_SIZE);
      while (pz_json_reader_next (reader) > PZ_JSON_END)
        ;
      if (pz_json_reader_take_error (reader, NULL))
        abort ();
    }
  return now_ms (CLOCK_THREAD_CPUTIME_ID) - start;
}

static double
read_as_trees (Bench *self)
{
  double start = now_ms (CLOCK_THREAD_CPUTIME_ID);

  for (guint i = 0; i < TREES; i++)
    {
      g_autoptr(JsonParser) parser = json_parser_new ();

      if (!json_parser_load_from_file (parser, self->files->pdata[i], NULL))
        abort ();
    }
  return (now_ms (CLOCK_THREAD_CPUTIME_ID) - start) * LEARNERS / TREES;
}

static void
measure_judging (Bench *self)
{
  g_autoptr(GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) strict = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) trees = g_array_new (FALSE, FALSE, sizeof (double));
  double judged, passed, read;

  for (guint round = 0; round < ROUNDS; round++)
    {
      judged = judge_all (self);
      g_array_append_val (ours, judged);
      passed = read_strictly (self);
      g_array_append_val (strict, passed);
      read = read_as_trees (self);
      g_array_append_val (trees, read);
    }
  judged = find_median (ours);
  passed = find_median (strict);
  read = find_median (trees);
  printf ("list of %u goals, read, judged and sorted, against a strict pass (CPU) | %.0f ms | %.0f ms | %.2f | <= 4.0 | %s\n",
          LEARNERS * GOALS, judged, passed, judged / passed, judged <= 4 * passed ? "yes" : "no");
  printf ("list of %u goals, read, judged and sorted, against json-glib reading (of %u files) | %.0f ms | %.0f ms | %.2f | - | -\n",
          LEARNERS * GOALS, TREES, judged, read, judged / read);
}

/* ---- the main loop ---- */

static void
print_longest (const char *what,
               double      ours,
               double      all)
{
  printf ("list of %u goals, longest turn of the loop %s (CPU) | %.2f ms | %.2f ms | %.2f | <= 8 ms | %s\n", LEARNERS * GOALS,
          what, ours, all, ours / all, ours <= 8 ? "yes" : "no");
}

/* all its work there is the baseline */
static void
wait_for_list (PzGoalList *list,
               const char *what)
{
  double longest = 0, total = 0;

  while (pz_goal_list_is_busy (list))
    {
      double start, took;

      g_usleep (2000); /* waiting is not its work */
      start = now_ms (CLOCK_THREAD_CPUTIME_ID);
      g_main_context_iteration (NULL, FALSE);
      took = now_ms (CLOCK_THREAD_CPUTIME_ID) - start;
      longest = MAX (longest, took);
      total += took;
    }
  print_longest (what, longest, total);
}

static void
switch_filter (PzGoalFound        *found,
               const PzGoalFilter *filter,
               GArray             *times)
{
  double start = now_ms (CLOCK_THREAD_CPUTIME_ID), took;

  pz_goal_found_set_filter (found, filter, 40);
  took = now_ms (CLOCK_THREAD_CPUTIME_ID) - start;
  g_array_append_val (times, took);
}

static void
switch_bare (GtkStringFilter *filter,
             const char      *text,
             GArray          *times)
{
  double start, took;

  gtk_string_filter_set_search (filter, NULL);
  start = now_ms (CLOCK_THREAD_CPUTIME_ID);
  gtk_string_filter_set_search (filter, text);
  took = now_ms (CLOCK_THREAD_CPUTIME_ID) - start;
  g_array_append_val (times, took);
}

static void
print_switch (const char *what,
              GArray     *ours,
              GArray     *bare)
{
  double baseline = find_median (bare), median = find_median (ours);
  double worst = g_array_index (ours, double, ours->len - 1);

  printf ("%s in %u goals, median | %.2f ms | %.2f ms | %.2f | <= 8 ms | %s\n", what, LEARNERS * GOALS, median, baseline,
          median / baseline, median <= 8 ? "yes" : "no");
  printf ("%s in %u goals, worst | %.2f ms | %.2f ms | %.2f | <= 8 ms | %s\n", what, LEARNERS * GOALS, worst, baseline,
          worst / baseline, worst <= 8 ? "yes" : "no");
}

/* beside a bare GtkFilterListModel that looks for the same text in as many titles */
static void
measure_filters (PzGoalList *list)
{
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) switches = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) bare_times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(PzGoalFound) found = pz_goal_found_new (list);
  g_autoptr(PzGoalFilter) filter = pz_goal_filter_new ();
  GListStore *titles = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  GtkStringFilter *bare_filter = gtk_string_filter_new (gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  g_autoptr(GtkFilterListModel) bare = NULL;

  for (guint i = 0; i < LEARNERS * GOALS; i++)
    {
      g_autoptr(GtkStringObject) title = gtk_string_object_new (pz_goal_item_get_search_key (pz_goal_list_peek (list, i)));

      g_list_store_append (titles, title);
    }
  bare = gtk_filter_list_model_new (G_LIST_MODEL (titles), GTK_FILTER (bare_filter));
  for (guint round = 0; round < KEY_ROUNDS; round++)
    {
      for (guint length = 1; length <= 8; length++)
        {
          g_autofree char *typed = g_strndup ("read yus", length);

          pz_goal_filter_set_search (filter, typed);
          switch_filter (found, filter, keys);
          switch_bare (bare_filter, typed, bare_times);
        }
      pz_goal_filter_set_search (filter, NULL);
      switch_filter (found, filter, keys);
      for (guint status = 0; status < PZ_N_STATUSES; status++)
        {
          pz_goal_filter_set_status (filter, status, TRUE);
          switch_filter (found, filter, switches);
          pz_goal_filter_clear_statuses (filter);
        }
      pz_goal_filter_set_id (filter, PZ_GOAL_BY_MEASURE, pz_goal_item_get_id_by (pz_goal_list_peek (list, 0), PZ_GOAL_BY_MEASURE));
      switch_filter (found, filter, switches);
      pz_goal_filter_set_id (filter, PZ_GOAL_BY_MEASURE, NULL);
      switch_filter (found, filter, switches);
    }
  print_switch ("a key of the search", keys, bare_times);
  print_switch ("switch a filter", switches, bare_times);
}

static void
measure_list (Bench *self)
{
  g_autoptr(PzGoalList) list = pz_goal_list_new (self->classroom);
  const char *id = pz_index_peek_id (pz_classroom_get_index (self->classroom), 0);
  g_autoptr(PzDocument) learner = NULL;
  g_autoptr(PzGoalFound) found = pz_goal_found_new (list);

  pz_goal_found_set_limit (found, 40);
  wait_for_list (list, "while all are read");
  g_assert_cmpuint (pz_goal_found_count_any (found), ==, LEARNERS * GOALS);
  learner = pz_classroom_load (self->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  add_goal (self, learner, 1);
  pz_classroom_save (self->classroom, "Goal", NULL);
  wait_for_list (list, "after one goal more");
  g_assert_cmpuint (pz_goal_found_count_any (found), ==, LEARNERS * GOALS + 1);
  measure_filters (list);
}

int
main (void)
{
  Bench self = { 0 };

  make_school (&self);
  measure_judging (&self);
  measure_list (&self);
  pz_classroom_close (self.classroom, NULL);
  g_object_unref (self.classroom);
  g_object_unref (self.environment);
  g_ptr_array_unref (self.files);
  for (gsize i = 0; i < G_N_ELEMENTS (self.measures); i++)
    g_free (self.measures[i]);
  {
    const char *command[] = { "rm", "-rf", self.folder, NULL };

    g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  }
  g_free (self.folder);
  return 0;
}

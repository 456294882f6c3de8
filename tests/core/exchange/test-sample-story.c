/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "pz-classroom-calendar.h"
#include "pz-classroom-frameworks.h"
#include "pz-regular-week.h"
#include "pz-standard-tree.h"

#include <string.h>

/* What a sample class has to tell: the views find these stories, so they must be in it. */

/* settings of the activities that were held, as they occur */
static void
check_activities (PzClassroom *classroom)
{
  static const char *const settings[] = { "alone", "pairs", "groups", "whole-class", "one-to-one" };
  g_autoptr(GPtrArray) activities = fixture_load_all (classroom, PZ_DOCUMENT_ACTIVITY);
  guint counts[G_N_ELEMENTS (settings)] = { 0 };
  guint n_planned = 0;

  for (guint i = 0; i < activities->len; i++)
    {
      PzRecord *owner = pz_document_get_owner (g_ptr_array_index (activities, i));

      n_planned += g_strcmp0 (pz_record_get_text (owner, PZ_ACTIVITY_STATE), "planned") == 0;
      for (gsize j = 0; j < G_N_ELEMENTS (settings); j++)
        counts[j] += g_strcmp0 (pz_record_get_text (owner, PZ_ACTIVITY_SETTING), settings[j]) == 0;
    }
  for (gsize j = 0; j < G_N_ELEMENTS (settings); j++)
    g_assert_cmpuint (counts[j], >=, 4);
  g_assert_cmpuint (n_planned, >=, 2);
}

/* the regular week goes on behind the days that are planned one by one, and leaves those alone that were held */
static void
test_has_a_regular_week (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = fixture_sample (fixture, 28);
  PzRecord *owner = pz_document_get_owner (pz_classroom_get_document (classroom));
  g_autoptr(GPtrArray) activities = pz_classroom_read_activities (classroom, NULL);
  g_autoptr(PzSchoolDays) days = pz_school_days_new (owner);
  PzDaySpan span = { pz_day_from_text (pz_record_get_text (owner, PZ_CLASSROOM_TERM_START)), 0 };
  g_autoptr(GPtrArray) occurrences = NULL;
  guint32 last_file = 0, first_regular = G_MAXUINT32;
  guint n_regular = 0;

  span.last = span.first + 20 * 7;
  occurrences = pz_regular_week_expand (activities, days, &span);
  for (guint i = 0; i < occurrences->len; i++)
    {
      const PzOccurrence *one = occurrences->pdata[i];

      n_regular += one->regular;
      if (one->regular)
        first_regular = MIN (first_regular, one->day);
      else
        last_file = MAX (last_file, one->day);
    }
  g_assert_cmpuint (n_regular, >=, 10);
  g_assert_cmpuint (first_regular, >, last_file);
}

static void
test_has_what_views_show (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = fixture_sample (fixture, 28);
  PzDocument *document = pz_classroom_get_document (classroom);
  g_autoptr(GPtrArray) learners = fixture_load_all (classroom, PZ_DOCUMENT_LEARNER);
  g_auto(GStrv) closed = pz_record_dup_set (pz_document_get_owner (document), PZ_CLASSROOM_CLOSED_DAYS);
  guint n_contacts = 0, n_absences = 0, n_phases = 0, n_goals = 0, n_levels = 0;

  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (classroom)), ==, 28);
  g_assert_true (pz_classroom_get_environment (classroom) == fixture->environment);
  g_assert_cmpuint (fixture_count (document, PZ_RECORD_LEVEL), ==, 4);
  g_assert_cmpuint (fixture_count (document, PZ_RECORD_MEASURE), >=, 5);
  g_assert_cmpuint (fixture_count (document, PZ_RECORD_LENS), ==, 3);
  g_assert_cmpuint (fixture_count (document, PZ_RECORD_STRATEGY), >=, 8);
  g_assert_cmpuint (fixture_count (document, PZ_RECORD_GOAL), >=, 2);
  g_assert_cmpuint (g_strv_length (closed), >=, 3);
  for (guint i = 0; i < learners->len; i++)
    {
      PzDocument *learner = g_ptr_array_index (learners, i);

      g_assert_false (pz_record_is_empty (pz_document_get_owner (learner), PZ_LEARNER_GIVEN_NAME));
      g_assert_false (pz_record_is_empty (pz_document_get_owner (learner), PZ_LEARNER_STRENGTHS));
      n_levels += !pz_record_is_empty (pz_document_get_owner (learner), PZ_LEARNER_LEVEL);
      n_contacts += fixture_count (learner, PZ_RECORD_CONTACT);
      n_absences += fixture_count (learner, PZ_RECORD_ABSENCE);
      n_goals += fixture_count (learner, PZ_RECORD_GOAL);
      n_phases += fixture_count (learner, PZ_RECORD_PHASE);
    }
  g_assert_cmpuint (n_levels, >=, 20);
  g_assert_cmpuint (n_contacts, >=, 28);
  g_assert_cmpuint (n_absences, >=, 8);
  g_assert_cmpuint (n_goals, >=, 40);
  g_assert_cmpuint (n_phases, >, n_goals + 10);
  check_activities (classroom);
}

static void
test_attention_does_not_follow_need (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = fixture_sample (fixture, 28);
  g_autoptr(GPtrArray) learners = fixture_load_all (classroom, PZ_DOCUMENT_LEARNER);
  guint n_often = 0, n_seldom = 0, n_forgotten = 0;
  guint needs_often = 0, needs_seldom = 0;

  for (guint i = 0; i < learners->len; i++)
    {
      PzDocument *learner = g_ptr_array_index (learners, i);
      g_auto(GStrv) needs = pz_record_dup_set (pz_document_get_owner (learner), PZ_LEARNER_NEEDS);
      guint n_check_ins = fixture_count (learner, PZ_RECORD_CHECK_IN);

      if (n_check_ins >= 8)
        {
          n_often++;
          needs_often += g_strv_length (needs);
        }
      else if (n_check_ins <= 1)
        {
          n_seldom++;
          needs_seldom += g_strv_length (needs);
        }
      /* not since the middle of October, six weeks before the last day */
      n_forgotten += n_check_ins == 0
                     || strcmp (pz_record_get_text (fixture_get (learner, PZ_RECORD_CHECK_IN, n_check_ins - 1),
                                                    PZ_CHECK_IN_DATE), "2026-10-12") < 0;
    }
  g_assert_cmpuint (n_often, >=, 3);
  g_assert_cmpuint (n_seldom, >=, 4);
  g_assert_cmpuint (n_forgotten, >=, 5);
  /* whom nobody sees needs more on average than whom everybody sees */
  g_assert_cmpuint (needs_seldom * n_often, >, needs_often * n_seldom);
}

static PzRecord *
find_record (PzDocument   *document,
             PzRecordType  type,
             guint         field,
             const char   *text)
{
  for (guint i = 0; i < fixture_count (document, type); i++)
    if (g_strcmp0 (pz_record_get_text (fixture_get (document, type, i), field), text) == 0)
      return fixture_get (document, type, i);
  return NULL;
}

/* days since the year 1 */
static double
to_day (const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_ascii_strtoull (text + 8, NULL, 10), (GDateMonth) g_ascii_strtoull (text + 5, NULL, 10),
                  (GDateYear) g_ascii_strtoull (text, NULL, 10));
  return g_date_get_julian (&date);
}

/* slope of the least squares line, in units a week; FALSE with fewer than six points */
static gboolean
fit_slope (PzDocument *learner,
           PzRecord   *goal,
           double     *slope)
{
  double n = 0, sum_x = 0, sum_y = 0, sum_xx = 0, sum_xy = 0;

  for (guint i = 0; i < fixture_count (learner, PZ_RECORD_MEASUREMENT); i++)
    {
      PzRecord *point = fixture_get (learner, PZ_RECORD_MEASUREMENT, i);
      double x, y;

      if (g_strcmp0 (pz_record_get_text (point, PZ_MEASUREMENT_GOAL), pz_record_get_id (goal)) != 0
          || pz_record_get_flag (point, PZ_MEASUREMENT_NOT_VALID))
        continue;
      x = (to_day (pz_record_get_text (point, PZ_MEASUREMENT_DATE)) - 739000) / 7;
      y = pz_record_get_number (point, PZ_MEASUREMENT_VALUE);
      n++;
      sum_x += x;
      sum_y += y;
      sum_xx += x * x;
      sum_xy += x * y;
    }
  if (n < 6)
    return FALSE;
  *slope = (n * sum_xy - sum_x * sum_y) / (n * sum_xx - sum_x * sum_x);
  return TRUE;
}

static gboolean
has_lens_value (PzDocument *learner,
                const char *value)
{
  g_auto(GStrv) values = pz_record_dup_set (pz_document_get_owner (learner), PZ_LEARNER_LENS_VALUES);

  for (guint i = 0; values[i] != NULL; i++)
    if (g_str_has_suffix (values[i], value))
      return TRUE;
  return FALSE;
}

static void
test_one_gap_widens (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = fixture_sample (fixture, 28);
  g_autoptr(GPtrArray) learners = fixture_load_all (classroom, PZ_DOCUMENT_LEARNER);
  g_autoptr(GArray) steady = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) unsteady = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_faster = 0;

  for (guint i = 0; i < learners->len; i++)
    {
      PzDocument *learner = g_ptr_array_index (learners, i);
      PzRecord *goal = find_record (learner, PZ_RECORD_GOAL, PZ_GOAL_TITLE, "Reads aloud fluently");
      double slope;

      if (goal == NULL || !fit_slope (learner, goal, &slope))
        continue;
      if (has_lens_value (learner, ":unsteady"))
        g_array_append_val (unsteady, slope);
      else if (has_lens_value (learner, ":steady"))
        g_array_append_val (steady, slope);
    }
  g_assert_cmpuint (unsteady->len, >=, 5);
  g_assert_cmpuint (steady->len, >=, 12);
  for (guint i = 0; i < steady->len; i++)
    for (guint j = 0; j < unsteady->len; j++)
      n_faster += g_array_index (steady, double, i) > g_array_index (unsteady, double, j) + 0.3;
  g_assert_cmpuint (n_faster * 10, >=, steady->len * unsteady->len * 9);
}

/* share of before-after pairs that went up, 0 to 1; below 0 with fewer than three points on a side */
static double
compare_phases (PzDocument *learner,
                PzRecord   *goal,
                const char *change)
{
  g_autoptr(GArray) before = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) after = g_array_new (FALSE, FALSE, sizeof (double));
  double up = 0;

  for (guint i = 0; i < fixture_count (learner, PZ_RECORD_MEASUREMENT); i++)
    {
      PzRecord *point = fixture_get (learner, PZ_RECORD_MEASUREMENT, i);
      double value = pz_record_get_number (point, PZ_MEASUREMENT_VALUE);

      if (g_strcmp0 (pz_record_get_text (point, PZ_MEASUREMENT_GOAL), pz_record_get_id (goal)) == 0)
        g_array_append_val (strcmp (pz_record_get_text (point, PZ_MEASUREMENT_DATE), change) < 0 ? before : after, value);
    }
  if (before->len < 3 || after->len < 3)
    return -1;
  for (guint i = 0; i < before->len; i++)
    for (guint j = 0; j < after->len; j++)
      {
        double a = g_array_index (before, double, i), b = g_array_index (after, double, j);

        up += b > a ? 1 : b < a ? 0 : 0.5;
      }
  return up / (before->len * after->len);
}

static void
test_strategy_helps_most_not_all (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = fixture_sample (fixture, 28);
  PzRecord *strategy = find_record (pz_classroom_get_document (classroom), PZ_RECORD_STRATEGY, PZ_STRATEGY_NAME,
                                    "Text to speech");
  g_autoptr(GPtrArray) learners = fixture_load_all (classroom, PZ_DOCUMENT_LEARNER);
  guint n_up = 0, n_down = 0;

  for (guint i = 0; i < learners->len; i++)
    {
      PzDocument *learner = g_ptr_array_index (learners, i);
      PzRecord *phase = find_record (learner, PZ_RECORD_PHASE, PZ_PHASE_STRATEGY, pz_record_get_id (strategy));
      PzRecord *goal = phase != NULL ? pz_document_find (learner, pz_record_get_text (phase, PZ_PHASE_GOAL)) : NULL;
      double share;

      if (goal == NULL || g_strcmp0 (pz_record_get_text (goal, PZ_GOAL_TITLE), "Answers questions after reading") != 0)
        continue;
      share = compare_phases (learner, goal, pz_record_get_text (phase, PZ_PHASE_START));
      n_up += share > 0.75;
      n_down += share >= 0 && share < 0.25;
    }
  g_assert_cmpuint (n_up, >=, 6);
  g_assert_cmpuint (n_down, >=, 2);
}

static void
test_goals_go_many_ways (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = fixture_sample (fixture, 28);
  g_autoptr(GPtrArray) learners = fixture_load_all (classroom, PZ_DOCUMENT_LEARNER);
  guint n_few = 0, n_enough = 0, n_stale = 0, n_above = 0;

  for (guint i = 0; i < learners->len; i++)
    {
      PzDocument *learner = g_ptr_array_index (learners, i);

      for (guint j = 0; j < fixture_count (learner, PZ_RECORD_GOAL); j++)
        {
          PzRecord *goal = fixture_get (learner, PZ_RECORD_GOAL, j);
          const char *last = NULL;
          guint n_points = 0;
          gboolean above = FALSE;

          for (guint k = 0; k < fixture_count (learner, PZ_RECORD_MEASUREMENT); k++)
            {
              PzRecord *point = fixture_get (learner, PZ_RECORD_MEASUREMENT, k);

              if (g_strcmp0 (pz_record_get_text (point, PZ_MEASUREMENT_GOAL), pz_record_get_id (goal)) != 0)
                continue;
              n_points++;
              last = pz_record_get_text (point, PZ_MEASUREMENT_DATE);
              above = pz_record_get_number (point, PZ_MEASUREMENT_VALUE) >= pz_record_get_number (goal, PZ_GOAL_TARGET);
            }
          n_few += n_points < 3;
          n_enough += n_points >= 8;
          n_stale += n_points >= 3 && strcmp (last, "2026-11-02") < 0;
          n_above += above;
        }
    }
  g_assert_cmpuint (n_few, >=, 2);
  g_assert_cmpuint (n_enough, >=, 20);
  g_assert_cmpuint (n_stale, >=, 1);
  g_assert_cmpuint (n_above, >=, 3);
}

/* how often two learners were in one group, by "id id"; and who was in any group in the last two weeks */
static void
count_partners (PzClassroom *classroom,
                GHashTable  *pairs,
                GHashTable  *recent)
{
  g_autoptr(GPtrArray) activities = fixture_load_all (classroom, PZ_DOCUMENT_ACTIVITY);

  for (guint i = 0; i < activities->len; i++)
    {
      PzDocument *activity = g_ptr_array_index (activities, i);
      const char *date = pz_record_get_text (pz_document_get_owner (activity), PZ_ACTIVITY_DATE);
      guint n_parts = fixture_count (activity, PZ_RECORD_PARTICIPATION);

      for (guint a = 0; a < n_parts; a++)
        {
          PzRecord *part = fixture_get (activity, PZ_RECORD_PARTICIPATION, a);
          const char *group = pz_record_get_text (part, PZ_PARTICIPATION_GROUP);
          const char *learner = pz_record_get_text (part, PZ_PARTICIPATION_LEARNER);

          if (group == NULL)
            continue;
          if (strcmp (date, "2026-11-09") >= 0)
            g_hash_table_add (recent, g_strdup (learner));
          for (guint b = 0; b < n_parts; b++)
            {
              PzRecord *other = fixture_get (activity, PZ_RECORD_PARTICIPATION, b);
              const char *partner = pz_record_get_text (other, PZ_PARTICIPATION_LEARNER);
              g_autofree char *key = NULL;

              if (g_strcmp0 (pz_record_get_text (other, PZ_PARTICIPATION_GROUP), group) != 0 || strcmp (learner, partner) >= 0)
                continue;
              key = g_strconcat (learner, " ", partner, NULL);
              g_hash_table_insert (pairs, g_strdup (key),
                                   GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (pairs, key)) + 1));
            }
        }
    }
}

static void
test_pairs_repeat_and_one_is_alone (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = fixture_sample (fixture, 28);
  g_autoptr(GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) recent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer count;
  guint n_repeated = 0;

  count_partners (classroom, pairs, recent);
  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    n_repeated += GPOINTER_TO_UINT (count) >= 5;
  g_assert_cmpuint (n_repeated, >=, 5);
  /* the isolate, and whoever finds no partner in an odd number */
  g_assert_cmpuint (g_hash_table_size (recent), <=, 27);
  g_assert_cmpuint (g_hash_table_size (recent), >=, 24);
}

static void
test_goals_work_at_standards (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = fixture_sample (fixture, 28);
  g_autoptr(GPtrArray) frameworks = pz_classroom_list_frameworks (classroom, NULL);
  g_autoptr(GPtrArray) goals = pz_classroom_list_goal_standards (classroom, NULL, NULL);
  g_autoptr(GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(PzStandardTree) tree = NULL;
  guint n, item;

  g_assert_cmpuint (frameworks->len, ==, 1);
  document = pz_classroom_load (classroom, PZ_DOCUMENT_FRAMEWORK, ((PzFrameworkInfo *) frameworks->pdata[0])->id, NULL);
  tree = pz_standard_tree_new (document);
  g_assert_cmpuint (pz_standard_tree_get_n_items (tree), >=, 30);
  g_assert_cmpuint (pz_standard_order_get_n_placed (pz_standard_tree_get_order (tree)), ==, pz_standard_tree_get_n_items (tree));
  g_assert_cmpuint (pz_standard_order_get_depth (pz_standard_tree_get_order (tree)), ==, 3);
  pz_standard_order_get_children (pz_standard_tree_get_order (tree), PZ_STANDARD_ROOT, &n);
  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < goals->len; i++)
    {
      const PzGoalStandard *goal = g_ptr_array_index (goals, i);

      g_assert_true (pz_standard_tree_find (tree, goal->standard, &item));
      g_hash_table_add (used, goal->standard);
    }
  g_assert_cmpuint (goals->len, >=, 40);
  g_assert_cmpuint (g_hash_table_size (used), >=, 8);
  /* not everything has a goal */
  g_assert_cmpuint (g_hash_table_size (used), <, 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test_add ("/core/sample-story/has-what-views-show", test_has_what_views_show);
  fixture_test_add ("/core/sample-story/has-a-regular-week", test_has_a_regular_week);
  fixture_test_add ("/core/sample-story/attention-does-not-follow-need", test_attention_does_not_follow_need);
  fixture_test_add ("/core/sample-story/one-gap-widens", test_one_gap_widens);
  fixture_test_add ("/core/sample-story/strategy-helps-most-not-all", test_strategy_helps_most_not_all);
  fixture_test_add ("/core/sample-story/goals-go-many-ways", test_goals_go_many_ways);
  fixture_test_add ("/core/sample-story/goals-work-at-standards", test_goals_work_at_standards);
  fixture_test_add ("/core/sample-story/pairs-repeat-and-one-is-alone", test_pairs_repeat_and_one_is_alone);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-error.h"
#include "pz-group-settings.h"

#include <math.h>
#include <string.h>

static PzClock *
make_clock (void)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795392000000), 1);

  return pz_clock_new (environment, 7);
}

/* Ana and Ben speak Arabic, Ben and Caro Turkish; Dan says nothing */
static PzGroupClass *
make_class (void)
{
  static const struct { const char *id, *name, *level, *languages, *access; } rows[] = {
    { "ana", "Ana", "star", "Arabic", "lens:good" }, { "ben", "Ben", "moon", "Arabic; Turkish", "lens:bad" },
    { "caro", "Caro", "star", "Turkish", NULL }, { "dan", "Dan", NULL, NULL, "lens:good" },
  };
  g_autoptr(PzClock) clock = make_clock ();
  g_autoptr(PzDocument) classroom = pz_document_new (PZ_DOCUMENT_CLASSROOM, "class", clock);
  g_autoptr(GPtrArray) learners = g_ptr_array_new_with_free_func (g_object_unref);
  PzRecord *moon = pz_document_add_with_id (classroom, PZ_RECORD_LEVEL, "moon");
  PzRecord *star = pz_document_add_with_id (classroom, PZ_RECORD_LEVEL, "star");

  pz_record_set_text (moon, PZ_LEVEL_POSITION, "b");
  pz_record_set_text (star, PZ_LEVEL_POSITION, "c");
  pz_record_set_text (pz_document_add_with_id (classroom, PZ_RECORD_LENS, "lens"), PZ_LENS_NAME, "Access");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzDocument *document = pz_document_new (PZ_DOCUMENT_LEARNER, rows[i].id, clock);
      PzRecord *record = pz_document_get_owner (document);

      pz_record_set_text (record, PZ_LEARNER_GIVEN_NAME, rows[i].name);
      pz_record_set_text (record, PZ_LEARNER_LEVEL, rows[i].level);
      if (rows[i].languages != NULL)
        g_assert_true (pz_record_set_from_text (record, PZ_LEARNER_HOME_LANGUAGES, rows[i].languages, NULL));
      if (rows[i].access != NULL)
        pz_record_set_add (record, PZ_LEARNER_LENS_VALUES, rows[i].access);
      g_ptr_array_add (learners, document);
    }
  return pz_group_class_new (learners, classroom);
}

static void
test_what_is_kept_is_what_was_asked (void)
{
  static const char text[] = "readiness mixed:3\nreadiness similar:2.5:measure\nspread home-languages:2\ngather grade:1\n"
                             "not-alone home-languages:must\ncover strengths:4\nat-most supports:2:must\nalike interests:5\n"
                             "different interests:1\nnew-partners 3:6\nnew-partners 4:all-year\ntogether ana,ben:must\n"
                             "apart ana,ben,caro:2\npin ana:2\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(PzGroupSettings) settings = pz_group_settings_parse (text, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (settings->wishes->len, ==, 14);
  again = pz_group_settings_to_text (settings);
  g_assert_cmpstr (again, ==, text);
}

static void
test_what_is_left_out_is_the_usual (void)
{
  g_autoptr(PzGroupSettings) settings = pz_group_settings_parse ("spread grade\ntogether a,b\nnew-partners 2\n", NULL);
  g_autofree char *text = pz_group_settings_to_text (settings);

  g_assert_cmpstr (text, ==, "spread grade:3\ntogether a,b:must\nnew-partners 2:6\n");
  g_assert_cmpfloat (pz_group_settings_get_half_life (settings), ==, 6);
}

static void
test_one_wish_can_be_left_out (void)
{
  g_autoptr(PzGroupSettings) settings = pz_group_settings_parse ("apart a,b\nspread grade\napart c,d\n", NULL);
  g_autoptr(PzGroupSettings) second = pz_group_settings_dup_without (settings, PZ_WISH_APART, 1);
  g_autoptr(PzGroupSettings) none = pz_group_settings_dup_without (settings, PZ_WISH_APART, G_MAXUINT);
  g_autofree char *text = pz_group_settings_to_text (second);
  g_autofree char *rest = pz_group_settings_to_text (none);

  g_assert_cmpstr (text, ==, "apart a,b:must\nspread grade:3\n");
  g_assert_cmpstr (rest, ==, "spread grade:3\n");
}

static void
test_refuses_what_it_does_not_understand (void)
{
  static const char *const rows[] = {
    "", "readiness", "readiness up", "readiness mixed:6", "readiness mixed:-1", "readiness mixed:1:m:x", "spread",
    "spread :2", "spread grade:must", "spread grade:2:3", "at-most supports", "at-most supports:1.5", "at-most supports:x",
    "together ana", "together ana,", "together ana,ben:6", "apart ,ben", "pin ana", "pin ana,ben:1", "pin ana:0",
    "pin ana:1:2", "new-partners", "new-partners 3:0", "new-partners nan", "sort grade:2",
  };

  for (gsize i = 1; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (pz_group_settings_parse (rows[i], &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
    }
}

static void
test_levels_count_from_the_first (void)
{
  g_autoptr(PzGroupClass) learners = make_class ();
  g_autofree double *levels = pz_group_class_dup_levels (learners);

  g_assert_cmpfloat (levels[0], ==, 2);
  g_assert_cmpfloat (levels[1], ==, 1);
  g_assert_cmpfloat (levels[2], ==, 2);
  g_assert_true (isnan (levels[3]));
}

static void
test_values_are_found_by_field_and_lens (void)
{
  g_autoptr(PzGroupClass) learners = make_class ();
  g_autoptr(GError) error = NULL;
  g_autofree guint64 *languages = pz_group_class_dup_tags (learners, "home-language", NULL);
  g_autofree guint64 *access = pz_group_class_dup_tags (learners, "Access", NULL);
  g_autofree char *label = pz_group_class_dup_label (learners, "lens");

  g_assert_cmpuint (languages[0] & languages[1], !=, 0);
  g_assert_cmpuint (languages[1] & languages[2], !=, 0);
  g_assert_cmpuint (languages[0] & languages[2], ==, 0);
  g_assert_cmpuint (languages[3], ==, 0);
  g_assert_cmpuint (access[0], ==, access[3]);
  g_assert_cmpuint (access[0], !=, access[1]);
  g_assert_cmpuint (access[2], ==, 0);
  g_assert_cmpstr (label, ==, "Access");
  g_assert_null (pz_group_class_dup_tags (learners, "shoe-size", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
}

static void
test_common_is_the_share_of_both (void)
{
  g_autoptr(PzGroupClass) learners = make_class ();
  g_autofree double *common = pz_group_class_dup_common (learners, "home-languages", NULL);

  g_assert_cmpfloat (common[0 * 4 + 1], ==, 0.5);
  g_assert_cmpfloat (common[1 * 4 + 0], ==, 0.5);
  g_assert_cmpfloat (common[0 * 4 + 2], ==, 0);
  g_assert_cmpfloat (common[0 * 4 + 3], ==, 0);
}

static PzGroupProblem *
compose (PzGroupSettings  *settings,
         PzGroupClass     *learners,
         GError          **error)
{
  static const guint met[] = { 0, 2 };
  g_autoptr(PzGroupHistory) history = pz_group_history_new (pz_group_class_get_ids (learners), 1000, 0);
  g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (PzGroupSize));

  pz_group_history_add_meeting (history, met, 2, 990, 1);
  pz_group_sizes_for (4, 2, sizes);
  return pz_group_settings_compose (settings, learners, history, sizes, error);
}

static void
test_each_wish_becomes_what_it_says (void)
{
  static const guint groups[] = { 0, 1, 0, 1 };
  g_autoptr(PzGroupClass) learners = make_class ();
  g_autoptr(PzGroupSettings) settings = pz_group_settings_parse (
      "readiness mixed:3\nnot-alone home-languages:must\nalike home-languages:1\nnew-partners 3:all-year\n"
      "together ana,ben:2\napart ana,caro\npin dan:1\nat-most Access:1:3\n", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzGroupProblem) problem = compose (settings, learners, &error);
  double values[8];

  g_assert_no_error (error);
  g_assert_cmpuint (pz_group_problem_get_n_criteria (problem), ==, 6);
  for (guint i = 0; i < settings->wishes->len; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index (settings->wishes, i);
      gboolean is_rule = wish->kind == PZ_WISH_APART || wish->kind == PZ_WISH_PIN;

      g_assert_true ((wish->criterion < 0) == is_rule);
    }
  pz_group_problem_measure (problem, groups, values);
  /* levels 2 1 2 and the mean 5/3 for Dan: 2 and 4/3 as means of the groups, all of whose scatter is 2/3 */
  g_assert_cmpfloat_with_epsilon (values[0], (2.0 / 9 + 2.0 / 9) / (2.0 / 3), 1e-9);
  g_assert_cmpfloat (values[1], ==, 4); /* Arabic and Turkish, alone in both */
  g_assert_true (pz_group_problem_is_must (problem, 1));
  g_assert_cmpfloat (values[2], ==, 0);
  g_assert_cmpfloat (values[3], ==, 2);
  g_assert_cmpfloat (values[4], ==, 0);
  g_assert_cmpfloat (values[5], ==, 0);
  g_assert_cmpuint (pz_group_problem_get_n_missing (problem, 0), ==, 1);
}

static void
test_names_what_is_not_there (void)
{
  static const char *const rows[] = { "spread shoe-size", "alike shoe-size", "at-most shoe-size:1" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzGroupClass) learners = make_class ();
      g_autoptr(PzGroupSettings) settings = pz_group_settings_parse (rows[i], NULL);
      g_autoptr(GError) error = NULL;

      g_assert_null (compose (settings, learners, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
      g_assert_true (strstr (error->message, "shoe-size") != NULL);
    }
}

static void
test_who_is_away_asks_nothing_of_the_others (void)
{
  g_autoptr(PzGroupClass) learners = make_class ();
  g_autoptr(PzGroupSettings) settings = pz_group_settings_parse ("together ana,zoe\npin zoe:1\napart ana,zoe,ben\n", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzGroupProblem) problem = compose (settings, learners, &error);
  static const guint apart[] = { 0, 1, 0, 1 }, together[] = { 0, 0, 1, 1 };

  g_assert_no_error (error);
  g_assert_cmpint (pz_group_problem_get_total (problem, apart), ==, 0);
  g_assert_cmpint (pz_group_problem_get_total (problem, together), >, 0);
}

static void
test_every_wish_has_words (void)
{
  static const struct { const char *text, *label; } rows[] = {
    { "readiness similar", "Readiness: similar" }, { "spread home-languages", "Languages at home: spread" },
    { "at-most Access:2", "Access: at most 2 of a kind" }, { "apart ana,ben,caro", "Ana, Ben and Caro apart" },
    { "pin dan:2", "Dan in group 2" }, { "new-partners 3", "New partners" },
  };
  g_autoptr(PzGroupClass) learners = make_class ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzGroupSettings) settings = pz_group_settings_parse (rows[i].text, NULL);
      g_autofree char *label = pz_group_wish_dup_label (g_ptr_array_index (settings->wishes, 0), learners);

      g_assert_cmpstr (label, ==, rows[i].label);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-settings/what-is-kept-is-what-was-asked", test_what_is_kept_is_what_was_asked);
  g_test_add_func ("/core/group-settings/what-is-left-out-is-the-usual", test_what_is_left_out_is_the_usual);
  g_test_add_func ("/core/group-settings/one-wish-can-be-left-out", test_one_wish_can_be_left_out);
  g_test_add_func ("/core/group-settings/refuses-what-it-does-not-understand", test_refuses_what_it_does_not_understand);
  g_test_add_func ("/core/group-settings/levels-count-from-the-first", test_levels_count_from_the_first);
  g_test_add_func ("/core/group-settings/values-are-found-by-field-and-lens", test_values_are_found_by_field_and_lens);
  g_test_add_func ("/core/group-settings/common-is-the-share-of-both", test_common_is_the_share_of_both);
  g_test_add_func ("/core/group-settings/each-wish-becomes-what-it-says", test_each_wish_becomes_what_it_says);
  g_test_add_func ("/core/group-settings/names-what-is-not-there", test_names_what_is_not_there);
  g_test_add_func ("/core/group-settings/who-is-away-asks-nothing-of-the-others",
                   test_who_is_away_asks_nothing_of_the_others);
  g_test_add_func ("/core/group-settings/every-wish-has-words", test_every_wish_has_words);
  return g_test_run ();
}

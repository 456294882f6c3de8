/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-draft.h"
#include "pz-record-line.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  PzEnvironment *environment;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("personalize-line-XXXXXX", NULL);
  fixture->environment = pz_environment_new_fixed (fixture->folder, G_GINT64_CONSTANT (1795392000000), 7);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->environment);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
test_measure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(PzDraft) draft = pz_draft_new (fixture->environment, PZ_RECORD_MEASURE);
  g_autofree char *empty = pz_record_line_dup (draft->record);
  g_autofree char *half = NULL;
  g_autofree char *full = NULL;

  g_assert_cmpstr (empty, ==, "");
  pz_record_set_text (draft->record, PZ_MEASURE_KIND, "rate");
  pz_record_set_number (draft->record, PZ_MEASURE_MINIMUM, 0);
  half = pz_record_line_dup (draft->record); /* no range with one end */
  g_assert_cmpstr (half, ==, "Rate");
  pz_record_set_text (draft->record, PZ_MEASURE_UNIT, "words");
  pz_record_set_number (draft->record, PZ_MEASURE_MAXIMUM, 250);
  full = pz_record_line_dup (draft->record);
  g_assert_cmpstr (full, ==, "Rate · words · 0 to 250");
}

/* "Yes or no · yes or no · 0 to 1" would say the same three times */
static void
test_measure_says_nothing_twice (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(PzDraft) draft = pz_draft_new (fixture->environment, PZ_RECORD_MEASURE);
  g_autofree char *attainment = NULL;
  g_autofree char *yes_no = NULL;

  pz_record_set_text (draft->record, PZ_MEASURE_UNIT, "-2 to +2");
  pz_record_set_number (draft->record, PZ_MEASURE_MINIMUM, 0);
  pz_record_set_number (draft->record, PZ_MEASURE_MAXIMUM, 2);
  pz_record_set_text (draft->record, PZ_MEASURE_KIND, "goal-attainment");
  attainment = pz_record_line_dup (draft->record);
  pz_record_set_text (draft->record, PZ_MEASURE_KIND, "yes-no");
  yes_no = pz_record_line_dup (draft->record);
  g_assert_cmpstr (attainment, ==, "Goal attainment · 0 to 2");
  g_assert_cmpstr (yes_no, ==, "Yes or no");
}

static void
test_strategy (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(PzDraft) draft = pz_draft_new (fixture->environment, PZ_RECORD_STRATEGY);
  g_autofree char *line = NULL;

  pz_record_set_text (draft->record, PZ_STRATEGY_KIND, "digital");
  pz_record_set_add (draft->record, PZ_STRATEGY_PURPOSES, "feedback");
  pz_record_set_add (draft->record, PZ_STRATEGY_PURPOSES, "practice");
  line = pz_record_line_dup (draft->record);
  g_assert_cmpstr (line, ==, "Digital · Feedback, Practice");
}

static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(PzDraft) phrase = pz_draft_new (fixture->environment, PZ_RECORD_TEMPLATE);
  g_autoptr(PzDraft) level = pz_draft_new (fixture->environment, PZ_RECORD_LEVEL);
  g_autofree char *content = NULL;
  g_autofree char *nothing = NULL;

  pz_record_set_text (phrase->record, PZ_TEMPLATE_CONTENT, "Asked for help.");
  content = pz_record_line_dup (phrase->record);
  g_assert_cmpstr (content, ==, "Asked for help.");
  pz_record_set_text (level->record, PZ_LEVEL_COLOUR, "#1c71d8");
  nothing = pz_record_line_dup (level->record);
  g_assert_cmpstr (nothing, ==, "");
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/ui/record-line/says-what-a-measure-counts", test_measure);
  add ("/ui/record-line/says-nothing-of-a-measure-twice", test_measure_says_nothing_twice);
  add ("/ui/record-line/says-what-a-strategy-is-for", test_strategy);
  add ("/ui/record-line/is-empty-where-the-name-says-all", test_others);
  return g_test_run ();
}

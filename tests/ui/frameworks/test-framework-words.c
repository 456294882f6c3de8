/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "framework-fixture.h"
#include "pz-framework-words.h"

#define NAME(name) "\xE2\x81\xA8" name "\xE2\x81\xA9"

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_how_many_learners (UiFixture     *fixture,
                        gconstpointer  names)
{
  const PzCoverageFact none = { 0 };
  const PzCoverageFact here = { .n_goals = 8, .n_learners = 7, .n_learners_below = 7, .n_standards_below = 1 };
  const PzCoverageFact below = { .n_goals = 1, .n_learners = 1, .n_learners_below = 3, .n_standards_below = 4 };
  const PzCoverageFact only_below = { .n_learners_below = 1, .n_standards_below = 2 };

  assert_text (pz_framework_words_class (&none, 28), "0 of 28 learners have a goal here.");
  assert_text (pz_framework_words_class (&here, 28), "7 of 28 learners have a goal here.");
  assert_text (pz_framework_words_class (&below, 28), "1 of 28 learners have a goal here. Here or below there are 3.");
  assert_text (pz_framework_words_class (&below, 1), "1 of 1 learner has a goal here. Here or below there are 3.");
  assert_text (pz_framework_words_learner (&none, "Tom & Ann"), NAME ("Tom & Ann") " has no goal here.");
  assert_text (pz_framework_words_learner (&here, "Ada"), NAME ("Ada") " has 8 goals here.");
  assert_text (pz_framework_words_learner (&below, "Ada"), NAME ("Ada") " has 1 goal here. 3 standards below it have one.");
  assert_text (pz_framework_words_learner (&only_below, "Ada"),
               NAME ("Ada") " has no goal here. 2 standards below it have one.");
  assert_text (pz_framework_words_mark (&none, FALSE), NULL);
  assert_text (pz_framework_words_mark (&below, FALSE), "3");
  assert_text (pz_framework_words_mark (&below, TRUE), "4");
  assert_text (pz_framework_words_mark_in_full (&below, FALSE), "3 learners have a goal here or below");
  assert_text (pz_framework_words_mark_in_full (&only_below, TRUE), "goals at 2 standards here or below");
}

static void
test_how_large_it_is (UiFixture     *fixture,
                      gconstpointer  names)
{
  const PzFrameworkInfo plain = { .n_standards = 1 };
  const PzFrameworkInfo retired = { .n_standards = 32, .n_retired = 2 };

  assert_text (pz_framework_words_summary (&plain, NULL), "1 standard");
  assert_text (pz_framework_words_summary (&retired, NULL), "32 standards · 2 retired");
}

static void
test_where_it_stands (UiFixture     *fixture,
                      gconstpointer  names)
{
  g_autoptr(PzStandardTree) tree = NULL;

  framework_make (fixture);
  tree = framework_open (fixture, "f");
  assert_text (pz_framework_words_path (tree, framework_item (tree, "r")), NULL);
  assert_text (pz_framework_words_path (tree, framework_item (tree, "l")), NULL);
  assert_text (pz_framework_words_path (tree, framework_item (tree, "r11")), NAME ("Reading") " › " NAME ("Fluency"));
  assert_text (pz_framework_words_path (tree, PZ_STANDARD_ROOT), NULL);
}

static void
test_how_it_is_linked (UiFixture     *fixture,
                       gconstpointer  names)
{
  const PzStandardLink before = { .kind = "precedes", .is_origin = TRUE };
  const PzStandardLink after = { .kind = "precedes" };
  const PzStandardLink other = { .kind = "ext:standsBeside", .is_origin = TRUE };

  assert_text (pz_framework_words_link (&before), "Comes before");
  assert_text (pz_framework_words_link (&after), "Comes after");
  assert_text (pz_framework_words_link (&other), "ext:standsBeside");
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add (path, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("/ui/framework-words/how-many-learners", test_how_many_learners);
  ADD ("/ui/framework-words/how-large-it-is", test_how_large_it_is);
  ADD ("/ui/framework-words/where-it-stands", test_where_it_stands);
  ADD ("/ui/framework-words/how-it-is-linked", test_how_it_is_linked);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}

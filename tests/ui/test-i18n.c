/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-i18n.h"
#include "ui-fixture.h"

#define RLM "\xe2\x80\x8f"
#define LRM "\xe2\x80\x8e"
#define FSI "\xe2\x81\xa8"
#define PDI "\xe2\x81\xa9"

static void
assert_joined (GtkTextDirection  direction,
               const char       *first,
               const char       *second,
               const char       *expected)
{
  const char *facts[] = { first, second, NULL };
  g_autofree char *line = NULL;

  gtk_widget_set_default_direction (direction);
  line = pz_i18n_join_facts (facts);
  g_assert_cmpstr (line, ==, expected);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_facts_of_one_direction_are_plain (void)
{
  assert_joined (GTK_TEXT_DIR_LTR, "Level B", "2 goals", "Level B · 2 goals");
  assert_joined (GTK_TEXT_DIR_RTL, "المستوى ب", "3 أهداف", "المستوى ب · 3 أهداف");
  assert_joined (GTK_TEXT_DIR_LTR, NULL, NULL, "");
}

/* a number keeps to its word, and reading begins where the rest of the page begins */
static void
test_facts_of_another_direction_keep_together (void)
{
  assert_joined (GTK_TEXT_DIR_RTL, "Level B", "3 أهداف", RLM FSI "Level B" PDI " · " FSI "3 أهداف" PDI);
  assert_joined (GTK_TEXT_DIR_LTR, "المستوى ب", "2 goals", LRM FSI "المستوى ب" PDI " · " FSI "2 goals" PDI);
}

static void
assert_sentence (GtkTextDirection  direction,
                 const char       *part,
                 const char       *expected)
{
  g_autofree char *kept = NULL;
  g_autofree char *line = NULL;

  gtk_widget_set_default_direction (direction);
  kept = pz_i18n_dup_part (part);
  line = pz_i18n_take_line (g_strdup_printf ("%s.", kept));
  g_assert_cmpstr (line, ==, expected);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* "94 ← 118 words a minute": without it the numbers would change their places */
static void
test_parts_of_a_sentence_keep_their_places (void)
{
  assert_sentence (GTK_TEXT_DIR_LTR, "118 words", "118 words.");
  assert_sentence (GTK_TEXT_DIR_LTR, "المستوى", LRM FSI "المستوى" PDI ".");
  assert_sentence (GTK_TEXT_DIR_RTL, "118 words", RLM FSI "118 words" PDI ".");
  assert_sentence (GTK_TEXT_DIR_RTL, "94", RLM FSI "94" PDI ".");
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/i18n/parts-of-a-sentence-keep-their-places", test_parts_of_a_sentence_keep_their_places);
  g_test_add_func ("/ui/i18n/facts-of-one-direction-are-plain", test_facts_of_one_direction_are_plain);
  g_test_add_func ("/ui/i18n/facts-of-another-direction-keep-together", test_facts_of_another_direction_keep_together);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}

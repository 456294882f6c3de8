/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-text-merge.h"

#include "model-fixture.h"

#define N_CASES (FIXTURE_CASES / 2)

static const PzTextMergeMarks marks = { "<<", "==", ">>" };

static const struct
{
  const char *base;
  const char *mine;
  const char *theirs;
  const char *merged;
  guint n_conflicts;
} table[] = {
  { "a\nb\nc", "a\nb\nc\nd", "z\na\nb\nc", "z\na\nb\nc\nd", 0 },
  { "a\nb\nc", "a\nc", "a\nb\nC", "a\n<<\nc\n==\nb\nC\n>>", 1 },
  { "a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC", 0 },
  { "a\nb\nc", "a\nB\nc", "a\nB\nc", "a\nB\nc", 0 },
  { "a\nb\nc", "a\nX\nc", "a\nY\nc", "a\n<<\nX\n==\nY\n>>\nc", 1 },
  { "a", "a\nmine", "a\ntheirs", "a\n<<\nmine\n==\ntheirs\n>>", 1 },
  { "a\n", "a\nb\n", "a\n", "a\nb\n", 0 },
  { "a", NULL, "a", "", 0 },
  { "a", "", "b", "<<\n==\nb\n>>", 1 },
  { NULL, "a\nb", "a\nb\nc", "a\nb\nc", 0 },
  { NULL, "x\na", "a\ny", "x\na\ny", 0 },
  { NULL, "x", "y", "<<\nx\n==\ny\n>>", 1 },
  { NULL, NULL, "y", "y", 0 },
  { "", "one", "two", "<<\none\n==\ntwo\n>>", 1 },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint n_conflicts = 99;
      g_autofree char *merged = pz_text_merge (table[i].base, table[i].mine, table[i].theirs, &marks, &n_conflicts);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (merged, ==, table[i].merged);
      g_assert_cmpuint (n_conflicts, ==, table[i].n_conflicts);
    }
}

static char *
random_text (PzRandom *random)
{
  GString *text = g_string_new (NULL);
  guint n = pz_random_below (random, 9);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%c", i > 0 ? "\n" : "", 'a' + (char) pz_random_below (random, 6));
  return g_string_free (text, FALSE);
}

/* some lines go, some come, each new one once in the world */
static char *
edit_text (PzRandom   *random,
           const char *text,
           const char *writer,
           guint      *n_new)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GString *edited = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (pz_random_below (random, 5) == 0)
        g_string_append_printf (edited, "%s%s%u", edited->len > 0 ? "\n" : "", writer, (*n_new)++);
      if (pz_random_below (random, 5) > 0 && *lines[i] != '\0')
        g_string_append_printf (edited, "%s%s", edited->len > 0 ? "\n" : "", lines[i]);
    }
  return g_string_free (edited, FALSE);
}

static gboolean
has_line (const char *text,
          const char *line)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

static void
assert_has_new_lines (const char *merged,
                      const char *writer,
                      guint       n_new)
{
  for (guint i = 0; i < n_new; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s%u", writer, i);

      g_assert_true (has_line (merged, line));
    }
}

static void
test_whoever_changed_nothing_gives_way (void)
{
  PzRandom random;

  pz_random_init (&random, 1);
  for (guint i = 0; i < N_CASES; i++)
    {
      guint n_new = 0, n_conflicts;
      g_autofree char *base = random_text (&random);
      g_autofree char *mine = edit_text (&random, base, "m", &n_new);
      g_autofree char *both = pz_text_merge (base, mine, mine, &marks, &n_conflicts);
      g_autofree char *first = pz_text_merge (base, mine, base, &marks, &n_conflicts);
      g_autofree char *second = pz_text_merge (base, base, mine, &marks, &n_conflicts);

      g_assert_cmpstr (both, ==, mine);
      g_assert_cmpstr (first, ==, mine);
      g_assert_cmpstr (second, ==, mine);
      g_assert_cmpuint (n_conflicts, ==, 0);
    }
}

static void
test_no_new_line_is_lost (void)
{
  PzRandom random;
  guint n_whole = 0;

  pz_random_init (&random, 2);
  for (guint i = 0; i < N_CASES; i++)
    {
      guint n_mine = 0, n_theirs = 0, n_conflicts, n_again;
      g_autofree char *base = random_text (&random);
      g_autofree char *mine = edit_text (&random, base, "m", &n_mine);
      g_autofree char *theirs = edit_text (&random, base, "t", &n_theirs);
      const char *from = i % 4 == 0 ? NULL : base;
      g_autofree char *merged = pz_text_merge (from, mine, theirs, &marks, &n_conflicts);
      g_autofree char *turned = pz_text_merge (from, theirs, mine, &marks, &n_again);

      assert_has_new_lines (merged, "m", n_mine);
      assert_has_new_lines (merged, "t", n_theirs);
      g_assert_cmpint (has_line (merged, "<<"), ==, n_conflicts > 0);
      if (from == NULL)
        continue;
      g_assert_cmpuint (n_conflicts, ==, n_again);
      if (n_conflicts > 0)
        continue;
      g_assert_cmpstr (merged, ==, turned); /* whoever comes first */
      n_whole++;
    }
  g_assert_cmpuint (n_whole, >, N_CASES / 10); /* the law above was looked at */
}

static void
test_distance_counts_lines_of_one_alone (void)
{
  g_assert_cmpuint (pz_text_merge_distance ("a\nb\nc", "a\nb\nc"), ==, 0);
  g_assert_cmpuint (pz_text_merge_distance ("a\nb\nc", "a\nX\nc"), ==, 2);
  g_assert_cmpuint (pz_text_merge_distance (NULL, "a\nb"), ==, 2);
  g_assert_cmpuint (pz_text_merge_distance ("", NULL), ==, 0);
}

static void
test_long_texts_are_quick (void)
{
  GString *mine = g_string_new ("first\n"), *theirs = g_string_new ("first\n");
  g_autofree char *merged = NULL;
  guint n_conflicts;

  for (guint i = 0; i < 3000; i++)
    {
      g_string_append_printf (mine, "m%u\n", i);
      g_string_append_printf (theirs, "t%u\n", i);
    }
  merged = pz_text_merge (NULL, mine->str, theirs->str, &marks, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 1);
  g_assert_true (g_str_has_prefix (merged, "first\n<<\nm0\n"));
  g_assert_true (has_line (merged, "t2999"));
  g_string_free (mine, TRUE);
  g_string_free (theirs, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/text-merge/table", test_table);
  g_test_add_func ("/core/text-merge/whoever-changed-nothing-gives-way", test_whoever_changed_nothing_gives_way);
  g_test_add_func ("/core/text-merge/no-new-line-is-lost", test_no_new_line_is_lost);
  g_test_add_func ("/core/text-merge/distance-counts-lines-of-one-alone", test_distance_counts_lines_of_one_alone);
  g_test_add_func ("/core/text-merge/long-texts-are-quick", test_long_texts_are_quick);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case.h"

#include <string.h>

/* Real files that nobody here wrote and that are not part of the project: the environment says where they are. */
static GBytes *
read_sample (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("PERSONALIZE_SAMPLES"), "case", name, NULL);
  g_autoptr(GError) error = NULL;
  char *text;
  gsize length;

  g_assert_true (pz_case_looks_like_json (path));
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

static PzCasePackage *
load (const char *name)
{
  g_autoptr(GBytes) bytes = read_sample (name);
  g_autoptr(GError) error = NULL;
  PzCasePackage *package = pz_case_parse (bytes, name, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < pz_roster_messages_get_n (package->messages); i++)
    {
      g_autofree char *text = pz_roster_message_format (pz_roster_messages_get (package->messages, i));

      g_test_message ("%s", text);
    }
  return package;
}

static guint
count (const PzCasePackage *package,
       PzRosterCode         code)
{
  return pz_roster_messages_count_code (package->messages, code);
}

static const char *
value (GPtrArray *records,
       guint      index,
       guint      field)
{
  return ((const PzCaseRecord *) g_ptr_array_index (records, index))->values[field];
}

static void
test_mathematics (void)
{
  g_autoptr(PzCasePackage) package = load ("mockMATHPackage.json");

  g_assert_cmpuint (package->items->len, ==, 48);
  g_assert_cmpuint (package->n_placed, ==, 48);
  g_assert_cmpuint (package->n_top, ==, 4);
  g_assert_cmpuint (package->depth, ==, 4);
  g_assert_cmpuint (package->associations->len, ==, 67);
  g_assert_cmpuint (package->n_links, ==, 19);
  g_assert_cmpuint (package->n_outside, ==, 13);
  g_assert_cmpuint (package->n_not_placed, ==, 0);
  /* form feeds where "\\frac" was meant */
  g_assert_cmpuint (count (package, PZ_ROSTER_CODE_CASE_TEXT_ALTERED), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count (package->messages, PZ_ROSTER_WARNING), ==, 1);
  g_assert_cmpstr (package->framework->id, ==, "1796d9a2-d5ee-11e7-b39f-71a145b86a18");
  g_assert_cmpstr (package->framework->values[PZ_FRAMEWORK_ADOPTION_STATUS], ==, "Draft");
  g_assert_nonnull (strstr (package->framework->values[PZ_FRAMEWORK_DEFINITIONS], "\"CFItemTypes\":[{"));
  /* what has no field is there all the same */
  g_assert_nonnull (strstr (value (package->items, 0, PZ_STANDARD_EXTRA), "f6e54927-6d0a-4ed6-94f7-3ee1f5ca4fcf"));
  g_assert_cmpstr (((char **) ((PzCaseRecord *) package->items->pdata[0])->values[PZ_STANDARD_EDUCATION_LEVELS])[0], ==, "03");
}

static void
test_open_salt (void)
{
  g_autoptr(PzCasePackage) package = load ("opensalt-framework-20c5134f.json");
  guint n_sequences = 0;

  g_assert_cmpuint (package->items->len, ==, 16);
  g_assert_cmpuint (package->n_placed, ==, 16);
  g_assert_cmpuint (package->n_top, ==, 2);
  g_assert_cmpuint (package->depth, ==, 3);
  g_assert_cmpuint (package->n_links, ==, 23);
  for (guint i = 0; i < package->associations->len; i++)
    n_sequences += value (package->associations, i, PZ_ASSOCIATION_SEQUENCE) != NULL;
  g_assert_cmpuint (n_sequences, ==, 2);
  g_assert_cmpuint (count (package, PZ_ROSTER_CODE_CASE_OTHER_NAME), ==, 1);
  g_assert_cmpuint (count (package, PZ_ROSTER_CODE_CASE_WRONG_KIND), ==, 0);
  g_assert_cmpuint (pz_roster_messages_count (package->messages, PZ_ROSTER_WARNING), ==, 0);
}

static void
test_faulty (void)
{
  g_autoptr(PzCasePackage) package = load ("mockELA.json");

  g_assert_cmpuint (package->items->len, ==, 5);
  g_assert_cmpuint (count (package, PZ_ROSTER_CODE_CASE_NO_IDENTIFIER), ==, 1);
  g_assert_cmpuint (count (package, PZ_ROSTER_CODE_CASE_ID_TWICE), ==, 2);
  g_assert_cmpuint (package->n_placed, ==, 0);
  g_assert_cmpuint (package->n_not_placed, ==, 5);
  g_assert_cmpuint (count (package, PZ_ROSTER_CODE_CASE_NOT_PLACED), ==, 5);
  g_assert_cmpuint (package->associations->len, ==, 1);
  g_assert_cmpuint (count (package, PZ_ROSTER_CODE_CASE_NO_ORIGIN), ==, 1);
}

static void
test_markdown (void)
{
  g_autoptr(PzCasePackage) package = load ("MarkdownFramework.json");

  g_assert_cmpuint (package->n_top, ==, 2);
  g_assert_cmpuint (package->n_placed, ==, 2);
  g_assert_cmpstr (value (package->items, 1, PZ_STANDARD_STATEMENT), ==, "This contains math markdown: $x^2$");
  g_assert_nonnull (strstr (value (package->items, 0, PZ_STANDARD_STATEMENT), "\n\n| Column 1 | Column 2 |\n| --- "));
  g_assert_cmpuint (pz_roster_messages_get_n (package->messages), ==, 0);
}

/* an error or a package: never a crash */
static void
try (const char *name,
     const char *data,
     gsize       length)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, length);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzCasePackage) package = NULL;

  package = pz_case_parse (bytes, name, &error);
  g_assert_true ((package == NULL) == (error != NULL));
}

static void
test_damaged (void)
{
  static const char *const names[] = { "mockMATHPackage.json", "opensalt-framework-20c5134f.json", "mockELA.json",
                                       "MarkdownFramework.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GBytes) bytes = read_sample (names[i]);
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);
      g_autofree char *copy = g_memdup2 (data, length);

      for (gsize end = 0; end < length; end += 64)
        try (names[i], data, end);
      for (gsize at = 7; at < length; at += 1 + length / 300)
        {
          copy[at] ^= (char) (1 << at % 8);
          try (names[i], copy, length);
          copy[at] = data[at];
        }
    }
}

int
main (int argc, char *argv[])
{
  if (g_getenv ("PERSONALIZE_SAMPLES") == NULL)
    return 77;
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/case/mathematics", test_mathematics);
  g_test_add_func ("/data/case/open-salt", test_open_salt);
  g_test_add_func ("/data/case/faulty", test_faulty);
  g_test_add_func ("/data/case/markdown", test_markdown);
  g_test_add_func ("/data/case/damaged", test_damaged);
  return g_test_run ();
}

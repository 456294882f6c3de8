/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-error.h"
#include "pz-group-request.h"

static PzGroupRequest *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  PzGroupRequest *request = pz_group_request_parse (text, &error);

  g_assert_no_error (error);
  return request;
}

static void
assert_text (const PzGroupRequest *request,
             const char           *expected)
{
  g_autofree char *text = pz_group_request_to_text (request);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_asks_for_the_usual (void)
{
  g_autoptr(PzGroupRequest) request = pz_group_request_new ();

  assert_text (request, "size 4\nreadiness mixed:3\nspread home-languages:2\nnew-partners 3:6\n");
}

static void
test_what_is_kept_is_what_was_asked (void)
{
  static const char *const texts[] = {
    "size 4\n", "size 3-5\nlabels late\nreadiness similar:2\n", "groups 7\napart ana,ben:must\n", "groups 2\nlabels late\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(PzGroupRequest) request = parse (texts[i]);
      g_autoptr(PzGroupRequest) copy = pz_group_request_copy (request);

      assert_text (request, texts[i]);
      assert_text (copy, texts[i]);
    }
}

static void
test_older_criteria_have_no_size (void)
{
  g_autoptr(PzGroupRequest) request = parse ("new-partners 2\n");

  assert_text (request, "size 4\nnew-partners 2:6\n");
}

static void
test_refuses_what_it_does_not_understand (void)
{
  static const char *const texts[] = { "size\n", "size 0\n", "size 5-4\n", "size four\n", "groups 0\n", "labels early\n",
                                       "readiness up\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (pz_group_request_parse (texts[i], &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
    }
}

/* "4 4 3" */
static char *
dup_sizes (const PzGroupRequest *request,
           guint                 n,
           GError              **error)
{
  g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (PzGroupSize));
  GString *text;

  if (!pz_group_request_find_sizes (request, n, sizes, error))
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < sizes->len; i++)
    {
      const PzGroupSize *size = &g_array_index (sizes, PzGroupSize, i);

      g_string_append_printf (text, "%s%u", i > 0 ? " " : "", size->least);
      if (size->most > size->least)
        g_string_append_printf (text, "-%u", size->most);
    }
  return g_string_free (text, FALSE);
}

static void
test_sizes_fit_the_learners (void)
{
  static const struct { const char *text; guint n; const char *sizes; } rows[] = {
    { "size 4\n", 11, "4 4 3" }, { "size 4-5\n", 14, "4-5 4-5 4-5" }, { "groups 3\n", 11, "4 4 3" }, { "size 4\n", 3, "3" },
    { "size 4-5\n", 7, NULL }, { "groups 9\n", 8, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzGroupRequest) request = parse (rows[i].text);
      g_autoptr(GError) error = NULL;
      g_autofree char *sizes = dup_sizes (request, rows[i].n, &error);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (sizes, ==, rows[i].sizes);
      if (sizes == NULL)
        g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
    }
}

static void
test_a_size_or_a_number_of_groups (void)
{
  g_autoptr(PzGroupRequest) request = parse ("");
  guint least = 0, most = 0;

  g_assert_true (pz_group_request_get_size (request, &least, &most));
  g_assert_cmpuint (least, ==, 4);
  g_assert_cmpuint (most, ==, 4);
  pz_group_request_set_n_groups (request, 6);
  assert_text (request, "groups 6\n");
  g_assert_false (pz_group_request_get_size (request, &least, &most));
  pz_group_request_set_size (request, 2, 3);
  assert_text (request, "size 2-3\n");
  g_assert_true (pz_group_request_get_size (request, &least, &most));
  g_assert_cmpuint (most, ==, 3);
}

static void
test_finds_wishes_by_kind (void)
{
  g_autoptr(PzGroupRequest) request = parse ("apart a,b\nreadiness mixed:3\napart c,d\n");

  g_assert_cmpuint (pz_group_request_count (request, PZ_WISH_APART), ==, 2);
  g_assert_cmpuint (pz_group_request_count (request, PZ_WISH_TOGETHER), ==, 0);
  g_assert_cmpstr (pz_group_request_find (request, PZ_WISH_APART, 1)->learners[0], ==, "c");
  g_assert_null (pz_group_request_find (request, PZ_WISH_APART, 2));
  g_assert_true (pz_group_wish_is_rule (pz_group_request_find (request, PZ_WISH_APART, 0)));
  g_assert_false (pz_group_wish_is_rule (pz_group_request_find (request, PZ_WISH_READINESS, 0)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-request/asks-for-the-usual", test_asks_for_the_usual);
  g_test_add_func ("/core/group-request/what-is-kept-is-what-was-asked", test_what_is_kept_is_what_was_asked);
  g_test_add_func ("/core/group-request/older-criteria-have-no-size", test_older_criteria_have_no_size);
  g_test_add_func ("/core/group-request/refuses-what-it-does-not-understand", test_refuses_what_it_does_not_understand);
  g_test_add_func ("/core/group-request/sizes-fit-the-learners", test_sizes_fit_the_learners);
  g_test_add_func ("/core/group-request/a-size-or-a-number-of-groups", test_a_size_or_a_number_of_groups);
  g_test_add_func ("/core/group-request/finds-wishes-by-kind", test_finds_wishes_by_kind);
  return g_test_run ();
}

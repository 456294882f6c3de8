/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-settings.h"
#include "pz-group-wish-private.h"

/* reads what is written behind the name; the wish is to be cleared */
static gboolean
parse (PzGroupWish *wish,
       const char  *name,
       const char  *value)
{
  g_auto(GStrv) parts = g_strsplit (value, ":", -1);

  *wish = (PzGroupWish) { .importance = 3 };
  return pz_group_wish_parse (wish, name, parts);
}

static void
clear (PzGroupWish *wish)
{
  g_free (wish->field);
  g_strfreev (wish->learners);
}

static void
test_every_kind_by_its_name (void)
{
  static const struct { const char *name, *value; PzGroupWishKind kind; } rows[] = {
    { "readiness", "mixed", PZ_WISH_READINESS }, { "spread", "grade", PZ_WISH_SPREAD }, { "gather", "grade", PZ_WISH_GATHER },
    { "not-alone", "grade", PZ_WISH_NOT_ALONE }, { "cover", "grade", PZ_WISH_COVER }, { "at-most", "grade:1", PZ_WISH_AT_MOST },
    { "alike", "interests", PZ_WISH_ALIKE }, { "different", "interests", PZ_WISH_DIFFERENT },
    { "new-partners", "3", PZ_WISH_NEW_PARTNERS }, { "together", "a,b", PZ_WISH_TOGETHER }, { "apart", "a,b", PZ_WISH_APART },
    { "pin", "a:1", PZ_WISH_PIN },
  };

  g_assert_cmpuint (G_N_ELEMENTS (rows), ==, PZ_N_WISH_KINDS);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzGroupWish wish;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_true (parse (&wish, rows[i].name, rows[i].value));
      g_assert_cmpint (wish.kind, ==, rows[i].kind);
      g_assert_cmpstr (pz_group_wish_get_name (&wish), ==, rows[i].name);
      clear (&wish);
    }
}

static void
test_parts_are_what_they_say (void)
{
  PzGroupWish wish;

  g_assert_true (parse (&wish, "readiness", "similar:2.5:measure"));
  g_assert_true (wish.similar);
  g_assert_cmpfloat (wish.importance, ==, 2.5);
  g_assert_cmpstr (wish.field, ==, "measure");
  clear (&wish);
  g_assert_true (parse (&wish, "at-most", "supports:0:must"));
  g_assert_cmpuint (wish.limit, ==, 0);
  g_assert_true (wish.must);
  g_assert_cmpstr (wish.field, ==, "supports");
  clear (&wish);
  g_assert_true (parse (&wish, "apart", "a,b,c:5"));
  g_assert_false (wish.must);
  g_assert_cmpfloat (wish.importance, ==, 5);
  g_assert_cmpuint (g_strv_length (wish.learners), ==, 3);
  g_assert_cmpstr (wish.learners[2], ==, "c");
  clear (&wish);
  g_assert_true (parse (&wish, "pin", "a:12"));
  g_assert_cmpuint (wish.group, ==, 11);
  clear (&wish);
}

static void
test_what_is_left_out_is_the_usual (void)
{
  PzGroupWish wish;

  g_assert_true (parse (&wish, "spread", "grade"));
  g_assert_cmpfloat (wish.importance, ==, 3);
  g_assert_false (wish.must);
  clear (&wish);
  g_assert_true (parse (&wish, "together", "a,b"));
  g_assert_true (wish.must);
  clear (&wish);
  g_assert_true (parse (&wish, "new-partners", "0"));
  g_assert_cmpfloat (wish.importance, ==, 0);
  g_assert_cmpfloat (wish.half_life, ==, PZ_GROUP_HALF_LIFE);
  g_assert_true (parse (&wish, "new-partners", "2:all-year"));
  g_assert_cmpfloat (wish.half_life, ==, 0);
  g_assert_true (parse (&wish, "new-partners", "2:0.5"));
  g_assert_cmpfloat (wish.half_life, ==, 0.5);
}

static void
test_refuses_what_it_does_not_understand (void)
{
  static const struct { const char *name, *value; } rows[] = {
    { "sort", "grade" }, { "", "grade" }, { "readiness", "up" }, { "readiness", "mixed:5.5" }, { "readiness", "mixed:1:m:x" },
    { "spread", "" }, { "spread", "grade:must" }, { "spread", "grade:-1" }, { "spread", "grade:3,5" }, { "spread", "grade:2:2" },
    { "at-most", "grade" }, { "at-most", "grade:1.5" }, { "at-most", "grade:-1" }, { "at-most", "grade:1:2:3" },
    { "together", "a" }, { "together", "a," }, { "together", "a,b:1:2" }, { "pin", "a" }, { "pin", "a,b:1" }, { "pin", "a:0" },
    { "pin", "a:1.5" }, { "pin", "a:1:1" }, { "new-partners", "must" }, { "new-partners", "3:0" }, { "new-partners", "3:6:6" },
    { "new-partners", "3 " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzGroupWish wish;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (parse (&wish, rows[i].name, rows[i].value));
      clear (&wish);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-wish/every-kind-by-its-name", test_every_kind_by_its_name);
  g_test_add_func ("/core/group-wish/parts-are-what-they-say", test_parts_are_what_they_say);
  g_test_add_func ("/core/group-wish/what-is-left-out-is-the-usual", test_what_is_left_out_is_the_usual);
  g_test_add_func ("/core/group-wish/refuses-what-it-does-not-understand", test_refuses_what_it_does_not_understand);
  return g_test_run ();
}

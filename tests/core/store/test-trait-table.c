/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-trait-private.h"

#include <string.h>

typedef struct
{
  PzFilterField field;
  const char *text;
} Said;

/* a learner of whom so much is said */
static PzTraitRow *
make_row (PzTraitTable *table,
          const Said   *said,
          guint         n)
{
  PzTraitFacts *facts = g_new0 (PzTraitFacts, 1);

  g_strlcpy (facts->id, "d4m7kq2x9v5t0rhb", sizeof facts->id);
  facts->facts = g_array_new (FALSE, FALSE, sizeof (PzTraitFact));
  for (guint i = 0; i < n; i++)
    {
      PzTraitFact fact = { said[i].field, (char *) said[i].text }; /* nobody frees it here */

      g_array_append_val (facts->facts, fact);
    }
  return pz_trait_table_make_row (table, facts);
}

static void
test_a_trait_of_many_stands_once (void)
{
  static const Said ana[] = { { PZ_FILTER_INTEREST, "Chess" }, { PZ_FILTER_INTEREST, "Birds" } };
  static const Said ben[] = { { PZ_FILTER_INTEREST, "Birds" }, { PZ_FILTER_NEED, "Birds" } };
  g_autoptr(PzTraitTable) table = pz_trait_table_new ();
  g_autoptr(PzTraitRow) first = make_row (table, ana, 2);
  g_autoptr(PzTraitRow) second = make_row (table, ben, 2);

  g_assert_cmpstr (first->id, ==, "d4m7kq2x9v5t0rhb");
  g_assert_cmpuint (pz_trait_table_get_length (table), ==, 3);
  g_assert_cmpuint (first->n_traits, ==, 2);
  g_assert_cmpuint (second->traits[0], ==, first->traits[1]);
  /* an interest is no need */
  g_assert_cmpuint (second->traits[1], ==, 2);
  g_assert_cmpint (pz_trait_table_get (table, 2)->field, ==, PZ_FILTER_NEED);
}

static void
test_spellings_are_one_trait (void)
{
  static const Said said[] = { { PZ_FILTER_LANGUAGE, "Français" }, { PZ_FILTER_LANGUAGE, "FRANCAIS" },
                               { PZ_FILTER_LANGUAGE, " francais " }, { PZ_FILTER_LANGUAGE, "Français" } };
  g_autoptr(PzTraitTable) table = pz_trait_table_new ();
  g_autoptr(PzTraitRow) row = make_row (table, said, 4);

  g_assert_cmpuint (pz_trait_table_get_length (table), ==, 1);
  g_assert_cmpuint (row->n_traits, ==, 1);
  /* as it was first read */
  g_assert_cmpstr (pz_trait_table_get (table, 0)->text, ==, "Français");
}

static void
test_values_belong_to_their_lens (void)
{
  static const Said said[] = { { PZ_FILTER_LENS, "one:good" }, { PZ_FILTER_LENS, "two:good" }, { PZ_FILTER_LENS, "one:a:b" },
                               { PZ_FILTER_LENS, "bare" } };
  g_autoptr(PzTraitTable) table = pz_trait_table_new ();
  g_autoptr(PzTraitRow) row = make_row (table, said, 4);

  g_assert_cmpuint (row->n_traits, ==, 4);
  g_assert_cmpstr (pz_trait_table_get (table, 0)->lens, ==, "one");
  g_assert_cmpstr (pz_trait_table_get (table, 0)->text, ==, "good");
  g_assert_cmpstr (pz_trait_table_get (table, 1)->lens, ==, "two");
  g_assert_cmpstr (pz_trait_table_get (table, 2)->text, ==, "a:b");
  g_assert_null (pz_trait_table_get (table, 3)->lens);
}

static void
test_signs_alone_are_themselves (void)
{
  static const Said said[] = { { PZ_FILTER_INTEREST, "♥" }, { PZ_FILTER_INTEREST, "★" } };
  g_autoptr(PzTraitTable) table = pz_trait_table_new ();
  g_autoptr(PzTraitRow) row = make_row (table, said, 2);

  g_assert_cmpuint (row->n_traits, ==, 2);
}

static void
test_nothing_is_a_row_too (void)
{
  g_autoptr(PzTraitTable) table = pz_trait_table_new ();
  g_autoptr(PzTraitRow) row = make_row (table, NULL, 0);

  g_assert_cmpuint (row->n_traits, ==, 0);
  g_assert_cmpuint (pz_trait_table_get_length (table), ==, 0);
  pz_trait_table_free (NULL);
  pz_trait_row_free (NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/trait-table/a-trait-of-many-stands-once", test_a_trait_of_many_stands_once);
  g_test_add_func ("/core/trait-table/spellings-are-one-trait", test_spellings_are_one_trait);
  g_test_add_func ("/core/trait-table/values-belong-to-their-lens", test_values_belong_to_their_lens);
  g_test_add_func ("/core/trait-table/signs-alone-are-themselves", test_signs_alone_are_themselves);
  g_test_add_func ("/core/trait-table/nothing-is-a-row-too", test_nothing_is_a_row_too);
  return g_test_run ();
}

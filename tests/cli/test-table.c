/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-output.h"
#include "pz-table.h"

static void
test_aligned (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr(PzTable) table = pz_table_new ("Name", "Level", "Id", NULL);

      pz_table_add_row (table, "Amina Yusuf", "B", "1");
      pz_table_add_row (table, "明轩", NULL, "2");
      pz_table_add_row (table, "last", "C", NULL);
      pz_table_print (table);
      pz_output_finish (NULL);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*Name         Level  Id\nAmina Yusuf  B      1\n明轩                2\nlast         C\n*");
}

static void
test_empty_prints_nothing (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr(PzTable) table = pz_table_new ("Name", "Id", NULL);

      pz_table_print (table);
      pz_output_finish (NULL);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout_unmatched ("*Name*");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/table/aligned", test_aligned);
  g_test_add_func ("/cli/table/empty-prints-nothing", test_empty_prints_nothing);
  return g_test_run ();
}

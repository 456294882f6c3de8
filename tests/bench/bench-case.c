/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../core/exchange/case-maker.h"
#include "../core/store/store-fixture.h"
#include "pz-case-plan.h"
#include "pz-standard-node.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>

/* A framework of 5,000 items: reading the file, comparing it with the class, and opening it with its tree, each beside
 * json-glib parsing the same file in the same run; and a search in it. */
#define ITEMS 5000
#define ROUNDS 11

typedef struct
{
  const char *name;
  void (*run) (void);
  double rounds[ROUNDS]; /* ms */
} Contender;

static GBytes *bytes;
static PzClassroom *classroom;

static void
run_json_glib (void)
{
  g_autoptr(JsonParser) parser = json_parser_new ();

  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL))
    abort ();
}

static void
run_parse (void)
{
  g_autoptr(PzCasePackage) package = pz_case_parse (bytes, "framework.json", NULL);

  if (package == NULL || package->n_placed != ITEMS)
    abort ();
}

/* importing once more: reads the file, reads the class, compares, writes nothing */
static void
run_again (void)
{
  g_autoptr(PzCasePackage) package = pz_case_parse (bytes, "framework.json", NULL);
  g_autoptr(PzCasePlan) plan = pz_case_plan_new (classroom, package, NULL);

  if (plan == NULL || !pz_case_plan_is_empty (plan))
    abort ();
}

/* until the first rows can be shown */
static void
run_open (void)
{
  g_autoptr(PzDocument) document = pz_classroom_load (classroom, PZ_DOCUMENT_FRAMEWORK, "00000000-0000-4000-8000-000000000000", NULL);
  g_autoptr(PzStandardTree) tree = pz_standard_tree_new (document);
  g_autoptr(GListModel) top = pz_standard_tree_list_top (tree);
  g_autoptr(PzStandardNode) first = g_list_model_get_item (top, 0);
  g_autoptr(GListModel) below = pz_standard_node_list_children (first);

  if (g_list_model_get_n_items (below) == 0)
    abort ();
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
import (PzEnvironment *environment)
{
  g_autoptr(PzCasePackage) package = pz_case_parse (bytes, "framework.json", NULL);
  g_autoptr(PzCasePlan) plan = NULL;
  gint64 start = g_get_monotonic_time ();

  classroom = pz_classroom_create (environment, "Bench", NULL);
  plan = pz_case_plan_new (classroom, package, NULL);
  if (plan == NULL || !pz_case_plan_apply (plan, NULL))
    abort ();
  printf ("importing a framework of 5,000 items into a class, once | %.0f ms | - | - | - | -\n",
          (double) (g_get_monotonic_time () - start) / 1000);
}

static void
search (void)
{
  g_autoptr(PzDocument) document = pz_classroom_load (classroom, PZ_DOCUMENT_FRAMEWORK, "00000000-0000-4000-8000-000000000000", NULL);
  g_autoptr(PzStandardTree) tree = pz_standard_tree_new (document);
  double times[ROUNDS];

  g_array_unref (pz_standard_tree_search (tree, "first"));
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_array_unref (pz_standard_tree_search (tree, "problem 43"));
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
  qsort (times, ROUNDS, sizeof (double), compare_doubles);
  printf ("searching 5,000 standards, a key | %.2f ms | - | - | <= 6 ms | %s\n", times[ROUNDS / 2],
          times[ROUNDS / 2] <= 6 ? "yes" : "no");
}

static void
print_row (const char *name,
           double      value,
           double      baseline,
           double      mark)
{
  double ratio = value / baseline;

  /* rows of the table of build-aux/bench: name | value | baseline | ratio | mark | ok */
  printf ("%s, against json-glib parsing the file | %.1f ms | %.1f ms | %.2f | <= %.1f | %s\n", name, value, baseline, ratio,
          mark, ratio <= mark && value <= 1000 ? "yes" : "no");
}

int
main (void)
{
  Contender contenders[] = { { "json-glib", run_json_glib, { 0 } }, { "parse", run_parse, { 0 } },
                             { "again", run_again, { 0 } },         { "open", run_open, { 0 } } };
  g_autofree char *folder = g_dir_make_tmp ("personalize-bench-XXXXXX", NULL);
  g_autoptr(PzEnvironment) environment = pz_environment_new_system (folder);
  char *text = case_make_tree (ITEMS, 8);
  double medians[G_N_ELEMENTS (contenders)];

  bytes = g_bytes_new_take (text, strlen (text));
  import (environment);
  for (guint r = 0; r < ROUNDS; r++)
    for (gsize c = 0; c < G_N_ELEMENTS (contenders); c++)
      {
        gint64 start = g_get_monotonic_time ();

        contenders[c].run ();
        contenders[c].rounds[r] = (double) (g_get_monotonic_time () - start) / 1000;
      }
  for (gsize c = 0; c < G_N_ELEMENTS (contenders); c++)
    {
      qsort (contenders[c].rounds, ROUNDS, sizeof (double), compare_doubles);
      medians[c] = contenders[c].rounds[ROUNDS / 2];
    }
  print_row ("reading a framework of 5,000 items", medians[1], medians[0], 2.5);
  print_row ("comparing it with the class, nothing new", medians[2], medians[0], 4.0);
  print_row ("opening it in the class, with its tree", medians[3], medians[0], 1.5);
  search ();
  g_object_unref (classroom);
  g_bytes_unref (bytes);
  remove_tree (folder);
  return 0;
}

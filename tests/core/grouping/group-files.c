/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-files.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

/* Numbers of a text, one after the other. */
typedef struct
{
  const char *text;
  gboolean failed;
} Numbers;

static double
next_number (Numbers *numbers)
{
  char *end;
  double value = g_ascii_strtod (numbers->text, &end);

  numbers->failed |= end == numbers->text;
  numbers->text = end;
  return value;
}

static guint
next_count (Numbers *numbers,
            guint    most)
{
  double value = next_number (numbers);

  if (!(value >= 0 && value <= most))
    {
      numbers->failed = TRUE;
      return 0;
    }
  return (guint) value;
}

/* also when it is compressed */
static char *
read_text (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GInputStream) stream = G_INPUT_STREAM (g_file_read (file, NULL, NULL));
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    return NULL;
  if (g_str_has_suffix (path, ".gz"))
    {
      g_autoptr(GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
      GInputStream *inner = g_converter_input_stream_new (stream, G_CONVERTER (decompressor));

      g_object_unref (stream);
      stream = inner;
    }
  if (g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_NONE, NULL, NULL) < 0
      || !g_output_stream_write_all (memory, "", 1, NULL, NULL, NULL) || !g_output_stream_close (memory, NULL, NULL))
    return NULL;
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
read_learners (PzGroupBuilder *builder,
               Numbers        *numbers,
               guint           n,
               gboolean        similar)
{
  g_autofree double *readiness = g_new (double, n);
  g_autofree double *pairs = g_new0 (double, (gsize) n * n);
  g_autofree guint *interests = g_new (guint, n);
  g_autofree int *values = g_new (int, 4 * (gsize) n);

  for (guint i = 0; i < n; i++)
    {
      readiness[i] = next_number (numbers);
      for (guint q = 0; q < 4; q++)
        values[q * n + i] = (int) next_count (numbers, n - 1);
      interests[i] = next_count (numbers, 1 << 20);
    }
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        double met = next_number (numbers);
        guint all = (guint) __builtin_popcount (interests[i] | interests[j]);
        guint common = (guint) __builtin_popcount (interests[i] & interests[j]);

        pairs[(gsize) i * n + j] = 2 * met * met - (all > 0 ? (double) common / all : 0);
      }
  pz_group_builder_add_numbers (builder, similar ? PZ_CRITERION_SIMILAR : PZ_CRITERION_MIXED, 10, readiness);
  for (guint q = 0; q < 4; q++)
    pz_group_builder_add_values (builder, q < 3 ? PZ_CRITERION_SPREAD : PZ_CRITERION_COVER, 1, values + (gsize) q * n);
  pz_group_builder_add_pairs (builder, 1, pairs);
}

/* A class: numbers separated by blanks. "n m similar"; the m sizes; n lines "readiness gender language support role
 * interests"; n lines of n: how often each two met; "apart together" (counts); and so many lines "a b". The total is in
 * the same units as the published cost. NULL when it is no such file. */
PzGroupProblem *
group_file_read_class (const char *path)
{
  g_autofree char *text = read_text (path);
  Numbers numbers = { text };
  g_autoptr(PzGroupBuilder) builder = NULL;
  PzGroupSize sizes[64];
  guint n, m, n_apart, n_together;
  gboolean similar;

  if (text == NULL)
    return NULL;
  n = next_count (&numbers, 1000);
  m = next_count (&numbers, G_N_ELEMENTS (sizes));
  similar = next_count (&numbers, 1) == 1;
  for (guint h = 0; h < m; h++)
    sizes[h].least = sizes[h].most = next_count (&numbers, n);
  if (numbers.failed || n == 0)
    return NULL;
  builder = pz_group_builder_new (n);
  pz_group_builder_set_raw (builder);
  pz_group_builder_set_sizes (builder, sizes, m);
  read_learners (builder, &numbers, n, similar);
  n_apart = next_count (&numbers, n * n);
  n_together = next_count (&numbers, n * n);
  for (guint k = 0; k < n_apart + n_together && !numbers.failed; k++)
    {
      guint a = next_count (&numbers, n - 1), b = next_count (&numbers, n - 1);

      if (k < n_apart)
        pz_group_builder_apart (builder, a, b);
      else
        pz_group_builder_together (builder, a, b);
    }
  return numbers.failed ? NULL : pz_group_builder_build (builder, NULL);
}

/* An instance of the maximally diverse grouping problem in the format of MDGPLIB: "n m type lo hi ...", then a line
 * "i j d" for each two. The total is minus the sum of the distances in the groups, 1000 to the unit of total for each 1.
 * NULL when it is no such file. */
PzGroupProblem *
group_file_read_mdgp (const char *path)
{
  g_autofree char *text = read_text (path);
  Numbers numbers = { text };
  g_autoptr(PzGroupBuilder) builder = NULL;
  g_autofree PzGroupSize *sizes = NULL;
  g_autofree double *pairs = NULL;
  guint n, m;

  if (text == NULL)
    return NULL;
  n = next_count (&numbers, PZ_GROUP_MAX_LEARNERS);
  m = next_count (&numbers, n);
  numbers.text += strspn (numbers.text, " \tds");
  sizes = g_new0 (PzGroupSize, m + 1);
  for (guint h = 0; h < m; h++)
    {
      sizes[h].least = next_count (&numbers, n);
      sizes[h].most = next_count (&numbers, n);
    }
  if (numbers.failed || n == 0)
    return NULL;
  pairs = g_new0 (double, (gsize) n * n);
  for (gsize k = 0; k < (gsize) n * (n - 1) / 2; k++)
    {
      guint i = next_count (&numbers, n - 1), j = next_count (&numbers, n - 1);

      pairs[(gsize) i * n + j] = pairs[(gsize) j * n + i] = -next_number (&numbers);
    }
  if (numbers.failed)
    return NULL;
  builder = pz_group_builder_new (n);
  pz_group_builder_set_raw (builder);
  pz_group_builder_set_sizes (builder, sizes, m);
  /* 1 of distance is 1000 in integers: three decimals are exact */
  pz_group_builder_add_pairs (builder, 1000.0 / PZ_GROUP_UNIT, pairs);
  return pz_group_builder_build (builder, NULL);
}

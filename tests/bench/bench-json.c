/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-reader.h"
#include "pz-json-writer.h"
#include "pz-random.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>

/* Reading learners: the strict reader against json-glib and against g_utf8_validate() of the same bytes.
 * The three take turns, round by round, so that whatever else the machine does meets them all. */
#define LEARNERS 30
#define GOALS 8
#define MEASUREMENTS 40
#define ROUNDS 41

typedef struct
{
  const char *name;
  void (*run) (const char *text,
               gsize       length);
  double rounds[ROUNDS]; /* us per learner */
} Contender;

static void
append_id (GString  *out,
           PzRandom *random)
{
  for (guint i = 0; i < 16; i++)
    g_string_append_c (out, "0123456789abcdefghjkmnpqrstvwxyz"[pz_random_below (random, 32)]);
}

static void
append_measurement (GString    *out,
                    PzRandom   *random,
                    const char *goal,
                    guint       day)
{
  g_string_append (out, "{\"id\":\"");
  append_id (out, random);
  g_string_append_printf (out, "\",\"goal\":\"%s\",\"date\":\"2026-%02u-%02u\",\"value\":",
                          goal, 1 + day / 28, 1 + day % 28);
  pz_json_append_number (out, 20 + pz_random_below (random, 400) / 10.0);
  if (pz_random_below (random, 10) == 0)
    g_string_append (out, ",\"note\":\"Hesitated at \\\"th\\\", then read on in the café\"");
  g_string_append (out, "},\n");
}

/* A learner of about 27 KB: eight goals, forty measurements each. */
static char *
make_learner (PzRandom *random)
{
  GString *out = g_string_new ("{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"");
  GString *goals = g_string_new ("\"goals\":[\n");
  GString *measurements = g_string_new ("\"measurements\":[\n");

  append_id (out, random);
  g_string_append (out, "\",\"rev\":131,\n\"learner\":{\n\"given-name\":\"Noor\",\n\"family-name\":\"Jansen\",\n"
                        "\"home-languages\":[\"ar\",\"nl\"],\n\"notes\":\"Prefers a quiet seat\"\n},\n");
  for (guint g = 0; g < GOALS; g++)
    {
      g_autoptr(GString) id = g_string_new (NULL);

      append_id (id, random);
      g_string_append_printf (goals, "{\"id\":\"%s\",\"title\":\"Reads 60 words per minute\",\"baseline\":31,"
                                     "\"target\":60,\"start\":\"2026-09-07\",\"state\":\"active\"},\n",
                              id->str);
      for (guint m = 0; m < MEASUREMENTS; m++)
        append_measurement (measurements, random, id->str, m * 7);
    }
  g_string_truncate (goals, goals->len - 2);
  g_string_truncate (measurements, measurements->len - 2);
  g_string_append_printf (out, "%s\n],\n%s\n]}\n", goals->str, measurements->str);
  g_string_free (goals, TRUE);
  g_string_free (measurements, TRUE);
  return g_string_free (out, FALSE);
}

static void
run_validate (const char *text,
              gsize       length)
{
  if (!g_utf8_validate (text, (gssize) length, NULL))
    abort ();
}

static void
run_reader (const char *text,
            gsize       length)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, length, PZ_JSON_MAX_SIZE);

  while (pz_json_reader_next (reader) > PZ_JSON_END)
    ;
  if (pz_json_reader_take_error (reader, NULL))
    abort ();
}

static void
run_json_glib (const char *text,
               gsize       length)
{
  g_autoptr(JsonParser) parser = json_parser_new ();

  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    abort ();
}

static double
measure (const Contender *contender,
         char           **texts,
         const gsize     *lengths)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < LEARNERS; i++)
    contender->run (texts[i], lengths[i]);
  return (double) (g_get_monotonic_time () - start) / LEARNERS;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

int
main (void)
{
  Contender contenders[] = { { "g_utf8_validate", run_validate, { 0 } },
                             { "strict reader", run_reader, { 0 } },
                             { "json-glib", run_json_glib, { 0 } } };
  double medians[G_N_ELEMENTS (contenders)];
  char *texts[LEARNERS];
  gsize lengths[LEARNERS], total = 0;
  PzRandom random;

  pz_random_init (&random, 1);
  for (guint i = 0; i < LEARNERS; i++)
    {
      texts[i] = make_learner (&random);
      lengths[i] = strlen (texts[i]);
      total += lengths[i];
    }
  for (guint r = 0; r < ROUNDS; r++)
    for (gsize c = 0; c < G_N_ELEMENTS (contenders); c++)
      contenders[c].rounds[r] = measure (&contenders[c], texts, lengths);

  for (gsize c = 0; c < G_N_ELEMENTS (contenders); c++)
    {
      qsort (contenders[c].rounds, ROUNDS, sizeof (double), compare_doubles);
      medians[c] = contenders[c].rounds[ROUNDS / 2];
    }
  /* rows of the table of build-aux/bench: name | value | baseline | ratio | mark | ok */
  printf ("reading a learner of %.0f KB, against g_utf8_validate | %.1f us | %.1f us | %.2f | <= 4.0 | %s\n",
          (double) total / LEARNERS / 1000, medians[1], medians[0], medians[1] / medians[0],
          medians[1] / medians[0] <= 4.0 ? "yes" : "no");
  printf ("reading a learner of %.0f KB, times faster than json-glib | %.1f us | %.1f us | %.2f | >= 15.0 | %s\n",
          (double) total / LEARNERS / 1000, medians[1], medians[2], medians[2] / medians[1],
          medians[2] / medians[1] >= 15.0 ? "yes" : "no");
  for (guint i = 0; i < LEARNERS; i++)
    g_free (texts[i]);
  return 0;
}

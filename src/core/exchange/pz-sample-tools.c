/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sample-private.h"

#include <string.h>

/**
 * pz_sample_stream:
 * @random: (out caller-allocates): a generator
 * @purpose: what is drawn, a number of the caller's own
 * @index: for whom
 *
 * Every purpose has a sequence of its own, so that a change in one part of the class leaves the others as they were.
 */
void
pz_sample_stream (PzRandom          *random,
                  const PzSampleRun *run,
                  guint              purpose,
                  guint              index)
{
  PzRandom mixer;

  pz_random_init (&mixer, run->options.seed);
  pz_random_init (random, pz_random_next (&mixer) ^ ((guint64) purpose << 40) ^ index);
}

/**
 * pz_sample_chance:
 * @percent: 0 to 100
 *
 * Returns: %TRUE in @percent of 100 draws
 */
gboolean
pz_sample_chance (PzRandom *random,
                  guint     percent)
{
  return pz_random_below (random, 100) < percent;
}

/**
 * pz_sample_between:
 * @least: the smallest number
 * @most: the largest, not less than @least
 *
 * Returns: a whole number, each as likely as the others
 */
int
pz_sample_between (PzRandom *random,
                   int       least,
                   int       most)
{
  g_return_val_if_fail (most >= least, least);

  return least + (int) pz_random_below (random, (guint) (most - least) + 1);
}

/**
 * pz_sample_noise:
 * @spread: the standard deviation, in thousandths of a unit
 *
 * One multiplication and a cut, then whole numbers only: no machine may round it in its own way.
 *
 * Returns: thousandths, 0 on average
 */
gint64
pz_sample_noise (PzRandom *random,
                 gint64    spread)
{
  return (gint64) (pz_random_normal (random) * (double) spread);
}

/**
 * pz_sample_pick:
 * @words: words with "|" between them, at least one
 *
 * Returns: (transfer full): one of @words
 */
char *
pz_sample_pick (PzRandom   *random,
                const char *words)
{
  guint n_words = 1;
  guint chosen;

  for (const char *p = words; *p != '\0'; p++)
    n_words += *p == '|';
  for (chosen = pz_random_below (random, n_words); chosen > 0; chosen--)
    words = strchr (words, '|') + 1;
  return g_strndup (words, strcspn (words, "|"));
}

/**
 * pz_sample_shuffle:
 * @numbers: (array length=n_numbers): brought into an order by chance
 */
void
pz_sample_shuffle (PzRandom *random,
                   guint    *numbers,
                   guint     n_numbers)
{
  for (guint i = n_numbers; i > 1; i--)
    {
      guint other = pz_random_below (random, i);
      guint kept = numbers[i - 1];

      numbers[i - 1] = numbers[other];
      numbers[other] = kept;
    }
}

/**
 * pz_sample_set_id:
 * @id: (out caller-allocates): the id of @record
 */
void
pz_sample_set_id (char      id[PZ_ID_LENGTH + 1],
                  PzRecord *record)
{
  g_strlcpy (id, pz_record_get_id (record), PZ_ID_LENGTH + 1);
}

/**
 * pz_sample_day_to_text:
 * @day: a Julian day
 *
 * Not by strftime(), whose digits follow the locale.
 *
 * Returns: (transfer full): YYYY-MM-DD
 */
char *
pz_sample_day_to_text (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date),
                          g_date_get_day (&date));
}

/**
 * pz_sample_set_day:
 * @field: a date of @record
 * @day: a Julian day
 */
void
pz_sample_set_day (PzRecord *record,
                   guint     field,
                   guint32   day)
{
  g_autofree char *text = pz_sample_day_to_text (day);

  pz_record_set_text (record, field, text);
}

/**
 * pz_sample_is_school_day:
 * @day: a Julian day; 1 January of the year 1 was a Monday, and its number is 1
 *
 * Returns: whether there is school
 */
gboolean
pz_sample_is_school_day (const PzSampleRun *run,
                         guint32            day)
{
  if ((day - 1) % 7 >= 5 || day == run->closed[0] || day == run->closed[1])
    return FALSE;
  return run->break_from == 0 || day < run->break_from || day >= run->break_from + 5;
}

/**
 * pz_sample_is_absent:
 * @day: a Julian day
 *
 * Returns: whether @learner was away
 */
gboolean
pz_sample_is_absent (const PzSampleLearner *learner,
                     guint32                day)
{
  for (guint i = 0; i < learner->n_absences; i++)
    if (day >= learner->absent_from[i] && day <= learner->absent_to[i])
      return TRUE;
  return FALSE;
}

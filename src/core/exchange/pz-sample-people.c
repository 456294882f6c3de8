/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sample-private.h"

enum
{
  STREAM_ATTENTION = 100,
  STREAM_ACCESS,
  STREAM_SPEECH,
  STREAM_ISOLATE,
  STREAM_CULTURES,
  STREAM_PERSON,
};

/* a random order of the learners of a section, as numbers from 0 */
static void
order_section (const PzSampleRun *run,
               guint              purpose,
               guint              section,
               guint              n_numbers,
               guint             *numbers)
{
  PzRandom random;

  pz_sample_stream (&random, run, purpose, section);
  for (guint i = 0; i < n_numbers; i++)
    numbers[i] = i;
  pz_sample_shuffle (&random, numbers, n_numbers);
}

/* Shares, not chances: also a single class has its quiet learners and its group without a steady line. */
static void
deal_section (PzSampleRun *run,
              guint        section)
{
  PzSampleLearner *learners = run->learners + section * PZ_SAMPLE_SECTION;
  guint n_learners = MIN (PZ_SAMPLE_SECTION, run->options.n_learners - section * PZ_SAMPLE_SECTION);
  guint order[PZ_SAMPLE_SECTION];

  order_section (run, STREAM_ATTENTION, section, n_learners, order);
  for (guint i = 0; i < n_learners; i++)
    {
      PzSampleLearner *learner = &learners[order[i]];

      learner->attention = i < n_learners / 7 ? PZ_SAMPLE_SEEN_OFTEN
                           : i < n_learners * 5 / 7 ? PZ_SAMPLE_SEEN_SOMETIMES : PZ_SAMPLE_SEEN_SELDOM;
      /* who does well is noticed */
      learner->ability += learner->attention == PZ_SAMPLE_SEEN_OFTEN ? 500 : 0;
      learner->ability -= learner->attention == PZ_SAMPLE_SEEN_SELDOM ? 200 : 0;
    }
  order_section (run, STREAM_ACCESS, section, n_learners, order);
  for (guint i = 0; i < n_learners * 9 / 28; i++)
    learners[order[i]].unsteady_access = TRUE;
  order_section (run, STREAM_SPEECH, section, n_learners, order);
  for (guint i = 0; i < n_learners * 12 / 28; i++)
    learners[order[i]].speech = i < n_learners * 9 / 28 ? PZ_SAMPLE_SPEECH_HELPS : PZ_SAMPLE_SPEECH_HINDERS;
  order_section (run, STREAM_ISOLATE, section, n_learners, order);
  if (n_learners >= 8)
    learners[order[0]].isolate = TRUE;
  order_section (run, STREAM_CULTURES, section, n_learners, order);
  for (guint i = 0; i < n_learners; i++)
    learners[order[i]].culture = i % 5 == 0 ? PZ_SAMPLE_SCHOOL_CULTURE : (section * 11 + i) % pz_sample_n_cultures ();
}

/**
 * pz_sample_deal_traits:
 *
 * Says of every learner what the other parts of the class depend on. No document is touched.
 */
void
pz_sample_deal_traits (PzSampleRun *run)
{
  for (guint i = 0; i < run->options.n_learners; i++)
    {
      PzRandom random;

      pz_sample_stream (&random, run, STREAM_PERSON, i);
      run->learners[i].index = i;
      run->learners[i].ability = pz_sample_noise (&random, 1000);
    }
  for (guint section = 0; section * PZ_SAMPLE_SECTION < run->options.n_learners; section++)
    deal_section (run, section);
}

static char *
join_name (const char *given,
           const char *family)
{
  return family != NULL ? g_strconcat (given, " ", family, NULL) : g_strdup (given);
}

static void
set_name (PzSampleRun     *run,
          PzSampleLearner *learner,
          PzRecord        *record,
          PzRandom        *random)
{
  const char *pronouns = pz_sample_chance (random, 48) ? "she/her" : pz_sample_chance (random, 92) ? "he/him" : "they/them";
  g_autofree char *full = NULL;
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;

  /* names found before are drawn again, then made longer; in a district a few remain equal, as they do in life */
  for (guint try = 0; try < 8; try++)
    {
      g_clear_pointer (&given, g_free);
      g_clear_pointer (&family, g_free);
      g_clear_pointer (&full, g_free);
      pz_sample_draw_name (random, learner->culture, pronouns, try >= 3 || pz_sample_chance (random, 4), &given, &family);
      full = join_name (given, family);
      if (!g_hash_table_contains (run->names, full))
        break;
    }
  g_hash_table_add (run->names, g_steal_pointer (&full));
  pz_record_set_text (record, PZ_LEARNER_GIVEN_NAME, given);
  pz_record_set_text (record, PZ_LEARNER_FAMILY_NAME, family);
  if (pz_sample_chance (random, 85))
    pz_record_set_text (record, PZ_LEARNER_PRONOUNS, pronouns);
  learner->name = g_steal_pointer (&given);
}

static void
set_languages (const PzSampleLearner *learner,
               PzRecord              *record,
               PzRandom              *random)
{
  const char *own = pz_sample_language (learner->culture);

  pz_record_set_add (record, PZ_LEARNER_HOME_LANGUAGES, own);
  if (pz_sample_chance (random, 45))
    pz_record_set_add (record, PZ_LEARNER_HOME_LANGUAGES, "English");
  if (pz_sample_chance (random, 8))
    pz_record_set_add (record, PZ_LEARNER_HOME_LANGUAGES,
                       pz_sample_language (pz_random_below (random, pz_sample_n_cultures ())));
}

static guint
choose_level (const PzSampleLearner *learner)
{
  return learner->ability < -900 ? 0 : learner->ability < 100 ? 1 : learner->ability < 1000 ? 2 : 3;
}

static void
add_contacts (const PzSampleLearner *learner,
              PzDocument            *document,
              PzRecord              *owner,
              PzRandom              *random)
{
  static const struct { const char *relation; const char *pronouns; } people[] = {
    { "mother", "she/her" }, { "father", "he/him" }, { "grandmother", "she/her" }, { "aunt", "she/her" },
    { "foster parent", "they/them" }, { "brother", "he/him" },
  };
  guint n_contacts = (guint) pz_sample_between (random, 1, 3);
  guint first = pz_sample_chance (random, 70) ? 0 : pz_random_below (random, G_N_ELEMENTS (people));

  for (guint i = 0; i < n_contacts; i++)
    {
      guint who = (first + i) % G_N_ELEMENTS (people);
      PzRecord *contact = pz_document_add (document, PZ_RECORD_CONTACT);
      const char *family = pz_record_get_text (owner, PZ_LEARNER_FAMILY_NAME);
      g_autofree char *given = NULL;
      g_autofree char *own_family = NULL;
      g_autofree char *name = NULL;
      g_autofree char *phone = g_strdup_printf ("555-01%02u", pz_random_below (random, 100));

      pz_sample_draw_name (random, learner->culture, people[who].pronouns, FALSE, &given, &own_family);
      name = join_name (given, pz_sample_chance (random, 75) ? family : own_family);
      pz_record_set_text (contact, PZ_CONTACT_NAME, name);
      pz_record_set_text (contact, PZ_CONTACT_RELATION, people[who].relation);
      pz_record_set_text (contact, PZ_CONTACT_PHONE, phone);
      if (pz_sample_chance (random, 60))
        {
          g_autofree char *email = g_strdup_printf ("family%u.%u@example.org", learner->index + 1, i + 1);

          pz_record_set_text (contact, PZ_CONTACT_EMAIL, email);
        }
      pz_record_set_text (contact, PZ_CONTACT_LANGUAGE, pz_sample_language (learner->culture));
    }
}

static void
add_absences (const PzSampleRun *run,
              PzSampleLearner   *learner,
              PzDocument        *document,
              PzRandom          *random)
{
  guint n_absences = pz_sample_chance (random, 10) ? PZ_SAMPLE_MAX_ABSENCES : pz_random_below (random, 3);

  for (guint i = 0; i < n_absences; i++)
    {
      guint32 from = run->term_start + pz_random_below (random, run->today - run->term_start + 1);
      guint32 last = from + pz_random_below (random, 4), to = MIN (last, run->today);
      PzRecord *absence;

      if (!pz_sample_is_school_day (run, from) || pz_sample_is_absent (learner, from) || pz_sample_is_absent (learner, to))
        continue;
      absence = pz_document_add (document, PZ_RECORD_ABSENCE);
      pz_sample_set_day (absence, PZ_ABSENCE_FROM, from);
      if (to > from)
        pz_sample_set_day (absence, PZ_ABSENCE_TO, to);
      learner->absent_from[learner->n_absences] = from;
      learner->absent_to[learner->n_absences] = to;
      learner->n_absences++;
    }
}

/**
 * pz_sample_fill_learner:
 * @learner: with the traits of pz_sample_deal_traits(); gets its id, name, needs and absences
 * @document: a new document of a learner
 *
 * Who the person is: names, languages, level, portrait, contacts and absences.
 */
void
pz_sample_fill_learner (PzSampleRun     *run,
                        PzSampleLearner *learner,
                        PzDocument      *document)
{
  PzRecord *record = pz_document_get_owner (document);
  PzRandom random;

  pz_sample_stream (&random, run, STREAM_PERSON + 1, learner->index);
  g_strlcpy (learner->id, pz_document_get_id (document), sizeof learner->id);
  set_name (run, learner, record, &random);
  /* ten or eleven years old */
  pz_sample_set_day (record, PZ_LEARNER_BIRTH_DATE, run->term_start - 3652 - pz_random_below (&random, 600));
  set_languages (learner, record, &random);
  if (pz_sample_chance (&random, 95))
    pz_record_set_text (record, PZ_LEARNER_LEVEL, run->levels[choose_level (learner)]);
  pz_sample_fill_portrait (run, learner, record, &random);
  add_contacts (learner, document, record, &random);
  add_absences (run, learner, document, &random);
}

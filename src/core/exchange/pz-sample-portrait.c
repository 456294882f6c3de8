/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sample-private.h"

/* What is easy and what is hard comes in bundles: who tells stories well often likes theatre, and who loses the thread
 * is helped by a plan on the table. Words are separated by "|". Data, so never translated. */
typedef struct
{
  const char *strengths;
  const char *needs;
  const char *interests;
  const char *supports;
} Bundle;

static const Bundle bundles[] = {
  { "Remembers stories|Reads with expression|Large vocabulary|Retells what was read|Explains to others",
    "Decoding long words|Reading aloud fluently|Finding the main idea|Spelling common words|Words of the subject",
    "Fantasy novels|Comics|Writing letters|Riddles|Legends of the sea",
    "Larger print|Read-aloud app|Reading ruler|Word bank on the table|Text in two languages" },
  { "Quick mental arithmetic|Sees patterns|Estimates well|Checks own results|Strong spatial sense",
    "Multiplication facts|Place value|Word problems|Keeping columns in line|Fractions on a line",
    "Chess|Football tables|Building models|Maps|Coding small games",
    "Squared paper|Number line|Counters and rods|Calculator for checking|Worked example beside the task" },
  { "Patient listener|Settles quarrels|Welcomes newcomers|Shares ideas freely|Good sense of humour",
    "Speaking in a group|Asking for help|Waiting for a turn|Joining a game|Accepting another view",
    "Looking after animals|Cooking with family|Board games|Pen friends|Younger children",
    "Talking stones|Partner check|A fixed partner|Help cards|A role in every group" },
  { "Works through to the end|Keeps things in order|Plans ahead|Notices details|Works well alone",
    "Starting a task|Keeping track of time|Changes of plan|Sitting through long tasks|Bringing homework",
    "Stamps and coins|Railways|Birds of prey|Puzzles|Weather records",
    "Picture timetable|Timer on the table|Short tasks in steps|A quiet corner|Breaks to move" },
  { "Drawing|Works well with hands|Sings in tune|Good at acting|Inventive",
    "Writing with paragraphs|Handwriting|Getting ideas on paper|Time to answer|Presenting aloud",
    "Theatre|Drums|Pottery|Photography|Making jewellery",
    "Planning sheet|Keyboard for long texts|Speech to text|Drawing before writing|Sentence starters" },
  { "Persistent|Runs like the wind|Brave to try|Leads a team|Knows plants and animals",
    "Sitting still|Listening to long instructions|Following several steps|Working with noise around|Reading graphs",
    "Football|Swimming|Climbing|Bicycles|Dinosaurs",
    "Instructions in pictures|Seat near the front|Ear defenders|Movement cards|Partner who repeats the task" },
};

static const char more_interests[] =
  "Space|Cats|Baking bread|Skateboarding|Old coins|Volcanoes|K-pop dance|Fishing with grandfather|Henna patterns|"
  "Trams and buses|Knitting|Origami|Basketball|Bees|Poems|Magic tricks|Gardening|Ghost stories|Horses|Radio plays";

static const char *const notes[] = {
  "Likes to sit beside the window. Works best before the long break.",
  "Grandparents bring and fetch. Speak slowly, they are glad to talk.",
  "Prefers to be asked, not called on.",
  "Has moved twice in two years; the reading book from the last school is in the cupboard.",
  "Wears glasses for the board and forgets them at home.",
  "Sleeps little when the baby cries; Mondays are hard.",
  "Wants to be a bridge engineer. \"Bridges do not fall if you listen to them.\"",
  "Interpreter needed for the meeting with the family (ask two weeks ahead).",
};

static void
add_words (PzRandom   *random,
           PzRecord   *record,
           guint       field,
           const char *words,
           guint       n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      g_autofree char *word = pz_sample_pick (random, words);

      pz_record_set_add (record, field, word);
    }
}

static guint
count_needs (const PzSampleLearner *learner,
             PzRandom              *random)
{
  guint n_needs = learner->ability < -600 ? 3 : learner->ability < 500 ? 2 : 1;

  /* who is seldom seen does not need less: attention must not follow need here */
  if (learner->attention == PZ_SAMPLE_SEEN_SELDOM)
    n_needs++;
  return learner->ability > 1300 && pz_sample_chance (random, 50) ? 0 : n_needs;
}

static void
set_access (const PzSampleLearner *learner,
            PzRecord              *record,
            PzRandom              *random)
{
  g_autofree char *device = pz_sample_pick (random, learner->unsteady_access ? "none|shared|shared" : "shared|own|own|own");
  g_autofree char *internet = pz_sample_pick (random, learner->unsteady_access ? "none|unsteady|unsteady" : "steady");
  g_autofree char *quiet = pz_sample_pick (random, learner->unsteady_access ? "none|sometimes|always"
                                                                            : "sometimes|always|always|always");

  /* not everybody has been asked yet */
  if (!pz_sample_chance (random, 92))
    return;
  pz_record_set_text (record, PZ_LEARNER_DEVICE_AT_HOME, device);
  pz_record_set_text (record, PZ_LEARNER_INTERNET_AT_HOME, internet);
  pz_record_set_text (record, PZ_LEARNER_QUIET_PLACE, quiet);
}

static void
add_lens_value (const PzSampleRun *run,
                PzRecord          *record,
                PzSampleLens       lens,
                const char        *value)
{
  g_autofree char *text = g_strconcat (run->lenses[lens], ":", value, NULL);

  pz_record_set_add (record, PZ_LEARNER_LENS_VALUES, text);
}

static void
set_lenses (const PzSampleRun *run,
            PzSampleLearner   *learner,
            PzRecord          *record,
            PzRandom          *random)
{
  g_auto(GStrv) languages = pz_record_dup_set (record, PZ_LEARNER_HOME_LANGUAGES);
  gboolean school = g_strv_contains ((const char *const *) languages, "English");

  add_lens_value (run, record, PZ_SAMPLE_LENS_LANGUAGE,
                  !school ? "another language" : g_strv_length (languages) > 1 ? "both" : "school language");
  add_lens_value (run, record, PZ_SAMPLE_LENS_ACCESS, learner->unsteady_access ? "unsteady" : "steady");
  add_lens_value (run, record, PZ_SAMPLE_LENS_SUPPORT,
                  learner->n_needs >= 4 ? "support plan" : learner->n_needs == 3 ? "some support" : "none");
}

/**
 * pz_sample_fill_portrait:
 * @learner: ability, attention and access are read, the number of needs is set
 * @record: the learner; languages are set already
 *
 * Strengths, needs, interests, supports, access at home, lens values and notes, going together as they do in people.
 */
void
pz_sample_fill_portrait (const PzSampleRun *run,
                         PzSampleLearner   *learner,
                         PzRecord          *record,
                         PzRandom          *random)
{
  guint strong = pz_random_below (random, G_N_ELEMENTS (bundles));
  guint weak = (strong + 1 + pz_random_below (random, G_N_ELEMENTS (bundles) - 1)) % G_N_ELEMENTS (bundles);
  guint other = pz_random_below (random, G_N_ELEMENTS (bundles));

  learner->n_needs = count_needs (learner, random);
  add_words (random, record, PZ_LEARNER_STRENGTHS, bundles[strong].strengths, 2);
  add_words (random, record, PZ_LEARNER_STRENGTHS, bundles[other].strengths, 1);
  add_words (random, record, PZ_LEARNER_NEEDS, bundles[weak].needs, MIN (learner->n_needs, 2));
  if (learner->n_needs > 2)
    add_words (random, record, PZ_LEARNER_NEEDS, bundles[(weak + 1) % G_N_ELEMENTS (bundles)].needs, learner->n_needs - 2);
  add_words (random, record, PZ_LEARNER_INTERESTS, bundles[strong].interests, 1);
  add_words (random, record, PZ_LEARNER_INTERESTS, more_interests, pz_random_below (random, 3) + 1);
  if (learner->n_needs > 0)
    add_words (random, record, PZ_LEARNER_SUPPORTS, bundles[weak].supports, pz_random_below (random, 2) + 1);
  set_access (learner, record, random);
  set_lenses (run, learner, record, random);
  if (pz_sample_chance (random, 30))
    pz_record_set_text (record, PZ_LEARNER_NOTES, notes[pz_random_below (random, G_N_ELEMENTS (notes))]);
}

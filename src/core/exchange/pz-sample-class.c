/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sample-private.h"

typedef struct
{
  const char *name;
  const char *kind;
  const char *unit;
  double minimum;
  double maximum;
  const char *direction;
  double resolution;
} Measure;

static const Measure measures[PZ_SAMPLE_N_MEASURES] = {
  [PZ_SAMPLE_WORDS_PER_MINUTE] = { "Words read aloud in a minute", "rate", "words a minute", 0, 250, "increase", 1 },
  [PZ_SAMPLE_HELP_ASKED] = { "Times asking for help", "count", "times a lesson", 0, 20, "increase", 1 },
  [PZ_SAMPLE_FACTS] = { "Maths facts", "percent", "% correct", 0, 100, "increase", 5 },
  [PZ_SAMPLE_PARAGRAPHS] = { "Paragraphs", "level", "of 4", 1, 4, "increase", 1 },
  [PZ_SAMPLE_HOMEWORK] = { "Homework handed in", "yes-no", "yes or no", 0, 1, "increase", 1 },
  [PZ_SAMPLE_ANSWERS] = { "Questions answered after reading", "percent", "% correct", 0, 100, "increase", 1 },
  [PZ_SAMPLE_MINUTES_TO_START] = { "Minutes until work begins", "count", "minutes", 0, 60, "decrease", 0.5 },
  [PZ_SAMPLE_TAKES_PART] = { "Takes part in a group", "goal-attainment", "-2 to +2", -2, 2, "increase", 1 },
  [PZ_SAMPLE_STEPS_EXPLAINED] = { "Steps explained", "score", "steps of 6", 0, 6, "increase", 1 },
};

typedef struct
{
  const char *name;
  const char *kind;
  gboolean assistive;
  const char *purposes[3];
  const char *pic;
  const char *rat;
} Strategy;

static const Strategy strategies[PZ_SAMPLE_N_STRATEGIES] = {
  [PZ_SAMPLE_TEXT_TO_SPEECH] = { "Text to speech", "digital", FALSE, { "feedback", "practice" }, "passive", "amplify" },
  [PZ_SAMPLE_DRILL_TABLET] = { "Drill tablet", "digital", FALSE, { "practice", "feedback" }, "interactive", "replace" },
  [PZ_SAMPLE_VIDEO_LESSONS] = { "Video lessons at home", "digital", FALSE, { "practice" }, "passive", "replace" },
  [PZ_SAMPLE_PARTNER_READING] = { "Repeated reading with a partner", "human", FALSE, { "practice", "collaborate" }, "interactive", NULL },
  [PZ_SAMPLE_SMALL_GROUP] = { "Small group with the teacher", "human", FALSE, { "feedback", "practice" }, "interactive", NULL },
  [PZ_SAMPLE_HELP_CARDS] = { "Help cards", "material", FALSE, { "feedback" }, "interactive", NULL },
  [PZ_SAMPLE_PLANNING_SHEET] = { "Planning sheet", "material", FALSE, { "create" }, "creative", NULL },
  [PZ_SAMPLE_SQUARED_PAPER] = { "Squared paper", "material", FALSE, { "practice" }, "interactive", NULL },
  [PZ_SAMPLE_PICTURE_TIMETABLE] = { "Picture timetable", "material", TRUE, { "assistive" }, "interactive", NULL },
  [PZ_SAMPLE_TALKING_STONES] = { "Talking stones", "material", FALSE, { "collaborate" }, "interactive", NULL },
  [PZ_SAMPLE_SHARED_DOCUMENT] = { "Writing in a shared document", "digital", FALSE, { "create", "collaborate" }, "creative", "transform" },
  [PZ_SAMPLE_LARGER_PRINT] = { "Larger print", "material", TRUE, { "assistive" }, "passive", NULL },
};

static const struct { const char *name; const char *purpose; const char *values[5]; } lenses[PZ_SAMPLE_N_LENSES] = {
  [PZ_SAMPLE_LENS_LANGUAGE] = { "Language at home", "To see whether tasks and letters reach every family.",
                                { "school language", "both", "another language" } },
  [PZ_SAMPLE_LENS_SUPPORT] = { "Learning support", "To see whether time goes where support was agreed.",
                               { "none", "some support", "support plan" } },
  [PZ_SAMPLE_LENS_ACCESS] = { "Access at home", "To see whether digital homework leaves somebody out.",
                              { "steady", "unsteady" } },
};

static const struct { const char *name; const char *icon; const char *colour; } levels[PZ_SAMPLE_N_LEVELS] = {
  { "Level A", "weather-few-clouds-symbolic", "#865e3c" },
  { "Level B", "weather-overcast-symbolic", "#c64600" },
  { "Level C", "weather-clear-symbolic", "#1f8a5b" },
  { "Level D", "starred-symbolic", "#1c71d8" },
};

/* What a goal keeps stands behind its measure; see pz-goal-template.h. */
static const struct { const char *kind; const char *name; const char *content; PzSampleMeasure measure; } templates[] = {
  { "phrase", "Read with a partner", "Read the passage twice with a partner and chose the next one." },
  { "phrase", "Asked before giving up", "Asked for help before giving up." },
  { "phrase", "Needs the steps again", "Needed the steps once more, then worked alone." },
  { "goal", "Reads aloud fluently",
    "\"title\":\"Reads aloud fluently\",\"condition\":\"Given a new passage of the class reader\","
    "\"behaviour\":\"reads aloud for one minute\",\"occasions\":3,\"target\":90,\"review-every\":7,\"days\":120,"
    "\"milestones\":[{\"text\":\"70 words a minute\",\"days\":40},{\"text\":\"80 words a minute\",\"days\":80}]}",
    PZ_SAMPLE_WORDS_PER_MINUTE },
  { "goal", "Multiplication facts",
    "\"title\":\"Multiplication facts\",\"condition\":\"Given 20 mixed facts and two minutes\","
    "\"behaviour\":\"writes the answers\",\"occasions\":3,\"target\":90,\"review-every\":7,\"days\":90}",
    PZ_SAMPLE_FACTS },
};

static PzRecord *
add_record (PzSampleRun  *run,
            PzRecordType  type)
{
  return pz_document_add (run->classroom, type);
}

static void
add_scales (PzSampleRun *run)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      PzRecord *level = add_record (run, PZ_RECORD_LEVEL);
      const char position[] = { (char) ('b' + 5 * i), '\0' };

      pz_record_set_text (level, PZ_LEVEL_NAME, levels[i].name);
      pz_record_set_text (level, PZ_LEVEL_ICON, levels[i].icon);
      pz_record_set_text (level, PZ_LEVEL_COLOUR, levels[i].colour);
      pz_record_set_text (level, PZ_LEVEL_POSITION, position);
      pz_sample_set_id (run->levels[i], level);
    }
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      PzRecord *measure = add_record (run, PZ_RECORD_MEASURE);

      pz_record_set_text (measure, PZ_MEASURE_NAME, measures[i].name);
      pz_record_set_text (measure, PZ_MEASURE_KIND, measures[i].kind);
      pz_record_set_text (measure, PZ_MEASURE_UNIT, measures[i].unit);
      pz_record_set_number (measure, PZ_MEASURE_MINIMUM, measures[i].minimum);
      pz_record_set_number (measure, PZ_MEASURE_MAXIMUM, measures[i].maximum);
      pz_record_set_text (measure, PZ_MEASURE_DIRECTION, measures[i].direction);
      pz_record_set_number (measure, PZ_MEASURE_RESOLUTION, measures[i].resolution);
      pz_sample_set_id (run->measures[i], measure);
    }
}

static void
add_strategies (PzSampleRun *run)
{
  for (guint i = 0; i < G_N_ELEMENTS (strategies); i++)
    {
      PzRecord *strategy = add_record (run, PZ_RECORD_STRATEGY);

      pz_record_set_text (strategy, PZ_STRATEGY_NAME, strategies[i].name);
      pz_record_set_text (strategy, PZ_STRATEGY_KIND, strategies[i].kind);
      if (strategies[i].assistive)
        pz_record_set_flag (strategy, PZ_STRATEGY_ASSISTIVE, TRUE);
      for (guint j = 0; strategies[i].purposes[j] != NULL; j++)
        pz_record_set_add (strategy, PZ_STRATEGY_PURPOSES, strategies[i].purposes[j]);
      pz_record_set_text (strategy, PZ_STRATEGY_PIC, strategies[i].pic);
      if (strategies[i].rat != NULL)
        pz_record_set_text (strategy, PZ_STRATEGY_RAT, strategies[i].rat);
      pz_sample_set_id (run->strategies[i], strategy);
    }
}

static void
set_content (PzSampleRun *run,
             PzRecord    *template,
             guint        i)
{
  gboolean is_goal = g_str_equal (templates[i].kind, "goal");
  g_autofree char *content = g_strconcat ("{\"measure\":\"", run->measures[templates[i].measure], "\",",
                                          templates[i].content, NULL);

  pz_record_set_text (template, PZ_TEMPLATE_CONTENT, is_goal ? content : templates[i].content);
}

static void
add_lenses_and_templates (PzSampleRun *run)
{
  for (guint i = 0; i < G_N_ELEMENTS (lenses); i++)
    {
      PzRecord *lens = add_record (run, PZ_RECORD_LENS);

      pz_record_set_text (lens, PZ_LENS_NAME, lenses[i].name);
      pz_record_set_text (lens, PZ_LENS_PURPOSE, lenses[i].purpose);
      for (guint j = 0; lenses[i].values[j] != NULL; j++)
        pz_record_set_add (lens, PZ_LENS_VALUES, lenses[i].values[j]);
      pz_sample_set_id (run->lenses[i], lens);
    }
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      PzRecord *template = add_record (run, PZ_RECORD_TEMPLATE);

      pz_record_set_text (template, PZ_TEMPLATE_KIND, templates[i].kind);
      pz_record_set_text (template, PZ_TEMPLATE_NAME, templates[i].name);
      set_content (run, template, i);
    }
}

static void
add_inquiries (PzSampleRun *run)
{
  PzRecord *inquiry = add_record (run, PZ_RECORD_INQUIRY);

  pz_record_set_text (inquiry, PZ_INQUIRY_QUESTION, "Does text to speech go together with better answers, and for whom?");
  pz_sample_set_day (inquiry, PZ_INQUIRY_DATE, run->term_start + (run->today - run->term_start) / 2);
  pz_record_set_text (inquiry, PZ_INQUIRY_TEXT,
                      "Most follow the text better when it is read to them. Two or three only listen and stop looking.");
  pz_record_set_text (inquiry, PZ_INQUIRY_DECISION, "Start in three waves, compare before and after for each learner.");
  pz_sample_set_day (inquiry, PZ_INQUIRY_REVIEW_DATE, run->today + 2);

  inquiry = add_record (run, PZ_RECORD_INQUIRY);
  pz_record_set_text (inquiry, PZ_INQUIRY_QUESTION, "Whom have I not spoken with for weeks?");
  pz_sample_set_day (inquiry, PZ_INQUIRY_DATE, run->today - MIN (run->today - run->term_start, 10));
  pz_record_set_text (inquiry, PZ_INQUIRY_TEXT, "The loud ones find me. I want to find the quiet ones.");
}

static void
set_closed_days (PzSampleRun *run,
                 PzRecord    *record)
{
  if (run->break_from > 0)
    {
      g_autofree char *from = pz_sample_day_to_text (run->break_from);
      g_autofree char *to = pz_sample_day_to_text (run->break_from + 4);
      g_autofree char *both = g_strconcat (from, "/", to, NULL);

      pz_record_set_add (record, PZ_CLASSROOM_CLOSED_DAYS, both);
    }
  for (guint i = 0; i < G_N_ELEMENTS (run->closed); i++)
    if (run->closed[i] > 0)
      {
        g_autofree char *day = pz_sample_day_to_text (run->closed[i]);

        pz_record_set_add (record, PZ_CLASSROOM_CLOSED_DAYS, day);
      }
}

/**
 * pz_sample_fill_classroom:
 * @run: days are set; gets the ids of what goals and learners refer to
 *
 * The document of the class, without the goals that several share: these need learners first.
 */
void
pz_sample_fill_classroom (PzSampleRun *run)
{
  PzRecord *record = pz_document_get_owner (run->classroom);

  pz_record_set_text (record, PZ_CLASSROOM_SUBJECT, "All subjects");
  pz_record_set_text (record, PZ_CLASSROOM_SCHOOL, "School at the Mill Pond");
  pz_sample_set_day (record, PZ_CLASSROOM_TERM_START, run->term_start);
  pz_sample_set_day (record, PZ_CLASSROOM_TERM_END, run->term_end);
  pz_record_set_number (record, PZ_CLASSROOM_CHECK_IN_EVERY, 14);
  pz_record_set_number (record, PZ_CLASSROOM_SHARE_MIN, 40);
  pz_record_set_number (record, PZ_CLASSROOM_SHARE_MAX, 70);
  set_closed_days (run, record);
  pz_record_set_add (record, PZ_CLASSROOM_FIELDS_ON, "birth-date");
  pz_record_set_add (record, PZ_CLASSROOM_FIELDS_ON, "lens-values");
  add_scales (run);
  add_strategies (run);
  add_lenses_and_templates (run);
  add_inquiries (run);
}

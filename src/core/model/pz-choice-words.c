/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-choice-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One choice: the value that stands in files and never changes, and its word with the context of the field. */
typedef struct
{
  PzRecordType type;
  guint field;
  const char *choice;
  const char *context;
  const char *word;
} ChoiceWord;

#define WORD(type, field, choice, context, word) { PZ_RECORD_##type, PZ_##type##_##field, choice, context, word },

static const ChoiceWord choice_words[] = {
  WORD (LEARNER, DEVICE_AT_HOME, "none", "device at home", NC_ ("device at home", "None"))
  WORD (LEARNER, DEVICE_AT_HOME, "shared", "device at home", NC_ ("device at home", "Shared with others"))
  WORD (LEARNER, DEVICE_AT_HOME, "own", "device at home", NC_ ("device at home", "Their own"))
  WORD (LEARNER, INTERNET_AT_HOME, "none", "internet at home", NC_ ("internet at home", "None"))
  WORD (LEARNER, INTERNET_AT_HOME, "unsteady", "internet at home", NC_ ("internet at home", "Unsteady"))
  WORD (LEARNER, INTERNET_AT_HOME, "steady", "internet at home", NC_ ("internet at home", "Steady"))
  WORD (LEARNER, QUIET_PLACE, "none", "quiet place at home", NC_ ("quiet place at home", "None"))
  WORD (LEARNER, QUIET_PLACE, "sometimes", "quiet place at home", NC_ ("quiet place at home", "Sometimes"))
  WORD (LEARNER, QUIET_PLACE, "always", "quiet place at home", NC_ ("quiet place at home", "Always"))
  WORD (CHECK_IN, KIND, "one-to-one", "check-in", NC_ ("check-in", "One-to-one"))
  WORD (CHECK_IN, KIND, "observation", "check-in", NC_ ("check-in", "Observation"))
  WORD (CHECK_IN, KIND, "family", "check-in", NC_ ("check-in", "Family"))
  WORD (CHECK_IN, KIND, "note", "check-in", NC_ ("check-in", "Note"))
  WORD (CHECK_IN, KIND, "self", "check-in", NC_ ("check-in", "Learner’s own words"))
  WORD (CLASSROOM, SCHOOL_DAYS, "monday", "day of the week", NC_ ("day of the week", "Monday"))
  WORD (CLASSROOM, SCHOOL_DAYS, "tuesday", "day of the week", NC_ ("day of the week", "Tuesday"))
  WORD (CLASSROOM, SCHOOL_DAYS, "wednesday", "day of the week", NC_ ("day of the week", "Wednesday"))
  WORD (CLASSROOM, SCHOOL_DAYS, "thursday", "day of the week", NC_ ("day of the week", "Thursday"))
  WORD (CLASSROOM, SCHOOL_DAYS, "friday", "day of the week", NC_ ("day of the week", "Friday"))
  WORD (CLASSROOM, SCHOOL_DAYS, "saturday", "day of the week", NC_ ("day of the week", "Saturday"))
  WORD (CLASSROOM, SCHOOL_DAYS, "sunday", "day of the week", NC_ ("day of the week", "Sunday"))
  WORD (GROUPING_RULE, KIND, "together", "rule for groups", NC_ ("rule for groups", "Together"))
  WORD (GROUPING_RULE, KIND, "apart", "rule for groups", NC_ ("rule for groups", "Apart"))
  WORD (MEASURE, KIND, "count", "measure", NC_ ("measure", "Count"))
  WORD (MEASURE, KIND, "rate", "measure", NC_ ("measure", "Rate"))
  WORD (MEASURE, KIND, "percent", "measure", NC_ ("measure", "Percent"))
  WORD (MEASURE, KIND, "score", "measure", NC_ ("measure", "Score"))
  WORD (MEASURE, KIND, "level", "measure", NC_ ("measure", "Level"))
  WORD (MEASURE, KIND, "goal-attainment", "measure", NC_ ("measure", "Goal attainment"))
  WORD (MEASURE, KIND, "yes-no", "measure", NC_ ("measure", "Yes or no"))
  WORD (MEASURE, DIRECTION, "increase", "better is", NC_ ("better is", "More"))
  WORD (MEASURE, DIRECTION, "decrease", "better is", NC_ ("better is", "Less"))
  WORD (STRATEGY, KIND, "digital", "strategy", NC_ ("strategy", "Digital"))
  WORD (STRATEGY, KIND, "human", "strategy", NC_ ("strategy", "Human"))
  WORD (STRATEGY, KIND, "material", "strategy", NC_ ("strategy", "Material"))
  WORD (STRATEGY, PURPOSES, "practice", "used for", NC_ ("used for", "Practice"))
  WORD (STRATEGY, PURPOSES, "feedback", "used for", NC_ ("used for", "Feedback"))
  WORD (STRATEGY, PURPOSES, "create", "used for", NC_ ("used for", "Creating"))
  WORD (STRATEGY, PURPOSES, "collaborate", "used for", NC_ ("used for", "Working together"))
  WORD (STRATEGY, PURPOSES, "assistive", "used for", NC_ ("used for", "Assistance"))
  WORD (STRATEGY, PIC, "passive", "learner’s part", NC_ ("learner’s part", "Passive"))
  WORD (STRATEGY, PIC, "interactive", "learner’s part", NC_ ("learner’s part", "Interactive"))
  WORD (STRATEGY, PIC, "creative", "learner’s part", NC_ ("learner’s part", "Creative"))
  WORD (STRATEGY, RAT, "replace", "change of teaching", NC_ ("change of teaching", "Replaces"))
  WORD (STRATEGY, RAT, "amplify", "change of teaching", NC_ ("change of teaching", "Amplifies"))
  WORD (STRATEGY, RAT, "transform", "change of teaching", NC_ ("change of teaching", "Transforms"))
  WORD (TEMPLATE, KIND, "phrase", "template", NC_ ("template", "Phrase"))
  WORD (TEMPLATE, KIND, "goal", "template", NC_ ("template", "Goal"))
  WORD (TEMPLATE, KIND, "grouping", "template", NC_ ("template", "Grouping"))
  WORD (TEMPLATE, KIND, "filter", "template", NC_ ("template", "Filter"))
  WORD (ACTIVITY, SETTING, "alone", "setting", NC_ ("setting", "Alone"))
  WORD (ACTIVITY, SETTING, "pairs", "setting", NC_ ("setting", "Pairs"))
  WORD (ACTIVITY, SETTING, "groups", "setting", NC_ ("setting", "Groups"))
  WORD (ACTIVITY, SETTING, "whole-class", "setting", NC_ ("setting", "Whole class"))
  WORD (ACTIVITY, SETTING, "one-to-one", "setting", NC_ ("setting", "One-to-one"))
  WORD (ACTIVITY, STATE, "planned", "activity", NC_ ("activity", "Planned"))
  WORD (ACTIVITY, STATE, "held", "activity", NC_ ("activity", "Held"))
  WORD (PARTICIPATION, PRESENT, "yes", "present", NC_ ("present", "Yes"))
  WORD (PARTICIPATION, PRESENT, "no", "present", NC_ ("present", "No"))
  WORD (GOAL, STATE, "draft", "goal", NC_ ("goal", "Draft"))
  WORD (GOAL, STATE, "active", "goal", NC_ ("goal", "Active"))
  WORD (GOAL, STATE, "paused", "goal", NC_ ("goal", "Paused"))
  WORD (GOAL, STATE, "closed", "goal", NC_ ("goal", "Closed"))
  WORD (MEASUREMENT, EVIDENCE, "observation", "evidence", NC_ ("evidence", "Observation"))
  WORD (MEASUREMENT, EVIDENCE, "product", "evidence", NC_ ("evidence", "Product"))
  WORD (MEASUREMENT, EVIDENCE, "conversation", "evidence", NC_ ("evidence", "Conversation"))
  WORD (MEASUREMENT, EVIDENCE, "quiz", "evidence", NC_ ("evidence", "Quiz"))
  WORD (MEASUREMENT, EVIDENCE, "self-assessment", "evidence", NC_ ("evidence", "Self-assessment"))
  WORD (MEASUREMENT, INDEPENDENCE, "alone", "independence", NC_ ("independence", "Alone"))
  WORD (MEASUREMENT, INDEPENDENCE, "with-help", "independence", NC_ ("independence", "With help"))
};

/**
 * pz_choice_words_get:
 * @type: of the record
 * @field: a choice, or a set of choices, of that type
 * @choice: one of its values
 *
 * Returns: (transfer none): the value in words, translated; @choice itself when there is no word for it
 */
const char *
pz_choice_words_get (PzRecordType  type,
                     guint         field,
                     const char   *choice)
{
  g_return_val_if_fail (choice != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (choice_words); i++)
    if (choice_words[i].type == type && choice_words[i].field == field && strcmp (choice_words[i].choice, choice) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, choice_words[i].context, choice_words[i].word);
  return choice;
}

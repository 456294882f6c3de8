/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

/* The one table of what is kept about people and their learning. Properties, JSON, validation, merge, CSV, the command
 * line and the privacy page all come from here. A line: symbol, name, kind, flags, minimum, maximum, choices or target,
 * label, purpose. Adding a line adds the field everywhere; a line is never removed or renamed, files may hold it. */

#define PZ_RECORD_TYPES(R)                                                                                               \
  R (CLASSROOM, classroom_record, "classroom", NULL, 1 << 0, NC_("record", "Class"))                                            \
  R (LEVEL, level, "level", "levels", 1 << 0, NC_("record", "Level"))                                                    \
  R (MEASURE, measure, "measure", "measures", 1 << 0, NC_("record", "Measure"))                                          \
  R (LENS, lens, "lens", "lenses", 1 << 0, NC_("record", "Lens"))                                                        \
  R (STRATEGY, strategy, "strategy", "strategies", 1 << 0, NC_("record", "Strategy"))                                    \
  R (TEMPLATE, template, "template", "templates", 1 << 0, NC_("record", "Template"))                                     \
  R (INQUIRY, inquiry, "inquiry", "inquiries", 1 << 0, NC_("record", "Inquiry"))                                         \
  R (LEARNER, learner, "learner", NULL, 1 << 1, NC_("record", "Learner"))                                                \
  R (CONTACT, contact, "contact", "contacts", 1 << 1, NC_("record", "Contact"))                                          \
  R (ABSENCE, absence, "absence", "absences", 1 << 1, NC_("record", "Absence"))                                          \
  R (CHECK_IN, check_in, "check-in", "check-ins", 1 << 1, NC_("record", "Check-in"))                                     \
  R (ACTIVITY, activity, "activity", NULL, 1 << 2, NC_("record", "Activity"))                                            \
  R (GROUP, group, "group", "groups", 1 << 2, NC_("record", "Group"))                                                    \
  R (PARTICIPATION, participation, "participation", "participations", 1 << 2, NC_("record", "Participation"))            \
  R (GOAL, goal, "goal", "goals", 1 << 0 | 1 << 1, NC_("record", "Goal"))                                                \
  R (MILESTONE, milestone, "milestone", "milestones", 1 << 0 | 1 << 1, NC_("record", "Milestone"))                       \
  R (GAS_LEVEL, gas_level, "gas-level", "gas-levels", 1 << 0 | 1 << 1, NC_("record", "Goal attainment level"))           \
  R (PHASE, phase, "phase", "phases", 1 << 0 | 1 << 1, NC_("record", "Phase"))                                           \
  R (MEASUREMENT, measurement, "measurement", "measurements", 1 << 1, NC_("record", "Measurement"))                      \
  R (FRAMEWORK, framework, "framework", NULL, 1 << 3, NC_("record", "Framework"))                                        \
  R (STANDARD, standard, "standard", "standards", 1 << 3, NC_("record", "Standard"))                                     \
  R (ASSOCIATION, association, "association", "associations", 1 << 3, NC_("record", "Association"))                      \
  R (GROUPING_RULE, grouping_rule, "grouping-rule", "grouping-rules", 1 << 0, NC_("record", "Rule for groups"))

#define PZ_DELETED_FIELD(symbol, F)                                                                                      \
  F (symbol, "deleted", TEXT, PLAIN, 0, 24, NULL, NC_("field", "Deleted"),                                               \
     N_ ("When it was moved to the trash, so that it can be brought back."))

#define PZ_CLASSROOM_FIELDS(F)                                                                                           \
  F (PZ_CLASSROOM_NAME, "name", TEXT, REQUIRED, 0, 100, NULL, NC_("field", "Name"), N_ ("Tells your classes apart."))    \
  F (PZ_CLASSROOM_SUBJECT, "subject", TEXT, PLAIN, 0, 100, NULL, NC_("field", "Subject"), N_ ("What you teach here."))   \
  F (PZ_CLASSROOM_SCHOOL, "school", TEXT, PLAIN, 0, 200, NULL, NC_("field", "School"), N_ ("Stands on printed pages."))  \
  F (PZ_CLASSROOM_TERM_START, "term-start", DATE, PLAIN, 0, 10, NULL, NC_("field", "Term starts"),                       \
     N_ ("Charts and counts begin here."))                                                                               \
  F (PZ_CLASSROOM_TERM_END, "term-end", DATE, PLAIN, 0, 10, NULL, NC_("field", "Term ends"), N_ ("Charts end here."))    \
  F (PZ_CLASSROOM_CLOSED_DAYS, "closed-days", DATE, SET, 0, 21, NULL, NC_("field", "Closed days"),                       \
     N_ ("Days without school do not count as days a learner was not seen."))                                            \
  F (PZ_CLASSROOM_SCHOOL_DAYS, "school-days", CHOICE, SET, 0, 0,                                                        \
     "monday|tuesday|wednesday|thursday|friday|saturday|sunday", NC_("field", "Days with school"),                       \
     N_ ("Only these count where days are counted; none chosen: Monday to Friday."))                                     \
  F (PZ_CLASSROOM_CHECK_IN_EVERY, "check-in-every", NUMBER, PLAIN, 1, 366, NULL, NC_("field", "Days between check-ins"), \
     N_ ("After how many days a learner counts as not seen for a while."))                                               \
  F (PZ_CLASSROOM_SHARE_MIN, "collective-share-min", NUMBER, PLAIN, 0, 100, NULL,                                        \
     NC_("field", "Least share of learning together (percent)"), N_ ("Your own target for learning together."))          \
  F (PZ_CLASSROOM_SHARE_MAX, "collective-share-max", NUMBER, PLAIN, 0, 100, NULL,                                        \
     NC_("field", "Greatest share of learning together (percent)"), N_ ("Your own target for learning together."))       \
  F (PZ_CLASSROOM_SOURCED_ID, "sourced-id", TEXT, PLAIN, 0, 256, NULL, NC_("field", "Roster number"),                    \
     N_ ("Recognises the class when the roster is imported again."))                                                     \
  F (PZ_CLASSROOM_FIELDS_ON, "fields-on", TEXT, SET, 0, 100, NULL, NC_("field", "Sensitive fields in use"),              \
     N_ ("Sensitive fields are off until you turn them on."))                                                            \
  F (PZ_CLASSROOM_RETENTION_DATE, "retention-date", DATE, PLAIN, 0, 10, NULL, NC_("field", "Keep until"),                \
     N_ ("From this day on you are asked whether the class is still needed."))                                           \
  F (PZ_CLASSROOM_WARNINGS_OFF, "warnings-off", TEXT, SET, 0, 100, NULL, NC_("field", "Warnings that are not shown"),     \
     N_ ("What you do not want to be told of this class again."))                                                       \
  PZ_DELETED_FIELD (PZ_CLASSROOM_DELETED, F)

#define PZ_LEVEL_FIELDS(F)                                                                                               \
  F (PZ_LEVEL_NAME, "name", TEXT, REQUIRED, 0, 60, NULL, NC_("field", "Name"), N_ ("The name of the level."))            \
  F (PZ_LEVEL_ICON, "icon", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Icon"), N_ ("Tells levels apart without colour."))   \
  F (PZ_LEVEL_COLOUR, "colour", TEXT, PLAIN, 0, 20, NULL, NC_("field", "Colour"), N_ ("Tells levels apart at a glance.")) \
  F (PZ_LEVEL_POSITION, "position", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Position"), N_ ("The order of the levels."))  \
  PZ_DELETED_FIELD (PZ_LEVEL_DELETED, F)

#define PZ_MEASURE_FIELDS(F)                                                                                             \
  F (PZ_MEASURE_NAME, "name", TEXT, REQUIRED, 0, 100, NULL, NC_("field", "Name"), N_ ("What is counted."))               \
  F (PZ_MEASURE_KIND, "kind", CHOICE, PLAIN, 0, 0, "count|rate|percent|score|level|goal-attainment|yes-no",              \
     NC_("field", "Kind"), N_ ("How values are written and compared."))                                                  \
  F (PZ_MEASURE_UNIT, "unit", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Unit"), N_ ("Stands behind every value."))         \
  F (PZ_MEASURE_MINIMUM, "minimum", NUMBER, PLAIN, -1e9, 1e9, NULL, NC_("field", "Least value"),                         \
     N_ ("Catches slips of the keyboard."))                                                                              \
  F (PZ_MEASURE_MAXIMUM, "maximum", NUMBER, PLAIN, -1e9, 1e9, NULL, NC_("field", "Greatest value"),                      \
     N_ ("Catches slips of the keyboard."))                                                                              \
  F (PZ_MEASURE_DIRECTION, "direction", CHOICE, PLAIN, 0, 0, "increase|decrease", NC_("field", "Better is"),             \
     N_ ("Whether more or less is better."))                                                                             \
  F (PZ_MEASURE_RESOLUTION, "resolution", NUMBER, PLAIN, 0, 1e9, NULL, NC_("field", "Smallest step"),                    \
     N_ ("Keeps forecasts from claiming more than the measure can show."))                                               \
  PZ_DELETED_FIELD (PZ_MEASURE_DELETED, F)

#define PZ_LENS_FIELDS(F)                                                                                                \
  F (PZ_LENS_NAME, "name", TEXT, REQUIRED, 0, 100, NULL, NC_("field", "Name"), N_ ("A view on fairness you chose."))     \
  F (PZ_LENS_PURPOSE, "purpose", LONG_TEXT, PLAIN, 0, 2000, NULL, NC_("field", "Purpose"),                               \
     N_ ("Why you record it; shown beside the field."))                                                                  \
  F (PZ_LENS_VALUES, "values", TEXT, SET, 0, 100, NULL, NC_("field", "Values"), N_ ("What can be chosen."))              \
  PZ_DELETED_FIELD (PZ_LENS_DELETED, F)

#define PZ_STRATEGY_FIELDS(F)                                                                                            \
  F (PZ_STRATEGY_NAME, "name", TEXT, REQUIRED, 0, 100, NULL, NC_("field", "Name"), N_ ("A tool or an approach."))        \
  F (PZ_STRATEGY_KIND, "kind", CHOICE, PLAIN, 0, 0, "digital|human|material", NC_("field", "Kind"),                      \
     N_ ("Lets you see where technology helps or hurts."))                                                               \
  F (PZ_STRATEGY_ASSISTIVE, "assistive", FLAG, PLAIN, 0, 0, NULL, NC_("field", "Assistive"),                             \
     N_ ("Something a learner relies on is never suggested to be stopped."))                                             \
  F (PZ_STRATEGY_PURPOSES, "purposes", CHOICE, SET, 0, 0, "practice|feedback|create|collaborate|assistive",              \
     NC_("field", "Used for"), N_ ("Compares like with like."))                                                          \
  F (PZ_STRATEGY_PIC, "pic", CHOICE, PLAIN, 0, 0, "passive|interactive|creative", NC_("field", "Learner's part"),        \
     N_ ("How active the learner is with it."))                                                                          \
  F (PZ_STRATEGY_RAT, "rat", CHOICE, PLAIN, 0, 0, "replace|amplify|transform", NC_("field", "Change of teaching"),       \
     N_ ("What it does to the way you teach."))                                                                          \
  PZ_DELETED_FIELD (PZ_STRATEGY_DELETED, F)

#define PZ_TEMPLATE_FIELDS(F)                                                                                            \
  F (PZ_TEMPLATE_KIND, "kind", CHOICE, PLAIN, 0, 0, "phrase|goal|grouping|filter", NC_("field", "Kind"),                 \
     N_ ("Where it is offered."))                                                                                        \
  F (PZ_TEMPLATE_NAME, "name", TEXT, REQUIRED, 0, 100, NULL, NC_("field", "Name"), N_ ("How you find it again."))        \
  F (PZ_TEMPLATE_CONTENT, "content", LONG_TEXT, PLAIN, 0, 10000, NULL, NC_("field", "Content"),                          \
     N_ ("What it fills in."))                                                                                           \
  PZ_DELETED_FIELD (PZ_TEMPLATE_DELETED, F)

#define PZ_INQUIRY_FIELDS(F)                                                                                             \
  F (PZ_INQUIRY_QUESTION, "question", TEXT, PLAIN, 0, 500, NULL, NC_("field", "Question"), N_ ("What you want to know.")) \
  F (PZ_INQUIRY_DATE, "date", DATE, PLAIN, 0, 10, NULL, NC_("field", "Date"), N_ ("When you wrote it."))                 \
  F (PZ_INQUIRY_TEXT, "text", LONG_TEXT, PLAIN, 0, 20000, NULL, NC_("field", "Text"), N_ ("Your own thoughts."))         \
  F (PZ_INQUIRY_EVIDENCE, "evidence", LONG_TEXT, PLAIN, 0, 20000, NULL, NC_("field", "Evidence"),                        \
     N_ ("The finding it came from."))                                                                                   \
  F (PZ_INQUIRY_DECISION, "decision", LONG_TEXT, PLAIN, 0, 5000, NULL, NC_("field", "Decision"), N_ ("What you do next.")) \
  F (PZ_INQUIRY_REVIEW_DATE, "review-date", DATE, PLAIN, 0, 10, NULL, NC_("field", "Look again on"),                     \
     N_ ("When you want to be reminded."))                                                                               \
  PZ_DELETED_FIELD (PZ_INQUIRY_DELETED, F)

#define PZ_GROUPING_RULE_FIELDS(F)                                                                                       \
  F (PZ_GROUPING_RULE_KIND, "kind", CHOICE, PLAIN, 0, 0, "together|apart", NC_("field", "Kind"),                         \
     N_ ("Whether they are kept together or apart."))                                                                    \
  F (PZ_GROUPING_RULE_LEARNERS, "learners", REFERENCE, SET, 0, 36, "learner", NC_("field", "Learners"),                  \
     N_ ("Who is always in one group, or never."))                                                                       \
  PZ_DELETED_FIELD (PZ_GROUPING_RULE_DELETED, F)

#define PZ_LEARNER_FIELDS(F)                                                                                             \
  F (PZ_LEARNER_GIVEN_NAME, "given-name", TEXT, PLAIN, 0, 200, NULL, NC_("field", "Given name"),                         \
     N_ ("How you find and call the learner."))                                                                          \
  F (PZ_LEARNER_MIDDLE_NAME, "middle-name", TEXT, PLAIN, 0, 200, NULL, NC_("field", "Middle name"),                      \
     N_ ("Tells learners of one name apart."))                                                                           \
  F (PZ_LEARNER_FAMILY_NAME, "family-name", TEXT, PLAIN, 0, 200, NULL, NC_("field", "Family name"),                      \
     N_ ("How you find the learner in lists."))                                                                          \
  F (PZ_LEARNER_PREFERRED_NAME, "preferred-name", TEXT, PLAIN, 0, 200, NULL, NC_("field", "Name as they want it"),       \
     N_ ("Shown everywhere instead of the given name."))                                                                 \
  F (PZ_LEARNER_PRONOUNS, "pronouns", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Pronouns"), N_ ("How to speak of them."))  \
  F (PZ_LEARNER_EMAIL, "email", TEXT, PLAIN, 0, 320, NULL, NC_("field", "E-mail"), N_ ("How to reach the learner."))     \
  F (PZ_LEARNER_GRADE, "grade", TEXT, PLAIN, 0, 100, NULL, NC_("field", "Grade"),                                        \
     N_ ("The school year the learner is in, as the school writes it."))                                                 \
  F (PZ_LEARNER_BIRTH_DATE, "birth-date", DATE, SENSITIVE, 0, 10, NULL, NC_("field", "Birth date"),                      \
     N_ ("Shows the age; used for nothing else."))                                                                       \
  F (PZ_LEARNER_LEVEL, "level", REFERENCE, PLAIN, 0, 36, "level", NC_("field", "Level"),                                 \
     N_ ("Your own scale, for lists and for forming groups."))                                                           \
  F (PZ_LEARNER_HOME_LANGUAGES, "home-languages", TEXT, SET, 0, 60, NULL, NC_("field", "Languages at home"),             \
     N_ ("For language partners and letters home."))                                                                     \
  F (PZ_LEARNER_STRENGTHS, "strengths", TEXT, SET, 0, 100, NULL, NC_("field", "Strengths"),                              \
     N_ ("What to build on."))                                                                                           \
  F (PZ_LEARNER_NEEDS, "needs", TEXT, SET, 0, 100, NULL, NC_("field", "Needs"), N_ ("Where help is wanted."))            \
  F (PZ_LEARNER_INTERESTS, "interests", TEXT, SET, 0, 100, NULL, NC_("field", "Interests"),                              \
     N_ ("What makes tasks and groups worth while."))                                                                    \
  F (PZ_LEARNER_SUPPORTS, "supports", TEXT, SET, 0, 100, NULL, NC_("field", "Supports"),                                 \
     N_ ("What the learner can count on in every lesson."))                                                              \
  F (PZ_LEARNER_DEVICE_AT_HOME, "device-at-home", CHOICE, PLAIN, 0, 0, "none|shared|own", NC_("field", "Device at home"), \
     N_ ("Shows whom digital homework would leave out."))                                                                \
  F (PZ_LEARNER_INTERNET_AT_HOME, "internet-at-home", CHOICE, PLAIN, 0, 0, "none|unsteady|steady",                       \
     NC_("field", "Internet at home"), N_ ("Shows whom digital homework would leave out."))                              \
  F (PZ_LEARNER_QUIET_PLACE, "quiet-place-at-home", CHOICE, PLAIN, 0, 0, "none|sometimes|always",                        \
     NC_("field", "Quiet place at home"), N_ ("Shows who needs time at school instead."))                                \
  F (PZ_LEARNER_LENS_VALUES, "lens-values", TEXT, SET | PZ_FIELD_SENSITIVE, 0, 200, NULL, NC_("field", "Lens values"),   \
     N_ ("The views on fairness you chose for the class, as lens:value."))                                               \
  F (PZ_LEARNER_SOURCED_ID, "sourced-id", TEXT, PLAIN, 0, 256, NULL, NC_("field", "Roster number"),                      \
     N_ ("Recognises the learner when the roster is imported again."))                                                   \
  F (PZ_LEARNER_NOTES, "notes", LONG_TEXT, PLAIN, 0, 20000, NULL, NC_("field", "Notes"), N_ ("Anything else."))          \
  F (PZ_LEARNER_PRIVATE_NOTES, "private-notes", LONG_TEXT, LOCAL, 0, 20000, NULL, NC_("field", "Private notes"),         \
     N_ ("For your eyes; never leaves this computer, not even when the class is shared."))                               \
  F (PZ_LEARNER_ARCHIVED, "archived", FLAG, PLAIN, 0, 0, NULL, NC_("field", "Archived"),                                 \
     N_ ("Has left the class; kept, but out of the way."))                                                               \
  PZ_DELETED_FIELD (PZ_LEARNER_DELETED, F)

#define PZ_CONTACT_FIELDS(F)                                                                                             \
  F (PZ_CONTACT_NAME, "name", TEXT, REQUIRED, 0, 200, NULL, NC_("field", "Name"), N_ ("Whom you speak with."))           \
  F (PZ_CONTACT_RELATION, "relation", TEXT, PLAIN, 0, 100, NULL, NC_("field", "Relation"), N_ ("Who it is."))            \
  F (PZ_CONTACT_PHONE, "phone", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Phone"), N_ ("How to reach them."))              \
  F (PZ_CONTACT_EMAIL, "email", TEXT, PLAIN, 0, 200, NULL, NC_("field", "E-mail"), N_ ("How to reach them."))            \
  F (PZ_CONTACT_LANGUAGE, "language", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Language"), N_ ("For letters home."))      \
  F (PZ_CONTACT_SOURCED_ID, "sourced-id", TEXT, PLAIN, 0, 256, NULL, NC_("field", "Roster number"),                      \
     N_ ("Recognises the contact when the roster is imported again."))                                                   \
  F (PZ_CONTACT_ROSTER_VALUES, "roster-values", TEXT, SET, 0, 400, NULL, NC_("field", "Said by the roster"),             \
     N_ ("What the last import wrote, so that the next one leaves alone what you changed since."))                       \
  PZ_DELETED_FIELD (PZ_CONTACT_DELETED, F)

#define PZ_ABSENCE_FIELDS(F)                                                                                             \
  F (PZ_ABSENCE_FROM, "from", DATE, REQUIRED, 0, 10, NULL, NC_("field", "First day"),                                    \
     N_ ("Days away do not count as days not seen."))                                                                    \
  F (PZ_ABSENCE_TO, "to", DATE, PLAIN, 0, 10, NULL, NC_("field", "Last day"), N_ ("Empty for one day."))                 \
  PZ_DELETED_FIELD (PZ_ABSENCE_DELETED, F)

#define PZ_CHECK_IN_FIELDS(F)                                                                                            \
  F (PZ_CHECK_IN_DATE, "date", DATE, REQUIRED, 0, 10, NULL, NC_("field", "Date"), N_ ("When it was."))                   \
  F (PZ_CHECK_IN_KIND, "kind", CHOICE, PLAIN, 0, 0, "one-to-one|observation|family|note|self", NC_("field", "Kind"),     \
     N_ ("Tells talks from observations."))                                                                              \
  F (PZ_CHECK_IN_MINUTES, "minutes", NUMBER, PLAIN, 0, 1440, NULL, NC_("field", "Minutes"),                              \
     N_ ("Shows whether attention follows need."))                                                                       \
  F (PZ_CHECK_IN_GOAL, "goal", REFERENCE, PLAIN, 0, 36, "goal", NC_("field", "Goal"), N_ ("What it was about."))         \
  F (PZ_CHECK_IN_TEXT, "text", LONG_TEXT, PLAIN, 0, 20000, NULL, NC_("field", "Text"), N_ ("What was said or seen."))    \
  PZ_DELETED_FIELD (PZ_CHECK_IN_DELETED, F)

#define PZ_ACTIVITY_FIELDS(F)                                                                                            \
  F (PZ_ACTIVITY_TITLE, "title", TEXT, REQUIRED, 0, 200, NULL, NC_("field", "Title"), N_ ("What you do together."))      \
  F (PZ_ACTIVITY_DATE, "date", DATE, PLAIN, 0, 10, NULL, NC_("field", "Date"), N_ ("When it is."))                       \
  F (PZ_ACTIVITY_MINUTES, "minutes", NUMBER, PLAIN, 0, 1440, NULL, NC_("field", "Minutes"), N_ ("How long it takes."))   \
  F (PZ_ACTIVITY_REPEATS, "repeats", TEXT, PLAIN, 0, 100, NULL, NC_("field", "Repeats"), N_ ("Fills the regular week.")) \
  F (PZ_ACTIVITY_SETTING, "setting", CHOICE, PLAIN, 0, 0, "alone|pairs|groups|whole-class|one-to-one",                   \
     NC_("field", "Setting"), N_ ("Shows how learning alone and together balance."))                                     \
  F (PZ_ACTIVITY_STATE, "state", CHOICE, PLAIN, 0, 0, "planned|held", NC_("field", "State"),                             \
     N_ ("Only what was held counts."))                                                                                  \
  F (PZ_ACTIVITY_STRATEGIES, "strategies", REFERENCE, SET, 0, 36, "strategy", NC_("field", "Strategies"),                \
     N_ ("Tools and approaches in use."))                                                                                \
  F (PZ_ACTIVITY_AIMS, "aims", LONG_TEXT, PLAIN, 0, 5000, NULL, NC_("field", "Aims"), N_ ("What it is for."))            \
  F (PZ_ACTIVITY_GOALS, "goals", REFERENCE, SET, 0, 36, "goal", NC_("field", "Goals"), N_ ("Goals it serves."))          \
  F (PZ_ACTIVITY_CRITERIA, "criteria", LONG_TEXT, PLAIN, 0, 10000, NULL, NC_("field", "Criteria"),                       \
     N_ ("How groups were formed."))                                                                                     \
  F (PZ_ACTIVITY_SEED, "seed", NUMBER, PLAIN, 0, 9007199254740991.0, NULL, NC_("field", "Seed"),                         \
     N_ ("Makes the same groups again."))                                                                                \
  F (PZ_ACTIVITY_ROUNDS, "rounds", NUMBER, PLAIN, 1, 50, NULL, NC_("field", "Rounds"), N_ ("How often groups change."))  \
  F (PZ_ACTIVITY_REPEATS_UNTIL, "repeats-until", DATE, PLAIN, 0, 10, NULL, NC_("field", "Repeats until"),                \
     N_ ("The regular week holds it for the last time."))                                                                \
  F (PZ_ACTIVITY_LEFT_OUT, "left-out", DATE, SET, 0, 10, NULL, NC_("field", "Days left out"),                            \
     N_ ("Days on which the regular week goes without it."))                                                             \
  F (PZ_ACTIVITY_REGULAR, "regular", REFERENCE, PLAIN, 0, 36, "activity", NC_("field", "Regular activity"),              \
     N_ ("What it is of the regular week."))                                                                             \
  F (PZ_ACTIVITY_REGULAR_DAY, "regular-day", DATE, PLAIN, 0, 10, NULL, NC_("field", "Regular day"),                      \
     N_ ("Which day of the regular week it takes the place of."))                                                        \
  PZ_DELETED_FIELD (PZ_ACTIVITY_DELETED, F)

#define PZ_GROUP_FIELDS(F)                                                                                               \
  F (PZ_GROUP_ROUND, "round", NUMBER, PLAIN, 1, 50, NULL, NC_("field", "Round"), N_ ("When the group is together."))     \
  F (PZ_GROUP_NAME, "name", TEXT, PLAIN, 0, 100, NULL, NC_("field", "Name"), N_ ("How learners find it."))               \
  F (PZ_GROUP_POSITION, "position", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Position"), N_ ("The order of the groups.")) \
  PZ_DELETED_FIELD (PZ_GROUP_DELETED, F)

#define PZ_PARTICIPATION_FIELDS(F)                                                                                       \
  F (PZ_PARTICIPATION_LEARNER, "learner", REFERENCE, REQUIRED, 0, 36, "learner", NC_("field", "Learner"),                \
     N_ ("Who takes part."))                                                                                             \
  F (PZ_PARTICIPATION_ROUND, "round", NUMBER, PLAIN, 1, 50, NULL, NC_("field", "Round"), N_ ("In which round."))         \
  F (PZ_PARTICIPATION_GROUP, "group", REFERENCE, PLAIN, 0, 36, "group", NC_("field", "Group"), N_ ("With whom."))        \
  F (PZ_PARTICIPATION_LOCKED, "locked", FLAG, PLAIN, 0, 0, NULL, NC_("field", "Locked"), N_ ("Stays in this group."))    \
  F (PZ_PARTICIPATION_ROLE, "role", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Role"), N_ ("Lets roles rotate fairly."))    \
  F (PZ_PARTICIPATION_PRESENT, "present", CHOICE, PLAIN, 0, 0, "yes|no", NC_("field", "Present"),                        \
     N_ ("Absent learners do not count as having met."))                                                                 \
  F (PZ_PARTICIPATION_CONTRIBUTION, "contribution", NUMBER, PLAIN, 0, 5, NULL, NC_("field", "Contribution"),             \
     N_ ("What you saw."))                                                                                               \
  F (PZ_PARTICIPATION_NOTE, "note", TEXT, PLAIN, 0, 2000, NULL, NC_("field", "Note"), N_ ("What you saw."))              \
  PZ_DELETED_FIELD (PZ_PARTICIPATION_DELETED, F)

#define PZ_GOAL_FIELDS(F)                                                                                                \
  F (PZ_GOAL_TITLE, "title", TEXT, REQUIRED, 0, 200, NULL, NC_("field", "Title"), N_ ("The goal in a few words."))       \
  F (PZ_GOAL_LEARNERS, "learners", REFERENCE, SET, 0, 36, "learner", NC_("field", "Learners"),                           \
     N_ ("Who share the goal."))                                                                                         \
  F (PZ_GOAL_CONDITION, "condition", TEXT, PLAIN, 0, 500, NULL, NC_("field", "Condition"), N_ ("Under which conditions.")) \
  F (PZ_GOAL_BEHAVIOUR, "behaviour", TEXT, PLAIN, 0, 500, NULL, NC_("field", "Behaviour"), N_ ("What can be observed.")) \
  F (PZ_GOAL_CRITERION, "criterion", TEXT, PLAIN, 0, 500, NULL, NC_("field", "Criterion"), N_ ("When it is reached."))   \
  F (PZ_GOAL_OCCASIONS, "occasions", NUMBER, PLAIN, 1, 50, NULL, NC_("field", "Occasions in a row"),                     \
     N_ ("How often the criterion must be held."))                                                                       \
  F (PZ_GOAL_MEASURE, "measure", REFERENCE, PLAIN, 0, 36, "measure", NC_("field", "Measure"), N_ ("How it is measured.")) \
  F (PZ_GOAL_BASELINE, "baseline", NUMBER, PLAIN, -1e9, 1e9, NULL, NC_("field", "Baseline"), N_ ("Where it began."))     \
  F (PZ_GOAL_TARGET, "target", NUMBER, PLAIN, -1e9, 1e9, NULL, NC_("field", "Target"), N_ ("Where it leads."))           \
  F (PZ_GOAL_START, "start", DATE, PLAIN, 0, 10, NULL, NC_("field", "Start"), N_ ("When it began."))                     \
  F (PZ_GOAL_TARGET_DATE, "target-date", DATE, PLAIN, 0, 10, NULL, NC_("field", "Target date"), N_ ("By when."))         \
  F (PZ_GOAL_STANDARD, "standard", REFERENCE, PLAIN, 0, 36, "standard", NC_("field", "Standard"),                        \
     N_ ("The competency it belongs to."))                                                                               \
  F (PZ_GOAL_NEEDS, "needs", TEXT, SET, 0, 100, NULL, NC_("field", "Needs"), N_ ("Which needs it serves."))              \
  F (PZ_GOAL_STRENGTHS, "strengths", TEXT, SET, 0, 100, NULL, NC_("field", "Strengths"), N_ ("What it builds on."))      \
  F (PZ_GOAL_INTERESTS, "interests", TEXT, SET, 0, 100, NULL, NC_("field", "Interests"), N_ ("What makes it worth while.")) \
  F (PZ_GOAL_STATE, "state", CHOICE, PLAIN, 0, 0, "draft|active|paused|closed", NC_("field", "State"),                   \
     N_ ("Whether it is worked on."))                                                                                    \
  F (PZ_GOAL_REVIEW_EVERY, "review-every", NUMBER, PLAIN, 1, 366, NULL, NC_("field", "Days between measurements"),       \
     N_ ("When new data is due."))                                                                                       \
  F (PZ_GOAL_NOTES, "notes", LONG_TEXT, PLAIN, 0, 20000, NULL, NC_("field", "Notes"), N_ ("Anything else."))             \
  PZ_DELETED_FIELD (PZ_GOAL_DELETED, F)

#define PZ_MILESTONE_FIELDS(F)                                                                                           \
  F (PZ_MILESTONE_GOAL, "goal", REFERENCE, REQUIRED, 0, 36, "goal", NC_("field", "Goal"), N_ ("Which goal."))            \
  F (PZ_MILESTONE_TEXT, "text", TEXT, PLAIN, 0, 500, NULL, NC_("field", "Text"), N_ ("A step on the way."))              \
  F (PZ_MILESTONE_DATE, "date", DATE, PLAIN, 0, 10, NULL, NC_("field", "Date"), N_ ("By when."))                         \
  F (PZ_MILESTONE_REACHED, "reached", DATE, PLAIN, 0, 10, NULL, NC_("field", "Reached on"), N_ ("When it was reached.")) \
  F (PZ_MILESTONE_POSITION, "position", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Position"), N_ ("The order of steps."))  \
  PZ_DELETED_FIELD (PZ_MILESTONE_DELETED, F)

#define PZ_GAS_LEVEL_FIELDS(F)                                                                                           \
  F (PZ_GAS_LEVEL_GOAL, "goal", REFERENCE, REQUIRED, 0, 36, "goal", NC_("field", "Goal"), N_ ("Which goal."))            \
  F (PZ_GAS_LEVEL_LEVEL, "level", NUMBER, PLAIN, -2, 2, NULL, NC_("field", "Level"), N_ ("From -2 to +2; 0 is expected.")) \
  F (PZ_GAS_LEVEL_TEXT, "text", TEXT, PLAIN, 0, 500, NULL, NC_("field", "Text"), N_ ("What this level looks like."))     \
  PZ_DELETED_FIELD (PZ_GAS_LEVEL_DELETED, F)

#define PZ_PHASE_FIELDS(F)                                                                                               \
  F (PZ_PHASE_GOAL, "goal", REFERENCE, REQUIRED, 0, 36, "goal", NC_("field", "Goal"), N_ ("Which goal."))                \
  F (PZ_PHASE_START, "start", DATE, REQUIRED, 0, 10, NULL, NC_("field", "Start"), N_ ("When the teaching changed."))     \
  F (PZ_PHASE_STRATEGY, "strategy", REFERENCE, PLAIN, 0, 36, "strategy", NC_("field", "Strategy"),                       \
     N_ ("Which tool or approach."))                                                                                     \
  F (PZ_PHASE_NOTE, "note", TEXT, PLAIN, 0, 2000, NULL, NC_("field", "Note"), N_ ("What changed."))                      \
  PZ_DELETED_FIELD (PZ_PHASE_DELETED, F)

#define PZ_MEASUREMENT_FIELDS(F)                                                                                         \
  F (PZ_MEASUREMENT_GOAL, "goal", REFERENCE, REQUIRED, 0, 36, "goal", NC_("field", "Goal"), N_ ("Which goal."))          \
  F (PZ_MEASUREMENT_DATE, "date", DATE, REQUIRED, 0, 10, NULL, NC_("field", "Date"), N_ ("When it was measured."))       \
  F (PZ_MEASUREMENT_VALUE, "value", NUMBER, PLAIN, -1e9, 1e9, NULL, NC_("field", "Value"), N_ ("What was measured."))    \
  F (PZ_MEASUREMENT_OUT_OF, "out-of", NUMBER, PLAIN, 0, 1e9, NULL, NC_("field", "Out of"),                               \
     N_ ("Keeps both parts of a share."))                                                                                \
  F (PZ_MEASUREMENT_EVIDENCE, "evidence", CHOICE, PLAIN, 0, 0,                                                           \
     "observation|product|conversation|quiz|self-assessment", NC_("field", "Evidence"), N_ ("How it is known."))         \
  F (PZ_MEASUREMENT_INDEPENDENCE, "independence", CHOICE, PLAIN, 0, 0, "alone|with-help", NC_("field", "Independence"),  \
     N_ ("Whether help was given."))                                                                                     \
  F (PZ_MEASUREMENT_NOT_VALID, "not-valid", FLAG, PLAIN, 0, 0, NULL, NC_("field", "Not valid"),                          \
     N_ ("Kept, but never counted."))                                                                                    \
  F (PZ_MEASUREMENT_NOTE, "note", TEXT, PLAIN, 0, 2000, NULL, NC_("field", "Note"), N_ ("What the number does not say.")) \
  PZ_DELETED_FIELD (PZ_MEASUREMENT_DELETED, F)

/* What a CFPackage of CASE 1.0 and 1.1 says. Texts of other members stand in `extra` as one JSON object. */
#define PZ_FRAMEWORK_FIELDS(F)                                                                                           \
  F (PZ_FRAMEWORK_TITLE, "title", TEXT, REQUIRED, 0, 500, NULL, NC_("field", "Title"), N_ ("Which framework."))          \
  F (PZ_FRAMEWORK_CREATOR, "creator", TEXT, PLAIN, 0, 500, NULL, NC_("field", "Creator"), N_ ("Who wrote it."))          \
  F (PZ_FRAMEWORK_LANGUAGE, "language", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Language"), N_ ("Its language."))        \
  F (PZ_FRAMEWORK_VERSION, "version", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Version"), N_ ("Which edition."))          \
  F (PZ_FRAMEWORK_PUBLISHER, "publisher", TEXT, PLAIN, 0, 500, NULL, NC_("field", "Publisher"), N_ ("Whose it is."))     \
  F (PZ_FRAMEWORK_DESCRIPTION, "description", LONG_TEXT, PLAIN, 0, 20000, NULL, NC_("field", "Description"),             \
     N_ ("What it is for, in the words of its authors."))                                                                \
  F (PZ_FRAMEWORK_SUBJECTS, "subjects", TEXT, SET, 0, 500, NULL, NC_("field", "Subjects"),                               \
     N_ ("Which subjects it is about."))                                                                                 \
  F (PZ_FRAMEWORK_ADOPTION_STATUS, "adoption-status", TEXT, PLAIN, 0, 100, NULL, NC_("field", "Adoption"),               \
     N_ ("Whether it is a draft, in force or out of use."))                                                              \
  F (PZ_FRAMEWORK_STATUS_START, "status-start", DATE, PLAIN, 0, 10, NULL, NC_("field", "In force from"),                 \
     N_ ("From when it holds."))                                                                                         \
  F (PZ_FRAMEWORK_STATUS_END, "status-end", DATE, PLAIN, 0, 10, NULL, NC_("field", "In force until"),                    \
     N_ ("Until when it holds."))                                                                                        \
  F (PZ_FRAMEWORK_FRAMEWORK_TYPE, "framework-type", TEXT, PLAIN, 0, 200, NULL, NC_("field", "Kind of framework"),        \
     N_ ("What kind of framework its authors call it."))                                                                 \
  F (PZ_FRAMEWORK_CASE_VERSION, "case-version", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Version of CASE"),               \
     N_ ("The version of the format it came in."))                                                                       \
  F (PZ_FRAMEWORK_SOURCE, "source", TEXT, PLAIN, 0, 2000, NULL, NC_("field", "Official source"),                         \
     N_ ("Where its authors publish it."))                                                                               \
  F (PZ_FRAMEWORK_IDENTIFIER, "identifier", TEXT, PLAIN, 0, 500, NULL, NC_("field", "Identifier"),                       \
     N_ ("How it is called in the file it came from, where that differs."))                                              \
  F (PZ_FRAMEWORK_URI, "uri", TEXT, PLAIN, 0, 2000, NULL, NC_("field", "Address"), N_ ("Where it can be found."))        \
  F (PZ_FRAMEWORK_LAST_CHANGED, "last-changed", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Last change"),                   \
     N_ ("When its authors changed it."))                                                                                \
  F (PZ_FRAMEWORK_NOTES, "notes", LONG_TEXT, PLAIN, 0, 20000, NULL, NC_("field", "Notes"),                               \
     N_ ("Anything else its authors say."))                                                                              \
  F (PZ_FRAMEWORK_DEFINITIONS, "definitions", LONG_TEXT, PLAIN, 0, 4000000, NULL, NC_("field", "Definitions"),           \
     N_ ("Subjects, kinds, concepts and licences it defines, as they came."))                                            \
  F (PZ_FRAMEWORK_RUBRICS, "rubrics", LONG_TEXT, PLAIN, 0, 4000000, NULL, NC_("field", "Rubrics"),                       \
     N_ ("Its rubrics, as they came."))                                                                                  \
  F (PZ_FRAMEWORK_EXTRA, "extra", LONG_TEXT, PLAIN, 0, 4000000, NULL, NC_("field", "Kept as it came"),                   \
     N_ ("What the file says that has no field here; kept so that nothing is lost."))                                    \
  PZ_DELETED_FIELD (PZ_FRAMEWORK_DELETED, F)

#define PZ_STANDARD_FIELDS(F)                                                                                            \
  F (PZ_STANDARD_STATEMENT, "statement", LONG_TEXT, PLAIN, 0, 20000, NULL, NC_("field", "Statement"),                    \
     N_ ("What a learner can do."))                                                                                      \
  F (PZ_STANDARD_CODE, "code", TEXT, PLAIN, 0, 100, NULL, NC_("field", "Code"), N_ ("Its short name."))                  \
  F (PZ_STANDARD_PARENTS, "parents", REFERENCE, SET, 0, 36, "standard", NC_("field", "Parents"), N_ ("Its place."))      \
  F (PZ_STANDARD_POSITION, "position", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Position"), N_ ("Its order."))            \
  F (PZ_STANDARD_ABBREVIATED, "abbreviated", LONG_TEXT, PLAIN, 0, 5000, NULL, NC_("field", "Short statement"),           \
     N_ ("The statement in a few words."))                                                                               \
  F (PZ_STANDARD_ALTERNATIVE, "alternative", TEXT, PLAIN, 0, 1000, NULL, NC_("field", "Other name"),                     \
     N_ ("What it is called as well."))                                                                                  \
  F (PZ_STANDARD_ENUMERATION, "enumeration", TEXT, PLAIN, 0, 100, NULL, NC_("field", "Number in the list"),              \
     N_ ("Its number among its neighbours."))                                                                            \
  F (PZ_STANDARD_KIND, "kind", TEXT, PLAIN, 0, 200, NULL, NC_("field", "Kind"),                                          \
     N_ ("What it is: a domain, a cluster, a standard."))                                                                \
  F (PZ_STANDARD_EDUCATION_LEVELS, "education-levels", TEXT, SET, 0, 100, NULL, NC_("field", "School years"),            \
     N_ ("For which school years it is meant."))                                                                         \
  F (PZ_STANDARD_SUBJECTS, "subjects", TEXT, SET, 0, 500, NULL, NC_("field", "Subjects"),                                \
     N_ ("Which subjects it is about."))                                                                                 \
  F (PZ_STANDARD_KEYWORDS, "keywords", TEXT, SET, 0, 500, NULL, NC_("field", "Keywords"), N_ ("Helps to find it."))      \
  F (PZ_STANDARD_LANGUAGE, "language", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Language"), N_ ("Its language."))         \
  F (PZ_STANDARD_STATUS_START, "status-start", DATE, PLAIN, 0, 10, NULL, NC_("field", "In force from"),                  \
     N_ ("From when it holds."))                                                                                         \
  F (PZ_STANDARD_STATUS_END, "status-end", DATE, PLAIN, 0, 10, NULL, NC_("field", "In force until"),                     \
     N_ ("Until when it holds."))                                                                                        \
  F (PZ_STANDARD_RETIRED, "retired", DATE, PLAIN, 0, 10, NULL, NC_("field", "Retired on"),                               \
     N_ ("Since when the framework does not have it any more; goals keep it."))                                          \
  F (PZ_STANDARD_IDENTIFIER, "identifier", TEXT, PLAIN, 0, 500, NULL, NC_("field", "Identifier"),                        \
     N_ ("How it is called in the file it came from, where that differs."))                                              \
  F (PZ_STANDARD_URI, "uri", TEXT, PLAIN, 0, 2000, NULL, NC_("field", "Address"), N_ ("Where it can be found."))         \
  F (PZ_STANDARD_LAST_CHANGED, "last-changed", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Last change"),                    \
     N_ ("When its authors changed it."))                                                                                \
  F (PZ_STANDARD_NOTES, "notes", LONG_TEXT, PLAIN, 0, 20000, NULL, NC_("field", "Notes"),                                \
     N_ ("Anything else its authors say."))                                                                              \
  F (PZ_STANDARD_FILE_ORDER, "file-order", NUMBER, PLAIN, 0, 1e9, NULL, NC_("field", "Order in the file"),               \
     N_ ("Orders neighbours that nothing else tells apart."))                                                            \
  F (PZ_STANDARD_EXTRA, "extra", LONG_TEXT, PLAIN, 0, 4000000, NULL, NC_("field", "Kept as it came"),                    \
     N_ ("What the file says that has no field here; kept so that nothing is lost."))                                    \
  PZ_DELETED_FIELD (PZ_STANDARD_DELETED, F)

/* A CFAssociation: isChildOf is the tree, the others are links. Ends may lie outside of the framework. */
#define PZ_ASSOCIATION_FIELDS(F)                                                                                         \
  F (PZ_ASSOCIATION_KIND, "kind", TEXT, REQUIRED, 0, 200, NULL, NC_("field", "Kind"),                                    \
     N_ ("How the two belong together, as isChildOf or precedes."))                                                      \
  F (PZ_ASSOCIATION_ORIGIN, "origin", TEXT, PLAIN, 0, 500, NULL, NC_("field", "From"),                                   \
     N_ ("Which standard it begins at."))                                                                                \
  F (PZ_ASSOCIATION_ORIGIN_TITLE, "origin-title", TEXT, PLAIN, 0, 2000, NULL, NC_("field", "Title of the first"),        \
     N_ ("How the file calls the standard it begins at."))                                                               \
  F (PZ_ASSOCIATION_ORIGIN_URI, "origin-uri", TEXT, PLAIN, 0, 2000, NULL, NC_("field", "Address of the first"),          \
     N_ ("Where the standard it begins at can be found."))                                                               \
  F (PZ_ASSOCIATION_DESTINATION, "destination", TEXT, PLAIN, 0, 500, NULL, NC_("field", "To"),                           \
     N_ ("Which standard it leads to; maybe one of another framework."))                                                 \
  F (PZ_ASSOCIATION_DESTINATION_TITLE, "destination-title", TEXT, PLAIN, 0, 2000, NULL, NC_("field", "Title of the second"),\
     N_ ("How the file calls the standard it leads to."))                                                                \
  F (PZ_ASSOCIATION_DESTINATION_URI, "destination-uri", TEXT, PLAIN, 0, 2000, NULL, NC_("field", "Address of the second"),\
     N_ ("Where the standard it leads to can be found."))                                                                \
  F (PZ_ASSOCIATION_SEQUENCE, "sequence", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Place in the sequence"),               \
     N_ ("Orders the standards below one parent."))                                                                      \
  F (PZ_ASSOCIATION_IDENTIFIER, "identifier", TEXT, PLAIN, 0, 500, NULL, NC_("field", "Identifier"),                     \
     N_ ("How it is called in the file it came from, where that differs."))                                              \
  F (PZ_ASSOCIATION_URI, "uri", TEXT, PLAIN, 0, 2000, NULL, NC_("field", "Address"), N_ ("Where it can be found."))      \
  F (PZ_ASSOCIATION_LAST_CHANGED, "last-changed", TEXT, PLAIN, 0, 60, NULL, NC_("field", "Last change"),                 \
     N_ ("When its authors changed it."))                                                                                \
  F (PZ_ASSOCIATION_NOTES, "notes", LONG_TEXT, PLAIN, 0, 20000, NULL, NC_("field", "Notes"),                             \
     N_ ("Anything else its authors say."))                                                                              \
  F (PZ_ASSOCIATION_EXTRA, "extra", LONG_TEXT, PLAIN, 0, 4000000, NULL, NC_("field", "Kept as it came"),                 \
     N_ ("What the file says that has no field here; kept so that nothing is lost."))                                    \
  PZ_DELETED_FIELD (PZ_ASSOCIATION_DELETED, F)

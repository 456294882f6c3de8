/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-position.h"
#include "pz-sample-private.h"

#include <string.h>

/* A small framework of the invented school, and which goals work at what. Ids are the same in every sample class. */

#define FRAMEWORK_ID "sample-framework"

static const struct
{
  const char *code; /* the part before the last point is that of what it stands below */
  const char *kind;
  const char *statement;
} standards[] = {
  { "R", "Domain", "Reading" },
  { "R.1", "Strand", "Reads with ease" },
  { "R.1.1", "Standard", "Reads words at sight that come often" },
  { "R.1.2", "Standard", "Reads a new text aloud fluently and with expression" },
  { "R.1.3", "Standard", "Finds a mistake of the own reading and mends it" },
  { "R.2", "Strand", "Understands what was read" },
  { "R.2.1", "Standard", "Answers questions about a text in own words" },
  { "R.2.2", "Standard", "Says what is told and what is only meant" },
  { "R.2.3", "Standard", "Compares two texts about one matter" },
  { "R.3", "Strand", "Speaks and listens" },
  { "R.3.1", "Standard", "Says own ideas in a group and asks back" },
  { "R.3.2", "Standard", "Reads to others so that they like to listen" },
  { "W", "Domain", "Writing" },
  { "W.1", "Strand", "Spells" },
  { "W.1.1", "Standard", "Spells words that come often" },
  { "W.1.2", "Standard", "Looks up what is not certain" },
  { "W.2", "Strand", "Writes texts" },
  { "W.2.1", "Standard", "Plans a text" },
  { "W.2.2", "Standard", "Writes in paragraphs that each have one idea" },
  { "W.2.3", "Standard", "Describes what can be seen, in the order of time" },
  { "W.2.4", "Standard", "Makes a text better with somebody else" },
  { "M", "Domain", "Mathematics" },
  { "M.1", "Strand", "Numbers and operations" },
  { "M.1.1", "Standard", "Knows the multiplication facts" },
  { "M.1.2", "Standard", "Multiplies numbers of two digits" },
  { "M.1.3", "Standard", "Estimates before working it out" },
  { "M.2", "Strand", "Data" },
  { "M.2.1", "Standard", "Reads numbers from a chart, with their unit" },
  { "M.2.2", "Standard", "Draws a chart of own measurements" },
  { "M.3", "Strand", "Solves problems" },
  { "M.3.1", "Standard", "Explains each step of the way and why" },
  { "M.3.2", "Standard", "Finds more than one way" },
};

static const struct { const char *title; const char *code; } goals[] = {
  { "Reads aloud fluently", "R.1.2" },
  { "Answers questions after reading", "R.2.1" },
  { "Knows the multiplication facts", "M.1.1" },
  { "Writes with paragraphs", "W.2.2" },
  { "Speaks in a group of four", "R.3.1" },
  { "Explains how it was solved", "M.3.1" },
  { "Multiplies two-digit numbers", "M.1.2" },
  { "Spells the words of the week", "W.1.1" },
  { "Reads numbers from a chart", "M.2.1" },
  { "Read to the first-graders", "R.3.2" },
  { "A diary of the school garden", "W.2.3" },
};

/* "sample-r-1-2" of "R.1.2" */
static char *
id_of (const char *code)
{
  g_autofree char *name = g_ascii_strdown (code, -1);

  g_strdelimit (name, ".", '-');
  return g_strconcat ("sample-", name, NULL);
}

static void
add_standard (PzDocument *document,
              guint       which)
{
  g_autofree char *id = id_of (standards[which].code);
  PzRecord *record = pz_document_add_with_id (document, PZ_RECORD_STANDARD, id);
  const char *point = strrchr (standards[which].code, '.');

  pz_record_set_text (record, PZ_STANDARD_CODE, standards[which].code);
  pz_record_set_text (record, PZ_STANDARD_KIND, standards[which].kind);
  pz_record_set_text (record, PZ_STANDARD_STATEMENT, standards[which].statement);
  pz_position_append (document, record);
  if (point != NULL)
    {
      g_autofree char *code = g_strndup (standards[which].code, (gsize) (point - standards[which].code));
      g_autofree char *parent = id_of (code);

      pz_record_set_add (record, PZ_STANDARD_PARENTS, parent);
    }
}

/**
 * pz_sample_add_framework:
 * @run: its next save writes the document
 *
 * The framework of the invented school.
 */
void
pz_sample_add_framework (PzSampleRun *run)
{
  PzDocument *document = pz_document_new (PZ_DOCUMENT_FRAMEWORK, FRAMEWORK_ID, run->clock);
  PzRecord *record = pz_document_get_owner (document);

  pz_record_set_text (record, PZ_FRAMEWORK_TITLE, "Reading, writing, mathematics (sample)");
  pz_record_set_text (record, PZ_FRAMEWORK_CREATOR, "School at the Mill Pond");
  pz_record_set_text (record, PZ_FRAMEWORK_LANGUAGE, "en");
  for (guint i = 0; i < G_N_ELEMENTS (standards); i++)
    add_standard (document, i);
  g_ptr_array_add (run->unsaved, document);
}

/**
 * pz_sample_set_standard:
 * @goal: one of the sample's own, with its title
 *
 * Links the goal to what it works at; goals of behaviour have no standard.
 */
void
pz_sample_set_standard (PzRecord *goal)
{
  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    if (g_strcmp0 (pz_record_get_text (goal, PZ_GOAL_TITLE), goals[i].title) == 0)
      {
        g_autofree char *id = id_of (goals[i].code);

        pz_record_set_text (goal, PZ_GOAL_STANDARD, id);
      }
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "framework-fixture.h"

PzDocument *
framework_add (UiFixture  *fixture,
               const char *id,
               const char *title)
{
  PzDocument *document = pz_classroom_add_with_id (fixture->classroom, PZ_DOCUMENT_FRAMEWORK, id, NULL);

  pz_record_set_text (pz_document_get_owner (document), PZ_FRAMEWORK_TITLE, title);
  return document;
}

/* the id is the code in lower case; parent NULL: at the top; "": nowhere */
PzRecord *
framework_place (PzDocument *document,
                 const char *code,
                 const char *statement,
                 const char *parent)
{
  g_autofree char *id = g_ascii_strdown (code, -1);
  PzRecord *record = pz_document_add_with_id (document, PZ_RECORD_STANDARD, id);
  g_autofree char *position = g_strdup_printf ("a%s", code);

  pz_record_set_text (record, PZ_STANDARD_CODE, code);
  pz_record_set_text (record, PZ_STANDARD_STATEMENT, statement);
  if (parent != NULL && *parent != '\0')
    pz_record_set_add (record, PZ_STANDARD_PARENTS, parent);
  if (parent == NULL || *parent != '\0')
    pz_record_set_text (record, PZ_STANDARD_POSITION, position);
  return record;
}

/* R Reading > R1 Fluency > R11, R12 (retired); W Writing; L stands nowhere. R11 comes before R12. */
void
framework_make (UiFixture *fixture)
{
  g_autoptr(PzDocument) document = framework_add (fixture, "f", "Language & <b>arts</b>");
  PzRecord *link;

  framework_place (document, "R", "Reading", NULL);
  framework_place (document, "R1", "Fluency", "r");
  framework_place (document, "R11", "Reads <i>aloud</i> & with expression", "r1");
  pz_record_set_text (framework_place (document, "R12", "Reads at sight", "r1"), PZ_STANDARD_RETIRED, "2026-11-01");
  framework_place (document, "W", "Writing", NULL);
  framework_place (document, "L", "Listens to others", "");
  link = pz_document_add (document, PZ_RECORD_ASSOCIATION);
  pz_record_set_text (link, PZ_ASSOCIATION_KIND, "precedes");
  pz_record_set_text (link, PZ_ASSOCIATION_ORIGIN, "r11");
  pz_record_set_text (link, PZ_ASSOCIATION_DESTINATION, "r12");
  ui_save (fixture->classroom);
}

void
framework_add_goal (UiFixture  *fixture,
                    const char *learner,
                    const char *title,
                    const char *standard)
{
  g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, learner, NULL);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);

  pz_record_set_text (goal, PZ_GOAL_TITLE, title);
  pz_record_set_text (goal, PZ_GOAL_STANDARD, standard);
  ui_save (fixture->classroom);
}

PzStandardTree *
framework_open (UiFixture  *fixture,
                const char *id)
{
  g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_FRAMEWORK, id, NULL);

  return pz_standard_tree_new (document);
}

guint
framework_item (PzStandardTree *tree,
                const char     *id)
{
  guint item = PZ_STANDARD_ROOT;

  g_assert_true (pz_standard_tree_find (tree, id, &item));
  return item;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model-fixture.h"
#include "pz-activity-edit.h"

/* A new activity; date and setting as in files, or NULL. Its id is made of the letter. */
static inline PzDocument *
activity_make (char        letter,
               const char *title,
               const char *date,
               const char *setting)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, (guint64) letter);
  g_autofree char *id = g_strnfill (16, letter);
  PzDocument *document = pz_document_new (PZ_DOCUMENT_ACTIVITY, id, clock);
  PzRecord *record = pz_document_get_owner (document);

  pz_record_set_text (record, PZ_ACTIVITY_TITLE, title);
  pz_record_set_text (record, PZ_ACTIVITY_DATE, date);
  pz_record_set_text (record, PZ_ACTIVITY_SETTING, setting);
  return document;
}

static inline void
activity_hold (PzDocument *document,
               double      minutes)
{
  pz_record_set_text (pz_document_get_owner (document), PZ_ACTIVITY_STATE, "held");
  pz_record_set_number (pz_document_get_owner (document), PZ_ACTIVITY_MINUTES, minutes);
}

/* learners: ids separated by blanks; one behind a minus is absent */
static inline PzRecord *
activity_group (PzDocument *document,
                guint       round,
                const char *name,
                const char *learners)
{
  PzRecord *group = name != NULL ? pz_activity_add_group (document, round, name) : NULL;
  g_auto(GStrv) ids = g_strsplit (learners, " ", -1);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      const char *id = ids[i] + (*ids[i] == '-');
      PzRecord *part = pz_activity_take_part (document, id, round);

      if (group != NULL)
        pz_activity_place (document, id, round, group);
      pz_record_set_text (part, PZ_PARTICIPATION_PRESENT, *ids[i] == '-' ? "no" : "yes");
    }
  return group;
}

static inline void
activity_take (GPtrArray  *activities,
               PzDocument *document)
{
  PzActivity *activity = pz_activity_new (document);

  g_assert_nonnull (activity);
  g_ptr_array_add (activities, activity);
  g_object_unref (document);
}

static inline GPtrArray *
activity_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pz_activity_unref);
}

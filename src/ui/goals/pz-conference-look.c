/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conference-look.h"

#include "pz-learner.h"
#include "pz-privacy.h"

/**
 * pz_conference_look_init:
 * @look: (out caller-allocates): gets names of its own
 * @classroom: the class
 * @learner: the document of the learner
 */
void
pz_conference_look_init (PzConferenceLook *look,
                         PzClassroom      *classroom,
                         PzDocument       *learner)
{
  g_autofree char *name = NULL;
  const char *given;

  g_return_if_fail (look != NULL && PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (learner));

  name = pz_learner_dup_display_name (pz_document_get_owner (learner));
  given = pz_record_get_text (pz_document_get_owner (learner), PZ_LEARNER_GIVEN_NAME);
  *look = (PzConferenceLook) { .dup_text = pz_privacy_dup_text };
  look->name = pz_privacy_dup_name (pz_document_get_id (learner), name);
  look->called = pz_privacy_dup_name (pz_document_get_id (learner), given != NULL ? given : name);
  pz_environment_get_today (pz_classroom_get_environment (classroom), &look->today);
}

/**
 * pz_conference_look_clear:
 * @look: one of pz_conference_look_init()
 */
void
pz_conference_look_clear (PzConferenceLook *look)
{
  g_return_if_fail (look != NULL);

  g_clear_pointer (&look->name, g_free);
  g_clear_pointer (&look->called, g_free);
}

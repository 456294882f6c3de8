/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-one-roster-private.h"

/* of one learner; more is no family, and looking through them all would take for ever */
#define MAX_CONTACTS 100

static void
report (PzOneRosterLoad      *load,
        PzRosterCode          code,
        const PzRosterPerson *person)
{
  const PzRosterFile *file = pz_roster_source_find (load->source, PZ_ROSTER_KIND_USERS);

  pz_roster_messages_add (load->roster->messages, code, file != NULL ? pz_roster_file_get_name (file) : NULL,
                          person->line, "agentSourcedIds");
}

static void
add_contact (PzOneRosterLoad *load,
             PzRosterPerson  *learner,
             PzRosterPerson  *contact)
{
  if (learner->contacts == NULL)
    learner->contacts = g_ptr_array_new ();
  if (g_ptr_array_find (learner->contacts, contact, NULL))
    return;
  if (learner->contacts->len < MAX_CONTACTS)
    g_ptr_array_add (learner->contacts, contact);
  else
    report (load, PZ_ROSTER_CODE_CUT, learner);
}

/* Returns: whether the first is something to the second. A student may be an aide, too, but of other students only. */
static gboolean
belongs_to (const PzRosterPerson *contact,
            const PzRosterPerson *learner)
{
  if (contact->relation == PZ_ROSTER_RELATION_NONE)
    return FALSE;
  return learner->role == PZ_ROSTER_ROLE_STUDENT
         || (learner->relation == PZ_ROSTER_RELATION_NONE && contact->role != PZ_ROSTER_ROLE_STUDENT);
}

/* learners name their families, families name their learners, and some systems write both */
static void
link_people (PzOneRosterLoad *load,
             PzRosterPerson  *from,
             PzRosterPerson  *to)
{
  if (belongs_to (to, from))
    add_contact (load, from, to);
  else if (belongs_to (from, to))
    add_contact (load, to, from);
  else if (from->relation == PZ_ROSTER_RELATION_NONE || from->role == PZ_ROSTER_ROLE_STUDENT)
    report (load, PZ_ROSTER_CODE_AGENT_LEFT_OUT, from);
}

/*
 * pz_one_roster_link_families:
 *
 * Ties parents, guardians, relatives and aides to the people they belong to, in whichever row it stands. After roles:
 * in version 1.2 they say who is what.
 */
void
pz_one_roster_link_families (PzOneRosterLoad *load)
{
  PzRoster *roster = load->roster;

  for (guint i = 0; i < roster->people->len; i++)
    {
      PzRosterPerson *person = g_ptr_array_index (roster->people, i);

      for (guint j = 0; person->active && person->agents != NULL && person->agents[j] != NULL; j++)
        {
          PzRosterPerson *agent = pz_roster_find_person (roster, person->agents[j]);

          if (agent == NULL)
            report (load, PZ_ROSTER_CODE_NO_SUCH_USER, person);
          else if (agent->active && agent != person)
            link_people (load, person, agent);
        }
    }
}

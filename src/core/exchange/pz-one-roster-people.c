/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-one-roster-private.h"

static const char *
id_column (PzRosterTable *table)
{
  return pz_roster_table_has (table, "sourcedId") ? "sourcedId" : "userId";
}

static void
read_user (PzRosterTable  *table,
           PzRosterPerson *person)
{
  person->given_name = pz_roster_table_dup (table, "givenName");
  person->family_name = pz_roster_table_dup (table, "familyName");
  person->middle_name = pz_roster_table_dup (table, "middleName");
  person->preferred_name = pz_roster_table_dup (table, "preferredGivenName");
  person->preferred_middle_name = pz_roster_table_dup (table, "preferredMiddleName");
  person->preferred_family_name = pz_roster_table_dup (table, "preferredFamilyName");
  person->pronouns = pz_roster_table_dup (table, "pronouns");
  person->identifier = pz_roster_table_dup (table, "identifier");
  if (person->identifier == NULL)
    person->identifier = pz_roster_table_dup (table, "userMasterIdentifier");
  person->email = pz_roster_table_dup (table, "email");
  person->phone = pz_roster_table_dup (table, "phone");
  if (person->phone == NULL)
    person->phone = pz_roster_table_dup (table, "sms");
  person->grades = pz_roster_table_dup_list (table, "grades");
  person->agents = pz_roster_table_dup_list (table, "agentSourcedIds");
  person->orgs = pz_roster_table_dup_list (table, "orgSourcedIds");
  if (person->orgs == NULL)
    person->orgs = pz_roster_table_dup_list (table, "primaryOrgSourcedId");
  person->role = pz_roster_role_from_text (pz_roster_table_get (table, "role"));
  person->relation = pz_roster_relation_from_text (pz_roster_table_get (table, "role"));
  person->active = pz_one_roster_is_active (table);
  person->line = pz_roster_table_get_line (table);
}

/* a name may be missing, but a person without any cannot be shown */
static gboolean
check_name (PzRosterTable        *table,
            const PzRosterPerson *person)
{
  gboolean given = person->given_name != NULL || person->preferred_name != NULL;

  if (!given && person->family_name == NULL)
    pz_roster_table_report (table, PZ_ROSTER_CODE_NO_NAME, "givenName, familyName");
  else if (!given)
    pz_roster_table_report (table, PZ_ROSTER_CODE_NO_GIVEN_NAME, "givenName");
  else if (person->family_name == NULL)
    pz_roster_table_report (table, PZ_ROSTER_CODE_NO_FAMILY_NAME, "familyName");
  return given || person->family_name != NULL;
}

/*
 * pz_one_roster_read_users:
 *
 * Everybody: students, staff and families. User names and passwords are blank already.
 */
void
pz_one_roster_read_users (PzOneRosterLoad *load)
{
  PzRoster *roster = load->roster;
  g_autoptr(PzRosterTable) table = pz_one_roster_open (load, PZ_ROSTER_KIND_USERS,
    "sourcedId userId status dateLastModified enabledUser orgSourcedIds role username userIds givenName familyName "
    "middleName identifier email sms phone agentSourcedIds grades password userMasterIdentifier preferredGivenName "
    "preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns");

  while (table != NULL && pz_roster_table_next (table))
    {
      g_autoptr(PzRosterPerson) person = NULL;
      char *id;

      if (!pz_one_roster_take_id (table, id_column (table), roster->person_by_id, &id))
        continue;
      person = pz_roster_person_new ();
      person->sourced_id = id;
      read_user (table, person);
      /* a row that only says somebody is deleted needs no name */
      if (person->active && !check_name (table, person))
        continue;
      g_hash_table_insert (roster->person_by_id, person->sourced_id, person);
      g_ptr_array_add (roster->people, g_steal_pointer (&person));
    }
}

static void
add_org (PzRosterPerson *person,
         const char     *org)
{
  g_autoptr(GStrvBuilder) orgs = g_strv_builder_new ();

  if (*org == '\0' || (person->orgs != NULL && g_strv_contains ((const char *const *) person->orgs, org)))
    return;
  if (person->orgs != NULL)
    g_strv_builder_addv (orgs, (const char **) person->orgs);
  g_strv_builder_add (orgs, org);
  g_strfreev (person->orgs);
  person->orgs = g_strv_builder_end (orgs);
}

/* a teacher of the school may also be the parent of a learner: what somebody is to learners is kept beside the role */
static void
take_role (PzRosterTable  *table,
           PzRosterPerson *person)
{
  PzRosterRole role = pz_roster_role_from_text (pz_roster_table_get (table, "role"));
  PzRosterRelation relation = pz_roster_relation_from_text (pz_roster_table_get (table, "role"));
  gboolean primary = g_ascii_strcasecmp (pz_roster_table_get (table, "roleType"), "primary") == 0;

  if (role == PZ_ROSTER_ROLE_NONE)
    pz_roster_table_report (table, PZ_ROSTER_CODE_ROLE_UNKNOWN, "role");
  else if (person->role == PZ_ROSTER_ROLE_NONE || primary)
    person->role = role;
  if (person->relation == PZ_ROSTER_RELATION_NONE || (primary && relation != PZ_ROSTER_RELATION_NONE))
    person->relation = relation;
}

/*
 * pz_one_roster_read_roles:
 *
 * What people are, in version 1.2. The primary role counts; without one, the first.
 */
void
pz_one_roster_read_roles (PzOneRosterLoad *load)
{
  g_autoptr(PzRosterTable) table = pz_one_roster_open (load, PZ_ROSTER_KIND_ROLES,
    "sourcedId status dateLastModified userSourcedId roleType role beginDate endDate orgSourcedId "
    "userProfileSourcedId userId");

  while (table != NULL && pz_roster_table_next (table))
    {
      g_autofree char *user = pz_roster_table_dup (table, "userSourcedId");
      PzRosterPerson *person;

      if (user == NULL)
        user = pz_roster_table_dup (table, "userId");
      if (user == NULL)
        {
          pz_roster_table_report (table, PZ_ROSTER_CODE_NO_ID, "userSourcedId");
          continue;
        }
      if (!pz_one_roster_is_active (table))
        continue;
      person = pz_roster_find_person (load->roster, user);
      if (person == NULL)
        {
          pz_roster_table_report (table, PZ_ROSTER_CODE_NO_SUCH_USER, "userSourcedId");
          continue;
        }
      take_role (table, person);
      add_org (person, pz_roster_table_get (table, "orgSourcedId"));
    }
}

static void
read_demographics (PzOneRosterLoad *load,
                   PzRosterTable   *table,
                   PzRosterPerson  *person)
{
  const char *const *columns = load->options->demographics;

  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *text = NULL;

      if (g_ascii_strcasecmp (columns[i], "birthDate") == 0)
        {
          g_free (person->birth_date);
          person->birth_date = pz_one_roster_dup_date (load, table, columns[i]);
          continue;
        }
      text = pz_roster_table_dup (table, columns[i]);
      if (text == NULL)
        continue;
      if (person->demographics == NULL)
        person->demographics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (person->demographics, g_strdup (columns[i]), g_steal_pointer (&text));
    }
}

/*
 * pz_one_roster_read_demographics:
 *
 * Only the columns that were asked for, and nothing at all when none was.
 */
void
pz_one_roster_read_demographics (PzOneRosterLoad *load)
{
  const char *key = "sourcedId";
  g_autoptr(PzRosterTable) table = NULL;

  if (load->options->demographics == NULL || load->options->demographics[0] == NULL)
    return;
  table = pz_one_roster_open (load, PZ_ROSTER_KIND_DEMOGRAPHICS,
    "sourcedId userSourcedId userId status dateLastModified birthDate sex americanIndianOrAlaskaNative asian "
    "blackOrAfricanAmerican nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces "
    "hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus");
  if (table != NULL && pz_roster_table_has (table, "userSourcedId"))
    key = "userSourcedId";
  else if (table != NULL && pz_roster_table_has (table, "userId"))
    key = "userId";
  while (table != NULL && pz_roster_table_next (table))
    {
      g_autofree char *user = pz_roster_table_dup (table, key);
      PzRosterPerson *person = user != NULL ? pz_roster_find_person (load->roster, user) : NULL;

      if (user == NULL)
        pz_roster_table_report (table, PZ_ROSTER_CODE_NO_ID, key);
      else if (!pz_one_roster_is_active (table))
        continue;
      else if (person == NULL)
        pz_roster_table_report (table, PZ_ROSTER_CODE_NO_SUCH_USER, key);
      else
        read_demographics (load, table, person);
    }
}

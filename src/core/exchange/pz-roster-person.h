/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PZ_ROSTER_ROLE_NONE, /* not said */
  PZ_ROSTER_ROLE_STUDENT,
  PZ_ROSTER_ROLE_TEACHER,
  PZ_ROSTER_ROLE_AIDE,
  PZ_ROSTER_ROLE_GUARDIAN, /* parent, guardian, relative */
  PZ_ROSTER_ROLE_OTHER,
} PzRosterRole;

/* What somebody is to learners, apart from what else they are in the school. */
typedef enum
{
  PZ_ROSTER_RELATION_NONE,
  PZ_ROSTER_RELATION_PARENT,
  PZ_ROSTER_RELATION_GUARDIAN,
  PZ_ROSTER_RELATION_RELATIVE,
  PZ_ROSTER_RELATION_AIDE,
  PZ_ROSTER_N_RELATIONS,
} PzRosterRelation;

/**
 * PzRosterPerson:
 * @sourced_id: id in the school's system
 * @identifier: another number of the school's, for finding doubles
 * @level: as the file words it; only from tables
 * @birth_date: YYYY-MM-DD
 * @email: also for finding doubles and the teacher
 * @grades: school years, as their codes in a OneRoster
 * @agents: ids of people this one is linked to: their family, or the learners of a family
 * @contacts: (nullable) (element-type PzRosterPerson): family and aides of a learner, whichever of their rows says so;
 *   borrowed from the roster
 * @orgs: ids of schools
 * @demographics: (nullable): name of a column that was asked for, to what it says; birthDate is @birth_date
 * @role: what the person is in the school; not necessarily in a class
 * @relation: what the person is to those it is linked to, by any of its roles
 * @active: %FALSE when the row is marked as deleted
 * @line: where the person stands in its file
 *
 * One person of a roster, whatever it came from. Every text and list may be %NULL for empty. Learners' fields are
 * called as in the model. Nothing that opens an account is ever here.
 */
typedef struct
{
  char *sourced_id;
  char *identifier;
  char *given_name;
  char *family_name;
  char *preferred_name;
  char *middle_name;
  char *preferred_middle_name;
  char *preferred_family_name;
  char *pronouns;
  char *level;
  char *birth_date;
  char *email;
  char *phone;
  char *notes;
  char **home_languages;
  char **strengths;
  char **needs;
  char **interests;
  char **supports;
  char **grades;
  char **agents;
  char **orgs;
  GPtrArray *contacts;
  GHashTable *demographics;
  PzRosterRole role;
  PzRosterRelation relation;
  gboolean active;
  guint line;
} PzRosterPerson;

PzRosterPerson *pz_roster_person_new           (void);
void            pz_roster_person_free          (PzRosterPerson       *self);
char           *pz_roster_person_dup_name      (const PzRosterPerson *self);
gboolean        pz_roster_person_is_called     (const PzRosterPerson *self,
                                                const char           *name);
PzRosterRole    pz_roster_role_from_text       (const char           *text);
PzRosterRelation pz_roster_relation_from_text  (const char           *text);
const char     *pz_roster_relation_to_name     (PzRosterRelation      relation);
const char     *pz_roster_relation_to_label    (PzRosterRelation      relation);
char           *pz_roster_fold                 (const char           *text);
char          **pz_roster_split_list           (const char           *text,
                                                const char           *separators);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzRosterPerson, pz_roster_person_free)

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-one-roster-private.h"

#include "pz-roster-private.h"

/* Somebody in a list of a class: a whole school may stand in one class, and nobody stands there twice. Without a
 * person: the first place of the list, for the primary teacher. */
typedef struct
{
  const GPtrArray *list;
  const PzRosterPerson *person;
} Place;

static guint
hash_place (gconstpointer data)
{
  const Place *place = data;

  return g_direct_hash (place->list) * 31 + g_direct_hash (place->person);
}

static gboolean
is_same_place (gconstpointer a,
               gconstpointer b)
{
  const Place *left = a, *right = b;

  return left->list == right->list && left->person == right->person;
}

/* Returns: whether nobody had it before */
static gboolean
take_place (GHashTable           *places,
            const GPtrArray      *list,
            const PzRosterPerson *person)
{
  Place place = { list, person };

  return g_hash_table_add (places, g_memdup2 (&place, sizeof place));
}

/* in the order of the file, but the primary teacher first, in whichever of the rows it says so */
static void
put_in_list (GHashTable     *places,
             GPtrArray      *list,
             PzRosterPerson *person,
             gboolean        primary)
{
  gboolean first = primary && take_place (places, list, NULL);

  if (!take_place (places, list, person))
    {
      if (!first)
        return;
      g_ptr_array_remove (list, person);
    }
  g_ptr_array_insert (list, first ? 0 : -1, person);
}

/* the enrollment decides; a school's role that says otherwise is worth a look */
static void
place_person (PzRosterTable      *table,
              PzRosterClass      *class_,
              PzRosterEnrollment *enrollment,
              GHashTable         *places)
{
  PzRosterPerson *person = enrollment->person;

  if (person->role != PZ_ROSTER_ROLE_NONE && enrollment->role != PZ_ROSTER_ROLE_NONE
      && (person->role == PZ_ROSTER_ROLE_STUDENT) != (enrollment->role == PZ_ROSTER_ROLE_STUDENT))
    pz_roster_table_report (table, PZ_ROSTER_CODE_ROLE_DIFFERS, "role");
  if (enrollment->role == PZ_ROSTER_ROLE_STUDENT)
    put_in_list (places, class_->students, person, FALSE);
  else if (enrollment->role == PZ_ROSTER_ROLE_TEACHER)
    put_in_list (places, class_->teachers, person, enrollment->primary);
}

static void
link_enrollment (PzOneRosterLoad    *load,
                 PzRosterTable      *table,
                 PzRosterEnrollment *enrollment,
                 GHashTable         *places)
{
  PzRoster *roster = load->roster;
  PzRosterClass *class_ = g_hash_table_lookup (roster->class_by_id, enrollment->class_id);

  enrollment->class_ = class_;
  enrollment->person = g_hash_table_lookup (roster->person_by_id, enrollment->user_id);
  if (!enrollment->active)
    return;
  if (class_ == NULL)
    pz_roster_table_report (table, PZ_ROSTER_CODE_NO_SUCH_CLASS, "classSourcedId");
  if (enrollment->person == NULL)
    pz_roster_table_report (table, PZ_ROSTER_CODE_NO_SUCH_USER, "userSourcedId");
  if (enrollment->role == PZ_ROSTER_ROLE_NONE)
    {
      pz_roster_table_report (table, PZ_ROSTER_CODE_ROLE_UNKNOWN, "role");
      if (enrollment->person != NULL)
        enrollment->role = enrollment->person->role;
    }
  if (class_ != NULL && enrollment->person != NULL && enrollment->person->active)
    place_person (table, class_, enrollment, places);
}

static char *
dup_either (PzRosterTable *table,
            const char    *column,
            const char    *seen)
{
  char *text = pz_roster_table_dup (table, column);

  return text != NULL ? text : pz_roster_table_dup (table, seen);
}

/* Returns: FALSE when the row has no ids, or its own stands in an earlier row; that is reported */
static gboolean
take_enrollment_ids (PzRosterTable      *table,
                     PzRosterEnrollment *enrollment,
                     GHashTable         *seen)
{
  enrollment->class_id = dup_either (table, "classSourcedId", "classId");
  enrollment->user_id = dup_either (table, "userSourcedId", "userId");
  enrollment->sourced_id = pz_roster_table_dup (table, "sourcedId");
  if (enrollment->class_id == NULL || enrollment->user_id == NULL)
    {
      pz_roster_table_report (table, PZ_ROSTER_CODE_NO_ID, NULL);
      return FALSE;
    }
  /* the set owns its ids: a row that is left out is freed */
  if (enrollment->sourced_id != NULL && !g_hash_table_add (seen, g_strdup (enrollment->sourced_id)))
    {
      pz_roster_table_report (table, PZ_ROSTER_CODE_ID_TWICE, NULL);
      return FALSE;
    }
  return TRUE;
}

/*
 * pz_one_roster_read_enrollments:
 *
 * Who is in which class. Last of all files, because it ties the others together.
 */
void
pz_one_roster_read_enrollments (PzOneRosterLoad *load)
{
  PzRoster *roster = load->roster;
  g_autoptr(GHashTable) places = g_hash_table_new_full (hash_place, is_same_place, g_free, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(PzRosterTable) table = pz_one_roster_open (load, PZ_ROSTER_KIND_ENROLLMENTS,
    "sourcedId status dateLastModified classSourcedId schoolSourcedId userSourcedId role primary beginDate endDate "
    "classId userId");

  while (table != NULL && pz_roster_table_next (table))
    {
      PzRosterEnrollment *enrollment = g_new0 (PzRosterEnrollment, 1);

      if (!take_enrollment_ids (table, enrollment, seen))
        {
          pz_roster_enrollment_free (enrollment);
          continue;
        }
      g_ptr_array_add (roster->enrollments, enrollment);
      enrollment->role = pz_roster_role_from_text (pz_roster_table_get (table, "role"));
      enrollment->primary = pz_one_roster_is_true (pz_roster_table_get (table, "primary"));
      enrollment->begin_date = pz_one_roster_dup_date (load, table, "beginDate");
      enrollment->end_date = pz_one_roster_dup_date (load, table, "endDate");
      enrollment->active = pz_one_roster_is_active (table);
      enrollment->line = pz_roster_table_get_line (table);
      link_enrollment (load, table, enrollment, places);
    }
  if (roster->enrollments->len == 0)
    pz_roster_messages_add (roster->messages, PZ_ROSTER_CODE_NO_ENROLLMENTS, NULL, 0, NULL);
}

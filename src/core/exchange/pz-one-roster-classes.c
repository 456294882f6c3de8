/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-one-roster-private.h"

#include "pz-roster-private.h"

/*
 * pz_one_roster_read_orgs:
 *
 * Schools, districts and departments.
 */
void
pz_one_roster_read_orgs (PzOneRosterLoad *load)
{
  PzRoster *roster = load->roster;
  g_autoptr(PzRosterTable) table = pz_one_roster_open (load, PZ_ROSTER_KIND_ORGS,
    "sourcedId status dateLastModified name type identifier parentSourcedId");

  while (table != NULL && pz_roster_table_next (table))
    {
      PzRosterOrg *org;
      char *id;

      if (!pz_one_roster_take_id (table, "sourcedId", roster->org_by_id, &id))
        continue;
      org = g_new0 (PzRosterOrg, 1);
      org->sourced_id = id;
      org->name = pz_roster_table_dup (table, "name");
      org->type = pz_roster_table_dup (table, "type");
      org->identifier = pz_roster_table_dup (table, "identifier");
      org->parent_id = pz_roster_table_dup (table, "parentSourcedId");
      org->active = pz_one_roster_is_active (table);
      g_ptr_array_add (roster->orgs, org);
      g_hash_table_insert (roster->org_by_id, org->sourced_id, org);
    }
}

/*
 * pz_one_roster_read_sessions:
 *
 * Terms and school years.
 */
void
pz_one_roster_read_sessions (PzOneRosterLoad *load)
{
  PzRoster *roster = load->roster;
  g_autoptr(PzRosterTable) table = pz_one_roster_open (load, PZ_ROSTER_KIND_SESSIONS,
    "sourcedId status dateLastModified title type startDate endDate parentSourcedId schoolYear");

  while (table != NULL && pz_roster_table_next (table))
    {
      PzRosterSession *session;
      char *id;

      if (!pz_one_roster_take_id (table, "sourcedId", roster->session_by_id, &id))
        continue;
      session = g_new0 (PzRosterSession, 1);
      session->sourced_id = id;
      session->title = pz_roster_table_dup (table, "title");
      session->type = pz_roster_table_dup (table, "type");
      session->start_date = pz_one_roster_dup_date (load, table, "startDate");
      session->end_date = pz_one_roster_dup_date (load, table, "endDate");
      session->parent_id = pz_roster_table_dup (table, "parentSourcedId");
      session->school_year = pz_roster_table_dup (table, "schoolYear");
      session->active = pz_one_roster_is_active (table);
      g_ptr_array_add (roster->sessions, session);
      g_hash_table_insert (roster->session_by_id, session->sourced_id, session);
    }
}

/*
 * pz_one_roster_read_courses:
 *
 * What is taught; a class is one group that is taught it.
 */
void
pz_one_roster_read_courses (PzOneRosterLoad *load)
{
  PzRoster *roster = load->roster;
  g_autoptr(PzRosterTable) table = pz_one_roster_open (load, PZ_ROSTER_KIND_COURSES,
    "sourcedId status dateLastModified schoolYearSourcedId title courseCode grades orgSourcedId subjects "
    "subjectCodes");

  while (table != NULL && pz_roster_table_next (table))
    {
      PzRosterCourse *course;
      char *id;

      if (!pz_one_roster_take_id (table, "sourcedId", roster->course_by_id, &id))
        continue;
      course = g_new0 (PzRosterCourse, 1);
      course->sourced_id = id;
      course->title = pz_roster_table_dup (table, "title");
      course->course_code = pz_roster_table_dup (table, "courseCode");
      course->grades = pz_roster_table_dup_list (table, "grades");
      course->subjects = pz_roster_table_dup_list (table, "subjects");
      course->org_id = pz_roster_table_dup (table, "orgSourcedId");
      course->active = pz_one_roster_is_active (table);
      g_ptr_array_add (roster->courses, course);
      g_hash_table_insert (roster->course_by_id, course->sourced_id, course);
    }
}

static void
link_class (PzOneRosterLoad *load,
            PzRosterTable   *table,
            PzRosterClass   *class_)
{
  PzRoster *roster = load->roster;
  g_auto(GStrv) terms = pz_roster_table_dup_list (table, "termSourcedIds");

  if (class_->course_id != NULL)
    class_->course = g_hash_table_lookup (roster->course_by_id, class_->course_id);
  if (class_->course_id != NULL && class_->course == NULL)
    pz_roster_table_report (table, PZ_ROSTER_CODE_NO_SUCH_COURSE, "courseSourcedId");
  if (class_->school_id != NULL)
    class_->school = g_hash_table_lookup (roster->org_by_id, class_->school_id);
  if (class_->school_id != NULL && class_->school == NULL)
    pz_roster_table_report (table, PZ_ROSTER_CODE_NO_SUCH_ORG, "schoolSourcedId");
  for (guint i = 0; terms != NULL && terms[i] != NULL; i++)
    {
      PzRosterSession *session = g_hash_table_lookup (roster->session_by_id, terms[i]);

      if (session != NULL)
        g_ptr_array_add (class_->terms, session);
      else
        pz_roster_table_report (table, PZ_ROSTER_CODE_NO_SUCH_SESSION, "termSourcedIds");
    }
}

/*
 * pz_one_roster_read_classes:
 *
 * Classes, with their course, school and terms as far as the roster has them.
 */
void
pz_one_roster_read_classes (PzOneRosterLoad *load)
{
  PzRoster *roster = load->roster;
  g_autoptr(PzRosterTable) table = pz_one_roster_open (load, PZ_ROSTER_KIND_CLASSES,
    "sourcedId status dateLastModified title grades courseSourcedId classCode classType location schoolSourcedId "
    "termSourcedIds subjects subjectCodes periods");

  while (table != NULL && pz_roster_table_next (table))
    {
      g_autofree char *kind = NULL;
      PzRosterClass *class_;
      char *id;

      if (!pz_one_roster_take_id (table, "sourcedId", roster->class_by_id, &id))
        continue;
      class_ = pz_roster_class_new ();
      class_->sourced_id = id;
      class_->title = pz_roster_table_dup (table, "title");
      class_->class_code = pz_roster_table_dup (table, "classCode");
      kind = pz_roster_table_dup (table, "classType");
      class_->kind = kind != NULL ? g_ascii_strdown (kind, -1) : NULL;
      class_->location = pz_roster_table_dup (table, "location");
      class_->grades = pz_roster_table_dup_list (table, "grades");
      class_->subjects = pz_roster_table_dup_list (table, "subjects");
      class_->periods = pz_roster_table_dup_list (table, "periods");
      class_->course_id = pz_roster_table_dup (table, "courseSourcedId");
      class_->school_id = pz_roster_table_dup (table, "schoolSourcedId");
      class_->active = pz_one_roster_is_active (table);
      class_->line = pz_roster_table_get_line (table);
      link_class (load, table, class_);
      g_ptr_array_add (roster->classes, class_);
      g_hash_table_insert (roster->class_by_id, class_->sourced_id, class_);
    }
}

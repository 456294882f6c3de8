/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-roster-message.h"
#include "pz-roster-person.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PZ_ROSTER_VERSION_1_1,
  PZ_ROSTER_VERSION_1_2,
} PzRosterVersion;

/* What a file holds compared with what was sent before. */
typedef enum
{
  PZ_ROSTER_MODE_UNKNOWN, /* no manifest, or nothing in it */
  PZ_ROSTER_MODE_ABSENT,
  PZ_ROSTER_MODE_BULK,    /* all there is: who is missing may have left */
  PZ_ROSTER_MODE_DELTA,   /* only what changed: nobody has left */
} PzRosterMode;

/* Texts and lists may be NULL. Pointers to other structs are borrowed from the roster; NULL when it has no such row. */
typedef struct
{
  char *sourced_id;
  char *name;
  char *type;
  char *identifier;
  char *parent_id;
  gboolean active;
} PzRosterOrg;

typedef struct
{
  char *sourced_id;
  char *title;
  char *type;
  char *start_date; /* YYYY-MM-DD */
  char *end_date;
  char *parent_id;
  char *school_year;
  gboolean active;
} PzRosterSession;

typedef struct
{
  char *sourced_id;
  char *title;
  char *course_code;
  char **grades;
  char **subjects;
  char *org_id;
  gboolean active;
} PzRosterCourse;

/**
 * PzRosterClass:
 * @kind: homeroom or scheduled, in lower case
 * @terms: (element-type PzRosterSession): never %NULL
 * @students: (element-type PzRosterPerson): by enrollment, in the order of the file; never %NULL
 * @teachers: (element-type PzRosterPerson): by enrollment, the primary one first; never %NULL
 * @line: in classes.csv
 */
typedef struct
{
  char *sourced_id;
  char *title;
  char *class_code;
  char *kind;
  char *location;
  char **grades;
  char **subjects;
  char **periods;
  char *course_id;
  char *school_id;
  const PzRosterCourse *course;
  const PzRosterOrg *school;
  GPtrArray *terms;
  GPtrArray *students;
  GPtrArray *teachers;
  gboolean active;
  guint line;
} PzRosterClass;

typedef struct
{
  char *sourced_id;
  char *class_id;
  char *user_id;
  const PzRosterClass *class_;
  PzRosterPerson *person;
  PzRosterRole role;
  gboolean primary;
  char *begin_date;
  char *end_date;
  gboolean active;
  guint line;
} PzRosterEnrollment;

/* People who may be one: never merged without the teacher. */
typedef struct
{
  gboolean by_email;  /* otherwise by the school's identifier */
  GPtrArray *people;  /* (element-type PzRosterPerson), two or more, borrowed */
} PzRosterDouble;

/**
 * PzRoster:
 * @orgs: (element-type PzRosterOrg): this and the following in the order of their files, deleted rows included
 * @needs_day_order: dates were left empty because nothing says whether the day or the month comes first: ask, and
 *   load again
 * @day_order: what was given, or what unmistakable dates of the same roster showed
 * @system: (nullable): name of the system that made the roster
 */
typedef struct
{
  PzRosterVersion version;
  gboolean version_guessed;
  PzRosterMode users_mode;
  PzRosterMode enrollments_mode;
  char *system;
  GPtrArray *orgs;
  GPtrArray *sessions;
  GPtrArray *courses;
  GPtrArray *classes;
  GPtrArray *people;
  GPtrArray *enrollments;
  gboolean needs_day_order;
  guint day_order;
  PzRosterMessages *messages;
  /* by sourced id, borrowed from the lists */
  GHashTable *org_by_id;
  GHashTable *session_by_id;
  GHashTable *course_by_id;
  GHashTable *class_by_id;
  GHashTable *person_by_id;
} PzRoster;

PzRoster       *pz_roster_new            (void);
void            pz_roster_free           (PzRoster             *self);
PzRosterClass  *pz_roster_find_class     (const PzRoster       *self,
                                          const char           *sourced_id);
PzRosterPerson *pz_roster_find_person    (const PzRoster       *self,
                                          const char           *sourced_id);
GPtrArray      *pz_roster_list_classes   (const PzRoster       *self,
                                          const PzRosterPerson *teacher,
                                          guint                *n_mine);
GPtrArray      *pz_roster_list_learners  (const PzRoster       *self,
                                          const PzRosterClass  *class_);
GPtrArray      *pz_roster_list_gone      (const PzRoster       *self,
                                          const PzRosterClass  *class_,
                                          const char *const    *known_ids);
GPtrArray      *pz_roster_list_doubles   (const PzRoster       *self);
gboolean        pz_roster_may_say_gone   (const PzRoster       *self);
void            pz_roster_double_free    (PzRosterDouble       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzRoster, pz_roster_free)

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning-fixture.h"

#define TUESDAY "2026-11-24"

static const char *const names[N_LEARNERS] = { "Ana", "Ben", "Cleo", "Dan", "Eli", "Fay", "Gus", "Hana" };

static void
add_levels (PlanningFixture *self)
{
  PzDocument *classroom = pz_classroom_get_document (self->base.classroom);

  pz_record_set_text (pz_document_add_with_id (classroom, PZ_RECORD_LEVEL, "moon"), PZ_LEVEL_POSITION, "b");
  pz_record_set_text (pz_document_add_with_id (classroom, PZ_RECORD_LEVEL, "star"), PZ_LEVEL_POSITION, "c");
  for (guint i = 0; i < N_LEARNERS; i++)
    {
      g_autoptr(PzDocument) document = load_learner (self->base.classroom, self->ids[i]);

      pz_record_set_text (owner_of (document), PZ_LEARNER_LEVEL, i < N_LEARNERS / 2 ? "moon" : "star");
      pz_record_set_add (owner_of (document), PZ_LEARNER_HOME_LANGUAGES, i % 2 == 0 ? "Arabic" : "Turkish");
      planning_save (self);
    }
}

void
planning_set_up (PlanningFixture *self,
                 gconstpointer    data)
{
  classroom_fixture_set_up (&self->base, data);
  for (guint i = 0; i < N_LEARNERS; i++)
    self->ids[i] = add_learner (self->base.classroom, names[i], "");
  planning_save (self);
  add_levels (self);
  self->activity = pz_classroom_plan_activity (self->base.classroom, "Bridges", pz_day_from_text (TUESDAY));
  pz_record_set_text (owner_of (self->activity), PZ_ACTIVITY_SETTING, "groups");
  planning_save (self);
}

void
planning_tear_down (PlanningFixture *self,
                    gconstpointer    data)
{
  planning_save (self);
  g_clear_object (&self->activity);
  for (guint i = 0; i < N_LEARNERS; i++)
    g_free (self->ids[i]);
  classroom_fixture_tear_down (&self->base, data);
}

void
planning_save (PlanningFixture *self)
{
  g_autoptr(GError) error = NULL;

  pz_classroom_save (self->base.classroom, "Change", &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full): the class as it is on the disk */
PzClassroomCopy *
planning_copy (PlanningFixture *self)
{
  g_autoptr(PzClassroomSource) source = pz_classroom_source_new (self->base.classroom);
  g_autoptr(GError) error = NULL;
  PzClassroomCopy *copy = pz_classroom_copy_read (source, NULL, &error);

  g_assert_no_error (error);
  return copy;
}

/* Returns: (transfer full): for the activity, with these criteria */
PzGroupFormation *
planning_prepare (PlanningFixture *self,
                  const char      *criteria)
{
  g_autoptr(PzClassroomCopy) copy = planning_copy (self);
  g_autoptr(GError) error = NULL;
  PzGroupFormation *formation;

  pz_record_set_text (owner_of (self->activity), PZ_ACTIVITY_CRITERIA, criteria);
  formation = pz_group_formation_prepare (pz_group_order_of_activity (self->activity, pz_day_from_text (TUESDAY)), copy, &error);
  g_assert_no_error (error);
  return formation;
}

/* Returns: (transfer full): the same, found and weighed */
PzGroupFormation *
planning_form (PlanningFixture *self,
               const char      *criteria)
{
  PzGroupFormation *formation = planning_prepare (self, criteria);
  g_autoptr(GError) error = NULL;

  formation->order->work = 100000;
  g_assert_true (pz_group_formation_search (formation, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  if (formation->result != NULL)
    pz_group_formation_prove (formation, NULL);
  pz_group_formation_weigh (formation, NULL);
  return formation;
}

/* learners: first letters, such as "AB"; Returns: (transfer none): a new group with them */
PzRecord *
planning_place (PlanningFixture *self,
                guint            round,
                const char      *name,
                const char      *learners)
{
  PzRecord *group = pz_activity_add_group (self->activity, round, name);

  for (const char *letter = learners; *letter != '\0'; letter++)
    pz_activity_place (self->activity, self->ids[*letter - 'A'], round, group);
  return group;
}

/* Returns: (transfer full): name of the group and first letters of who is in it: "Group 1: AB" */
char *
planning_dup_group (PlanningFixture *self,
                    guint            round,
                    guint            nth)
{
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (self->activity, round);
  GString *text;

  g_assert_cmpuint (nth, <, groups->len);
  text = g_string_new (pz_record_get_text (groups->pdata[nth], PZ_GROUP_NAME));
  g_string_append (text, ": ");
  for (guint i = 0; i < N_LEARNERS; i++)
    {
      PzRecord *part = pz_activity_find_part (self->activity, self->ids[i], round);

      if (part != NULL
          && g_strcmp0 (pz_record_get_text (part, PZ_PARTICIPATION_GROUP), pz_record_get_id (groups->pdata[nth])) == 0)
        g_string_append_c (text, *names[i]);
    }
  return g_string_free (text, FALSE);
}

void
planning_lock (PlanningFixture *self,
               guint            round,
               guint            learner)
{
  pz_record_set_flag (pz_activity_find_part (self->activity, self->ids[learner], round), PZ_PARTICIPATION_LOCKED, TRUE);
}

/* Returns: (transfer full): the groups that are in the activity now, weighed */
PzGroupFormation *
planning_judge (PlanningFixture *self,
                const char      *criteria)
{
  g_autoptr(PzClassroomCopy) copy = NULL;
  g_autoptr(GError) error = NULL;
  PzGroupFormation *formation;

  planning_save (self);
  copy = planning_copy (self);
  pz_record_set_text (owner_of (self->activity), PZ_ACTIVITY_CRITERIA, criteria);
  formation = pz_group_formation_of_seats (pz_group_order_of_activity (self->activity, 1), 1, copy, &error);
  g_assert_no_error (error);
  formation->order->work = 100000;
  pz_group_formation_weigh (formation, NULL);
  return formation;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-cards-fixture.h"

#include "chart-fixture.h"

/* Returns: (transfer full): in groups, without any */
PzDocument *
group_cards_fixture_make_activity (void)
{
  PzDocument *activity = chart_fixture_make_document (PZ_DOCUMENT_ACTIVITY);

  pz_record_set_text (pz_document_get_owner (activity), PZ_ACTIVITY_TITLE, "Bridges");
  pz_record_set_text (pz_document_get_owner (activity), PZ_ACTIVITY_SETTING, "groups");
  return activity;
}

PzRecord *
group_cards_fixture_add_group (PzDocument         *activity,
                               guint               round,
                               const char         *name,
                               const char * const *learners)
{
  PzRecord *group = pz_activity_add_group (activity, round, name);

  for (gsize i = 0; learners[i] != NULL; i++)
    pz_activity_place (activity, learners[i], round, group);
  return group;
}

static gboolean
find (const char *learner,
      char      **name,
      char      **key,
      gpointer    user_data)
{
  if (g_str_has_prefix (learner, "gone"))
    return FALSE;
  *name = g_strdelimit (g_strdup (learner), "-", ' ');
  (*name)[0] = g_ascii_toupper ((*name)[0]);
  *key = g_strdup (learner);
  return TRUE;
}

PzGroupCards *
group_cards_fixture_show (PzDocument *activity)
{
  const PzGroupCardsLook look = { "Bridges in our town", "Tuesday, 24 November · Class 5b", find, NULL };

  return pz_group_cards_new (activity, &look);
}

static gboolean
find_numbered (const char *learner,
               char      **name,
               char      **key,
               gpointer    user_data)
{
  *name = g_strdup_printf ("%s %s", (const char *) user_data, learner + 1);
  *key = g_strdup (learner);
  return TRUE;
}

/* so many groups alike in each round; role: of everybody, NULL for none */
PzGroupCards *
group_cards_fixture_make (guint       n_rounds,
                          guint       n_groups,
                          guint       n_members,
                          const char *name,
                          const char *role)
{
  g_autoptr(PzDocument) activity = group_cards_fixture_make_activity ();
  const PzGroupCardsLook look = { "Bridges in our town", "Tuesday, 24 November · Class 5b", find_numbered, (gpointer) name };

  for (guint round = 1; round <= n_rounds; round++)
    for (guint i = 0; i < n_groups; i++)
      {
        g_autofree char *group_name = g_strdup_printf ("Group %u", i + 1);
        PzRecord *group = pz_activity_add_group (activity, round, group_name);

        for (guint k = 0; k < n_members; k++)
          {
            g_autofree char *id = g_strdup_printf ("l%u", i * n_members + k + 1);
            PzRecord *part = pz_document_add (activity, PZ_RECORD_PARTICIPATION);

            pz_record_set_text (part, PZ_PARTICIPATION_LEARNER, id);
            pz_record_set_number (part, PZ_PARTICIPATION_ROUND, round);
            pz_record_set_text (part, PZ_PARTICIPATION_GROUP, pz_record_get_id (group));
            pz_record_set_text (part, PZ_PARTICIPATION_ROLE, role);
          }
      }
  return pz_group_cards_new (activity, &look);
}

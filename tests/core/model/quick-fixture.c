/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quick-fixture.h"

#include <math.h>

enum { READS = 1 << 0, FACTS = 1 << 1, HELP = 1 << 2, HOMEWORK = 1 << 3, STARTS = 1 << 4 };

static const struct
{
  const char *title, *measure, *kind, *unit;
  double minimum, maximum;
} goals[] = {
  { "Reads aloud fluently", "Words read per minute", "rate", "words a minute", 0, 250 },
  { "Multiplies two-digit numbers", "Facts", "percent", NULL, 0, 100 },
  { "Asks for help when stuck", "Help asked for", "count", "times", 0, 5 },
  { "Brings homework", "Homework", "yes-no", NULL, 0, 1 },
  { "Starts work", "Minutes to start", "count", "minutes", 0, 60 },
};

static const struct
{
  const char *class_name, *name, *names;
  guint goals;
} people[] = {
  { "5b", "Amina Yusuf", "Amina Yusuf", READS | HELP },
  { "5b", "Ananya Sharma", "Ananya Sharma अनन्या शर्मा", READS },
  { "5b", "Elif Yıldız", "Elif Yıldız", FACTS },
  { "5b", "Tariq Haddad", "Tariq Haddad", 0 },
  { "5b", "İlkay Irmak", "İlkay Irmak", HOMEWORK },
  { "5b", "محمد الأمين", "محمد الأمين", READS },
  { "5b", "გიორგი ბერიძე", "გიორგი ბერიძე", FACTS },
  { "5b", "王小明", "王小明", 0 },
  { "5b", "Chloé O’Brien", "Chloé O’Brien", STARTS },
  { "5b", "Maria Luz Ramos", "Maria Luz Ramos", READS },
  { "5b", "Tom & Ann", "Tom & Ann", 0 },
  { "6a", "Ann Lee", "Ann Lee", FACTS },
  { "6a", "Anna Lee", "Anna Lee", 0 },
  { "6a", "Maria Luz Ramos", "Maria Luz Ramos", READS },
};

static GPtrArray *
make_goals (guint wanted)
{
  GPtrArray *made = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_goal_free);

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    if (wanted & (1u << i))
      {
        g_autofree char *id = g_strdup_printf ("goal%u", i);
        PzQuickGoal *goal = pz_quick_goal_new (id, goals[i].title, goals[i].measure);

        goal->measure = g_strdup_printf ("measure%u", i);
        goal->kind = g_strdup (goals[i].kind);
        goal->unit = g_strdup (goals[i].unit);
        goal->minimum = goals[i].minimum;
        goal->maximum = goals[i].maximum;
        g_ptr_array_add (made, goal);
      }
  return made;
}

PzQuickEntry *
quick_fixture_new (void)
{
  PzQuickEntry *entry = pz_quick_entry_new ();

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *id = g_strdup_printf ("learner%02u", i);
      PzQuickLearner *learner = pz_quick_learner_new (people[i].class_name, people[i].class_name, id, people[i].name,
                                                      NULL, NULL, people[i].names);

      pz_quick_learner_set_goals (learner, make_goals (people[i].goals), FALSE);
      pz_quick_entry_add (entry, learner);
    }
  pz_quick_entry_set_shown_class (entry, "5b");
  return entry;
}

/* of the class that is shown when there are two */
PzQuickLearner *
quick_fixture_learner (PzQuickEntry *entry,
                       const char   *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (g_str_equal (people[i].name, name))
      {
        g_autofree char *id = g_strdup_printf ("learner%02u", i);

        return pz_quick_entry_find (entry, people[i].class_name, id);
      }
  g_assert_not_reached ();
}

char *
quick_fixture_line (const PzQuickReading *reading)
{
  g_autofree char *line = pz_quick_reading_dup_line (reading, reading->learner->name);
  static const char *const ends[] = { [PZ_QUICK_READY] = "", [PZ_QUICK_MISSING] = " ?", [PZ_QUICK_REFUSED] = " !" };

  return g_strconcat (line, ends[reading->state], NULL);
}

char *
quick_fixture_first (PzQuickEntry *entry,
                     const char   *typed)
{
  g_autoptr(GPtrArray) readings = pz_quick_entry_read (entry, typed);

  return readings->len > 0 ? quick_fixture_line (g_ptr_array_index (readings, 0)) : NULL;
}

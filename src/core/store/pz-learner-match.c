/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-match.h"

#include "pz-school-days.h"

#include <math.h>
#include <string.h>

/* The fields a search looks into besides the names. Lens values stay out: they are for the teacher's eyes, not for what
 * is typed while somebody looks on. */
#define SEARCHED_FIELDS (1u << PZ_FILTER_STRENGTH | 1u << PZ_FILTER_NEED | 1u << PZ_FILTER_INTEREST \
                         | 1u << PZ_FILTER_SUPPORT | 1u << PZ_FILTER_LANGUAGE)
/* The fields that need no traits: what goals wait for is told on its own. */
#define INDEX_FIELDS (1u << PZ_FILTER_LEVEL | 1u << PZ_FILTER_SEEN | 1u << PZ_FILTER_ATTENTION | 1u << PZ_FILTER_ABSENT \
                      | 1u << PZ_FILTER_ARCHIVED)

/* What a trait says to a group of conditions. */
enum { OF_OTHER_FIELD, OF_SAME_FIELD, WANTED };

/* One group of conditions; says: (array of the length of the table): what each trait says to it. */
typedef struct
{
  const PzFilterGroup *conditions;
  guint8 *says;
} Group;

/* One word that was typed; found: (array of the length of the table): whether it is a part of each trait. */
typedef struct
{
  char *text;
  guint8 *found;
} Word;

struct _PzLearnerMatch
{
  PzIndex *index;
  PzClassroomTraits *traits; /* NULL: names alone */
  PzTraitTable *table;       /* of traits; NULL before all were read */
  PzLearnerFilter *filter;
  GArray *groups;            /* of Group */
  GArray *words;             /* of Word */
  PzSchoolDays *days;
  double check_in_every;     /* school days; NaN when the class has no rhythm */
  GDate today;
  GHashTable *overdue;       /* date of a last check-in -> whether that is too long ago, but for absences */
  gboolean pending;
};

static void
clear_group (gpointer data)
{
  g_free (((Group *) data)->says);
}

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->text);
  g_free (((Word *) data)->found);
}

static guint
count_traits (PzLearnerMatch *self)
{
  return self->table != NULL ? pz_trait_table_get_length (self->table) : 0;
}

/* texts are compared as a search compares them, so that a saved filter finds another spelling */
static gboolean
is_wanted (const PzFilterGroup *conditions,
           const char * const  *keys,
           const PzTrait       *trait)
{
  for (guint i = 0; i < conditions->values->len; i++)
    if (strcmp (trait->key, keys[i]) == 0 || strcmp (trait->text, g_ptr_array_index (conditions->values, i)) == 0)
      return TRUE;
  return FALSE;
}

static GStrv
fold_values (const PzFilterGroup *conditions)
{
  char **keys = g_new0 (char *, conditions->values->len + 1);

  for (guint i = 0; i < conditions->values->len; i++)
    keys[i] = g_strstrip (pz_search_fold (g_ptr_array_index (conditions->values, i)));
  return keys;
}

static void
add_group (PzLearnerMatch      *self,
           const PzFilterGroup *conditions)
{
  Group group = { conditions, NULL };
  g_auto(GStrv) keys = fold_values (conditions);
  guint n = count_traits (self);

  group.says = g_new0 (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const PzTrait *trait = pz_trait_table_get (self->table, i);

      if (trait->field != conditions->field || g_strcmp0 (trait->lens, conditions->lens) != 0)
        continue;
      group.says[i] = is_wanted (conditions, (const char * const *) keys, trait) ? WANTED : OF_SAME_FIELD;
    }
  g_array_append_val (self->groups, group);
  if ((1u << conditions->field & INDEX_FIELDS) == 0 && self->table == NULL)
    self->pending = TRUE;
}

static void
add_word (PzLearnerMatch *self,
          const char     *text)
{
  Word word = { g_strdup (text), NULL };
  guint n = count_traits (self);

  word.found = g_new0 (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const PzTrait *trait = pz_trait_table_get (self->table, i);

      word.found[i] = (1u << trait->field & SEARCHED_FIELDS) != 0 && strstr (trait->key, text) != NULL;
    }
  g_array_append_val (self->words, word);
}

static void
read_class (PzLearnerMatch *self)
{
  PzClassroom *classroom = pz_classroom_traits_get_classroom (self->traits);
  PzRecord *owner = pz_document_get_owner (pz_classroom_get_document (classroom));

  self->days = pz_school_days_new (owner);
  self->check_in_every = pz_record_get_number (owner, PZ_CLASSROOM_CHECK_IN_EVERY);
  pz_environment_get_today (pz_classroom_get_environment (classroom), &self->today);
}

/* ---- one learner ---- */

static PzDaySpans *
dup_absences (PzLearnerMatch *self,
              guint           position)
{
  const char *text = pz_index_peek_absences (self->index, position);

  return text != NULL ? pz_day_spans_parse (text, NULL) : NULL;
}

static gboolean
is_overdue (PzLearnerMatch   *self,
            const char       *last,
            const PzDaySpans *absences)
{
  return pz_school_days_since (self->days, last, &self->today, absences) > self->check_in_every;
}

/* The days a learner was away do not count; who was never seen is not seen, once others were. */
static PzMatch
test_seen (PzLearnerMatch *self,
           guint           position)
{
  const char *last = pz_index_peek_last_check_in (self->index, position);
  g_autoptr(PzDaySpans) absences = NULL;
  gpointer overdue;

  if (!(self->check_in_every > 0))
    return PZ_MATCH_UNKNOWN;
  if (last == NULL)
    return pz_index_count_checked_in (self->index) > 0 ? PZ_MATCH_YES : PZ_MATCH_NO;
  if (!g_hash_table_lookup_extended (self->overdue, last, NULL, &overdue))
    {
      overdue = GINT_TO_POINTER (is_overdue (self, last, NULL));
      g_hash_table_insert (self->overdue, g_strdup (last), overdue);
    }
  if (overdue == NULL)
    return PZ_MATCH_NO;
  absences = dup_absences (self, position);
  return absences == NULL || is_overdue (self, last, absences) ? PZ_MATCH_YES : PZ_MATCH_NO;
}

static PzMatch
test_absent (PzLearnerMatch *self,
             guint           position)
{
  g_autoptr(PzDaySpans) absences = dup_absences (self, position);

  return absences != NULL && pz_day_spans_contains (absences, &self->today) ? PZ_MATCH_YES : PZ_MATCH_NO;
}

/* Any reason will do. Without one nothing is known of a learner whose goals were not judged yet, and of one who has no
 * goal where the class has no rhythm of check-ins. */
static PzMatch
test_attention (PzLearnerMatch *self,
                guint           position)
{
  PzGoalNeeds *goals = pz_classroom_traits_get_goals (self->traits);
  PzGoalNeed need = PZ_GOAL_NEED_NOTHING;
  gboolean has_goals;
  PzMatch seen;

  if ((pz_index_peek_flags (self->index, position) & PZ_INDEX_DAMAGED) != 0
      || pz_index_peek_n_conflicts (self->index, position) > 0)
    return PZ_MATCH_YES;
  has_goals = goals != NULL && pz_goal_needs_get (goals, pz_index_peek_id (self->index, position), &need);
  if (need != PZ_GOAL_NEED_NOTHING)
    return PZ_MATCH_YES;
  seen = test_seen (self, position);
  if (seen == PZ_MATCH_YES && test_absent (self, position) != PZ_MATCH_YES)
    return PZ_MATCH_YES;
  return goals == NULL || (seen == PZ_MATCH_UNKNOWN && !has_goals) ? PZ_MATCH_UNKNOWN : PZ_MATCH_NO;
}

static PzMatch
test_traits (const Group      *group,
             const PzTraitRow *row)
{
  PzMatch match = PZ_MATCH_UNKNOWN;

  for (guint i = 0; row != NULL && i < row->n_traits; i++)
    if (group->says[row->traits[i]] == WANTED)
      return PZ_MATCH_YES;
    else if (group->says[row->traits[i]] == OF_SAME_FIELD)
      match = PZ_MATCH_NO;
  return match;
}

static PzMatch
test_group (PzLearnerMatch   *self,
            const Group      *group,
            guint             position,
            const PzTraitRow *row)
{
  const char *level;

  switch (group->conditions->field)
    {
    case PZ_FILTER_LEVEL:
      level = pz_index_peek_level (self->index, position);
      if (level == NULL)
        return PZ_MATCH_UNKNOWN;
      return g_ptr_array_find_with_equal_func (group->conditions->values, level, g_str_equal, NULL) ? PZ_MATCH_YES
                                                                                                     : PZ_MATCH_NO;
    case PZ_FILTER_SEEN:
      return test_seen (self, position);
    case PZ_FILTER_ATTENTION:
      return test_attention (self, position);
    case PZ_FILTER_ABSENT:
      return test_absent (self, position);
    case PZ_FILTER_ARCHIVED:
      return (pz_index_peek_flags (self->index, position) & PZ_INDEX_ARCHIVED) != 0 ? PZ_MATCH_YES : PZ_MATCH_NO;
    default:
      return test_traits (group, row);
    }
}

static gboolean
finds_word (const Word       *word,
            const char       *key,
            const PzTraitRow *row)
{
  if (key != NULL && strstr (key, word->text) != NULL)
    return TRUE;
  for (guint i = 0; row != NULL && i < row->n_traits; i++)
    if (word->found[row->traits[i]])
      return TRUE;
  return FALSE;
}

static gboolean
finds_all_words (PzLearnerMatch   *self,
                 guint             position,
                 const PzTraitRow *row)
{
  const char *key = self->words->len > 0 ? pz_index_peek_search_key (self->index, position) : NULL;

  for (guint i = 0; i < self->words->len; i++)
    if (!finds_word (&g_array_index (self->words, Word, i), key, row))
      return FALSE;
  return TRUE;
}

/**
 * pz_learner_match_new:
 * @index: the learners to be asked about
 * @traits: (nullable): what is known of them; %NULL: only names are searched, and @filter does not count
 * @filter: (nullable): the conditions
 * @search: (nullable): what was typed: every word must be a part of a name, or of a strength, need, interest, support or
 *   language
 *
 * Returns: (transfer full): the question
 */
PzLearnerMatch *
pz_learner_match_new (PzIndex               *index,
                      PzClassroomTraits     *traits,
                      const PzLearnerFilter *filter,
                      const char            *search)
{
  PzLearnerMatch *self;
  g_autofree char *folded = g_strstrip (pz_search_fold (search != NULL ? search : ""));
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  g_return_val_if_fail (PZ_IS_INDEX (index), NULL);

  self = g_new0 (PzLearnerMatch, 1);
  self->index = g_object_ref (index);
  g_set_object (&self->traits, traits);
  self->table = traits != NULL ? pz_classroom_traits_get_table (traits) : NULL;
  self->filter = traits != NULL && filter != NULL ? pz_learner_filter_copy (filter) : pz_learner_filter_new ();
  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_array_set_clear_func (self->groups, clear_group);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, clear_word);
  self->overdue = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->check_in_every = NAN;
  if (!pz_learner_filter_is_empty (self->filter))
    read_class (self);
  for (guint i = 0; i < pz_learner_filter_get_n_groups (self->filter); i++)
    add_group (self, pz_learner_filter_get_group (self->filter, i));
  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    add_word (self, words[i]);
  return self;
}

/**
 * pz_learner_match_free:
 * @self: (transfer full) (nullable): what to free
 */
void
pz_learner_match_free (PzLearnerMatch *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->index);
  g_clear_object (&self->traits);
  pz_learner_filter_free (self->filter);
  g_array_unref (self->groups);
  g_array_unref (self->words);
  g_clear_pointer (&self->days, pz_school_days_unref);
  g_hash_table_unref (self->overdue);
  g_free (self);
}

/**
 * pz_learner_match_is_pending:
 * @self: the question
 *
 * Returns: whether it cannot be answered before the traits were read
 */
gboolean
pz_learner_match_is_pending (PzLearnerMatch *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->pending;
}

/**
 * pz_learner_match_is_trivial:
 * @self: the question
 *
 * Returns: whether the answer is %PZ_MATCH_YES for everybody
 */
gboolean
pz_learner_match_is_trivial (PzLearnerMatch *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->groups->len == 0 && self->words->len == 0;
}

/**
 * pz_learner_match_test:
 * @self: the question
 * @position: of a learner in the index
 * @unknown: (out) (optional): for %PZ_MATCH_UNKNOWN, bit n is set when nothing is known of what group n of the filter
 *   asks for (groups behind the 64th share its bit)
 *
 * Returns: the answer
 */
PzMatch
pz_learner_match_test (PzLearnerMatch *self,
                       guint           position,
                       guint64        *unknown)
{
  const PzTraitRow *row;
  guint64 bits = 0;

  g_return_val_if_fail (self != NULL, PZ_MATCH_NO);

  row = self->table != NULL ? pz_classroom_traits_peek (self->traits, position) : NULL;
  if (self->pending || !finds_all_words (self, position, row))
    return PZ_MATCH_NO;
  for (guint i = 0; i < self->groups->len; i++)
    {
      PzMatch match = test_group (self, &g_array_index (self->groups, Group, i), position, row);

      if (match == PZ_MATCH_NO)
        return PZ_MATCH_NO;
      if (match == PZ_MATCH_UNKNOWN)
        bits |= G_GUINT64_CONSTANT (1) << MIN (i, 63);
    }
  if (unknown != NULL)
    *unknown = bits;
  return bits != 0 ? PZ_MATCH_UNKNOWN : PZ_MATCH_YES;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-entry-private.h"

#include "pz-quick-interpret.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows of the learner who fits best, when others fit too. */
#define ROWS_OF_BEST 4

G_DEFINE_FINAL_TYPE (PzQuickEntry, pz_quick_entry, G_TYPE_OBJECT)

static char *
make_key (const char *class_id,
          const char *id)
{
  return g_strconcat (class_id, "/", id, NULL);
}

static gboolean
contains_same (GPtrArray            *readings,
               const PzQuickReading *reading)
{
  for (guint i = 0; i < readings->len; i++)
    if (pz_quick_reading_is_same (g_ptr_array_index (readings, i), reading))
      return TRUE;
  return FALSE;
}

/* All readings of one learner, best first, each learner and thing once. */
static GPtrArray *
read_match (PzQuickEntry      *self,
            const PzQuickText *text,
            const PzQuickMatch       *match)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_reading_unref);
  GPtrArray *once = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_reading_unref);

  for (guint n = 1; n <= MIN (text->n_tokens, PZ_QUICK_MAX_NAME_TOKENS); n++)
    {
      guint n_whole = 0, first = all->len;
      PzQuickGrade grade = pz_quick_match_name (match->learner, text, n, &n_whole);

      if (grade == PZ_QUICK_NO_MATCH)
        continue;
      pz_quick_interpret (match->learner, text, n, all);
      for (guint i = first; i < all->len; i++)
        {
          PzQuickReading *reading = g_ptr_array_index (all, i);

          reading->grade = grade;
          reading->n_whole = n_whole;
        }
    }
  g_ptr_array_sort_with_data (all, pz_quick_entry_compare_readings, self);
  for (guint i = 0; i < all->len; i++)
    if (!contains_same (once, g_ptr_array_index (all, i)))
      g_ptr_array_add (once, pz_quick_reading_ref (g_ptr_array_index (all, i)));
  return once;
}

static PzQuickReading *
make_person (const PzQuickMatch       *match,
             const PzQuickText *text)
{
  PzQuickReading *reading = pz_quick_reading_new (match->learner, PZ_QUICK_PERSON, NULL);

  reading->state = PZ_QUICK_MISSING;
  reading->grade = match->grade;
  reading->n_explained = match->n_tokens;
  reading->n_whole = match->n_whole;
  reading->fit = PZ_QUICK_FIT_OFFERED;
  reading->name_end = reading->what_start = reading->what_end = text->tokens[match->n_tokens - 1].end;
  return reading;
}

/* whether only names were typed, and somebody else is meant just as well */
static gboolean
asks_who (GArray            *matches,
          const PzQuickText *text)
{
  const PzQuickMatch *first = &g_array_index (matches, PzQuickMatch, 0), *second;

  if (first->n_tokens < text->n_tokens || matches->len < 2)
    return FALSE;
  second = &g_array_index (matches, PzQuickMatch, 1);
  return second->grade == first->grade && second->n_tokens == first->n_tokens && second->n_whole == first->n_whole;
}

/* The best reading; up to four of that learner; the best of each other; then what else there is of the first. */
static GPtrArray *
choose (GPtrArray *sorted,
        gboolean   has_others)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_reading_unref);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  PzQuickLearner *best = ((PzQuickReading *) g_ptr_array_index (sorted, 0))->learner;
  guint n_best = 0;

  for (guint i = 0; i < sorted->len && chosen->len < PZ_QUICK_MAX_READINGS; i++)
    {
      PzQuickReading *reading = g_ptr_array_index (sorted, i);

      if (reading->learner == best ? has_others && n_best++ >= ROWS_OF_BEST
                                   : !g_hash_table_add (seen, reading->learner))
        continue;
      g_ptr_array_add (chosen, pz_quick_reading_ref (reading));
    }
  return chosen;
}

/* ---- the object ---- */

static void
pz_quick_entry_finalize (GObject *object)
{
  PzQuickEntry *self = PZ_QUICK_ENTRY (object);

  g_ptr_array_unref (self->learners);
  g_hash_table_unref (self->by_key);
  g_free (self->shown_class);
  g_free (self->recent_measure);
  G_OBJECT_CLASS (pz_quick_entry_parent_class)->finalize (object);
}

static void
pz_quick_entry_class_init (PzQuickEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_quick_entry_finalize;
}

static void
pz_quick_entry_init (PzQuickEntry *self)
{
  self->learners = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_learner_unref);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * pz_quick_entry_new:
 *
 * Returns: (transfer full): quick entry that knows nobody
 */
PzQuickEntry *
pz_quick_entry_new (void)
{
  return g_object_new (PZ_TYPE_QUICK_ENTRY, NULL);
}

/**
 * pz_quick_entry_set_shown_class:
 * @class_id: (nullable): its learners come before those of others who fit as well
 */
void
pz_quick_entry_set_shown_class (PzQuickEntry *self,
                                const char   *class_id)
{
  g_return_if_fail (PZ_IS_QUICK_ENTRY (self));

  g_free (self->shown_class);
  self->shown_class = g_strdup (class_id);
}

/**
 * pz_quick_entry_add:
 * @learner: (transfer full): somebody who may be named; takes the place of one with the same id and class
 */
void
pz_quick_entry_add (PzQuickEntry   *self,
                    PzQuickLearner *learner)
{
  g_autofree char *key = NULL;
  PzQuickLearner *old;

  g_return_if_fail (PZ_IS_QUICK_ENTRY (self) && learner != NULL);

  key = make_key (learner->class_id, learner->id);
  old = g_hash_table_lookup (self->by_key, key);
  if (old != NULL)
    g_ptr_array_remove_fast (self->learners, old);
  g_ptr_array_add (self->learners, learner);
  g_hash_table_insert (self->by_key, g_steal_pointer (&key), learner);
}

static gboolean
is_of_class (gpointer key,
             gpointer learner,
             gpointer class_id)
{
  return strcmp (((PzQuickLearner *) learner)->class_id, class_id) == 0;
}

/**
 * pz_quick_entry_remove_class:
 * @class_id: nobody of it can be named any more
 */
void
pz_quick_entry_remove_class (PzQuickEntry *self,
                             const char   *class_id)
{
  g_return_if_fail (PZ_IS_QUICK_ENTRY (self) && class_id != NULL);

  g_hash_table_foreach_remove (self->by_key, is_of_class, (gpointer) class_id);
  for (guint i = self->learners->len; i > 0; i--)
    if (is_of_class (NULL, g_ptr_array_index (self->learners, i - 1), (gpointer) class_id))
      g_ptr_array_remove_index_fast (self->learners, i - 1);
}

/**
 * pz_quick_entry_find:
 * @class_id: of the class
 * @id: of the learner
 *
 * Returns: (transfer none) (nullable): the learner
 */
PzQuickLearner *
pz_quick_entry_find (PzQuickEntry *self,
                     const char   *class_id,
                     const char   *id)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (PZ_IS_QUICK_ENTRY (self), NULL);

  key = make_key (class_id, id);
  return g_hash_table_lookup (self->by_key, key);
}

/**
 * pz_quick_entry_get_n:
 *
 * Returns: how many learners can be named
 */
guint
pz_quick_entry_get_n (PzQuickEntry *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_ENTRY (self), 0);

  return self->learners->len;
}

/**
 * pz_quick_entry_has_double:
 * @learner: one of the learners
 *
 * Returns: whether somebody else has the same name, so that it must be said which of them
 */
gboolean
pz_quick_entry_has_double (PzQuickEntry         *self,
                           const PzQuickLearner *learner)
{
  g_return_val_if_fail (PZ_IS_QUICK_ENTRY (self), FALSE);

  for (guint i = 0; i < self->learners->len; i++)
    {
      const PzQuickLearner *other = g_ptr_array_index (self->learners, i);

      if (other != learner && strcmp (other->letters, learner->letters) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * pz_quick_entry_note_written:
 * @reading: what was written just now
 *
 * Remembers it, so that the next one about the same learner or in the same measure comes first where all else is equal.
 */
void
pz_quick_entry_note_written (PzQuickEntry         *self,
                             const PzQuickReading *reading)
{
  g_return_if_fail (PZ_IS_QUICK_ENTRY (self) && reading != NULL);

  reading->learner->written = ++self->n_written;
  if (reading->goal != NULL)
    {
      g_free (self->recent_measure);
      self->recent_measure = g_strdup (reading->goal->measure);
    }
}

/**
 * pz_quick_entry_list_learners:
 * @typed: what was typed
 *
 * Returns: (transfer full) (element-type PzQuickLearner): whom it may be about, best first: whose goals must be known
 *   for pz_quick_entry_read() to tell everything
 */
GPtrArray *
pz_quick_entry_list_learners (PzQuickEntry *self,
                              const char   *typed)
{
  g_autoptr(PzQuickText) text = NULL;
  g_autoptr(GArray) matches = NULL;
  GPtrArray *learners;

  g_return_val_if_fail (PZ_IS_QUICK_ENTRY (self) && typed != NULL, NULL);

  text = pz_quick_text_new (typed);
  matches = pz_quick_entry_list_matches (self, text);
  learners = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_learner_unref);
  for (guint i = 0; i < matches->len; i++)
    g_ptr_array_add (learners, pz_quick_learner_ref (g_array_index (matches, PzQuickMatch, i).learner));
  return learners;
}

/**
 * pz_quick_entry_read:
 * @typed: what was typed, any bytes
 *
 * While only a name is typed that fits several learners equally well, one reading for each asks who; else see the order
 * at the top of pz-quick-order.c.
 *
 * Returns: (transfer full) (element-type PzQuickReading): at most %PZ_QUICK_MAX_READINGS ways to understand it, best
 *   first; none when nobody is meant
 */
GPtrArray *
pz_quick_entry_read (PzQuickEntry *self,
                     const char   *typed)
{
  g_autoptr(PzQuickText) text = NULL;
  g_autoptr(GArray) matches = NULL;
  g_autoptr(GPtrArray) sorted = NULL;
  gboolean who;

  g_return_val_if_fail (PZ_IS_QUICK_ENTRY (self) && typed != NULL, NULL);

  text = pz_quick_text_new (typed);
  matches = pz_quick_entry_list_matches (self, text);
  sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_reading_unref);
  if (matches->len == 0)
    return g_steal_pointer (&sorted);
  who = asks_who (matches, text);
  for (guint i = 0; i < matches->len; i++)
    {
      const PzQuickMatch *one = &g_array_index (matches, PzQuickMatch, i);

      if (one->n_tokens == text->n_tokens && (who || i > 0))
        g_ptr_array_add (sorted, make_person (one, text));
      else
        {
          g_autoptr(GPtrArray) all = read_match (self, text, one);

          g_ptr_array_extend_and_steal (sorted, g_steal_pointer (&all));
        }
    }
  g_ptr_array_sort_with_data (sorted, pz_quick_entry_compare_readings, self);
  return choose (sorted, matches->len > 1);
}

/**
 * pz_quick_entry_explain:
 * @typed: what was typed
 *
 * Returns: (transfer full) (nullable): what was understood, in words, when nobody is meant by @typed; %NULL when
 *   somebody is, or nothing was typed
 */
char *
pz_quick_entry_explain (PzQuickEntry *self,
                        const char   *typed)
{
  g_autoptr(PzQuickText) text = NULL;
  g_autoptr(GArray) matches = NULL;
  g_autofree char *first = NULL;

  g_return_val_if_fail (PZ_IS_QUICK_ENTRY (self) && typed != NULL, NULL);

  text = pz_quick_text_new (typed);
  if (text->n_tokens == 0)
    return NULL;
  matches = pz_quick_entry_list_matches (self, text);
  if (matches->len > 0)
    return NULL;
  if (self->learners->len == 0)
    return g_strdup (C_ ("quick entry", "There are no learners yet."));
  first = g_strndup (text->text + text->tokens[0].start, text->tokens[0].end - text->tokens[0].start);
  if (text->tokens[0].is_number)
    /* Translators: %s is a number */
    return g_strdup_printf (C_ ("quick entry", "Understood the number %s. Type a name first, then the number."), first);
  /* Translators: %s is what was typed for a name */
  return g_strdup_printf (C_ ("quick entry", "Nobody is called “%s”. Type letters of a name, then a goal, a number or a "
                              "sentence."), first);
}

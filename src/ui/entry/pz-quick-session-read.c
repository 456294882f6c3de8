/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-session-private.h"

#include "pz-quick-goals.h"
#include "pz-quick-roster.h"

/* Goals of some learners of one class that are being read. */
typedef struct
{
  GWeakRef session;
  char *class_id;
  char **ids;
} Asking;

static void
asking_free (Asking *asking)
{
  g_weak_ref_clear (&asking->session);
  g_free (asking->class_id);
  g_strfreev (asking->ids);
  g_free (asking);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static Asking *
asking_new (PzQuickSession *self)
{
  Asking *asking = g_new0 (Asking, 1);

  g_weak_ref_init (&asking->session, self);
  return asking;
}

static char *
make_key (const char *class_id,
          const char *id)
{
  return g_strconcat (class_id, "/", id, NULL);
}

/* ---- goals, read when somebody is named ---- */

/* a class that cannot be read any more has no goals; writing will say why */
static void
take_goals (PzQuickSession *self,
            const Asking   *asking,
            guint           position,
            PzQuickFacts   *facts)
{
  const char *id = asking->ids[position];
  PzQuickLearner *learner = pz_quick_entry_find (self->entry, asking->class_id, id);
  g_autofree char *key = make_key (asking->class_id, id);

  g_hash_table_remove (self->asked, key);
  if (learner != NULL && facts != NULL)
    pz_quick_learner_set_goals (learner, g_ptr_array_ref (facts->goals), facts->absent);
  else if (learner != NULL && learner->goals == NULL)
    pz_quick_learner_set_goals (learner, g_ptr_array_new (), FALSE);
}

static void
goals_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(Asking) asking = user_data;
  g_autoptr(PzQuickSession) self = g_weak_ref_get (&asking->session);
  g_autoptr(GPtrArray) found = pz_quick_goals_read_finish (result, NULL);

  if (self == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  for (guint i = 0; asking->ids[i] != NULL; i++)
    take_goals (self, asking, i, found != NULL ? g_ptr_array_index (found, i) : NULL);
  pz_quick_session_read_text (self);
  pz_quick_session_finish_waiting (self);
}

static void
ask (PzQuickSession *self,
     const char     *class_id,
     GStrvBuilder   *builder)
{
  Asking *asking = asking_new (self);

  asking->class_id = g_strdup (class_id);
  asking->ids = g_strv_builder_end (builder);
  pz_quick_goals_read_async (self->environment, class_id, (const char *const *) asking->ids, self->cancellable,
                             goals_read_cb, asking);
}

/**
 * pz_quick_session_ask_for_goals:
 *
 * Reads the goals of everybody who may be meant and whose goals are not known yet: one request a class.
 */
void
pz_quick_session_ask_for_goals (PzQuickSession *self)
{
  g_autoptr(GPtrArray) learners = pz_quick_entry_list_learners (self->entry, self->text);
  g_autoptr(GHashTable) by_class = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                          (GDestroyNotify) g_strv_builder_unref);
  GHashTableIter iter;
  gpointer class_id, builder;

  for (guint i = 0; i < learners->len; i++)
    {
      PzQuickLearner *learner = g_ptr_array_index (learners, i);
      g_autofree char *key = make_key (learner->class_id, learner->id);

      if (learner->goals != NULL || !g_hash_table_add (self->asked, g_strdup (key)))
        continue;
      if (!g_hash_table_contains (by_class, learner->class_id))
        g_hash_table_insert (by_class, learner->class_id, g_strv_builder_new ());
      g_strv_builder_add (g_hash_table_lookup (by_class, learner->class_id), learner->id);
    }
  g_hash_table_iter_init (&iter, by_class);
  while (g_hash_table_iter_next (&iter, &class_id, &builder))
    ask (self, class_id, builder);
}

/**
 * pz_quick_session_read_again:
 * @class_id: of the class
 * @id: of a learner about whom something was written
 *
 * Looks again what was measured last and whether the learner is away.
 */
void
pz_quick_session_read_again (PzQuickSession *self,
                             const char     *class_id,
                             const char     *id)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_hash_table_add (self->asked, make_key (class_id, id));
  g_strv_builder_add (builder, id);
  ask (self, class_id, builder);
}

/* ---- learners of all classes ---- */

static void
roster_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(Asking) asking = user_data;
  g_autoptr(PzQuickSession) self = g_weak_ref_get (&asking->session);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) learners = pz_quick_roster_read_finish (result, &error);

  if (self == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->n_rosters--;
  for (guint i = 0; learners != NULL && i < learners->len; i++)
    pz_quick_entry_add (self->entry, pz_quick_learner_ref (g_ptr_array_index (learners, i)));
  if (error != NULL)
    pz_quick_session_set_message (self, error->message);
  pz_quick_session_ask_for_goals (self);
  pz_quick_session_read_text (self);
  pz_quick_session_finish_waiting (self);
}

/**
 * pz_quick_session_read_rosters:
 *
 * Begins to read who can be named.
 */
void
pz_quick_session_read_rosters (PzQuickSession *self)
{
  self->n_rosters = 2;
  pz_quick_roster_read_async (self->shown, self->cancellable, roster_read_cb, asking_new (self));
  pz_quick_roster_read_others_async (self->environment, pz_classroom_get_id (self->shown), self->cancellable,
                                     roster_read_cb, asking_new (self));
}

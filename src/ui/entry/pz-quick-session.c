/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-session-private.h"

#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (PzQuickSession, pz_quick_session, G_TYPE_OBJECT)

enum { CHANGED, TEXT_CHANGED, SAID, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- what it may mean ---- */

/* The choice stays on the same learner and thing while they are still there. */
static void
find_choice (PzQuickSession *self)
{
  self->chosen = 0;
  for (guint i = 0; self->kept != NULL && i < self->readings->len; i++)
    if (pz_quick_reading_is_same (g_ptr_array_index (self->readings, i), self->kept))
      {
        self->chosen = i;
        return;
      }
  g_clear_pointer (&self->kept, pz_quick_reading_unref);
}

/**
 * pz_quick_session_read_text:
 *
 * Finds what the text may mean with what is known now.
 */
void
pz_quick_session_read_text (PzQuickSession *self)
{
  g_ptr_array_unref (self->readings);
  self->readings = pz_quick_entry_read (self->entry, self->text);
  find_choice (self);
  pz_quick_session_changed (self);
}

/**
 * pz_quick_session_finish_waiting:
 *
 * Does what Enter was pressed for before all was read.
 */
void
pz_quick_session_finish_waiting (PzQuickSession *self)
{
  g_autofree char *waiting = NULL;

  if (self->waiting_text == NULL || pz_quick_session_is_reading (self))
    return;
  waiting = g_steal_pointer (&self->waiting_text);
  if (g_strcmp0 (waiting, self->text) == 0)
    pz_quick_session_enter (self);
}

/* ---- the object ---- */

static void
pz_quick_session_dispose (GObject *object)
{
  PzQuickSession *self = PZ_QUICK_SESSION (object);

  g_cancellable_cancel (self->cancellable);
  g_hash_table_remove_all (self->classes);
  g_clear_object (&self->shown);
  G_OBJECT_CLASS (pz_quick_session_parent_class)->dispose (object);
}

static void
pz_quick_session_finalize (GObject *object)
{
  PzQuickSession *self = PZ_QUICK_SESSION (object);

  g_clear_object (&self->environment);
  g_clear_object (&self->entry);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->kept, pz_quick_reading_unref);
  g_ptr_array_unref (self->readings);
  g_hash_table_unref (self->asked);
  g_hash_table_unref (self->classes);
  g_free (self->text);
  g_free (self->waiting_text);
  g_free (self->message);
  G_OBJECT_CLASS (pz_quick_session_parent_class)->finalize (object);
}

static void
pz_quick_session_class_init (PzQuickSessionClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_quick_session_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_quick_session_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TEXT_CHANGED] = g_signal_new ("text-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAID] = g_signal_new ("said", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
pz_quick_session_init (PzQuickSession *self)
{
  self->entry = pz_quick_entry_new ();
  self->cancellable = g_cancellable_new ();
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) pz_quick_class_free);
  self->readings = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_reading_unref);
  self->lines = g_list_store_new (PZ_TYPE_QUICK_LINE);
  self->text = g_strdup ("");
}

/**
 * pz_quick_session_new:
 * @classroom: the class that is shown
 *
 * Returns: (transfer full): quick entry for all classes beside @classroom, which are being read
 */
PzQuickSession *
pz_quick_session_new (PzClassroom *classroom)
{
  PzQuickSession *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_QUICK_SESSION, NULL);
  self->shown = g_object_ref (classroom);
  self->environment = g_object_ref (pz_classroom_get_environment (classroom));
  pz_quick_entry_set_shown_class (self->entry, pz_classroom_get_id (classroom));
  pz_quick_session_read_rosters (self);
  return self;
}

/**
 * pz_quick_session_changed:
 *
 * Tells that readings, choice or message are others.
 */
void
pz_quick_session_changed (PzQuickSession *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * pz_quick_session_say:
 * @text: translated
 *
 * Tells a screen reader what happened.
 */
void
pz_quick_session_say (PzQuickSession *self,
                      const char     *text)
{
  g_signal_emit (self, signals[SAID], 0, text);
}

/**
 * pz_quick_session_set_message:
 * @message: (nullable): what went wrong
 */
void
pz_quick_session_set_message (PzQuickSession *self,
                              const char     *message)
{
  g_free (self->message);
  self->message = g_strdup (message);
  if (message != NULL)
    pz_quick_session_say (self, message);
  pz_quick_session_changed (self);
}

/**
 * pz_quick_session_get_text:
 *
 * Returns: what is typed
 */
const char *
pz_quick_session_get_text (PzQuickSession *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_SESSION (self), NULL);
  return self->text;
}

/**
 * pz_quick_session_set_text:
 * @text: what is typed
 */
void
pz_quick_session_set_text (PzQuickSession *self,
                           const char     *text)
{
  g_return_if_fail (PZ_IS_QUICK_SESSION (self) && text != NULL);

  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_pointer (&self->waiting_text, g_free);
  g_clear_pointer (&self->message, g_free);
  pz_quick_session_ask_for_goals (self);
  pz_quick_session_read_text (self);
}

/**
 * pz_quick_session_take_text:
 * @text: what is to stand in the field now
 */
void
pz_quick_session_take_text (PzQuickSession *self,
                            const char     *text)
{
  pz_quick_session_set_text (self, text);
  g_signal_emit (self, signals[TEXT_CHANGED], 0);
}

/**
 * pz_quick_session_get_readings:
 *
 * Returns: (transfer none) (element-type PzQuickReading): what it may mean, best first
 */
GPtrArray *
pz_quick_session_get_readings (PzQuickSession *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_SESSION (self), NULL);
  return self->readings;
}

/**
 * pz_quick_session_get_chosen:
 *
 * Returns: which of the readings Enter writes
 */
guint
pz_quick_session_get_chosen (PzQuickSession *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_SESSION (self), 0);
  return self->chosen;
}

/**
 * pz_quick_session_choose:
 * @position: of a reading; nothing happens when there are not so many
 *
 * The choice stays on that learner and thing while the text goes on.
 */
void
pz_quick_session_choose (PzQuickSession *self,
                         guint           position)
{
  g_return_if_fail (PZ_IS_QUICK_SESSION (self));

  if (position >= self->readings->len || position == self->chosen)
    return;
  self->chosen = position;
  g_clear_pointer (&self->kept, pz_quick_reading_unref);
  self->kept = pz_quick_reading_ref (g_ptr_array_index (self->readings, position));
  pz_quick_session_changed (self);
}

/**
 * pz_quick_session_is_reading:
 *
 * Returns: whether learners, or goals of those who are named, are still being read
 */
gboolean
pz_quick_session_is_reading (PzQuickSession *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_SESSION (self), FALSE);
  return self->n_rosters > 0 || g_hash_table_size (self->asked) > 0;
}

/**
 * pz_quick_session_dup_message:
 *
 * Returns: (transfer full) (nullable): what went wrong, or what was understood when nobody is meant
 */
char *
pz_quick_session_dup_message (PzQuickSession *self)
{
  g_autofree char *explained = NULL;

  g_return_val_if_fail (PZ_IS_QUICK_SESSION (self), NULL);

  if (self->message != NULL)
    return g_strdup (self->message);
  if (self->n_rosters > 0 || self->readings->len > 0)
    return NULL;
  explained = pz_quick_entry_explain (self->entry, self->text);
  /* the long way repeats what was typed */
  if (explained != NULL && pz_privacy_is_hidden ())
    return g_strdup (C_ ("quick entry", "Nobody has such a name."));
  return g_steal_pointer (&explained);
}

/**
 * pz_quick_session_complete:
 *
 * Goes on to the next part: completes the name, then the goal.
 *
 * Returns: whether there was something to complete
 */
gboolean
pz_quick_session_complete (PzQuickSession *self)
{
  PzQuickReading *reading;
  g_autofree char *text = NULL;

  g_return_val_if_fail (PZ_IS_QUICK_SESSION (self), FALSE);

  /* a name that is hidden is not typed for everybody to read */
  if (self->chosen >= self->readings->len || pz_privacy_is_hidden ())
    return FALSE;
  reading = g_ptr_array_index (self->readings, self->chosen);
  text = pz_quick_reading_complete (reading, self->text, pz_quick_entry_has_double (self->entry, reading->learner));
  if (text == NULL || g_strcmp0 (text, self->text) == 0)
    return FALSE;
  pz_quick_session_take_text (self, text);
  return TRUE;
}

/**
 * pz_quick_session_enter:
 *
 * Writes the reading that is chosen. When something is missing, completes what is there, and says what to type.
 *
 * Returns: what came of it
 */
PzQuickAnswer
pz_quick_session_enter (PzQuickSession *self)
{
  g_autoptr(PzQuickReading) reading = NULL;
  g_autofree char *problem = NULL;

  g_return_val_if_fail (PZ_IS_QUICK_SESSION (self), PZ_QUICK_ANSWER_NOTHING);

  if (pz_quick_session_is_reading (self) && *self->text != '\0')
    {
      g_free (self->waiting_text);
      self->waiting_text = g_strdup (self->text);
      return PZ_QUICK_ANSWER_WAIT;
    }
  if (self->chosen >= self->readings->len)
    return PZ_QUICK_ANSWER_NOTHING;
  reading = pz_quick_reading_ref (g_ptr_array_index (self->readings, self->chosen));
  if (reading->state == PZ_QUICK_READY)
    return pz_quick_session_write (self, reading);
  problem = pz_quick_reading_dup_problem (reading);
  if (reading->state == PZ_QUICK_MISSING && pz_quick_session_complete (self))
    {
      pz_quick_session_say (self, problem);
      return PZ_QUICK_ANSWER_COMPLETED;
    }
  pz_quick_session_set_message (self, problem);
  return PZ_QUICK_ANSWER_REFUSED;
}

/**
 * pz_quick_session_get_lines:
 *
 * Returns: (transfer none): the #PzQuickLine that were written, newest first
 */
GListModel *
pz_quick_session_get_lines (PzQuickSession *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_SESSION (self), NULL);
  return G_LIST_MODEL (self->lines);
}

/**
 * pz_quick_session_is_elsewhere:
 * @learner: somebody
 *
 * Returns: whether the class must be told, because it is not the one that is shown
 */
gboolean
pz_quick_session_is_elsewhere (PzQuickSession       *self,
                               const PzQuickLearner *learner)
{
  g_return_val_if_fail (PZ_IS_QUICK_SESSION (self), FALSE);
  return g_strcmp0 (learner->class_id, pz_classroom_get_id (self->shown)) != 0;
}

/**
 * pz_quick_session_dup_shown_name:
 * @learner: somebody
 *
 * The one place that decides how somebody is called in quick entry.
 *
 * Returns: (transfer full): the name to show, or what stands for it while names are hidden
 */
char *
pz_quick_session_dup_shown_name (PzQuickSession       *self,
                                 const PzQuickLearner *learner)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (PZ_IS_QUICK_SESSION (self), NULL);

  name = pz_privacy_dup_name (learner->id, learner->name);
  if (!pz_quick_session_is_elsewhere (self, learner))
    return g_steal_pointer (&name);
  /* Translators: a learner and the class, which is another one than the one that is shown */
  return g_strdup_printf (C_ ("quick entry", "%1$s (%2$s)"), name, learner->class_name);
}

/**
 * pz_quick_session_dup_shown_line:
 * @reading: something that may be meant, or was written
 * @brief: leave out a note beside a value
 *
 * Returns: (transfer full): all of it in one line; without what was written about the learner while names are hidden
 */
char *
pz_quick_session_dup_shown_line (PzQuickSession       *self,
                                 const PzQuickReading *reading,
                                 gboolean              brief)
{
  g_autofree char *who = NULL;

  g_return_val_if_fail (PZ_IS_QUICK_SESSION (self), NULL);

  who = pz_quick_session_dup_shown_name (self, reading->learner);
  if (pz_privacy_is_hidden ())
    return pz_quick_reading_dup_bare (reading, who);
  return brief ? pz_quick_reading_dup_brief (reading, who) : pz_quick_reading_dup_line (reading, who);
}

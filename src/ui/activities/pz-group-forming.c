/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-forming-private.h"

#include "pz-activity-words.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (PzGroupForming, pz_group_forming, G_TYPE_OBJECT)

static guint changed_signal;

static void
set_judged (PzGroupForming *self,
            PzGroupJob     *job)
{
  g_clear_pointer (&self->judged, pz_group_job_unref);
  self->judged = job;
  self->serial++;
}

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
changed (PzGroupForming *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* what learners are called on this screen */
static GHashTable *
list_names (PzGroupForming *self)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  PzIndex *index = pz_classroom_get_index (self->classroom);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (index), i);

      g_hash_table_insert (names, g_strdup (pz_learner_row_get_id (row)), pz_privacy_dup_row_name (row));
    }
  return names;
}

static PzGroupOrder *
make_order (PzGroupForming *self)
{
  PzGroupOrder *order = pz_group_order_of_activity (self->activity, pz_activity_words_get_today (self->classroom));

  order->names = list_names (self);
  return order;
}

static void
save (PzGroupForming *self)
{
  self->unsaved = FALSE;
  pz_classroom_queue_save (self->classroom, C_("undo", "Forming of groups"));
}

static void
found_cb (const PzGroupFormation *formation,
          const guint            *groups,
          gpointer                user_data)
{
  PzGroupForming *self = PZ_GROUP_FORMING (user_data);

  pz_group_formation_apply (formation, groups, self->activity);
  self->unsaved = TRUE;
  changed (self);
}

/* shows what was found; also of a search that was ended early */
static void
take (PzGroupForming *self,
      PzGroupJob     *job)
{
  g_clear_pointer (&self->rounds, g_free);
  if (job->error != NULL)
    self->problem = g_strdup (job->error->message);
  else if (job->clashes != NULL)
    self->problem = g_steal_pointer (&job->clashes);
  else
    {
      pz_group_formation_apply (job->formation, NULL, self->activity);
      set_judged (self, NULL); /* that was of other groups */
      self->rounds = pz_group_formation_dup_rounds (job->formation);
      save (self);
    }
}

/* one that another took the place of, or whose page is gone, is silent */
static void
formed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(PzGroupForming) self = PZ_GROUP_FORMING (user_data);
  g_autoptr(PzGroupJob) job = pz_group_job_run_finish (result);

  if (job->cancellable != self->forming)
    return;
  g_clear_object (&self->forming);
  if (job->with_account && job->error == NULL && job->clashes == NULL)
    self->proposal = job->account != NULL ? g_steal_pointer (&job) : NULL;
  else if (!g_error_matches (job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    take (self, job);
  changed (self);
}

/* A job that waits for what is edited to be on the disk, where the thread reads. */
typedef struct
{
  PzGroupForming *forming;
  PzGroupJob *job;
} Waiting;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Waiting *waiting = user_data;
  g_autoptr(PzGroupForming) self = waiting->forming;
  g_autoptr(PzGroupJob) job = waiting->job;

  /* how it went shows in the save state; groups are formed of what is there */
  pz_classroom_save_finish (PZ_CLASSROOM (source), result, NULL);
  if (job->cancellable == self->forming)
    pz_group_job_run_async (job, job->with_account ? NULL : found_cb, self, job->cancellable, formed_cb, g_object_ref (self));
}

static void
run (PzGroupForming *self,
     guint64         seed,
     gboolean        propose)
{
  Waiting *waiting = g_new0 (Waiting, 1);
  PzGroupOrder *order = make_order (self);

  cancel (&self->forming);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->proposal, pz_group_job_unref);
  order->seed = seed;
  waiting->forming = g_object_ref (self);
  waiting->job = pz_group_job_new (self->classroom, order, 0);
  waiting->job->with_account = propose;
  if (propose && order->n_rounds > 1)
    waiting->job->now = make_order (self);
  waiting->job->cancellable = g_cancellable_new ();
  self->forming = g_object_ref (waiting->job->cancellable);
  pz_classroom_save_async (self->classroom, NULL, NULL, saved_cb, waiting);
  changed (self);
}

static void
judged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(PzGroupForming) self = PZ_GROUP_FORMING (user_data);
  g_autoptr(PzGroupJob) job = pz_group_job_run_finish (result);

  if (job->cancellable != self->judging)
    return;
  g_clear_object (&self->judging);
  set_judged (self, job->account != NULL ? pz_group_job_ref (job) : NULL);
  changed (self);
}

static void
pz_group_forming_dispose (GObject *object)
{
  PzGroupForming *self = PZ_GROUP_FORMING (object);

  g_clear_object (&self->forming);
  g_clear_object (&self->judging);
  g_clear_pointer (&self->judged, pz_group_job_unref);
  g_clear_pointer (&self->proposal, pz_group_job_unref);
  g_clear_object (&self->classroom);
  g_clear_object (&self->activity);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->rounds, g_free);
  G_OBJECT_CLASS (pz_group_forming_parent_class)->dispose (object);
}

static void
pz_group_forming_class_init (PzGroupFormingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_group_forming_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
pz_group_forming_init (PzGroupForming *self)
{
}

/**
 * pz_group_forming_new:
 * @classroom: saves the groups
 * @activity: the document of an activity
 *
 * Returns: (transfer full): nothing is formed or judged yet
 */
PzGroupForming *
pz_group_forming_new (PzClassroom *classroom,
                      PzDocument  *activity)
{
  PzGroupForming *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (activity), NULL);

  self = g_object_new (PZ_TYPE_GROUP_FORMING, NULL);
  self->classroom = g_object_ref (classroom);
  self->activity = g_object_ref (activity);
  return self;
}

/**
 * pz_group_forming_form:
 * @self: the forming
 * @seed: the same gives the same groups
 *
 * Begins to form the groups the activity asks for; who is locked stays. One that runs is ended.
 */
void
pz_group_forming_form (PzGroupForming *self,
                       guint64         seed)
{
  g_return_if_fail (PZ_IS_GROUP_FORMING (self));

  if (pz_classroom_is_read_only (self->classroom))
    return;
  cancel (&self->judging);
  run (self, seed, FALSE);
}

/**
 * pz_group_forming_propose:
 * @self: the forming
 * @seed: the same gives the same groups
 *
 * Begins to form other groups beside those of now, which stay: both can be compared.
 */
void
pz_group_forming_propose (PzGroupForming *self,
                          guint64         seed)
{
  g_return_if_fail (PZ_IS_GROUP_FORMING (self));

  run (self, seed, TRUE);
}

/**
 * pz_group_forming_take_proposal:
 * @self: the forming
 *
 * Takes the other groups instead of those of now, as a step that can be undone.
 */
void
pz_group_forming_take_proposal (PzGroupForming *self)
{
  g_autoptr(PzGroupJob) job = NULL;

  g_return_if_fail (PZ_IS_GROUP_FORMING (self));

  job = g_steal_pointer (&self->proposal);
  if (job == NULL || pz_classroom_is_read_only (self->classroom))
    return;
  take (self, job);
  changed (self);
}

/**
 * pz_group_forming_judge:
 * @self: the forming
 * @round: from 1
 *
 * Begins to find out how good the groups are that the round has now, whoever made them.
 */
void
pz_group_forming_judge (PzGroupForming *self,
                        guint           round)
{
  g_autoptr(PzGroupJob) job = NULL;
  PzGroupOrder *order;

  g_return_if_fail (PZ_IS_GROUP_FORMING (self) && round > 0);

  cancel (&self->judging);
  order = make_order (self);
  if (round > order->n_rounds || g_hash_table_size (order->seats->places->pdata[round - 1]) == 0)
    {
      pz_group_order_free (order);
      set_judged (self, NULL);
      changed (self);
      return;
    }
  job = pz_group_job_new (self->classroom, order, round);
  job->groups = pz_activity_list_groups (self->activity, round);
  self->judging = g_cancellable_new ();
  pz_group_job_run_async (job, NULL, NULL, self->judging, judged_cb, g_object_ref (self));
  if (self->judged == NULL)
    changed (self);
}

/**
 * pz_group_forming_cancel:
 * @self: the forming
 *
 * Ends the search, if there is one: the best groups so far stay.
 */
void
pz_group_forming_cancel (PzGroupForming *self)
{
  g_return_if_fail (PZ_IS_GROUP_FORMING (self));

  if (self->forming == NULL)
    return;
  g_cancellable_cancel (self->forming);
}

/**
 * pz_group_forming_stop:
 * @self: the forming
 *
 * Ends what runs, for good: nobody looks any more. What is in the document is saved.
 */
void
pz_group_forming_stop (PzGroupForming *self)
{
  g_return_if_fail (PZ_IS_GROUP_FORMING (self));

  cancel (&self->forming);
  cancel (&self->judging);
  if (self->unsaved)
    save (self);
  g_clear_object (&self->classroom); /* the thread may hold us for a while */
  g_clear_object (&self->activity);
}

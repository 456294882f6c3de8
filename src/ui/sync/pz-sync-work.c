/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-work.h"

#include "pz-passphrase.h"
#include "pz-sync-session.h"
#include "pz-sync-set-up.h"

#include <gio/gio.h>
#include <string.h>

struct _PzSyncWork
{
  gatomicrefcount references;

  PzEnvironment *environment;
  char *path;
  PzSecrets *secrets;
  PzSyncSession *session; /* NULL until the first job, and while the class is on no server */
};

static gboolean
open_session (PzSyncWork  *self,
              GError     **error)
{
  if (self->session == NULL)
    self->session = pz_sync_session_new (self->environment, self->path, self->secrets, error);
  return self->session != NULL;
}

static PzSyncPlace *
copy_place (PzSyncWork *self)
{
  const PzSyncSettings *settings = pz_sync_session_get_settings (self->session);
  PzSyncPlace *place = g_new0 (PzSyncPlace, 1);

  place->folder = g_strdup (settings->folder);
  place->user = g_strdup (settings->user);
  place->device_name = g_strdup (settings->device_name);
  place->encrypted = settings->encrypted;
  place->lasting = pz_secrets_is_lasting (self->secrets);
  return place;
}

static PzSyncTurnout
judge (const PzSyncAnswer *answer,
       const PzSyncStatus *status,
       const GError       *error)
{
  if (error == NULL)
    return status != NULL && status->n_sent > 0 ? PZ_SYNC_TURNOUT_SENT : PZ_SYNC_TURNOUT_DONE;
  if (error->domain == PZ_SYNC_ERROR
      && (error->code == PZ_SYNC_ERROR_SIGN_IN || error->code == PZ_SYNC_ERROR_PASSPHRASE
          || error->code == PZ_SYNC_ERROR_TOO_NEW))
    return PZ_SYNC_TURNOUT_STUCK;
  return PZ_SYNC_TURNOUT_FAILED;
}

/* (transfer full) (nullable): what they are, each in a line */
static char *
dup_files (PzSyncWork         *self,
           const PzSyncStatus *status)
{
  GPtrArray *const lists[] = { status->aside, status->refused };
  g_autoptr(GString) lines = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint k = 0; k < lists[i]->len; k++)
      {
        g_autofree char *words = pz_sync_session_describe_file (self->session, g_ptr_array_index (lists[i], k));

        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", words);
      }
  return lines->len > 0 ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}

/* What is true now, after a synchronisation that came to its end or did not. */
static void
take_status (PzSyncWork   *self,
             PzSyncAnswer *answer,
             const GError *error)
{
  PzSyncStatus *status = pz_sync_session_get_status (self->session);
  PzSyncFacts *facts = &answer->facts;

  answer->has_run = TRUE;
  answer->turnout = judge (answer, status, error);
  answer->retry_after = pz_sync_session_get_retry_after (self->session);
  facts->is_set_up = TRUE;
  facts->is_clock_wrong = pz_sync_session_is_clock_wrong (self->session);
  if (error != NULL)
    {
      facts->has_failed = TRUE;
      facts->is_local = error->domain != PZ_SYNC_ERROR;
      facts->code = facts->is_local ? PZ_SYNC_ERROR_FAILED : (PzSyncError) error->code;
      facts->sentence = g_strdup (error->message);
    }
  if (status == NULL)
    return;
  facts->n_waiting = status->n_waiting;
  facts->stored = status->stored;
  facts->pulled = status->pulled;
  facts->n_aside = status->aside != NULL ? status->aside->len : 0;
  facts->n_incomplete = status->incomplete != NULL ? status->incomplete->len : 0;
  facts->n_refused = status->refused != NULL ? status->refused->len : 0;
  facts->files = dup_files (self, status);
  facts->is_erasing = status->is_erasing;
  facts->holds_newer = status->holds_newer;
  facts->is_read_only = status->is_read_only;
  facts->is_full = status->is_full;
  facts->is_too_new = status->is_too_new;
  answer->n_received = status->n_received;
  answer->healed = status->healed;
  answer->new_device = status->new_device;
}

/* Only a synchronisation that was stopped is an error; everything else is part of the answer. */
static gboolean
run (PzSyncWork    *self,
     PzSyncAnswer  *answer,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autoptr(GError) trouble = NULL;

  pz_sync_session_run (self->session, cancellable, &trouble);
  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  take_status (self, answer, trouble);
  return TRUE;
}

/* After a password or a passphrase was tried: that it does not fit is the error of the job, any other trouble is not. */
static gboolean
run_and_mind (PzSyncWork    *self,
              PzSyncAnswer  *answer,
              PzSyncError    code,
              GCancellable  *cancellable,
              GError       **error)
{
  if (!run (self, answer, cancellable, error))
    return FALSE;
  if (!answer->facts.has_failed || answer->facts.is_local || answer->facts.code != code)
    return TRUE;
  g_set_error_literal (error, PZ_SYNC_ERROR, (int) code, answer->facts.sentence);
  return FALSE;
}

/* Who has the lost device can read what was sealed with its key: there is a new one, and nobody can guess its passphrase. */
static gboolean
make_new_key (PzSyncWork    *self,
              PzSyncAnswer  *answer,
              GCancellable  *cancellable,
              GError       **error)
{
  answer->text = pz_passphrase_generate ();
  return pz_sync_session_change_passphrase (self->session, answer->text, TRUE, cancellable, error);
}

static gboolean
leave (PzSyncWork    *self,
       PzSyncAnswer  *answer,
       GError       **error)
{
  if (!pz_sync_leave (self->environment, self->path, self->secrets, error))
    return FALSE;
  g_clear_pointer (&self->session, pz_sync_session_free);
  g_clear_pointer (&answer->place, pz_sync_place_free);
  return TRUE;
}

static gboolean
do_job (PzSyncWork    *self,
        PzSyncJob      job,
        const char    *text,
        PzSyncAnswer  *answer,
        GCancellable  *cancellable,
        GError       **error)
{
  switch (job)
    {
    case PZ_SYNC_JOB_RUN:
    case PZ_SYNC_JOB_START:
      return run (self, answer, cancellable, error);
    case PZ_SYNC_JOB_SIGN_IN:
      pz_sync_session_set_password (self->session, text);
      return run_and_mind (self, answer, PZ_SYNC_ERROR_SIGN_IN, cancellable, error);
    case PZ_SYNC_JOB_UNLOCK:
      return pz_sync_session_unlock (self->session, text, cancellable, error)
             && run_and_mind (self, answer, PZ_SYNC_ERROR_PASSPHRASE, cancellable, error);
    case PZ_SYNC_JOB_LIST_DEVICES:
      answer->devices = pz_sync_session_list_devices (self->session, error);
      return answer->devices != NULL;
    case PZ_SYNC_JOB_RETIRE:
      return pz_sync_session_retire (self->session, text, error) && run (self, answer, cancellable, error);
    case PZ_SYNC_JOB_NEW_KEY:
      return make_new_key (self, answer, cancellable, error);
    case PZ_SYNC_JOB_SHOW_PASSPHRASE:
      answer->text = pz_sync_session_dup_passphrase (self->session, cancellable, error);
      return answer->text != NULL;
    case PZ_SYNC_JOB_CHANGE_PASSPHRASE:
      return pz_sync_session_change_passphrase (self->session, text, FALSE, cancellable, error);
    case PZ_SYNC_JOB_SAVE_FILES:
      return pz_sync_session_save_files (self->session, text, &answer->n_saved, cancellable, error);
    case PZ_SYNC_JOB_LEAVE:
    default:
      return leave (self, answer, error);
    }
}

/**
 * pz_sync_work_new:
 * @environment: clock, chance and folders
 * @classroom_path: the folder of the class
 * @secrets: where passwords and keys are
 *
 * Returns: (transfer full): the work, which touches neither disk nor network yet
 */
PzSyncWork *
pz_sync_work_new (PzEnvironment *environment,
                  const char    *classroom_path,
                  PzSecrets     *secrets)
{
  PzSyncWork *self;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment) && classroom_path != NULL && PZ_IS_SECRETS (secrets), NULL);

  self = g_new0 (PzSyncWork, 1);
  g_atomic_ref_count_init (&self->references);
  self->environment = g_object_ref (environment);
  self->path = g_strdup (classroom_path);
  self->secrets = g_object_ref (secrets);
  return self;
}

/**
 * pz_sync_work_ref:
 * @self: the work
 *
 * Returns: (transfer full): the same
 */
PzSyncWork *
pz_sync_work_ref (PzSyncWork *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * pz_sync_work_unref:
 * @self: (transfer full): the work
 */
void
pz_sync_work_unref (PzSyncWork *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->session, pz_sync_session_free);
  g_object_unref (self->secrets);
  g_object_unref (self->environment);
  g_free (self->path);
  g_free (self);
}

/**
 * pz_sync_work_do:
 * @self: the work
 * @job: what to do
 * @text: (nullable): see #PzSyncJob
 * @cancellable: (nullable): to stop
 * @error: why it was not done. A synchronisation that fails is no error: the facts of the answer tell it
 *
 * Blocks, for as long as disk and network take.
 *
 * Returns: (transfer full) (nullable): what came of it
 */
PzSyncAnswer *
pz_sync_work_do (PzSyncWork    *self,
                 PzSyncJob      job,
                 const char    *text,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(PzSyncAnswer) answer = g_new0 (PzSyncAnswer, 1);
  g_autoptr(GError) trouble = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (job == PZ_SYNC_JOB_START) /* it may have been put elsewhere */
    g_clear_pointer (&self->session, pz_sync_session_free);
  if (!open_session (self, &trouble))
    {
      if ((job == PZ_SYNC_JOB_RUN || job == PZ_SYNC_JOB_START)
          && g_error_matches (trouble, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_SET_UP))
        return g_steal_pointer (&answer);
      g_propagate_error (error, g_steal_pointer (&trouble));
      return NULL;
    }
  answer->place = copy_place (self);
  if (!do_job (self, job, text, answer, cancellable, &trouble))
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return NULL;
    }
  return g_steal_pointer (&answer);
}

/**
 * pz_sync_place_free:
 * @self: (transfer full): a place
 */
void
pz_sync_place_free (PzSyncPlace *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->folder);
  g_free (self->user);
  g_free (self->device_name);
  g_free (self);
}

/**
 * pz_sync_place_split:
 * @self: a place
 * @address: (out) (transfer full): what the folder of the class lies in: the server's business
 * @name: (out) (transfer full): the name of that folder, as people read it; "" when the address has none
 *
 * "https://files.school.example/dav/" and "Class 5b".
 */
void
pz_sync_place_split (const PzSyncPlace  *self,
                     char              **address,
                     char              **name)
{
  g_autofree char *whole = NULL;
  char *last, *unescaped;

  g_return_if_fail (self != NULL && address != NULL && name != NULL);

  whole = g_strdup (self->folder);
  if (g_str_has_suffix (whole, "/"))
    whole[strlen (whole) - 1] = '\0';
  last = strrchr (whole, '/');
  unescaped = last != NULL ? g_uri_unescape_string (last + 1, NULL) : NULL;
  *name = unescaped != NULL ? unescaped : g_strdup (last != NULL ? last + 1 : "");
  if (last != NULL)
    last[1] = '\0';
  *address = g_steal_pointer (&whole);
}

/**
 * pz_sync_answer_free:
 * @self: (transfer full): an answer
 */
void
pz_sync_answer_free (PzSyncAnswer *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->place, pz_sync_place_free);
  pz_sync_facts_clear (&self->facts);
  g_clear_pointer (&self->devices, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

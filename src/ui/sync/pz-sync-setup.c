/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-setup-private.h"

#include "pz-server-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Stands for the user in an address as long as no name was typed. */
#define SOMEBODY "user"

struct _PzSyncSetup
{
  GObject parent_instance;

  PzEnvironment *environment;
  char *classroom_path; /* NULL: a class is fetched */
  PzSecrets *secrets;

  PzSyncSetupStep step;
  char *texts[PZ_SYNC_FIELD_DEVICE + 1];
  gboolean encrypted;
  gboolean is_moving;      /* the class is on a server, or was */
  gboolean address_is_own; /* corrected by hand: it no longer follows server and user */
  GPtrArray *folders;      /* NULL until the account was tried */

  GCancellable *cancellable; /* of what is being tried; NULL: nothing is */
  PzSyncSetupField field;
  char *problem;
  char *result;
};

G_DEFINE_FINAL_TYPE (PzSyncSetup, pz_sync_setup, G_TYPE_OBJECT)

static guint changed_signal;

static void
say_changed (PzSyncSetup *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
set_problem (PzSyncSetup      *self,
             PzSyncSetupField  field,
             const char       *problem)
{
  g_free (self->problem);
  self->problem = g_strdup (problem);
  self->field = problem != NULL ? field : PZ_SYNC_FIELD_NONE;
}

/* The address follows what was typed until somebody corrects it; it may need the user name, and is empty until then. */
static void
complete_address (PzSyncSetup *self)
{
  const char *user = self->texts[PZ_SYNC_FIELD_USER];
  char *address;

  if (self->address_is_own)
    return;
  address = pz_server_address_complete (self->texts[PZ_SYNC_FIELD_SERVER], *user != '\0' ? user : NULL, NULL);
  g_free (self->texts[PZ_SYNC_FIELD_ADDRESS]);
  self->texts[PZ_SYNC_FIELD_ADDRESS] = address != NULL ? address : g_strdup ("");
}

/* Where the server is asked whether it is one, before the user is known. */
static char *
dup_server_address (PzSyncSetup  *self,
                    GError      **error)
{
  const char *user = self->texts[PZ_SYNC_FIELD_USER];

  return pz_server_address_complete (self->texts[PZ_SYNC_FIELD_SERVER], *user != '\0' ? user : SOMEBODY, error);
}

static PzSetupCheck *
make_check (PzSyncSetup *self,
            const char  *address)
{
  PzSetupCheck *check = g_new0 (PzSetupCheck, 1);
  const char *passphrase = self->texts[PZ_SYNC_FIELD_PASSPHRASE];

  check->step = self->step;
  check->environment = g_object_ref (self->environment);
  check->classroom_path = g_strdup (self->classroom_path);
  check->secrets = g_object_ref (self->secrets);
  check->address = g_strdup (address);
  check->user = g_strdup (self->texts[PZ_SYNC_FIELD_USER]);
  check->password = g_strdup (self->texts[PZ_SYNC_FIELD_PASSWORD]);
  check->folder = g_strstrip (g_strdup (self->texts[PZ_SYNC_FIELD_FOLDER]));
  if (*passphrase != '\0' && (self->classroom_path == NULL || self->encrypted))
    check->passphrase = g_strdup (passphrase);
  check->is_moving = self->is_moving;
  check->device_name = g_strdup (self->texts[PZ_SYNC_FIELD_DEVICE]);
  return check;
}

static void
take_check (PzSyncSetup  *self,
            PzSetupCheck *check)
{
  if (check->folders != NULL)
    {
      g_clear_pointer (&self->folders, g_ptr_array_unref);
      self->folders = g_steal_pointer (&check->folders);
    }
  self->result = g_steal_pointer (&check->path);
  self->step++;
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PzSyncSetup) self = PZ_SYNC_SETUP (user_data); /* the reference handed over */
  PzSetupCheck *check = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable) /* stopped meanwhile */
    return;
  g_clear_object (&self->cancellable);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    take_check (self, check);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_problem (self, check->field, error->message);
  say_changed (self);
}

static void
check_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (pz_setup_check_run (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
pz_sync_setup_finalize (GObject *object)
{
  PzSyncSetup *self = PZ_SYNC_SETUP (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  g_object_unref (self->environment);
  g_object_unref (self->secrets);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->folders, g_ptr_array_unref);
  g_free (self->classroom_path);
  g_free (self->problem);
  g_free (self->result);
  G_OBJECT_CLASS (pz_sync_setup_parent_class)->finalize (object);
}

static void
pz_sync_setup_class_init (PzSyncSetupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_sync_setup_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pz_sync_setup_init (PzSyncSetup *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->texts); i++)
    self->texts[i] = g_strdup ("");
  g_free (self->texts[PZ_SYNC_FIELD_DEVICE]);
  /* Translators: what colleagues see of a device: %1$s is the name of its user, %2$s that of the computer */
  self->texts[PZ_SYNC_FIELD_DEVICE] = g_strdup_printf (C_("device", "%1$s, %2$s"), g_get_real_name (), g_get_host_name ());
}

/**
 * pz_sync_setup_new:
 * @environment: clock, chance and folders
 * @classroom_path: (nullable): the folder of the class to put on a server; %NULL: to fetch one from a server
 * @secrets: where passwords and keys are kept
 *
 * A class that goes to a server is sealed unless somebody decides otherwise.
 *
 * Returns: (transfer full): a set-up at its first step
 */
PzSyncSetup *
pz_sync_setup_new (PzEnvironment *environment,
                   const char    *classroom_path,
                   PzSecrets     *secrets)
{
  PzSyncSetup *self;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment) && PZ_IS_SECRETS (secrets), NULL);

  self = g_object_new (PZ_TYPE_SYNC_SETUP, NULL);
  self->environment = g_object_ref (environment);
  self->secrets = g_object_ref (secrets);
  self->classroom_path = g_strdup (classroom_path);
  self->encrypted = classroom_path != NULL; /* what is said of children is nobody's business on the way */
  if (self->encrypted)
    pz_sync_setup_new_passphrase (self);
  return self;
}

/* The class is on a server, or was: it is put into another folder, or into the same again. */
void
pz_sync_setup_move (PzSyncSetup *self)
{
  self->is_moving = TRUE;
}

/**
 * pz_sync_setup_is_joining:
 * @self: a set-up
 *
 * Returns: whether a class is fetched from a server
 */
gboolean
pz_sync_setup_is_joining (PzSyncSetup *self)
{
  g_return_val_if_fail (PZ_IS_SYNC_SETUP (self), FALSE);
  return self->classroom_path == NULL;
}

/**
 * pz_sync_setup_get_step:
 * @self: a set-up
 *
 * Returns: where it is
 */
PzSyncSetupStep
pz_sync_setup_get_step (PzSyncSetup *self)
{
  g_return_val_if_fail (PZ_IS_SYNC_SETUP (self), PZ_SYNC_SETUP_SERVER);
  return self->step;
}

/**
 * pz_sync_setup_is_busy:
 * @self: a set-up
 *
 * Returns: whether the server is being asked
 */
gboolean
pz_sync_setup_is_busy (PzSyncSetup *self)
{
  g_return_val_if_fail (PZ_IS_SYNC_SETUP (self), FALSE);
  return self->cancellable != NULL;
}

/**
 * pz_sync_setup_get_field:
 * @self: a set-up
 *
 * Returns: beside which field the problem stands
 */
PzSyncSetupField
pz_sync_setup_get_field (PzSyncSetup *self)
{
  g_return_val_if_fail (PZ_IS_SYNC_SETUP (self), PZ_SYNC_FIELD_NONE);
  return self->field;
}

/**
 * pz_sync_setup_get_problem:
 * @self: a set-up
 *
 * Returns: (nullable): what is wrong, for people
 */
const char *
pz_sync_setup_get_problem (PzSyncSetup *self)
{
  g_return_val_if_fail (PZ_IS_SYNC_SETUP (self), NULL);
  return self->problem;
}

/**
 * pz_sync_setup_get_text:
 * @self: a set-up
 * @field: a field
 *
 * Returns: what it holds; "" when nothing
 */
const char *
pz_sync_setup_get_text (PzSyncSetup      *self,
                        PzSyncSetupField  field)
{
  g_return_val_if_fail (PZ_IS_SYNC_SETUP (self) && (gsize) field < G_N_ELEMENTS (self->texts), NULL);
  return self->texts[field];
}

/**
 * pz_sync_setup_set_text:
 * @self: a set-up
 * @field: a field
 * @text: what was typed
 *
 * A problem beside the field goes; a user name shows in the completed address.
 */
void
pz_sync_setup_set_text (PzSyncSetup      *self,
                        PzSyncSetupField  field,
                        const char       *text)
{
  g_return_if_fail (PZ_IS_SYNC_SETUP (self) && (gsize) field < G_N_ELEMENTS (self->texts) && text != NULL);

  if (g_str_equal (self->texts[field], text))
    return;
  g_free (self->texts[field]);
  self->texts[field] = g_strdup (text);
  if (field == PZ_SYNC_FIELD_ADDRESS)
    self->address_is_own = TRUE;
  else if (field == PZ_SYNC_FIELD_SERVER)
    self->address_is_own = FALSE;
  else if (field == PZ_SYNC_FIELD_USER)
    complete_address (self);
  if (self->field == field || (self->field == PZ_SYNC_FIELD_PASSWORD && field == PZ_SYNC_FIELD_USER))
    set_problem (self, PZ_SYNC_FIELD_NONE, NULL);
  say_changed (self);
}

/**
 * pz_sync_setup_get_encrypted:
 * @self: a set-up
 *
 * Returns: whether the class is sealed before it leaves the computer
 */
gboolean
pz_sync_setup_get_encrypted (PzSyncSetup *self)
{
  g_return_val_if_fail (PZ_IS_SYNC_SETUP (self), FALSE);
  return self->encrypted;
}

/**
 * pz_sync_setup_set_encrypted:
 * @self: a set-up
 * @encrypted: whether to seal the class
 */
void
pz_sync_setup_set_encrypted (PzSyncSetup *self,
                             gboolean     encrypted)
{
  g_return_if_fail (PZ_IS_SYNC_SETUP (self));

  if (self->encrypted == !!encrypted)
    return;
  self->encrypted = !!encrypted;
  say_changed (self);
}

/**
 * pz_sync_setup_get_folders:
 * @self: a set-up
 *
 * Returns: (transfer none) (nullable) (element-type utf8): the folders of the account; %NULL before it was tried
 */
GPtrArray *
pz_sync_setup_get_folders (PzSyncSetup *self)
{
  g_return_val_if_fail (PZ_IS_SYNC_SETUP (self), NULL);
  return self->folders;
}

/**
 * pz_sync_setup_can_go_on:
 * @self: a set-up
 *
 * Returns: whether enough is filled in to ask the server
 */
gboolean
pz_sync_setup_can_go_on (PzSyncSetup *self)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (PZ_IS_SYNC_SETUP (self), FALSE);

  folder = g_strstrip (g_strdup (self->texts[PZ_SYNC_FIELD_FOLDER]));
  if (self->cancellable != NULL)
    return FALSE;
  switch (self->step)
    {
    case PZ_SYNC_SETUP_SERVER:
      return *self->texts[PZ_SYNC_FIELD_SERVER] != '\0';
    case PZ_SYNC_SETUP_ACCOUNT:
      return *self->texts[PZ_SYNC_FIELD_ADDRESS] != '\0';
    case PZ_SYNC_SETUP_FOLDER:
      return *folder != '\0' && strchr (folder, '/') == NULL && *self->texts[PZ_SYNC_FIELD_DEVICE] != '\0';
    case PZ_SYNC_SETUP_DONE:
    default:
      return FALSE;
    }
}

/**
 * pz_sync_setup_go_on:
 * @self: a set-up
 *
 * Tries the step with the server, in a thread; then the next step follows, or the problem stands beside its field.
 */
void
pz_sync_setup_go_on (PzSyncSetup *self)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *address = NULL;

  g_return_if_fail (PZ_IS_SYNC_SETUP (self));

  if (!pz_sync_setup_can_go_on (self))
    return;
  set_problem (self, PZ_SYNC_FIELD_NONE, NULL);
  if (self->step == PZ_SYNC_SETUP_SERVER)
    {
      complete_address (self);
      address = dup_server_address (self, &error);
    }
  else
    address = pz_server_address_complete (self->texts[PZ_SYNC_FIELD_ADDRESS], self->texts[PZ_SYNC_FIELD_USER], &error);
  if (address == NULL)
    {
      set_problem (self, self->step == PZ_SYNC_SETUP_SERVER ? PZ_SYNC_FIELD_SERVER : PZ_SYNC_FIELD_ADDRESS, error->message);
      say_changed (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, checked_cb, g_object_ref (self));
  g_task_set_source_tag (task, pz_sync_setup_go_on);
  g_task_set_task_data (task, make_check (self, address), (GDestroyNotify) pz_setup_check_free);
  g_task_run_in_thread (task, check_thread);
  say_changed (self);
}

/**
 * pz_sync_setup_go_back:
 * @self: a set-up
 *
 * To the step before; stops what is being tried.
 */
void
pz_sync_setup_go_back (PzSyncSetup *self)
{
  g_return_if_fail (PZ_IS_SYNC_SETUP (self));

  pz_sync_setup_cancel (self);
  if (self->step == PZ_SYNC_SETUP_SERVER || self->step == PZ_SYNC_SETUP_DONE)
    return;
  self->step--;
  set_problem (self, PZ_SYNC_FIELD_NONE, NULL);
  say_changed (self);
}

/**
 * pz_sync_setup_cancel:
 * @self: a set-up
 *
 * Stops what is being tried; what was filled in stays.
 */
void
pz_sync_setup_cancel (PzSyncSetup *self)
{
  g_return_if_fail (PZ_IS_SYNC_SETUP (self));

  if (self->cancellable == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  say_changed (self);
}

/**
 * pz_sync_setup_get_result:
 * @self: a set-up
 *
 * Returns: (nullable): the folder of the class on this computer, once it is done
 */
const char *
pz_sync_setup_get_result (PzSyncSetup *self)
{
  g_return_val_if_fail (PZ_IS_SYNC_SETUP (self), NULL);
  return self->result;
}

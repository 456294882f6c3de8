/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-secrets.h"

#include "pz-sync-key.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <string.h>

struct _PzSecrets
{
  GObject parent_instance;

  GMutex lock;
  GHashTable *here; /* secret by "classroom/kind/name": what the service did not take */
};

G_DEFINE_FINAL_TYPE (PzSecrets, pz_secrets, G_TYPE_OBJECT)

static const SecretSchema schema = {
  PZ_APPLICATION_ID,
  SECRET_SCHEMA_NONE,
  {
    { "classroom", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "kind", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "name", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

static const char *const kinds[] = { [PZ_SECRET_PASSWORD] = "password",
                                     [PZ_SECRET_PASSPHRASE] = "passphrase",
                                     [PZ_SECRET_KEY] = "key" };

/* As the programs that manage the service show it. */
static const char *
get_label (PzSecretKind kind)
{
  switch (kind)
    {
    case PZ_SECRET_PASSWORD:
      return _("Personalize: password of the account at the server");
    case PZ_SECRET_PASSPHRASE:
      return _("Personalize: passphrase of a class");
    case PZ_SECRET_KEY:
    default:
      return _("Personalize: key of a class");
    }
}

static char *
make_place (const char   *classroom,
            PzSecretKind  kind,
            const char   *name)
{
  return g_strdup_printf ("%s/%s/%s", classroom, kinds[kind], name);
}

/* Whatever the service does not do is done here, but for being stopped. */
static gboolean
is_stopped (GError **cause,
            GError **error)
{
  if (!g_error_matches (*cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_info ("the secret service cannot be used: %s", (*cause)->message);
      g_clear_error (cause);
      return FALSE;
    }
  g_propagate_error (error, g_steal_pointer (cause));
  return TRUE;
}

static void
keep_here (PzSecrets  *self,
           char       *place,
           const char *secret)
{
  g_mutex_lock (&self->lock);
  g_hash_table_insert (self->here, place, g_strdup (secret));
  g_mutex_unlock (&self->lock);
}

static void
drop_here (PzSecrets  *self,
           const char *place)
{
  g_mutex_lock (&self->lock);
  g_hash_table_remove (self->here, place);
  g_mutex_unlock (&self->lock);
}

/**
 * pz_secrets_store:
 * @self: the secrets
 * @classroom: id of a class
 * @kind: what it is
 * @name: which of them: of a key its id, of a password the account; "" when there is but one
 * @secret: it takes the place of an earlier one
 * @cancellable: (nullable): to stop
 * @error: %G_IO_ERROR_CANCELLED only
 *
 * Without a service that takes it, it is kept until the program ends: pz_secrets_is_lasting() tells.
 *
 * Returns: whether it is kept
 */
gboolean
pz_secrets_store (PzSecrets     *self,
                  const char    *classroom,
                  PzSecretKind   kind,
                  const char    *name,
                  const char    *secret,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(GError) cause = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (PZ_IS_SECRETS (self) && classroom != NULL && name != NULL && secret != NULL, FALSE);
  g_return_val_if_fail (kind <= PZ_SECRET_KEY, FALSE);

  place = make_place (classroom, kind, name);
  if (secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, get_label (kind), secret, cancellable, &cause,
                                  "classroom", classroom, "kind", kinds[kind], "name", name, NULL))
    {
      drop_here (self, place);
      return TRUE;
    }
  if (cause != NULL && is_stopped (&cause, error))
    return FALSE;
  keep_here (self, g_steal_pointer (&place), secret);
  return TRUE;
}

static char *
find_here (PzSecrets  *self,
           const char *place)
{
  char *secret;

  g_mutex_lock (&self->lock);
  secret = g_strdup (g_hash_table_lookup (self->here, place));
  g_mutex_unlock (&self->lock);
  return secret;
}

/**
 * pz_secrets_lookup:
 * @self: the secrets
 * @classroom: id of a class
 * @kind: what is looked for
 * @name: which of them
 * @cancellable: (nullable): to stop
 * @error: %G_IO_ERROR_CANCELLED only
 *
 * Returns: (transfer full) (nullable): the secret, to be freed by pz_secret_text_free(); %NULL without an error when it is
 *   not known, or the service stays locked: then the person is asked
 */
char *
pz_secrets_lookup (PzSecrets     *self,
                   const char    *classroom,
                   PzSecretKind   kind,
                   const char    *name,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GError) cause = NULL;
  g_autofree char *place = NULL;
  char *found, *secret;

  g_return_val_if_fail (PZ_IS_SECRETS (self) && classroom != NULL && name != NULL, NULL);
  g_return_val_if_fail (kind <= PZ_SECRET_KEY, NULL);

  place = make_place (classroom, kind, name);
  secret = find_here (self, place);
  if (secret != NULL)
    return secret;
  found = secret_password_lookup_nonpageable_sync (&schema, cancellable, &cause,
                                                   "classroom", classroom, "kind", kinds[kind], "name", name, NULL);
  if (cause != NULL)
    is_stopped (&cause, error);
  secret = g_strdup (found);
  secret_password_free (found); /* wipes */
  return secret;
}

static void
forget_here (PzSecrets  *self,
             const char *classroom)
{
  g_autofree char *prefix = g_strconcat (classroom, "/", NULL);
  GHashTableIter iter;
  gpointer place;

  g_mutex_lock (&self->lock);
  g_hash_table_iter_init (&iter, self->here);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    if (g_str_has_prefix (place, prefix))
      g_hash_table_iter_remove (&iter);
  g_mutex_unlock (&self->lock);
}

/**
 * pz_secrets_forget:
 * @self: the secrets
 * @classroom: id of a class that is left, or was deleted
 * @cancellable: (nullable): to stop
 * @error: %G_IO_ERROR_CANCELLED, or why the service did not do it
 *
 * Returns: whether nothing is kept for the class any more; without a service there is nothing in one
 */
gboolean
pz_secrets_forget (PzSecrets     *self,
                   const char    *classroom,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GError) cause = NULL;

  g_return_val_if_fail (PZ_IS_SECRETS (self) && classroom != NULL, FALSE);

  forget_here (self, classroom);
  secret_password_clear_sync (&schema, cancellable, &cause, "classroom", classroom, NULL);
  /* FALSE without a cause: there was nothing */
  if (cause == NULL || g_error_matches (cause, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN)
      || g_error_matches (cause, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER)
      || (cause->domain == G_IO_ERROR && cause->code != G_IO_ERROR_CANCELLED && !g_dbus_error_is_remote_error (cause)))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/**
 * pz_secrets_is_lasting:
 * @self: the secrets
 *
 * Returns: whether all that was stored is in the secret service, so that nobody is asked again after a restart
 */
gboolean
pz_secrets_is_lasting (PzSecrets *self)
{
  gboolean lasting;

  g_return_val_if_fail (PZ_IS_SECRETS (self), FALSE);

  g_mutex_lock (&self->lock);
  lasting = g_hash_table_size (self->here) == 0;
  g_mutex_unlock (&self->lock);
  return lasting;
}

static void
pz_secrets_finalize (GObject *object)
{
  PzSecrets *self = PZ_SECRETS (object);

  g_hash_table_unref (self->here);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (pz_secrets_parent_class)->finalize (object);
}

static void
pz_secrets_class_init (PzSecretsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_secrets_finalize;
}

static void
pz_secrets_init (PzSecrets *self)
{
  g_mutex_init (&self->lock);
  self->here = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) pz_secret_text_free);
}

/**
 * pz_secrets_new:
 *
 * Returns: (transfer full): the secrets of the person whose session this is; one for the whole program
 */
PzSecrets *
pz_secrets_new (void)
{
  return g_object_new (PZ_TYPE_SECRETS, NULL);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PzSecretKind:
 * @PZ_SECRET_PASSWORD: of the account at the server
 * @PZ_SECRET_PASSPHRASE: of the class, to show it to those who shall join
 * @PZ_SECRET_KEY: a key of the class; a class has several in its life
 *
 * What is kept for a class.
 */
typedef enum
{
  PZ_SECRET_PASSWORD,
  PZ_SECRET_PASSPHRASE,
  PZ_SECRET_KEY,
} PzSecretKind;

/* Passwords, passphrases and keys: in the secret service of the desktop, or, where there is none, in memory until the
 * program ends. All calls block and may ask the person to unlock the service: they are for worker threads, any of them. */
#define PZ_TYPE_SECRETS (pz_secrets_get_type ())
G_DECLARE_FINAL_TYPE (PzSecrets, pz_secrets, PZ, SECRETS, GObject)

PzSecrets *pz_secrets_new        (void);
gboolean   pz_secrets_store      (PzSecrets     *self,
                                  const char    *classroom,
                                  PzSecretKind   kind,
                                  const char    *name,
                                  const char    *secret,
                                  GCancellable  *cancellable,
                                  GError       **error);
char      *pz_secrets_lookup     (PzSecrets     *self,
                                  const char    *classroom,
                                  PzSecretKind   kind,
                                  const char    *name,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean   pz_secrets_forget     (PzSecrets     *self,
                                  const char    *classroom,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean   pz_secrets_is_lasting (PzSecrets     *self);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-i18n.h"

#include "pz-settings.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define SITE_LOCALE_DIR "/etc/personalize/locale"

/**
 * pz_i18n_dup_locale_dir:
 *
 * Where the catalogs are: $PERSONALIZE_LOCALE_DIR, the key locale-dir, the folder of the site, the installed one.
 * A catalog holds format strings, so a folder counts only when its path is absolute.
 *
 * Returns: (transfer full): the first that is there
 */
char *
pz_i18n_dup_locale_dir (void)
{
  const char *given = g_getenv ("PERSONALIZE_LOCALE_DIR");
  g_autofree char *set = pz_settings_dup_string (PZ_SETTINGS_LOCALE_DIR);
  const char *places[] = { given, set, SITE_LOCALE_DIR };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i] != NULL && g_path_is_absolute (places[i]) && g_file_test (places[i], G_FILE_TEST_IS_DIR))
      return g_strdup (places[i]);
  return g_strdup (LOCALEDIR);
}

/**
 * pz_i18n_init:
 *
 * Chooses language and catalogs. Call it before any text is looked up and before any thread is started.
 */
void
pz_i18n_init (void)
{
  g_autofree char *language = pz_settings_dup_string (PZ_SETTINGS_LANGUAGE);
  g_autofree char *folder = pz_i18n_dup_locale_dir ();

  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-settings.h"

/**
 * pz_settings_get:
 *
 * The settings of the program. A program that was not installed may have none: it then runs with what it is given.
 *
 * Returns: (transfer none) (nullable): the settings; %NULL when their schema is not there
 */
GSettings *
pz_settings_get (void)
{
  static GSettings *settings = NULL;
  static gsize looked = 0;

  if (g_once_init_enter (&looked))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr(GSettingsSchema) schema = NULL;

      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, PZ_APPLICATION_ID, TRUE);
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
      g_once_init_leave (&looked, 1);
    }
  return settings;
}

/**
 * pz_settings_dup_string:
 * @key: the key of a text or of a choice
 *
 * Returns: (transfer full): its value, %NULL when it is empty or there are no settings
 */
char *
pz_settings_dup_string (const char *key)
{
  GSettings *settings = pz_settings_get ();
  g_autofree char *value = NULL;

  g_return_val_if_fail (key != NULL, NULL);

  if (settings != NULL)
    value = g_settings_get_string (settings, key);
  return value != NULL && *value != '\0' ? g_steal_pointer (&value) : NULL;
}

/**
 * pz_settings_set_string:
 * @key: the key of a text or of a choice
 * @value: (nullable): its new value
 *
 * Does nothing when there are no settings, or when the administrator locked the key.
 */
void
pz_settings_set_string (const char *key,
                        const char *value)
{
  GSettings *settings = pz_settings_get ();

  g_return_if_fail (key != NULL);

  if (settings != NULL && g_settings_is_writable (settings, key))
    g_settings_set_string (settings, key, value != NULL ? value : "");
}

/**
 * pz_settings_get_int:
 * @key: the key of a number
 * @fallback: what to return without settings
 *
 * Returns: the number
 */
int
pz_settings_get_int (const char *key,
                     int         fallback)
{
  GSettings *settings = pz_settings_get ();

  g_return_val_if_fail (key != NULL, fallback);

  return settings != NULL ? g_settings_get_int (settings, key) : fallback;
}

/**
 * pz_settings_set_int:
 * @key: the key of a number
 * @value: its new value, within the range of the key
 *
 * Does nothing when there are no settings, or when the administrator locked the key.
 */
void
pz_settings_set_int (const char *key,
                     int         value)
{
  GSettings *settings = pz_settings_get ();

  g_return_if_fail (key != NULL);

  if (settings != NULL && g_settings_is_writable (settings, key))
    g_settings_set_int (settings, key, value);
}

/**
 * pz_settings_get_flag:
 * @key: the key of a yes or no
 *
 * Returns: its value; %FALSE without settings
 */
gboolean
pz_settings_get_flag (const char *key)
{
  GSettings *settings = pz_settings_get ();

  g_return_val_if_fail (key != NULL, FALSE);

  return settings != NULL && g_settings_get_boolean (settings, key);
}

/**
 * pz_settings_set_flag:
 * @key: the key of a yes or no
 * @value: its new value
 *
 * Does nothing when there are no settings, or when the administrator locked the key.
 */
void
pz_settings_set_flag (const char *key,
                      gboolean    value)
{
  GSettings *settings = pz_settings_get ();

  g_return_if_fail (key != NULL);

  if (settings != NULL && g_settings_is_writable (settings, key))
    g_settings_set_boolean (settings, key, value);
}

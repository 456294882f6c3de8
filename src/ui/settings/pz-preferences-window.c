/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-preferences-window.h"

#include "pz-i18n.h"
#include "pz-page-names.h"
#include "pz-settings.h"
#include "pz-style.h"
#include "pz-week.h"

#include <glib/gi18n-lib.h>

struct _PzPreferencesWindow
{
  AdwWindow parent_instance;

  char *folder;
  GHashTable *rows; /* key of the settings to its row, borrowed */

  GtkWidget *look_group;
  GtkWidget *learners_group;
  GtkWidget *folder_row;
};

G_DEFINE_FINAL_TYPE (PzPreferencesWindow, pz_preferences_window, ADW_TYPE_WINDOW)

static guint changed_signal;

static const struct { const char *code; const char *name; } languages[] = {
  { "ar", "العربية" }, { "de", "Deutsch" }, { "en", "English" },
};

static void
chosen_cb (PzPreferencesWindow *self,
           GtkWidget           *row)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (value == row)
      {
        if (g_strcmp0 (key, PZ_SETTINGS_COLOUR_SCHEME) == 0)
          pz_style_apply_scheme ();
        g_signal_emit (self, changed_signal, 0, key);
        return;
      }
}

static void
add_row (PzPreferencesWindow *self,
         GtkWidget           *group,
         const char          *key,
         GtkWidget           *row)
{
  pz_setting_row_start (PZ_SETTING_ROW (row));
  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->rows, (gpointer) key, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_scheme (PzPreferencesWindow *self)
{
  GtkWidget *row = pz_setting_row_new (PZ_SETTINGS_COLOUR_SCHEME, _("Style"), NULL);

  pz_setting_row_add (PZ_SETTING_ROW (row), "system", C_("style", "As the system"));
  pz_setting_row_add (PZ_SETTING_ROW (row), "light", C_("style", "Light"));
  pz_setting_row_add (PZ_SETTING_ROW (row), "dark", C_("style", "Dark"));
  add_row (self, self->look_group, PZ_SETTINGS_COLOUR_SCHEME, row);
}

static gboolean
has_catalog (const char *folder,
             const char *language)
{
  g_autofree char *path = g_build_filename (folder, language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  return g_strcmp0 (language, "en") == 0 || g_file_test (path, G_FILE_TEST_EXISTS);
}

/* A language the school set is not for the teacher to think about. */
static void
add_language (PzPreferencesWindow *self)
{
  GSettings *settings = pz_settings_get ();
  GtkWidget *row;
  g_autofree char *folder = pz_i18n_dup_locale_dir ();
  g_autofree char *current = pz_settings_dup_string (PZ_SETTINGS_LANGUAGE);

  if (settings == NULL || !g_settings_is_writable (settings, PZ_SETTINGS_LANGUAGE))
    return;
  row = pz_setting_row_new (PZ_SETTINGS_LANGUAGE, _("Language"), _("Used from the next start on"));
  pz_setting_row_add (PZ_SETTING_ROW (row), "", C_("language", "As the system"));
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (has_catalog (folder, languages[i].code) || g_strcmp0 (current, languages[i].code) == 0)
      pz_setting_row_add (PZ_SETTING_ROW (row), languages[i].code, languages[i].name);
  add_row (self, self->look_group, PZ_SETTINGS_LANGUAGE, row);
}

static void
add_first_weekday (PzPreferencesWindow *self)
{
  GtkWidget *row = pz_setting_row_new (PZ_SETTINGS_FIRST_WEEKDAY, _("First day of the week"), NULL);

  pz_setting_row_add (PZ_SETTING_ROW (row), "0", C_("first day of the week", "As the system"));
  for (guint day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    {
      g_autofree char *value = g_strdup_printf ("%u", day);
      g_autofree char *name = pz_week_dup_name (day);

      pz_setting_row_add (PZ_SETTING_ROW (row), value, name);
    }
  add_row (self, self->look_group, PZ_SETTINGS_FIRST_WEEKDAY, row);
}

/* Those of the orders there are words for that the settings know. */
static void
add_order (PzPreferencesWindow *self)
{
  const struct { const char *nick; const char *label; } orders[] = {
    { "given", C_("order", "By given name") },
    { "family", C_("order", "By family name") },
    { "level", C_("order", "By level") },
    { "seen", C_("order", "Longest not seen first") },
  };
  GSettings *settings = pz_settings_get ();
  GtkWidget *row = pz_setting_row_new (PZ_SETTINGS_SORT_BY, _("Order of the list"), NULL);
  g_autoptr(GSettingsSchema) schema = NULL;
  g_autoptr(GSettingsSchemaKey) key = NULL;

  if (settings != NULL)
    {
      g_object_get (settings, "settings-schema", &schema, NULL);
      key = g_settings_schema_get_key (schema, PZ_SETTINGS_SORT_BY);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr(GVariant) value = g_variant_ref_sink (g_variant_new_string (orders[i].nick));

      if (key == NULL || g_settings_schema_key_range_check (key, value))
        pz_setting_row_add (PZ_SETTING_ROW (row), orders[i].nick, orders[i].label);
    }
  add_row (self, self->learners_group, PZ_SETTINGS_SORT_BY, row);
}

static void
add_minutes (GtkWidget *row,
             int        minutes)
{
  g_autofree char *value = g_strdup_printf ("%d", minutes);
  g_autofree char *label = NULL;

  if (minutes == 0)
    label = g_strdup (C_("hide names", "Never"));
  else
    /* Translators: names are hidden after so many minutes in which nobody did anything */
    label = g_strdup_printf (ngettext ("After %d minute", "After %d minutes", (gulong) minutes), minutes);
  pz_setting_row_add (PZ_SETTING_ROW (row), value, label);
}

static void
add_hiding (PzPreferencesWindow *self)
{
  const int offered[] = { 0, 1, 2, 5, 10, 15, 30, 60 };
  int current = pz_settings_get_int (PZ_SETTINGS_HIDE_NAMES_AFTER, 0);
  GtkWidget *row = pz_setting_row_new (PZ_SETTINGS_HIDE_NAMES_AFTER, _("Hide names by itself"),
                                       _("When nobody touches keyboard and mouse"));

  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      if (current > (i > 0 ? offered[i - 1] : -1) && current < offered[i])
        add_minutes (row, current);
      add_minutes (row, offered[i]);
    }
  if (current > offered[G_N_ELEMENTS (offered) - 1])
    add_minutes (row, current);
  add_row (self, self->learners_group, PZ_SETTINGS_HIDE_NAMES_AFTER, row);
}

static void
open_folder_cb (PzPreferencesWindow *self)
{
  g_autofree char *uri = g_filename_to_uri (self->folder, NULL, NULL);
  g_autoptr(GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (self)));

  if (uri != NULL)
    g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, NULL, NULL);
}

static void
pz_preferences_window_finalize (GObject *object)
{
  PzPreferencesWindow *self = PZ_PREFERENCES_WINDOW (object);

  g_free (self->folder);
  g_hash_table_unref (self->rows);
  G_OBJECT_CLASS (pz_preferences_window_parent_class)->finalize (object);
}

static void
pz_preferences_window_class_init (PzPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pz_preferences_window_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PzPreferencesWindow, look_group);
  gtk_widget_class_bind_template_child (widget_class, PzPreferencesWindow, learners_group);
  gtk_widget_class_bind_template_child (widget_class, PzPreferencesWindow, folder_row);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_preferences_window_init (PzPreferencesWindow *self)
{
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_scheme (self);
  add_language (self);
  add_first_weekday (self);
  add_order (self);
  add_hiding (self);
  pz_page_name_parts (GTK_WIDGET (self), _("Preferences"));
}

/**
 * pz_preferences_window_new:
 * @environment: where the classes are
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
pz_preferences_window_new (PzEnvironment *environment)
{
  PzPreferencesWindow *self;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);

  self = g_object_new (PZ_TYPE_PREFERENCES_WINDOW, NULL);
  self->folder = g_strdup (pz_environment_get_data_dir (environment));
  shown = g_filename_display_name (self->folder);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->folder_row), shown);
  return GTK_WIDGET (self);
}

/**
 * pz_preferences_window_get_row:
 * @self: the window
 * @key: of the settings
 *
 * Returns: (transfer none) (nullable): the row of the setting; %NULL when it is not offered
 */
PzSettingRow *
pz_preferences_window_get_row (PzPreferencesWindow *self,
                               const char          *key)
{
  g_return_val_if_fail (PZ_IS_PREFERENCES_WINDOW (self), NULL);
  return g_hash_table_lookup (self->rows, key);
}

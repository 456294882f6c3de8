/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-setting-row.h"

#include "pz-choice-row.h"
#include "pz-settings.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

struct _PzSettingRow
{
  AdwComboRow parent_instance;

  char *key;
  gboolean is_number;
  GPtrArray *values; /* texts, of numbers their digits */
  GtkStringList *labels;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PzSettingRow, pz_setting_row, ADW_TYPE_COMBO_ROW)

static guint chosen_signal;

static char *
dup_value (PzSettingRow *self)
{
  char *text;

  if (self->is_number)
    return g_strdup_printf ("%d", pz_settings_get_int (self->key, 0));
  text = pz_settings_dup_string (self->key);
  return text != NULL ? text : g_strdup ("");
}

static guint
find (PzSettingRow *self,
      const char   *value)
{
  for (guint i = 0; i < self->values->len; i++)
    if (g_strcmp0 (self->values->pdata[i], value) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
show_value (PzSettingRow *self)
{
  g_autofree char *value = dup_value (self);

  self->updating = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find (self, value));
  self->updating = FALSE;
}

static void
selected_cb (PzSettingRow *self)
{
  const char *value = pz_setting_row_get_value (self);

  if (self->updating || value == NULL)
    return;
  if (self->is_number)
    pz_settings_set_int (self->key, atoi (value));
  else
    pz_settings_set_string (self->key, value);
  g_signal_emit (self, chosen_signal, 0);
}

static void
pz_setting_row_finalize (GObject *object)
{
  PzSettingRow *self = PZ_SETTING_ROW (object);

  g_free (self->key);
  g_ptr_array_unref (self->values);
  g_object_unref (self->labels);
  G_OBJECT_CLASS (pz_setting_row_parent_class)->finalize (object);
}

static void
pz_setting_row_class_init (PzSettingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_setting_row_finalize;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
pz_setting_row_init (PzSettingRow *self)
{
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->labels = gtk_string_list_new (NULL);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/**
 * pz_setting_row_new:
 * @key: of a text, a choice or a number
 * @title: translated
 * @subtitle: (nullable): translated
 *
 * Returns: (transfer floating): a row without choices
 */
GtkWidget *
pz_setting_row_new (const char *key,
                    const char *title,
                    const char *subtitle)
{
  PzSettingRow *self = g_object_new (PZ_TYPE_SETTING_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);
  GSettings *settings = pz_settings_get ();
  g_autoptr(GVariant) value = settings != NULL ? g_settings_get_value (settings, key) : NULL;

  self->key = g_strdup (key);
  self->is_number = value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_INT32);
  return GTK_WIDGET (self);
}

/**
 * pz_setting_row_add:
 * @self: the row
 * @value: of the key; of a number its digits
 * @label: in words
 */
void
pz_setting_row_add (PzSettingRow *self,
                    const char   *value,
                    const char   *label)
{
  g_return_if_fail (PZ_IS_SETTING_ROW (self) && value != NULL && label != NULL);

  g_ptr_array_add (self->values, g_strdup (value));
  gtk_string_list_append (self->labels, label);
}

/**
 * pz_setting_row_start:
 * @self: the row, with all choices
 *
 * Shows the value and follows it. A key the administrator locked can be looked at.
 */
void
pz_setting_row_start (PzSettingRow *self)
{
  GSettings *settings = pz_settings_get ();
  g_autofree char *signal = NULL;

  g_return_if_fail (PZ_IS_SETTING_ROW (self));

  self->updating = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->labels));
  self->updating = FALSE;
  pz_combo_row_name_parts (ADW_COMBO_ROW (self));
  show_value (self);
  if (settings == NULL || !g_settings_is_writable (settings, self->key))
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
      if (settings != NULL)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _("Managed by your school"));
    }
  if (settings == NULL)
    return;
  signal = g_strconcat ("changed::", self->key, NULL);
  g_signal_connect_object (settings, signal, G_CALLBACK (show_value), self, G_CONNECT_SWAPPED);
}

/**
 * pz_setting_row_get_value:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): the value that is shown
 */
const char *
pz_setting_row_get_value (PzSettingRow *self)
{
  guint selected;

  g_return_val_if_fail (PZ_IS_SETTING_ROW (self), NULL);

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  return selected < self->values->len ? self->values->pdata[selected] : NULL;
}

/**
 * pz_setting_row_choose:
 * @self: the row
 * @value: one of its values
 *
 * Chooses the value, as a click does.
 */
void
pz_setting_row_choose (PzSettingRow *self,
                       const char   *value)
{
  g_return_if_fail (PZ_IS_SETTING_ROW (self));

  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find (self, value));
}

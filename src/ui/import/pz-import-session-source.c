/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-session-private.h"

#include "pz-name-list.h"

/**
 * pz_import_session_get_open:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): the class in the window, when it can be changed
 */
PzClassroom *
pz_import_session_get_open (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), NULL);
  return self->open;
}

/**
 * pz_import_session_get_into_open:
 * @self: an import
 *
 * Returns: whether a table or names go into the class in the window
 */
gboolean
pz_import_session_get_into_open (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), FALSE);
  return self->into_open;
}

/**
 * pz_import_session_set_into_open:
 * @self: an import
 * @into_open: whether a table or names go into the class in the window, when there is one
 */
void
pz_import_session_set_into_open (PzImportSession *self,
                                 gboolean         into_open)
{
  g_return_if_fail (PZ_IS_IMPORT_SESSION (self));

  into_open = into_open && self->open != NULL;
  if (self->into_open == into_open)
    return;
  self->into_open = into_open;
  pz_import_session_changed (self);
}

/**
 * pz_import_session_get_class_name:
 * @self: an import
 *
 * Returns: (transfer none): what a new class is to be called; maybe empty
 */
const char *
pz_import_session_get_class_name (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), NULL);
  return self->class_name;
}

/**
 * pz_import_session_set_class_name:
 * @self: an import
 * @name: what a new class is to be called; blanks around it go
 */
void
pz_import_session_set_class_name (PzImportSession *self,
                                  const char      *name)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (PZ_IS_IMPORT_SESSION (self) && name != NULL);

  stripped = g_strstrip (g_strdup (name));
  if (g_str_equal (self->class_name, stripped))
    return;
  g_free (self->class_name);
  self->class_name = g_steal_pointer (&stripped);
  pz_import_session_changed (self);
}

/**
 * pz_import_session_set_names:
 * @self: an import
 * @text: what was typed so far
 */
void
pz_import_session_set_names (PzImportSession *self,
                             const char      *text)
{
  g_autoptr(PzRosterMessages) messages = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (PZ_IS_IMPORT_SESSION (self) && text != NULL);

  if (g_strcmp0 (self->names, text) == 0)
    return;
  g_free (self->names);
  self->names = g_strdup (text);
  messages = pz_roster_messages_new ();
  people = pz_name_list_parse (text, -1, messages, &error);
  self->n_names = people != NULL ? people->len : 0;
  g_free (self->problem);
  g_clear_pointer (&self->advice, g_free);
  self->problem = error != NULL ? g_strdup (error->message) : NULL;
  pz_import_session_changed (self);
}

/**
 * pz_import_session_get_n_names:
 * @self: an import
 *
 * Returns: how many names were understood
 */
guint
pz_import_session_get_n_names (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), 0);
  return self->n_names;
}

/**
 * pz_import_session_get_table:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): the table that was read; change it by the functions below
 */
PzTableImport *
pz_import_session_get_table (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), NULL);
  return self->reading != NULL ? pz_import_reading_get_table (self->reading) : NULL;
}

/**
 * pz_import_session_set_field:
 * @self: an import of a table
 * @column: one of its columns
 * @field: what it means; a column that meant the same before is left out
 */
void
pz_import_session_set_field (PzImportSession *self,
                             guint            column,
                             PzTableField     field)
{
  PzTableImport *table;

  g_return_if_fail (PZ_IS_IMPORT_SESSION (self));

  table = pz_import_session_get_table (self);
  g_return_if_fail (table != NULL);
  if (pz_table_import_get_field (table, column) == field)
    return;
  pz_table_import_set_field (table, column, field);
  pz_import_session_changed (self);
}

/**
 * pz_import_session_set_has_header:
 * @self: an import of a table
 * @has_header: whether the first row says what the columns are
 */
void
pz_import_session_set_has_header (PzImportSession *self,
                                  gboolean         has_header)
{
  PzTableImport *table;

  g_return_if_fail (PZ_IS_IMPORT_SESSION (self));

  table = pz_import_session_get_table (self);
  g_return_if_fail (table != NULL);
  if (pz_table_import_get_has_header (table) == !!has_header)
    return;
  pz_table_import_set_has_header (table, has_header);
  pz_import_session_changed (self);
}

/**
 * pz_import_session_has_name_column:
 * @self: an import
 *
 * Returns: whether a column of the table holds names
 */
gboolean
pz_import_session_has_name_column (PzImportSession *self)
{
  PzTableImport *table;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), FALSE);

  table = pz_import_session_get_table (self);
  for (guint i = 0; table != NULL && i < pz_table_import_get_n_columns (table); i++)
    {
      PzTableField field = pz_table_import_get_field (table, i);

      if (field == PZ_TABLE_FULL_NAME || field == PZ_TABLE_GIVEN_NAME || field == PZ_TABLE_FAMILY_NAME
          || field == PZ_TABLE_PREFERRED_NAME)
        return TRUE;
    }
  return FALSE;
}

/**
 * pz_import_session_asks_day_order:
 * @self: an import
 *
 * Returns: whether dates do not show if the day or the month comes first, or did not before the person answered
 */
gboolean
pz_import_session_asks_day_order (PzImportSession *self)
{
  PzTableImport *table;
  PzRoster *roster;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), FALSE);

  table = pz_import_session_get_table (self);
  roster = self->reading != NULL ? pz_import_reading_get_roster (self->reading) : NULL;
  if (table != NULL)
    return pz_table_import_needs_day_order (table) || self->day_order != PZ_DAY_ORDER_UNKNOWN;
  return roster != NULL && (roster->needs_day_order || self->day_order != PZ_DAY_ORDER_UNKNOWN);
}

/**
 * pz_import_session_get_day_order:
 * @self: an import
 *
 * Returns: what the person answered
 */
PzDayOrder
pz_import_session_get_day_order (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), PZ_DAY_ORDER_UNKNOWN);
  return self->day_order;
}

/**
 * pz_import_session_set_day_order:
 * @self: an import
 * @order: what comes first in a date
 */
void
pz_import_session_set_day_order (PzImportSession *self,
                                 PzDayOrder       order)
{
  PzTableImport *table;

  g_return_if_fail (PZ_IS_IMPORT_SESSION (self));

  if (self->day_order == order)
    return;
  self->day_order = order;
  self->outdated = TRUE;
  table = pz_import_session_get_table (self);
  if (table != NULL)
    pz_table_import_set_day_order (table, order);
  pz_import_session_changed (self);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-table-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COLUMN(self, i) (&g_array_index ((self)->columns, PzTableColumn, (i)))

static void
clear_column (gpointer data)
{
  g_free (((PzTableColumn *) data)->header);
}

static void
look_at_date (PzTableColumn *column,
              const char    *cell,
              gboolean      *contradicts)
{
  PzDayOrder hint = pz_roster_date_hint (cell);
  char iso[11];

  column->ambiguous |= pz_roster_date_parse (cell, PZ_DAY_ORDER_UNKNOWN, iso) == PZ_ROSTER_DATE_AMBIGUOUS;
  if (hint == PZ_DAY_ORDER_UNKNOWN)
    return;
  *contradicts |= column->hint != PZ_DAY_ORDER_UNKNOWN && column->hint != hint;
  column->hint = hint;
}

static void
look_at_rows (PzTableImport *self)
{
  g_autofree gboolean *contradicts = g_new0 (gboolean, self->columns->len + 1);
  PzTableRows rows;

  g_clear_pointer (&self->messages, pz_roster_messages_free);
  self->messages = pz_roster_messages_new ();
  self->n_rows = 0;
  pz_table_rows_begin (&rows, self, self->messages);
  while (pz_table_rows_next (&rows))
    {
      self->n_rows++;
      for (guint i = 0; i < self->columns->len; i++)
        {
          g_autofree char *cell = pz_table_rows_dup_cell (&rows, i);

          look_at_date (COLUMN (self, i), cell, &contradicts[i]);
        }
    }
  pz_table_rows_end (&rows);
  for (guint i = 0; i < self->columns->len; i++)
    if (contradicts[i])
      COLUMN (self, i)->hint = PZ_DAY_ORDER_UNKNOWN;
}

static void
read_header (PzTableImport *self)
{
  g_autoptr(PzRosterMessages) twice = pz_roster_messages_new ();
  g_autoptr(PzRosterTable) table = pz_roster_table_new (self->file, twice);

  for (guint i = 0; i < pz_roster_table_get_n_columns (table); i++)
    {
      PzTableColumn column = { .header = g_strdup (pz_roster_table_get_header (table, i)) };

      g_array_append_val (self->columns, column);
    }
}

/**
 * pz_table_import_new:
 * @file: a table; borrowed until the import is freed
 * @error: %PZ_ERROR_INVALID when it is empty
 *
 * Looks at a table: its columns, what they likely mean, and how dates are written.
 *
 * Returns: (transfer full): the import, with a mapping suggested
 */
PzTableImport *
pz_table_import_new (const PzRosterFile  *file,
                     GError             **error)
{
  g_autoptr(PzTableImport) self = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (PzTableImport, 1);
  self->file = file;
  self->columns = g_array_new (FALSE, TRUE, sizeof (PzTableColumn));
  g_array_set_clear_func (self->columns, clear_column);
  read_header (self);
  if (self->columns->len == 0)
    {
      /* Translators: %s is the name of a file */
      g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID, _("“%s” is empty"), pz_roster_file_get_name (file));
      return NULL;
    }
  pz_table_import_suggest (self);
  look_at_rows (self);
  return g_steal_pointer (&self);
}

/**
 * pz_table_import_new_from_bytes:
 * @name: name of the file, without folders
 * @bytes: a table as it came; the caller's
 * @error: as pz_roster_file_new() and pz_table_import_new()
 *
 * Returns: (transfer full): the import, with a mapping suggested
 */
PzTableImport *
pz_table_import_new_from_bytes (const char  *name,
                                GBytes      *bytes,
                                GError     **error)
{
  g_autoptr(PzRosterFile) file = pz_roster_file_new (name, bytes, error);
  PzTableImport *self = file != NULL ? pz_table_import_new (file, error) : NULL;

  if (self != NULL)
    self->owned = g_steal_pointer (&file);
  return self;
}

/**
 * pz_table_import_free:
 * @self: an import
 */
void
pz_table_import_free (PzTableImport *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->columns);
  g_clear_pointer (&self->messages, pz_roster_messages_free);
  g_clear_pointer (&self->owned, pz_roster_file_free);
  g_free (self);
}

/**
 * pz_table_import_get_info:
 * @self: an import
 *
 * Returns: (transfer none): the encoding
 */
const PzTextInfo *
pz_table_import_get_info (PzTableImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return pz_roster_file_get_info (self->file);
}

/**
 * pz_table_import_get_delimiter:
 * @self: an import
 *
 * Returns: comma, semicolon or tab
 */
char
pz_table_import_get_delimiter (PzTableImport *self)
{
  g_return_val_if_fail (self != NULL, ',');

  return pz_roster_file_get_delimiter (self->file);
}

/**
 * pz_table_import_get_n_rows:
 * @self: an import
 *
 * Returns: rows below the header; blank rows, repeated headers and rows that are not about a person are not counted
 */
guint
pz_table_import_get_n_rows (PzTableImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/**
 * pz_table_import_get_n_columns:
 * @self: an import
 *
 * Returns: number of columns
 */
guint
pz_table_import_get_n_columns (PzTableImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

/**
 * pz_table_import_get_header:
 * @self: an import
 * @column: below the number of columns
 *
 * Returns: (transfer none): what stands above it, maybe empty; always empty without a header
 */
const char *
pz_table_import_get_header (PzTableImport *self,
                            guint          column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);

  return self->has_header ? COLUMN (self, column)->header : "";
}

/**
 * pz_table_import_get_has_header:
 * @self: an import
 *
 * Returns: %TRUE when the first row holds the names of the columns
 */
gboolean
pz_table_import_get_has_header (PzTableImport *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->has_header;
}

/**
 * pz_table_import_set_has_header:
 * @self: an import
 * @has_header: %FALSE when the first row is somebody's; the mapping stays
 */
void
pz_table_import_set_has_header (PzTableImport *self,
                                gboolean       has_header)
{
  g_return_if_fail (self != NULL);

  if (self->has_header == !!has_header)
    return;
  self->has_header = !!has_header;
  look_at_rows (self);
}

/**
 * pz_table_import_dup_header_key:
 * @self: an import
 *
 * Returns: (transfer full): a text that is the same for every file with the same columns and holds none of their
 *   names, to remember a mapping by
 */
char *
pz_table_import_dup_header_key (PzTableImport *self)
{
  g_autoptr(GChecksum) checksum = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *folded = pz_roster_fold (pz_table_import_get_header (self, i));

      g_checksum_update (checksum, (const guchar *) folded, (gssize) strlen (folded) + 1);
    }
  return g_strndup (g_checksum_get_string (checksum), 32);
}

/**
 * pz_table_import_get_field:
 * @self: an import
 * @column: below the number of columns
 *
 * Returns: what the column means: at first the suggestion
 */
PzTableField
pz_table_import_get_field (PzTableImport *self,
                           guint          column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, PZ_TABLE_LEAVE_OUT);

  return COLUMN (self, column)->field;
}

/**
 * pz_table_import_set_field:
 * @self: an import
 * @column: below the number of columns
 * @field: what it means; a column that meant the same before is left out now
 */
void
pz_table_import_set_field (PzTableImport *self,
                           guint          column,
                           PzTableField   field)
{
  g_return_if_fail (self != NULL && column < self->columns->len && field < PZ_TABLE_N_FIELDS);

  for (guint i = 0; i < self->columns->len; i++)
    if (COLUMN (self, i)->field == field)
      COLUMN (self, i)->field = PZ_TABLE_LEAVE_OUT;
  COLUMN (self, column)->field = field;
}

static int
find_column (PzTableImport *self,
             const char    *name)
{
  g_autofree char *wanted = pz_roster_fold (name);
  guint64 number;

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *folded = pz_roster_fold (pz_table_import_get_header (self, i));

      if (*folded != '\0' && g_str_equal (folded, wanted))
        return (int) i;
    }
  if (g_ascii_string_to_unsigned (name, 10, 1, self->columns->len, &number, NULL))
    return (int) number - 1;
  return -1;
}

/**
 * pz_table_import_map:
 * @self: an import
 * @assignment: "COLUMN=FIELD": a header or the number of a column, and the name of a field
 * @error: %PZ_ERROR_NOT_FOUND when there is no such column, %PZ_ERROR_INVALID when there is no such field
 *
 * pz_table_import_set_field() for the command line.
 *
 * Returns: %TRUE when done
 */
gboolean
pz_table_import_map (PzTableImport  *self,
                     const char     *assignment,
                     GError        **error)
{
  const char *equal;
  g_autofree char *name = NULL;
  PzTableField field;
  int column;

  g_return_val_if_fail (self != NULL && assignment != NULL, FALSE);

  equal = strrchr (assignment, '=');
  if (equal == NULL || !pz_table_field_from_name (equal + 1, &field))
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID,
                   /* Translators: %s is what was typed; COLUMN stands for the words above a column */
                   _("“%s” does not name a field as in COLUMN=given-name"), assignment);
      return FALSE;
    }
  name = g_strndup (assignment, (gsize) (equal - assignment));
  column = find_column (self, name);
  if (column < 0)
    {
      /* Translators: %s is what was typed to name a column of a table */
      g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND, _("There is no column “%s”"), name);
      return FALSE;
    }
  pz_table_import_set_field (self, (guint) column, field);
  return TRUE;
}

/*
 * pz_table_import_order_of:
 *
 * What was given counts; else what the column shows.
 */
PzDayOrder
pz_table_import_order_of (PzTableImport *self,
                          guint          column)
{
  return self->day_order != PZ_DAY_ORDER_UNKNOWN ? self->day_order : COLUMN (self, column)->hint;
}

/**
 * pz_table_import_get_day_order:
 * @self: an import
 * @column: below the number of columns
 *
 * Returns: how dates of this column are read: as was set, else as dates beyond doubt in it show
 */
PzDayOrder
pz_table_import_get_day_order (PzTableImport *self,
                               guint          column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, PZ_DAY_ORDER_UNKNOWN);

  return pz_table_import_order_of (self, column);
}

/**
 * pz_table_import_set_day_order:
 * @self: an import
 * @order: how to read dates that could be either
 */
void
pz_table_import_set_day_order (PzTableImport *self,
                               PzDayOrder     order)
{
  g_return_if_fail (self != NULL);

  self->day_order = order;
}

/**
 * pz_table_import_needs_day_order:
 * @self: an import
 *
 * Returns: %TRUE when a birth date could be either and nothing tells: ask, and set it
 */
gboolean
pz_table_import_needs_day_order (PzTableImport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->columns->len; i++)
    if (COLUMN (self, i)->field == PZ_TABLE_BIRTH_DATE && COLUMN (self, i)->ambiguous
        && pz_table_import_order_of (self, i) == PZ_DAY_ORDER_UNKNOWN)
      return TRUE;
  return FALSE;
}

/**
 * pz_table_import_get_messages:
 * @self: an import
 *
 * Returns: (transfer none): what is odd about header and rows, whatever the columns mean
 */
const PzRosterMessages *
pz_table_import_get_messages (PzTableImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->messages;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-series-file.h"

#include "pz-csv-writer.h"
#include "pz-error.h"
#include "pz-roster-table.h"
#include "pz-series-cell.h"

#include <glib/gi18n-lib.h>

/* the phase of a file that names none */
#define ONLY_PHASE "A"

/* One row that counts. */
typedef struct
{
  double x;
  double y;
  guint phase; /* index of its name */
} Row;

typedef struct
{
  PzRosterTable *table;
  char decimal;     /* comma where cells are not divided by commas, otherwise only the point */
  const char *value; /* names of the columns; the phase may be NULL */
  const char *time;
  const char *phase;
  PzDayOrder order;
  gboolean dates;   /* the first time that could be read was one */
  GArray *rows;
  GPtrArray *names; /* of phases, by first appearance in the file */
  guint n_empty;
} Reading;

static void
phase_free (gpointer data)
{
  PzSeriesPhase *phase = data;

  g_free (phase->name);
  g_free (phase->x);
  g_free (phase->y);
  g_free (phase);
}

static const char *
find_column (PzRosterTable      *table,
             const char *const  *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (pz_roster_table_has (table, names[i]))
      return names[i];
  return NULL;
}

static gboolean
read_time (Reading    *self,
           const char *text,
           double     *time)
{
  if (self->rows->len == 0)
    self->dates = !pz_series_cell_read_number (text, self->decimal, time);
  if (self->dates)
    return pz_series_cell_read_day (text, self->order, time);
  return pz_series_cell_read_number (text, self->decimal, time);
}

/* the index of the phase of this row; -1 when it has none */
static int
read_phase (Reading *self)
{
  const char *name = self->phase != NULL ? pz_roster_table_get (self->table, self->phase) : ONLY_PHASE;

  if (*name == '\0' && self->rows->len > 0)
    {
      /* in many a sheet the name stands in the first row only */
      pz_roster_table_report (self->table, PZ_ROSTER_CODE_PHASE_CONTINUED, self->phase);
      return (int) g_array_index (self->rows, Row, self->rows->len - 1).phase;
    }
  if (*name == '\0')
    return -1;
  for (guint i = self->names->len; i > 0; i--)
    if (g_str_equal (g_ptr_array_index (self->names, i - 1), name))
      return (int) i - 1;
  g_ptr_array_add (self->names, g_strdup (name));
  return (int) self->names->len - 1;
}

static void
read_row (Reading *self)
{
  g_autofree char *value = g_strdup (pz_csv_text_without_guard (pz_roster_table_get (self->table, self->value)));
  g_autofree char *time = g_strdup (pz_csv_text_without_guard (pz_roster_table_get (self->table, self->time)));
  Row row = { 0 };
  int phase;

  if (pz_series_cell_is_empty (value))
    self->n_empty++;
  else if (!pz_series_cell_read_number (value, self->decimal, &row.y))
    pz_roster_table_report (self->table, PZ_ROSTER_CODE_NO_NUMBER, self->value);
  else if (!read_time (self, time, &row.x))
    pz_roster_table_report (self->table, PZ_ROSTER_CODE_NO_TIME, self->time);
  else if ((phase = read_phase (self)) < 0)
    pz_roster_table_report (self->table, PZ_ROSTER_CODE_NO_PHASE, self->phase);
  else
    {
      row.phase = (guint) phase;
      g_array_append_val (self->rows, row);
    }
}

/* whether one of the dates tells if the day or the month comes first */
static PzDayOrder
find_day_order (const PzRosterFile *file,
                const char         *time)
{
  g_autoptr(PzRosterMessages) ignored = pz_roster_messages_new ();
  g_autoptr(PzRosterTable) table = pz_roster_table_new (file, ignored);
  PzDayOrder order = PZ_DAY_ORDER_UNKNOWN;

  while (order == PZ_DAY_ORDER_UNKNOWN && pz_roster_table_next (table))
    order = pz_roster_date_hint (pz_roster_table_get (table, time));
  return order;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Row *x = a, *y = b;

  return (x->x > y->x) - (x->x < y->x);
}

/* by time; rows of one time stay in the order of the file */
static gboolean
sort_rows (GArray *rows)
{
  gboolean sorted = TRUE;

  for (guint i = 1; i < rows->len && sorted; i++)
    sorted = g_array_index (rows, Row, i - 1).x <= g_array_index (rows, Row, i).x;
  if (!sorted)
    g_qsort_with_data (rows->data, (int) rows->len, sizeof (Row), compare_rows, NULL);
  return sorted;
}

static PzSeriesPhase *
take_phase (Reading *self,
            guint    index)
{
  PzSeriesPhase *phase = g_new0 (PzSeriesPhase, 1);
  gsize n = 0;

  phase->name = g_strdup (g_ptr_array_index (self->names, index));
  for (guint i = 0; i < self->rows->len; i++)
    n += g_array_index (self->rows, Row, i).phase == index;
  phase->x = g_new (double, n);
  phase->y = g_new (double, n);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (row->phase != index)
        continue;
      phase->x[phase->n] = row->x;
      phase->y[phase->n++] = row->y;
    }
  return phase;
}

/* the phases, those that begin earlier first */
static PzSeriesFile *
build (Reading *self)
{
  PzSeriesFile *file = g_new0 (PzSeriesFile, 1);
  g_autofree gboolean *seen = g_new0 (gboolean, self->names->len);

  file->phases = g_ptr_array_new_with_free_func (phase_free);
  file->n = self->rows->len;
  file->n_empty = self->n_empty;
  if (self->dates)
    {
      file->first_day = (guint32) g_array_index (self->rows, Row, 0).x;
      for (guint i = 0; i < self->rows->len; i++)
        g_array_index (self->rows, Row, i).x -= file->first_day;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint index = g_array_index (self->rows, Row, i).phase;

      if (i == 0 || g_array_index (self->rows, Row, i - 1).phase != index)
        file->newest_start = g_array_index (self->rows, Row, i).x;
      if (!seen[index])
        g_ptr_array_add (file->phases, take_phase (self, index));
      seen[index] = TRUE;
    }
  return file;
}

static gboolean
find_columns (Reading  *self,
              GError  **error)
{
  static const char *const values[] = { "values", "score", "compliance", "value", NULL };
  static const char *const times[] = { "mt", "day", "date", NULL };
  static const char *const phases[] = { "phase", NULL };

  self->value = find_column (self->table, values);
  self->time = find_column (self->table, times);
  self->phase = find_column (self->table, phases);
  if (self->value != NULL && self->time != NULL)
    return TRUE;
  g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID,
                       self->value == NULL
                         ? _("There is no column with values; it is called values, score, compliance or value.")
                         : _("There is no column with times; it is called mt, day or date."));
  return FALSE;
}

static gboolean
read_rows (Reading           *self,
           PzRosterMessages  *messages,
           const char        *name,
           GError           **error)
{
  while (pz_roster_table_next (self->table))
    {
      read_row (self);
      if (self->rows->len > PZ_SERIES_FILE_MAX_POINTS)
        {
          g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("The series has more than %d measurements."),
                       PZ_SERIES_FILE_MAX_POINTS);
          return FALSE;
        }
    }
  if (self->rows->len == 0)
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, _("There is no measurement in the file."));
      return FALSE;
    }
  if (!sort_rows (self->rows))
    pz_roster_messages_add (messages, PZ_ROSTER_CODE_NOT_IN_ORDER, name, 0, self->time);
  return TRUE;
}

/**
 * pz_series_file_parse:
 * @name: of the file, for messages
 * @bytes: the file: a table as pz_csv_reader_new() reads it
 * @messages: gets what was odd, with the lines
 * @error: no text, no column of values or times, no measurement, or more than %PZ_SERIES_FILE_MAX_POINTS
 *
 * Reads the columns `values`, `score`, `compliance` or `value`; `mt`, `day` or `date`; and `phase`, without which all is one
 * phase. An empty value was not measured. A row that cannot be read is left out and reported.
 *
 * Returns: (transfer full): the series by time; %NULL when @error is set
 */
PzSeriesFile *
pz_series_file_parse (const char        *name,
                      GBytes            *bytes,
                      PzRosterMessages  *messages,
                      GError           **error)
{
  g_autoptr(PzRosterFile) file = NULL;
  g_autoptr(PzRosterTable) table = NULL;
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Reading reading = { .rows = rows, .names = names };

  g_return_val_if_fail (name != NULL && bytes != NULL && messages != NULL, NULL);

  file = pz_roster_file_new (name, bytes, error);
  if (file == NULL)
    return NULL;
  reading.table = table = pz_roster_table_new (file, messages);
  reading.decimal = pz_roster_file_get_delimiter (file) == ',' ? '.' : ',';
  if (!find_columns (&reading, error))
    return NULL;
  pz_roster_table_expect (table, "values score compliance value mt day date phase");
  reading.order = find_day_order (file, reading.time);
  if (!read_rows (&reading, messages, pz_roster_file_get_name (file), error))
    return NULL;
  return build (&reading);
}

/**
 * pz_series_file_load:
 * @path: of a file
 * @messages: gets what was odd, with the lines
 * @error: of reading the file, or as pz_series_file_parse()
 *
 * Returns: (transfer full): the series by time; %NULL when @error is set
 */
PzSeriesFile *
pz_series_file_load (const char        *path,
                     PzRosterMessages  *messages,
                     GError           **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL && messages != NULL, NULL);

  bytes = pz_text_read (path, PZ_TEXT_MAX_SIZE, error);
  if (bytes == NULL)
    return NULL;
  name = g_path_get_basename (path);
  return pz_series_file_parse (name, bytes, messages, error);
}

/**
 * pz_series_file_free:
 * @self: (transfer full): a series
 */
void
pz_series_file_free (PzSeriesFile *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->phases);
  g_free (self);
}

/**
 * pz_series_file_read_time:
 * @self: a series
 * @text: a time as its file has them: a number, or a date of which the order of day and month is clear
 * @time: (out): on the scale of the series
 *
 * Returns: whether it is one
 */
gboolean
pz_series_file_read_time (const PzSeriesFile *self,
                          const char         *text,
                          double             *time)
{
  double found;

  g_return_val_if_fail (self != NULL && text != NULL && time != NULL, FALSE);

  if (self->first_day == 0)
    return pz_series_cell_read_number (text, '.', time);
  if (!pz_series_cell_read_day (text, PZ_DAY_ORDER_UNKNOWN, &found))
    return FALSE;
  *time = found - self->first_day;
  return TRUE;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-table.h"

#include "pz-output.h"

#include <stdarg.h>

struct _PzTable
{
  guint n_columns;
  GPtrArray *cells; /* (element-type utf8): row by row, the titles first */
};

/**
 * pz_table_new:
 * @first_title: title of the first column
 * @...: more titles, then %NULL
 *
 * Returns: (transfer full): a table without rows
 */
PzTable *
pz_table_new (const char *first_title,
              ...)
{
  PzTable *self = g_new0 (PzTable, 1);
  const char *title = first_title;
  va_list titles;

  self->cells = g_ptr_array_new_with_free_func (g_free);
  va_start (titles, first_title);
  for (; title != NULL; title = va_arg (titles, const char *))
    {
      g_ptr_array_add (self->cells, pz_output_clean (title));
      self->n_columns++;
    }
  va_end (titles);
  return self;
}

/**
 * pz_table_free:
 * @self: (transfer full): a table
 */
void
pz_table_free (PzTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * pz_table_add_row:
 * @first_cell: (nullable): text of the first column
 * @...: (nullable): as many texts as there are other columns; %NULL is an empty cell
 */
void
pz_table_add_row (PzTable    *self,
                  const char *first_cell,
                  ...)
{
  va_list cells;

  g_ptr_array_add (self->cells, pz_output_clean (first_cell));
  va_start (cells, first_cell);
  for (guint i = 1; i < self->n_columns; i++)
    g_ptr_array_add (self->cells, pz_output_clean (va_arg (cells, const char *)));
  va_end (cells);
}

static guint
measure_column (PzTable *self,
                guint    column)
{
  guint width = 0;

  for (guint i = column; i < self->cells->len; i += self->n_columns)
    width = MAX (width, pz_output_measure (g_ptr_array_index (self->cells, i)));
  return width;
}

/**
 * pz_table_print:
 *
 * Prints titles and rows, two blanks between columns; a table without rows prints nothing.
 */
void
pz_table_print (PzTable *self)
{
  g_autofree guint *widths = g_new (guint, self->n_columns);

  if (self->cells->len == self->n_columns)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = measure_column (self, i);
  for (guint row = 0; row < self->cells->len; row += self->n_columns)
    {
      g_autoptr(GString) line = g_string_new (NULL);

      for (guint i = 0; i < self->n_columns; i++)
        {
          const char *cell = g_ptr_array_index (self->cells, row + i);

          g_string_append (line, cell);
          for (guint pad = pz_output_measure (cell); pad < widths[i] + 2; pad++)
            g_string_append_c (line, ' ');
        }
      /* nobody wants blanks at the end of a line */
      pz_output_line ("%s", g_strchomp (line->str));
    }
}

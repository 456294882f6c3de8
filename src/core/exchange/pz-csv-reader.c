/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-csv-reader.h"

#include "pz-wiped-buffer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* so much of the beginning, and so many rows of it, decide which delimiter it is */
#define SAMPLE_BYTES 65536
#define SAMPLE_ROWS 20

typedef struct
{
  gsize at;    /* in the row's buffer */
  gsize start; /* in the text, quotes left out */
  gsize end;
} Cell;

struct _PzCsvReader
{
  const char *text; /* borrowed */
  gsize length;
  gsize pos;
  char delimiter;
  guint row;
  guint line;       /* of @pos, from 1 */
  guint row_line;
  guint width;      /* cells of the first row; 0 before it */
  PzCsvProblem problems;
  PzWipedBuffer buffer; /* the row's cells, each NUL-terminated */
  GArray *cells;
  /* Between the cell where a search for a closing quote failed and here all quotes stand in pairs. Remembered,
   * because otherwise a file of opening quotes would be searched to its end from each of them. */
  gsize paired_from;
  gsize paired_until;
};

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

static gboolean
is_cell_end (PzCsvReader *self,
             gsize        at)
{
  return at >= self->length || self->text[at] == self->delimiter || is_line_end (self->text[at]);
}

static gsize
find_cell_end (PzCsvReader *self,
               gsize        at)
{
  while (!is_cell_end (self, at))
    at++;
  return at;
}

static gsize
skip_blanks (PzCsvReader *self,
             gsize        at)
{
  while (at < self->length && (self->text[at] == ' ' || (self->text[at] == '\t' && self->delimiter != '\t')))
    at++;
  return at;
}

/* @start: first byte after the opening quote. Quotes come in runs; a run of odd length ends with the closing one. */
static gboolean
find_closing_quote (PzCsvReader *self,
                    gsize        start,
                    gsize       *closing)
{
  gsize limit = MIN (self->length, start + PZ_CSV_MAX_CELL);
  gsize at = start;

  while (at < limit)
    {
      const char *quote = memchr (self->text + at, '"', limit - at);
      gsize run = 0;

      if (quote == NULL)
        break;
      at = (gsize) (quote - self->text);
      while (at + run < self->length && self->text[at + run] == '"')
        run++;
      if (run % 2 == 1)
        {
          *closing = at + run - 1;
          return TRUE;
        }
      at += run;
      if (at > self->paired_from && at < self->paired_until)
        at = self->paired_until;
    }
  self->paired_from = start;
  self->paired_until = MAX (at, limit);
  return FALSE;
}

static void
add_cell (PzCsvReader *self,
          gsize        start,
          gsize        end,
          gboolean     quoted)
{
  Cell cell = { .at = self->buffer.length, .start = start, .end = end };

  if (self->cells->len >= PZ_CSV_MAX_CELLS)
    {
      self->problems |= PZ_CSV_CELLS_CUT;
      return;
    }
  if (end - start > PZ_CSV_MAX_CELL)
    {
      self->problems |= PZ_CSV_CELL_CUT;
      end = start + PZ_CSV_MAX_CELL;
      while (end > start && (self->text[end] & 0xC0) == 0x80)
        end--;
    }
  pz_wiped_buffer_reserve (&self->buffer, end - start + 1);
  for (gsize i = start; i < end; i++)
    {
      if (quoted && self->text[i] == '"' && i + 1 < end)
        i++; /* the second of a pair */
      self->buffer.data[self->buffer.length++] = self->text[i];
    }
  self->buffer.data[self->buffer.length++] = '\0';
  g_array_append_val (self->cells, cell);
}

/* an opening quote that makes no sense: the cell ends at the next delimiter, and quotes around all of it go */
static gsize
read_odd_cell (PzCsvReader  *self,
               gsize         opening,
               PzCsvProblem  problem)
{
  gsize end = find_cell_end (self, opening);
  gsize last = end;

  self->problems |= problem;
  if (last > opening + 1 && self->text[last - 1] == '"')
    last--;
  add_cell (self, opening + 1, last, FALSE);
  return end;
}

/* Returns the place of the delimiter or line end after the cell that begins at @at */
static gsize
read_cell (PzCsvReader *self,
           gsize        at)
{
  gsize opening = skip_blanks (self, at);
  gsize closing, end;

  if (opening >= self->length || self->text[opening] != '"')
    {
      end = find_cell_end (self, at);
      add_cell (self, at, end, FALSE);
      return end;
    }
  if (!find_closing_quote (self, opening + 1, &closing))
    return read_odd_cell (self, opening, PZ_CSV_UNCLOSED_QUOTE);
  end = skip_blanks (self, closing + 1);
  if (!is_cell_end (self, end))
    {
      /* text follows: with a line end in between, the next row's quote was taken for the missing one */
      gboolean lines = memchr (self->text + opening, '\n', closing - opening) != NULL
                       || memchr (self->text + opening, '\r', closing - opening) != NULL;

      return read_odd_cell (self, opening, lines ? PZ_CSV_UNCLOSED_QUOTE : PZ_CSV_BAD_QUOTE);
    }
  add_cell (self, opening + 1, closing, TRUE);
  return end;
}

static void
count_lines (PzCsvReader *self,
             gsize        from,
             gsize        to)
{
  for (gsize i = from; i < to; i++)
    {
      if (self->text[i] == '\n' || (self->text[i] == '\r' && (i + 1 >= self->length || self->text[i + 1] != '\n')))
        self->line++;
    }
}

static void
clear_row (PzCsvReader *self)
{
  if (self->buffer.data != NULL)
    explicit_bzero (self->buffer.data, self->buffer.length);
  self->buffer.length = 0;
  g_array_set_size (self->cells, 0);
  self->problems = PZ_CSV_FINE;
}

static void
read_row (PzCsvReader *self)
{
  gsize start = self->pos;
  gsize at = start;

  clear_row (self);
  self->row++;
  self->row_line = self->line;
  for (;;)
    {
      at = read_cell (self, at);
      if (at >= self->length || self->text[at] != self->delimiter)
        break;
      at++;
    }
  if (at < self->length)
    at += self->text[at] == '\r' && at + 1 < self->length && self->text[at + 1] == '\n' ? 2 : 1;
  self->pos = at;
  count_lines (self, start, at);
  if (self->width == 0 && !pz_csv_reader_is_blank (self))
    self->width = self->cells->len;
  if (self->cells->len < self->width)
    self->problems |= PZ_CSV_SHORT;
  if (self->cells->len > self->width)
    self->problems |= PZ_CSV_LONG;
}

/* how well a delimiter explains the first rows; 0 for not at all */
static guint
rate_delimiter (const char *text,
                gsize       length,
                char        delimiter)
{
  g_autoptr(PzCsvReader) reader = pz_csv_reader_new (text, MIN (length, SAMPLE_BYTES), delimiter);
  guint rows = 0, alike = 0, width = 0;

  while (rows < SAMPLE_ROWS && pz_csv_reader_next (reader, NULL))
    {
      guint cells = pz_csv_reader_get_n_cells (reader);

      if (pz_csv_reader_is_blank (reader))
        continue;
      if (rows++ == 0)
        width = cells;
      alike += cells == width;
    }
  return width > 1 ? alike * 1000 / rows * 100 + MIN (width, 99) : 0;
}

static char
find_delimiter (const char *text,
                gsize       length)
{
  static const char candidates[] = { ',', ';', '\t' };
  char best = ',';
  guint best_rate = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint rate = rate_delimiter (text, length, candidates[i]);

      if (rate > best_rate)
        {
          best_rate = rate;
          best = candidates[i];
        }
    }
  return best;
}

/* "sep=;" in the first line, which some spreadsheets write and none shows */
static gsize
read_delimiter_line (const char *text,
                     gsize       length,
                     char       *delimiter)
{
  if (length < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || !is_line_end (text[5])
      || strchr (",;\t", text[4]) == NULL)
    return 0;
  if (*delimiter == '\0')
    *delimiter = text[4];
  return text[5] == '\r' && length > 6 && text[6] == '\n' ? 7 : 6;
}

/**
 * pz_csv_reader_new:
 * @text: (array length=length): UTF-8, see pz_text_decode(); borrowed until the reader is freed
 * @length: in bytes
 * @delimiter: comma, semicolon or tab; 0 to find out
 *
 * A reader for RFC 4180 and for what people make of it: CR, LF and CRLF in one file, blanks around quotes, quotes
 * that do not close, rows of any length. Nothing but the cap on rows stops it.
 *
 * Returns: (transfer full): before the first row
 */
PzCsvReader *
pz_csv_reader_new (const char *text,
                   gsize       length,
                   char        delimiter)
{
  PzCsvReader *self;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  self = g_new0 (PzCsvReader, 1);
  self->text = text;
  self->length = length;
  self->line = 1;
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->pos = read_delimiter_line (text, length, &delimiter);
  if (self->pos > 0)
    self->line++;
  self->delimiter = delimiter != '\0' ? delimiter : find_delimiter (text, length);
  return self;
}

/**
 * pz_csv_reader_free:
 * @self: a reader
 */
void
pz_csv_reader_free (PzCsvReader *self)
{
  g_return_if_fail (self != NULL);

  pz_wiped_buffer_clear (&self->buffer);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * pz_csv_reader_get_delimiter:
 * @self: a reader
 *
 * Returns: comma, semicolon or tab
 */
char
pz_csv_reader_get_delimiter (PzCsvReader *self)
{
  g_return_val_if_fail (self != NULL, ',');

  return self->delimiter;
}

/**
 * pz_csv_reader_next:
 * @self: a reader
 * @error: %PZ_ERROR_TOO_LARGE over %PZ_CSV_MAX_ROWS
 *
 * Goes to the next row; what the last one gave is then gone and overwritten.
 *
 * Returns: %FALSE after the last row, with @error unset, or on error
 */
gboolean
pz_csv_reader_next (PzCsvReader  *self,
                    GError      **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->pos >= self->length)
    {
      clear_row (self);
      return FALSE;
    }
  if (self->row >= PZ_CSV_MAX_ROWS)
    {
      clear_row (self);
      g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("The file has more than %d rows"), PZ_CSV_MAX_ROWS);
      return FALSE;
    }
  read_row (self);
  return TRUE;
}

/**
 * pz_csv_reader_get_row:
 * @self: a reader
 *
 * Returns: number of the row, from 1, header and blank rows counted
 */
guint
pz_csv_reader_get_row (PzCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->row;
}

/**
 * pz_csv_reader_get_line:
 * @self: a reader
 *
 * Returns: line of the file in which the row begins, from 1; an editor shows the same
 */
guint
pz_csv_reader_get_line (PzCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->row_line;
}

/**
 * pz_csv_reader_get_problems:
 * @self: a reader
 *
 * Returns: what was tolerated in this row
 */
PzCsvProblem
pz_csv_reader_get_problems (PzCsvReader *self)
{
  g_return_val_if_fail (self != NULL, PZ_CSV_FINE);

  return self->problems;
}

/**
 * pz_csv_reader_is_blank:
 * @self: a reader
 *
 * Returns: %TRUE for an empty line, or one of delimiters and blanks alone as spreadsheets leave at the end
 */
gboolean
pz_csv_reader_is_blank (PzCsvReader *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (gsize i = 0; i < self->buffer.length; i++)
    if (self->buffer.data[i] != '\0' && self->buffer.data[i] != ' ' && self->buffer.data[i] != '\t')
      return FALSE;
  return TRUE;
}

/**
 * pz_csv_reader_get_n_cells:
 * @self: a reader
 *
 * Returns: cells of this row, at least 1
 */
guint
pz_csv_reader_get_n_cells (PzCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->cells->len;
}

/**
 * pz_csv_reader_get_cell:
 * @self: a reader
 * @index: from 0; may be beyond the row
 *
 * Returns: (transfer none): the text, without quotes, valid until the next row; empty when the row is too short
 */
const char *
pz_csv_reader_get_cell (PzCsvReader *self,
                        guint        index)
{
  g_return_val_if_fail (self != NULL, "");

  if (index >= self->cells->len)
    return "";
  return self->buffer.data + g_array_index (self->cells, Cell, index).at;
}

/**
 * pz_csv_reader_get_cell_range:
 * @self: a reader
 * @index: from 0; may be beyond the row
 * @start: (out): first byte of the cell in the text, after its quote
 * @end: (out): first byte after it, before its closing quote
 *
 * Returns: %FALSE when the row is too short
 */
gboolean
pz_csv_reader_get_cell_range (PzCsvReader *self,
                              guint        index,
                              gsize       *start,
                              gsize       *end)
{
  g_return_val_if_fail (self != NULL && start != NULL && end != NULL, FALSE);

  if (index >= self->cells->len)
    return FALSE;
  *start = g_array_index (self->cells, Cell, index).start;
  *end = g_array_index (self->cells, Cell, index).end;
  return TRUE;
}

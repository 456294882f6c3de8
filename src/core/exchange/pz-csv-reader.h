/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-error.h"

#include <glib.h>

G_BEGIN_DECLS

/* Longest cell, in bytes; more is cut off and reported. */
#define PZ_CSV_MAX_CELL (256 * 1024)
/* Most cells of a row; more are left out and reported. */
#define PZ_CSV_MAX_CELLS 1024
/* Most rows of a file; more are an error. */
#define PZ_CSV_MAX_ROWS 1000000

/**
 * PzCsvProblem:
 * @PZ_CSV_SHORT: fewer cells than the first row
 * @PZ_CSV_LONG: more cells than the first row
 * @PZ_CSV_BAD_QUOTE: text after a closing quote
 * @PZ_CSV_UNCLOSED_QUOTE: a quote that no other closes; it was read as part of the text
 * @PZ_CSV_CELL_CUT: a cell over %PZ_CSV_MAX_CELL
 * @PZ_CSV_CELLS_CUT: a row over %PZ_CSV_MAX_CELLS
 *
 * What was tolerated in a row.
 */
typedef enum
{
  PZ_CSV_FINE = 0,
  PZ_CSV_SHORT = 1 << 0,
  PZ_CSV_LONG = 1 << 1,
  PZ_CSV_BAD_QUOTE = 1 << 2,
  PZ_CSV_UNCLOSED_QUOTE = 1 << 3,
  PZ_CSV_CELL_CUT = 1 << 4,
  PZ_CSV_CELLS_CUT = 1 << 5,
} PzCsvProblem;

typedef struct _PzCsvReader PzCsvReader;

PzCsvReader *pz_csv_reader_new            (const char   *text,
                                           gsize         length,
                                           char          delimiter);
void         pz_csv_reader_free           (PzCsvReader  *self);
char         pz_csv_reader_get_delimiter  (PzCsvReader  *self);
gboolean     pz_csv_reader_next           (PzCsvReader  *self,
                                           GError      **error);
guint        pz_csv_reader_get_row        (PzCsvReader  *self);
guint        pz_csv_reader_get_line       (PzCsvReader  *self);
PzCsvProblem pz_csv_reader_get_problems   (PzCsvReader  *self);
gboolean     pz_csv_reader_is_blank       (PzCsvReader  *self);
guint        pz_csv_reader_get_n_cells    (PzCsvReader  *self);
const char  *pz_csv_reader_get_cell       (PzCsvReader  *self,
                                           guint         index);
gboolean     pz_csv_reader_get_cell_range (PzCsvReader  *self,
                                           guint         index,
                                           gsize        *start,
                                           gsize        *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzCsvReader, pz_csv_reader_free)

G_END_DECLS

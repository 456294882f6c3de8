/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-table-import.h"

#include "pz-roster-person.h"
#include "pz-roster-table.h"

G_BEGIN_DECLS

typedef struct
{
  char *header;     /* as it stands there */
  PzTableField field;
  guint rank;       /* of the guess */
  PzDayOrder hint;  /* from dates beyond doubt; unknown too when they contradict each other */
  gboolean ambiguous; /* some date needs to know the order */
} PzTableColumn;

struct _PzTableImport
{
  const PzRosterFile *file;
  PzRosterFile *owned;
  GArray *columns; /* PzTableColumn */
  guint n_rows;
  gboolean has_header;
  gboolean is_canvas; /* a gradebook of Canvas, by its header */
  PzDayOrder day_order;
  PzRosterMessages *messages;
};

/* One pass over the rows; the first line is a row too when there is no header. */
typedef struct
{
  PzTableImport *import;
  PzRosterTable *table;
  gboolean on_header;
  gboolean begun;
} PzTableRows;

void     pz_table_rows_begin     (PzTableRows      *rows,
                                  PzTableImport    *import,
                                  PzRosterMessages *messages);
gboolean pz_table_rows_next      (PzTableRows      *rows);
char    *pz_table_rows_dup_cell  (PzTableRows      *rows,
                                  guint             column);
void     pz_table_rows_end       (PzTableRows      *rows);
void     pz_table_import_suggest (PzTableImport    *self);
PzDayOrder pz_table_import_order_of (PzTableImport *self,
                                     guint          column);
char   **pz_table_split_list     (PzTableField      field,
                                  const char       *cell);

G_END_DECLS

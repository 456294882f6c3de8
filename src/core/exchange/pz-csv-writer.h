/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PzCsvFlags:
 * @PZ_CSV_EXACT: texts as they are, for reading back; not safe to open in a spreadsheet
 * @PZ_CSV_BOM: begin with a byte order mark, which some spreadsheets need to see UTF-8
 */
typedef enum
{
  PZ_CSV_PLAIN = 0,
  PZ_CSV_EXACT = 1 << 0,
  PZ_CSV_BOM = 1 << 1,
} PzCsvFlags;

typedef struct _PzCsvWriter PzCsvWriter;

PzCsvWriter *pz_csv_writer_new         (char         delimiter,
                                        PzCsvFlags   flags);
void         pz_csv_writer_free        (PzCsvWriter *self);
void         pz_csv_writer_add_text    (PzCsvWriter *self,
                                        const char  *text,
                                        gssize       length);
void         pz_csv_writer_add_number  (PzCsvWriter *self,
                                        double       number);
void         pz_csv_writer_end_row     (PzCsvWriter *self);
GBytes      *pz_csv_writer_finish      (PzCsvWriter *self);
gboolean     pz_csv_text_needs_guard   (const char  *text);
const char  *pz_csv_text_without_guard (const char  *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzCsvWriter, pz_csv_writer_free)

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-roster-message.h"

#include <glib.h>

G_BEGIN_DECLS

/* Most measurements of one series; more are an error: what takes the square of their number would take too long. */
#define PZ_SERIES_FILE_MAX_POINTS 5000

/**
 * PzSeriesPhase:
 * @name: as it stands in the file
 * @x: (array length=n): times, rising; equal ones are possible
 * @y: (array length=n): values as they stand in the file
 * @n: at least 1
 */
typedef struct
{
  char *name;
  double *x;
  double *y;
  gsize n;
} PzSeriesPhase;

/**
 * PzSeriesFile:
 * @phases: (element-type PzSeriesPhase): in the order they begin; at least one
 * @n: measurements of all phases, at least 1
 * @n_empty: rows that were not measured
 * @newest_start: time of the first point since the phase last changed; of all when it never did
 * @first_day: Julian day of @x = 0 when the times are dates; 0: they are numbers
 *
 * One series of measurements, as it was read. Times are those of the file, or days since the first date.
 */
typedef struct
{
  GPtrArray *phases;
  gsize n;
  guint n_empty;
  double newest_start;
  guint32 first_day;
} PzSeriesFile;

PzSeriesFile *pz_series_file_load      (const char          *path,
                                        PzRosterMessages    *messages,
                                        GError             **error);
PzSeriesFile *pz_series_file_parse     (const char          *name,
                                        GBytes              *bytes,
                                        PzRosterMessages    *messages,
                                        GError             **error);
void          pz_series_file_free      (PzSeriesFile        *self);
gboolean      pz_series_file_read_time (const PzSeriesFile  *self,
                                        const char          *text,
                                        double              *time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSeriesFile, pz_series_file_free)

G_END_DECLS

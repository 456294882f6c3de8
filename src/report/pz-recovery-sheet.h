/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sheet-text.h"

#include <cairo.h>

G_BEGIN_DECLS

/* What gets a class on a server back. */
typedef struct
{
  const char *class_name;
  const char *server;     /* what the folder of the class lies in */
  const char *folder;     /* its name as people read it; "" when it has none */
  const char *account;    /* (nullable): name of it; never its password */
  const char *passphrase; /* in groups of five */
} PzRecoveryFacts;

/**
 * PzRecoverySheet:
 * @width: in points
 * @height: of all of it
 * @texts: (element-type PzSheetText): everything that is written
 * @box_y: upper edge of the frame of the passphrase
 * @box_height: of that frame, as wide as the sheet
 *
 * A sheet of paper to be kept in a safe place, laid out.
 */
typedef struct
{
  double width;
  double height;
  GArray *texts;
  double box_y;
  double box_height;
} PzRecoverySheet;

PzRecoverySheet *pz_recovery_sheet_new  (const PzRecoveryFacts *facts,
                                         PangoContext          *context,
                                         double                 width);
void             pz_recovery_sheet_free (PzRecoverySheet       *self);
void             pz_recovery_sheet_draw (const PzRecoverySheet *self,
                                         cairo_t               *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzRecoverySheet, pz_recovery_sheet_free)

G_END_DECLS

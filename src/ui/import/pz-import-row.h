/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-session.h"

G_BEGIN_DECLS

typedef enum
{
  PZ_IMPORT_ROW_HEADING, /* a title and a line below it */
  PZ_IMPORT_ROW_MESSAGE,
  PZ_IMPORT_ROW_LEARNER,
  PZ_IMPORT_ROW_GROUP,   /* rows that show when it is expanded */
  PZ_IMPORT_ROW_NOTE,    /* a sentence at the end */
} PzImportRowKind;

/* How a row stands in its card. */
typedef enum
{
  PZ_IMPORT_PLACE_NONE = 0, /* in no card */
  PZ_IMPORT_PLACE_IN = 1,
  PZ_IMPORT_PLACE_FIRST = 2,
  PZ_IMPORT_PLACE_LAST = 4,
} PzImportPlace;

/* One row of the preview. Properties (notify): expanded, place.
 * Signal: "item-changed" when the learner was chosen or let go. */
#define PZ_TYPE_IMPORT_ROW (pz_import_row_get_type ())
G_DECLARE_FINAL_TYPE (PzImportRow, pz_import_row, PZ, IMPORT_ROW, GObject)

PzImportRow     *pz_import_row_new          (PzImportRowKind  kind,
                                             const char      *title,
                                             const char      *subtitle);
PzImportRow     *pz_import_row_new_learner  (PzImportItem    *item,
                                             gboolean         with_line);
PzImportRow     *pz_import_row_new_group    (const char      *title,
                                             const char      *subtitle,
                                             GPtrArray       *children);
PzImportRowKind  pz_import_row_get_kind     (PzImportRow     *self);
const char      *pz_import_row_get_title    (PzImportRow     *self);
const char      *pz_import_row_get_subtitle (PzImportRow     *self); /* or NULL */
const char      *pz_import_row_get_word     (PzImportRow     *self); /* or NULL */
const char      *pz_import_row_get_icon     (PzImportRow     *self); /* or NULL */
const char      *pz_import_row_get_style    (PzImportRow     *self); /* a CSS class, or NULL */
void             pz_import_row_set_icon      (PzImportRow     *self,
                                             const char      *icon,
                                             const char      *style);
PzImportItem    *pz_import_row_get_item     (PzImportRow     *self); /* of learners */
void             pz_import_row_item_changed (PzImportRow     *self);
GPtrArray       *pz_import_row_get_children (PzImportRow     *self); /* of groups */
gboolean         pz_import_row_get_expanded (PzImportRow     *self);
void             pz_import_row_set_expanded (PzImportRow     *self,
                                             gboolean         expanded);
guint            pz_import_row_get_place    (PzImportRow     *self);
void             pz_import_row_set_place    (PzImportRow     *self,
                                             guint            place);
char            *pz_import_row_dup_label    (PzImportRow     *self);

G_END_DECLS

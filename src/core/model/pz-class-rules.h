/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-day-spans.h"

G_BEGIN_DECLS

/**
 * PzFieldPlace:
 * @type: a type of record
 * @field: one of its fields
 */
typedef struct
{
  PzRecordType type;
  guint field;
} PzFieldPlace;

GArray     *pz_class_list_fields     (PzFieldFlags        flag);
const PzField *pz_field_place_get    (const PzFieldPlace *self);
gboolean    pz_class_field_is_on     (PzRecord           *classroom,
                                      const PzField      *field);
void        pz_class_set_field_on    (PzRecord           *classroom,
                                      const PzField      *field,
                                      gboolean            on);

PzDaySpans *pz_class_dup_closed      (PzRecord           *classroom);
gboolean    pz_class_close_days      (PzRecord           *classroom,
                                      const PzDaySpan    *days);
gboolean    pz_class_open_days       (PzRecord           *classroom,
                                      const PzDaySpan    *days);

gboolean    pz_class_has_school_on   (PzRecord           *classroom,
                                      GDateWeekday        day);
gboolean    pz_class_set_school_on   (PzRecord           *classroom,
                                      GDateWeekday        day,
                                      gboolean            school);

gboolean    pz_class_is_past_keeping (PzRecord           *classroom,
                                      const GDate        *today);
void        pz_class_keep_longer     (PzRecord           *classroom,
                                      const GDate        *today);

G_END_DECLS

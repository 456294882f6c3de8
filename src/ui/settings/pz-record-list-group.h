/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The records of one type of a class, each leading to its dialog; a type with positions can be put into another order by
 * buttons, by Alt with an arrow key and by drag and drop. Signal: "deleted" after one went to the trash. */
#define PZ_TYPE_RECORD_LIST_GROUP (pz_record_list_group_get_type ())
G_DECLARE_FINAL_TYPE (PzRecordListGroup, pz_record_list_group, PZ, RECORD_LIST_GROUP, AdwPreferencesGroup)

GtkWidget *pz_record_list_group_new    (PzClassroom       *classroom,
                                        PzRecordType       type);
GtkWidget *pz_record_list_group_open   (PzRecordListGroup *self,
                                        PzRecord          *record);
void       pz_record_list_group_move   (PzRecordListGroup *self,
                                        guint              from,
                                        guint              to);
guint      pz_record_list_group_get_n  (PzRecordListGroup *self);
GtkWidget *pz_record_list_group_get_row (PzRecordListGroup *self,
                                        guint              place);

G_END_DECLS

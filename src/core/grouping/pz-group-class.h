/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

/**
 * PzGroupClass:
 *
 * What is noted of the learners who are to be grouped, as arrays in their order.
 */
typedef struct _PzGroupClass PzGroupClass;

PzGroupClass      *pz_group_class_new          (GPtrArray          *learners,
                                                PzDocument         *classroom);
void               pz_group_class_free         (PzGroupClass       *self);
guint              pz_group_class_get_n        (const PzGroupClass *self);
const char *const *pz_group_class_get_ids      (const PzGroupClass *self);
const char *const *pz_group_class_get_names    (const PzGroupClass *self);
void               pz_group_class_rename       (PzGroupClass       *self,
                                                GHashTable         *names);
gboolean           pz_group_class_find         (const PzGroupClass *self,
                                                const char         *id,
                                                guint              *number);
double            *pz_group_class_dup_levels   (const PzGroupClass *self);
double            *pz_group_class_dup_measured (const PzGroupClass *self,
                                                const char         *measure);
guint              pz_group_class_count_older  (const PzGroupClass *self,
                                                const char         *measure,
                                                guint32             day);
guint64           *pz_group_class_dup_tags     (const PzGroupClass *self,
                                                const char         *field,
                                                GError            **error);
double            *pz_group_class_dup_common   (const PzGroupClass *self,
                                                const char         *field,
                                                GError            **error);
char              *pz_group_class_dup_label    (const PzGroupClass *self,
                                                const char         *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupClass, pz_group_class_free)

G_END_DECLS

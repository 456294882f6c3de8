/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-request.h"

G_BEGIN_DECLS

/**
 * PzGroupOffer:
 * @name: of a wish
 * @value: the rest of it
 * @label: what is asked for, translated
 *
 * A criterion that may be asked for.
 */
typedef struct
{
  char *name;
  char *value;
  char *label;
} PzGroupOffer;

GPtrArray *pz_group_request_list_offers (const PzGroupRequest *self,
                                         PzDocument           *classroom);
char      *pz_group_request_dup_label   (const PzGroupRequest *self,
                                         guint                 nth,
                                         PzDocument           *classroom);
gboolean   pz_group_request_add         (PzGroupRequest       *self,
                                         const char           *name,
                                         const char           *value);

G_END_DECLS

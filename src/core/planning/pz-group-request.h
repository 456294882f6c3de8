/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-settings.h"

G_BEGIN_DECLS

/**
 * PzGroupRequest:
 * @size: (nullable): learners in a group, "4" or "4-5" where sizes may vary; %NULL: @n_groups says it
 * @n_groups: number of groups, or 0
 * @late: what tells learners apart is not shown before the groups are made
 * @settings: criteria and rules
 *
 * All that a teacher asks of the groups of an activity, as it is kept in its field `criteria`.
 */
typedef struct
{
  char *size;
  guint n_groups;
  gboolean late;
  PzGroupSettings *settings;
} PzGroupRequest;

PzGroupRequest    *pz_group_request_new            (void);
PzGroupRequest    *pz_group_request_parse          (const char            *text,
                                                    GError               **error);
PzGroupRequest    *pz_group_request_copy           (const PzGroupRequest  *self);
void               pz_group_request_free           (PzGroupRequest        *self);
char              *pz_group_request_to_text        (const PzGroupRequest  *self);
void               pz_group_request_set_size       (PzGroupRequest        *self,
                                                    guint                  least,
                                                    guint                  most);
void               pz_group_request_set_n_groups   (PzGroupRequest        *self,
                                                    guint                  n_groups);
gboolean           pz_group_request_get_size       (const PzGroupRequest  *self,
                                                    guint                 *least,
                                                    guint                 *most);
gboolean           pz_group_request_find_sizes     (const PzGroupRequest  *self,
                                                    guint                  n_learners,
                                                    GArray                *sizes,
                                                    GError               **error);
const PzGroupWish *pz_group_request_find           (const PzGroupRequest  *self,
                                                    PzGroupWishKind        kind,
                                                    guint                  nth);
guint              pz_group_request_count          (const PzGroupRequest  *self,
                                                    PzGroupWishKind        kind);
gboolean           pz_group_wish_is_rule           (const PzGroupWish     *wish);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupRequest, pz_group_request_free)

G_END_DECLS

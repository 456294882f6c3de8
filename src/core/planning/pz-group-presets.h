/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-request.h"

G_BEGIN_DECLS

/**
 * PzGroupPreset:
 * @PZ_PRESET_MIXED: every group mirrors the class
 * @PZ_PRESET_SIMILAR: those who are about as far
 * @PZ_PRESET_INTERESTS: those who like the same
 * @PZ_PRESET_LANGUAGES: nobody the only one with a language
 * @PZ_PRESET_NEW_PARTNERS: those who have not worked together
 * @PZ_PRESET_CHANCE: nothing counts but sizes and rules
 * @PZ_PRESET_OWN: a mixture of the teacher's own
 *
 * What groups are usually formed by.
 */
typedef enum
{
  PZ_PRESET_MIXED,
  PZ_PRESET_SIMILAR,
  PZ_PRESET_INTERESTS,
  PZ_PRESET_LANGUAGES,
  PZ_PRESET_NEW_PARTNERS,
  PZ_PRESET_CHANCE,
  PZ_N_PRESETS,
  PZ_PRESET_OWN = PZ_N_PRESETS
} PzGroupPreset;

const char    *pz_group_preset_get_label            (PzGroupPreset           preset);
PzGroupPreset  pz_group_request_get_preset          (const PzGroupRequest   *self);
void           pz_group_request_set_preset          (PzGroupRequest         *self,
                                                     PzGroupPreset           preset);
void           pz_group_request_set_importance      (PzGroupRequest         *self,
                                                     guint                   nth,
                                                     double                  importance);
void           pz_group_request_remove              (PzGroupRequest         *self,
                                                     guint                   nth);
gboolean       pz_group_request_add_rule            (PzGroupRequest         *self,
                                                     PzGroupWishKind         kind,
                                                     const char *const      *learners);
void           pz_group_request_raise_new_partners  (PzGroupRequest         *self);

G_END_DECLS

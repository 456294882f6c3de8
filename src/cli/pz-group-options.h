/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-cli.h"
#include "pz-group-request.h"

G_BEGIN_DECLS

/**
 * PzGroupSizeOptions:
 * @size: (nullable): as typed, "4" or "4-5"
 * @groups: the number of groups instead, or 0
 *
 * How large groups shall be.
 */
typedef struct
{
  char *size;
  int groups;
} PzGroupSizeOptions;

char    *pz_group_options_resolve    (PzClassroom               *classroom,
                                      const char                *name,
                                      const char                *value,
                                      GError                   **error);
gboolean pz_group_options_set_sizes  (const PzGroupSizeOptions  *options,
                                      PzGroupRequest            *request,
                                      GError                   **error);

G_END_DECLS

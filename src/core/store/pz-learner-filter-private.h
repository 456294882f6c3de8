/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-learner-filter.h"

G_BEGIN_DECLS

/**
 * PzFilterUnknown:
 * @name: of a condition of a newer version
 * @raw: its value as it stood in the text, one JSON value
 */
typedef struct
{
  char *name;
  char *raw;
} PzFilterUnknown;

struct _PzLearnerFilter
{
  GPtrArray *groups;  /* of PzFilterGroup, in the order they were begun */
  GPtrArray *unknown; /* of PzFilterUnknown */
};

const char *pz_filter_field_get_name      (PzFilterField    field);
void        pz_learner_filter_add_unknown (PzLearnerFilter *self,
                                           const char      *name,
                                           const char      *raw,
                                           gsize            length);

G_END_DECLS

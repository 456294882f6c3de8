/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-problem.h"

G_BEGIN_DECLS

/* Groupings drawn by chance: what a criterion is worth without any search. */
#define PZ_GROUP_DRAWS 2000

/* A broken hard rule costs this much, unless so many meet in one learner that the sums could overflow. */
#define PZ_GROUP_HARD (1000 * PZ_GROUP_UNIT)

typedef struct
{
  PzCriterionKind kind;
  double importance;
  gboolean must;
  guint limit;           /* AT_MOST */
  guint first_attribute; /* of values: one attribute, or one for each tag */
  guint n_attributes;
  double *pairs;         /* n x n, symmetric, 0 on the diagonal; or NULL */
  double *numbers;       /* n, the mean of the class where one is missing; or NULL */
  double mean, scatter;  /* of numbers: sum of squares about the mean */
  guint n_missing;
  double chance;         /* mean value over groupings by chance */
  double deviation;      /* and its standard deviation */
  double factor;         /* what 1 of the value costs, in 1; 0 without effect */
  gint64 hard;           /* what one violation costs; must only */
} PzGroupCriterion;

/* One value per learner, and how often each is in the class. */
typedef struct
{
  guint criterion;
  guint first_value; /* of all attributes: values are numbered through */
  guint n_values;    /* with one more for those who have none */
} PzGroupAttribute;

/* Learners who stay together, or one alone. */
typedef struct
{
  guint first; /* in members */
  guint n;
  int pinned;  /* a group, or -1 */
} PzGroupUnit;

typedef struct
{
  guint a;
  guint b;
} PzGroupPair;

struct _PzGroupProblem
{
  guint n, m;
  PzGroupSize *sizes;   /* m */
  guint smallest, largest;
  gboolean flexible;    /* some group may have more than one size */
  GArray *criteria;     /* PzGroupCriterion */

  gint32 *pairs;        /* n x n, symmetric, 0 diagonal: all pair terms, and what keeps apart */
  gint64 apart_cost;    /* in pairs, for each two who must be apart */

  guint *numbers;       /* n, from 0; NULL without a criterion of numbers */
  guint number_width;   /* sums there are for one size */
  gint32 *number_cost;  /* by size from the smallest, then sum of numbers */

  GArray *attributes;   /* PzGroupAttribute */
  guint n_values;       /* of all attributes */
  guint *value_counts;  /* n_values, in the class */
  guint16 *values;      /* n x attributes, numbered through */
  guint width;          /* counts there are for one size */
  gint32 *value_cost;   /* by value, size from the smallest, count */

  GArray *units;        /* PzGroupUnit */
  guint *members;       /* n, by unit */
  guint *unit_of;       /* n */
  GArray *together;     /* PzGroupPair, as asked */
  GArray *apart;        /* PzGroupPair, a < b, each once */
  int *pins;            /* n, a group or -1 */

  double *draws;        /* PZ_GROUP_DRAWS or fewer scores of groupings by chance, rising */
  guint n_draws;
};

static inline const PzGroupCriterion *
pz_group_problem_criterion (const PzGroupProblem *self,
                            guint                 i)
{
  return &g_array_index (self->criteria, PzGroupCriterion, i);
}

static inline const PzGroupUnit *
pz_group_problem_unit (const PzGroupProblem *self,
                       guint                 i)
{
  return &g_array_index (self->units, PzGroupUnit, i);
}

static inline gint32
pz_group_problem_pair (const PzGroupProblem *self,
                       guint                 i,
                       guint                 j)
{
  return self->pairs[(gsize) i * self->n + j];
}

/* where the costs of one value in a group of that size begin */
static inline gsize
pz_group_problem_value_row (const PzGroupProblem *self,
                            guint                 value,
                            guint                 size)
{
  return ((gsize) value * (self->largest - self->smallest + 1) + size - self->smallest) * self->width;
}

static inline gint32
pz_group_problem_number_cost (const PzGroupProblem *self,
                              guint                 size,
                              guint                 sum)
{
  return self->number_cost[(gsize) (size - self->smallest) * self->number_width + sum];
}

double pz_group_criterion_value     (const PzGroupProblem   *self,
                                     const PzGroupCriterion *criterion,
                                     guint                   value,
                                     guint                   size,
                                     guint                   count);
/* Room to measure one grouping after the other. */
typedef struct
{
  const PzGroupProblem *problem;
  guint *starts;  /* m + 2, where the members of each group begin */
  guint *members; /* n, by group */
  guint *counts;  /* values of one attribute */
} PzGroupMeasuring;

void   pz_group_measuring_init      (PzGroupMeasuring       *self,
                                     const PzGroupProblem   *problem);
void   pz_group_measuring_clear     (PzGroupMeasuring       *self);
void   pz_group_measuring_run       (PzGroupMeasuring       *self,
                                     const guint            *groups,
                                     double                 *values);
/* the steps of building, each in its file */
void     pz_group_units_build    (PzGroupProblem  *self);
void     pz_group_normalise      (PzGroupProblem  *self,
                                  gboolean         raw);
gboolean pz_group_tables_build   (PzGroupProblem  *self,
                                  GError         **error);
void     pz_group_draw_sizes     (const PzGroupProblem *self,
                                  gpointer         random,
                                  guint           *sizes);

G_END_DECLS

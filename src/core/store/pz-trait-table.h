/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-learner-filter.h"

G_BEGIN_DECLS

/**
 * PzTrait:
 * @field: a set, a lens or access at home
 * @lens: (nullable): id of the lens, for %PZ_FILTER_LENS
 * @text: as it was first read
 * @key: folded as a search folds what is typed; texts of one key are one trait
 *
 * Something that learners can have in common.
 */
typedef struct
{
  PzFilterField field;
  char *lens;
  char *text;
  char *key;
} PzTrait;

/**
 * PzTraitRow:
 * @id: of the learner
 * @n_traits: how many
 * @traits: (array length=n_traits): numbers of the traits in their table, each once
 *
 * What filters need to know of one learner beyond the index.
 */
typedef struct
{
  char id[37];
  guint n_traits;
  guint *traits;
} PzTraitRow;

/* One learner's file as it was read: texts, before they become numbers of a table. */
typedef struct _PzTraitFacts PzTraitFacts;

PzTraitFacts  *pz_trait_facts_read       (GBytes        *bytes,
                                          const char    *id);
void           pz_trait_facts_free       (PzTraitFacts  *self);

/* Every trait of a class once. Grows only, so a number stays good. For one thread at a time. */
typedef struct _PzTraitTable PzTraitTable;

PzTraitTable  *pz_trait_table_new        (void);
void           pz_trait_table_free       (PzTraitTable  *self);
guint          pz_trait_table_get_length (PzTraitTable  *self);
const PzTrait *pz_trait_table_get        (PzTraitTable  *self,
                                          guint          number);
PzTraitRow    *pz_trait_table_make_row   (PzTraitTable  *self,
                                          PzTraitFacts  *facts);
void           pz_trait_row_free         (PzTraitRow    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzTraitTable, pz_trait_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzTraitFacts, pz_trait_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzTraitRow, pz_trait_row_free)

G_END_DECLS

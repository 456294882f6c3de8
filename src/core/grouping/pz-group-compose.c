/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-settings.h"

#include "pz-group-rules.h"

#include <glib/gi18n-lib.h>

/* A problem while it is made of what is asked for. */
typedef struct
{
  PzGroupBuilder *builder;
  const PzGroupClass *learners;
  const PzGroupHistory *history;
} Composing;

static const PzCriterionKind kinds[PZ_N_WISH_KINDS] = {
  [PZ_WISH_SPREAD] = PZ_CRITERION_SPREAD,
  [PZ_WISH_GATHER] = PZ_CRITERION_GATHER,
  [PZ_WISH_NOT_ALONE] = PZ_CRITERION_NOT_ALONE,
  [PZ_WISH_COVER] = PZ_CRITERION_COVER,
  [PZ_WISH_AT_MOST] = PZ_CRITERION_AT_MOST,
};

static void
add_readiness (Composing   *composing,
               PzGroupWish *wish)
{
  g_autofree double *numbers = wish->field != NULL ? pz_group_class_dup_measured (composing->learners, wish->field)
                                                   : pz_group_class_dup_levels (composing->learners);

  wish->criterion = (int) pz_group_builder_add_numbers (composing->builder,
                                                        wish->similar ? PZ_CRITERION_SIMILAR : PZ_CRITERION_MIXED,
                                                        wish->importance, numbers);
}

static gboolean
add_values (Composing    *composing,
            PzGroupWish  *wish,
            GError      **error)
{
  g_autofree guint64 *tags = pz_group_class_dup_tags (composing->learners, wish->field, error);

  if (tags == NULL)
    return FALSE;
  wish->criterion = (int) pz_group_builder_add_tags (composing->builder, kinds[wish->kind], wish->importance, tags);
  if (wish->kind == PZ_WISH_AT_MOST)
    pz_group_builder_set_limit (composing->builder, (guint) wish->criterion, wish->limit);
  if (wish->must)
    pz_group_builder_set_must (composing->builder, (guint) wish->criterion);
  return TRUE;
}

static gboolean
add_common (Composing    *composing,
            PzGroupWish  *wish,
            GError      **error)
{
  gsize n = pz_group_class_get_n (composing->learners);
  g_autofree double *pairs = pz_group_class_dup_common (composing->learners, wish->field, error);

  if (pairs == NULL)
    return FALSE;
  for (gsize k = 0; k < n * n && wish->kind == PZ_WISH_ALIKE; k++)
    pairs[k] = -pairs[k];
  wish->criterion = (int) pz_group_builder_add_pairs (composing->builder, wish->importance, pairs);
  return TRUE;
}

static void
add_new_partners (Composing   *composing,
                  PzGroupWish *wish)
{
  g_autofree double *costs = pz_group_history_dup_costs (composing->history);

  wish->criterion = (int) pz_group_builder_add_pairs (composing->builder, wish->importance, costs);
}

/* a rule about somebody who is away asks nothing of the others */
static guint
find_people (const Composing   *composing,
             const PzGroupWish *wish,
             guint             *people)
{
  guint n_people = 0;

  for (guint k = 0; wish->learners[k] != NULL; k++)
    if (pz_group_class_find (composing->learners, wish->learners[k], &people[n_people]))
      n_people++;
  return n_people;
}

/* those who must stay together are linked in a chain, those apart each with each */
static void
add_rules (Composing         *composing,
           const PzGroupWish *wish,
           const guint       *people,
           guint              n_people)
{
  for (guint k = 1; k < n_people; k++)
    if (wish->kind == PZ_WISH_TOGETHER)
      pz_group_builder_together (composing->builder, people[k - 1], people[k]);
    else
      for (guint l = 0; l < k; l++)
        pz_group_builder_apart (composing->builder, people[l], people[k]);
}

static void
add_soft_people (Composing   *composing,
                 PzGroupWish *wish,
                 const guint *people,
                 guint        n_people)
{
  gsize n = pz_group_class_get_n (composing->learners);
  g_autofree double *pairs = g_new0 (double, n * n + 1);

  for (guint k = 0; k < n_people; k++)
    for (guint l = 0; l < n_people; l++)
      pairs[people[k] * n + people[l]] = wish->kind == PZ_WISH_TOGETHER ? -1 : 1;
  wish->criterion = (int) pz_group_builder_add_pairs (composing->builder, wish->importance, pairs);
}

static void
add_people (Composing   *composing,
            PzGroupWish *wish)
{
  g_autofree guint *people = g_new (guint, g_strv_length (wish->learners) + 1);
  guint n_people = find_people (composing, wish, people);

  if (n_people < (wish->kind == PZ_WISH_PIN ? 1 : 2))
    return;
  if (wish->kind == PZ_WISH_PIN)
    pz_group_builder_pin (composing->builder, people[0], wish->group);
  else if (wish->must)
    add_rules (composing, wish, people, n_people);
  else
    add_soft_people (composing, wish, people, n_people);
}

static gboolean
add_wish (Composing    *composing,
          PzGroupWish  *wish,
          GError      **error)
{
  wish->criterion = -1;
  switch (wish->kind)
    {
    case PZ_WISH_READINESS:
      add_readiness (composing, wish);
      return TRUE;
    case PZ_WISH_NEW_PARTNERS:
      add_new_partners (composing, wish);
      return TRUE;
    case PZ_WISH_ALIKE:
    case PZ_WISH_DIFFERENT:
      return add_common (composing, wish, error);
    case PZ_WISH_TOGETHER:
    case PZ_WISH_APART:
    case PZ_WISH_PIN:
      add_people (composing, wish);
      return TRUE;
    default:
      return add_values (composing, wish, error);
    }
}

/**
 * pz_group_settings_compose:
 * @self: settings; each wish is told its criterion
 * @learners: those to be grouped
 * @history: who has met, of the same learners in the same order
 * @sizes: (element-type PzGroupSize): of the groups
 * @error: what is asked for is not there, or cannot be
 *
 * Makes the problem of what is asked for. What is asked of learners who are not among them asks nothing of the others.
 *
 * Returns: (transfer full): the problem, or %NULL
 */
PzGroupProblem *
pz_group_settings_compose (PzGroupSettings       *self,
                           const PzGroupClass    *learners,
                           const PzGroupHistory  *history,
                           GArray                *sizes,
                           GError               **error)
{
  g_autoptr(PzGroupBuilder) builder = NULL;
  Composing composing;

  g_return_val_if_fail (self != NULL && learners != NULL && history != NULL && sizes != NULL, NULL);

  builder = pz_group_builder_new (pz_group_class_get_n (learners));
  composing = (Composing) { builder, learners, history };
  pz_group_builder_set_sizes (builder, (const PzGroupSize *) sizes->data, sizes->len);
  for (guint i = 0; i < self->wishes->len; i++)
    if (!add_wish (&composing, g_ptr_array_index (self->wishes, i), error))
      return NULL;
  return pz_group_builder_build (builder, error);
}

static char *
dup_people_label (const PzGroupWish  *wish,
                  const PzGroupClass *learners)
{
  guint n_people = g_strv_length (wish->learners);
  g_autofree guint *people = g_new0 (guint, n_people + 1);
  g_autofree char *names = NULL;

  n_people = 0;
  for (guint k = 0; wish->learners[k] != NULL; k++)
    if (pz_group_class_find (learners, wish->learners[k], &people[n_people]))
      n_people++;
  names = pz_group_dup_names (people, n_people, pz_group_class_get_names (learners));
  if (wish->kind == PZ_WISH_TOGETHER)
    /* Translators: %s is names */
    return g_strdup_printf (C_("wish", "%s together"), names);
  if (wish->kind == PZ_WISH_APART)
    /* Translators: %s is names */
    return g_strdup_printf (C_("wish", "%s apart"), names);
  /* Translators: %1$s is a name, %2$u the number of a group */
  return g_strdup_printf (C_("wish", "%1$s in group %2$u"), names, wish->group + 1);
}

static char *
dup_field_label (const PzGroupWish  *wish,
                 const PzGroupClass *learners)
{
  g_autofree char *field = pz_group_class_dup_label (learners, wish->field);

  switch (wish->kind)
    {
    case PZ_WISH_SPREAD:
      /* Translators: %s is a field of learners or a lens, such as Languages at home */
      return g_strdup_printf (C_("wish", "%s: spread"), field);
    case PZ_WISH_GATHER:
      /* Translators: %s is a field of learners or a lens, such as Languages at home */
      return g_strdup_printf (C_("wish", "%s: gathered"), field);
    case PZ_WISH_NOT_ALONE:
      /* Translators: %s is a field of learners or a lens, such as Languages at home */
      return g_strdup_printf (C_("wish", "%s: nobody the only one"), field);
    case PZ_WISH_COVER:
      /* Translators: %s is a field of learners or a lens, such as Languages at home */
      return g_strdup_printf (C_("wish", "%s: all in each group"), field);
    case PZ_WISH_AT_MOST:
      /* Translators: %1$s is a field of learners or a lens, %2$u how many of one value a group may have */
      return g_strdup_printf (C_("wish", "%1$s: at most %2$u of a kind"), field, wish->limit);
    case PZ_WISH_ALIKE:
      /* Translators: %s is a field of learners or a lens, such as Languages at home */
      return g_strdup_printf (C_("wish", "%s: in common"), field);
    default:
      /* Translators: %s is a field of learners or a lens, such as Languages at home */
      return g_strdup_printf (C_("wish", "%s: different"), field);
    }
}

/**
 * pz_group_wish_dup_label:
 * @wish: a wish
 * @learners: those to be grouped
 *
 * Returns: (transfer full): what is asked for, in a few words, translated
 */
char *
pz_group_wish_dup_label (const PzGroupWish  *wish,
                         const PzGroupClass *learners)
{
  g_return_val_if_fail (wish != NULL && learners != NULL, NULL);

  if (wish->kind == PZ_WISH_READINESS)
    return g_strdup (wish->similar ? C_("wish", "Readiness: similar") : C_("wish", "Readiness: mixed"));
  if (wish->kind == PZ_WISH_NEW_PARTNERS)
    return g_strdup (C_("wish", "New partners"));
  return wish->learners != NULL ? dup_people_label (wish, learners) : dup_field_label (wish, learners);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-rules.h"

#include <glib/gi18n-lib.h>

static const char *const finding_names[PZ_N_CLASHES] = {
  [PZ_CLASH_SIZES] = "sizes",
  [PZ_CLASH_TOO_MANY_TOGETHER] = "too-many-together",
  [PZ_CLASH_TOGETHER_AND_APART] = "together-and-apart",
  [PZ_CLASH_ALL_APART] = "all-apart",
  [PZ_CLASH_PINNED_APART] = "pinned-apart",
  [PZ_CLASH_PINNED_TOGETHER] = "pinned-together",
  [PZ_CLASH_TOO_MANY_PINNED] = "too-many-pinned",
  [PZ_CLASH_DO_NOT_PACK] = "do-not-pack",
  [PZ_CLASH_ALONE] = "alone",
  [PZ_CLASH_TOO_FEW] = "too-few",
  [PZ_CLASH_TOO_MANY] = "too-many",
};

/**
 * pz_group_finding_get_name:
 * @self: a finding
 *
 * Returns: a word for programs, the same in every language and version
 */
const char *
pz_group_finding_get_name (const PzGroupFinding *self)
{
  g_return_val_if_fail (self != NULL && self->clash < PZ_N_CLASHES, NULL);

  return finding_names[self->clash];
}

/**
 * pz_group_dup_names:
 * @people: (array length=n_people): learners
 * @n_people: how many
 * @names: (array): of all learners
 *
 * Returns: (transfer full): "Ana, Ben and Caro"
 */
char *
pz_group_dup_names (const guint       *people,
                    guint              n_people,
                    const char *const *names)
{
  g_autoptr(GString) list = g_string_new (NULL);

  g_return_val_if_fail ((people != NULL || n_people == 0) && names != NULL, NULL);

  if (n_people == 0)
    return g_strdup ("");
  for (guint k = 0; k + 1 < n_people; k++)
    {
      if (k > 0)
        /* Translators: between two names of a list, but for the last two */
        g_string_append (list, C_("names", ", "));
      g_string_append (list, names[people[k]]);
    }
  if (n_people == 1)
    return g_strdup (names[people[0]]);
  /* Translators: a list of names; %1$s is all but the last, such as "Ana, Ben", %2$s the last */
  return g_strdup_printf (C_("names", "%1$s and %2$s"), list->str, names[people[n_people - 1]]);
}

static char *
dup_sizes (const PzGroupFinding *self)
{
  if (self->limit < self->n)
    /* Translators: %1$u learners are there, %2$u fit into the groups */
    return g_strdup_printf (_("The groups have places for %2$u learners, but there are %1$u. Allow larger groups, or more of them."),
                            self->n, self->limit);
  /* Translators: %1$u learners are there, %2$u are needed for the groups */
  return g_strdup_printf (_("The groups need %2$u learners, but there are %1$u. Allow smaller groups, or fewer of them."),
                          self->n, self->limit);
}

static char *
dup_together_and_apart (const PzGroupFinding *self,
                        const char *const    *names)
{
  const guint *people = (const guint *) self->people->data;
  g_autofree char *through = pz_group_dup_names (people + 2, self->people->len - 2, names);

  if (self->people->len == 2)
    /* Translators: %1$s and %2$s are names */
    return g_strdup_printf (_("%1$s and %2$s must be together, and they must be apart. Drop one of the two rules."),
                            names[people[0]], names[people[1]]);
  /* Translators: all are names, %3$s may be several: Ana must be with Caro, and Caro with Ben */
  return g_strdup_printf (_("%1$s and %2$s must be together (through %3$s), and they must be apart. Drop one of these rules."),
                          names[people[0]], names[people[1]], through);
}

static char *
dup_of_pins (const PzGroupFinding *self,
             const char           *people)
{
  guint over = self->n - self->limit;

  switch (self->clash)
    {
    case PZ_CLASH_PINNED_APART:
      /* Translators: %1$s is two names, %2$u the number of a group */
      return g_strdup_printf (_("%1$s must be apart, but both stay in group %2$u. Release one of them, or drop the rule."),
                              people, (guint) self->group + 1);
    case PZ_CLASH_PINNED_TOGETHER:
      /* Translators: %s is two names or more */
      return g_strdup_printf (_("%s must be together, but they stay in different groups. Release one of them, or drop the rule."),
                              people);
    default:
      /* Translators: %1$s is names, %2$u the number of a group, %3$u how many it holds, %4$u how many are too many */
      return g_strdup_printf (ngettext ("%1$s stay in group %2$u, which holds %3$u at most. Release %4$u of them.",
                                        "%1$s stay in group %2$u, which holds %3$u at most. Release %4$u of them.", over),
                              people, (guint) self->group + 1, self->limit, over);
    }
}

static char *
dup_of_values (const PzGroupFinding *self,
               const char           *people)
{
  switch (self->clash)
    {
    case PZ_CLASH_ALONE:
      /* Translators: %s is a name */
      return g_strdup_printf (_("%s must not be the only one of a kind in a group, but is the only one in the class. Do not insist on this rule."),
                              people);
    case PZ_CLASH_TOO_FEW:
      /* Translators: %1$u groups; %2$s is names */
      return g_strdup_printf (ngettext ("Each of the %1$u groups needs one of a kind, but there is only %2$s. Make fewer groups, or do not insist on this rule.",
                                        "Each of the %1$u groups needs one of a kind, but there are only %2$s. Make fewer groups, or do not insist on this rule.",
                                        self->n),
                              self->limit, people);
    default:
      /* Translators: %1$s is names, %2$u how many of them a group may have */
      return g_strdup_printf (ngettext ("%1$s are too many: a group may have only %2$u of them. Allow more, or make more groups.",
                                        "%1$s are too many: a group may have only %2$u of them. Allow more, or make more groups.",
                                        self->limit),
                              people, self->limit);
    }
}

/**
 * pz_group_finding_dup_text:
 * @self: a finding
 * @names: (array): of all learners
 *
 * Returns: (transfer full): what is wrong and a way out, translated, in whole sentences
 */
char *
pz_group_finding_dup_text (const PzGroupFinding *self,
                           const char *const    *names)
{
  g_autofree char *people = NULL;

  g_return_val_if_fail (self != NULL && names != NULL, NULL);

  people = pz_group_dup_names ((const guint *) self->people->data, self->people->len, names);
  switch (self->clash)
    {
    case PZ_CLASH_SIZES:
      return dup_sizes (self);
    case PZ_CLASH_TOO_MANY_TOGETHER:
      /* Translators: %1$s is names, %2$u how many a group has at most, %3$u how many they are */
      return g_strdup_printf (ngettext ("%1$s must stay together, but groups have at most %2$u. Allow %3$u or release one of them.",
                                        "%1$s must stay together, but groups have at most %2$u. Allow %3$u or release one of them.",
                                        self->limit),
                              people, self->limit, self->n);
    case PZ_CLASH_TOGETHER_AND_APART:
      return dup_together_and_apart (self, names);
    case PZ_CLASH_ALL_APART:
      /* Translators: %1$s is names, %2$u groups there are, %3$u groups there would have to be */
      return g_strdup_printf (ngettext ("%1$s must all be apart, but there is only %2$u group. Make %3$u groups, or let two of them work together.",
                                        "%1$s must all be apart, but there are only %2$u groups. Make %3$u groups, or let two of them work together.",
                                        self->limit),
                              people, self->limit, self->n);
    case PZ_CLASH_DO_NOT_PACK:
      /* Translators: %s is names */
      return g_strdup_printf (_("%s: those who must stay together do not fit into groups of these sizes. Allow other sizes, or release one of them."),
                              people);
    case PZ_CLASH_PINNED_APART:
    case PZ_CLASH_PINNED_TOGETHER:
    case PZ_CLASH_TOO_MANY_PINNED:
      return dup_of_pins (self, people);
    case PZ_CLASH_ALONE:
    case PZ_CLASH_TOO_FEW:
    case PZ_CLASH_TOO_MANY:
      return dup_of_values (self, people);
    case PZ_N_CLASHES:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-wish-private.h"

#include <math.h>

#define MAX_IMPORTANCE 5.0

/* What is written after the name, parts divided by ":"; what stands in brackets may be left out. */
static const char *const wish_names[PZ_N_WISH_KINDS] = {
  [PZ_WISH_READINESS] = "readiness",       /* mixed|similar[:IMPORTANCE[:MEASURE]] */
  [PZ_WISH_SPREAD] = "spread",             /* FIELD[:IMPORTANCE] */
  [PZ_WISH_GATHER] = "gather",             /* FIELD[:IMPORTANCE] */
  [PZ_WISH_NOT_ALONE] = "not-alone",       /* FIELD[:IMPORTANCE|must] */
  [PZ_WISH_COVER] = "cover",               /* FIELD[:IMPORTANCE|must] */
  [PZ_WISH_AT_MOST] = "at-most",           /* FIELD:NUMBER[:IMPORTANCE|must] */
  [PZ_WISH_ALIKE] = "alike",               /* FIELD[:IMPORTANCE] */
  [PZ_WISH_DIFFERENT] = "different",       /* FIELD[:IMPORTANCE] */
  [PZ_WISH_NEW_PARTNERS] = "new-partners", /* IMPORTANCE[:WEEKS|all-year] */
  [PZ_WISH_TOGETHER] = "together",         /* LEARNER,LEARNER...[:IMPORTANCE|must] */
  [PZ_WISH_APART] = "apart",               /* LEARNER,LEARNER...[:IMPORTANCE|must] */
  [PZ_WISH_PIN] = "pin",                   /* LEARNER:GROUP */
};

static gboolean
parse_number (const char *text,
              double      least,
              double      most,
              double     *number)
{
  char *end;
  double value = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !(value >= least && value <= most))
    return FALSE;
  *number = value;
  return TRUE;
}

static gboolean
may_be_must (PzGroupWishKind kind)
{
  return kind == PZ_WISH_NOT_ALONE || kind == PZ_WISH_COVER || kind == PZ_WISH_AT_MOST || kind == PZ_WISH_TOGETHER
         || kind == PZ_WISH_APART;
}

/* text may be NULL */
static gboolean
parse_importance (PzGroupWish *wish,
                  const char  *text)
{
  if (text == NULL)
    return TRUE;
  wish->must = may_be_must (wish->kind) && g_str_equal (text, "must");
  return wish->must || parse_number (text, 0, MAX_IMPORTANCE, &wish->importance);
}

static gboolean
parse_readiness (PzGroupWish *wish,
                 char       **parts)
{
  wish->similar = g_str_equal (parts[0], "similar");
  if (!wish->similar && !g_str_equal (parts[0], "mixed"))
    return FALSE;
  if (parts[1] != NULL && parts[2] != NULL)
    wish->field = g_strdup (parts[2]);
  return parse_importance (wish, parts[1]) && (wish->field == NULL || parts[3] == NULL);
}

static gboolean
parse_new_partners (PzGroupWish *wish,
                    char       **parts)
{
  wish->half_life = PZ_GROUP_HALF_LIFE;
  if (!parse_importance (wish, parts[0]))
    return FALSE;
  if (parts[1] == NULL)
    return TRUE;
  if (g_str_equal (parts[1], "all-year"))
    wish->half_life = 0;
  else if (!parse_number (parts[1], 0.1, 1000, &wish->half_life))
    return FALSE;
  return parts[2] == NULL;
}

static gboolean
parse_people (PzGroupWish *wish,
              char       **parts)
{
  double group = 0;

  wish->learners = g_strsplit (parts[0], ",", -1);
  for (char **learner = wish->learners; *learner != NULL; learner++)
    if (**learner == '\0')
      return FALSE;
  wish->must = TRUE;
  if (wish->kind == PZ_WISH_PIN)
    {
      if (g_strv_length (wish->learners) != 1 || parts[1] == NULL || parts[2] != NULL
          || !parse_number (parts[1], 1, PZ_GROUP_MAX_LEARNERS, &group) || group != floor (group))
        return FALSE;
      wish->group = (guint) group - 1;
      return TRUE;
    }
  return g_strv_length (wish->learners) > 1 && parse_importance (wish, parts[1])
         && (parts[1] == NULL || parts[2] == NULL);
}

static gboolean
parse_field (PzGroupWish *wish,
             char       **parts)
{
  double limit = 0;
  char **rest = parts + 1;

  if (*parts[0] == '\0')
    return FALSE;
  wish->field = g_strdup (parts[0]);
  if (wish->kind == PZ_WISH_AT_MOST)
    {
      if (*rest == NULL || !parse_number (*rest, 0, PZ_GROUP_MAX_LEARNERS, &limit) || limit != floor (limit))
        return FALSE;
      wish->limit = (guint) limit;
      rest++;
    }
  return parse_importance (wish, *rest) && (*rest == NULL || rest[1] == NULL);
}

static gboolean
parse_value (PzGroupWish *wish,
             char       **parts)
{
  if (parts[0] == NULL)
    return FALSE;
  switch (wish->kind)
    {
    case PZ_WISH_READINESS:
      return parse_readiness (wish, parts);
    case PZ_WISH_NEW_PARTNERS:
      return parse_new_partners (wish, parts);
    case PZ_WISH_TOGETHER:
    case PZ_WISH_APART:
    case PZ_WISH_PIN:
      return parse_people (wish, parts);
    default:
      return parse_field (wish, parts);
    }
}

/* Reads the parts into the wish, whose importance is set; FALSE when they are not understood. */
gboolean
pz_group_wish_parse (PzGroupWish *wish,
                     const char  *name,
                     char       **parts)
{
  while (wish->kind < PZ_N_WISH_KINDS && !g_str_equal (wish_names[wish->kind], name))
    wish->kind++;
  return wish->kind < PZ_N_WISH_KINDS && parse_value (wish, parts);
}

/**
 * pz_group_wish_get_name:
 * @wish: a wish
 *
 * Returns: its name in text and on the command line
 */
const char *
pz_group_wish_get_name (const PzGroupWish *wish)
{
  g_return_val_if_fail (wish != NULL && wish->kind < PZ_N_WISH_KINDS, NULL);

  return wish_names[wish->kind];
}

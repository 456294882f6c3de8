/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-hints.h"

#include "pz-date.h"
#include "pz-goal-progress.h"
#include "pz-goal-source.h"
#include "pz-goal.h"
#include "pz-measure-value.h"
#include "pz-measure.h"
#include "pz-search-fold.h"
#include "pz-trend.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The verb of a behaviour stands among its first words, or at its end. */
#define N_FIRST_WORDS 3

typedef struct
{
  PzGoalDraft *draft;
  PzRecord *goal;
  PzRecord *measure; /* NULL: none is chosen */
  PzMeasureRange range;
  GPtrArray *hints;
} Check;

static void
hint_free (PzGoalHint *hint)
{
  g_free (hint->text);
  g_free (hint);
}

/* takes text */
static void
add (Check          *check,
     PzGoalHintKind  kind,
     guint           field,
     char           *text)
{
  PzGoalHint *hint = g_new0 (PzGoalHint, 1);

  hint->kind = kind;
  hint->field = field;
  hint->text = text;
  g_ptr_array_add (check->hints, hint);
}

/* ---- what the learner does ---- */

static GStrv
dup_vague_words (void)
{
  /* Translators: verbs nobody can see or hear somebody do, in each form in which they stand behind "the learner" or
   * "the learner will"; blanks between them, a verb of several words with hyphens. They are compared without case and
   * accents. Choose those of your language, as many as it has */
  const char *words = C_("vague verbs",
                         "understand understands know knows learn learns appreciate appreciates realize realizes "
                         "realise realises grasp grasps improve improves enjoy enjoys believe believes try tries "
                         "feel feels think thinks master masters become becomes be-aware is-aware be-familiar "
                         "is-familiar get-better gets-better do-better does-better");

  return g_strsplit (words, " ", -1);
}

/* How many words of the text from there on are the verb; 0 when they are not. */
static guint
match_verb (char      **words,
            const char *verb)
{
  g_autofree char *folded = pz_search_fold (verb); /* hyphens become blanks */
  g_auto(GStrv) parts = g_strsplit (folded, " ", -1);
  guint n;

  for (n = 0; parts[n] != NULL; n++)
    if (g_strcmp0 (words[n], parts[n]) != 0) /* NULL at the end of the text differs, too */
      return 0;
  return n;
}

static char *
dup_vague_verb (const char *behaviour)
{
  g_autofree char *folded = pz_search_fold (behaviour);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);
  g_auto(GStrv) vague = dup_vague_words ();
  guint n_words = g_strv_length (words);

  for (guint i = 0; i < n_words; i++)
    for (guint j = 0; vague[j] != NULL; j++)
      {
        guint n = match_verb (words + i, vague[j]);

        if (n > 0 && (i < N_FIRST_WORDS || i + n == n_words))
          return g_strdelimit (g_strdup (vague[j]), "-", ' ');
      }
  return NULL;
}

static void
check_verb (Check *check)
{
  const char *behaviour = pz_record_get_text (check->goal, PZ_GOAL_BEHAVIOUR);
  g_autofree char *verb = behaviour != NULL ? dup_vague_verb (behaviour) : NULL;

  if (verb != NULL)
    add (check, PZ_GOAL_HINT_VAGUE_VERB, PZ_GOAL_BEHAVIOUR,
         /* Translators: %s is a verb such as "understands" */
         g_strdup_printf (_("“%s” cannot be seen. Say what the learner does: reads, writes, shows, explains."), verb));
}

/* ---- how much is enough ---- */

static gboolean
has (const char *text,
     gboolean    (*is_one) (gunichar c))
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (is_one (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static gboolean
is_unit (gunichar c)
{
  return g_unichar_isalpha (c) || c == '%' || c == 0x066a || c == 0x00b0 || c == '/'; /* Arabic percent, degree */
}

static void
check_criterion (Check *check)
{
  const char *criterion = pz_record_get_text (check->goal, PZ_GOAL_CRITERION);
  gboolean has_number = has (criterion, g_unichar_isdigit);

  if (!pz_record_is_empty (check->goal, PZ_GOAL_TARGET))
    return;
  if (!has_number)
    add (check, PZ_GOAL_HINT_NO_NUMBER, PZ_GOAL_CRITERION,
         g_strdup (_("Say how much is enough, as a number with its unit: 60 words a minute, 8 of 10 answers.")));
  else if (check->measure != NULL)
    add (check, PZ_GOAL_HINT_NO_TARGET, PZ_GOAL_TARGET,
         g_strdup (_("Write the number here, too: then the chart shows the way to it.")));
  else if (!has (criterion, is_unit))
    add (check, PZ_GOAL_HINT_NO_UNIT, PZ_GOAL_CRITERION,
         g_strdup (_("Say what is counted, behind the number: 60 words a minute.")));
}

static char *
dup_fault (Check          *check,
           PzMeasureFault  fault)
{
  const char *name = pz_record_get_text (check->measure, PZ_MEASURE_NAME);
  g_autofree char *least = NULL;
  g_autofree char *greatest = NULL;
  double minimum, maximum;

  if (name == NULL)
    name = "";
  if (fault == PZ_MEASURE_VALUE_NOT_WHOLE)
    /* Translators: %s is the name of a measure, such as Words read per minute */
    return g_strdup_printf (_("“%s” counts whole numbers."), name);
  pz_measure_range_get_bounds (&check->range, &minimum, &maximum);
  least = isfinite (minimum) ? pz_measure_dup_number (check->measure, minimum) : NULL;
  greatest = isfinite (maximum) ? pz_measure_dup_number (check->measure, maximum) : NULL;
  if (least != NULL && greatest != NULL)
    /* Translators: the name of a measure, its least and its greatest value */
    return g_strdup_printf (_("“%1$s” goes from %2$s to %3$s."), name, least, greatest);
  if (least != NULL)
    /* Translators: the name of a measure, and its least value */
    return g_strdup_printf (_("“%1$s” begins at %2$s."), name, least);
  /* Translators: the name of a measure, and its greatest value */
  return g_strdup_printf (_("“%1$s” ends at %2$s."), name, greatest != NULL ? greatest : "");
}

static void
check_value (Check          *check,
             guint           field,
             PzGoalHintKind  kind)
{
  double value = pz_record_get_number (check->goal, field);
  PzMeasureFault fault;

  if (check->measure == NULL || isnan (value))
    return;
  fault = pz_measure_value_check (&check->range, value, NAN);
  if (fault != PZ_MEASURE_VALUE_FINE)
    add (check, kind, field, dup_fault (check, fault));
}

/* Without a measure more is taken for better. */
static void
check_direction (Check *check)
{
  double baseline = pz_record_get_number (check->goal, PZ_GOAL_BASELINE);
  double target = pz_record_get_number (check->goal, PZ_GOAL_TARGET);
  gboolean decrease = check->range.direction == PZ_DIRECTION_DECREASE;

  if (check->measure == NULL || isnan (baseline) || isnan (target) || (decrease ? target < baseline : target > baseline))
    return;
  add (check, PZ_GOAL_HINT_TARGET_NOT_BETTER, PZ_GOAL_TARGET,
       g_strdup (decrease ? _("Less is better here: the target should be below the baseline.")
                          : _("More is better here: the target should be above the baseline.")));
}

static void
check_measured (Check *check)
{
  if (check->measure == NULL)
    add (check, PZ_GOAL_HINT_NO_MEASURE, PZ_GOAL_MEASURE,
         g_strdup (_("Choose what is counted, so that values can be noted and drawn.")));
  check_value (check, PZ_GOAL_BASELINE, PZ_GOAL_HINT_BASELINE_OUTSIDE);
  check_value (check, PZ_GOAL_TARGET, PZ_GOAL_HINT_TARGET_OUTSIDE);
  check_direction (check);
}

/* ---- by when ---- */

static void
check_probes (Check *check,
              guint  days)
{
  double every = pz_record_get_number (check->goal, PZ_GOAL_REVIEW_EVERY);
  guint step = isnan (every) || every < 1 ? PZ_GOAL_REVIEW_EVERY_UNSET : (guint) every;
  guint n = days / step;

  if (n >= PZ_GOAL_LEAST_PROBES)
    return;
  if (days < PZ_GOAL_LEAST_PROBES)
    {
      add (check, PZ_GOAL_HINT_TOO_FEW_PROBES, PZ_GOAL_TARGET_DATE,
           /* Translators: %u is how many */
           g_strdup_printf (ngettext ("That is too soon for the %u measurement a trend needs.",
                                      "That is too soon for the %u measurements a trend needs.", PZ_GOAL_LEAST_PROBES),
                            PZ_GOAL_LEAST_PROBES));
      return;
    }
  add (check, PZ_GOAL_HINT_TOO_FEW_PROBES, PZ_GOAL_REVIEW_EVERY,
       /* Translators: %1$u is how many measurements there will be, %2$u how many are needed, %3$u a number of days */
       g_strdup_printf (ngettext ("That makes %1$u measurement until the target date; a trend needs %2$u. Every %3$u days would do.",
                                  "That makes %1$u measurements until the target date; a trend needs %2$u. Every %3$u days would do.",
                                  n),
                        n, PZ_GOAL_LEAST_PROBES, days / PZ_GOAL_LEAST_PROBES));
}

static void
check_dates (Check *check)
{
  GDate start, end;
  int days;

  if (!pz_date_parse (pz_record_get_text (check->goal, PZ_GOAL_TARGET_DATE), &end))
    {
      add (check, PZ_GOAL_HINT_NO_DATE, PZ_GOAL_TARGET_DATE, g_strdup (_("Say by when.")));
      return;
    }
  if (!pz_date_parse (pz_record_get_text (check->goal, PZ_GOAL_START), &start))
    return;
  days = g_date_days_between (&start, &end);
  if (days <= 0)
    add (check, PZ_GOAL_HINT_DATE_TOO_EARLY, PZ_GOAL_TARGET_DATE, g_strdup (_("The target date should be after the start.")));
  else
    check_probes (check, (guint) days);
}

/* ---- why, and the levels ---- */

static void
check_links (Check *check)
{
  if (pz_record_is_empty (check->goal, PZ_GOAL_NEEDS) && pz_record_is_empty (check->goal, PZ_GOAL_STRENGTHS)
      && pz_record_is_empty (check->goal, PZ_GOAL_INTERESTS) && pz_record_is_empty (check->goal, PZ_GOAL_STANDARD))
    add (check, PZ_GOAL_HINT_NO_LINK, PZ_GOAL_NEEDS,
         g_strdup (_("Tie it to a need, a strength or an interest: why this goal, for this learner?")));
}

static void
check_levels (Check *check)
{
  guint n_missing = 0;

  if (check->measure == NULL || check->range.kind != PZ_MEASURE_IS_GOAL_ATTAINMENT)
    return;
  for (int level = PZ_GAS_LEAST; level < PZ_GAS_LEAST + PZ_N_GAS_LEVELS; level++)
    n_missing += pz_record_is_empty (pz_goal_draft_get_level (check->draft, level), PZ_GAS_LEVEL_TEXT);
  if (n_missing > 0)
    add (check, PZ_GOAL_HINT_LEVELS_MISSING, PZ_GOAL_HINT_AT_LEVELS,
         /* Translators: %u is how many of the five levels have no words yet */
         g_strdup_printf (ngettext ("Put all five levels into words before the first rating; %u is missing.",
                                    "Put all five levels into words before the first rating; %u are missing.", n_missing),
                          n_missing));
}

/**
 * pz_goal_draft_check:
 * @draft: a goal as it is being written
 * @classroom: the document of the class, with its measures
 *
 * What makes a goal that one can see reached: an observable verb, a number with its unit, a baseline and a target the
 * measure allows, enough measurements until a day, a reason. Hints, never a reason to refuse the goal; none while nothing
 * was written yet.
 *
 * Returns: (transfer full) (element-type PzGoalHint): in the order of the form; at most one of a kind
 */
GPtrArray *
pz_goal_draft_check (PzGoalDraft *draft,
                     PzDocument  *classroom)
{
  Check check = { .draft = draft };

  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (draft) && PZ_IS_DOCUMENT (classroom), NULL);

  check.hints = g_ptr_array_new_with_free_func ((GDestroyNotify) hint_free);
  if (pz_goal_draft_is_empty (draft))
    return check.hints;
  check.goal = pz_goal_draft_get_goal (draft);
  check.measure = pz_goal_find_measure (check.goal, classroom);
  pz_measure_range_init (&check.range, PZ_MEASURE_IS_SCORE);
  if (check.measure != NULL)
    pz_measure_range_read (&check.range, check.measure);
  check_verb (&check);
  check_criterion (&check);
  check_measured (&check);
  check_dates (&check);
  check_links (&check);
  check_levels (&check);
  return check.hints;
}

/**
 * pz_goal_measure_baseline:
 * @learner: the document of a learner
 * @classroom: the document of the class
 * @goal: a goal of the learner, or of the class
 * @baseline: (out): where the learner began, by what was measured first, in the unit of the measure
 *
 * Returns: %FALSE when nothing was measured yet; @baseline is then unchanged
 */
gboolean
pz_goal_measure_baseline (PzDocument *learner,
                          PzDocument *classroom,
                          PzRecord   *goal,
                          double     *baseline)
{
  g_autoptr(PzGoalRules) rules = NULL;
  g_autoptr(PzGoalProgress) progress = NULL;
  gboolean provisional;
  PzDocument *home;
  GDate any_day;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner) && PZ_IS_DOCUMENT (classroom) && PZ_IS_RECORD (goal), FALSE);
  g_return_val_if_fail (baseline != NULL, FALSE);

  home = pz_document_find (classroom, pz_record_get_id (goal)) == goal ? classroom : learner;
  g_date_clear (&any_day, 1);
  g_date_set_dmy (&any_day, 1, G_DATE_JANUARY, 2000); /* the first points are the same on every day */
  rules = pz_goal_rules_new (classroom, &any_day);
  progress = pz_goal_progress_new (pz_goal_source_new_of_records (learner, home, goal), rules);
  return pz_trend_get_baseline (progress->y, progress->n, baseline, &provisional).reason == PZ_REFUSAL_NONE;
}

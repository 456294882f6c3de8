/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-decision.h"

#include <glib/gi18n-lib.h>

/* name: stays the same in every language and version */
typedef struct
{
  const char *name;
  const char *label;
} Wording;

static const Wording statuses[PZ_N_STATUSES] = {
  [PZ_STATUS_MET] = { "met", NC_("status of a goal", "met") },
  [PZ_STATUS_NEEDS_DATA] = { "needs-data", NC_("status of a goal", "needs data") },
  [PZ_STATUS_TOO_EARLY] = { "too-early", NC_("status of a goal", "too early to say") },
  [PZ_STATUS_ON_THE_WAY] = { "on-the-way", NC_("status of a goal", "on the way") },
  [PZ_STATUS_NOT_ON_THE_WAY] = { "not-on-the-way", NC_("status of a goal", "not on the way") },
  [PZ_STATUS_CANNOT_TELL] = { "cannot-tell", NC_("status of a goal", "cannot tell") },
};

static const Wording stages[PZ_N_STAGES] = {
  [PZ_STAGE_DOTS] = { "dots", NC_("stage of a series", "too few points for a line") },
  [PZ_STAGE_EARLY] = { "early", NC_("stage of a series", "too early") },
  [PZ_STAGE_FOUR_POINT] = { "four-point",
                            NC_("stage of a series", "enough for the rule of the last four points") },
  [PZ_STAGE_TREND] = { "trend", NC_("stage of a series", "enough for a verdict") },
  [PZ_STAGE_FIRM] = { "firm", NC_("stage of a series", "enough for a firm finding") },
};

static const Wording proposals[PZ_N_PROPOSALS] = {
  [PZ_PROPOSAL_NONE] = { "none", NC_("proposal", "nothing to propose yet") },
  [PZ_PROPOSAL_GO_ON] = { "go-on", NC_("proposal", "go on") },
  [PZ_PROPOSAL_RAISE_GOAL] = { "raise-goal", NC_("proposal", "the goal could be raised") },
  [PZ_PROPOSAL_CHANGE_SUPPORT] = { "change-support", NC_("proposal", "try a change of support") },
};

/**
 * pz_status_get_name:
 * @status: one of them
 *
 * Returns: a word for programs, the same in every language and version
 */
const char *
pz_status_get_name (PzStatus status)
{
  g_return_val_if_fail (status < PZ_N_STATUSES, NULL);

  return statuses[status].name;
}

/**
 * pz_status_get_label:
 * @status: one of them
 *
 * Returns: the status word for people, translated
 */
const char *
pz_status_get_label (PzStatus status)
{
  g_return_val_if_fail (status < PZ_N_STATUSES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "status of a goal", statuses[status].label);
}

/**
 * pz_stage_get_name:
 * @stage: one of them
 *
 * Returns: a word for programs, the same in every language and version
 */
const char *
pz_stage_get_name (PzStage stage)
{
  g_return_val_if_fail (stage < PZ_N_STAGES, NULL);

  return stages[stage].name;
}

/**
 * pz_stage_get_label:
 * @stage: one of them
 *
 * Returns: what the points allow, for people, translated
 */
const char *
pz_stage_get_label (PzStage stage)
{
  g_return_val_if_fail (stage < PZ_N_STAGES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "stage of a series", stages[stage].label);
}

/**
 * pz_proposal_get_name:
 * @proposal: one of them
 *
 * Returns: a word for programs, the same in every language and version
 */
const char *
pz_proposal_get_name (PzProposal proposal)
{
  g_return_val_if_fail (proposal < PZ_N_PROPOSALS, NULL);

  return proposals[proposal].name;
}

/**
 * pz_proposal_get_label:
 * @proposal: one of them
 *
 * Returns: what is proposed, for people, translated
 */
const char *
pz_proposal_get_label (PzProposal proposal)
{
  g_return_val_if_fail (proposal < PZ_N_PROPOSALS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "proposal", proposals[proposal].label);
}

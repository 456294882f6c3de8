/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-cli.h"
#include "pz-group-formation.h"
#include "pz-json-writer.h"

G_BEGIN_DECLS

/**
 * PzGroupReport:
 * @class_id: of the class
 * @load: who takes part and who has met
 * @settings: what was asked for
 * @problem: made of it
 * @result: the groups that were found
 * @proof: what is known of them
 * @scales: (array): what each criterion can be worth
 * @seed: they can be found again with
 * @work: swaps that could be looked at
 *
 * All there is to say about groups.
 */
typedef struct
{
  const char *class_id;
  const PzGroupLoad *load;
  const PzGroupSettings *settings;
  const PzGroupProblem *problem;
  const PzGroupResult *result;
  const PzGroupProof *proof;
  const PzGroupScale *scales;
  guint64 seed;
  guint64 work;
} PzGroupReport;

void pz_group_report_print    (const PzGroupReport   *self);
void pz_group_report_json     (const PzGroupReport   *self);
void pz_group_report_rounds   (const PzGroupReport   *self,
                               const PzGroupRotation *rotation,
                               gboolean               json);
void pz_group_report_findings (PzCli                 *cli,
                               const PzGroupClass    *learners,
                               GPtrArray             *findings);

/* parts of both reports */
void pz_group_report_print_groups (const PzGroupReport *self,
                                   const guint         *groups);
void pz_group_report_print_away   (const PzGroupReport *self);
void pz_group_report_write_groups (const PzGroupReport *self,
                                   PzJsonWriter        *writer,
                                   const guint         *groups);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-one-roster.h"
#include "pz-roster-table.h"

G_BEGIN_DECLS

/* What is known while the files of one roster are read, one after the other. */
typedef struct
{
  const PzRosterSource *source;
  const PzOneRosterOptions *options;
  PzRoster *roster;
  PzDayOrder day_order;
  PzRosterMode modes[PZ_ROSTER_N_KINDS];
} PzOneRosterLoad;

void     pz_one_roster_read_manifest     (PzOneRosterLoad *load);
void     pz_one_roster_read_orgs         (PzOneRosterLoad *load);
void     pz_one_roster_read_sessions     (PzOneRosterLoad *load);
void     pz_one_roster_read_courses      (PzOneRosterLoad *load);
void     pz_one_roster_read_classes      (PzOneRosterLoad *load);
void     pz_one_roster_read_users        (PzOneRosterLoad *load);
void     pz_one_roster_read_roles        (PzOneRosterLoad *load);
void     pz_one_roster_link_families     (PzOneRosterLoad *load);
void     pz_one_roster_read_demographics (PzOneRosterLoad *load);
void     pz_one_roster_read_enrollments  (PzOneRosterLoad *load);

PzRosterTable *pz_one_roster_open        (PzOneRosterLoad *load,
                                          PzRosterKind     kind,
                                          const char      *columns);
gboolean pz_one_roster_take_id           (PzRosterTable   *table,
                                          const char      *column,
                                          GHashTable      *known,
                                          char           **id);
gboolean pz_one_roster_is_active         (PzRosterTable   *table);
char    *pz_one_roster_dup_date          (PzOneRosterLoad *load,
                                          PzRosterTable   *table,
                                          const char      *column);
gboolean pz_one_roster_is_true           (const char      *text);

G_END_DECLS

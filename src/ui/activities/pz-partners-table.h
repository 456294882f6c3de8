/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-partners-facts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The same numbers as the picture of pairs in rows: each learner with all partners, most often first; opened, a row
 * for each of the others with the rules for the two. */
#define PZ_TYPE_PARTNERS_TABLE (pz_partners_table_get_type ())
G_DECLARE_FINAL_TYPE (PzPartnersTable, pz_partners_table, PZ, PARTNERS_TABLE, AdwBin)

GtkWidget *pz_partners_table_new (PzPartnersFacts *facts);

G_END_DECLS

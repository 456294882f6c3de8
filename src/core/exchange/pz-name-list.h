/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-error.h"
#include "pz-roster-message.h"
#include "pz-roster-person.h"

#include <glib.h>

G_BEGIN_DECLS

/* Most names of one list, and its longest text in bytes. */
#define PZ_NAME_LIST_MAX_NAMES 10000
#define PZ_NAME_LIST_MAX_SIZE (4 * 1024 * 1024)

GPtrArray *pz_name_list_parse (const char        *text,
                               gssize             length,
                               PzRosterMessages  *messages,
                               GError           **error);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-cli.h"
#include "pz-json-writer.h"

G_BEGIN_DECLS

gboolean pz_import_framework (PzCli         *cli,
                              PzJsonWriter  *writer,
                              const char    *path,
                              gboolean       dry_run,
                              gboolean      *left_out,
                              GError       **error);

G_END_DECLS

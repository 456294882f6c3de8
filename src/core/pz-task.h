/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void pz_task_run_apart (GTask           *task,
                        GTaskThreadFunc  func,
                        GDestroyNotify   free_result);

G_END_DECLS

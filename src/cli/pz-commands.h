/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-cli.h"

G_BEGIN_DECLS

/* Every command, in the order of the help. A new one is one line here and one file pz-cmd-<verb>.c, which defines
 * pz_command_<verb>. */
#define PZ_COMMANDS(C) \
  C (sample)           \
  C (classes)          \
  C (learners)         \
  C (show)             \
  C (import)           \
  C (export)           \
  C (frameworks)       \
  C (check_in)         \
  C (record)           \
  C (progress)         \
  C (group)            \
  C (analyse)          \
  C (sync)             \
  C (check)

#define PZ_DECLARE_COMMAND(verb) extern const PzCommand pz_command_##verb;
PZ_COMMANDS (PZ_DECLARE_COMMAND)
#undef PZ_DECLARE_COMMAND

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-environment.h"
#include "pz-exit.h"
#include "pz-library.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What every command is given. */
typedef struct
{
  PzEnvironment *environment;
  GCancellable *cancellable; /* cancelled by Ctrl+C and by kill */
  char *class_name;          /* as typed, or NULL */
  gboolean json;
} PzCli;

/**
 * PzCommand:
 * @name: what is typed
 * @arguments: (nullable): untranslated, how arguments are shown in the help
 * @summary: untranslated, one line
 * @entries: (nullable): options of its own; texts are read as %G_OPTION_ARG_FILENAME, which are bytes as typed
 * @n_arguments: how many arguments it needs
 * @more_arguments: whether it takes more than that
 * @run: does it; returns the status, with @error set the status of the error is used instead
 *
 * One verb of personalizectl.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  const GOptionEntry *entries;
  guint n_arguments;
  gboolean more_arguments;
  PzExit (*run) (PzCli              *cli,
                 const char *const  *arguments,
                 GError            **error);
} PzCommand;

int          pz_cli_main         (int           argc,
                                  char        **argv);
char        *pz_cli_dup_text     (const char   *typed);
PzClassInfo *pz_cli_find_class   (PzCli        *self,
                                  GError      **error);
PzClassroom *pz_cli_open_class   (PzCli        *self,
                                  GError      **error);
char        *pz_cli_find_learner (PzClassroom  *classroom,
                                  const char   *typed,
                                  GError      **error);
PzDocument  *pz_cli_load_learner (PzClassroom  *classroom,
                                  const char   *typed,
                                  GError      **error);
gboolean     pz_cli_refuse       (const char   *option,
                                  const char   *typed,
                                  GError      **error);

G_END_DECLS

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-cli.h"

#include "pz-commands.h"
#include "pz-interrupt.h"
#include "pz-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Options of every command, also accepted in front of it. */
static struct
{
  char *data_dir;
  char *class_name;
  gboolean json;
  gboolean version;
  gboolean help;
} options;

static const GOptionEntry common_entries[] = {
  { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &options.data_dir, N_("Folder of the classes"), N_("DIR") },
  { "class", 0, 0, G_OPTION_ARG_FILENAME, &options.class_name, N_("The class to work on, when there are several"),
    N_("NAME-OR-ID") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_("Print one JSON value for programs"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, &options.version, N_("Show the version and end"), NULL },
  { "help", 'h', 0, G_OPTION_ARG_NONE, &options.help, N_("Show help; after a command, the help of that command"), NULL },
  { NULL }
};

#define PZ_LIST_COMMAND(verb) &pz_command_##verb,
static const PzCommand *const commands[] = { PZ_COMMANDS (PZ_LIST_COMMAND) };
#undef PZ_LIST_COMMAND

static const PzCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

static char *
describe_commands (void)
{
  GString *text = g_string_new (_("Commands:"));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-12s%s", commands[i]->name, _(commands[i]->summary));
  return g_string_free (text, FALSE);
}

static GOptionContext *
build_common_context (void)
{
  GOptionContext *context = g_option_context_new (_("COMMAND [ARGUMENT…]"));
  g_autofree char *description = describe_commands ();

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_summary (context, _("Look after classes of Personalize without a display."));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, common_entries, GETTEXT_PACKAGE);
  return context;
}

static GOptionContext *
build_context (const PzCommand *command)
{
  g_autofree char *parameters = command->arguments != NULL ? g_strconcat (command->name, " ", _(command->arguments), NULL)
                                                           : g_strdup (command->name);
  GOptionContext *context = g_option_context_new (parameters);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _(command->summary));
  if (command->entries != NULL)
    g_option_context_add_main_entries (context, command->entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common_entries, GETTEXT_PACKAGE);
  return context;
}

static void
print_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, FALSE, NULL);

  pz_output_line ("%s", g_strchomp (help));
}

static PzExit
report (const GError *error)
{
  g_auto(GStrv) lines = g_strsplit (error->message, "\n", -1);
  g_autofree char *text = NULL;

  /* what was typed, and names out of files, must not steer the terminal */
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *valid = g_utf8_make_valid (lines[i], -1);

      g_free (lines[i]);
      lines[i] = pz_output_clean (valid);
    }
  text = g_strjoinv ("\n", lines);
  pz_output_message ("personalizectl: %s", text);
  return pz_exit_from_error (error);
}

static gboolean
check_arguments (const PzCommand    *command,
                 const char *const  *arguments,
                 GError            **error)
{
  guint n_arguments = g_strv_length ((char **) arguments);

  if (n_arguments < command->n_arguments)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                 /* Translators: %1$s is a command such as show, %2$s what it needs, such as LEARNER */
                 _("“%1$s” needs more to work on: %2$s. “personalizectl %1$s --help” says more."), command->name,
                 _(command->arguments));
  else if (n_arguments > command->n_arguments && !command->more_arguments)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                 /* Translators: %1$s is a command such as show, %2$s what was typed after it */
                 _("“%1$s” does not know what to do with “%2$s”. Names with blanks need quotes around them."),
                 command->name,
                 arguments[command->n_arguments]);
  else
    return TRUE;
  return FALSE;
}

static PzExit
run_command (const PzCommand    *command,
             const char *const  *arguments,
             GError            **error)
{
  PzCli cli = { .json = options.json };
  g_autoptr(PzEnvironment) environment = NULL;
  g_autoptr(PzInterrupt) interrupt = NULL;
  g_autofree char *class_name = pz_cli_dup_text (options.class_name);
  g_autofree char *data_dir = g_strdup (options.data_dir);

  if (!check_arguments (command, arguments, error))
    return PZ_EXIT_USAGE;
  if (data_dir != NULL && *data_dir == '\0')
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("The folder after --data-dir is empty"));
      return PZ_EXIT_USAGE;
    }
  cli.environment = environment = pz_environment_new_system (data_dir);
  interrupt = pz_interrupt_new ();
  cli.cancellable = pz_interrupt_get_cancellable (interrupt);
  cli.class_name = class_name;
  return command->run (&cli, arguments, error);
}

/* what stood in front of the command holds unless it is said again behind it */
static gboolean
parse_again (GOptionContext   *context,
             int              *argc,
             char           ***argv,
             GError          **error)
{
  g_autofree char *data_dir = g_steal_pointer (&options.data_dir);
  g_autofree char *class_name = g_steal_pointer (&options.class_name);
  gboolean parsed = g_option_context_parse (context, argc, argv, error);

  if (options.data_dir == NULL)
    options.data_dir = g_steal_pointer (&data_dir);
  if (options.class_name == NULL)
    options.class_name = g_steal_pointer (&class_name);
  return parsed;
}

static PzExit
parse_and_run (const PzCommand *command,
               int              argc,
               char           **argv)
{
  g_autoptr(GOptionContext) context = build_context (command);
  g_autoptr(GError) error = NULL;
  PzExit status = PZ_EXIT_DONE;

  if (!parse_again (context, &argc, &argv, &error))
    return report (error);
  if (options.help)
    print_help (context);
  else if (options.version)
    pz_output_line ("personalizectl %s", PZ_VERSION);
  else
    {
      /* a name may begin with a dash after "--", which the parser leaves in its place */
      if (argc > 1 && g_str_equal (argv[1], "--"))
        argv++;
      status = run_command (command, (const char *const *) argv + 1, &error);
    }
  if (error == NULL)
    pz_output_finish (&error);
  return error != NULL ? report (error) : status;
}

/* no command was given */
static PzExit
answer_without_command (GOptionContext *context)
{
  g_autoptr(GError) error = NULL;

  if (options.help)
    print_help (context);
  else if (options.version)
    pz_output_line ("personalizectl %s", PZ_VERSION);
  else
    {
      g_autofree char *text = describe_commands ();

      pz_output_message ("personalizectl: %s\n\n%s", _("A command is missing."), text);
      return PZ_EXIT_USAGE;
    }
  return pz_output_finish (&error) ? PZ_EXIT_DONE : report (error);
}

/**
 * pz_cli_main:
 * @argc: of main()
 * @argv: of main(); may be reordered
 *
 * Reads the command line, runs one command and reports what went wrong.
 *
 * Returns: the status of the process
 */
int
pz_cli_main (int    argc,
             char **argv)
{
  g_autoptr(GOptionContext) context = build_common_context ();
  g_autoptr(GError) error = NULL;
  const PzCommand *command;

  if (!g_option_context_parse (context, &argc, &argv, &error))
    return report (error);
  if (argc < 2)
    return answer_without_command (context);
  command = find_command (argv[1]);
  if (command == NULL)
    {
      g_set_error (&error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   /* Translators: %s is what was typed as a command */
                   _("There is no command “%s”. “personalizectl --help” lists the commands."), argv[1]);
      return report (error);
    }
  /* the command takes the place of the name of the program */
  return parse_and_run (command, argc - 1, argv + 1);
}

/**
 * pz_cli_dup_text:
 * @typed: (nullable): bytes of the command line
 *
 * Returns: (transfer full) (nullable): the text: UTF-8 as it stands, anything else by the locale, and what is neither
 *   with U+FFFD in place of the bytes nobody understands
 */
char *
pz_cli_dup_text (const char *typed)
{
  char *text;

  if (typed == NULL)
    return NULL;
  if (g_utf8_validate (typed, -1, NULL))
    return g_strdup (typed);
  text = g_locale_to_utf8 (typed, -1, NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (typed, -1);
}

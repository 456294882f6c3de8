/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-ask.h"

#include "pz-cli.h"
#include "pz-error.h"
#include "pz-sync-key.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* No password or passphrase is longer, in bytes. */
#define MOST 4096

/* Waits until there is something to read. Returns FALSE when it was stopped. */
static gboolean
wait_for (int            descriptor,
          GCancellable  *cancellable,
          GError       **error)
{
  GPollFD wanted[2] = { { descriptor, G_IO_IN | G_IO_HUP | G_IO_ERR, 0 } };
  gboolean can_stop = g_cancellable_make_pollfd (cancellable, &wanted[1]);

  while (g_poll (wanted, can_stop ? 2 : 1, -1) < 0 && errno == EINTR)
    ;
  if (can_stop)
    g_cancellable_release_fd (cancellable);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* One line without its end, byte by byte, so that what follows is left for the next question. (transfer full) (nullable) */
static char *
read_line (int            descriptor,
           GCancellable  *cancellable,
           GError       **error)
{
  char *line = g_malloc0 (MOST + 1);
  gsize length = 0;

  for (;;)
    {
      gssize n;

      if (!wait_for (descriptor, cancellable, error))
        break;
      n = read (descriptor, line + length, 1);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          pz_error_set_errno (error, errno, _("The password or passphrase cannot be read"));
          break;
        }
      if (n == 0 || line[length] == '\n' || length == MOST)
        {
          line[length] = '\0';
          if (length > 0 && line[length - 1] == '\r')
            line[length - 1] = '\0';
          return line;
        }
      length++;
    }
  pz_secret_text_free (line);
  return NULL;
}

static char *
read_file (const char    *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autofree char *shown = pz_cli_dup_text (file);
  int descriptor = open (file, O_RDONLY | O_CLOEXEC);
  char *line;

  if (descriptor < 0)
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND,
                   /* Translators: %1$s is a file, %2$s why, in the words of the system */
                   _("“%1$s” cannot be read: %2$s"), shown, g_strerror (errno));
      return NULL;
    }
  line = read_line (descriptor, cancellable, error);
  close (descriptor);
  return line;
}

/* Asks at the terminal, which does not show what is typed. (nullable): NULL without an error when there is none. */
static char *
ask_person (const char    *question,
            GCancellable  *cancellable,
            GError       **error)
{
  int terminal = isatty (STDIN_FILENO) ? open ("/dev/tty", O_RDWR | O_CLOEXEC) : -1;
  struct termios before, silent;
  g_autofree char *prompt = NULL;
  char *line = NULL;

  if (terminal < 0)
    return NULL;
  prompt = g_locale_from_utf8 (question, -1, NULL, NULL, NULL);
  if (tcgetattr (terminal, &before) == 0)
    {
      silent = before;
      silent.c_lflag &= ~(tcflag_t) ECHO;
      if (prompt != NULL && write (terminal, prompt, strlen (prompt)) >= 0 && write (terminal, " ", 1) >= 0
          && tcsetattr (terminal, TCSAFLUSH, &silent) == 0)
        {
          line = read_line (terminal, cancellable, error);
          tcsetattr (terminal, TCSAFLUSH, &before);
          if (write (terminal, "\n", 1) < 0)
            g_debug ("the terminal is gone");
        }
    }
  close (terminal);
  return line;
}

/**
 * pz_sync_ask:
 * @file: (nullable): has it in its first line; "-" is the next line of the standard input; %NULL: a person is asked
 * @question: what stands at the terminal then
 * @cancellable: stops waiting
 * @error: why the file cannot be read, or %G_IO_ERROR_CANCELLED
 *
 * Never from the command line, which every program on the computer can read.
 *
 * Returns: (transfer full) (nullable): a password or a passphrase, to be freed by pz_secret_text_free(); %NULL without an
 *   error when there is neither a file nor a terminal, or nothing was given
 */
char *
pz_sync_ask (const char    *file,
             const char    *question,
             GCancellable  *cancellable,
             GError       **error)
{
  char *line;

  if (file == NULL)
    line = ask_person (question, cancellable, error);
  else if (g_str_equal (file, "-"))
    line = read_line (STDIN_FILENO, cancellable, error);
  else
    line = read_file (file, cancellable, error);
  if (line == NULL || *line != '\0')
    return line;
  pz_secret_text_free (line);
  return NULL;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-ask.h"

#include "pz-output.h"
#include "pz-sync-key.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Longest secret, in bytes; what is longer was not meant. */
#define MAX_SIZE 4096

/* One line without its end. NULL: nothing came, or something that is no text. */
static char *
read_line (int descriptor)
{
  char *line = g_malloc0 (MAX_SIZE + 1);
  gsize length = 0;
  gssize n;

  while (length < MAX_SIZE && (n = read (descriptor, line + length, 1)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 || line[length] == '\n')
        break;
      length++;
    }
  line[length] = '\0';
  if (length > 0 && line[length - 1] == '\r')
    line[--length] = '\0';
  if (length > 0 && length < MAX_SIZE && strlen (line) == length && g_utf8_validate (line, -1, NULL))
    return line;
  pz_secret_text_free (line);
  return NULL;
}

/* (nullable): what a person types, which is not shown */
static char *
read_terminal (const char *prompt)
{
  int terminal = open ("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
  struct termios as_it_was, silent;
  char *line = NULL;

  if (terminal < 0)
    return NULL;
  if (tcgetattr (terminal, &as_it_was) == 0)
    {
      silent = as_it_was;
      silent.c_lflag &= (tcflag_t) ~(tcflag_t) ECHO;
      pz_output_message ("%s", prompt);
      tcsetattr (terminal, TCSAFLUSH, &silent);
      line = read_line (terminal);
      tcsetattr (terminal, TCSAFLUSH, &as_it_was);
    }
  close (terminal);
  return line;
}

static char *
read_file (const char  *file,
           GError     **error)
{
  int descriptor = g_str_equal (file, "-") ? STDIN_FILENO : open (file, O_RDONLY | O_CLOEXEC);
  char *line;

  if (descriptor < 0)
    {
      int why = errno;

      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (why),
                   /* Translators: %1$s is the name of a file, %2$s why it cannot be read */
                   _("“%1$s” cannot be read: %2$s"), file, g_strerror (why));
      return NULL;
    }
  line = read_line (descriptor);
  if (descriptor != STDIN_FILENO)
    close (descriptor);
  if (line == NULL)
    /* Translators: %s is the name of a file; in it a password or a passphrase was expected */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("“%s” does not begin with a line of text"), file);
  return line;
}

/**
 * pz_ask_secret:
 * @prompt: what a person is asked for
 * @file: (nullable): whose first line it is; "-" for the standard input; %NULL to ask at the terminal
 * @error: why the file cannot be read; nothing when there is nobody to ask
 *
 * Returns: (transfer full) (nullable): the secret, to be freed by pz_secret_text_free(); %NULL without an error when there
 *   is no terminal, or nothing was typed
 */
char *
pz_ask_secret (const char  *prompt,
               const char  *file,
               GError     **error)
{
  g_return_val_if_fail (prompt != NULL, NULL);

  return file != NULL ? read_file (file, error) : read_terminal (prompt);
}

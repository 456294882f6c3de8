/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve.h"

#include "shim.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST_WORDS 1024

/* Instead of that of the C library: a program that waits for another one to go on would wait for nobody here. */
int
nanosleep (const struct timespec *duration,
           struct timespec       *rest)
{
  (void) duration;
  (void) rest;
  return 0;
}

static void
run_line (Command  command,
          char    *line)
{
  __typeof__ (&shim_begin) begin = (__typeof__ (&shim_begin)) dlsym (RTLD_DEFAULT, "shim_begin");
  char *words[MOST_WORDS] = { (char *) "workload" };
  int n_words = 1;

  for (char *rest = line, *word; (word = strsep (&rest, "\t")) != NULL;)
    if (n_words == 1 && strchr (word, '=') != NULL)
      putenv (word);
    else if (n_words < MOST_WORDS - 1)
      words[n_words++] = word;
    else
      abort ();
  if (begin != NULL)
    begin ();
  exit (command (n_words, words));
}

int
serve (Command command)
{
  char *line = NULL;
  size_t size = 0;

  for (ssize_t length; (length = getline (&line, &size, stdin)) > 0;)
    {
      int status;
      pid_t child;

      line[length - 1] = '\0';
      fflush (stdout);
      child = fork ();
      if (child < 0)
        return 1;
      if (child == 0)
        run_line (command, line);
      if (waitpid (child, &status, 0) != child)
        return 1;
      printf ("END %d\n", WIFSIGNALED (status) ? -WTERMSIG (status) : WEXITSTATUS (status));
      fflush (stdout);
    }
  free (line);
  return 0;
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* startbench-probe SETTLE_MS CMD...
 *
 * Starts CMD on the current X display (without a window manager) and prints
 *   map=MS paint=MS settled=MS rss=KB pss=KB cpu=MS
 * map: the window is mapped; paint: first large drawing after that; settled: the last large one before SETTLE_MS
 * have passed since. Memory and CPU time are read SETTLE_MS after the first drawing. CMD is then stopped by its pid. */
#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define DEADLINE_MS 20000.0
#define MIN_WIDTH   100     /* smaller drawings are cursors and shadows */
#define MIN_HEIGHT  100

typedef struct
{
  double start, map, paint, last;   /* ms; start is absolute, the rest count from it */
  Window window;
} Times;

static double
now_ms (void)
{
  struct timespec t;

  clock_gettime (CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  return 0;
}

static pid_t
start_command (char **command)
{
  pid_t pid = fork ();

  if (pid == 0)
    {
      int null = open ("/dev/null", O_WRONLY);

      dup2 (null, 1);
      dup2 (null, 2);
      execvp (command[0], command);
      _exit (127);
    }
  return pid;
}

static void
handle_event (Display *display,
              XEvent  *event,
              int      damage_base,
              Times   *t)
{
  if (event->type == MapNotify && t->window == 0)
    {
      XWindowAttributes a;

      if (XGetWindowAttributes (display, event->xmap.window, &a) && a.width > 150 && a.height > MIN_HEIGHT)
        {
          t->window = event->xmap.window;
          t->map = now_ms () - t->start;
          XDamageCreate (display, t->window, XDamageReportRawRectangles);
        }
    }
  else if (event->type == damage_base + XDamageNotify)
    {
      XDamageNotifyEvent *damage = (XDamageNotifyEvent *) event;
      double elapsed = now_ms () - t->start;

      /* The server's own clearing of the window arrives right after the map. */
      if (elapsed <= t->map + 4 || damage->area.width <= MIN_WIDTH || damage->area.height <= MIN_HEIGHT)
        return;
      if (t->paint == 0)
        t->paint = elapsed;
      t->last = elapsed;
    }
}

/* Sum of "KEY: number" lines of a /proc file; 0 when the key is absent. */
static long
read_proc_number (pid_t       pid,
                  const char *file,
                  const char *key)
{
  char path[64], line[256];
  long value = 0;
  FILE *f;

  snprintf (path, sizeof path, "/proc/%d/%s", pid, file);
  f = fopen (path, "r");
  while (f != NULL && fgets (line, sizeof line, f) != NULL)
    if (strncmp (line, key, strlen (key)) == 0)
      value += atol (line + strlen (key));
  if (f != NULL)
    fclose (f);
  return value;
}

static double
read_cpu_ms (pid_t pid)
{
  char path[64], line[2048];
  unsigned long user = 0, system = 0;
  FILE *f;

  snprintf (path, sizeof path, "/proc/%d/stat", pid);
  f = fopen (path, "r");
  if (f != NULL && fgets (line, sizeof line, f) != NULL)
    sscanf (strrchr (line, ')') + 2,
            "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system);
  if (f != NULL)
    fclose (f);
  return (user + system) * 1000.0 / sysconf (_SC_CLK_TCK);
}

static void
stop_command (pid_t pid)
{
  kill (pid, SIGTERM);
  for (int i = 0; i < 50; i++)
    {
      if (waitpid (pid, NULL, WNOHANG) == pid)
        return;
      usleep (20000);
    }
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
}

/* Handles events until the command has painted and been quiet for settle ms, or the deadline; FALSE: it ended. */
static Bool
watch (Display *display,
       pid_t    pid,
       int      damage_base,
       double   settle,
       Times   *t)
{
  while (now_ms () - t->start < DEADLINE_MS)
    {
      struct pollfd fd = { ConnectionNumber (display), POLLIN, 0 };

      if (t->paint > 0 && now_ms () - t->start - t->paint > settle)
        break;
      if (!XPending (display))
        poll (&fd, 1, 20);
      while (XPending (display))
        {
          XEvent event;

          XNextEvent (display, &event);
          handle_event (display, &event, damage_base, t);
        }
      if (waitpid (pid, NULL, WNOHANG) == pid)
        {
          fputs ("startbench-probe: the command ended by itself\n", stderr);
          return False;
        }
    }
  return True;
}

int
main (int   argc,
      char *argv[])
{
  Display *display;
  Times t = { 0 };
  int damage_base, damage_error;
  pid_t pid;

  if (argc < 3 || (display = XOpenDisplay (NULL)) == NULL)
    {
      fputs ("usage: startbench-probe SETTLE_MS CMD...  (needs an X display)\n", stderr);
      return 2;
    }
  XSetErrorHandler (ignore_error);
  if (!XDamageQueryExtension (display, &damage_base, &damage_error))
    return 2;
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);

  t.start = now_ms ();
  pid = start_command (argv + 2);
  if (!watch (display, pid, damage_base, atof (argv[1]), &t))
    return 1;
  if (t.paint > 0)
    printf ("map=%.0f paint=%.0f settled=%.0f rss=%ld pss=%ld cpu=%.0f\n", t.map, t.paint, t.last,
            read_proc_number (pid, "smaps_rollup", "Rss:"), read_proc_number (pid, "smaps_rollup", "Pss:"),
            read_cpu_ms (pid));
  stop_command (pid);
  return t.paint > 0 ? 0 : 1;
}

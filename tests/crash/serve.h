/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

typedef int (*Command) (int    argc,
                        char **argv);

/* Runs command once for each line of the input, in a process of its own that has done nothing else before: a program
 * that is loaded once and forked begins in a tenth of the time of one that is started.
 *
 * A line is NAME=VALUE..., then the words of the command from its second on, tabs between them; the names are set in
 * the environment of that process, and the shim, where it is loaded, looks at them anew. What the command prints is
 * followed by a line "END status", the status negative when a signal ended it, as Python counts. Waiting takes no time.
 *
 * The input has to be a pipe: of a file, each process that ends would put back what was read ahead.
 *
 * -> exit status when the input ends */
int serve (Command command);

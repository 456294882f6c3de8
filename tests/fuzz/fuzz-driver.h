/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A fuzz target is one file that defines these; it links with fuzz-driver.c, or with clang -fsanitize=fuzzer. */

/* Feeds the bytes to a reader; returns 0.
 * A finding is a crash: a failed g_assert, a signal, a report of a sanitizer. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* Optional: words of the format, put in at random; ends with NULL. */
extern const char *const pz_fuzz_dictionary[] __attribute__ ((weak));

G_END_DECLS

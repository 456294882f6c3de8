/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-soup.h"

#include "pz-late-library.h"

#define SYMBOL(function) #function,
static const char *const symbols[] = { PZ_SOUP_FUNCTIONS (SYMBOL) };
#undef SYMBOL

static union
{
  PzSoup named;
  PzLateFunction any[G_N_ELEMENTS (symbols)];
} functions;

/**
 * pz_soup:
 * @error: as pz_late_library_open()
 *
 * The first call opens libsoup; from any thread.
 *
 * Returns: (nullable): its functions, the same at every call
 */
const PzSoup *
pz_soup (GError **error)
{
  static PzLateLibrary library = {
    .name = PZ_SOUP_LIBRARY,
    .symbols = symbols,
    .n_symbols = G_N_ELEMENTS (symbols),
    .functions = functions.any,
  };

  G_STATIC_ASSERT (sizeof functions.named == sizeof functions.any);
  return pz_late_library_open (&library, error) ? &functions.named : NULL;
}

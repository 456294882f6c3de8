/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model-fixture.h"
#include "pz-standard-tree.h"

#define STANDARD_FIXTURE                                                                                                         \
  "{\"format\":\"personalize-framework\",\"version\":1,\"id\":\"" FIXTURE_ID "\",\"rev\":1,\"framework\":{\"title\":\"R\"}," \
  "\"standards\":[%s],\"associations\":[%s]}"

/* Returns: (transfer full): of a framework with what stands in the two lists of its file */
static inline PzStandardTree *
standard_fixture_tree (const char *standards,
                       const char *associations)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autofree char *text = g_strdup_printf (STANDARD_FIXTURE, standards, associations);
  g_autoptr(PzDocument) document = fixture_parse (PZ_DOCUMENT_FRAMEWORK, text, clock);

  return pz_standard_tree_new (document);
}

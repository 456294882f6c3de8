/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-case.h"

#include <string.h>

/* Makes the text of packages for tests and benchmarks. */

/* a tree of n items, each but the first below the one of (number - 1) / width: width 1 is a chain, n is flat */
static inline char *
case_make_tree (guint n,
                guint width)
{
  GString *text = g_string_new ("{\"CFDocument\":{\"identifier\":\"00000000-0000-4000-8000-000000000000\","
                                "\"uri\":\"https://example.org/CFDocuments/0\",\"title\":\"Generated\",\"creator\":\"A test\"},\n"
                                "\"CFItems\":[\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"identifier\":\"%08x-1111-4000-8000-000000000000\",\"uri\":\"https://example.org/CFItems/%08x\","
                            "\"fullStatement\":\"Solves problem %u and explains every step of the way to somebody else.\","
                            "\"abbreviatedStatement\":\"Problem %u\",\"humanCodingScheme\":\"M.%u.%u\",\"CFItemType\":\"Standard\","
                            "\"educationLevel\":[\"05\",\"06\"],\"language\":\"en\",\"lastChangeDateTime\":\"2026-01-02T03:04:05+00:00\"}",
                            i > 0 ? ",\n" : "", i, i, i, i, i / 100, i % 100);
  g_string_append (text, "],\n\"CFAssociations\":[\n");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"identifier\":\"%08x-2222-4000-8000-000000000000\",\"uri\":\"https://example.org/CFAssociations/%08x\","
                            "\"associationType\":\"isChildOf\",\"sequenceNumber\":%u,\"lastChangeDateTime\":\"2026-01-02T03:04:05+00:00\","
                            "\"originNodeURI\":{\"identifier\":\"%08x-1111-4000-8000-000000000000\",\"title\":\"M.%u\",\"uri\":\"https://example.org/CFItems/%08x\"},"
                            "\"destinationNodeURI\":{\"identifier\":\"%08x-%s-4000-8000-000000000000\",\"title\":\"P\"}}",
                            i > 0 ? ",\n" : "", i, i, n - i, i, i, i, i > 0 ? (i - 1) / width : 0, i > 0 ? "1111" : "0000");
  g_string_append (text, "]}\n");
  return g_string_free (text, FALSE);
}

static inline PzCasePackage *
case_parse (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  PzCasePackage *package = pz_case_parse (bytes, "file.json", &error);

  g_assert_no_error (error);
  return package;
}

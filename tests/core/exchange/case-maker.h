/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-case.h"

#include <string.h>

/* Makes the text of packages for tests and benchmarks. */

#define CASE_ROOT "00000000-0000-4000-8000-000000000000"
#define CASE_DOCUMENT "\"CFDocument\":{\"identifier\":\"" CASE_ROOT "\",\"title\":\"Reading\"}"
/* more: further members, each after a comma */
#define CASE_ITEM(id, more) "{\"identifier\":\"" id "\",\"fullStatement\":\"S\"" more "}"
#define CASE_CHILD(id, child, parent, more)                                                                         \
  "{\"identifier\":\"" id "\",\"associationType\":\"isChildOf\",\"originNodeURI\":{\"identifier\":\"" child "\"},"   \
  "\"destinationNodeURI\":{\"identifier\":\"" parent "\"}" more "}"
/* the document is in line 1, the items are in line 2, the associations in line 3 */
#define CASE_PACKAGE(items, associations)                                                                           \
  "{" CASE_DOCUMENT ",\n\"CFItems\":[" items "],\n\"CFAssociations\":[" associations "]}"

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

static inline const PzCaseRecord *
case_item (const PzCasePackage *package,
           guint                index)
{
  g_assert_cmpuint (index, <, package->items->len);
  return g_ptr_array_index (package->items, index);
}

static inline const PzCaseRecord *
case_association (const PzCasePackage *package,
                  guint                index)
{
  g_assert_cmpuint (index, <, package->associations->len);
  return g_ptr_array_index (package->associations, index);
}

/* "code line member, …" of all messages, in their order */
static inline void
case_assert_messages (const PzCasePackage *package,
                      const char          *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < pz_roster_messages_get_n (package->messages); i++)
    {
      const PzRosterMessage *message = pz_roster_messages_get (package->messages, i);

      g_assert_cmpstr (message->file, ==, "file.json");
      g_string_append_printf (text, "%s%s %u%s%s", i > 0 ? ", " : "", pz_roster_code_to_name (message->code), message->line,
                              message->column != NULL ? " " : "", message->column != NULL ? message->column : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* the fields of a record that are in rows, each as it is expected */
typedef struct
{
  guint field;
  const char *value; /* NULL: empty */
} CaseField;

static inline void
case_assert_fields (const PzCaseRecord *record,
                    const CaseField    *rows,
                    gsize               n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_test_message ("field %u", rows[i].field);
      g_assert_cmpstr (record->values[rows[i].field], ==, rows[i].value);
    }
}

#define CASE_ASSERT_FIELDS(record, rows) case_assert_fields (record, rows, G_N_ELEMENTS (rows))

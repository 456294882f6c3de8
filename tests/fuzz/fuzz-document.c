/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-document-private.h"
#include "pz-join.h"

#include <string.h>

#define ID "d4m7kq2x9v5t0rhb"

const char *const pz_fuzz_dictionary[] = {
  "\"format\":\"personalize-learner\"", "\"format\":\"personalize-classroom\"", "\"format\":\"personalize-activity\"",
  "\"format\":\"personalize-framework\"", "\"version\":1", "\"version\":2", "\"id\":\"" ID "\"", "\"rev\":7",
  "\"learner\":{", "\"goals\":[", "\"id\":\"x\"", "\"needs\":[\"a\"]", "\"private-notes\":", "\"archived\":true",
  "\"target\":2.50", "\"stamps\":{", "\"devices\":[\"9f1c22d07ab4e356\"]", "\"records\":{", "\"*\":", "\"needs/a\":",
  "\"stamp\":", "\"replaces\":[\"0.1\"]", "\"gone\":true", "\"value\":", "\"019a3c81b7e2-0\"", "\"0.3.0199249b2c40-0\"",
  "\"future\":", "null", "{}", "[]", "{", "}", "[", "]", ",", "\\u0131",
  NULL,
};

static PzClock *
make_clock (void)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795428000000), 1);

  return pz_clock_new (environment, G_GUINT64_CONSTANT (0x9f1c22d07ab4e356));
}

/* What is accepted is written so that it is read again as the same, and joined with itself stays as it is. */
static void
check_accepted (PzDocument *document,
                PzClock    *clock)
{
  PzDocumentKind kind = pz_document_get_kind (document);
  g_autoptr(GBytes) written = pz_document_serialize (document);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzDocument) again = pz_document_parse (kind, ID, written, clock, &error);
  g_autoptr(GBytes) rewritten = NULL;
  g_autoptr(PzContext) seen = pz_context_new ();

  g_assert_no_error (error);
  rewritten = pz_document_serialize (again);
  g_assert_true (g_bytes_equal (written, rewritten));
  g_assert_cmpuint (pz_document_count_pending (again), ==, pz_document_count_pending (document));
  g_assert_cmpuint (pz_document_count_conflicts (again), ==, pz_document_count_conflicts (document));
  pz_context_add_document (seen, again);
  g_assert_false (pz_document_join (again, seen, again, seen));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(PzClock) clock = make_clock ();

  for (guint kind = 0; kind < PZ_N_DOCUMENT_KINDS; kind++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(PzDocument) document = pz_document_parse ((PzDocumentKind) kind, ID, bytes, clock, &error);

      if (document != NULL)
        check_accepted (document, clock);
      else
        g_assert_true (error->domain == PZ_ERROR && g_str_has_prefix (error->message, "line "));
    }
  return 0;
}

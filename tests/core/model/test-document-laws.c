/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

#include <locale.h>

/* Serialise, parse, serialise: equal bytes for documents of every kind, in every locale. */

static PzDocument *
make_document (guint i)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, i);
  PzDocument *document;
  PzRandom random;
  guint64 last = i;

  pz_random_init (&random, i);
  document = fixture_random ((PzDocumentKind) (i % PZ_N_DOCUMENT_KINDS), clock, &random, 2 + i % 5);
  pz_document_settle (document);
  pz_document_set_revision (document, i);
  for (guint k = pz_random_below (&random, 4); k > 0; k--)
    {
      g_autoptr(GPtrArray) all = pz_document_get_all (document);
      PzRecord *record = g_ptr_array_index (all, pz_random_below (&random, all->len));

      if (pz_random_below (&random, 3) == 0)
        fixture_number (document, &last);
      fixture_fill (record, pz_random_below (&random, pz_schema_get_record (pz_record_get_record_type (record))->n_fields),
                    &random);
    }
  return document;
}

static void
check_round_trip (guint i)
{
  g_autoptr(PzDocument) document = make_document (i);
  g_autofree char *text = fixture_text (document), *again = NULL;
  g_autofree char *state = fixture_canonical (document), *state_again = NULL;
  g_autoptr(PzDocument) copy = fixture_parse (pz_document_get_kind (document), text, pz_document_get_clock (document));

  again = fixture_text (copy);
  g_assert_cmpstr (text, ==, again);
  state_again = fixture_canonical (copy);
  g_assert_cmpstr (state, ==, state_again);
  g_assert_cmpuint (pz_document_count_pending (copy), ==, pz_document_count_pending (document));
  g_assert_cmpuint (pz_document_count_conflicts (copy), ==, pz_document_count_conflicts (document));
}

static void
test_random_documents_are_fixed_points (void)
{
  for (guint i = 0; i < FIXTURE_CASES; i++)
    check_round_trip (i);
}

/* what 200 documents are written as */
static char *
checksum (void)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr(PzDocument) document = make_document (i);
      g_autofree char *text = fixture_text (document);
      g_autoptr(PzDocument) copy = fixture_parse (pz_document_get_kind (document), text, pz_document_get_clock (document));
      g_autofree char *again = fixture_text (copy);

      g_checksum_update (sum, (const guchar *) again, -1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

static void
test_locale_does_not_matter (void)
{
  const char *const names[] = { "C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "de_DE", "tr_TR" };
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  g_autofree char *expected = checksum ();
  guint n_tried = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (setlocale (LC_ALL, names[i]) != NULL)
      {
        g_autofree char *sum = checksum ();

        g_test_message ("%s", names[i]);
        g_assert_cmpstr (sum, ==, expected);
        n_tried++;
      }
  setlocale (LC_ALL, before);
  g_assert_cmpuint (n_tried, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/document/random-documents-are-fixed-points", test_random_documents_are_fixed_points);
  g_test_add_func ("/core/document/locale-does-not-matter", test_locale_does_not_matter);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-words.h"

#include <string.h>

/* A sentence ends, and has no number and no word that only protocols use. */
static void
assert_sentence (const char *text)
{
  static const char *const jargon[] = { "HTTP", "TLS", "error", "Error", "PROPFIND", "null", "%" };

  g_assert_true (g_unichar_isupper (g_utf8_get_char (text)));
  g_assert_true (g_str_has_suffix (text, "."));
  g_assert_cmpuint (strcspn (text, "0123456789"), ==, strlen (text));
  for (gsize i = 0; i < G_N_ELEMENTS (jargon); i++)
    g_assert_null (strstr (text, jargon[i]));
}

static gboolean
is_sentence_or_question (const char *text)
{
  return g_str_has_suffix (text, "?");
}

static void
test_each_fault_has_its_own_sentence (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < PZ_SYNC_N_TROUBLES; i++)
    {
      const char *sentence = pz_sync_words_get_sentence ((PzSyncTrouble) i);

      g_test_message ("%s", sentence);
      if (!is_sentence_or_question (sentence))
        assert_sentence (sentence);
      g_assert_true (g_hash_table_add (seen, (gpointer) sentence));
    }
}

static void
test_an_error_is_code_and_sentence (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_sync_words_refuse (&error, PZ_SYNC_TROUBLE_FULL));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FULL);
  g_assert_cmpstr (error->message, ==, "The server is full.");
  g_assert_cmpint (pz_sync_trouble_get_code (PZ_SYNC_TROUBLE_TOO_BIG), ==, PZ_SYNC_ERROR_FULL);
}

static void
test_status (void)
{
  static const struct
  {
    PzSyncError code;
    guint n_waiting;
    const char *text;
  } states[] = {
    { PZ_SYNC_ERROR_OFFLINE, 3, "Offline. 3 changes wait here." },
    { PZ_SYNC_ERROR_OFFLINE, 1, "Offline. 1 change waits here." },
    { PZ_SYNC_ERROR_OFFLINE, 0, "Offline." },
    { PZ_SYNC_ERROR_SIGN_IN, 0, "Sign in again." },
    { PZ_SYNC_ERROR_FULL, 3, "The server is full. 3 changes wait here." },
    { PZ_SYNC_ERROR_NOT_FOUND, 0, "The class folder was not found on the server. Nothing was deleted here." },
    { PZ_SYNC_ERROR_NOT_THE_SERVER, 0, "This network asks you to sign in first." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *text = pz_sync_words_dup_status (states[i].code, states[i].n_waiting);

      g_assert_cmpstr (text, ==, states[i].text);
    }
  for (guint code = 0; code <= PZ_SYNC_ERROR_FAILED; code++)
    {
      g_autofree char *text = pz_sync_words_dup_status ((PzSyncError) code, 0);

      assert_sentence (text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync-words/each-trouble-has-its-own-sentence", test_each_fault_has_its_own_sentence);
  g_test_add_func ("/sync-words/an-error-is-code-and-sentence", test_an_error_is_code_and_sentence);
  g_test_add_func ("/sync-words/status", test_status);
  return g_test_run ();
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-passphrase.h"
#include "pz-sync-error.h"
#include "pz-sync-key.h"

#include <string.h>

static void
test_generated (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint counts[256] = { 0 };

  for (guint i = 0; i < 2000; i++)
    {
      char *text = pz_passphrase_generate ();
      char *normal = pz_passphrase_normalise (text, NULL);

      g_assert_true (g_regex_match_simple ("^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}$", text, 0, 0));
      g_assert_cmpstr (normal, ==, text);
      for (const char *c = text; *c != '\0'; c++)
        counts[(guchar) *c]++;
      pz_secret_text_free (normal);
      g_assert_true (g_hash_table_add (seen, text));
    }
  /* 50,000 digits, 32 kinds: about 1,560 of each; a kind that is missing or rare would be a fault */
  for (const char *c = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; *c != '\0'; c++)
    {
      g_assert_cmpuint (counts[(guchar) *c], >, 1250);
      g_assert_cmpuint (counts[(guchar) *c], <, 1900);
    }
}

/* However it is typed. */
static void
test_forgiven (void)
{
  static const char *const typed[] = {
    "01ABC-DEFGH-JKMNP-QRSTV-WXYZ0", "01abc-defgh-jkmnp-qrstv-wxyz0", "01ABCDEFGHJKMNPQRSTVWXYZ0",
    "  01abc defgh jkmnp qrstv wxyz0 \n", "o1abc-defgh-jkmnp-qrstv-wxyzO", "OIabc-defgh-jkmnp-qrstv-wxyzo",
    "0labc-defgh-jkmnp-qrstv-wxyz0", "0LABC--DEFGH - JKMNP - QRSTV - WXYZ0", "01 ABC-DEF GHJ KMN PQR STV WXY Z0",
    /* other keyboards: wide letters, a blank that does not break */
    "\xEF\xBC\x90\xEF\xBC\x91" "ABC-DEFGH-JKMNP-QRSTV-WXYZ0", "01ABC\xC2\xA0" "DEFGH\xC2\xA0JKMNP QRSTV WXYZ0",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr(GError) error = NULL;
      char *normal = pz_passphrase_normalise (typed[i], &error);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_no_error (error);
      g_assert_cmpstr (normal, ==, "01ABC-DEFGH-JKMNP-QRSTV-WXYZ0");
      pz_secret_text_free (normal);
    }
}

/* One of a person's own choosing: the same on every keyboard, and nothing else about it is changed. */
static void
test_own (void)
{
  static const struct
  {
    const char *typed;
    const char *normal;
  } rows[] = {
    { "correct horse battery staple!", "correct horse battery staple!" },
    { "Correct Horse", "Correct Horse" },
    { "  both ends  ", "both ends" },
    { "Gr\xC3\xBC\xC3\x9F" "e", "Gr\xC3\xBC\xC3\x9F" "e" },
    { "Gru\xCC\x88\xC3\x9F" "e", "Gr\xC3\xBC\xC3\x9F" "e" },            /* u and two dots apart */
    { "\xEF\xAC\x81sh", "fish" },                                       /* one sign for fi */
    { "\xEF\xBC\xA1 b", "A b" },                                        /* wide A */
    { "01ABC-DEFGH-JKMNP-QRSTV-WXYZ", "01ABC-DEFGH-JKMNP-QRSTV-WXYZ" }, /* one digit short: not generated */
    { "u1abc-defgh-jkmnp-qrstv-wxyz0", "u1abc-defgh-jkmnp-qrstv-wxyz0" }, /* no U is generated */
    { "01abc-defgh-jkmnp-qrstv-wxyz00", "01abc-defgh-jkmnp-qrstv-wxyz00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char *normal = pz_passphrase_normalise (rows[i].typed, NULL);

      g_assert_cmpstr (normal, ==, rows[i].normal);
      pz_secret_text_free (normal);
    }
}

static void
test_none (void)
{
  g_autofree char *endless = g_strnfill (PZ_PASSPHRASE_MAX_SIZE + 1, 'a');
  const char *const texts[] = { "", " \t\n", "\xff\xfe", endless };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (pz_passphrase_normalise (texts[i], &error));
      g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE);
    }
}

static void
test_own_choice_is_long_enough (void)
{
  static const char *const weak[] = { "", "short", "elevenchars", "           a           ", "aaaaaaaaaaaaaaaaaaaa" };
  char *generated = pz_passphrase_generate ();

  for (gsize i = 0; i < G_N_ELEMENTS (weak); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (pz_passphrase_check_own (weak[i], &error));
      g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE);
      g_assert_true (*weak[i] == '\0' || strstr (error->message, weak[i]) == NULL);
    }
  g_assert_true (pz_passphrase_check_own ("twelve chars", NULL));
  g_assert_true (pz_passphrase_check_own (generated, NULL));
  pz_secret_text_free (generated);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/passphrase/generated", test_generated);
  g_test_add_func ("/passphrase/forgiven", test_forgiven);
  g_test_add_func ("/passphrase/own", test_own);
  g_test_add_func ("/passphrase/none", test_none);
  g_test_add_func ("/passphrase/own-choice-is-long-enough", test_own_choice_is_long_enough);
  return g_test_run ();
}

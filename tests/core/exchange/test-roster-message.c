/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-message.h"

#include <string.h>

static void
test_keeps_order (void)
{
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autofree char *line = NULL;
  g_autofree char *bare = NULL;

  pz_roster_messages_add (messages, PZ_ROSTER_CODE_NO_ID, "users.csv", 7, "sourcedId");
  pz_roster_messages_add (messages, PZ_ROSTER_CODE_MANIFEST_MISSING, NULL, 0, NULL);
  g_assert_cmpuint (pz_roster_messages_get_n (messages), ==, 2);
  g_assert_cmpint (pz_roster_messages_get (messages, 0)->severity, ==, PZ_ROSTER_ERROR);
  g_assert_cmpuint (pz_roster_messages_count (messages, PZ_ROSTER_ERROR), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count (messages, PZ_ROSTER_INFO), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count (messages, PZ_ROSTER_WARNING), ==, 0);
  line = pz_roster_message_format (pz_roster_messages_get (messages, 0));
  g_assert_cmpstr (line, ==, "users.csv, line 7: The row has no id and was left out (sourcedId)");
  bare = pz_roster_message_format (pz_roster_messages_get (messages, 1));
  g_assert_cmpstr (bare, ==, "There is no list of contents; nobody is proposed for removal");
}

static void
test_counts_what_is_too_much (void)
{
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(PzRosterMessages) copy = pz_roster_messages_new ();

  for (guint i = 1; i <= 1500; i++)
    pz_roster_messages_add (messages, PZ_ROSTER_CODE_ROW_LONG, "users.csv", i, NULL);
  pz_roster_messages_add (messages, PZ_ROSTER_CODE_ROW_LONG, "orgs.csv", 1, NULL);
  g_assert_cmpuint (pz_roster_messages_get_n (messages), ==, 101);
  g_assert_cmpuint (pz_roster_messages_get (messages, 99)->more, ==, 1400);
  pz_roster_messages_take (copy, messages);
  g_assert_cmpuint (pz_roster_messages_get_n (copy), ==, 101);
  g_assert_cmpuint (pz_roster_messages_count (copy, PZ_ROSTER_WARNING), ==, 1501);
  g_assert_cmpuint (pz_roster_messages_count_code (copy, PZ_ROSTER_CODE_ROW_LONG), ==, 1501);
  g_assert_cmpuint (pz_roster_messages_count_code (copy, PZ_ROSTER_CODE_ROW_SHORT), ==, 0);
}

static void
test_every_code_has_words (void)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();

  for (guint code = 0; code < PZ_ROSTER_N_CODES; code++)
    {
      g_assert_nonnull (pz_roster_code_to_name (code));
      g_assert_true (g_hash_table_add (names, (gpointer) pz_roster_code_to_name (code)));
      pz_roster_messages_add (messages, code, NULL, 0, NULL);
      g_assert_cmpuint (strlen (pz_roster_messages_get (messages, code)->text), >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/roster-message/keeps-order", test_keeps_order);
  g_test_add_func ("/exchange/roster-message/counts-what-is-too-much", test_counts_what_is_too_much);
  g_test_add_func ("/exchange/roster-message/every-code-has-words", test_every_code_has_words);
  return g_test_run ();
}

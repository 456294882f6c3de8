/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-name-list.h"

#include <string.h>

static char *
parse (const char       *text,
       PzRosterMessages *messages)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = pz_name_list_parse (text, -1, messages, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    {
      const PzRosterPerson *person = g_ptr_array_index (people, i);

      g_string_append_printf (all, "%s+%s/", person->given_name != NULL ? person->given_name : "",
                              person->family_name != NULL ? person->family_name : "");
    }
  return g_string_free (all, FALSE);
}

static void
test_reads_lists (void)
{
  static const struct { const char *text; const char *names; } cases[] = {
    { "", "" },
    { "\n \n--\n", "" },
    { "Anna Meier\nBen Koch\r\nChloé\rDana Li", "Anna+Meier/Ben+Koch/Chloé+/Dana+Li/" },
    { "Meier, Anna\nKoch, Ben\n", "Anna+Meier/Ben+Koch/" },
    { "1. Anna Meier\n2) Ben Koch\n(3) Dana Li\n4 Eli Oz\na) Fay Ng", "Anna+Meier/Ben+Koch/Dana+Li/Eli+Oz/Fay+Ng/" },
    { "- Anna Meier\n• Ben Koch\n* 3. Dana Li\n☐ Eli Oz", "Anna+Meier/Ben+Koch/Dana+Li/Eli+Oz/" },
    { "Anna Meier; Ben Koch; Dana Li", "Anna+Meier/Ben+Koch/Dana+Li/" },
    { "Anna Meier\tBen Koch\tDana Li", "Anna+Meier/Ben+Koch/Dana+Li/" },
    { "Anna, Ben, Chloé", "Anna+/Ben+/Chloé+/" },
    { "Meier, Anna; Koch, Ben", "Anna+Meier/Ben+Koch/" },
    /* columns out of a spreadsheet */
    { "Anna\tMeier\nBen Jo\tvan der Berg", "Anna+Meier/Ben Jo+van der Berg/" },
    { "1\tAnna\tMeier\n2\tBen\tKoch\n", "Anna+Meier/Ben+Koch/" },
    { "Nachname\tVorname\nMeier\tAnna\nKoch\tBen", "Anna+Meier/Ben+Koch/" },
    { "Anna Meier\tBen Koch\nDana Li\tEli Oz", "Anna+Meier/Ben+Koch/Dana+Li/Eli+Oz/" },
    { "-Anna\nal-Fayed, Omar\n'Ofa Tau", "-Anna+/Omar+al-Fayed/'Ofa+Tau/" },
    { "Tom & Ann\n<b>x</b>\n%n%s", "Tom &+Ann/<b>x</b>+/%n%s+/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
      g_autofree char *names = parse (cases[i].text, messages);

      g_assert_cmpstr (names, ==, cases[i].names);
      g_assert_cmpuint (pz_roster_messages_get_n (messages), ==, 0);
    }
}

static void
test_reports_doubles (void)
{
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autofree char *names = parse ("Zoë Koch\nBen Li\n3. Koch, ZOE\n", messages);

  g_assert_cmpstr (names, ==, "Zoë+Koch/Ben+Li/ZOE+Koch/");
  g_assert_cmpuint (pz_roster_messages_get_n (messages), ==, 1);
  g_assert_cmpint (pz_roster_messages_get (messages, 0)->code, ==, PZ_ROSTER_CODE_NAME_TWICE);
  g_assert_cmpuint (pz_roster_messages_get (messages, 0)->line, ==, 3);
}

static void
test_refuses_what_is_too_large (void)
{
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i <= PZ_NAME_LIST_MAX_NAMES; i++)
    g_string_append_printf (text, "A%u B\n", i);
  g_assert_null (pz_name_list_parse (text->str, -1, messages, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (pz_name_list_parse (text->str, PZ_NAME_LIST_MAX_SIZE + 1, messages, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/name-list/reads-lists", test_reads_lists);
  g_test_add_func ("/exchange/name-list/reports-doubles", test_reports_doubles);
  g_test_add_func ("/exchange/name-list/refuses-what-is-too-large", test_refuses_what_is_too_large);
  return g_test_run ();
}
